/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "core/problem/rm-problem.h"

G_BEGIN_DECLS

/**
 * RmRule:
 * @RM_RULE_NONE: the two may be paired
 * @RM_RULE_EXCLUDED: kept apart for a reason that is on record
 * @RM_RULE_UNAVAILABLE: withdrawn, left, or kept apart in confidence or without a reason: one
 *   answer for all of them, after every other rule, so that none can be told from the others
 *
 * The first hard rule that two people break, in this order. Blank inputs break none, except that
 * willingness (of both) and commitment (of the mentee) have to be given; a reason to override
 * replaces commitment only. People without tags do not have the required tag. Exclusions hold
 * whichever of the two learns.
 */
typedef enum
{
  RM_RULE_NONE,
  RM_RULE_SAME_PERSON,
  RM_RULE_MENTEE_UNWILLING,
  RM_RULE_MENTOR_UNWILLING,
  RM_RULE_UNCOMMITTED,
  RM_RULE_REPORTING_LINE,
  RM_RULE_UNKNOWN_LINE,
  RM_RULE_LEVEL_GAP,
  RM_RULE_LANGUAGE,
  RM_RULE_FREE_HOUR,
  RM_RULE_DEPARTMENT,
  RM_RULE_TAG,
  RM_RULE_EXCLUDED,
  RM_RULE_UNAVAILABLE,
} RmRule;

/**
 * RmScore:
 * @rule: the rule the two break, or %RM_RULE_NONE
 * @total: 0 to %RM_SCORE_POINTS: the sum of @points (also filled in if a rule is broken, so that
 *   the coordinator sees what a rule costs; %RM_RULE_UNAVAILABLE leaves it at 0)
 * @points: what each criterion adds
 * @budgets: the most that each criterion could add; they sum up to %RM_SCORE_POINTS
 * @unknown: a bit for each criterion whose input is blank: `1u << RmCriterion`
 *
 * A pair's score and its parts.
 */
typedef struct
{
  RmRule rule;
  int total;
  int points[RM_N_CRITERIA];
  int budgets[RM_N_CRITERIA];
  guint unknown;
} RmScore;

/**
 * RmNoticeType:
 * @RM_NOTICE_LINE_CYCLE: people are each other's managers in a circle; @person is one of them
 * @RM_NOTICE_MANAGER_MISSING: @person's manager is not in the programme: the reporting line ends
 * @RM_NOTICE_LEVEL_BLANK: @person has no seniority level, so that rule cannot be checked
 * @RM_NOTICE_LANGUAGE_BLANK: @person has no language, so that rule (if on) cannot be checked
 * @RM_NOTICE_HOURS_BLANK: @person has no free hours, so that rule (if on) cannot be checked
 * @RM_NOTICE_DEPARTMENT_BLANK: @person has no department, so that rule (if on) cannot be checked
 * @RM_NOTICE_FLAT_CRITERION: @criterion has weight and the same value for all candidate pairs (of
 *   more than 250,000 pairs, for an even sample of them)
 */
typedef enum
{
  RM_NOTICE_LINE_CYCLE,
  RM_NOTICE_MANAGER_MISSING,
  RM_NOTICE_LEVEL_BLANK,
  RM_NOTICE_LANGUAGE_BLANK,
  RM_NOTICE_HOURS_BLANK,
  RM_NOTICE_DEPARTMENT_BLANK,
  RM_NOTICE_FLAT_CRITERION,
} RmNoticeType;

/** RmNotice: something in the data that the coordinator should know before trusting a pairing. */
typedef struct
{
  RmNoticeType type;
  gint64 person;
  RmCriterion criterion;
} RmNotice;

/**
 * RmScorer:
 *
 * A programme prepared for scoring: mentees and mentors in canonical order (rm_person_compare()),
 * weights turned into whole-number budgets by largest remainder, reporting lines walked. Immutable:
 * any thread may ask.
 *
 * Includes everybody on each side, even people who cannot be paired (each of their pairs then
 * breaks a rule).
 */

/**
 * rm_scorer_new:
 * @programme: the people, skills and settings
 *
 * Returns: (transfer full): the scorer; it keeps a reference to @programme
 */
RmScorer *rm_scorer_new (RmProgramme *programme);

/**
 * rm_scorer_get:
 * @programme: a programme
 *
 * Like rm_scorer_new(), but callers share one scorer per programme while somebody holds it. May
 * wait for another thread that is making it.
 *
 * Returns: (transfer full): its scorer
 */
RmScorer *rm_scorer_get (RmProgramme *programme);

RmScorer *rm_scorer_ref (RmScorer *self);
void rm_scorer_unref (RmScorer *self);

RmProgramme *rm_scorer_get_programme (const RmScorer *self);
guint rm_scorer_get_n_mentees (const RmScorer *self);
guint rm_scorer_get_n_mentors (const RmScorer *self);
const RmPerson *rm_scorer_get_mentee (const RmScorer *self,
                                      guint mentee);
const RmPerson *rm_scorer_get_mentor (const RmScorer *self,
                                      guint mentor);

/**
 * rm_scorer_find_mentee:
 * @self: a scorer
 * @id: id of a person
 *
 * Returns: the index among mentees, or -1
 */
int rm_scorer_find_mentee (const RmScorer *self,
                           gint64 id);

/**
 * rm_scorer_find_mentor:
 * @self: a scorer
 * @id: id of a person
 *
 * Returns: the index among mentors, or -1
 */
int rm_scorer_find_mentor (const RmScorer *self,
                           gint64 id);

/**
 * rm_scorer_get_score:
 * @self: a scorer
 * @mentee: index of a mentee
 * @mentor: index of a mentor
 *
 * Returns: 0 to %RM_SCORE_POINTS, or %RM_NO_CANDIDATE
 */
int rm_scorer_get_score (const RmScorer *self,
                         guint mentee,
                         guint mentor);

/**
 * rm_scorer_explain:
 * @self: a scorer
 * @mentee: index of a mentee
 * @mentor: index of a mentor
 * @score: (out caller-allocates): the score and its parts
 */
void rm_scorer_explain (const RmScorer *self,
                        guint mentee,
                        guint mentor,
                        RmScore *score);

/**
 * rm_scorer_list_notices:
 * @self: a scorer
 *
 * Blank inputs are reported only for active people.
 *
 * Returns: (transfer full) (element-type RmNotice): the notices, by type, then by person in
 *   canonical order
 */
GArray *rm_scorer_list_notices (const RmScorer *self);

/**
 * rm_score_get_percents:
 * @score: a score
 * @percents: (out caller-allocates) (array fixed-size=9): whole percents by criterion, rounded by
 *   largest remainder so that they add up to the returned value
 *
 * Returns: the whole percent of the total
 */
int rm_score_get_percents (const RmScore *score,
                           int *percents);

/**
 * rm_scorer_are_available:
 * @self: a scorer
 * @mentee: index of a mentee
 * @mentor: index of a mentor
 *
 * Returns: whether the two do not break %RM_RULE_UNAVAILABLE; they may break others
 */
gboolean rm_scorer_are_available (const RmScorer *self,
                                  guint mentee,
                                  guint mentor);

/**
 * rm_rule_describe:
 * @rule: a rule
 *
 * Returns: (transfer none): an untranslated sentence without a full stop ("the two are in one
 *   reporting line")
 */
const char *rm_rule_describe (RmRule rule);

/**
 * rm_scorer_get_source:
 * @self: a scorer that outlives the source
 *
 * Returns: its scores, as the solver takes them
 */
RmScoreSource rm_scorer_get_source (const RmScorer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmScorer, rm_scorer_unref)

G_END_DECLS
