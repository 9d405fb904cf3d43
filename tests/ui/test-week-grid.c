/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-week-grid.h"

#include "core/model/rm-field.h"
#include "ui-fixture.h"

typedef struct
{
  GtkWidget *window;
  RmWeekGrid *grid;
  gint64 painted;
  guint n_painted;
} Fixture;

static void
painted_cb (Fixture *self,
            gint64 week)
{
  self->painted = week;
  self->n_painted++;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->window = gtk_window_new ();
  self->grid = RM_WEEK_GRID (rm_week_grid_new ());
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->grid));
  g_signal_connect_swapped (self->grid, "painted", G_CALLBACK (painted_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_settle (self->window);
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
press (Fixture *self,
       guint key,
       GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->grid));
  gboolean handled = FALSE;

  for (guint k = 0; k < g_list_model_get_n_items (controllers); k++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, k);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  g_assert_true (handled);
}

static void
expect_checked (Fixture *self,
                guint day,
                guint hour,
                GtkAccessibleTristate state)
{
  gtk_test_accessible_assert_state (rm_week_grid_get_cell (self->grid, day, hour),
                                    GTK_ACCESSIBLE_STATE_CHECKED, state);
}

/* One stop for Tab; arrows within it; Space turns an hour; Shift goes on painting. */
static void
test_keys (Fixture *self,
           gconstpointer data)
{
  gint64 expected = 0;

  rm_week_grid_show (self->grid, -1);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD));
  press (self, GDK_KEY_Right, 0);
  press (self, GDK_KEY_Down, 0);
  g_assert_cmpuint (self->n_painted, ==, 0);
  press (self, GDK_KEY_space, 0);
  expected = rm_week_bit (1, 9);
  g_assert_cmpint (self->painted, ==, expected);
  expect_checked (self, 1, 9, GTK_ACCESSIBLE_TRISTATE_TRUE);

  press (self, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (self, GDK_KEY_Right, GDK_SHIFT_MASK);
  expected |= rm_week_bit (1, 10) | rm_week_bit (2, 10);
  g_assert_cmpint (self->painted, ==, expected);
  press (self, GDK_KEY_space, 0);
  g_assert_cmpint (self->painted, ==, expected & ~rm_week_bit (2, 10));
  expect_checked (self, 2, 10, GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_assert_cmpuint (self->n_painted, ==, 4);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD));
}

/* Past the edges there is nothing. */
static void
test_edges (Fixture *self,
            gconstpointer data)
{
  rm_week_grid_show (self->grid, 0);
  gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
  for (guint k = 0; k < 20; k++)
    {
      press (self, GDK_KEY_Up, GDK_SHIFT_MASK);
      press (self, GDK_KEY_Left, 0);
    }
  press (self, GDK_KEY_space, 0);
  g_assert_cmpint (self->painted, ==, rm_week_bit (0, RM_WEEK_FIRST_HOUR));
  for (guint k = 0; k < 20; k++)
    {
      press (self, GDK_KEY_Down, 0);
      press (self, GDK_KEY_Right, 0);
    }
  press (self, GDK_KEY_space, 0);
  g_assert_true ((self->painted & rm_week_bit (6, RM_WEEK_FIRST_HOUR + RM_WEEK_HOURS - 1)) != 0);
}

static void
drag (Fixture *self,
      guint day,
      guint hour,
      guint to_day,
      guint to_hour)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->grid));
  graphene_rect_t from;
  graphene_rect_t to;

  g_assert_true (gtk_widget_compute_bounds (rm_week_grid_get_cell (self->grid, day, hour),
                                            GTK_WIDGET (self->grid), &from));
  g_assert_true (gtk_widget_compute_bounds (rm_week_grid_get_cell (self->grid, to_day, to_hour),
                                            GTK_WIDGET (self->grid), &to));
  for (guint k = 0; k < g_list_model_get_n_items (controllers); k++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, k);

      if (!GTK_IS_GESTURE_DRAG (controller))
        continue;
      g_signal_emit_by_name (controller, "drag-begin", (double) from.origin.x + 5,
                             (double) from.origin.y + 5);
      g_signal_emit_by_name (controller, "drag-end", (double) (to.origin.x - from.origin.x),
                             (double) (to.origin.y - from.origin.y));
    }
}

/* A press without a move paints one hour, and a second one takes it back; beside the hours nothing
 * happens. What a drag covers is worked out from positions that only a pointer has: the driven window
 * tries that. */
static void
test_press (Fixture *self,
            gconstpointer data)
{
  rm_week_grid_show (self->grid, rm_week_bit (4, 12));
  drag (self, 3, 12, 3, 12);
  g_assert_cmpint (self->painted, ==, rm_week_bit (3, 12) | rm_week_bit (4, 12));
  drag (self, 3, 12, 3, 12);
  g_assert_cmpint (self->painted, ==, rm_week_bit (4, 12));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/week/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/ui/week/edges", Fixture, NULL, set_up, test_edges, tear_down);
  g_test_add ("/ui/week/press", Fixture, NULL, set_up, test_press, tear_down);
  return g_test_run ();
}
