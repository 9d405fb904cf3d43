/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-table.h"
#include "exchange/import/rm-dates.h"
#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/**
 * RmRecordsTable:
 * @records: (owned) (element-type RmRecord): one for each row that says something
 * @n_left_out: rows in which something could not be read, or that have no name
 * @problems: (owned) (element-type RmFileProblem): why, and what is wrong with the file itself
 * @ignored: (owned) (element-type utf8): headers of columns that mean nothing here
 *
 * What a table says about records of one entity that refer to nothing, such as holidays.
 */
typedef struct
{
  GPtrArray *records;
  guint n_left_out;
  GPtrArray *problems;
  GPtrArray *ignored;
} RmRecordsTable;

/**
 * rm_records_table_new:
 * @table: a CSV file
 * @entity: what its rows are
 * @order: how dates are written where nothing else in their column says so: see #RmDates
 * @error: %RM_EXCHANGE_ERROR_COLUMN where no column is one of names
 *
 * Columns are found by their headers: keys of fields and the other words for them. A row is left
 * out whole where a cell of it cannot be read, since half a record would look like one that was
 * meant so.
 *
 * Returns: (transfer full) (nullable): what was read
 */
RmRecordsTable *rm_records_table_new (const RmSheet *table,
                                      const RmEntity *entity,
                                      RmDateOrder order,
                                      GError **error);

void rm_records_table_free (RmRecordsTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmRecordsTable, rm_records_table_free)

G_END_DECLS
