/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/rm-source.h"

#include <json-glib/json-glib.h>
#include <locale.h>

/* dump-sheet FILE [SHEET]: what is read from a file, as JSON: for tests/interop/run, and to look at
 * a file that somebody sends. */

static void
add_problems (JsonBuilder *builder,
              GPtrArray *problems)
{
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *text = rm_file_problem_describe (g_ptr_array_index (problems, i));

      json_builder_add_string_value (builder, text);
    }
  json_builder_end_array (builder);
}

static void
add_row (JsonBuilder *builder,
         const RmSheet *sheet,
         guint row)
{
  static const char *const kinds[] = { "text", "number", "date", "truth" };

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, rm_sheet_get_line (sheet, row));
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_array (builder);
  for (guint c = 0; c < rm_sheet_get_n_columns (sheet); c++)
    json_builder_add_string_value (builder, rm_sheet_get_cell (sheet, row, c));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "kinds");
  json_builder_begin_array (builder);
  for (guint c = 0; c < rm_sheet_get_n_columns (sheet); c++)
    json_builder_add_string_value (builder, kinds[rm_sheet_get_kind (sheet, row, c)]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print (const RmSheet *sheet)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *origin = rm_sheet_origin_describe (rm_sheet_get_origin (sheet));
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "origin");
  json_builder_add_string_value (builder, origin);
  json_builder_set_member_name (builder, "headers");
  json_builder_begin_array (builder);
  for (guint c = 0; c < rm_sheet_get_n_columns (sheet); c++)
    json_builder_add_string_value (builder, rm_sheet_get_header (sheet, c));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint r = 0; r < rm_sheet_get_n_rows (sheet); r++)
    add_row (builder, sheet, r);
  json_builder_end_array (builder);
  add_problems (builder, rm_sheet_get_problems ((RmSheet *) sheet));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

int
main (int argc,
      char **argv)
{
  const RmSourceOptions options = { .sheet = argc > 2 ? argv[2] : NULL };
  g_autoptr (GFile) file = argc > 1 ? g_file_new_for_commandline_arg (argv[1]) : NULL;
  g_autoptr (RmSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (file == NULL)
    {
      g_printerr ("usage: dump-sheet FILE [SHEET]\n");
      return 2;
    }

  sheet = rm_source_load (file, &options, NULL, NULL, &error);
  if (sheet == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  print (sheet);
  return 0;
}
