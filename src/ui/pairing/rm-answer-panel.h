/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmAnswerPanel:
 *
 * In the place of the mentors: why two people are paired or not, what it would come to if they
 * were (or were not), and who would move. Nothing waits for it: it asks a worker, and shows what
 * is known when it is known.
 *
 * Of two people who are not available to pair it shows that sentence and nothing more.
 */
#define RM_TYPE_ANSWER_PANEL (rm_answer_panel_get_type ())
G_DECLARE_FINAL_TYPE (RmAnswerPanel, rm_answer_panel, RM, ANSWER_PANEL, GtkWidget)

void rm_answer_panel_set_board (RmAnswerPanel *self,
                                RmBoard *board);

/**
 * rm_answer_panel_ask:
 * @self: the panel
 * @mentee: id of a mentee
 * @mentor: id of a mentor
 *
 * Asks, and takes the focus.
 */
void rm_answer_panel_ask (RmAnswerPanel *self,
                          gint64 mentee,
                          gint64 mentor);

/** Nobody looks at it any more: stops what is under way. */
void rm_answer_panel_close (RmAnswerPanel *self);

/**
 * rm_answer_panel_show:
 * @self: the panel
 * @answer: (nullable): the answer, or %NULL while it is being worked out
 * @error: (nullable): why there is none
 * @steady: (nullable): whether the pair is robust, where that is known
 * @note: (nullable): what to say beside it
 *
 * What the panel does when there is news.
 */
void rm_answer_panel_show (RmAnswerPanel *self,
                           const RmAnswer *answer,
                           const GError *error,
                           const RmSteadyPair *steady,
                           const char *note);

G_END_DECLS
