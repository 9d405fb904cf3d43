/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/** From this level on somebody counts as offering a skill: "uses it alone". */
#define RM_SUGGESTION_OFFER_LEVEL 3

/** The level suggested where nothing says another one. */
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
 * @importance: 1 to 5, what the role says, or %RM_UNKNOWN
 * @profile: id of the role profile that asks for the highest level, or 0
 * @n_nominations: how many nominated the person to learn it
 * @nomination: id of the first of these, by id, or 0
 * @n_offering: how many other people who take part as mentors, and are recorded as willing, stand
 *   at %RM_SUGGESTION_OFFER_LEVEL or above, and above the person; counted for every suggestion
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
 * @person: somebody of it
 *
 * Seniors may not know what they do not know. For who takes part as a mentee: what the role
 * profiles that apply ask for above the level that the person has (the highest level and the
 * highest importance of several profiles), what others nominated the person for, and what is
 * offered while the person is neither rated in it nor wants it. Never what the person wants
 * already, what is retired, or what the person has at level 5.
 *
 * The level to aim for is the role's, else %RM_SUGGESTION_LEVEL, else, for who stands there or
 * higher, one above the person's.
 *
 * In order: for more and stronger reasons (role, then nomination, then offer), then more important,
 * then offered by more, then by folded name, then by id. Deterministic;
 * O(people × standings + skills log skills + role needs + nominations).
 *
 * Returns: (transfer full) (element-type RmSuggestion): what to suggest; empty for others
 */
GArray *rm_suggestions_new (const RmProgramme *programme,
                            const RmPerson *person);

G_END_DECLS
