/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-score.h"
#include "test-people.h"

/* The rule reported for two people, one change at a time. */

typedef void (*Change) (TestPeople *people, RmPerson *senior, RmPerson *junior);

static RmRule
find_rule (TestPeople *people)
{
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  RmScore score;

  rm_scorer_explain (scorer, 0, 0, &score);
  return score.rule;
}

static void
change_nothing (TestPeople *people,
                RmPerson *senior,
                RmPerson *junior)
{
}

static void
change_unwilling (TestPeople *people,
                  RmPerson *senior,
                  RmPerson *junior)
{
  senior->willing = RM_UNKNOWN;
  senior->override_reason = g_strdup ("asked by the board");
}

static void
change_mentor_unwilling (TestPeople *people,
                         RmPerson *senior,
                         RmPerson *junior)
{
  junior->willing = 0;
}

static void
change_uncommitted (TestPeople *people,
                    RmPerson *senior,
                    RmPerson *junior)
{
  senior->committed = RM_UNKNOWN;
}

static void
change_overridden (TestPeople *people,
                   RmPerson *senior,
                   RmPerson *junior)
{
  senior->committed = 0;
  senior->override_reason = g_strdup ("asked by the board");
}

static void
change_overridden_unwilling (TestPeople *people,
                             RmPerson *senior,
                             RmPerson *junior)
{
  change_overridden (people, senior, junior);
  senior->willing = 0;
}

static void
change_mentor_uncommitted (TestPeople *people,
                           RmPerson *senior,
                           RmPerson *junior)
{
  junior->committed = 0;
}

static void
change_gap (TestPeople *people,
            RmPerson *senior,
            RmPerson *junior)
{
  junior->level = 8;
}

static void
change_gap_blank (TestPeople *people,
                  RmPerson *senior,
                  RmPerson *junior)
{
  junior->level = RM_UNKNOWN;
}

static void
change_gap_reversed (TestPeople *people,
                     RmPerson *senior,
                     RmPerson *junior)
{
  people->settings->level_gap = 0;
  junior->level = 9;
}

static void
change_language (TestPeople *people,
                 RmPerson *senior,
                 RmPerson *junior)
{
  g_free (junior->languages);
  junior->languages = g_strdup ("Eng; Französisch");
}

static void
change_language_blank (TestPeople *people,
                       RmPerson *senior,
                       RmPerson *junior)
{
  g_clear_pointer (&junior->languages, g_free);
}

static void
change_hour (TestPeople *people,
             RmPerson *senior,
             RmPerson *junior)
{
  junior->week = 0;
}

static void
change_hour_blank (TestPeople *people,
                   RmPerson *senior,
                   RmPerson *junior)
{
  junior->week = -1;
}

static void
change_department (TestPeople *people,
                   RmPerson *senior,
                   RmPerson *junior)
{
  g_free (junior->department);
  junior->department = g_strdup (" BOARD");
}

static void
change_department_blank (TestPeople *people,
                         RmPerson *senior,
                         RmPerson *junior)
{
  g_clear_pointer (&junior->department, g_free);
}

static void
change_tag (TestPeople *people,
            RmPerson *senior,
            RmPerson *junior)
{
  people->settings->only_tag = g_strdup ("Pilot 1");
  senior->tags = g_strdup ("pilot 1; chess");
  junior->tags = g_strdup ("pilot");
}

static void
change_tag_present (TestPeople *people,
                    RmPerson *senior,
                    RmPerson *junior)
{
  change_tag (people, senior, junior);
  g_free (junior->tags);
  junior->tags = g_strdup ("chess; PILOT  1");
}

static void
change_excluded (TestPeople *people,
                 RmPerson *senior,
                 RmPerson *junior)
{
  test_people_add_exclusion (people, 2, 1, FALSE);
}

static void
change_avoided (TestPeople *people,
                RmPerson *senior,
                RmPerson *junior)
{
  test_people_add_exclusion (people, 1, 2, TRUE);
}

