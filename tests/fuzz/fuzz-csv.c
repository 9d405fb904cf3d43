/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "exchange/csv/rm-csv-reader.h"
#include "exchange/csv/rm-csv-writer.h"
#include "exchange/import/rm-import-plan.h"

/* Any table: read it, get each cell, import it as people and as ratings, and write it so that it
 * reads back equal. */

static void
check_import (RmSheet *table,
              RmImportKind kind)
{
  g_autoptr (RmProgramme) programme = rm_programme_new_changed (NULL, NULL, NULL, NULL);
  g_autoptr (RmImportPlan) plan = rm_import_plan_new (table, kind, programme, NULL);
  g_autoptr (RmImportResult) result = rm_import_plan_evaluate (plan, NULL, NULL, NULL);

  if (result != NULL)
    g_assert_cmpuint (result->n_rows, ==, rm_sheet_get_n_rows (table));
}

static void
check_round_trip (RmSheet *table)
{
  RmCsvWriter *writer = rm_csv_writer_new (TRUE);
  guint n_columns = rm_sheet_get_n_columns (table);
  g_autoptr (GString) out = NULL;
  g_autoptr (RmSheet) again = NULL;

  for (guint c = 0; c < n_columns; c++)
    rm_csv_writer_add_value (writer, "header");
  rm_csv_writer_end_row (writer);
  for (guint r = 0; r < rm_sheet_get_n_rows (table); r++)
    {
      for (guint c = 0; c < n_columns; c++)
        rm_csv_writer_add_text (writer, rm_sheet_get_cell (table, r, c));
      rm_csv_writer_end_row (writer);
    }
  out = rm_csv_writer_finish (writer);
  again = rm_csv_reader_read ((const guchar *) out->str, out->len, ',', NULL, NULL, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (rm_sheet_get_n_rows (again), ==, rm_sheet_get_n_rows (table));
  for (guint r = 0; r < rm_sheet_get_n_rows (table); r++)
    for (guint c = 0; c < n_columns; c++)
      g_assert_cmpstr (rm_csv_unguard (rm_sheet_get_cell (again, r, c)), ==,
                       rm_sheet_get_cell (table, r, c));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (RmSheet) table = rm_csv_reader_read (data, size, '\0', NULL, NULL, NULL);

  if (table == NULL)
    return 0;

  check_round_trip (table);
  rm_import_find_header (table);
  check_import (table, RM_IMPORT_PEOPLE);
  check_import (table, RM_IMPORT_RATINGS);
  return 0;
}
