/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmAnswerPanel:
 *
 * In place of the mentors: why two people are paired or not, the figures if they were (or were
 * not), and the people who would move. It never blocks: it asks a worker, and shows the answer when
 * it arrives.
 *
 * For two people who are not available to pair it shows only that sentence.
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

/** Stops work under way when the panel is hidden. */
void rm_answer_panel_close (RmAnswerPanel *self);

/**
 * rm_answer_panel_show:
 * @self: the panel
 * @answer: (nullable): the answer, or %NULL while it is pending
 * @error: (nullable): why there is no answer
 * @steady: (nullable): whether the pair is robust, if known
 * @note: (nullable): a note to show with it
 *
 * Updates the panel.
 */
void rm_answer_panel_show (RmAnswerPanel *self,
                           const RmAnswer *answer,
                           const GError *error,
                           const RmSteadyPair *steady,
                           const char *note);

G_END_DECLS
