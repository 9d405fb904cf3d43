/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-db-private.h"

#include <string.h>

/* Damaged files, read in memory: where a copy on the disk would have to be cleaned up after. */

enum
{
  OFFSET_WRITE_FORMAT = 18,
  OFFSET_READ_FORMAT = 19,
  FORMAT_WITHOUT_LOG = 1,
};

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
  if (!rm_db_exec (self, "PRAGMA cell_size_check = OFF", "open the programme", error))
    return NULL;

  return g_steal_pointer (&self);
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
      g_strv_builder_add (builder, rm_query_get_text (query, 0));
  if (error != NULL)
    g_strv_builder_add (builder, error->message);

  return g_strv_builder_end (builder);
}
