/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/heat/rm-heat-painter.h"

#include "report/heat/rm-heat-drawing.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* The heatmap on paper: the same names, colours, numbers and marks as on the screen, all of it at
 * once. Lengths are points, or pixels in a PNG. */

#define MARGIN 18
#define GAP 12
#define CELL_WIDTH 40
#define CELL_HEIGHT 24
#define NUMBER_WIDTH 28
/* Above this many, cells have no numbers and are one image, also in SVG and PDF. */
#define MAX_CELLS_WITH_NUMBERS 20000
#define MAX_PIXELS (32.0 * 1000 * 1000)
#define MAX_SIDE 30000.0
#define MAX_NAME_WIDTH 260
#define SWATCH_WIDTH 44
#define SWATCH_HEIGHT 14
/* Room for a line of a name. */
#define LINE_HEIGHT 11
/* Slant of a column's name: the sine of 45 degrees. */
#define SLANT 0.70710678

typedef struct
{
  RmHeatSource *source;
  const RmHeatCaption *caption;
  RmHeatPalette palette;
  cairo_t *cr;
  PangoLayout *layout;

  guint n_rows;
  guint n_columns;
  double cell_width;
  double cell_height;
  double names_width;
  double names_height;
  double overhang;        /* of the last column's name */
  double top;             /* of the cells */
  double width;
  double height;
  gboolean numbers;
  gboolean one_image;

  RmProgressFunc progress;
  gpointer data;
} Painter;

static void
set_text (Painter *self,
          const char *text,
          const char *font,
          double max_width)
{
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (self->layout, description);
  pango_font_description_free (description);
  pango_layout_set_ellipsize (self->layout, max_width > 0 ? PANGO_ELLIPSIZE_END
                                                          : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (self->layout, max_width > 0 ? (int) (max_width * PANGO_SCALE) : -1);
  pango_layout_set_text (self->layout, text, -1);
}

/* Measured without a limit, since a limited layout is as wide as its limit. */
static double
measure_text (Painter *self,
              const char *text,
              const char *font,
              double max_width,
              double *height)
{
  PangoRectangle extents = { 0 };

  set_text (self, text, font, 0);
  pango_layout_get_extents (self->layout, NULL, &extents);
  if (height != NULL)
    *height = extents.height / (double) PANGO_SCALE;

  return MIN (extents.width / (double) PANGO_SCALE, max_width);
}

static void
show_text (Painter *self,
           double x,
           double y,
           RmColour colour)
{
  rm_colour_set_source (colour, self->cr);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, self->layout);
}

static const char *
name_font (const Painter *self)
{
  return self->cell_height >= 14 ? "Sans 9" : "Sans 6";
}

static void
measure_names (Painter *self)
{
  double widest = 0;
  double last = 0;

  for (guint r = 0; r < self->n_rows; r++)
    {
      g_autofree char *name = rm_heat_source_dup_row_name (self->source, r);

      self->names_width = MAX (self->names_width,
                               measure_text (self, name, name_font (self), MAX_NAME_WIDTH, NULL));
    }
  for (guint c = 0; c < self->n_columns; c++)
    {
      g_autofree char *name = rm_heat_source_dup_column_name (self->source, c);

      last = measure_text (self, name, name_font (self), MAX_NAME_WIDTH, NULL);
      widest = MAX (widest, last);
    }
  self->names_width += GAP;
  self->names_height = (widest + GAP) * SLANT + GAP;
  self->overhang = (last + GAP) * SLANT + GAP;
}

static double
measure_legend (Painter *self)
{
  guint n_items = (self->palette.change ? 2 * self->palette.n_bands : self->palette.n_bands) + 1;

  return (n_items + 1) * (SWATCH_WIDTH + 1) + GAP
         + measure_text (self, self->caption->unrated, "Sans 8", MAX_NAME_WIDTH, NULL);
}

static void
choose_sizes (Painter *self)
{
  double n_cells = (double) self->n_rows * self->n_columns;
  double side = MAX (self->n_rows, self->n_columns);

  self->cell_width = CELL_WIDTH;
  self->cell_height = CELL_HEIGHT;
  self->one_image = n_cells > MAX_CELLS_WITH_NUMBERS;
  if (self->one_image)
    {
      double size = MIN (floor (sqrt (MAX_PIXELS / n_cells)), floor (MAX_SIDE / side));

      self->cell_width = self->cell_height = CLAMP (size, 1, 10);
    }
  self->numbers = self->cell_width >= NUMBER_WIDTH;
}

