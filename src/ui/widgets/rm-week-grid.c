/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-week-grid.h"

#include "core/base/rm-sentence.h"
#include "core/model/rm-field.h"
#include "ui/widgets/rm-accessible.h"

#include <glib/gi18n.h>
#include <langinfo.h>

#define UNKNOWN (-1)

/* One hour of one day. */
typedef struct
{
  int day;
  int row;  /* hours after the first */
} Hour;

struct _RmWeekGrid
{
  GtkWidget parent_instance;

  gint64 week;
  gint64 base;     /* the week when painting began */
  Hour anchor;     /* where it began */
  gboolean paints; /* free, else not */
  Hour focus;

  /* children */
  GtkWidget *grid;
  GtkWidget *cells[RM_WEEK_DAYS][RM_WEEK_HOURS];
};

static guint painted_signal;

G_DEFINE_FINAL_TYPE (RmWeekGrid, rm_week_grid, GTK_TYPE_WIDGET)

static gint64
bit_of (Hour hour)
{
  return rm_week_bit ((guint) hour.day, RM_WEEK_FIRST_HOUR + (guint) hour.row);
}

static gboolean
is_free (const RmWeekGrid *self,
         Hour hour)
{
  return self->week != UNKNOWN && (self->week & bit_of (hour)) != 0;
}

static void
show_cells (RmWeekGrid *self)
{
  for (int day = 0; day < RM_WEEK_DAYS; day++)
    for (int row = 0; row < RM_WEEK_HOURS; row++)
      {
        GtkWidget *cell = self->cells[day][row];
        gboolean on = is_free (self, (Hour) { day, row });

        if (on)
          gtk_widget_add_css_class (cell, "free");
        else
          gtk_widget_remove_css_class (cell, "free");
        gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_CHECKED,
                                     on ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                        : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                     -1);
      }
  if (self->week == UNKNOWN)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unknown");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unknown");
}

static void
begin (RmWeekGrid *self,
       Hour hour)
{
  self->base = self->week == UNKNOWN ? 0 : self->week;
  self->anchor = hour;
  self->paints = !is_free (self, hour);
}

/* The block between where painting began and @hour. */
static void
paint_to (RmWeekGrid *self,
          Hour hour)
{
  self->week = self->base;
  for (int day = MIN (self->anchor.day, hour.day); day <= MAX (self->anchor.day, hour.day); day++)
    for (int row = MIN (self->anchor.row, hour.row); row <= MAX (self->anchor.row, hour.row); row++)
      if (self->paints)
        self->week |= bit_of ((Hour) { day, row });
      else
        self->week &= ~bit_of ((Hour) { day, row });
  show_cells (self);
}

static void
say_painted (RmWeekGrid *self)
{
  g_signal_emit (self, painted_signal, 0, self->week);
}

static gboolean
find_cell (RmWeekGrid *self,
           const GtkWidget *cell,
           Hour *hour)
{
  for (hour->day = 0; hour->day < RM_WEEK_DAYS; hour->day++)
    for (hour->row = 0; hour->row < RM_WEEK_HOURS; hour->row++)
      if (self->cells[hour->day][hour->row] == cell)
        return TRUE;

  return FALSE;
}

static gboolean
find_at (RmWeekGrid *self,
         double x,
         double y,
         Hour *hour)
{
  return find_cell (self, gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT), hour);
}

static void
move_focus (RmWeekGrid *self,
            Hour hour)
{
  hour.day = CLAMP (hour.day, 0, RM_WEEK_DAYS - 1);
  hour.row = CLAMP (hour.row, 0, RM_WEEK_HOURS - 1);
  self->focus = hour;
  gtk_widget_grab_focus (self->cells[hour.day][hour.row]);
}

static void
drag_begin_cb (RmWeekGrid *self,
               double x,
               double y,
               GtkGesture *gesture)
{
  Hour hour;

  if (!find_at (self, x, y, &hour))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  move_focus (self, hour);
  begin (self, hour);
  paint_to (self, hour);
}

static void
drag_update_cb (RmWeekGrid *self,
                double dx,
                double dy,
                GtkGestureDrag *gesture)
{
  double x = 0;
  double y = 0;
  Hour hour;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (find_at (self, x + dx, y + dy, &hour))
    paint_to (self, hour);
}

static void
drag_end_cb (RmWeekGrid *self,
             double dx,
             double dy,
             GtkGestureDrag *gesture)
{
  say_painted (self);
}

