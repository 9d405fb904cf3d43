/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmGradualList:
 *
 * A list that lies before another and follows it a few rows at a time. A view keeps two hundred rows
 * with all their widgets, and makes or destroys them within one turn of the main loop when all that it
 * shows changes: several frames are lost. Here the rows that can be seen follow at once, and the
 * others when there is nothing else to do.
 *
 * Positions are those of the list behind. Until it has caught up, rows past the end of what is known
 * are blank.
 */
#define RM_TYPE_GRADUAL_LIST (rm_gradual_list_get_type ())
G_DECLARE_FINAL_TYPE (RmGradualList, rm_gradual_list, RM, GRADUAL_LIST, GObject)

/**
 * rm_gradual_list_new:
 * @source: (transfer none): the list behind; items of its type can be made without any property,
 *   and stand for rows that are not known yet
 *
 * Returns: (transfer full): a list
 */
RmGradualList *rm_gradual_list_new (GListModel *source);

/**
 * rm_gradual_list_reach:
 * @self: a list
 * @position: a row that somebody wants to select or to scroll to
 *
 * Catches up at once where that row is not there yet.
 */
void rm_gradual_list_reach (RmGradualList *self,
                            guint position);

G_END_DECLS