/* Without a reason it is as if it were confidential. */
static void
change_apart (TestPeople *people,
              RmPerson *senior,
              RmPerson *junior)
{
  RmExclusion *exclusion = NULL;

  test_people_add_exclusion (people, 2, 1, FALSE);
  exclusion = g_ptr_array_index (people->tables[RM_TABLE_EXCLUSION], 0);
  g_free (exclusion->reason);
  exclusion->reason = g_strdup ("");
}

static void
change_both (TestPeople *people,
             RmPerson *senior,
             RmPerson *junior)
{
  change_apart (people, senior, junior);
  change_avoided (people, senior, junior);
  change_excluded (people, senior, junior);
}

/* Whoever is not available is told so after anything else. */
static void
change_withdrawn_tag (TestPeople *people,
                      RmPerson *senior,
                      RmPerson *junior)
{
  junior->state = RM_PERSON_WITHDRAWN;
  change_avoided (people, senior, junior);
  change_tag (people, senior, junior);
}

static void
change_apart_unwilling (TestPeople *people,
                            RmPerson *senior,
                            RmPerson *junior)
{
  change_apart (people, senior, junior);
  change_unwilling (people, senior, junior);
}

static void
change_left (TestPeople *people,
             RmPerson *senior,
             RmPerson *junior)
{
  senior->state = RM_PERSON_LEFT;
}

static void
change_manager (TestPeople *people,
                RmPerson *senior,
                RmPerson *junior)
{
  junior->manager = 1;
}

static void
change_manager_upside_down (TestPeople *people,
                            RmPerson *senior,
                            RmPerson *junior)
{
  senior->manager = 2;
}

static void
test_rules (void)
{
  static const struct
  {
    Change change;
    RmRule rule;
  } cases[] = {
    { change_nothing, RM_RULE_NONE },
    { change_unwilling, RM_RULE_MENTEE_UNWILLING },
    { change_mentor_unwilling, RM_RULE_MENTOR_UNWILLING },
    { change_uncommitted, RM_RULE_UNCOMMITTED },
    { change_overridden, RM_RULE_NONE },
    { change_overridden_unwilling, RM_RULE_MENTEE_UNWILLING },
    { change_mentor_uncommitted, RM_RULE_NONE },
    { change_gap, RM_RULE_LEVEL_GAP },
    { change_gap_blank, RM_RULE_NONE },
    { change_gap_reversed, RM_RULE_LEVEL_GAP },
    { change_language, RM_RULE_LANGUAGE },
    { change_language_blank, RM_RULE_NONE },
    { change_hour, RM_RULE_FREE_HOUR },
    { change_hour_blank, RM_RULE_NONE },
    { change_department, RM_RULE_DEPARTMENT },
    { change_department_blank, RM_RULE_NONE },
    { change_tag, RM_RULE_TAG },
    { change_tag_present, RM_RULE_NONE },
    { change_excluded, RM_RULE_EXCLUDED },
    { change_avoided, RM_RULE_UNAVAILABLE },
    { change_apart, RM_RULE_UNAVAILABLE },
    { change_both, RM_RULE_EXCLUDED },
    { change_withdrawn_tag, RM_RULE_TAG },
    { change_apart_unwilling, RM_RULE_MENTEE_UNWILLING },
    { change_left, RM_RULE_UNAVAILABLE },
    { change_manager, RM_RULE_REPORTING_LINE },
    { change_manager_upside_down, RM_RULE_REPORTING_LINE },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (TestPeople) people = test_people_new_two ();

      cases[k].change (people, test_people_get (people, 0), test_people_get (people, 1));
      g_assert_cmpint (find_rule (people), ==, cases[k].rule);
    }
  for (int rule = RM_RULE_NONE; rule <= RM_RULE_UNAVAILABLE; rule++)
    g_assert_false (g_str_has_suffix (rm_rule_describe ((RmRule) rule), "."));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/score-rules/first", test_rules);
  return g_test_run ();
}
