/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spoil.h"

#include <sqlite3.h>
#include <string.h>

static gboolean
try_exec (sqlite3 *db,
          const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static void
must_exec (sqlite3 *db,
           const char *sql)
{
  if (!try_exec (db, sql))
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* Changing the cookie as well makes every statement read the schema anew. */
static void
write_schema (sqlite3 *db,
              const char *sql)
{
  must_exec (db, "PRAGMA writable_schema = ON");
  must_exec (db, sql);
  must_exec (db, "PRAGMA writable_schema = RESET");
}

static gboolean
spoil (sqlite3 *db,
       const char *sql)
{
  gboolean ok = FALSE;

  must_exec (db, "PRAGMA foreign_keys = OFF");
  must_exec (db, "PRAGMA ignore_check_constraints = ON");
  must_exec (db, "CREATE TEMP TABLE kept AS SELECT name AS n, sql AS s FROM main.sqlite_schema");
  write_schema (db, "UPDATE main.sqlite_schema SET sql = "
                    "replace (replace (sql, ' NOT NULL', ''), ') STRICT', ')') "
                    "WHERE type = 'table'");
  ok = try_exec (db, sql);
  write_schema (db, "UPDATE main.sqlite_schema SET sql = "
                    "(SELECT s FROM temp.kept WHERE n = name) WHERE type = 'table'");
  must_exec (db, "DROP TABLE temp.kept");

  return ok;
}

void
spoil_values (const char *path,
              const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (!spoil (db, sql))
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
}

gboolean
spoil_bytes (GBytes **document,
             const char *sql)
{
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (*document, &size);
  unsigned char *copy = sqlite3_malloc64 (size);
  sqlite3_int64 new_size = 0;
  sqlite3 *db = NULL;
  gboolean ok = FALSE;

  memcpy (copy, data, size);
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_deserialize (db, "main", copy, (sqlite3_int64) size,
                                        (sqlite3_int64) size,
                                        SQLITE_DESERIALIZE_FREEONCLOSE
                                          | SQLITE_DESERIALIZE_RESIZEABLE), ==, SQLITE_OK);
  ok = spoil (db, sql);
  copy = sqlite3_serialize (db, "main", &new_size, 0);
  g_bytes_unref (*document);
  *document = g_bytes_new_with_free_func (copy, (gsize) new_size, sqlite3_free, copy);
  sqlite3_close (db);

  return ok;
}
