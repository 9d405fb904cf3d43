/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * RmHeatGeometry:
 * @n_rows: rows of the sheet
 * @n_columns: columns of the sheet
 * @cell_width: whole pixels
 * @cell_height: whole pixels
 * @header_width: room for the names of rows, at the start
 * @header_height: room for the names of columns, above
 * @overhang: room after the last column for its slanted name
 * @width: width of the widget
 * @height: height of the widget
 * @offset_x: how far the sheet is scrolled away from its start edge
 * @offset_y: how far down
 * @rtl: whether the sheet runs from right to left
 *
 * The positions of everything in a heatmap. Painting, hit testing and placing the focus all use it,
 * so that they cannot disagree. Lengths are logical pixels.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  int cell_width;
  int cell_height;
  int header_width;
  int header_height;
  int overhang;
  int width;
  int height;
  int offset_x;
  int offset_y;
  gboolean rtl;
} RmHeatGeometry;

/** RmHeatPlace: the kind of place at a point. */
typedef enum
{
  RM_HEAT_NOWHERE,
  RM_HEAT_CELL,
  RM_HEAT_ROW_NAME,
  RM_HEAT_COLUMN_NAME,
} RmHeatPlace;

/** RmHeatMove: movements of the cursor. */
typedef enum
{
  RM_HEAT_UP,
  RM_HEAT_DOWN,
  RM_HEAT_LEFT,
  RM_HEAT_RIGHT,
  RM_HEAT_ROW_START,
  RM_HEAT_ROW_END,
  RM_HEAT_FIRST,
  RM_HEAT_LAST,
  RM_HEAT_PAGE_UP,
  RM_HEAT_PAGE_DOWN,
} RmHeatMove;

/**
 * rm_heat_geometry_get_view:
 * @self: a geometry
 *
 * Returns: the part of the widget that shows the sheet
 */
GdkRectangle rm_heat_geometry_get_view (const RmHeatGeometry *self);

int rm_heat_geometry_get_content_width (const RmHeatGeometry *self);
int rm_heat_geometry_get_content_height (const RmHeatGeometry *self);

/**
 * rm_heat_geometry_clamp:
 * @self: a geometry
 *
 * Scrolls back if the sheet has been scrolled too far.
 */
void rm_heat_geometry_clamp (RmHeatGeometry *self);

/**
 * rm_heat_geometry_get_value:
 * @self: a geometry
 *
 * Returns: the horizontal adjustment's value, which counts from the left
 */
int rm_heat_geometry_get_value (const RmHeatGeometry *self);

/**
 * rm_heat_geometry_set_value:
 * @self: a geometry
 * @value: the horizontal adjustment's value
 */
void rm_heat_geometry_set_value (RmHeatGeometry *self,
                                 double value);

/**
 * rm_heat_geometry_get_cell:
 * @self: a geometry
 * @row: a row
 * @column: a column
 *
 * Returns: the place of the cell in the widget, in sight or not
 */
GdkRectangle rm_heat_geometry_get_cell (const RmHeatGeometry *self,
                                        guint row,
                                        guint column);

/**
 * rm_heat_geometry_find:
 * @self: a geometry
 * @x: a point
 * @y: a point
 * @row: (out) (optional): its row; for cells and row names
 * @column: (out) (optional): its column; for cells and column names
 *
 * Returns: the kind of place
 */
RmHeatPlace rm_heat_geometry_find (const RmHeatGeometry *self,
                                   double x,
                                   double y,
                                   guint *row,
                                   guint *column);

/**
 * rm_heat_geometry_get_rows:
 * @self: a geometry
 * @first: (out): first visible row
 *
 * Returns: how many are visible, at least in part
 */
guint rm_heat_geometry_get_rows (const RmHeatGeometry *self,
                                 guint *first);

/**
 * rm_heat_geometry_get_columns:
 * @self: a geometry
 * @first: (out): first visible column
 *
 * Returns: how many are visible, at least in part
 */
guint rm_heat_geometry_get_columns (const RmHeatGeometry *self,
                                    guint *first);

/**
 * rm_heat_geometry_reveal:
 * @self: a geometry
 * @row: a row
 * @column: a column
 *
 * Scrolls as little as needed to make the cell visible.
 *
 * Returns: whether it scrolled
 */
gboolean rm_heat_geometry_reveal (RmHeatGeometry *self,
                                  guint row,
                                  guint column);

/**
 * rm_heat_geometry_zoom:
 * @self: a geometry
 * @cell_width: new width
 * @cell_height: new height
 * @overhang: new overhang
 * @x: a point of the widget
 * @y: a point of the widget
 *
 * Changes the size of cells around the point, which stays where it is as far as the edges allow.
 */
void rm_heat_geometry_zoom (RmHeatGeometry *self,
                            int cell_width,
                            int cell_height,
                            int overhang,
                            double x,
                            double y);

/**
 * rm_heat_geometry_move:
 * @self: a geometry with rows and columns
 * @move: the movement
 * @row: (inout): the cursor
 * @column: (inout): the cursor
 *
 * Left and right are those of the screen.
 *
 * Returns: whether the cursor moved
 */
gboolean rm_heat_geometry_move (const RmHeatGeometry *self,
                                RmHeatMove move,
                                guint *row,
                                guint *column);

G_END_DECLS
