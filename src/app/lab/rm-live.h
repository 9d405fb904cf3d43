/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-live-result.h"

G_BEGIN_DECLS

/**
 * RmLive:
 *
 * Keeps answering which pairing the settings would give, while a slider moves and after it is
 * released. Works in its own thread, one question at a time; only the newest question counts:
 *
 * - while settings move, questions wait for the one under way, all but the newest are dropped, and
 *   the answer is a preview;
 * - once they are settled, work under way is cancelled; the answer is the canonical one, proof
 * included, and the figures of the other modes follow;
 * - another programme makes every older answer stale.
 *
 * Signal "changed": the result, error or figures of the modes changed, or work began or ended.
 */
#define RM_TYPE_LIVE (rm_live_get_type ())
G_DECLARE_FINAL_TYPE (RmLive, rm_live, RM, LIVE, GObject)

RmLive *rm_live_new (void);

/**
 * rm_live_ask:
 * @self: a live
 * @programme: the current programme
 * @settings: (transfer none): the settings to try; not to be changed any more
 * @settled: whether they have stopped changing
 *
 * Returns at once.
 */
void rm_live_ask (RmLive *self,
                  RmProgramme *programme,
                  RmSettings *settings,
                  gboolean settled);

/**
 * rm_live_stop:
 * @self: a live
 *
 * Forgets everything and stops working.
 */
void rm_live_stop (RmLive *self);

/**
 * rm_live_get_result:
 * @self: a live
 *
 * Returns: (transfer none) (nullable): the newest answer
 */
RmLiveResult *rm_live_get_result (RmLive *self);

/**
 * rm_live_get_error:
 * @self: a live
 *
 * Returns: (transfer none) (nullable): why the newest question has no answer
 */
const GError *rm_live_get_error (RmLive *self);

/**
 * rm_live_get_mode_figures:
 * @self: a live
 *
 * Returns: (transfer none) (nullable) (array fixed-size=3): figures of each mode under the weights
 *   and rules last asked about, by #RmMode; %NULL until they are known
 */
const RmFigures *rm_live_get_mode_figures (RmLive *self);

/**
 * rm_live_is_settled:
 * @self: a live
 *
 * Returns: whether the result is the canonical answer to the newest question
 */
gboolean rm_live_is_settled (RmLive *self);

gboolean rm_live_is_busy (RmLive *self);

G_END_DECLS
