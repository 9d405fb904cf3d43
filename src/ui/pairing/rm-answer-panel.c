/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-answer-panel.h"

#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-pairs.h"
#include "app/pairing/rm-two-way.h"
#include "core/base/rm-sentence.h"
#include "ui/pairing/rm-score-card.h"
#include "ui/pairing/rm-steady-badge.h"
#include "ui/pairing/rm-trial-text.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-late-spinner.h"

#include <glib/gi18n.h>

#define MOST_MOVES 50

struct _RmAnswerPanel
{
  GtkWidget parent_instance;

  /* owned */
  RmBoard *board;
  gint64 mentee;
  gint64 mentor;
  RmLateSpinner late;
  gboolean open;

  /* template */
  GtkWidget *body;
  GtkWidget *back;
  GtkLabel *title;
  GtkLabel *names;
  GtkWidget *busy;
  GtkSpinner *spinner;
  GtkLabel *sentence;
  GtkLabel *note;
  GtkWidget *steady_box;
  RmSteadyBadge *badge;
  GtkLabel *steady;
  GtkWidget *figures;
  GtkLabel *paired;
  GtkLabel *average;
  GtkLabel *lowest;
  GtkWidget *moves_box;
  GtkListBox *moves;
  GtkLabel *more;
  GtkWidget *pair_box;
  GtkButton *pair;
  GtkLabel *consequence;
  GtkWidget *together;
  GtkWidget *why_box;
  GtkLabel *why_title;
  RmScoreCard *card;
};

G_DEFINE_FINAL_TYPE (RmAnswerPanel, rm_answer_panel, GTK_TYPE_WIDGET)

static const char *
name_of (RmAnswerPanel *self,
         gint64 id)
{
  RmSession *session = rm_board_get_session (self->board);

  return session != NULL ? rm_programme_name_person (rm_session_get_programme (session), id) : "";
}

static void
show_busy (RmAnswerPanel *self,
           gboolean busy)
{
  self->late.box = self->busy;
  self->late.spinner = self->spinner;
  rm_late_spinner_set_busy (&self->late, busy);
}

static void
show_figures (RmAnswerPanel *self,
              const RmAnswer *answer)
{
  const RmFigures *before = &answer->before;
  const RmFigures *after = &answer->after;
  g_autofree char *paired = rm_trial_text_counts (before->n_paired, after->n_paired);
  g_autofree char *average = NULL;
  g_autofree char *lowest = NULL;

  gtk_widget_set_visible (self->figures,
                          answer->why == RM_WHY_PRICE || answer->why == RM_WHY_CHOSEN);
  /* Without pairs there is no score, not one of 0. */
  if (before->n_pairs == 0)
    before = after;
  if (after->n_pairs == 0)
    after = before;
  average = rm_trial_text_percents (rm_figures_get_average (before),
                                    rm_figures_get_average (after));
  lowest = rm_trial_text_percents (before->lowest, after->lowest);
  gtk_label_set_label (self->paired, paired);
  gtk_label_set_label (self->average, average);
  gtk_label_set_label (self->lowest, lowest);
}

static void
add_move (RmAnswerPanel *self,
          const RmMove *move)
{
  GtkWidget *label = gtk_label_new (move->text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "move-text");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "mentee", g_memdup2 (&move->mentee, sizeof (gint64)),
                          g_free);
  rm_accessible_set_label (row, move->text);
  gtk_list_box_append (self->moves, row);
}

static void
show_moves (RmAnswerPanel *self,
            GPtrArray *moves)
{
  guint n = MIN (moves->len, MOST_MOVES);
  g_autofree char *more = NULL;
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->moves))) != NULL)
    gtk_list_box_remove (self->moves, row);
  for (guint i = 0; i < n; i++)
    add_move (self, g_ptr_array_index (moves, i));
  gtk_widget_set_visible (self->moves_box, n > 0);
  /* Translators: %u people more than those listed would have other mentors */
  more = g_strdup_printf (ngettext ("and %u more", "and %u more", moves->len - n), moves->len - n);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), moves->len > n);
}

/* The state of the two people on the board. */
static RmScorer *
find_two (RmAnswerPanel *self,
          guint *mentee,
          guint *mentor)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  RmScorer *scorer = pairing != NULL ? rm_pairing_get_scorer (pairing) : NULL;
  int i = scorer != NULL ? rm_scorer_find_mentee (scorer, self->mentee) : -1;
  int j = scorer != NULL ? rm_scorer_find_mentor (scorer, self->mentor) : -1;

  if (i < 0 || j < 0)
    return NULL;

  *mentee = (guint) i;
  *mentor = (guint) j;
  return scorer;
}

/* Whether more than the sentence may be shown. */
static gboolean
is_told (RmAnswerPanel *self,
         const RmAnswer *answer)
{
  guint i = 0;
  guint j = 0;
  RmScorer *scorer = find_two (self, &i, &j);
  RmScore score;

  if (answer == NULL || scorer == NULL || answer->rule == RM_RULE_UNAVAILABLE)
    return FALSE;
  rm_scorer_explain (scorer, i, j, &score);
  return score.rule != RM_RULE_UNAVAILABLE;
}

