/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-db-private.h"

#include <string.h>

/* Damaged files, read in memory: a copy on disk would have to be cleaned up. */

enum
{
  OFFSET_WRITE_FORMAT = 18,
  OFFSET_READ_FORMAT = 19,
  FORMAT_WITHOUT_LOG = 1,
  FORMAT_WITH_LOG = 2,
};

gboolean
rm_db_is_known_format (const guchar *header)
{
  for (guint at = OFFSET_WRITE_FORMAT; at <= OFFSET_READ_FORMAT; at++)
    if (header[at] != FORMAT_WITHOUT_LOG && header[at] != FORMAT_WITH_LOG)
      return FALSE;

  return TRUE;
}

/* One unreadable entry of the schema makes SQLite refuse all tables, unless told that the schema is
 * being repaired: then it knows those it has read. */
static gboolean
look_past_schema (RmDb *self,
                  GError **error)
{
  gint64 n = 0;

  if (rm_db_get_int64 (self, "SELECT count (*) FROM sqlite_schema", &n, NULL))
    return TRUE;

  sqlite3_db_config (rm_db_get_handle (self), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  return rm_db_exec (self, "PRAGMA writable_schema = ON", "open the programme", error);
}

RmDb *
rm_db_open_bytes (GBytes *bytes,
                  GError **error)
{
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  g_autoptr (RmDb) self = rm_db_open (":memory:", TRUE, error);
  guchar *copy = NULL;
  int code = SQLITE_NOMEM;

  if (self == NULL)
    return NULL;

  copy = sqlite3_malloc64 (MAX (size, 1));
  if (copy != NULL)
    {
      memcpy (copy, data, size);
      /* A file in memory has no log beside it. */
      if (size > OFFSET_READ_FORMAT)
        copy[OFFSET_WRITE_FORMAT] = copy[OFFSET_READ_FORMAT] = FORMAT_WITHOUT_LOG;
      code = sqlite3_deserialize (rm_db_get_handle (self), "main", copy, (sqlite3_int64) size,
                                  (sqlite3_int64) size,
                                  SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    }
  if (code != SQLITE_OK)
    {
      rm_db_fail (self, code, "open the programme", error);
      return NULL;
    }
  if (!look_past_schema (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* SQLite reports several messages at once, below a heading. */
static void
add_lines (GStrvBuilder *builder,
           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !g_str_has_prefix (lines[i], "***"))
      g_strv_builder_add (builder, lines[i]);
}

GStrv
rm_db_list_damage (RmDb *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RmQuery) query
    = rm_db_query (self, "PRAGMA integrity_check (100)", "check the programme", &error);
  gboolean row = FALSE;

  while (query != NULL && rm_query_step (query, &row, &error) && row)
    if (g_strcmp0 (rm_query_get_text (query, 0), "ok") != 0)
      add_lines (builder, rm_query_get_text (query, 0));
  if (error != NULL)
    g_strv_builder_add (builder, error->message);
  /* Found; from now on the good cells of such a page are readable. */
  rm_db_exec (self, "PRAGMA cell_size_check = OFF", "read the programme", NULL);

  return g_strv_builder_end (builder);
}
