/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/problem/rm-problem.h"

G_BEGIN_DECLS

/**
 * rm_assignment_check:
 * @problem: the problem
 * @solution: the solution claimed to be its best
 * @progress: (nullable) (scope call): called at least every 100 ms, by the calling thread
 * @data: passed to @progress
 * @violation: (out) (optional): the first pair in order that disproves it; both indexes G_MAXUINT
 *   if none does
 * @error: %RM_CORE_ERROR_PROOF with what is wrong, %RM_CORE_ERROR_CANCELLED
 *
 * The independent checker: scores every pair again from @problem's source and shares no code with
 * the solver. Give it a source of its own: for people, rm_definition_get_source(). Checks
 * capacities, locks, exclusions, candidates, the totals, the signs of the duals, feasibility over
 * all pairs and equality of both values; in %RM_MODE_WEAKEST the floor and the covers too.
 *
 * Same input, same answer, on any number of threads (one a processor). O(n · m) time, O(n + m)
 * memory in addition to the input.
 *
 * Returns: whether @solution is proved best
 */
gboolean rm_assignment_check (const RmProblem *problem,
                              const RmSolution *solution,
                              RmProgressFunc progress,
                              gpointer data,
                              RmPlace *violation,
                              GError **error);

G_END_DECLS
