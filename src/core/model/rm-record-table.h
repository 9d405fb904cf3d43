/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/**
 * RmRecordTable:
 *
 * All records of one entity at one moment, in the order of their ids: immutable, and shared between
 * programmes and threads by reference. A table made by changing another shares all unchanged
 * leaves, of 256 to 512 records, with it: changing one record copies its leaf and the list of
 * leaves, and dropping the old table frees no more than that.
 *
 * Each reference field has an index by owner, made on first use and then passed on, just as
 * cheaply, from one version of the table to the next.
 */
typedef struct _RmRecordTable RmRecordTable;

/**
 * RmOwned:
 * @n: how many records
 *
 * The records that refer to one owner. Holds no references: valid as long as the table or programme
 * it came from.
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
 * @entity: the entity of its records
 *
 * Returns: (transfer full): a table without records
 */
RmRecordTable *rm_record_table_new (const RmEntity *entity);

/**
 * rm_record_table_new_changed:
 * @self: the table before
 * @changed: (nullable) (element-type RmRecord): records that are new or changed; of several with
 *   one id the last counts
 * @removed: (nullable) (element-type gint64): ids that are gone; those also in @changed stay
 *
 * O(n / 256 + 512 c), or O(n + c log c) if many change, in one pass. The indexes of @self are
 * passed on if at most one record in sixteen changes; otherwise they are made anew on demand.
 *
 * Returns: (transfer full): the table after the change; @self if there is none
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
 * @owner: an id; 0 for records with a blank reference
 *
 * O(log n) once the index exists. The first caller makes it, O(n), while others wait; see
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
 * Makes the missing indexes of all its references. For a worker that has made a large table, so
 * that nobody has to wait later.
 */
void rm_record_table_make_indexes (RmRecordTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmRecordTable, rm_record_table_unref)

G_END_DECLS
