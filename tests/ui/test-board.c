/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-pair-slot.h"

#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-pairs.h"
#include "ui-fixture.h"

/* The board of the Pairing page and its slots: the effect of a move, before and after it. */

typedef struct
{
  RmSession *session;
  RmBoard *board;
  GtkWidget *slot;
  gint64 mentee;
  gint64 mentor;
  char *said;
} Fixture;

static void
said_cb (Fixture *fixture,
         const char *text)
{
  g_free (fixture->said);
  fixture->said = g_strdup (text);
}

/* The first two people who may be paired. */
static void
find_two (Fixture *fixture)
{
  RmScorer *scorer = rm_pairing_get_scorer (rm_board_get_pairing (fixture->board));

  for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
    for (guint j = 0; j < rm_scorer_get_n_mentors (scorer); j++)
      if (rm_scorer_get_score (scorer, i, j) > 0)
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
  fixture->session = ui_open_own_sample ("board");
  fixture->board = rm_board_new ();
  g_signal_connect_swapped (fixture->board, "said", G_CALLBACK (said_cb), fixture);
  rm_board_set_session (fixture->board, fixture->session);
  ui_wait_until (rm_board_get_pairing (fixture->board) != NULL);
  find_two (fixture);
  fixture->slot = g_object_ref_sink (rm_pair_slot_new (fixture->board));
  rm_pair_slot_show (RM_PAIR_SLOT (fixture->slot), fixture->mentee, NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->slot);
  rm_board_set_session (fixture->board, NULL);
  wait_for_end (fixture->board);
  g_object_unref (fixture->session);
  g_free (fixture->said);
}

static const char *
name_of (Fixture *fixture,
         gint64 id)
{
  return rm_person_display_name (
    rm_programme_find_person (rm_session_get_programme (fixture->session), id));
}

static void
test_preview (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RmMentorMove) move = rm_mentor_move_new (fixture->mentor, 0);
  g_autoptr (RmMentorMove) nobody = rm_mentor_move_new (G_MAXINT64, 0);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  RmPreview preview;

  g_assert_false (rm_board_preview (fixture->board, nobody, fixture->mentee, 0, &preview));
  g_assert_true (rm_board_preview (fixture->board, move, fixture->mentee, 0, &preview));
  g_assert_cmpint (preview.rule, ==, RM_RULE_NONE);
  g_assert_cmpint (preview.effect, ==, preview.score);
  text = rm_board_describe (fixture->board, move, fixture->mentee, &preview);
  expected = g_strdup_printf ("%s with %s: %d %%, the total rises by %d point%s",
                              name_of (fixture, fixture->mentor),
                              name_of (fixture, fixture->mentee),
                              rm_points_to_percent (preview.score),
                              rm_points_to_percent (preview.effect),
                              rm_points_to_percent (preview.effect) == 1 ? "" : "s");
  g_assert_cmpstr (text, ==, expected);

  preview.mentor_full = TRUE;
  g_free (text);
  text = rm_board_describe (fixture->board, move, fixture->mentee, &preview);
  g_assert_nonnull (strstr (text, " cannot mentor "));
}

