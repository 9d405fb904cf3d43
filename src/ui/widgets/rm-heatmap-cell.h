/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RmHeatmapCell:
 *
 * The current cell of a heatmap as a widget: it has the focus, its sentence for screen readers, and
 * draws the ring. A heatmap has two that take turns, since screen readers say nothing if the focus
 * stays on one whose name changes.
 *
 * Signal "activate": the user wants details of the cell.
 */
#define RM_TYPE_HEATMAP_CELL (rm_heatmap_cell_get_type ())
G_DECLARE_FINAL_TYPE (RmHeatmapCell, rm_heatmap_cell, RM, HEATMAP_CELL, GtkWidget)

GtkWidget *rm_heatmap_cell_new (void);

/**
 * rm_heatmap_cell_set_sentence:
 * @self: a cell
 * @sentence: row, column and value in words
 */
void rm_heatmap_cell_set_sentence (RmHeatmapCell *self,
                                   const char *sentence);

/**
 * rm_heatmap_cell_set_current:
 * @self: a cell
 * @current: whether it is the one in use; only then is a ring drawn
 */
void rm_heatmap_cell_set_current (RmHeatmapCell *self,
                                  gboolean current);

G_END_DECLS
