/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-heatmap-private.h"

#include <math.h>

/* The size of cells, and the visible part of the sheet. */

/* Sizes of cells, for a text of TEXT_SIZE pixels; larger text makes larger cells. */
static const struct
{
  int width;
  int height;
} zooms[] = {
  { 8, 8 }, { 12, 10 }, { 16, 12 }, { 20, 16 }, { 28, 22 },
  { 36, 26 }, { 44, 30 }, { 56, 38 }, { 72, 48 }, { 96, 64 },
};

#define FIRST_ZOOM 6
#define TEXT_SIZE 14.67

int
rm_heatmap_get_overhang (RmHeatmap *self)
{
  return MAX (self->at.header_height - zooms[self->zoom].width / 2, 0);
}

static int
cell_size (RmHeatmap *self,
           int size)
{
  return (int) lround (size * MAX (self->text_scale, 1));
}

void
rm_heatmap_reset_zoom (RmHeatmap *self)
{
  self->zoom = FIRST_ZOOM;
  self->at.cell_width = cell_size (self, zooms[FIRST_ZOOM].width);
  self->at.cell_height = cell_size (self, zooms[FIRST_ZOOM].height);
}

void
rm_heatmap_update_adjustments (RmHeatmap *self)
{
  GdkRectangle view = rm_heat_geometry_get_view (&self->at);

  self->adjusting = TRUE;
  if (self->horizontal != NULL)
    gtk_adjustment_configure (self->horizontal, rm_heat_geometry_get_value (&self->at), 0,
                              MAX (rm_heat_geometry_get_content_width (&self->at), view.width),
                              self->at.cell_width, MAX (view.width - self->at.cell_width, 1),
                              view.width);
  if (self->vertical != NULL)
    gtk_adjustment_configure (self->vertical, self->at.offset_y, 0,
                              MAX (rm_heat_geometry_get_content_height (&self->at), view.height),
                              self->at.cell_height, MAX (view.height - self->at.cell_height, 1),
                              view.height);
  self->adjusting = FALSE;
}

static void
scrolled_cb (RmHeatmap *self)
{
  int x = self->at.offset_x;
  int y = self->at.offset_y;

  if (self->adjusting)
    return;

  if (self->horizontal != NULL)
    rm_heat_geometry_set_value (&self->at, gtk_adjustment_get_value (self->horizontal));
  if (self->vertical != NULL)
    self->at.offset_y = (int) lround (gtk_adjustment_get_value (self->vertical));
  rm_heat_geometry_clamp (&self->at);
  if (x == self->at.offset_x && y == self->at.offset_y)
    return;

  self->hover = RM_HEAT_NOWHERE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
rm_heatmap_set_adjustment (RmHeatmap *self,
                           GtkAdjustment **place,
                           GtkAdjustment *adjustment)
{
  if (*place == adjustment && adjustment != NULL)
    return;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
rm_heatmap_get_border (GtkScrollable *scrollable,
                       GtkBorder *border)
{
  RmHeatmap *self = RM_HEATMAP (scrollable);

  *border = (GtkBorder) { .top = (gint16) self->at.header_height };
  if (self->at.rtl)
    border->right = (gint16) self->at.header_width;
  else
    border->left = (gint16) self->at.header_width;
  return TRUE;
}

guint
rm_heatmap_update_text_scale (RmHeatmap *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (dpi > 0 ? dpi : 96) / 72;
  self->text_scale = size > 0 ? size / TEXT_SIZE : 1;
  self->at.cell_width = cell_size (self, zooms[self->zoom].width);
  self->at.cell_height = cell_size (self, zooms[self->zoom].height);
  return pango_font_description_hash (font);
}

void
rm_heatmap_set_zoom (RmHeatmap *self,
                     int zoom,
                     double x,
                     double y)
{
  guint wanted = (guint) CLAMP (zoom, 0, (int) G_N_ELEMENTS (zooms) - 1);

  if (wanted == self->zoom)
    return;

  self->zoom = wanted;
  rm_heat_geometry_zoom (&self->at, cell_size (self, zooms[wanted].width),
                         cell_size (self, zooms[wanted].height), rm_heatmap_get_overhang (self), x,
                         y);
  rm_heatmap_update_look (self);
  rm_heatmap_update_adjustments (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
rm_heatmap_zoom (RmHeatmap *self,
                 int steps)
{
  GdkRectangle view = rm_heat_geometry_get_view (&self->at);
  GdkRectangle place = view;
  GdkRectangle cell = rm_heat_geometry_get_cell (&self->at, self->row, self->column);
  int wanted = steps == 0 ? FIRST_ZOOM : (int) self->zoom + steps;

  /* The current cell stays in place, if visible; else the middle does. */
  if (gdk_rectangle_intersect (&cell, &view, &cell))
    place = cell;
  rm_heatmap_set_zoom (self, wanted, place.x + place.width / 2.0, place.y + place.height / 2.0);
}
