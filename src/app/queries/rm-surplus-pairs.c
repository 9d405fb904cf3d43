/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/queries/rm-surplus-pairs.h"

/* Each of two records of one person may have had an open pair, and a person's places are
 * limited. */

static RmOwned
find_pairs (RmProgramme *programme,
            gint64 person,
            gboolean as_mentee)
{
  return rm_programme_find_owned (programme, RM_TABLE_PAIR, as_mentee ? "mentee" : "mentor",
                                  person);
}

/* The partner in a pair that a person has as a mentee, or as a mentor; 0 for none. */
static gint64
partner_of (const RmPair *pair,
            gboolean as_mentee)
{
  if (!rm_pair_is_open (pair))
    return 0;

  return as_mentee ? pair->mentor : pair->mentee;
}

/* Existing partners; having one twice counts once. */
static GHashTable *
list_partners (RmProgramme *programme,
               gint64 person,
               gboolean as_mentee)
{
  GHashTable *partners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  RmOwned owned = find_pairs (programme, person, as_mentee);

  for (guint k = 0; k < owned.n; k++)
    {
      gint64 partner = partner_of (rm_owned_get (&owned, k), as_mentee);

      if (partner != 0)
        g_hash_table_add (partners, g_memdup2 (&partner, sizeof partner));
    }

  return partners;
}

/* Locked pairs first, then those at the latest stage. */
static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const RmPair *first = *(const RmPair *const *) a;
  const RmPair *second = *(const RmPair *const *) b;

  if (first->locked != second->locked)
    return second->locked - first->locked;
  if (first->state != second->state)
    return second->state - first->state;

  return (first->record.id > second->record.id) - (first->record.id < second->record.id);
}

/* On one side, the pairs of @from for which @merged has no place left. */
static void
add_surplus (RmProgramme *programme,
             const RmPerson *merged,
             gint64 from,
             gboolean as_mentee,
             GArray *ids)
{
  gint64 into = merged->record.id;
  RmOwned owned = find_pairs (programme, from, as_mentee);
  g_autoptr (GHashTable) partners = list_partners (programme, into, as_mentee);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  gboolean takes_part = as_mentee ? rm_person_is_mentee (merged) : rm_person_is_mentor (merged);
  int places = as_mentee ? merged->mentee_capacity : merged->mentor_capacity;
  guint used = 0;

  g_hash_table_remove (partners, &from);
  used = g_hash_table_size (partners);
  for (guint k = 0; k < owned.n; k++)
    {
      gpointer pair = rm_owned_get (&owned, k);
      gint64 partner = partner_of (pair, as_mentee);

      if (partner != 0 && partner != into && !g_hash_table_contains (partners, &partner))
        g_ptr_array_add (pairs, pair);
    }

  g_ptr_array_sort (pairs, compare_pairs);
  for (guint k = 0; k < pairs->len; k++)
    {
      const RmPair *pair = g_ptr_array_index (pairs, k);

      if (!takes_part || (int) (used + k) >= places)
        g_array_append_val (ids, pair->record.id);
    }
}

GArray *
rm_surplus_pairs_list (RmProgramme *programme,
                       const RmPerson *merged,
                       gint64 from)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  add_surplus (programme, merged, from, TRUE, ids);
  add_surplus (programme, merged, from, FALSE, ids);

  return ids;
}
