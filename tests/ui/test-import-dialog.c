/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-dialog.h"

#include "app/commands/rm-commands-groups.h"
#include "ui/importing/rm-import-origin.h"
#include "ui-fixture.h"

#include <string.h>

/* Drives the dialog from the file to the undo step, by the widgets that people use. */

#define NARROWEST 360

/* The first descendant of @type for which @name is its label, title or text; any where it is
 * NULL. */
static GtkWidget *
find (GtkWidget *widget,
      GType type,
      const char *name)
{
  const char *own = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      if (GTK_IS_BUTTON (widget))
        own = gtk_button_get_label (GTK_BUTTON (widget));
      else if (ADW_IS_PREFERENCES_ROW (widget))
        own = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
      else if (GTK_IS_LABEL (widget))
        own = gtk_label_get_label (GTK_LABEL (widget));
      if (name == NULL || g_strcmp0 (own, name) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
wait_for (GtkWidget *widget,
          GType type,
          const char *name)
{
  for (int i = 0; i < 2000; i++)
    {
      GtkWidget *found = find (widget, type, name);

      if (found != NULL)
        return found;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }

  g_error ("“%s” did not appear", name);
}

static void
wait_until_sensitive (GtkWidget *widget)
{
  for (int i = 0; i < 2000 && !gtk_widget_is_sensitive (widget); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  g_assert_true (gtk_widget_is_sensitive (widget));
}

static GtkWidget *
open_dialog (RmSession *session,
             const char *text)
{
  g_autoptr (GFile) file = ui_write_table (text);
  GtkWidget *dialog = rm_import_dialog_new (session, file);

  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
close_dialog (GtkWidget *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  for (int i = 0; i < 2000 && dialog != NULL; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (dialog);
}

static void
test_import (void)
{
  g_autoptr (RmSession) session = ui_new_session ();
  GtkWidget *dialog = open_dialog (session, "staff_no;name;Level\n1;Zoë;9\n2;Bjørn;abc\n");
  GtkWidget *button = NULL;
  GtkWidget *row = NULL;
  int minimum = 0;

  wait_for (dialog, GTK_TYPE_LABEL, "2 new");
  button = find (dialog, GTK_TYPE_BUTTON, "_Import");
  wait_until_sensitive (button);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROWEST);

  /* The cell that cannot be read is corrected where it is listed. */
  row = find (dialog, ADW_TYPE_EXPANDER_ROW, "Line 3, Level");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (find (row, ADW_TYPE_ENTRY_ROW, NULL)), "8");
  g_signal_emit_by_name (find (row, ADW_TYPE_ENTRY_ROW, NULL), "apply");
  g_assert_false (gtk_widget_is_sensitive (button));
  wait_until_sensitive (button);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Corrected");

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (button, "clicked");
  for (int i = 0; i < 2000 && dialog != NULL; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  g_assert_null (dialog);
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (session), RM_TABLE_PERSON), ==,
                    2);
  g_assert_cmpstr (rm_session_get_undo_label (session), ==, "Import 2 people");
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (rm_programme_get_person (rm_session_get_programme (session), i)->level, >=,
                     8);
}

static void
test_skip_and_take_back (void)
{
  g_autoptr (RmSession) session = ui_new_session ();
  GtkWidget *dialog = open_dialog (session, "staff_no;name;Level\n1;Zoë;9\n2;Bjørn;abc\n");
  GtkWidget *row = NULL;
  GtkWidget *skip = NULL;

  row = wait_for (dialog, ADW_TYPE_EXPANDER_ROW, "Line 3, Level");
  /* The row's own switch comes before the one that leaves it out. */
  skip = find (find (row, ADW_TYPE_ACTION_ROW, "Leave this row out"), GTK_TYPE_SWITCH, NULL);
  gtk_switch_set_active (GTK_SWITCH (skip), TRUE);
  wait_for (dialog, GTK_TYPE_LABEL, "1 new · 1 row skipped");
  g_assert_true (find (dialog, ADW_TYPE_EXPANDER_ROW, "Line 3, Level") == row);
  gtk_switch_set_active (GTK_SWITCH (skip), FALSE);
  wait_for (dialog, GTK_TYPE_LABEL, "2 new");
  close_dialog (dialog);
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (session), RM_TABLE_PERSON), ==,
                    0);
}

