/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "live-fixture.h"

#include "app/commands/rm-commands.h"
#include "app/lab/rm-commands-scenarios.h"
#include "app/lab/rm-live.h"
#include "app/lab/rm-trial.h"
#include "app/pairing/rm-commands-proposal.h"
#include "app/pairing/rm-two-way.h"

/* Weights tried before they are applied. */

static void
changed_cb (RmLive *live,
            guint *n)
{
  (*n)++;
}

static void
assert_same_pairs (const RmSolution *a,
                   const RmSolution *b)
{
  g_assert_cmpuint (a->n_pairs, ==, b->n_pairs);
  for (guint p = 0; p < a->n_pairs; p++)
    {
      g_assert_cmpuint (a->pairs[p].mentee, ==, b->pairs[p].mentee);
      g_assert_cmpuint (a->pairs[p].mentor, ==, b->pairs[p].mentor);
    }
}

/* The settled result is what the programme would get with these settings, pair by pair. */
static void
test_canonical (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmLive) live = rm_live_new ();
  g_autoptr (RmPairingResult) expected = NULL;
  g_autoptr (RmProgramme) changed = NULL;
  g_autoptr (GError) error = NULL;
  RmSettings *settings = live_with_weight (fixture, RM_CRITERION_DIFFERENCE, 80);
  RmLiveResult *result = NULL;
  const RmFigures *prices = NULL;

  g_assert_null (rm_live_get_result (live));
  g_assert_false (rm_live_is_busy (live));
  live_ask (fixture, live, settings, TRUE);
  g_assert_true (rm_live_is_busy (live));
  g_assert_false (rm_live_is_settled (live));
  wait_until (rm_live_is_settled (live));

  changed = rm_programme_new_changed (rm_session_get_programme (fixture->session), settings, NULL,
                                      NULL);
  expected = rm_pairing_propose (changed, NULL, NULL, &error);
  g_assert_no_error (error);
  result = rm_live_get_result (live);
  assert_same_pairs (result->solution, expected->solution);
  g_assert_cmpint (result->then.total, ==, expected->solution->total);
  g_assert_cmpint (result->then.lowest, ==, expected->solution->lowest);
  g_assert_cmpuint (result->then.n_paired, ==, expected->solution->n_paired);
  g_assert_cmpuint (result->today.n_pairs, ==, 0);
  g_assert_cmpuint (result->n_changes, ==, expected->solution->n_pairs);

  wait_until (rm_live_get_mode_figures (live) != NULL);
  g_assert_false (rm_live_is_busy (live));
  prices = rm_live_get_mode_figures (live);
  g_assert_cmpint (prices[RM_MODE_PEOPLE].total, ==, expected->solution->total);
  g_assert_cmpint (prices[RM_MODE_TOTAL].total, >=, prices[RM_MODE_PEOPLE].total);
  g_assert_cmpuint (prices[RM_MODE_TOTAL].n_paired, <=, prices[RM_MODE_PEOPLE].n_paired);
  rm_record_unref (settings);
}

/* While a slider moves there are previews, as good as the canonical result. */
static void
test_preview (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmLive) live = rm_live_new ();
  RmSettings *settings = live_with_weight (fixture, RM_CRITERION_BACK, 70);
  gint64 total = 0;

  live_ask (fixture, live, settings, FALSE);
  wait_until (rm_live_get_result (live) != NULL);
  g_assert_false (rm_live_is_settled (live));
  g_assert_null (rm_live_get_result (live)->canonical);
  total = rm_live_get_result (live)->then.total;
  live_ask (fixture, live, settings, TRUE);
  wait_until (rm_live_is_settled (live));
  g_assert_cmpint (rm_live_get_result (live)->then.total, ==, total);
  rm_record_unref (settings);
}

/* Of many questions the last one is answered, and no older answer comes after a newer one. */
static void
test_stale (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmLive) live = rm_live_new ();
  guint n = 0;
  int last = -1;

  g_signal_connect (live, "changed", G_CALLBACK (changed_cb), &n);
  for (int weight = 0; weight <= 100; weight++)
    {
      RmSettings *settings = live_with_weight (fixture, RM_CRITERION_SKILLS, weight);
      RmLiveResult *result = NULL;

      live_ask (fixture, live, settings, weight == 100);
      rm_record_unref (settings);
      if (weight % 7 == 0)
        g_main_context_iteration (NULL, FALSE);
      result = rm_live_get_result (live);
      if (result == NULL)
        continue;
      g_assert_cmpint (result->settings->weights[RM_CRITERION_SKILLS], >=, last);
      last = result->settings->weights[RM_CRITERION_SKILLS];
    }
  wait_until (!rm_live_is_busy (live));
  g_assert_true (rm_live_is_settled (live));
  g_assert_cmpint (rm_live_get_result (live)->settings->weights[RM_CRITERION_SKILLS], ==, 100);
  /* Questions that nobody waited for were never worked on. */
  g_assert_cmpuint (n, <, 60);
}

