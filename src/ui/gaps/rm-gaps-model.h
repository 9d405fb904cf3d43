/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-question.h"

G_BEGIN_DECLS

/**
 * RmGapsState:
 * @RM_GAPS_STATE_CLOSED: no programme is open
 * @RM_GAPS_STATE_NOBODY: there are no people
 * @RM_GAPS_STATE_UNRATED: there are people, but nobody has rated a skill
 * @RM_GAPS_STATE_WAITING: the first table is still being counted
 * @RM_GAPS_STATE_NO_MENTEES: nobody takes part as a mentee, so there are no gaps
 * @RM_GAPS_STATE_TABLE: there is a table
 *
 * What there is to show.
 */
typedef enum
{
  RM_GAPS_STATE_CLOSED,
  RM_GAPS_STATE_NOBODY,
  RM_GAPS_STATE_UNRATED,
  RM_GAPS_STATE_WAITING,
  RM_GAPS_STATE_NO_MENTEES,
  RM_GAPS_STATE_TABLE,
} RmGapsState;

/**
 * RmGapsModel:
 *
 * What somebody wants to see of the skill gaps of a programme, and the table of it, which a worker
 * counts: again when the programme or the choice has changed, several changes at once, and only
 * while somebody looks. What is hidden or folded is kept for each document (rm-gap-memory.h), the
 * rest in the settings (rm-gaps-choice.h), which it follows.
 *
 * Signals: "choice-changed" (const char *key: which of the settings); "state-changed"
 * (rm_gaps_model_get_state(), or whether it is busy); "view-changed" (another table, or none).
 */
#define RM_TYPE_GAPS_MODEL (rm_gaps_model_get_type ())
G_DECLARE_FINAL_TYPE (RmGapsModel, rm_gaps_model, RM, GAPS_MODEL, GObject)

/**
 * rm_gaps_model_new:
 * @settings: what is chosen, now and later
 *
 * Returns: (transfer full): a model without a programme, at which nobody looks
 */
RmGapsModel *rm_gaps_model_new (GSettings *settings);

GSettings *rm_gaps_model_get_settings (RmGapsModel *self);

/**
 * rm_gaps_model_set_session:
 * @self: a model
 * @session: (nullable): an open programme
 *
 * Keeps how the table of the one before was shown, and lets go of it.
 */
void rm_gaps_model_set_session (RmGapsModel *self,
                                RmSession *session);
RmSession *rm_gaps_model_get_session (RmGapsModel *self);

/**
 * rm_gaps_model_set_seen:
 * @self: a model
 * @seen: whether somebody looks: what is counted already comes in all the same
 */
void rm_gaps_model_set_seen (RmGapsModel *self,
                             gboolean seen);

/**
 * rm_gaps_model_get_view:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the last table that was counted
 */
RmGapView *rm_gaps_model_get_view (RmGapsModel *self);
RmGapsState rm_gaps_model_get_state (RmGapsModel *self);

/** Whether another table is being counted, or will be in a moment. */
gboolean rm_gaps_model_is_busy (RmGapsModel *self);

/** What is wanted; the table of it may still be counted. */
RmGapMeasure rm_gaps_model_get_measure (RmGapsModel *self);
RmGapKinds rm_gaps_model_get_kinds (RmGapsModel *self);
const RmGapLayout *rm_gaps_model_get_layout (RmGapsModel *self);

/** (nullable): What the table is held against. */
const RmGapComparison *rm_gaps_model_get_comparison (RmGapsModel *self);

/**
 * rm_gaps_model_list_categories:
 * @self: a model with a session
 *
 * Returns: (transfer full) (element-type utf8): the categories of its skills, each once as it is
 *   first spelled, by name
 */
GPtrArray *rm_gaps_model_list_categories (RmGapsModel *self);

/**
 * rm_gaps_model_choose_columns:
 * @self: a model
 * @columns: what columns stand for
 * @category: (nullable): of skills, the category that they have to be of
 */
void rm_gaps_model_choose_columns (RmGapsModel *self,
                                   RmGapColumns columns,
                                   const char *category);

/** Only lines that are called so, as @filter of #RmGapLayout. */
void rm_gaps_model_set_filter (RmGapsModel *self,
                               const char *filter);

/**
 * rm_gaps_model_sort_by:
 * @self: a model
 * @rows: whether rows are sorted, by a column; otherwise columns, by a row
 * @line: that column or row of the table
 */
void rm_gaps_model_sort_by (RmGapsModel *self,
                            gboolean rows,
                            guint line);

/** @n lines of the table from @first on are no longer shown. */
void rm_gaps_model_hide (RmGapsModel *self,
                         gboolean rows,
                         guint first,
                         guint n);

/** Nothing is hidden, and neither a filter nor a category leaves anything out. */
void rm_gaps_model_show_all (RmGapsModel *self);

/** Opens or folds the group that @line of the table is; nothing where it is none. */
void rm_gaps_model_toggle_group (RmGapsModel *self,
                                 gboolean rows,
                                 guint line);
void rm_gaps_model_fold_all (RmGapsModel *self);
void rm_gaps_model_unfold_all (RmGapsModel *self);

/**
 * rm_gaps_model_compare:
 * @self: a model
 * @comparison: (nullable) (transfer full): what to hold the table against; where that cannot be
 *   counted, it is forgotten again
 */
void rm_gaps_model_compare (RmGapsModel *self,
                            RmGapComparison *comparison);

G_END_DECLS
