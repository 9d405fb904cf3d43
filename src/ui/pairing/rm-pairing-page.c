/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-pairing-page-private.h"

#include "core/base/rm-fold.h"
#include "ui/pairing/rm-mentee-row.h"
#include "ui/pairing/rm-pairing-copy.h"
#include "ui/widgets/rm-copy.h"
#include "ui/widgets/rm-drop-down.h"
#include "ui/widgets/rm-parts.h"
#include "ui/widgets/rm-unseen.h"

#include <glib/gi18n.h>

enum
{
  PROP_WEIGHTS_SHOWN = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void page_init (RmPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RmPairingPage, rm_pairing_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (RM_TYPE_PAGE, page_init))

/* Whether the weights being tried would give the mentee another mentor. */
static gboolean
would_change (RmPairingPage *self,
              gint64 mentee,
              const RmSlot *slots,
              guint n_slots)
{
  RmLiveResult *outcome = rm_board_get_outcome (self->board);
  guint n = 0;

  if (outcome == NULL)
    return FALSE;
  for (guint s = 0; s < n_slots; s++)
    if (rm_live_result_ends (outcome, slots[s].pair))
      return TRUE;

  rm_live_result_list_new_pairs (outcome, mentee, &n);
  return n > 0;
}

static gboolean
is_wanted (RmPairingPage *self,
           const RmPairing *pairing,
           guint mentee,
           GStrv words)
{
  const RmPerson *person = rm_scorer_get_mentee (rm_pairing_get_scorer (pairing), mentee);
  guint show = gtk_drop_down_get_selected (self->show);
  guint n = 0;
  const RmSlot *slots = rm_pairing_list_slots (pairing, mentee, &n);

  if (show == SHOW_CHANGING && !would_change (self, person->record.id, slots, n))
    return FALSE;
  if ((show == SHOW_WITHOUT && n > 0) || (show == SHOW_WITH && n == 0))
    return FALSE;

  return rm_person_matches (person, (const char *const *) words);
}

void
rm_pairing_page_refresh_list (RmPairingPage *self)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *folded = rm_fold (search);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *title = NULL;

  for (guint i = 0;
       pairing != NULL && i < rm_scorer_get_n_mentees (rm_pairing_get_scorer (pairing));
       i++)
    if (is_wanted (self, pairing, i, words))
      g_array_append_val (
        ids, rm_scorer_get_mentee (rm_pairing_get_scorer (pairing), i)->record.id);
  title = g_strdup_printf (ngettext ("%u mentee", "%u mentees", ids->len), ids->len);
  gtk_label_set_label (self->list_title, title);
  rm_id_list_set (self->list, ids);
}

static void
refresh_stack (RmPairingPage *self,
               const RmPairing *pairing)
{
  RmScorer *scorer = rm_pairing_get_scorer (pairing);
  guint mentees = rm_scorer_get_n_mentees (scorer);
  guint mentors = rm_scorer_get_n_mentors (scorer);
  gboolean anybody = rm_programme_count (rm_scorer_get_programme (scorer), RM_TABLE_PERSON) > 0;

  gtk_stack_set_visible_child_name (self->stack, mentees > 0 && mentors > 0 ? "board" : "nobody");
  if (mentees > 0 && mentors > 0)
    return;
  adw_status_page_set_title (self->nobody, !anybody       ? _ ("Nobody to pair yet")
                                           : mentees == 0 ? _ ("Nobody takes part as a mentee")
                                                          : _ ("Nobody takes part as a mentor"));
  rm_parts_set_description (
    self->nobody, anybody ? _ ("Say on the People page who takes part as what, or import a column "
                               "that says so.")
                          : _ ("Mentees and their mentors will stand here. Bring people in first."));
}

static void
pairing_changed_cb (RmPairingPage *self)
{
  refresh_stack (self, rm_board_get_pairing (self->board));
  rm_pairing_page_refresh_list (self);
}

