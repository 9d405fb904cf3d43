/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-document.h"

#include "core/rm-settings.h"
#include "store/rm-document-private.h"
#include "store/rm-safe-file.h"
#include "store/rm-schema.h"
#include "store/rm-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Where a document's working copy lives: one folder for each file, named after its address, with
 * the copy, a lock, and an info file that says which state of the copy the file holds. */

#define WORKING_NAME "working.mentoring"
#define INFO_GROUP "document"

static char *
dir_of (GFile *file,
        const char *state_dir)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  hash[24] = '\0';
  return g_build_filename (state_dir, hash, NULL);
}

char *
rm_document_get_state_dir (void)
{
  return g_build_filename (g_get_user_state_dir (), "reverse-mentor", "documents", NULL);
}

static gboolean
take_lock (RmDocument *self,
           GError **error)
{
  g_autofree char *path = g_build_filename (self->dir, "lock", NULL);

  if (g_mkdir_with_parents (self->dir, 0700) != 0
      || (self->lock = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600)) < 0)
    {
      int saved = errno;

      g_set_error (error, RM_STORE_ERROR,
                   saved == ENOSPC ? RM_STORE_ERROR_NO_SPACE : RM_STORE_ERROR_PERMISSION,
                   /* Translators: first a folder, then why not */
                   _ ("The folder for working copies (%s) cannot be used: %s"), self->dir,
                   g_strerror (saved));
      return FALSE;
    }
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;

  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_BUSY,
                       _ ("The programme is open in another window or program"));
  return FALSE;
}

static RmDocument *
document_new (GFile *file,
              const char *state_dir,
              GError **error)
{
  g_autoptr (RmDocument) self = g_new0 (RmDocument, 1);

  g_mutex_init (&self->mutex);
  self->file = g_object_ref (file);
  self->dir = dir_of (file, state_dir);
  self->working = g_build_filename (self->dir, WORKING_NAME, NULL);
  self->lock = -1;
  if (!take_lock (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
rm_document_write_info (RmDocument *self,
                        GError **error)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char *path = g_build_filename (self->dir, "info", NULL);
  g_autofree char *uri = g_file_get_uri (self->file);
  g_autofree char *data = NULL;
  gsize size = 0;
  GError *io = NULL;

  g_mutex_lock (&self->mutex);
  g_key_file_set_string (info, INFO_GROUP, "uri", uri);
  g_key_file_set_string (info, INFO_GROUP, "stamp", self->stamp != NULL ? self->stamp : "");
  g_key_file_set_int64 (info, INFO_GROUP, "saved", self->saved_head);
  g_mutex_unlock (&self->mutex);

  data = g_key_file_to_data (info, &size, NULL);
  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &io))
    return rm_safe_file_fail (io, _ ("write to the folder for working copies"), error);

  return TRUE;
}

static gboolean
read_info (const char *dir,
           char **uri,
           char **stamp,
           gint64 *saved_head)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char *path = g_build_filename (dir, "info", NULL);

  if (!g_key_file_load_from_file (info, path, G_KEY_FILE_NONE, NULL))
    return FALSE;

  *uri = g_key_file_get_string (info, INFO_GROUP, "uri", NULL);
  *stamp = g_key_file_get_string (info, INFO_GROUP, "stamp", NULL);
  *saved_head = g_key_file_get_int64 (info, INFO_GROUP, "saved", NULL);
  return *uri != NULL;
}

static void
remove_working (const char *dir)
{
  static const char *const names[] = {
    WORKING_NAME,        WORKING_NAME "-wal", WORKING_NAME "-shm", WORKING_NAME "-journal",
    WORKING_NAME ".tmp", "info",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (dir, names[i], NULL);

      g_unlink (path);
    }
}

static void
remove_matching (const char *path,
                 const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, suffix))
      {
        g_autofree char *whole = g_build_filename (path, name, NULL);

        g_unlink (whole);
      }
}

static gboolean
attach (RmDocument *self,
        GError **error)
{
  g_autoptr (RmDb) db = rm_db_open (self->working, FALSE, error);
  int version = 0;

  if (db == NULL
      || !rm_schema_check_header (self->working, &version, error)
      || !rm_schema_check_text (db, version, error)
      || !rm_schema_migrate (db, version, error)
      || !rm_db_use_wal (db, error))
    return FALSE;

  self->store = rm_store_new (g_steal_pointer (&db), self->dir, error);
  return self->store != NULL;
}

static char *
query_stamp (GFile *file,
             GError **error)
{
  GError *io = NULL;
  char *stamp = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, &io);

  if (info == NULL)
    {
      rm_safe_file_fail (io, _ ("open the file"), error);
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_A_FILE,
                           g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
                             ? _ ("This is a folder, not a file")
                             : _ ("This is not a regular file"));
      return NULL;
    }

  stamp = rm_safe_file_dup_stamp (file, &io);
  if (stamp == NULL)
    rm_safe_file_fail (io, _ ("open the file"), error);
  return stamp;
}

