/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"
#include "ui/widgets/rm-banner.h"

/* The bar across the top: its text, its buttons, and its accessibility. */

static GtkWidget *
nth (RmBanner *banner,
     GType type,
     guint n)
{
  return ui_find (GTK_WIDGET (banner), type, n);
}

static void
test_banner (void)
{
  RmBanner *banner = g_object_ref_sink (g_object_new (RM_TYPE_BANNER, NULL));
  GtkRevealer *revealer = GTK_REVEALER (nth (banner, GTK_TYPE_REVEALER, 0));
  GtkWidget *label = nth (banner, GTK_TYPE_LABEL, 0);
  GtkWidget *first = nth (banner, GTK_TYPE_BUTTON, 0);
  GtkWidget *second = nth (banner, GTK_TYPE_BUTTON, 1);
  GtkWidget *body = gtk_revealer_get_child (revealer);

  gtk_test_accessible_assert_role (banner, GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  gtk_test_accessible_assert_state (body, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);

  rm_banner_show (banner, "Something lasts", "Try again", "win.save", NULL, NULL);
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Something lasts");
  gtk_test_accessible_assert_property (banner, GTK_ACCESSIBLE_PROPERTY_LABEL, "Something lasts");
  gtk_test_accessible_assert_state (body, GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  g_assert_true (gtk_widget_get_visible (first));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (first)), ==, "Try again");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (first)), ==, "win.save");
  g_assert_false (gtk_widget_get_visible (second));

  rm_banner_show (banner, "Something else", NULL, NULL, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (first));

  rm_banner_hide (banner);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  gtk_test_accessible_assert_state (body, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  g_assert_finalize_object (banner);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/banner/all", test_banner);
  return g_test_run ();
}