static void
outcome_changed_cb (RmPairingPage *self)
{
  if (rm_board_get_pairing (self->board) == NULL)
    return;
  if (gtk_drop_down_get_selected (self->show) != SHOW_CHANGING)
    return;
  if (rm_trial_is_touched (rm_board_get_trial (self->board)))
    rm_pairing_page_refresh_list (self);
  else
    gtk_drop_down_set_selected (self->show, SHOW_ALL);
}

static void
weights_shown_cb (RmPairingPage *self)
{
  gboolean shown = adw_flap_get_reveal_flap (self->flap);

  rm_trial_set_active (rm_board_get_trial (self->board), shown);
  if (shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->weights));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEIGHTS_SHOWN]);
}

static void
selected_cb (RmPairingPage *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->view));
  RmIdItem *item = gtk_single_selection_get_selected_item (selection);

  if (item != NULL)
    rm_board_select (self->board, rm_id_item_get_id (item));
}

static void
activated_cb (RmPairingPage *self)
{
  selected_cb (self);
  rm_pairing_page_choose (self, 0);
}

/* The row that has the focus, or in which the focus is. */
static RmMenteeRow *
focused_row (RmPairingPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (child != NULL && RM_IS_MENTEE_ROW (child))
    return RM_MENTEE_ROW (child);

  return focus != NULL ? RM_MENTEE_ROW (gtk_widget_get_ancestor (focus, RM_TYPE_MENTEE_ROW)) : NULL;
}

