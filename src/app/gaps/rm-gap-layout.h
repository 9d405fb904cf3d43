/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/gaps/rm-gaps.h"

G_BEGIN_DECLS

/**
 * RmGapSort:
 * @RM_GAP_SORT_NAME: by name, levels from the highest
 * @RM_GAP_SORT_TOTAL: by what is shown in the line, added up, the most first
 * @RM_GAP_SORT_LINE: by what is shown in one line of the other axis, the most first
 * @RM_GAP_SORT_SIMILAR: alike lines next to each other
 *
 * In which order rows or columns stand. What is not known comes last.
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
 * @by: (nullable): key of the line of the other axis that they are sorted by
 * @hidden: (element-type utf8): keys of lines that are not shown
 * @open: (element-type utf8): keys of groups whose lines are shown
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
 * @measure: what cells show
 * @category: (nullable): only skills of this one, "" for those without
 * @filter: (nullable): only lines in whose name, or group's name, each word of it occurs; an axis
 *   of which no line is called so stays as it is, unless that is true of both
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
 * @key: (nullable): a line of the other axis, or %NULL for a plain order
 * @sort: the order
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