static void
test_mapping (void)
{
  g_autoptr (RmSession) session = ui_new_session ();
  GtkWidget *dialog = open_dialog (session, "staff_no;Who;Shoe\n1;Zoë;42\n");
  GtkWidget *who = wait_for (dialog, ADW_TYPE_COMBO_ROW, "Who");
  GListModel *choices = adw_combo_row_get_model (ADW_COMBO_ROW (who));
  guint name = 0;

  wait_for (dialog, GTK_TYPE_LABEL, "1 new");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (who)), ==, 0);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GtkStringObject) choice = g_list_model_get_item (choices, i);

      if (g_str_equal (gtk_string_object_get_string (choice), "Name"))
        name = i;
    }
  g_assert_cmpuint (name, >, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (who), name);
  /* The preview shows the new column as soon as it is known what comes of it. */
  wait_for (dialog, GTK_TYPE_LABEL, "Zoë");

  /* As ratings this table lacks a skill: said where the counts stand, and nothing to press. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (dialog, GTK_TYPE_TOGGLE_BUTTON,
                                                         "Ratings")), TRUE);
  for (int i = 0; i < 200; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_false (gtk_widget_is_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Import")));
  close_dialog (dialog);
}

/* What the programme calls a level is no mistake. */
static void
test_own_levels (void)
{
  g_autoptr (RmSession) session = ui_new_session ();
  GtkWidget *dialog = NULL;

  rm_command_name_seniority (session, 9, "Partner", NULL);
  dialog = open_dialog (session, "staff_no;name;Level\n1;Zoë;PARTNER\n");
  wait_for (dialog, GTK_TYPE_LABEL, "1 new");
  wait_for (dialog, GTK_TYPE_LABEL, "9");
  g_assert_null (find (dialog, GTK_TYPE_LABEL, "⚠ PARTNER"));
  close_dialog (dialog);
}

/* What a date can mean is asked where it is open, and nowhere else; the answer holds for the file.
 * */
static void
test_dates (void)
{
  g_autoptr (RmSession) session = ui_new_session ();
  GtkWidget *clear = open_dialog (session, "staff_no;Name;Hire date\n1;Ada;31/12/2020\n");
  GtkWidget *dialog = NULL;
  GtkWidget *row = NULL;
  int minimum = 0;

  wait_for (clear, GTK_TYPE_LABEL, "1 new");
  g_assert_false (gtk_widget_get_visible (find (clear, ADW_TYPE_ACTION_ROW, "Order of dates")));
  close_dialog (clear);

  dialog = open_dialog (session, "staff_no;Name;Hire date\n1;Ada;03/04/2020\n2;Ben;05/06/2021\n");
  wait_for (dialog, GTK_TYPE_LABEL, "2 new");
  row = find (dialog, ADW_TYPE_ACTION_ROW, "Order of dates");
  g_assert_true (gtk_widget_get_visible (row));
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROWEST);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "“Hire date”"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (row, GTK_TYPE_BUTTON, "Month First")), TRUE);
  wait_until_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Import"));
  g_assert_true (gtk_widget_get_visible (row));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (find (dialog, GTK_TYPE_BUTTON, "_Import"), "clicked");
  ui_wait_until (dialog == NULL);
  for (guint i = 0; i < 2; i++)
    {
      const RmPerson *person = rm_programme_get_person (rm_session_get_programme (session), i);

      g_assert_cmpstr (person->joined, ==,
                       g_str_equal (person->name, "Ada") ? "2020-03-04" : "2021-05-06");
    }
}

/* What changes of those who are here is shown and can be declined; who is not in the file can be said
 * to have left. */
static void
test_effect (void)
{
  g_autoptr (RmSession) session = ui_new_session ();
  GtkWidget *dialog = open_dialog (session, "staff_no;Name;Site\n1;Ada;Bonn\n2;Ben;Lyon\n3;Cy;Lyon\n");
  GtkWidget *ada = NULL;
  GtkWidget *ben = NULL;
  GtkWidget *gone = NULL;

  wait_for (dialog, GTK_TYPE_LABEL, "3 new");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (find (dialog, GTK_TYPE_BUTTON, "_Import"), "clicked");
  ui_wait_until (dialog == NULL);

  dialog = open_dialog (session, "staff_no;Name;Site\n1;Ada;Cork\n2;Ben;Cork\n");
  wait_for (dialog, GTK_TYPE_LABEL, "2 changed");
  ada = find (dialog, ADW_TYPE_ACTION_ROW, "Ada");
  ben = find (dialog, ADW_TYPE_ACTION_ROW, "Ben");
  gone = find (dialog, ADW_TYPE_ACTION_ROW, "Cy");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (ada)), ==, "Site: Bonn → Cork");
  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (ben))),
                         FALSE);
  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (gone))),
                         TRUE);
  wait_for (dialog, GTK_TYPE_LABEL, "1 changed · 1 row skipped");
  g_assert_true (find (dialog, ADW_TYPE_ACTION_ROW, "Ben") == ben);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (find (dialog, GTK_TYPE_BUTTON, "_Import"), "clicked");
  ui_wait_until (dialog == NULL);
  for (guint i = 0; i < 3; i++)
    {
      const RmPerson *person = rm_programme_get_person (rm_session_get_programme (session), i);

      g_assert_cmpstr (person->site, ==, g_str_equal (person->name, "Ada") ? "Cork" : "Lyon");
      g_assert_cmpint (person->state, ==,
                       g_str_equal (person->name, "Cy") ? RM_PERSON_LEFT : RM_PERSON_ACTIVE);
    }
}

