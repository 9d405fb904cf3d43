/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-answer-panel.h"

#include "app/commands/rm-commands.h"
#include "app/queries/rm-apart.h"
#include "ui/pairing/rm-mentor-panel.h"
#include "ui/pairing/rm-pair-slot.h"
#include "ui/pairing/rm-pairing-page.h"
#include "ui/pairing/rm-steady-badge.h"
#include "ui/pairing/rm-unpaired-panel.h"

#include "ui-fixture.h"

#include <string.h>

/* Questions on the Pairing page: why two people are paired or not, who has no pair, and which pairs
 * are robust. */

typedef struct
{
  RmSession *session;
  RmBoard *board;
  RmAnswerPanel *panel;
  RmUnpairedPanel *unpaired;
  GtkWidget *window;
  gint64 mentee;
  gint64 mentor; /* somebody who could be the mentor, and is not */
} Fixture;

/* Two who may be a pair, are none, and the mentor has a free place. */
static void
find_two (Fixture *fixture)
{
  const RmPairing *pairing = rm_board_get_pairing (fixture->board);
  RmScorer *scorer = rm_pairing_get_scorer (pairing);

  for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
    for (guint j = 0; j < rm_scorer_get_n_mentors (scorer); j++)
      if (rm_scorer_get_score (scorer, i, j) > 0 && rm_pairing_get_mentor_free (pairing, j) > 0
          && !rm_pairing_preview (pairing, j, NULL, i, NULL).same)
        {
          fixture->mentee = rm_scorer_get_mentee (scorer, i)->record.id;
          fixture->mentor = rm_scorer_get_mentor (scorer, j)->record.id;
          return;
        }
  g_assert_not_reached ();
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  fixture->session = ui_open_own_sample ("answer");
  ui_propose (fixture->session);
  fixture->board = rm_board_new ();
  fixture->panel = g_object_ref_sink (g_object_new (RM_TYPE_ANSWER_PANEL, NULL));
  fixture->unpaired = g_object_ref_sink (g_object_new (RM_TYPE_UNPAIRED_PANEL, NULL));
  fixture->window = gtk_window_new ();
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->panel));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->unpaired));
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  rm_answer_panel_set_board (fixture->panel, fixture->board);
  rm_unpaired_panel_set_board (fixture->unpaired, fixture->board);
  rm_board_set_session (fixture->board, fixture->session);
  ui_wait_until (rm_board_get_pairing (fixture->board) != NULL);
  find_two (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  rm_answer_panel_close (fixture->panel);
  rm_unpaired_panel_close (fixture->unpaired);
  rm_board_set_session (fixture->board, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->panel);
  g_assert_finalize_object (fixture->unpaired);
  wait_for_end (fixture->board);
  wait_for_end (fixture->session);
}

static GtkWidget *
part (gpointer panel,
      const char *name)
{
  GObject *object = gtk_widget_get_template_child (panel, G_OBJECT_TYPE (panel), name);

  g_assert_nonnull (object);
  return GTK_WIDGET (object);
}

static gboolean
is_shown (gpointer panel,
          const char *name)
{
  return gtk_widget_get_visible (part (panel, name));
}

static guint
count_rows (gpointer panel,
            const char *name)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (part (panel, name)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;

  return n;
}

static const char *
text_of (gpointer panel,
         const char *name)
{
  return gtk_label_get_label (GTK_LABEL (part (panel, name)));
}

/* Nobody is asked: the answers of the test are the only ones. */
static void
hold (Fixture *fixture)
{
  rm_answer_panel_ask (fixture->panel, fixture->mentee, fixture->mentor);
  rm_asker_drop (rm_board_get_asker (fixture->board), RM_QUESTION_PAIR);
}

