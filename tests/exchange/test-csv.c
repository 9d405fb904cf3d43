/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/csv/rm-csv-reader.h"
#include "exchange/csv/rm-csv-writer.h"
#include "exchange/source/rm-source.h"
#include "test-scale.h"

#include <json-glib/json-glib.h>
#include <string.h>

static RmSheet *
read_text (const char *text,
           GError **error)
{
  return rm_csv_reader_read ((const guchar *) text, strlen (text), '\0', NULL, NULL, error);
}

/* Headers and rows as one text: cells in [], rows by their line. */
static char *
dump (const RmSheet *table)
{
  GString *out = g_string_new (NULL);

  for (guint c = 0; c < rm_sheet_get_n_columns (table); c++)
    g_string_append_printf (out, "[%s]", rm_sheet_get_header (table, c));
  for (guint r = 0; r < rm_sheet_get_n_rows (table); r++)
    {
      g_string_append_printf (out, " %u", rm_sheet_get_line (table, r));
      for (guint c = 0; c < rm_sheet_get_n_columns (table); c++)
        g_string_append_printf (out, "[%s]", rm_sheet_get_cell (table, r, c));
    }

  return g_string_free (out, FALSE);
}

static const struct
{
  const char *text;
  char separator;
  const char *table;
} cases[] = {
  { "a,b\n1,2\n", ',', "[a][b] 2[1][2]" },
  { "a,b\r\n1,2", ',', "[a][b] 2[1][2]" },
  { "a,b\r1,2\r", ',', "[a][b] 2[1][2]" },
  { "\xEF\xBB\xBF" "a;b\n1;2,5\n", ';', "[a][b] 2[1][2,5]" },
  { "a\tb\n1,x\t2\n", '\t', "[a][b] 2[1,x][2]" },
  { "a|b\n1|2\n", '|', "[a][b] 2[1][2]" },
  { "sep=|\na,b|c\n1|2\n", '|', "[a,b][c] 3[1][2]" },
  { "\"sep=;\"\r\na;b\r\n", ';', "[a][b]" },
  { "sep=\t\na\tb\n", '\t', "[a][b]" },
  { "name;city\nSmith, John;Bonn\nAdams, Zoe;Kiel\n", ';',
    "[name][city] 2[Smith, John][Bonn] 3[Adams, Zoe][Kiel]" },
  { "a,b;c\n1,2;3\n4,5\n", ',', "[a][b;c] 2[1][2;3] 3[4][5]" },
  { "only\none\ntwo\n", ',', "[only] 2[one] 3[two]" },
  { "\n\n a , b\n\n1,2\n  \n3,4\n", ',', "[a][b] 5[1][2] 7[3][4]" },
  { "a,b\n\"x\ny\",2\n3,4\n", ',', "[a][b] 2[x\ny][2] 4[3][4]" },
  { "a,b\n\"x\r\ny\",2\n3,4\n", ',', "[a][b] 2[x\r\ny][2] 4[3][4]" },
  { "a,b\n\"he said \"\"no\"\"\",2\n", ',', "[a][b] 2[he said \"no\"][2]" },
  { "a,b\n1, \"x, y\" \n", ',', "[a][b] 2[1][x, y]" },
  { "a,b\n1,5\" disk\n", ',', "[a][b] 2[1][5\" disk]" },
  { "a,b\n\"x\"y,2\n", ',', "[a][b] 2[xy][2]" },
  { "a,b\n1\n1,2,3\n1,2,,\n", ',', "[a][b] 2[1][] 3[1][2] 4[1][2]" },
  { "a,,a,A\n1,2,3,4\n", ',', "[a][Column 2][a (2)][A (3)] 2[1][2][3][4]" },
  { "Column 2,\n1,2\n", ',', "[Column 2][Column 3] 2[1][2]" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RmSheet) table = read_text (cases[i].text, &error);
      g_autofree char *seen = NULL;

      g_assert_no_error (error);
      seen = dump (table);
      g_assert_cmpstr (seen, ==, cases[i].table);
      g_assert_cmpint (rm_sheet_get_origin (table)->separator, ==, cases[i].separator);
    }
}

