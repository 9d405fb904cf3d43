/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store.h"

G_BEGIN_DECLS

/**
 * RmDocument:
 *
 * A programme's file and the private working copy on which everything happens. The file itself is
 * never opened by SQLite: it is read whole when opened and written whole when saved. The working
 * copy belongs to one document at a time; a lock that dies with the process holds it.
 *
 * Functions block; rm_document_save(), rm_document_save_copy() and rm_document_verify() may be
 * called by a worker while the main thread edits.
 */

/**
 * RmUnsaved:
 * @file: the document's file
 * @name: what to call it
 * @modified: when the working copy was last written, seconds since the epoch
 *
 * Work that was not saved when the application ended.
 */
typedef struct
{
  GFile *file;
  char *name;
  gint64 modified;
} RmUnsaved;

/**
 * rm_document_get_state_dir:
 *
 * Returns: (transfer full): the folder of working copies that this user's programs share
 */
char *rm_document_get_state_dir (void);

/**
 * rm_document_create:
 * @file: where the programme will live; replaced if it is there
 * @state_dir: folder of working copies
 * @error: #RmStoreError
 *
 * Makes an empty programme and saves it.
 *
 * Returns: (transfer full) (nullable): the open document
 */
RmDocument *rm_document_create (GFile *file,
                                const char *state_dir,
                                GError **error);

/**
 * rm_document_open:
 * @file: a programme
 * @state_dir: folder of working copies
 * @cancellable: (nullable): stops copying
 * @error: #RmStoreError; the file is untouched
 *
 * Copies the file and checks header and schema of the copy; rm_document_verify() does the rest.
 * Where a working copy holds changes that were never saved, that one is opened
 * (rm_document_is_recovered()).
 *
 * Returns: (transfer full) (nullable): the open document
 */
RmDocument *rm_document_open (GFile *file,
                              const char *state_dir,
                              GCancellable *cancellable,
                              GError **error);

/**
 * rm_document_close:
 * @self: (transfer full): a document
 *
 * Removes the working copy if everything in it is saved; else it stays and is offered again.
 */
void rm_document_close (RmDocument *self);

RmStore *rm_document_get_store (RmDocument *self);
GFile *rm_document_get_file (RmDocument *self);

/**
 * rm_document_dup_name:
 * @self: a document
 *
 * Returns: (transfer full): the file's name without its extension, for people
 */
char *rm_document_dup_name (RmDocument *self);

/**
 * rm_document_get_uid:
 * @self: a document
 *
 * Returns: a number that the document and its copies keep, wherever they go; 0 where it cannot be
 *   read
 */
gint64 rm_document_get_uid (RmDocument *self);

/**
 * rm_document_dup_state_path:
 * @self: a document
 * @name: name of a file
 *
 * Returns: (transfer full): where that file is among the working copies, one for all documents
 */
char *rm_document_dup_state_path (RmDocument *self,
                                  const char *name);

/**
 * rm_document_is_recovered:
 * @self: a document
 *
 * Returns: whether it holds changes from an earlier time that were not saved
 */
gboolean rm_document_is_recovered (RmDocument *self);

/**
 * rm_document_is_saved:
 * @self: a document
 *
 * Returns: whether the file holds all that the working copy does
 */
gboolean rm_document_is_saved (RmDocument *self);

/**
 * rm_document_open_worker:
 * @self: a document
 * @error: #RmStoreError
 *
 * Opens the working copy once more, for a thread of its own. Edits made there are seen by the
 * main store after rm_store_load_history().
 *
 * Returns: (transfer full) (nullable): a store on its own connection, with its undo steps
 */
RmStore *rm_document_open_worker (RmDocument *self,
                                  GError **error);

/**
 * rm_document_verify:
 * @self: a document
 * @error: %RM_STORE_ERROR_DAMAGED
 *
 * Reads the whole working copy and checks it.
 *
 * Returns: whether it is sound
 */
gboolean rm_document_verify (RmDocument *self,
                             GError **error);

/**
 * rm_document_save:
 * @self: a document
 * @overwrite: whether to write over changes that somebody else made to the file
 * @cancellable: (nullable): stops; the file then stays as it was
 * @error: #RmStoreError; the file then is as it was, and the working copy keeps everything
 *
 * Writes a compact image of the working copy over the file, whole or not at all.
 *
 * Returns: success
 */
gboolean rm_document_save (RmDocument *self,
                           gboolean overwrite,
                           GCancellable *cancellable,
                           GError **error);

/**
 * rm_document_save_copy:
 * @self: a document
 * @file: another file; replaced if it is there
 * @cancellable: (nullable): stops
 * @error: #RmStoreError
 *
 * Returns: success
 */
gboolean rm_document_save_copy (RmDocument *self,
                                GFile *file,
                                GCancellable *cancellable,
                                GError **error);

/**
 * rm_document_forget_working_copy:
 * @file: a document that nobody has open
 * @state_dir: folder of working copies
 * @error: %RM_STORE_ERROR_BUSY
 *
 * Throws away what was never saved.
 *
 * Returns: success
 */
gboolean rm_document_forget_working_copy (GFile *file,
                                          const char *state_dir,
                                          GError **error);

/**
 * rm_document_list_unsaved:
 * @state_dir: folder of working copies
 *
 * Returns: (transfer full) (element-type RmUnsaved): the newest first
 */
GPtrArray *rm_document_list_unsaved (const char *state_dir);

void rm_unsaved_free (RmUnsaved *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmDocument, rm_document_close)

G_END_DECLS