/* The parts of the score: only for two people who may be paired. */
static void
show_parts (RmAnswerPanel *self,
            gboolean told)
{
  g_autofree char *title = NULL;
  g_autofree char *gained = NULL;
  g_autofree char *back = NULL;
  guint i = 0;
  guint j = 0;
  RmScorer *scorer = find_two (self, &i, &j);
  RmScore score;

  told = told && scorer != NULL;
  if (told)
    {
      rm_scorer_explain (scorer, i, j, &score);
      told = score.rule == RM_RULE_NONE;
    }
  gtk_widget_set_visible (self->why_box, told);
  if (!told)
    return;

  gained = rm_two_way_describe (rm_scorer_get_programme (scorer),
                                rm_scorer_get_mentee (scorer, i),
                                rm_scorer_get_mentor (scorer, j));
  back = rm_two_way_describe (rm_scorer_get_programme (scorer),
                              rm_scorer_get_mentor (scorer, j),
                              rm_scorer_get_mentee (scorer, i));
  /* Translators: heading of the parts that a pair's score is made of; percent */
  title = g_strdup_printf (_ ("What the two score: %d %%"), rm_points_to_percent (score.total));
  gtk_label_set_label (self->why_title, title);
  rm_score_card_show (self->card, &score, gained, back);
}

/* The effect of the button, before it is pressed; hidden if impossible. */
static void
show_pair_anyway (RmAnswerPanel *self,
                  const RmAnswer *answer)
{
  g_autoptr (RmMentorMove) move = NULL;
  g_autofree char *what = NULL;
  g_autofree char *text = NULL;
  gboolean possible = answer->why == RM_WHY_PRICE || answer->why == RM_WHY_CHOSEN;
  gint64 onto = 0;
  RmPreview preview;

  possible = possible && rm_session_is_editable (rm_board_get_session (self->board))
             && rm_board_find_place (self->board, self->mentor, self->mentee, &move, &onto)
             && rm_board_preview (self->board, move, self->mentee, onto, &preview)
             && rm_preview_get_refusal (&preview) == NULL;
  gtk_widget_set_visible (self->pair_box, possible);
  if (!possible)
    return;

  what = rm_board_describe (self->board, move, self->mentee, &preview);
  /* Translators: what a button does; %s is "Ana with Bo: 81 %, the total falls by 3 points" */
  text = rm_sentence_new (_ ("Moves nobody else. %s."), what);
  gtk_label_set_label (self->consequence, text);
  gtk_button_set_label (self->pair, answer->why == RM_WHY_PRICE ? _ ("Pair anyway")
                                                                : _ ("Pair the two"));
}

/* The way back, if the answer can only be about being kept apart. */
static void
show_together (RmAnswerPanel *self,
               const RmAnswer *answer)
{
  gboolean apart = FALSE;

  gtk_widget_set_visible (self->together,
                          answer != NULL
                            && (answer->rule == RM_RULE_EXCLUDED
                                || answer->rule == RM_RULE_UNAVAILABLE)
                            && rm_board_may_change_apart (self->board, self->mentee, self->mentor,
                                                          &apart)
                            && apart);
}

static void
show_steady (RmAnswerPanel *self,
             const RmSteadyPair *steady)
{
  gtk_widget_set_visible (self->steady_box, steady != NULL);
  rm_steady_badge_show (self->badge, steady);
  gtk_label_set_label (self->steady, steady != NULL ? steady->sentence : "");
}

static void
show_title (RmAnswerPanel *self,
            gboolean chosen)
{
  /* Translators: heading; the name of a mentor who is, or is not, the mentor of somebody */
  g_autofree char *title
    = rm_sentence_new (chosen ? _ ("Why %s?") : _ ("Why not %s?"), name_of (self, self->mentor));
  /* Translators: two people who are, or might be, a pair: mentor and mentee */
  g_autofree char *names = rm_sentence_new (_ ("%s as the mentor of %s"),
                                            name_of (self, self->mentor),
                                            name_of (self, self->mentee));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->names, names);
  rm_accessible_set_label (self, title);
}

/* Whether the two are a pair today, known to the board before any answer. */
static gboolean
are_paired (RmAnswerPanel *self)
{
  guint i = 0;
  guint j = 0;
  guint n = 0;
  const RmSlot *slots = NULL;

  if (find_two (self, &i, &j) == NULL)
    return FALSE;
  slots = rm_pairing_list_slots (rm_board_get_pairing (self->board), i, &n);
  for (guint s = 0; s < n; s++)
    if (slots[s].mentor == j)
      return TRUE;

  return FALSE;
}

