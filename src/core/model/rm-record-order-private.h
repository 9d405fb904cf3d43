/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/* Records in an order: by the owner they refer to and then by id, or by id alone. Immutable; shares
 * most of its memory with the orders made from it. */
typedef struct _RmRecordOrder RmRecordOrder;

/* The sort key of a record. @owner is 0 in an order by id alone. */
typedef struct
{
  gint64 owner;
  gint64 id;
} RmRecordKey;

/* Every leaf holds at least this many records, unless it is the only one; so a block of this many
 * records spans at most two. */
#define RM_RECORD_LEAF_MIN 256

typedef struct
{
  gatomicrefcount refs;
  guint n;
  gpointer records[];
} RmRecordLeaf;

typedef struct
{
  const RmRecordLeaf *leaf;  /* of the first record of the block */
  const RmRecordLeaf *next;  /* the leaf after it */
  guint start;               /* index of the first record of @leaf */
  guint end;                 /* and of @next */
} RmRecordBlock;

typedef struct _RmRecordPlace RmRecordPlace;

struct _RmRecordOrder
{
  const RmField *field;
  guint n;
  guint n_leaves;
  RmRecordPlace *places;  /* one per leaf, and one after them */
  RmRecordBlock *blocks;
};

int rm_record_key_compare (gconstpointer a,
                           gconstpointer b);

/* An empty order. @field: (nullable): a reference, to order by it. An order by id alone holds
 * references to its records; one by a field borrows them, and must not outlive one by id that has
 * them all. */
RmRecordOrder *rm_record_order_new (const RmField *field);

void rm_record_order_free (RmRecordOrder *self);

RmRecordKey rm_record_order_get_key (const RmRecordOrder *self,
                                     gconstpointer record);

/* Returns the order without @removed (of RmRecordKey) and with @added (of records); one of @added
 * takes the place of one with the same key, removed or not. Both are sorted, no key comes twice in
 * @added, and keys of @removed need not be there. Leaves in which nothing changes are shared:
 * O(n / 256 + 512 c), and never more than O(n + c). */
RmRecordOrder *rm_record_order_new_changed (const RmRecordOrder *self,
                                            GPtrArray *added,
                                            GArray *removed);

static inline guint
rm_record_order_count (const RmRecordOrder *self)
{
  return self->n;
}

/* O(1). */
static inline gpointer
rm_record_order_get (const RmRecordOrder *self,
                     guint index)
{
  const RmRecordBlock *block = &self->blocks[index / RM_RECORD_LEAF_MIN];

  return index < block->end ? block->leaf->records[index - block->start]
                            : block->next->records[index - block->end];
}

/* Returns how many records come before @key. O(log n). */
guint rm_record_order_seek (const RmRecordOrder *self,
                            RmRecordKey key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmRecordOrder, rm_record_order_free)

G_END_DECLS
