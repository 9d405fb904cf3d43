/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-document.h"

#include "core/base/rm-id.h"
#include "core/model/rm-settings.h"
#include "store/rm-document-private.h"
#include "store/rm-draft.h"
#include "store/rm-safe-file.h"
#include "store/rm-schema.h"
#include "store/rm-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Folded in some milliseconds, unnoticed by edits. */
#define SHORT_LOG (8 * 1024 * 1024)
#define LONG_LOG (G_GINT64_CONSTANT (256) * 1024 * 1024)

char *
rm_document_get_state_dir (void)
{
  return g_build_filename (g_get_user_state_dir (), "reverse-mentor", "documents", NULL);
}

RmDocument *
rm_document_new (GFile *file,
                 const char *state_dir,
                 GError **error)
{
  g_autofree char *key = rm_working_key (file);
  g_autofree char *folder_key = NULL;
  g_autoptr (RmFileLock) lock = rm_file_lock_take (state_dir, key, error);
  RmDocument *self = NULL;

  if (lock == NULL)
    return NULL;

  rm_working_folder_clean_all (state_dir);
  self = g_new0 (RmDocument, 1);
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->writing);
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_save_notice_free);
  self->short_log = SHORT_LOG;
  self->long_log = LONG_LOG;
  self->file = g_object_ref (file);
  self->dir = rm_working_folder_find (state_dir, file, key);
  self->working = g_build_filename (self->dir, RM_WORKING_NAME, NULL);
  self->lock = g_steal_pointer (&lock);

  folder_key = g_path_get_basename (self->dir);
  if (!g_str_equal (folder_key, key) && !rm_file_lock_add (self->lock, folder_key, error))
    g_clear_pointer (&self, rm_document_close);
  else if (rm_working_folder_is_held_by_old (self->dir))
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_BUSY,
                           _ ("The programme is open in another window or program"));
      g_clear_pointer (&self, rm_document_close);
    }
  return self;
}

/* Read with SQLite, not from the file: the content may still be in its log. */
static gboolean
check_marks (RmDb *db,
             int *version,
             GError **error)
{
  gint64 application = 0;
  gint64 number = 0;

  if (!rm_db_get_int64 (db, "PRAGMA application_id", &application, error)
      || !rm_db_get_int64 (db, "PRAGMA user_version", &number, error))
    return FALSE;

  *version = (int) number;
  return rm_schema_check_marks (application, number, error);
}

gboolean
rm_document_attach (RmDocument *self,
                    GError **error)
{
  g_autoptr (RmDb) db = rm_db_open (self->working, FALSE, error);
  int version = 0;

  if (db == NULL
      || !check_marks (db, &version, error)
      || !rm_schema_check_text (db, version, error)
      || !rm_schema_migrate (db, version, error)
      || !rm_db_use_wal (db, error))
    return FALSE;

  self->store = rm_store_new (g_steal_pointer (&db), self->dir, error);
  if (self->store == NULL)
    return FALSE;

  rm_store_set_writing (self->store, &self->writing);
  return TRUE;
}

guint64
rm_document_inode_of (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_UNIX_INODE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE) : 0;
}

static gboolean
make_folder (RmDocument *self,
             GError **error)
{
  if (g_mkdir (self->dir, 0700) == 0 || errno == EEXIST)
    return TRUE;

  return rm_safe_file_fail_errno (errno, _ ("make a working copy"), error);
}

/* An edit is acknowledged once it is in the log, so the copy under it must survive a loss of power,
 * with its name and its folder's. */
static gboolean
sync_folders (RmDocument *self,
              GError **error)
{
  g_autofree char *parent = g_path_get_dirname (self->dir);

  return rm_safe_file_sync_folder (self->dir, error) && rm_safe_file_sync_folder (parent, error);
}

static gboolean
copy_in (RmDocument *self,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *path = g_strconcat (self->working, ".tmp", NULL);
  int version = 0;

  if (!make_folder (self, error))
    return FALSE;

  self->inode = rm_document_inode_of (self->file);
  self->info->digest = rm_safe_file_copy_in (self->file, path, cancellable, error);
  if (self->info->digest == NULL || !rm_schema_check_header (path, &version, error))
    return FALSE;

  if (g_rename (path, self->working) != 0)
    return rm_safe_file_fail_errno (errno, _ ("open the file"), error);
  return TRUE;
}

static gboolean
open_file (RmDocument *self,
           GCancellable *cancellable,
           GError **error)
{
  self->info = rm_working_info_new ();
  self->info->uri = g_file_get_uri (self->file);
  if (!copy_in (self, cancellable, error) || !rm_document_attach (self, error))
    return FALSE;

  self->info->saved = rm_store_get_head (self->store);
  return rm_working_info_write (self->info, self->dir, error) && sync_folders (self, error);
}

