/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "heat-figures.h"

#include "ui/widgets/rm-heat-legend.h"
#include "ui/widgets/rm-heatmap-cell.h"

#include <string.h>

/* The heatmap as a widget: its accessibility, cursor movements and signals. */

typedef struct
{
  GtkWidget *window;
  RmHeatmap *heatmap;
  guint n_selected;
  guint n_activated;
  guint row;
  guint column;
} Fixture;

static void
selected_cb (Fixture *fixture,
             guint row,
             guint column)
{
  fixture->n_selected++;
  fixture->row = row;
  fixture->column = column;
}

static void
activated_cb (Fixture *fixture,
              guint row,
              guint column)
{
  fixture->n_activated++;
  fixture->row = row;
  fixture->column = column;
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 100 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RmHeatSource) source = heat_figures_new (200, 60, 30);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->window = gtk_window_new ();
  fixture->heatmap = RM_HEATMAP (rm_heatmap_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->heatmap));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  if (data != NULL)
    gtk_widget_set_direction (GTK_WIDGET (fixture->heatmap), GTK_TEXT_DIR_RTL);
  rm_heatmap_set_source (fixture->heatmap, source);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  gtk_widget_grab_focus (GTK_WIDGET (fixture->heatmap));
  g_signal_connect_swapped (fixture->heatmap, "cell-selected", G_CALLBACK (selected_cb), fixture);
  g_signal_connect_swapped (fixture->heatmap, "cell-activated", G_CALLBACK (activated_cb),
                            fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static gboolean
run_shortcut (GtkWidget *widget,
              guint key,
              GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  return FALSE;
}

static void
press (Fixture *fixture,
       guint key,
       GdkModifierType modifiers)
{
  g_assert_true (run_shortcut (GTK_WIDGET (fixture->heatmap), key, modifiers));
}

static GtkWidget *
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (RM_IS_HEATMAP_CELL (focus));
  return focus;
}

