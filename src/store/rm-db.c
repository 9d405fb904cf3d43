/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-db.h"

#include "store/rm-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A connection with its statements. Statements are cached by text, so SQL must be constant; a query
 * borrows one and returns it reset. */
struct _RmDb
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL → sqlite3_stmt */
};

struct _RmQuery
{
  RmDb *db;
  sqlite3_stmt *statement;
  const char *action;
  GPtrArray *mended; /* (nullable): texts with invalid UTF-8, as returned */
};

G_DEFINE_QUARK (rm-store-error-quark, rm_store_error)

/* No space and no permission are reported as input/output errors too: they are not damage. */
static int
error_of_system (int code)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return RM_STORE_ERROR_NO_SPACE;
    case EACCES:
    case EPERM:
      return RM_STORE_ERROR_PERMISSION;
    case EROFS:
      return RM_STORE_ERROR_READ_ONLY;
    default:
      return RM_STORE_ERROR_FAILED;
    }
}

static int
error_of (RmDb *self,
          int code)
{
  switch (code & 0xff)
    {
    case SQLITE_IOERR:
      return self != NULL && self->handle != NULL
               ? error_of_system (sqlite3_system_errno (self->handle))
               : RM_STORE_ERROR_FAILED;
    case SQLITE_FULL:
      return RM_STORE_ERROR_NO_SPACE;
    case SQLITE_CORRUPT:
      return RM_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return RM_STORE_ERROR_NOT_SQLITE;
    case SQLITE_READONLY:
      return RM_STORE_ERROR_READ_ONLY;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      return RM_STORE_ERROR_PERMISSION;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return RM_STORE_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return RM_STORE_ERROR_CONSTRAINT;
    case SQLITE_INTERRUPT:
      return RM_STORE_ERROR_CANCELLED;
    default:
      return RM_STORE_ERROR_FAILED;
    }
}

sqlite3 *
rm_db_get_handle (RmDb *self)
{
  return self->handle;
}

gboolean
rm_db_fail (RmDb *self,
            int code,
            const char *action,
            GError **error)
{
  const char *reason = sqlite3_errstr (code);
  g_autofree char *readable = NULL;

  /* Nothing is written in part, and once there is space one can try again. */
  if (error_of (self, code) == RM_STORE_ERROR_NO_SPACE)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_NO_SPACE,
                           _ ("Nothing was changed: the disk is full"));
      return FALSE;
    }
  if (self != NULL && self->handle != NULL && sqlite3_errcode (self->handle) == (code & 0xff))
    reason = sqlite3_errmsg (self->handle);

  /* A message quotes the content of a file, which may be anything. */
  readable = g_utf8_make_valid (reason, -1);
  g_set_error (error, RM_STORE_ERROR, error_of (self, code),
               /* Translators: first what was being done ("save the programme"), then why not */
               _ ("Could not %s: %s"), action, readable);
  return FALSE;
}

