/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-pairing-bar.h"

#include "core/base/rm-sentence.h"
#include "ui/pairing/rm-trial-text.h"
#include "ui/widgets/rm-accessible.h"

#include <glib/gi18n.h>

#define SETTLED_AFTER_MS 600
#define BAR_AFTER_MS 1000

/* The most pairs tested without being asked. */
#define TEST_LIMIT 2000

struct _RmPairingBar
{
  GtkWidget parent_instance;

  /* owned */
  RmBoard *board;
  guint settle;
  guint show_progress;
  gboolean asked; /* the test under way was requested by the user */

  /* template */
  GtkWidget *body;
  GtkBox *first_row;
  GtkBox *ask_row;
  GtkLabel *summary;
  GtkButton *unpaired;
  GtkWidget *weights_button;
  GtkImage *proof_icon;
  GtkLabel *status;
  GtkButton *why;
  GtkWidget *test_box;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (RmPairingBar, rm_pairing_bar, GTK_TYPE_WIDGET)

static char *
describe_proof (const RmPairing *pairing)
{
  gint64 below = rm_pairing_get_proposed_total (pairing) - rm_pairing_get_total (pairing);

  switch (rm_pairing_get_proof (pairing))
    {
    case RM_PROOF_PROVED:
      /* Translators: %s is a sentence about the pairing */
      return rm_sentence_new (_ ("Proved: %s."),
                              rm_pairing_proof_sentence (rm_pairing_get_mode (pairing)));
    case RM_PROOF_EARLIER:
      return g_strdup (_ ("Proved under an earlier definition: propose again to compare."));
    case RM_PROOF_CHANGED:
      if (rm_points_to_percent (below) == 0)
        return g_strdup (_ ("Changed by hand since the proposal."));
      return g_strdup_printf (ngettext ("Changed by hand: the total is %d point below the proposal.",
                                        "Changed by hand: the total is %d points below the "
                                        "proposal.",
                                        (gulong) ABS (rm_points_to_percent (below))),
                              rm_points_to_percent (below));
    case RM_PROOF_OUTDATED:
      return g_strdup (_ ("People, ratings, weights or rules changed since the proposal: propose "
                          "again to be sure."));
    case RM_PROOF_UNCHECKED:
      return g_strdup (_ ("The proof was checked when the pairing was proposed."));
    case RM_PROOF_NONE:
    default:
      return g_strdup (_ ("Nothing was proposed yet."));
    }
}

static char *
describe_outcome (RmLiveResult *outcome)
{
  g_autofree char *changes = rm_trial_text_changes (outcome->n_changes);

  /* Translators: %s is such as "12 pairs would change" */
  return rm_sentence_new (_ ("Other weights are tried: %s."), changes);
}

static void
label_button (GtkButton *button,
              const char *text,
              const char *tooltip)
{
  GtkWidget *label = gtk_button_get_child (button);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip);
  rm_accessible_set_label (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  tooltip, -1);
}

/* Before any proposal or pair it is no news that people have no pair. */
static void
refresh_unpaired (RmPairingBar *self,
                  guint mentees)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  guint n = mentees - rm_pairing_get_n_paired (pairing);
  g_autofree char *text = g_strdup_printf (ngettext ("%u has nobody", "%u have nobody", n), n);

  label_button (self->unpaired, text, _ ("Who has nobody, why, and what would help"));
  gtk_widget_set_visible (GTK_WIDGET (self->unpaired),
                          n > 0 && (rm_pairing_get_n_pairs (pairing) > 0
                                    || rm_pairing_get_proof (pairing) != RM_PROOF_NONE));
}

/* A line is never broken between a number and its sign. */
static void
keep_percents_together (char **text)
{
  g_auto (GStrv) parts = g_strsplit (*text, " %", -1);

  g_free (*text);
  *text = g_strjoinv ("\u00a0%", parts);
}

static void
refresh_summary (RmPairingBar *self)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  RmLiveResult *outcome = rm_board_get_outcome (self->board);
  guint n = rm_pairing_get_n_pairs (pairing);
  guint mentees = rm_scorer_get_n_mentees (rm_pairing_get_scorer (pairing));
  g_autofree char *proof = outcome != NULL ? describe_outcome (outcome) : describe_proof (pairing);
  g_autofree char *summary = NULL;

  if (n == 0)
    /* Translators: %u is the number of all mentees */
    summary = g_strdup_printf (_ ("0 of %u paired"), mentees);
  else
    /* Translators: how many of how many mentees are paired, then scores in percent */
    summary = g_strdup_printf (_ ("%u of %u paired · average %d %% · lowest %d %%"),
                               rm_pairing_get_n_paired (pairing), mentees,
                               rm_points_to_percent (rm_pairing_get_total (pairing) / n),
                               rm_points_to_percent (rm_pairing_get_lowest (pairing)));
  keep_percents_together (&summary);
  refresh_unpaired (self, mentees);
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->status, proof);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), proof);
  gtk_widget_set_visible (GTK_WIDGET (self->proof_icon),
                          outcome == NULL && rm_pairing_get_proof (pairing) == RM_PROOF_PROVED);
}

