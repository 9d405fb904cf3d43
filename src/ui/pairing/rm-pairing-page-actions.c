/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-pairing-page-private.h"

#include "ui/widgets/rm-parts.h"

/* Actions of the Pairing page, for rows, places, menus and keys. */

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
  /* If both do not fit, hides the panel. */
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
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
  rm_pairing_page_choose (RM_PAIRING_PAGE (widget), pair);
}

static void
back_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  adw_leaflet_navigate (RM_PAIRING_PAGE (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* The place Escape goes back to. */
static void
open_side (RmPairingPage *self,
           const char *name)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (g_str_equal (gtk_stack_get_visible_child_name (self->side), "mentors"))
    {
      g_set_weak_pointer (&self->asked_from, focus);
      self->asked_on_board = adw_leaflet_get_folded (self->leaflet)
                             && g_str_equal (adw_leaflet_get_visible_child_name (self->leaflet),
                                             "mentees");
    }
  if (!g_str_equal (name, "answer"))
    rm_answer_panel_close (self->answer);
  if (!g_str_equal (name, "unpaired"))
    rm_unpaired_panel_close (self->unpaired);
  gtk_stack_set_visible_child_name (self->side, name);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
show_mentors_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  RmPairingPage *self = RM_PAIRING_PAGE (widget);

  rm_pairing_page_close_side (self);
  if (self->asked_on_board)
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  if (self->asked_from == NULL || !gtk_widget_get_mapped (self->asked_from)
      || !gtk_widget_grab_focus (self->asked_from))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_clear_weak_pointer (&self->asked_from);
}

static void
ask_cb (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  RmPairingPage *self = RM_PAIRING_PAGE (widget);
  gint64 mentee = 0;
  gint64 mentor = 0;

  g_variant_get (parameter, "(xx)", &mentee, &mentor);
  rm_board_select (self->board, mentee);
  open_side (self, "answer");
  rm_answer_panel_ask (self->answer, mentee, mentor);
}

/* The status line and the lists follow by themselves. */
static void
apart_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  RmPairingPage *self = RM_PAIRING_PAGE (widget);
  gint64 mentee = 0;
  gint64 mentor = 0;
  gboolean apart = FALSE;
  gboolean ok = FALSE;
  g_autofree char *outcome = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xx)", &mentee, &mentor);
  if (!rm_board_may_change_apart (self->board, mentee, mentor, &apart))
    return;

  ok = rm_board_toggle_apart (self->board, mentee, mentor, &outcome, &error);
  rm_parts_tell_outcome (widget, ok, outcome, NULL, error);
}

static void
unpaired_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RmPairingPage *self = RM_PAIRING_PAGE (widget);

  open_side (self, "unpaired");
  rm_unpaired_panel_open (self->unpaired, g_variant_get_int64 (parameter));
}

/* The question from the current place: the one at hand, else about the pair of the mentee. */
static void
explain_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RmPairingPage *self = RM_PAIRING_PAGE (widget);
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  RmScorer *scorer = pairing != NULL ? rm_pairing_get_scorer (pairing) : NULL;
  gint64 mentee = 0;
  gint64 mentor = 0;

  if (!rm_board_get_question (self->board, &mentee, &mentor) && scorer != NULL)
    {
      int i = rm_scorer_find_mentee (scorer, rm_board_get_selected (self->board));
      guint n = 0;
      const RmSlot *slots = i >= 0 ? rm_pairing_list_slots (pairing, (guint) i, &n) : NULL;

      mentee = rm_board_get_selected (self->board);
      mentor = n > 0 ? rm_scorer_get_mentor (scorer, slots[0].mentor)->record.id : 0;
    }
  if (mentee != 0 && mentor != 0)
    gtk_widget_activate_action (widget, "pairing.ask", "(xx)", mentee, mentor);
  else if (scorer != NULL)
    gtk_widget_activate_action (widget, "pairing.unpaired", "x", mentee);
}

static void
select_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RmPairingPage *self = RM_PAIRING_PAGE (widget);
  gint64 mentee = g_variant_get_int64 (parameter);
  guint at = rm_id_list_find (self->list, mentee);

  /* Also shows a person hidden by the filter or the search. */
  if (at == GTK_INVALID_LIST_POSITION)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      gtk_drop_down_set_selected (self->show, SHOW_ALL);
      rm_pairing_page_refresh_list (self);
      at = rm_id_list_find (self->list, mentee);
    }
  if (at == GTK_INVALID_LIST_POSITION)
    return;
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", at);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.select-item", "(ubb)", at, FALSE,
                              FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
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

void
rm_pairing_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "pairing.choose", "(xx)", choose_cb);
  gtk_widget_class_install_action (widget_class, "pairing.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "pairing.ask", "(xx)", ask_cb);
  gtk_widget_class_install_action (widget_class, "pairing.toggle-apart", "(xx)", apart_cb);
  gtk_widget_class_install_action (widget_class, "pairing.explain", NULL, explain_cb);
  gtk_widget_class_install_action (widget_class, "pairing.select", "x", select_cb);
  gtk_widget_class_install_action (widget_class, "pairing.show-mentors", NULL, show_mentors_cb);
  gtk_widget_class_install_action (widget_class, "pairing.unpaired", "x", unpaired_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK,
                                       "pairing.explain", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_u, GDK_CONTROL_MASK,
                                       "pairing.unpaired", "x", G_GINT64_CONSTANT (0));
  gtk_widget_class_install_action (widget_class, "pairing.weights", NULL, weights_cb);
  gtk_widget_class_install_action (widget_class, "pairing.show-changes", NULL, show_changes_cb);
  gtk_widget_class_install_action (widget_class, "pairing.leave-mentors", "b", leave_mentors_cb);
}

void
rm_pairing_page_close_side (RmPairingPage *self)
{
  gtk_stack_set_visible_child_name (self->side, "mentors");
  rm_answer_panel_close (self->answer);
  rm_unpaired_panel_close (self->unpaired);
}

void
rm_pairing_page_choose (RmPairingPage *self,
                        gint64 onto)
{
  rm_pairing_page_close_side (self);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  rm_mentor_panel_choose (self->mentors, onto);
}
