/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-heatmap.h"

G_BEGIN_DECLS

/**
 * RmHeatLegend:
 *
 * The meaning of a heatmap's colours: a strip with the numbers of each band below it, and the
 * hatching of unrated cells.
 *
 * CSS node: `heatlegend`.
 */
#define RM_TYPE_HEAT_LEGEND (rm_heat_legend_get_type ())
G_DECLARE_FINAL_TYPE (RmHeatLegend, rm_heat_legend, RM, HEAT_LEGEND, GtkWidget)

/**
 * rm_heat_legend_set_heatmap:
 * @self: a legend
 * @heatmap: the heatmap to explain; its look is followed
 * @unrated: the meaning of hatching, translated
 */
void rm_heat_legend_set_heatmap (RmHeatLegend *self,
                                 RmHeatmap *heatmap,
                                 const char *unrated);

G_END_DECLS
