/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-mentor-panel.h"

#include "app/pairing/rm-two-way.h"
#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"
#include "ui/models/rm-id-list.h"
#include "ui/pairing/rm-mentor-row.h"
#include "ui/pairing/rm-pairing-copy.h"
#include "ui/pairing/rm-score-card.h"
#include "ui/widgets/rm-copy.h"

#include <glib/gi18n.h>

struct _RmMentorPanel
{
  GtkWidget parent_instance;

  /* owned */
  RmBoard *board;
  RmIdList *list;
  char *search;
  gint64 onto;      /* the pair to be replaced, or 0 */
  gint64 onto_of;   /* the mentee of that pair */
  gint64 card_mentor; /* the pair whose score is shown */

  /* template */
  GtkWidget *body;
  GtkWidget *card_box;
  GtkLabel *mentee_name;
  GtkLabel *wants;
  GtkWidget *why_box;
  GtkLabel *why_title;
  RmScoreCard *card;
  GtkLabel *list_title;
  GtkCheckButton *room_only;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (RmMentorPanel, rm_mentor_panel, GTK_TYPE_WIDGET)

/** A mentor to be listed: the best score first, those who cannot be paired last. */
typedef struct
{
  gint64 id;
  int score;
  guint index;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return (first->index > second->index) - (first->index < second->index);
}

static int
selected_mentee (RmMentorPanel *self)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);

  return pairing == NULL ? -1
                         : rm_scorer_find_mentee (rm_pairing_get_scorer (pairing),
                                                  rm_board_get_selected (self->board));
}

static void
refresh_list (RmMentorPanel *self)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  g_autofree char *folded = rm_fold (self->search);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean room_only = gtk_check_button_get_active (self->room_only);
  g_autofree char *title = NULL;
  int mentee = selected_mentee (self);

  if (pairing != NULL)
    {
      RmScorer *scorer = rm_pairing_get_scorer (pairing);

      for (guint j = 0; j < rm_scorer_get_n_mentors (scorer); j++)
        {
          const RmPerson *person = rm_scorer_get_mentor (scorer, j);
          Candidate candidate = { person->record.id, 0, j };

          if ((room_only && rm_pairing_get_mentor_free (pairing, j) == 0)
              || !rm_person_matches (person, (const char *const *) words))
            continue;
          if (mentee >= 0)
            candidate.score = rm_scorer_get_score (scorer, (guint) mentee, j);
          g_array_append_val (candidates, candidate);
        }
    }
  if (mentee >= 0)
    g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (ids, g_array_index (candidates, Candidate, i).id);

  title = room_only ? g_strdup_printf (ngettext ("%u mentor with room", "%u mentors with room",
                                                 ids->len), ids->len)
                    : g_strdup_printf (ngettext ("%u mentor", "%u mentors", ids->len), ids->len);
  gtk_label_set_label (self->list_title, title);
  rm_id_list_set (self->list, ids);
}

static char *
describe_wants (RmMentorPanel *self,
                const RmPerson *mentee)
{
  RmProgramme *programme = rm_session_get_programme (rm_board_get_session (self->board));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mentee->n_standings; i++)
    {
      const RmStanding *standing = &mentee->standings[i];
      const RmSkill *skill = rm_programme_find_skill (programme, standing->skill);

      if (skill == NULL || standing->target < 0 || standing->target <= standing->level)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      if (standing->level < 0)
        /* Translators: a skill wanted, from an unknown level to a level: "TikTok ?→3" */
        rm_sentence_append (text, _ ("%s ?→%d"), skill->name, standing->target);
      else
        /* Translators: a skill wanted, from a level to a level: "TikTok 1→3" */
        rm_sentence_append (text, _ ("%s %d→%d"), skill->name, standing->level,
                            standing->target);
    }
  if (text->len == 0)
    g_string_append (text, _ ("No wish is known yet"));

  return g_string_free (text, FALSE);
}

