/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmPairingBar:
 *
 * Below the board: the figures of the pairing, the people without a pair, the proof, the effect of
 * a move, and questions about the pairing. While shown it tests pairs for robustness after a moment
 * without changes; many pairs only on request.
 */
#define RM_TYPE_PAIRING_BAR (rm_pairing_bar_get_type ())
G_DECLARE_FINAL_TYPE (RmPairingBar, rm_pairing_bar, RM, PAIRING_BAR, GtkWidget)

void rm_pairing_bar_set_board (RmPairingBar *self,
                               RmBoard *board);

/**
 * rm_pairing_bar_set_compact:
 * @self: the bar
 * @compact: whether there is little room, and none in the header for the weights button
 */
void rm_pairing_bar_set_compact (RmPairingBar *self,
                                 gboolean compact);
gboolean rm_pairing_bar_get_compact (RmPairingBar *self);

/** The button that shows the weights. */
GtkWidget *rm_pairing_bar_get_weights_button (RmPairingBar *self);

G_END_DECLS
