/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/** From this level up a mentor counts as offering a skill: "uses it alone". */
#define RM_SUGGESTION_OFFER_LEVEL 3

/** The level suggested by default. */
#define RM_SUGGESTION_LEVEL 3

/**
 * RmSuggestionReasons:
 * @RM_SUGGESTION_ROLE: the person's role asks for a higher level
 * @RM_SUGGESTION_NOMINATION: somebody nominated the person to learn it
 * @RM_SUGGESTION_OFFER: willing mentors offer it, and the person has never said anything about it
 */
typedef enum
{
  RM_SUGGESTION_OFFER = 1 << 0,
  RM_SUGGESTION_NOMINATION = 1 << 1,
  RM_SUGGESTION_ROLE = 1 << 2,
} RmSuggestionReasons;

/**
 * RmSuggestion:
 * @skill: id of a skill
 * @reasons: why, at least one
 * @level: the level to aim for, 1 to 5
 * @importance: 1 to 5, from the role, or %RM_UNKNOWN
 * @profile: id of the role profile that asks for the highest level, or 0
 * @n_nominations: how many nominated the person to learn it
 * @nomination: id of the first of these, by id, or 0
 * @n_offering: how many other active mentors, recorded as willing, are at
 *   %RM_SUGGESTION_OFFER_LEVEL or above, and above the person; counted for every suggestion
 *
 * A skill that a person might need without knowing it.
 */
typedef struct
{
  gint64 skill;
  RmSuggestionReasons reasons;
  int level;
  int importance;
  gint64 profile;
  guint n_nominations;
  gint64 nomination;
  guint n_offering;
} RmSuggestion;

/**
 * rm_suggestions_new:
 * @programme: a programme
 * @person: one of its people
 *
 * Seniors may not know what they do not know. For people who take part as mentees: skills that
 * their role profiles ask for at a level above theirs (the highest level and the highest importance
 * of several profiles), that others nominated them for, or that are offered while they are neither
 * rated in them nor want them. Never skills that they already want or have at level 5, and no
 * retired skills.
 *
 * The level to aim for is the role's, else %RM_SUGGESTION_LEVEL, else, for people at that level or
 * above, one above their own.
 *
 * Sorted by more and stronger reasons (role, then nomination, then offer), then importance, then
 * number of mentors who offer, then folded name, then id. Deterministic; O(people × standings +
 * skills log skills + role needs + nominations).
 *
 * Returns: (transfer full) (element-type RmSuggestion): the suggestions; empty for other people
 */
GArray *rm_suggestions_new (const RmProgramme *programme,
                            const RmPerson *person);

G_END_DECLS
