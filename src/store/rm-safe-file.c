/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-safe-file.h"

#include "store/rm-draft.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Bytes read and written at a time. */
#define BUFFER_SIZE (128 * 1024)
#define MAX_LINKS 40

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

gboolean
rm_safe_file_fail_errno (int code,
                         const char *action,
                         GError **error)
{
  return rm_safe_file_fail (g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (code),
                                                 g_strerror (code)),
                            action, error);
}

/* The name itself if the file does not exist yet: its folder may have several names too. */
static char *
resolve_name (const char *path)
{
  char *real = realpath (path, NULL);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *real_folder = NULL;

  if (real != NULL)
    return real;

  folder = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  real_folder = realpath (folder, NULL);
  return g_build_filename (real_folder != NULL ? real_folder : folder, name, NULL);
}

GFile *
rm_safe_file_resolve (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return g_object_ref (file);

  /* realpath() fails at a dangling link, whose target writing creates. */
  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *real = resolve_name (path);
      g_autofree char *link = g_file_read_link (real, NULL);
      g_autofree char *folder = NULL;

      if (link == NULL)
        return g_file_new_for_path (real);
      folder = g_path_get_dirname (real);
      g_free (path);
      path = g_canonicalize_filename (link, folder);
    }

  return g_object_ref (file);
}

static gboolean
write_all (int fd,
           const char *data,
           gsize size,
           GError **error)
{
  for (gsize at = 0; at < size;)
    {
      gssize n = write (fd, data + at, size - at);

      if (n < 0 && errno != EINTR)
        return rm_safe_file_fail_errno (errno, _ ("save the file"), error);
      if (n > 0)
        at += (gsize) n;
    }

  return TRUE;
}

/* @fd: -1 to read only */
static char *
pour (GInputStream *in,
      int fd,
      const char *action,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *buffer = g_malloc (BUFFER_SIZE);
  gssize n = 0;

  do
    {
      GError *io = NULL;

      /* Memory streams do not check it. */
      n = g_cancellable_set_error_if_cancelled (cancellable, &io)
            ? -1
            : g_input_stream_read (in, buffer, BUFFER_SIZE, cancellable, &io);
      if (n < 0)
        {
          rm_safe_file_fail (io, action, error);
          return NULL;
        }
      g_checksum_update (sum, (const guchar *) buffer, n);
      if (fd >= 0 && !write_all (fd, buffer, (gsize) n, error))
        return NULL;
    }
  while (n > 0);

  if (fd >= 0 && fsync (fd) != 0)
    {
      rm_safe_file_fail_errno (errno, action, error);
      return NULL;
    }
  return g_strdup (g_checksum_get_string (sum));
}

char *
rm_safe_file_pour (GInputStream *in,
                   int fd,
                   GCancellable *cancellable,
                   GError **error)
{
  return pour (in, fd, _ ("save the file"), cancellable, error);
}

gboolean
rm_safe_file_is_there (const char *path)
{
  struct stat info;

  return lstat (path, &info) == 0;
}

static gboolean
check_regular (GFile *file,
               const char *action,
               GCancellable *cancellable,
               GError **error)
{
  GError *io = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &io);

  if (info == NULL)
    return rm_safe_file_fail (io, action, error);
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;

  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_A_FILE,
                       g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
                         ? _ ("This is a folder, not a file")
                         : _ ("This is not a regular file"));
  return FALSE;
}

GFileInputStream *
rm_safe_file_read (GFile *file,
                   const char *action,
                   GCancellable *cancellable,
                   GError **error)
{
  GFileInputStream *in = NULL;
  GError *io = NULL;

  if (!check_regular (file, action, cancellable, error))
    return NULL;

  in = g_file_read (file, cancellable, &io);
  if (in == NULL)
    rm_safe_file_fail (io, action, error);
  return in;
}

char *
rm_safe_file_dup_digest (GFile *file,
                         GCancellable *cancellable,
                         GError **error)
{
  const char *action = _ ("read the file");
  g_autoptr (GFileInputStream) in = rm_safe_file_read (file, action, cancellable, error);

  return in != NULL ? pour (G_INPUT_STREAM (in), -1, action, cancellable, error) : NULL;
}

char *
rm_safe_file_copy_in (GFile *file,
                      const char *path,
                      GCancellable *cancellable,
                      GError **error)
{
  const char *action = _ ("open the file");
  g_autoptr (GFileInputStream) in = rm_safe_file_read (file, action, cancellable, error);
  g_autofree char *digest = NULL;
  int fd = -1;

  if (in == NULL)
    return NULL;
  fd = g_open (path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      rm_safe_file_fail_errno (errno, action, error);
      return NULL;
    }

  digest = pour (G_INPUT_STREAM (in), fd, action, cancellable, error);
  close (fd);
  if (digest == NULL)
    g_unlink (path);
  return g_steal_pointer (&digest);
}

gboolean
rm_safe_file_write (const char *path,
                    gconstpointer data,
                    gsize size,
                    GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);

  return rm_draft_replace (file, in, NULL, error);
}

gboolean
rm_safe_file_sync_folder (const char *folder,
                          GError **error)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int code = fd < 0 || fsync (fd) != 0 ? errno : 0;

  if (fd >= 0)
    close (fd);
  /* Folders that may be written but not read, and file systems without support. */
  if (code == 0 || code == EINVAL || code == ENOTSUP || code == EACCES || code == EPERM)
    return TRUE;

  return rm_safe_file_fail_errno (code, _ ("save the file"), error);
}
