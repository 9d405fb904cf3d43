/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-weights-panel.h"

#include "ui/pairing/rm-comparison-window.h"
#include "ui/pairing/rm-mentee-row.h"
#include "ui/pairing/rm-pair-slot.h"
#include "ui/pairing/rm-pairing-page.h"
#include "ui/pairing/rm-trial-text.h"
#include "ui/pairing/rm-weight-row.h"

#include "ui-fixture.h"

/* Weights next to the board: sliders, modes, scenarios and their marks on the board. */

typedef struct
{
  RmSession *session;
  RmBoard *board;
  RmWeightsPanel *panel;
  RmTrial *trial;
  GtkWidget *window; /* actions reach buttons only where there is one */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->session = ui_open_own_sample ("weights");
  ui_pair_everybody (fixture->session);
  fixture->board = rm_board_new ();
  fixture->panel = g_object_ref_sink (g_object_new (RM_TYPE_WEIGHTS_PANEL, NULL));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  fixture->trial = rm_board_get_trial (fixture->board);
  rm_weights_panel_set_board (fixture->panel, fixture->board);
  rm_board_set_session (fixture->board, fixture->session);
  rm_trial_set_active (fixture->trial, TRUE);
  ui_wait_until (rm_board_get_pairing (fixture->board) != NULL);
  ui_wait_until (rm_trial_get_mode_figures (fixture->trial) != NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle (fixture->window);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  rm_board_set_session (fixture->board, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->panel);
  g_object_unref (fixture->board);
  wait_for_end (fixture->session);
}

static GtkWidget *
nth (Fixture *fixture,
     GType type,
     guint index)
{
  return ui_find (GTK_WIDGET (fixture->panel), type, index);
}

static GtkRange *
slider (Fixture *fixture,
        RmCriterion criterion)
{
  return GTK_RANGE (rm_weight_row_get_scale (
    RM_WEIGHT_ROW (nth (fixture, RM_TYPE_WEIGHT_ROW, criterion))));
}

/* Presses the button of an action, where it can be pressed. */
static gboolean
press (Fixture *fixture,
       const char *action)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = nth (fixture, GTK_TYPE_BUTTON, i);

      if (button == NULL)
        g_error ("no button for %s", action);
      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) != 0)
        continue;
      if (!gtk_widget_is_sensitive (button))
        return FALSE;
      g_signal_emit_by_name (button, "clicked");
      return TRUE;
    }
}

static void
test_sliders (Fixture *fixture,
              gconstpointer data)
{
  const RmSettings *own
    = rm_programme_get_settings (rm_session_get_programme (fixture->session));

  for (int c = 0; c < RM_N_CRITERIA; c++)
    {
      GtkRange *range = slider (fixture, (RmCriterion) c);

      g_assert_cmpint ((int) gtk_range_get_value (range), ==, own->weights[c]);
      gtk_test_accessible_assert_role (range, GTK_ACCESSIBLE_ROLE_SLIDER);
      gtk_test_accessible_assert_property (range, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           rm_criterion_label ((RmCriterion) c));
      g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (range)));
    }
  {
    /* The macro takes its argument for a format, too. */
    const char *spoken = "40, 40 % of all weights";

    gtk_test_accessible_assert_property (slider (fixture, RM_CRITERION_SKILLS),
                                         GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken);
  }
  g_assert_false (rm_trial_is_touched (fixture->trial));
  g_assert_null (rm_board_get_outcome (fixture->board));
  g_assert_false (press (fixture, "weights.apply"));
  g_assert_false (press (fixture, "weights.reset"));
}