/* Also leaves it in the layout, ready to be shown. */
static void
measure_note (Painter *self,
              double width,
              double *height)
{
  PangoRectangle extents = { 0 };

  set_text (self, self->caption->note, "Sans 8", width);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_get_extents (self->layout, NULL, &extents);
  *height = extents.height / (double) PANGO_SCALE;
}

static void
lay_out (Painter *self)
{
  double title_width = 0;
  double title_height = 0;
  double note_height = 0;
  double table_width = 0;

  choose_sizes (self);
  measure_names (self);
  title_width = measure_text (self, self->caption->title, "Sans Bold 12", G_MAXDOUBLE,
                              &title_height);
  table_width = self->names_width + self->n_columns * self->cell_width + self->overhang;
  self->width = MAX (MAX (table_width, measure_legend (self)), title_width) + 2 * MARGIN;
  if (self->caption->note != NULL)
    {
      measure_note (self, self->width - 2 * MARGIN, &note_height);
      note_height += GAP;
    }
  self->top = MARGIN + title_height + self->names_height;
  self->height = self->top + self->n_rows * self->cell_height + GAP + SWATCH_HEIGHT + 16
                 + note_height + MARGIN;
}

/* The left edge of something this wide and this far from the start of the table. */
static double
from_start (const Painter *self,
            double offset,
            double width)
{
  return self->caption->rtl ? self->width - MARGIN - offset - width : MARGIN + offset;
}

static void
draw_column_name (Painter *self,
                  guint column)
{
  static const RmColour ink = { 0.18, 0.2, 0.21, 1 };
  g_autofree char *name = rm_heat_source_dup_column_name (self->source, column);
  double x = from_start (self, self->names_width + (column + 0.5) * self->cell_width, 0);
  double width = 0;
  double height = 0;

  width = measure_text (self, name, name_font (self), MAX_NAME_WIDTH, &height);
  set_text (self, name, name_font (self), MAX_NAME_WIDTH);
  cairo_save (self->cr);
  cairo_translate (self->cr, x, self->top - 6);
  cairo_rotate (self->cr, self->caption->rtl ? (G_PI / 4) : -(G_PI / 4));
  /* Text aligned within a limited layout would begin elsewhere. */
  pango_layout_set_width (self->layout, (int) (ceil (width + 1) * PANGO_SCALE));
  show_text (self, self->caption->rtl ? -width - 1 : 0, -height / 2, ink);
  cairo_restore (self->cr);
}

static void
draw_row_name (Painter *self,
               guint row)
{
  static const RmColour ink = { 0.18, 0.2, 0.21, 1 };
  g_autofree char *name = rm_heat_source_dup_row_name (self->source, row);
  double height = 0;
  double width = measure_text (self, name, name_font (self), MAX_NAME_WIDTH, &height);

  set_text (self, name, name_font (self), width + 1);
  show_text (self, from_start (self, self->names_width - GAP / 2 - width, width),
             self->top + row * self->cell_height + (self->cell_height - height) / 2, ink);
}

static void
fill_cell (Painter *self,
           cairo_t *cr,
           RmHeatCell cell)
{
  int band = rm_heat_palette_get_band (&self->palette, cell.value);
  double line = self->cell_width >= 6 ? 1 : 0;

  cairo_rectangle (cr, 0, 0, self->cell_width - line, self->cell_height - line);
  cairo_clip (cr);
  if (cell.unrated)
    {
      rm_heat_draw_hatching (cr, &self->palette, (int) self->cell_width, (int) self->cell_height);
      return;
    }

  rm_colour_set_source (rm_heat_palette_get_fill (&self->palette, band), cr);
  cairo_paint (cr);
  if (!self->numbers && self->cell_width >= 6)
    rm_heat_draw_pattern (cr, rm_heat_palette_get_text (&self->palette, band), band,
                          (int) self->cell_width, (int) self->cell_height);
}

static void
draw_cell (Painter *self,
           guint row,
           guint column)
{
  RmHeatCell cell = rm_heat_source_get_cell (self->source, row, column);
  int band = rm_heat_palette_get_band (&self->palette, cell.value);
  RmColour colour = cell.unrated ? self->palette.unrated_text
                                 : rm_heat_palette_get_text (&self->palette, band);
  g_autofree char *text = cell.unrated ? g_strdup ("?")
                                       : rm_heat_cell_format (cell, self->palette.change);
  double width = measure_text (self, text, "Sans 9", G_MAXDOUBLE, NULL);
  double height = 0;

  cairo_save (self->cr);
  cairo_translate (self->cr,
                   from_start (self, self->names_width + column * self->cell_width,
                               self->cell_width),
                   self->top + row * self->cell_height);
  fill_cell (self, self->cr, cell);
  measure_text (self, text, "Sans 9", G_MAXDOUBLE, &height);
  show_text (self, (self->cell_width - 1 - width) / 2, (self->cell_height - 1 - height) / 2,
             colour);
  cairo_restore (self->cr);
}

