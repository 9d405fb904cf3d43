/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmPairSlot:
 *
 * One place for a mentor in the row of a mentee: filled, it can be dragged, locked and emptied;
 * filled or empty, a mentor can be dropped on it. During a drag it shows the score and the effect
 * of dropping here, or why that is impossible; while other weights are tried, the mentor who would
 * be here instead.
 */
#define RM_TYPE_PAIR_SLOT (rm_pair_slot_get_type ())
G_DECLARE_FINAL_TYPE (RmPairSlot, rm_pair_slot, RM, PAIR_SLOT, GtkWidget)

/**
 * rm_pair_slot_new:
 * @board: the board
 *
 * Returns: (transfer floating): an empty slot of nobody
 */
GtkWidget *rm_pair_slot_new (RmBoard *board);

/**
 * rm_pair_slot_show:
 * @self: a slot
 * @mentee: id of the mentee
 * @slot: (nullable): the pair in it; %NULL for a free place
 */
void rm_pair_slot_show (RmPairSlot *self,
                        gint64 mentee,
                        const RmSlot *slot);

/** Id of the pair in it, or 0. */
gint64 rm_pair_slot_get_pair (RmPairSlot *self);

/**
 * rm_pair_slot_set_change:
 * @self: a slot
 * @ends: whether its pair would end
 * @new_pair: (nullable): the pair that would then be here
 *
 * Marks the changes that other weights would make.
 */
void rm_pair_slot_set_change (RmPairSlot *self,
                              gboolean ends,
                              const RmNewPair *new_pair);

G_END_DECLS
