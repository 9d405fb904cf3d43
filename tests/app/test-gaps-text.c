/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rm-gaps-text.h"

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
    const char *text;
  } cases[] = {
    { { .need = 14, .unrated = 3, .supply = 2, .gap = 12 }, 20,
      "14 in need, 2 free places, gap 12, 3 not rated" },
    { { .need = 1, .supply = 1 }, 2, "1 in need, 1 free place, gap 0" },
    { { .need = 0 }, 3, "0 in need, 0 free places, gap 0" },
    { { .unrated = 1, .supply = 5 }, 1, "nobody rated yet (1 person)" },
    { { .unrated = 4 }, 4, "nobody rated yet (4 people)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    expect (rm_gaps_dup_figures_text (&cases[i].cell, cases[i].size), cases[i].text);
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
  expect (rm_gaps_dup_people_text (departments, 0, 0, RM_GAP_NEED, 12),
          "Prezi, Finance: 12 in need");
  expect (rm_gaps_dup_people_text (departments, 1, 0, RM_GAP_SUPPLY, 1),
          "Prezi, No department: 1 provider");
  expect (rm_gaps_dup_people_text (departments, 0, 0, RM_GAP_UNRATED, 2),
          "Prezi, Finance: 2 not rated");

  levels = rm_gaps_new (scorer, RM_GAP_ROWS_LEVEL, RM_GAP_COLUMNS_SKILL, NULL, NULL, NULL);
  expect (rm_gaps_dup_row_text (levels, 1), "No level");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/gaps-text/figures", test_figures);
  g_test_add_func ("/app/gaps-text/names", test_names);
  return g_test_run ();
}
