/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-heatmap-geometry.h"

#include <math.h>

static int
view_width (const RmHeatGeometry *self)
{
  return MAX (self->width - self->header_width, 0);
}

static int
view_height (const RmHeatGeometry *self)
{
  return MAX (self->height - self->header_height, 0);
}

static int
max_offset_x (const RmHeatGeometry *self)
{
  return MAX (rm_heat_geometry_get_content_width (self) - view_width (self), 0);
}

static int
max_offset_y (const RmHeatGeometry *self)
{
  return MAX (rm_heat_geometry_get_content_height (self) - view_height (self), 0);
}

/* Converts the widget's x to a length from the start edge of the sheet, and of the view. */
static double
to_view_x (const RmHeatGeometry *self,
           double x)
{
  return self->rtl ? self->width - self->header_width - x : x - self->header_width;
}

GdkRectangle
rm_heat_geometry_get_view (const RmHeatGeometry *self)
{
  return (GdkRectangle) {
    .x = self->rtl ? 0 : self->header_width,
    .y = self->header_height,
    .width = view_width (self),
    .height = view_height (self),
  };
}

int
rm_heat_geometry_get_content_width (const RmHeatGeometry *self)
{
  return self->n_columns == 0 ? 0 : (int) self->n_columns * self->cell_width + self->overhang;
}

int
rm_heat_geometry_get_content_height (const RmHeatGeometry *self)
{
  return (int) self->n_rows * self->cell_height;
}

void
rm_heat_geometry_clamp (RmHeatGeometry *self)
{
  self->offset_x = CLAMP (self->offset_x, 0, max_offset_x (self));
  self->offset_y = CLAMP (self->offset_y, 0, max_offset_y (self));
}

int
rm_heat_geometry_get_value (const RmHeatGeometry *self)
{
  return self->rtl ? max_offset_x (self) - self->offset_x : self->offset_x;
}

void
rm_heat_geometry_set_value (RmHeatGeometry *self,
                            double value)
{
  int rounded = (int) lround (value);

  self->offset_x = self->rtl ? max_offset_x (self) - rounded : rounded;
  rm_heat_geometry_clamp (self);
}

GdkRectangle
rm_heat_geometry_get_cell (const RmHeatGeometry *self,
                           guint row,
                           guint column)
{
  int from_start = self->header_width + (int) column * self->cell_width - self->offset_x;

  return (GdkRectangle) {
    .x = self->rtl ? self->width - from_start - self->cell_width : from_start,
    .y = self->header_height + (int) row * self->cell_height - self->offset_y,
    .width = self->cell_width,
    .height = self->cell_height,
  };
}

static gboolean
index_at (double place,
          int size,
          guint n,
          guint *index)
{
  if (place < 0 || place >= (double) n * size)
    return FALSE;

  *index = (guint) (place / size);
  return TRUE;
}

RmHeatPlace
rm_heat_geometry_find (const RmHeatGeometry *self,
                       double x,
                       double y,
                       guint *row,
                       guint *column)
{
  double view_x = to_view_x (self, x);
  double view_y = y - self->header_height;
  gboolean in_body_x = view_x >= 0 && view_x < view_width (self);
  gboolean in_body_y = view_y >= 0 && view_y < view_height (self);
  guint found_row = 0;
  guint found_column = 0;
  RmHeatPlace place = RM_HEAT_NOWHERE;

  /* Names of columns lean by 45 degrees: as far as they are above the sheet. */
  if (in_body_x && view_y < 0 && y >= 0)
    place = index_at (view_x + view_y + self->offset_x, self->cell_width, self->n_columns,
                      &found_column)
              ? RM_HEAT_COLUMN_NAME : RM_HEAT_NOWHERE;
  else if (in_body_y
           && index_at (view_y + self->offset_y, self->cell_height, self->n_rows, &found_row))
    {
      if (view_x < 0 && view_x >= -self->header_width)
        place = RM_HEAT_ROW_NAME;
      else if (in_body_x
               && index_at (view_x + self->offset_x, self->cell_width, self->n_columns,
                            &found_column))
        place = RM_HEAT_CELL;
    }

  if (row != NULL && (place == RM_HEAT_CELL || place == RM_HEAT_ROW_NAME))
    *row = found_row;
  if (column != NULL && (place == RM_HEAT_CELL || place == RM_HEAT_COLUMN_NAME))
    *column = found_column;

  return place;
}

