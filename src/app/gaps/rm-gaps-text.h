/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/gaps/rm-gaps.h"
#include "report/heat/rm-heat-source.h"

G_BEGIN_DECLS

/* What a gap table and its cells say, in words for people. */

/**
 * rm_gaps_dup_row_text:
 * @gaps: a gap table
 * @row: a row
 *
 * Returns: (transfer full): department, site, level or person
 */
char *rm_gaps_dup_row_text (const RmGaps *gaps,
                            guint row);

/**
 * rm_gaps_dup_column_text:
 * @gaps: a gap table
 * @column: a column
 *
 * Returns: (transfer full): the skill, with its context if it has one; or the category
 */
char *rm_gaps_dup_column_text (const RmGaps *gaps,
                               guint column);

/**
 * rm_gaps_dup_figures_text:
 * @cell: the figures of a cell
 * @size: how many people its row represents
 * @measure: a measure to add to the usual ones
 *
 * Returns: (transfer full): "need 12, supply 3, gap 9, 4 unrated"
 */
char *rm_gaps_dup_figures_text (const RmGapCell *cell,
                                guint size,
                                RmGapMeasure measure);

/**
 * rm_gaps_get_measure_name:
 * @measure: a measure
 *
 * Returns: (transfer none): its name, translated
 */
const char *rm_gaps_get_measure_name (RmGapMeasure measure);

/** What a row stands for, translated: "Department". */
const char *rm_gaps_get_rows_name (RmGapRows rows);

/** What a column stands for, translated: "Skill". */
const char *rm_gaps_get_columns_name (RmGapColumns columns);

/**
 * rm_gaps_dup_change_text:
 * @measure: a measure
 * @before: its value in the other sheet
 * @after: its value now
 *
 * Returns: (transfer full): "Need: first 5, then 2 (−3)"
 */
char *rm_gaps_dup_change_text (RmGapMeasure measure,
                               RmHeatCell before,
                               RmHeatCell after);

/**
 * rm_gaps_dup_place_text:
 * @columns: what its columns are
 * @rows: what its rows are
 *
 * Returns: (transfer full): a place in a table: "Prezi, Finance"
 */
char *rm_gaps_dup_place_text (const char *columns,
                              const char *rows);

/**
 * rm_gaps_dup_people_text:
 * @place: the place in the table: "Prezi, Finance"
 * @measure: the measure of the list
 * @n: the length of the list
 *
 * Returns: (transfer full): a title for the list of people: "Prezi, Finance: 12 in need"
 */
char *rm_gaps_dup_people_text (const char *place,
                               RmGapMeasure measure,
                               guint n);

G_END_DECLS