static void
test_price (Fixture *fixture,
            gconstpointer data)
{
  RmMove moves[] = { { fixture->mentee, (char *) "One would get Two" } };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  RmAnswer answer = { .why = RM_WHY_PRICE, .sentence = (char *) "It costs 3 points.",
                      .moves = list, .before = { 10, 10, 20000, 1000 },
                      .after = { 10, 9, 19000, 900 } };
  RmSteadyPair steady = { fixture->mentee, fixture->mentor, FALSE, "Fragile",
                          (char *) "Fragile: it ends." };

  g_ptr_array_add (list, &moves[0]);
  hold (fixture);
  rm_answer_panel_show (fixture->panel, &answer, NULL, &steady, "About the best pairing.");
  g_assert_cmpstr (text_of (fixture->panel, "sentence"), ==, "It costs 3 points.");
  gtk_test_accessible_assert_property (fixture->panel, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "It costs 3 points.");
  g_assert_true (is_shown (fixture->panel, "figures"));
  g_assert_cmpstr (text_of (fixture->panel, "paired"), ==, "10 → 9");
  g_assert_cmpstr (text_of (fixture->panel, "average"), ==, "50 % → 48 %");
  g_assert_cmpstr (text_of (fixture->panel, "lowest"), ==, "25 % → 23 %");
  g_assert_cmpuint (count_rows (fixture->panel, "moves"), ==, 1);
  g_assert_true (is_shown (fixture->panel, "note"));
  g_assert_cmpstr (text_of (fixture->panel, "steady"), ==, "Fragile: it ends.");
  g_assert_true (is_shown (fixture->panel, "why_box"));
  g_assert_true (is_shown (fixture->panel, "pair_box"));
  g_assert_true (g_str_has_prefix (text_of (fixture->panel, "consequence"), "Moves nobody else."));
  g_assert_true (g_str_has_prefix (text_of (fixture->panel, "title"), "Why not "));

  /* Before that is known nothing of the last answer stays. */
  rm_answer_panel_show (fixture->panel, NULL, NULL, NULL, NULL);
  g_assert_false (is_shown (fixture->panel, "figures"));
  g_assert_false (is_shown (fixture->panel, "moves_box"));
  g_assert_false (is_shown (fixture->panel, "pair_box"));
  g_assert_false (is_shown (fixture->panel, "busy"));
  ui_wait_until (is_shown (fixture->panel, "busy"));
}

static void
test_rule (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  RmAnswer answer = { .why = RM_WHY_RULE, .rule = RM_RULE_LEVEL_GAP,
                      .sentence = (char *) "The rule forbids it.", .moves = list };
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Nobody there");

  hold (fixture);
  rm_answer_panel_show (fixture->panel, &answer, NULL, NULL, NULL);
  g_assert_cmpstr (text_of (fixture->panel, "sentence"), ==, "The rule forbids it.");
  g_assert_false (is_shown (fixture->panel, "figures"));
  g_assert_false (is_shown (fixture->panel, "moves_box"));
  g_assert_false (is_shown (fixture->panel, "pair_box"));
  g_assert_false (is_shown (fixture->panel, "steady_box"));

  rm_answer_panel_show (fixture->panel, NULL, error, NULL, NULL);
  g_assert_cmpstr (text_of (fixture->panel, "sentence"), ==, "Nobody there");
  g_assert_false (is_shown (fixture->panel, "busy"));
}

/* Whatever the answer would tell: that they are not available is all that is shown. */
static void
test_unavailable (Fixture *fixture,
                  gconstpointer data)
{
  RmMove move = { fixture->mentee, (char *) "One would get Two" };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  RmAnswer answer = { .why = RM_WHY_CHOSEN, .sentence = (char *) "Not available to pair.",
                      .moves = list, .before = { 10, 10, 20000, 1000 },
                      .after = { 10, 9, 19000, 900 } };
  RmSteadyPair steady = { fixture->mentee, fixture->mentor, TRUE, "Robust",
                          (char *) "Robust: it stays." };
  const RmPairing *pairing = rm_board_get_pairing (fixture->board);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (list, &move);
  rm_command_set_field (fixture->session, RM_TABLE_PERSON, fixture->mentor,
                        rm_entity_find_field (rm_person_entity (), "state"), "Withdrawn", &error);
  g_assert_no_error (error);
  ui_wait_until (rm_board_get_pairing (fixture->board) != pairing);
  hold (fixture);
  rm_answer_panel_show (fixture->panel, &answer, NULL, &steady, "A note.");
  g_assert_cmpstr (text_of (fixture->panel, "sentence"), ==, "Not available to pair.");
  g_assert_false (is_shown (fixture->panel, "figures"));
  g_assert_false (is_shown (fixture->panel, "moves_box"));
  g_assert_false (is_shown (fixture->panel, "pair_box"));
  g_assert_false (is_shown (fixture->panel, "why_box"));
  g_assert_false (is_shown (fixture->panel, "steady_box"));
  g_assert_false (is_shown (fixture->panel, "note"));
}

