/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/heat/rm-heat-palette.h"
#include "report/heat/rm-heat-source.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmHeatmap:
 *
 * A large table of counts as colours and numbers, for a #GtkScrolledWindow. Names of rows and
 * columns stay visible; one cell is current, moves by keyboard and pointer and is read out as a
 * sentence. Cells can be zoomed (+, −, Ctrl and the wheel, pinch).
 *
 * Signals: "cell-selected" (guint row, guint column): another cell is current; "cell-activated"
 * (guint row, guint column): Enter, Space or a double click; "block-changed": other cells are
 * selected, by Shift and arrows or by dragging; "name-activated" (gboolean is_row, guint index): a
 * double click on the name of a row or column, or Ctrl and Space, for a column with Shift;
 * "look-changed": colours, bands or patterns have changed; a legend must follow.
 *
 * CSS node: `heatmap.view`, with two nodes `heatcell`.
 */
#define RM_TYPE_HEATMAP (rm_heatmap_get_type ())
G_DECLARE_FINAL_TYPE (RmHeatmap, rm_heatmap, RM, HEATMAP, GtkWidget)

GtkWidget *rm_heatmap_new (void);

/**
 * rm_heatmap_set_source:
 * @self: a heatmap
 * @source: (nullable): the figures
 *
 * Keeps the cursor and the scroll position, as far as @source reaches.
 */
void rm_heatmap_set_source (RmHeatmap *self,
                            RmHeatSource *source);

/**
 * rm_heatmap_get_source:
 * @self: a heatmap
 *
 * Returns: (nullable) (transfer none): its source
 */
RmHeatSource *rm_heatmap_get_source (RmHeatmap *self);

/**
 * rm_heatmap_get_cursor:
 * @self: a heatmap
 * @row: (out): the current row
 * @column: (out): the current column
 *
 * Returns: whether there is a current cell
 */
gboolean rm_heatmap_get_cursor (RmHeatmap *self,
                                guint *row,
                                guint *column);

/**
 * rm_heatmap_select:
 * @self: a heatmap
 * @row: a row
 * @column: a column
 *
 * Makes the cell current and scrolls to it.
 */
void rm_heatmap_select (RmHeatmap *self,
                        guint row,
                        guint column);

/**
 * rm_heatmap_get_block:
 * @self: a heatmap
 * @row: (out): first selected row
 * @column: (out): first selected column
 * @n_rows: (out): how many
 * @n_columns: (out): how many
 *
 * The current cell is a corner of the block.
 *
 * Returns: whether anything is selected
 */
gboolean rm_heatmap_get_block (RmHeatmap *self,
                               guint *row,
                               guint *column,
                               guint *n_rows,
                               guint *n_columns);

/**
 * rm_heatmap_select_block:
 * @self: a heatmap
 * @row: a row
 * @column: a column
 * @n_rows: how many
 * @n_columns: how many
 *
 * Selects cells next to each other; the last one becomes current.
 */
void rm_heatmap_select_block (RmHeatmap *self,
                              guint row,
                              guint column,
                              guint n_rows,
                              guint n_columns);

/**
 * rm_heatmap_zoom:
 * @self: a heatmap
 * @steps: steps larger, or smaller if negative; 0 resets the size
 */
void rm_heatmap_zoom (RmHeatmap *self,
                      int steps);

/**
 * rm_heatmap_get_palette:
 * @self: a heatmap
 *
 * Returns: (transfer none): its colours, until "look-changed"
 */
const RmHeatPalette *rm_heatmap_get_palette (RmHeatmap *self);

/**
 * rm_heatmap_has_numbers:
 * @self: a heatmap
 *
 * Returns: whether cells are wide enough to show numbers; else they show a pattern for their band
 */
gboolean rm_heatmap_has_numbers (RmHeatmap *self);

G_END_DECLS
