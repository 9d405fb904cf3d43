/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proof/rm-assignment-check.h"
#include "test-table.h"
#include "weakest.h"

#include <string.h>

/* Ways to corrupt a solution. Each changes @solution or @table and says whether it could. */
typedef gboolean (*Corrupt) (TestTable *table, RmSolution *solution, guint at);

static gboolean
corrupt_total (TestTable *table,
               RmSolution *solution,
               guint at)
{
  solution->total++;
  return TRUE;
}

static gboolean
corrupt_lowest (TestTable *table,
                RmSolution *solution,
                guint at)
{
  solution->lowest--;
  return TRUE;
}

static gboolean
corrupt_people (TestTable *table,
                RmSolution *solution,
                guint at)
{
  solution->n_paired++;
  return TRUE;
}

static gboolean
corrupt_by_dropping (TestTable *table,
                     RmSolution *solution,
                     guint at)
{
  RmPlace *place = &solution->pairs[at % solution->n_pairs];
  gint64 score = table->scores[place->mentee * table->source.n_mentors + place->mentor];

  solution->total -= score;
  memmove (place, place + 1,
           sizeof (RmPlace) * (guint) (&solution->pairs[--solution->n_pairs] - place));
  return score > 0;
}

static gboolean
corrupt_order (TestTable *table,
               RmSolution *solution,
               guint at)
{
  RmPlace first = solution->pairs[0];

  solution->pairs[0] = solution->pairs[1];
  solution->pairs[1] = first;
  return TRUE;
}

static gboolean
corrupt_by_doubling (TestTable *table,
                     RmSolution *solution,
                     guint at)
{
  solution->pairs[1] = solution->pairs[0];
  return TRUE;
}

static gboolean
corrupt_by_stranger (TestTable *table,
                     RmSolution *solution,
                     guint at)
{
  solution->pairs[solution->n_pairs - 1].mentor = table->source.n_mentors;
  return TRUE;
}

static gboolean
corrupt_candidate (TestTable *table,
                   RmSolution *solution,
                   guint at)
{
  RmPlace place = solution->pairs[at % solution->n_pairs];

  table->scores[place.mentee * table->source.n_mentors + place.mentor] = RM_NO_CANDIDATE;
  return TRUE;
}

static gboolean
corrupt_score (TestTable *table,
               RmSolution *solution,
               guint at)
{
  RmPlace place = solution->pairs[at % solution->n_pairs];

  table->scores[place.mentee * table->source.n_mentors + place.mentor] += 1;
  return TRUE;
}

