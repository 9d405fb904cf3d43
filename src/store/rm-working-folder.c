/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-working-folder-private.h"

#include "store/rm-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define GROUP "document"
#define INFO_NAME "info"
#define ATTEMPT_NAME "attempts"
#define KEY_LENGTH 24

/* A log without changes is shorter than this. */
#define LOG_HEADER 32

RmWorkingInfo *
rm_working_info_new (void)
{
  RmWorkingInfo *self = g_new0 (RmWorkingInfo, 1);

  self->saved = -1;
  return self;
}

void
rm_working_info_free (RmWorkingInfo *self)
{
  g_free (self->uri);
  g_free (self->digest);
  g_free (self->pending);
  g_free (self->draft);
  g_free (self);
}

static char *
read_text (GKeyFile *file,
           const char *key)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, key, NULL);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* As an address: key files hold only UTF-8, and a path may hold anything. */
static char *
read_path (GKeyFile *file,
           const char *key)
{
  g_autofree char *uri = read_text (file, key);

  return uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
}

RmWorkingInfo *
rm_working_info_read (const char *dir,
                      GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_build_filename (dir, INFO_NAME, NULL);
  g_autoptr (RmWorkingInfo) self = NULL;
  GError *io = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &io))
    {
      if (g_error_matches (io, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_error_free (io);
      else
        g_propagate_error (error, io);
      return NULL;
    }

  self = rm_working_info_new ();
  self->uri = read_text (file, "uri");
  self->digest = read_text (file, "digest");
  self->pending = read_text (file, "pending");
  self->draft = read_path (file, "draft");
  self->saved = g_key_file_get_int64 (file, GROUP, "saved", NULL);
  self->pending_saved = g_key_file_get_int64 (file, GROUP, "pending-saved", NULL);
  self->folded = g_key_file_get_boolean (file, GROUP, "folded", NULL);
  self->old = !g_key_file_has_key (file, GROUP, "digest", NULL);
  if (self->uri == NULL)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED, path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
set_text (GKeyFile *file,
          const char *key,
          const char *text)
{
  g_key_file_set_string (file, GROUP, key, text != NULL ? text : "");
}

gboolean
rm_working_info_write (const RmWorkingInfo *self,
                       const char *dir,
                       GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_build_filename (dir, INFO_NAME, NULL);
  g_autofree char *draft = self->draft != NULL ? g_filename_to_uri (self->draft, NULL, NULL) : NULL;
  g_autofree char *data = NULL;
  gsize size = 0;

  set_text (file, "uri", self->uri);
  set_text (file, "digest", self->digest);
  set_text (file, "pending", self->pending);
  set_text (file, "draft", draft);
  g_key_file_set_int64 (file, GROUP, "saved", self->saved);
  g_key_file_set_int64 (file, GROUP, "pending-saved", self->pending_saved);
  g_key_file_set_boolean (file, GROUP, "folded", self->folded);
  data = g_key_file_to_data (file, &size, NULL);
  return rm_safe_file_write (path, data, size, error);
}

char *
rm_working_key (GFile *file)
{
  g_autoptr (GFile) real = rm_safe_file_resolve (file);
  g_autofree char *path = g_file_is_native (real) ? g_file_get_path (real) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  struct stat info;

  if (folder != NULL && stat (folder, &info) == 0)
    {
      g_autofree char *name = g_path_get_basename (path);

      text = g_strdup_printf ("%ju:%ju:%s", (uintmax_t) info.st_dev, (uintmax_t) info.st_ino, name);
    }
  else
    text = g_file_get_uri (real);

  key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  key[KEY_LENGTH] = '\0';
  return g_steal_pointer (&key);
}

static gboolean
is_folder_name (const char *name)
{
  return strlen (name) == KEY_LENGTH && strspn (name, "0123456789abcdef") == KEY_LENGTH;
}

/* A folder may have another name than its file's key: the number of a disk can change from one
 * start of the computer to the next, a file can be renamed while it is open, and older versions
 * named folders differently. */
static gboolean
belongs_to (const char *dir,
            GFile *file,
            const char *key)
{
  g_autoptr (RmWorkingInfo) info = rm_working_info_read (dir, NULL);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *its_key = NULL;
  g_autoptr (GFile) its_file = NULL;

  if (info == NULL)
    return FALSE;
  if (g_str_equal (info->uri, uri))
    return TRUE;

  its_file = g_file_new_for_uri (info->uri);
  its_key = rm_working_key (its_file);
  return g_str_equal (its_key, key);
}

static gint64
written_at (const char *dir)
{
  g_autofree char *working = g_build_filename (dir, RM_WORKING_NAME, NULL);
  g_autofree char *log = g_strconcat (working, "-wal", NULL);
  GStatBuf info;
  gint64 at = 0;

  if (g_stat (working, &info) == 0)
    at = info.st_mtime;
  if (g_stat (log, &info) == 0)
    at = MAX (at, info.st_mtime);
  return at;
}

char *
rm_working_folder_find (const char *state_dir,
                        GFile *file,
                        const char *key)
{
  g_autofree char *best = g_build_filename (state_dir, key, NULL);
  g_autoptr (GDir) dirs = NULL;
  const char *name = NULL;

  if (rm_working_folder_may_hold_unsaved (best))
    return g_steal_pointer (&best);

  dirs = g_dir_open (state_dir, 0, NULL);
  while (dirs != NULL && (name = g_dir_read_name (dirs)) != NULL)
    {
      g_autofree char *dir = g_build_filename (state_dir, name, NULL);

      if (is_folder_name (name)
          && rm_working_folder_may_hold_unsaved (dir)
          && belongs_to (dir, file, key)
          && written_at (dir) > written_at (best))
        {
          g_free (best);
          best = g_steal_pointer (&dir);
        }
    }

  return g_steal_pointer (&best);
}

gboolean
rm_working_folder_may_hold_unsaved (const char *dir)
{
  g_autofree char *working = g_build_filename (dir, RM_WORKING_NAME, NULL);
  g_autofree char *log = g_strconcat (working, "-wal", NULL);
  g_autoptr (RmWorkingInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf written;

  if (!g_file_test (working, G_FILE_TEST_EXISTS))
    return FALSE;

  info = rm_working_info_read (dir, &error);
  if (error != NULL)
    return TRUE;
  /* Without an info file opening never finished, so there are no edits. */
  if (info == NULL)
    return FALSE;
  return info->old || info->folded || info->saved < 0
         || (info->draft != NULL && rm_safe_file_is_there (info->draft))
         || (g_stat (log, &written) == 0 && written.st_size > LOG_HEADER);
}

gboolean
rm_working_folder_is_held_by_old (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "lock", NULL);
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean held = fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0;

  if (fd >= 0)
    close (fd);
  return held;
}

void
rm_working_folder_remove (const char *dir)
{
  g_autoptr (GDir) files = g_dir_open (dir, 0, NULL);
  const char *name = NULL;
  g_autofree char *info = g_build_filename (dir, INFO_NAME, NULL);
  g_autofree char *working = g_build_filename (dir, RM_WORKING_NAME, NULL);

  /* The copy first: anything left after a kill in the middle then holds no data. */
  g_unlink (working);
  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_unlink (path);
    }
  g_unlink (info);
  g_rmdir (dir);
}

static void
clean (const char *state_dir,
       const char *name)
{
  g_autofree char *dir = g_build_filename (state_dir, name, NULL);
  g_autoptr (RmFileLock) lock = rm_file_lock_take (state_dir, name, NULL);

  if (lock != NULL
      && !rm_working_folder_is_held_by_old (dir)
      && !rm_working_folder_may_hold_unsaved (dir))
    rm_working_folder_remove (dir);
}

void
rm_working_folder_clean_all (const char *state_dir)
{
  g_autoptr (GDir) dirs = g_dir_open (state_dir, 0, NULL);
  const char *name = NULL;

  while (dirs != NULL && (name = g_dir_read_name (dirs)) != NULL)
    if (is_folder_name (name))
      clean (state_dir, name);
}

gboolean
rm_working_folder_fail (const char *dir,
                        GError **error)
{
  if (error == NULL || !g_error_matches (*error, RM_STORE_ERROR, RM_STORE_ERROR_NO_SPACE))
    return FALSE;

  g_clear_error (error);
  g_set_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NO_SPACE,
               /* Translators: %s is a folder */
               _ ("There is no room left for the working copy of the programme, in %s"), dir);
  return FALSE;
}

int
rm_working_folder_count_attempts (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, ATTEMPT_NAME, NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? MAX (0, atoi (text)) : 0;
}

int
rm_working_folder_begin_attempt (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, ATTEMPT_NAME, NULL);
  int before = rm_working_folder_count_attempts (dir);
  g_autofree char *next = g_strdup_printf ("%d\n", before + 1);

  /* If there is no space for a mark, there is none to open it either. */
  rm_safe_file_write (path, next, strlen (next), NULL);
  return before;
}

void
rm_working_folder_end_attempt (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, ATTEMPT_NAME, NULL);

  g_unlink (path);
}
