/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-document-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/rm-schema.h"

/* Saving: a compact image beside the working copy, then the whole of it over the file. The target
 * is replaced by a rename only after every byte is written; g_file_replace_contents() would rename
 * a truncated file over the good one on a full disk. */

#define STALE_SECONDS 60

static int
error_of (const GError *io)
{
  if (io->domain != G_IO_ERROR)
    return RM_STORE_ERROR_FAILED;

  switch (io->code)
    {
    case G_IO_ERROR_WRONG_ETAG:
      return RM_STORE_ERROR_CONFLICT;
    case G_IO_ERROR_NO_SPACE:
      return RM_STORE_ERROR_NO_SPACE;
    case G_IO_ERROR_PERMISSION_DENIED:
      return RM_STORE_ERROR_PERMISSION;
    case G_IO_ERROR_READ_ONLY:
      return RM_STORE_ERROR_READ_ONLY;
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return RM_STORE_ERROR_NOT_FOUND;
    case G_IO_ERROR_IS_DIRECTORY:
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return RM_STORE_ERROR_NOT_A_FILE;
    case G_IO_ERROR_CANCELLED:
      return RM_STORE_ERROR_CANCELLED;
    default:
      return RM_STORE_ERROR_FAILED;
    }
}

gboolean
rm_document_fail_io (GError *io,
                     const char *action,
                     GError **error)
{
  g_set_error (error, RM_STORE_ERROR, error_of (io),
               /* Translators: first what was being done ("save the file"), then why not */
               _ ("Could not %s: %s"), action, io->message);
  g_error_free (io);
  return FALSE;
}

static gboolean
check_links (GFile *file,
             GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_UNIX_NLINK
                                                  "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL)
    return TRUE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_A_FILE,
                           _ ("There is a folder of that name"));
      return FALSE;
    }
  if (g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_NLINK) < 2)
    return TRUE;

  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_HARD_LINK,
                       _ ("The file has more than one name on this disk and could not be replaced "
                          "safely: save a copy under another name"));
  return FALSE;
}

/* On any error the stream is closed by an already cancelled operation: the target stays as it is
 * and the temporary goes. */
static void
abandon (GFileOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
}

static gboolean
write_whole (GFile *target,
             const char *image,
             const char *etag,
             char **new_etag,
             GCancellable *cancellable,
             GError **error)
{
  const char *action = _ ("save the file");
  GError *io = NULL;
  g_autoptr (GFile) source = g_file_new_for_path (image);
  g_autoptr (GFileInputStream) in = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  if (!check_links (target, error))
    return FALSE;
  in = g_file_read (source, cancellable, &io);
  if (in == NULL)
    return rm_document_fail_io (io, action, error);
  out = g_file_replace (target, etag, FALSE, G_FILE_CREATE_PRIVATE, cancellable, &io);
  if (out == NULL)
    return rm_document_fail_io (io, action, error);

  if (g_output_stream_splice (G_OUTPUT_STREAM (out), G_INPUT_STREAM (in),
                              G_OUTPUT_STREAM_SPLICE_NONE, cancellable, &io) < 0
      || !g_output_stream_flush (G_OUTPUT_STREAM (out), cancellable, &io))
    {
      abandon (out);
      return rm_document_fail_io (io, action, error);
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, &io))
    return rm_document_fail_io (io, action, error);

  *new_etag = g_file_output_stream_get_etag (out);
  return TRUE;
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
         const char *etag,
         char **new_etag,
         gint64 *head,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *image = g_strdup_printf ("%s/image-%08x.tmp", self->dir, g_random_int ());
  gboolean ok = make_image (self, image, head, error)
                && write_whole (target, image, etag, new_etag, cancellable, error);

  g_unlink (image);
  if (!ok)
    rm_document_remove_stale (target);

  return ok;
}

gboolean
rm_document_save (RmDocument *self,
                  gboolean overwrite,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *etag = NULL;
  g_autofree char *new_etag = NULL;
  gint64 head = 0;

  g_mutex_lock (&self->mutex);
  etag = overwrite ? NULL : g_strdup (self->etag);
  g_mutex_unlock (&self->mutex);

  if (!save_to (self, self->file, etag, &new_etag, &head, cancellable, error))
    return FALSE;

  g_mutex_lock (&self->mutex);
  g_free (self->etag);
  self->etag = g_steal_pointer (&new_etag);
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
  g_autofree char *new_etag = NULL;
  gint64 head = 0;

  return save_to (self, file, NULL, &new_etag, &head, cancellable, error);
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
