/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Output of the verbs: tables for people, JSON for programs, problems in the format of compilers,
 * so that editors can jump to the line. */

struct _RmCliTable
{
  guint n_columns;
  guint n_left;
  GPtrArray *cells;
};

RmCliTable *
rm_cli_table_new (guint n_columns,
                  guint n_left)
{
  RmCliTable *self = g_new0 (RmCliTable, 1);

  self->n_columns = n_columns;
  self->n_left = n_left;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
rm_cli_table_free (RmCliTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
rm_cli_table_add (RmCliTable *self,
                  const char *cell)
{
  g_ptr_array_add (self->cells, g_strdup (cell));
}

void
rm_cli_table_add_number (RmCliTable *self,
                         gint64 number)
{
  g_ptr_array_add (self->cells, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

/* The width of a text on a terminal, in columns. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
append_cell (GString *line,
             const char *cell,
             guint width,
             gboolean number)
{
  guint pad = width - width_of (cell);

  if (line->len > 0)
    g_string_append (line, "  ");
  if (number)
    g_string_append_printf (line, "%*s%s", (int) pad, "", cell);
  else
    g_string_append_printf (line, "%s%*s", cell, (int) pad, "");
}

void
rm_cli_table_print (const RmCliTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint *width = &widths[i % self->n_columns];

      *width = MAX (*width, width_of (g_ptr_array_index (self->cells, i)));
    }

  for (guint i = 0; i + self->n_columns <= self->cells->len; i += self->n_columns)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint c = 0; c < self->n_columns; c++)
        append_cell (line, g_ptr_array_index (self->cells, i + c), widths[c], c >= self->n_left);
      g_print ("%s\n", g_strchomp (line->str));
    }
}

void
rm_cli_print_problem (const char *path,
                      const RmFileProblem *problem)
{
  g_autofree char *place = problem->line > 0 ? g_strdup_printf ("%s:%u", path, problem->line)
                                             : g_strdup (path);

  if (problem->column_name != NULL)
    /* Translators: a file and line, the header of a column, then what is wrong there */
    g_printerr (_ ("%s: column “%s”: %s\n"), place, problem->column_name, problem->message);
  else
    g_printerr ("%s: %s\n", place, problem->message);
}

void
rm_cli_tell_sheet (const RmSheetOrigin *origin)
{
  if (rm_sheet_origin_is_workbook (origin) && !origin->named
      && (g_strv_length (origin->sheets) > 1 || origin->hidden[0] != NULL))
    g_printerr ("%s\n", _ ("--sheet=NAME reads another sheet"));
}

JsonBuilder *
rm_cli_json_begin (void)
{
  return json_builder_begin_object (json_builder_new ());
}

void
rm_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  /* JSON is UTF-8 whatever the terminal thinks. */
  fputs (text, stdout);
  fputc ('\n', stdout);
}

void
rm_cli_json_string (JsonBuilder *builder,
                    const char *name,
                    const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
rm_cli_json_sentence (JsonBuilder *builder,
                      const char *name,
                      const char *sentence)
{
  g_autofree char *plain = rm_sentence_plain (sentence);

  rm_cli_json_string (builder, name, plain);
}

void
rm_cli_json_int (JsonBuilder *builder,
                 const char *name,
                 gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
rm_cli_json_boolean (JsonBuilder *builder,
                     const char *name,
                     gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
json_names (JsonBuilder *builder,
            const char *member,
            char *const *names)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; names[i] != NULL; i++)
    json_builder_add_string_value (builder, names[i]);
  json_builder_end_array (builder);
}

void
rm_cli_json_origin (JsonBuilder *builder,
                    const RmSheetOrigin *origin)
{
  const char separator[] = { origin->separator, '\0' };

  json_builder_set_member_name (builder, "source");
  json_builder_begin_object (builder);
  rm_cli_json_string (builder, "format", rm_sheet_format_get_name (origin->format));
  if (origin->format == RM_SHEET_CSV)
    {
      rm_cli_json_string (builder, "separator", separator);
      rm_cli_json_string (builder, "encoding", rm_encoding_get_name (origin->encoding));
    }
  else if (rm_sheet_origin_is_workbook (origin))
    {
      rm_cli_json_string (builder, "sheet", origin->name);
      json_names (builder, "sheets", origin->sheets);
      json_names (builder, "hidden-sheets", origin->hidden);
    }
  json_builder_end_object (builder);
}

void
rm_cli_json_problems (JsonBuilder *builder,
                      const char *name,
                      GPtrArray *problems)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    {
      const RmFileProblem *problem = g_ptr_array_index (problems, i);

      json_builder_begin_object (builder);
      rm_cli_json_int (builder, "line", problem->line);
      rm_cli_json_string (builder, "column", problem->column_name);
      rm_cli_json_string (builder, "value", problem->value);
      rm_cli_json_sentence (builder, "message", problem->message);
      rm_cli_json_boolean (builder, "row-skipped", problem->skips);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
rm_cli_json_figures (JsonBuilder *builder,
                     const RmFigures *figures)
{
  rm_cli_json_int (builder, "pairs", figures->n_pairs);
  rm_cli_json_int (builder, "mentees-paired", figures->n_paired);
  rm_cli_json_int (builder, "total", figures->total);
  rm_cli_json_int (builder, "lowest", figures->lowest);
}
