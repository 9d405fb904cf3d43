/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-heatmap-geometry.h"

/* Positions in a heatmap, left to right and right to left. */

static RmHeatGeometry
new_geometry (gboolean rtl)
{
  return (RmHeatGeometry) {
    .n_rows = 100, .n_columns = 50, .cell_width = 40, .cell_height = 20, .header_width = 120,
    .header_height = 80, .overhang = 60, .width = 520, .height = 280, .rtl = rtl,
  };
}

static void
test_cells (void)
{
  RmHeatGeometry at = new_geometry (FALSE);
  GdkRectangle cell = rm_heat_geometry_get_cell (&at, 2, 3);

  g_assert_cmpint (cell.x, ==, 120 + 3 * 40);
  g_assert_cmpint (cell.y, ==, 80 + 2 * 20);
  at.offset_x = 45;
  at.offset_y = 7;
  cell = rm_heat_geometry_get_cell (&at, 2, 3);
  g_assert_cmpint (cell.x, ==, 195);
  g_assert_cmpint (cell.y, ==, 113);

  at = new_geometry (TRUE);
  cell = rm_heat_geometry_get_cell (&at, 2, 3);
  g_assert_cmpint (cell.x, ==, 520 - 120 - 4 * 40);
  g_assert_cmpint (rm_heat_geometry_get_view (&at).x, ==, 0);
}

/* Each point of a cell that is in sight finds that cell. */
static void
check_points (const RmHeatGeometry *at)
{
  guint first_row = 0;
  guint first_column = 0;
  guint n_rows = rm_heat_geometry_get_rows (at, &first_row);
  guint n_columns = rm_heat_geometry_get_columns (at, &first_column);
  GdkRectangle view = rm_heat_geometry_get_view (at);

  for (guint i = first_row; i < first_row + n_rows; i++)
    for (guint k = first_column; k < first_column + n_columns; k++)
      {
        GdkRectangle cell = rm_heat_geometry_get_cell (at, i, k);
        GdkRectangle seen = { 0 };
        guint row = 0;
        guint column = 0;

        g_assert_true (gdk_rectangle_intersect (&cell, &view, &seen));
        g_assert_cmpint (rm_heat_geometry_find (at, seen.x + seen.width / 2.0,
                                                seen.y + seen.height / 2.0, &row, &column),
                         ==, RM_HEAT_CELL);
        g_assert_cmpuint (row, ==, i);
        g_assert_cmpuint (column, ==, k);
      }
}

static void
test_points (void)
{
  for (int rtl = 0; rtl < 2; rtl++)
    {
      RmHeatGeometry at = new_geometry (rtl == 1);

      check_points (&at);
      at.offset_x = 333;
      at.offset_y = 777;
      check_points (&at);
      at.offset_x = G_MAXINT / 2;
      at.offset_y = G_MAXINT / 2;
      rm_heat_geometry_clamp (&at);
      g_assert_cmpint (at.offset_x, ==, 50 * 40 + 60 - 400);
      g_assert_cmpint (at.offset_y, ==, 100 * 20 - 200);
      check_points (&at);
    }
}

static void
test_names (void)
{
  RmHeatGeometry at = new_geometry (FALSE);
  guint row = 0;
  guint column = 0;

  g_assert_cmpint (rm_heat_geometry_find (&at, 10, 105, &row, NULL), ==, RM_HEAT_ROW_NAME);
  g_assert_cmpuint (row, ==, 1);

  /* Just above the sheet a name is over its column, 40 higher it has leant by 40. */
  g_assert_cmpint (rm_heat_geometry_find (&at, 220, 79, NULL, &column), ==, RM_HEAT_COLUMN_NAME);
  g_assert_cmpuint (column, ==, 2);
  g_assert_cmpint (rm_heat_geometry_find (&at, 260, 40, NULL, &column), ==, RM_HEAT_COLUMN_NAME);
  g_assert_cmpuint (column, ==, 2);
  g_assert_cmpint (rm_heat_geometry_find (&at, 10, 10, NULL, NULL), ==, RM_HEAT_NOWHERE);

  at.rtl = TRUE;
  g_assert_cmpint (rm_heat_geometry_find (&at, 510, 105, &row, NULL), ==, RM_HEAT_ROW_NAME);
  g_assert_cmpuint (row, ==, 1);
  g_assert_cmpint (rm_heat_geometry_find (&at, 260, 40, NULL, &column), ==, RM_HEAT_COLUMN_NAME);
  g_assert_cmpuint (column, ==, 2);
}

static void
test_values (void)
{
  RmHeatGeometry at = new_geometry (TRUE);

  /* The start is at the right, where the adjustment ends. */
  g_assert_cmpint (rm_heat_geometry_get_value (&at), ==, 50 * 40 + 60 - 400);
  rm_heat_geometry_set_value (&at, 1600.4);
  g_assert_cmpint (at.offset_x, ==, 60);
  g_assert_cmpint (rm_heat_geometry_get_value (&at), ==, 1600);
  at.rtl = FALSE;
  rm_heat_geometry_set_value (&at, 99.5);
  g_assert_cmpint (at.offset_x, ==, 100);
}

