/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-heatmap-private.h"

#include <math.h>

/* Keyboard, pointer, wheel and touch input of a heatmap. */

/* The approximate factor of one step of zoom. */
#define ZOOM_FACTOR 1.3

static gboolean
move_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  RmHeatmap *self = RM_HEATMAP (widget);
  guint row = self->row;
  guint column = self->column;
  int move = 0;
  gboolean extend = FALSE;
  gboolean moved = FALSE;

  if (rm_heatmap_is_empty (self))
    return FALSE;

  g_variant_get (arguments, "(ib)", &move, &extend);
  moved = rm_heat_geometry_move (&self->at, move, &row, &column);
  if (extend && moved)
    rm_heatmap_extend_to (self, row, column);
  else if (!extend)
    rm_heatmap_move_to (self, row, column);

  /* At the edge too: arrow keys do not move the focus out of a grid. */
  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  rm_heatmap_zoom (RM_HEATMAP (widget), g_variant_get_int32 (arguments));
  return TRUE;
}

static gboolean
name_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  RmHeatmap *self = RM_HEATMAP (widget);
  RmHeatPlace place = (RmHeatPlace) g_variant_get_int32 (arguments);

  if (rm_heatmap_is_empty (self))
    return FALSE;

  rm_heatmap_activate_name (self, place, place == RM_HEAT_ROW_NAME ? self->row : self->column);
  return TRUE;
}

static void
bind_move (GtkWidgetClass *widget_class,
           guint key,
           guint keypad,
           GdkModifierType modifiers,
           RmHeatMove move)
{
  const GdkModifierType extending = modifiers | GDK_SHIFT_MASK;

  gtk_widget_class_add_binding (widget_class, key, modifiers, move_cb, "(ib)", move, FALSE);
  gtk_widget_class_add_binding (widget_class, keypad, modifiers, move_cb, "(ib)", move, FALSE);
  gtk_widget_class_add_binding (widget_class, key, extending, move_cb, "(ib)", move, TRUE);
  gtk_widget_class_add_binding (widget_class, keypad, extending, move_cb, "(ib)", move, TRUE);
}

static void
bind_zoom (GtkWidgetClass *widget_class,
           guint key,
           int steps)
{
  if (steps != 0)
    gtk_widget_class_add_binding (widget_class, key, 0, zoom_cb, "i", steps);
  gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK, zoom_cb, "i", steps);
}

void
rm_heatmap_install_keys (GtkWidgetClass *widget_class)
{
  bind_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, RM_HEAT_UP);
  bind_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, RM_HEAT_DOWN);
  bind_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, RM_HEAT_LEFT);
  bind_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, RM_HEAT_RIGHT);
  bind_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, RM_HEAT_ROW_START);
  bind_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, RM_HEAT_ROW_END);
  bind_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, RM_HEAT_FIRST);
  bind_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, RM_HEAT_LAST);
  bind_move (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, RM_HEAT_PAGE_UP);
  bind_move (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, RM_HEAT_PAGE_DOWN);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, name_cb, "i",
                                RM_HEAT_ROW_NAME);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                name_cb, "i", RM_HEAT_COLUMN_NAME);

  /* "=" is where "+" is on many keyboards. */
  bind_zoom (widget_class, GDK_KEY_plus, 1);
  bind_zoom (widget_class, GDK_KEY_equal, 1);
  bind_zoom (widget_class, GDK_KEY_KP_Add, 1);
  bind_zoom (widget_class, GDK_KEY_minus, -1);
  bind_zoom (widget_class, GDK_KEY_KP_Subtract, -1);
  bind_zoom (widget_class, GDK_KEY_0, 0);
  bind_zoom (widget_class, GDK_KEY_KP_0, 0);
}