/* A slider never waits: moving it takes no time, whatever the solver does. */
static void
test_moving (Fixture *fixture,
             gconstpointer data)
{
  GtkRange *range = slider (fixture, RM_CRITERION_DIFFERENCE);
  gint64 before = g_get_monotonic_time ();
  RmLiveResult *trial = NULL;

  for (int weight = 16; weight <= 90; weight++)
    gtk_range_set_value (range, weight);
  g_test_message ("75 moves in %.1f ms", (double) (g_get_monotonic_time () - before) / 1000);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 75 * 2 * 1000);
  g_assert_cmpint (rm_trial_get_settings (fixture->trial)->weights[RM_CRITERION_DIFFERENCE], ==,
                   90);
  ui_wait_until (rm_trial_can_apply (fixture->trial)
                 && rm_board_get_outcome (fixture->board) != NULL
                 && rm_board_get_outcome (fixture->board)->canonical != NULL);
  trial = rm_board_get_outcome (fixture->board);
  g_assert_cmpuint (trial->n_changes, >, 0);
  g_assert_cmpint (trial->settings->weights[RM_CRITERION_DIFFERENCE], ==, 90);

  /* The programme is as it was until it is applied. */
  g_assert_cmpint (rm_programme_get_settings (rm_session_get_programme (fixture->session))
                     ->weights[RM_CRITERION_DIFFERENCE], ==, 15);
  g_assert_true (press (fixture, "weights.reset"));
  ui_wait_until (rm_board_get_outcome (fixture->board) == NULL);
  g_assert_cmpint ((int) gtk_range_get_value (range), ==, 15);
}

static void
test_apply (Fixture *fixture,
            gconstpointer data)
{
  GtkRange *range = slider (fixture, RM_CRITERION_DIFFERENCE);

  gtk_range_set_value (range, 100);
  rm_trial_settle (fixture->trial);
  ui_wait_until (press (fixture, "weights.apply"));
  g_assert_cmpint (rm_programme_get_settings (rm_session_get_programme (fixture->session))
                     ->weights[RM_CRITERION_DIFFERENCE], ==, 100);
  ui_wait_until (rm_board_get_outcome (fixture->board) == NULL);
  g_assert_false (rm_trial_is_touched (fixture->trial));

  /* One step back, and the slider follows. */
  g_assert_true (rm_session_undo (fixture->session, NULL));
  ui_wait_until ((int) gtk_range_get_value (range) == 15);
  g_assert_false (rm_trial_is_touched (fixture->trial));
}

