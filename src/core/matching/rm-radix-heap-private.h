/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 key;
  guint32 node;
} RmHeapItem;

typedef struct
{
  RmHeapItem *items;
  guint n;
  guint size;
} RmHeapBucket;

/* A priority queue for keys that never fall below the last one popped (Ahuja, Mehlhorn, Orlin &
 * Tarjan 1990): an item waits in the bucket of the highest bit in which it differs from that one. A
 * node with a shorter way is pushed again; the caller must recognise its old entry. */
typedef struct
{
  RmHeapBucket buckets[65];
  guint64 waiting;  /* a bit for each of buckets 1 to 64 that is not empty */
  gint64 last;
} RmRadixHeap;

void rm_radix_heap_clear (RmRadixHeap *self);
void rm_radix_heap_free_buckets (RmRadixHeap *self);

/* Returns FALSE if it is empty. */
gboolean rm_radix_heap_pop (RmRadixHeap *self,
                            RmHeapItem *item);

void rm_heap_bucket_grow (RmHeapBucket *self);

static inline void
rm_radix_heap_push (RmRadixHeap *self,
                    gint64 key,
                    guint32 node)
{
  guint at = key == self->last ? 0 : 64 - (guint) __builtin_clzll ((guint64) (key ^ self->last));
  RmHeapBucket *bucket = &self->buckets[at];

  if (bucket->n == bucket->size)
    rm_heap_bucket_grow (bucket);
  bucket->items[bucket->n++] = (RmHeapItem) { key, node };
  if (at > 0)
    self->waiting |= G_GUINT64_CONSTANT (1) << (at - 1);
}

G_END_DECLS
