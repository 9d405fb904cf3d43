/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/csv/rm-csv-writer.h"
#include "exchange/export/rm-table-writer-private.h"

/* What is pasted into a spreadsheet runs as what is opened in one does. Quotes are not understood
 * everywhere that tabs are, so tabs and line breaks within a cell become spaces. */

typedef struct
{
  RmTableWriter parent;

  GString *out; /* owned */
  gboolean in_row;
} TabsTable;

static void
add (RmTableWriter *writer,
     RmTableCell kind,
     const char *text,
     double number)
{
  TabsTable *self = (TabsTable *) writer;
  g_autofree char *cell = kind == RM_TABLE_CELL_TEXT ? rm_csv_guard (text) : g_strdup (text);

  if (self->in_row)
    g_string_append_c (self->out, '\t');
  self->in_row = TRUE;
  g_string_append (self->out, g_strdelimit (cell, "\t\r\n", ' '));
}

static void
end_row (RmTableWriter *writer)
{
  TabsTable *self = (TabsTable *) writer;

  g_string_append_c (self->out, '\n');
  self->in_row = FALSE;
}

static GBytes *
finish (RmTableWriter *writer,
        GError **error)
{
  TabsTable *self = (TabsTable *) writer;

  return g_string_free_to_bytes (g_steal_pointer (&self->out));
}

static void
free_table (RmTableWriter *writer)
{
  TabsTable *self = (TabsTable *) writer;

  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_free (self);
}

RmTableWriter *
rm_tabs_table_new (void)
{
  static const RmTableWriterClass class = { add, end_row, finish, free_table };
  TabsTable *self = g_new0 (TabsTable, 1);

  self->parent.class = &class;
  self->out = g_string_new (NULL);

  return &self->parent;
}
