/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-pairing-page.h"

#include "core/rm-fold.h"
#include "ui/models/rm-id-list.h"
#include "ui/pairing/rm-board.h"
#include "ui/pairing/rm-mentee-row.h"
#include "ui/pairing/rm-mentor-panel.h"
#include "ui/pairing/rm-propose.h"
#include "ui/pairing/rm-trial-text.h"
#include "ui/pairing/rm-weights-panel.h"
#include "ui/widgets/rm-unseen.h"

#include <glib/gi18n.h>

/** Which mentees the list shows; the order of the drop-down. */
typedef enum
{
  SHOW_ALL,
  SHOW_WITHOUT,
  SHOW_WITH,
  SHOW_CHANGING,
} Show;

struct _RmPairingPage
{
  GtkWidget parent_instance;

  /* owned */
  RmSession *session;
  RmBoard *board;
  RmIdList *list;

  /* template */
  GtkWidget *body;
  GtkStack *stack;
  AdwStatusPage *nobody;
  AdwFlap *flap;
  RmWeightsPanel *weights;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  AdwLeaflet *leaflet;
  GtkDropDown *show;
  GtkLabel *list_title;
  GtkListView *view;
  RmMentorPanel *mentors;
  RmPropose *propose;
  GtkWidget *weights_button;
  GtkImage *proof_icon;
  GtkLabel *summary;
  GtkLabel *status;
};

enum
{
  PROP_WEIGHTS_SHOWN = 1,
  PROP_COMPACT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RmPairingPage, rm_pairing_page, GTK_TYPE_WIDGET)

/* Whether the weights that are tried would give the mentee another mentor. */
static gboolean
would_change (RmPairingPage *self,
              gint64 mentee,
              const RmSlot *slots,
              guint n_slots)
{
  RmLiveResult *trial = rm_board_get_trial (self->board);
  guint n = 0;

  if (trial == NULL)
    return FALSE;
  for (guint s = 0; s < n_slots; s++)
    if (rm_live_result_ends (trial, slots[s].pair))
      return TRUE;

  rm_live_result_list_begun (trial, mentee, &n);
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

static void
refresh_list (RmPairingPage *self)
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

static char *
describe_proof (const RmPairing *pairing)
{
  gint64 below = rm_pairing_get_proposed_total (pairing) - rm_pairing_get_total (pairing);

  switch (rm_pairing_get_proof (pairing))
    {
    case RM_PROOF_PROVED:
      /* Translators: %s is a sentence about the pairing */
      return g_strdup_printf (_ ("Proved: %s."),
                              rm_pairing_proof_sentence (rm_pairing_get_mode (pairing)));
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
describe_trial (RmLiveResult *trial)
{
  g_autofree char *changes = rm_trial_text_changes (trial->n_changes);

  /* Translators: %s is such as "12 pairs would change" */
  return g_strdup_printf (_ ("Other weights are tried: %s."), changes);
}

static void
refresh_summary (RmPairingPage *self)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  RmLiveResult *trial = rm_board_get_trial (self->board);
  guint n = rm_pairing_get_n_pairs (pairing);
  guint mentees = rm_scorer_get_n_mentees (rm_pairing_get_scorer (pairing));
  g_autofree char *proof = trial != NULL ? describe_trial (trial) : describe_proof (pairing);
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
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->status, proof);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), proof);
  gtk_widget_set_visible (GTK_WIDGET (self->proof_icon),
                          trial == NULL && rm_pairing_get_proof (pairing) == RM_PROOF_PROVED);
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
  adw_status_page_set_description (
    self->nobody, anybody ? _ ("Say on the People page who takes part as what, or import a column "
                               "that says so.")
                          : _ ("Mentees and their mentors will stand here. Bring people in first."));
}

static void
pairing_changed_cb (RmPairingPage *self)
{
  refresh_stack (self, rm_board_get_pairing (self->board));
  refresh_list (self);
  refresh_summary (self);
}

static void
trial_changed_cb (RmPairingPage *self)
{
  if (rm_board_get_pairing (self->board) == NULL)
    return;
  refresh_summary (self);
  if (gtk_drop_down_get_selected (self->show) != SHOW_CHANGING)
    return;
  if (rm_trial_is_touched (rm_weights_panel_get_trial (self->weights)))
    refresh_list (self);
  else
    gtk_drop_down_set_selected (self->show, SHOW_ALL);
}

static void
weights_shown_cb (RmPairingPage *self)
{
  gboolean shown = adw_flap_get_reveal_flap (self->flap);

  rm_weights_panel_set_shown (self->weights, shown);
  if (shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->weights));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEIGHTS_SHOWN]);
}

