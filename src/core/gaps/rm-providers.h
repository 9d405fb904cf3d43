/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-score.h"

G_BEGIN_DECLS

/**
 * RmProvider:
 * @person: id of a mentor
 * @level: their rated level in the skill
 * @places: free places, at least one
 * @score: of a pair with the mentee, points; -1 without a mentee, or if the pair cannot be scored
 * @rule: what still prevents the pair: the mentee has not agreed or not committed; else
 *   %RM_RULE_NONE
 *
 * Somebody who could teach a skill.
 */
typedef struct
{
  gint64 person;
  int level;
  guint places;
  int score;
  RmRule rule;
} RmProvider;

/**
 * rm_providers_list:
 * @scorer: people and pairs
 * @skill: id of a skill
 * @mentee: id of a person who wants to learn it, or 0 for nobody in particular
 *
 * Lists active mentors who are recorded as willing, have a free place and are above @mentee in the
 * skill (at 1 or above if @mentee is 0 or not rated). For a mentee, only those who may be paired
 * with them, the mentee's own consent aside: the same people as a gap table's supply.
 *
 * Sorted: for a mentee by score, else by level, then by level, free places (the most first) and
 * canonically. O(n log n).
 *
 * Returns: (transfer full) (element-type RmProvider): mentors who could teach it
 */
GArray *rm_providers_list (const RmScorer *scorer,
                           gint64 skill,
                           gint64 mentee);

/**
 * rm_scorer_count_free_places:
 * @scorer: people and pairs
 *
 * Returns: (transfer full): by mentor, the capacity (1 if not given) minus open pairs; at least 0
 */
guint *rm_scorer_count_free_places (const RmScorer *scorer);

G_END_DECLS
