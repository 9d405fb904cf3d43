/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brute.h"
#include "test-table.h"

#include <string.h>

/* Costs of forcing and forbidding pairs, against all possible pairings. */

#define MAX_EXCLUDED 3

static RmExplain *
explain_table (const TestTable *table,
               const RmPlace *today,
               guint n_today)
{
  g_autoptr (GError) error = NULL;
  RmExplain *explain = rm_explain_new (&table->problem, today, n_today, 1, NULL, NULL, &error);

  g_assert_no_error (error);
  return explain;
}

static RmWhyNot *
ask (const RmExplain *explain,
     RmPlace place)
{
  g_autoptr (GError) error = NULL;
  RmWhyNot *answer = rm_explain_why_not (explain, place, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);
  return answer;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const RmPlace *first = a;
  const RmPlace *second = b;
  int order = (first->mentee > second->mentee) - (first->mentee < second->mentee);

  return order != 0 ? order : (first->mentor > second->mentor) - (first->mentor < second->mentor);
}

static gboolean
is_in (const RmPlace *places,
       guint n,
       RmPlace place)
{
  for (guint k = 0; k < n; k++)
    if (compare_places (&places[k], &place) == 0)
      return TRUE;

  return FALSE;
}

/* Makes the moves that were told. */
static GArray *
move (const RmExplain *explain,
      RmPlace place,
      const RmWhyNot *answer)
{
  const RmSolution *solution = rm_explain_get_solution (explain);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (RmPlace));

  for (guint p = 0; p < solution->n_pairs; p++)
    if (!is_in (answer->ended, answer->n_ended, solution->pairs[p])
        && compare_places (&solution->pairs[p], &place) != 0)
      g_array_append_val (pairs, solution->pairs[p]);
  g_array_append_vals (pairs, answer->made, answer->n_made);
  if (answer->why == RM_WHY_PRICE)
    g_array_append_val (pairs, place);
  g_array_sort (pairs, compare_places);

  return pairs;
}

static void
assert_same_outcome (const RmOutcome *a,
                     const RmOutcome *b,
                     RmMode mode,
                     const char *what,
                     guint32 seed,
                     RmPlace place)
{
  if (brute_is_better (a, b, mode) || brute_is_better (b, a, mode))
    g_error ("seed %u, mode %d, mentee %u, mentor %u, %s: %u paired, total %" G_GINT64_FORMAT
             ", floor %" G_GINT64_FORMAT "; and %u, %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT,
             seed, mode, place.mentee, place.mentor, what, a->n_paired, a->total, a->floor,
             b->n_paired, b->total, b->floor);
}

/* A pairing that keeps to everything is found among all of them. */
typedef struct
{
  const GArray *pairs;
  gboolean found;
} Find;

static void
compare_pairing (gpointer data,
                 const RmPlace *pairs,
                 guint n_pairs)
{
  Find *self = data;

  self->found = self->found
                || (n_pairs == self->pairs->len
                    && (n_pairs == 0
                        || memcmp (pairs, self->pairs->data, n_pairs * sizeof (RmPlace)) == 0));
}

static void
assert_is_pairing (const RmProblem *problem,
                   const GArray *pairs)
{
  Find find = { pairs, FALSE };

  brute_for_each (problem, compare_pairing, &find);
  g_assert_true (find.found);
}

static void
assert_price (const RmExplain *explain,
              RmPlace place,
              const RmWhyNot *answer,
              guint32 seed)
{
  RmProblem problem = *rm_explain_get_problem (explain);
  gboolean forced = answer->why == RM_WHY_PRICE;
  g_autoptr (GArray) pairs = move (explain, place, answer);
  g_autoptr (GArray) locks = g_array_new (FALSE, FALSE, sizeof (RmPlace));
  RmOutcome best = { 0 };
  RmOutcome after = { 0 };

  /* To forbid a locked pair is to unlock it. */
  for (guint k = 0; k < problem.n_locks; k++)
    if (compare_places (&problem.locks[k], &place) != 0)
      g_array_append_val (locks, problem.locks[k]);
  g_assert_cmpint (answer->locked, ==, locks->len < problem.n_locks);
  problem.locks = (gpointer) locks->data;
  problem.n_locks = locks->len;

  g_assert_true (brute_find_best (&problem, &place, forced, &best));
  assert_same_outcome (&answer->after, &best, problem.mode, forced ? "forced" : "forbidden", seed,
                       place);
  after = brute_measure (&problem, (gpointer) pairs->data, pairs->len);
  g_assert_cmpuint (after.n_pairs, ==, answer->after.n_pairs);
  g_assert_cmpuint (after.n_paired, ==, answer->after.n_paired);
  g_assert_cmpint (after.total, ==, answer->after.total);
  g_assert_cmpint (after.lowest, ==, answer->after.lowest);
  assert_is_pairing (&problem, pairs);
}

