/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmLevelMeter:
 *
 * A level from 0 to 5 and the level wanted, at a glance: filled dots up to the level, rings up to
 * the target, dashes if unrated. Decoration: the same is next to it in words.
 */
#define RM_TYPE_LEVEL_METER (rm_level_meter_get_type ())
G_DECLARE_FINAL_TYPE (RmLevelMeter, rm_level_meter, RM, LEVEL_METER, GtkWidget)

/**
 * rm_level_meter_new:
 *
 * Returns: (transfer floating): a meter without a rating
 */
GtkWidget *rm_level_meter_new (void);

/**
 * rm_level_meter_set:
 * @self: a meter
 * @level: 0 to 5, or -1 for unrated
 * @target: 0 to 5, or -1 for none
 */
void rm_level_meter_set (RmLevelMeter *self,
                         int level,
                         int target);

G_END_DECLS
