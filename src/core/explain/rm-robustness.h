/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/explain/rm-explain.h"

G_BEGIN_DECLS

/** The number of changes of a single weight: each up and down. */
#define RM_N_NUDGES (2 * RM_N_CRITERIA)

/**
 * RmNudge:
 * @criterion: the criterion
 * @up: whether 20 % is added, not taken away
 * @weight: the new weight
 *
 * A change of a single weight by 20 %, rounded half away from zero, within what settings allow.
 */
typedef struct
{
  RmCriterion criterion;
  gboolean up;
  int weight;
} RmNudge;

/**
 * rm_nudge_get:
 * @settings: the weights
 * @index: from 0 to %RM_N_NUDGES − 1; criterion by criterion, down before up
 * @nudge: (out caller-allocates): the change
 *
 * Returns: whether it changes anything: a weight of 0 stays 0, 1 stays 1, 100 does not rise
 */
gboolean rm_nudge_get (const RmSettings *settings,
                       guint index,
                       RmNudge *nudge);

/**
 * RmSteadiness:
 * @place: a pair of the pairing explained
 * @breaks: a bit for each change of a weight under which the pair costs something: `1u << index`,
 *   for rm_nudge_get(). 0: the pair is robust; else it is fragile
 *
 * Whether a pair survives small changes of the weights.
 */
typedef struct
{
  RmPlace place;
  guint32 breaks;
} RmSteadiness;

/**
 * rm_robustness_test:
 * @explain: the pairing explained, of people
 * @progress: (nullable) (scope call): called at least every 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED, %RM_CORE_ERROR_LIMIT
 *
 * A pair is robust if forcing it costs nothing under any change of a single weight: by
 * rm_outcome_compare(), the best pairing with it is as good as the best under the changed weights.
 *
 * One solve per change; a pair missing from it costs nothing only if its reduced cost under the
 * certificate is 0, which one more solve then decides.
 *
 * Returns: (transfer full) (element-type RmSteadiness) (nullable): all pairs, sorted by place;
 *   locked ones are robust
 */
GArray *rm_robustness_test (const RmExplain *explain,
                            RmProgressFunc progress,
                            gpointer data,
                            GError **error);

G_END_DECLS
