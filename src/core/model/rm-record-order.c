/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-record-order-private.h"

/* Two levels: leaves of records, and the list of leaves. A change copies the affected leaves and
 * the list. */

enum
{
  LEAF_MIN = RM_RECORD_LEAF_MIN,
  LEAF_MAX = 2 * LEAF_MIN,
  FEW_LEAVES = 32,  /* freed within a part of a frame */
};

struct _RmRecordPlace
{
  RmRecordKey first;
  guint start;        /* records before it */
  RmRecordLeaf *leaf; /* NULL after the last one */
};

int
rm_record_key_compare (gconstpointer a,
                       gconstpointer b)
{
  const RmRecordKey *first = a;
  const RmRecordKey *second = b;

  if (first->owner != second->owner)
    return first->owner < second->owner ? -1 : 1;

  return (first->id > second->id) - (first->id < second->id);
}

static RmRecordKey
key_of (const RmField *field,
        gconstpointer record)
{
  gint64 owner = field != NULL ? rm_record_get_int64 (record, field) : 0;

  return (RmRecordKey) { owner, ((const RmRecord *) record)->id };
}

static gboolean
stands_at (const RmField *field,
           gconstpointer record,
           const RmRecordKey *key)
{
  RmRecordKey there = key_of (field, record);

  return rm_record_key_compare (&there, key) == 0;
}

static RmRecordLeaf *
leaf_new (gpointer *records,
          guint n,
          gboolean owned)
{
  RmRecordLeaf *leaf = g_malloc (sizeof (RmRecordLeaf) + n * sizeof (gpointer));

  g_atomic_ref_count_init (&leaf->refs);
  leaf->n = n;
  for (guint i = 0; i < n; i++)
    leaf->records[i] = owned ? rm_record_ref (records[i]) : records[i];

  return leaf;
}

static void
free_leaf (RmRecordLeaf *leaf,
           gboolean owned)
{
  for (guint i = 0; owned && i < leaf->n; i++)
    rm_record_unref (leaf->records[i]);
  g_free (leaf);
}

/* Builds an order from left to right, from existing leaves and records between them. */
typedef struct
{
  const RmField *field;
  GArray *places;
  gpointer loose[LEAF_MAX + LEAF_MIN]; /* borrowed: not in a leaf yet */
  guint n_loose;
} Builder;

/* Makes a leaf of the first @n loose records. */
static void
gather (Builder *self,
        guint n)
{
  RmRecordPlace place = { key_of (self->field, self->loose[0]), 0,
                          leaf_new (self->loose, n, self->field == NULL) };

  g_array_append_val (self->places, place);
  self->n_loose -= n;
  memmove (self->loose, self->loose + n, self->n_loose * sizeof (gpointer));
}

static void
gather_all (Builder *self)
{
  if (self->n_loose > LEAF_MAX)
    gather (self, self->n_loose / 2);
  if (self->n_loose > 0)
    gather (self, self->n_loose);
}

static void
add_record (Builder *self,
            gpointer record)
{
  self->loose[self->n_loose++] = record;
  if (self->n_loose == LEAF_MAX + LEAF_MIN)
    gather (self, LEAF_MAX);
}

static void
add_run (Builder *self,
         const RmRecordLeaf *leaf,
         guint from,
         guint end)
{
  for (guint i = from; i < end; i++)
    add_record (self, leaf->records[i]);
}

/* If there are too few loose records for a leaf, adds the following leaf. */
static void
share_leaf (Builder *self,
            const RmRecordPlace *place)
{
  if (self->n_loose >= LEAF_MIN)
    gather_all (self);
  if (self->n_loose == 0)
    {
      g_atomic_ref_count_inc (&place->leaf->refs);
      g_array_append_val (self->places, *place);
    }
  else
    add_run (self, place->leaf, 0, place->leaf->n);
}

/* Too few records at the end are merged with the leaf before them. */
static void
finish (Builder *self)
{
  if (self->n_loose > 0 && self->n_loose < LEAF_MIN && self->places->len > 0)
    {
      RmRecordLeaf *last = g_array_index (self->places, RmRecordPlace, self->places->len - 1).leaf;

      memmove (self->loose + last->n, self->loose, self->n_loose * sizeof (gpointer));
      memcpy (self->loose, last->records, last->n * sizeof (gpointer));
      self->n_loose += last->n;
      g_array_set_size (self->places, self->places->len - 1);
      if (g_atomic_ref_count_dec (&last->refs))
        free_leaf (last, self->field == NULL);
    }
  gather_all (self);
}

static RmRecordOrder *
take_places (Builder *self)
{
  RmRecordOrder *order = g_new0 (RmRecordOrder, 1);
  RmRecordPlace end = { { G_MAXINT64, G_MAXINT64 }, 0, NULL };

  order->field = self->field;
  order->n_leaves = self->places->len;
  g_array_append_val (self->places, end);
  order->places = (RmRecordPlace *) (gpointer) g_array_free (self->places, FALSE);
  for (guint k = 0; k < order->n_leaves; k++)
    {
      order->places[k].start = order->n;
      order->n += order->places[k].leaf->n;
    }
  order->places[order->n_leaves].start = order->n;

  order->blocks = g_new (RmRecordBlock, order->n / LEAF_MIN + 1);
  for (guint k = 0, b = 0; k < order->n_leaves; k++)
    for (const RmRecordPlace *at = &order->places[k]; b * LEAF_MIN < at[1].start; b++)
      order->blocks[b] = (RmRecordBlock) { at[0].leaf, at[1].leaf, at[0].start, at[1].start };

  return order;
}

/* The changes to an order, from left to right. */
typedef struct
{
  const RmField *field;
  GPtrArray *added;
  GArray *removed;
  guint next_added;
  guint next_removed;
} Changes;

