/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/files/rm-export-files.h"

#include <unistd.h>

static GFile *
export_as (AppFixture *fixture,
           RmExportKind kind,
           const char *name)
{
  GFile *file = app_fixture_file (fixture, name);
  g_autoptr (GError) error = NULL;

  rm_export_write (fixture->session, kind, file, NULL, &error);
  g_assert_no_error (error);
  return file;
}

/* People and ratings as CSV hold all but the confidential fields: imported into an empty programme
 * and exported again they are the same, byte for byte. */
static void
test_tables (void)
{
  g_autoptr (AppFixture) from = app_fixture_new_sample ();
  g_autoptr (AppFixture) to = app_fixture_new ();
  g_autoptr (GFile) people = export_as (from, RM_EXPORT_PEOPLE, "p.csv");
  g_autoptr (GFile) ratings = export_as (from, RM_EXPORT_RATINGS, "r.csv");
  RmExportKind kinds[] = { RM_EXPORT_PEOPLE, RM_EXPORT_RATINGS };
  GFile *first[] = { people, ratings };

  app_fixture_import (to, people, RM_IMPORT_PEOPLE);
  app_fixture_import (to, ratings, RM_IMPORT_RATINGS);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GFile) second = export_as (to, kinds[i], "again.csv");
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;

      g_assert_true (g_file_load_contents (first[i], NULL, &a, NULL, NULL, NULL));
      g_assert_true (g_file_load_contents (second, NULL, &b, NULL, NULL, NULL));
      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_bundle (void)
{
  g_autoptr (AppFixture) from = app_fixture_new_sample ();
  g_autoptr (AppFixture) to = app_fixture_new ();
  g_autoptr (GFile) bundle = export_as (from, RM_EXPORT_BUNDLE, "all.json");
  g_autoptr (GPtrArray) unknown = NULL;
  g_autofree char *empty = app_fixture_dump (to);
  g_autofree char *a = app_fixture_dump (from);
  g_autofree char *b = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  rm_export_read_bundle (to->session, bundle, &unknown, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (unknown->len, ==, 0);
  b = app_fixture_dump (to);
  g_assert_cmpstr (a, ==, b);

  g_assert_false (rm_export_read_bundle (to->session, bundle, NULL, NULL, NULL, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);

  g_assert_true (rm_session_undo (to->session, NULL));
  undone = app_fixture_dump (to);
  g_assert_cmpstr (undone, ==, empty);
}

static void
test_refused (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) linked = app_fixture_write (fixture, "linked.csv", "before");
  g_autofree char *path = g_file_get_path (linked);
  g_autofree char *other = g_build_filename (fixture->folder, "other.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (rm_export_write (fixture->session, RM_EXPORT_PEOPLE, folder, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_A_FILE);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  g_assert_false (rm_export_write (fixture->session, RM_EXPORT_PEOPLE, linked, cancelled, &error));
  g_assert_true (rm_error_is_cancelled (error));
  g_clear_error (&error);

  g_assert_cmpint (link (path, other), ==, 0);
  g_assert_false (rm_export_write (fixture->session, RM_EXPORT_PEOPLE, linked, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_HARD_LINK);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/export-files/tables", test_tables);
  g_test_add_func ("/app/export-files/bundle", test_bundle);
  g_test_add_func ("/app/export-files/refused", test_refused);
  return g_test_run ();
}
