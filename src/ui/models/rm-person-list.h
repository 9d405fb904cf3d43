/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmPersonItem:
 *
 * A row that widgets bind to: the person at one position of a list, or nobody.
 *
 * Signals:
 * - "changed": another person is there, or another record of the same person
 */
#define RM_TYPE_PERSON_ITEM (rm_person_item_get_type ())
G_DECLARE_FINAL_TYPE (RmPersonItem, rm_person_item, RM, PERSON_ITEM, GObject)

/** Returns: (nullable): the person there */
const RmPerson *rm_person_item_get_person (RmPersonItem *self);
RmProgramme *rm_person_item_get_programme (RmPersonItem *self);

/**
 * RmPersonList:
 *
 * People in an order computed elsewhere. Items are made when a view asks for them, so 100,000
 * people cost an array of numbers.
 *
 * Items are positions: when the person at one changes, the item says so, and the list only reports
 * rows added or removed at its end. For a view that is little work; a report of moved rows, however
 * few, costs it more than a frame. Work that does not fit into a frame continues in the next ones,
 * from the first row on; meanwhile rows after the last person are empty, and positions beyond the
 * existing ones are unknown.
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
 * @programme: (nullable): the programme of the people
 * @order: (transfer full) (nullable) (element-type guint): their indexes, in order
 *
 * Positions stay selected: the caller must adjust the selection.
 */
void rm_person_list_set (RmPersonList *self,
                         RmProgramme *programme,
                         GArray *order);

/** Updates all rows at once, before selecting or scrolling to one. */
void rm_person_list_catch_up (RmPersonList *self);

/** The number of people; there can be more or fewer rows for some frames. */
guint rm_person_list_count (RmPersonList *self);

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
