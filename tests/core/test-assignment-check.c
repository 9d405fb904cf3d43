/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proof/rm-assignment-check-private.h"
#include "core/proof/rm-assignment-check.h"
#include "test-table.h"
#include "weakest.h"

/* What a pairing is worth where the weakest pair is protected, the first first. */
typedef struct
{
  guint n_free;   /* mentees without a locked pair who are paired */
  gint64 floor;   /* the lowest score of the pairs that are not locked, or 0 */
  gint64 total;
} Worth;

static gboolean
is_in (const RmPlace *places,
       guint n,
       guint mentee,
       guint mentor)
{
  for (guint k = 0; k < n; k++)
    if (places[k].mentee == mentee && places[k].mentor == mentor)
      return TRUE;

  return FALSE;
}

/* Returns whether the pairs of @set, a bit each, may be together. */
static gboolean
weigh (const TestTable *table,
       guint set,
       Worth *worth)
{
  const RmProblem *problem = &table->problem;
  guint n = table->source.n_mentees;
  guint m = table->source.n_mentors;
  gint64 lowest = G_MAXINT64;
  int mentors[8] = { 0 };

  *worth = (Worth) { 0 };
  for (guint i = 0; i < n; i++)
    {
      int n_pairs = 0;
      gboolean has_lock = FALSE;

      for (guint j = 0; j < m; j++)
        {
          gint64 score = table->scores[i * m + j];
          gboolean locked = is_in (problem->locks, problem->n_locks, i, j);

          if ((set >> (i * m + j) & 1) == 0)
            {
              if (locked)
                return FALSE;
              continue;
            }
          if (score < 0 || is_in (problem->excluded, problem->n_excluded, i, j)
              || ++mentors[j] > table->mentor_capacity[j])
            return FALSE;
          n_pairs++;
          has_lock |= locked;
          worth->total += score;
          lowest = locked ? lowest : MIN (lowest, score);
        }
      if (n_pairs > table->mentee_capacity[i])
        return FALSE;
      worth->n_free += n_pairs > 0 && !has_lock;
    }
  worth->floor = worth->n_free > 0 ? lowest : 0;

  return TRUE;
}

static gboolean
is_better (const Worth *a,
           const Worth *b)
{
  if (a->n_free != b->n_free)
    return a->n_free > b->n_free;
  if (a->floor != b->floor)
    return a->floor > b->floor;

  return a->total > b->total;
}

static guint
set_of (const RmSolution *solution,
        guint m)
{
  guint set = 0;

  for (guint k = 0; k < solution->n_pairs; k++)
    set |= 1u << (solution->pairs[k].mentee * m + solution->pairs[k].mentor);

  return set;
}

static void
exclude_some (TestTable *table,
              GRand *rand)
{
  for (guint i = 0; i < table->source.n_mentees; i++)
    for (guint j = 0; j < table->source.n_mentors; j++)
      if (!is_in (table->locks, table->problem.n_locks, i, j)
          && g_rand_int_range (rand, 0, 6) == 0)
        table->excluded[table->problem.n_excluded++] = (RmPlace) { i, j };
}

/* What is proved is the best of all, by trying all. */
static void
test_weakest (void)
{
  static const guint sizes[][2] = { { 3, 4 }, { 4, 3 }, { 2, 6 }, { 6, 2 }, { 1, 1 }, { 3, 3 } };
  guint n_floors = 0;
  guint n_locked_only = 0;

  for (guint32 seed = 1; seed <= 600; seed++)
    {
      const guint *size = sizes[seed % G_N_ELEMENTS (sizes)];
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TestTable) table = test_table_new (size[0], size[1], RM_MODE_WEAKEST);
      g_autoptr (RmSolution) solution = NULL;
      Worth best = { 0 };
      Worth found = { 0 };

      for (guint i = 0; i < size[0]; i++)
        table->mentee_capacity[i] = g_rand_int_range (rand, 0, 3);
      for (guint j = 0; j < size[1]; j++)
        table->mentor_capacity[j] = g_rand_int_range (rand, 0, 3);
      test_table_fill (table, rand, seed % 3 == 0 ? 3 : 40, (int) (seed % 5) * 20);
      if (seed % 2 == 0)
        test_table_add_locks (table, rand);
      exclude_some (table, rand);

      solution = weakest_solve (table);
      test_table_assert_proved (table, solution);
      for (guint set = 0; set < 1u << (size[0] * size[1]); set++)
        if (weigh (table, set, &found) && is_better (&found, &best))
          best = found;
      g_assert_true (weigh (table, set_of (solution, size[1]), &found));
      if (is_better (&best, &found))
        g_error ("seed %u: floor %" G_GINT64_FORMAT ", total %" G_GINT64_FORMAT " was proved best",
                 seed, found.floor, found.total);
      g_assert_cmpint (solution->certificate->floor, ==, best.floor);
      n_floors += best.floor > 0;
      n_locked_only += best.n_free == 0 && solution->n_pairs > 0;
    }
  g_assert_cmpuint (n_floors, >, 100);
  g_assert_cmpuint (n_locked_only, >, 10);
}

