/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/rm-ui-types.h"

G_BEGIN_DECLS

/** RmIdItem: a row that stands for a record by its id alone; the row looks the rest up. */
#define RM_TYPE_ID_ITEM (rm_id_item_get_type ())
G_DECLARE_FINAL_TYPE (RmIdItem, rm_id_item, RM, ID_ITEM, GObject)

gint64 rm_id_item_get_id (RmIdItem *self);

/**
 * RmIdList:
 *
 * Ids in an order, for lists whose rows refresh themselves: the list changes only where the ids do.
 */
#define RM_TYPE_ID_LIST (rm_id_list_get_type ())
G_DECLARE_FINAL_TYPE (RmIdList, rm_id_list, RM, ID_LIST, GObject)

RmIdList *rm_id_list_new (void);

/**
 * rm_id_list_set:
 * @self: a list
 * @ids: (transfer full) (element-type gint64): the ids in order
 */
void rm_id_list_set (RmIdList *self,
                     GArray *ids);

/**
 * rm_id_list_find:
 * @self: a list
 * @id: an id
 *
 * Returns: its position, or %GTK_INVALID_LIST_POSITION
 */
guint rm_id_list_find (RmIdList *self,
                       gint64 id);

G_END_DECLS
