/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-heat-legend.h"

#include "report/heat/rm-heat-drawing.h"
#include "ui/widgets/rm-accessible.h"

#include <glib/gi18n.h>

#define SWATCH_WIDTH 40
#define SWATCH_HEIGHT 14

/* Bands below zero, the lowest first, zero, bands above, and the hatching. */
#define ZERO_ITEM RM_HEAT_BANDS
#define N_ITEMS (2 * RM_HEAT_BANDS + 2)
#define UNRATED_ITEM (N_ITEMS - 1)

struct _RmHeatLegend
{
  GtkWidget parent_instance;

  /* owned */
  RmHeatmap *heatmap;
  GtkWidget *box;

  /* borrowed: in the box */
  GtkWidget *items[N_ITEMS];
  GtkWidget *swatches[N_ITEMS];
  GtkLabel *labels[N_ITEMS];
};

G_DEFINE_FINAL_TYPE (RmHeatLegend, rm_heat_legend, GTK_TYPE_WIDGET)

static void
draw_cb (GtkDrawingArea *area,
         cairo_t *cr,
         int width,
         int height,
         gpointer data)
{
  RmHeatLegend *self = data;
  const RmHeatPalette *palette = NULL;
  GdkRGBA line = { 0 };
  guint item = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "rm-item"));
  int band = (int) item - ZERO_ITEM;

  if (self->heatmap == NULL)
    return;

  palette = rm_heatmap_get_palette (self->heatmap);
  if (item == UNRATED_ITEM)
    rm_heat_draw_hatching (cr, palette, width, height);
  else
    {
      rm_colour_set_source (rm_heat_palette_get_fill (palette, band), cr);
      cairo_paint (cr);
    }
  if (item != UNRATED_ITEM && !rm_heatmap_has_numbers (self->heatmap))
    rm_heat_draw_pattern (cr, rm_heat_palette_get_text (palette, band), band, width + 1,
                          height + 1);

  /* The lowest colours are close to the background. */
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &line);
  line.alpha *= 0.2f;
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_stroke (cr);
}

static void
update (RmHeatLegend *self)
{
  const RmHeatPalette *palette = rm_heatmap_get_palette (self->heatmap);

  for (guint i = 0; i < UNRATED_ITEM; i++)
    {
      int band = (int) i - ZERO_ITEM;
      gboolean there = (guint) ABS (band) <= palette->n_bands && (band >= 0 || palette->change);
      g_autofree char *text = there ? rm_heat_palette_describe (palette, band) : g_strdup ("");

      gtk_widget_set_visible (self->items[i], there);
      gtk_label_set_label (self->labels[i], text);
    }
  for (guint i = 0; i < N_ITEMS; i++)
    gtk_widget_queue_draw (self->swatches[i]);
}

static void
add_item (RmHeatLegend *self,
          guint i)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *swatch = g_object_new (GTK_TYPE_DRAWING_AREA,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "content-width", SWATCH_WIDTH,
                                    "content-height", SWATCH_HEIGHT,
                                    NULL);

  g_object_set_data (G_OBJECT (swatch), "rm-item", GUINT_TO_POINTER (i));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_cb, self, NULL);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_margin_start (label, 2);
  gtk_widget_set_margin_end (label, 2);
  gtk_box_append (GTK_BOX (item), swatch);
  gtk_box_append (GTK_BOX (item), label);
  if (i == UNRATED_ITEM)
    gtk_widget_set_margin_start (item, 12);
  gtk_box_append (GTK_BOX (self->box), item);

  self->items[i] = item;
  self->swatches[i] = swatch;
  self->labels[i] = GTK_LABEL (label);
}

static void
rm_heat_legend_dispose (GObject *object)
{
  RmHeatLegend *self = RM_HEAT_LEGEND (object);

  g_clear_object (&self->heatmap);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_heat_legend_parent_class)->dispose (object);
}

static void
rm_heat_legend_class_init (RmHeatLegendClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_heat_legend_dispose;
  gtk_widget_class_set_css_name (widget_class, "heatlegend");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rm_heat_legend_init (RmHeatLegend *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint i = 0; i < N_ITEMS; i++)
    add_item (self, i);
  rm_accessible_set_label (self, _ ("Colours"));
}

void
rm_heat_legend_set_heatmap (RmHeatLegend *self,
                            RmHeatmap *heatmap,
                            const char *unrated)
{
  g_return_if_fail (RM_IS_HEAT_LEGEND (self));
  g_return_if_fail (RM_IS_HEATMAP (heatmap));

  if (!g_set_object (&self->heatmap, heatmap))
    return;

  gtk_label_set_label (self->labels[UNRATED_ITEM], unrated);
  g_signal_connect_object (heatmap, "look-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
