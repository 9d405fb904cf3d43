/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-page.h"
#include "ui/overview/rm-overview-page.h"
#include "ui/pairing/rm-pairing-page.h"
#include "ui/people/rm-people-page.h"
#include "ui/rm-window.h"
#include "ui/welcome/rm-welcome-page.h"

/* Everything fits a window that is 360 pixels wide. */

#define NARROWEST 360

static void
expect_narrow (GtkWidget *widget,
               const char *name)
{
  int minimum = 0;

  g_object_ref_sink (widget);
  /* Some lay themselves out anew once they know how little room there is. */
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (widget, MAX (minimum, NARROWEST), 700, -1, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_test_message ("%s needs %d pixels", name, minimum);
  g_assert_cmpint (minimum, <=, NARROWEST);
  g_object_unref (widget);
}

static void
test_pages (void)
{
  expect_narrow (g_object_new (RM_TYPE_WELCOME_PAGE, NULL), "welcome");
  expect_narrow (g_object_new (RM_TYPE_OVERVIEW_PAGE, NULL), "overview");
  expect_narrow (g_object_new (RM_TYPE_PEOPLE_PAGE, NULL), "people");
  expect_narrow (g_object_new (RM_TYPE_GAPS_PAGE, NULL), "gaps");
  expect_narrow (g_object_new (RM_TYPE_PAIRING_PAGE, NULL), "pairing");
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
  int minimum = 0;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  sample = g_file_new_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "data", "samples",
                                      "sample.mentoring", NULL);
  path = g_build_filename (g_get_user_data_dir (), "narrow.mentoring", NULL);
  copy = g_file_new_for_path (path);
  g_file_copy (sample, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  window = rm_window_new (application);
  rm_window_open_file (window, copy, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), NARROWEST, 700);
  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < 400; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_test_message ("the window needs %d pixels", minimum);
  g_assert_cmpint (minimum, <=, NARROWEST);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/narrow/pages", test_pages);
  g_test_add_func ("/ui/narrow/window", test_window);
  return g_test_run ();
}