static void
weights_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RmPairingPage *self = RM_PAIRING_PAGE (widget);

  rm_pairing_page_set_weights_shown (self, !adw_flap_get_reveal_flap (self->flap));
}

static void
show_changes_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  RmPairingPage *self = RM_PAIRING_PAGE (widget);

  gtk_drop_down_set_selected (self->show, SHOW_CHANGING);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  /* Where both do not fit the panel makes room for what is to be shown. */
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
said_cb (RmPairingPage *self,
         const char *text)
{
  if (text != NULL)
    {
      gtk_label_set_label (self->status, text);
      gtk_widget_set_visible (GTK_WIDGET (self->proof_icon), FALSE);
    }
  else if (rm_board_get_pairing (self->board) != NULL)
    refresh_summary (self);
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
choose (RmPairingPage *self,
        gint64 onto)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  rm_mentor_panel_choose (self->mentors, onto);
}

static void
activated_cb (RmPairingPage *self)
{
  selected_cb (self);
  choose (self, 0);
}

static void
choose_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  gint64 mentee = 0;
  gint64 pair = 0;

  g_variant_get (parameter, "(xx)", &mentee, &pair);
  rm_board_select (RM_PAIRING_PAGE (widget)->board, mentee);
  choose (RM_PAIRING_PAGE (widget), pair);
}

static void
back_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  adw_leaflet_navigate (RM_PAIRING_PAGE (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
leave_mentors_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  RmPairingPage *self = RM_PAIRING_PAGE (widget);

  if (g_variant_get_boolean (parameter))
    gtk_widget_grab_focus (GTK_WIDGET (self->show));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
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
    return gtk_widget_child_focus (GTK_WIDGET (self->mentors), GTK_DIR_TAB_FORWARD);
  if (key == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_grab_focus (GTK_WIDGET (self->show));

  return row != NULL && rm_mentee_row_key (row, key, state);
}

static void
search_changed_cb (RmPairingPage *self)
{
  refresh_list (self);
  rm_mentor_panel_set_search (self->mentors,
                              gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
rm_pairing_page_dispose (GObject *object)
{
  RmPairingPage *self = RM_PAIRING_PAGE (object);

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
  else if (id == PROP_COMPACT)
    g_value_set_boolean (value, gtk_widget_get_visible (self->weights_button));
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
  else if (id == PROP_COMPACT)
    gtk_widget_set_visible (RM_PAIRING_PAGE (object)->weights_button, g_value_get_boolean (value));
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
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
  g_type_ensure (RM_TYPE_MENTOR_PANEL);
  g_type_ensure (RM_TYPE_PROPOSE);
  g_type_ensure (RM_TYPE_WEIGHTS_PANEL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-pairing-page.ui");
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
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, propose);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, weights_button);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, proof_icon);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, summary);
  gtk_widget_class_bind_template_child (widget_class, RmPairingPage, status);
  gtk_widget_class_bind_template_callback (widget_class, refresh_list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "pairing.choose", "(xx)", choose_cb);
  gtk_widget_class_install_action (widget_class, "pairing.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "pairing.weights", NULL, weights_cb);
  gtk_widget_class_install_action (widget_class, "pairing.show-changes", NULL, show_changes_cb);
  gtk_widget_class_install_action (widget_class, "pairing.leave-mentors", "b", leave_mentors_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rm_pairing_page_init (RmPairingPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->board = rm_board_new ();
  self->list = rm_id_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rm_unseen_watch (GTK_WIDGET (self->stack));
  rm_unseen_watch (GTK_WIDGET (self->leaflet));
  rm_unseen_watch (GTK_WIDGET (self->search_bar));
  rm_unseen_watch (GTK_WIDGET (self->flap));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  rm_mentor_panel_set_board (self->mentors, self->board);
  rm_weights_panel_set_board (self->weights, self->board);

  rm_id_list_attach (self->list, self->view, (RmRowNew) rm_mentee_row_new,
                     (RmRowShow) rm_mentee_row_show, self->board);
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
  g_signal_connect_object (self->board, "trial-changed", G_CALLBACK (trial_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (weights_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "said", G_CALLBACK (said_cb), self, G_CONNECT_SWAPPED);
}

void
rm_pairing_page_set_session (RmPairingPage *self,
                             RmSession *session)
{
  if (session == NULL)
    rm_propose_cancel (self->propose);
  g_set_object (&self->session, session);
  rm_board_set_session (self->board, session);
  rm_weights_panel_set_session (self->weights, session);
}

void
rm_pairing_page_set_search (RmPairingPage *self,
                            gboolean active)
{
  gtk_search_bar_set_search_mode (self->search_bar, active);
  if (active)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
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
