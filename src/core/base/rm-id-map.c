/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-id-map-private.h"

/* Each rating of each person asks for the number of its skill; a GHashTable, with three arrays and
 * two functions to call, takes several times as long. Open addressing, linear probes, at most half
 * full. */

typedef struct
{
  gint64 id;
  guint32 number;  /* 0 if the slot is free */
} Slot;

struct _RmIdMap
{
  Slot *slots;
  guint shift;     /* how many of the 64 bits of a hash are dropped */
  guint n;
};

static guint64
count_slots (const RmIdMap *self)
{
  return G_GUINT64_CONSTANT (1) << (64 - self->shift);
}

/* Multiplying by 2⁶⁴ ÷ φ makes the highest bits differ even for consecutive ids. */
static Slot *
find_slot (const RmIdMap *self,
           gint64 id)
{
  guint64 at = ((guint64) id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> self->shift;
  guint64 mask = count_slots (self) - 1;

  while (self->slots[at].number != 0 && self->slots[at].id != id)
    at = (at + 1) & mask;

  return &self->slots[at];
}

RmIdMap *
rm_id_map_new (guint n)
{
  RmIdMap *self = g_new0 (RmIdMap, 1);

  self->shift = 60;
  while (count_slots (self) < 2 * (guint64) n)
    self->shift--;
  self->slots = g_new0 (Slot, count_slots (self));

  return self;
}

void
rm_id_map_free (RmIdMap *self)
{
  g_free (self->slots);
  g_free (self);
}

guint
rm_id_map_count (const RmIdMap *self)
{
  return self->n;
}

static void
grow (RmIdMap *self)
{
  g_autofree Slot *before = self->slots;
  guint64 n_before = count_slots (self);

  self->shift--;
  self->slots = g_new0 (Slot, count_slots (self));
  for (guint64 k = 0; k < n_before; k++)
    if (before[k].number != 0)
      *find_slot (self, before[k].id) = before[k];
}

guint32
rm_id_map_add (RmIdMap *self,
               gint64 id)
{
  Slot *slot = find_slot (self, id);

  if (slot->number != 0)
    return slot->number;

  if (2 * ((guint64) self->n + 1) > count_slots (self))
    {
      grow (self);
      slot = find_slot (self, id);
    }
  *slot = (Slot) { id, ++self->n };

  return slot->number;
}

guint32
rm_id_map_find (const RmIdMap *self,
                gint64 id)
{
  return find_slot (self, id)->number;
}
