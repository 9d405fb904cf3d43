/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rm-programme.h"
#include "ui/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmPersonItem:
 *
 * A row that widgets bind to: one person as it was when the row was asked for.
 */
#define RM_TYPE_PERSON_ITEM (rm_person_item_get_type ())
G_DECLARE_FINAL_TYPE (RmPersonItem, rm_person_item, RM, PERSON_ITEM, GObject)

const RmPerson *rm_person_item_get_person (RmPersonItem *self);
RmProgramme *rm_person_item_get_programme (RmPersonItem *self);

/**
 * RmPersonList:
 *
 * People in an order that somebody else worked out. Items are made when a view asks for them, so
 * 100,000 people cost an array of numbers.
 */
#define RM_TYPE_PERSON_LIST (rm_person_list_get_type ())
G_DECLARE_FINAL_TYPE (RmPersonList, rm_person_list, RM, PERSON_LIST, GObject)

/**
 * rm_person_list_new:
 *
 * Returns: (transfer full): an empty list
 */
RmPersonList *rm_person_list_new (void);

/**
 * rm_person_list_set:
 * @self: a list
 * @programme: (nullable): where the people are
 * @order: (transfer full) (nullable) (element-type guint): which, in which order
 *
 * Tells views only about the stretch that differs.
 */
void rm_person_list_set (RmPersonList *self,
                         RmProgramme *programme,
                         GArray *order);

/**
 * rm_person_list_find:
 * @self: a list
 * @id: a person
 *
 * Returns: the position, or %GTK_INVALID_LIST_POSITION
 */
guint rm_person_list_find (RmPersonList *self,
                           gint64 id);

/**
 * rm_person_list_dup_ids:
 * @self: a list
 *
 * Returns: (transfer full) (element-type gint64): everybody in it, in order
 */
GArray *rm_person_list_dup_ids (RmPersonList *self);

G_END_DECLS
