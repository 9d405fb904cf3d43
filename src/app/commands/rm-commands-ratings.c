/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-private.h"

#include "core/base/rm-id.h"

/* Ratings of one day, when two people or two skills are merged. */

/* The key by which two ratings are about the same thing after a merge. */
static char *
make_key (const RmRating *rating,
          gboolean of_person)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %s", of_person ? rating->skill : rating->person,
                          rating->source, rating->rated_on != NULL ? rating->rated_on : "");
}

/* For each key the rating with the lowest id. */
static GHashTable *
index_lowest (GPtrArray *ratings,
              gboolean of_person)
{
  GHashTable *lowest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ratings->len; i++)
    {
      RmRating *rating = g_ptr_array_index (ratings, i);
      g_autofree char *key = make_key (rating, of_person);
      const RmRating *before = g_hash_table_lookup (lowest, key);

      if (before == NULL || before->record.id > rating->record.id)
        g_hash_table_insert (lowest, g_steal_pointer (&key), rating);
    }

  return lowest;
}

gboolean
rm_commands_put_ratings_below (RmStore *store,
                               const char *column,
                               gint64 from,
                               gint64 into,
                               GError **error)
{
  const RmEntity *entity = rm_rating_entity ();
  gboolean of_person = g_str_equal (column, "person");
  g_autoptr (GPtrArray) moving = rm_store_load_records (store, entity, column, from, error);
  g_autoptr (GPtrArray) staying
    = moving != NULL ? rm_store_load_records (store, entity, column, into, error) : NULL;
  g_autoptr (GHashTable) lowest = NULL;

  if (staying == NULL)
    return FALSE;

  lowest = index_lowest (staying, of_person);
  for (guint i = 0; i < moving->len; i++)
    {
      RmRating *rating = g_ptr_array_index (moving, i);
      g_autofree char *key = make_key (rating, of_person);
      const RmRating *stays = g_hash_table_lookup (lowest, key);

      if (stays == NULL || stays->record.id > rating->record.id)
        continue;
      if (!rm_store_delete (store, entity, rating->record.id, error))
        return FALSE;
      rating->record.id = rm_id_new_below (stays->record.id);
      if (!rm_store_insert (store, rating, error))
        return FALSE;
    }

  return TRUE;
}
