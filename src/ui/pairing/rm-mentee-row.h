/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmMenteeRow:
 *
 * A mentee with a slot for each mentor wanted. Follows the board by itself.
 */
#define RM_TYPE_MENTEE_ROW (rm_mentee_row_get_type ())
G_DECLARE_FINAL_TYPE (RmMenteeRow, rm_mentee_row, RM, MENTEE_ROW, GtkWidget)

GtkWidget *rm_mentee_row_new (RmBoard *board);

/**
 * rm_mentee_row_show:
 * @self: a row
 * @mentee: id of a mentee, or 0 for nobody
 */
void rm_mentee_row_show (RmMenteeRow *self,
                         gint64 mentee);

/**
 * rm_mentee_row_key:
 * @self: a row whose list item, or one of whose slots, has the focus
 * @key: a key
 * @state: modifiers
 *
 * Handles keys for a row: Right and Left go from slot to slot, and the keys of a slot work on the
 * first one while the row itself has the focus.
 *
 * Returns: whether the key was handled
 */
gboolean rm_mentee_row_key (RmMenteeRow *self,
                            guint key,
                            GdkModifierType state);

G_END_DECLS