static gboolean
guard (RmDb *self,
       GError **error)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  /* The document decides when to fold the log. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_wal_autocheckpoint (self->handle, 0);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, 10000);

  return rm_db_exec (self,
                     "PRAGMA cell_size_check = ON;"
                     "PRAGMA mmap_size = 0;"
                     "PRAGMA foreign_keys = ON;"
                     "PRAGMA secure_delete = ON;"
                     "PRAGMA temp_store = MEMORY;",
                     "open the programme", error);
}

void
rm_db_allow_schema_text (RmDb *self,
                         gboolean allow)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, !allow, NULL);
}

RmDb *
rm_db_open (const char *path,
            gboolean create,
            GError **error)
{
  g_autoptr (RmDb) self = g_new0 (RmDb, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | (create ? SQLITE_OPEN_CREATE : 0);
  int code = SQLITE_OK;

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) sqlite3_finalize);
  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      rm_db_fail (self, code, "open the programme", error);
      return NULL;
    }
  if (!guard (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
rm_db_use_wal (RmDb *self,
               GError **error)
{
  return rm_db_exec (self,
                     "PRAGMA journal_mode = WAL;"
                     "PRAGMA synchronous = FULL;",
                     "open the working copy", error);
}

void
rm_db_close (RmDb *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

gboolean
rm_db_exec (RmDb *self,
            const char *sql,
            const char *action,
            GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || rm_db_fail (self, code, action, error);
}

RmQuery *
rm_db_query (RmDb *self,
             const char *sql,
             const char *action,
             GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  RmQuery *query = NULL;

  if (statement == NULL)
    {
      int code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                     &statement, NULL);

      if (code != SQLITE_OK)
        {
          rm_db_fail (self, code, action, error);
          return NULL;
        }
      g_hash_table_insert (self->statements, (gpointer) sqlite3_sql (statement), statement);
    }
  g_assert (!sqlite3_stmt_busy (statement));

  query = g_new0 (RmQuery, 1);
  query->db = self;
  query->statement = statement;
  query->action = action;
  return query;
}

gboolean
rm_db_get_int64 (RmDb *self,
                 const char *sql,
                 gint64 *value,
                 GError **error)
{
  g_autoptr (RmQuery) query = rm_db_query (self, sql, "read the programme", error);
  gboolean row = FALSE;

  if (query == NULL || !rm_query_step (query, &row, error))
    return FALSE;

  *value = row ? rm_query_get_int64 (query, 0) : 0;
  return TRUE;
}

void
rm_query_bind_int64 (RmQuery *self,
                     int place,
                     gint64 value)
{
  sqlite3_bind_int64 (self->statement, place, value);
}

void
rm_query_bind_text (RmQuery *self,
                    int place,
                    const char *value)
{
  sqlite3_bind_text (self->statement, place, value, -1, SQLITE_TRANSIENT);
}

void
rm_query_bind_blob (RmQuery *self,
                    int place,
                    gconstpointer data,
                    gsize size)
{
  sqlite3_bind_blob64 (self->statement, place, data, size, SQLITE_TRANSIENT);
}

void
rm_query_bind_null (RmQuery *self,
                    int place)
{
  sqlite3_bind_null (self->statement, place);
}

gboolean
rm_query_step (RmQuery *self,
               gboolean *row,
               GError **error)
{
  int code = SQLITE_OK;

  g_clear_pointer (&self->mended, g_ptr_array_unref);
  code = sqlite3_step (self->statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return rm_db_fail (self->db, code, self->action, error);

  if (row != NULL)
    *row = code == SQLITE_ROW;
  return TRUE;
}

gboolean
rm_query_run (RmQuery *self,
              GError **error)
{
  gboolean row = TRUE;
  gboolean ok = TRUE;

  while (ok && row)
    ok = rm_query_step (self, &row, error);
  rm_query_free (self);

  return ok;
}

gboolean
rm_query_is_null (RmQuery *self,
                  int column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

gint64
rm_query_get_int64 (RmQuery *self,
                    int column)
{
  return sqlite3_column_int64 (self->statement, column);
}

/* A file may hold NULL where its schema forbids it, and any bytes for text. */
static const char *
get_bytes (RmQuery *self,
           int column,
           gboolean *valid)
{
  const char *text = (const char *) sqlite3_column_text (self->statement, column);
  gsize size = (gsize) sqlite3_column_bytes (self->statement, column);

  *valid = text == NULL || g_utf8_validate_len (text, size, NULL);
  return text != NULL ? text : "";
}

gboolean
rm_query_is_valid_text (RmQuery *self,
                        int column)
{
  gboolean valid = FALSE;

  get_bytes (self, column, &valid);
  return valid;
}

const char *
rm_query_get_text (RmQuery *self,
                   int column)
{
  gboolean valid = FALSE;
  const char *text = get_bytes (self, column, &valid);
  char *mended = NULL;

  if (valid)
    return text;

  if (self->mended == NULL)
    self->mended = g_ptr_array_new_with_free_func (g_free);
  mended = g_utf8_make_valid (text, -1);
  g_ptr_array_add (self->mended, mended);
  return mended;
}

GBytes *
rm_query_dup_blob (RmQuery *self,
                   int column)
{
  gconstpointer data = sqlite3_column_blob (self->statement, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->statement, column));
}

