/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import/rm-import-plan.h"
#include "exchange/import/rm-import-result.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmImportPreview:
 *
 * The first rows of a file as they will be in the programme, and the outcome of each.
 */
#define RM_TYPE_IMPORT_PREVIEW (rm_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (RmImportPreview, rm_import_preview, RM, IMPORT_PREVIEW, GtkWidget)

GtkWidget *rm_import_preview_new (void);

/**
 * rm_import_preview_show:
 * @self: the widget
 * @plan: a plan; not kept
 * @result: its result; not kept
 */
void rm_import_preview_show (RmImportPreview *self,
                             const RmImportPlan *plan,
                             const RmImportResult *result);

/**
 * rm_import_preview_describe:
 * @result: what an import would do
 *
 * Returns: (transfer full): the counts that are not 0: "310 new · 12 changed · 3 rows skipped"
 */
char *rm_import_preview_describe (const RmImportResult *result);

G_END_DECLS
