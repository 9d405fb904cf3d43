/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-file-problem.h"

G_BEGIN_DECLS

/**
 * RmSheet:
 *
 * A table that was read from a file: headers, rows of cells, and the line of the file on which each
 * row begins. Immutable, so any thread may read it; all cells stand in one buffer.
 *
 * Rows have as many cells as there are headers. Cells are as the file has them: an apostrophe that
 * guards a formula is still there (rm_csv_unguard()).
 */

RmSheet *rm_sheet_ref (RmSheet *self);
void rm_sheet_unref (RmSheet *self);

/**
 * rm_sheet_set_header_line:
 * @self: a table that nobody else holds yet
 * @line: the line of the file, from 1, on which the row of headers begins
 *
 * Without this the first row has the headers. What is above them is no row.
 *
 * Returns: whether a row begins there
 */
gboolean rm_sheet_set_header_line (RmSheet *self,
                                       guint line);
guint rm_sheet_get_header_line (const RmSheet *self);

guint rm_sheet_get_n_rows (const RmSheet *self);
guint rm_sheet_get_n_columns (const RmSheet *self);

/**
 * rm_sheet_get_header:
 * @self: a table
 * @column: index of a column
 *
 * Returns: (transfer none): the trimmed header; a column without one is called "Column 3", and the
 *   second of two with one name "Name (2)", so that no two are the same
 */
const char *rm_sheet_get_header (const RmSheet *self,
                                     guint column);

/**
 * rm_sheet_has_header:
 * @self: a table
 * @column: index of a column
 *
 * Returns: whether the file has a header for that column
 */
gboolean rm_sheet_has_header (const RmSheet *self,
                                  guint column);

/**
 * rm_sheet_get_cell:
 * @self: a table
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: (transfer none): the cell; "" where the row is too short
 */
const char *rm_sheet_get_cell (const RmSheet *self,
                                   guint row,
                                   guint column);

/**
 * rm_sheet_get_line:
 * @self: a table
 * @row: index of a row
 *
 * Returns: the line of the file on which the row begins, from 1
 */
guint rm_sheet_get_line (const RmSheet *self,
                             guint row);

/**
 * rm_sheet_find_column:
 * @self: a table
 * @name: a header in any case, with or without accents and punctuation, or a column's number
 *   from 1
 * @column: (out): its index
 *
 * Returns: whether there is such a column
 */
gboolean rm_sheet_find_column (const RmSheet *self,
                                   const char *name,
                                   guint *column);

char rm_sheet_get_separator (const RmSheet *self);
RmEncoding rm_sheet_get_encoding (const RmSheet *self);

/**
 * rm_sheet_get_problems:
 * @self: a table
 *
 * Returns: (transfer none) (element-type RmFileProblem): what is odd about the file itself
 */
GPtrArray *rm_sheet_get_problems (const RmSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmSheet, rm_sheet_unref)

G_END_DECLS