/* Even if nothing is saved now: a draft holds the whole programme. */
static void
remove_stale_drafts (GFile *file)
{
  g_autofree char *folder = rm_document_folder_of (file);

  if (folder != NULL)
    rm_draft_remove_stale (folder);
}

RmDocument *
rm_document_open (GFile *file,
                  const char *state_dir,
                  RmOpenFlags flags,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (RmDocument) self = rm_document_new (file, state_dir, error);

  if (self == NULL)
    return NULL;

  remove_stale_drafts (file);
  if (!rm_document_recover (self, (flags & RM_OPEN_INSIST) != 0, error))
    return NULL;
  if (self->store != NULL)
    return g_steal_pointer (&self);

  rm_working_folder_remove (self->dir);
  if (!open_file (self, cancellable, error))
    {
      rm_working_folder_fail (self->dir, error);
      self->discarded = TRUE;
      return NULL;
    }

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
  rm_query_bind_int64 (query, 1, rm_id_new ());
  rm_query_bind_int64 (query, 2, g_get_real_time () / G_USEC_PER_SEC);
  if (!rm_query_run (query, error))
    return FALSE;

  settings = rm_settings_new ();
  settings->name = rm_document_dup_name (self);
  ok = rm_store_insert_first (db, settings, error);
  rm_record_unref (settings);
  return ok;
}

/* An existing file is replaced when the new one is saved, unless somebody changes it before. */
static gboolean
note_what_is_there (RmDocument *self,
                    GError **error)
{
  GError *failure = NULL;

  self->info = rm_working_info_new ();
  self->info->uri = g_file_get_uri (self->file);
  self->info->digest = rm_safe_file_dup_digest (self->file, NULL, &failure);
  if (failure != NULL && !g_error_matches (failure, RM_STORE_ERROR, RM_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  g_clear_error (&failure);
  return TRUE;
}

static gboolean
refuse_unsaved (RmDocument *self,
                GError **error)
{
  if (!rm_working_folder_may_hold_unsaved (self->dir))
    return TRUE;

  g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_UNSAVED,
                       _ ("There are changes to a programme of that name that were never saved: open "
                          "it first, to keep or drop them"));
  return FALSE;
}

RmDocument *
rm_document_create (GFile *file,
                    const char *state_dir,
                    GError **error)
{
  g_autoptr (RmDocument) self = rm_document_new (file, state_dir, error);

  if (self == NULL || !refuse_unsaved (self, error))
    return NULL;

  rm_working_folder_remove (self->dir);
  if (!note_what_is_there (self, error)
      || !make_folder (self, error)
      || !fill_new (self, error)
      || !rm_document_attach (self, error)
      || !rm_store_load_history (self->store, error)
      || !rm_working_info_write (self->info, self->dir, error)
      || !sync_folders (self, error))
    {
      rm_working_folder_fail (self->dir, error);
      self->discarded = TRUE;
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
rm_document_discard (RmDocument *self)
{
  self->discarded = TRUE;
}

void
rm_document_close (RmDocument *self)
{
  gboolean done = self->discarded || (self->store != NULL && rm_document_is_saved (self));

  g_clear_pointer (&self->store, rm_store_free);
  if (done)
    rm_working_folder_remove (self->dir);
  g_clear_pointer (&self->lock, rm_file_lock_release);
  g_clear_pointer (&self->info, rm_working_info_free);
  g_clear_object (&self->moved);
  g_ptr_array_unref (self->notices);
  g_mutex_clear (&self->mutex);
  g_mutex_clear (&self->writing);
  g_object_unref (self->file);
  g_free (self->dir);
  g_free (self->working);
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

gboolean
rm_document_follow (RmDocument *self)
{
  g_autoptr (GFile) moved = NULL;

  g_mutex_lock (&self->mutex);
  moved = g_steal_pointer (&self->moved);
  g_mutex_unlock (&self->mutex);

  return moved != NULL && g_set_object (&self->file, moved);
}

char *
rm_document_name_of (GFile *file)
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
  return rm_document_name_of (self->file);
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

static gint64
saved_head (RmDocument *self)
{
  gint64 saved = 0;

  g_mutex_lock (&self->mutex);
  saved = self->info->saved;
  g_mutex_unlock (&self->mutex);

  return saved;
}

gboolean
rm_document_is_saved (RmDocument *self)
{
  return saved_head (self) == rm_store_get_head (self->store);
}

guint
rm_document_count_unsaved (RmDocument *self)
{
  return (guint) (rm_store_get_head (self->store) - MAX (saved_head (self), 0));
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

  rm_store_set_writing (store, &self->writing);
  return g_steal_pointer (&store);
}

gboolean
rm_document_verify (RmDocument *self,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (RmDb) db = rm_db_open (self->working, FALSE, error);

  return db != NULL && rm_db_check (db, cancellable, error);
}
