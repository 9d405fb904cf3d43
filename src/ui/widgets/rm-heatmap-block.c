/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-heatmap-private.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n.h>

/* Adjacent cells selected together, and how they are marked. */

static void
snapshot_hover (RmHeatmap *self,
                GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRectangle cell = { 0 };
  GskRoundedRect outline = { 0 };
  GdkRGBA colour = { 0 };
  float widths[] = { 1, 1, 1, 1 };

  if (self->hover != RM_HEAT_CELL || self->hover_row >= self->at.n_rows
      || self->hover_column >= self->at.n_columns)
    return;

  cell = rm_heat_geometry_get_cell (&self->at, self->hover_row, self->hover_column);
  gtk_style_context_get_color (context, &colour);
  /* Fainter than that of the current cell. */
  colour.alpha *= 0.5f;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) cell.x - 1, (float) cell.y - 1,
                                                        (float) cell.width + 1,
                                                        (float) cell.height + 1), 2);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (GdkRGBA[]) { colour, colour, colour, colour });
}

/* The block's outline; the cells within keep their colours, which have a meaning. */
static void
snapshot_block (RmHeatmap *self,
                GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRectangle first = { 0 };
  GdkRectangle last = { 0 };
  GdkRectangle block = { 0 };
  GskRoundedRect outline = { 0 };
  GdkRGBA colour = { 0 };
  float widths[] = { 2, 2, 2, 2 };

  if (self->anchor_row == self->row && self->anchor_column == self->column)
    return;

  first = rm_heat_geometry_get_cell (&self->at, self->anchor_row, self->anchor_column);
  last = rm_heat_geometry_get_cell (&self->at, self->row, self->column);
  gdk_rectangle_union (&first, &last, &block);
  gtk_style_context_get_color (context, &colour);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) block.x - 2, (float) block.y - 2,
                                                        (float) block.width + 3,
                                                        (float) block.height + 3), 3);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (GdkRGBA[]) { colour, colour, colour, colour });
}

void
rm_heatmap_snapshot_marks (RmHeatmap *self,
                           GtkSnapshot *snapshot)
{
  snapshot_hover (self, snapshot);
  snapshot_block (self, snapshot);
}

/* Text for screen readers about the new current cell; for a block also its size. */
char *
rm_heatmap_dup_sentence (RmHeatmap *self,
                         guint row,
                         guint column)
{
  g_autofree char *cell = rm_heat_source_dup_sentence (self->source, row, column);
  guint n_rows = MAX (row, self->anchor_row) - MIN (row, self->anchor_row) + 1;
  guint n_columns = MAX (column, self->anchor_column) - MIN (column, self->anchor_column) + 1;

  if (n_rows == 1 && n_columns == 1)
    return g_steal_pointer (&cell);

  /* Translators: a sentence about a cell of a table, then how many rows and columns are selected */
  return rm_sentence_new (_ ("%s; %u × %u cells selected"), cell, n_rows, n_columns);
}

gboolean
rm_heatmap_get_block (RmHeatmap *self,
                      guint *row,
                      guint *column,
                      guint *n_rows,
                      guint *n_columns)
{
  *row = MIN (self->row, self->anchor_row);
  *column = MIN (self->column, self->anchor_column);
  *n_rows = MAX (self->row, self->anchor_row) - *row + 1;
  *n_columns = MAX (self->column, self->anchor_column) - *column + 1;
  return !rm_heatmap_is_empty (self);
}

void
rm_heatmap_select_block (RmHeatmap *self,
                         guint row,
                         guint column,
                         guint n_rows,
                         guint n_columns)
{
  g_return_if_fail (RM_IS_HEATMAP (self));
  g_return_if_fail (n_rows > 0 && n_columns > 0);
  g_return_if_fail (row + n_rows <= self->at.n_rows && column + n_columns <= self->at.n_columns);

  rm_heatmap_move_to (self, row, column);
  rm_heatmap_extend_to (self, row + n_rows - 1, column + n_columns - 1);
}
