/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/rm-table-writer.h"
#include "exchange/sheet/rm-exchange-types.h"
#include "written-book.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static const struct
{
  RmTableCell kind;
  const char *text;
  double number;
  const char *csv;
  const char *tabs;
  const char *xlsx;
} cases[] = {
  { RM_TABLE_CELL_TEXT, "=1+1", 0, "'=1+1", "'=1+1", "[=1+1]" },
  { RM_TABLE_CELL_TEXT, "@home", 0, "'@home", "'@home", "[@home]" },
  { RM_TABLE_CELL_TEXT, "0123", 0, "0123", "0123", "[0123]" },
  { RM_TABLE_CELL_TEXT, "1e5", 0, "1e5", "1e5", "[1e5]" },
  { RM_TABLE_CELL_TEXT, "2026-03-31", 0, "2026-03-31", "2026-03-31", "[2026-03-31]" },
  { RM_TABLE_CELL_TEXT, "http://x.example/", 0, "http://x.example/", "http://x.example/",
    "[http://x.example/]" },
  { RM_TABLE_CELL_TEXT, "a\tb\nc", 0, "\"a\tb\nc\"", "a b c", "[a\tb\nc]" },
  { RM_TABLE_CELL_TEXT, " x ", 0, "\" x \"", " x ", "[ x ]" },
  { RM_TABLE_CELL_TEXT, "<b>&amp;\"", 0, "\"<b>&amp;\"\"\"", "<b>&amp;\"", "[<b>&amp;\"]" },
  { RM_TABLE_CELL_TEXT, "Zoë 語 \U0001F600", 0, "Zoë 語 \U0001F600", "Zoë 語 \U0001F600",
    "[Zoë 語 \U0001F600]" },
  { RM_TABLE_CELL_TEXT, "a\x01" "b", 0, "a\x01" "b", "a\x01" "b", "[a_x0001_b]" },
  { RM_TABLE_CELL_TEXT, "_x0041_ _x41_", 0, "_x0041_ _x41_", "_x0041_ _x41_",
    "[_x005F_x0041_ _x41_]" },
  { RM_TABLE_CELL_TEXT, "a\xEF\xBF\xBF", 0, "a\xEF\xBF\xBF", "a\xEF\xBF\xBF", "[a\xEF\xBF\xBD]" },
  { RM_TABLE_CELL_TEXT, NULL, 0, "", "", "" },
  { RM_TABLE_CELL_WORD, "kick-off", 0, "kick-off", "kick-off", "[kick-off]" },
  { RM_TABLE_CELL_NUMBER, "-3", -3, "-3", "-3", "[#-3]" },
  { RM_TABLE_CELL_NUMBER, "2.5", 2.5, "2.5", "2.5", "[#2.5]" },
  { RM_TABLE_CELL_PERCENT, "87", 87, "87", "87", "[#0.87 0%]" },
  { RM_TABLE_CELL_DATE, "2026-03-31", 0, "2026-03-31", "2026-03-31", "[#46112 yyyy-mm-dd]" },
  { RM_TABLE_CELL_DATE, "1899-12-31", 0, "1899-12-31", "1899-12-31", "[1899-12-31]" },
  { RM_TABLE_CELL_DATE_TIME, "2026-03-31T12:00", 0, "2026-03-31T12:00", "2026-03-31T12:00",
    "[#46112.5 yyyy-mm-dd hh:mm]" },
  { RM_TABLE_CELL_TRUTH, "yes", 1, "yes", "yes", "[?1]" },
  { RM_TABLE_CELL_TRUTH, "no", 0, "no", "no", "[?0]" },
};

static GBytes *
write_case (RmTableFormat format,
            gsize k)
{
  g_autoptr (RmTableWriter) writer = rm_table_writer_new (format, "test", 1);
  g_autoptr (GError) error = NULL;
  GBytes *file = NULL;

  rm_table_writer_add_word (writer, "a");
  rm_table_writer_add_word (writer, "b");
  rm_table_writer_end_row (writer);
  rm_table_writer_add_word (writer, "x");
  rm_table_writer_add (writer, cases[k].kind, cases[k].text, cases[k].number);
  rm_table_writer_end_row (writer);
  file = rm_table_writer_finish (writer, &error);
  g_assert_no_error (error);

  return file;
}