/* A pair that nobody chose becomes worth more than anything. */
static gboolean
corrupt_other_score (TestTable *table,
                     RmSolution *solution,
                     guint at)
{
  guint m = table->source.n_mentors;
  guint mentee = at % table->source.n_mentees;

  for (guint j = 0; j < m; j++)
    {
      gboolean chosen = FALSE;

      for (guint k = 0; k < solution->n_pairs; k++)
        chosen |= solution->pairs[k].mentee == mentee && solution->pairs[k].mentor == j;
      if (!chosen && table->scores[mentee * m + j] >= 0)
        {
          table->scores[mentee * m + j] = MAX (solution->certificate->mentee_price[mentee]
                                                 + solution->certificate->mentor_price[j] + 1,
                                               solution->certificate->floor);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
corrupt_mentee_price (TestTable *table,
                      RmSolution *solution,
                      guint at)
{
  guint mentee = at % table->source.n_mentees;

  solution->certificate->mentee_price[mentee]--;
  for (guint k = 0; k < table->problem.n_locks; k++)
    if (table->locks[k].mentee == mentee)
      return FALSE;
  return table->mentee_capacity[mentee] > 0;
}

static gboolean
corrupt_mentee_price_upwards (TestTable *table,
                              RmSolution *solution,
                              guint at)
{
  guint mentee = solution->pairs[at % solution->n_pairs].mentee;

  solution->certificate->mentee_price[mentee]++;
  for (guint k = 0; k < table->problem.n_locks; k++)
    if (table->locks[k].mentee == mentee)
      return FALSE;
  return TRUE;
}

static gboolean
corrupt_mentor_price (TestTable *table,
                      RmSolution *solution,
                      guint at)
{
  solution->certificate->mentor_price[at % table->source.n_mentors] = -1;
  return TRUE;
}

static gboolean
corrupt_mentor_price_downwards (TestTable *table,
                                RmSolution *solution,
                                guint at)
{
  guint mentor = at % table->source.n_mentors;

  if (solution->certificate->mentor_price[mentor] == 0 || table->mentor_capacity[mentor] == 0)
    return FALSE;
  for (guint k = 0; k < table->problem.n_locks; k++)
    if (table->locks[k].mentor == mentor)
      return FALSE;
  solution->certificate->mentor_price[mentor]--;
  return TRUE;
}

static gboolean
corrupt_cover (TestTable *table,
               RmSolution *solution,
               guint at)
{
  solution->certificate->mentee_cover[at % table->source.n_mentees]++;
  return TRUE;
}

static gboolean
corrupt_cover_downwards (TestTable *table,
                         RmSolution *solution,
                         guint at)
{
  solution->certificate->mentee_cover[at % table->source.n_mentees]--;
  return TRUE;
}

static gboolean
corrupt_bonus (TestTable *table,
               RmSolution *solution,
               guint at)
{
  solution->certificate->bonus++;
  return TRUE;
}

static gboolean
corrupt_bonus_away (TestTable *table,
                    RmSolution *solution,
                    guint at)
{
  RmCertificate *certificate = solution->certificate;

  if (table->problem.mode == RM_MODE_TOTAL)
    return FALSE;
  certificate->bonus = 0;
  memset (certificate->mentee_cover, 0, sizeof (gint64) * certificate->n_mentees);
  return TRUE;
}

static gboolean
corrupt_bound (TestTable *table,
               RmSolution *solution,
               guint at)
{
  if (solution->certificate->n_bounds == 0)
    return FALSE;
  solution->certificate->bounds[at % solution->certificate->n_bounds].price--;
  return TRUE;
}

static gboolean
corrupt_bounds (TestTable *table,
                RmSolution *solution,
                guint at)
{
  if (solution->certificate->n_bounds == 0)
    return FALSE;
  solution->certificate->n_bounds--;
  return TRUE;
}

static gboolean
corrupt_bound_order (TestTable *table,
                     RmSolution *solution,
                     guint at)
{
  RmCertificate *certificate = solution->certificate;
  RmBoundDual first = { 0 };

  if (certificate->n_bounds < 2)
    return FALSE;
  first = certificate->bounds[0];
  certificate->bounds[0] = certificate->bounds[1];
  certificate->bounds[1] = first;
  return TRUE;
}

static gboolean
corrupt_size (TestTable *table,
              RmSolution *solution,
              guint at)
{
  solution->certificate->n_mentors--;
  return TRUE;
}

static gboolean
corrupt_by_nothing (TestTable *table,
                    RmSolution *solution,
                    guint at)
{
  rm_certificate_free (g_steal_pointer (&solution->certificate));
  return TRUE;
}

static gboolean
corrupt_mentee_capacity (TestTable *table,
                         RmSolution *solution,
                         guint at)
{
  table->mentee_capacity[solution->pairs[at % solution->n_pairs].mentee] = 0;
  return TRUE;
}

static gboolean
corrupt_mentor_capacity (TestTable *table,
                         RmSolution *solution,
                         guint at)
{
  table->mentor_capacity[solution->pairs[at % solution->n_pairs].mentor] = 0;
  return TRUE;
}

static gboolean
corrupt_lock (TestTable *table,
              RmSolution *solution,
              guint at)
{
  guint mentee = at % table->source.n_mentees;

  for (guint j = 0; j < table->source.n_mentors; j++)
    {
      gboolean chosen = FALSE;

      for (guint k = 0; k < solution->n_pairs; k++)
        chosen |= solution->pairs[k].mentee == mentee && solution->pairs[k].mentor == j;
      if (!chosen)
        {
          table->locks[table->problem.n_locks++] = (RmPlace) { mentee, j };
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
corrupt_lock_twice (TestTable *table,
                    RmSolution *solution,
                    guint at)
{
  if (table->problem.n_locks == 0)
    return FALSE;
  table->locks[table->problem.n_locks] = table->locks[0];
  table->problem.n_locks++;
  return TRUE;
}

static gboolean
corrupt_by_excluding (TestTable *table,
                      RmSolution *solution,
                      guint at)
{
  table->excluded[table->problem.n_excluded++] = solution->pairs[at % solution->n_pairs];
  return TRUE;
}

static gboolean
corrupt_floor (TestTable *table,
               RmSolution *solution,
               guint at)
{
  solution->certificate->floor++;
  return TRUE;
}

static gboolean
corrupt_floor_below_nothing (TestTable *table,
                             RmSolution *solution,
                             guint at)
{
  solution->certificate->floor = -1;
  return TRUE;
}

static gboolean
is_free (const TestTable *table,
         guint mentee)
{
  for (guint k = 0; k < table->problem.n_locks; k++)
    if (table->locks[k].mentee == mentee)
      return FALSE;

  return table->mentee_capacity[mentee] > 0;
}

/* Covers that cost nothing prove nothing either: only what counts is changed. */
static gboolean
corrupt_mentee_cover_all (TestTable *table,
                          RmSolution *solution,
                          guint at)
{
  guint mentee = at % table->source.n_mentees;

  if (table->problem.mode != RM_MODE_WEAKEST || !is_free (table, mentee))
    return FALSE;
  solution->certificate->mentee_cover_all[mentee] ^= 1;
  return TRUE;
}

static gboolean
corrupt_mentor_cover_all (TestTable *table,
                          RmSolution *solution,
                          guint at)
{
  guint mentor = at % table->source.n_mentors;
  int left = table->mentor_capacity[mentor];

  for (guint k = 0; k < table->problem.n_locks; k++)
    left -= table->locks[k].mentor == mentor;
  if (table->problem.mode != RM_MODE_WEAKEST || left == 0)
    return FALSE;
  solution->certificate->mentor_cover_all[mentor] ^= 1;
  return TRUE;
}

static gboolean
corrupt_covers_away (TestTable *table,
                     RmSolution *solution,
                     guint at)
{
  RmCertificate *certificate = solution->certificate;

  if (table->problem.mode != RM_MODE_WEAKEST)
    return FALSE;
  g_clear_pointer (&certificate->mentee_cover_all, g_free);
  g_clear_pointer (&certificate->mentor_cover_all, g_free);
  return TRUE;
}

/* Whether some pair above the floor has neither in the cover. */
static gboolean
lacks_cover_above (const TestTable *table,
                   const RmCertificate *certificate)
{
  guint m = table->source.n_mentors;

  for (guint i = 0; i < table->source.n_mentees; i++)
    for (guint j = 0; j < m; j++)
      {
        gboolean locked = FALSE;

        for (guint k = 0; k < table->problem.n_locks; k++)
          locked |= table->locks[k].mentee == i;
        if (!locked
            && table->scores[i * m + j] > certificate->floor
            && !certificate->mentee_cover_above[i]
            && !certificate->mentor_cover_above[j])
          return TRUE;
      }

  return FALSE;
}

static gboolean
corrupt_mentee_cover_above (TestTable *table,
                            RmSolution *solution,
                            guint at)
{
  RmCertificate *certificate = solution->certificate;

  if (table->problem.mode != RM_MODE_WEAKEST)
    return FALSE;
  certificate->mentee_cover_above[at % table->source.n_mentees] = 0;
  return lacks_cover_above (table, certificate);
}

static gboolean
corrupt_mentor_cover_above (TestTable *table,
                            RmSolution *solution,
                            guint at)
{
  RmCertificate *certificate = solution->certificate;

  if (table->problem.mode != RM_MODE_WEAKEST)
    return FALSE;
  certificate->mentor_cover_above[at % table->source.n_mentors] = 0;
  return lacks_cover_above (table, certificate);
}

/* A cover of everything is one, and proves nothing. */
static gboolean
corrupt_cover_above_upwards (TestTable *table,
                             RmSolution *solution,
                             guint at)
{
  if (table->problem.mode != RM_MODE_WEAKEST)
    return FALSE;
  memset (solution->certificate->mentee_cover_above, 1, table->source.n_mentees);
  return TRUE;
}

/* The best with most people, which has a pair below the floor, as if there were no floor. */
static gboolean
corrupt_mode (TestTable *table,
              RmSolution *solution,
              guint at)
{
  g_autoptr (RmSolution) other = NULL;
  RmCertificate *before = solution->certificate;
  RmCertificate *after = NULL;
  RmSolution kept = *solution;

  if (table->problem.mode != RM_MODE_WEAKEST)
    return FALSE;
  table->problem.mode = RM_MODE_PEOPLE;
  other = test_table_solve (table);
  table->problem.mode = RM_MODE_WEAKEST;
  after = other->certificate;
  after->mentee_cover_all = g_steal_pointer (&before->mentee_cover_all);
  after->mentor_cover_all = g_steal_pointer (&before->mentor_cover_all);
  after->mentee_cover_above = g_steal_pointer (&before->mentee_cover_above);
  after->mentor_cover_above = g_steal_pointer (&before->mentor_cover_above);
  *solution = *other;
  *other = kept;

  return before->floor > 0;
}

static RmSolution *
solve (const TestTable *table)
{
  return table->problem.mode == RM_MODE_WEAKEST ? weakest_solve (table) : test_table_solve (table);
}

static void
test_corrupt (void)
{
  static const Corrupt ways[] = {
    corrupt_total,
    corrupt_lowest,
    corrupt_people,
    corrupt_by_dropping,
    corrupt_order,
    corrupt_by_doubling,
    corrupt_by_stranger,
    corrupt_candidate,
    corrupt_score,
    corrupt_other_score,
    corrupt_mentee_price,
    corrupt_mentee_price_upwards,
    corrupt_mentor_price,
    corrupt_mentor_price_downwards,
    corrupt_cover,
    corrupt_cover_downwards,
    corrupt_bonus,
    corrupt_bonus_away,
    corrupt_bound,
    corrupt_bounds,
    corrupt_bound_order,
    corrupt_size,
    corrupt_by_nothing,
    corrupt_mentee_capacity,
    corrupt_mentor_capacity,
    corrupt_lock,
    corrupt_lock_twice,
    corrupt_by_excluding,
    corrupt_floor,
    corrupt_floor_below_nothing,
    corrupt_mentee_cover_all,
    corrupt_mentor_cover_all,
    corrupt_covers_away,
    corrupt_mentee_cover_above,
    corrupt_mentor_cover_above,
    corrupt_cover_above_upwards,
    corrupt_mode,
  };
  guint n_done[G_N_ELEMENTS (ways)] = { 0 };

  for (guint32 seed = 1; seed <= 30; seed++)
    for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
      {
        RmMode mode = (RmMode) (seed % 3);
        g_autoptr (TestTable) table = test_table_new_large (9, 12, 3, mode, seed);
        g_autoptr (RmSolution) solution = solve (table);
        g_autoptr (GError) error = NULL;

        test_table_assert_proved (table, solution);
        if (!ways[way] (table, solution, seed))
          continue;
        n_done[way]++;
        if (rm_assignment_check (&table->problem, solution, NULL, NULL, NULL, &error))
          g_error ("seed %u, way %u went unseen", seed, (guint) way);
        g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_PROOF);
      }

  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    g_assert_cmpuint (n_done[way], >, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/assignment/corrupt", test_corrupt);
  return g_test_run ();
}
