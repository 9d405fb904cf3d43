/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-assignment.h"

#include <stdlib.h>
#include <string.h>

/* A problem over a plain table, with room for all that a test wants to change. */
typedef struct
{
  RmScoreSource source;
  RmProblem problem;
  gint64 *scores;
  int *mentee_capacity;
  int *mentor_capacity;
  RmPlace *locks;
} Table;

static gint64
get_table_score (gconstpointer data,
                 guint mentee,
                 guint mentor)
{
  const Table *self = data;

  return self->scores[(gsize) mentee * self->source.n_mentors + mentor];
}

static Table *
table_new (guint n,
           guint m,
           RmMode mode)
{
  Table *self = g_new0 (Table, 1);

  self->source = (RmScoreSource) { n, m, get_table_score, self };
  self->scores = g_new0 (gint64, (gsize) n * m + 1);
  self->mentee_capacity = g_new0 (int, n + 1);
  self->mentor_capacity = g_new0 (int, m + 1);
  self->locks = g_new0 (RmPlace, (gsize) n * m + 1);
  for (guint i = 0; i < n; i++)
    self->mentee_capacity[i] = 1;
  for (guint j = 0; j < m; j++)
    self->mentor_capacity[j] = 1;
  self->problem = (RmProblem) {
    .source = &self->source,
    .mentee_capacity = self->mentee_capacity,
    .mentor_capacity = self->mentor_capacity,
    .locks = self->locks,
    .mode = mode,
  };

  return self;
}

