/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-assignment.h"
#include "core/proof/rm-assignment-check.h"
#include "test-table.h"

static gint64
get_table_score (gconstpointer data,
                 guint mentee,
                 guint mentor)
{
  const TestTable *self = data;

  return self->scores[(gsize) mentee * self->source.n_mentors + mentor];
}

TestTable *
test_table_new (guint n,
                guint m,
                RmMode mode)
{
  TestTable *self = g_new0 (TestTable, 1);

  self->source = (RmScoreSource) { n, m, get_table_score, self };
  self->scores = g_new0 (gint64, (gsize) n * m + 1);
  self->mentee_capacity = g_new0 (int, n + 1);
  self->mentor_capacity = g_new0 (int, m + 1);
  self->locks = g_new0 (RmPlace, (gsize) n * m + 1);
  self->excluded = g_new0 (RmPlace, (gsize) n * m + 1);
  for (guint i = 0; i < n; i++)
    self->mentee_capacity[i] = 1;
  for (guint j = 0; j < m; j++)
    self->mentor_capacity[j] = 1;
  self->problem = (RmProblem) {
    .source = &self->source,
    .mentee_capacity = self->mentee_capacity,
    .mentor_capacity = self->mentor_capacity,
    .locks = self->locks,
    .excluded = self->excluded,
    .mode = mode,
  };

  return self;
}

void
test_table_free (TestTable *self)
{
  g_free (self->scores);
  g_free (self->mentee_capacity);
  g_free (self->mentor_capacity);
  g_free (self->locks);
  g_free (self->excluded);
  g_free (self);
}

void
test_table_fill (TestTable *self,
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
void
test_table_add_locks (TestTable *self,
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

TestTable *
test_table_new_large (guint n,
                      guint m,
                      int most,
                      RmMode mode,
                      guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TestTable *table = test_table_new (n, m, mode);

  test_table_fill (table, rand, RM_SCORE_POINTS, 30);
  for (guint i = 0; i < n && most > 1; i++)
    table->mentee_capacity[i] = g_rand_int_range (rand, 0, most + 1);
  for (guint j = 0; j < m && most > 1; j++)
    table->mentor_capacity[j] = g_rand_int_range (rand, 0, most + 1);
  if (most > 1)
    test_table_add_locks (table, rand);

  return table;
}

void
test_table_assert_proved (const TestTable *self,
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

RmSolution *
test_table_solve (const TestTable *self)
{
  g_autoptr (GError) error = NULL;
  RmSolution *solution = rm_assignment_solve (&self->problem, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (solution);
  return solution;
}
