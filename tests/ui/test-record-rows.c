/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/settings/rm-record-rows.h"

#include "app/commands/rm-commands.h"
#include "core/model/rm-holiday.h"
#include "ui-fixture.h"

/* Holidays represent all kinds of few records. */

static const RmRecordKind holidays = {
  .table = RM_TABLE_HOLIDAY,
  .title = "Holidays",
  .description = "Days off",
  .add = "Add a holiday",
  .remove = "Remove this holiday",
  .order = "day",
  .import = "Import holidays…",
};

typedef struct
{
  RmSession *session;
  RmRecordRows *rows;
  GtkWidget *window;
} Shown;

static gint64
add (Shown *shown,
     const char *name,
     const char *day)
{
  const RmField *field = rm_entity_find_field (rm_holiday_entity (), "day");
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  rm_command_add_named (shown->session, RM_TABLE_HOLIDAY, name, &id, &error);
  rm_command_set_field (shown->session, RM_TABLE_HOLIDAY, id, field, day, &error);
  g_assert_no_error (error);

  return id;
}

static void
show (Shown *shown)
{
  shown->rows = rm_record_rows_new (&holidays, shown->session);
  shown->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (shown->window),
                        GTK_WIDGET (rm_record_rows_get_group (shown->rows)));
  gtk_window_present (GTK_WINDOW (shown->window));
}

static void
tear_down (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  g_assert_finalize_object (shown->rows);
  wait_for_end (shown->session);
}

static AdwExpanderRow *
row (Shown *shown,
     guint n)
{
  return ADW_EXPANDER_ROW (ui_find (shown->window, ADW_TYPE_EXPANDER_ROW, n));
}

static const char *
title (Shown *shown,
       guint n)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row (shown, n)));
}

/* By day, each with what can be said in a line; one that is edited stays where it is. */
static void
test_order (void)
{
  Shown shown = { ui_open_own_sample ("record-rows"), NULL, NULL };
  gint64 may = 0;
  g_autoptr (GError) error = NULL;

  may = add (&shown, "May Day", "2027-05-01");
  add (&shown, "New Year", "2027-01-01");
  add (&shown, "Epiphany", "2027-01-06");
  show (&shown);
  g_assert_cmpstr (title (&shown, 0), ==, "New Year");
  g_assert_cmpstr (title (&shown, 1), ==, "Epiphany");
  g_assert_cmpstr (title (&shown, 2), ==, "May Day");
  g_assert_cmpstr (adw_expander_row_get_subtitle (row (&shown, 2)), ==, "2027-05-01");

  g_assert_true (rm_command_set_field (shown.session, RM_TABLE_HOLIDAY, may,
                                       rm_entity_find_field (rm_holiday_entity (), "site"), "Munich",
                                       &error));
  g_assert_true (rm_command_set_field (shown.session, RM_TABLE_HOLIDAY, may,
                                       rm_entity_find_field (rm_holiday_entity (), "day"),
                                       "2026-05-01", &error));
  g_assert_cmpstr (title (&shown, 2), ==, "May Day");
  g_assert_cmpstr (adw_expander_row_get_subtitle (row (&shown, 2)), ==, "2026-05-01 · Munich");
  tear_down (&shown);
}

/* A list of buttons that are all called the same would be of no use to who cannot see them. */
static void
test_names (void)
{
  Shown shown = { ui_open_own_sample ("record-rows"), NULL, NULL };
  GtkWidget *remove = NULL;
  g_autoptr (GError) error = NULL;

  add (&shown, "Epiphany", "2027-01-06");
  show (&shown);
  for (guint k = 0; (remove = ui_find (shown.window, GTK_TYPE_BUTTON, k)) != NULL; k++)
    if (g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (remove)), "user-trash-symbolic") == 0)
      break;
  g_assert_nonnull (remove);
  gtk_test_accessible_assert_property (remove, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove this holiday: Epiphany");

  g_signal_emit_by_name (remove, "clicked");
  g_assert_null (row (&shown, 0));
  g_assert_true (rm_session_undo (shown.session, &error));
  g_assert_cmpstr (title (&shown, 0), ==, "Epiphany");
  tear_down (&shown);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/record-rows/order", test_order);
  g_test_add_func ("/ui/record-rows/names", test_names);
  return g_test_run ();
}
