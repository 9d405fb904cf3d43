/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmUnpairedPanel:
 *
 * In the place of the mentors: who has nobody and why, and above that what would help.
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

/** Nobody looks at it any more: stops what is under way. */
void rm_unpaired_panel_close (RmUnpairedPanel *self);

/**
 * rm_unpaired_panel_show:
 * @self: the panel
 * @report: (nullable): who has nobody, or %NULL while that is being worked out
 * @error: (nullable): why that is not known
 * @note: (nullable): what to say beside it
 *
 * What the panel does when there is news.
 */
void rm_unpaired_panel_show (RmUnpairedPanel *self,
                             const RmUnpairedReport *report,
                             const GError *error,
                             const char *note);

G_END_DECLS