static const char *
name_of (RmPairingBar *self,
         gint64 id)
{
  return rm_programme_name_person (rm_session_get_programme (rm_board_get_session (self->board)),
                                   id);
}

static gboolean
are_paired (RmPairingBar *self,
            gint64 mentee,
            gint64 mentor)
{
  g_autoptr (RmMentorMove) move = rm_mentor_move_new (mentor, 0);
  RmPreview preview;

  return rm_board_preview (self->board, move, mentee, 0, &preview) && preview.same;
}

static void
question_changed_cb (RmPairingBar *self)
{
  g_autofree char *text = NULL;
  g_autofree char *tooltip = NULL;
  gint64 mentee = 0;
  gint64 mentor = 0;
  gboolean asks = rm_board_get_session (self->board) != NULL
                  && rm_board_get_question (self->board, &mentee, &mentor);

  gtk_widget_set_visible (GTK_WIDGET (self->why), asks);
  if (!asks)
    return;

  /* Translators: a button; the name of a mentor who is, or is not, the mentor of somebody */
  text = rm_sentence_new (are_paired (self, mentee, mentor) ? _ ("Why %s?") : _ ("Why not %s?"),
                          name_of (self, mentor));
  /* Translators: two people who are, or might be, a pair: mentor and mentee */
  tooltip = rm_sentence_new (_ ("%s as the mentor of %s"), name_of (self, mentor),
                             name_of (self, mentee));
  label_button (self->why, text, tooltip);
}

static void
said_cb (RmPairingBar *self,
         const char *text)
{
  if (text != NULL)
    {
      gtk_label_set_label (self->status, text);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), text);
      gtk_widget_set_visible (GTK_WIDGET (self->proof_icon), FALSE);
    }
  else if (rm_board_get_pairing (self->board) != NULL)
    refresh_summary (self);
}

static void
outcome_changed_cb (RmPairingBar *self)
{
  if (rm_board_get_pairing (self->board) != NULL)
    refresh_summary (self);
}

static gboolean
settled_cb (gpointer data)
{
  RmPairingBar *self = data;

  self->settle = 0;
  rm_asker_ask (rm_board_get_asker (self->board), RM_QUESTION_STEADY);
  return G_SOURCE_REMOVE;
}

/* Badges follow when nothing has changed for a moment. */
static void
wait_to_settle (RmPairingBar *self)
{
  const RmPairing *pairing = self->board != NULL ? rm_board_get_pairing (self->board) : NULL;
  guint n = pairing != NULL ? rm_pairing_get_n_pairs (pairing) : 0;

  g_clear_handle_id (&self->settle, g_source_remove);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pairing.test", n > 0);
  if (n > 0 && n <= TEST_LIMIT && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->settle = g_timeout_add (SETTLED_AFTER_MS, settled_cb, self);
}

static void
pairing_changed_cb (RmPairingBar *self)
{
  refresh_summary (self);
  wait_to_settle (self);
}

static gboolean
show_progress_cb (gpointer data)
{
  RmPairingBar *self = data;

  self->show_progress = 0;
  gtk_widget_set_visible (self->test_box, TRUE);
  return G_SOURCE_REMOVE;
}

static void
asker_changed_cb (RmPairingBar *self,
                  guint question)
{
  RmAsker *asker = rm_board_get_asker (self->board);
  const GError *error = rm_asker_get_error (asker, RM_QUESTION_STEADY);

  if (question != RM_QUESTION_STEADY)
    return;
  if (rm_asker_is_busy (asker, RM_QUESTION_STEADY))
    {
      if (self->asked && self->show_progress == 0 && !gtk_widget_get_visible (self->test_box))
        self->show_progress = g_timeout_add (BAR_AFTER_MS, show_progress_cb, self);
      return;
    }

  g_clear_handle_id (&self->show_progress, g_source_remove);
  gtk_widget_set_visible (self->test_box, FALSE);
  if (self->asked && error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  self->asked = FALSE;
}

static void
progressed_cb (RmPairingBar *self,
               guint question)
{
  double progress = rm_asker_get_progress (rm_board_get_asker (self->board), RM_QUESTION_STEADY);

  if (question != RM_QUESTION_STEADY)
    return;
  if (progress < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, MIN (progress, 1.0));
}

static void
test_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  RmPairingBar *self = RM_PAIRING_BAR (widget);

  g_clear_handle_id (&self->settle, g_source_remove);
  gtk_progress_bar_set_fraction (self->progress, 0);
  if (rm_asker_get_steady (rm_board_get_asker (self->board)) != NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _ ("All pairs have been tested"));
      return;
    }
  self->asked = TRUE;
  rm_asker_ask (rm_board_get_asker (self->board), RM_QUESTION_STEADY);
  asker_changed_cb (self, RM_QUESTION_STEADY);
}

