/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store.h"

G_BEGIN_DECLS

/**
 * RmDocument:
 *
 * A programme's file and the private working copy on which everything happens. The file itself is
 * never opened by SQLite: it is read whole when opened and written whole when saved (RmDraft). What is
 * in the file is known by its content, never by its time. The working copy belongs to one document at a
 * time, under whatever name its file is opened; a lock that dies with the process holds it.
 *
 * An edit that was acknowledged is in the log of the working copy and outlives a crash and a loss of
 * power. Only one connection at a time writes to the copy or folds its log into it.
 *
 * Functions block; rm_document_save(), rm_document_save_copy() and rm_document_verify() may be
 * called by a worker while the main thread edits, one save at a time.
 */

/**
 * RmOpenFlags:
 * @RM_OPEN_NONE: nothing special
 * @RM_OPEN_INSIST: to open unsaved changes even though that has ended the program twice
 */
typedef enum
{
  RM_OPEN_NONE = 0,
  RM_OPEN_INSIST = 1 << 0,
} RmOpenFlags;

/**
 * RmSaveNoticeKind:
 * @RM_SAVE_NOTICE_DISPLACED: somebody else saved the file at the same moment: their version was kept
 * @RM_SAVE_NOTICE_OLD_FORMAT: the file had an older format: it was kept as it was
 * @RM_SAVE_NOTICE_RENAMED: the file was renamed while it was open, and is saved under its new name
 */
typedef enum
{
  RM_SAVE_NOTICE_DISPLACED,
  RM_SAVE_NOTICE_OLD_FORMAT,
  RM_SAVE_NOTICE_RENAMED,
} RmSaveNoticeKind;

/**
 * RmSaveNotice:
 * @kind: what happened
 * @name: of the file, in the folder of the document
 *
 * Something a person should know of a save that succeeded.
 */
typedef struct
{
  RmSaveNoticeKind kind;
  char *name;
} RmSaveNotice;

RmSaveNotice *rm_save_notice_new (RmSaveNoticeKind kind,
                         const char *name);
void rm_save_notice_free (RmSaveNotice *self);

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
 * @file: where the programme will live
 * @state_dir: folder of working copies
 * @error: #RmStoreError; %RM_STORE_ERROR_UNSAVED where unsaved changes of a programme of that name
 *   are kept
 *
 * Makes an empty programme, which is not saved yet. Saving it makes the file, or replaces what is there
 * now.
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
 * @flags: see #RmOpenFlags
 * @cancellable: (nullable): stops copying
 * @error: #RmStoreError; the file is untouched. %RM_STORE_ERROR_UNSAVED where there are changes that
 *   were never saved and cannot be opened: they stay where they are
 *
 * Copies the file and checks header and schema of the copy; rm_document_verify() does the rest.
 * Where a working copy holds changes that were never saved, that one is opened
 * (rm_document_is_recovered()).
 *
 * Returns: (transfer full) (nullable): the open document
 */
RmDocument *rm_document_open (GFile *file,
                              const char *state_dir,
                              RmOpenFlags flags,
                              GCancellable *cancellable,
                              GError **error);

/**
 * rm_document_close:
 * @self: (transfer full): a document
 *
 * Removes the working copy with all that belongs to it if everything in it is saved; else it stays
 * and is offered again.
 */
void rm_document_close (RmDocument *self);

/**
 * rm_document_discard:
 * @self: a document
 *
 * Lets closing remove the working copy, saved or not: the file then is as it was last saved.
 */
void rm_document_discard (RmDocument *self);

RmStore *rm_document_get_store (RmDocument *self);

/**
 * rm_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none): where it is saved; see rm_document_follow()
 */
GFile *rm_document_get_file (RmDocument *self);

/**
 * rm_document_follow:
 * @self: a document
 *
 * For the main thread, after a save: takes over the name under which a save found the file.
 *
 * Returns: whether the file has another name now
 */
gboolean rm_document_follow (RmDocument *self);

/**
 * rm_document_take_notices:
 * @self: a document
 *
 * Returns: (transfer full) (element-type RmSaveNotice): what is to be told of saves since the last call
 */
GPtrArray *rm_document_take_notices (RmDocument *self);

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
 * rm_document_count_unsaved:
 * @self: a document
 *
 * Returns: how many rows of the history the file does not hold yet
 */
guint rm_document_count_unsaved (RmDocument *self);

/**
 * rm_document_open_worker:
 * @self: a document
 * @error: #RmStoreError
 *
 * Opens the working copy once more, for a thread of its own. Edits made there are seen by the
 * main store after rm_store_load_history(). While one of them writes, the others wait.
 *
 * Returns: (transfer full) (nullable): a store on its own connection, with its undo steps
 */
RmStore *rm_document_open_worker (RmDocument *self,
                                  GError **error);

/**
 * rm_document_verify:
 * @self: a document
 * @cancellable: (nullable): stops
 * @error: %RM_STORE_ERROR_DAMAGED or %RM_STORE_ERROR_CANCELLED
 *
 * Reads the whole working copy and checks it.
 *
 * Returns: whether it is sound
 */
gboolean rm_document_verify (RmDocument *self,
                             GCancellable *cancellable,
                             GError **error);

/**
 * rm_document_save:
 * @self: a document
 * @overwrite: whether to write over changes that somebody else made to the file, and to make it again
 *   where it is gone
 * @cancellable: (nullable): stops; the file then stays as it was
 * @error: #RmStoreError; the file then is as it was, and the working copy keeps everything.
 *   %RM_STORE_ERROR_CONFLICT where somebody else has changed the file, %RM_STORE_ERROR_MOVED where it is
 *   gone and not found again under another name in the same folder
 *
 * Writes a compact image of the working copy over the file, whole or not at all. Where somebody else's
 * version came there while it was written, that is kept beside it; rm_document_take_notices() says so.
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
 * rm_document_drop_unsaved:
 * @file: a document that nobody has open
 * @state_dir: folder of working copies
 * @found: (out): whether there was anything
 * @error: %RM_STORE_ERROR_BUSY
 *
 * Throws away what was never saved, whether it can be read or not.
 *
 * Returns: success
 */
gboolean rm_document_drop_unsaved (GFile *file,
                                   const char *state_dir,
                                   gboolean *found,
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