/* One value is one thing to correct, in however many rows it stands. */
static void
test_alike (void)
{
  g_autoptr (RmSession) session = ui_new_session ();
  GtkWidget *dialog = open_dialog (session, "staff_no;Name;Level\n1;Ada;big\n2;Ben;9\n3;Cy;big\n"
                                            "4;Di;big\n5;Ed;small\n");
  GtkWidget *row = NULL;
  GtkWidget *entry = NULL;

  wait_for (dialog, GTK_TYPE_LABEL, "5 new");
  g_assert_nonnull (find (dialog, ADW_TYPE_EXPANDER_ROW, "Line 6, Level"));
  g_assert_null (find (dialog, ADW_TYPE_EXPANDER_ROW, "Line 4, Level"));
  row = find (dialog, ADW_TYPE_EXPANDER_ROW, "Line 2, Level, and 2 more rows");
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  entry = find (row, ADW_TYPE_ENTRY_ROW, "Level");
  gtk_editable_set_text (GTK_EDITABLE (entry), "8");
  g_signal_emit_by_name (entry, "apply");
  wait_until_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Import"));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Corrected");

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (find (dialog, GTK_TYPE_BUTTON, "_Import"), "clicked");
  ui_wait_until (dialog == NULL);
  for (guint i = 0; i < 5; i++)
    {
      const RmPerson *person = rm_programme_get_person (rm_session_get_programme (session), i);

      if (g_str_equal (person->name, "Ben"))
        g_assert_cmpint (person->level, ==, 9);
      else
        g_assert_cmpint (person->level, ==, g_str_equal (person->name, "Ed") ? RM_UNKNOWN : 8);
    }
}

/* Whose side nobody knows is asked, and who are skills, and on which scale; answers can be taken back.
 * */
static void
test_questions (void)
{
  g_autoptr (RmSession) session = ui_new_session ();
  GtkWidget *dialog = open_dialog (session, "staff_no;Name;TikTok;AI tools;Podcasts\n"
                                            "1;Ada;1;4;x\n2;Ben;;2;\n3;Cy;3;;1\n");
  GtkWidget *side = NULL;
  GtkWidget *matrix = NULL;
  GtkWidget *scale = NULL;
  GtkWidget *skills = NULL;
  int minimum = 0;

  wait_for (dialog, GTK_TYPE_LABEL, "3 new");
  side = find (dialog, ADW_TYPE_COMBO_ROW, "Everybody in this file is");
  matrix = find (dialog, ADW_TYPE_ACTION_ROW, "These columns are skills");
  scale = find (dialog, ADW_TYPE_COMBO_ROW, "Levels of skills are");
  g_assert_true (gtk_widget_get_visible (side));
  g_assert_true (gtk_widget_get_visible (matrix));
  g_assert_false (gtk_widget_get_visible (scale));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (matrix)), ==,
                   "TikTok, AI tools, Podcasts");
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROWEST);

  adw_combo_row_set_selected (ADW_COMBO_ROW (side), 2);
  skills = GTK_WIDGET (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (matrix)));
  gtk_switch_set_active (GTK_SWITCH (skills), TRUE);
  wait_until_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Import"));
  g_assert_true (gtk_widget_get_visible (scale));
  gtk_switch_set_active (GTK_SWITCH (skills), FALSE);
  wait_until_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Import"));
  gtk_switch_set_active (GTK_SWITCH (skills), TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (scale), 3);
  wait_until_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Import"));
  g_assert_true (gtk_widget_get_visible (side));

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (find (dialog, GTK_TYPE_BUTTON, "_Import"), "clicked");
  ui_wait_until (dialog == NULL);
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (session), RM_TABLE_SKILL), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const RmPerson *person = rm_programme_get_person (rm_session_get_programme (session), i);
      guint n = 0;
      int sum = 0;

      for (guint s = 0; s < person->n_standings; s++)
        {
          n++;
          sum += person->standings[s].level;
        }
      g_assert_cmpint (person->side, ==, RM_SIDE_MENTEE);
      /* On a scale from 1 to 4: 1, 5 and a cross; 2; 4 and 1. */
      if (g_str_equal (person->name, "Ada"))
        g_assert_cmpint (sum, ==, 1 + 5 + 3);
      else if (g_str_equal (person->name, "Ben"))
        g_assert_cmpint (sum, ==, 2);
      else
        g_assert_cmpint (sum, ==, 4 + 1);
    }
}

