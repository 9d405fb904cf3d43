/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/** RmIdItem: a row for a record, with its id only; the row looks up the rest. */
#define RM_TYPE_ID_ITEM (rm_id_item_get_type ())
G_DECLARE_FINAL_TYPE (RmIdItem, rm_id_item, RM, ID_ITEM, GObject)

gint64 rm_id_item_get_id (RmIdItem *self);

/**
 * RmIdList:
 *
 * Ids in an order, for lists whose rows refresh themselves: the list changes only where ids do.
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

/**
 * RmRowNew:
 * @data: the data of rm_id_list_attach()
 *
 * Returns: (transfer floating): an empty row
 */
typedef GtkWidget *(*RmRowNew) (gpointer data);

/**
 * RmRowShow:
 * @row: a row
 * @id: the id to show; 0 for none
 */
typedef void (*RmRowShow) (gpointer row, gint64 id);

/**
 * rm_id_list_attach:
 * @self: a list
 * @view: the view to show it
 * @row_new: (scope notified): makes a row
 * @row_show: (scope forever): shows an id in it
 * @data: passed to @row_new; outlives @view
 *
 * Gives @view a single selection over @self in which nothing has to be selected.
 */
void rm_id_list_attach (RmIdList *self,
                        GtkListView *view,
                        RmRowNew row_new,
                        RmRowShow row_show,
                        gpointer data);

G_END_DECLS
