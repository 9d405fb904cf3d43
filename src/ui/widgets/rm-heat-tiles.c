/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-heat-tiles.h"

#include "report/heat/rm-heat-drawing.h"

#include <string.h>

/* Cells at least this wide show their number. */
#define NUMBER_WIDTH 28

/* The size of captions relative to text: the smallest in libadwaita. */
#define CAPTION_SCALE 0.82

/* Bytes of tiles to keep; more distinct values than that start over. */
#define MAX_BYTES (24 * 1024 * 1024)

/* One frame may still be shown and another drawn while the next is written. */
#define N_IMAGES 3

#define UNRATED_KEY G_MININT

struct _RmHeatTiles
{
  GHashTable *tiles; /* value, band or UNRATED_KEY → pixels */
  gsize bytes;
  PangoLayout *layout;
  RmHeatLook look;
  gboolean numbers;

  cairo_surface_t *images[N_IMAGES];
  guint current;

  /* the content of the current image */
  gboolean fresh;
  gboolean rtl;
  guint first_row;
  guint first_column;
  guint n_rows;
  guint n_columns;
};

RmHeatTiles *
rm_heat_tiles_new (void)
{
  RmHeatTiles *self = g_new0 (RmHeatTiles, 1);

  self->tiles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
rm_heat_tiles_free (RmHeatTiles *self)
{
  g_hash_table_unref (self->tiles);
  g_clear_object (&self->layout);
  for (guint i = 0; i < N_IMAGES; i++)
    g_clear_pointer (&self->images[i], cairo_surface_destroy);
  g_free (self);
}

static void
set_font (RmHeatTiles *self,
          PangoContext *context,
          double scale)
{
  PangoFontDescription *font
    = pango_font_description_copy (pango_context_get_font_description (context));
  int size = (int) (pango_font_description_get_size (font) * scale);

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, size);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

static gboolean
fits (RmHeatTiles *self,
      guint maximum)
{
  g_autofree char *text = g_strdup_printf ("%s%u", self->look.palette.change ? "+" : "", maximum);
  int width = 0;
  int height = 0;

  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  return width <= self->look.cell_width - 3 && height <= self->look.cell_height;
}

void
rm_heat_tiles_set_look (RmHeatTiles *self,
                        const RmHeatLook *look,
                        guint maximum,
                        PangoContext *context)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  self->look = *look;
  g_hash_table_remove_all (self->tiles);
  self->bytes = 0;
  self->fresh = FALSE;

  g_clear_object (&self->layout);
  self->layout = pango_layout_new (context);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);

  set_font (self, context, 1);
  self->numbers = look->cell_width >= NUMBER_WIDTH && fits (self, maximum);
  if (!self->numbers && look->cell_width >= NUMBER_WIDTH)
    {
      set_font (self, context, CAPTION_SCALE);
      self->numbers = fits (self, maximum);
    }
}

gboolean
rm_heat_tiles_has_numbers (const RmHeatTiles *self)
{
  return self->numbers;
}

static void
draw_text (RmHeatTiles *self,
           cairo_t *cr,
           const char *text,
           RmColour colour)
{
  int width = 0;
  int height = 0;

  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  rm_colour_set_source (colour, cr);
  cairo_move_to (cr, (self->look.cell_width - 1 - width) / 2,
                 (self->look.cell_height - 1 - height) / 2);
  pango_cairo_show_layout (cr, self->layout);
}

static void
draw_tile (RmHeatTiles *self,
           cairo_t *cr,
           RmHeatCell cell)
{
  const RmHeatLook *look = &self->look;
  const RmHeatPalette *palette = &look->palette;
  int band = rm_heat_palette_get_band (palette, cell.value);
  RmColour colour = rm_heat_palette_get_text (palette, band);
  g_autofree char *text = rm_heat_cell_format (cell, palette->change);

  /* The background shows as a line between cells. */
  rm_colour_set_source (look->ground, cr);
  cairo_paint (cr);
  cairo_rectangle (cr, 0, 0, look->cell_width - 1, look->cell_height - 1);
  cairo_clip (cr);

  if (cell.unrated)
    {
      rm_heat_draw_hatching (cr, palette, look->cell_width, look->cell_height);
      if (self->numbers)
        draw_text (self, cr, "?", palette->unrated_text);
      return;
    }

  rm_colour_set_source (rm_heat_palette_get_fill (palette, band), cr);
  cairo_paint (cr);
  if (self->numbers)
    draw_text (self, cr, text, colour);
  else
    rm_heat_draw_pattern (cr, colour, band, look->cell_width, look->cell_height);
}