/* Titles above a table are left out, and the dialog says where it begins. */
static void
test_titles_above (void)
{
  g_autoptr (RmSession) session = ui_new_session ();
  GtkWidget *dialog = open_dialog (session, "Staff list;;\n;;\nStaff no;Name;Level\n1;Ada;9\n");
  GtkWidget *kind = NULL;

  wait_for (dialog, GTK_TYPE_LABEL, "1 new");
  kind = gtk_widget_get_ancestor (find (dialog, GTK_TYPE_BUTTON, "Ratings"), ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (kind)), "named in line 3"));
  close_dialog (dialog);
}

/* The names of sheets are as long as their authors like; windows are not. */
static void
test_long_names (void)
{
  char *names[] = {
    (char *) "Ratings of the whole reverse mentoring programme, 2026, second half, final version 3",
    (char *) "<b>People</b>", NULL,
  };
  const RmSheetOrigin origin = { .format = RM_SHEET_ODS, .name = names[0], .sheets = names };
  GtkWidget *row = g_object_ref_sink (adw_combo_row_new ());
  int minimum = 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Sheet");
  rm_import_origin_show_sheets (ADW_COMBO_ROW (row), &origin);
  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROWEST - 24);
  g_assert_cmpstr (rm_import_origin_get_chosen (ADW_COMBO_ROW (row)), ==, names[0]);
  g_object_unref (row);
}

/* Where a workbook has several sheets, the first is read and the others are offered. */
static void
test_sheets (void)
{
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "exchange", "data", "workbooks", "gnumeric.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (RmSession) session = ui_new_session ();
  GtkWidget *dialog = rm_import_dialog_new (session, file);
  GtkWidget *row = NULL;
  GtkWidget *kind = NULL;
  const char *subtitle = NULL;
  int minimum = 0;

  gtk_window_present (GTK_WINDOW (dialog));
  row = wait_for (dialog, ADW_TYPE_COMBO_ROW, "Sheet");
  ui_wait_until (gtk_widget_get_visible (row));
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row))), ==, 2);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROWEST);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_false (gtk_widget_is_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Import")));
  wait_for (dialog, GTK_TYPE_LABEL, "4 new");
  wait_until_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Import"));
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  kind = gtk_widget_get_ancestor (find (dialog, GTK_TYPE_BUTTON, "Ratings"), ADW_TYPE_ACTION_ROW);
  subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (kind));
  g_assert_nonnull (strstr (subtitle, "People"));
  g_assert_nonnull (strstr (subtitle, ".xlsx"));
  wait_for (dialog, GTK_TYPE_LABEL, "Zoë Müller");
  close_dialog (dialog);
}

static void
test_unreadable (void)
{
  g_autoptr (RmSession) session = ui_new_session ();
  GtkWidget *dialog = open_dialog (session, "name\n\"never closed\n");

  wait_for (dialog, ADW_TYPE_STATUS_PAGE, NULL);
  for (int i = 0; i < 300; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_false (gtk_widget_is_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Import")));
  close_dialog (dialog);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/import-dialog/import", test_import);
  g_test_add_func ("/ui/import-dialog/skip-and-take-back", test_skip_and_take_back);
  g_test_add_func ("/ui/import-dialog/mapping", test_mapping);
  g_test_add_func ("/ui/import-dialog/own-levels", test_own_levels);
  g_test_add_func ("/ui/import-dialog/dates", test_dates);
  g_test_add_func ("/ui/import-dialog/effect", test_effect);
  g_test_add_func ("/ui/import-dialog/alike", test_alike);
  g_test_add_func ("/ui/import-dialog/questions", test_questions);
  g_test_add_func ("/ui/import-dialog/titles-above", test_titles_above);
  g_test_add_func ("/ui/import-dialog/long-names", test_long_names);
  g_test_add_func ("/ui/import-dialog/sheets", test_sheets);
  g_test_add_func ("/ui/import-dialog/unreadable", test_unreadable);
  return g_test_run ();
}
