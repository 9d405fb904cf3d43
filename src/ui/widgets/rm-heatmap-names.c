/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-heatmap-private.h"

#include <math.h>
#include <string.h>

/* The names of rows and columns. Layouts are made when a name becomes visible and kept in a bounded
 * cache. Columns' names lean by 45 degrees, the most legible way in which a long name fits above a
 * narrow column. */

#define MAX_LAYOUTS 600

/* The longest names are measured; a few are enough to know the greatest width. */
#define N_MEASURED 12

#define ROW_START 12
#define ROW_END 9
#define COLUMN_BOTTOM 6
#define COLUMN_TOP 6
#define MAX_ROW_NAME 260
#define MAX_COLUMN_NAME 180

static char *
dup_name (RmHeatmap *self,
          RmHeatPlace place,
          guint index)
{
  return place == RM_HEAT_ROW_NAME ? rm_heat_source_dup_row_name (self->source, index)
                                   : rm_heat_source_dup_column_name (self->source, index);
}

static int
longest_name (RmHeatmap *self,
              RmHeatPlace place,
              guint n)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoAttrList *bold = pango_attr_list_new ();
  char *names[N_MEASURED] = { NULL };
  glong lengths[N_MEASURED] = { 0 };
  int most = 0;

  for (guint i = 0; i < n; i++)
    {
      char *name = dup_name (self, place, i);
      glong length = g_utf8_strlen (name, -1);

      /* An insertion into the short list of the longest so far. */
      for (guint k = 0; k < N_MEASURED && name != NULL; k++)
        if (names[k] == NULL || length > lengths[k])
          {
            char *other = names[k];
            glong other_length = lengths[k];

            names[k] = name;
            lengths[k] = length;
            name = other;
            length = other_length;
          }
      g_free (name);
    }

  /* The current ones are bold. */
  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, bold);
  pango_attr_list_unref (bold);
  for (guint k = 0; k < N_MEASURED && names[k] != NULL; k++)
    {
      int width = 0;

      pango_layout_set_text (layout, names[k], -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      most = MAX (most, width);
      g_free (names[k]);
    }

  return most;
}

void
rm_heatmap_measure_names (RmHeatmap *self)
{
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Xg");
  double length = 0;

  g_hash_table_remove_all (self->names);
  pango_layout_get_pixel_size (line, NULL, &self->line_height);
  self->names_width = 0;
  self->names_height = 0;
  if (self->source == NULL)
    return;

  self->names_width = MIN (longest_name (self, RM_HEAT_ROW_NAME, self->at.n_rows),
                           (int) (MAX_ROW_NAME * self->text_scale)) + ROW_START + ROW_END;
  length = MIN (longest_name (self, RM_HEAT_COLUMN_NAME, self->at.n_columns),
                MAX_COLUMN_NAME * self->text_scale);
  self->names_height = (int) ceil ((length + self->line_height / 2.0) * G_SQRT2 / 2)
                       + COLUMN_BOTTOM + COLUMN_TOP;
}

static int
room (RmHeatmap *self,
      RmHeatPlace place)
{
  double height = self->at.header_height - COLUMN_BOTTOM - COLUMN_TOP;

  if (place == RM_HEAT_ROW_NAME)
    return MAX (self->at.header_width - ROW_START - ROW_END, 1);

  return MAX ((int) (height * G_SQRT2 - self->line_height / 2.0) + 1, 1);
}

static PangoLayout *
new_layout (RmHeatmap *self,
            RmHeatPlace place,
            guint index,
            gboolean bold)
{
  g_autofree char *name = dup_name (self, place, index);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, room (self, place) * PANGO_SCALE);
  if (bold)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }

  return layout;
}

static PangoLayout *
get_layout (RmHeatmap *self,
            RmHeatPlace place,
            guint index)
{
  gpointer key = GUINT_TO_POINTER (place == RM_HEAT_ROW_NAME ? index : ~index);
  PangoLayout *layout = g_hash_table_lookup (self->names, key);

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (self->names) >= MAX_LAYOUTS)
    g_hash_table_remove_all (self->names);
  layout = new_layout (self, place, index, FALSE);
  g_hash_table_insert (self->names, key, layout);
  return layout;
}

gboolean
rm_heatmap_is_name_cut (RmHeatmap *self,
                        RmHeatPlace place,
                        guint index)
{
  return pango_layout_is_ellipsized (get_layout (self, place, index));
}

