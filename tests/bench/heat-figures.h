/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/heat/rm-heat-source.h"

G_BEGIN_DECLS

/** HeatFigures: a table of figures made up by a formula. */
#define HEAT_TYPE_FIGURES (heat_figures_get_type ())
G_DECLARE_FINAL_TYPE (HeatFigures, heat_figures, HEAT, FIGURES, GObject)

/**
 * heat_figures_new:
 * @n_rows: how many rows
 * @n_columns: how many columns
 * @maximum: the greatest value
 *
 * Returns: (transfer full): the table; about a fifteenth of it is unrated
 */
RmHeatSource *heat_figures_new (guint n_rows,
                                guint n_columns,
                                guint maximum);

G_END_DECLS
