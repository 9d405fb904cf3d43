/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store.h"

G_BEGIN_DECLS

/**
 * RmDocument:
 *
 * A programme's file and the private working copy on which everything happens. The file itself is
 * never opened by SQLite: it is read whole when opened and written whole when saved (RmDraft).
 * Files are compared by content, never by time. The working copy belongs to one document at a time,
 * whatever name its file is opened under, and is held by a lock that ends with the process.
 *
 * An acknowledged edit is in the log of the working copy and survives a crash and a loss of power.
 * Only one connection at a time writes to the copy or folds its log into it.
 *
 * Functions block; rm_document_save(), rm_document_save_copy() and rm_document_verify() may be
 * called by a worker while the main thread edits, one save at a time.
 */

/**
 * RmOpenFlags:
 * @RM_OPEN_NONE: nothing special
 * @RM_OPEN_INSIST: open unsaved changes even though that has crashed the program twice
 */
typedef enum
{
  RM_OPEN_NONE = 0,
  RM_OPEN_INSIST = 1 << 0,
} RmOpenFlags;

/**
 * RmSaveNoticeKind:
 * @RM_SAVE_NOTICE_DISPLACED: somebody else saved the file at the same moment; their version was
 *   kept
 * @RM_SAVE_NOTICE_OLD_FORMAT: the file had an older format; a copy of it was kept
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
 * @kind: the kind of notice
 * @name: name of the file, in the folder of the document
 *
 * A message about a save that succeeded.
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
 * @name: its name for people
 * @modified: when the working copy was last written, seconds since the epoch
 *
 * Work left unsaved when the application ended.
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
 * @file: the programme's file
 * @state_dir: folder of working copies
 * @error: #RmStoreError; %RM_STORE_ERROR_UNSAVED if unsaved changes of a programme of that name are
 *   kept
 *
 * Makes an empty programme, which is not saved yet. Saving it creates or replaces the file.
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
 * @error: #RmStoreError; the file is untouched. %RM_STORE_ERROR_UNSAVED if there are unsaved
 *   changes that cannot be opened: they are kept
 *
 * Copies the file and checks header and schema of the copy; rm_document_verify() does the rest. A
 * working copy with unsaved changes is opened instead (rm_document_is_recovered()).
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
 * Removes the working copy and everything that belongs to it if it is saved; otherwise keeps it, to
 * be offered again.
 */
void rm_document_close (RmDocument *self);

/**
 * rm_document_discard:
 * @self: a document
 *
 * Lets closing remove the working copy, saved or not: the file stays as last saved.
 */
void rm_document_discard (RmDocument *self);

RmStore *rm_document_get_store (RmDocument *self);

/**
 * rm_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none): its file; see rm_document_follow()
 */
GFile *rm_document_get_file (RmDocument *self);

/**
 * rm_document_follow:
 * @self: a document
 *
 * For the main thread, after a save: takes over the name under which the save found the file.
 *
 * Returns: whether the file has a new name
 */
gboolean rm_document_follow (RmDocument *self);

/**
 * rm_document_take_notices:
 * @self: a document
 *
 * Returns: (transfer full) (element-type RmSaveNotice): notices about saves since the last call
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
 * Returns: a permanent number shared by the document and its copies; 0 if it cannot be read
 */
gint64 rm_document_get_uid (RmDocument *self);

/**
 * rm_document_dup_state_path:
 * @self: a document
 * @name: name of a file
 *
 * Returns: (transfer full): the path of that file among the working copies, one for all documents
 */
char *rm_document_dup_state_path (RmDocument *self,
                                  const char *name);

/**
 * rm_document_is_recovered:
 * @self: a document
 *
 * Returns: whether it holds unsaved changes from an earlier session
 */
gboolean rm_document_is_recovered (RmDocument *self);

/**
 * rm_document_is_saved:
 * @self: a document
 *
 * Returns: whether the file holds everything in the working copy
 */
gboolean rm_document_is_saved (RmDocument *self);

/**
 * rm_document_count_unsaved:
 * @self: a document
 *
 * Returns: how many rows of the history are not in the file yet
 */
guint rm_document_count_unsaved (RmDocument *self);

/**
 * rm_document_open_worker:
 * @self: a document
 * @error: #RmStoreError
 *
 * Opens the working copy once more, for another thread. The main store sees edits made there after
 * rm_store_load_history(). While one of them writes, the others wait.
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
 * @overwrite: whether to overwrite somebody else's changes to the file, and to create it again if
 *   it is gone
 * @cancellable: (nullable): stops; the file then stays unchanged
 * @error: #RmStoreError; the file is then unchanged, and the working copy keeps everything.
 *   %RM_STORE_ERROR_CONFLICT if somebody else has changed the file, %RM_STORE_ERROR_MOVED if it is
 *   gone and not found under another name in the same folder
 *
 * Writes a compact image of the working copy over the file, whole or not at all. If somebody else
 * saves meanwhile, their version is kept next to it; see rm_document_take_notices().
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
 * @file: another file; replaced if it exists
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
 * Discards unsaved changes, whether or not they can be read.
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
 * Returns: (transfer full) (element-type RmUnsaved): unsaved work, newest first
 */
GPtrArray *rm_document_list_unsaved (const char *state_dir);

void rm_unsaved_free (RmUnsaved *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmDocument, rm_document_close)

G_END_DECLS
