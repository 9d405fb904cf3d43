/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/explain/rm-explain.h"

G_BEGIN_DECLS

/* A problem in which pairs below a floor are not candidates, except locked ones. */
typedef struct
{
  RmScoreSource source;
  RmProblem problem;
  const RmProblem *full;
  gint64 floor;
} RmFloored;

/* Borrows @full, whose locks must be sorted. The mode is RM_MODE_PEOPLE. */
void rm_floored_init (RmFloored *self,
                      const RmProblem *full,
                      gint64 floor);

/* rm-explain.c */
const RmMatcher *rm_explain_get_matcher (const RmExplain *self);

/* rm-explain-places.c */
gboolean rm_places_contain (const RmPlace *places,
                            guint n,
                            RmPlace place);
RmPlace *rm_places_copy_sorted (const RmPlace *places,
                                guint n);

/* A copy of @places, sorted, with one more or without one. */
RmPlace *rm_places_with (const RmPlace *places,
                         guint n,
                         RmPlace place);
RmPlace *rm_places_without (const RmPlace *places,
                            guint n,
                            RmPlace place);

/* Measures sorted @pairs in @problem, whose locks must be sorted. */
RmOutcome rm_outcome_measure (const RmProblem *problem,
                              const RmPlace *pairs,
                              guint n_pairs);

/* rm-explain-moves.c */

/* A pairing as good as @after that differs from @before only among people connected to @place by
 * changed pairs. */
GArray *rm_explain_keep_still (const RmProblem *problem,
                               const RmSolution *before,
                               const RmSolution *after,
                               RmPlace place);

/* rm-explain-progress.c */

/* A part of a longer operation. */
typedef struct
{
  RmProgressFunc func;
  gpointer data;
  double from;
  double to;
} RmStage;

/* An RmProgressFunc for @data, a RmStage. */
gboolean rm_stage_report (double fraction,
                          gpointer data);

/* Reports the progress of the stage. Returns FALSE, with RM_CORE_ERROR_CANCELLED, to stop. */
gboolean rm_stage_go_on (RmStage *self,
                         double fraction,
                         GError **error);

G_END_DECLS
