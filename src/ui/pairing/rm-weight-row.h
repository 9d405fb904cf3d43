/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-settings.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmWeightRow:
 *
 * One criterion's weight on a slider, with its share of all weights.
 *
 * Signals: "moved" (int weight), for each step of a drag; "released", at its end.
 */
#define RM_TYPE_WEIGHT_ROW (rm_weight_row_get_type ())
G_DECLARE_FINAL_TYPE (RmWeightRow, rm_weight_row, RM, WEIGHT_ROW, GtkWidget)

GtkWidget *rm_weight_row_new (RmCriterion criterion);

/**
 * rm_weight_row_show:
 * @self: a row
 * @weight: 0 to 100
 * @share: its share of all weights, percent
 * @changed: whether it differs from the programme's
 *
 * Emits nothing.
 */
void rm_weight_row_show (RmWeightRow *self,
                         int weight,
                         int share,
                         gboolean changed);

/** The slider itself, to move the focus to. */
GtkWidget *rm_weight_row_get_scale (RmWeightRow *self);

G_END_DECLS