static const guint32 *
get_tile (RmHeatTiles *self,
          RmHeatCell cell)
{
  int key = cell.unrated    ? UNRATED_KEY
            : self->numbers ? cell.value
                            : rm_heat_palette_get_band (&self->look.palette, cell.value);
  guint32 *pixels = g_hash_table_lookup (self->tiles, GINT_TO_POINTER (key));
  int width = self->look.cell_width * self->look.scale;
  int height = self->look.cell_height * self->look.scale;
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;

  if (pixels != NULL)
    return pixels;

  pixels = g_new (guint32, (gsize) width * height);
  surface = cairo_image_surface_create_for_data ((guchar *) pixels, CAIRO_FORMAT_RGB24, width,
                                                 height, width * 4);
  cairo_surface_set_device_scale (surface, self->look.scale, self->look.scale);
  cr = cairo_create (surface);
  draw_tile (self, cr, cell);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  g_hash_table_insert (self->tiles, GINT_TO_POINTER (key), pixels);
  self->bytes += (gsize) width * height * 4;
  return pixels;
}

/* The next image of the ring, with room for as many whole cells as can be visible. */
static cairo_surface_t *
next_image (RmHeatTiles *self,
            const RmHeatGeometry *at)
{
  GdkRectangle view = rm_heat_geometry_get_view (at);
  int columns = MIN (view.width / at->cell_width + 2, (int) at->n_columns);
  int rows = MIN (view.height / at->cell_height + 2, (int) at->n_rows);
  int width = columns * at->cell_width * self->look.scale;
  int height = rows * at->cell_height * self->look.scale;
  cairo_surface_t *image = NULL;

  self->current = (self->current + 1) % N_IMAGES;
  image = self->images[self->current];
  if (image == NULL || cairo_image_surface_get_width (image) != width
      || cairo_image_surface_get_height (image) != height)
    {
      g_clear_pointer (&self->images[self->current], cairo_surface_destroy);
      image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      self->images[self->current] = image;
    }
  cairo_surface_set_device_scale (image, 1, 1);
  return image;
}

static void
fill_row (RmHeatTiles *self,
          RmHeatSource *source,
          guint row,
          guchar *out,
          int stride)
{
  int width = self->look.cell_width * self->look.scale;
  int height = self->look.cell_height * self->look.scale;

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint place = self->rtl ? self->n_columns - 1 - i : i;
      RmHeatCell cell = rm_heat_source_get_cell (source, row, self->first_column + i);
      const guint32 *tile = get_tile (self, cell);
      guchar *to = out + (gsize) place * width * 4;

      for (int y = 0; y < height; y++)
        memcpy (to + (gsize) y * stride, tile + (gsize) y * width, (gsize) width * 4);
    }
}

static void
fill_image (RmHeatTiles *self,
            RmHeatSource *source,
            const RmHeatGeometry *at)
{
  cairo_surface_t *image = next_image (self, at);
  int stride = cairo_image_surface_get_stride (image);
  int height = self->look.cell_height * self->look.scale;
  guchar *pixels = NULL;

  if (self->bytes > MAX_BYTES)
    {
      g_hash_table_remove_all (self->tiles);
      self->bytes = 0;
    }

  cairo_surface_flush (image);
  pixels = cairo_image_surface_get_data (image);
  for (guint i = 0; i < self->n_rows; i++)
    fill_row (self, source, self->first_row + i, pixels + (gsize) i * height * stride, stride);
  cairo_surface_mark_dirty (image);
}

void
rm_heat_tiles_snapshot (RmHeatTiles *self,
                        GtkSnapshot *snapshot,
                        RmHeatSource *source,
                        const RmHeatGeometry *at)
{
  guint first_row = 0;
  guint first_column = 0;
  guint n_rows = rm_heat_geometry_get_rows (at, &first_row);
  guint n_columns = rm_heat_geometry_get_columns (at, &first_column);
  GdkRectangle corner = { 0 };
  cairo_t *cr = NULL;

  if (n_rows == 0 || n_columns == 0)
    return;

  /* Scrolling within a cell moves the same image. */
  if (!self->fresh || self->first_row != first_row || self->first_column != first_column
      || self->n_rows != n_rows || self->n_columns != n_columns || self->rtl != at->rtl)
    {
      self->first_row = first_row;
      self->first_column = first_column;
      self->n_rows = n_rows;
      self->n_columns = n_columns;
      self->rtl = at->rtl;
      fill_image (self, source, at);
      self->fresh = TRUE;
    }

  corner = rm_heat_geometry_get_cell (at, first_row,
                                      at->rtl ? first_column + n_columns - 1 : first_column);
  cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT ((float) corner.x, (float) corner.y,
                                   (float) (n_columns * (guint) at->cell_width),
                                   (float) (n_rows * (guint) at->cell_height)));
  cairo_surface_set_device_scale (self->images[self->current], self->look.scale,
                                  self->look.scale);
  cairo_set_source_surface (cr, self->images[self->current], corner.x, corner.y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_rectangle (cr, corner.x, corner.y, n_columns * (guint) at->cell_width,
                   n_rows * (guint) at->cell_height);
  cairo_fill (cr);
  cairo_destroy (cr);
}