static void
test_modes (Fixture *fixture,
            gconstpointer data)
{
  GtkCheckButton *people = GTK_CHECK_BUTTON (nth (fixture, GTK_TYPE_CHECK_BUTTON, 0));
  GtkCheckButton *total = GTK_CHECK_BUTTON (nth (fixture, GTK_TYPE_CHECK_BUTTON, 1));
  const RmFigures *prices = rm_trial_get_mode_figures (fixture->trial);
  g_autofree char *price = rm_trial_text_difference (&prices[RM_MODE_PEOPLE], &prices[RM_MODE_TOTAL]);
  g_autofree char *label = g_strdup_printf ("Best total: %s", price);

  g_assert_true (gtk_check_button_get_active (people));
  ui_wait_until (gtk_widget_is_sensitive (GTK_WIDGET (total)));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_test_accessible_assert_property (total, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_check_button_set_active (total, TRUE);
  g_assert_cmpint (rm_trial_get_settings (fixture->trial)->mode, ==, RM_MODE_TOTAL);
  ui_wait_until (rm_trial_can_apply (fixture->trial));
  rm_trial_reset (fixture->trial);
  ui_wait_until (gtk_check_button_get_active (people));
  g_assert_cmpint (rm_trial_get_settings (fixture->trial)->mode, ==, RM_MODE_PEOPLE);
}

static gint64
try_difference (Fixture *fixture)
{
  gtk_range_set_value (slider (fixture, RM_CRITERION_DIFFERENCE), 100);
  rm_trial_settle (fixture->trial);
  ui_wait_until (rm_board_get_outcome (fixture->board) != NULL
                 && rm_board_get_outcome (fixture->board)->canonical != NULL);
  g_assert_cmpuint (rm_board_get_outcome (fixture->board)->new_pairs->len, >, 0);

  return g_array_index (rm_board_get_outcome (fixture->board)->new_pairs, RmNewPair, 0).mentee;
}

/* A mentee whose mentor would be another shows both, in words. */
static void
test_marks (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *row = rm_mentee_row_new (fixture->board);
  GtkWidget *window = gtk_window_new ();
  gint64 mentee = try_difference (fixture);
  RmLiveResult *trial = rm_board_get_outcome (fixture->board);
  const RmNewPair *new_pair = &g_array_index (trial->new_pairs, RmNewPair, 0);
  const RmPerson *mentor = rm_programme_find_person (trial->programme, new_pair->mentor);
  g_autofree char *description
    = g_strdup_printf ("With the weights tried: → %s, %d %%", rm_person_display_name (mentor),
                       rm_points_to_percent (new_pair->score));
  GtkWidget *slot = NULL;

  gtk_window_set_child (GTK_WINDOW (window), row);
  rm_mentee_row_show (RM_MENTEE_ROW (row), mentee);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle (window);
  slot = ui_find (row, RM_TYPE_PAIR_SLOT, 0);
  g_assert_true (gtk_widget_has_css_class (slot, "changing"));
  gtk_test_accessible_assert_property (slot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);

  rm_trial_reset (fixture->trial);
  ui_wait_until (rm_board_get_outcome (fixture->board) == NULL);
  g_assert_false (gtk_widget_has_css_class (slot, "changing"));

  /* A row that nobody sees waits, and has caught up when it is seen. */
  gtk_widget_set_child_visible (row, FALSE);
  try_difference (fixture);
  g_assert_false (gtk_widget_has_css_class (slot, "changing"));
  gtk_widget_set_child_visible (row, TRUE);
  ui_wait_until (gtk_widget_has_css_class (slot, "changing"));

  g_object_ref (row);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (row);
}

/* Saved under a name, tried by its row, applied and deleted. */
static void
test_scenarios (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const RmScenario *scenario = NULL;
  GtkWidget *list = nth (fixture, GTK_TYPE_LIST_BOX, 0);
  GtkWidget *scenarios = gtk_widget_get_ancestor (list, GTK_TYPE_BOX);
  GtkListBoxRow *row = NULL;
  gint64 id = 0;

  g_assert_false (gtk_widget_get_visible (list));
  gtk_range_set_value (slider (fixture, RM_CRITERION_BACK), 80);
  rm_trial_settle (fixture->trial);
  ui_wait_until (rm_trial_can_save (fixture->trial));
  g_assert_true (rm_trial_save (fixture->trial, "Both ways", &error));
  g_assert_no_error (error);
  g_assert_true (gtk_widget_get_visible (list));
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Both ways");
  scenario = rm_programme_get (rm_session_get_programme (fixture->session), RM_TABLE_SCENARIO, 0);
  id = scenario->record.id;

  rm_trial_reset (fixture->trial);
  g_assert_false (rm_trial_is_touched (fixture->trial));
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_true (rm_trial_is_touched (fixture->trial));
  g_assert_cmpstr (rm_trial_get_scenario (fixture->trial), ==, "Both ways");
  ui_wait_until ((int) gtk_range_get_value (slider (fixture, RM_CRITERION_BACK)) == 80);

  g_assert_true (gtk_widget_activate_action (scenarios, "scenario.apply", "x", id));
  ui_wait_until (!rm_trial_is_touched (fixture->trial));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==,
                   "Apply scenario “Both ways”");

  g_assert_true (gtk_widget_activate_action (scenarios, "scenario.delete", "x", id));
  g_assert_false (gtk_widget_get_visible (list));
  g_assert_true (rm_session_undo (fixture->session, NULL));
  g_assert_true (gtk_widget_get_visible (list));
}

