/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/**
 * RmSkillGroup:
 * @RM_SKILL_OFFERING: active mentors who are recorded as willing and at %RM_SUGGESTION_OFFER_LEVEL
 *   or above
 * @RM_SKILL_WANTING: active mentees who want a level above their own, or are unrated and want one
 * @RM_SKILL_UNRATED: active mentees without a level, which is not level 0
 *
 * The relation of people to a skill.
 */
typedef enum
{
  RM_SKILL_OFFERING,
  RM_SKILL_WANTING,
  RM_SKILL_UNRATED,
  RM_N_SKILL_GROUPS,
} RmSkillGroup;

/**
 * RmSkillSummary:
 * @skill: id of a skill
 * @begins: whether it is the first of its category in the list
 * @counts: how many people are in each group; none for a retired skill
 *
 * A row of the list of skills.
 */
typedef struct
{
  gint64 skill;
  gboolean begins;
  guint counts[RM_N_SKILL_GROUPS];
} RmSkillSummary;

/**
 * rm_skill_matches:
 * @skill: a skill
 * @words: folded words, as rm_fold() makes them; empty ones do not count
 *
 * Returns: whether each of @words occurs in name, other names, category, context or description
 */
gboolean rm_skill_matches (const RmSkill *skill,
                           const char *const *words);

/**
 * rm_skills_query_run:
 * @programme: a programme
 * @search: (nullable): words, see rm_skill_matches()
 *
 * Sorted by category, those without one last, then by name. O(people × standings + skills log
 * skills). Any thread.
 *
 * Returns: (transfer full) (element-type RmSkillSummary): the skills to show
 */
GArray *rm_skills_query_run (RmProgramme *programme,
                             const char *search);

/**
 * rm_skills_list_ids:
 * @programme: a programme
 *
 * In the order of rm_skills_query_run(), without counting people. O(skills log skills).
 *
 * Returns: (transfer full) (element-type gint64): ids of all skills
 */
GArray *rm_skills_list_ids (RmProgramme *programme);

/**
 * rm_skills_list_people:
 * @programme: a programme
 * @skill: id of a skill
 * @group: which people
 *
 * Returns: (transfer full) (element-type gint64): their ids
 */
GArray *rm_skills_list_people (RmProgramme *programme,
                               gint64 skill,
                               RmSkillGroup group);

G_END_DECLS