static void
test_slot_follows_a_drag (Fixture *fixture,
                          gconstpointer data)
{
  g_autoptr (RmMentorMove) move = rm_mentor_move_new (fixture->mentor, 0);
  g_autofree char *free_label
    = g_strdup_printf ("Free place of %s", name_of (fixture, fixture->mentee));

  gtk_test_accessible_assert_role (fixture->slot, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (fixture->slot, GTK_ACCESSIBLE_PROPERTY_LABEL, free_label);
  g_assert_true (gtk_widget_has_css_class (fixture->slot, "empty"));
  g_assert_false (gtk_widget_has_css_class (fixture->slot, "legal"));

  rm_board_set_move (fixture->board, move);
  g_assert_true (gtk_widget_has_css_class (fixture->slot, "legal"));
  rm_board_say (fixture->board, "something");
  rm_board_set_move (fixture->board, NULL);
  g_assert_false (gtk_widget_has_css_class (fixture->slot, "legal"));
  g_assert_null (fixture->said);
}

static void
wait_for_pairs (Fixture *fixture,
                guint n)
{
  ui_wait_until (rm_pairing_get_n_pairs (rm_board_get_pairing (fixture->board)) == n);
}

static void
test_pair_lock_unpair (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (RmMentorMove) move = rm_mentor_move_new (fixture->mentor, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  const RmPairing *pairing = NULL;
  const RmSlot *slots = NULL;
  guint n = 0;
  int mentee = 0;

  g_assert_true (rm_board_pair (fixture->board, move, fixture->mentee, 0, &error));
  g_assert_no_error (error);
  wait_for_pairs (fixture, 1);
  pairing = rm_board_get_pairing (fixture->board);
  mentee = rm_scorer_find_mentee (rm_pairing_get_scorer (pairing), fixture->mentee);
  slots = rm_pairing_list_slots (pairing, (guint) mentee, &n);
  g_assert_cmpuint (n, ==, 1);
  rm_pair_slot_show (RM_PAIR_SLOT (fixture->slot), fixture->mentee, &slots[0]);
  g_assert_false (gtk_widget_has_css_class (fixture->slot, "empty"));
  label = g_strdup_printf ("%s mentors %s, %d %%", name_of (fixture, fixture->mentor),
                           name_of (fixture, fixture->mentee),
                           rm_points_to_percent (slots[0].score));
  gtk_test_accessible_assert_property (fixture->slot, GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  /* The actions of a slot are those of its menu and its keys. */
  g_assert_true (gtk_widget_activate_action (fixture->slot, "slot.lock", NULL));
  ui_wait_until (rm_board_get_pairing (fixture->board) != pairing);
  g_assert_true (gtk_widget_activate_action (fixture->slot, "slot.unpair", NULL));
  wait_for_pairs (fixture, 0);
  g_assert_true (rm_session_undo (fixture->session, &error));
  wait_for_pairs (fixture, 1);
}

/* Of two people who are not available to pair there is no score to see, and nothing about why. */
static void
test_unavailable (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (RmMentorMove) move = rm_mentor_move_new (fixture->mentor, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  const RmPairing *pairing = NULL;
  const RmSlot *slots = NULL;
  RmPreview preview;
  guint n = 0;
  int mentee = 0;

  rm_board_pair (fixture->board, move, fixture->mentee, 0, &error);
  g_assert_no_error (error);
  wait_for_pairs (fixture, 1);
  pairing = rm_board_get_pairing (fixture->board);
  rm_command_set_field (fixture->session, RM_TABLE_PERSON, fixture->mentor,
                        rm_entity_find_field (rm_person_entity (), "state"), "Withdrawn", &error);
  g_assert_no_error (error);
  ui_wait_until (rm_board_get_pairing (fixture->board) != pairing);
  pairing = rm_board_get_pairing (fixture->board);
  mentee = rm_scorer_find_mentee (rm_pairing_get_scorer (pairing), fixture->mentee);
  slots = rm_pairing_list_slots (pairing, (guint) mentee, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (slots[0].rule, ==, RM_RULE_UNAVAILABLE);

  rm_pair_slot_show (RM_PAIR_SLOT (fixture->slot), fixture->mentee, &slots[0]);
  label = g_strdup_printf ("%s mentors %s: not available to pair",
                           name_of (fixture, fixture->mentor), name_of (fixture, fixture->mentee));
  gtk_test_accessible_assert_property (fixture->slot, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (fixture->slot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  g_assert_true (rm_board_preview (fixture->board, move, fixture->mentee, 0, &preview));
  g_assert_cmpint (preview.score, ==, 0);
  g_assert_nonnull (rm_preview_get_refusal (&preview));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What is tried is the board's own, whoever shows it or nobody. */
static void
test_outcome (Fixture *fixture,
              gconstpointer data)
{
  RmTrial *trial = rm_board_get_trial (fixture->board);
  guint n_changes = 0;

  ui_pair_everybody (fixture->session);
  g_signal_connect_swapped (fixture->board, "outcome-changed", G_CALLBACK (count_cb), &n_changes);
  rm_trial_set_weight (trial, RM_CRITERION_DIFFERENCE, 95);
  g_assert_null (rm_board_get_outcome (fixture->board));
  rm_trial_settle (trial);
  ui_wait_until (rm_board_get_outcome (fixture->board) != NULL);
  g_assert_true (rm_board_get_outcome (fixture->board) == rm_trial_get_outcome (trial));
  g_assert_cmpuint (n_changes, >, 0);

  /* Back to the programme's own there is nothing to show. */
  rm_trial_reset (trial);
  ui_wait_until (rm_board_get_outcome (fixture->board) == NULL);

  rm_trial_set_weight (trial, RM_CRITERION_DIFFERENCE, 95);
  ui_wait_until (rm_board_get_outcome (fixture->board) != NULL);
  n_changes = 0;
  rm_board_set_session (fixture->board, NULL);
  g_assert_null (rm_board_get_outcome (fixture->board));
  g_assert_cmpuint (n_changes, ==, 1);
}

static void
test_percent (void)
{
  g_assert_cmpint (rm_points_to_percent (0), ==, 0);
  g_assert_cmpint (rm_points_to_percent (RM_SCORE_POINTS), ==, 100);
  g_assert_cmpint (rm_points_to_percent (RM_SCORE_POINTS / 200 - 1), ==, 0);
  g_assert_cmpint (rm_points_to_percent (RM_SCORE_POINTS / 200), ==, 1);
  g_assert_cmpint (rm_points_to_percent (-RM_SCORE_POINTS / 200), ==, -1);
  g_assert_cmpint (rm_points_to_percent (-RM_SCORE_POINTS / 200 + 1), ==, 0);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/board/percent", test_percent);
  g_test_add ("/ui/board/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/ui/board/slot-follows-a-drag", Fixture, NULL, set_up, test_slot_follows_a_drag,
              tear_down);
  g_test_add ("/ui/board/pair-lock-unpair", Fixture, NULL, set_up, test_pair_lock_unpair,
              tear_down);
  g_test_add ("/ui/board/outcome", Fixture, NULL, set_up, test_outcome, tear_down);
  g_test_add ("/ui/board/unavailable", Fixture, NULL, set_up, test_unavailable, tear_down);
  return g_test_run ();
}
