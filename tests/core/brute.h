/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/explain/rm-explain.h"

G_BEGIN_DECLS

/* Called for a pairing that obeys capacities, locks, exclusions and candidates. */
typedef void (*BruteFunc) (gpointer data, const RmPlace *pairs, guint n_pairs);

/* All pairings of a small problem, whatever their score. */
void brute_for_each (const RmProblem *problem,
                     BruteFunc func,
                     gpointer data);

/* The figures of a pairing, and the comparison of two: both written from the definition. */
RmOutcome brute_measure (const RmProblem *problem,
                         const RmPlace *pairs,
                         guint n_pairs);
gboolean brute_is_better (const RmOutcome *a,
                          const RmOutcome *b,
                          RmMode mode);

/* The best of those with @wanted (or without it, if @with is FALSE); of all if it is NULL. Returns
 * FALSE if there is none. */
gboolean brute_find_best (const RmProblem *problem,
                          const RmPlace *wanted,
                          gboolean with,
                          RmOutcome *best);

G_END_DECLS
