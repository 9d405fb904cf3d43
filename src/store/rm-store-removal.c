/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-store-private.h"

#include "core/model/rm-references.h"

/* Removing rows with everything that refers to them, and merging two. The descriptors say what
 * becomes of each reference. Foreign keys have no actions, since those would break the redo of a
 * changeset. */

static gboolean
run_on (RmStore *self,
        const char *sql,
        const char *action,
        gint64 first,
        gint64 second,
        GError **error)
{
  RmQuery *query = rm_db_query (self->db, g_intern_string (sql), action, error);

  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, first);
  if (second != 0)
    rm_query_bind_int64 (query, 2, second);
  return rm_query_run (query, error);
}

static gboolean
delete_where (RmStore *self,
              const RmEntity *entity,
              const char *column,
              gint64 id,
              GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s = ?1", entity->name, column);

  return run_on (self, sql, "delete a row", id, 0, error);
}

/* The records whose @column is @id, each with what refers to it. */
static gboolean
delete_owned (RmStore *self,
              const RmEntity *entity,
              const char *column,
              gint64 id,
              GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  guint n = 0;

  rm_references_to (entity, &n);
  if (n == 0)
    return delete_where (self, entity, column, id, error);

  records = rm_store_load_records (self, entity, column, id, error);
  for (guint k = 0; records != NULL && k < records->len; k++)
    if (!rm_store_delete (self, entity, ((RmRecord *) g_ptr_array_index (records, k))->id, error))
      return FALSE;

  return records != NULL;
}

/* Makes the reference blank, and writes the owner's name into the field for it, if that is
 * blank. */
static gboolean
write_down (RmStore *self,
            const RmEntity *entity,
            const RmField *field,
            gint64 owner,
            GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET %s = NULL", entity->name, field->key);
  if (field->gone == RM_GONE_WRITE_DOWN)
    {
      g_auto (GStrv) names = g_strsplit (field->names, "|", -1);
      g_autofree char *columns = g_strjoinv (", ", names);

      g_string_append_printf (sql, ", %s = coalesce (%s, (SELECT coalesce (%s, NULL) FROM %s "
                                   "WHERE id = ?1))",
                              field->written, field->written, columns, field->refers);
    }
  g_string_append_printf (sql, " WHERE %s = ?1", field->key);
  return run_on (self, sql->str, "delete a row", owner, 0, error);
}

