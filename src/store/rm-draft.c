/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-draft.h"

#include "store/rm-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

/* Not g_file_replace_contents() anywhere: on a full disk it renames a truncated file over the good
 * one. */

struct _RmDraft
{
  GFile *target;     /* links followed */
  char *target_path; /* NULL if the file system is not local */
  char *path;        /* of the draft, next to the target; NULL if there is no such path */
  char *exchange_path;
  char *digest;
  GInputStream *in;  /* where GIO writes */
  gboolean exchange;
  gboolean portal;
};

/* The first name is only ever that of a draft. Right before an exchange it gets the second: the
 * file of that name may be somebody else's work. */
#define DRAFT_PREFIX ".reverse-mentor-draft-"
#define EXCHANGE_PREFIX ".reverse-mentor-exchange-"

#define STALE_SECONDS 60

/* The path of the document outside of the sandbox. */
#define PORTAL_ATTRIBUTE "user.document-portal.host-path"

static gboolean
exists (RmDraft *self,
        struct stat *info)
{
  return self->target_path != NULL && stat (self->target_path, info) == 0;
}

static gboolean
check_target (const struct stat *info,
              const char *path,
              GError **error)
{
  if (!S_ISREG (info->st_mode))
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_A_FILE,
                           S_ISDIR (info->st_mode) ? _ ("There is a folder of that name")
                                                   : _ ("This is not a regular file"));
      return FALSE;
    }
  if (info->st_nlink > 1)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_HARD_LINK,
                           _ ("The file has more than one name on this disk and could not be "
                              "replaced safely: save a copy under another name"));
      return FALSE;
    }
  /* A writable folder lets a protected file be replaced, which is not intended. */
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return rm_safe_file_fail_errno (errno, _ ("save the file"), error);

  return TRUE;
}

static void
carry_attribute (int fd,
                 const char *path,
                 const char *name)
{
  gssize size = getxattr (path, name, NULL, 0);
  g_autofree char *value = size >= 0 ? g_malloc (MAX (size, 1)) : NULL;

  size = value != NULL ? getxattr (path, name, value, (gsize) size) : -1;
  /* Attributes that only the system may set, it sets itself. */
  if (size >= 0)
    fsetxattr (fd, name, value, (gsize) size, 0);
}

/* Access lists are extended attributes, too; they come last, since a change of mode changes them. */
static gboolean
carry_over (int fd,
            const char *path,
            const struct stat *old,
            GError **error)
{
  gssize size = 0;
  g_autofree char *names = NULL;
  struct stat made;

  if (fchown (fd, old->st_uid, old->st_gid) != 0
      && (fstat (fd, &made) != 0
          || made.st_uid != old->st_uid
          || made.st_gid != old->st_gid))
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_PERMISSION,
                           _ ("The file belongs to somebody else and could not be replaced safely: "
                              "save a copy under another name"));
      return FALSE;
    }
  if (fchmod (fd, old->st_mode & 07777) != 0)
    return rm_safe_file_fail_errno (errno, _ ("save the file"), error);

  size = listxattr (path, NULL, 0);
  if (size <= 0)
    return TRUE;
  names = g_malloc0 ((gsize) size + 1);
  size = listxattr (path, names, (gsize) size);
  for (gssize at = 0; at < size; at += (gssize) strlen (names + at) + 1)
    carry_attribute (fd, path, names + at);

  return TRUE;
}

static gboolean
write_beside (RmDraft *self,
              GInputStream *in,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->target_path);
  g_autofree char *path = g_build_filename (folder, DRAFT_PREFIX "XXXXXX", NULL);
  struct stat old;
  gboolean ok = TRUE;
  int fd = -1;

  rm_draft_remove_stale (folder);
  if (exists (self, &old) && !check_target (&old, self->target_path, error))
    return FALSE;
  fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return rm_safe_file_fail_errno (errno, _ ("save the file"), error);

  self->path = g_steal_pointer (&path);
  if (self->exchange)
    self->exchange_path = g_strconcat (folder, G_DIR_SEPARATOR_S, EXCHANGE_PREFIX,
                                       self->path + strlen (self->path) - 6, NULL);
  ok = !exists (self, &old) || carry_over (fd, self->target_path, &old, error);
  if (ok)
    self->digest = rm_safe_file_pour (in, fd, cancellable, error);
  close (fd);
  return self->digest != NULL;
}

