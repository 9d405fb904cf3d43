/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-store-programme.h"

#include "core/base/rm-id.h"
#include "store/rm-store-private.h"

/* From rows to the immutable programme that everything else works on, whole or only the changes of
 * an edit. */

/** The ratings of one person and skill, gathered row by row; the records are reused. */
typedef struct
{
  GPtrArray *pool;
  guint n;
  GArray *standings;
} Gatherer;

static void
gatherer_init (Gatherer *self)
{
  self->pool = g_ptr_array_new_with_free_func (rm_record_unref);
  self->n = 0;
  self->standings = g_array_new (FALSE, FALSE, sizeof (RmStanding));
}

static void
gatherer_clear (Gatherer *self)
{
  g_ptr_array_unref (self->pool);
  g_array_unref (self->standings);
}

static void
finish_skill (Gatherer *self)
{
  RmStanding standing;

  if (self->n == 0)
    return;
  standing = rm_standing_resolve ((const RmRating *const *) self->pool->pdata, self->n);
  g_array_append_val (self->standings, standing);
  self->n = 0;
}

static void
finish_person (Gatherer *self,
               RmPerson *person)
{
  finish_skill (self);
  if (person != NULL)
    {
      guint n = self->standings->len;

      rm_person_take_standings (person,
                                g_memdup2 (self->standings->data, n * sizeof (RmStanding)), n);
    }
  g_array_set_size (self->standings, 0);
}

static gboolean
add_row (Gatherer *self,
         RmQuery *query,
         GError **error)
{
  const RmEntity *entity = rm_rating_entity ();
  RmRating *rating = NULL;
  gint64 skill = rm_query_get_int64 (query, 2);

  if (self->n > 0 && ((RmRating *) g_ptr_array_index (self->pool, 0))->skill != skill)
    finish_skill (self);
  if (self->n == self->pool->len)
    g_ptr_array_add (self->pool, rm_rating_new ());

  rating = g_ptr_array_index (self->pool, self->n++);
  rating->record.id = rm_query_get_int64 (query, 0);
  for (guint i = 0; i < entity->n_fields; i++)
    if (!rm_store_read_field (query, (int) i + 1, rating, &entity->fields[i], error))
      return FALSE;

  return TRUE;
}

/* In the order of the descriptors. */
#define RATING_COLUMNS "SELECT id, person, skill, source, level, target, importance, rated_on "

/* Ratings of a retired skill stay in the document, but there are no standings in it. */
#define COUNTS "skill NOT IN (SELECT id FROM skill WHERE retired = 1)"

/* People and rating rows both come by person's id: one merge, no look-ups. */
static gboolean
load_standings (RmStore *self,
                GPtrArray *people,
                GError **error)
{
  g_autoptr (RmQuery) query = rm_db_query (self->db,
                                           RATING_COLUMNS
                                           "FROM rating WHERE " COUNTS " ORDER BY person, skill",
                                           "read the ratings", error);
  Gatherer gatherer;
  guint at = 0;
  gboolean row = TRUE;
  gboolean ok = query != NULL;
  RmPerson *person = NULL;

  gatherer_init (&gatherer);
  while (ok && row)
    {
      ok = rm_query_step (query, &row, error);
      if (!ok || !row)
        break;
      if (person == NULL || person->record.id != rm_query_get_int64 (query, 1))
        {
          finish_person (&gatherer, person);
          person = NULL;
          while (at < people->len && person == NULL)
            {
              RmPerson *candidate = g_ptr_array_index (people, at++);

              if (candidate->record.id == rm_query_get_int64 (query, 1))
                person = candidate;
            }
        }
      ok = add_row (&gatherer, query, error);
    }
  finish_person (&gatherer, person);
  gatherer_clear (&gatherer);

  return ok;
}

static gboolean
load_person_standings (RmStore *self,
                       RmPerson *person,
                       GError **error)
{
  g_autoptr (RmQuery) query = rm_db_query (self->db,
                                           RATING_COLUMNS
                                           "FROM rating WHERE person = ?1 AND " COUNTS
                                           " ORDER BY skill",
                                           "read the ratings", error);
  Gatherer gatherer;
  gboolean row = TRUE;
  gboolean ok = query != NULL;

  if (!ok)
    return FALSE;

  gatherer_init (&gatherer);
  rm_query_bind_int64 (query, 1, person->record.id);
  while (ok && row)
    {
      ok = rm_query_step (query, &row, error);
      if (ok && row)
        ok = add_row (&gatherer, query, error);
    }
  finish_person (&gatherer, person);
  gatherer_clear (&gatherer);

  return ok;
}

static RmSettings *
load_settings (RmStore *self,
               GError **error)
{
  g_autoptr (GPtrArray) rows = rm_store_load_records (self, rm_settings_entity (), NULL, 0, error);

  if (rows == NULL)
    return NULL;
  if (rows->len == 1)
    return rm_record_ref (g_ptr_array_index (rows, 0));

  rm_store_fail_damaged (rm_settings_entity ()->name, error);
  return NULL;
}

static void
clear_arrays (GPtrArray **changed,
              GArray **removed)
{
  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      g_clear_pointer (&changed[t], g_ptr_array_unref);
      if (removed != NULL)
        g_clear_pointer (&removed[t], g_array_unref);
    }
}

