/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/files/rm-export-files.h"
#include "written-book.h"

#include <string.h>
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

static char *
read_text (GFile *file)
{
  char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  return text;
}

static void
import_text (AppFixture *fixture,
             RmImportKind kind,
             const char *text)
{
  g_autoptr (GFile) file = app_fixture_write (fixture, "in.csv", text);

  app_fixture_import (fixture, file, kind);
}

/* Skills whose names are words of the import, hold its signs or begin a formula, and one that there
 * is in two contexts. */
static void
test_matrix (void)
{
  static const char people[] = "staff_no,name,email,department\n1,Ann,,IT\n2,=Bob,b@x,\n,Cyd,,\n";
  static const char ratings[]
    = "person,skill,category,context,source,level,target,importance\n"
      "1,TikTok,Tech,,self,0,,\n2,TikTok,Tech,,self,5,,\n1,Languages,,,self,3,5,4\n"
      "2,Skill: x,,,self,2,,\n1,R (target),,,self,4,,\n2,=AI,,,self,1,2,\n1,-C++,,,self,2,3,\n"
      "2,Prezi,,,self,2,,\n1,Prezi,,work,self,4,,\n";
  g_autoptr (AppFixture) from = app_fixture_new ();
  g_autoptr (AppFixture) to = app_fixture_new ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;

  import_text (from, RM_IMPORT_PEOPLE, people);
  import_text (from, RM_IMPORT_RATINGS, ratings);
  file = export_as (from, RM_EXPORT_MATRIX, "matrix.csv");
  text = read_text (file);
  g_assert_cmpstr (text, ==,
                   "\xEF\xBB\xBFname,staff_no,email,department,'-C++,'-C++ (target),"
                   "'=AI,'=AI (target),level:Languages,target:Languages,importance:Languages,"
                   "Prezi,Prezi (work),level:R (target),level:Skill: x,TikTok\r\n"
                   "Ann,1,,IT,2,3,,,3,5,4,,4,4,,0\r\n"
                   "'=Bob,2,b@x,,,,1,2,,,,2,,,2,5\r\n"
                   "Cyd,,,,,,,,,,,,,,,\r\n");

  /* A header cannot name the context: that skill is given, the others come back by the file. */
  import_text (to, RM_IMPORT_PEOPLE, people);
  import_text (to, RM_IMPORT_RATINGS,
               "person,skill,context,source,level\n2,TikTok,,self,5\n1,-C++,,self,2\n"
               "2,=AI,,self,1\n2,Prezi,,self,2\n1,Prezi,work,self,4\n");
  app_fixture_import (to, file, RM_IMPORT_PEOPLE);
  again = export_as (to, RM_EXPORT_MATRIX, "again.csv");
  text_again = read_text (again);
  g_assert_cmpstr (text_again, ==, text);
}

/* The sample's matrix, as a table and as a workbook, says the same and comes back whole. */
static void
test_sample_matrix (void)
{
  g_autoptr (AppFixture) from = app_fixture_new_sample ();
  g_autoptr (AppFixture) to = app_fixture_new_sample ();
  g_autoptr (GFile) file = export_as (from, RM_EXPORT_MATRIX, "matrix.csv");
  g_autoptr (GFile) again = NULL;
  g_autofree char *text = read_text (file);
  g_autofree char *text_again = NULL;

  app_fixture_import (to, file, RM_IMPORT_PEOPLE);
  again = export_as (to, RM_EXPORT_MATRIX, "again.csv");
  text_again = read_text (again);
  g_assert_cmpstr (text_again, ==, text);
}

/* Each kind of table, as the name of its file says. */
static void
test_workbooks (void)
{
  static const RmExportKind kinds[] = { RM_EXPORT_PAIRS, RM_EXPORT_PEOPLE, RM_EXPORT_RATINGS,
                                        RM_EXPORT_MATRIX };
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GFile) csv = export_as (fixture, kinds[k], "t.csv");
      g_autoptr (GFile) book = export_as (fixture, kinds[k], "t.xlsx");
      g_autoptr (GBytes) bytes = g_file_load_bytes (book, NULL, NULL, NULL);
      g_autofree char *text = read_text (csv);
      g_autofree char *cells = written_book_dump (bytes);
      g_autofree char *sheet = written_book_read (bytes, "xl/worksheets/sheet1.xml");
      g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
      g_auto (GStrv) rows = g_strsplit (cells, "\n", -1);
      g_auto (GStrv) headers = g_strsplit (lines[0] + 3, ",", -1);
      g_autofree char *header = g_strjoinv ("][", headers);

      g_assert_cmpuint (g_strv_length (rows), ==, g_strv_length (lines));
      g_assert_nonnull (strstr (rows[0], header));
      g_assert_null (strstr (sheet, "<f>"));
    }
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
  g_test_add_func ("/app/export-files/matrix", test_matrix);
  g_test_add_func ("/app/export-files/sample-matrix", test_sample_matrix);
  g_test_add_func ("/app/export-files/workbooks", test_workbooks);
  g_test_add_func ("/app/export-files/refused", test_refused);
  return g_test_run ();
}
