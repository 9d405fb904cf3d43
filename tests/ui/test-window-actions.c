/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-window-private.h"

#include "app/commands/rm-commands-many.h"
#include "core/model/rm-person.h"
#include "store/rm-db.h"
#include "ui-fixture.h"
#include "ui/shell/rm-application.h"
#include "ui/shell/rm-history-window.h"

#include <string.h>

/* The actions of a window: nothing to undo on the welcome page, then each edit, by name. */

static RmApplication *application;

static void
expect_undo (RmWindow *window,
             const char *undo,
             const char *redo)
{
  g_assert_cmpstr (gtk_widget_get_tooltip_text (window->undo_button), ==, undo);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (window->redo_button), ==, redo);
  gtk_test_accessible_assert_property (window->undo_button, GTK_ACCESSIBLE_PROPERTY_LABEL, undo);
  g_assert_cmpint (gtk_widget_is_sensitive (window->undo_button), ==, !g_str_equal (undo, "Undo"));
  g_assert_cmpint (gtk_widget_is_sensitive (window->redo_button), ==, !g_str_equal (redo, "Redo"));
}

static RmWindow *
open_file (GFile *file,
           gboolean is_new)
{
  RmWindow *window = rm_application_new_window (application);

  gtk_window_present (GTK_WINDOW (window));
  rm_window_open_file (window, file, is_new);
  ui_wait_until (window->session != NULL && rm_session_is_editable (window->session));
  return window;
}

static RmWindow *
open_new (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return open_file (file, TRUE);
}

static void
close_window (RmWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait_until (window == NULL);
}

static void
test_welcome (void)
{
  RmWindow *window = rm_application_new_window (application);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->states), ==, "welcome");
  expect_undo (window, "Undo", "Redo");
  close_window (window);
}

static void
test_undo_labels (void)
{
  RmWindow *window = open_new ("undo.mentoring");
  GtkWidget *widget = GTK_WIDGET (window);

  g_assert_false (gtk_spinner_get_spinning (window->opening_spinner));
  expect_undo (window, "Undo", "Redo");
  gtk_widget_activate_action (widget, "win.add-person", NULL);
  expect_undo (window, "Undo “Add New person”", "Redo");
  gtk_widget_activate_action (widget, "win.undo", NULL);
  expect_undo (window, "Undo", "Redo “Add New person”");
  gtk_widget_activate_action (widget, "win.redo", NULL);
  expect_undo (window, "Undo “Add New person”", "Redo");
  close_window (window);
}

/* Each edit is a row, the newest first. */
static void
test_history (void)
{
  RmWindow *window = open_new ("history.mentoring");
  GtkWidget *history = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-person", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  history = rm_history_window_new (window->session);
  g_assert_cmpstr (adw_preferences_row_get_title (
                     ADW_PREFERENCES_ROW (ui_find (history, ADW_TYPE_ACTION_ROW, 0))),
                   ==, "Undone: Add New person");
  g_assert_cmpstr (adw_preferences_row_get_title (
                     ADW_PREFERENCES_ROW (ui_find (history, ADW_TYPE_ACTION_ROW, 1))),
                   ==, "Add New person");
  gtk_window_destroy (GTK_WINDOW (history));
  close_window (window);
}

static void
dismissed_cb (guint *n)
{
  (*n)++;
}

/* What a toast takes back is what it says: an older one does not stay, to take back something else. */
static void
test_toasts (void)
{
  RmWindow *window = open_new ("toasts.mentoring");
  AdwToast *first = NULL;
  guint n = 0;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast-undo", "s", "One was done");
  first = window->undo_toast;
  g_assert_cmpstr (adw_toast_get_action_name (first), ==, "win.undo");
  g_signal_connect_swapped (first, "dismissed", G_CALLBACK (dismissed_cb), &n);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", "Something is so");
  g_assert_cmpuint (n, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast-undo", "s", "Two was done");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (adw_toast_get_title (window->undo_toast), ==, "Two was done");
  close_window (window);
}

static void
test_pages (void)
{
  static const char *const pages[] = { "people", "gaps", "pairing", "overview" };
  RmWindow *window = open_new ("pages.mentoring");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->states), ==, "main");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *child = gtk_stack_get_child_by_name (window->pages, pages[i]);

      gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", pages[i]);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, pages[i]);
      gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
    }
  close_window (window);
}

/* Escape closes a search without the button: it is out then, and the shortcut opens it again. */
static void
test_search (void)
{
  static const char *const pages[] = { "people", "skills", "pairing" };
  g_autoptr (GFile) file = ui_copy_sample ("search.mentoring");
  RmWindow *window = open_file (file, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *bar = NULL;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", pages[i]);
      bar = ui_find (gtk_stack_get_visible_child (window->pages), GTK_TYPE_SEARCH_BAR, 0);
      for (guint k = 0; k < 2; k++)
        {
          gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
          g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
          gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), FALSE);
          g_assert_false (gtk_toggle_button_get_active (window->search_button));
        }
    }
  close_window (window);
}

static gboolean
shows_text (GtkWidget *widget,
            const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;

  return FALSE;
}

/* Somebody far down the list is scrolled to, from another page and before that one was ever seen. */
static void
test_show_person (void)
{
  g_autoptr (GFile) file = ui_copy_sample ("far.mentoring");
  RmWindow *window = open_file (file, FALSE);
  RmProgramme *programme = rm_session_get_programme (window->session);
  const RmPerson *last = NULL;
  GtkWidget *view = NULL;

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      if (last == NULL
          || g_utf8_collate (rm_person_display_name (person), rm_person_display_name (last)) > 0)
        last = person;
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x", last->record.id);
  view = ui_find (gtk_stack_get_visible_child (window->pages), GTK_TYPE_COLUMN_VIEW, 0);
  ui_wait_until (gtk_adjustment_get_value (
                   gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)))
                 > 0);
  ui_settle (GTK_WIDGET (window));
  g_assert_true (shows_text (view, rm_person_display_name (last)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), view));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-person", NULL);
  for (guint k = 0; k < 20; k++)
    ui_settle (GTK_WIDGET (window));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  close_window (window);
}