static cairo_surface_t *
new_tile (Painter *self,
          RmHeatCell cell)
{
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) self->cell_width,
                                                      (int) self->cell_height);
  cairo_t *cr = cairo_create (tile);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  fill_cell (self, cr, cell);
  cairo_destroy (cr);
  cairo_surface_flush (tile);
  return tile;
}

static void
copy_tile (cairo_surface_t *tile,
           cairo_surface_t *image,
           int x,
           int y)
{
  int width = cairo_image_surface_get_width (tile);
  int from = cairo_image_surface_get_stride (tile);
  int to = cairo_image_surface_get_stride (image);
  const guchar *in = cairo_image_surface_get_data (tile);
  guchar *out = cairo_image_surface_get_data (image) + (gsize) y * to + (gsize) x * 4;

  for (int line = 0; line < cairo_image_surface_get_height (tile); line++)
    memcpy (out + (gsize) line * to, in + (gsize) line * from, (gsize) width * 4);
}

static gboolean
go_on (Painter *self,
       guint row,
       GError **error)
{
  if (self->progress == NULL || self->progress ((double) row / self->n_rows, self->data))
    return TRUE;

  g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED, "Stopped");
  return FALSE;
}

/* Each band is drawn once and copied. */
static gboolean
draw_image (Painter *self,
            GError **error)
{
  g_autoptr (GHashTable) tiles
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cairo_surface_destroy);
  int width = (int) (self->n_columns * self->cell_width);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width,
                                                       (int) (self->n_rows * self->cell_height));
  gboolean ok = cairo_surface_status (image) == CAIRO_STATUS_SUCCESS;

  for (guint r = 0; ok && r < self->n_rows; r++)
    {
      for (guint c = 0; c < self->n_columns; c++)
        {
          RmHeatCell cell = rm_heat_source_get_cell (self->source, r, c);
          int band = rm_heat_palette_get_band (&self->palette, cell.value);
          gpointer key = GINT_TO_POINTER (cell.unrated ? G_MAXINT : band);
          guint place = self->caption->rtl ? self->n_columns - 1 - c : c;

          if (!g_hash_table_contains (tiles, key))
            g_hash_table_insert (tiles, key, new_tile (self, cell));
          copy_tile (g_hash_table_lookup (tiles, key), image, (int) (place * self->cell_width),
                     (int) (r * self->cell_height));
        }
      if (!go_on (self, r, error))
        {
          cairo_surface_destroy (image);
          return FALSE;
        }
    }
  if (ok)
    {
      cairo_surface_mark_dirty (image);
      cairo_set_source_surface (self->cr, image, from_start (self, self->names_width, width),
                                self->top);
      cairo_pattern_set_filter (cairo_get_source (self->cr), CAIRO_FILTER_NEAREST);
      cairo_paint (self->cr);
    }
  cairo_surface_destroy (image);

  return TRUE;
}

static gboolean
draw_cells (Painter *self,
            GError **error)
{
  for (guint r = 0; r < self->n_rows; r++)
    {
      for (guint c = 0; c < self->n_columns; c++)
        draw_cell (self, r, c);
      if (!go_on (self, r, error))
        return FALSE;
    }

  return TRUE;
}

static void
draw_swatch (Painter *self,
             double offset,
             double y,
             int band,
             gboolean unrated)
{
  static const RmColour ink = { 0.18, 0.2, 0.21, 1 };
  static const RmColour line = { 0.7, 0.7, 0.7, 1 };
  g_autofree char *text = unrated ? g_strdup (self->caption->unrated)
                                  : rm_heat_palette_describe (&self->palette, band);
  double x = from_start (self, offset, SWATCH_WIDTH);
  double width = measure_text (self, text, "Sans 8", MAX_NAME_WIDTH, NULL);

  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_rectangle (self->cr, 0, 0, SWATCH_WIDTH, SWATCH_HEIGHT);
  cairo_clip_preserve (self->cr);
  if (unrated)
    {
      cairo_path_t *path = cairo_copy_path (self->cr);

      cairo_new_path (self->cr);
      rm_heat_draw_hatching (self->cr, &self->palette, SWATCH_WIDTH, SWATCH_HEIGHT);
      cairo_append_path (self->cr, path);
      cairo_path_destroy (path);
    }
  else
    {
      rm_colour_set_source (rm_heat_palette_get_fill (&self->palette, band), self->cr);
      cairo_fill_preserve (self->cr);
    }
  rm_colour_set_source (line, self->cr);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
  if (!unrated && !self->numbers && self->cell_width >= 6)
    rm_heat_draw_pattern (self->cr, rm_heat_palette_get_text (&self->palette, band), band,
                          SWATCH_WIDTH, SWATCH_HEIGHT);
  cairo_restore (self->cr);

  set_text (self, text, "Sans 8", 0);
  show_text (self, from_start (self, offset, width), y + SWATCH_HEIGHT + 2, ink);
}