static gboolean
list_key_cb (RmPairingPage *self,
             guint key,
             guint code,
             GdkModifierType state)
{
  RmMenteeRow *row = focused_row (self);

  /* GTK before 4.12 walks Tab through every row of a list. */
  if (key == GDK_KEY_Tab && !adw_leaflet_get_folded (self->leaflet))
    return gtk_widget_child_focus (GTK_WIDGET (self->side), GTK_DIR_TAB_FORWARD);
  if (key == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_grab_focus (GTK_WIDGET (self->show));

  return row != NULL && rm_mentee_row_key (row, key, state);
}

static void
search_changed_cb (RmPairingPage *self)
{
  rm_pairing_page_refresh_list (self);
  rm_mentor_panel_set_search (self->mentors,
                              gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
set_session (RmPage *page,
             RmSession *session)
{
  RmPairingPage *self = RM_PAIRING_PAGE (page);

  if (session == NULL)
    rm_propose_cancel (self->propose);
  if (session != self->session)
    rm_pairing_page_close_side (self);
  g_set_object (&self->session, session);
  rm_board_set_session (self->board, session);
}

static const char *
get_title (RmPage *page)
{
  return _ ("Pairing");
}

static const char *
get_icon_name (RmPage *page)
{
  return "rm-pairing-symbolic";
}

static guint
get_count (RmPage *page)
{
  RmPairingPage *self = RM_PAIRING_PAGE (page);

  return self->session != NULL
           ? rm_programme_count (rm_session_get_programme (self->session), RM_TABLE_PAIR)
           : 0;
}

static GtkWidget *
get_actions (RmPage *page)
{
  return RM_PAIRING_PAGE (page)->actions;
}

static void
set_compact (RmPage *page,
             gboolean compact)
{
  RmPairingPage *self = RM_PAIRING_PAGE (page);

  gtk_widget_set_visible (self->weights_button, !compact);
  gtk_widget_set_visible (self->propose_button, !compact);
  gtk_widget_set_visible (self->small_propose_button, compact);
  rm_pairing_bar_set_compact (self->bar, compact);
}

static void
set_search (RmPage *page,
            gboolean active)
{
  RmPairingPage *self = RM_PAIRING_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, active);
  if (active)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
page_init (RmPageInterface *iface)
{
  iface->set_session = set_session;
  iface->get_title = get_title;
  iface->get_icon_name = get_icon_name;
  iface->get_count = get_count;
  iface->get_actions = get_actions;
  iface->set_compact = set_compact;
  iface->set_search = set_search;
}

static void
rm_pairing_page_dispose (GObject *object)
{
  RmPairingPage *self = RM_PAIRING_PAGE (object);

  g_clear_weak_pointer (&self->asked_from);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_object (&self->board);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (rm_pairing_page_parent_class)->dispose (object);
}

static void
rm_pairing_page_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  RmPairingPage *self = RM_PAIRING_PAGE (object);

  if (id == PROP_WEIGHTS_SHOWN)
    g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rm_pairing_page_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  if (id == PROP_WEIGHTS_SHOWN)
    rm_pairing_page_set_weights_shown (RM_PAIRING_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rm_pairing_page_class_init (RmPairingPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_pairing_page_dispose;
  G_OBJECT_CLASS (class)->get_property = rm_pairing_page_get_property;
  G_OBJECT_CLASS (class)->set_property = rm_pairing_page_set_property;
  properties[PROP_WEIGHTS_SHOWN] = g_param_spec_boolean ("weights-shown", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE
                                                         | G_PARAM_STATIC_STRINGS
                                                         | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
  g_type_ensure (RM_TYPE_ANSWER_PANEL);
  g_type_ensure (RM_TYPE_MENTOR_PANEL);
  g_type_ensure (RM_TYPE_PAIRING_BAR);
  g_type_ensure (RM_TYPE_PROPOSE);
  g_type_ensure (RM_TYPE_UNPAIRED_PANEL);
  g_type_ensure (RM_TYPE_WEIGHTS_PANEL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-pairing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, actions);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, weights_button);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, propose_button);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, small_propose_button);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, body);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, flap);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, weights);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, show);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, list_title);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, view);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, mentors);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, side);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, answer);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, unpaired);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, propose);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, bar);
  gtk_widget_class_bind_template_callback_full (widget_class, "refresh_list",
                                                G_CALLBACK (rm_pairing_page_refresh_list));
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  rm_pairing_page_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_pairing_page_init (RmPairingPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->board = rm_board_new ();
  self->list = rm_id_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_drop_down_speak (GTK_WIDGET (self));
  rm_unseen_watch (GTK_WIDGET (self->stack));
  rm_unseen_watch (GTK_WIDGET (self->leaflet));
  rm_unseen_watch (GTK_WIDGET (self->search_bar));
  rm_parts_tell_search (self->search_bar);
  rm_unseen_watch (GTK_WIDGET (self->flap));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  rm_unseen_watch (GTK_WIDGET (self->side));
  rm_mentor_panel_set_board (self->mentors, self->board);
  rm_answer_panel_set_board (self->answer, self->board);
  rm_unpaired_panel_set_board (self->unpaired, self->board);
  rm_pairing_bar_set_board (self->bar, self->board);
  rm_weights_panel_set_board (self->weights, self->board);

  rm_id_list_attach (self->list, self->view, (RmRowNew) rm_mentee_row_new,
                     (RmRowShow) rm_mentee_row_show, self->board);
  rm_copy_watch (GTK_WIDGET (self->view), (RmCopyRow) rm_pairing_copy_mentee, self->board, FALSE);
  g_signal_connect_object (gtk_list_view_get_model (self->view), "notify::selected-item",
                           G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  g_signal_connect_object (self->board, "pairing-changed", G_CALLBACK (pairing_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self, "weights-shown", self->weights_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "weights-shown", rm_pairing_bar_get_weights_button (self->bar),
                          "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->board, "outcome-changed", G_CALLBACK (outcome_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (weights_shown_cb), self,
                           G_CONNECT_SWAPPED);
}

void
rm_pairing_page_propose (RmPairingPage *self)
{
  rm_propose_begin (self->propose, self->session);
}

void
rm_pairing_page_set_weights_shown (RmPairingPage *self,
                                   gboolean shown)
{
  if (adw_flap_get_reveal_flap (self->flap) == shown)
    return;

  adw_flap_set_reveal_flap (self->flap, shown);
  if (!shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->show));
}

gboolean
rm_pairing_page_get_weights_shown (RmPairingPage *self)
{
  return adw_flap_get_reveal_flap (self->flap);
}