static void
test_problems (void)
{
  static const struct
  {
    RmFileProblemType type;
    guint line;
    guint row;
    guint column;
  } expected[] = {
    { RM_FILE_PROBLEM_REPLACED, 0, RM_FILE_NOWHERE, RM_FILE_NOWHERE },
    { RM_FILE_PROBLEM_HEADER_MISSING, 1, RM_FILE_NOWHERE, 1 },
    { RM_FILE_PROBLEM_HEADER_DUPLICATE, 1, RM_FILE_NOWHERE, 2 },
    { RM_FILE_PROBLEM_ROW_SHORT, 2, 0, RM_FILE_NOWHERE },
    { RM_FILE_PROBLEM_AFTER_QUOTE, 3, 1, 1 },
    { RM_FILE_PROBLEM_ROW_LONG, 4, 2, RM_FILE_NOWHERE },
    { RM_FILE_PROBLEM_ROW_LONG, 5, 3, RM_FILE_NOWHERE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSheet) table
    = read_text ("a,,a\n1,\x90\n1,\"x\" y,3\n1,2,3,4\n1,2,3,,\n", &error);
  GPtrArray *problems = NULL;
  guint column = 0;

  g_assert_no_error (error);
  problems = rm_sheet_get_problems (table);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    {
      const RmFileProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *sentence = rm_file_problem_describe (problem);

      g_assert_cmpint (problem->type, ==, expected[i].type);
      g_assert_cmpuint (problem->line, ==, expected[i].line);
      g_assert_cmpuint (problem->row, ==, expected[i].row);
      g_assert_cmpuint (problem->column, ==, expected[i].column);
      g_assert_cmpuint (strlen (sentence), >, 10);
    }
  g_assert_cmpstr (rm_sheet_get_cell (table, 1, 1), ==, "x y");
  g_assert_true (rm_sheet_find_column (table, "COLUMN 2", &column));
  g_assert_cmpuint (column, ==, 1);
  g_assert_true (rm_sheet_find_column (table, "3", &column));
  g_assert_cmpuint (column, ==, 2);
  g_assert_false (rm_sheet_find_column (table, "4", &column));
}

static gboolean
stop (double fraction,
      gpointer data)
{
  return FALSE;
}

static void
assert_refused (GString *text,
                RmExchangeError code)
{
  g_autoptr (GError) error = NULL;
  RmSheet *table
    = rm_csv_reader_read ((const guchar *) text->str, text->len, '\0', stop, NULL, &error);

  g_assert_null (table);
  g_assert_error (error, RM_EXCHANGE_ERROR, (int) code);
  g_string_free (text, TRUE);
}

static GString *
repeat (const char *before,
        const char *part,
        guint n)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  return text;
}

static void
test_limits (void)
{
  g_autoptr (GString) rows = repeat ("a,b\n", "1,2\n", RM_SHEET_MAX_ROWS);
  g_autoptr (GString) cells = repeat ("a", ",a", RM_SHEET_MAX_COLUMNS - 1);
  g_autoptr (GString) cell = repeat ("a,b\n\"", "0123456789abcdef", RM_SHEET_MAX_CELL / 16);
  g_autoptr (RmSheet) table = NULL;
  g_autoptr (GError) error = NULL;

  table = read_text (rows->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rm_sheet_get_n_rows (table), ==, RM_SHEET_MAX_ROWS);
  g_clear_pointer (&table, rm_sheet_unref);
  table = read_text (cells->str, &error);
  g_assert_no_error (error);
  g_clear_pointer (&table, rm_sheet_unref);
  g_string_append (cell, "\"");
  table = read_text (cell->str, &error);
  g_assert_no_error (error);

  assert_refused (g_string_new (""), RM_EXCHANGE_ERROR_EMPTY);
  assert_refused (g_string_new ("\n \r\n"), RM_EXCHANGE_ERROR_EMPTY);
  assert_refused (g_string_new ("a,b\n1,\"x\n2,3\n"), RM_EXCHANGE_ERROR_QUOTE);
  assert_refused (repeat ("a", ",a", RM_SHEET_MAX_COLUMNS), RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS);
  assert_refused (repeat ("a,b\n\"", "0123456789abcde\n", RM_SHEET_MAX_CELL / 16 + 1),
                  RM_EXCHANGE_ERROR_CELL_TOO_LONG);
  assert_refused (repeat ("a,b\n", "0123456789abcdef", RM_SHEET_MAX_CELL / 16 + 1),
                  RM_EXCHANGE_ERROR_CELL_TOO_LONG);
  assert_refused (repeat ("", "0123456789abcdef", RM_SHEET_MAX_BYTES / 16 + 1),
                  RM_EXCHANGE_ERROR_TOO_BIG);
  assert_refused (repeat ("a,b\n", "1,2\n", 2000), RM_EXCHANGE_ERROR_CANCELLED);

  g_string_append (rows, "1,2\n");
  g_clear_pointer (&table, rm_sheet_unref);
  table = read_text (rows->str, &error);
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_MANY_ROWS);
}