RmProgramme *
rm_store_load_programme (RmStore *self,
                         GError **error)
{
  GPtrArray *tables[RM_N_TABLES] = { NULL };
  RmProgramme *programme = NULL;
  RmSettings *settings = load_settings (self, error);
  gboolean ok = settings != NULL;

  for (guint t = 0; ok && t < RM_N_TABLES; t++)
    {
      if (rm_table_get_holding (t) != RM_HOLDING_MEMORY)
        continue;
      tables[t] = rm_store_load_records (self, rm_table_get_entity (t), NULL, 0, error);
      ok = tables[t] != NULL;
    }
  if (ok)
    {
      g_ptr_array_foreach (tables[RM_TABLE_PERSON], (GFunc) rm_person_update_folded, NULL);
      ok = load_standings (self, tables[RM_TABLE_PERSON], error);
    }
  if (ok)
    programme = rm_programme_new_changed (NULL, settings, tables, NULL);

  clear_arrays (tables, NULL);
  g_clear_pointer (&settings, rm_record_unref);
  return programme;
}

static void
add_id (GHashTable *ids,
        gint64 id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

/* A rating belongs to a person: that person's record changes. */
static gboolean
add_rated_person (RmStore *self,
                  const RmChange *change,
                  GHashTable *ids,
                  GError **error)
{
  gint64 person = 0;
  g_autoptr (RmQuery) query = NULL;
  gboolean row = FALSE;

  if (change->before != NULL && g_variant_lookup (change->before, "person", "x", &person))
    add_id (ids, person);
  if (change->after != NULL && g_variant_lookup (change->after, "person", "x", &person))
    add_id (ids, person);
  if (change->operation != RM_OPERATION_UPDATE)
    return TRUE;

  query = rm_db_query (self->db, "SELECT person FROM rating WHERE id = ?1", "read the ratings",
                       error);
  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, change->id);
  if (!rm_query_step (query, &row, error))
    return FALSE;
  if (row)
    add_id (ids, rm_query_get_int64 (query, 0));
  return TRUE;
}

/* Retiring a skill affects the standings of everybody ever rated in it. */
static gboolean
add_people_rated_in (RmStore *self,
                     const RmChange *change,
                     GHashTable *ids,
                     GError **error)
{
  g_autoptr (GVariant) retired = NULL;
  g_autoptr (RmQuery) query = NULL;
  gboolean row = TRUE;

  if (change->operation == RM_OPERATION_UPDATE && change->after != NULL)
    retired = g_variant_lookup_value (change->after, "retired", NULL);
  if (retired == NULL)
    return TRUE;

  query = rm_db_query (self->db, "SELECT DISTINCT person FROM rating WHERE skill = ?1",
                       "read the ratings", error);
  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, change->id);
  while (row)
    {
      if (!rm_query_step (query, &row, error))
        return FALSE;
      if (row)
        add_id (ids, rm_query_get_int64 (query, 0));
    }

  return TRUE;
}

static gboolean
sort_changes (RmStore *self,
              const RmChanges *changes,
              GHashTable **ids,
              gboolean *settings,
              GError **error)
{
  for (guint i = 0; i < changes->rows->len; i++)
    {
      const RmChange *change = g_ptr_array_index (changes->rows, i);
      RmTable table = rm_table_find (change->table);

      if (g_str_equal (change->table, rm_settings_entity ()->name))
        *settings = TRUE;
      else if (table < RM_N_TABLES && rm_table_get_holding (table) == RM_HOLDING_MEMORY)
        add_id (ids[table], change->id);

      if (table == RM_TABLE_RATING
          && !add_rated_person (self, change, ids[RM_TABLE_PERSON], error))
        return FALSE;
      if (table == RM_TABLE_SKILL
          && !add_people_rated_in (self, change, ids[RM_TABLE_PERSON], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
reload_records (RmStore *self,
                RmTable table,
                GHashTable *ids,
                GPtrArray *changed,
                GArray *removed,
                GError **error)
{
  GHashTableIter iter;
  gpointer key = NULL;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint64 id = *(gint64 *) key;
      g_autoptr (GPtrArray) rows
        = rm_store_load_records (self, rm_table_get_entity (table), "id", id, error);

      if (rows == NULL)
        return FALSE;
      if (rows->len == 0)
        g_array_append_val (removed, id);
      else
        {
          if (table == RM_TABLE_PERSON)
            {
              RmPerson *person = g_ptr_array_index (rows, 0);

              rm_person_update_folded (person);
              if (!load_person_standings (self, person, error))
                return FALSE;
            }
          g_ptr_array_add (changed, rm_record_ref (g_ptr_array_index (rows, 0)));
        }
    }

  return TRUE;
}

RmProgramme *
rm_store_refresh_programme (RmStore *self,
                            RmProgramme *before,
                            const RmChanges *changes,
                            GError **error)
{
  GHashTable *ids[RM_N_TABLES] = { NULL };
  GPtrArray *changed[RM_N_TABLES] = { NULL };
  GArray *removed[RM_N_TABLES] = { NULL };
  gboolean settings_changed = FALSE;
  RmSettings *settings = NULL;
  RmProgramme *after = NULL;
  gboolean ok = TRUE;

  if (changes->reset)
    return rm_store_load_programme (self, error);

  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      ids[t] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      changed[t] = g_ptr_array_new_with_free_func (rm_record_unref);
      removed[t] = g_array_new (FALSE, FALSE, sizeof (gint64));
    }

  ok = sort_changes (self, changes, ids, &settings_changed, error);
  for (guint t = 0; ok && t < RM_N_TABLES; t++)
    ok = reload_records (self, t, ids[t], changed[t], removed[t], error);
  if (ok && settings_changed)
    {
      settings = load_settings (self, error);
      ok = settings != NULL;
    }
  if (ok)
    after = rm_programme_new_changed (before, settings, changed, removed);

  g_clear_pointer (&settings, rm_record_unref);
  clear_arrays (changed, removed);
  for (guint t = 0; t < RM_N_TABLES; t++)
    g_hash_table_unref (ids[t]);
  return after;
}
