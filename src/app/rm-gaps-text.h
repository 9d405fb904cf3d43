/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rm-gaps.h"

G_BEGIN_DECLS

/* What a gap table says, in words for people. */

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
 * Returns: (transfer full): the skill, with its context where it has one; or the category
 */
char *rm_gaps_dup_column_text (const RmGaps *gaps,
                               guint column);

/**
 * rm_gaps_dup_figures_text:
 * @cell: the figures of a cell
 * @size: how many mentees its row stands for
 *
 * Returns: (transfer full): "14 in need, 2 free places, gap 12, 3 not rated"
 */
char *rm_gaps_dup_figures_text (const RmGapCell *cell,
                                guint size);

/**
 * rm_gaps_dup_people_text:
 * @gaps: a gap table
 * @row: a row
 * @column: a column
 * @measure: whom a list is of
 * @n: how many are in it
 *
 * Returns: (transfer full): what the people of the list have in common: "Prezi, Finance: 12 in
 *   need"
 */
char *rm_gaps_dup_people_text (const RmGaps *gaps,
                               guint row,
                               guint column,
                               RmGapMeasure measure,
                               guint n);

G_END_DECLS
