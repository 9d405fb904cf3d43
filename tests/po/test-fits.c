/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-application.h"
#include "ui/shell/rm-pages.h"
#include "ui/shell/rm-window.h"
#include "ui/welcome/rm-welcome-page.h"

#include <glib/gi18n.h>
#include <locale.h>

/* Everything fits a window 360 pixels wide in the current language too. */

#define NARROWEST 360

static int
measure_width (GtkWidget *widget)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Names the widgets that are wide, from the outermost to the one that is to blame. */
static void
blame (GtkWidget *widget,
       int depth)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  g_test_message ("%*s%s %s: %d %s", depth, "", G_OBJECT_TYPE_NAME (widget),
                  gtk_widget_get_name (widget), measure_width (widget), text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && measure_width (child) > NARROWEST / 3)
      blame (child, depth + 1);
}

static void
expect_narrow (GtkWidget *widget,
               const char *name)
{
  int minimum = measure_width (widget);

  g_test_message ("%s needs %d pixels", name, minimum);
  if (minimum > NARROWEST)
    {
      blame (widget, 0);
      g_test_fail_printf ("%s needs %d pixels", name, minimum);
    }
}

static void
wait_for_layout (void)
{
  for (int i = 0; i < 400; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static void
test_translated (void)
{
  /* A test that sees plain English would find that all fits. */
  g_assert_cmpstr (_ ("Skill gaps"), !=, "Skill gaps");
}

static void
expect_narrow_page (GtkWidget *page,
                    const char *name)
{
  g_object_ref_sink (page);
  /* Some lay themselves out anew once they know how little room there is. */
  gtk_widget_allocate (page, MAX (measure_width (page), NARROWEST), 700, -1, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  expect_narrow (page, name);
  g_object_unref (page);
}

static void
test_pages (void)
{
  expect_narrow_page (g_object_new (RM_TYPE_WELCOME_PAGE, NULL), "welcome");
  for (guint i = 0; i < rm_pages_count (); i++)
    expect_narrow_page (GTK_WIDGET (rm_pages_new_page (i)), rm_pages_get_name (i));
}

static void
test_window (void)
{
  g_autoptr (RmApplication) application = rm_application_new ();
  g_autoptr (GFile) sample = NULL;
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  RmWindow *window = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  sample = g_file_new_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "data", "samples",
                                      "sample.mentoring", NULL);
  path = g_build_filename (g_get_user_data_dir (), "fits.mentoring", NULL);
  copy = g_file_new_for_path (path);
  g_file_copy (sample, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  window = rm_application_new_window (application);
  rm_window_open_file (window, copy, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), NARROWEST, 700);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_layout ();
  for (guint i = 0; i < rm_pages_count (); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", rm_pages_get_name (i));
      wait_for_layout ();
      /* Not the window: X11 without a compositor adds a border by which to resize it. */
      expect_narrow (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)),
                     rm_pages_get_name (i));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("RM_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/po/fits/translated", test_translated);
  g_test_add_func ("/po/fits/pages", test_pages);
  g_test_add_func ("/po/fits/window", test_window);
  return g_test_run ();
}