static gboolean
let_go (RmStore *self,
        const RmReference *reference,
        gint64 owner,
        GError **error)
{
  const RmEntity *entity = rm_table_get_entity (reference->table);

  switch (reference->field->gone)
    {
    case RM_GONE_REMOVE:
      return delete_owned (self, entity, reference->field->key, owner, error);

    case RM_GONE_BLANK:
    case RM_GONE_WRITE_DOWN:
      return write_down (self, entity, reference->field, owner, error);

    case RM_GONE_STAY:
      return TRUE;

    case RM_GONE_UNSAID:
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
rm_store_delete (RmStore *self,
                 const RmEntity *entity,
                 gint64 id,
                 GError **error)
{
  guint n = 0;
  const RmReference *references = rm_references_to (entity, &n);

  g_return_val_if_fail (self->editing, FALSE);
  g_return_val_if_fail (!rm_entity_is_kept (entity), FALSE);

  for (guint r = 0; r < n; r++)
    if (!let_go (self, &references[r], id, error))
      return FALSE;

  return delete_where (self, entity, "id", id, error);
}

static gboolean
replace_in_lists (RmStore *self,
                  const RmReference *reference,
                  gint64 from,
                  gint64 into,
                  GError **error)
{
  g_autoptr (GPtrArray) records
    = rm_store_load_records (self, rm_table_get_entity (reference->table), NULL, 0, error);

  for (guint k = 0; records != NULL && k < records->len; k++)
    {
      gpointer record = g_ptr_array_index (records, k);
      const char *before = rm_record_get_text (record, reference->field);
      g_autofree char *after = rm_references_replace (before, from, into);

      if (g_strcmp0 (before, after) == 0)
        continue;
      rm_record_set_text (record, reference->field, after);
      if (!rm_store_update (self, record, error))
        return FALSE;
    }

  return records != NULL;
}

static gboolean
point_at (RmStore *self,
          const RmReference *reference,
          gint64 from,
          gint64 into,
          GError **error)
{
  const char *table = rm_table_get_entity (reference->table)->name;
  const char *column = reference->field->key;
  g_autofree char *sql = NULL;

  if (reference->field->type == RM_FIELD_REFERENCES)
    return replace_in_lists (self, reference, from, into, error);

  sql = g_strdup_printf ("UPDATE %s SET %s = ?2 WHERE %s = ?1", table, column, column);
  return run_on (self, sql, "merge", from, into, error);
}

/* Records between the two lose their meaning in a merge. Of two references of a row to what is now
 * one owner, one that may be blank becomes so; otherwise the row is removed. */
static gboolean
part_from_itself (RmStore *self,
                  const RmReference *one,
                  const RmReference *other,
                  gint64 id,
                  GError **error)
{
  const char *table = rm_table_get_entity (one->table)->name;
  const RmField *blank = one->field->optional     ? one->field
                         : other->field->optional ? other->field
                                                  : NULL;
  g_autofree char *sql = NULL;

  if (one->table != other->table || one->field->type == RM_FIELD_REFERENCES
      || other->field->type == RM_FIELD_REFERENCES)
    return TRUE;

  sql = blank != NULL
          ? g_strdup_printf ("UPDATE %s SET %s = NULL WHERE %s = %s AND %s = ?1", table, blank->key,
                             one->field->key, other->field->key, blank->key)
          : g_strdup_printf ("DELETE FROM %s WHERE %s = %s AND %s = ?1", table, one->field->key,
                             other->field->key, one->field->key);
  return run_on (self, sql, "merge", id, 0, error);
}

static gboolean
part_all (RmStore *self,
          const RmEntity *entity,
          gint64 id,
          GError **error)
{
  guint n = 0;
  const RmReference *references = rm_references_to (entity, &n);

  for (guint r = 0; r < n; r++)
    {
      g_autofree char *sql = NULL;

      for (guint s = r + 1; s < n; s++)
        if (!part_from_itself (self, &references[r], &references[s], id, error))
          return FALSE;
      if (rm_table_get_entity (references[r].table) != entity
          || references[r].field->type == RM_FIELD_REFERENCES)
        continue;
      sql = g_strdup_printf ("UPDATE %s SET %s = NULL WHERE %s = id AND id = ?1", entity->name,
                             references[r].field->key, references[r].field->key);
      if (!run_on (self, sql, "merge", id, 0, error))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
load_referring (RmStore *self,
                const RmReference *references,
                guint n,
                RmTable table,
                gint64 id,
                GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (rm_record_unref);

  for (guint r = 0; r < n; r++)
    {
      g_autoptr (GPtrArray) some = NULL;

      if (references[r].table != table || references[r].field->type == RM_FIELD_REFERENCES)
        continue;
      some = rm_store_load_records (self, rm_table_get_entity (table), references[r].field->key, id,
                                    error);
      if (some == NULL)
        return NULL;
      g_ptr_array_extend (records, some, (GCopyFunc) (GCallback) rm_record_ref, NULL);
    }

  return g_steal_pointer (&records);
}

/* Entities know which of their records are surplus after a merge of owners. */
static gboolean
unite (RmStore *self,
       const RmEntity *owner,
       RmTable table,
       gint64 id,
       GError **error)
{
  guint n = 0;
  const RmReference *references = rm_references_to (owner, &n);
  const RmEntity *entity = rm_table_get_entity (table);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) records = NULL;

  if (entity->unite == NULL)
    return TRUE;
  records = load_referring (self, references, n, table, id, error);
  if (records == NULL)
    return FALSE;

  entity->unite (records, changed, gone);
  for (guint k = 0; k < changed->len; k++)
    if (!rm_store_update (self, g_ptr_array_index (changed, k), error))
      return FALSE;
  for (guint k = 0; k < gone->len; k++)
    if (!rm_store_delete (self, entity, g_array_index (gone, gint64, k), error))
      return FALSE;

  return TRUE;
}

gboolean
rm_store_merge (RmStore *self,
                const RmEntity *entity,
                gint64 from,
                gint64 into,
                GError **error)
{
  guint n = 0;
  const RmReference *references = rm_references_to (entity, &n);

  g_return_val_if_fail (self->editing, FALSE);
  g_return_val_if_fail (from != into, FALSE);

  for (guint r = 0; r < n; r++)
    if (!point_at (self, &references[r], from, into, error))
      return FALSE;
  if (!part_all (self, entity, into, error))
    return FALSE;
  for (guint t = 0; t < RM_N_TABLES; t++)
    if (!unite (self, entity, t, into, error))
      return FALSE;

  return delete_where (self, entity, "id", from, error);
}
