/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmImportDialog:
 *
 * Imports people or ratings from a CSV file: the columns, a preview of the first rows, the problems
 * by row with corrections, then the import as a job. One step of undo.
 */
#define RM_TYPE_IMPORT_DIALOG (rm_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RmImportDialog, rm_import_dialog, RM, IMPORT_DIALOG, AdwWindow)

/**
 * rm_import_dialog_new:
 * @session: the programme
 * @file: a CSV file
 *
 * Returns: (transfer floating): the dialog, which reads @file when shown
 */
GtkWidget *rm_import_dialog_new (RmSession *session,
                                 GFile *file);

/**
 * rm_import_dialog_new_pasted:
 * @session: the programme
 * @text: what the clipboard holds
 *
 * Returns: (transfer floating): the dialog, which reads @text when shown
 */
GtkWidget *rm_import_dialog_new_pasted (RmSession *session,
                                        GBytes *text);

G_END_DECLS