static void
test_pair_anyway (Fixture *fixture,
                  gconstpointer data)
{
  RmAsker *asker = rm_board_get_asker (fixture->board);
  g_autofree char *before = g_strdup (rm_session_get_undo_label (fixture->session));
  const RmPairing *pairing = NULL;
  const RmAnswer *answer = NULL;
  g_autoptr (GError) error = NULL;

  rm_answer_panel_ask (fixture->panel, fixture->mentee, fixture->mentor);
  g_assert_true (rm_asker_is_busy (asker, RM_QUESTION_PAIR));
  ui_wait_until (!rm_asker_is_busy (asker, RM_QUESTION_PAIR));
  answer = rm_asker_get_answer (asker);
  g_assert_nonnull (answer);
  g_assert_cmpint (answer->why, ==, RM_WHY_PRICE);
  g_assert_cmpstr (text_of (fixture->panel, "sentence"), ==, answer->sentence);

  pairing = rm_board_get_pairing (fixture->board);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "answer.pair", NULL));
  ui_wait_until (rm_board_get_pairing (fixture->board) != pairing);
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), !=, before);
  /* What was asked is asked again of the programme as it is now. */
  ui_wait_until (rm_asker_get_answer (asker) != NULL);
  g_assert_true (rm_session_undo (fixture->session, &error));
  g_assert_null (rm_asker_get_answer (asker));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, before);

  /* Closed, nobody asks any more. */
  rm_answer_panel_close (fixture->panel);
  g_assert_false (rm_asker_is_busy (asker, RM_QUESTION_PAIR));
  g_assert_null (rm_asker_get_answer (asker));
}

static void
test_badges (Fixture *fixture,
             gconstpointer data)
{
  RmAsker *asker = rm_board_get_asker (fixture->board);
  const RmPairing *pairing = rm_board_get_pairing (fixture->board);
  GtkWidget *slot = g_object_ref_sink (rm_pair_slot_new (fixture->board));
  GtkWidget *badge = g_object_ref_sink (rm_steady_badge_new ());
  RmSteadyPair steady = { 1, 2, TRUE, "Robust", (char *) "Robust: it stays." };
  const RmSteadyPair *tested = NULL;
  g_autoptr (GError) error = NULL;
  const RmSlot *slots = NULL;
  guint i = 0;
  guint n = 0;

  g_assert_false (gtk_widget_get_visible (badge));
  rm_steady_badge_show (RM_STEADY_BADGE (badge), &steady);
  g_assert_true (gtk_widget_get_visible (badge));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (badge), ==, "Robust: it stays.");
  g_assert_false (gtk_widget_has_css_class (badge, "fragile"));
  g_assert_finalize_object (badge);

  while (n == 0)
    slots = rm_pairing_list_slots (pairing, i++, &n);
  rm_pair_slot_show (RM_PAIR_SLOT (slot),
                     rm_scorer_get_mentee (rm_pairing_get_scorer (pairing), i - 1)->record.id,
                     &slots[0]);
  rm_asker_ask (asker, RM_QUESTION_STEADY);
  ui_wait_until (rm_asker_get_steady (asker) != NULL);
  tested = rm_steady_pairs_find (
    rm_asker_get_steady (asker),
    rm_scorer_get_mentee (rm_pairing_get_scorer (pairing), i - 1)->record.id,
    rm_scorer_get_mentor (rm_pairing_get_scorer (pairing), slots[0].mentor)->record.id);
  g_assert_nonnull (tested);

  /* A changed programme knows nothing of that any more, and nobody starts it again unasked. */
  rm_session_undo (fixture->session, &error);
  g_assert_no_error (error);
  g_assert_null (rm_asker_get_steady (asker));
  g_assert_false (rm_asker_is_busy (asker, RM_QUESTION_STEADY));
  g_assert_finalize_object (slot);
}

