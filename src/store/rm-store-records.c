/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-store-private.h"

#include "core/base/rm-id.h"
#include "core/model/rm-field-kind.h"

#include <glib/gi18n-lib.h>

/* One repository for all entities: their descriptor tables say which columns there are. SQL texts
 * are interned, since RmDb keeps statements by text. */

static void
append_columns (GString *sql,
                const RmEntity *entity,
                const char *pattern)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      g_string_append (sql, ", ");
      if (g_str_equal (pattern, "="))
        g_string_append_printf (sql, "%s = ?%u", entity->fields[i].key, i + 2);
      else if (g_str_equal (pattern, "?"))
        g_string_append_printf (sql, "?%u", i + 2);
      else
        g_string_append (sql, entity->fields[i].key);
    }
}

static const char *
make_insert_sql (const RmEntity *entity)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (id", entity->name);
  append_columns (sql, entity, "");
  g_string_append (sql, ") VALUES (?1");
  append_columns (sql, entity, "?");
  g_string_append_c (sql, ')');
  return g_intern_string (sql->str);
}

static const char *
insert_sql (RmStore *self,
            const RmEntity *entity)
{
  const char *known = g_hash_table_lookup (self->insert_sql, entity);

  if (known == NULL)
    {
      known = make_insert_sql (entity);
      g_hash_table_insert (self->insert_sql, (gpointer) entity, (gpointer) known);
    }

  return known;
}

static const char *
update_sql (const RmEntity *entity)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET id = ?1", entity->name);
  append_columns (sql, entity, "=");
  g_string_append (sql, " WHERE id = ?1");
  return g_intern_string (sql->str);
}

static const char *
select_sql (const RmEntity *entity,
            const char *column)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");

  append_columns (sql, entity, "");
  g_string_append_printf (sql, " FROM %s", entity->name);
  if (column != NULL)
    g_string_append_printf (sql, " WHERE %s = ?1", column);
  g_string_append (sql, " ORDER BY id");
  return g_intern_string (sql->str);
}

static void
bind_field (RmQuery *query,
            int place,
            gconstpointer record,
            const RmField *field)
{
  const RmFieldKind *kind = rm_field_get_kind (field);

  if (rm_record_is_blank (record, field))
    rm_query_bind_null (query, place);
  else if (kind->member == RM_MEMBER_TEXT)
    rm_query_bind_text (query, place, rm_record_get_text (record, field));
  else if (kind->in_words)
    {
      g_autofree char *text = kind->format (record, field);

      rm_query_bind_text (query, place, text);
    }
  else
    rm_query_bind_int64 (query, place, rm_record_get_number (record, field));
}

static gboolean
write_record (RmDb *db,
              const char *sql,
              const RmRecord *record,
              GError **error)
{
  RmQuery *query = rm_db_query (db, sql, "write a row", error);

  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, record->id);
  for (guint i = 0; i < record->entity->n_fields; i++)
    bind_field (query, (int) i + 2, record, &record->entity->fields[i]);
  return rm_query_run (query, error);
}

gboolean
rm_store_insert (RmStore *self,
                 gpointer record,
                 GError **error)
{
  RmRecord *row = record;

  g_return_val_if_fail (self->editing, FALSE);

  if (row->id <= 0)
    row->id = rm_id_new ();

  return write_record (self->db, insert_sql (self, row->entity), row, error);
}

gboolean
rm_store_insert_first (RmDb *db,
                       gpointer record,
                       GError **error)
{
  return write_record (db, make_insert_sql (((RmRecord *) record)->entity), record, error);
}

gboolean
rm_store_update (RmStore *self,
                 gpointer record,
                 GError **error)
{
  const RmRecord *row = record;
  gint64 n = 0;

  g_return_val_if_fail (self->editing, FALSE);
  g_return_val_if_fail (!rm_entity_is_kept (row->entity), FALSE);

  if (!write_record (self->db, update_sql (row->entity), row, error)
      || !rm_db_get_int64 (self->db, "SELECT changes ()", &n, error))
    return FALSE;
  if (n == 1)
    return TRUE;

  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_FOUND,
                       _ ("What was to be changed no longer exists"));
  return FALSE;
}

/* A programme is shown before SQLite has looked at every page of its file, so each value is checked
 * against its descriptor here: values in memory are always ones that a person could have entered.
 * SQLite accepts any bytes as text; everything above the store expects UTF-8. */
gboolean
rm_store_read_field (RmQuery *query,
                     int column,
                     gpointer record,
                     const RmField *field,
                     GError **error)
{
  const RmFieldKind *kind = rm_field_get_kind (field);
  gint64 number = 0;
  gboolean fits = FALSE;
  int word = 0;

  if (rm_query_is_null (query, column))
    {
      rm_record_clear (record, field);
      fits = rm_field_may_be_blank (field);
    }
  else if (kind->member == RM_MEMBER_TEXT)
    {
      rm_record_set_text (record, field, rm_query_get_text (query, column));
      fits = rm_query_is_valid_text (query, column);
    }
  else if (kind->in_words)
    {
      fits = kind->find (field, rm_query_get_text (query, column), &word);
      rm_record_set_number (record, field, word);
    }
  else
    {
      number = rm_query_get_int64 (query, column);
      fits = kind->takes (field, number);
      rm_record_set_number (record, field, number);
    }

  /* An empty text, too, is blank. */
  if (fits && !rm_field_may_be_blank (field))
    fits = !rm_record_is_blank (record, field);

  return fits || rm_store_fail_damaged (field->key, error);
}

gboolean
rm_store_fail_damaged (const char *what,
                       GError **error)
{
  g_set_error (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED, _ ("The file is damaged (%s)"), what);
  return FALSE;
}

GPtrArray *
rm_store_load_records (RmStore *self,
                       const RmEntity *entity,
                       const char *column,
                       gint64 id,
                       GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autoptr (RmQuery) query = rm_db_query (self->db, select_sql (entity, column),
                                           "read the programme", error);
  gboolean row = FALSE;

  if (query == NULL)
    return NULL;
  if (column != NULL)
    rm_query_bind_int64 (query, 1, id);

  while (rm_query_step (query, &row, error))
    {
      RmRecord *record = NULL;

      if (!row)
        return g_steal_pointer (&records);
      record = rm_record_new (entity);
      g_ptr_array_add (records, record);
      record->id = rm_query_get_int64 (query, 0);
      if (record->id <= 0 && !rm_store_fail_damaged (entity->name, error))
        return NULL;
      for (guint i = 0; i < entity->n_fields; i++)
        if (!rm_store_read_field (query, (int) i + 1, record, &entity->fields[i], error))
          return NULL;
    }

  return NULL;
}
