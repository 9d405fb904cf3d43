/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-live-result.h"

G_BEGIN_DECLS

/**
 * RmLive:
 *
 * Answers, again and again, what pairing some settings would give, while a slider moves and after
 * it was let go. It works in a thread of its own, one question at a time, and only the newest
 * question counts:
 *
 * - while settings move, questions wait for the one under way, all but the newest are dropped, and
 *   the answer is a preview;
 * - once they are settled, whatever is under way is cancelled; the answer is the canonical one,
 *   proof included, and after it come the prices of the modes;
 * - another programme makes every older answer stale.
 *
 * Signal "changed": there is another result, error or price list, or it began or ended to work.
 */
#define RM_TYPE_LIVE (rm_live_get_type ())
G_DECLARE_FINAL_TYPE (RmLive, rm_live, RM, LIVE, GObject)

RmLive *rm_live_new (void);

/**
 * rm_live_ask:
 * @self: a live
 * @programme: the programme as it is
 * @settings: (transfer none): the settings to try; not to be changed any more
 * @settled: whether they have come to rest
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
 * rm_live_get_prices:
 * @self: a live
 *
 * Returns: (transfer none) (nullable) (array fixed-size=3): what each mode would come to under the
 *   weights and rules asked for last, by #RmMode; %NULL before that is known
 */
const RmFigures *rm_live_get_prices (RmLive *self);

/**
 * rm_live_is_settled:
 * @self: a live
 *
 * Returns: whether the result is the canonical answer to the newest question
 */
gboolean rm_live_is_settled (RmLive *self);

gboolean rm_live_is_busy (RmLive *self);

G_END_DECLS
