/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/**
 * RmWorkbook:
 *
 * Which sheet of a workbook is read: the one that is named, or else the first that is visible and
 * has cells. Hidden ones are only read if named: people do not know that they are there.
 */
typedef struct _RmWorkbook RmWorkbook;

/**
 * rm_workbook_new:
 * @format: its format
 * @wanted: (nullable): the name of a sheet, in any case
 *
 * Returns: (transfer full): a workbook whose sheets are not known yet
 */
RmWorkbook *rm_workbook_new (RmSheetFormat format,
                             const char *wanted);
void rm_workbook_free (RmWorkbook *self);

/**
 * rm_workbook_add:
 * @self: a workbook
 * @name: the name of its next sheet
 * @hidden: whether it is not shown
 * @has_cells: whether any cell has a value
 *
 * Returns: whether this is the one to read
 */
gboolean rm_workbook_add (RmWorkbook *self,
                          const char *name,
                          gboolean hidden,
                          gboolean has_cells);

/* Returns: whether a sheet with that name would be the one to read; until one is */
gboolean rm_workbook_wants (const RmWorkbook *self,
                            const char *name,
                            gboolean hidden);

/**
 * rm_workbook_finish:
 * @self: a workbook with all its sheets
 * @error: %RM_EXCHANGE_ERROR_SHEET, %RM_EXCHANGE_ERROR_EMPTY
 *
 * Returns: (transfer full) (nullable): where the sheet to read comes from
 */
RmSheetOrigin *rm_workbook_finish (RmWorkbook *self,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmWorkbook, rm_workbook_free)

G_END_DECLS
