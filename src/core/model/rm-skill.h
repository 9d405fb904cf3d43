/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/** RmSource: the source of a rating. */
typedef enum
{
  RM_SOURCE_SELF,
  RM_SOURCE_PEER,
  RM_SOURCE_MANAGER,
  RM_SOURCE_AFTER,
} RmSource;

/** Levels of a skill: 0 to 5. */
#define RM_N_SKILL_LEVELS 6

/**
 * RmSkill:
 * @anchors: for each level, what a person at it does, or %NULL
 * @retired: 1 if it is kept for the record only: no new ratings, no need, no gap, no score
 *
 * Something that one person can learn from another.
 */
struct _RmSkill
{
  RmRecord record;

  char *name;
  char *category;
  char *aliases;  /* list of other names, matched as whole terms */
  char *context;  /* "private" and "business" use of one tool are two skills */
  char *description;
  char *anchors[RM_N_SKILL_LEVELS];
  int retired;
};

/**
 * RmRating:
 * @level: 0 to 5 or %RM_UNKNOWN
 * @target: level wanted, 0 to 5 or %RM_UNKNOWN
 * @importance: 1 to 5 or %RM_UNKNOWN
 *
 * One source's rating of one person in one skill on one day. Older ratings are kept. No rating
 * means unrated, never level 0.
 */
struct _RmRating
{
  RmRecord record;

  gint64 person;
  gint64 skill;
  int source;
  int level;
  int target;
  int importance;
  char *rated_on;
};

/**
 * rm_skill_entity:
 *
 * Returns: (transfer none): the description of #RmSkill
 */
const RmEntity *rm_skill_entity (void);

/**
 * rm_rating_entity:
 *
 * Returns: (transfer none): the description of #RmRating
 */
const RmEntity *rm_rating_entity (void);

/**
 * rm_skill_new:
 *
 * Returns: (transfer full): a skill without a name
 */
RmSkill *rm_skill_new (void);

/**
 * rm_rating_new:
 *
 * Returns: (transfer full): an empty rating
 */
RmRating *rm_rating_new (void);

/**
 * rm_skill_make_key:
 * @name: (nullable): the name of a skill
 *
 * Folds a name so that two spellings of one skill compare equal: as rm_fold_key(), but `+` and `#`
 * count (C, C++ and C# are three skills), and a name made of signs alone stays a name.
 *
 * Returns: (transfer full): the key; "" for a blank name
 */
char *rm_skill_make_key (const char *name);

/**
 * rm_skill_is_called:
 * @self: a skill
 * @key: a name folded by rm_skill_make_key()
 *
 * Returns: whether name or one of the aliases is @key, as a whole
 */
gboolean rm_skill_is_called (const RmSkill *self,
                             const char *key);

/**
 * rm_standing_resolve:
 * @ratings: (array length=n): ratings of one person and one skill, in any order
 * @n: how many, at least one
 *
 * Resolves several ratings. For each of level, target and importance, the newest by a manager
 * counts, else the median of the peers (the lower of two middle values), else the newest of the
 * person's own. A rating after the programme ("after") is newer than all and replaces level, target
 * and importance. Ratings of the same day: the higher id counts as newer.
 *
 * Deterministic; O(n log n).
 *
 * Returns: the standing
 */
RmStanding rm_standing_resolve (const RmRating *const *ratings,
                                guint n);

RM_RECORD_TYPE (RmSkill)
RM_RECORD_TYPE (RmRating)

G_END_DECLS
