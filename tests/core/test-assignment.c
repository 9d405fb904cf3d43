/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-assignment.h"
#include "core/proof/rm-assignment-check.h"
#include "test-people.h"
#include "test-table.h"

#include <stdlib.h>

static gboolean
is_locked (const TestTable *self,
           guint mentee,
           guint mentor)
{
  for (guint k = 0; k < self->problem.n_locks; k++)
    if (self->locks[k].mentee == mentee && self->locks[k].mentor == mentor)
      return TRUE;

  return FALSE;
}

/* The best value by trying everything: mentees one by one, each with every set of mentors, over
 * all ways in which the mentors' places can be used up. A value is people × 10^9 + total in
 * RM_MODE_PEOPLE and the total alone in RM_MODE_TOTAL. */
#define PERSON G_GINT64_CONSTANT (1000000000)

static gint64
value_of_set (const TestTable *self,
              guint mentee,
              guint set,
              const int *radix,
              int state,
              int *cost)
{
  gint64 value = 0;
  int size = 0;
  int unit = 1;

  *cost = 0;
  for (guint j = 0; j < self->source.n_mentors; j++)
    {
      gboolean taken = (set >> j) & 1;
      gint64 score = self->scores[mentee * self->source.n_mentors + j];

      if (taken && (score < 0 || state / unit % radix[j] == 0))
        return -1;
      if (!taken && is_locked (self, mentee, j))
        return -1;
      if (taken)
        {
          value += score;
          size++;
          *cost += unit;
        }
      unit *= radix[j];
    }
  if (size > self->mentee_capacity[mentee])
    return -1;

  return value + (size > 0 && self->problem.mode != RM_MODE_TOTAL ? PERSON : 0);
}

static gint64
try_everything (const TestTable *self)
{
  guint n = self->source.n_mentees;
  guint m = self->source.n_mentors;
  int radix[8];
  int n_states = 1;

  for (guint j = 0; j < m; j++)
    n_states *= radix[j] = self->mentor_capacity[j] + 1;

  g_autofree gint64 *best = g_new0 (gint64, n_states);

  for (guint i = n; i-- > 0;)
    {
      g_autofree gint64 *next = g_steal_pointer (&best);

      best = g_new (gint64, n_states);
      for (int state = 0; state < n_states; state++)
        {
          best[state] = -1;
          for (guint set = 0; set < 1u << m; set++)
            {
              int cost = 0;
              gint64 value = value_of_set (self, i, set, radix, state, &cost);

              if (value >= 0 && next[state - cost] >= 0)
                best[state] = MAX (best[state], value + next[state - cost]);
            }
        }
    }

  return best[n_states - 1];
}

/* The best value with pairs of @floor points or more; locked ones whatever their score. */
static gint64
try_from_floor (const TestTable *self,
                gint64 floor)
{
  gsize n_cells = (gsize) self->source.n_mentees * self->source.n_mentors;
  g_autofree gint64 *scores = g_memdup2 (self->scores, sizeof (gint64) * (n_cells + 1));
  TestTable table = *self;

  table.scores = scores;
  for (guint i = 0; i < self->source.n_mentees; i++)
    for (guint j = 0; j < self->source.n_mentors; j++)
      if (scores[i * self->source.n_mentors + j] < floor && !is_locked (self, i, j))
        scores[i * self->source.n_mentors + j] = RM_NO_CANDIDATE;

  return try_everything (&table);
}

/* RM_MODE_WEAKEST by its definition: every score is tried as the lowest. */
static gint64
try_floors (const TestTable *self,
            gint64 *floor)
{
  gsize n_cells = (gsize) self->source.n_mentees * self->source.n_mentors;
  gint64 best = try_everything (self);
  gint64 n_people = best / PERSON;
  gint64 n_locked = 0;

  for (guint i = 0; i < self->source.n_mentees; i++)
    {
      gboolean has_lock = FALSE;

      for (guint j = 0; j < self->source.n_mentors; j++)
        has_lock |= is_locked (self, i, j);
      n_locked += has_lock;
    }

  *floor = 0;
  if (n_people == n_locked)
    return best;
  for (gsize k = 0; k < n_cells; k++)
    if (self->scores[k] > *floor && try_from_floor (self, self->scores[k]) / PERSON == n_people)
      *floor = self->scores[k];

  return try_from_floor (self, *floor);
}

