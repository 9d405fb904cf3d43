/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-record-table.h"

#include "core/model/rm-record-order-private.h"

/* The records by id, and once more by each reference: an index is the same kind of order, so that a
 * change makes the next one as cheaply as the table itself. */

/* If more than one record in this many changes, indexes are made anew, on demand. */
#define FEW_PART 16

#define SIGN_BIT (G_GUINT64_CONSTANT (1) << 63)

struct _RmRecordTable
{
  gatomicrefcount refs;
  const RmEntity *entity;
  RmRecordOrder *by_id;
  GMutex lock;               /* held while an index is made */
  RmRecordOrder *by_owner[]; /* one per field; NULL if not a reference or not asked for */
};

typedef struct
{
  RmRecordKey key;
  gpointer record;
} Entry;

static RmRecordTable *
table_new (const RmEntity *entity,
           RmRecordOrder *by_id)
{
  RmRecordTable *self
    = g_malloc0 (sizeof (RmRecordTable) + entity->n_fields * sizeof (RmRecordOrder *));

  g_atomic_ref_count_init (&self->refs);
  self->entity = entity;
  self->by_id = by_id;
  g_mutex_init (&self->lock);

  return self;
}

static guint
get_byte (const Entry *entry,
          gboolean owner,
          guint shift)
{
  guint64 part = (guint64) (owner ? entry->key.owner : entry->key.id) ^ SIGN_BIT;

  return (part >> shift) & 0xff;
}

/* A stable radix sort by one part of the keys. Ids are random: for hundreds of thousands this takes
 * half as long as comparing them. */
static void
sort_by_part (GArray *entries,
              gboolean owner)
{
  guint n = entries->len;
  g_autofree Entry *spare = g_new (Entry, n);
  Entry *from = (Entry *) (gpointer) entries->data;
  Entry *to = spare;

  for (guint shift = 0; shift < 64; shift += 8)
    {
      guint ends[256] = { 0 };
      Entry *sorted = to;

      for (guint i = 0; i < n; i++)
        ends[get_byte (&from[i], owner, shift)]++;
      if (ends[get_byte (&from[0], owner, shift)] == n)
        continue;
      for (guint byte = 1; byte < G_N_ELEMENTS (ends); byte++)
        ends[byte] += ends[byte - 1];
      for (guint i = n; i-- > 0;)
        to[--ends[get_byte (&from[i], owner, shift)]] = from[i];
      to = from;
      from = sorted;
    }
  if (from == spare)
    memcpy (entries->data, spare, n * sizeof (Entry));
}

/* Sorted by the keys of @order, each key once: of several the last. */
static GPtrArray *
sort_records (const RmRecordOrder *order,
              GPtrArray *records)
{
  guint n = records != NULL ? records->len : 0;
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n);
  GPtrArray *sorted = g_ptr_array_sized_new (n);
  gboolean sorted_by_id = TRUE;
  gboolean is_sorted = TRUE;

  for (guint i = 0; i < n; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      Entry entry = { rm_record_order_get_key (order, record), record };
      const Entry *last = i > 0 ? &g_array_index (entries, Entry, i - 1) : &entry;

      sorted_by_id = sorted_by_id && last->key.id <= entry.key.id;
      is_sorted = is_sorted && rm_record_key_compare (last, &entry) <= 0;
      g_array_append_val (entries, entry);
    }
  if (!is_sorted && !sorted_by_id)
    sort_by_part (entries, FALSE);
  if (!is_sorted)
    sort_by_part (entries, TRUE);

  for (guint i = 0; i < n; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (i + 1 == n || rm_record_key_compare (&entry[0].key, &entry[1].key) != 0)
        g_ptr_array_add (sorted, entry->record);
    }

  return sorted;
}

static GArray *
sort_keys (GArray *keys)
{
  g_array_sort (keys, rm_record_key_compare);
  return keys;
}

static GArray *
list_removed (GArray *ids)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (RmRecordKey));

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      RmRecordKey key = { 0, g_array_index (ids, gint64, i) };

      g_array_append_val (keys, key);
    }

  return sort_keys (keys);
}

/* The records of @self that are replaced or removed. */
static GPtrArray *
list_outdated (const RmRecordTable *self,
               GPtrArray *added,
               GArray *removed)
{
  GPtrArray *outdated = g_ptr_array_new ();

  for (guint i = 0; i < added->len + removed->len; i++)
    {
      gint64 id = i < added->len ? ((RmRecord *) g_ptr_array_index (added, i))->id
                                 : g_array_index (removed, RmRecordKey, i - added->len).id;
      gpointer record = rm_record_table_find (self, id);

      if (record != NULL)
        g_ptr_array_add (outdated, record);
    }

  return outdated;
}

static RmRecordOrder *
change_index (const RmRecordOrder *index,
              GPtrArray *added,
              GPtrArray *outdated)
{
  g_autoptr (GPtrArray) sorted = sort_records (index, added);
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (RmRecordKey), outdated->len);

  for (guint i = 0; i < outdated->len; i++)
    {
      RmRecordKey key = rm_record_order_get_key (index, g_ptr_array_index (outdated, i));

      g_array_append_val (keys, key);
    }

  return rm_record_order_new_changed (index, sorted, sort_keys (keys));
}