static gboolean
is_refused (const TestTable *table,
            const RmSolution *solution,
            RmPlace *violation)
{
  g_autoptr (GError) error = NULL;

  if (rm_assignment_check (&table->problem, solution, NULL, NULL, violation, &error))
    return FALSE;

  g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_PROOF);
  return TRUE;
}

/* An excluded pair is none, whatever it would be worth, and however often it is said. */
static void
test_excluded (void)
{
  for (int mode = RM_MODE_PEOPLE; mode <= RM_MODE_TOTAL; mode++)
    {
      g_autoptr (TestTable) table = test_table_new_large (20, 30, 2, (RmMode) mode, 5);
      g_autoptr (RmSolution) solution = test_table_solve (table);
      RmPlace other = { 0, 0 };
      RmPlace violation = { 0, 0 };

      while (is_in (solution->pairs, solution->n_pairs, other.mentee, other.mentor))
        other.mentor++;
      table->scores[other.mentee * 30 + other.mentor] = 1000000;
      g_assert_true (is_refused (table, solution, &violation));
      g_assert_cmpmem (&violation, sizeof violation, &other, sizeof other);

      table->excluded[table->problem.n_excluded++] = other;
      table->excluded[table->problem.n_excluded++] = (RmPlace) { 19, 29 };
      table->excluded[table->problem.n_excluded++] = other;
      if (is_in (solution->pairs, solution->n_pairs, 19, 29))
        table->excluded[1] = other;
      test_table_assert_proved (table, solution);

      table->excluded[table->problem.n_excluded++] = solution->pairs[solution->n_pairs - 1];
      g_assert_true (is_refused (table, solution, &violation));
      g_assert_cmpmem (&violation, sizeof violation, &solution->pairs[solution->n_pairs - 1],
                       sizeof violation);
    }
}

typedef struct
{
  GThread *thread;
  double last;
} Calls;

static gboolean
count_call (double fraction,
            gpointer data)
{
  Calls *calls = data;

  g_assert_true (g_thread_self () == calls->thread);
  g_assert_cmpfloat (fraction, >=, calls->last);
  g_assert_cmpfloat (fraction, <=, 1);
  calls->last = fraction;
  return TRUE;
}

/* Many pairs are wrong, far apart: the first is named by any number of threads. */
static void
test_threads (void)
{
  static const guint n_threads[] = { 1, 2, 3, 7 };
  g_autoptr (TestTable) table = test_table_new_large (900, 700, 1, RM_MODE_PEOPLE, 2);
  g_autoptr (RmSolution) solution = test_table_solve (table);

  for (guint wrong = 0; wrong < 5; wrong++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (n_threads); k++)
        {
          g_autoptr (GError) error = NULL;
          Calls calls = { g_thread_self (), 0 };
          RmPlace violation = { 0, 0 };
          gboolean ok = rm_assignment_check_on (n_threads[k], &table->problem, solution, count_call,
                                                &calls, &violation, &error);

          g_assert_cmpint (ok, ==, wrong == 0);
          if (ok)
            g_assert_cmpfloat (calls.last, ==, 1);
          g_assert_cmpuint (violation.mentee, ==, ok ? G_MAXUINT : 899 - 140 * wrong);
          g_assert_cmpuint (violation.mentor, ==, ok ? G_MAXUINT : 100 + wrong);
        }

      /* the next one comes before those there are */
      for (guint j = 101 + wrong; j < 700; j += 50)
        {
          RmPlace place = { 899 - 140 * (wrong + 1), j };

          g_assert_false (is_in (solution->pairs, solution->n_pairs, place.mentee, place.mentor));
          table->scores[place.mentee * 700 + place.mentor] = G_MAXINT32;
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/assignment/check/weakest", test_weakest);
  g_test_add_func ("/core/assignment/check/excluded", test_excluded);
  g_test_add_func ("/core/assignment/check/threads", test_threads);
  return g_test_run ();
}
