/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-score.h"

G_BEGIN_DECLS

/** RmTask: a coordinator's first steps, in this order. */
typedef enum
{
  RM_TASK_OBJECTIVE,
  RM_TASK_PEOPLE,
  RM_TASK_RATINGS,
  RM_TASK_PAIRING,
  RM_N_TASKS,
} RmTask;

/**
 * RmAttentionType:
 *
 * Problems and open tasks of a programme.
 */
typedef enum
{
  RM_ATTENTION_NO_PART, /* while one side has nobody: people who are on neither */
  RM_ATTENTION_UNASKED,
  RM_ATTENTION_UNRATED,
  RM_ATTENTION_UNPAIRED,
  RM_ATTENTION_LINE_CYCLE,
  RM_ATTENTION_MANAGER_MISSING,
  RM_ATTENTION_LEVEL_BLANK,
  RM_ATTENTION_LANGUAGE_BLANK,
  RM_ATTENTION_HOURS_BLANK,
  RM_ATTENTION_DEPARTMENT_BLANK,
  RM_ATTENTION_FLAT_CRITERION,
} RmAttentionType;

/**
 * RmAttention:
 * @type: the kind
 * @people: (element-type gint64): the people concerned; empty for a criterion
 * @criterion: for %RM_ATTENTION_FLAT_CRITERION
 */
typedef struct
{
  RmAttentionType type;
  GArray *people;
  RmCriterion criterion;
} RmAttention;

/**
 * RmOverview:
 * @done: whether each first step is done
 * @attention: (element-type RmAttention): matters that need attention, the most pressing first
 *
 * A programme at a glance.
 */
typedef struct
{
  guint n_people;
  guint n_mentees;
  guint n_mentors;
  guint n_pairs;
  guint n_skills;
  guint n_unrated_mentees;
  gboolean done[RM_N_TASKS];
  GPtrArray *attention;
} RmOverview;

/**
 * rm_overview_new:
 * @programme: a programme
 *
 * O(n log n), and one score for a sample of pairs: for a worker.
 *
 * Returns: (transfer full): the overview
 */
RmOverview *rm_overview_new (RmProgramme *programme);
void rm_overview_free (RmOverview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmOverview, rm_overview_free)

G_END_DECLS
