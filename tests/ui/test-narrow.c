/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands.h"
#include "ui/gaps/rm-gap-pair-window.h"
#include "ui/gaps/rm-gap-table-window.h"
#include "ui/gaps/rm-gaps-page.h"
#include "ui/importing/rm-import-dialog.h"
#include "ui/overview/rm-overview-page.h"
#include "ui/pairing/rm-comparison-window.h"
#include "ui/pairing/rm-pairing-page.h"
#include "ui/people/rm-merge-window.h"
#include "ui/people/rm-people-page.h"
#include "ui/people/rm-rating-sheet.h"
#include "ui/settings/rm-settings-window.h"
#include "ui/shell/rm-application.h"
#include "ui/shell/rm-history-window.h"
#include "ui/shell/rm-pages.h"
#include "ui/shell/rm-window.h"
#include "ui/skills/rm-skill-picker.h"
#include "ui/skills/rm-skills-page.h"
#include "ui/welcome/rm-welcome-page.h"

#include "ui-fixture.h"

/* Everything fits a window 360 pixels wide. */

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
  expect_narrow (g_object_new (RM_TYPE_SKILLS_PAGE, NULL), "skills");
  expect_narrow (g_object_new (RM_TYPE_GAPS_PAGE, NULL), "gaps");
  expect_narrow (g_object_new (RM_TYPE_PAIRING_PAGE, NULL), "pairing");
}

/* Says which widgets it is that need so much. */
static void
explain_width (GtkWidget *widget,
               int depth)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum <= NARROWEST)
    return;
  g_test_message ("%*s%s needs %d pixels", depth, "", G_OBJECT_TYPE_NAME (widget), minimum);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      explain_width (child, depth + 1);
}

static void
expect_narrow_window (gpointer window,
                      const char *page)
{
  /* Without the border that windows have where nothing composes shadows, as in tests. */
  GtkWidget *content = gtk_widget_get_first_child (window);
  int minimum = 0;

  ui_settle (window);
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_test_message ("with the page %s the window needs %d pixels", page, minimum);
  explain_width (content, 0);
  g_assert_cmpint (minimum, <=, NARROWEST);
}

static RmWindow *
open_sample (RmApplication *application,
             int width)
{
  g_autoptr (GFile) copy = ui_copy_sample ("narrow.mentoring");
  RmWindow *window = NULL;

  window = rm_application_new_window (application);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  gtk_window_present (GTK_WINDOW (window));
  rm_window_open_file (window, copy, FALSE);
  ui_wait_until (!g_str_equal (gtk_window_get_title (GTK_WINDOW (window)), "Reverse Mentor"));
  return window;
}

/** A width of the window, and the application. */
typedef struct
{
  int width;
  RmApplication *application;
} WindowCase;

static void
test_window (gconstpointer data)
{
  const WindowCase *test = data;
  RmWindow *window = open_sample (test->application, test->width);
  guint n = rm_pages_count ();

  /* All of them, and the first again. */
  for (guint i = 0; i <= n; i++)
    {
      const char *name = rm_pages_get_name (i % n);

      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", name);
      /* What has room may take it while it is shown: only narrow windows must stay so. */
      if (test->width <= NARROWEST || i == n)
        expect_narrow_window (window, name);
      else
        ui_settle (GTK_WIDGET (window));
    }
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait_until (window == NULL);
}

static void
expect_narrow_dialog (GtkWidget *window,
                      const char *name)
{
  gtk_window_set_default_size (GTK_WINDOW (window), NARROWEST, 640);
  gtk_window_present (GTK_WINDOW (window));
  expect_narrow_window (window, name);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What stands over the window is no wider than it. */
static void
test_dialogs (void)
{
  RmSession *session = ui_open_own_sample ("dialogs");
  RmProgramme *programme = rm_session_get_programme (session);
  gint64 people[2] = { rm_programme_get_person (programme, 0)->record.id,
                       rm_programme_get_person (programme, 1)->record.id };
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  g_autoptr (RmGapSheet) sheet = rm_gap_sheet_new (scorer, RM_GAP_ROWS_DEPARTMENT,
                                                   RM_GAP_COLUMNS_SKILL, FALSE, FALSE, NULL, NULL,
                                                   NULL);
  g_autoptr (RmGapLayout) layout = rm_gap_layout_new ();
  g_autoptr (RmGapView) view = rm_gap_view_new (sheet, NULL, layout, NULL, NULL, NULL);
  g_autoptr (GFile) table = ui_write_table ("Name;Department\nAna;Research and development\n");
  RmGapBlock block = { .n_rows = 2, .n_columns = 2 };

  expect_narrow_dialog (rm_merge_window_new (session, people[0], people[1]), "merge");
  expect_narrow_dialog (rm_gap_pair_window_new (NULL, session, view, &block), "pair");
  expect_narrow_dialog (rm_gap_table_window_new (NULL, view), "as a list");
  expect_narrow_dialog (rm_skill_picker_new (session, NULL), "starter topics");
  expect_narrow_dialog (rm_rating_sheet_new (session, people, 2, people[0]), "rate");
  expect_narrow_dialog (rm_history_window_new (session), "history");
  expect_narrow_dialog (rm_settings_window_new (session), "settings");
  expect_narrow_dialog (rm_import_dialog_new (session, table), "import");
  wait_for_end (session);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (RmApplication) application = NULL;
  WindowCase cases[] = { { NARROWEST }, { 1100 } };

  gtk_test_init (&argc, &argv, NULL);
  application = rm_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  cases[0].application = application;
  cases[1].application = application;

  g_test_add_func ("/ui/narrow/pages", test_pages);
  g_test_add_data_func ("/ui/narrow/window", &cases[0], test_window);
  g_test_add_data_func ("/ui/narrow/window-that-was-wide", &cases[1], test_window);
  g_test_add_func ("/ui/narrow/dialogs", test_dialogs);
  return g_test_run ();
}
