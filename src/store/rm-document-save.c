/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rm-document-private.h"
#include "store/rm-draft.h"
#include "store/rm-safe-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Saving: a compact image next to the working copy, a draft of it next to the file, and an exchange
 * of the two. The digest is noted before writing, so that a killed save can be told from a change
 * by somebody else. */

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

  /* Read from the image, since edits go on meanwhile. */
  copy = rm_db_open (image, FALSE, error);
  return copy != NULL
         && rm_db_get_int64 (copy, "SELECT coalesce (max (seq), 0) FROM history", head, error);
}

static RmDraft *
draft_image (RmDocument *self,
             GFile *target,
             gboolean exchange,
             gint64 *head,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *image = g_strdup_printf ("%s/image-%08x.tmp", self->dir, g_random_int ());
  g_autoptr (GFile) source = g_file_new_for_path (image);
  g_autoptr (GFileInputStream) in = NULL;
  RmDraft *draft = NULL;

  if (make_image (self, image, head, error) || rm_working_folder_fail (self->dir, error))
    in = rm_safe_file_read (source, _ ("save the file"), cancellable, error);
  if (in != NULL)
    draft = rm_draft_new (target, G_INPUT_STREAM (in), exchange, cancellable, error);
  g_unlink (image);

  return draft;
}

RmSaveNotice *
rm_save_notice_new (RmSaveNoticeKind kind,
               const char *name)
{
  RmSaveNotice *self = g_new0 (RmSaveNotice, 1);

  self->kind = kind;
  self->name = g_strdup (name);
  return self;
}

void
rm_save_notice_free (RmSaveNotice *self)
{
  g_free (self->name);
  g_free (self);
}

void
rm_document_add_notice (RmDocument *self,
                        RmSaveNoticeKind kind,
                        const char *name)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->notices, rm_save_notice_new (kind, name));
  g_mutex_unlock (&self->mutex);
}

GPtrArray *
rm_document_take_notices (RmDocument *self)
{
  GPtrArray *taken = NULL;

  g_mutex_lock (&self->mutex);
  taken = self->notices;
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_save_notice_free);
  g_mutex_unlock (&self->mutex);

  return taken;
}

static gboolean
note_pending (RmDocument *self,
              RmDraft *draft,
              gint64 head,
              GError **error)
{
  g_mutex_lock (&self->mutex);
  g_free (self->info->pending);
  g_free (self->info->draft);
  self->info->pending = g_strdup (rm_draft_get_digest (draft));
  self->info->draft = g_strdup (rm_draft_get_exchange_path (draft));
  self->info->pending_saved = head;
  g_mutex_unlock (&self->mutex);

  return rm_working_info_write (self->info, self->dir, error)
         || rm_working_folder_fail (self->dir, error);
}

/* Only in memory: on disk the content of the file is noted as pending. */
static void
note_saved (RmDocument *self,
            GFile *file)
{
  guint64 inode = rm_document_inode_of (file);

  g_mutex_lock (&self->mutex);
  g_free (self->info->digest);
  self->info->digest = g_steal_pointer (&self->info->pending);
  self->info->saved = self->info->pending_saved;
  self->info->folded = FALSE;
  g_clear_pointer (&self->info->draft, g_free);
  self->inode = inode;
  g_mutex_unlock (&self->mutex);
}

/* @known: the allowed digests of the file */
static gboolean
commit (RmDocument *self,
        GFile *file,
        RmDraft *draft,
        const char *const *known,
        GCancellable *cancellable,
        GError **error)
{
  g_autofree char *displaced = NULL;
  gboolean ok = rm_draft_commit (draft, known, &displaced, cancellable, error);

  if (displaced != NULL)
    {
      g_autofree char *name = rm_document_keep_displaced (file, displaced);

      rm_document_add_notice (self, RM_SAVE_NOTICE_DISPLACED, name);
    }
  return ok;
}

