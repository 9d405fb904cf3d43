/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/heat/rm-heat-drawing.h"

void
rm_heat_draw_pattern (cairo_t *cr,
                      RmColour colour,
                      int band,
                      int width,
                      int height)
{
  /* Columns and rows, -1 to 1 from the middle: any first n of a line make a figure of n marks. */
  static const int places[RM_HEAT_BANDS + 1][RM_HEAT_BANDS][2] = {
    { { 0 } },
    { { 0, 0 } },
    { { -1, 1 }, { 1, -1 } },
    { { -1, 1 }, { 0, 0 }, { 1, -1 } },
    { { -1, -1 }, { 1, -1 }, { -1, 1 }, { 1, 1 } },
    { { -1, -1 }, { 1, -1 }, { 0, 0 }, { -1, 1 }, { 1, 1 } },
  };
  guint n = (guint) ABS (band);
  int size = MAX (MIN (width, height) / 6, 1);
  int spread = size < 2 ? 2 : size * 3 / 2 + 1;

  rm_colour_set_source (colour, cr);
  for (guint i = 0; i < n; i++)
    cairo_rectangle (cr, (width - 1 - size) / 2 + places[n][i][0] * spread,
                     (height - 1 - size) / 2 + places[n][i][1] * spread, size, size);
  cairo_set_line_width (cr, 1);
  if (band < 0 && size >= 3)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

void
rm_heat_draw_hatching (cairo_t *cr,
                       const RmHeatPalette *palette,
                       int width,
                       int height)
{
  /* Lines start at multiples of the distance from the corner, so that each cell looks the same. */
  int distance = width < 12 ? 4 : 6;

  rm_colour_set_source (palette->unrated_fill, cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  rm_colour_set_source (palette->unrated_line, cr);
  cairo_set_line_width (cr, 1);
  for (int x = distance / 2 - height; x < width; x += distance)
    {
      cairo_move_to (cr, x, height + 0.5);
      cairo_line_to (cr, x + height + 1, -0.5);
    }
  cairo_stroke (cr);
}
