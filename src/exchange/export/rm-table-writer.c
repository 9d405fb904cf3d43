/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export/rm-table-writer-private.h"

#include <string.h>

RmTableFormat
rm_table_format_of_name (const char *name)
{
  gsize length = strlen (name);

  return length > 5 && g_ascii_strcasecmp (name + length - 5, ".xlsx") == 0 ? RM_TABLE_FORMAT_XLSX
                                                                           : RM_TABLE_FORMAT_CSV;
}

RmTableWriter *
rm_table_writer_new (RmTableFormat format,
                     const char *name,
                     guint n_fixed)
{
  switch (format)
    {
    case RM_TABLE_FORMAT_XLSX:
      return rm_xlsx_table_new (name, n_fixed);

    case RM_TABLE_FORMAT_TABS:
      return rm_tabs_table_new ();

    case RM_TABLE_FORMAT_CSV:
    default:
      return rm_csv_table_new ();
    }
}

void
rm_table_writer_add (RmTableWriter *self,
                     RmTableCell kind,
                     const char *text,
                     double number)
{
  self->class->add (self, kind, text != NULL ? text : "", number);
}

void
rm_table_writer_add_text (RmTableWriter *self,
                          const char *text)
{
  rm_table_writer_add (self, RM_TABLE_CELL_TEXT, text, 0);
}

void
rm_table_writer_add_word (RmTableWriter *self,
                          const char *word)
{
  rm_table_writer_add (self, RM_TABLE_CELL_WORD, word, 0);
}

void
rm_table_writer_add_number (RmTableWriter *self,
                            int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  rm_table_writer_add (self, RM_TABLE_CELL_NUMBER, text, number);
}

void
rm_table_writer_add_percent (RmTableWriter *self,
                             int percent)
{
  g_autofree char *text = g_strdup_printf ("%d", percent);

  rm_table_writer_add (self, RM_TABLE_CELL_PERCENT, text, percent);
}

/* Whole numbers may stand for words, and have one then. */
static RmTableCell
kind_of (const RmField *field,
         const char *text)
{
  switch (field->type)
    {
    case RM_FIELD_TEXT:
    case RM_FIELD_LIST:
      return RM_TABLE_CELL_TEXT;

    case RM_FIELD_DATE:
      return RM_TABLE_CELL_DATE;

    case RM_FIELD_DATE_TIME:
      return RM_TABLE_CELL_DATE_TIME;

    case RM_FIELD_YES_NO:
      return RM_TABLE_CELL_TRUTH;

    case RM_FIELD_INTEGER:
    case RM_FIELD_DURATION:
    case RM_FIELD_DECIMAL:
      return text[strspn (text, "+-.0123456789")] == '\0' ? RM_TABLE_CELL_NUMBER
                                                          : RM_TABLE_CELL_WORD;

    case RM_FIELD_CHOICE:
    case RM_FIELD_WEEK:
    case RM_FIELD_TIME:
    case RM_FIELD_REFERENCE:
    case RM_FIELD_REFERENCES:
    default:
      return RM_TABLE_CELL_WORD;
    }
}

void
rm_table_writer_add_field (RmTableWriter *self,
                           gconstpointer record,
                           const RmField *field)
{
  g_autofree char *text = rm_record_format (record, field);
  RmTableCell kind = kind_of (field, text);
  double number = 0;

  if (kind == RM_TABLE_CELL_NUMBER)
    number = g_ascii_strtod (text, NULL);
  else if (kind == RM_TABLE_CELL_TRUTH)
    number = rm_record_get_int (record, field) == 1;
  rm_table_writer_add (self, kind, text, number);
}

void
rm_table_writer_end_row (RmTableWriter *self)
{
  self->class->end_row (self);
}

GBytes *
rm_table_writer_finish (RmTableWriter *self,
                        GError **error)
{
  return self->class->finish (self, error);
}

void
rm_table_writer_free (RmTableWriter *self)
{
  if (self != NULL)
    self->class->free (self);
}