static void
assert_cursor (Fixture *fixture,
               guint row,
               guint column)
{
  RmHeatSource *source = rm_heatmap_get_source (fixture->heatmap);
  g_autofree char *sentence = rm_heat_source_dup_sentence (source, row, column);
  guint at_row = 0;
  guint at_column = 0;

  g_assert_true (rm_heatmap_get_cursor (fixture->heatmap, &at_row, &at_column));
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpuint (at_column, ==, column);
  gtk_test_accessible_assert_property (get_focused (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       sentence);
}

static void
test_roles (Fixture *fixture,
            gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->heatmap, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (get_focused (fixture), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  assert_cursor (fixture, 0, 0);
}

static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *before = get_focused (fixture);

  press (fixture, GDK_KEY_Right, 0);
  assert_cursor (fixture, 0, 1);
  g_assert_true (get_focused (fixture) != before);
  press (fixture, GDK_KEY_Down, 0);
  assert_cursor (fixture, 1, 1);
  g_assert_true (get_focused (fixture) == before);
  g_assert_cmpuint (fixture->n_selected, ==, 2);

  press (fixture, GDK_KEY_End, 0);
  assert_cursor (fixture, 1, 59);
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_cursor (fixture, 199, 59);
  press (fixture, GDK_KEY_Down, 0);
  assert_cursor (fixture, 199, 59);
  g_assert_cmpuint (fixture->n_selected, ==, 4);
  press (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpuint (fixture->row, <, 199);
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_cursor (fixture, 0, 0);
}

static void
assert_block (Fixture *fixture,
              guint row,
              guint column,
              guint n_rows,
              guint n_columns)
{
  guint at[4] = { 0 };

  g_assert_true (rm_heatmap_get_block (fixture->heatmap, &at[0], &at[1], &at[2], &at[3]));
  g_assert_cmpuint (at[0], ==, row);
  g_assert_cmpuint (at[1], ==, column);
  g_assert_cmpuint (at[2], ==, n_rows);
  g_assert_cmpuint (at[3], ==, n_columns);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_block (Fixture *fixture,
            gconstpointer data)
{
  RmHeatSource *source = rm_heatmap_get_source (fixture->heatmap);
  g_autofree char *cell = rm_heat_source_dup_sentence (source, 3, 2);
  g_autofree char *sentence = g_strdup_printf ("%s; 3 × 2 cells selected", cell);
  guint n_changed = 0;

  g_signal_connect_swapped (fixture->heatmap, "block-changed", G_CALLBACK (count_cb), &n_changed);
  rm_heatmap_select (fixture->heatmap, 5, 3);
  assert_block (fixture, 5, 3, 1, 1);
  press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  assert_block (fixture, 3, 2, 3, 2);
  g_assert_cmpuint (n_changed, ==, 4);
  gtk_test_accessible_assert_property (get_focused (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       sentence);

  /* without Shift it is one cell again, also where the cursor was at an edge */
  press (fixture, GDK_KEY_Right, 0);
  assert_block (fixture, 3, 3, 1, 1);
  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_block (fixture, 0, 0, 200, 60);
  press (fixture, GDK_KEY_Down, 0);
  assert_block (fixture, 199, 59, 1, 1);

  rm_heatmap_select_block (fixture->heatmap, 2, 4, 3, 5);
  assert_block (fixture, 2, 4, 3, 5);
  settle ();
}

static void
named_cb (Fixture *fixture,
          gboolean is_row,
          guint index)
{
  fixture->row = is_row ? index : G_MAXUINT;
  fixture->column = is_row ? G_MAXUINT : index;
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  g_signal_connect_swapped (fixture->heatmap, "name-activated", G_CALLBACK (named_cb), fixture);
  rm_heatmap_select (fixture->heatmap, 4, 7);
  press (fixture, GDK_KEY_space, GDK_CONTROL_MASK);
  g_assert_cmpuint (fixture->row, ==, 4);
  g_assert_cmpuint (fixture->column, ==, G_MAXUINT);
  press (fixture, GDK_KEY_space, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpuint (fixture->column, ==, 7);
}

static void
test_scrolling (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GtkAdjustment) horizontal = NULL;
  g_autoptr (GtkAdjustment) vertical = NULL;

  g_object_get (fixture->heatmap, "hadjustment", &horizontal, "vadjustment", &vertical, NULL);
  if (data == NULL)
    g_assert_cmpfloat (gtk_adjustment_get_value (horizontal), ==, 0);
  else
    g_assert_cmpfloat (gtk_adjustment_get_value (horizontal), ==,
                       gtk_adjustment_get_upper (horizontal)
                         - gtk_adjustment_get_page_size (horizontal));

  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (vertical), >, 0);
  if (data == NULL)
    g_assert_cmpfloat (gtk_adjustment_get_value (horizontal), >, 0);
  else
    g_assert_cmpfloat (gtk_adjustment_get_value (horizontal), <,
                       gtk_adjustment_get_upper (horizontal) / 2);
}

static void
test_mirrored (Fixture *fixture,
               gconstpointer data)
{
  graphene_rect_t first = { 0 };
  graphene_rect_t second = { 0 };

  settle ();
  g_assert_true (gtk_widget_compute_bounds (get_focused (fixture), GTK_WIDGET (fixture->heatmap),
                                            &first));
  press (fixture, GDK_KEY_Left, 0);
  assert_cursor (fixture, 0, 1);
  settle ();
  g_assert_true (gtk_widget_compute_bounds (get_focused (fixture), GTK_WIDGET (fixture->heatmap),
                                            &second));
  g_assert_cmpfloat (second.origin.x, <, first.origin.x);
}

static void
test_activation (Fixture *fixture,
                 gconstpointer data)
{
  rm_heatmap_select (fixture->heatmap, 7, 3);
  g_assert_true (gtk_widget_activate (get_focused (fixture)));
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_true (run_shortcut (get_focused (fixture), GDK_KEY_space, 0));
  g_assert_true (run_shortcut (get_focused (fixture), GDK_KEY_Return, 0));
  g_assert_cmpuint (fixture->n_activated, ==, 3);
  g_assert_cmpuint (fixture->row, ==, 7);
  g_assert_cmpuint (fixture->column, ==, 3);
}

static void
test_zoom (Fixture *fixture,
           gconstpointer data)
{
  g_assert_true (rm_heatmap_has_numbers (fixture->heatmap));
  for (guint i = 0; i < 20; i++)
    press (fixture, GDK_KEY_minus, 0);
  settle ();
  g_assert_false (rm_heatmap_has_numbers (fixture->heatmap));
  press (fixture, GDK_KEY_0, GDK_CONTROL_MASK);
  settle ();
  g_assert_true (rm_heatmap_has_numbers (fixture->heatmap));
  for (guint i = 0; i < 20; i++)
    press (fixture, GDK_KEY_plus, 0);
  settle ();
  assert_cursor (fixture, 0, 0);
}

static void
test_sources (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RmHeatSource) smaller = heat_figures_new (3, 2, 9);
  g_autoptr (RmHeatSource) empty = heat_figures_new (0, 2, 0);
  guint row = 0;
  guint column = 0;

  rm_heatmap_select (fixture->heatmap, 150, 40);
  rm_heatmap_set_source (fixture->heatmap, smaller);
  settle ();
  assert_cursor (fixture, 2, 1);
  rm_heatmap_set_source (fixture->heatmap, empty);
  settle ();
  g_assert_false (rm_heatmap_get_cursor (fixture->heatmap, &row, &column));
  rm_heatmap_set_source (fixture->heatmap, NULL);
  settle ();
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (fixture->heatmap)));
  rm_heatmap_set_source (fixture->heatmap, smaller);
  settle ();
}

