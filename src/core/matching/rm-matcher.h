/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-score.h"

G_BEGIN_DECLS

/**
 * RmMatcher:
 *
 * An exact solver that keeps pairs, prices and candidates between calls, so that a small change of
 * the problem takes little work, and still ends with a certificate over all pairs.
 *
 * It never holds the table of all pairs. A short list of candidates for each mentee and each mentor
 * is solved by shortest augmenting paths with integer prices; then all pairs are checked against
 * the prices, the worst violators join the lists, and so on until no pair is worth more than its
 * prices (column generation: Gilmore & Gomory 1961; for assignment Volgenant 1996).
 *
 * Deterministic: the same calls give the same result on any number of threads. Only a new matcher
 * solves canonically: after changes the result may be another of equal value.
 *
 * O((n + m) · list) memory. Not safe for use by several threads at once.
 */
typedef struct _RmMatcher RmMatcher;

/**
 * RmMatcherChange:
 * @scores_kept: whether each pair still has the score it had (locks, exclusions, places and
 *   the mode are compared in any case)
 * @mentee_before: (nullable) (array): for each mentee of the new problem the index in the old one,
 *   or %G_MAXUINT; %NULL if they are the same
 * @mentor_before: (nullable) (array): likewise
 *
 * How a problem differs from the one before.
 */
typedef struct
{
  gboolean scores_kept;
  const guint *mentee_before;
  const guint *mentor_before;
} RmMatcherChange;

/**
 * rm_matcher_new:
 * @problem: the problem; its source must outlive the matcher or the next rm_matcher_set_problem(),
 *   the rest is copied
 * @n_threads: how many threads may look at pairs, or 0 for one per processor
 *
 * Returns: (transfer full): a matcher that has not solved anything yet
 */
RmMatcher *rm_matcher_new (const RmProblem *problem,
                           guint n_threads);

void rm_matcher_free (RmMatcher *self);

/**
 * rm_matcher_copy:
 * @self: a matcher
 *
 * O((n + m) · list).
 *
 * Returns: (transfer full): another in the same state, to try changes on
 */
RmMatcher *rm_matcher_copy (const RmMatcher *self);

/**
 * rm_matcher_set_problem:
 * @self: a matcher
 * @problem: the new problem, under the rules of rm_matcher_new()
 * @change: how it differs from the one before
 *
 * Keeps pairs and prices as far as they make sense; rm_matcher_solve() repairs them.
 */
void rm_matcher_set_problem (RmMatcher *self,
                             const RmProblem *problem,
                             const RmMatcherChange *change);

/**
 * rm_matcher_solve:
 * @self: a matcher
 * @progress: (nullable) (scope call): called at least every 100 ms, by the calling thread
 * @data: passed to @progress
 * @error: as for rm_assignment_solve(); after an error, call rm_matcher_set_problem() or
 *   rm_matcher_solve() again
 *
 * Solves from the matcher's current state.
 *
 * Returns: whether there is a certified result
 */
gboolean rm_matcher_solve (RmMatcher *self,
                           RmProgressFunc progress,
                           gpointer data,
                           GError **error);

/**
 * rm_matcher_new_solution:
 * @self: a matcher that has solved its problem
 *
 * O(n + m).
 *
 * Returns: (transfer full): the pairs and the certificate
 */
RmSolution *rm_matcher_new_solution (const RmMatcher *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmMatcher, rm_matcher_free)

G_END_DECLS