static guint
count_in_sight (int offset,
                int view,
                int size,
                guint n,
                guint *first)
{
  guint last = 0;

  *first = 0;
  if (n == 0 || view <= 0)
    return 0;

  *first = MIN ((guint) (offset / size), n);
  last = MIN ((guint) ((offset + view + size - 1) / size), n);
  return last - *first;
}

guint
rm_heat_geometry_get_rows (const RmHeatGeometry *self,
                           guint *first)
{
  return count_in_sight (self->offset_y, view_height (self), self->cell_height, self->n_rows,
                         first);
}

guint
rm_heat_geometry_get_columns (const RmHeatGeometry *self,
                              guint *first)
{
  return count_in_sight (self->offset_x, view_width (self), self->cell_width, self->n_columns,
                         first);
}

static int
reveal (int offset,
        int view,
        int start,
        int size)
{
  /* A cell larger than the view shows its start. */
  if (start < offset || size >= view)
    return start;

  return MAX (offset, start + size - view);
}

gboolean
rm_heat_geometry_reveal (RmHeatGeometry *self,
                         guint row,
                         guint column)
{
  int before_x = self->offset_x;
  int before_y = self->offset_y;

  self->offset_x = reveal (self->offset_x, view_width (self), (int) column * self->cell_width,
                           self->cell_width);
  self->offset_y = reveal (self->offset_y, view_height (self), (int) row * self->cell_height,
                           self->cell_height);
  rm_heat_geometry_clamp (self);
  return before_x != self->offset_x || before_y != self->offset_y;
}

void
rm_heat_geometry_zoom (RmHeatGeometry *self,
                       int cell_width,
                       int cell_height,
                       int overhang,
                       double x,
                       double y)
{
  double view_x = CLAMP (to_view_x (self, x), 0, view_width (self));
  double view_y = CLAMP (y - self->header_height, 0, view_height (self));
  double columns = (self->offset_x + view_x) / self->cell_width;
  double rows = (self->offset_y + view_y) / self->cell_height;

  self->cell_width = cell_width;
  self->cell_height = cell_height;
  self->overhang = overhang;
  self->offset_x = (int) lround (columns * cell_width - view_x);
  self->offset_y = (int) lround (rows * cell_height - view_y);
  rm_heat_geometry_clamp (self);
}

static guint
step (guint index,
      gint64 by,
      guint n)
{
  return (guint) CLAMP ((gint64) index + by, 0, (gint64) n - 1);
}

gboolean
rm_heat_geometry_move (const RmHeatGeometry *self,
                       RmHeatMove move,
                       guint *row,
                       guint *column)
{
  int forward = self->rtl ? -1 : 1;
  int page = MAX (view_height (self) / self->cell_height - 1, 1);
  guint before_row = *row;
  guint before_column = *column;

  switch (move)
    {
    case RM_HEAT_UP:
    case RM_HEAT_DOWN:
      *row = step (*row, move == RM_HEAT_UP ? -1 : 1, self->n_rows);
      break;
    case RM_HEAT_LEFT:
    case RM_HEAT_RIGHT:
      *column = step (*column, move == RM_HEAT_LEFT ? -forward : forward, self->n_columns);
      break;
    case RM_HEAT_FIRST:
    case RM_HEAT_LAST:
      *row = move == RM_HEAT_FIRST ? 0 : self->n_rows - 1;
      *column = move == RM_HEAT_FIRST ? 0 : self->n_columns - 1;
      break;
    case RM_HEAT_ROW_START:
    case RM_HEAT_ROW_END:
      *column = move == RM_HEAT_ROW_START ? 0 : self->n_columns - 1;
      break;
    case RM_HEAT_PAGE_UP:
    case RM_HEAT_PAGE_DOWN:
    default:
      *row = step (*row, move == RM_HEAT_PAGE_UP ? -page : page, self->n_rows);
      break;
    }

  return *row != before_row || *column != before_column;
}