static void
assert_equal_solutions (const RmSolution *a,
                        const RmSolution *b)
{
  const RmCertificate *first = a->certificate;
  const RmCertificate *second = b->certificate;

  g_assert_cmpmem (a->pairs, a->n_pairs * sizeof (RmPlace),
                   b->pairs, b->n_pairs * sizeof (RmPlace));
  g_assert_cmpmem (first->mentee_price, first->n_mentees * sizeof (gint64),
                   second->mentee_price, second->n_mentees * sizeof (gint64));
  g_assert_cmpmem (first->mentee_cover, first->n_mentees * sizeof (gint64),
                   second->mentee_cover, second->n_mentees * sizeof (gint64));
  g_assert_cmpmem (first->mentor_price, first->n_mentors * sizeof (gint64),
                   second->mentor_price, second->n_mentors * sizeof (gint64));
  g_assert_cmpuint (first->n_bounds, ==, second->n_bounds);
}

static TestTable *
new_random_table (guint32 seed)
{
  static const int greatest[] = { 1, 3, 4000, 1000000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gboolean wide = g_rand_int_range (rand, 0, 12) == 0;
  int most = wide ? 1 : g_rand_int_range (rand, 1, 4);
  int size = wide ? 8 : most == 1 ? 7 : 6 - most / 2;
  guint n = (guint) g_rand_int_range (rand, 0, size);
  guint m = (guint) g_rand_int_range (rand, 0, size);
  TestTable *table = test_table_new (n, m, (RmMode) g_rand_int_range (rand, 0, RM_N_MODES));
  int missing = g_rand_int_range (rand, 0, 4) * 25;

  for (guint i = 0; i < n; i++)
    table->mentee_capacity[i] = g_rand_int_range (rand, 0, most + 2);
  for (guint j = 0; j < m; j++)
    table->mentor_capacity[j] = g_rand_int_range (rand, 0, most + 1);
  test_table_fill (table, rand, greatest[g_rand_int_range (rand, 0, 4)], missing);
  if (g_rand_boolean (rand))
    test_table_add_locks (table, rand);

  return table;
}

static void
test_oracle (void)
{
  for (guint32 seed = 1; seed <= 4000; seed++)
    {
      g_autoptr (TestTable) table = new_random_table (seed);
      g_autoptr (RmSolution) solution = test_table_solve (table);
      g_autoptr (RmSolution) again = test_table_solve (table);
      g_autoptr (GError) error = NULL;
      gboolean people = table->problem.mode != RM_MODE_TOTAL;
      gint64 value = solution->total + (people ? solution->n_paired * PERSON : 0);
      gint64 floor = 0;
      gint64 best = table->problem.mode == RM_MODE_WEAKEST ? try_floors (table, &floor)
                                                           : try_everything (table);

      if (value != best
          || solution->certificate->floor != floor
          || !rm_assignment_check (&table->problem, solution, NULL, NULL, NULL, &error))
        g_error ("seed %u: value %" G_GINT64_FORMAT ", best %" G_GINT64_FORMAT ": %s",
                 seed, value, best, error != NULL ? error->message : "proved");
      assert_equal_solutions (solution, again);
    }
}

static void
test_large (void)
{
  static const struct
  {
    guint n;
    guint m;
    int most;
  } sizes[] = {
    { 122, 200, 1 }, { 122, 200, 3 }, { 200, 122, 3 }, { 400, 400, 1 }, { 300, 20, 8 },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    for (int mode = RM_MODE_PEOPLE; mode < RM_N_MODES; mode++)
      {
        g_autoptr (TestTable) table = test_table_new_large (sizes[k].n, sizes[k].m, sizes[k].most,
                                                   (RmMode) mode, 7);
        g_autoptr (RmSolution) solution = NULL;

        g_test_timer_start ();
        solution = test_table_solve (table);
        g_test_message ("%u × %u, up to %d places, mode %d: %.1f ms",
                        sizes[k].n, sizes[k].m, sizes[k].most, mode,
                        g_test_timer_elapsed () * 1000);
        test_table_assert_proved (table, solution);
      }
}

/* People as the product has them, scored and paired. */
static void
test_people (void)
{
  g_autoptr (TestPeople) people = test_people_new_sides (11, 122, 200, 40, 20);
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  RmScoreSource source = rm_scorer_get_source (scorer);
  g_autoptr (TestTable) table = test_table_new (122, 200, RM_MODE_PEOPLE);
  g_autoptr (RmSolution) solution = NULL;

  g_assert_cmpuint (source.n_mentees, ==, 122);
  g_assert_cmpuint (source.n_mentors, ==, 200);
  table->problem.source = &source;
  g_test_timer_start ();
  solution = test_table_solve (table);
  g_test_message ("122 × 200 people scored and paired: %.1f ms", g_test_timer_elapsed () * 1000);
  test_table_assert_proved (table, solution);
  g_assert_cmpuint (solution->n_paired, >, 100);
}

static void
test_slow (void)
{
  if (!g_test_slow ())
    {
      g_test_skip ("takes seconds");
      return;
    }
  for (int greatest = 4; greatest <= 4000; greatest *= 10)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (1);
      g_autoptr (TestTable) table = test_table_new (2000, 2000, RM_MODE_PEOPLE);
      g_autoptr (RmSolution) solution = NULL;

      test_table_fill (table, rand, greatest, 30);
      g_test_timer_start ();
      solution = test_table_solve (table);
      g_test_message ("2,000 × 2,000, scores up to %d: %.0f ms", greatest,
                      g_test_timer_elapsed () * 1000);
      test_table_assert_proved (table, solution);
    }
}

/* The order of rows and columns must not matter to the value. */
static void
test_relabelled (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (TestTable) table = test_table_new_large (30, 40, 2, RM_MODE_PEOPLE, seed);
      g_autoptr (TestTable) mirror = test_table_new (30, 40, RM_MODE_PEOPLE);
      g_autoptr (RmSolution) solution = NULL;
      g_autoptr (RmSolution) other = NULL;

      table->problem.n_locks = 0;
      for (guint i = 0; i < 30; i++)
        mirror->mentee_capacity[i] = table->mentee_capacity[29 - i];
      for (guint j = 0; j < 40; j++)
        mirror->mentor_capacity[j] = table->mentor_capacity[39 - j];
      for (guint k = 0; k < 1200; k++)
        mirror->scores[k] = table->scores[1199 - k];
      solution = test_table_solve (table);
      other = test_table_solve (mirror);
      g_assert_cmpint (solution->total, ==, other->total);
      g_assert_cmpuint (solution->n_paired, ==, other->n_paired);
    }
}

