/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmGradualList:
 *
 * A list in front of another that follows it a few rows at a time. A view keeps two hundred rows
 * with all their widgets, and makes or destroys them within one main loop iteration when everything
 * it shows changes, losing several frames. Here visible rows follow at once, and the others when
 * idle.
 *
 * Positions are those of the list behind. Until it has caught up, rows past the known end are
 * blank.
 */
#define RM_TYPE_GRADUAL_LIST (rm_gradual_list_get_type ())
G_DECLARE_FINAL_TYPE (RmGradualList, rm_gradual_list, RM, GRADUAL_LIST, GObject)

/**
 * rm_gradual_list_new:
 * @source: (transfer none): the list behind; items of its type can be made without any property, as
 *   placeholders for rows not known yet
 *
 * Returns: (transfer full): a list
 */
RmGradualList *rm_gradual_list_new (GListModel *source);

/**
 * rm_gradual_list_reach:
 * @self: a list
 * @position: a row to select or to scroll to
 *
 * Catches up at once if that row does not exist yet.
 */
void rm_gradual_list_reach (RmGradualList *self,
                            guint position);

G_END_DECLS
