/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-weight-row.h"

#include "ui/widgets/rm-accessible.h"

#include <glib/gi18n.h>

struct _RmWeightRow
{
  GtkWidget parent_instance;

  RmCriterion criterion;
  gboolean showing;

  /* template */
  GtkWidget *box;
  GtkLabel *name;
  GtkLabel *value;
  GtkWidget *scale;
};

enum
{
  MOVED,
  RELEASED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RmWeightRow, rm_weight_row, GTK_TYPE_WIDGET)

static void
value_changed_cb (RmWeightRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[MOVED], 0,
                   (int) (gtk_range_get_value (GTK_RANGE (self->scale)) + 0.5));
}

/* The scale's own gesture takes the sequence for itself, so the bare event is looked at. */
static gboolean
event_cb (RmWeightRow *self,
          GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END)
    g_signal_emit (self, signals[RELEASED], 0);
  return GDK_EVENT_PROPAGATE;
}

/* Scrolling the panel must not move the sliders on the way. */
static void
leave_scrolling_to_panel (GtkWidget *scale)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
rm_weight_row_dispose (GObject *object)
{
  g_clear_pointer (&RM_WEIGHT_ROW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_weight_row_parent_class)->dispose (object);
}

static void
rm_weight_row_class_init (RmWeightRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_weight_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/ReverseMentor/ui/pairing/rm-weight-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RmWeightRow, box);
  gtk_widget_class_bind_template_child (widget_class, RmWeightRow, name);
  gtk_widget_class_bind_template_child (widget_class, RmWeightRow, value);
  gtk_widget_class_bind_template_child (widget_class, RmWeightRow, scale);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "weightrow");
  signals[MOVED] = g_signal_new ("moved", RM_TYPE_WEIGHT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[RELEASED] = g_signal_new ("released", RM_TYPE_WEIGHT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
rm_weight_row_init (RmWeightRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  leave_scrolling_to_panel (self->scale);
}

GtkWidget *
rm_weight_row_new (RmCriterion criterion)
{
  RmWeightRow *self = g_object_new (RM_TYPE_WEIGHT_ROW, NULL);
  const char *name = _ (rm_criterion_label (criterion));

  self->criterion = criterion;
  gtk_label_set_label (self->name, name);
  rm_accessible_set_label (self->scale, name);
  return GTK_WIDGET (self);
}

void
rm_weight_row_show (RmWeightRow *self,
                    int weight,
                    int share,
                    gboolean changed)
{
  /* Translators: a weight, then its share of all weights in percent */
  g_autofree char *value = g_strdup_printf (_ ("%d (%d %%)"), weight, share);
  /* Translators: for a screen reader; a weight, then its share of all weights in percent */
  g_autofree char *spoken = g_strdup_printf (_ ("%d, %d %% of all weights"), weight, share);

  self->showing = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), weight);
  self->showing = FALSE;
  gtk_label_set_label (self->value, value);
  if (changed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "changed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "changed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, -1);
}

GtkWidget *
rm_weight_row_get_scale (RmWeightRow *self)
{
  return self->scale;
}
