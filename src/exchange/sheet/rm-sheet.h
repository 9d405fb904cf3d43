/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-file-problem.h"
#include "exchange/sheet/rm-sheet-origin.h"

G_BEGIN_DECLS

/** Limits of a sheet: what lies beyond is no list of people but a mistake or an attack. */
#define RM_SHEET_MAX_BYTES (50 * 1024 * 1024)
#define RM_SHEET_MAX_ROWS 200000
#define RM_SHEET_MAX_COLUMNS 500
#define RM_SHEET_MAX_CELL (1024 * 1024)
#define RM_SHEET_MAX_CELLS (20 * 1000 * 1000)
#define RM_SHEET_MAX_TEXT (256u * 1024 * 1024)
#define RM_SHEET_MAX_SHEETS 256

/**
 * RmCellKind:
 * @RM_CELL_TEXT: a text, or nothing is known of it
 * @RM_CELL_NUMBER: a number: "46082", "0.5", "50%"
 * @RM_CELL_DATE: a day: "2026-03-31"
 * @RM_CELL_TRUTH: "yes" or "no", which are read as such in every language
 *
 * What a cell is, where its source knows.
 */
typedef enum
{
  RM_CELL_TEXT,
  RM_CELL_NUMBER,
  RM_CELL_DATE,
  RM_CELL_TRUTH,
} RmCellKind;

/**
 * RmSheet:
 *
 * A table that was read from a file: headers, rows of cells, and the line of the file on which each
 * row begins. In a workbook that is the number of the row, and blank rows are left out as blank
 * lines are. Immutable, so any thread may read it; all cells stand in one buffer.
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
 * rm_sheet_get_kind:
 * @self: a table
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: what the cell is
 */
RmCellKind rm_sheet_get_kind (const RmSheet *self,
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

/**
 * rm_sheet_get_origin:
 * @self: a table
 *
 * Returns: (transfer none): where it came from
 */
const RmSheetOrigin *rm_sheet_get_origin (const RmSheet *self);

/**
 * rm_sheet_is_workbook:
 * @self: a table
 *
 * Returns: whether it has rows and cells where a text file has lines
 */
gboolean rm_sheet_is_workbook (const RmSheet *self);

/**
 * rm_sheet_locate:
 * @self: a table
 * @problem: a problem of its
 * @row: index of a row
 *
 * Says that @problem is in that row.
 */
void rm_sheet_locate (const RmSheet *self,
                      RmFileProblem *problem,
                      guint row);

/**
 * rm_sheet_get_problems:
 * @self: a table
 *
 * Returns: (transfer none) (element-type RmFileProblem): what is odd about the file itself
 */
GPtrArray *rm_sheet_get_problems (const RmSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmSheet, rm_sheet_unref)

G_END_DECLS
