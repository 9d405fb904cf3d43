/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-tab-past.h"

#include "ui-fixture.h"

/* A list between two buttons, or at the end of the window, is one stop for Tab. */

static GtkWidget *
new_list (void)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *list = NULL;

  for (guint k = 0; k < 30; k++)
    gtk_string_list_append (rows, "Row");
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))),
                            g_steal_pointer (&factory));
  rm_tab_past_watch (list);
  return list;
}

static void
press (GtkWidget *list,
       guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  gboolean handled = FALSE;

  for (guint k = 0; !handled && k < g_list_model_get_n_items (controllers); k++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, k);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  g_assert_true (handled);
}

static void
focus_row (GtkWidget *window,
           GtkWidget *list)
{
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), list));
}

static void
test_stops (gconstpointer data)
{
  gboolean last = GPOINTER_TO_INT (data);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = new_list ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 300);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), scroller);
  if (!last)
    gtk_box_append (GTK_BOX (box), after);
  else
    gtk_box_prepend (GTK_BOX (box), after);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle (window);

  focus_row (window, list);
  press (list, GDK_KEY_Tab);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == after);

  focus_row (window, list);
  press (list, GDK_KEY_ISO_Left_Tab);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == before);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/ui/tab-past/between", GINT_TO_POINTER (FALSE), test_stops);
  g_test_add_data_func ("/ui/tab-past/last", GINT_TO_POINTER (TRUE), test_stops);
  return g_test_run ();
}