RmDraft *
rm_draft_new (GFile *file,
              GInputStream *in,
              gboolean exchange,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (RmDraft) self = g_new0 (RmDraft, 1);

  g_return_val_if_fail (G_IS_SEEKABLE (in), NULL);

  self->target = rm_safe_file_resolve (file);
  self->in = g_object_ref (in);
  self->exchange = exchange;
  if (g_file_is_native (self->target))
    {
      self->target_path = g_file_get_path (self->target);
      self->portal = getxattr (self->target_path, PORTAL_ATTRIBUTE, NULL, 0) >= 0;
      if (!write_beside (self, in, cancellable, error))
        return NULL;
    }
  else
    {
      self->digest = rm_safe_file_pour (in, -1, cancellable, error);
      if (self->digest == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}

const char *
rm_draft_get_digest (RmDraft *self)
{
  return self->digest;
}

const char *
rm_draft_get_exchange_path (RmDraft *self)
{
  return self->exchange_path;
}

static gboolean
fail_conflict (GError **error)
{
  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_CONFLICT,
                       _ ("The file was changed by somebody else"));
  return FALSE;
}

static gboolean
fail_moved (GError **error)
{
  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_MOVED,
                       _ ("The file no longer exists: it was moved, renamed or deleted"));
  return FALSE;
}

static gboolean
check_known (RmDraft *self,
             const char *const *known,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *digest = NULL;
  GError *failure = NULL;

  if (known == NULL)
    return TRUE;

  digest = rm_safe_file_dup_digest (self->target, cancellable, &failure);
  if (digest != NULL)
    return g_strv_contains (known, digest) || fail_conflict (error);
  if (!g_error_matches (failure, RM_STORE_ERROR, RM_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  g_error_free (failure);
  return known[0] == NULL || fail_moved (error);
}

/* A read lease is not granted while anybody has the file open for writing. If somebody opens it
 * while we hold the lease, the system sends a signal, which would end the program: an ignored one
 * is chosen. Pipes are not waited for. */
static gboolean
is_being_written (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  gboolean written = fd >= 0
                     && fcntl (fd, F_SETSIG, SIGURG) == 0
                     && fcntl (fd, F_SETLEASE, F_RDLCK) != 0
                     && errno == EAGAIN;

  if (fd >= 0)
    close (fd);
  return written;
}

/* If the file that came out cannot be read, it is kept as well: it may be anybody's. */
static void
look_at_displaced (RmDraft *self,
                   const char *const *known,
                   char **displaced)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  gboolean written = is_being_written (self->path);
  g_autofree char *digest = rm_safe_file_dup_digest (file, NULL, NULL);

  if (!written && digest != NULL && g_strv_contains (known, digest))
    g_unlink (self->path);
  else
    *displaced = g_strdup (self->path);
}

/* The draft is in place, and nothing of ours is left next to it. */
static gboolean
finish (RmDraft *self,
        GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->target_path);

  g_clear_pointer (&self->path, g_free);
  return rm_safe_file_sync_folder (folder, error);
}

static gboolean
is_unsupported (int code)
{
  return code == EINVAL || code == ENOSYS || code == ENOTSUP;
}

/* If GIO cannot make a temporary file it truncates the file itself and overwrites it, and a full
 * disk would then destroy it: the draft has shown that it can. */
static gboolean
commit_by_gio (RmDraft *self,
               const char *const *known,
               GCancellable *cancellable,
               GError **error)
{
  const char *action = _ ("save the file");
  g_autoptr (GFileInfo) info = g_file_query_info (self->target, G_FILE_ATTRIBUTE_ETAG_VALUE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *now = NULL;
  GError *io = NULL;

  if (!check_known (self, known, cancellable, error))
    return FALSE;
  if (!g_seekable_seek (G_SEEKABLE (self->in), 0, G_SEEK_SET, cancellable, &io))
    return rm_safe_file_fail (io, action, error);
  out = g_file_replace (self->target,
                        known != NULL && info != NULL ? g_file_info_get_etag (info) : NULL, FALSE,
                        info == NULL ? G_FILE_CREATE_PRIVATE : G_FILE_CREATE_NONE, cancellable,
                        &io);
  if (out == NULL)
    return rm_safe_file_fail (io, action, error);

  if (g_output_stream_splice (G_OUTPUT_STREAM (out), self->in, G_OUTPUT_STREAM_SPLICE_NONE,
                              cancellable, &io) < 0
      || !g_output_stream_flush (G_OUTPUT_STREAM (out), cancellable, &io))
    {
      /* Closed with a cancelled operation, so that the target stays unchanged. */
      g_cancellable_cancel (cancelled);
      g_output_stream_close (G_OUTPUT_STREAM (out), cancelled, NULL);
      if (info == NULL)
        g_file_delete (self->target, NULL, NULL);
      return rm_safe_file_fail (io, action, error);
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, &io))
    return rm_safe_file_fail (io, action, error);

  now = rm_safe_file_dup_digest (self->target, NULL, error);
  if (now == NULL)
    return FALSE;
  return known == NULL || g_str_equal (now, self->digest) || fail_conflict (error);
}

