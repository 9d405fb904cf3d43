/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmPersonItem:
 *
 * A row that widgets bind to: whoever stands in one place of a list, or nobody.
 *
 * Signals:
 * - "changed": somebody else stands there, or the same person as another record
 */
#define RM_TYPE_PERSON_ITEM (rm_person_item_get_type ())
G_DECLARE_FINAL_TYPE (RmPersonItem, rm_person_item, RM, PERSON_ITEM, GObject)

/** Returns: (nullable): who stands there */
const RmPerson *rm_person_item_get_person (RmPersonItem *self);
RmProgramme *rm_person_item_get_programme (RmPersonItem *self);

/**
 * RmPersonList:
 *
 * People in an order that somebody else worked out. Items are made when a view asks for them, so
 * 100,000 people cost an array of numbers.
 *
 * Items stand for places: when others come to stand there, the items say so, and the list says only
 * that rows come or go at its end. For a view that is little work; to hear of rows that change places
 * costs it more than a frame has, however few they are. What does not fit into a frame follows in the
 * next ones, from the first row on; meanwhile rows behind the last person stand for nobody, and
 * positions above those that are there yet are not known.
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
 * Whatever is selected by its place stays selected: that is the caller's to see to.
 */
void rm_person_list_set (RmPersonList *self,
                         RmProgramme *programme,
                         GArray *order);

/** All rows are what they are to be, now: for somebody who wants to select or to scroll to one. */
void rm_person_list_catch_up (RmPersonList *self);

/** How many people are in it; rows can be more or fewer for some frames. */
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