/* The content read, or written by a save that failed in its last step. */
static GPtrArray *
list_known (RmDocument *self,
            GFile *file)
{
  GPtrArray *known = g_ptr_array_new_with_free_func (g_free);

  if (self->info->digest != NULL)
    g_ptr_array_add (known, g_strdup (self->info->digest));
  if (self->info->pending != NULL && g_file_query_exists (file, NULL))
    g_ptr_array_add (known, g_strdup (self->info->pending));
  g_ptr_array_add (known, NULL);
  return known;
}

/* A file of the same number and content in the same folder is the one that was opened. A copy has
 * another number, and is left alone. */
static GFile *
find_renamed (RmDocument *self,
              GFile *file)
{
  g_autofree char *folder = rm_document_folder_of (file);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name = NULL;

  while (dir != NULL && self->inode != 0 && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) candidate = g_file_new_for_path (path);
      g_autofree char *digest = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_SYMLINK)
          || rm_document_inode_of (candidate) != self->inode)
        continue;
      digest = rm_safe_file_dup_digest (candidate, NULL, NULL);
      if (g_strcmp0 (digest, self->info->digest) == 0)
        return g_steal_pointer (&candidate);
    }

  return NULL;
}

/* Finds where the file is now: a file that is gone is not silently recreated. */
static GFile *
locate (RmDocument *self,
        gboolean overwrite,
        GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) found = NULL;
  g_autofree char *key = NULL;

  g_mutex_lock (&self->mutex);
  file = g_object_ref (self->moved != NULL ? self->moved : self->file);
  g_mutex_unlock (&self->mutex);
  if (overwrite || self->info->digest == NULL || g_file_query_exists (file, NULL))
    return g_steal_pointer (&file);

  found = find_renamed (self, file);
  if (found == NULL)
    return g_steal_pointer (&file);
  key = rm_working_key (found);
  if (!rm_file_lock_add (self->lock, key, error))
    return NULL;

  g_mutex_lock (&self->mutex);
  g_set_object (&self->moved, found);
  g_free (self->info->uri);
  self->info->uri = g_file_get_uri (found);
  g_mutex_unlock (&self->mutex);
  {
    g_autofree char *name = g_file_get_basename (found);

    rm_document_add_notice (self, RM_SAVE_NOTICE_RENAMED, name);
  }
  return g_steal_pointer (&found);
}

static gboolean
save (RmDocument *self,
      GFile *file,
      gboolean overwrite,
      GCancellable *cancellable,
      GError **error)
{
  gint64 head = 0;
  g_autofree char *old_format = NULL;
  g_autoptr (RmDraft) draft = NULL;
  g_autoptr (GPtrArray) known = list_known (self, file);

  if (!overwrite
      && !rm_document_keep_old_format (file, self->info->digest, &old_format, error))
    return FALSE;

  draft = draft_image (self, file, !overwrite, &head, cancellable, error);
  if (draft == NULL
      || !note_pending (self, draft, head, error)
      || !commit (self, file, draft, overwrite ? NULL : (const char *const *) known->pdata,
                  cancellable, error))
    return FALSE;

  note_saved (self, file);
  if (old_format != NULL)
    rm_document_add_notice (self, RM_SAVE_NOTICE_OLD_FORMAT, old_format);
  return TRUE;
}

gboolean
rm_document_save (RmDocument *self,
                  gboolean overwrite,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GFile) file = locate (self, overwrite, error);
  gboolean ok = file != NULL && save (self, file, overwrite, cancellable, error);

  /* Also after a failure: a log that cannot be saved keeps growing. */
  rm_document_fold_log (self);
  return ok;
}

gboolean
rm_document_save_copy (RmDocument *self,
                       GFile *file,
                       GCancellable *cancellable,
                       GError **error)
{
  gint64 head = 0;
  g_autoptr (RmDraft) draft = draft_image (self, file, FALSE, &head, cancellable, error);

  return draft != NULL && rm_draft_commit (draft, NULL, NULL, cancellable, error);
}