static guint
count_locks (const RmProblem *problem,
             RmPlace place,
             gboolean of_mentor)
{
  guint n = 0;

  for (guint k = 0; k < problem->n_locks; k++)
    n += of_mentor ? problem->locks[k].mentor == place.mentor
                   : problem->locks[k].mentee == place.mentee;

  return n;
}

static void
assert_obstacle (const RmProblem *problem,
                 RmPlace place,
                 const RmWhyNot *answer)
{
  gint64 score = problem->source->get_score (problem->source->data, place.mentee, place.mentor);
  int mentee_places = problem->mentee_capacity[place.mentee];
  int mentor_places = problem->mentor_capacity[place.mentor];
  RmWhy why = RM_WHY_MENTOR_LOCKED;

  if (score < 0)
    why = RM_WHY_RULE;
  else if (is_in (problem->excluded, problem->n_excluded, place))
    why = RM_WHY_APART;
  else if (mentee_places == 0)
    why = RM_WHY_MENTEE_TAKES_NONE;
  else if (count_locks (problem, place, FALSE) == (guint) mentee_places)
    why = RM_WHY_MENTEE_LOCKED;
  else if (mentor_places == 0)
    why = RM_WHY_MENTOR_TAKES_NONE;
  else
    g_assert_cmpuint (count_locks (problem, place, TRUE), ==, mentor_places);

  g_assert_cmpint (answer->why, ==, why);
  g_assert_cmpuint (answer->n_ended, ==, 0);
  g_assert_cmpuint (answer->n_made, ==, 0);
  g_assert_cmpmem (&answer->before, sizeof answer->before, &answer->after, sizeof answer->after);
}

static void
fill (TestTable *table,
      RmPlace *excluded,
      guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gint32 n = (gint32) table->source.n_mentees;
  gint32 m = (gint32) table->source.n_mentors;

  /* Few values: ties are where prices are hard. */
  test_table_fill (table, rand, seed % 3 == 0 ? 4 : 30, 20);
  if (seed % 2 == 0)
    {
      for (gint32 i = 0; i < n; i++)
        table->mentee_capacity[i] = g_rand_int_range (rand, 0, 3);
      for (gint32 j = 0; j < m; j++)
        table->mentor_capacity[j] = g_rand_int_range (rand, 0, 3);
    }
  if (seed % 4 >= 2)
    test_table_add_locks (table, rand);
  for (guint k = 0; seed % 5 == 0 && k < MAX_EXCLUDED; k++)
    {
      RmPlace place = { (guint) g_rand_int_range (rand, 0, n),
                        (guint) g_rand_int_range (rand, 0, m) };

      if (!is_in (table->locks, table->problem.n_locks, place)
          && !is_in (excluded, table->problem.n_excluded, place))
        excluded[table->problem.n_excluded++] = place;
    }
  table->problem.excluded = excluded;
}

/* The last of the best pairings: mostly another than the one that is found. */
typedef struct
{
  const RmProblem *problem;
  const RmOutcome *best;
  GArray *pairs;
} Last;

static void
take_if_best (gpointer data,
              const RmPlace *pairs,
              guint n_pairs)
{
  Last *self = data;
  RmOutcome outcome = brute_measure (self->problem, pairs, n_pairs);

  if (brute_is_better (self->best, &outcome, self->problem->mode))
    return;
  g_array_set_size (self->pairs, 0);
  g_array_append_vals (self->pairs, pairs, n_pairs);
}

static guint
ask_all (const RmExplain *explain,
         const RmOutcome *best,
         guint32 seed)
{
  const RmProblem *problem = rm_explain_get_problem (explain);
  guint n_prices = 0;

  for (guint i = 0; i < problem->source->n_mentees; i++)
    for (guint j = 0; j < problem->source->n_mentors; j++)
      {
        RmPlace place = { i, j };
        g_autoptr (RmWhyNot) answer = ask (explain, place);

        assert_same_outcome (&answer->before, best, problem->mode, "as it is", seed, place);
        g_assert_cmpint (answer->why == RM_WHY_CHOSEN, ==, rm_explain_has_pair (explain, place));
        if (answer->why == RM_WHY_CHOSEN || answer->why == RM_WHY_PRICE)
          {
            assert_price (explain, place, answer, seed);
            n_prices++;
          }
        else
          assert_obstacle (problem, place, answer);
      }

  return n_prices;
}