static void
stop_test_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  rm_asker_drop (rm_board_get_asker (RM_PAIRING_BAR (widget)->board), RM_QUESTION_STEADY);
}

static void
rm_pairing_bar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rm_pairing_bar_parent_class)->map (widget);
  wait_to_settle (RM_PAIRING_BAR (widget));
}

/* Badges are hidden now. */
static void
rm_pairing_bar_unmap (GtkWidget *widget)
{
  RmPairingBar *self = RM_PAIRING_BAR (widget);

  g_clear_handle_id (&self->settle, g_source_remove);
  if (self->board != NULL && !self->asked
      && rm_asker_is_busy (rm_board_get_asker (self->board), RM_QUESTION_STEADY))
    rm_asker_drop (rm_board_get_asker (self->board), RM_QUESTION_STEADY);
  GTK_WIDGET_CLASS (rm_pairing_bar_parent_class)->unmap (widget);
}

static void
rm_pairing_bar_dispose (GObject *object)
{
  RmPairingBar *self = RM_PAIRING_BAR (object);

  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->show_progress, g_source_remove);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (rm_pairing_bar_parent_class)->dispose (object);
}

static void
rm_pairing_bar_class_init (RmPairingBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_pairing_bar_dispose;
  widget_class->map = rm_pairing_bar_map;
  widget_class->unmap = rm_pairing_bar_unmap;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-pairing-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RmPairingBar, body);
  gtk_widget_class_bind_template_child (widget_class, RmPairingBar, first_row);
  gtk_widget_class_bind_template_child (widget_class, RmPairingBar, ask_row);
  gtk_widget_class_bind_template_child (widget_class, RmPairingBar, summary);
  gtk_widget_class_bind_template_child (widget_class, RmPairingBar, unpaired);
  gtk_widget_class_bind_template_child (widget_class, RmPairingBar, weights_button);
  gtk_widget_class_bind_template_child (widget_class, RmPairingBar, proof_icon);
  gtk_widget_class_bind_template_child (widget_class, RmPairingBar, status);
  gtk_widget_class_bind_template_child (widget_class, RmPairingBar, why);
  gtk_widget_class_bind_template_child (widget_class, RmPairingBar, test_box);
  gtk_widget_class_bind_template_child (widget_class, RmPairingBar, progress);
  gtk_widget_class_install_action (widget_class, "pairing.test", NULL, test_cb);
  gtk_widget_class_install_action (widget_class, "pairing.stop-test", NULL, stop_test_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pairingbar");
}

static void
rm_pairing_bar_init (RmPairingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rm_pairing_bar_set_board (RmPairingBar *self,
                          RmBoard *board)
{
  RmAsker *asker = rm_board_get_asker (board);

  g_set_object (&self->board, board);
  g_signal_connect_object (board, "pairing-changed", G_CALLBACK (pairing_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "outcome-changed", G_CALLBACK (outcome_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "question-changed", G_CALLBACK (question_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "said", G_CALLBACK (said_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (asker, "changed", G_CALLBACK (asker_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (asker, "progressed", G_CALLBACK (progressed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
rm_pairing_bar_get_weights_button (RmPairingBar *self)
{
  return self->weights_button;
}

void
rm_pairing_bar_set_compact (RmPairingBar *self,
                            gboolean compact)
{
  GtkBox *from = compact ? self->first_row : self->ask_row;
  GtkWidget *button = GTK_WIDGET (self->unpaired);

  if (compact == rm_pairing_bar_get_compact (self))
    return;

  gtk_widget_set_visible (self->weights_button, compact);
  g_object_ref (button);
  gtk_box_remove (from, button);
  if (compact)
    gtk_box_append (self->ask_row, button);
  else
    gtk_box_insert_child_after (self->first_row, button, GTK_WIDGET (self->summary));
  g_object_unref (button);
}

gboolean
rm_pairing_bar_get_compact (RmPairingBar *self)
{
  return gtk_widget_get_visible (self->weights_button);
}