static void
draw_legend (Painter *self)
{
  int n = (int) self->palette.n_bands;
  double y = self->top + self->n_rows * self->cell_height + GAP;
  double offset = 0;

  for (int band = self->palette.change ? -n : 0; band <= n; band++)
    {
      draw_swatch (self, offset, y, band, FALSE);
      offset += SWATCH_WIDTH + 1;
    }
  draw_swatch (self, offset + GAP, y, 0, TRUE);
}

static void
draw_texts (Painter *self)
{
  static const RmColour ink = { 0.18, 0.2, 0.21, 1 };
  double y = self->top + self->n_rows * self->cell_height + GAP + SWATCH_HEIGHT + 16 + GAP;
  double width = measure_text (self, self->caption->title, "Sans Bold 12", G_MAXDOUBLE, NULL);
  double height = 0;

  set_text (self, self->caption->title, "Sans Bold 12", 0);
  show_text (self, from_start (self, 0, width), MARGIN, ink);
  if (self->caption->note == NULL)
    return;

  measure_note (self, self->width - 2 * MARGIN, &height);
  show_text (self, MARGIN, y, ink);
}

/* If lines are closer than names are high, not every line has one. */
static guint
get_stride (double distance)
{
  return MAX (1, (guint) ceil (LINE_HEIGHT / distance));
}

static gboolean
draw (Painter *self,
      GError **error)
{
  guint row_stride = get_stride (self->cell_height);
  guint column_stride = get_stride (self->cell_width * SLANT);

  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_paint (self->cr);
  draw_texts (self);
  for (guint c = 0; c < self->n_columns; c += column_stride)
    draw_column_name (self, c);
  for (guint r = 0; r < self->n_rows; r += row_stride)
    draw_row_name (self, r);
  if (!(self->one_image ? draw_image (self, error) : draw_cells (self, error)))
    return FALSE;
  draw_legend (self);

  return TRUE;
}

static cairo_status_t
write_bytes (void *data,
             const unsigned char *bytes,
             unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
new_surface (RmHeatFormat format,
             double width,
             double height,
             GByteArray *bytes)
{
  switch (format)
    {
    case RM_HEAT_SVG:
      return cairo_svg_surface_create_for_stream (write_bytes, bytes, width, height);
    case RM_HEAT_PDF:
      return cairo_pdf_surface_create_for_stream (write_bytes, bytes, width, height);
    case RM_HEAT_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width),
                                         (int) ceil (height));
    }
}

/* Opens a drawing; the painter must be measured on one of the same kind first. */
static void
begin (Painter *self,
       cairo_surface_t *surface)
{
  self->cr = cairo_create (surface);
  self->layout = pango_cairo_create_layout (self->cr);
}

static void
end (Painter *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->cr, cairo_destroy);
}

static gboolean
finish (cairo_surface_t *surface,
        RmHeatFormat format,
        GByteArray *bytes,
        GError **error)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS && format == RM_HEAT_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_LIMIT, "The picture cannot be drawn: %s",
               cairo_status_to_string (status));
  return FALSE;
}

GBytes *
rm_heat_painter_render (RmHeatSource *source,
                        const RmHeatCaption *caption,
                        RmHeatFormat format,
                        RmProgressFunc progress,
                        gpointer data,
                        GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GByteArray) unused = g_byte_array_new ();
  Painter self = { .source = source, .caption = caption, .progress = progress, .data = data };
  cairo_surface_t *trial = new_surface (format, 1, 1, unused);
  cairo_surface_t *surface = NULL;
  gboolean ok = FALSE;

  self.n_rows = rm_heat_source_get_n_rows (source);
  self.n_columns = rm_heat_source_get_n_columns (source);
  rm_heat_palette_init (&self.palette, rm_heat_source_get_maximum (source),
                        rm_heat_source_is_change (source), FALSE, FALSE);
  begin (&self, trial);
  lay_out (&self);
  end (&self);
  cairo_surface_destroy (trial);

  surface = new_surface (format, ceil (self.width), ceil (self.height), bytes);
  begin (&self, surface);
  ok = draw (&self, error);
  end (&self);
  if (ok)
    ok = finish (surface, format, bytes, error);
  cairo_surface_destroy (surface);

  return ok ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
