/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-page.h"

G_BEGIN_DECLS

/**
 * RmPairingPage:
 *
 * The board: mentees with their mentors, mentors with free places, and the cost of moving anybody;
 * next to it, weights to try.
 *
 * Property "weights-shown": whether the weights are next to the board. Their button is in the
 * header bar, or on a compact page, where the bar has no room, in the #RmPairingBar.
 */
#define RM_TYPE_PAIRING_PAGE (rm_pairing_page_get_type ())
G_DECLARE_FINAL_TYPE (RmPairingPage, rm_pairing_page, RM, PAIRING_PAGE, GtkWidget)

/**
 * rm_pairing_page_propose:
 * @self: the page
 *
 * Finds the best pairing as a job; first asks for confirmation if people were never asked whether
 * they are willing.
 */
void rm_pairing_page_propose (RmPairingPage *self);

/**
 * rm_pairing_page_set_weights_shown:
 * @self: the page
 * @shown: whether to show the weights next to the board
 */
void rm_pairing_page_set_weights_shown (RmPairingPage *self,
                                        gboolean shown);
gboolean rm_pairing_page_get_weights_shown (RmPairingPage *self);

G_END_DECLS
