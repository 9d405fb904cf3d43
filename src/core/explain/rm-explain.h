/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/matching/rm-matcher.h"

G_BEGIN_DECLS

/**
 * RmExplain:
 *
 * A problem with its best pairing, which answers why it is so. It solves again from the solver's
 * current state for each answer, so each figure is exact.
 *
 * Immutable: several threads may ask. Deterministic: the same problem and the same questions give
 * the same answers, in any order.
 */
typedef struct _RmExplain RmExplain;

/**
 * RmOutcome:
 * @n_pairs: pairs
 * @n_paired: mentees with at least one of them
 * @total: sum of their scores, points
 * @lowest: lowest of their scores, points; 0 without pairs
 * @floor: lowest of those not locked; 0 if everybody paired has a locked pair
 *
 * The figures of a pairing. A pair forced to see what it costs does not count as locked.
 */
typedef struct
{
  guint n_pairs;
  guint n_paired;
  gint64 total;
  gint64 lowest;
  gint64 floor;
} RmOutcome;

/**
 * RmWhy:
 * @RM_WHY_CHOSEN: the two are a pair of the best pairing; the figures say what forbidding it costs
 * @RM_WHY_RULE: the two break a rule
 * @RM_WHY_APART: the problem keeps the two apart, whatever their score
 * @RM_WHY_MENTEE_TAKES_NONE: the mentee has no places at all
 * @RM_WHY_MENTEE_LOCKED: locked pairs hold all places of the mentee
 * @RM_WHY_MENTOR_TAKES_NONE: the mentor has no places at all
 * @RM_WHY_MENTOR_LOCKED: locked pairs hold all places of the mentor
 * @RM_WHY_PRICE: the two could be paired; the figures say what forcing it costs
 *
 * Why two people are paired or not: the first reason that applies.
 */
typedef enum
{
  RM_WHY_CHOSEN,
  RM_WHY_RULE,
  RM_WHY_APART,
  RM_WHY_MENTEE_TAKES_NONE,
  RM_WHY_MENTEE_LOCKED,
  RM_WHY_MENTOR_TAKES_NONE,
  RM_WHY_MENTOR_LOCKED,
  RM_WHY_PRICE,
} RmWhy;

/**
 * RmWhyNot:
 * @why: the answer
 * @rule: the rule, for %RM_WHY_RULE; %RM_RULE_UNAVAILABLE is not explained further
 * @locked: whether the two are locked (%RM_WHY_CHOSEN); forbidding then also unlocks them
 * @before: figures of the best pairing
 * @after: figures of the best pairing with the pair (%RM_WHY_PRICE) or without it (%RM_WHY_CHOSEN);
 *   else as @before
 * @ended: (array length=n_ended): pairs that would end, sorted; the forbidden one is not among them
 * @n_ended: how many
 * @made: (array length=n_made): pairs that would be made, sorted; the forced one is not among them
 * @n_made: how many
 *
 * The answer for two people. Of all equally good pairings, @ended and @made lead to one that moves
 * nobody without need.
 */
typedef struct
{
  RmWhy why;
  RmRule rule;
  gboolean locked;
  RmOutcome before;
  RmOutcome after;
  RmPlace *ended;
  guint n_ended;
  RmPlace *made;
  guint n_made;
} RmWhyNot;

/**
 * rm_explain_new:
 * @problem: the problem; its source has to outlive the result, the rest is copied
 * @today: (array length=n_today): the current pairs, sorted by place
 * @n_today: how many
 * @n_threads: as for rm_matcher_new()
 * @progress: (nullable) (scope call): as for rm_matcher_solve()
 * @data: passed to @progress
 * @error: as for rm_matcher_solve()
 *
 * Solves @problem. If @today is as good as the best pairing found, it is the one explained, so that
 * nobody is told to move without need.
 *
 * Returns: (transfer full) (nullable): the explanation
 */
RmExplain *rm_explain_new (const RmProblem *problem,
                           const RmPlace *today,
                           guint n_today,
                           guint n_threads,
                           RmProgressFunc progress,
                           gpointer data,
                           GError **error);

void rm_explain_free (RmExplain *self);

/**
 * rm_explain_get_problem:
 * @self: an explanation
 *
 * Returns: (transfer none): the problem, with arrays of its own; locks and exclusions are sorted
 */
const RmProblem *rm_explain_get_problem (const RmExplain *self);

/**
 * rm_explain_get_solution:
 * @self: an explanation
 *
 * Returns: (transfer none): the pairing explained, with the certificate
 */
const RmSolution *rm_explain_get_solution (const RmExplain *self);

/**
 * rm_explain_is_today:
 * @self: an explanation
 *
 * Returns: whether the pairing explained is the current one; else it is a better one
 */
gboolean rm_explain_is_today (const RmExplain *self);

/**
 * rm_explain_has_pair:
 * @self: an explanation
 * @place: a mentee and a mentor
 *
 * O(log p).
 *
 * Returns: whether the two are a pair of the pairing explained
 */
gboolean rm_explain_has_pair (const RmExplain *self,
                              RmPlace place);

/**
 * rm_explain_why_not:
 * @self: an explanation
 * @place: a mentee and a mentor
 * @progress: (nullable) (scope call): called at least every 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * One more solve from the solver's current state (dual reoptimisation after one bound has changed).
 *
 * Returns: (transfer full) (nullable): why the two are paired or not
 */
RmWhyNot *rm_explain_why_not (const RmExplain *self,
                              RmPlace place,
                              RmProgressFunc progress,
                              gpointer data,
                              GError **error);

void rm_why_not_free (RmWhyNot *self);

/**
 * rm_outcome_compare:
 * @a: an outcome
 * @b: another, of the same problem
 * @mode: the objective
 *
 * By definition: %RM_MODE_TOTAL looks at the total; %RM_MODE_PEOPLE at mentees paired, then at the
 * total; %RM_MODE_WEAKEST at mentees paired, then at the floor, then at the total.
 *
 * Returns: less than, equal to or greater than 0 as @a is worse than, as good as or better than @b
 */
int rm_outcome_compare (const RmOutcome *a,
                        const RmOutcome *b,
                        RmMode mode);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmExplain, rm_explain_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmWhyNot, rm_why_not_free)

G_END_DECLS
