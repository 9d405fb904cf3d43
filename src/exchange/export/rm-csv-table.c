/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/csv/rm-csv-writer.h"
#include "exchange/export/rm-table-writer-private.h"

typedef struct
{
  RmTableWriter parent;

  RmCsvWriter *csv; /* owned */
} CsvTable;

static void
add (RmTableWriter *writer,
     RmTableCell kind,
     const char *text,
     double number)
{
  CsvTable *self = (CsvTable *) writer;

  if (kind == RM_TABLE_CELL_TEXT)
    rm_csv_writer_add_text (self->csv, text);
  else
    rm_csv_writer_add_value (self->csv, text);
}

static void
end_row (RmTableWriter *writer)
{
  rm_csv_writer_end_row (((CsvTable *) writer)->csv);
}

static GBytes *
finish (RmTableWriter *writer,
        GError **error)
{
  CsvTable *self = (CsvTable *) writer;

  return g_string_free_to_bytes (rm_csv_writer_finish (g_steal_pointer (&self->csv)));
}

static void
free_table (RmTableWriter *writer)
{
  CsvTable *self = (CsvTable *) writer;

  rm_csv_writer_free (self->csv);
  g_free (self);
}

RmTableWriter *
rm_csv_table_new (void)
{
  static const RmTableWriterClass class = { add, end_row, finish, free_table };
  CsvTable *self = g_new0 (CsvTable, 1);

  self->parent.class = &class;
  self->csv = rm_csv_writer_new (TRUE);

  return &self->parent;
}
