/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "exchange/import/rm-scores-table.h"

static void
test_scores (void)
{
  g_autoptr (RmSheet) table = fixture_read ("score;Mentor;note;MENTEE\n"
                                               "7;m2;x;b\n"
                                               "5;m1;;b\n"
                                               "1000000000; m1 ;;a\n"
                                               "0;m3;;a\n"
                                               ";;;\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (RmScoresTable) scores = rm_scores_table_new (table, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (scores->problems->len, ==, 0);
  g_assert_cmpuint (scores->mentees->len, ==, 2);
  g_assert_cmpuint (scores->mentors->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (scores->mentees, 0), ==, "a");
  g_assert_cmpstr (g_ptr_array_index (scores->mentors, 2), ==, "m3");
  g_assert_cmpint (rm_scores_table_get_score (scores, 0, 0), ==, 1000000000);
  g_assert_cmpint (rm_scores_table_get_score (scores, 0, 1), ==, -1);
  g_assert_cmpint (rm_scores_table_get_score (scores, 0, 2), ==, 0);
  g_assert_cmpint (rm_scores_table_get_score (scores, 1, 0), ==, 5);
  g_assert_cmpint (rm_scores_table_get_score (scores, 1, 1), ==, 7);
  g_assert_cmpuint (scores->first[2], ==, 4);
}

static void
test_problems (void)
{
  g_autoptr (RmSheet) table = fixture_read ("mentee,mentor,score\n"
                                               "a,x,3.5\n"
                                               "a,x,-1\n"
                                               "a,x,1000000001\n"
                                               "a,x,99999999999999999999999\n"
                                               "a,x,1e3\n"
                                               "a,x,\n"
                                               ",x,1\n"
                                               "a,,1\n"
                                               "a,x,4\n"
                                               "a, x,5\n"
                                               "a,y,6,7\n"
                                               "b,x,71.0\n"
                                               "b,y,71.000\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (RmScoresTable) scores = rm_scores_table_new (table, &error);
  g_autofree char *problems = NULL;

  g_assert_no_error (error);
  problems = fixture_describe (scores->problems);
  g_assert_cmpstr (problems, ==,
                   "12:long 2:value 3:value 4:value 5:value 6:value 7:value 8:nobody 9:nobody "
                   "14:value 11:twice");
  g_assert_cmpuint (scores->entries->len, ==, 3);
  g_assert_cmpint (rm_scores_table_get_score (scores, 1, 0), ==, 71);
  g_assert_cmpint (rm_scores_table_get_score (scores, 0, 0), ==, 4);
}

static void
test_columns (void)
{
  g_autoptr (RmSheet) table = fixture_read ("mentee,mentor,points?,other\na,b,1,2\n");
  g_autoptr (RmSheet) bad = fixture_read ("mentee,name,score\na,b,1\n");
  g_autoptr (RmSheet) none = fixture_read ("mentee,mentor,score\n");
  g_autoptr (RmScoresTable) scores = rm_scores_table_new (table, NULL);
  g_autoptr (RmScoresTable) empty = rm_scores_table_new (none, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (scores->entries->len, ==, 1);
  g_assert_cmpuint (empty->entries->len, ==, 0);
  g_assert_null (rm_scores_table_new (bad, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/scores-table/scores", test_scores);
  g_test_add_func ("/exchange/scores-table/problems", test_problems);
  g_test_add_func ("/exchange/scores-table/columns", test_columns);
  return g_test_run ();
}
