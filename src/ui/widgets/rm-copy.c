/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-copy.h"

#include <glib/gi18n.h>

/* Text alone: spreadsheets take tabs for cells, and with a second format they would choose by
 * themselves which rules apply to what looks like a number or a formula. */

typedef struct
{
  RmCopyRow row;
  gpointer owner;

  /* borrowed */
  GtkWidget *list;

  /* owned by the list */
  GtkWidget *menu;
} Copy;

void
rm_copy_table (GtkWidget *widget,
               GBytes *table)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (table, NULL), g_bytes_get_size (table));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static GtkSelectionModel *
get_model (GtkWidget *list)
{
  return GTK_IS_COLUMN_VIEW (list) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (list))
                                   : gtk_list_view_get_model (GTK_LIST_VIEW (list));
}

static void
copy_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  const Copy *self = data;
  GtkSelectionModel *model = get_model (self->list);
  g_autoptr (GtkBitset) selected = model != NULL ? gtk_selection_model_get_selection (model) : NULL;
  g_autoptr (RmTableWriter) writer = NULL;
  g_autoptr (GBytes) table = NULL;
  GtkBitsetIter iter;
  guint position = 0;

  if (selected == NULL || gtk_bitset_is_empty (selected))
    return;

  writer = rm_table_writer_new (RM_TABLE_FORMAT_TABS, "rows", 0);
  self->row (self->owner, NULL, writer);
  rm_table_writer_end_row (writer);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (model), position);

      if (item == NULL)
        continue;
      self->row (self->owner, item, writer);
      rm_table_writer_end_row (writer);
    }
  table = rm_table_writer_finish (writer, NULL);
  rm_copy_table (self->list, table);
}

static void
popup (Copy *self,
       double x,
       double y)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (self->menu == NULL)
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      g_menu_append (menu, _ ("_Copy"), "copy.copy");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, self->list);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The row of a list that a widget is in, or NULL. */
static GtkWidget *
find_row (GtkWidget *list,
          GtkWidget *widget)
{
  while (widget != NULL && widget != list
         && !g_str_equal (gtk_widget_get_css_name (widget), "row"))
    widget = gtk_widget_get_parent (widget);

  return widget != list ? widget : NULL;
}

/* On a row that is not selected, that row is meant. */
static void
mean (GtkWidget *row)
{
  if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
}

void
rm_copy_row (GtkWidget *widget)
{
  GtkWidget *row = find_row (NULL, widget);

  if (row != NULL)
    mean (row);
  gtk_widget_activate_action (widget, "copy.copy", NULL);
}

static void
pressed_cb (GtkGestureClick *click,
            int n,
            double x,
            double y,
            gpointer data)
{
  Copy *self = data;
  GtkWidget *row = find_row (self->list, gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT));

  if (row == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  mean (row);
  popup (self, x, y);
}

static void
menu_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  Copy *self = data;
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *row = find_row (self->list, gtk_root_get_focus (root));
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, self->list, &bounds))
    return;

  mean (row);
  popup (self, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
}

static void
destroy_cb (Copy *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

static void
add_key (GtkWidget *widget,
         const char *trigger,
         const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action)));
  gtk_widget_add_controller (widget, keys);
}

void
rm_copy_add_key (GtkWidget *widget,
                 const char *action)
{
  add_key (widget, "<Control>c|<Control>Insert", action);
}

void
rm_copy_watch (GtkWidget *list,
               RmCopyRow row,
               gpointer owner,
               gboolean with_menu)
{
  const GActionEntry entries[] = {
    { "copy", copy_cb, NULL, NULL, NULL },
    { "menu", menu_cb, NULL, NULL, NULL },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  Copy *self = g_new0 (Copy, 1);

  self->row = row;
  self->owner = owner;
  self->list = list;
  g_object_set_data_full (G_OBJECT (list), "rm-copy", self, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, with_menu ? 2 : 1, self);
  gtk_widget_insert_action_group (list, "copy", G_ACTION_GROUP (actions));
  rm_copy_add_key (list, "copy.copy");
  if (with_menu)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
      g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
      gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
      add_key (list, "Menu|<Shift>F10", "copy.menu");
      g_signal_connect_swapped (list, "destroy", G_CALLBACK (destroy_cb), self);
    }
}