void
rm_query_get_raw (RmQuery *self,
                  int column,
                  RmRaw *raw)
{
  static const RmRawType types[] = {
    [SQLITE_INTEGER] = RM_RAW_INTEGER, [SQLITE_FLOAT] = RM_RAW_REAL, [SQLITE_TEXT] = RM_RAW_TEXT,
    [SQLITE_BLOB] = RM_RAW_BLOB,       [SQLITE_NULL] = RM_RAW_NULL,
  };

  *raw = (RmRaw) { .type = types[sqlite3_column_type (self->statement, column)] };
  if (raw->type == RM_RAW_INTEGER)
    raw->integer = sqlite3_column_int64 (self->statement, column);
  else if (raw->type == RM_RAW_TEXT)
    raw->text = (const char *) sqlite3_column_text (self->statement, column);
  else if (raw->type == RM_RAW_BLOB)
    raw->text = sqlite3_column_blob (self->statement, column);
  if (raw->text != NULL)
    raw->size = (gsize) sqlite3_column_bytes (self->statement, column);
}

void
rm_query_free (RmQuery *self)
{
  g_clear_pointer (&self->mended, g_ptr_array_unref);
  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  g_free (self);
}

gboolean
rm_db_copy_into (RmDb *self,
                 const char *path,
                 GError **error)
{
  /* VACUUM INTO takes an empty file as it is, so its mode can be set before it has content. */
  int fd = g_open (path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
  RmQuery *query = NULL;

  if (fd < 0)
    {
      int saved = errno;

      g_set_error (error, RM_STORE_ERROR,
                   saved == ENOSPC ? RM_STORE_ERROR_NO_SPACE : RM_STORE_ERROR_PERMISSION,
                   _ ("Could not %s: %s"), "write a copy of the programme", g_strerror (saved));
      return FALSE;
    }
  close (fd);

  query = rm_db_query (self, "VACUUM INTO ?1", "write a copy of the programme", error);
  if (query == NULL)
    return FALSE;
  rm_query_bind_text (query, 1, path);
  if (rm_query_run (query, error))
    return TRUE;

  g_unlink (path);
  return FALSE;
}

gboolean
rm_db_restore_from (RmDb *self,
                    const char *path,
                    GError **error)
{
  g_autoptr (RmDb) image = rm_db_open (path, FALSE, error);
  sqlite3_backup *backup = NULL;
  int code = SQLITE_OK;

  if (image == NULL)
    return FALSE;

  backup = sqlite3_backup_init (self->handle, "main", image->handle, "main");
  if (backup == NULL)
    return rm_db_fail (self, sqlite3_errcode (self->handle), "restore the programme", error);
  code = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);

  return code == SQLITE_DONE || rm_db_fail (self, code, "restore the programme", error);
}

/* Called after this many steps of SQLite's virtual machine. */
#define STEPS 10000

static int
is_cancelled (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static gboolean
check_with (RmDb *self,
            const char *sql,
            const char *good,
            GError **error)
{
  g_autoptr (RmQuery) query = rm_db_query (self, sql, "check the programme", error);
  gboolean row = FALSE;

  if (query == NULL || !rm_query_step (query, &row, error))
    return FALSE;
  if (!row || g_strcmp0 (rm_query_get_text (query, 0), good) == 0)
    return TRUE;

  g_set_error (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED,
               /* Translators: %s is a technical message, or a table's name */
               _ ("The file is damaged (%s)"), rm_query_get_text (query, 0));
  return FALSE;
}

gboolean
rm_db_check (RmDb *self,
             GCancellable *cancellable,
             GError **error)
{
  gboolean ok = FALSE;

  if (cancellable != NULL)
    sqlite3_progress_handler (self->handle, STEPS, is_cancelled, cancellable);
  ok = check_with (self, "PRAGMA quick_check (1)", "ok", error)
       && check_with (self, "PRAGMA foreign_key_check", NULL, error);
  sqlite3_progress_handler (self->handle, 0, NULL, NULL);
  return ok;
}

char *
rm_db_dup_schema (RmDb *self,
                  GError **error)
{
  g_autoptr (RmQuery) query = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean row = FALSE;

  query = rm_db_query (self,
                       "SELECT type, name, tbl_name, coalesce (sql, '') FROM sqlite_schema "
                       "ORDER BY type, name, tbl_name",
                       "read the programme", error);
  if (query == NULL || !rm_query_step (query, &row, error))
    return NULL;

  while (row)
    {
      g_string_append_printf (text, "%s|%s|%s|%s\n",
                              rm_query_get_text (query, 0), rm_query_get_text (query, 1),
                              rm_query_get_text (query, 2), rm_query_get_text (query, 3));
      if (!rm_query_step (query, &row, error))
        return NULL;
    }

  return g_strdup (text->str);
}
