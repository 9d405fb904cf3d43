/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/gaps/rm-gaps.h"

G_BEGIN_DECLS

/**
 * RmGapSort:
 * @RM_GAP_SORT_NAME: by name, levels from the highest
 * @RM_GAP_SORT_TOTAL: by the sum of the line, the most first
 * @RM_GAP_SORT_LINE: by the values in one line of the other axis, the most first
 * @RM_GAP_SORT_SIMILAR: similar lines next to each other
 *
 * The order of rows or columns. Unknown values come last.
 */
typedef enum
{
  RM_GAP_SORT_NAME,
  RM_GAP_SORT_TOTAL,
  RM_GAP_SORT_LINE,
  RM_GAP_SORT_SIMILAR,
  RM_N_GAP_SORTS,
} RmGapSort;

/**
 * RmGapAxis:
 * @sort: their order
 * @by: (nullable): key of the line of the other axis to sort by
 * @hidden: (element-type utf8): keys of hidden lines
 * @open: (element-type utf8): keys of open groups
 *
 * How rows, or columns, are shown. Keys are those of #RmGapView.
 */
typedef struct
{
  RmGapSort sort;
  char *by;
  GHashTable *hidden;
  GHashTable *open;
} RmGapAxis;

/**
 * RmGapLayout:
 * @measure: the measure in the cells
 * @category: (nullable): only skills of this one, "" for those without
 * @filter: (nullable): only lines whose name, or group's name, contains each of its words; an axis
 *   with no such line is not filtered, unless neither has one
 * @rows: how rows are shown
 * @columns: how columns are shown
 *
 * How a gap sheet is shown.
 */
typedef struct
{
  RmGapMeasure measure;
  char *category;
  char *filter;
  RmGapAxis rows;
  RmGapAxis columns;
} RmGapLayout;

RmGapLayout *rm_gap_layout_new (void);
RmGapLayout *rm_gap_layout_copy (const RmGapLayout *self);
void rm_gap_layout_free (RmGapLayout *self);

/**
 * rm_gap_axis_sort_by:
 * @self: an axis
 * @sort: the order
 * @key: (nullable): a line of the other axis, or %NULL for a plain order
 */
void rm_gap_axis_sort_by (RmGapAxis *self,
                          RmGapSort sort,
                          const char *key);

/**
 * rm_gap_axis_toggle_open:
 * @self: an axis
 * @key: a group
 *
 * Folds a group that is open, and opens one that is folded.
 */
void rm_gap_axis_toggle_open (RmGapAxis *self,
                              const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmGapLayout, rm_gap_layout_free)

G_END_DECLS