static void
hand_on_indexes (RmRecordTable *self,
                 RmRecordTable *before,
                 GPtrArray *added,
                 GArray *removed)
{
  g_autoptr (GPtrArray) outdated = NULL;

  if ((guint64) FEW_PART * (added->len + removed->len) > rm_record_table_count (before))
    return;

  for (guint f = 0; f < self->entity->n_fields; f++)
    {
      const RmRecordOrder *index = g_atomic_pointer_get (&before->by_owner[f]);

      if (index == NULL)
        continue;
      if (outdated == NULL)
        outdated = list_outdated (before, added, removed);
      self->by_owner[f] = change_index (index, added, outdated);
    }
}

RmRecordTable *
rm_record_table_new (const RmEntity *entity)
{
  return table_new (entity, rm_record_order_new (NULL));
}

RmRecordTable *
rm_record_table_new_changed (RmRecordTable *self,
                             GPtrArray *changed,
                             GArray *removed)
{
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GArray) keys = NULL;
  RmRecordTable *after = NULL;

  if ((changed == NULL || changed->len == 0) && (removed == NULL || removed->len == 0))
    return rm_record_table_ref (self);

  added = sort_records (self->by_id, changed);
  keys = list_removed (removed);
  after = table_new (self->entity, rm_record_order_new_changed (self->by_id, added, keys));
  hand_on_indexes (after, self, added, keys);

  return after;
}

RmRecordTable *
rm_record_table_ref (RmRecordTable *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rm_record_table_unref (RmRecordTable *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint f = 0; f < self->entity->n_fields; f++)
    g_clear_pointer (&self->by_owner[f], rm_record_order_free);
  rm_record_order_free (self->by_id);
  g_mutex_clear (&self->lock);
  g_free (self);
}

guint
rm_record_table_count (const RmRecordTable *self)
{
  return rm_record_order_count (self->by_id);
}

gpointer
rm_record_table_get (const RmRecordTable *self,
                     guint index)
{
  g_return_val_if_fail (index < rm_record_order_count (self->by_id), NULL);

  return rm_record_order_get (self->by_id, index);
}

gpointer
rm_record_table_find (const RmRecordTable *self,
                      gint64 id)
{
  guint at = rm_record_order_seek (self->by_id, (RmRecordKey) { 0, id });
  RmRecord *record = NULL;

  if (at < rm_record_order_count (self->by_id))
    record = rm_record_order_get (self->by_id, at);

  return record != NULL && record->id == id ? record : NULL;
}

static RmRecordOrder *
make_index (const RmRecordTable *self,
            const RmField *field)
{
  g_autoptr (RmRecordOrder) nothing = rm_record_order_new (field);
  g_autoptr (GArray) no_keys = list_removed (NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_sized_new (rm_record_table_count (self));
  g_autoptr (GPtrArray) sorted = NULL;

  for (guint i = 0; i < rm_record_table_count (self); i++)
    g_ptr_array_add (all, rm_record_order_get (self->by_id, i));
  sorted = sort_records (nothing, all);

  return rm_record_order_new_changed (nothing, sorted, no_keys);
}

static const RmRecordOrder *
get_index (RmRecordTable *self,
           const RmField *field)
{
  RmRecordOrder **place = &self->by_owner[field - self->entity->fields];
  RmRecordOrder *index = g_atomic_pointer_get (place);

  if (index != NULL)
    return index;

  g_mutex_lock (&self->lock);
  index = g_atomic_pointer_get (place);
  if (index == NULL)
    {
      index = make_index (self, field);
      g_atomic_pointer_set (place, index);
    }
  g_mutex_unlock (&self->lock);

  return index;
}

RmOwned
rm_record_table_find_owned (RmRecordTable *self,
                            const RmField *field,
                            gint64 owner)
{
  const RmRecordOrder *index = NULL;
  RmOwned owned = { 0 };
  guint end = 0;

  g_return_val_if_fail (field != NULL && field->type == RM_FIELD_REFERENCE, owned);
  g_return_val_if_fail (field >= self->entity->fields
                        && field < self->entity->fields + self->entity->n_fields, owned);

  index = get_index (self, field);
  owned.order = index;
  owned.first = rm_record_order_seek (index, (RmRecordKey) { owner, G_MININT64 });
  end = owner < G_MAXINT64 ? rm_record_order_seek (index, (RmRecordKey) { owner + 1, G_MININT64 })
                           : rm_record_order_count (index);
  owned.n = end - owned.first;

  return owned;
}

gpointer
rm_owned_get (const RmOwned *self,
              guint index)
{
  g_return_val_if_fail (index < self->n, NULL);

  return rm_record_order_get (self->order, self->first + index);
}

void
rm_record_table_make_indexes (RmRecordTable *self)
{
  for (guint f = 0; f < self->entity->n_fields; f++)
    if (self->entity->fields[f].type == RM_FIELD_REFERENCE)
      get_index (self, &self->entity->fields[f]);
}