/* Nothing may be there: use a rename that refuses to replace, if there is one. */
static gboolean
commit_new (RmDraft *self,
            GError **error)
{
  int code = 0;

  if (renameat2 (AT_FDCWD, self->path, AT_FDCWD, self->target_path, RENAME_NOREPLACE) != 0)
    code = errno;
  if (is_unsupported (code))
    {
      code = g_file_test (self->target_path, G_FILE_TEST_EXISTS) ? EEXIST : 0;
      if (code == 0 && rename (self->path, self->target_path) != 0)
        code = errno;
    }

  if (code == EEXIST)
    return fail_conflict (error);
  if (code != 0)
    return rm_safe_file_fail_errno (code, _ ("save the file"), error);
  return finish (self, error);
}

static gboolean
commit_over_anything (RmDraft *self,
                      GError **error)
{
  if (rename (self->path, self->target_path) != 0)
    return rm_safe_file_fail_errno (errno, _ ("save the file"), error);

  return finish (self, error);
}

static gboolean
commit_by_exchange (RmDraft *self,
                    const char *const *known,
                    char **displaced,
                    GCancellable *cancellable,
                    GError **error)
{
  if (rename (self->path, self->exchange_path) != 0)
    return rm_safe_file_fail_errno (errno, _ ("save the file"), error);
  g_free (self->path);
  self->path = g_strdup (self->exchange_path);

  if (renameat2 (AT_FDCWD, self->path, AT_FDCWD, self->target_path, RENAME_EXCHANGE) == 0)
    {
      look_at_displaced (self, known, displaced);
      return finish (self, error);
    }

  if (errno == ENOENT)
    return fail_moved (error);
  if (!is_unsupported (errno))
    return rm_safe_file_fail_errno (errno, _ ("save the file"), error);
  return commit_by_gio (self, known, cancellable, error);
}

gboolean
rm_draft_commit (RmDraft *self,
                 const char *const *known,
                 char **displaced,
                 GCancellable *cancellable,
                 GError **error)
{
  g_return_val_if_fail (self->exchange == (known != NULL), FALSE);
  g_return_val_if_fail (known == NULL || displaced != NULL, FALSE);

  if (displaced != NULL)
    *displaced = NULL;
  if (self->path == NULL || (self->portal && known != NULL))
    return commit_by_gio (self, known, cancellable, error);
  if (known == NULL)
    return commit_over_anything (self, error);
  if (!check_known (self, known, cancellable, error))
    return FALSE;

  return known[0] == NULL ? commit_new (self, error)
                          : commit_by_exchange (self, known, displaced, cancellable, error);
}

void
rm_draft_free (RmDraft *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  g_object_unref (self->target);
  g_clear_object (&self->in);
  g_free (self->target_path);
  g_free (self->path);
  g_free (self->exchange_path);
  g_free (self->digest);
  g_free (self);
}

gboolean
rm_draft_replace (GFile *file,
                  GInputStream *in,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (RmDraft) self = rm_draft_new (file, in, FALSE, cancellable, error);

  return self != NULL && rm_draft_commit (self, NULL, NULL, cancellable, error);
}

static gboolean
is_stale (const char *path,
          const char *name)
{
  struct stat info;

  return g_str_has_prefix (name, DRAFT_PREFIX)
         && lstat (path, &info) == 0
         && S_ISREG (info.st_mode)
         && info.st_uid == geteuid ()
         && g_get_real_time () / G_USEC_PER_SEC - (gint64) info.st_mtime > STALE_SECONDS;
}

void
rm_draft_remove_stale (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_stale (path, name))
        g_unlink (path);
    }
}
