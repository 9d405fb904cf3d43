/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-mentor-row.h"

#include "ui/widgets/rm-copy.h"

#include <glib/gi18n.h>

struct _RmMentorRow
{
  GtkWidget parent_instance;

  /* owned */
  RmBoard *board;
  GtkWidget *menu;
  gint64 mentor;

  /* template */
  GtkWidget *box;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *room;
  GtkLabel *score;
};

G_DEFINE_FINAL_TYPE (RmMentorRow, rm_mentor_row, GTK_TYPE_WIDGET)

static char *
describe_room (const RmPairing *pairing,
               guint mentor,
               const RmPerson *person)
{
  guint free_places = rm_pairing_get_mentor_free (pairing, mentor);
  guint places = rm_pairing_get_mentor_places (pairing, mentor);
  g_autofree char *room = NULL;

  if (places == 0)
    room = g_strdup (_ ("does not take part"));
  else if (free_places == 0)
    room = g_strdup (_ ("no free place"));
  else
    /* Translators: free places and all places of a mentor */
    room = g_strdup_printf (ngettext ("%u of %u place free", "%u of %u places free", places),
                            free_places, places);
  if (person->department == NULL)
    return g_steal_pointer (&room);

  return g_strdup_printf ("%s · %s", person->department, room);
}

/* The score with the selected mentee; if there is none, the line below says why. */
static void
show_score (RmMentorRow *self,
            const RmPairing *pairing,
            guint mentor)
{
  RmScorer *scorer = rm_pairing_get_scorer (pairing);
  int mentee = rm_scorer_find_mentee (scorer, rm_board_get_selected (self->board));
  g_autofree char *text = NULL;
  RmScore score;

  gtk_widget_remove_css_class (GTK_WIDGET (self), "no-candidate");
  if (mentee < 0)
    {
      gtk_label_set_label (self->score, "");
      return;
    }

  rm_scorer_explain (scorer, (guint) mentee, mentor, &score);
  if (score.rule != RM_RULE_NONE)
    {
      gtk_label_set_label (self->score, "–");
      gtk_label_set_label (self->room, _ (rm_rule_describe (score.rule)));
      gtk_widget_add_css_class (GTK_WIDGET (self), "no-candidate");
      return;
    }
  /* Translators: a score in percent */
  text = g_strdup_printf (_ ("%d %%"), rm_points_to_percent (score.total));
  gtk_label_set_label (self->score, text);
}

static void
refresh (RmMentorRow *self)
{
  const RmPairing *pairing = rm_board_get_pairing (self->board);
  const RmPerson *person = NULL;
  g_autofree char *room = NULL;
  int mentor = -1;

  if (pairing == NULL || self->mentor == 0)
    return;
  mentor = rm_scorer_find_mentor (rm_pairing_get_scorer (pairing), self->mentor);
  if (mentor < 0)
    return;

  person = rm_scorer_get_mentor (rm_pairing_get_scorer (pairing), (guint) mentor);
  adw_avatar_set_text (self->avatar, person->name);
  gtk_label_set_label (self->name, rm_person_display_name (person));
  room = describe_room (pairing, (guint) mentor, person);
  gtk_label_set_label (self->room, room);
  show_score (self, pairing, (guint) mentor);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double x,
                 double y,
                 RmMentorRow *self)
{
  g_autoptr (RmMentorMove) move = rm_mentor_move_new (self->mentor, 0);

  return gdk_content_provider_new_typed (RM_TYPE_MENTOR_MOVE, move);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               RmMentorRow *self)
{
  g_autoptr (RmMentorMove) move = rm_mentor_move_new (self->mentor, 0);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
  rm_board_set_move (self->board, move);
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag *drag,
             gboolean delete_data,
             RmMentorRow *self)
{
  rm_board_set_move (self->board, NULL);
}

static void
explain_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RmMentorRow *self = RM_MENTOR_ROW (widget);

  gtk_widget_activate_action (widget, "pairing.ask", "(xx)", rm_board_get_selected (self->board),
                              self->mentor);
}

static void
apart_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  RmMentorRow *self = RM_MENTOR_ROW (widget);

  gtk_widget_activate_action (widget, "pairing.toggle-apart", "(xx)",
                              rm_board_get_selected (self->board), self->mentor);
}

static void
show_mentor_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show-person", "x", RM_MENTOR_ROW (widget)->mentor);
}

static void
copy_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  rm_copy_row (widget);
}

static void
popup (RmMentorRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->menu != NULL)
    gtk_widget_unparent (self->menu);
  if (rm_board_get_selected (self->board) != 0)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Why, or why not?"), "mentor.explain");

      g_menu_item_set_attribute (item, "accel", "s", "<Primary>e");
      g_menu_append_item (menu, item);
      rm_board_add_apart_item (self->board, rm_board_get_selected (self->board), self->mentor, menu,
                               "mentor.toggle-apart");
    }
  g_menu_append (menu, _ ("_Show the mentor"), "mentor.show");
  g_menu_append (menu, _ ("C_opy the row"), "mentor.copy");
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
rm_mentor_row_dispose (GObject *object)
{
  RmMentorRow *self = RM_MENTOR_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (rm_mentor_row_parent_class)->dispose (object);
}

static void
rm_mentor_row_class_init (RmMentorRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_mentor_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-mentor-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RmMentorRow, box);
  gtk_widget_class_bind_template_child (widget_class, RmMentorRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, RmMentorRow, name);
  gtk_widget_class_bind_template_child (widget_class, RmMentorRow, room);
  gtk_widget_class_bind_template_child (widget_class, RmMentorRow, score);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_end_cb);
  gtk_widget_class_bind_template_callback (widget_class, popup);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mentorrow");
  gtk_widget_class_install_action (widget_class, "mentor.explain", NULL, explain_cb);
  gtk_widget_class_install_action (widget_class, "mentor.toggle-apart", NULL, apart_cb);
  gtk_widget_class_install_action (widget_class, "mentor.show", NULL, show_mentor_cb);
  gtk_widget_class_install_action (widget_class, "mentor.copy", NULL, copy_cb);
}

static void
rm_mentor_row_init (RmMentorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rm_mentor_row_new (RmBoard *board)
{
  RmMentorRow *self = g_object_new (RM_TYPE_MENTOR_ROW, NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "pairing-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "selection-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
rm_mentor_row_show (RmMentorRow *self,
                    gint64 mentor)
{
  self->mentor = mentor;
  refresh (self);
}

gboolean
rm_mentor_row_popup (GtkListView *view,
                     gint64 mentor)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (row != NULL && RM_IS_MENTOR_ROW (row) && RM_MENTOR_ROW (row)->mentor == mentor)
        {
          popup (RM_MENTOR_ROW (row));
          return TRUE;
        }
    }

  return FALSE;
}
