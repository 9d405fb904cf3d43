/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Documents and exports are written the same way. The target is replaced by a rename only after
 * every byte is written; g_file_replace_contents() would rename a truncated file over the good one
 * on a full disk. */

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
rm_safe_file_fail (GError *io,
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
fail_errno (int code,
            GError **error)
{
  return rm_safe_file_fail (g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (code),
                                                 g_strerror (code)),
                            _ ("save the file"), error);
}

/* Where GIO cannot make a temporary beside a file, or cannot give it the file's owner, it empties
 * the file itself and writes over it: a full disk would then cost everything. Whether it can is
 * tried first; where it cannot, nothing is written. */
static gboolean
check_replaceable (GFile *target,
                   GError **error)
{
  const char *path = g_file_peek_path (target);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *probe = NULL;
  GStatBuf old;
  GStatBuf made;
  int fd = -1;
  gboolean same_owner = FALSE;

  if (path == NULL || g_stat (path, &old) != 0)
    return TRUE;

  probe = g_build_filename (folder, ".reverse-mentor-XXXXXX", NULL);
  fd = g_mkstemp_full (probe, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail_errno (errno, error);
  same_owner = fchown (fd, old.st_uid, old.st_gid) == 0
               || (fstat (fd, &made) == 0
                   && made.st_uid == old.st_uid
                   && made.st_gid == old.st_gid);
  close (fd);
  g_unlink (probe);
  if (same_owner)
    return TRUE;

  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_PERMISSION,
                       _ ("The file belongs to somebody else and could not be replaced safely: "
                          "save a copy under another name"));
  return FALSE;
}

/* Through a link GIO writes in place too: the file it leads to is what is replaced. */
static GFile *
follow_link (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *real = path != NULL ? realpath (path, NULL) : NULL;

  return real != NULL ? g_file_new_for_path (real) : g_object_ref (file);
}

#define IDENTITY G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_UNIX_INODE

static char *
make_stamp (const char *etag,
            GFileInfo *info)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT,
                          etag != NULL ? etag : "",
                          (gint64) g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

char *
rm_safe_file_dup_stamp (GFile *file,
                        GError **io)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, IDENTITY "," G_FILE_ATTRIBUTE_ETAG_VALUE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, io);

  return info != NULL ? make_stamp (g_file_info_get_etag (info), info) : NULL;
}

/* A file that is gone is nobody's change that could be lost. */
static gboolean
check_stamp (GFile *target,
             const char *stamp,
             char **etag,
             GError **error)
{
  g_autofree char *now = stamp != NULL ? rm_safe_file_dup_stamp (target, NULL) : NULL;

  if (now == NULL)
    return TRUE;
  if (!g_str_equal (now, stamp))
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_CONFLICT,
                           _ ("The file was changed by somebody else"));
      return FALSE;
    }

  /* GIO looks at the time once more, right before it replaces the file. */
  *etag = g_strndup (now, strcspn (now, " "));
  return TRUE;
}

gboolean
rm_safe_file_replace (GFile *file,
                      GInputStream *in,
                      const char *stamp,
                      char **new_stamp,
                      GCancellable *cancellable,
                      GError **error)
{
  const char *action = _ ("save the file");
  GError *io = NULL;
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *etag = NULL;
  g_autofree char *new_etag = NULL;
  g_autoptr (GFile) target = follow_link (file);
  gboolean is_new = !g_file_query_exists (target, NULL);

  if (!check_links (target, error)
      || !check_stamp (target, stamp, &etag, error)
      || !check_replaceable (target, error))
    return FALSE;
  out = g_file_replace (target, etag, FALSE, G_FILE_CREATE_PRIVATE, cancellable, &io);
  if (out == NULL)
    return rm_safe_file_fail (io, action, error);

  if (g_output_stream_splice (G_OUTPUT_STREAM (out), in,
                              G_OUTPUT_STREAM_SPLICE_NONE, cancellable, &io) < 0
      || !g_output_stream_flush (G_OUTPUT_STREAM (out), cancellable, &io)
      || (info = g_file_output_stream_query_info (out, IDENTITY, cancellable, &io)) == NULL)
    {
      abandon (out);
      /* A new file is written under its own name. */
      if (is_new)
        g_file_delete (target, NULL, NULL);
      return rm_safe_file_fail (io, action, error);
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, &io))
    return rm_safe_file_fail (io, action, error);

  /* Asked of what was written, not of the name: somebody may have replaced it since. */
  new_etag = g_file_output_stream_get_etag (out);
  if (new_stamp != NULL)
    *new_stamp = make_stamp (new_etag, info);
  return TRUE;
}
