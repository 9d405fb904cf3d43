/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "core/problem/rm-problem.h"

G_BEGIN_DECLS

/**
 * RM_DEFINITION_VERSION:
 *
 * The version of what a proposal is proved under: what a pair scores, which rules forbid it, and
 * how many places each person has. Raised with every change that gives any programme another score,
 * candidate or place; how they are computed, and words, do not matter. A proof is held against the
 * definition that it was made under only.
 *
 * 1. Whoever withdrew or left has no places.
 * 2. They have those on record, and the rules alone keep them from being paired: prices then do not
 *    tell them from people who are kept apart from everybody.
 */
#define RM_DEFINITION_VERSION 2

/**
 * RmDefinition:
 *
 * Scores once more, for the judge: what #RmScore and the rules say, written down a second time from
 * the records alone, in plain code that shares nothing with #RmScorer. It must agree with that to
 * the point; rm_assignment_check() with these scores then proves a pairing without trusting how it
 * was scored or solved.
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