static void
released_cb (RmHeatmap *self,
             int n_press,
             double x,
             double y,
             GtkEventController *controller)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (controller);
  guint row = self->row;
  guint column = self->column;
  RmHeatPlace place = rm_heat_geometry_find (&self->at, x, y, &row, &column);

  if (place == RM_HEAT_NOWHERE)
    return;

  /* A click on a name takes the cursor to its row or column. Not on press: scrolling by touch
   * presses too. */
  if ((modifiers & GDK_SHIFT_MASK) != 0)
    rm_heatmap_extend_to (self, row, column);
  else
    rm_heatmap_move_to (self, row, column);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2 && place == RM_HEAT_CELL)
    rm_heatmap_activate (self);
  else if (n_press == 2)
    rm_heatmap_activate_name (self, place, place == RM_HEAT_ROW_NAME ? row : column);
}

/* Fingers scroll. */
static gboolean
is_by_finger (GtkGesture *gesture)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
drag_begin_cb (RmHeatmap *self,
               double x,
               double y,
               GtkGesture *gesture)
{
  if (is_by_finger (gesture)
      || rm_heat_geometry_find (&self->at, x, y, NULL, NULL) != RM_HEAT_CELL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (RmHeatmap *self,
                double dx,
                double dy,
                GtkGesture *gesture)
{
  double x = 0;
  double y = 0;
  guint first_row = 0;
  guint first_column = 0;
  guint row = 0;
  guint column = 0;
  RmHeatPlace from = RM_HEAT_NOWHERE;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  if (self->dragging)
    {
      first_row = self->anchor_row;
      first_column = self->anchor_column;
      from = RM_HEAT_CELL;
    }
  else
    from = rm_heat_geometry_find (&self->at, x, y, &first_row, &first_column);
  if (from != RM_HEAT_CELL
      || rm_heat_geometry_find (&self->at, x + dx, y + dy, &row, &column) != RM_HEAT_CELL)
    return;
  if (!self->dragging && row == first_row && column == first_column)
    return;

  /* From now on it is not a click. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!self->dragging)
    rm_heatmap_move_to (self, first_row, first_column);
  self->dragging = TRUE;
  rm_heatmap_extend_to (self, row, column);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_end_cb (RmHeatmap *self)
{
  self->dragging = FALSE;
}

static void
set_hover (RmHeatmap *self,
           RmHeatPlace place,
           guint row,
           guint column)
{
  if (self->hover == place && self->hover_row == row && self->hover_column == column)
    return;

  self->hover = place;
  self->hover_row = row;
  self->hover_column = column;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (RmHeatmap *self,
           double x,
           double y)
{
  guint row = 0;
  guint column = 0;
  RmHeatPlace place = rm_heat_geometry_find (&self->at, x, y, &row, &column);

  set_hover (self, place, row, column);
}

static void
leave_cb (RmHeatmap *self)
{
  set_hover (self, RM_HEAT_NOWHERE, 0, 0);
}

static gboolean
scroll_cb (RmHeatmap *self,
           double dx,
           double dy,
           GtkEventController *controller)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  double native_x = 0;
  double native_y = 0;

  if ((modifiers & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  /* The cell under the pointer stays there. */
  if (gdk_event_get_position (event, &x, &y))
    {
      gtk_native_get_surface_transform (native, &native_x, &native_y);
      gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - native_x,
                                        y - native_y, &x, &y);
    }
  if (dy != 0)
    rm_heatmap_set_zoom (self, (int) self->zoom + (dy < 0 ? 1 : -1), x, y);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (RmHeatmap *self)
{
  self->pinch = self->zoom;
}

static void
pinch_cb (RmHeatmap *self,
          double scale,
          GtkGesture *gesture)
{
  double x = 0;
  double y = 0;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  rm_heatmap_set_zoom (self, (int) lround (self->pinch + log (scale) / log (ZOOM_FACTOR)), x, y);
}

void
rm_heatmap_add_controllers (RmHeatmap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  /* Discrete: a wheel click and a touchpad scroll of the same length are one step. */
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
}
