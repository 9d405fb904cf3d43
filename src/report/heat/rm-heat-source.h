/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RmHeatCell:
 * @value: the cell's count; below zero only if the figures are changes
 * @unrated: whether the value is unknown: the cell is hatched, and @value has no meaning
 *
 * One cell of a heatmap.
 */
typedef struct
{
  int value;
  gboolean unrated;
} RmHeatCell;

/**
 * RmHeatSource:
 *
 * A table of figures that a heatmap shows. It is immutable: when the figures change, the heatmap
 * gets another source. Names and sentences are only requested when visible.
 */
#define RM_TYPE_HEAT_SOURCE (rm_heat_source_get_type ())
G_DECLARE_INTERFACE (RmHeatSource, rm_heat_source, RM, HEAT_SOURCE, GObject)

struct _RmHeatSourceInterface
{
  GTypeInterface parent_iface;

  guint (*get_n_rows) (RmHeatSource *self);
  guint (*get_n_columns) (RmHeatSource *self);
  guint (*get_maximum) (RmHeatSource *self);
  gboolean (*is_change) (RmHeatSource *self); /* NULL: no */
  RmHeatCell (*get_cell) (RmHeatSource *self,
                          guint row,
                          guint column);
  char *(*dup_row_name) (RmHeatSource *self,
                         guint row);
  char *(*dup_column_name) (RmHeatSource *self,
                            guint column);
  char *(*dup_sentence) (RmHeatSource *self,
                         guint row,
                         guint column);
};

guint rm_heat_source_get_n_rows (RmHeatSource *self);
guint rm_heat_source_get_n_columns (RmHeatSource *self);

/**
 * rm_heat_source_get_maximum:
 * @self: a source
 *
 * Returns: the greatest distance from zero of any rated cell, which sets the bands of colour
 */
guint rm_heat_source_get_maximum (RmHeatSource *self);

/**
 * rm_heat_source_is_change:
 * @self: a source
 *
 * Returns: whether its figures are differences
 */
gboolean rm_heat_source_is_change (RmHeatSource *self);

/**
 * rm_heat_cell_format:
 * @self: a cell that is not unrated
 * @change: whether it is a difference
 *
 * Returns: (transfer full): the number in it: "3"; as a change "+3", "−3" or "0"
 */
char *rm_heat_cell_format (RmHeatCell self,
                           gboolean change);

/**
 * rm_heat_source_get_cell:
 * @self: a source
 * @row: a row
 * @column: a column
 *
 * O(1): called for each visible cell in each frame of scrolling.
 *
 * Returns: the cell
 */
RmHeatCell rm_heat_source_get_cell (RmHeatSource *self,
                                    guint row,
                                    guint column);

/**
 * rm_heat_source_dup_row_name:
 * @self: a source
 * @row: a row
 *
 * Returns: (transfer full): the name of the row
 */
char *rm_heat_source_dup_row_name (RmHeatSource *self,
                                   guint row);

/**
 * rm_heat_source_dup_column_name:
 * @self: a source
 * @column: a column
 *
 * Returns: (transfer full): the name of the column
 */
char *rm_heat_source_dup_column_name (RmHeatSource *self,
                                      guint column);

/**
 * rm_heat_source_dup_sentence:
 * @self: a source
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer full): row, column and value in words, for screen readers and tooltips
 */
char *rm_heat_source_dup_sentence (RmHeatSource *self,
                                   guint row,
                                   guint column);

G_END_DECLS
