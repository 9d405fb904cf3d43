/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-drop-down.h"

/* The focus widget of a drop-down has its label and describes the choice. */

static void
test_speak (void)
{
  static const char *const choices[] = { "All parts", "Mentees", NULL };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (choices);
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  gtk_box_append (GTK_BOX (box), drop_down);
  rm_drop_down_speak (box);
  gtk_test_accessible_assert_relation (button, GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down,
                                       NULL);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "All parts");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Mentees");
  g_assert_finalize_object (box);
}

/* However long what is chosen is: it is cut and not the window. */
static void
test_shorten (void)
{
  static const char *const choices[] = { "Autumn 2026 of the northern and of the western region, "
                                         "with guests from the south", "Spring", NULL };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (choices);
  int before = 0;
  int after = 0;

  gtk_window_set_child (GTK_WINDOW (window), drop_down);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_measure (drop_down, GTK_ORIENTATION_HORIZONTAL, -1, &before, NULL, NULL, NULL);
  rm_drop_down_shorten (GTK_DROP_DOWN (drop_down));
  gtk_widget_measure (drop_down, GTK_ORIENTATION_HORIZONTAL, -1, &after, NULL, NULL, NULL);
  g_assert_cmpint (before, >, 300);
  g_assert_cmpint (after, <, 150);
  g_assert_true (gtk_drop_down_get_list_factory (GTK_DROP_DOWN (drop_down))
                 != gtk_drop_down_get_factory (GTK_DROP_DOWN (drop_down)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/drop-down/speak", test_speak);
  g_test_add_func ("/ui/drop-down/shorten", test_shorten);
  return g_test_run ();
}
