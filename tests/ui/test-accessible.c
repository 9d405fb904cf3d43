/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-drop-down.h"

/* Widgets with a text and another label have that label, whatever GTK makes of the text. */

static void
expect_label (GtkWidget *widget,
              const char *label)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static GtkWidget *
new_drop_down (void)
{
  static const char *const choices[] = { "All parts", "Mentees", NULL };

  return gtk_drop_down_new_from_strings (choices);
}

static GtkWidget *
new_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), "More");
  return button;
}

static void
test_set (void)
{
  GtkWidget *widgets[] = {
    gtk_button_new_with_label ("Show"),
    gtk_button_new_with_mnemonic ("_Show"),
    gtk_toggle_button_new_with_label ("Show"),
    gtk_check_button_new_with_label ("Show"),
    new_menu_button (),
    new_drop_down (),
    gtk_button_new_from_icon_name ("list-add-symbolic"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      g_object_ref_sink (widgets[i]);
      rm_accessible_set_label (widgets[i], "Show who has nobody");
      expect_label (widgets[i], "Show who has nobody");
      rm_accessible_set_label (widgets[i], "Show who was not asked");
      expect_label (widgets[i], "Show who was not asked");
      g_assert_finalize_object (widgets[i]);
    }
}

static void
test_keep (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (
    "<interface>"
    "  <object class='GtkButton' id='button'>"
    "    <property name='label'>_Open…</property>"
    "    <property name='use-underline'>True</property>"
    "    <accessibility><property name='label'>Open</property></accessibility>"
    "  </object>"
    "</interface>", -1);
  GtkWidget *button = GTK_WIDGET (gtk_builder_get_object (builder, "button"));

  rm_accessible_keep_label (button);
  expect_label (button, "Open");
}

/* Whatever is chosen. */
static void
test_drop_down (void)
{
  GtkWidget *drop_down = g_object_ref_sink (new_drop_down ());

  rm_accessible_set_label (drop_down, "Show by part");
  rm_drop_down_speak (drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  expect_label (drop_down, "Show by part");
  g_assert_finalize_object (drop_down);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/accessible/set", test_set);
  g_test_add_func ("/ui/accessible/keep", test_keep);
  g_test_add_func ("/ui/accessible/drop-down", test_drop_down);
  return g_test_run ();
}