static RmLeftOut *
left_out_new (gint64 person)
{
  RmLeftOut *left_out = g_new0 (RmLeftOut, 1);

  left_out->person = person;
  left_out->sentence = (char *) "There is nobody.";
  left_out->details = g_ptr_array_new ();
  g_ptr_array_add (left_out->details, (char *) "3 mentors: too near in seniority");
  return left_out;
}

static void
left_out_free (gpointer data)
{
  RmLeftOut *left_out = data;

  g_ptr_array_unref (left_out->details);
  g_free (left_out);
}

static void
test_unpaired (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func (left_out_free);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GPtrArray) reliefs = g_ptr_array_new ();
  RmRelief relief = { RM_REMEDY_PLACES, 0, 3, (char *) "One more place would pair 3 more." };
  RmUnpairedList report = { many, nobody, reliefs, (char *) "120 mentees have nobody." };
  RmUnpairedList none = { nobody, nobody, nobody, (char *) "Nobody." };
  GtkListBoxRow *last = NULL;

  g_ptr_array_add (reliefs, &relief);
  for (guint i = 0; i < 120; i++)
    g_ptr_array_add (many, left_out_new (fixture->mentee));
  rm_unpaired_panel_show (fixture->unpaired, NULL, NULL, NULL);
  ui_wait_until (is_shown (fixture->unpaired, "busy"));
  rm_unpaired_panel_show (fixture->unpaired, &report, NULL, NULL);
  g_assert_false (is_shown (fixture->unpaired, "busy"));
  g_assert_false (is_shown (fixture->unpaired, "everybody"));
  g_assert_cmpstr (text_of (fixture->unpaired, "summary"), ==, "120 mentees have nobody.");
  g_assert_cmpuint (count_rows (fixture->unpaired, "reliefs"), ==, 1);
  g_assert_false (is_shown (fixture->unpaired, "mentor_box"));

  /* A long list comes in parts. */
  g_assert_cmpuint (count_rows (fixture->unpaired, "mentees"), ==, 51);
  last = gtk_list_box_get_row_at_index (GTK_LIST_BOX (part (fixture->unpaired, "mentees")), 50);
  gtk_test_accessible_assert_property (last, GTK_ACCESSIBLE_PROPERTY_LABEL, "Show 70 more");
  g_signal_emit_by_name (part (fixture->unpaired, "mentees"), "row-activated", last);
  g_assert_cmpuint (count_rows (fixture->unpaired, "mentees"), ==, 101);

  rm_unpaired_panel_show (fixture->unpaired, &none, NULL, NULL);
  g_assert_true (is_shown (fixture->unpaired, "everybody"));
  g_assert_false (is_shown (fixture->unpaired, "mentee_box"));
  g_assert_false (is_shown (fixture->unpaired, "relief_box"));
  rm_unpaired_panel_show (fixture->unpaired, NULL, NULL, NULL);
}

static void
test_real_report (Fixture *fixture,
                  gconstpointer data)
{
  RmAsker *asker = rm_board_get_asker (fixture->board);
  const RmUnpairedList *report = NULL;

  rm_unpaired_panel_open (fixture->unpaired, 0);
  ui_wait_until (!rm_asker_is_busy (asker, RM_QUESTION_UNPAIRED));
  report = rm_asker_get_unpaired (asker);
  g_assert_nonnull (report);
  g_assert_cmpuint (report->mentees->len, >, 0);
  g_assert_cmpstr (text_of (fixture->unpaired, "summary"), ==, report->summary);
  g_assert_cmpuint (count_rows (fixture->unpaired, "mentees"), ==, report->mentees->len);
  rm_unpaired_panel_close (fixture->unpaired);
  g_assert_null (rm_asker_get_unpaired (asker));
}

