/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/csv/rm-file-problem.h"
#include "exchange/csv/rm-text-decoder.h"

G_BEGIN_DECLS

/**
 * RmCsvTable:
 *
 * A table that was read from a file: headers, rows of cells, and the line of the file on which each
 * row begins. Immutable, so any thread may read it; all cells stand in one buffer.
 *
 * Rows have as many cells as there are headers. Cells are as the file has them: an apostrophe that
 * guards a formula is still there (rm_csv_unguard()).
 */

RmCsvTable *rm_csv_table_ref (RmCsvTable *self);
void rm_csv_table_unref (RmCsvTable *self);

/**
 * rm_csv_table_set_header_line:
 * @self: a table that nobody else holds yet
 * @line: the line of the file, from 1, on which the row of headers begins
 *
 * Without this the first row has the headers. What is above them is no row.
 *
 * Returns: whether a row begins there
 */
gboolean rm_csv_table_set_header_line (RmCsvTable *self,
                                       guint line);
guint rm_csv_table_get_header_line (const RmCsvTable *self);

guint rm_csv_table_get_n_rows (const RmCsvTable *self);
guint rm_csv_table_get_n_columns (const RmCsvTable *self);

/**
 * rm_csv_table_get_header:
 * @self: a table
 * @column: index of a column
 *
 * Returns: (transfer none): the trimmed header; a column without one is called "Column 3", and the
 *   second of two with one name "Name (2)", so that no two are the same
 */
const char *rm_csv_table_get_header (const RmCsvTable *self,
                                     guint column);

/**
 * rm_csv_table_has_header:
 * @self: a table
 * @column: index of a column
 *
 * Returns: whether the file has a header for that column
 */
gboolean rm_csv_table_has_header (const RmCsvTable *self,
                                  guint column);

/**
 * rm_csv_table_get_cell:
 * @self: a table
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: (transfer none): the cell; "" where the row is too short
 */
const char *rm_csv_table_get_cell (const RmCsvTable *self,
                                   guint row,
                                   guint column);

/**
 * rm_csv_table_get_line:
 * @self: a table
 * @row: index of a row
 *
 * Returns: the line of the file on which the row begins, from 1
 */
guint rm_csv_table_get_line (const RmCsvTable *self,
                             guint row);

/**
 * rm_csv_table_find_column:
 * @self: a table
 * @name: a header in any case, with or without accents and punctuation, or a column's number
 *   from 1
 * @column: (out): its index
 *
 * Returns: whether there is such a column
 */
gboolean rm_csv_table_find_column (const RmCsvTable *self,
                                   const char *name,
                                   guint *column);

char rm_csv_table_get_separator (const RmCsvTable *self);
RmEncoding rm_csv_table_get_encoding (const RmCsvTable *self);

/**
 * rm_csv_table_get_problems:
 * @self: a table
 *
 * Returns: (transfer none) (element-type RmFileProblem): what is odd about the file itself
 */
GPtrArray *rm_csv_table_get_problems (const RmCsvTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmCsvTable, rm_csv_table_unref)

G_END_DECLS
