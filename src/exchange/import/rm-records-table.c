/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-records-table.h"

#include "exchange/csv/rm-csv-writer.h"
#include "exchange/import/rm-columns-private.h"
#include "exchange/import/rm-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const RmSheet *table;
  const RmField **fields; /* for each column the field it fills, or NULL */
  RmDates **dates;        /* for each column of dates how they are written */
  guint names;            /* the column of names */
  RmRecordsTable *result;
} Reading;

static const RmField **
map_columns (const RmSheet *table,
             const RmEntity *entity)
{
  const RmField **fields = g_new0 (const RmField *, rm_sheet_get_n_columns (table));

  for (guint f = 0; f < entity->n_fields; f++)
    {
      guint column = 0;

      if (rm_columns_find (table, entity->name, entity->fields[f].key, &column))
        fields[column] = &entity->fields[f];
    }

  return fields;
}

static RmDates **
learn_dates (const Reading *self,
             RmDateOrder order)
{
  guint n = rm_sheet_get_n_columns (self->table);
  RmDates **dates = g_new0 (RmDates *, n);

  for (guint c = 0; c < n; c++)
    {
      if (self->fields[c] == NULL || self->fields[c]->type != RM_FIELD_DATE)
        continue;
      dates[c] = rm_dates_new (order);
      for (guint row = 0; row < rm_sheet_get_n_rows (self->table); row++)
        rm_dates_learn (dates[c], rm_sheet_get_cell (self->table, row, c));
    }
  rm_dates_share (dates, n);

  return dates;
}

static void
free_dates (const Reading *self)
{
  for (guint c = 0; c < rm_sheet_get_n_columns (self->table); c++)
    g_clear_pointer (&self->dates[c], rm_dates_free);
  g_free (self->dates);
}

static gboolean
parse_cell (Reading *self,
            RmRecord *record,
            guint column,
            const char *text,
            GError **error)
{
  g_autofree char *day = NULL;

  if (self->dates[column] != NULL)
    switch (rm_dates_read (self->dates[column], text, &day))
      {
      case RM_DATE_READING_DATE:
        return rm_record_parse (record, self->fields[column], day, error);

      case RM_DATE_READING_OPEN:
        g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_FORMAT,
                     /* Translators: %s is a date like 03/04/2026 */
                     _ ("“%s” can be read with the day or the month first: write it as 2026-03-31"),
                     text);
        return FALSE;

      case RM_DATE_READING_NONE:
      default:
        break;
      }

  return rm_words_parse (record, self->fields[column], text, error);
}

static void
read_cell (Reading *self,
           RmRecord *record,
           guint row,
           guint column)
{
  const char *text = rm_csv_unguard (rm_sheet_get_cell (self->table, row, column));
  g_autoptr (GError) error = NULL;

  if (!parse_cell (self, record, column, text, &error))
    rm_columns_add_problem (self->result->problems, self->table, row, column,
                            RM_FILE_PROBLEM_VALUE, g_strdup (error->message));
}

static void
read_row (Reading *self,
          const RmEntity *entity,
          guint row)
{
  const RmField *name = rm_entity_find_field (entity, "name");
  g_autoptr (RmRecord) record = rm_record_new (entity);
  guint before = self->result->problems->len;

  for (guint c = 0; c < rm_sheet_get_n_columns (self->table); c++)
    if (self->fields[c] != NULL)
      read_cell (self, record, row, c);

  if (rm_record_is_blank (record, name) && self->result->problems->len == before)
    rm_columns_add_problem (self->result->problems, self->table, row, self->names,
                            RM_FILE_PROBLEM_VALUE, g_strdup (_ ("The row has no name")));
  if (self->result->problems->len == before)
    g_ptr_array_add (self->result->records, g_steal_pointer (&record));
  else
    self->result->n_left_out++;
}

static void
copy_problems (GPtrArray *to,
               GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, rm_file_problem_copy (g_ptr_array_index (from, i)));
}

static void
list_ignored (Reading *self)
{
  for (guint c = 0; c < rm_sheet_get_n_columns (self->table); c++)
    {
      const char *header = rm_sheet_get_header (self->table, c);

      if (self->fields[c] == NULL && header != NULL && *header != '\0')
        g_ptr_array_add (self->result->ignored, g_strdup (header));
    }
}

static gboolean
find_names (Reading *self,
            const RmEntity *entity)
{
  guint n = rm_sheet_get_n_columns (self->table);

  self->names = 0;
  while (self->names < n
         && self->fields[self->names] != rm_entity_find_field (entity, "name"))
    self->names++;

  return self->names < n;
}

RmRecordsTable *
rm_records_table_new (const RmSheet *table,
                      const RmEntity *entity,
                      RmDateOrder order,
                      GError **error)
{
  g_autoptr (RmRecordsTable) self = g_new0 (RmRecordsTable, 1);
  g_autofree const RmField **fields = map_columns (table, entity);
  Reading reading = { .table = table, .fields = fields, .result = self };

  self->records = g_ptr_array_new_with_free_func (rm_record_unref);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_file_problem_free);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  if (!find_names (&reading, entity))
    {
      g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN,
                           _ ("The file has no column with names: call one of them “Name”"));
      return NULL;
    }
  copy_problems (self->problems, rm_sheet_get_problems (table));
  list_ignored (&reading);
  reading.dates = learn_dates (&reading, order);
  for (guint row = 0; row < rm_sheet_get_n_rows (table); row++)
    read_row (&reading, entity, row);
  free_dates (&reading);

  return g_steal_pointer (&self);
}

void
rm_records_table_free (RmRecordsTable *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->ignored, g_ptr_array_unref);
  g_free (self);
}
