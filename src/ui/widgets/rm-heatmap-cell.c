/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-heatmap-cell.h"

#include "ui/widgets/rm-accessible.h"

struct _RmHeatmapCell
{
  GtkWidget parent_instance;

  gboolean current;
};

enum
{
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RmHeatmapCell, rm_heatmap_cell, GTK_TYPE_WIDGET)

static void
append_ring (GtkSnapshot *snapshot,
             GtkWidget *widget,
             float inset,
             float width,
             const GdkRGBA *colour)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (
    inset, inset, (float) gtk_widget_get_width (widget) - 1 - 2 * inset,
    (float) gtk_widget_get_height (widget) - 1 - 2 * inset);
  GskRoundedRect outline = { 0 };
  float widths[] = { width, width, width, width };
  GdkRGBA colours[] = { *colour, *colour, *colour, *colour };

  gsk_rounded_rect_init_from_rect (&outline, &bounds, inset < 0 ? 3 : 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

/* Two lines, in the colours of text and background: one of them shows on any colour. */
static void
rm_heatmap_cell_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA text = { 0 };
  GdkRGBA ground = { 0 };

  if (!RM_HEATMAP_CELL (widget)->current)
    return;

  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, "view_bg_color", &ground))
    ground = (GdkRGBA) { 1, 1, 1, 1 };

  if (gtk_widget_has_focus (widget))
    {
      append_ring (snapshot, widget, -2, 2, &text);
      append_ring (snapshot, widget, 0, 1, &ground);
    }
  else
    append_ring (snapshot, widget, -1, 1, &text);
}

static void
rm_heatmap_cell_state_flags_changed (GtkWidget *widget,
                                     GtkStateFlags before)
{
  /* A widget with its own drawing is not redrawn for focus changes. */
  gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (rm_heatmap_cell_parent_class)->state_flags_changed (widget, before);
}

static void
rm_heatmap_cell_class_init (RmHeatmapCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = rm_heatmap_cell_snapshot;
  widget_class->state_flags_changed = rm_heatmap_cell_state_flags_changed;

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (class),
                                    G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Return, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Enter, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_ISO_Enter, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_space, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Space, 0, "activate", NULL);

  gtk_widget_class_set_css_name (widget_class, "heatcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
rm_heatmap_cell_init (RmHeatmapCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The pointer belongs to the heatmap. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
rm_heatmap_cell_new (void)
{
  return g_object_new (RM_TYPE_HEATMAP_CELL, NULL);
}

void
rm_heatmap_cell_set_sentence (RmHeatmapCell *self,
                              const char *sentence)
{
  rm_accessible_set_label (self, sentence);
}

void
rm_heatmap_cell_set_current (RmHeatmapCell *self,
                             gboolean current)
{
  if (self->current == current)
    return;

  self->current = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
