/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "exchange/csv/rm-csv-reader.h"
#include "exchange/import/rm-capacities-table.h"

static RmScoresTable *
read_scores (void)
{
  g_autoptr (RmSheet) table = fixture_read ("mentee,mentor,score\n"
                                               "a,x,1\n"
                                               "b,y,1\n"
                                               "both,both,1\n");

  return rm_scores_table_new (table, NULL);
}

static RmCapacitiesTable *
read_capacities (const RmScoresTable *scores,
                 const char *text,
                 char **problems)
{
  g_autoptr (RmSheet) table = fixture_read (text);
  g_autoptr (GError) error = NULL;
  RmCapacitiesTable *capacities = rm_capacities_table_new (table, scores, &error);

  g_assert_no_error (error);
  *problems = fixture_describe (capacities->problems);
  return capacities;
}

/* Mentees are a, b and both; mentors are both, x and y. */
static void
assert_places (const RmCapacitiesTable *self,
               int a,
               int b,
               int both_learns,
               int both_teaches,
               int x,
               int y)
{
  g_assert_cmpint (self->mentees[0], ==, a);
  g_assert_cmpint (self->mentees[1], ==, b);
  g_assert_cmpint (self->mentees[2], ==, both_learns);
  g_assert_cmpint (self->mentors[0], ==, both_teaches);
  g_assert_cmpint (self->mentors[1], ==, x);
  g_assert_cmpint (self->mentors[2], ==, y);
}

static void
test_places (void)
{
  g_autoptr (RmScoresTable) scores = read_scores ();
  g_autoptr (RmCapacitiesTable) none = rm_capacities_table_new (NULL, scores, NULL);
  g_autoptr (RmCapacitiesTable) plain = NULL;
  g_autoptr (RmCapacitiesTable) sided = NULL;
  g_autofree char *no_problems = NULL;
  g_autofree char *none_either = NULL;

  assert_places (none, 1, 1, 1, 1, 1, 1);
  plain = read_capacities (scores, "Places;Person\n0; a \n3;x\n2;both\n;\n", &no_problems);
  g_assert_cmpstr (no_problems, ==, "");
  assert_places (plain, 0, 1, 2, 2, 3, 1);
  sided = read_capacities (scores,
                           "name,capacity,side\nboth,4,Mentor\nboth,5,mentee\ny,1000000,\n",
                           &none_either);
  g_assert_cmpstr (none_either, ==, "");
  assert_places (sided, 1, 1, 5, 4, 1, 1000000);
}

static void
test_problems (void)
{
  g_autoptr (RmScoresTable) scores = read_scores ();
  g_autoptr (RmCapacitiesTable) capacities = NULL;
  g_autofree char *problems = NULL;

  capacities = read_capacities (scores,
                                "name,places,side\n"
                                "a,-1,\n"
                                "a,,\n"
                                "a,two,\n"
                                "a,1.5,\n"
                                "a,1000001,\n"
                                "a,99999999999999999999999,\n"
                                "nobody,1,\n"
                                ",1,\n"
                                "a,1,mentor\n"
                                "a,1,both\n"
                                "both,3,\n"
                                "both,4,mentee\n"
                                "x,2,\n",
                                &problems);
  g_assert_cmpstr (problems, ==,
                   "2:value 3:value 4:value 5:value 6:value 7:value 8:person-unknown "
                   "9:person-unknown 10:person-unknown 11:value 13:twice");
  assert_places (capacities, 1, 1, 3, 3, 2, 1);
}

static void
test_columns (void)
{
  g_autoptr (RmScoresTable) scores = read_scores ();
  g_autoptr (RmSheet) no_places = fixture_read ("name,other\na,1\n");
  g_autoptr (RmSheet) no_name = fixture_read ("shoe,places\na,1\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (rm_capacities_table_new (no_places, scores, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN);
  g_clear_error (&error);
  g_assert_null (rm_capacities_table_new (no_name, scores, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN);
}

/* Whatever stands in the tables, what is read keeps to what the header promises. */
static void
test_random (void)
{
  static const char *const pieces[] = { "a", "both", "x", ",", ";", "\n", "\"", "-1", "3", "name",
                                        "mentee", "mentor", "places", "score", "side", "\xff" };

  for (guint32 seed = 1; seed <= 400; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = g_string_new (seed % 2 == 0 ? "name,places,side\n" : "");
      g_autoptr (RmScoresTable) scores = read_scores ();
      g_autoptr (RmSheet) table = NULL;
      g_autoptr (RmCapacitiesTable) capacities = NULL;

      for (int k = g_rand_int_range (rand, 1, 40); k > 0; k--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      table = rm_csv_reader_read ((const guchar *) text->str, text->len, '\0', NULL, NULL, NULL);
      if (table != NULL)
        capacities = rm_capacities_table_new (table, scores, NULL);
      for (guint i = 0; capacities != NULL && i < 3; i++)
        {
          g_assert_cmpint (capacities->mentees[i], >=, 0);
          g_assert_cmpint (capacities->mentors[i], <=, RM_CAPACITIES_MAX);
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/capacities-table/places", test_places);
  g_test_add_func ("/exchange/capacities-table/problems", test_problems);
  g_test_add_func ("/exchange/capacities-table/columns", test_columns);
  g_test_add_func ("/exchange/capacities-table/random", test_random);
  return g_test_run ();
}
