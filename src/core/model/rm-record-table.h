/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/**
 * RmRecordTable:
 *
 * All records of one entity at one moment, in the order of their ids: immutable, and shared between
 * programmes and threads by reference. One that is made by changing another shares with it all
 * leaves, of 256 to 512 records, in which nothing changed: changing one record copies its leaf and
 * the list of leaves, and dropping the value before gives back no more than that.
 *
 * For each field that refers to a record there is an index by owner, made when somebody first asks
 * for it and then handed on, just as cheaply, from one value of the table to the next.
 */
typedef struct _RmRecordTable RmRecordTable;

/**
 * RmOwned:
 * @n: how many records
 *
 * The records that refer to one owner. Holds nothing: it is valid as long as the table, or the
 * programme, that it came from.
 */
typedef struct
{
  guint n;
  /*< private >*/
  guint first;
  gconstpointer order;
} RmOwned;

/**
 * rm_owned_get:
 * @self: the records of an owner
 * @index: less than @n
 *
 * O(1).
 *
 * Returns: (transfer none): the record at @index, in the order of ids
 */
gpointer rm_owned_get (const RmOwned *self,
                       guint index);

/**
 * rm_record_table_new:
 * @entity: what its records are
 *
 * Returns: (transfer full): a table without records
 */
RmRecordTable *rm_record_table_new (const RmEntity *entity);

/**
 * rm_record_table_new_changed:
 * @self: what it was before
 * @changed: (nullable) (element-type RmRecord): records that are new or changed; of several with
 *   one id the last counts
 * @removed: (nullable) (element-type gint64): ids that are gone; what is in @changed as well stays
 *
 * O(n / 256 + 512 c), and where many change O(n + c log c), in one pass. The indexes of @self are
 * handed on where no more than one record in sixteen changes; otherwise they are made anew when
 * somebody asks.
 *
 * Returns: (transfer full): the table after the change; @self where there is none
 */
RmRecordTable *rm_record_table_new_changed (RmRecordTable *self,
                                            GPtrArray *changed,
                                            GArray *removed);

RmRecordTable *rm_record_table_ref (RmRecordTable *self);
void rm_record_table_unref (RmRecordTable *self);

/**
 * rm_record_table_count:
 * @self: a table
 *
 * Returns: how many records
 */
guint rm_record_table_count (const RmRecordTable *self);

/**
 * rm_record_table_get:
 * @self: a table
 * @index: less than rm_record_table_count()
 *
 * O(1).
 *
 * Returns: (transfer none): the record at @index, in the order of ids
 */
gpointer rm_record_table_get (const RmRecordTable *self,
                              guint index);

/**
 * rm_record_table_find:
 * @self: a table
 * @id: an id
 *
 * O(log n).
 *
 * Returns: (nullable) (transfer none): the record
 */
gpointer rm_record_table_find (const RmRecordTable *self,
                               gint64 id);

/**
 * rm_record_table_find_owned:
 * @self: a table
 * @field: one of its fields that are references
 * @owner: an id; 0 for the records that refer to nobody
 *
 * O(log n) where the index is there. The first to ask makes it, O(n), and others wait for that; see
 * rm_record_table_make_indexes().
 *
 * Returns: the records whose @field is @owner
 */
RmOwned rm_record_table_find_owned (RmRecordTable *self,
                                    const RmField *field,
                                    gint64 owner);

/**
 * rm_record_table_make_indexes:
 * @self: a table
 *
 * Makes the indexes of all its references, where they are not there yet. For a worker that has made
 * a large table, so that nobody has to wait later.
 */
void rm_record_table_make_indexes (RmRecordTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmRecordTable, rm_record_table_unref)

G_END_DECLS
