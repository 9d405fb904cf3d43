/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/rm-import-plan.h"
#include "exchange/import/rm-import-result.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmImportProblems:
 *
 * The problems in a file, row by row, with a field to correct the cell and a switch to leave the
 * row out. Changed rows stay in the list, so that changes can be reverted.
 *
 * Cells of one column with one value that cannot be read are one problem.
 *
 * Signal "cell-corrected" (GArray *rows, guint column, const char *text); rows are guint.
 * Signal "row-skipped" (GArray *rows, gboolean skipped).
 * Signal "row-same" (guint row, gboolean same): the same person, under a new name and address.
 */
#define RM_TYPE_IMPORT_PROBLEMS (rm_import_problems_get_type ())
G_DECLARE_FINAL_TYPE (RmImportProblems, rm_import_problems, RM, IMPORT_PROBLEMS, GtkWidget)

GtkWidget *rm_import_problems_new (void);

/**
 * rm_import_problems_show:
 * @self: the widget
 * @plan: a plan; not kept
 * @result: its result; not kept
 */
void rm_import_problems_show (RmImportProblems *self,
                              const RmImportPlan *plan,
                              const RmImportResult *result);

/**
 * rm_import_problems_forget:
 * @self: the widget
 *
 * Empties the list: another plan is about to be shown.
 */
void rm_import_problems_forget (RmImportProblems *self);

/**
 * rm_import_problems_count:
 * @self: the problems
 *
 * Returns: how many things are to correct: those alike are one
 */
guint rm_import_problems_count (RmImportProblems *self);

G_END_DECLS
