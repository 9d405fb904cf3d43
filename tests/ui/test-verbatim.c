/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-window-private.h"

#include "app/commands/rm-commands-groups.h"
#include "app/commands/rm-commands-records.h"
#include "app/commands/rm-commands-roles.h"
#include "app/files/rm-import.h"
#include "ui-fixture.h"
#include "ui/importing/rm-import-dialog.h"
#include "ui/shell/rm-application.h"
#include "ui/shell/rm-history-window.h"
#include "ui/shell/rm-pages.h"
#include "ui/widgets/rm-parts.h"

#include <string.h>

/* Text by people is shown verbatim: no "&" or "<" of a name or a file is read as markup (a warning,
 * which ends the test), and none is shown as its markup entity. */

#define NAME "R&D <b>x"

static RmApplication *application;

static void
assert_verbatim (GtkWidget *widget)
{
  g_autofree char *shown = ui_tell (widget);

  if (strstr (shown, NAME) == NULL || strstr (shown, "&amp;") != NULL
      || strstr (shown, "&lt;") != NULL)
    g_error ("%s: not shown verbatim:\n%s", G_OBJECT_TYPE_NAME (widget), shown);
}

static RmWindow *
open_new (const char *name)
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

static void
import (RmSession *session,
        RmImportKind kind,
        const char *text)
{
  g_autoptr (GFile) file = ui_write_table (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (RmImportBatch) batch = rm_import_batch_new (session, NULL, NULL, &error);
  g_autoptr (RmImport) read = rm_import_batch_load (batch, file, NULL, NULL, NULL, &error);
  g_autoptr (RmImportPlan) plan = rm_import_new_plan (read, kind);

  rm_import_batch_add (batch, kind, rm_import_plan_evaluate (plan, NULL, NULL, &error));
  rm_import_batch_apply (batch, FALSE, &error);
  g_assert_no_error (error);
}

/* Each kind of name there is, of this kind. */
static void
fill (RmSession *session)
{
  g_autoptr (GError) error = NULL;

  import (session, RM_IMPORT_PEOPLE,
          "Personnel number;Name;Role;Level;Department;Job title;Willing;Committed\n"
          "1;" NAME " A;mentee;9;" NAME ";" NAME ";yes;yes\n"
          "2;" NAME " B;mentee;8;" NAME ";" NAME ";yes;yes\n"
          "3;" NAME " C;mentor;2;" NAME ";" NAME ";yes;\n");
  import (session, RM_IMPORT_RATINGS,
          "Personnel number;Skill;Category;Level;Target\n"
          "1;" NAME ";" NAME ";0;4\n3;" NAME ";" NAME ";5;\n");
  ui_propose (session);
  rm_command_add_named (session, RM_TABLE_COHORT, NAME, NULL, &error);
  g_assert_no_error (error);
  rm_command_add_named (session, RM_TABLE_ROLE_PROFILE, NAME, NULL, &error);
  g_assert_no_error (error);
  rm_command_add_named (session, RM_TABLE_CONSENT_PURPOSE, NAME, NULL, &error);
  g_assert_no_error (error);
}

/* The window that came up over @window shows it, and goes. */
static void
assert_over (RmWindow *window)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint k = 0; k < g_list_model_get_n_items (all); k++)
    {
      g_autoptr (GtkWindow) over = g_list_model_get_item (all, k);

      if (gtk_window_get_transient_for (over) != GTK_WINDOW (window)
          || !gtk_widget_get_visible (GTK_WIDGET (over)))
        continue;
      assert_verbatim (GTK_WIDGET (over));
      gtk_window_destroy (over);
      return;
    }
  g_assert_not_reached ();
}

static void
test_pages (void)
{
  RmWindow *window = open_new (NAME ".mentoring");
  GtkWidget *history = NULL;
  gint64 first = 0;
  gint64 skill = 0;

  fill (window->session);
  first = rm_programme_get_person (rm_session_get_programme (window->session), 0)->record.id;
  skill = rm_programme_get_skill (rm_session_get_programme (window->session), 0)->record.id;
  for (guint k = 0; k < rm_pages_count (); k++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", rm_pages_get_name (k));
      ui_settle (GTK_WIDGET (window));
      assert_verbatim (GTK_WIDGET (window));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x", first);
  ui_settle (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-skill", "x", skill);
  ui_settle (GTK_WIDGET (window));
  assert_verbatim (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast-undo", "s", "Did " NAME);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", "Told " NAME);
  ui_settle (GTK_WIDGET (window));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.settings", NULL);
  assert_over (window);
  ui_allow_question (TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-error", "(ss)", NAME, NAME);
  assert_over (window);
  ui_allow_question (FALSE);

  history = rm_history_window_new (window->session);
  gtk_window_present (GTK_WINDOW (history));
  assert_verbatim (history);
  gtk_window_destroy (GTK_WINDOW (history));
  close_window (window);
}

/* The reason why a file cannot be read, with its name. */
static void
test_failure (void)
{
  g_autoptr (RmSession) session = ui_new_session ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "R&D <b>x.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog = rm_import_dialog_new (session, file);
  GtkWidget *status = NULL;

  g_object_ref_sink (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  ui_wait_until ((status = ui_find (dialog, ADW_TYPE_STATUS_PAGE, 0)) != NULL
                 && gtk_widget_get_mapped (status));
  assert_verbatim (status);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
}

/* What the helpers are for, with nothing around. */
static void
test_parts (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = rm_parts_new_row (ADW_TYPE_ACTION_ROW, NAME, NAME);
  GtkWidget *expander = rm_parts_new_row (ADW_TYPE_EXPANDER_ROW, NAME, NAME);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *all[] = { row, expander, group, page };

  rm_parts_set_description (group, NAME);
  rm_parts_set_description (page, NAME);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), page);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  for (gsize k = 0; k < G_N_ELEMENTS (all); k++)
    assert_verbatim (all[k]);
  rm_parts_set_description (group, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
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
  g_test_add_func ("/ui/verbatim/parts", test_parts);
  g_test_add_func ("/ui/verbatim/failure", test_failure);
  g_test_add_func ("/ui/verbatim/pages", test_pages);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
