/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/files/rm-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RmImportEffect:
 *
 * What an import would change of people who are there already, field by field, and whom the file does
 * not name any more. Each can be declined, or said; hidden where there is nothing.
 *
 * Signal "row-skipped" (guint row, gboolean skipped).
 * Signal "person-left" (gint64 person, gboolean left).
 */
#define RM_TYPE_IMPORT_EFFECT (rm_import_effect_get_type ())
G_DECLARE_FINAL_TYPE (RmImportEffect, rm_import_effect, RM, IMPORT_EFFECT, GtkWidget)

GtkWidget *rm_import_effect_new (void);

/**
 * rm_import_effect_forget:
 * @self: the effect
 *
 * Forgets what was declined: for another plan.
 */
void rm_import_effect_forget (RmImportEffect *self);

/**
 * rm_import_effect_show:
 * @self: the effect
 * @programme: the programme that would change
 * @result: what the import would do
 */
void rm_import_effect_show (RmImportEffect *self,
                            RmProgramme *programme,
                            const RmImportResult *result);

G_END_DECLS
