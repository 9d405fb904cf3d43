/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-score.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmScoreCard:
 *
 * A pair's score and why: one line per criterion with the points it adds, out of those it could,
 * and what is unknown.
 */
#define RM_TYPE_SCORE_CARD (rm_score_card_get_type ())
G_DECLARE_FINAL_TYPE (RmScoreCard, rm_score_card, RM, SCORE_CARD, GtkWidget)

/**
 * rm_score_card_show:
 * @self: a card
 * @score: a score
 * @gained: (nullable): the skills that the mentee gains, in words
 * @back: (nullable): the skills given back to the mentor, in words
 */
void rm_score_card_show (RmScoreCard *self,
                         const RmScore *score,
                         const char *gained,
                         const char *back);

G_END_DECLS