static void
snapshot_row_name (RmHeatmap *self,
                   GtkSnapshot *snapshot,
                   guint row,
                   gboolean current,
                   const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout
    = current ? new_layout (self, RM_HEAT_ROW_NAME, row, TRUE)
              : g_object_ref (get_layout (self, RM_HEAT_ROW_NAME, row));
  GdkRectangle cell = rm_heat_geometry_get_cell (&self->at, row, 0);
  PangoRectangle extents = { 0 };
  int x = 0;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = self->at.rtl ? self->at.width - ROW_START - extents.width - extents.x
                   : ROW_START - extents.x;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x,
                                                (float) (cell.y + (cell.height - 1
                                                                   - extents.height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Moves to the start of a column's name, rotated along it; a mirrored name ends there. */
static void
turn (RmHeatmap *self,
      GtkSnapshot *snapshot,
      guint column,
      int bottom)
{
  GdkRectangle cell = rm_heat_geometry_get_cell (&self->at, 0, column);
  float x = (float) (cell.x + (cell.width - 1) / 2.0);

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (
                                      x, (float) (self->at.header_height - bottom)));
  gtk_snapshot_rotate (snapshot, self->at.rtl ? 45 : -45);
}

static void
snapshot_column_name (RmHeatmap *self,
                      GtkSnapshot *snapshot,
                      guint column,
                      gboolean current,
                      const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout
    = current ? new_layout (self, RM_HEAT_COLUMN_NAME, column, TRUE)
              : g_object_ref (get_layout (self, RM_HEAT_COLUMN_NAME, column));
  PangoRectangle extents = { 0 };

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  gtk_snapshot_save (snapshot);
  turn (self, snapshot, column, COLUMN_BOTTOM);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (
                            (float) (self->at.rtl ? -extents.width - extents.x : -extents.x),
                            (float) (-extents.height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* The distance of names that do not touch. */
static guint
stride (int line,
        double distance)
{
  return MAX (1, (guint) ceil (line / distance));
}

static void
snapshot_row_names (RmHeatmap *self,
                    GtkSnapshot *snapshot,
                    const GdkRGBA *colour,
                    const GdkRGBA *shade)
{
  const RmHeatGeometry *at = &self->at;
  GdkRectangle view = rm_heat_geometry_get_view (at);
  GdkRectangle current = rm_heat_geometry_get_cell (at, self->row, 0);
  guint every = stride (self->line_height, at->cell_height);
  guint first = 0;
  guint n = rm_heat_geometry_get_rows (at, &first);
  float x = at->rtl ? (float) view.width : 0;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, (float) view.y,
                                                         (float) at->header_width - 1,
                                                         (float) view.height));
  gtk_snapshot_append_color (snapshot, shade,
                             &GRAPHENE_RECT_INIT (x, (float) current.y,
                                                  (float) at->header_width,
                                                  (float) current.height - 1));
  for (guint i = first; i < first + n; i++)
    {
      guint distance = i > self->row ? i - self->row : self->row - i;

      if (i == self->row || (i % every == 0 && distance >= every))
        snapshot_row_name (self, snapshot, i, i == self->row, colour);
    }
  gtk_snapshot_pop (snapshot);
}

static void
shade_column (RmHeatmap *self,
              GtkSnapshot *snapshot,
              const GdkRGBA *shade)
{
  float across = (float) ((self->at.cell_width - 1) * G_SQRT2 / 2);
  float along = (float) (self->at.header_height * G_SQRT2) + across;

  gtk_snapshot_save (snapshot);
  turn (self, snapshot, self->column, 0);
  gtk_snapshot_append_color (snapshot, shade,
                             &GRAPHENE_RECT_INIT (self->at.rtl ? -along : -across, -across / 2,
                                                  along + across, across));
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_column_names (RmHeatmap *self,
                       GtkSnapshot *snapshot,
                       const GdkRGBA *colour,
                       const GdkRGBA *shade)
{
  const RmHeatGeometry *at = &self->at;
  GdkRectangle view = rm_heat_geometry_get_view (at);
  guint every = stride (self->line_height, at->cell_width * G_SQRT2 / 2);
  guint before = (guint) (at->header_height / at->cell_width);
  guint first = 0;
  guint n = rm_heat_geometry_get_columns (at, &first);
  guint end = first + n;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) view.x, 0, (float) view.width,
                                               (float) at->header_height - 1));
  shade_column (self, snapshot, shade);
  /* Names of columns just scrolled out lean into view. */
  first -= MIN (before, first);
  for (guint i = first; i < end; i++)
    {
      guint distance = i > self->column ? i - self->column : self->column - i;

      if (i == self->column || (i % every == 0 && distance >= every))
        snapshot_column_name (self, snapshot, i, i == self->column, colour);
    }
  gtk_snapshot_pop (snapshot);
}

void
rm_heatmap_snapshot_names (RmHeatmap *self,
                           GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  const RmHeatGeometry *at = &self->at;
  GdkRectangle view = rm_heat_geometry_get_view (at);
  GdkRGBA colour = { 0 };
  GdkRGBA line = { 0 };
  GdkRGBA shade = { 0 };

  gtk_style_context_get_color (context, &colour);
  line = colour;
  line.alpha *= 0.15f;
  shade = colour;
  shade.alpha *= 0.1f;

  snapshot_row_names (self, snapshot, &colour, &shade);
  snapshot_column_names (self, snapshot, &colour, &shade);
  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT (0, (float) at->header_height - 1,
                                                  (float) at->width, 1));
  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT (at->rtl ? (float) view.width
                                                          : (float) at->header_width - 1,
                                                  (float) at->header_height, 1,
                                                  (float) view.height));
}
