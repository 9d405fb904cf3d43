/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmWeekGrid:
 *
 * The hours of a week, to paint as free or not: a drag paints a block, Space toggles the focused
 * hour, Shift and arrows continue from there. Each hour is a check box for screen readers.
 *
 * Signal "painted" (gint64 week): the user has painted; the grid shows it already.
 */
#define RM_TYPE_WEEK_GRID (rm_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (RmWeekGrid, rm_week_grid, RM, WEEK_GRID, GtkWidget)

GtkWidget *rm_week_grid_new (void);

/**
 * rm_week_grid_show:
 * @self: a grid
 * @week: a bit for each free hour (rm_week_bit()), or -1 if unknown
 */
void rm_week_grid_show (RmWeekGrid *self,
                        gint64 week);

/**
 * rm_week_grid_get_cell:
 * @self: a grid
 * @day: 0 (Monday) to 6
 * @hour: of the day, as in rm_week_bit()
 *
 * Returns: (transfer none): the cell of that hour
 */
GtkWidget *rm_week_grid_get_cell (RmWeekGrid *self,
                                  guint day,
                                  guint hour);

G_END_DECLS