/* Where a pair, or two people who are none, can be asked about, and back again. */
static void
test_page (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = g_object_new (RM_TYPE_PAIRING_PAGE, NULL);
  GtkStack *side = NULL;

  gtk_window_set_child (GTK_WINDOW (window), page);
  rm_page_set_session (RM_PAGE (page), fixture->session);
  gtk_window_present (GTK_WINDOW (window));
  side = GTK_STACK (part (page, "side"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (side), ==, "mentors");
  g_assert_true (gtk_widget_activate_action (page, "pairing.ask", "(xx)", fixture->mentee,
                                             fixture->mentor));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (side), ==, "answer");
  ui_wait_until (*text_of (part (page, "answer"), "sentence") != '\0');
  g_assert_true (gtk_widget_activate_action (page, "pairing.unpaired", "x", (gint64) 0));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (side), ==, "unpaired");
  ui_wait_until (*text_of (part (page, "unpaired"), "summary") != '\0');
  g_assert_true (gtk_widget_activate_action (page, "pairing.show-mentors", NULL));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (side), ==, "mentors");

  rm_page_set_session (RM_PAGE (page), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_filled_slot (GtkWidget *page)
{
  for (guint k = 0;; k++)
    {
      GtkWidget *slot = ui_find (page, RM_TYPE_PAIR_SLOT, k);

      if (slot == NULL || rm_pair_slot_get_pair (RM_PAIR_SLOT (slot)) != 0)
        return slot;
    }
}

static guint
count_apart (Fixture *fixture)
{
  return rm_programme_count (rm_session_get_programme (fixture->session), RM_TABLE_EXCLUSION);
}

/* Two people are kept apart from where their pair is, which ends, and from where the mentor stands;
 * where it is said that they are there is the way back. */
static void
test_apart (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = g_object_new (RM_TYPE_PAIRING_PAGE, NULL);
  GtkWidget *panel = NULL;
  gint64 pair = 0;

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  rm_page_set_session (RM_PAGE (page), fixture->session);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_until (find_filled_slot (page) != NULL);
  pair = rm_pair_slot_get_pair (RM_PAIR_SLOT (find_filled_slot (page)));
  g_assert_true (gtk_widget_activate_action (find_filled_slot (page), "slot.toggle-apart", NULL));
  g_assert_cmpuint (count_apart (fixture), ==, 1);
  g_assert_null (rm_programme_find (rm_session_get_programme (fixture->session), RM_TABLE_PAIR,
                                    pair));
  g_assert_true (rm_session_undo (fixture->session, NULL));
  g_assert_cmpuint (count_apart (fixture), ==, 0);
  g_assert_nonnull (rm_programme_find (rm_session_get_programme (fixture->session), RM_TABLE_PAIR,
                                       pair));

  g_assert_true (gtk_widget_activate_action (page, "pairing.toggle-apart", "(xx)", fixture->mentee,
                                             fixture->mentor));
  g_assert_true (rm_apart_holds (rm_session_get_programme (fixture->session),
                                      fixture->mentor, fixture->mentee));
  panel = part (page, "answer");
  g_assert_true (gtk_widget_activate_action (page, "pairing.ask", "(xx)", fixture->mentee,
                                             fixture->mentor));
  ui_wait_until (is_shown (panel, "together"));
  g_signal_emit_by_name (part (panel, "together"), "clicked");
  g_assert_cmpuint (count_apart (fixture), ==, 0);
  ui_wait_until (!is_shown (panel, "together"));

  rm_page_set_session (RM_PAGE (page), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whether in confidence or not, the two are let together again in the same words. */
static void
test_apart_untold (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const RmPairing *pairing = rm_board_get_pairing (fixture->board);
  g_autoptr (GError) error = NULL;
  gboolean apart = TRUE;

  g_assert_true (rm_board_may_change_apart (fixture->board, fixture->mentee, fixture->mentor,
                                            &apart));
  g_assert_false (apart);
  rm_board_add_apart_item (fixture->board, fixture->mentee, fixture->mentor, menu, "some.action");
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 1);
  g_menu_remove_all (menu);

  g_assert_true (rm_command_keep_apart (fixture->session, fixture->mentee, fixture->mentor, TRUE,
                                        "Told us", &error));
  ui_wait_until (rm_board_get_pairing (fixture->board) != pairing);
  pairing = rm_board_get_pairing (fixture->board);
  g_assert_true (rm_board_may_change_apart (fixture->board, fixture->mentee, fixture->mentor,
                                            &apart));
  g_assert_true (apart);
  g_assert_true (rm_session_undo (fixture->session, NULL));
  ui_wait_until (rm_board_get_pairing (fixture->board) != pairing);
  pairing = rm_board_get_pairing (fixture->board);
  g_assert_true (rm_command_set_field (fixture->session, RM_TABLE_PERSON, fixture->mentor,
                                       rm_entity_find_field (rm_person_entity (), "state"),
                                       "Withdrawn", &error));
  ui_wait_until (rm_board_get_pairing (fixture->board) != pairing);
  rm_board_add_apart_item (fixture->board, fixture->mentee, fixture->mentor, menu, "some.action");
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 1);
  g_assert_false (rm_board_may_change_apart (fixture->board, G_MAXINT64, fixture->mentor, &apart));
}

static gboolean
tells (GtkWidget *widget,
       const char *part)
{
  g_autofree char *text = ui_tell (widget);

  return strstr (text, part) != NULL;
}

/* What the panels and the menu say of two people who have just been kept apart, when asked why not.
 * The window has no place yet where that is recorded as confidential. */
static char *
tell_apart (Fixture *fixture,
            GtkWidget *page,
            gboolean confidential)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *mentors = ui_find (page, RM_TYPE_MENTOR_PANEL, 0);
  const RmPairing *pairing = rm_board_get_pairing (fixture->board);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *beside = NULL;

  rm_command_keep_apart (fixture->session, fixture->mentee, fixture->mentor, confidential,
                         confidential ? "Told us" : NULL, &error);
  g_assert_no_error (error);
  ui_wait_until (rm_board_get_pairing (fixture->board) != pairing);
  gtk_widget_activate_action (page, "pairing.ask", "(xx)", fixture->mentee, fixture->mentor);
  ui_wait_until (is_shown (part (page, "answer"), "together"));
  /* The page has a board of its own. */
  ui_wait_until (tells (mentors, "not available to pair"));
  rm_board_add_apart_item (fixture->board, fixture->mentee, fixture->mentor, menu, "some.action");
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, "label", "s", &label);
  shown = ui_tell (part (page, "answer"));
  beside = ui_tell (mentors);
  pairing = rm_board_get_pairing (fixture->board);
  g_assert_true (rm_session_undo (fixture->session, NULL));
  ui_wait_until (rm_board_get_pairing (fixture->board) != pairing);
  ui_wait_until (!tells (mentors, "not available to pair"));

  return g_strjoin ("\n", label, rm_session_get_redo_label (fixture->session), shown, beside, NULL);
}

