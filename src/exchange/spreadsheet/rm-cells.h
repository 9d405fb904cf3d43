/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/**
 * RmCells:
 *
 * A sheet being filled by the reader of a workbook. It leaves out blank rows and what is blank at
 * the end of others before they take memory, keeps the limits, and says at the end, once for each
 * kind, what a person has to know.
 */
typedef struct _RmCells RmCells;

/** RmCellsCount: what is counted and said. */
typedef enum
{
  RM_CELLS_HIDDEN_COLUMNS,
  RM_CELLS_ERRORS,
  RM_CELLS_UNKNOWN_FORMULAS,
  RM_CELLS_ZERO_FORMULAS,
  RM_CELLS_N_COUNTS,
} RmCellsCount;

/**
 * rm_cells_new:
 * @max_rows: how many rows below the headers
 *
 * Returns: (transfer full): an empty sheet
 */
RmCells *rm_cells_new (guint max_rows);
void rm_cells_free (RmCells *self);

/**
 * rm_cells_begin_row:
 * @self: a sheet
 * @number: the row, from 1, above those before
 * @hidden: whether it is not shown
 */
void rm_cells_begin_row (RmCells *self,
                         guint number,
                         gboolean hidden);

/**
 * rm_cells_add:
 * @self: a sheet with a row
 * @column: from 0, above those before
 * @kind: what it is
 * @text: its text; "" is nothing
 * @length: bytes of @text
 * @error: %RM_EXCHANGE_ERROR_TOO_MANY_ROWS, %RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS,
 *   %RM_EXCHANGE_ERROR_CELL_TOO_LONG, %RM_EXCHANGE_ERROR_TOO_BIG
 *
 * Returns: success
 */
gboolean rm_cells_add (RmCells *self,
                       guint column,
                       RmCellKind kind,
                       const char *text,
                       gsize length,
                       GError **error);

/* Whether anything was added. */
gboolean rm_cells_is_empty (const RmCells *self);

/* Notes that a date in @column is at that time of its day: what a whole column has in common. */
void rm_cells_note_date (RmCells *self,
                         guint column,
                         const char *day,
                         int seconds);

void rm_cells_count (RmCells *self,
                     RmCellsCount what,
                     guint n);

/* A rectangle of which only the first cell counts; columns from 0, ends included. */
void rm_cells_merge (RmCells *self,
                     guint first_row,
                     guint last_row,
                     guint first_column,
                     guint last_column);

/* That many columns from @first on are not shown. */
void rm_cells_hide_columns (RmCells *self,
                            guint first,
                            guint n);

/**
 * rm_cells_finish:
 * @self: (transfer full): a sheet
 * @origin: (transfer full): where it came from
 * @error: %RM_EXCHANGE_ERROR_EMPTY
 *
 * Returns: (transfer full) (nullable): the sheet
 */
RmSheet *rm_cells_finish (RmCells *self,
                          RmSheetOrigin *origin,
                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmCells, rm_cells_free)

G_END_DECLS