static void
test_comparison (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *window = NULL;
  GtkDropDown *side = NULL;
  const RmScenario *scenario = NULL;

  gtk_range_set_value (slider (fixture, RM_CRITERION_DIFFERENCE), 100);
  rm_trial_settle (fixture->trial);
  ui_wait_until (rm_trial_can_save (fixture->trial));
  g_assert_true (rm_trial_save (fixture->trial, "Different", &error));
  ui_wait_until (rm_programme_count (rm_scorer_get_programme (rm_pairing_get_scorer (
                   rm_board_get_pairing (fixture->board))), RM_TABLE_SCENARIO) == 1);
  scenario = rm_programme_get (rm_session_get_programme (fixture->session), RM_TABLE_SCENARIO, 0);

  window = rm_comparison_window_new (fixture->board, scenario->record.id);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle (window);
  {
    int minimum = 0;

    gtk_widget_measure (adw_window_get_content (ADW_WINDOW (window)), GTK_ORIENTATION_HORIZONTAL,
                        -1, &minimum, NULL, NULL, NULL);
    g_assert_cmpint (minimum, <=, 360);
  }
  side = GTK_DROP_DOWN (ui_find (window, GTK_TYPE_DROP_DOWN, 1));
  g_assert_cmpuint (gtk_drop_down_get_selected (side), ==, 1);
  {
    /* after the lists of both choices */
    GtkListView *view = GTK_LIST_VIEW (ui_find (window, GTK_TYPE_LIST_VIEW, 2));

    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view))), >,
                      0);
    /* With itself nothing is different. */
    gtk_drop_down_set_selected (side, 0);
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view))), ==,
                      0);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The panel and the property that a button is bound to follow each other. */
static void
test_page (void)
{
  RmPairingPage *page = g_object_ref_sink (g_object_new (RM_TYPE_PAIRING_PAGE, NULL));
  RmSession *session = ui_open_sample ("weights-page.mentoring");
  gboolean shown = TRUE;

  rm_page_set_session (RM_PAGE (page), session);
  g_object_get (page, "weights-shown", &shown, NULL);
  g_assert_false (shown);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "pairing.weights", NULL));
  g_assert_true (rm_pairing_page_get_weights_shown (page));
  g_object_set (page, "weights-shown", FALSE, NULL);
  g_assert_false (rm_pairing_page_get_weights_shown (page));
  rm_page_set_session (RM_PAGE (page), NULL);
  wait_for_end (page);
  wait_for_end (session);
}

static void
test_texts (void)
{
  static const RmFigures chosen = { 100, 98, 100 * 2000, 400 };
  static const RmFigures fewer = { 98, 96, 98 * 2120, 400 };
  static const RmFigures even = { 100, 98, 100 * 1960, 800 };
  static const RmFigures nobody = { 0 };
  const struct
  {
    char *text;
    const char *expected;
  } cases[] = {
    { rm_trial_text_difference (&chosen, &fewer), "2 mentees fewer · average +3 %" },
    { rm_trial_text_difference (&fewer, &chosen), "2 mentees more · average -3 %" },
    { rm_trial_text_difference (&chosen, &even), "average -1 % · lowest +10 %" },
    { rm_trial_text_difference (&chosen, &chosen), "the same result" },
    { rm_trial_text_figures (&chosen), "98 paired · average 50\u00a0% · lowest 10\u00a0%" },
    { rm_trial_text_figures (&nobody), "Nobody is paired" },
    { rm_trial_text_changes (0), "No pair would change" },
    { rm_trial_text_changes (1), "1 pair would change" },
    { rm_trial_text_changes (12), "12 pairs would change" },
    { rm_trial_text_percents (2000, 2400), "50 % → 60 %" },
    { rm_trial_text_percents (2000, 2001), "50 %" },
    { rm_trial_text_counts (7, 7), "7" },
    { rm_trial_text_counts (7, 9), "7 → 9" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (cases[i].text, ==, cases[i].expected);
      g_free (cases[i].text);
    }
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/weights/texts", test_texts);
  g_test_add_func ("/ui/weights/page", test_page);
  g_test_add ("/ui/weights/sliders", Fixture, NULL, set_up, test_sliders, tear_down);
  g_test_add ("/ui/weights/moving", Fixture, NULL, set_up, test_moving, tear_down);
  g_test_add ("/ui/weights/apply", Fixture, NULL, set_up, test_apply, tear_down);
  g_test_add ("/ui/weights/modes", Fixture, NULL, set_up, test_modes, tear_down);
  g_test_add ("/ui/weights/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/ui/weights/scenarios", Fixture, NULL, set_up, test_scenarios, tear_down);
  g_test_add ("/ui/weights/comparison", Fixture, NULL, set_up, test_comparison, tear_down);
  return g_test_run ();
}