static void
test_apart_twins (Fixture *fixture,
                  gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = g_object_new (RM_TYPE_PAIRING_PAGE, NULL);
  g_autofree char *avoid = NULL;
  g_autofree char *apart = NULL;

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  rm_page_set_session (RM_PAGE (page), fixture->session);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_until (find_filled_slot (page) != NULL);
  avoid = tell_apart (fixture, page, TRUE);
  apart = tell_apart (fixture, page, FALSE);
  g_assert_nonnull (strstr (avoid, "not available to pair"));
  g_assert_cmpstr (avoid, ==, apart);

  rm_page_set_session (RM_PAGE (page), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/ui/answer-panel/price", test_price },
    { "/ui/answer-panel/rule", test_rule },
    { "/ui/answer-panel/unavailable", test_unavailable },
    { "/ui/answer-panel/pair-anyway", test_pair_anyway },
    { "/ui/answer-panel/badges", test_badges },
    { "/ui/answer-panel/unpaired", test_unpaired },
    { "/ui/answer-panel/real-report", test_real_report },
    { "/ui/answer-panel/page", test_page },
    { "/ui/answer-panel/apart", test_apart },
    { "/ui/answer-panel/apart-untold", test_apart_untold },
    { "/ui/answer-panel/apart-twins", test_apart_twins },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
