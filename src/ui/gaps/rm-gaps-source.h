/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rm-gaps.h"
#include "report/rm-heat-source.h"

G_BEGIN_DECLS

/**
 * RmGapsSource:
 *
 * One measure of a gap table as the figures of a heatmap, with the columns of one category or of
 * all.
 */
#define RM_TYPE_GAPS_SOURCE (rm_gaps_source_get_type ())
G_DECLARE_FINAL_TYPE (RmGapsSource, rm_gaps_source, RM, GAPS_SOURCE, GObject)

/**
 * rm_gaps_source_new:
 * @gaps: a gap table
 * @measure: what its cells show
 * @category: (nullable): only skills of this one, "" for those without; %NULL for all
 *
 * O(cells), to find the greatest value.
 *
 * Returns: (transfer full): the figures
 */
RmGapsSource *rm_gaps_source_new (RmGaps *gaps,
                                  RmGapMeasure measure,
                                  const char *category);

/**
 * rm_gaps_source_get_gap_column:
 * @self: figures
 * @column: a column of them
 *
 * Returns: the column of the gap table
 */
guint rm_gaps_source_get_gap_column (RmGapsSource *self,
                                     guint column);

/**
 * rm_gaps_source_get_skill:
 * @self: figures
 * @column: a column
 *
 * Returns: id of its skill
 */
gint64 rm_gaps_source_get_skill (RmGapsSource *self,
                                 guint column);

/**
 * rm_gaps_source_get_figures:
 * @self: figures
 * @row: a row
 * @column: a column
 *
 * Returns: all figures of the cell
 */
RmGapCell rm_gaps_source_get_figures (RmGapsSource *self,
                                      guint row,
                                      guint column);

/**
 * rm_gaps_source_dup_row_key:
 * @self: figures
 * @row: a row
 *
 * Returns: (transfer full): what the row is, for as long as the programme lives
 */
char *rm_gaps_source_dup_row_key (RmGapsSource *self,
                                  guint row);

/**
 * rm_gaps_source_find_row:
 * @self: figures
 * @key: from rm_gaps_source_dup_row_key(), of these or other figures
 * @row: (out): the row
 *
 * Returns: whether there is such a row
 */
gboolean rm_gaps_source_find_row (RmGapsSource *self,
                                  const char *key,
                                  guint *row);

/**
 * rm_gaps_source_find_skill:
 * @self: figures
 * @skill: id of a skill
 * @column: (out): its column
 *
 * Returns: whether it is among the columns
 */
gboolean rm_gaps_source_find_skill (RmGapsSource *self,
                                    gint64 skill,
                                    guint *column);

/**
 * rm_gaps_list_categories:
 * @gaps: a gap table
 *
 * Returns: (transfer full) (element-type utf8): each category once, as it is first spelled, in the
 *   order of the columns; "" last where a skill has none
 */
GPtrArray *rm_gaps_list_categories (const RmGaps *gaps);

G_END_DECLS
