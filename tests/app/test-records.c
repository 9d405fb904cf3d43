/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/commands/rm-commands.h"
#include "app/commands/rm-record-rules.h"
#include "app/files/rm-records-import.h"
#include "core/model/rm-holiday.h"

/* Commands for any kind of record, tried on the simplest, which has only a descriptor and words. */

static RmProgramme *
programme_of (AppFixture *fixture)
{
  return rm_session_get_programme (fixture->session);
}

static const RmHoliday *
holiday (AppFixture *fixture,
         const char *name)
{
  for (guint i = 0; i < rm_programme_count (programme_of (fixture), RM_TABLE_HOLIDAY); i++)
    {
      const RmHoliday *self = rm_programme_get (programme_of (fixture), RM_TABLE_HOLIDAY, i);

      if (g_str_equal (self->name, name))
        return self;
    }

  return NULL;
}

static void
test_by_hand (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  const RmEntity *entity = rm_holiday_entity ();
  g_autofree char *before = app_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_false (rm_command_add_named (fixture->session, RM_TABLE_HOLIDAY, " ", NULL, &error));
  g_assert_cmpstr (error->message, ==, "A holiday needs a name");
  g_clear_error (&error);
  g_assert_true (rm_command_add_named (fixture->session, RM_TABLE_HOLIDAY, " Epiphany ", &id,
                                       &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, "Add the holiday Epiphany");
  g_assert_true (rm_command_set_field (fixture->session, RM_TABLE_HOLIDAY, id,
                                       rm_entity_find_field (entity, "day"), "6.1.2027", &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, "Change “Date” of Epiphany");
  g_assert_cmpstr (holiday (fixture, "Epiphany")->day, ==, "2027-01-06");
  g_assert_false (rm_command_set_field (fixture->session, RM_TABLE_HOLIDAY, id,
                                        rm_entity_find_field (entity, "day"), "soon", &error));
  g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE);
  g_clear_error (&error);

  g_assert_true (rm_command_remove_record (fixture->session, RM_TABLE_HOLIDAY, id, &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==,
                   "Remove the holiday Epiphany");
  g_assert_null (holiday (fixture, "Epiphany"));
  g_assert_false (rm_command_remove_record (fixture->session, RM_TABLE_HOLIDAY, id, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "This holiday no longer exists");
  g_clear_error (&error);
  g_assert_true (rm_session_undo (fixture->session, &error));
  g_assert_cmpstr (holiday (fixture, "Epiphany")->day, ==, "2027-01-06");
  g_assert_true (rm_session_undo (fixture->session, &error));
  g_assert_true (rm_session_undo (fixture->session, &error));
  after = app_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static gboolean
import_holidays (AppFixture *fixture,
                 GFile *file,
                 RmRecordsImported *imported,
                 GError **error)
{
  return rm_records_import (fixture->session, RM_TABLE_HOLIDAY, file, NULL, RM_DATE_ORDER_UNKNOWN,
                            imported, NULL, NULL, error);
}

static void
test_import (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) file
    = app_fixture_write (fixture, "holidays.csv", "Feiertag;Datum;Standort\n"
                                                  "Neujahr;01.01.2027;\n"
                                                  "Epiphanias;06.01.2027;München\n"
                                                  "EPIPHANIAS;6.1.2027;münchen\n"
                                                  "Epiphanias;06.01.2027;Augsburg\n"
                                                  "Ostern;bald;\n"
                                                  ";02.01.2027;\n");
  g_autofree char *before = app_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (RmRecordsImported) imported = { 0 };
  g_auto (RmRecordsImported) again = { 0 };
  const RmFileProblem *problem = NULL;

  g_assert_true (import_holidays (fixture, file, &imported, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (imported.n_added, ==, 3);
  g_assert_cmpuint (imported.n_known, ==, 1);
  g_assert_cmpuint (imported.n_left_out, ==, 2);
  g_assert_cmpuint (imported.problems->len, ==, 2);
  g_assert_cmpuint (imported.ignored->len, ==, 0);
  problem = g_ptr_array_index (imported.problems, 0);
  g_assert_cmpuint (problem->line, ==, 6);
  problem = g_ptr_array_index (imported.problems, 1);
  g_assert_cmpuint (problem->line, ==, 7);
  g_assert_cmpstr (holiday (fixture, "Neujahr")->day, ==, "2027-01-01");
  g_assert_null (holiday (fixture, "Neujahr")->site);
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, "Import holidays");

  /* A second time there is nothing new, and no step of undo. */
  g_assert_true (import_holidays (fixture, file, &again, &error));
  g_assert_cmpuint (again.n_added, ==, 0);
  g_assert_cmpuint (again.n_known, ==, 4);
  g_assert_true (rm_session_undo (fixture->session, &error));
  after = app_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
imported_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  RmRecordsImported *imported = data;
  g_autoptr (GError) error = NULL;

  rm_records_import_finish (RM_SESSION (source), result, imported, &error);
  g_assert_no_error (error);
}

/* A window does not wait for the file. */
static void
test_async (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) file
    = app_fixture_write (fixture, "days.csv", "Name,Date\nNew year,2027-01-01\n");
  g_auto (RmRecordsImported) imported = { 0 };

  rm_records_import_async (fixture->session, RM_TABLE_HOLIDAY, file, imported_cb, &imported);
  g_assert_null (imported.problems);
  wait_until (imported.problems != NULL);
  g_assert_cmpuint (imported.n_added, ==, 1);
  g_assert_cmpstr (holiday (fixture, "New year")->day, ==, "2027-01-01");
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, "Import holidays");
}

/* Which number is the day is no guess: it is said, and the row is left out, or somebody says it. */
static void
test_open_dates (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) file
    = app_fixture_write (fixture, "days.csv", "Name,Date\nA,03/04/2027\nB,5/5/2027\n");
  g_auto (RmRecordsImported) open = { 0 };
  g_auto (RmRecordsImported) closed = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (rm_records_import (fixture->session, RM_TABLE_HOLIDAY, file, NULL, RM_DATE_ORDER_UNKNOWN,
                                    &open, NULL, NULL, &error));
  g_assert_cmpuint (open.n_added, ==, 1);
  g_assert_cmpuint (open.n_left_out, ==, 1);
  g_assert_cmpstr (holiday (fixture, "B")->day, ==, "2027-05-05");
  g_assert_true (rm_records_import (fixture->session, RM_TABLE_HOLIDAY, file, NULL,
                                    RM_DATE_ORDER_MONTH_FIRST, &closed, NULL, NULL, &error));
  g_assert_cmpstr (holiday (fixture, "A")->day, ==, "2027-03-04");
}

static void
test_no_names (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) file = app_fixture_write (fixture, "other.csv", "Colour;Size\nred;5\n");
  g_auto (RmRecordsImported) imported = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (import_holidays (fixture, file, &imported, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN);
}

/* Nothing is left out in silence: neither a column nor a second one of the same name. */
static void
test_ignored (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) file
    = app_fixture_write (fixture, "odd.csv", "Name,Date,Colour,Name\nEpiphany,2027-01-06,red,x\n");
  g_auto (RmRecordsImported) imported = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (import_holidays (fixture, file, &imported, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (imported.n_added, ==, 1);
  g_assert_cmpuint (imported.ignored->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (imported.ignored, 0), ==, "Colour");
  g_assert_cmpuint (imported.problems->len, ==, 1);
  g_assert_cmpint (((RmFileProblem *) g_ptr_array_index (imported.problems, 0))->type, ==,
                   RM_FILE_PROBLEM_HEADER_DUPLICATE);
}

/* A file of another kind, or of the wrong people, must not fill the settings. */
static void
test_too_many (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GString) text = g_string_new ("Name,Date\n");
  g_autoptr (GFile) file = NULL;
  g_auto (RmRecordsImported) imported = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= RM_RECORDS_MOST; i++)
    g_string_append_printf (text, "Day %u,2027-01-01\n", i);
  file = app_fixture_write (fixture, "many.csv", text->str);
  g_assert_false (import_holidays (fixture, file, &imported, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_CAPACITY);
  g_assert_cmpuint (rm_programme_count (programme_of (fixture), RM_TABLE_HOLIDAY), ==, 0);
  g_assert_null (rm_session_get_undo_label (fixture->session));
}

/* A kind that can be added, removed or imported can be told when it is gone, and has a name to tell. */
static void
test_rules (void)
{
  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      const RmRecordRules *rules = rm_record_rules_get (t);
      const RmEntity *entity = rm_table_get_entity (t);

      if (rules->nameless != NULL || rules->taken != NULL || rules->import != NULL)
        g_assert_nonnull (rm_entity_find_field (entity, "name"));
      if (rules->import != NULL)
        {
          for (guint f = 0; f < entity->n_fields; f++)
            g_assert_null (entity->fields[f].refers);
        }
      if (rules->taken != NULL)
        g_assert_nonnull (rules->nameless);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/records/async", test_async);
  g_test_add_func ("/app/records/open-dates", test_open_dates);
  g_test_add_func ("/app/records/by-hand", test_by_hand);
  g_test_add_func ("/app/records/import", test_import);
  g_test_add_func ("/app/records/no-names", test_no_names);
  g_test_add_func ("/app/records/ignored", test_ignored);
  g_test_add_func ("/app/records/too-many", test_too_many);
  g_test_add_func ("/app/records/rules", test_rules);
  return g_test_run ();
}
