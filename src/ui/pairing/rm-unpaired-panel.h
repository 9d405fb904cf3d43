/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmUnpairedPanel:
 *
 * In place of the mentors: the people without a pair and why, and above them what would help.
 */
#define RM_TYPE_UNPAIRED_PANEL (rm_unpaired_panel_get_type ())
G_DECLARE_FINAL_TYPE (RmUnpairedPanel, rm_unpaired_panel, RM, UNPAIRED_PANEL, GtkWidget)

void rm_unpaired_panel_set_board (RmUnpairedPanel *self,
                                  RmBoard *board);

/**
 * rm_unpaired_panel_open:
 * @self: the panel
 * @person: id of a mentee whose reason is to be unfolded, or 0
 *
 * Asks, and takes the focus.
 */
void rm_unpaired_panel_open (RmUnpairedPanel *self,
                             gint64 person);

/** Stops work under way when the panel is hidden. */
void rm_unpaired_panel_close (RmUnpairedPanel *self);

/**
 * rm_unpaired_panel_show:
 * @self: the panel
 * @report: (nullable): the people without a pair, or %NULL while that is pending
 * @error: (nullable): why there is no report
 * @note: (nullable): a note to show with it
 *
 * Updates the panel.
 */
void rm_unpaired_panel_show (RmUnpairedPanel *self,
                             const RmUnpairedList *report,
                             const GError *error,
                             const char *note);

G_END_DECLS