/* Negative if the next added record comes before @key (NULL is the end), 0 if it has that key,
 * positive if it comes later or there is none. */
static int
compare_added (const Changes *self,
               const RmRecordKey *key)
{
  RmRecordKey next;

  if (self->next_added == self->added->len)
    return 1;
  if (key == NULL)
    return -1;

  next = key_of (self->field, g_ptr_array_index (self->added, self->next_added));
  return rm_record_key_compare (&next, key);
}

static int
compare_removed (const Changes *self,
                 const RmRecordKey *key)
{
  if (self->next_removed == self->removed->len)
    return 1;
  if (key == NULL)
    return -1;

  return rm_record_key_compare (&g_array_index (self->removed, RmRecordKey, self->next_removed),
                                key);
}

/* Finds the next added or removed key before @end. */
static gboolean
find_next (const Changes *self,
           const RmRecordKey *end,
           RmRecordKey *key)
{
  gboolean adds = compare_added (self, end) < 0;

  if (adds)
    *key = key_of (self->field, g_ptr_array_index (self->added, self->next_added));
  if (compare_removed (self, adds ? key : end) >= 0)
    return adds;

  *key = g_array_index (self->removed, RmRecordKey, self->next_removed);
  return TRUE;
}

/* The first record of @leaf, from @from on, that does not come before @key. */
static guint
find_in_leaf (const RmField *field,
              const RmRecordLeaf *leaf,
              guint from,
              const RmRecordKey *key)
{
  guint low = from;
  guint high = leaf->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      RmRecordKey there = key_of (field, leaf->records[middle]);

      if (rm_record_key_compare (&there, key) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Looks at few of the records, since they are scattered in memory. */
static void
merge_leaf (Changes *self,
            Builder *builder,
            const RmRecordLeaf *leaf,
            const RmRecordKey *end)
{
  RmRecordKey key;
  guint done = 0;

  while (find_next (self, end, &key))
    {
      guint next = find_in_leaf (self->field, leaf, done, &key);

      add_run (builder, leaf, done, next);
      done = next;
      if (next < leaf->n && stands_at (self->field, leaf->records[next], &key))
        done++;
      while (compare_removed (self, &key) == 0)
        self->next_removed++;
      if (compare_added (self, &key) == 0)
        add_record (builder, g_ptr_array_index (self->added, self->next_added++));
    }
  add_run (builder, leaf, done, leaf->n);
}

RmRecordOrder *
rm_record_order_new_changed (const RmRecordOrder *self,
                             GPtrArray *added,
                             GArray *removed)
{
  Changes changes = { self->field, added, removed, 0, 0 };
  Builder builder = { .field = self->field };

  builder.places = g_array_sized_new (FALSE, FALSE, sizeof (RmRecordPlace),
                                      self->n_leaves + added->len / LEAF_MAX + 2);
  for (guint k = 0; k < self->n_leaves; k++)
    {
      const RmRecordKey *end = k + 1 < self->n_leaves ? &self->places[k + 1].first : NULL;

      if (compare_added (&changes, end) < 0 || compare_removed (&changes, end) < 0)
        merge_leaf (&changes, &builder, self->places[k].leaf, end);
      else
        share_leaf (&builder, &self->places[k]);
    }
  for (; changes.next_added < added->len; changes.next_added++)
    add_record (&builder, g_ptr_array_index (added, changes.next_added));
  finish (&builder);

  return take_places (&builder);
}

RmRecordOrder *
rm_record_order_new (const RmField *field)
{
  Builder builder = { .field = field };

  builder.places = g_array_new (FALSE, FALSE, sizeof (RmRecordPlace));
  return take_places (&builder);
}

static gpointer
drop_records (gpointer data)
{
  g_autoptr (GPtrArray) leaves = data;

  for (guint k = 0; k < leaves->len; k++)
    free_leaf (g_ptr_array_index (leaves, k), TRUE);

  return NULL;
}

/* An edited value frees a leaf or two. One replaced as a whole frees every record, and the last
 * reference is often in the thread that draws, which must not wait for that. */
void
rm_record_order_free (RmRecordOrder *self)
{
  GPtrArray *unused = g_ptr_array_new ();
  GThread *thread = NULL;

  for (guint k = 0; k < self->n_leaves; k++)
    if (g_atomic_ref_count_dec (&self->places[k].leaf->refs))
      {
        if (self->field == NULL)
          g_ptr_array_add (unused, self->places[k].leaf);
        else
          free_leaf (self->places[k].leaf, FALSE);
      }
  if (unused->len > FEW_LEAVES)
    thread = g_thread_try_new ("drop-records", drop_records, unused, NULL);
  if (thread != NULL)
    g_thread_unref (thread);
  else
    drop_records (unused);

  g_free (self->places);
  g_free (self->blocks);
  g_free (self);
}

RmRecordKey
rm_record_order_get_key (const RmRecordOrder *self,
                         gconstpointer record)
{
  return key_of (self->field, record);
}

/* The last leaf that begins at or before @key. */
static const RmRecordPlace *
find_place (const RmRecordOrder *self,
            const RmRecordKey *key)
{
  guint low = 0;
  guint high = self->n_leaves;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (rm_record_key_compare (&self->places[middle].first, key) <= 0)
        low = middle;
      else
        high = middle;
    }

  return &self->places[low];
}

guint
rm_record_order_seek (const RmRecordOrder *self,
                      RmRecordKey key)
{
  const RmRecordPlace *place = find_place (self, &key);

  return place->start
         + (place->leaf != NULL ? find_in_leaf (self->field, place->leaf, 0, &key) : 0);
}
