/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmLevelPicker:
 *
 * A level of 0 to 5, or unknown, picked by one key (0 to 5; minus or Delete for unknown) or by a
 * click. Shows all of them, so that a level can be seen without reading it.
 *
 * Signal "picked" (int level): the user picked; the picker only shows it when told to.
 */
#define RM_TYPE_LEVEL_PICKER (rm_level_picker_get_type ())
G_DECLARE_FINAL_TYPE (RmLevelPicker, rm_level_picker, RM, LEVEL_PICKER, GtkWidget)

/**
 * rm_level_picker_new:
 * @unknown: (not nullable): the name of an unknown level for screen readers
 *
 * Returns: (transfer floating): a picker at unknown
 */
GtkWidget *rm_level_picker_new (const char *unknown);

/**
 * rm_level_picker_show:
 * @self: a picker
 * @level: 0 to 5 or -1
 * @label: the subject of the level, for screen readers
 */
void rm_level_picker_show (RmLevelPicker *self,
                           int level,
                           const char *label);

int rm_level_picker_get_level (RmLevelPicker *self);

G_END_DECLS
