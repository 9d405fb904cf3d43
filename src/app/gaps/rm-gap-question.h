/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-comparison.h"
#include "app/gaps/rm-gap-view.h"
#include "app/session/rm-session.h"

G_BEGIN_DECLS

/**
 * RmGapKinds:
 * @rows: what people are grouped by
 * @columns: what skills are grouped by
 * @group_rows: whether mentees stand under their department
 * @group_columns: whether skills stand under their category
 *
 * What the lines of a table of skill gaps are, as rm_gap_sheet_new() takes it.
 */
typedef struct
{
  RmGapRows rows;
  RmGapColumns columns;
  gboolean group_rows;
  gboolean group_columns;
} RmGapKinds;

/**
 * RmGapQuestion:
 *
 * What table of skill gaps somebody wants to see: all that a worker needs to count it. Immutable.
 */
typedef struct _RmGapQuestion RmGapQuestion;

/**
 * rm_gap_question_new:
 * @session: whose document keeps the ratings; stays open until the question is freed
 * @kinds: what its lines are
 * @comparison: (nullable): what it is held against
 * @layout: how it is shown
 * @counted: (nullable): a view of what would be counted: then it is only laid out anew
 *
 * Returns: (transfer full): the question; to be freed on the main thread
 */
RmGapQuestion *rm_gap_question_new (RmSession *session,
                                    const RmGapKinds *kinds,
                                    const RmGapComparison *comparison,
                                    const RmGapLayout *layout,
                                    RmGapView *counted);
void rm_gap_question_free (RmGapQuestion *self);

/**
 * rm_gap_question_answer:
 * @self: a question
 * @programme: that of its session when it was asked
 * @progress: (nullable) (scope call): called at least each 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED, or #RmStoreError of a day
 *
 * For a worker.
 *
 * Returns: (transfer full) (nullable): the table
 */
RmGapView *rm_gap_question_answer (const RmGapQuestion *self,
                                   RmProgramme *programme,
                                   RmProgressFunc progress,
                                   gpointer data,
                                   GError **error);

G_END_DECLS
