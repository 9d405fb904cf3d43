/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RmHeatmapCell:
 *
 * The current cell of a heatmap as a widget: it has the focus, speaks the sentence and draws the
 * ring. A heatmap has two that take turns, since a screen reader says nothing where the focus stays
 * on one whose name changes.
 *
 * Signal "activate": somebody wants what is behind the cell.
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
 * @current: whether it is this one's turn: only then a ring is drawn
 */
void rm_heatmap_cell_set_current (RmHeatmapCell *self,
                                  gboolean current);

G_END_DECLS