static void
check_spectrum (const char *folder,
                const char *name)
{
  g_autofree char *csv = g_strconcat (folder, "/csvs/", name, ".csv", NULL);
  g_autofree char *json = g_strconcat (folder, "/json/", name, ".json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (csv);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSheet) table = rm_source_load (file, NULL, NULL, NULL, &error);
  JsonNode *root = NULL;
  JsonArray *rows = NULL;

  g_test_message ("%s", name);
  g_assert_no_error (error);
  json_parser_load_from_file (parser, json, &error);
  g_assert_no_error (error);
  root = json_parser_get_root (parser);
  rows = JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  g_assert_cmpuint (rm_sheet_get_n_rows (table), ==,
                    rows != NULL ? json_array_get_length (rows) : 1);

  for (guint r = 0; r < rm_sheet_get_n_rows (table); r++)
    for (guint c = 0; c < rm_sheet_get_n_columns (table); c++)
      {
        JsonObject *row = rows != NULL ? json_array_get_object_element (rows, r)
                                       : json_node_get_object (root);
        const char *header = rm_sheet_get_header (table, c);

        /* The one expectation in there that is not what its CSV file says. */
        if (g_str_equal (header, "Contact Phone Number"))
          continue;
        g_assert_true (json_object_has_member (row, header));
        g_assert_cmpstr (rm_sheet_get_cell (table, r, c), ==,
                         json_object_get_string_member (row, header));
      }
}

static void
test_spectrum (void)
{
  static const char *const names[] = {
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates",
    "newlines", "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  };
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "third-party",
                                                   "csv-spectrum", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    check_spectrum (folder, names[i]);
}

static void
test_taxonomy (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "third-party", "esco",
                                                 "skills.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSheet) table = NULL;

  table = rm_source_load (file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rm_sheet_get_n_columns (table), ==, 4);
  g_assert_cmpuint (rm_sheet_get_n_rows (table), ==, 82);
  g_assert_cmpuint (rm_sheet_get_problems (table)->len, ==, 0);
}

static const struct
{
  const char *plain;
  const char *guarded;
} guards[] = {
  { "", "" },           { "a", "a" },           { "'", "'" },         { "'a", "'a" },
  { "=1+1", "'=1+1" },  { "+49", "'+49" },      { "-x", "'-x" },      { "@home", "'@home" },
  { "\tx", "'\tx" },    { "\rx", "'\rx" },      { "'=x", "''=x" },    { "''-", "'''-" },
  { "'d 's", "'d 's" }, { "' =", "' =" },       { "＝1", "'＝1" },    { "＋49", "'＋49" },
  { "－x", "'－x" },    { "＠x", "'＠x" },      { "'＝x", "''＝x" },  { "ｘ＝", "ｘ＝" },
};

static void
test_guard (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (guards); i++)
    {
      g_autofree char *guarded = rm_csv_guard (guards[i].plain);

      g_assert_cmpstr (guarded, ==, guards[i].guarded);
      g_assert_cmpstr (rm_csv_unguard (guarded), ==, guards[i].plain);
    }
}

static void
test_writer (void)
{
  RmCsvWriter *writer = rm_csv_writer_new (TRUE);
  g_autoptr (GString) out = NULL;

  rm_csv_writer_add_text (writer, "a;b");
  rm_csv_writer_add_text (writer, "-1");
  rm_csv_writer_add_value (writer, "-1");
  rm_csv_writer_add_text (writer, NULL);
  rm_csv_writer_add_text (writer, "say \"no\"\n");
  rm_csv_writer_end_row (writer);
  rm_csv_writer_add_text (writer, "");
  rm_csv_writer_end_row (writer);
  out = rm_csv_writer_finish (writer);
  g_assert_cmpstr (out->str, ==,
                   "\xEF\xBB\xBF\"a;b\",'-1,-1,,\"say \"\"no\"\"\n\"\r\n\"\"\r\n");
}

/* Whatever is written reads back equal. */
static void
check_round_trip (GPtrArray *cells,
                  guint n_columns,
                  gboolean with_mark)
{
  RmCsvWriter *writer = rm_csv_writer_new (with_mark);
  g_autoptr (GString) out = NULL;
  g_autoptr (RmSheet) table = NULL;
  g_autoptr (GError) error = NULL;

  for (guint c = 0; c < n_columns; c++)
    rm_csv_writer_add_value (writer, "header");
  rm_csv_writer_end_row (writer);
  for (guint i = 0; i < cells->len; i++)
    {
      rm_csv_writer_add_text (writer, g_ptr_array_index (cells, i));
      if (i % n_columns == n_columns - 1)
        rm_csv_writer_end_row (writer);
    }
  out = rm_csv_writer_finish (writer);
  table = rm_csv_reader_read ((const guchar *) out->str, out->len, n_columns == 1 ? ',' : '\0',
                              NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rm_sheet_get_origin (table)->separator, ==, ',');
  g_assert_cmpuint (rm_sheet_get_n_rows (table), ==, cells->len / n_columns);
  for (guint i = 0; i < cells->len; i++)
    g_assert_cmpstr (rm_csv_unguard (rm_sheet_get_cell (table, i / n_columns, i % n_columns)),
                     ==, g_ptr_array_index (cells, i));
}

static void
test_round_trip (void)
{
  static const char *const parts[] = {
    "'", "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\"", ",", ";", "|", " ", "a", "ë", "0",
    "\xEF\xBB\xBF", "語", "\"\"",
  };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < TEST_SCALE (2000); i++)
    {
      guint n_columns = (guint) g_rand_int_range (rand, 1, 5);
      guint n_rows = (guint) g_rand_int_range (rand, 0, 6);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint c = 0; c < n_columns * n_rows; c++)
        {
          GString *cell = g_string_new (NULL);

          for (gint p = g_rand_int_range (rand, 0, 6); p > 0; p--)
            g_string_append (cell, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
          g_ptr_array_add (cells, g_string_free (cell, FALSE));
        }
      check_round_trip (cells, n_columns, g_rand_boolean (rand));
    }
}