void
rm_answer_panel_show (RmAnswerPanel *self,
                      const RmAnswer *answer,
                      const GError *error,
                      const RmSteadyPair *steady,
                      const char *note)
{
  gboolean told = is_told (self, answer);
  const char *sentence = answer != NULL ? answer->sentence : error != NULL ? error->message : "";

  show_busy (self, answer == NULL && error == NULL);
  show_title (self, are_paired (self) || (answer != NULL && answer->why == RM_WHY_CHOSEN));
  if (!g_str_equal (gtk_label_get_label (self->sentence), sentence))
    gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), *sentence != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), told && note != NULL);
  show_steady (self, told ? steady : NULL);
  show_parts (self, told);
  show_together (self, answer);
  if (told)
    {
      show_figures (self, answer);
      show_moves (self, answer->moves);
      show_pair_anyway (self, answer);
      return;
    }
  gtk_widget_set_visible (self->figures, FALSE);
  gtk_widget_set_visible (self->moves_box, FALSE);
  gtk_widget_set_visible (self->pair_box, FALSE);
}

static void
refresh (RmAnswerPanel *self)
{
  RmAsker *asker = rm_board_get_asker (self->board);
  GPtrArray *steady = rm_asker_get_steady (asker);

  if (!self->open)
    return;
  rm_answer_panel_show (self, rm_asker_get_answer (asker),
                        rm_asker_get_error (asker, RM_QUESTION_PAIR),
                        steady != NULL ? rm_steady_pairs_find (steady, self->mentee, self->mentor)
                                       : NULL,
                        rm_asker_get_note (asker));
}

static void
changed_cb (RmAnswerPanel *self,
            guint question)
{
  if (question != RM_QUESTION_UNPAIRED)
    refresh (self);
}

static void
pair_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  RmAnswerPanel *self = RM_ANSWER_PANEL (widget);
  g_autoptr (RmMentorMove) move = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 onto = 0;

  if (!rm_board_find_place (self->board, self->mentor, self->mentee, &move, &onto))
    return;
  if (!rm_board_pair (self->board, move, self->mentee, onto, &error))
    {
      gtk_widget_activate_action (widget, "win.toast", "s", error->message);
      return;
    }

  /* Translators: mentor and mentee */
  text = rm_sentence_new (_ ("%s mentors %s"), name_of (self, self->mentor),
                          name_of (self, self->mentee));
  gtk_widget_activate_action (widget, "win.toast-undo", "s", text);
  gtk_widget_activate_action (widget, "pairing.show-mentors", NULL);
}

static void
together_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RmAnswerPanel *self = RM_ANSWER_PANEL (widget);

  gtk_widget_grab_focus (self->back);
  gtk_widget_activate_action (widget, "pairing.toggle-apart", "(xx)", self->mentee, self->mentor);
}

static void
move_activated_cb (RmAnswerPanel *self,
                   GtkListBoxRow *row)
{
  const gint64 *mentee = g_object_get_data (G_OBJECT (row), "mentee");

  gtk_widget_activate_action (GTK_WIDGET (self), "pairing.select", "x", *mentee);
}

static void
rm_answer_panel_dispose (GObject *object)
{
  RmAnswerPanel *self = RM_ANSWER_PANEL (object);

  g_clear_handle_id (&self->late.source, g_source_remove);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (rm_answer_panel_parent_class)->dispose (object);
}

static void
rm_answer_panel_class_init (RmAnswerPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_answer_panel_dispose;
  g_type_ensure (RM_TYPE_SCORE_CARD);
  g_type_ensure (RM_TYPE_STEADY_BADGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-answer-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, body);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, back);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, title);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, names);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, busy);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, sentence);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, note);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, steady_box);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, badge);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, steady);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, figures);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, paired);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, average);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, lowest);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, moves_box);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, moves);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, more);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, pair_box);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, pair);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, consequence);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, together);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, why_box);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, why_title);
  gtk_widget_class_bind_template_child (widget_class, RmAnswerPanel, card);
  gtk_widget_class_bind_template_callback (widget_class, move_activated_cb);
  gtk_widget_class_install_action (widget_class, "answer.pair", NULL, pair_cb);
  gtk_widget_class_install_action (widget_class, "answer.let-together", NULL, together_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "pairing.show-mentors",
                                       NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "answerpanel");
}

static void
rm_answer_panel_init (RmAnswerPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rm_answer_panel_set_board (RmAnswerPanel *self,
                           RmBoard *board)
{
  g_set_object (&self->board, board);
  g_signal_connect_object (rm_board_get_asker (board), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "pairing-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

void
rm_answer_panel_ask (RmAnswerPanel *self,
                     gint64 mentee,
                     gint64 mentor)
{
  self->mentee = mentee;
  self->mentor = mentor;
  self->open = TRUE;
  /* The question is pending. */
  rm_board_set_question (self->board, 0, 0);
  rm_asker_ask_pair (rm_board_get_asker (self->board), mentee, mentor);
  gtk_widget_grab_focus (self->back);
}

void
rm_answer_panel_close (RmAnswerPanel *self)
{
  if (!self->open)
    return;

  self->open = FALSE;
  show_busy (self, FALSE);
  rm_asker_drop (rm_board_get_asker (self->board), RM_QUESTION_PAIR);
}