static void
assert_text (GBytes *file,
             const char *before,
             const char *cell,
             const char *after)
{
  g_autofree char *wanted = g_strconcat (before, cell, after, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_cells (void)
{
  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (GBytes) csv = write_case (RM_TABLE_FORMAT_CSV, k);
      g_autoptr (GBytes) tabs = write_case (RM_TABLE_FORMAT_TABS, k);
      g_autoptr (GBytes) xlsx = write_case (RM_TABLE_FORMAT_XLSX, k);
      g_autofree char *cells = written_book_dump (xlsx);
      g_autofree char *wanted = g_strdup_printf ("[a][b]\n[x]%s\n", cases[k].xlsx);

      assert_text (csv, "\xEF\xBB\xBF" "a,b\r\nx,", cases[k].csv, "\r\n");
      assert_text (tabs, "a\tb\nx\t", cases[k].tabs, "\n");
      g_assert_cmpstr (cells, ==, wanted);
    }
}

/* Blank cells leave their place; rows are as long as they are. */
static void
test_places (void)
{
  g_autoptr (RmTableWriter) writer = rm_table_writer_new (RM_TABLE_FORMAT_XLSX, "test", 2);
  g_autoptr (GBytes) file = NULL;
  g_autofree char *cells = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *book = NULL;

  for (guint c = 0; c < 3; c++)
    rm_table_writer_add_word (writer, c == 1 ? "a header that is wide" : "h");
  rm_table_writer_end_row (writer);
  rm_table_writer_end_row (writer);
  rm_table_writer_add_text (writer, NULL);
  rm_table_writer_add_text (writer, "");
  rm_table_writer_add_number (writer, 7);
  rm_table_writer_end_row (writer);
  file = rm_table_writer_finish (writer, NULL);
  cells = written_book_dump (file);
  sheet = written_book_read (file, "xl/worksheets/sheet1.xml");
  book = written_book_read (file, "xl/workbook.xml");
  g_assert_cmpstr (cells, ==, "[h][a header that is wide][h]\n[][][#7]\n");
  g_assert_nonnull (strstr (sheet, "xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\""));
  g_assert_nonnull (strstr (sheet, "state=\"frozen\""));
  g_assert_nonnull (strstr (sheet, "<col min=\"2\" max=\"2\" width=\"23."));
  g_assert_nonnull (strstr (sheet, "<row r=\"3\">"));
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_null (strstr (sheet, "<hyperlink"));
  g_assert_nonnull (strstr (book, "<sheet name=\"test\""));
}

/* The same bytes, and nothing about who wrote them, where and when. */
static void
test_same (void)
{
  g_autoptr (GBytes) first = write_case (RM_TABLE_FORMAT_XLSX, 0);
  g_autoptr (GBytes) second = NULL;
  g_autofree char *core = written_book_read (first, "docProps/core.xml");
  g_autofree char *names = written_book_list (first);

  g_usleep (1100 * 1000);
  second = write_case (RM_TABLE_FORMAT_XLSX, 0);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_nonnull (strstr (core, "<dc:creator></dc:creator>"));
  g_assert_nonnull (strstr (core, ">1980-01-01T00:00:00Z</dcterms:created>"));
  g_assert_cmpstr (names, ==, "[Content_Types].xml _rels/.rels xl/_rels/workbook.xml.rels "
                              "xl/worksheets/sheet1.xml xl/workbook.xml xl/theme/theme1.xml "
                              "xl/styles.xml docProps/core.xml docProps/app.xml");
}

/* A comma in a number makes a workbook that nothing opens. */
static void
test_locale (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8" };
  g_autoptr (GBytes) plain = write_case (RM_TABLE_FORMAT_XLSX, 16);
  g_autoptr (GBytes) other = NULL;
  gsize i = 0;

  while (i < G_N_ELEMENTS (locales) && setlocale (LC_NUMERIC, locales[i]) == NULL)
    i++;
  if (i == G_N_ELEMENTS (locales))
    {
      g_test_skip ("no locale with a comma is installed");
      return;
    }
  other = write_case (RM_TABLE_FORMAT_XLSX, 16);
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  setlocale (LC_NUMERIC, "C");
  g_assert_true (g_bytes_equal (plain, other));
}

static void
assert_too_much (guint n_rows,
                 guint n_columns,
                 gsize length,
                 RmExchangeError code)
{
  g_autoptr (RmTableWriter) writer = rm_table_writer_new (RM_TABLE_FORMAT_XLSX, "test", 0);
  g_autofree char *text = g_strnfill (length, 'x');
  g_autoptr (GError) error = NULL;

  for (guint r = 0; r < n_rows; r++)
    {
      for (guint c = 0; c < n_columns; c++)
        rm_table_writer_add_text (writer, text);
      rm_table_writer_end_row (writer);
    }
  g_assert_null (rm_table_writer_finish (writer, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, (int) code);
}

static void
test_too_much (void)
{
  assert_too_much (1, 1, 32768, RM_EXCHANGE_ERROR_CELL_TOO_LONG);
  assert_too_much (1, 16385, 1, RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS);
  assert_too_much (1048577, 1, 1, RM_EXCHANGE_ERROR_TOO_MANY_ROWS);
}

static GBytes *
write_much (GError **error)
{
  g_autoptr (RmTableWriter) writer = rm_table_writer_new (RM_TABLE_FORMAT_XLSX, "test", 0);

  for (guint r = 0; r < 5000; r++)
    {
      rm_table_writer_add_text (writer, "nothing that takes much room");
      rm_table_writer_end_row (writer);
    }

  return rm_table_writer_finish (writer, error);
}

/* The library does not notice: half a table would look like a whole one. */
static void
test_full (void)
{
  g_autoptr (GBytes) whole = write_much (NULL);
  g_autofree char *sheet = written_book_read (whole, "xl/worksheets/sheet1.xml");
  const gsize sizes[] = { 0, 5000, strlen (sheet) / 2, strlen (sheet) - 700,
                          strlen (sheet) - 1 };
  struct rlimit before;

  getrlimit (RLIMIT_FSIZE, &before);
  signal (SIGXFSZ, SIG_IGN);
  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      struct rlimit limit = { .rlim_cur = sizes[k], .rlim_max = before.rlim_max };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      setrlimit (RLIMIT_FSIZE, &limit);
      bytes = write_much (&error);
      setrlimit (RLIMIT_FSIZE, &before);
      g_assert_null (bytes);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

/* One that is not finished leaves nothing behind. */
static void
test_given_up (void)
{
  for (RmTableFormat format = RM_TABLE_FORMAT_CSV; format <= RM_TABLE_FORMAT_TABS; format++)
    {
      g_autoptr (RmTableWriter) writer = rm_table_writer_new (format, "test", 0);

      rm_table_writer_add_text (writer, "a");
      rm_table_writer_end_row (writer);
      rm_table_writer_add_text (writer, "b");
    }
}

static void
test_names (void)
{
  g_assert_cmpint (rm_table_format_of_name ("a.xlsx"), ==, RM_TABLE_FORMAT_XLSX);
  g_assert_cmpint (rm_table_format_of_name ("A.XLSX"), ==, RM_TABLE_FORMAT_XLSX);
  g_assert_cmpint (rm_table_format_of_name (".xlsx"), ==, RM_TABLE_FORMAT_CSV);
  g_assert_cmpint (rm_table_format_of_name ("xlsx"), ==, RM_TABLE_FORMAT_CSV);
  g_assert_cmpint (rm_table_format_of_name ("a.xlsx.csv"), ==, RM_TABLE_FORMAT_CSV);
  g_assert_cmpint (rm_table_format_of_name (""), ==, RM_TABLE_FORMAT_CSV);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/table-writer/cells", test_cells);
  g_test_add_func ("/exchange/table-writer/places", test_places);
  g_test_add_func ("/exchange/table-writer/same", test_same);
  g_test_add_func ("/exchange/table-writer/locale", test_locale);
  g_test_add_func ("/exchange/table-writer/too-much", test_too_much);
  g_test_add_func ("/exchange/table-writer/full", test_full);
  g_test_add_func ("/exchange/table-writer/given-up", test_given_up);
  g_test_add_func ("/exchange/table-writer/names", test_names);
  return g_test_run ();
}
