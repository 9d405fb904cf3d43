/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-document-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/rm-safe-file.h"
#include "store/rm-schema.h"

/* Saving: a compact image beside the working copy, then the whole of it over the file. */

#define STALE_SECONDS 60

static gboolean
write_whole (GFile *target,
             const char *image,
             const char *stamp,
             char **new_stamp,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (image);
  g_autoptr (GFileInputStream) in = NULL;
  GError *io = NULL;

  in = g_file_read (source, cancellable, &io);
  if (in == NULL)
    return rm_safe_file_fail (io, _ ("save the file"), error);

  return rm_safe_file_replace (target, G_INPUT_STREAM (in), stamp, new_stamp, cancellable, error);
}

static gboolean
make_image (RmDocument *self,
            const char *image,
            gint64 *head,
            GError **error)
{
  g_autoptr (RmDb) db = rm_db_open (self->working, FALSE, error);
  g_autoptr (RmDb) copy = NULL;

  if (db == NULL || !rm_db_copy_into (db, image, error))
    return FALSE;

  /* Asked of the image, since edits go on meanwhile. */
  copy = rm_db_open (image, FALSE, error);
  return copy != NULL
         && rm_db_get_int64 (copy, "SELECT coalesce (max (seq), 0) FROM history", head, error);
}

static gboolean
save_to (RmDocument *self,
         GFile *target,
         const char *stamp,
         char **new_stamp,
         gint64 *head,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *image = g_strdup_printf ("%s/image-%08x.tmp", self->dir, g_random_int ());
  gboolean ok = make_image (self, image, head, error)
                && write_whole (target, image, stamp, new_stamp, cancellable, error);

  g_unlink (image);
  if (!ok)
    rm_document_remove_stale (target);

  return ok;
}

/* Whether the file is an earlier state of this very document, whatever its stamp: then nobody else
 * has changed it. A save that was killed between the rename and the note of it looks like that. */
static gboolean
is_ancestor (RmDocument *self)
{
  g_autofree char *path = g_strdup_printf ("%s/ancestor-%08x.tmp", self->dir, g_random_int ());
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autoptr (RmDb) theirs = NULL;
  g_autoptr (RmDb) ours = NULL;
  int version = 0;
  gint64 uid = 0;
  gint64 our_uid = 0;
  gint64 head = 0;
  gint64 known = 0;
  gboolean ancestor = FALSE;

  if (!g_file_copy (self->file, copy, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL,
                    NULL, NULL, NULL))
    return FALSE;
  g_chmod (path, 0600);

  if (rm_schema_check_header (path, &version, NULL))
    theirs = rm_db_open (path, FALSE, NULL);
  if (theirs != NULL && rm_schema_check_text (theirs, version, NULL))
    ours = rm_db_open (self->working, FALSE, NULL);
  if (ours != NULL
      && rm_db_get_int64 (theirs, "SELECT uid FROM document", &uid, NULL)
      && rm_db_get_int64 (ours, "SELECT uid FROM document", &our_uid, NULL)
      && rm_db_get_int64 (theirs, "SELECT id FROM history ORDER BY seq DESC LIMIT 1", &head, NULL)
      && uid == our_uid)
    {
      RmQuery *query = rm_db_query (ours, "SELECT count (*) FROM history WHERE id = ?1",
                                    "read the history", NULL);
      gboolean row = FALSE;

      rm_query_bind_int64 (query, 1, head);
      if (rm_query_step (query, &row, NULL) && row)
        known = rm_query_get_int64 (query, 0);
      rm_query_free (query);
      ancestor = head == 0 || known > 0;
    }
  g_clear_pointer (&theirs, rm_db_close);
  g_unlink (path);

  return ancestor;
}

gboolean
rm_document_save (RmDocument *self,
                  gboolean overwrite,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *stamp = NULL;
  g_autofree char *new_stamp = NULL;
  GError *failure = NULL;
  gint64 head = 0;

  g_mutex_lock (&self->mutex);
  stamp = overwrite ? NULL : g_strdup (self->stamp);
  g_mutex_unlock (&self->mutex);

  if (!save_to (self, self->file, stamp, &new_stamp, &head, cancellable, &failure))
    {
      if (!g_error_matches (failure, RM_STORE_ERROR, RM_STORE_ERROR_CONFLICT)
          || !is_ancestor (self))
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      g_clear_error (&failure);
      if (!save_to (self, self->file, NULL, &new_stamp, &head, cancellable, error))
        return FALSE;
    }

  g_mutex_lock (&self->mutex);
  g_free (self->stamp);
  self->stamp = g_steal_pointer (&new_stamp);
  self->saved_head = head;
  g_mutex_unlock (&self->mutex);
  return rm_document_write_info (self, error);
}

gboolean
rm_document_save_copy (RmDocument *self,
                       GFile *file,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *new_stamp = NULL;
  gint64 head = 0;

  return save_to (self, file, NULL, &new_stamp, &head, cancellable, error);
}

/* A save that was killed leaves its temporary beside the document. Only files that carry our own
 * header and that nobody has written to for a while are taken for ours. */
static gboolean
is_stale (const char *path)
{
  GStatBuf info;
  int version = 0;

  return g_stat (path, &info) == 0
         && S_ISREG (info.st_mode)
         && info.st_uid == getuid ()
         && g_get_real_time () / G_USEC_PER_SEC - (gint64) info.st_mtime > STALE_SECONDS
         && rm_schema_check_header (path, &version, NULL);
}

void
rm_document_remove_stale (GFile *file)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *folder = parent != NULL ? g_file_get_path (parent) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, ".goutputstream-") && is_stale (path))
        g_unlink (path);
    }
}
