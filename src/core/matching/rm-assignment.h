/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/problem/rm-problem.h"

G_BEGIN_DECLS

/**
 * rm_assignment_solve:
 * @problem: the problem
 * @progress: (nullable) (scope call): called at least every 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_LOCK (with an index pair in the message, for the caller to replace with
 *   names), %RM_CORE_ERROR_CANCELLED, %RM_CORE_ERROR_LIMIT
 *
 * Solves exactly by successive shortest augmenting paths with integer potentials; scores are
 * computed on demand, and no matrix of them is kept (Edmonds & Karp 1972; Jonker & Volgenant 1987,
 * extended to capacities). Same problem, same result, to the byte: ties go to the lower indexes,
 * which are canonical.
 *
 * Takes up to 2^27 pairs and scores up to 2^31 − 3, as long as the total of all places filled at
 * the greatest score, times the number of mentees, stays below 2^59 (for people's scores it does).
 *
 * In %RM_MODE_TOTAL, and for a mentee's further mentors, pairs that would add nothing are not made.
 *
 * O(P · n · m) time for P places filled, O(n · m) memory.
 *
 * Returns: (transfer full) (nullable): the solution with its certificate
 */
RmSolution *rm_assignment_solve (const RmProblem *problem,
                                 RmProgressFunc progress,
                                 gpointer data,
                                 GError **error);

G_END_DECLS
