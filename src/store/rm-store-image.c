/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-schema.h"
#include "store/rm-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* An import of a million rows as a changeset takes three times as long as without one, and as long
 * again to undo. So a large edit keeps a whole image from before it; undo and redo swap images, and
 * newer rows of the history, missing in the image, are carried over. */

typedef struct
{
  gint64 seq;
  gint64 id;
  gint64 parent;
  gint64 made;
  gint64 target;
  gint64 size;
  char *author;
  char *kind;
  char *label;
} HistoryRow;

static void
history_row_free (HistoryRow *row)
{
  g_free (row->author);
  g_free (row->kind);
  g_free (row->label);
  g_free (row);
}

char *
rm_image_path (RmStore *self,
               gint64 id,
               const char *side)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT "-%s.image", self->image_dir, id, side);
}

gboolean
rm_image_exists (RmStore *self,
                 gint64 id,
                 const char *side)
{
  g_autofree char *path = self->image_dir != NULL ? rm_image_path (self, id, side) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

void
rm_image_remove_all (RmStore *self)
{
  g_autoptr (GDir) dir = self->image_dir != NULL ? g_dir_open (self->image_dir, 0, NULL) : NULL;
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".image"))
      {
        g_autofree char *path = g_build_filename (self->image_dir, name, NULL);

        g_unlink (path);
      }
}

static GPtrArray *
read_history (RmStore *self,
              GError **error)
{
  g_autoptr (GPtrArray) rows
    = g_ptr_array_new_with_free_func ((GDestroyNotify) history_row_free);
  g_autoptr (RmQuery) query = NULL;
  gboolean more = FALSE;

  query = rm_db_query (self->db,
                       "SELECT seq, id, parent, made, target, author, kind, label, size "
                       "FROM history ORDER BY seq",
                       "read the history", error);
  if (query == NULL)
    return NULL;

  while (rm_query_step (query, &more, error))
    {
      HistoryRow *row = NULL;

      if (!more)
        return g_steal_pointer (&rows);
      row = g_new0 (HistoryRow, 1);
      row->seq = rm_query_get_int64 (query, 0);
      row->id = rm_query_get_int64 (query, 1);
      row->parent = rm_query_get_int64 (query, 2);
      row->made = rm_query_get_int64 (query, 3);
      row->target = rm_query_get_int64 (query, 4);
      row->author = g_strdup (rm_query_get_text (query, 5));
      row->kind = g_strdup (rm_query_get_text (query, 6));
      row->label = g_strdup (rm_query_get_text (query, 7));
      row->size = rm_query_get_int64 (query, 8);
      g_ptr_array_add (rows, row);
    }

  return NULL;
}

static gboolean
write_missing (RmStore *self,
               GPtrArray *rows,
               GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const HistoryRow *row = g_ptr_array_index (rows, i);
      RmQuery *query = rm_db_query (self->db,
                                    "INSERT OR IGNORE INTO history (seq, id, parent, made, target, "
                                    "author, kind, label, size) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                                    "restore the history", error);

      if (query == NULL)
        return FALSE;
      rm_query_bind_int64 (query, 1, row->seq);
      rm_query_bind_int64 (query, 2, row->id);
      rm_query_bind_int64 (query, 3, row->parent);
      rm_query_bind_int64 (query, 4, row->made);
      rm_query_bind_int64 (query, 5, row->target);
      rm_query_bind_text (query, 6, row->author);
      rm_query_bind_text (query, 7, row->kind);
      rm_query_bind_text (query, 8, row->label);
      rm_query_bind_int64 (query, 9, row->size);
      if (!rm_query_run (query, error))
        return FALSE;
    }

  return TRUE;
}

/* Names of tables that undo must not touch, from the document itself. */
static GPtrArray *
list_kept (RmStore *self,
           GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RmQuery) query = rm_db_query (self->db,
                                           "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                           "AND name LIKE 'kept\\_%' ESCAPE '\\'",
                                           "list what is kept", error);
  gboolean more = FALSE;

  while (query != NULL && rm_query_step (query, &more, error))
    {
      if (!more)
        return g_steal_pointer (&names);
      g_ptr_array_add (names, g_strdup (rm_query_get_text (query, 0)));
    }

  return NULL;
}

/* Runs @pattern for each table, with its name for each @. */
static gboolean
run_for_each (RmStore *self,
              GPtrArray *names,
              const char *pattern,
              GError **error)
{
  for (guint k = 0; k < names->len; k++)
    {
      g_autoptr (GString) sql = g_string_new (pattern);

      g_string_replace (sql, "@", g_ptr_array_index (names, k), 0);
      if (!rm_db_exec (self->db, sql->str, "keep what is kept", error))
        return FALSE;
    }

  return TRUE;
}

/* An image may have an older schema. */
static gboolean
bring_up_to_date (RmStore *self,
                  GError **error)
{
  gint64 version = 0;

  return rm_db_get_int64 (self->db, "PRAGMA user_version", &version, error)
         && rm_schema_migrate (self->db, (int) version, error);
}

gboolean
rm_image_swap (RmStore *self,
               gint64 id,
               const char *keep,
               const char *restore,
               GError **error)
{
  g_autofree char *kept = rm_image_path (self, id, keep);
  g_autofree char *restored = rm_image_path (self, id, restore);
  g_autoptr (GPtrArray) history = read_history (self, error);
  g_autoptr (GPtrArray) names = history != NULL ? list_kept (self, error) : NULL;

  if (names == NULL)
    return FALSE;
  if (!g_file_test (restored, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_IMAGE,
                           _ ("The copy from before this large change is not on this computer"));
      return FALSE;
    }
  if (!g_file_test (kept, G_FILE_TEST_EXISTS) && !rm_db_copy_into (self->db, kept, error))
    return FALSE;

  return run_for_each (self, names, "CREATE TEMP TABLE aside_@ AS SELECT * FROM main.@", error)
         && rm_db_restore_from (self->db, restored, error)
         && bring_up_to_date (self, error)
         && run_for_each (self, names,
                          "INSERT OR IGNORE INTO main.@ SELECT * FROM temp.aside_@; "
                          "DROP TABLE temp.aside_@",
                          error)
         && write_missing (self, history, error);
}
