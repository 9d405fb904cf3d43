/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gaps.h"
#include "core/scoring/rm-score.h"
#include "test-people.h"

/* The table as such: its order, its size, sharing, and empty tables. test-gaps.c has the
 * figures. */

static RmGaps *
new_table (RmProgramme *programme,
           RmGapRows kind)
{
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);

  return rm_gaps_new (scorer, kind, RM_GAP_COLUMNS_SKILL, NULL, NULL, NULL);
}

static void
test_order (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmGaps) gaps = NULL;
  g_autoptr (RmGaps) levels = NULL;
  static const char *const departments[] = { "Ökologie", NULL, "sales", "Legal", "SALES " };
  static const int ranks[] = { 3, 9, RM_UNKNOWN, 9, 10 };

  for (guint k = 0; k < G_N_ELEMENTS (departments); k++)
    {
      RmPerson *person = test_people_add (people, 1 + k, RM_SIDE_MENTEE);

      person->department = g_strdup (departments[k]);
      person->level = ranks[k];
    }
  test_people_add_skill (people, 1, NULL, "Alpha");
  test_people_add_skill (people, 2, "web", "Über");
  test_people_add_skill (people, 3, "Web", "html");
  programme = test_people_build (people);

  gaps = new_table (programme, RM_GAP_ROWS_DEPARTMENT);
  g_assert_cmpuint (rm_gaps_get_n_rows (gaps), ==, 4);
  g_assert_cmpstr (rm_gaps_get_row_name (gaps, 0), ==, "Legal");
  g_assert_cmpstr (rm_gaps_get_row_name (gaps, 1), ==, "Ökologie");
  g_assert_cmpstr (rm_gaps_get_row_name (gaps, 2), ==, "sales");
  g_assert_null (rm_gaps_get_row_name (gaps, 3));
  g_assert_cmpint (rm_gaps_get_skill (gaps, 0)->record.id, ==, 3);
  g_assert_cmpint (rm_gaps_get_skill (gaps, 1)->record.id, ==, 2);
  g_assert_cmpint (rm_gaps_get_skill (gaps, 2)->record.id, ==, 1);
  g_assert_cmpuint (rm_gaps_get_cell (gaps, 2, 0).unrated, ==, 2);

  levels = new_table (programme, RM_GAP_ROWS_LEVEL);
  g_assert_cmpuint (rm_gaps_get_n_rows (levels), ==, 4);
  g_assert_cmpint (rm_gaps_get_row_level (levels, 0), ==, 10);
  g_assert_cmpint (rm_gaps_get_row_level (levels, 1), ==, 9);
  g_assert_cmpint (rm_gaps_get_row_level (levels, 3), ==, RM_UNKNOWN);
}

static gboolean
stop (double fraction,
      gpointer data)
{
  return FALSE;
}

static void
test_scale (void)
{
  static const guint sizes[][4] = { { 122, 200, 40, 20 }, { 500, 5000, 300, 40 } };

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    for (int kind = 0; kind < RM_N_GAP_ROWS; kind++)
      {
        const guint *size = sizes[k];
        g_autoptr (TestPeople) people = NULL;
        g_autoptr (RmProgramme) programme = NULL;
        g_autoptr (RmGaps) gaps = NULL;
        g_autoptr (RmScorer) scorer = NULL;
        g_autoptr (GError) error = NULL;

        if (k > 0 && kind != RM_GAP_ROWS_PERSON)
          continue;
        people = test_people_new_sides (5, size[0], size[1], size[2], size[3]);
        programme = test_people_build (people);
        g_test_timer_start ();
        gaps = new_table (programme, (RmGapRows) kind);
        g_test_message ("%u mentees, %u mentors, %u skills, rows %d: %.1f ms", size[0], size[1],
                        size[2], kind, g_test_timer_elapsed () * 1000);
        if (k == 0)
          continue;
        scorer = rm_scorer_new (programme);
        g_assert_null (rm_gaps_new (scorer, (RmGapRows) kind, RM_GAP_COLUMNS_SKILL, stop, NULL,
                                    &error));
        g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED);
      }
}

static void
test_share (void)
{
  static const guint cases[][3] = { { 0, 7, 0 }, { 7, 7, 100 }, { 1, 1000, 1 },
                                    { 999, 1000, 99 }, { 1, 2, 50 }, { 1, 3, 33 }, { 2, 3, 67 },
                                    { 0, 0, 0 } };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      RmGapCell cell = { .unrated = cases[k][0] };

      g_assert_cmpuint (rm_gap_cell_get_value (&cell, RM_GAP_UNRATED_SHARE, cases[k][1]), ==,
                        cases[k][2]);
    }
}

static void
test_empty (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) nobody = test_people_build (people);

  for (int kind = 0; kind < RM_N_GAP_ROWS; kind++)
    {
      g_autoptr (RmGaps) gaps = new_table (nobody, (RmGapRows) kind);

      g_assert_cmpuint (rm_gaps_get_n_rows (gaps), ==, 0);
      g_assert_cmpuint (rm_gaps_get_n_columns (gaps), ==, 0);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/gaps-table/order", test_order);
  g_test_add_func ("/core/gaps-table/scale", test_scale);
  g_test_add_func ("/core/gaps-table/share", test_share);
  g_test_add_func ("/core/gaps-table/empty", test_empty);
  return g_test_run ();
}
