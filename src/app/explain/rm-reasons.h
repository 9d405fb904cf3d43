/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-score.h"

G_BEGIN_DECLS

/**
 * RmReason:
 * @criterion: a criterion that has weight
 * @percent: its share of the score, in whole percents that add up to the score
 * @most: the most it could add
 * @unknown: whether some of its input is blank
 * @label: its name, translated
 * @figure: "12 of 40", "12 of 40, partly unknown" or "unknown"
 * @words: (nullable): its details: "TikTok 1→3", "different department"
 *
 * One part of a score.
 */
typedef struct
{
  RmCriterion criterion;
  int percent;
  int most;
  gboolean unknown;
  const char *label;
  char *figure;
  char *words;
} RmReason;

/**
 * RmReasons:
 * @rule: the rule the two break, or %RM_RULE_NONE
 * @told: whether reasons are given: not for two people who are not available to pair, nor for a
 *   person with themself
 * @percent: the score; 0 if no reasons are given
 * @n_unknown: how many parts have a blank input
 * @parts: (element-type RmReason): by criterion, those with weight; empty if no reasons are given
 * @summary: one sentence: the score, or the rule; with a full stop
 * @mentee_gets: (nullable): the mentee's gain, a sentence with a full stop
 * @mentor_gets: (nullable): the mentor's gain, likewise
 *
 * Why these two: the score in words and numbers, both ways.
 */
typedef struct
{
  RmRule rule;
  gboolean told;
  int percent;
  guint n_unknown;
  GPtrArray *parts;
  char *summary;
  char *mentee_gets;
  char *mentor_gets;
} RmReasons;

/**
 * rm_reasons_new:
 * @scorer: the people and weights
 * @mentee: index of a mentee
 * @mentor: index of a mentor
 *
 * Returns: (transfer full): the reasons
 */
RmReasons *rm_reasons_new (const RmScorer *scorer,
                           guint mentee,
                           guint mentor);
void rm_reasons_free (RmReasons *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmReasons, rm_reasons_free)

G_END_DECLS
