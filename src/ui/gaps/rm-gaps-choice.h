/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-question.h"

G_BEGIN_DECLS

/* What the settings say of the table of skill gaps: its measure, its lines, and their order. */

RmGapMeasure rm_gaps_choice_get_measure (GSettings *settings);
void rm_gaps_choice_set_measure (GSettings *settings,
                                 RmGapMeasure measure);

/**
 * rm_gaps_choice_get_kinds:
 * @settings: the settings
 *
 * Returns: what lines stand for
 */
RmGapKinds rm_gaps_choice_get_kinds (GSettings *settings);
void rm_gaps_choice_set_rows (GSettings *settings,
                              RmGapRows rows);
void rm_gaps_choice_set_columns (GSettings *settings,
                                 RmGapColumns columns);

/** @rows: whether rows are sorted, otherwise columns. */
void rm_gaps_choice_set_sort (GSettings *settings,
                              gboolean rows,
                              RmGapSort sort);

/**
 * rm_gaps_choice_read_layout:
 * @settings: the settings
 * @layout: gets the measure and orders
 */
void rm_gaps_choice_read_layout (GSettings *settings,
                                 RmGapLayout *layout);

/** Whether the setting @key is one of rm_gaps_choice_get_kinds(), which has to be counted. */
gboolean rm_gaps_choice_is_counted (const char *key);

/** Whether the setting @key is one of rm_gaps_choice_read_layout(). */
gboolean rm_gaps_choice_is_laid_out (const char *key);

G_END_DECLS
