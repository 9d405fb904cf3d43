/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/rm-source.h"
#include "workbook-fixture.h"

#include <string.h>

/* Files that other programs wrote (tests/exchange/data/workbooks), whole and spoiled. */

#define FLIPS 300

static char *
path_of (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "exchange", "data", "workbooks", name, NULL);
}

static RmSheet *
load (const char *name)
{
  g_autofree char *path = path_of (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  /* Named, since Gnumeric saves hidden sheets as visible ones. */
  const RmSourceOptions options = { .sheet = "People" };
  g_autoptr (GError) error = NULL;
  RmSheet *sheet = rm_source_load (file, &options, NULL, NULL, &error);

  g_assert_no_error (error);
  return sheet;
}

static gboolean
is_workbook (const char *name)
{
  return g_str_has_suffix (name, ".xlsx") || g_str_has_suffix (name, ".ods");
}

static GPtrArray *
list_workbooks (void)
{
  g_autofree char *folder = path_of ("");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (is_workbook (name))
      g_ptr_array_add (names, g_strdup (name));
  g_assert_cmpuint (names->len, >=, 12);

  return names;
}

static void
assert_alike (const char *name,
              const RmSheet *sheet,
              const RmSheet *expected,
              const RmSheet *kinds)
{
  static const char *const names[] = { "text", "number", "date", "truth" };

  g_assert_cmpuint (rm_sheet_get_n_rows (sheet), ==, rm_sheet_get_n_rows (expected));
  g_assert_cmpuint (rm_sheet_get_n_columns (sheet), ==, rm_sheet_get_n_columns (expected));
  for (guint c = 0; c < rm_sheet_get_n_columns (sheet); c++)
    {
      const char *header = rm_sheet_get_header (expected, c);

      g_assert_cmpstr (rm_sheet_get_header (sheet, c), ==, header);
      /* SheetJS leaves the formats of numbers out. */
      if (g_str_equal (name, "sheetjs.ods") && g_str_equal (header, "Share"))
        continue;
      for (guint r = 0; r < rm_sheet_get_n_rows (sheet); r++)
        {
          g_assert_cmpstr (rm_sheet_get_cell (sheet, r, c), ==, rm_sheet_get_cell (expected, r, c));
          g_assert_cmpstr (names[rm_sheet_get_kind (sheet, r, c)], ==,
                           rm_sheet_get_cell (kinds, r, c));
        }
    }
  for (guint r = 0; r < rm_sheet_get_n_rows (sheet); r++)
    g_assert_cmpuint (rm_sheet_get_line (sheet, r), ==, r + 2 + (r >= 2));
}

static void
test_kept (void)
{
  g_autoptr (GPtrArray) names = list_workbooks ();
  g_autoptr (RmSheet) expected = load ("expected.csv");
  g_autoptr (RmSheet) kinds = load ("kinds.csv");

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (RmSheet) sheet = NULL;

      g_test_message ("%s", name);
      sheet = load (name);
      g_assert_cmpstr (rm_sheet_get_origin (sheet)->name, ==, "People");
      assert_alike (name, sheet, expected, kinds);
      g_assert_cmpuint (rm_sheet_get_problems (sheet)->len, ==,
                        g_str_equal (name, "sheetjs.ods") ? 0 : 1);
    }
}

/* An error or a sheet, and nothing else. */
static void
read_spoiled (const char *bytes,
              gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSheet) sheet
    = rm_source_read ((const guchar *) bytes, length, NULL, NULL, NULL, &error);

  g_assert_true ((sheet == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_cmpint ((int) error->domain, ==, (int) RM_EXCHANGE_ERROR);
}

static void
test_cut (void)
{
  static const char *const names[] = { "openpyxl.xlsx", "gnumeric.ods" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = path_of (names[i]);
      g_autofree char *bytes = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      for (gsize n = 0; n < length; n++)
        {
          /* Of its own, so that a sanitizer sees reads behind the end. */
          g_autofree char *cut = g_memdup2 (bytes, n);

          read_spoiled (n > 0 ? cut : "", n);
        }
    }
}

static void
test_flipped (void)
{
  g_autoptr (GPtrArray) names = list_workbooks ();

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = path_of (g_ptr_array_index (names, i));
      g_autofree char *bytes = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      for (guint k = 0; k < FLIPS; k++)
        {
          g_autofree char *spoiled = g_memdup2 (bytes, length);

          for (int n = g_test_rand_int_range (1, 8); n > 0; n--)
            spoiled[g_test_rand_int_range (0, (gint32) length)]
              = (char) g_test_rand_int_range (0, 256);
          read_spoiled (spoiled, length);
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbooks/kept", test_kept);
  g_test_add_func ("/workbooks/cut", test_cut);
  g_test_add_func ("/workbooks/flipped", test_flipped);

  return g_test_run ();
}
