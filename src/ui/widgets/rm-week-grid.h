/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmWeekGrid:
 *
 * The hours of a week, to be painted free or not: a drag paints a block, Space turns the hour that
 * has the focus, Shift and arrows paint on from there. Each hour is a check box to a screen reader.
 *
 * Signal "painted" (gint64 week): somebody has painted; the grid shows it already.
 */
#define RM_TYPE_WEEK_GRID (rm_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (RmWeekGrid, rm_week_grid, RM, WEEK_GRID, GtkWidget)

GtkWidget *rm_week_grid_new (void);

/**
 * rm_week_grid_show:
 * @self: a grid
 * @week: a bit for each free hour (rm_week_bit()), or -1 where nobody has said
 */
void rm_week_grid_show (RmWeekGrid *self,
                        gint64 week);

/**
 * rm_week_grid_get_cell:
 * @self: a grid
 * @day: 0 (Monday) to 6
 * @hour: of the day, as in rm_week_bit()
 *
 * Returns: (transfer none): what stands for that hour
 */
GtkWidget *rm_week_grid_get_cell (RmWeekGrid *self,
                                  guint day,
                                  guint hour);

G_END_DECLS