static TestTable *
read_orlib (const char *path,
            gint64 *ceiling)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char *at = NULL;
  TestTable *table = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  *ceiling = 0;
  n = (guint) strtoul (text, &at, 10);
  table = test_table_new (n, n, RM_MODE_PEOPLE);
  for (guint k = 0; k < n * n; k++)
    {
      table->scores[k] = strtol (at, &at, 10);
      *ceiling = MAX (*ceiling, table->scores[k] + 1);
    }
  for (guint k = 0; k < n * n; k++)
    table->scores[k] = *ceiling - table->scores[k];

  return table;
}

/* Of the OR-Library, with the lowest totals that are published. */
static const struct
{
  const char *name;
  gint64 optimum;
} orlib[] = {
  { "assign100.txt", 305 }, { "assign200.txt", 475 }, { "assign300.txt", 626 },
  { "assign400.txt", 804 }, { "assign500.txt", 991 }, { "assign600.txt", 1176 },
  { "assign700.txt", 1362 }, { "assign800.txt", 1552 },
};

/* The number of them that are in @folder. */
static guint
solve_orlib (const char *folder)
{
  guint n_solved = 0;

  for (gsize k = 0; k < G_N_ELEMENTS (orlib); k++)
    {
      g_autofree char *path = g_build_filename (folder, orlib[k].name, NULL);
      g_autoptr (TestTable) table = NULL;
      g_autoptr (RmSolution) solution = NULL;
      gint64 ceiling = 0;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      g_test_message ("%s", orlib[k].name);
      table = read_orlib (path, &ceiling);
      solution = test_table_solve (table);
      test_table_assert_proved (table, solution);
      g_assert_cmpuint (solution->n_paired, ==, table->source.n_mentees);
      g_assert_cmpint (solution->n_paired * ceiling - solution->total, ==, orlib[k].optimum);
      n_solved++;
    }

  return n_solved;
}

static void
test_orlib (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "third-party",
                                                   "or-library", NULL);

  g_assert_cmpuint (solve_orlib (folder), ==, 2);
}

/* More of them, which are not here. */
static void
test_given (gconstpointer folder)
{
  g_assert_cmpuint (solve_orlib (folder), >, 0);
}

static void
assert_solve_fails (const TestTable *table,
                    RmCoreError code)
{
  g_autoptr (GError) error = NULL;
  RmSolution *solution = rm_assignment_solve (&table->problem, NULL, NULL, &error);

  g_assert_null (solution);
  g_assert_error (error, RM_CORE_ERROR, (int) code);
}

