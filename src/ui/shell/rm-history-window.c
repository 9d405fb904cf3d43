/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-history-window.h"

#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* More is of no use on a screen; the file keeps everything. */
#define MAX_ENTRIES 300

struct _RmHistoryWindow
{
  AdwWindow parent_instance;

  /* owned */
  RmSession *session;

  /* template */
  GtkListBox *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (RmHistoryWindow, rm_history_window, ADW_TYPE_WINDOW)

static GtkWidget *
new_row (const RmHistoryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = rm_history_entry_describe (entry);
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (entry->made);
  g_autofree char *time = made != NULL ? g_date_time_format (made, "%x %H:%M") : g_strdup ("?");
  /* Translators: when, and on whose computer */
  g_autofree char *subtitle = rm_sentence_new (_ ("%s · %s"), time, entry->author);

  rm_parts_set_title (row, title);
  rm_parts_set_subtitle (row, subtitle);

  return row;
}

static void
refresh (RmHistoryWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = rm_session_list_history (self->session, MAX_ENTRIES, &error);
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint k = 0; entries != NULL && k < entries->len; k++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (entries, k)));
  gtk_stack_set_visible_child_name (self->stack,
                                    entries != NULL && entries->len > 0 ? "list" : "none");
}

static void
rm_history_window_dispose (GObject *object)
{
  RmHistoryWindow *self = RM_HISTORY_WINDOW (object);

  rm_session_follow (&self->session, NULL, NULL, self);
  G_OBJECT_CLASS (rm_history_window_parent_class)->dispose (object);
}

static void
rm_history_window_class_init (RmHistoryWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_history_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/rm-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RmHistoryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RmHistoryWindow, stack);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rm_history_window_init (RmHistoryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rm_history_window_new (RmSession *session)
{
  RmHistoryWindow *self = g_object_new (RM_TYPE_HISTORY_WINDOW, NULL);

  rm_session_follow (&self->session, session, G_CALLBACK (refresh), self);
  refresh (self);

  return GTK_WIDGET (self);
}