/* A window that is closed while a worker writes waits for it, and for what it wrote to be saved. */
static void
test_close_while_working (void)
{
  g_autoptr (GFile) file = ui_copy_sample ("closed.mentoring");
  RmWindow *window = open_file (file, FALSE);
  RmProgramme *programme = rm_session_get_programme (window->session);
  const RmField *field = rm_entity_find_field (rm_person_entity (), "site");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = rm_programme_count (programme, RM_TABLE_PERSON);

  for (guint i = 0; i < n; i++)
    g_array_append_val (ids, rm_programme_get_person (programme, i)->record.id);
  rm_command_set_field_of_many_async (window->session, (const gint64 *) (gpointer) ids->data, n,
                                      field, "Annexe", NULL, NULL);
  g_assert_true (rm_session_is_working (window->session));
  g_assert_cmpstr (gtk_label_get_label (window->save_label), ==, "Working…");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_nonnull (window);
  ui_wait_until (window == NULL);

  window = open_file (file, FALSE);
  g_assert_false (rm_document_is_recovered (rm_session_get_document (window->session)));
  programme = rm_session_get_programme (window->session);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (rm_programme_get_person (programme, i)->site, ==, "Annexe");
  close_window (window);
}

static gboolean
insert_person (RmStore *store,
               gpointer data,
               GError **error)
{
  RmPerson *person = rm_person_new ();
  gboolean ok = FALSE;

  person->name = g_strdup ("Ana");
  ok = rm_store_insert (store, person, error);
  rm_record_unref (person);
  return ok;
}

/* The working copy of @file: other tests leave some, too. */
static char *
find_working (GFile *file)
{
  g_autofree char *state_dir = rm_document_get_state_dir ();
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GDir) dir = g_dir_open (state_dir, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *info = g_build_filename (state_dir, name, "info", NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (info, &text, NULL, NULL) && strstr (text, uri) != NULL)
        return g_build_filename (state_dir, name, "working.mentoring", NULL);
    }
  g_assert_not_reached ();
}

/* Changes that were never saved, and that are not sound. */
static void
leave_unsound (GFile *file)
{
  g_autofree char *state_dir = rm_document_get_state_dir ();
  RmDocument *document = rm_document_create (file, state_dir, NULL);
  g_autofree char *working = NULL;
  RmDb *db = NULL;

  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  g_assert_true (rm_store_edit (rm_document_get_store (document), "Add", RM_EDIT_NONE, insert_person,
                                NULL, NULL, NULL));
  rm_document_close (document);
  working = find_working (file);
  db = rm_db_open (working, FALSE, NULL);
  g_assert_true (rm_db_exec (db, "PRAGMA foreign_keys = OFF", "spoil it", NULL));
  g_assert_true (rm_db_exec (db, "UPDATE person SET manager = 4711", "spoil it", NULL));
  rm_db_close (db);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      /* Borrowed: the toolkit holds it. */
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }

  return NULL;
}

/* What was not saved is damaged, the file is not: one can get there again. */
static void
test_unsound_changes (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "unsound.mentoring", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  RmWindow *window = NULL;
  GtkWidget *dialog = NULL;

  leave_unsound (file);
  window = rm_application_new_window (application);
  gtk_window_present (GTK_WINDOW (window));
  ui_allow_question (TRUE);
  rm_window_open_file (window, file, FALSE);
  ui_wait_until ((dialog = find_dialog ()) != NULL);
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "drop"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "drop");
  ui_allow_question (FALSE);
  ui_wait_until (window->session != NULL && rm_session_is_editable (window->session));
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (window->session), RM_TABLE_PERSON),
                    ==, 0);
  close_window (window);
}

/* A dialog that is still held when its window has gone, by a job or by the button that was pressed in it,
 * ends without asking for the window. */
static void
test_outlived_by_dialog (void)
{
  RmWindow *window = rm_application_new_window (application);
  GtkWidget *dialog = NULL;
  GtkWidget *question = NULL;

  gtk_window_present (GTK_WINDOW (window));
  dialog = g_object_ref_sink (g_object_new (ADW_TYPE_WINDOW, "transient-for", window,
                                            "destroy-with-parent", TRUE, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
  question = g_object_ref_sink (g_object_new (ADW_TYPE_WINDOW, "transient-for", dialog,
                                              "destroy-with-parent", TRUE, NULL));
  gtk_window_present (GTK_WINDOW (question));
  close_window (window);
  g_assert_finalize_object (dialog);
  g_assert_finalize_object (question);
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
  g_test_add_func ("/ui/window-actions/welcome", test_welcome);
  g_test_add_func ("/ui/window-actions/undo-labels", test_undo_labels);
  g_test_add_func ("/ui/window-actions/pages", test_pages);
  g_test_add_func ("/ui/window-actions/history", test_history);
  g_test_add_func ("/ui/window-actions/toasts", test_toasts);
  g_test_add_func ("/ui/window-actions/close-while-working", test_close_while_working);
  g_test_add_func ("/ui/window-actions/unsound-changes", test_unsound_changes);
  g_test_add_func ("/ui/window-actions/outlived-by-dialog", test_outlived_by_dialog);
  g_test_add_func ("/ui/window-actions/search", test_search);
  g_test_add_func ("/ui/window-actions/show-person", test_show_person);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
