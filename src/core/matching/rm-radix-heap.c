/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-radix-heap-private.h"

void
rm_heap_bucket_grow (RmHeapBucket *self)
{
  self->size = MAX (16, 2 * self->size);
  self->items = g_renew (RmHeapItem, self->items, self->size);
}

void
rm_radix_heap_clear (RmRadixHeap *self)
{
  self->buckets[0].n = 0;
  for (; self->waiting != 0; self->waiting &= self->waiting - 1)
    self->buckets[__builtin_ctzll (self->waiting) + 1].n = 0;
  self->last = 0;
}

void
rm_radix_heap_free_buckets (RmRadixHeap *self)
{
  for (guint b = 0; b < G_N_ELEMENTS (self->buckets); b++)
    g_free (self->buckets[b].items);
}

/* The least item of the lowest bucket becomes the last one popped: all others of that bucket then
 * differ from it in a lower bit, and move down. */
static void
redistribute (RmRadixHeap *self)
{
  guint at = (guint) __builtin_ctzll (self->waiting) + 1;
  RmHeapBucket *bucket = &self->buckets[at];
  guint n = bucket->n;

  self->last = bucket->items[0].key;
  for (guint k = 1; k < n; k++)
    self->last = MIN (self->last, bucket->items[k].key);
  self->waiting &= self->waiting - 1;
  bucket->n = 0;
  for (guint k = 0; k < n; k++)
    rm_radix_heap_push (self, bucket->items[k].key, bucket->items[k].node);
}

gboolean
rm_radix_heap_pop (RmRadixHeap *self,
                   RmHeapItem *item)
{
  RmHeapBucket *first = &self->buckets[0];

  if (first->n == 0)
    {
      if (self->waiting == 0)
        return FALSE;
      redistribute (self);
    }
  *item = first->items[--first->n];

  return TRUE;
}