static gboolean
copy_in (RmDocument *self,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *path = g_strconcat (self->working, ".tmp", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  GError *io = NULL;
  int version = 0;

  g_free (self->stamp);
  self->stamp = query_stamp (self->file, error);
  if (self->stamp == NULL)
    return FALSE;
  if (!g_file_copy (self->file, target,
                    G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL,
                    NULL, &io))
    return rm_safe_file_fail (io, _ ("open the file"), error);
  if (g_chmod (path, 0600) != 0
      || !rm_schema_check_header (path, &version, error)
      || g_rename (path, self->working) != 0)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, RM_STORE_ERROR, RM_STORE_ERROR_FAILED,
                     _ ("Could not %s: %s"), _ ("open the file"), g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

/* A working copy that is still there is either what a crash left or what could not be saved. */
static gboolean
try_recover (RmDocument *self)
{
  g_autofree char *uri = NULL;

  if (!g_file_test (self->working, G_FILE_TEST_IS_REGULAR)
      || !read_info (self->dir, &uri, &self->stamp, &self->saved_head)
      || !attach (self, NULL))
    return FALSE;

  self->recovered = rm_store_get_head (self->store) != self->saved_head;
  if (!self->recovered)
    g_clear_pointer (&self->store, rm_store_free);
  return self->recovered;
}

/* Keeps what cannot be read for somebody who can. */
static void
set_aside (RmDocument *self)
{
  g_autofree char *aside = NULL;

  if (!g_file_test (self->working, G_FILE_TEST_IS_REGULAR) || attach (self, NULL))
    {
      g_clear_pointer (&self->store, rm_store_free);
      return;
    }

  aside = g_strdup_printf ("%s/damaged-%" G_GINT64_FORMAT ".mentoring", self->dir,
                           g_get_real_time () / G_USEC_PER_SEC);
  g_rename (self->working, aside);
}

RmDocument *
rm_document_open (GFile *file,
                  const char *state_dir,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (RmDocument) self = document_new (file, state_dir, error);

  if (self == NULL)
    return NULL;
  rm_document_remove_stale (file);
  remove_matching (self->dir, ".tmp");
  if (try_recover (self))
    return g_steal_pointer (&self);

  set_aside (self);
  remove_working (self->dir);
  if (!copy_in (self, cancellable, error) || !attach (self, error))
    {
      g_clear_pointer (&self->store, rm_store_free);
      remove_working (self->dir);
      return NULL;
    }

  self->saved_head = rm_store_get_head (self->store);
  if (!rm_document_write_info (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
fill_new (RmDocument *self,
          GError **error)
{
  g_autoptr (RmDb) db = rm_db_open (self->working, TRUE, error);
  RmSettings *settings = NULL;
  RmQuery *query = NULL;
  gboolean ok = FALSE;

  if (db == NULL || g_chmod (self->working, 0600) != 0 || !rm_schema_create (db, error))
    return FALSE;

  query = rm_db_query (db, "INSERT INTO document (id, uid, created) VALUES (1, ?1, ?2)",
                       "set up the programme", error);
  if (query == NULL)
    return FALSE;
  rm_query_bind_int64 (query, 1, rm_store_new_id ());
  rm_query_bind_int64 (query, 2, g_get_real_time () / G_USEC_PER_SEC);
  if (!rm_query_run (query, error))
    return FALSE;

  settings = rm_settings_new ();
  settings->name = rm_document_dup_name (self);
  ok = rm_store_insert_first (db, settings, error);
  rm_record_unref (settings);
  return ok;
}

RmDocument *
rm_document_create (GFile *file,
                    const char *state_dir,
                    GError **error)
{
  g_autoptr (RmDocument) self = document_new (file, state_dir, error);

  if (self == NULL)
    return NULL;

  remove_working (self->dir);
  remove_matching (self->dir, ".image");
  if (!fill_new (self, error)
      || !attach (self, error)
      || !rm_store_load_history (self->store, error)
      || !rm_document_save (self, TRUE, NULL, error))
    {
      g_clear_pointer (&self->store, rm_store_free);
      remove_working (self->dir);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
rm_document_close (RmDocument *self)
{
  gboolean saved = self->store != NULL && rm_document_is_saved (self);
  gboolean needs_images = self->store != NULL && rm_store_needs_images (self->store);

  g_clear_pointer (&self->store, rm_store_free);
  if (saved)
    {
      remove_working (self->dir);
      if (!needs_images)
        remove_matching (self->dir, ".image");
    }
  if (self->lock >= 0)
    {
      if (saved)
        {
          g_autofree char *path = g_build_filename (self->dir, "lock", NULL);

          g_unlink (path);
          g_rmdir (self->dir);
        }
      close (self->lock);
    }
  g_mutex_clear (&self->mutex);
  g_object_unref (self->file);
  g_free (self->dir);
  g_free (self->working);
  g_free (self->stamp);
  g_free (self);
}

RmStore *
rm_document_get_store (RmDocument *self)
{
  return self->store;
}

GFile *
rm_document_get_file (RmDocument *self)
{
  return self->file;
}

static char *
name_of (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");

  if (g_str_has_suffix (name, ".mentoring"))
    name[strlen (name) - strlen (".mentoring")] = '\0';

  return g_steal_pointer (&name);
}

char *
rm_document_dup_name (RmDocument *self)
{
  return name_of (self->file);
}

gint64
rm_document_get_uid (RmDocument *self)
{
  gint64 uid = 0;

  return rm_db_get_int64 (self->store->db, "SELECT uid FROM document", &uid, NULL) ? uid : 0;
}

char *
rm_document_dup_state_path (RmDocument *self,
                            const char *name)
{
  g_autofree char *state_dir = g_path_get_dirname (self->dir);

  return g_build_filename (state_dir, name, NULL);
}

gboolean
rm_document_is_recovered (RmDocument *self)
{
  return self->recovered;
}

gboolean
rm_document_is_saved (RmDocument *self)
{
  gint64 saved = 0;

  g_mutex_lock (&self->mutex);
  saved = self->saved_head;
  g_mutex_unlock (&self->mutex);

  return saved == rm_store_get_head (self->store);
}

RmStore *
rm_document_open_worker (RmDocument *self,
                         GError **error)
{
  g_autoptr (RmDb) db = rm_db_open (self->working, FALSE, error);
  g_autoptr (RmStore) store = NULL;

  if (db == NULL || !rm_db_use_wal (db, error))
    return NULL;

  store = rm_store_new (g_steal_pointer (&db), self->dir, error);
  if (store == NULL || !rm_store_load_history (store, error))
    return NULL;

  return g_steal_pointer (&store);
}

gboolean
rm_document_verify (RmDocument *self,
                    GError **error)
{
  g_autoptr (RmDb) db = rm_db_open (self->working, FALSE, error);

  return db != NULL && rm_db_check (db, error);
}

gboolean
rm_document_forget_working_copy (GFile *file,
                                 const char *state_dir,
                                 GError **error)
{
  g_autoptr (RmDocument) self = document_new (file, state_dir, error);

  if (self == NULL)
    return FALSE;

  remove_working (self->dir);
  remove_matching (self->dir, ".image");
  return TRUE;
}

static RmUnsaved *
inspect (const char *dir)
{
  g_autofree char *working = g_build_filename (dir, WORKING_NAME, NULL);
  g_autofree char *uri = NULL;
  g_autofree char *stamp = NULL;
  g_autoptr (RmDb) db = NULL;
  GStatBuf info;
  gint64 saved = 0;
  gint64 head = 0;
  RmUnsaved *unsaved = NULL;

  if (g_stat (working, &info) != 0 || !read_info (dir, &uri, &stamp, &saved))
    return NULL;
  db = rm_db_open (working, FALSE, NULL);
  if (db == NULL
      || !rm_db_get_int64 (db, "SELECT coalesce (max (seq), 0) FROM history", &head, NULL)
      || head == saved)
    return NULL;

  unsaved = g_new0 (RmUnsaved, 1);
  unsaved->file = g_file_new_for_uri (uri);
  unsaved->name = name_of (unsaved->file);
  unsaved->modified = (gint64) info.st_mtime;
  return unsaved;
}

static gboolean
is_locked (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "lock", NULL);
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean locked = fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0;

  if (fd >= 0)
    close (fd);

  return locked;
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  const RmUnsaved *first = *(RmUnsaved *const *) a;
  const RmUnsaved *second = *(RmUnsaved *const *) b;

  return (first->modified < second->modified) - (first->modified > second->modified);
}

GPtrArray *
rm_document_list_unsaved (const char *state_dir)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_unsaved_free);
  g_autoptr (GDir) dirs = g_dir_open (state_dir, 0, NULL);
  const char *name = NULL;

  while (dirs != NULL && (name = g_dir_read_name (dirs)) != NULL)
    {
      g_autofree char *dir = g_build_filename (state_dir, name, NULL);
      RmUnsaved *unsaved = is_locked (dir) ? NULL : inspect (dir);

      if (unsaved != NULL)
        g_ptr_array_add (all, unsaved);
    }
  g_ptr_array_sort (all, compare_newest);

  return all;
}

void
rm_unsaved_free (RmUnsaved *self)
{
  g_object_unref (self->file);
  g_free (self->name);
  g_free (self);
}
