/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-document-private.h"
#include "store/rm-safe-file.h"

#include <glib/gstdio.h>

/* The log of the working copy is folded into it (SQLite: a checkpoint) only when all of it is
 * saved, or when it has grown so long that reading and recovering would suffer. In that case a copy
 * of the file it is folded into is kept next to it, on disk, until that is done. */

static gint64
size_of_log (RmDocument *self)
{
  g_autofree char *log = g_strconcat (self->working, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 ? info.st_size : 0;
}

static char *
before_path (RmDocument *self)
{
  return g_build_filename (self->dir, "before-folding", NULL);
}

static gboolean
keep_before (RmDocument *self)
{
  g_autofree char *path = before_path (self);
  g_autofree char *part = g_strconcat (path, ".tmp", NULL);
  g_autoptr (GFile) working = g_file_new_for_path (self->working);
  g_autofree char *digest = rm_safe_file_copy_in (working, part, NULL, NULL);

  return digest != NULL && g_rename (part, path) == 0
         && rm_safe_file_sync_folder (self->dir, NULL);
}

/* Removed from disk before anybody writes again: it would be wrong with a new log. */
void
rm_document_end_folding (RmDocument *self)
{
  g_autofree char *path = before_path (self);

  if (g_unlink (path) == 0)
    rm_safe_file_sync_folder (self->dir, NULL);
}

static gboolean
note_folded (RmDocument *self)
{
  g_mutex_lock (&self->mutex);
  self->info->folded = TRUE;
  g_mutex_unlock (&self->mutex);

  return rm_working_info_write (self->info, self->dir, NULL);
}

static gboolean
read_head (RmDb *db,
           gint64 *head)
{
  return rm_db_get_int64 (db, "SELECT coalesce (max (seq), 0) FROM history", head, NULL);
}

static void
fold (RmDocument *self,
      RmDb *db,
      gboolean saved)
{
  if (!saved && (!note_folded (self) || !keep_before (self)))
    return;

  rm_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", "tidy the working copy", NULL);
  if (size_of_log (self) == 0)
    rm_document_end_folding (self);
}

static void
fold_if_saved (RmDocument *self,
               gboolean or_not)
{
  g_autoptr (RmDb) db = rm_db_open (self->working, FALSE, NULL);
  gint64 head = -1;
  gint64 saved = 0;

  if (db == NULL)
    return;

  g_mutex_lock (&self->writing);
  g_mutex_lock (&self->mutex);
  saved = self->info->saved;
  g_mutex_unlock (&self->mutex);
  if (read_head (db, &head) && (head == saved || or_not))
    fold (self, db, head == saved);
  g_mutex_unlock (&self->writing);
}

void
rm_document_fold_log (RmDocument *self)
{
  gint64 size = size_of_log (self);

  if (size > 0 && (size <= self->short_log || size >= self->long_log))
    fold_if_saved (self, size >= self->long_log);
}

void
rm_document_fold_all (RmDocument *self)
{
  fold_if_saved (self, TRUE);
}

/* Reverts an unfinished folding: the copy from before it holds everything that is not in the
 * log. */
gboolean
rm_document_unfold (RmDocument *self)
{
  g_autofree char *path = before_path (self);
  g_autofree char *index = g_strconcat (self->working, "-shm", NULL);

  if (size_of_log (self) == 0 || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;

  g_unlink (index);
  return g_rename (path, self->working) == 0 && rm_safe_file_sync_folder (self->dir, NULL);
}
