/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-file-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Locks of open file descriptions, not of processes: two documents of one program exclude each
 * other too, and closing one does not release the lock of the other. */

struct _RmFileLock
{
  char *state_dir;
  int fd;
};

#define NAME "locks"
#define N_DIGITS 15

static gboolean
fail_folder (const char *state_dir,
             int code,
             GError **error)
{
  g_set_error (error, RM_STORE_ERROR,
               code == ENOSPC ? RM_STORE_ERROR_NO_SPACE : RM_STORE_ERROR_PERMISSION,
               /* Translators: first a folder, then why not */
               _ ("The folder for working copies (%s) cannot be used: %s"), state_dir,
               g_strerror (code));
  return FALSE;
}

static int
lock_byte (int fd,
           const char *key)
{
  g_autofree char *digits = g_strndup (key, N_DIGITS);
  struct flock lock = {
    .l_type = F_WRLCK,
    .l_whence = SEEK_SET,
    .l_start = (off_t) g_ascii_strtoull (digits, NULL, 16),
    .l_len = 1,
  };

  return fcntl (fd, F_OFD_SETLK, &lock) == 0 ? 0 : errno;
}

RmFileLock *
rm_file_lock_take (const char *state_dir,
                   const char *key,
                   GError **error)
{
  g_autofree char *path = g_build_filename (state_dir, NAME, NULL);
  g_autoptr (RmFileLock) self = g_new0 (RmFileLock, 1);

  self->fd = -1;
  if (g_mkdir_with_parents (state_dir, 0700) != 0
      || (self->fd = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600)) < 0)
    {
      fail_folder (state_dir, errno, error);
      return NULL;
    }
  self->state_dir = g_strdup (state_dir);
  if (!rm_file_lock_add (self, key, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
rm_file_lock_add (RmFileLock *self,
                  const char *key,
                  GError **error)
{
  int code = lock_byte (self->fd, key);

  if (code == 0)
    return TRUE;
  if (code != EAGAIN && code != EACCES)
    return fail_folder (self->state_dir, code, error);

  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_BUSY,
                       _ ("The programme is open in another window or program"));
  return FALSE;
}

void
rm_file_lock_release (RmFileLock *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->state_dir);
  g_free (self);
}
