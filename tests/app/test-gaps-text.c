/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gaps-text.h"

#include "../core/test-people.h"

/* The figures of the gap table, in words. */

static void
expect (char *text,
        const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_figures (void)
{
  static const struct
  {
    RmGapCell cell;
    guint size;
    RmGapMeasure measure;
    const char *text;
  } cases[] = {
    { { .need = 12, .unrated = 4, .supply = 3, .gap = 9 }, 20, RM_GAP_NEED,
      "need 12, supply 3, gap 9, 4 unrated" },
    { { .need = 1, .supply = 1 }, 2, RM_GAP_NEED, "need 1, supply 1, gap 0" },
    { { .need = 0 }, 3, RM_GAP_GAP, "need 0, supply 0, gap 0" },
    { { .unrated = 1, .supply = 5 }, 1, RM_GAP_NEED, "nobody rated yet (1 person)" },
    { { .unrated = 4 }, 4, RM_GAP_UNRATED, "nobody rated yet (4 people)" },
    { { .need = 2, .weighted = 7, .gap = 2, .risk = 1 }, 9, RM_GAP_WEIGHTED,
      "need 2, supply 0, gap 2, weighted need 7, 1 depends on one mentor" },
    { { .need = 2, .unrated = 1, .gap = 2 }, 3, RM_GAP_UNRATED_SHARE,
      "need 2, supply 0, gap 2, 1 unrated, 33 % unrated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    expect (rm_gaps_dup_figures_text (&cases[i].cell, cases[i].size, cases[i].measure),
            cases[i].text);
}

/* What nobody knows is a word, never 0. */
static void
test_changes (void)
{
  const RmHeatCell five = { .value = 5 };
  const RmHeatCell two = { .value = 2 };
  const RmHeatCell unknown = { .unrated = TRUE };

  expect (rm_gaps_dup_change_text (RM_GAP_NEED, five, two), "Need: first 5, then 2 (−3)");
  expect (rm_gaps_dup_change_text (RM_GAP_GAP, two, five), "Gap: first 2, then 5 (+3)");
  expect (rm_gaps_dup_change_text (RM_GAP_NEED, unknown, two), "Need: first not rated, then 2");
}

static void
test_names (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  g_autoptr (RmGaps) departments = NULL;
  g_autoptr (RmGaps) levels = NULL;
  RmPerson *ana = test_people_add (people, 1, RM_SIDE_MENTEE);
  RmPerson *bo = test_people_add (people, 2, RM_SIDE_MENTEE);

  g_free (ana->department);
  ana->department = g_strdup ("Finance");
  ana->level = 10;
  g_clear_pointer (&bo->department, g_free);
  bo->level = RM_UNKNOWN;
  test_people_add_skill (people, 7, NULL, "Prezi");
  programme = test_people_build (people);
  scorer = rm_scorer_new (programme);

  departments = rm_gaps_new (scorer, RM_GAP_ROWS_DEPARTMENT, RM_GAP_COLUMNS_SKILL, NULL, NULL,
                             NULL);
  expect (rm_gaps_dup_row_text (departments, 0), "Finance");
  expect (rm_gaps_dup_row_text (departments, 1), "No department");
  expect (rm_gaps_dup_column_text (departments, 0), "Prezi");
  expect (rm_gaps_dup_people_text ("Prezi, Finance", RM_GAP_NEED, 12),
          "Prezi, Finance: 12 in need");
  expect (rm_gaps_dup_people_text ("Prezi, 3 rows", RM_GAP_SUPPLY, 1),
          "Prezi, 3 rows: 1 provider");
  expect (rm_gaps_dup_people_text ("Prezi, Finance", RM_GAP_UNRATED, 2),
          "Prezi, Finance: 2 unrated");

  levels = rm_gaps_new (scorer, RM_GAP_ROWS_LEVEL, RM_GAP_COLUMNS_SKILL, NULL, NULL, NULL);
  expect (rm_gaps_dup_row_text (levels, 1), "No level");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/gaps-text/figures", test_figures);
  g_test_add_func ("/app/gaps-text/changes", test_changes);
  g_test_add_func ("/app/gaps-text/names", test_names);
  return g_test_run ();
}
