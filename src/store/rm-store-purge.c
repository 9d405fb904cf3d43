/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-store-purge.h"

#include "store/rm-db-changeset.h"
#include "store/rm-document-private.h"
#include "store/rm-safe-file.h"
#include "store/rm-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *table;
  gint64 id;
  gboolean whole; /* the table, whatever the row */
} Target;

struct _RmPurge
{
  GPtrArray *words;
  GPtrArray *targets;
};

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->table);
  g_free (target);
}

RmPurge *
rm_purge_new (void)
{
  RmPurge *self = g_new0 (RmPurge, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->targets = g_ptr_array_new_with_free_func (target_free);
  return self;
}

void
rm_purge_free (RmPurge *self)
{
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->targets);
  g_free (self);
}

void
rm_purge_add_word (RmPurge *self,
                   const char *word)
{
  g_return_if_fail (word != NULL && *word != '\0');

  g_ptr_array_add (self->words, g_strdup (word));
}

static void
add_target (RmPurge *self,
            const char *table,
            gint64 id,
            gboolean whole)
{
  Target *target = g_new0 (Target, 1);

  target->table = g_strdup (table);
  target->id = id;
  target->whole = whole;
  g_ptr_array_add (self->targets, target);
}

void
rm_purge_add_row (RmPurge *self,
                  const char *table,
                  gint64 id)
{
  add_target (self, table, id, FALSE);
}

void
rm_purge_add_table (RmPurge *self,
                    const char *table)
{
  add_target (self, table, 0, TRUE);
}

gboolean
rm_purge_has_word (const RmPurge *self,
                   gconstpointer data,
                   gsize size)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = g_ptr_array_index (self->words, i);

      if (memmem (data, size, word, strlen (word)) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_target (const char *table,
           gint64 id,
           gpointer data)
{
  const RmPurge *self = data;

  for (guint i = 0; i < self->targets->len; i++)
    {
      const Target *target = g_ptr_array_index (self->targets, i);

      if (g_str_equal (target->table, table) && (target->whole || target->id == id))
        return TRUE;
    }

  return FALSE;
}

/* A row of the history, and whether it contains data to erase. */
typedef struct
{
  gint64 seq;
  gint64 id;
  gboolean named; /* in its label or its author */
  gboolean mentions;
} Row;

static gboolean
has_word_text (const RmPurge *purge,
               const char *text)
{
  return text != NULL && rm_purge_has_word (purge, text, strlen (text));
}

static GArray *
list_rows (RmStore *self,
           const RmPurge *purge,
           GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_autoptr (RmQuery) query = rm_db_query (self->db,
                                           "SELECT seq, id, label, author FROM history ORDER BY seq",
                                           "read the history", error);
  gboolean more = FALSE;

  if (query == NULL)
    return NULL;
  while (rm_query_step (query, &more, error))
    {
      Row row = { 0 };

      if (!more)
        return g_steal_pointer (&rows);
      row.seq = rm_query_get_int64 (query, 0);
      row.id = rm_query_get_int64 (query, 1);
      row.named = has_word_text (purge, rm_query_get_text (query, 2))
                  || has_word_text (purge, rm_query_get_text (query, 3));
      g_array_append_val (rows, row);
    }

  return NULL;
}

/* The position of the last row whose changeset contains any of it; -1 if none does. */
static gboolean
find_last_mention (RmStore *self,
                   const RmPurge *purge,
                   GArray *rows,
                   int *last,
                   GError **error)
{
  for (int i = (int) rows->len - 1; i >= 0; i--)
    {
      g_autoptr (GBytes) changeset = rm_history_read (self->db, g_array_index (rows, Row, i).id, error);
      gboolean mentioned = FALSE;
      gsize size = 0;
      gconstpointer data = NULL;

      if (changeset == NULL)
        return FALSE;
      data = g_bytes_get_data (changeset, &size);
      if (size == 0)
        continue;
      if (!rm_changeset_find (changeset, is_target, (gpointer) purge, &mentioned, error))
        return FALSE;
      if (mentioned || rm_purge_has_word (purge, data, size))
        {
          *last = i;
          return TRUE;
        }
    }

  *last = -1;
  return TRUE;
}

static gboolean
run_with (RmStore *self,
          const char *sql,
          gint64 number,
          const char *text,
          GError **error)
{
  RmQuery *query = rm_db_query (self->db, sql, "forget what is to be erased", error);

  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, number);
  if (text != NULL)
    rm_query_bind_text (query, 2, text);
  return rm_query_run (query, error);
}

/* Changesets up to the last mention can no longer be undone: they are removed whole. */
static gboolean
forget_rows (RmStore *self,
             GArray *rows,
             int last,
             GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if ((int) i <= last
          && (!run_with (self, "DELETE FROM history_blob WHERE history = ?1", row->id, NULL, error)
              || !run_with (self, "UPDATE history SET size = 0 WHERE id = ?1", row->id, NULL,
                            error)))
        return FALSE;
      if (row->named
          && (!run_with (self, "UPDATE history SET label = ?2 WHERE seq = ?1", row->seq,
                         /* Translators: in the history, instead of what named an erased person */
                         _ ("Something that was erased"), error)
              || !run_with (self, "UPDATE history SET author = ?2 WHERE seq = ?1", row->seq, "–",
                            error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
purge_rows (RmStore *self,
            const RmPurge *purge,
            GError **error)
{
  g_autoptr (GArray) rows = list_rows (self, purge, error);
  int last = -1;

  if (rows == NULL
      || !find_last_mention (self, purge, rows, &last, error)
      || !rm_db_exec (self->db, "BEGIN IMMEDIATE", "forget what is to be erased", error))
    return FALSE;
  if (forget_rows (self, rows, last, error)
      && rm_db_exec (self->db, "COMMIT", "forget what is to be erased", error))
    return TRUE;

  rm_db_exec (self->db, "ROLLBACK", "roll back", NULL);
  return FALSE;
}

gboolean
rm_store_purge (RmStore *self,
                const RmPurge *purge,
                GError **error)
{
  gboolean ok = FALSE;

  rm_store_start_writing (self);
  ok = purge_rows (self, purge, error);
  rm_store_stop_writing (self);
  if (!ok)
    return FALSE;

  rm_image_remove_all (self);
  return rm_history_load (self, error);
}

static gboolean
fail_found (const char *path,
            GError **error)
{
  g_set_error (error, RM_STORE_ERROR, RM_STORE_ERROR_CONSTRAINT,
               /* Translators: %s is a file */
               _ ("Something that was to be erased is still in %s"), path);
  return FALSE;
}

static gboolean
check_file (const RmPurge *purge,
            GFile *file,
            GError **error)
{
  GError *io = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &io);
  g_autofree char *path = g_file_get_parse_name (file);
  gsize size = 0;
  gconstpointer data = NULL;

  if (bytes == NULL)
    return rm_safe_file_fail (io, _ ("read the file"), error);

  data = g_bytes_get_data (bytes, &size);
  return !rm_purge_has_word (purge, data, size) || fail_found (path, error);
}

static gboolean
check_folder (const RmPurge *purge,
              const char *folder,
              GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name = NULL;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      if (!check_file (purge, file, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
rm_document_purge (RmDocument *self,
                   const RmPurge *purge,
                   GError **error)
{
  if (!rm_store_purge (self->store, purge, error) || !rm_document_save (self, FALSE, NULL, error))
    return FALSE;

  /* However long it is: nothing of it may stay in the log. */
  rm_document_fold_all (self);
  return check_file (purge, self->file, error) && check_folder (purge, self->dir, error);
}
