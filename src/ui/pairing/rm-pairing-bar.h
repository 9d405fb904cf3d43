/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmPairingBar:
 *
 * Below the board: what the pairing comes to, who has nobody, what is proved, what would happen
 * now, and what can be asked about it. While it is shown it has pairs tested for robustness when
 * nothing has changed for a moment; of many pairs only when somebody asks for it.
 */
#define RM_TYPE_PAIRING_BAR (rm_pairing_bar_get_type ())
G_DECLARE_FINAL_TYPE (RmPairingBar, rm_pairing_bar, RM, PAIRING_BAR, GtkWidget)

void rm_pairing_bar_set_board (RmPairingBar *self,
                               RmBoard *board);

/**
 * rm_pairing_bar_set_compact:
 * @self: the bar
 * @compact: whether there is little room, and none in the header for the button of the weights
 */
void rm_pairing_bar_set_compact (RmPairingBar *self,
                                 gboolean compact);
gboolean rm_pairing_bar_get_compact (RmPairingBar *self);

/** The button that shows the weights. */
GtkWidget *rm_pairing_bar_get_weights_button (RmPairingBar *self);

G_END_DECLS
