/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/pairing/rm-pairing.h"

G_BEGIN_DECLS

/**
 * RmFigures:
 * @n_pairs: pairs
 * @n_paired: mentees with at least one of them
 * @total: sum of their scores, points
 * @lowest: lowest of their scores, points; 0 without pairs
 *
 * The figures of a whole pairing, for display.
 */
typedef struct
{
  guint n_pairs;
  guint n_paired;
  gint64 total;
  gint64 lowest;
} RmFigures;

/**
 * rm_figures_get_average:
 * @self: figures
 *
 * Returns: the average score of a pair, points; 0 without pairs
 */
gint64 rm_figures_get_average (const RmFigures *self);

/** RmNewPair: a pair that does not exist today. */
typedef struct
{
  gint64 mentee;
  gint64 mentor;
  int score;
} RmNewPair;

/**
 * RmLiveResult:
 * @programme: the programme as it was
 * @settings: the settings tried
 * @scorer: scores under @settings
 * @solution: the resulting pairing
 * @canonical: (nullable): the whole proposal, checked, if the result is canonical; else the
 *   solution may be a different one that is as good
 * @today: today's pairs, scored with @settings like the new ones, so that the two can be compared
 * @then: the pairs of @solution
 * @n_changes: how many places would change hands, be taken or be freed
 *
 * The effect of trying settings. Immutable.
 */
typedef struct
{
  gatomicrefcount refs;
  RmProgramme *programme;
  RmSettings *settings;
  RmScorer *scorer;
  RmSolution *solution;
  RmPairingResult *canonical;
  RmFigures today;
  RmFigures then;
  guint n_changes;
  GArray *new_pairs;  /* of RmNewPair, by mentee and mentor id */
  GHashTable *ends; /* ids of the pairs that end */
} RmLiveResult;

/**
 * rm_live_result_new:
 * @programme: the current programme
 * @settings: the settings tried
 * @scorer: scores under @settings
 * @solution: (transfer full) (nullable): the pairing, if it is a preview
 * @canonical: (transfer full) (nullable): the proposal, if it is canonical
 *
 * O(p log p) in the number of pairs.
 *
 * Returns: (transfer full): the result
 */
RmLiveResult *rm_live_result_new (RmProgramme *programme,
                                  RmSettings *settings,
                                  RmScorer *scorer,
                                  RmSolution *solution,
                                  RmPairingResult *canonical);
RmLiveResult *rm_live_result_ref (RmLiveResult *self);
void rm_live_result_unref (RmLiveResult *self);

/**
 * rm_live_result_ends:
 * @self: a result
 * @pair: id of one of today's pairs
 *
 * Returns: whether the pair would end
 */
gboolean rm_live_result_ends (const RmLiveResult *self,
                              gint64 pair);

/**
 * rm_live_result_list_new_pairs:
 * @self: a result
 * @mentee: id of a mentee
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the pairs that the mentee would get
 */
const RmNewPair *rm_live_result_list_new_pairs (const RmLiveResult *self,
                                          gint64 mentee,
                                          guint *n);

/**
 * rm_live_result_list_pairs:
 * @self: a result
 *
 * Returns: (transfer full) (element-type RmIdPair): the pairs of the solution, by id
 */
GArray *rm_live_result_list_pairs (const RmLiveResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmLiveResult, rm_live_result_unref)

G_END_DECLS