static void
refresh_card (RmMentorPanel *self)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  int mentee = selected_mentee (self);
  const RmSlot *slots = NULL;
  guint n = 0;

  gtk_widget_set_visible (self->card_box, mentee >= 0);
  if (mentee < 0)
    return;

  {
    const RmPerson *person
      = rm_scorer_get_mentee (rm_pairing_get_scorer (pairing), (guint) mentee);
    g_autofree char *wants = describe_wants (self, person);
    /* Translators: what a mentee wants to learn */
    g_autofree char *line = rm_sentence_new (_ ("Wants %s"), wants);

    gtk_label_set_label (self->mentee_name, rm_person_display_name (person));
    gtk_label_set_label (self->wants, line);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->wants), line);
  }

  slots = rm_pairing_list_slots (pairing, (guint) mentee, &n);
  gtk_widget_set_visible (self->why_box, n > 0);
  if (n > 0)
    {
      RmScorer *scorer = rm_pairing_get_scorer (pairing);
      RmProgramme *programme = rm_scorer_get_programme (scorer);
      const RmPerson *learner = rm_scorer_get_mentee (scorer, (guint) mentee);
      const RmPerson *mentor = NULL;
      g_autofree char *title = NULL;
      g_autofree char *gained = NULL;
      g_autofree char *back = NULL;
      RmScore score;
      guint at = 0;

      for (guint s = 0; s < n; s++)
        if (slots[s].pair == self->onto)
          at = s;
      rm_scorer_explain (scorer, (guint) mentee, slots[at].mentor, &score);
      mentor = rm_scorer_get_mentor (scorer, slots[at].mentor);
      self->card_mentor = mentor->record.id;
      gtk_widget_set_visible (GTK_WIDGET (self->card), score.rule != RM_RULE_UNAVAILABLE);
      if (score.rule == RM_RULE_UNAVAILABLE)
        {
          /* Translators: a mentor's name, and "not available to pair" */
          title = rm_sentence_new (_ ("%s: %s"), rm_person_display_name (mentor),
                                   _ (rm_rule_describe (score.rule)));
          gtk_label_set_label (self->why_title, title);
          return;
        }
      gained = rm_two_way_describe (programme, learner, mentor);
      back = rm_two_way_describe (programme, mentor, learner);
      /* Translators: why a pair scores what it does; a mentor's name and percent */
      title = rm_sentence_new (_ ("Why %s: %d %%"), rm_person_display_name (mentor),
                               rm_points_to_percent (score.total));
      gtk_label_set_label (self->why_title, title);
      rm_score_card_show (self->card, &score, gained, back);
    }
}

static void
refresh (RmMentorPanel *self)
{
  if (self->onto_of != rm_board_get_selected (self->board))
    self->onto = 0;
  refresh_list (self);
  refresh_card (self);
}

/* The mentor's new place: the one chosen, else a free one, else the only one. */
static gint64
place_for (RmMentorPanel *self,
           const RmPairing *pairing,
           guint mentee)
{
  guint n = 0;
  const RmSlot *slots = rm_pairing_list_slots (pairing, mentee, &n);

  if (self->onto != 0 && rm_pairing_find_slot (pairing, self->onto) != NULL)
    return self->onto;
  if (rm_pairing_get_mentee_free (pairing, mentee) > 0)
    return 0;

  return n == 1 ? slots[0].pair : 0;
}

static void
activated_cb (RmMentorPanel *self,
              guint position)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  g_autoptr (RmIdItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  g_autoptr (RmMentorMove) move = NULL;
  g_autoptr (GError) error = NULL;
  int mentee = selected_mentee (self);

  if (item == NULL)
    return;
  if (mentee < 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _ ("Select a mentee first"));
      return;
    }

  move = rm_mentor_move_new (rm_id_item_get_id (item), 0);
  if (!rm_board_pair (self->board, move, rm_board_get_selected (self->board),
                      place_for (self, pairing, (guint) mentee), &error))
    {
      rm_board_set_question (self->board, rm_board_get_selected (self->board),
                             rm_id_item_get_id (item));
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
    }
  self->onto = 0;
}

static void
preview_cb (RmMentorPanel *self)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (self->view);
  RmIdItem *item = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (selection));
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  g_autoptr (RmMentorMove) move = NULL;
  g_autofree char *text = NULL;
  int mentee = selected_mentee (self);
  RmPreview preview;

  if (item == NULL || mentee < 0)
    return;

  /* Announces the effect of Enter before it is pressed. */
  move = rm_mentor_move_new (rm_id_item_get_id (item), 0);
  if (!rm_board_preview (self->board, move, rm_board_get_selected (self->board),
                         place_for (self, pairing, (guint) mentee), &preview))
    return;
  text = rm_board_describe (self->board, move, rm_board_get_selected (self->board), &preview);
  rm_board_say (self->board, text);
  rm_board_set_question (self->board, rm_board_get_selected (self->board),
                         rm_id_item_get_id (item));
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         RmMentorPanel *self)
{
  RmMentorMove *move = g_value_get_object (value);
  g_autoptr (GError) error = NULL;

  if (rm_mentor_move_get_from (move) == 0)
    return FALSE;
  if (rm_board_unpair (self->board, rm_mentor_move_get_from (move), &error))
    return TRUE;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  return FALSE;
}