static void
test_bad_locks (void)
{
  g_autoptr (TestTable) table = test_table_new (3, 3, RM_MODE_PEOPLE);

  table->scores[0] = RM_NO_CANDIDATE;
  table->mentor_capacity[2] = 2;
  table->problem.n_locks = 1;

  table->locks[0] = (RmPlace) { 0, 0 };
  assert_solve_fails (table, RM_CORE_ERROR_LOCK);
  table->locks[0] = (RmPlace) { 3, 0 };
  assert_solve_fails (table, RM_CORE_ERROR_LOCK);
  table->locks[0] = (RmPlace) { 0, 3 };
  assert_solve_fails (table, RM_CORE_ERROR_LOCK);

  table->problem.n_locks = 2;
  table->locks[0] = (RmPlace) { 1, 1 };
  table->locks[1] = (RmPlace) { 2, 1 };
  assert_solve_fails (table, RM_CORE_ERROR_LOCK);
  table->locks[1] = (RmPlace) { 1, 2 };
  assert_solve_fails (table, RM_CORE_ERROR_LOCK);
  table->mentee_capacity[1] = 2;
  table->mentor_capacity[1] = 2;
  table->locks[1] = (RmPlace) { 1, 1 };
  assert_solve_fails (table, RM_CORE_ERROR_LOCK);
}

static gint64
get_nothing (gconstpointer data,
             guint mentee,
             guint mentor)
{
  return 0;
}

static void
test_limits (void)
{
  g_autoptr (TestTable) table = test_table_new (2, 2, RM_MODE_PEOPLE);
  RmScoreSource huge = { G_MAXUINT, G_MAXUINT, get_nothing, NULL };

  table->scores[3] = G_MAXINT64;
  assert_solve_fails (table, RM_CORE_ERROR_LIMIT);
  table->problem.source = &huge;
  assert_solve_fails (table, RM_CORE_ERROR_LIMIT);
}

static void
test_greatest_scores (void)
{
  g_autoptr (TestTable) table = test_table_new (3, 3, RM_MODE_PEOPLE);
  g_autoptr (RmSolution) solution = NULL;

  for (guint k = 0; k < 9; k++)
    table->scores[k] = G_MAXINT32 - 2 - k % 4;
  solution = test_table_solve (table);
  test_table_assert_proved (table, solution);
}

static void
test_empty (void)
{
  static const guint sizes[][2] = { { 0, 0 }, { 0, 4 }, { 4, 0 }, { 3, 3 } };

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    for (int mode = RM_MODE_PEOPLE; mode < RM_N_MODES; mode++)
      {
        g_autoptr (TestTable) table = test_table_new (sizes[k][0], sizes[k][1], (RmMode) mode);
        g_autoptr (RmSolution) solution = NULL;

        for (guint c = 0; c < sizes[k][0] * sizes[k][1]; c++)
          table->scores[c] = RM_NO_CANDIDATE;
        solution = test_table_solve (table);
        g_assert_cmpuint (solution->n_pairs, ==, 0);
        g_assert_cmpint (solution->lowest, ==, 0);
        test_table_assert_proved (table, solution);
      }
}

static gboolean
count_down (double fraction,
            gpointer data)
{
  int *left = data;

  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  return --*left > 0;
}

static void
test_cancel (void)
{
  g_autoptr (TestTable) table = test_table_new_large (400, 400, 1, RM_MODE_PEOPLE, 3);
  g_autoptr (RmSolution) solution = test_table_solve (table);

  for (int left = 1; left <= 4; left++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) check_error = NULL;
      int calls = left;

      g_assert_null (rm_assignment_solve (&table->problem, count_down, &calls, &error));
      g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED);
      calls = MIN (left, 2);
      g_assert_false (rm_assignment_check (&table->problem, solution, count_down, &calls, NULL,
                                           &check_error));
      g_assert_error (check_error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    {
      g_test_add_data_func ("/core/assignment/given", argv[1], test_given);
      return g_test_run ();
    }

  g_test_add_func ("/core/assignment/oracle", test_oracle);
  g_test_add_func ("/core/assignment/large", test_large);
  g_test_add_func ("/core/assignment/people", test_people);
  g_test_add_func ("/core/assignment/slow", test_slow);
  g_test_add_func ("/core/assignment/relabelled", test_relabelled);
  g_test_add_func ("/core/assignment/orlib", test_orlib);
  g_test_add_func ("/core/assignment/bad-locks", test_bad_locks);
  g_test_add_func ("/core/assignment/limits", test_limits);
  g_test_add_func ("/core/assignment/greatest-scores", test_greatest_scores);
  g_test_add_func ("/core/assignment/empty", test_empty);
  g_test_add_func ("/core/assignment/cancel", test_cancel);
  return g_test_run ();
}
