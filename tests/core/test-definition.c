/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-definition.h"
#include "test-people.h"

static void
assert_same_scores (RmProgramme *programme,
                    guint32 seed,
                    guint *n_rules)
{
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  g_autoptr (RmDefinition) definition = rm_definition_new (programme);
  RmScoreSource source = rm_definition_get_source (definition);

  g_assert_cmpuint (source.n_mentees, ==, rm_scorer_get_n_mentees (scorer));
  g_assert_cmpuint (source.n_mentors, ==, rm_scorer_get_n_mentors (scorer));
  for (guint i = 0; i < source.n_mentees; i++)
    for (guint j = 0; j < source.n_mentors; j++)
      {
        RmScore told;
        gint64 score = source.get_score (source.data, i, j);
        int expected = rm_scorer_get_score (scorer, i, j);

        if (score != expected)
          g_error ("seed %u, mentee %u, mentor %u: %d by the definition, %d by the scorer", seed, i,
                   j, (int) score, expected);
        rm_scorer_explain (scorer, i, j, &told);
        n_rules[told.rule]++;
      }
}

/* People who lack everything now and then, in lines that run in circles: see test-people.c. */
static void
test_random (void)
{
  guint n_rules[RM_RULE_EXCLUDED + 1] = { 0 };

  for (guint32 seed = 1; seed <= 2400; seed++)
    {
      gboolean wide = seed % 8 == 0;
      g_autoptr (TestPeople) people
        = test_people_new_random (seed, 4 + seed % 21, wide ? seed % 200 : 1 + seed % 9);
      g_autoptr (RmProgramme) programme = NULL;

      if (wide)
        test_people_widen (people, seed);
      for (guint c = 0; seed % 50 == 0 && c < RM_N_CRITERIA; c++)
        people->settings->weights[c] = 0;
      if (seed % 7 == 0)
        people->settings->level_gap = RM_UNKNOWN;
      if (seed % 11 == 0)
        people->settings->meeting_minutes = RM_UNKNOWN;
      programme = test_people_build (people);
      assert_same_scores (programme, seed, n_rules);
    }
  for (guint rule = 0; rule <= RM_RULE_EXCLUDED; rule++)
    g_assert_cmpuint (n_rules[rule], >, 0);
}

static void
test_large (void)
{
  guint n_rules[RM_RULE_EXCLUDED + 1] = { 0 };

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (TestPeople) people = test_people_new_sides (seed, 90, 250, 60, 14);
      g_autoptr (RmProgramme) programme = test_people_build (people);

      assert_same_scores (programme, seed, n_rules);
    }
}

static void
test_nobody (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (RmDefinition) definition = rm_definition_new (programme);
  RmScoreSource source = rm_definition_get_source (definition);

  g_assert_cmpuint (source.n_mentees, ==, 0);
  g_assert_cmpuint (source.n_mentors, ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/definition/random", test_random);
  g_test_add_func ("/core/definition/large", test_large);
  g_test_add_func ("/core/definition/nobody", test_nobody);
  return g_test_run ();
}
