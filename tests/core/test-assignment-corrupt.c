/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-table.h"

#include <string.h>

/* Ways to get a solution wrong. Each changes @solution or @table and says whether it could. */
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
          table->scores[mentee * m + j] = solution->certificate->mentee_price[mentee]
                                          + solution->certificate->mentor_price[j] + 1;
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
  };
  guint n_done[G_N_ELEMENTS (ways)] = { 0 };

  for (guint32 seed = 1; seed <= 30; seed++)
    for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
      {
        RmMode mode = seed % 2 == 0 ? RM_MODE_PEOPLE : RM_MODE_TOTAL;
        g_autoptr (TestTable) table = test_table_new_large (9, 12, 3, mode, seed);
        g_autoptr (RmSolution) solution = test_table_solve (table);
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
