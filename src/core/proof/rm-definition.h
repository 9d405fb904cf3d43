/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "core/problem/rm-problem.h"

G_BEGIN_DECLS

/**
 * RM_DEFINITION_VERSION:
 *
 * The version of the definition that proposals are proved under: the score of a pair, the rules
 * that forbid it, and each person's places. Raised with every change that gives any programme
 * another score, candidate or place; changes of method or wording do not matter. A proof is only
 * checked against the definition that it was made under.
 *
 * 1. People who withdrew or left have no places.
 * 2. They have the places on record, and only the rules keep them from being paired: prices then do
 *    not tell them from people who are kept apart from everybody.
 */
#define RM_DEFINITION_VERSION 2

/**
 * RmDefinition:
 *
 * A second implementation of the scores, for the checker: #RmScore and the rules, computed from the
 * records alone, in plain code that shares nothing with #RmScorer. The two must agree to the point;
 * rm_assignment_check() with these scores then proves a pairing without trusting how it was scored
 * or solved.
 *
 * Mentees and mentors have the same indexes as in a scorer of the same programme. Immutable: any
 * thread may ask.
 */
typedef struct _RmDefinition RmDefinition;

/**
 * rm_definition_new:
 * @programme: the people, skills and settings
 *
 * O(n log n) for n people.
 *
 * Returns: (transfer full): the scores; it keeps a reference to @programme
 */
RmDefinition *rm_definition_new (RmProgramme *programme);

void rm_definition_free (RmDefinition *self);

/**
 * rm_definition_get_source:
 * @self: scores that outlive the source
 *
 * Returns: its scores, as the checker takes them
 */
RmScoreSource rm_definition_get_source (const RmDefinition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmDefinition, rm_definition_free)

G_END_DECLS
