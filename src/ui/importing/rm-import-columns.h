/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/rm-import-plan.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmImportColumns:
 *
 * The columns of a file: the header, the first values, and a choice of target for each.
 *
 * Signal "column-mapped" (guint column, const char *target): the user chose; %NULL is "do not
 * import".
 */
#define RM_TYPE_IMPORT_COLUMNS (rm_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (RmImportColumns, rm_import_columns, RM, IMPORT_COLUMNS, GtkWidget)

GtkWidget *rm_import_columns_new (void);

/**
 * rm_import_columns_show:
 * @self: the widget
 * @plan: a plan; not kept
 *
 * Keeps the rows if the table is the same as before.
 */
void rm_import_columns_show (RmImportColumns *self,
                             const RmImportPlan *plan);

G_END_DECLS