static GdkDragAction
drag_enter_cb (GtkDropTarget *target,
               double x,
               double y,
               RmMentorPanel *self)
{
  RmMentorMove *move = rm_board_get_move (self->board);

  if (move == NULL || rm_mentor_move_get_from (move) == 0)
    return 0;

  rm_board_say (self->board, _ ("Drop here to take the mentor away"));
  return GDK_ACTION_MOVE;
}

/* The mentor whose row is selected, or 0. */
static gint64
selected_mentor (RmMentorPanel *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->view));
  RmIdItem *item = gtk_single_selection_get_selected_item (selection);

  return item != NULL ? rm_id_item_get_id (item) : 0;
}

static void
explain_pair_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  RmMentorPanel *self = RM_MENTOR_PANEL (widget);

  gtk_widget_activate_action (widget, "pairing.ask", "(xx)", rm_board_get_selected (self->board),
                              self->card_mentor);
}

/* The action of a key for the selected mentee and mentor, or NULL. */
static const char *
find_action (guint key,
             GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) == 0)
    return NULL;
  if (key == GDK_KEY_e)
    return "pairing.ask";

  return key == GDK_KEY_k ? "pairing.toggle-apart" : NULL;
}

static gboolean
key_cb (RmMentorPanel *self,
        guint key,
        guint code,
        GdkModifierType state)
{
  gint64 mentor = selected_mentor (self);
  const char *action = find_action (key, state);

  if (mentor != 0 && selected_mentee (self) >= 0 && action != NULL)
    return gtk_widget_activate_action (GTK_WIDGET (self), action, "(xx)",
                                       rm_board_get_selected (self->board), mentor);
  if (mentor != 0
      && (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0)))
    return rm_mentor_row_popup (self->view, mentor);
  if (key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;

  /* In GTK before 4.12 Tab walks through every row of a list. */
  return gtk_widget_activate_action (GTK_WIDGET (self), "pairing.leave-mentors", "b",
                                     key == GDK_KEY_Tab);
}

static void
rm_mentor_panel_dispose (GObject *object)
{
  RmMentorPanel *self = RM_MENTOR_PANEL (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->board);
  g_clear_object (&self->list);
  g_clear_pointer (&self->search, g_free);
  G_OBJECT_CLASS (rm_mentor_panel_parent_class)->dispose (object);
}

static void
rm_mentor_panel_class_init (RmMentorPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_mentor_panel_dispose;
  g_type_ensure (RM_TYPE_SCORE_CARD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-mentor-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RmMentorPanel, body);
  gtk_widget_class_bind_template_child (widget_class, RmMentorPanel, card_box);
  gtk_widget_class_bind_template_child (widget_class, RmMentorPanel, mentee_name);
  gtk_widget_class_bind_template_child (widget_class, RmMentorPanel, wants);
  gtk_widget_class_bind_template_child (widget_class, RmMentorPanel, why_box);
  gtk_widget_class_bind_template_child (widget_class, RmMentorPanel, why_title);
  gtk_widget_class_bind_template_child (widget_class, RmMentorPanel, card);
  gtk_widget_class_bind_template_child (widget_class, RmMentorPanel, list_title);
  gtk_widget_class_bind_template_child (widget_class, RmMentorPanel, room_only);
  gtk_widget_class_bind_template_child (widget_class, RmMentorPanel, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "mentors.explain-pair", NULL, explain_pair_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_mentor_panel_init (RmMentorPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = rm_id_list_new ();
}

void
rm_mentor_panel_set_board (RmMentorPanel *self,
                           RmBoard *board)
{
  GtkDropTarget *target = gtk_drop_target_new (RM_TYPE_MENTOR_MOVE, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->board = g_object_ref (board);
  rm_id_list_attach (self->list, self->view, (RmRowNew) rm_mentor_row_new,
                     (RmRowShow) rm_mentor_row_show, board);
  rm_copy_watch (GTK_WIDGET (self->view), (RmCopyRow) rm_pairing_copy_mentor, board, FALSE);
  g_signal_connect_object (gtk_list_view_get_model (self->view), "notify::selected",
                           G_CALLBACK (preview_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "pairing-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "selection-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  g_signal_connect_object (target, "enter", G_CALLBACK (drag_enter_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

void
rm_mentor_panel_choose (RmMentorPanel *self,
                        gint64 onto)
{
  self->onto = onto;
  self->onto_of = rm_board_get_selected (self->board);
  refresh (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  gtk_selection_model_select_item (gtk_list_view_get_model (self->view), 0, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
rm_mentor_panel_set_search (RmMentorPanel *self,
                            const char *text)
{
  g_free (self->search);
  self->search = g_strdup (text);
  refresh_list (self);
}
