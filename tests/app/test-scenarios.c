/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "live-fixture.h"

#include "app/commands/rm-commands-many.h"
#include "app/commands/rm-commands.h"
#include "app/files/rm-export-files.h"
#include "app/lab/rm-commands-scenarios.h"
#include "app/lab/rm-comparison.h"

/* Named weights. */

static const RmScenario *
scenario (AppFixture *fixture,
          guint index)
{
  return rm_programme_get (rm_session_get_programme (fixture->session), RM_TABLE_SCENARIO, index);
}

static guint
n_scenarios (AppFixture *fixture)
{
  return rm_programme_count (rm_session_get_programme (fixture->session), RM_TABLE_SCENARIO);
}

static void
test_scenarios (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmLive) live = rm_live_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *nothing = app_fixture_dump (fixture);
  g_autofree char *taken_back = NULL;
  g_autofree char *suggested
    = rm_scenario_suggest_name (rm_session_get_programme (fixture->session));
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GArray) expected = NULL;
  RmLiveResult *result = live_settle (fixture, live, live_with_weight (fixture, RM_CRITERION_BACK, 60));
  RmSettings *settings = NULL;
  gint64 id = 0;

  g_assert_cmpstr (suggested, ==, "Scenario 1");
  g_assert_false (rm_command_save_scenario (fixture->session, "  ", result, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (rm_command_save_scenario (fixture->session, " Two-way ", result, &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, "Save scenario “Two-way”");
  g_assert_cmpuint (n_scenarios (fixture), ==, 1);
  id = scenario (fixture, 0)->record.id;
  g_assert_cmpstr (scenario (fixture, 0)->name, ==, "Two-way");
  g_assert_cmpint (scenario (fixture, 0)->settings.weights[RM_CRITERION_BACK], ==, 60);
  g_assert_cmpint (scenario (fixture, 0)->total, ==, result->solution->total);
  g_assert_cmpint (scenario (fixture, 0)->n_paired, ==, (int) result->solution->n_paired);
  pairs = rm_scenario_list_pairs (scenario (fixture, 0));
  expected = rm_live_result_list_pairs (result);
  g_assert_cmpmem (pairs->data, pairs->len * sizeof (RmIdPair),
                   expected->data, expected->len * sizeof (RmIdPair));

  /* Names are unique. */
  g_assert_false (rm_command_save_scenario (fixture->session, "two-WAY", result, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);

  g_assert_true (rm_command_set_field (fixture->session, RM_TABLE_SCENARIO, id,
                                       rm_entity_find_field (rm_scenario_entity (), "name"),
                                       "Both ways", &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==,
                   "Rename scenario “Two-way” to “Both ways”");
  g_assert_cmpstr (scenario (fixture, 0)->name, ==, "Both ways");
  g_assert_true (rm_command_remove_record (fixture->session, RM_TABLE_SCENARIO, id, &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==,
                   "Delete scenario “Both ways”");
  g_assert_cmpuint (n_scenarios (fixture), ==, 0);
  g_assert_false (rm_command_remove_record (fixture->session, RM_TABLE_SCENARIO, id, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (rm_session_undo (fixture->session, NULL));
  g_assert_cmpuint (n_scenarios (fixture), ==, 1);

  /* Applied, it is the programme's settings and pairs. */
  settings = rm_scenario_new_settings (
    scenario (fixture, 0), rm_programme_get_settings (rm_session_get_programme (fixture->session)));
  result = live_settle (fixture, live, settings);
  g_assert_true (rm_command_apply_weights (fixture->session, result,
                                           scenario (fixture, 0)->name, &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==,
                   "Apply scenario “Both ways”");
  g_assert_true (rm_settings_decide_alike (
    &scenario (fixture, 0)->settings,
    rm_programme_get_settings (rm_session_get_programme (fixture->session))));

  for (guint step = 0; step < 3; step++)
    g_assert_true (rm_session_undo (fixture->session, NULL));
  taken_back = app_fixture_dump (fixture);
  g_assert_cmpstr (taken_back, ==, nothing);
}

/* A whole programme as JSON brings its scenarios along. */
/* A scenario is of people: when two records of one of them become one, it is of that one. */
static void
test_merge (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmLive) live = rm_live_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  RmLiveResult *result = live_settle (fixture, live, live_with_weight (fixture, RM_CRITERION_BACK, 60));
  RmPerson *merged = NULL;
  gint64 into = 0;

  g_assert_true (rm_command_save_scenario (fixture->session, "Merged", result, &error));
  before = rm_scenario_list_pairs (scenario (fixture, 0));
  g_assert_cmpuint (before->len, >, 1);
  into = g_array_index (before, RmIdPair, 1).mentee;
  merged = rm_record_copy (
    rm_programme_find_person (rm_session_get_programme (fixture->session), into));
  g_assert_true (rm_command_merge_people (fixture->session, into,
                                          g_array_index (before, RmIdPair, 0).mentee, merged,
                                          &error));
  g_assert_no_error (error);
  rm_record_unref (merged);

  after = rm_scenario_list_pairs (scenario (fixture, 0));
  g_array_index (before, RmIdPair, 0).mentee = into;
  g_array_sort (before, rm_id_pair_compare);
  g_assert_cmpmem (before->data, before->len * sizeof (RmIdPair),
                   after->data, after->len * sizeof (RmIdPair));
}

static void
test_export (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (AppFixture) other = app_fixture_new ();
  g_autoptr (RmLive) live = rm_live_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GFile) file = NULL;
  RmLiveResult *result = live_settle (fixture, live, live_with_weight (fixture, RM_CRITERION_BACK, 60));

  g_assert_true (rm_command_save_scenario (fixture->session, "A \"fair\" one", result, &error));
  dump = app_fixture_dump (fixture);
  file = app_fixture_file (fixture, "dump.json");
  g_assert_true (rm_export_read_bundle (other->session, file, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_scenarios (other), ==, 1);
  again = app_fixture_dump (other);
  g_assert_cmpstr (again, ==, dump);
}

static void
test_comparison (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmLive) live = rm_live_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RmPairing) pairing = NULL;
  g_autoptr (RmComparison) alike = NULL;
  g_autoptr (RmComparison) other = NULL;
  RmLiveResult *result = live_settle (fixture, live, live_copy_settings (fixture));
  guint n = 0;

  g_assert_true (rm_command_apply_weights (fixture->session, result, NULL, &error));
  result = live_settle (fixture, live, live_copy_settings (fixture));
  g_assert_true (rm_command_save_scenario (fixture->session, "As it is", result, &error));
  result = live_settle (fixture, live, live_with_weight (fixture, RM_CRITERION_DIFFERENCE, 100));
  n = result->n_changes;
  g_assert_true (rm_command_save_scenario (fixture->session, "Different", result, &error));
  pairing = rm_pairing_get (rm_session_get_programme (fixture->session));

  for (guint s = 0; s < 2; s++)
    {
      const RmScenario *it = scenario (fixture, s);

      if (g_str_equal (it->name, "As it is"))
        alike = rm_comparison_new (pairing, it, NULL);
      else
        other = rm_comparison_new (pairing, NULL, it);
    }
  g_assert_cmpuint (alike->differences->len, ==, 0);
  g_assert_cmpuint (alike->n_common, ==, rm_pairing_get_n_pairs (pairing));
  g_assert_cmpstr (alike->sides[0].name, ==, "As it is");
  g_assert_null (alike->sides[1].name);
  g_assert_cmpint (alike->sides[0].figures.total, ==, alike->sides[1].figures.total);
  g_assert_cmpint (alike->sides[0].figures.lowest, ==, alike->sides[1].figures.lowest);

  g_assert_cmpuint (other->differences->len, >, 0);
  g_assert_cmpuint (other->differences->len, <=, n);
  g_assert_cmpint (other->sides[1].settings->weights[RM_CRITERION_DIFFERENCE], ==, 100);
  for (guint d = 0; d < other->differences->len; d++)
    {
      const RmDifference *difference = g_ptr_array_index (other->differences, d);

      g_assert_cmpstr (difference->mentors[0], !=, difference->mentors[1]);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/scenarios/scenarios", test_scenarios);
  g_test_add_func ("/app/scenarios/export", test_export);
  g_test_add_func ("/app/scenarios/merge", test_merge);
  g_test_add_func ("/app/scenarios/comparison", test_comparison);
  return g_test_run ();
}