static void
test_naughty (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "third-party",
                                                 "naughty-strings", "blns.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  JsonArray *strings = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  strings = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (strings); i++)
    {
      const char *string = json_array_get_string_element (strings, i);

      g_ptr_array_add (cells, g_strdup (string));
      g_ptr_array_add (cells, g_strconcat ("'", string, NULL));
    }
  check_round_trip (cells, 2, FALSE);
  check_round_trip (cells, 1, TRUE);
}

/* Any bytes: a table or an error, and every cell can be asked for. */
static void
test_random (void)
{
  static const char alphabet[] = "a,;\t|\"\"\r\n '=\xC3\xAB\xFF";
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < TEST_SCALE (20000); i++)
    {
      guchar bytes[80];
      gsize length = (gsize) g_rand_int_range (rand, 0, sizeof bytes + 1);
      g_autoptr (RmSheet) table = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize b = 0; b < length; b++)
        bytes[b] = (guchar) alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];
      table = rm_csv_reader_read (bytes, length, '\0', NULL, NULL, &error);
      g_assert_true ((table == NULL) == (error != NULL));
      if (table != NULL)
        g_free (dump (table));
    }
}

/* Rows, lines and problems are counted from the row of headers on, wherever that is. */
static void
test_header_line (void)
{
  static const char text[] = "List of people\n\nno,name\n1,Ada\n2,Ben,more\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSheet) table = rm_csv_reader_read ((const guchar *) text, strlen (text), ',', NULL,
                                                     NULL, &error);
  const RmFileProblem *problem = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (rm_sheet_get_n_columns (table), ==, 1);
  g_assert_false (rm_sheet_set_header_line (table, 99));
  g_assert_true (rm_sheet_set_header_line (table, 3));
  g_assert_cmpuint (rm_sheet_get_header_line (table), ==, 3);
  g_assert_cmpuint (rm_sheet_get_n_columns (table), ==, 2);
  g_assert_cmpuint (rm_sheet_get_n_rows (table), ==, 2);
  g_assert_cmpstr (rm_sheet_get_header (table, 1), ==, "name");
  g_assert_cmpstr (rm_sheet_get_cell (table, 1, 1), ==, "Ben");
  g_assert_cmpuint (rm_sheet_get_line (table, 1), ==, 5);
  g_assert_cmpuint (rm_sheet_get_problems (table)->len, ==, 2);
  problem = g_ptr_array_index (rm_sheet_get_problems (table), 0);
  g_assert_cmpint (problem->type, ==, RM_FILE_PROBLEM_HEADER_FOUND);
  problem = g_ptr_array_index (rm_sheet_get_problems (table), 1);
  g_assert_cmpint (problem->type, ==, RM_FILE_PROBLEM_ROW_LONG);
  g_assert_cmpuint (problem->row, ==, 1);
  g_assert_cmpuint (problem->line, ==, 5);

  /* And back again. */
  g_assert_true (rm_sheet_set_header_line (table, 1));
  g_assert_cmpuint (rm_sheet_get_n_columns (table), ==, 1);
  g_assert_cmpstr (rm_sheet_get_header (table, 0), ==, "List of people");
}

