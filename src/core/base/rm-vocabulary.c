/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-vocabulary-private.h"

#include "core/base/rm-fold.h"

#include <string.h>

/* Thousands of people name the same few departments and interests. A known spelling is recognised
 * in place, without a copy; only a new one is folded. Folding is idempotent, so spellings and
 * folded terms share one table (open addressing, at most half full). */

typedef struct
{
  const char *text;  /* NULL if the slot is free */
  gsize length;
  guint32 hash;
  guint32 number;
} Slot;

struct _RmVocabulary
{
  Slot *slots;
  guint n_slots;     /* a power of two */
  guint n_used;
  guint32 n_terms;
  GStringChunk *folded;
};

#define FIRST_SLOTS 64

RmVocabulary *
rm_vocabulary_new (void)
{
  RmVocabulary *self = g_new0 (RmVocabulary, 1);

  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (Slot, self->n_slots);
  self->folded = g_string_chunk_new (256);

  return self;
}

void
rm_vocabulary_free (RmVocabulary *self)
{
  g_string_chunk_free (self->folded);
  g_free (self->slots);
  g_free (self);
}

/* Eight bytes at a time; the top bits, which the product mixes best, are shifted down at the
 * end. */
static guint32
hash_text (const char *text,
           gsize length)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 hash = length * factor;
  guint64 eight = 0;

  for (; length >= 8; text += 8, length -= 8)
    {
      memcpy (&eight, text, 8);
      hash = (hash ^ eight) * factor;
      hash ^= hash >> 32;
    }
  for (eight = 0; length > 0; length--)
    eight = eight << 8 | (guchar) text[length - 1];
  hash = (hash ^ eight) * factor;

  return (guint32) (hash >> 32);
}

static Slot *
find_slot (const RmVocabulary *self,
           const char *text,
           gsize length,
           guint32 hash)
{
  guint at = hash & (self->n_slots - 1);

  for (; self->slots[at].text != NULL; at = (at + 1) & (self->n_slots - 1))
    if (self->slots[at].hash == hash
        && self->slots[at].length == length
        && memcmp (self->slots[at].text, text, length) == 0)
      break;

  return &self->slots[at];
}

static void
grow (RmVocabulary *self)
{
  g_autofree Slot *before = self->slots;
  guint n_before = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint k = 0; k < n_before; k++)
    if (before[k].text != NULL)
      *find_slot (self, before[k].text, before[k].length, before[k].hash) = before[k];
}

static void
insert (RmVocabulary *self,
        const char *text,
        gsize length,
        guint32 number)
{
  guint32 hash = hash_text (text, length);

  if (2 * (self->n_used + 1) > self->n_slots)
    grow (self);
  *find_slot (self, text, length, hash) = (Slot) { text, length, hash, number };
  self->n_used++;
}

/* @folded is a term: 0 if it is empty. */
static guint32
number_folded (RmVocabulary *self,
               const char *folded)
{
  gsize length = strlen (folded);
  const Slot *slot = NULL;

  if (length == 0)
    return 0;

  slot = find_slot (self, folded, length, hash_text (folded, length));
  if (slot->text != NULL)
    return slot->number;

  insert (self, g_string_chunk_insert_len (self->folded, folded, (gssize) length), length,
          ++self->n_terms);
  return self->n_terms;
}

guint32
rm_vocabulary_number (RmVocabulary *self,
                      const char *text,
                      gsize length)
{
  const Slot *slot = find_slot (self, text, length, hash_text (text, length));
  g_autofree char *copy = NULL;
  g_autofree char *folded = NULL;
  guint32 number = 0;

  if (slot->text != NULL)
    return slot->number;

  copy = g_strndup (text, length);
  folded = rm_fold (copy);
  number = number_folded (self, folded);
  if (strlen (folded) != length || memcmp (folded, text, length) != 0)
    insert (self, text, length, number);

  return number;
}
