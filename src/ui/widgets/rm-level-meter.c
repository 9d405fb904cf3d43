/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-level-meter.h"

#define MAX_LEVEL 5
#define DOT 8
#define GAP 5

struct _RmLevelMeter
{
  GtkWidget parent_instance;

  int level;
  int target;
};

G_DEFINE_FINAL_TYPE (RmLevelMeter, rm_level_meter, GTK_TYPE_WIDGET)

static void
draw_dot (cairo_t *cr,
          const RmLevelMeter *self,
          int dot,
          double x,
          double y)
{
  if (self->level < 0 && self->target < dot)
    {
      cairo_rectangle (cr, x - DOT / 4.0, y - 0.75, DOT / 2.0, 1.5);
      cairo_fill (cr);
    }
  else if (self->level >= dot)
    {
      cairo_arc (cr, x, y, DOT / 2.0, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else if (self->target >= dot)
    {
      cairo_set_line_width (cr, 1.5);
      cairo_arc (cr, x, y, DOT / 2.0 - 0.75, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  else
    {
      cairo_arc (cr, x, y, 1.5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
rm_level_meter_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  RmLevelMeter *self = RM_LEVEL_METER (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  for (int dot = 1; dot <= MAX_LEVEL; dot++)
    {
      double x = DOT / 2.0 + (dot - 1) * (DOT + GAP);

      draw_dot (cr, self, dot, rtl ? width - x : x, height / 2.0);
    }
  cairo_destroy (cr);
}

static void
rm_level_meter_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX_LEVEL * DOT + (MAX_LEVEL - 1) * GAP
                                                       : DOT + 2;
  *natural = *minimum;
}

static void
rm_level_meter_class_init (RmLevelMeterClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = rm_level_meter_snapshot;
  widget_class->measure = rm_level_meter_measure;
  gtk_widget_class_set_css_name (widget_class, "levelmeter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rm_level_meter_init (RmLevelMeter *self)
{
  self->level = -1;
  self->target = -1;
}

GtkWidget *
rm_level_meter_new (void)
{
  return g_object_new (RM_TYPE_LEVEL_METER, NULL);
}

void
rm_level_meter_set (RmLevelMeter *self,
                    int level,
                    int target)
{
  self->level = level;
  self->target = target;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
