/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-live-result.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmSlotChange:
 *
 * In a place on the board: the mentor who would be there with the weights being tried.
 */
#define RM_TYPE_SLOT_CHANGE (rm_slot_change_get_type ())
G_DECLARE_FINAL_TYPE (RmSlotChange, rm_slot_change, RM, SLOT_CHANGE, GtkWidget)

/**
 * rm_slot_change_show:
 * @self: a change
 * @programme: the people
 * @new_pair: the pair that would be there; without a mentor the place becomes empty
 */
void rm_slot_change_show (RmSlotChange *self,
                          RmProgramme *programme,
                          const RmNewPair *new_pair);

/** For a screen reader: (transfer full). */
char *rm_slot_change_dup_text (RmSlotChange *self);

G_END_DECLS