static void
test_prices (void)
{
  guint n_prices = 0;
  guint n_others = 0;

  for (guint32 seed = 1; seed <= 160; seed++)
    for (int mode = 0; mode < RM_N_MODES; mode++)
      {
        g_autoptr (TestTable) table = test_table_new (3 + seed % 2, 3, (RmMode) mode);
        RmPlace excluded[MAX_EXCLUDED];
        g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (RmPlace));
        g_autoptr (RmExplain) explain = NULL;
        g_autoptr (RmExplain) again = NULL;
        RmOutcome best = { 0 };

        fill (table, excluded, seed);
        explain = explain_table (table, NULL, 0);
        g_assert_true (brute_find_best (&table->problem, NULL, TRUE, &best));
        n_prices += ask_all (explain, &best, seed);

        brute_for_each (&table->problem, take_if_best, &(Last) { &table->problem, &best, pairs });
        again = explain_table (table, (gpointer) pairs->data, pairs->len);
        g_assert_true (rm_explain_is_today (again));
        for (guint p = 0; p < pairs->len; p++)
          n_others += !rm_explain_has_pair (explain, g_array_index (pairs, RmPlace, p));
        ask_all (again, &best, seed);
      }
  g_assert_cmpuint (n_prices, >, 2000);
  g_assert_cmpuint (n_others, >, 20);
}

/* A pairing that stands and is as good is the one explained; one that is not, is not. */
static void
test_today (void)
{
  RmPlace today[] = { { 0, 1 }, { 1, 0 }, { 2, 2 } };
  RmPlace other[] = { { 0, 0 }, { 1, 1 }, { 2, 2 } };
  RmPlace worse[] = { { 0, 2 }, { 1, 1 }, { 2, 0 } };
  RmPlace wrong[] = { { 0, 1 }, { 0, 2 }, { 2, 2 } };
  g_autoptr (TestTable) table = test_table_new (3, 3, RM_MODE_PEOPLE);

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      table->scores[i * 3 + j] = i == 2 || j == 2 ? 1 + 4 * (i == j) : 7;
  for (guint k = 0; k < 4; k++)
    {
      const RmPlace *given[] = { today, other, worse, wrong };
      g_autoptr (RmExplain) explain = explain_table (table, given[k], 3);

      g_assert_cmpint (rm_explain_is_today (explain), ==, k < 2);
      g_assert_cmpint (rm_explain_get_solution (explain)->total, ==, 19);
      if (k < 2)
        g_assert_cmpmem (rm_explain_get_solution (explain)->pairs, sizeof today, given[k],
                         sizeof today);
      test_table_assert_proved (table, rm_explain_get_solution (explain));
    }
}

/* Of many pairings that are equally good, the one told leaves alone whom it can. */
static void
test_keeps_still (void)
{
  const guint n = 30;
  g_autoptr (TestTable) table = test_table_new (n, n, RM_MODE_PEOPLE);
  g_autofree RmPlace *today = g_new (RmPlace, n);
  g_autoptr (RmExplain) explain = NULL;

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < n; j++)
        table->scores[i * n + j] = 9;
      today[i] = (RmPlace) { i, (i + 7) % n };
    }
  explain = explain_table (table, today, n);
  g_assert_true (rm_explain_is_today (explain));
  for (guint i = 0; i < n; i++)
    {
      RmPlace place = { i, (i + 11) % n };
      g_autoptr (RmWhyNot) answer = ask (explain, place);

      g_assert_cmpint (answer->why, ==, RM_WHY_PRICE);
      g_assert_cmpint (answer->after.total, ==, answer->before.total);
      /* The two they had give way, and may take each other. */
      g_assert_true (is_in (answer->ended, answer->n_ended, today[i]));
      g_assert_cmpuint (answer->n_ended, <, n / 2);
    }
}

/* The same question, the same answer, whatever was asked in between. */
static void
test_order (void)
{
  g_autoptr (TestTable) table = test_table_new_large (40, 50, 2, RM_MODE_PEOPLE, 3);
  g_autoptr (RmExplain) explain = explain_table (table, NULL, 0);
  RmPlace place = { 11, 17 };
  g_autoptr (RmWhyNot) first = NULL;
  g_autoptr (RmWhyNot) again = NULL;

  table->problem.n_locks = 0;
  first = ask (explain, place);
  for (guint k = 0; k < 40; k++)
    rm_why_not_free (ask (explain, (RmPlace) { k, 3 * k % 50 }));
  again = ask (explain, place);
  g_assert_cmpint (first->why, ==, again->why);
  g_assert_cmpmem (&first->after, sizeof first->after, &again->after, sizeof again->after);
  g_assert_cmpmem (first->ended, first->n_ended * sizeof (RmPlace), again->ended,
                   again->n_ended * sizeof (RmPlace));
  g_assert_cmpmem (first->made, first->n_made * sizeof (RmPlace), again->made,
                   again->n_made * sizeof (RmPlace));
}

static gboolean
stop (double fraction,
      gpointer data)
{
  return FALSE;
}

static void
test_stop (void)
{
  g_autoptr (TestTable) table = test_table_new_large (400, 400, 1, RM_MODE_PEOPLE, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (rm_explain_new (&table->problem, NULL, 0, 1, stop, NULL, &error));
  g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/explain/prices", test_prices);
  g_test_add_func ("/core/explain/today", test_today);
  g_test_add_func ("/core/explain/keeps-still", test_keeps_still);
  g_test_add_func ("/core/explain/order", test_order);
  g_test_add_func ("/core/explain/stop", test_stop);
  return g_test_run ();
}
