/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/gaps/rm-gaps.h"
#include "store/rm-document.h"

G_BEGIN_DECLS

/**
 * RmGapComparing:
 * @RM_GAP_COMPARING_DAYS: with the ratings as they were on a day
 * @RM_GAP_COMPARING_COHORTS: the mentees of one cohort with those of another
 */
typedef enum
{
  RM_GAP_COMPARING_DAYS,
  RM_GAP_COMPARING_COHORTS,
} RmGapComparing;

/**
 * RmGapComparison:
 * @comparing: what is compared
 * @first: (nullable): what is held against: an ISO date, or a cohort
 * @second: (nullable): what is shown: the other one; of days %NULL is today
 *
 * What a table of skill gaps is held against. Where nothing is compared, there is none.
 */
typedef struct
{
  RmGapComparing comparing;
  char *first;
  char *second;
} RmGapComparison;

RmGapComparison *rm_gap_comparison_new (RmGapComparing comparing,
                                        const char *first,
                                        const char *second);

/**
 * rm_gap_comparison_copy:
 * @self: (nullable): a comparison
 *
 * Returns: (transfer full) (nullable): the same
 */
RmGapComparison *rm_gap_comparison_copy (const RmGapComparison *self);
void rm_gap_comparison_free (RmGapComparison *self);

/**
 * rm_gap_comparison_find:
 * @self: a comparison
 * @document: where the ratings are kept
 * @programme: its programme
 * @now: (out) (transfer full): the programme that is shown
 * @past: (out) (transfer full): the one that it is held against
 * @error: #RmStoreError
 *
 * For a worker: days are read from the document.
 *
 * Returns: success
 */
gboolean rm_gap_comparison_find (const RmGapComparison *self,
                                 RmDocument *document,
                                 RmProgramme *programme,
                                 RmProgramme **now,
                                 RmProgramme **past,
                                 GError **error);

/**
 * rm_gap_comparison_dup_text:
 * @self: (nullable): a comparison
 * @measure: what is compared
 *
 * Returns: (transfer full): what is shown, as a sentence; "" where nothing is compared
 */
char *rm_gap_comparison_dup_text (const RmGapComparison *self,
                                  RmGapMeasure measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmGapComparison, rm_gap_comparison_free)

G_END_DECLS
