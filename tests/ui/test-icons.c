/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

/* Every icon named anywhere in the windows is drawn: themes drop icons as they change, and a
 * missing one shows as a broken picture. */

/* How many icons are named in a file; each has to be there. */
static guint
check_file (GtkIconTheme *theme,
            const char *path)
{
  g_autoptr (GRegex) names = g_regex_new ("[\">]([a-z][a-z0-9-]*-symbolic)[\"<]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (g_regex_match (names, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      if (!gtk_icon_theme_has_icon (theme, name))
        g_error ("%s: there is no icon %s", path, name);
      n++;
    }

  return n;
}

static guint
check_folder (GtkIconTheme *theme,
              const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        n += check_folder (theme, inner);
      else if (g_str_has_suffix (name, ".c") || g_str_has_suffix (name, ".ui"))
        n += check_file (theme, inner);
    }

  return n;
}

static void
test_all_there (gconstpointer folder)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", folder, NULL);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  /* as the application does by itself */
  gtk_icon_theme_add_resource_path (theme, "/org/example/ReverseMentor/icons");
  g_assert_cmpuint (check_folder (theme, path), >, 10);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_data_func ("/ui/icons/code", "src/ui", test_all_there);
  g_test_add_data_func ("/ui/icons/templates", "resources/ui", test_all_there);
  return g_test_run ();
}
