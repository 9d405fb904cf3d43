/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-assignment.h"

#include "core/matching/rm-matcher.h"

RmSolution *
rm_assignment_solve (const RmProblem *problem,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error)
{
  g_autoptr (RmMatcher) matcher = NULL;

  g_return_val_if_fail (problem != NULL && problem->source != NULL, NULL);

  matcher = rm_matcher_new (problem, 0);
  if (!rm_matcher_solve (matcher, progress, data, error))
    return NULL;

  return rm_matcher_new_solution (matcher);
}
