/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-window-private.h"

#include "ui/importing/rm-import-dialog.h"
#include "ui/shell/rm-application.h"
#include "ui/skills/rm-skill-picker.h"
#include "ui-fixture.h"

#include <string.h>

/* Cells pasted into a window, and files dropped on it, up to the undo step. */

static RmApplication *application;

static RmWindow *
open_window (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  RmWindow *window = rm_application_new_window (application);

  gtk_window_present (GTK_WINDOW (window));
  rm_window_open_file (window, file, TRUE);
  ui_wait_until (window->session != NULL && rm_session_is_editable (window->session));
  return window;
}

static void
close_window (RmWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait_until (window == NULL);
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

static GtkWidget *
find_button (GtkWidget *in,
             const char *label)
{
  GtkWidget *button = NULL;

  for (guint skip = 0; (button = ui_find (in, GTK_TYPE_BUTTON, skip)) != NULL; skip++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;

  return NULL;
}

static gboolean
says (GtkWidget *in,
      const char *text)
{
  g_autofree char *all = ui_tell (in);

  return strstr (all, text) != NULL;
}

static void
copy (RmWindow *window,
      const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
}

/* As Ctrl+V does where no field of text takes it. */
static gboolean
press (RmWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          g_autofree char *keys
            = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (keys, "<Control>v")
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                               GTK_WIDGET (window), NULL))
            return TRUE;
        }
    }

  return FALSE;
}

static void
drop (RmWindow *window,
      GFile *first,
      GFile *second)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = g_slist_append (NULL, first);
  gboolean done = FALSE;

  if (second != NULL)
    files = g_slist_append (files, second);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &done);
    }
  g_assert_true (done == (second == NULL));
  g_slist_free (files);
}

static guint
count (RmWindow *window,
       RmTable table)
{
  return rm_programme_count (rm_session_get_programme (window->session), table);
}

static void
import_shown (RmWindow *window,
              guint n)
{
  GtkWidget *dialog = NULL;
  GtkWidget *button = NULL;

  ui_wait_until ((dialog = find_window (RM_TYPE_IMPORT_DIALOG)) != NULL);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == GTK_WINDOW (window));
  button = find_button (dialog, "_Import");
  g_assert_nonnull (button);
  ui_wait_until (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_wait_until (count (window, RM_TABLE_PERSON) == n);
  ui_wait_until (find_window (RM_TYPE_IMPORT_DIALOG) == NULL);
}

static void
test_cells (void)
{
  RmWindow *window = open_window ("cells.mentoring");
  GtkWidget *dialog = NULL;

  rm_window_show_page (window, "people");
  copy (window, "Staff number\tName\n1\tWinter, Ada\n2\t\"Bo\n\"\n");
  g_assert_true (press (window));
  ui_wait_until ((dialog = find_window (RM_TYPE_IMPORT_DIALOG)) != NULL);
  ui_wait_until (says (dialog, "2 rows, clipboard, tabs"));
  g_assert_true (says (dialog, "Clipboard"));
  import_shown (window, 2);
  g_assert_cmpstr (rm_session_get_undo_label (window->session), ==, "Import 2 people");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_wait_until (count (window, RM_TABLE_PERSON) == 0);
  close_window (window);
}

static void
expect_told (const char *file,
             const char *page,
             const char *text)
{
  RmWindow *window = open_window (file);

  rm_window_show_page (window, page);
  copy (window, "one word\n");
  g_assert_true (press (window));
  ui_wait_until (says (GTK_WIDGET (window), text));
  g_assert_null (find_window (RM_TYPE_IMPORT_DIALOG));
  g_assert_null (find_window (RM_TYPE_SKILL_PICKER));
  /* Elsewhere the key does nothing. */
  rm_window_show_page (window, "pairing");
  g_assert_false (press (window));
  close_window (window);
}

static void
test_other_text (void)
{
  expect_told ("other.mentoring", "people", "What can be pasted here: cells");
  expect_told ("others.mentoring", "skills", "What can be pasted here: lines");
}

static void
test_in_text (void)
{
  RmWindow *window = open_window ("text.mentoring");

  rm_window_show_page (window, "people");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-person", NULL);
  ui_wait_until (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  copy (window, "a\tb\n1\t2\n");
  g_assert_false (press (window));
  close_window (window);
}

static void
test_skills (void)
{
  RmWindow *window = open_window ("skills.mentoring");
  GtkWidget *picker = NULL;

  rm_window_show_page (window, "skills");
  copy (window, "Skill\nKnitting, by hand\nTikTok\n");
  g_assert_true (press (window));
  ui_wait_until ((picker = find_window (RM_TYPE_SKILL_PICKER)) != NULL);
  ui_wait_until (says (picker, "0 of 2 skills chosen"));
  g_assert_true (says (picker, "Clipboard"));
  gtk_window_close (GTK_WINDOW (picker));
  ui_wait_until (find_window (RM_TYPE_SKILL_PICKER) == NULL);
  close_window (window);
}

static void
copy_file (RmWindow *window,
           GFile *file)
{
  GSList files = { file, NULL };

  gdk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (window)), GDK_TYPE_FILE_LIST, &files);
}

static void
test_files (void)
{
  RmWindow *window = open_window ("files.mentoring");
  g_autoptr (GFile) file = ui_write_table ("Staff number,Name\n1,Ada\n");

  rm_window_show_page (window, "people");
  copy_file (window, file);
  g_assert_true (press (window));
  import_shown (window, 1);
  drop (window, file, file);
  ui_wait_until (says (GTK_WIDGET (window), "One file at a time"));
  g_assert_null (find_window (RM_TYPE_IMPORT_DIALOG));

  rm_window_show_page (window, "pairing");
  drop (window, file, NULL);
  ui_wait_until (find_window (RM_TYPE_IMPORT_DIALOG) != NULL);
  gtk_window_close (GTK_WINDOW (find_window (RM_TYPE_IMPORT_DIALOG)));
  ui_wait_until (find_window (RM_TYPE_IMPORT_DIALOG) == NULL);
  close_window (window);
}

static void
note_file_cb (RmWindow *window,
              GFile *file,
              gboolean create,
              char **name)
{
  g_free (*name);
  *name = g_file_get_basename (file);
}

static void
test_programmes (void)
{
  RmWindow *window = rm_application_new_window (application);
  g_autoptr (GFile) table = ui_write_table ("Name\nAda\n");
  g_autoptr (GFile) sample = ui_copy_sample ("Dropped.Mentoring");
  g_autofree char *name = NULL;

  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (window, "file-chosen", G_CALLBACK (note_file_cb), &name);
  drop (window, table, NULL);
  ui_wait_until (says (GTK_WIDGET (window), "once a programme is open"));
  g_assert_null (name);
  g_assert_false (press (window));
  drop (window, sample, NULL);
  g_assert_cmpstr (name, ==, "Dropped.Mentoring");
  ui_wait_until (window->session != NULL && rm_session_is_editable (window->session));
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  int status = 0;

  gtk_test_init (&argc, &argv, NULL);
  application = rm_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/ui/paste/cells", test_cells);
  g_test_add_func ("/ui/paste/other-text", test_other_text);
  g_test_add_func ("/ui/paste/in-text", test_in_text);
  g_test_add_func ("/ui/paste/skills", test_skills);
  g_test_add_func ("/ui/paste/files", test_files);
  g_test_add_func ("/ui/paste/programmes", test_programmes);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