static void
test_cancel (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  RmLive *live = rm_live_new ();
  RmSettings *settings = live_copy_settings (fixture);
  guint n = 0;

  g_signal_connect (live, "changed", G_CALLBACK (changed_cb), &n);
  /* The first is cancelled by the second. */
  live_ask (fixture, live, settings, TRUE);
  settings = (rm_record_unref (settings), live_with_weight (fixture, RM_CRITERION_STYLE, 50));
  live_ask (fixture, live, settings, TRUE);
  wait_until (rm_live_is_settled (live));
  g_assert_cmpint (rm_live_get_result (live)->settings->weights[RM_CRITERION_STYLE], ==, 50);

  live_ask (fixture, live, settings, FALSE);
  rm_live_stop (live);
  g_assert_null (rm_live_get_result (live));
  g_assert_null (rm_live_get_mode_figures (live));
  g_assert_false (rm_live_is_busy (live));

  /* It goes while a worker still works for it. */
  live_ask (fixture, live, settings, TRUE);
  rm_live_stop (live);
  rm_record_unref (settings);
  g_object_add_weak_pointer (G_OBJECT (live), (gpointer *) &live);
  g_object_unref (live);
  wait_until (live == NULL);
}

/* An answer about a programme that has changed since is none. */
static void
test_other_programme (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmLive) live = rm_live_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RmLiveResult) old = NULL;
  RmSettings *settings = live_with_weight (fixture, RM_CRITERION_BACK, 90);
  RmSettings *other = live_copy_settings (fixture);

  live_ask (fixture, live, settings, TRUE);
  wait_until (rm_live_is_settled (live));
  old = rm_live_result_ref (rm_live_get_result (live));

  g_free (other->name);
  other->name = g_strdup ("Another");
  g_assert_true (rm_command_change_settings (fixture->session, other, "Rename", &error));
  g_assert_false (rm_command_apply_weights (fixture->session, old, NULL, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_NOW);
  live_ask (fixture, live, settings, FALSE);
  g_assert_null (rm_live_get_result (live));
  rm_record_unref (settings);
  rm_record_unref (other);
}

static void
test_nobody (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (RmLive) live = rm_live_new ();
  RmSettings *settings = live_copy_settings (fixture);

  live_ask (fixture, live, settings, TRUE);
  wait_until (rm_live_get_error (live) != NULL);
  g_assert_error (rm_live_get_error (live), RM_APP_ERROR, RM_APP_ERROR_NOBODY);
  g_assert_null (rm_live_get_result (live));
  rm_record_unref (settings);
}

/* Settings and pairs change in one step, which undo takes back in one. */
static void
test_apply (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmLive) live = rm_live_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = app_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;
  RmLiveResult *result
    = live_settle (fixture, live, live_with_weight (fixture, RM_CRITERION_DIFFERENCE, 90));
  guint n_pairs = result->solution->n_pairs;

  g_assert_true (rm_command_apply_weights (fixture->session, result, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (
    rm_programme_get_settings (rm_session_get_programme (fixture->session))
      ->weights[RM_CRITERION_DIFFERENCE], ==, 90);
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (fixture->session),
                                        RM_TABLE_PAIR), ==, n_pairs);
  label = g_strdup_printf ("Apply weights to %u pairs", n_pairs);
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  g_assert_true (rm_pairing_verify (rm_session_get_programme (fixture->session), NULL, NULL,
                                    &error));

  /* Asked again, nothing would change any more. */
  result = live_settle (fixture, live, live_copy_settings (fixture));
  g_assert_cmpuint (result->n_changes, ==, 0);
  g_assert_cmpint (result->today.total, ==, result->then.total);
  g_assert_cmpint (result->today.lowest, ==, result->then.lowest);
  g_assert_cmpuint (result->today.n_paired, ==, result->then.n_paired);

  g_assert_true (rm_session_undo (fixture->session, &error));
  after = app_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Each pair that would end or begin is told, and nothing else. */
static void
test_changes (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmLive) live = rm_live_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) after = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (4096);
  RmProgramme *programme = NULL;
  RmLiveResult *result = live_settle (fixture, live, live_copy_settings (fixture));
  guint kept = 0;
  guint n_new = 0;

  g_assert_true (rm_command_apply_weights (fixture->session, result, NULL, &error));
  result = live_settle (fixture, live, live_with_weight (fixture, RM_CRITERION_DIFFERENCE, 100));
  g_assert_cmpuint (result->n_changes, >, 0);
  programme = rm_session_get_programme (fixture->session);
  for (guint p = 0; p < result->solution->n_pairs; p++)
    {
      RmPlace place = result->solution->pairs[p];
      g_autofree char *key = g_strdup_printf (
        "%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
        rm_scorer_get_mentee (result->scorer, place.mentee)->record.id,
        rm_scorer_get_mentor (result->scorer, place.mentor)->record.id);

      g_hash_table_add (after, g_string_chunk_insert (chunk, key));
    }
  for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PAIR); p++)
    {
      const RmPair *pair = rm_programme_get (programme, RM_TABLE_PAIR, p);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                                              pair->mentee, pair->mentor);
      gboolean stays = g_hash_table_contains (after, key);

      kept += stays;
      g_assert_cmpint (rm_live_result_ends (result, pair->record.id), ==, !stays);
    }
  for (guint i = 0; i < rm_scorer_get_n_mentees (result->scorer); i++)
    {
      gint64 mentee = rm_scorer_get_mentee (result->scorer, i)->record.id;
      guint n = 0;
      const RmNewPair *list = rm_live_result_list_new_pairs (result, mentee, &n);

      for (guint b = 0; b < n; b++)
        g_assert_cmpint (list[b].mentee, ==, mentee);
      n_new += n;
    }
  g_assert_cmpuint (n_new + kept, ==, result->solution->n_pairs);
}

