/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of a person's many pairs only the worst violators matter: a short array, worst first. Pairs are
 * totally ordered, so the result does not depend on which thread looked first. */

typedef struct
{
  gint64 rank; /* see rm_found_rank() */
  guint32 other;
  gint32 score;
} RmFound;

static inline guint32
hash_pair (guint mentee,
           guint mentor)
{
  guint32 hash = mentee * 0x9e3779b1u ^ mentor * 0x85ebca77u;

  hash ^= hash >> 15;
  hash *= 0x2c1b3c6du;
  return hash ^ hash >> 13;
}

/* The excess of the score over the prices, or the score itself; then a hash, so that ties
 * spread. */
static inline gint64
rm_found_rank (gint32 excess,
               guint mentee,
               guint mentor)
{
  return (gint64) (((guint64) excess << 32) | hash_pair (mentee, mentor));
}

static inline gint32
rm_found_excess (const RmFound *found)
{
  return (gint32) (found->rank >> 32);
}

static inline gboolean
rm_found_is_worse (const RmFound *a,
                   const RmFound *b)
{
  return a->rank > b->rank || (a->rank == b->rank && a->other < b->other);
}

static inline gboolean
rm_shelf_has_room (const RmFound *shelf,
                   guint n,
                   guint length,
                   const RmFound *found)
{
  return n < length || (length > 0 && rm_found_is_worse (found, &shelf[length - 1]));
}

/* Returns FALSE if one had to be left out. */
static inline gboolean
rm_shelf_keep (RmFound *shelf,
               guint *n,
               guint length,
               const RmFound *found)
{
  gboolean full = *n == length;
  guint at = 0;

  if (!rm_shelf_has_room (shelf, *n, length, found))
    return FALSE;

  at = full ? length - 1 : (*n)++;
  for (; at > 0 && rm_found_is_worse (found, &shelf[at - 1]); at--)
    shelf[at] = shelf[at - 1];
  shelf[at] = *found;

  return !full;
}

G_END_DECLS