static void
test_reveal (void)
{
  for (int rtl = 0; rtl < 2; rtl++)
    {
      RmHeatGeometry at = new_geometry (rtl == 1);
      GdkRectangle view = rm_heat_geometry_get_view (&at);

      for (guint i = 0; i < 400; i++)
        {
          guint row = (i * 37) % at.n_rows;
          guint column = (i * 23) % at.n_columns;
          GdkRectangle seen = { 0 };
          GdkRectangle cell = { 0 };

          rm_heat_geometry_reveal (&at, row, column);
          cell = rm_heat_geometry_get_cell (&at, row, column);
          g_assert_true (gdk_rectangle_intersect (&cell, &view, &seen));
          g_assert_true (gdk_rectangle_equal (&cell, &seen));
          g_assert_false (rm_heat_geometry_reveal (&at, row, column));
        }
    }
}

static void
test_zoom (void)
{
  for (int rtl = 0; rtl < 2; rtl++)
    {
      RmHeatGeometry at = new_geometry (rtl == 1);
      guint row = 0;
      guint column = 0;
      guint row_after = 0;
      guint column_after = 0;

      at.offset_x = 800;
      at.offset_y = 900;
      rm_heat_geometry_find (&at, 260, 170, &row, &column);
      rm_heat_geometry_zoom (&at, 28, 16, 60, 260, 170);
      rm_heat_geometry_find (&at, 260, 170, &row_after, &column_after);
      g_assert_cmpuint (row, ==, row_after);
      g_assert_cmpuint (column, ==, column_after);

      /* As small as it gets, the edge of the sheet meets the edge of the view. */
      rm_heat_geometry_zoom (&at, 1, 1, 0, 260, 170);
      g_assert_cmpint (at.offset_x, ==, 0);
      g_assert_cmpint (at.offset_y, ==, 0);
    }
}

static void
test_moves (void)
{
  static const struct
  {
    RmHeatMove move;
    gboolean rtl;
    guint row, column, to_row, to_column;
    gboolean moved;
  } cases[] = {
    { RM_HEAT_UP, FALSE, 5, 5, 4, 5, TRUE },
    { RM_HEAT_UP, FALSE, 0, 5, 0, 5, FALSE },
    { RM_HEAT_DOWN, FALSE, 99, 5, 99, 5, FALSE },
    { RM_HEAT_LEFT, FALSE, 5, 5, 5, 4, TRUE },
    { RM_HEAT_LEFT, TRUE, 5, 5, 5, 6, TRUE },
    { RM_HEAT_RIGHT, TRUE, 5, 0, 5, 0, FALSE },
    { RM_HEAT_ROW_START, FALSE, 5, 5, 5, 0, TRUE },
    { RM_HEAT_ROW_END, TRUE, 5, 5, 5, 49, TRUE },
    { RM_HEAT_FIRST, FALSE, 5, 5, 0, 0, TRUE },
    { RM_HEAT_LAST, FALSE, 5, 5, 99, 49, TRUE },
    { RM_HEAT_PAGE_DOWN, FALSE, 5, 5, 14, 5, TRUE },
    { RM_HEAT_PAGE_UP, FALSE, 5, 5, 0, 5, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RmHeatGeometry at = new_geometry (cases[i].rtl);
      guint row = cases[i].row;
      guint column = cases[i].column;

      g_assert_cmpint (rm_heat_geometry_move (&at, cases[i].move, &row, &column), ==,
                       cases[i].moved);
      g_assert_cmpuint (row, ==, cases[i].to_row);
      g_assert_cmpuint (column, ==, cases[i].to_column);
    }
}

static void
test_small (void)
{
  RmHeatGeometry at = new_geometry (FALSE);
  guint first = 0;

  /* Smaller than its headers: nothing in sight, nothing under the pointer, no crash. */
  at.width = 50;
  at.height = 30;
  rm_heat_geometry_clamp (&at);
  g_assert_cmpuint (rm_heat_geometry_get_rows (&at, &first), ==, 0);
  g_assert_cmpuint (rm_heat_geometry_get_columns (&at, &first), ==, 0);
  g_assert_cmpint (rm_heat_geometry_find (&at, 200, 200, NULL, NULL), ==, RM_HEAT_NOWHERE);

  at = new_geometry (FALSE);
  at.n_rows = 2;
  at.n_columns = 3;
  g_assert_cmpuint (rm_heat_geometry_get_rows (&at, &first), ==, 2);
  g_assert_cmpuint (rm_heat_geometry_get_columns (&at, &first), ==, 3);
  g_assert_cmpint (rm_heat_geometry_find (&at, 241, 85, NULL, NULL), ==, RM_HEAT_NOWHERE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heatmap-geometry/cells", test_cells);
  g_test_add_func ("/heatmap-geometry/points", test_points);
  g_test_add_func ("/heatmap-geometry/names", test_names);
  g_test_add_func ("/heatmap-geometry/values", test_values);
  g_test_add_func ("/heatmap-geometry/reveal", test_reveal);
  g_test_add_func ("/heatmap-geometry/zoom", test_zoom);
  g_test_add_func ("/heatmap-geometry/moves", test_moves);
  g_test_add_func ("/heatmap-geometry/small", test_small);
  return g_test_run ();
}
