/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-db-changeset.h"

#include "store/rm-db-private.h"

/* SQLite's session extension, wrapped: https://www.sqlite.org/sessionintro.html. A recorder lives
 * as long as one edit: a kept one would hold every row ever changed. */
struct _RmRecorder
{
  RmDb *db;
  sqlite3_session *session;
};

/* The history cannot record or undo itself; facts about output that has left the file stay true
 * whatever is undone (RM_KEEPING_KEPT). */
static int
is_recorded (void *data,
             const char *table)
{
  return !g_str_has_prefix (table, "history") && !g_str_has_prefix (table, "kept_");
}

RmRecorder *
rm_recorder_new (RmDb *db,
                 GError **error)
{
  g_autoptr (RmRecorder) self = g_new0 (RmRecorder, 1);
  int code = sqlite3session_create (rm_db_get_handle (db), "main", &self->session);

  self->db = db;
  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (self->session, is_recorded, NULL);
      code = sqlite3session_attach (self->session, NULL);
    }
  if (code != SQLITE_OK)
    {
      rm_db_fail (db, code, "record a change", error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
rm_recorder_free (RmRecorder *self)
{
  if (self->session != NULL)
    sqlite3session_delete (self->session);
  g_free (self);
}

GBytes *
rm_recorder_dup_changeset (RmRecorder *self,
                           GError **error)
{
  int size = 0;
  void *data = NULL;
  int code = sqlite3session_changeset (self->session, &size, &data);

  if (code != SQLITE_OK)
    {
      rm_db_fail (self->db, code, "record a change", error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

GBytes *
rm_changeset_invert (GBytes *changeset,
                     GError **error)
{
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  int inverse_size = 0;
  void *inverse = NULL;
  int code = sqlite3changeset_invert ((int) size, data, &inverse_size, &inverse);

  if (code != SQLITE_OK)
    {
      rm_db_fail (NULL, code, "take back a change", error);
      return NULL;
    }

  return g_bytes_new_with_free_func (inverse, (gsize) inverse_size, sqlite3_free, inverse);
}

/* A conflict means that something wrote around the history: never paper over it. */
static int
refuse_conflict (void *data,
                 int kind,
                 sqlite3_changeset_iter *row)
{
  return SQLITE_CHANGESET_ABORT;
}

gboolean
rm_changeset_apply (GBytes *changeset,
                    RmDb *db,
                    GError **error)
{
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  int code = sqlite3changeset_apply_v2 (rm_db_get_handle (db), (int) size, (void *) data,
                                        is_recorded, refuse_conflict, NULL, NULL, NULL, 0);

  return code == SQLITE_OK || rm_db_fail (db, code, "apply a change", error);
}

/* The record of an edit that removes damaged text contains it. */
static GVariant *
text_to_variant (sqlite3_value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);

  return g_variant_new_take_string (g_utf8_make_valid (text != NULL ? text : "", -1));
}

static GVariant *
value_to_variant (sqlite3_value *value)
{
  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      return g_variant_new_int64 (sqlite3_value_int64 (value));
    case SQLITE_TEXT:
      return text_to_variant (value);
    case SQLITE_NULL:
      return g_variant_new_maybe (G_VARIANT_TYPE_INT64, NULL);
    default:
      /* Blobs are not shown in rows: only their size is. */
      return g_variant_new_uint32 ((guint32) sqlite3_value_bytes (value));
    }
}

typedef int (*ValueGetter) (sqlite3_changeset_iter *iter, int column, sqlite3_value **value);

static GVariant *
values_to_variant (sqlite3_changeset_iter *iter,
                   GPtrArray *columns,
                   ValueGetter get)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  for (guint i = 0; i < columns->len; i++)
    {
      sqlite3_value *value = NULL;

      if (get (iter, (int) i, &value) == SQLITE_OK && value != NULL)
        g_variant_builder_add (&builder, "{sv}", g_ptr_array_index (columns, i),
                               value_to_variant (value));
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static GPtrArray *
list_columns (RmDb *db,
              const char *table,
              GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RmQuery) query = NULL;
  gboolean row = FALSE;

  query = rm_db_query (db, "SELECT name FROM pragma_table_info (?1) ORDER BY cid",
                       "list the columns", error);
  if (query == NULL)
    return NULL;
  rm_query_bind_text (query, 1, table);
  while (rm_query_step (query, &row, error))
    {
      if (!row)
        return g_steal_pointer (&columns);
      g_ptr_array_add (columns, g_strdup (rm_query_get_text (query, 0)));
    }

  return NULL;
}

/* Every table's key is its first column; FALSE if a row has none. */
static gboolean
read_key (sqlite3_changeset_iter *iter,
          int operation,
          gint64 *id)
{
  sqlite3_value *key = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &key);
  else
    sqlite3changeset_old (iter, 0, &key);
  if (key == NULL || sqlite3_value_type (key) != SQLITE_INTEGER)
    return FALSE;

  *id = sqlite3_value_int64 (key);
  return TRUE;
}

/* NULL if the row has no key. */
static RmChange *
read_change (sqlite3_changeset_iter *iter,
             const char *table,
             int operation,
             GPtrArray *columns)
{
  g_autoptr (RmChange) change = g_new0 (RmChange, 1);

  change->table = g_strdup (table);
  change->operation = operation == SQLITE_INSERT   ? RM_OPERATION_INSERT
                      : operation == SQLITE_DELETE ? RM_OPERATION_DELETE
                                                   : RM_OPERATION_UPDATE;
  if (!read_key (iter, operation, &change->id))
    return NULL;
  if (operation != SQLITE_INSERT)
    change->before = values_to_variant (iter, columns, sqlite3changeset_old);
  if (operation != SQLITE_DELETE)
    change->after = values_to_variant (iter, columns, sqlite3changeset_new);

  return g_steal_pointer (&change);
}

/* One row of a changeset. */
typedef struct
{
  sqlite3_changeset_iter *iter;
  const char *table;
  int n_columns;
  int operation;
} Row;

/* Returns: success; @stop ends the walk. */
typedef gboolean (*RowVisitor) (const Row *row,
                                gpointer data,
                                gboolean *stop,
                                GError **error);

static gboolean
walk (GBytes *changeset,
      RowVisitor visit,
      gpointer data,
      GError **error)
{
  gsize size = 0;
  gconstpointer bytes = g_bytes_get_data (changeset, &size);
  gboolean stop = FALSE;
  gboolean ok = TRUE;
  Row row = { NULL };
  int code = sqlite3changeset_start (&row.iter, (int) size, (void *) bytes);

  while (code == SQLITE_OK && ok && !stop)
    {
      int indirect = 0;

      code = sqlite3changeset_next (row.iter);
      if (code != SQLITE_ROW)
        break;
      code = sqlite3changeset_op (row.iter, &row.table, &row.n_columns, &row.operation, &indirect);
      ok = code == SQLITE_OK && visit (&row, data, &stop, error);
    }
  sqlite3changeset_finalize (row.iter);

  if (code != SQLITE_OK && code != SQLITE_DONE)
    return rm_db_fail (NULL, code, "read a change", error);
  return ok;
}

/* A list being built, and the columns of the current table. */
typedef struct
{
  RmDb *db;
  RmChanges *changes;
  char *table;
  GPtrArray *columns;
} Lister;

static gboolean
turn_to_table (Lister *self,
               const char *table,
               GError **error)
{
  if (g_strcmp0 (self->table, table) == 0)
    return TRUE;

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->table, g_free);
  self->columns = list_columns (self->db, table, error);
  self->table = g_strdup (table);
  return self->columns != NULL;
}

static gboolean
list_row (const Row *row,
          gpointer data,
          gboolean *stop,
          GError **error)
{
  Lister *self = data;
  RmChange *change = NULL;

  if (!turn_to_table (self, row->table, error))
    return FALSE;

  if (is_recorded (NULL, row->table) && self->columns->len >= (guint) row->n_columns)
    change = read_change (row->iter, row->table, row->operation, self->columns);
  if (change == NULL)
    return rm_db_fail (self->db, SQLITE_CORRUPT, "read a change", error);

  rm_changes_add (self->changes, change);
  *stop = self->changes->reset;
  return TRUE;
}

RmChanges *
rm_changeset_list (GBytes *changeset,
                   RmDb *db,
                   GError **error)
{
  Lister lister = { .db = db, .changes = rm_changes_new () };
  gboolean ok = walk (changeset, list_row, &lister, error);

  g_clear_pointer (&lister.columns, g_ptr_array_unref);
  g_free (lister.table);
  if (!ok)
    g_clear_pointer (&lister.changes, rm_changes_free);
  return lister.changes;
}

typedef struct
{
  RmRowFunc is_wanted;
  gpointer data;
  gboolean *found;
} Finder;

static gboolean
find_row (const Row *row,
          gpointer data,
          gboolean *stop,
          GError **error)
{
  const Finder *self = data;
  gint64 id = 0;

  *self->found = read_key (row->iter, row->operation, &id)
                 && self->is_wanted (row->table, id, self->data);
  *stop = *self->found;
  return TRUE;
}

gboolean
rm_changeset_find (GBytes *changeset,
                   RmRowFunc is_wanted,
                   gpointer data,
                   gboolean *found,
                   GError **error)
{
  Finder finder = { .is_wanted = is_wanted, .data = data, .found = found };

  *found = FALSE;
  return walk (changeset, find_row, &finder, error);
}