/* A row that is not as wide as the others is told of, even if what is too much is blank: where a
 * cell was cut in two the others are shifted. A separator at the end of every row is nothing. */
static void
test_ragged (void)
{
  static const struct
  {
    const char *text;
    const char *lines;
  } files[] = {
    { "no,name,site,note\n1,Ada,Bonn,\n2,Ben,Lyon,\n3,Smith, John,Bonn,\n4,Di,Lyon,x\n", "4 " },
    { "no,name,site\n1,Ada,Bonn,\n2,Ben,Lyon,\n3,Cy,Bonn,\n4,Di,Lyon,\n5,Ed,Lyon,\n", "" },
    { "no,name,site\n1,Ada,Bonn,\n2,Ben,Lyon,\n3,Cy,Bonn,\n4,Di,Lyon,\n5,Ed,\n6,Flo\n", "7 " },
    { "no,name,site,note\n1,Ada,Bonn\n2,Ben,Lyon\n3,Cy,Bonn\n4,Di,Lyon\n5,Ed\n", "6 " },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (files); k++)
    {
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (RmSheet) table = read_text (files[k].text, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < rm_sheet_get_problems (table)->len; i++)
        g_string_append_printf (lines, "%u ",
                                ((RmFileProblem *) g_ptr_array_index (rm_sheet_get_problems (table),
                                                                      i))->line);
      g_assert_cmpstr (lines->str, ==, files[k].lines);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/header-line", test_header_line);
  g_test_add_func ("/exchange/csv/cases", test_cases);
  g_test_add_func ("/exchange/csv/problems", test_problems);
  g_test_add_func ("/exchange/csv/ragged", test_ragged);
  g_test_add_func ("/exchange/csv/limits", test_limits);
  g_test_add_func ("/exchange/csv/spectrum", test_spectrum);
  g_test_add_func ("/exchange/csv/taxonomy", test_taxonomy);
  g_test_add_func ("/exchange/csv/guard", test_guard);
  g_test_add_func ("/exchange/csv/writer", test_writer);
  g_test_add_func ("/exchange/csv/round-trip", test_round_trip);
  g_test_add_func ("/exchange/csv/naughty", test_naughty);
  g_test_add_func ("/exchange/csv/random", test_random);
  return g_test_run ();
}
