/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/problem/rm-problem.h"

G_BEGIN_DECLS

/* As rm_assignment_solve(), but O(n · m) memory and up to 2^27 pairs, by another method: successive
 * shortest augmenting paths on the whole matrix (Jonker & Volgenant 1987, with capacities). The
 * first two modes only. */
RmSolution *dense_solve (const RmProblem *problem,
                         RmProgressFunc progress,
                         gpointer data,
                         GError **error);

G_END_DECLS
