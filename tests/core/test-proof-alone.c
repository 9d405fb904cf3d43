/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proof/rm-assignment-check.h"
#include "core/proof/rm-definition.h"

/* This program is only linked with the rooms base, model, problem and proof: that it links shows
 * that the proof shares no code with scoring or solving. */

static const gint64 table[2][3] = { { 7, 4, RM_NO_CANDIDATE }, { 6, 1, 2 } };

static gint64
get_score (gconstpointer data,
           guint mentee,
           guint mentor)
{
  return table[mentee][mentor];
}

static const RmScoreSource source = { 2, 3, get_score, NULL, NULL, NULL };

/* By hand: of all pairings of two mentees 4 + 6 is the best; the prices come to 10, too. */
static gboolean
check (gint64 price_of_first)
{
  static const int places[] = { 1, 1, 1 };
  gint64 mentee_price[] = { 4, 3 };
  gint64 mentee_cover[] = { 0, 0 };
  gint64 mentor_price[] = { price_of_first, 0, 0 };
  RmPlace pairs[] = { { 0, 1 }, { 1, 0 } };
  RmCertificate certificate = {
    .n_mentees = 2,
    .n_mentors = 3,
    .mentee_price = mentee_price,
    .mentee_cover = mentee_cover,
    .mentor_price = mentor_price,
  };
  RmSolution solution = { pairs, 2, 2, 10, 4, &certificate };
  RmProblem problem = {
    .source = &source,
    .mentee_capacity = places,
    .mentor_capacity = places,
    .mode = RM_MODE_TOTAL,
  };
  g_autoptr (GError) error = NULL;
  gboolean proved = rm_assignment_check (&problem, &solution, NULL, NULL, NULL, &error);

  g_assert_true (proved == (error == NULL));

  return proved;
}

static void
test_table (void)
{
  g_assert_true (check (3));
  g_assert_false (check (2));
  g_assert_false (check (4));
}

/* What a pair scores is written down a second time from the records alone. */
static void
test_people (void)
{
  RmSettings *settings = rm_settings_new ();
  g_autoptr (RmProgramme) programme = rm_programme_new (settings);
  g_autoptr (RmDefinition) definition = rm_definition_new (programme);
  RmScoreSource none = rm_definition_get_source (definition);

  g_assert_cmpuint (none.n_mentees, ==, 0);
  g_assert_null (none.scorer);
  rm_record_unref (settings);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/proof-alone/table", test_table);
  g_test_add_func ("/core/proof-alone/people", test_people);
  return g_test_run ();
}
