/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmMentorPanel:
 *
 * Next to the mentees: the selected one, the score of the pair and why, and all mentors, the best
 * for the selected mentee first. Enter on a mentor pairs the two; dropping a mentor here ends their
 * pair.
 */
#define RM_TYPE_MENTOR_PANEL (rm_mentor_panel_get_type ())
G_DECLARE_FINAL_TYPE (RmMentorPanel, rm_mentor_panel, RM, MENTOR_PANEL, GtkWidget)

void rm_mentor_panel_set_board (RmMentorPanel *self,
                                RmBoard *board);

/**
 * rm_mentor_panel_choose:
 * @self: the panel
 * @onto: the pair whose mentor is to be replaced, or 0 for a free place
 *
 * Puts the focus on the list, so that the next Enter decides.
 */
void rm_mentor_panel_choose (RmMentorPanel *self,
                             gint64 onto);

/**
 * rm_mentor_panel_set_search:
 * @self: the panel
 * @text: (nullable): words that a mentor's details must contain
 */
void rm_mentor_panel_set_search (RmMentorPanel *self,
                                 const char *text);

G_END_DECLS
