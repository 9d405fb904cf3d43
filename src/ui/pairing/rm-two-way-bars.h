/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-score.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmTwoWayBars:
 *
 * The gain of each side of a pair, next to each other: the share of the skills the mentee wants to
 * learn, and of those given back to the mentor; in numbers and as small bars.
 */
#define RM_TYPE_TWO_WAY_BARS (rm_two_way_bars_get_type ())
G_DECLARE_FINAL_TYPE (RmTwoWayBars, rm_two_way_bars, RM, TWO_WAY_BARS, GtkWidget)

/**
 * rm_two_way_bars_show:
 * @self: the bars
 * @score: a score
 */
void rm_two_way_bars_show (RmTwoWayBars *self,
                           const RmScore *score);

/**
 * rm_two_way_bars_dup_text:
 * @score: a score
 *
 * Returns: (transfer full): the same as a sentence, for a screen reader
 */
char *rm_two_way_bars_dup_text (const RmScore *score);

G_END_DECLS
