/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brute.h"
#include "core/explain/rm-robustness.h"
#include "test-people.h"
#include "test-table.h"

/* Robustness by definition: each change of a weight, and all pairings for each. */

static TestPeople *
make_people (guint32 seed,
             RmMode mode)
{
  TestPeople *people = test_people_new_sides (seed, 4, 4, 6, 4);

  people->settings->mode = mode;
  for (guint k = 0; k < 8; k++)
    test_people_get (people, k)->mentor_capacity = 1 + (int) ((seed + k) % 5 == 0);
  for (guint c = 0; c < RM_N_CRITERIA; c++)
    people->settings->weights[c] = (int) ((seed * 7 + c * 13) % 30);

  return people;
}

/* Capacities as people have them, and a lock now and then. */
static void
take_places (TestTable *table,
             const RmScorer *scorer,
             guint32 seed)
{
  for (guint i = 0; i < table->source.n_mentees; i++)
    table->mentee_capacity[i] = rm_scorer_get_mentee (scorer, i)->mentee_capacity;
  for (guint j = 0; j < table->source.n_mentors; j++)
    table->mentor_capacity[j] = rm_scorer_get_mentor (scorer, j)->mentor_capacity;
  for (guint j = 0; seed % 3 == 0 && j < table->source.n_mentors; j++)
    if (table->problem.n_locks == 0 && rm_scorer_get_score (scorer, 1, j) >= 0)
      table->locks[table->problem.n_locks++] = (RmPlace) { 1, j };
}

static gboolean
costs_something (const RmProblem *problem,
                 RmProgramme *programme,
                 const RmNudge *nudge,
                 RmPlace place)
{
  RmSettings *settings = rm_record_copy (rm_programme_get_settings (programme));
  g_autoptr (RmProgramme) changed = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  RmScoreSource source;
  RmProblem under = *problem;
  RmOutcome best = { 0 };
  RmOutcome with = { 0 };

  settings->weights[nudge->criterion] = nudge->weight;
  changed = rm_programme_new_changed (programme, settings, NULL, NULL);
  rm_record_unref (settings);
  scorer = rm_scorer_new (changed);
  source = rm_scorer_get_source (scorer);
  under.source = &source;

  g_assert_true (brute_find_best (&under, NULL, TRUE, &best));
  g_assert_true (brute_find_best (&under, &place, TRUE, &with));

  return brute_is_better (&best, &with, problem->mode);
}

static guint32
find_breaks (const RmProblem *problem,
             RmProgramme *programme,
             RmPlace place)
{
  guint32 breaks = 0;

  for (guint index = 0; index < RM_N_NUDGES; index++)
    {
      RmNudge nudge;

      if (rm_nudge_get (rm_programme_get_settings (programme), index, &nudge)
          && costs_something (problem, programme, &nudge, place))
        breaks |= 1u << index;
    }

  return breaks;
}

static void
test_definition (void)
{
  guint n_robust = 0;
  guint n_fragile = 0;

  for (guint32 seed = 1; seed <= 80; seed++)
    for (int mode = 0; mode < RM_N_MODES; mode++)
      {
        g_autoptr (TestPeople) people = make_people (seed, (RmMode) mode);
        g_autoptr (RmProgramme) programme = test_people_build (people);
        g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
        RmScoreSource source = rm_scorer_get_source (scorer);
        g_autoptr (TestTable) table = test_table_new (source.n_mentees, source.n_mentors,
                                                      (RmMode) mode);
        g_autoptr (RmExplain) explain = NULL;
        g_autoptr (GArray) result = NULL;
        g_autoptr (GError) error = NULL;

        table->problem.source = &source;
        take_places (table, scorer, seed);
        explain = rm_explain_new (&table->problem, NULL, 0, 1, NULL, NULL, &error);
        g_assert_no_error (error);
        result = rm_robustness_test (explain, NULL, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (result->len, ==, rm_explain_get_solution (explain)->n_pairs);
        for (guint p = 0; p < result->len; p++)
          {
            const RmSteadiness *pair = &g_array_index (result, RmSteadiness, p);
            guint32 breaks = find_breaks (&table->problem, programme, pair->place);

            if (pair->breaks != breaks)
              g_error ("seed %u, mode %d, pair %u: %x and %x", seed, mode, p, pair->breaks, breaks);
            n_robust += breaks == 0;
            n_fragile += breaks != 0;
          }
      }
  g_test_message ("%u robust, %u fragile", n_robust, n_fragile);
  g_assert_cmpuint (n_robust, >, 20);
  g_assert_cmpuint (n_fragile, >, 20);
}

static void
test_nudges (void)
{
  static const struct
  {
    int weight;
    int down; /* -1: nothing changes */
    int up;
  } cases[] = {
    { 0, -1, -1 }, { 1, -1, -1 }, { 2, -1, -1 }, { 3, 2, 4 }, { 5, 4, 6 }, { 7, 6, 8 },
    { 8, 6, 10 }, { 40, 32, 48 }, { 90, 72, 100 }, { 100, 80, -1 },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      RmSettings *settings = rm_settings_new ();
      RmNudge nudge;

      settings->weights[RM_CRITERION_STYLE] = cases[k].weight;
      for (guint up = 0; up < 2; up++)
        {
          int expected = up ? cases[k].up : cases[k].down;
          gboolean changes = rm_nudge_get (settings, 2 * RM_CRITERION_STYLE + up, &nudge);

          g_assert_cmpint (changes, ==, expected >= 0);
          g_assert_cmpint (nudge.criterion, ==, RM_CRITERION_STYLE);
          g_assert_cmpint (nudge.up, ==, up);
          if (changes)
            g_assert_cmpint (nudge.weight, ==, expected);
        }
      rm_record_unref (settings);
    }
}

/* Reports rise from 0 to 1; the third one stops it. */
static gboolean
stop_soon (double fraction,
           gpointer data)
{
  guint *n = data;

  g_assert_cmpfloat (fraction, <=, 1);
  return ++*n < 3;
}

static void
test_stop (void)
{
  g_autoptr (TestPeople) people = test_people_new_sides (3, 250, 300, 30, 15);
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  RmScoreSource source = rm_scorer_get_source (scorer);
  g_autoptr (TestTable) table = test_table_new (source.n_mentees, source.n_mentors,
                                                RM_MODE_PEOPLE);
  g_autoptr (RmExplain) explain = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  table->problem.source = &source;
  explain = rm_explain_new (&table->problem, NULL, 0, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (rm_robustness_test (explain, stop_soon, &n, &error));
  g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 3);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/robustness/nudges", test_nudges);
  g_test_add_func ("/core/robustness/definition", test_definition);
  g_test_add_func ("/core/robustness/stop", test_stop);
  return g_test_run ();
}