static gboolean
key_cb (RmWeekGrid *self,
        guint key,
        guint code,
        GdkModifierType state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean on = (state & GDK_SHIFT_MASK) != 0;
  Hour from = self->focus;
  Hour to = from;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_space || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      begin (self, from);
      paint_to (self, from);
      say_painted (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    to.row--;
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    to.row++;
  else if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    to.day += rtl ? 1 : -1;
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    to.day += rtl ? -1 : 1;
  else
    return GDK_EVENT_PROPAGATE;

  move_focus (self, to);
  if (on && (self->focus.day != from.day || self->focus.row != from.row))
    {
      /* The hour it continues from decides what is painted. */
      self->base = self->week == UNKNOWN ? 0 : self->week;
      self->paints = is_free (self, from);
      self->anchor = self->focus;
      paint_to (self, self->focus);
      say_painted (self);
    }

  return GDK_EVENT_STOP;
}

/* Tab goes in and out; within, arrows. */
static gboolean
rm_week_grid_focus (GtkWidget *widget,
                    GtkDirectionType direction)
{
  RmWeekGrid *self = RM_WEEK_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (self->cells[self->focus.day][self->focus.row]);
}

static void
rm_week_grid_dispose (GObject *object)
{
  g_clear_pointer (&RM_WEEK_GRID (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (rm_week_grid_parent_class)->dispose (object);
}

static void
rm_week_grid_class_init (RmWeekGridClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_week_grid_dispose;
  widget_class->focus = rm_week_grid_focus;
  gtk_widget_class_set_css_name (widget_class, "weekgrid");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  painted_signal = g_signal_new ("painted", RM_TYPE_WEEK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

/* Names from the locale; the C library begins with Sunday. */
static const char *
day_name (int day,
          gboolean whole)
{
  static const nl_item whole_names[] = { DAY_2, DAY_3, DAY_4, DAY_5, DAY_6, DAY_7, DAY_1 };
  static const nl_item short_names[] = { ABDAY_2, ABDAY_3, ABDAY_4, ABDAY_5, ABDAY_6, ABDAY_7,
                                         ABDAY_1 };

  return nl_langinfo (whole ? whole_names[day] : short_names[day]);
}

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
new_cell (int day,
          int row)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX,
                                  "focusable", TRUE,
                                  "hexpand", TRUE,
                                  "css-name", "weekcell",
                                  NULL);
  /* Translators: for a screen reader; a day of the week, then the hours between which it is */
  g_autofree char *name = rm_sentence_new (_ ("%s, %d to %d o’clock"), day_name (day, TRUE),
                                           RM_WEEK_FIRST_HOUR + row, RM_WEEK_FIRST_HOUR + row + 1);

  rm_accessible_set_label (cell, name);
  return cell;
}

static void
fill_grid (RmWeekGrid *self)
{
  for (int day = 0; day < RM_WEEK_DAYS; day++)
    gtk_grid_attach (GTK_GRID (self->grid), new_heading (day_name (day, FALSE)), day + 1, 0, 1, 1);
  for (int row = 0; row < RM_WEEK_HOURS; row++)
    {
      g_autofree char *hour = g_strdup_printf ("%d", RM_WEEK_FIRST_HOUR + row);

      gtk_grid_attach (GTK_GRID (self->grid), new_heading (hour), 0, row + 1, 1, 1);
      for (int day = 0; day < RM_WEEK_DAYS; day++)
        {
          self->cells[day][row] = new_cell (day, row);
          gtk_grid_attach (GTK_GRID (self->grid), self->cells[day][row], day + 1, row + 1, 1, 1);
        }
    }
}

static void
rm_week_grid_init (RmWeekGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->week = UNKNOWN;
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 2);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 2);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  fill_grid (self);
  show_cells (self);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
rm_week_grid_new (void)
{
  return g_object_new (RM_TYPE_WEEK_GRID, NULL);
}

void
rm_week_grid_show (RmWeekGrid *self,
                   gint64 week)
{
  self->week = week;
  show_cells (self);
}

GtkWidget *
rm_week_grid_get_cell (RmWeekGrid *self,
                       guint day,
                       guint hour)
{
  g_return_val_if_fail (day < RM_WEEK_DAYS, NULL);
  g_return_val_if_fail (hour >= RM_WEEK_FIRST_HOUR, NULL);
  g_return_val_if_fail (hour < RM_WEEK_FIRST_HOUR + RM_WEEK_HOURS, NULL);

  return self->cells[day][hour - RM_WEEK_FIRST_HOUR];
}
