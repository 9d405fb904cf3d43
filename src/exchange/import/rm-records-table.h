/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-table.h"
#include "exchange/csv/rm-csv-table.h"

G_BEGIN_DECLS

/**
 * RmRecordsTable:
 * @records: (owned) (element-type RmRecord): one for each row that says something
 * @problems: (owned) (element-type RmFileProblem): cells that could not be read
 *
 * What a table says about records of one entity that refer to nothing, such as holidays.
 */
typedef struct
{
  GPtrArray *records;
  GPtrArray *problems;
} RmRecordsTable;

/**
 * rm_records_table_new:
 * @table: a CSV file
 * @entity: what its rows are
 * @error: %RM_EXCHANGE_ERROR_COLUMN where no column is one of names
 *
 * Columns are found by their headers: keys of fields and the other words for them. A cell that cannot
 * be read is left blank; a row without a name is left out. Both are listed.
 *
 * Returns: (transfer full) (nullable): what was read
 */
RmRecordsTable *rm_records_table_new (const RmCsvTable *table,
                                      const RmEntity *entity,
                                      GError **error);

void rm_records_table_free (RmRecordsTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmRecordsTable, rm_records_table_free)

G_END_DECLS
