/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-heatmap.h"

G_BEGIN_DECLS

/**
 * RmHeatLegend:
 *
 * What the colours of a heatmap mean: a strip with the numbers of each band below it, and the
 * hatching of cells that nobody has rated.
 *
 * CSS node: `heatlegend`.
 */
#define RM_TYPE_HEAT_LEGEND (rm_heat_legend_get_type ())
G_DECLARE_FINAL_TYPE (RmHeatLegend, rm_heat_legend, RM, HEAT_LEGEND, GtkWidget)

/**
 * rm_heat_legend_set_heatmap:
 * @self: a legend
 * @heatmap: what it explains; its look is followed
 * @unrated: what hatching means, translated
 */
void rm_heat_legend_set_heatmap (RmHeatLegend *self,
                                 RmHeatmap *heatmap,
                                 const char *unrated);

G_END_DECLS
