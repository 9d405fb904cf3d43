/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-document-private.h"
#include "store/rm-safe-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Recovers working copies left by a crash, or that could not be saved. Nothing here deletes a
 * working copy that may hold changes: the copy, its log and its index stay together until they are
 * saved, or somebody discards them. */

static gboolean
is_passing (const GError *error)
{
  return g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_NO_SPACE)
         || g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_PERMISSION)
         || g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_READ_ONLY)
         || g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_BUSY);
}

/* @failure: (transfer full) */
static gboolean
fail_unsaved (RmDocument *self,
              GError *failure,
              GError **error)
{
  if (is_passing (failure))
    g_set_error (error, RM_STORE_ERROR, failure->code,
                 /* Translators: first why, then a folder */
                 _ ("%s. Changes that were never saved are in the way; they are kept in %s, and "
                    "nothing is lost: try again once this is put right"),
                 failure->message, self->dir);
  else
    g_set_error (error, RM_STORE_ERROR, RM_STORE_ERROR_UNSAVED,
                 /* Translators: first why, then a folder */
                 _ ("There are changes that were never saved, and they cannot be opened: %s. They "
                    "are kept in %s"),
                 failure->message, self->dir);
  g_error_free (failure);
  return FALSE;
}

static void
settle_draft (RmDocument *self,
              RmWorkingInfo *info)
{
  g_autofree char *name = rm_document_settle_draft (info, self->file);

  if (name != NULL)
    rm_document_add_notice (self, RM_SAVE_NOTICE_DISPLACED, name);
}

/* A killed save may have been done: then the file has the pending content. */
static gboolean
is_pending_done (const RmWorkingInfo *info,
                 GFile *file)
{
  g_autofree char *now = info->pending != NULL ? rm_safe_file_dup_digest (file, NULL, NULL) : NULL;

  return now != NULL && g_str_equal (now, info->pending);
}

static void
settle_pending (RmWorkingInfo *info,
                GFile *file)
{
  if (!is_pending_done (info, file))
    return;

  g_free (info->digest);
  info->digest = g_steal_pointer (&info->pending);
  info->saved = info->pending_saved;
}

/* A copy that crashed the program once is read whole before anything else, and one that crashed it
 * twice is left alone until somebody insists. */
static gboolean
attach_again (RmDocument *self,
              gboolean insist,
              GError **error)
{
  int attempts = rm_working_folder_begin_attempt (self->dir);
  gboolean ok = FALSE;

  if (attempts > 1 && !insist)
    {
      g_set_error_literal (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED,
                           _ ("the program ended twice while it read them"));
      return FALSE;
    }

  ok = (attempts == 0 || rm_document_verify (self, NULL, error))
       && rm_document_attach (self, error);
  if (!ok && rm_document_unfold (self))
    {
      g_clear_error (error);
      ok = rm_document_attach (self, error);
    }
  if (ok)
    rm_document_end_folding (self);
  rm_working_folder_end_attempt (self->dir);
  return ok;
}

gboolean
rm_document_recover (RmDocument *self,
                     gboolean insist,
                     GError **error)
{
  GError *failure = NULL;

  if (!rm_working_folder_may_hold_unsaved (self->dir))
    return TRUE;

  self->info = rm_working_info_read (self->dir, &failure);
  if (self->info == NULL || !attach_again (self, insist, &failure))
    return fail_unsaved (self, failure, error);

  settle_draft (self, self->info);
  settle_pending (self->info, self->file);
  if (rm_store_get_head (self->store) == self->info->saved)
    {
      g_clear_pointer (&self->store, rm_store_free);
      g_clear_pointer (&self->info, rm_working_info_free);
      return TRUE;
    }

  g_free (self->info->uri);
  self->info->uri = g_file_get_uri (self->file);
  self->inode = rm_document_inode_of (self->file);
  self->recovered = TRUE;
  return TRUE;
}

gboolean
rm_document_drop_unsaved (GFile *file,
                          const char *state_dir,
                          gboolean *found,
                          GError **error)
{
  g_autoptr (RmDocument) self = rm_document_new (file, state_dir, error);
  g_autoptr (RmWorkingInfo) info = NULL;

  if (self == NULL)
    return FALSE;

  *found = rm_working_folder_may_hold_unsaved (self->dir);
  info = rm_working_info_read (self->dir, NULL);
  if (info != NULL)
    settle_draft (self, info);
  rm_document_discard (self);
  return TRUE;
}

/* Whether all of it is in the file; if unknown, it is not. */
static gboolean
holds_nothing_new (const char *dir,
                   const RmWorkingInfo *info,
                   GFile *file)
{
  g_autofree char *working = g_build_filename (dir, RM_WORKING_NAME, NULL);
  g_autoptr (RmDb) db = NULL;
  gint64 head = 0;
  gboolean known = FALSE;

  /* It is left alone unless wanted: this must not count as another crash. */
  if (rm_working_folder_count_attempts (dir) > 0)
    return FALSE;

  rm_working_folder_begin_attempt (dir);
  db = rm_db_open (working, FALSE, NULL);
  known = db != NULL
          && rm_db_get_int64 (db, "SELECT coalesce (max (seq), 0) FROM history", &head, NULL);
  rm_working_folder_end_attempt (dir);
  return known && head == (is_pending_done (info, file) ? info->pending_saved : info->saved);
}

/* Held while it is examined: opening it meanwhile waits or fails as busy. */
static RmUnsaved *
inspect (const char *state_dir,
         const char *name)
{
  g_autofree char *dir = g_build_filename (state_dir, name, NULL);
  g_autofree char *working = g_build_filename (dir, RM_WORKING_NAME, NULL);
  g_autoptr (RmFileLock) lock = rm_file_lock_take (state_dir, name, NULL);
  g_autoptr (RmWorkingInfo) info = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GFile) file = NULL;
  GStatBuf written;
  RmUnsaved *unsaved = NULL;

  if (lock == NULL
      || rm_working_folder_is_held_by_old (dir)
      || !rm_working_folder_may_hold_unsaved (dir)
      || (info = rm_working_info_read (dir, NULL)) == NULL)
    return NULL;

  file = g_file_new_for_uri (info->uri);
  key = rm_working_key (file);
  if ((!g_str_equal (key, name) && !rm_file_lock_add (lock, key, NULL))
      || g_stat (working, &written) != 0)
    return NULL;

  if (holds_nothing_new (dir, info, file))
    {
      /* After that nothing refers to it, so its name must say what it is. */
      g_autofree char *kept = rm_document_settle_draft (info, file);

      rm_working_folder_remove (dir);
      return NULL;
    }

  unsaved = g_new0 (RmUnsaved, 1);
  unsaved->file = g_steal_pointer (&file);
  unsaved->name = rm_document_name_of (unsaved->file);
  unsaved->modified = (gint64) written.st_mtime;
  return unsaved;
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
  g_autoptr (GDir) dirs = NULL;
  const char *name = NULL;

  rm_working_folder_clean_all (state_dir);
  dirs = g_dir_open (state_dir, 0, NULL);
  while (dirs != NULL && (name = g_dir_read_name (dirs)) != NULL)
    {
      RmUnsaved *unsaved = inspect (state_dir, name);

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