/* What is tried stays tried when the programme changes; the rest follows it. */
static void
test_trial (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmTrial) trial = rm_trial_new ();
  g_autoptr (GError) error = NULL;
  RmSettings *settings = NULL;

  rm_trial_set_session (trial, fixture->session);
  g_assert_false (rm_trial_is_touched (trial));
  g_assert_false (rm_trial_is_busy (trial));
  rm_trial_set_weight (trial, RM_CRITERION_BACK, 70);
  g_assert_true (rm_trial_is_touched (trial));
  g_assert_false (rm_trial_can_apply (trial));
  /* Without a word that it was let go it settles by itself. */
  wait_until (rm_trial_can_apply (trial));
  g_assert_cmpint (rm_trial_get_result (trial)->settings->weights[RM_CRITERION_BACK], ==, 70);

  settings = live_copy_settings (fixture);
  g_free (settings->name);
  settings->name = g_strdup ("Another name");
  g_assert_true (rm_command_change_settings (fixture->session, settings, "Rename", &error));
  rm_record_unref (settings);
  g_assert_cmpstr (rm_trial_get_settings (trial)->name, ==, "Another name");
  g_assert_cmpint (rm_trial_get_settings (trial)->weights[RM_CRITERION_BACK], ==, 70);
  g_assert_false (rm_trial_can_apply (trial));
  wait_until (rm_trial_can_apply (trial));
  g_assert_true (rm_trial_apply (trial, &error));
  g_assert_no_error (error);
  g_assert_false (rm_trial_is_touched (trial));

  /* What is not tried follows. */
  g_assert_true (rm_session_undo (fixture->session, NULL));
  g_assert_cmpint (rm_trial_get_settings (trial)->weights[RM_CRITERION_BACK], ==, 15);
  g_assert_false (rm_trial_is_touched (trial));
  rm_trial_set_session (trial, NULL);
  g_assert_null (rm_trial_get_settings (trial));
}

/* What each side gets is what the score counts: neither level 0 nor unrated counts as a gain. */
static void
test_two_way (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) file = app_fixture_write (
    fixture, "people.csv",
    "staff_no;name;role;level;target:AI;level:AI;target:Law;level:Law;target:Chess;level:Chess\n"
    "1;Ada;mentee;9;4;1;;5;3;\n"
    "2;Bo;mentor;2;;3;2;0;;5\n");
  RmProgramme *programme = NULL;
  const RmPerson *ada = NULL;
  const RmPerson *bo = NULL;
  g_autofree char *gained = NULL;
  g_autofree char *back = NULL;
  RmScore score = { .budgets = { 1600, 600 }, .points = { 1200, 0 } };
  int percent = 0;

  app_fixture_import (fixture, file, RM_IMPORT_PEOPLE);
  programme = rm_session_get_programme (fixture->session);
  for (guint p = 0; p < 2; p++)
    {
      const RmPerson *person = rm_programme_get_person (programme, p);

      if (g_str_equal (person->name, "Ada"))
        ada = person;
      else
        bo = person;
    }
  gained = rm_two_way_describe (programme, ada, bo);
  back = rm_two_way_describe (programme, bo, ada);
  g_assert_cmpstr (gained, ==, "AI 1→3");
  g_assert_cmpstr (back, ==, "Law 0→2");

  g_assert_true (rm_two_way_get_share (&score, RM_CRITERION_SKILLS, &percent));
  g_assert_cmpint (percent, ==, 75);
  g_assert_true (rm_two_way_get_share (&score, RM_CRITERION_BACK, &percent));
  g_assert_cmpint (percent, ==, 0);
  score.unknown = 1u << RM_CRITERION_BACK;
  g_assert_false (rm_two_way_get_share (&score, RM_CRITERION_BACK, &percent));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/live/canonical", test_canonical);
  g_test_add_func ("/app/live/preview", test_preview);
  g_test_add_func ("/app/live/stale", test_stale);
  g_test_add_func ("/app/live/cancel", test_cancel);
  g_test_add_func ("/app/live/other-programme", test_other_programme);
  g_test_add_func ("/app/live/nobody", test_nobody);
  g_test_add_func ("/app/live/apply", test_apply);
  g_test_add_func ("/app/live/changes", test_changes);
  g_test_add_func ("/app/live/trial", test_trial);
  g_test_add_func ("/app/live/two-way", test_two_way);
  return g_test_run ();
}