static gboolean
are_equal (const RmColour *a,
           const RmColour *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

static void
test_theme (Fixture *fixture,
            gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  RmColour before = rm_heatmap_get_palette (fixture->heatmap)->fill[0];

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  settle ();
  g_assert_false (are_equal (&before, &rm_heatmap_get_palette (fixture->heatmap)->fill[0]));
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  settle ();
  g_assert_true (are_equal (&before, &rm_heatmap_get_palette (fixture->heatmap)->fill[0]));
}

static void
test_tab (Fixture *fixture,
          gconstpointer data)
{
  /* One stop: from the cell out of the grid. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->heatmap), GTK_DIR_TAB_FORWARD));
}

static void
test_finalize (void)
{
  g_autoptr (RmHeatSource) source = heat_figures_new (10, 10, 5);
  RmHeatmap *heatmap = g_object_ref_sink (RM_HEATMAP (rm_heatmap_new ()));
  RmHeatLegend *legend = g_object_ref_sink (g_object_new (RM_TYPE_HEAT_LEGEND, NULL));

  rm_heatmap_set_source (heatmap, source);
  rm_heat_legend_set_heatmap (legend, heatmap, "Not rated");
  g_assert_finalize_object (legend);
  g_assert_finalize_object (heatmap);
}

#define ADD(path, func, data) \
  g_test_add ("/heatmap/" path, Fixture, data, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("roles", test_roles, NULL);
  ADD ("keys", test_keys, NULL);
  ADD ("block", test_block, NULL);
  ADD ("names", test_names, NULL);
  ADD ("scrolling", test_scrolling, NULL);
  ADD ("scrolling-mirrored", test_scrolling, "rtl");
  ADD ("mirrored", test_mirrored, "rtl");
  ADD ("activation", test_activation, NULL);
  ADD ("zoom", test_zoom, NULL);
  ADD ("sources", test_sources, NULL);
  ADD ("theme", test_theme, NULL);
  ADD ("tab", test_tab, NULL);
  g_test_add_func ("/heatmap/finalize", test_finalize);
  return g_test_run ();
}