static void
table_free (Table *self)
{
  g_free (self->scores);
  g_free (self->mentee_capacity);
  g_free (self->mentor_capacity);
  g_free (self->locks);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static void
fill_scores (Table *self,
             GRand *rand,
             int greatest,
             int percent_missing)
{
  for (gsize k = 0; k < (gsize) self->source.n_mentees * self->source.n_mentors; k++)
    self->scores[k] = g_rand_int_range (rand, 0, 100) < percent_missing
                        ? RM_NO_CANDIDATE
                        : g_rand_int_range (rand, 0, greatest + 1);
}

/* Locks a few candidates, as capacities allow. */
static void
add_locks (Table *self,
           GRand *rand)
{
  guint n = self->source.n_mentees;
  guint m = self->source.n_mentors;
  g_autofree int *mentee_left = g_memdup2 (self->mentee_capacity, sizeof (int) * (n + 1));
  g_autofree int *mentor_left = g_memdup2 (self->mentor_capacity, sizeof (int) * (m + 1));

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      if (self->scores[i * m + j] >= 0
          && mentee_left[i] > 0
          && mentor_left[j] > 0
          && g_rand_int_range (rand, 0, 8) == 0)
        {
          self->locks[self->problem.n_locks++] = (RmPlace) { i, j };
          mentee_left[i]--;
          mentor_left[j]--;
        }
}

static gboolean
is_locked (const Table *self,
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
value_of_set (const Table *self,
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

  return value + (size > 0 && self->problem.mode == RM_MODE_PEOPLE ? PERSON : 0);
}

static gint64
try_everything (const Table *self)
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

static void
assert_proved (const Table *self,
               const RmSolution *solution)
{
  g_autoptr (GError) error = NULL;
  RmPlace violation = { 0, 0 };
  gboolean ok = rm_assignment_check (&self->problem, solution, NULL, NULL, &violation, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  g_assert_cmpuint (violation.mentee, ==, G_MAXUINT);
  g_assert_cmpuint (violation.mentor, ==, G_MAXUINT);
}

static RmSolution *
solve (const Table *self)
{
  g_autoptr (GError) error = NULL;
  RmSolution *solution = rm_assignment_solve (&self->problem, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (solution);
  return solution;
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

static Table *
new_random_table (guint32 seed)
{
  static const int greatest[] = { 1, 3, 4000, 1000000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gboolean wide = g_rand_int_range (rand, 0, 12) == 0;
  int most = wide ? 1 : g_rand_int_range (rand, 1, 4);
  int size = wide ? 8 : most == 1 ? 7 : 6 - most / 2;
  guint n = (guint) g_rand_int_range (rand, 0, size);
  guint m = (guint) g_rand_int_range (rand, 0, size);
  Table *table = table_new (n, m, g_rand_boolean (rand) ? RM_MODE_PEOPLE : RM_MODE_TOTAL);
  int missing = g_rand_int_range (rand, 0, 4) * 25;

  for (guint i = 0; i < n; i++)
    table->mentee_capacity[i] = g_rand_int_range (rand, 0, most + 2);
  for (guint j = 0; j < m; j++)
    table->mentor_capacity[j] = g_rand_int_range (rand, 0, most + 1);
  fill_scores (table, rand, greatest[g_rand_int_range (rand, 0, 4)], missing);
  if (g_rand_boolean (rand))
    add_locks (table, rand);

  return table;
}

static void
test_oracle (void)
{
  for (guint32 seed = 1; seed <= 4000; seed++)
    {
      g_autoptr (Table) table = new_random_table (seed);
      g_autoptr (RmSolution) solution = solve (table);
      g_autoptr (RmSolution) again = solve (table);
      g_autoptr (GError) error = NULL;
      gboolean people = table->problem.mode == RM_MODE_PEOPLE;
      gint64 value = solution->total + (people ? solution->n_paired * PERSON : 0);
      gint64 best = try_everything (table);

      if (value != best
          || !rm_assignment_check (&table->problem, solution, NULL, NULL, NULL, &error))
        g_error ("seed %u: value %" G_GINT64_FORMAT ", best %" G_GINT64_FORMAT ": %s",
                 seed, value, best, error != NULL ? error->message : "proved");
      assert_equal_solutions (solution, again);
    }
}

static Table *
new_large_table (guint n,
                 guint m,
                 int most,
                 RmMode mode,
                 guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Table *table = table_new (n, m, mode);

  fill_scores (table, rand, RM_SCORE_POINTS, 30);
  for (guint i = 0; i < n && most > 1; i++)
    table->mentee_capacity[i] = g_rand_int_range (rand, 0, most + 1);
  for (guint j = 0; j < m && most > 1; j++)
    table->mentor_capacity[j] = g_rand_int_range (rand, 0, most + 1);
  if (most > 1)
    add_locks (table, rand);

  return table;
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
    for (int mode = RM_MODE_PEOPLE; mode <= RM_MODE_TOTAL; mode++)
      {
        g_autoptr (Table) table = new_large_table (sizes[k].n, sizes[k].m, sizes[k].most,
                                                   (RmMode) mode, 7);
        g_autoptr (RmSolution) solution = NULL;

        g_test_timer_start ();
        solution = solve (table);
        g_test_message ("%u × %u, up to %d places, mode %d: %.1f ms",
                        sizes[k].n, sizes[k].m, sizes[k].most, mode,
                        g_test_timer_elapsed () * 1000);
        assert_proved (table, solution);
      }
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
      g_autoptr (Table) table = table_new (2000, 2000, RM_MODE_PEOPLE);
      g_autoptr (RmSolution) solution = NULL;

      fill_scores (table, rand, greatest, 30);
      g_test_timer_start ();
      solution = solve (table);
      g_test_message ("2,000 × 2,000, scores up to %d: %.0f ms", greatest,
                      g_test_timer_elapsed () * 1000);
      assert_proved (table, solution);
    }
}

/* The order of rows and columns must not matter to the value. */
static void
test_relabelled (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (Table) table = new_large_table (30, 40, 2, RM_MODE_PEOPLE, seed);
      g_autoptr (Table) mirror = table_new (30, 40, RM_MODE_PEOPLE);
      g_autoptr (RmSolution) solution = NULL;
      g_autoptr (RmSolution) other = NULL;

      table->problem.n_locks = 0;
      for (guint i = 0; i < 30; i++)
        mirror->mentee_capacity[i] = table->mentee_capacity[29 - i];
      for (guint j = 0; j < 40; j++)
        mirror->mentor_capacity[j] = table->mentor_capacity[39 - j];
      for (guint k = 0; k < 1200; k++)
        mirror->scores[k] = table->scores[1199 - k];
      solution = solve (table);
      other = solve (mirror);
      g_assert_cmpint (solution->total, ==, other->total);
      g_assert_cmpuint (solution->n_paired, ==, other->n_paired);
    }
}

static Table *
read_orlib (const char *path,
            gint64 *ceiling)
{
  g_autofree char *text = NULL;
  char *at = NULL;
  Table *table = NULL;
  guint n = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;

  *ceiling = 0;
  n = (guint) strtoul (text, &at, 10);
  table = table_new (n, n, RM_MODE_PEOPLE);
  for (guint k = 0; k < n * n; k++)
    {
      table->scores[k] = strtol (at, &at, 10);
      *ceiling = MAX (*ceiling, table->scores[k] + 1);
    }
  for (guint k = 0; k < n * n; k++)
    table->scores[k] = *ceiling - table->scores[k];

  return table;
}

static void
test_orlib (void)
{
  static const struct
  {
    const char *name;
    gint64 optimum;
  } cases[] = {
    { "assign100.txt", 305 },
    { "assign200.txt", 475 },
    { "assign300.txt", 626 },
    { "assign400.txt", 804 },
  };
  const char *shared = g_getenv ("RM_SHARED");

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *path = g_build_filename (shared != NULL ? shared : ".", "perf", "orlib",
                                                cases[k].name, NULL);
      gint64 ceiling = 0;
      g_autoptr (Table) table = read_orlib (path, &ceiling);
      g_autoptr (RmSolution) solution = NULL;

      if (table == NULL)
        {
          g_test_skip ("the OR-Library files are not here");
          return;
        }
      solution = solve (table);
      assert_proved (table, solution);
      g_assert_cmpuint (solution->n_paired, ==, table->source.n_mentees);
      g_assert_cmpint (solution->n_paired * ceiling - solution->total, ==, cases[k].optimum);
    }
}

static void
assert_solve_fails (const Table *table,
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
  g_autoptr (Table) table = table_new (3, 3, RM_MODE_PEOPLE);

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
  g_autoptr (Table) table = table_new (2, 2, RM_MODE_PEOPLE);
  RmScoreSource huge = { G_MAXUINT, G_MAXUINT, get_nothing, NULL };

  table->scores[3] = G_MAXINT64;
  assert_solve_fails (table, RM_CORE_ERROR_LIMIT);
  table->problem.source = &huge;
  assert_solve_fails (table, RM_CORE_ERROR_LIMIT);
}

static void
test_greatest_scores (void)
{
  g_autoptr (Table) table = table_new (3, 3, RM_MODE_PEOPLE);
  g_autoptr (RmSolution) solution = NULL;

  for (guint k = 0; k < 9; k++)
    table->scores[k] = G_MAXINT32 - 2 - k % 4;
  solution = solve (table);
  assert_proved (table, solution);
}

static void
test_empty (void)
{
  static const guint sizes[][2] = { { 0, 0 }, { 0, 4 }, { 4, 0 }, { 3, 3 } };

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    for (int mode = RM_MODE_PEOPLE; mode <= RM_MODE_TOTAL; mode++)
      {
        g_autoptr (Table) table = table_new (sizes[k][0], sizes[k][1], (RmMode) mode);
        g_autoptr (RmSolution) solution = NULL;

        for (guint c = 0; c < sizes[k][0] * sizes[k][1]; c++)
          table->scores[c] = RM_NO_CANDIDATE;
        solution = solve (table);
        g_assert_cmpuint (solution->n_pairs, ==, 0);
        g_assert_cmpint (solution->lowest, ==, 0);
        assert_proved (table, solution);
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
  g_autoptr (Table) table = new_large_table (400, 400, 1, RM_MODE_PEOPLE, 3);
  g_autoptr (RmSolution) solution = solve (table);

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

/* Ways to get a solution wrong. Each changes @solution or @table and says whether it could. */
typedef gboolean (*Corrupt) (Table *table, RmSolution *solution, guint at);

static gboolean
corrupt_total (Table *table,
               RmSolution *solution,
               guint at)
{
  solution->total++;
  return TRUE;
}

static gboolean
corrupt_lowest (Table *table,
                RmSolution *solution,
                guint at)
{
  solution->lowest--;
  return TRUE;
}

static gboolean
corrupt_people (Table *table,
                RmSolution *solution,
                guint at)
{
  solution->n_paired++;
  return TRUE;
}

static gboolean
corrupt_by_dropping (Table *table,
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
corrupt_order (Table *table,
               RmSolution *solution,
               guint at)
{
  RmPlace first = solution->pairs[0];

  solution->pairs[0] = solution->pairs[1];
  solution->pairs[1] = first;
  return TRUE;
}

static gboolean
corrupt_by_doubling (Table *table,
                     RmSolution *solution,
                     guint at)
{
  solution->pairs[1] = solution->pairs[0];
  return TRUE;
}

static gboolean
corrupt_by_stranger (Table *table,
                     RmSolution *solution,
                     guint at)
{
  solution->pairs[solution->n_pairs - 1].mentor = table->source.n_mentors;
  return TRUE;
}

static gboolean
corrupt_candidate (Table *table,
                   RmSolution *solution,
                   guint at)
{
  RmPlace place = solution->pairs[at % solution->n_pairs];

  table->scores[place.mentee * table->source.n_mentors + place.mentor] = RM_NO_CANDIDATE;
  return TRUE;
}

static gboolean
corrupt_score (Table *table,
               RmSolution *solution,
               guint at)
{
  RmPlace place = solution->pairs[at % solution->n_pairs];

  table->scores[place.mentee * table->source.n_mentors + place.mentor] += 1;
  return TRUE;
}

/* A pair that nobody chose becomes worth more than anything. */
static gboolean
corrupt_other_score (Table *table,
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
corrupt_mentee_price (Table *table,
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
corrupt_mentee_price_upwards (Table *table,
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
corrupt_mentor_price (Table *table,
                      RmSolution *solution,
                      guint at)
{
  solution->certificate->mentor_price[at % table->source.n_mentors] = -1;
  return TRUE;
}

static gboolean
corrupt_mentor_price_downwards (Table *table,
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
corrupt_cover (Table *table,
               RmSolution *solution,
               guint at)
{
  solution->certificate->mentee_cover[at % table->source.n_mentees]++;
  return TRUE;
}

static gboolean
corrupt_cover_downwards (Table *table,
                         RmSolution *solution,
                         guint at)
{
  solution->certificate->mentee_cover[at % table->source.n_mentees]--;
  return TRUE;
}

static gboolean
corrupt_bonus (Table *table,
               RmSolution *solution,
               guint at)
{
  solution->certificate->bonus++;
  return TRUE;
}

static gboolean
corrupt_bonus_away (Table *table,
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
corrupt_bound (Table *table,
               RmSolution *solution,
               guint at)
{
  if (solution->certificate->n_bounds == 0)
    return FALSE;
  solution->certificate->bounds[at % solution->certificate->n_bounds].price--;
  return TRUE;
}

static gboolean
corrupt_bounds (Table *table,
                RmSolution *solution,
                guint at)
{
  if (solution->certificate->n_bounds == 0)
    return FALSE;
  solution->certificate->n_bounds--;
  return TRUE;
}

static gboolean
corrupt_bound_order (Table *table,
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
corrupt_size (Table *table,
              RmSolution *solution,
              guint at)
{
  solution->certificate->n_mentors--;
  return TRUE;
}

static gboolean
corrupt_by_nothing (Table *table,
                    RmSolution *solution,
                    guint at)
{
  rm_certificate_free (g_steal_pointer (&solution->certificate));
  return TRUE;
}

static gboolean
corrupt_mentee_capacity (Table *table,
                         RmSolution *solution,
                         guint at)
{
  table->mentee_capacity[solution->pairs[at % solution->n_pairs].mentee] = 0;
  return TRUE;
}

static gboolean
corrupt_mentor_capacity (Table *table,
                         RmSolution *solution,
                         guint at)
{
  table->mentor_capacity[solution->pairs[at % solution->n_pairs].mentor] = 0;
  return TRUE;
}

static gboolean
corrupt_lock (Table *table,
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
corrupt_lock_twice (Table *table,
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
        g_autoptr (Table) table = new_large_table (9, 12, 3, mode, seed);
        g_autoptr (RmSolution) solution = solve (table);
        g_autoptr (GError) error = NULL;

        assert_proved (table, solution);
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
  g_test_add_func ("/core/assignment/oracle", test_oracle);
  g_test_add_func ("/core/assignment/large", test_large);
  g_test_add_func ("/core/assignment/slow", test_slow);
  g_test_add_func ("/core/assignment/relabelled", test_relabelled);
  g_test_add_func ("/core/assignment/orlib", test_orlib);
  g_test_add_func ("/core/assignment/bad-locks", test_bad_locks);
  g_test_add_func ("/core/assignment/limits", test_limits);
  g_test_add_func ("/core/assignment/greatest-scores", test_greatest_scores);
  g_test_add_func ("/core/assignment/empty", test_empty);
  g_test_add_func ("/core/assignment/cancel", test_cancel);
  g_test_add_func ("/core/assignment/corrupt", test_corrupt);
  return g_test_run ();
}
