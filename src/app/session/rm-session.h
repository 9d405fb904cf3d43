/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-app-types.h"
#include "app/session/rm-job.h"
#include "core/model/rm-programme.h"
#include "store/rm-document.h"
#include "store/rm-store-programme.h"

G_BEGIN_DECLS

/**
 * RmSaveState:
 * @RM_SAVE_STATE_SAVED: the file holds everything
 * @RM_SAVE_STATE_PENDING: it will be saved in a moment
 * @RM_SAVE_STATE_SAVING: it is being saved
 * @RM_SAVE_STATE_FAILED: saving failed and is tried again; rm_session_get_save_error() says why
 * @RM_SAVE_STATE_CONFLICT: somebody else changed the file, or it is gone: the coordinator must
 *   decide
 */
typedef enum
{
  RM_SAVE_STATE_SAVED,
  RM_SAVE_STATE_PENDING,
  RM_SAVE_STATE_SAVING,
  RM_SAVE_STATE_FAILED,
  RM_SAVE_STATE_CONFLICT,
} RmSaveState;

/** Above this many rows a copy of the programme costs less than a changeset: %RM_EDIT_LARGE. */
#define RM_SESSION_LARGE_EDIT 100000

/**
 * RmSession:
 *
 * An open programme: its document, the current programme, undo, and automatic saving two seconds
 * after the last edit. Commands change everything through it; widgets listen to "changed".
 *
 * Properties: "save-state", "undo-label", "redo-label", "editable", "busy", "file".
 *
 * Signal "changed" (RmProgramme *before, RmChanges *changes): the programme was replaced.
 * Signal "notice" (const char *text): a message about a save that succeeded.
 */
#define RM_TYPE_SESSION (rm_session_get_type ())
G_DECLARE_FINAL_TYPE (RmSession, rm_session, RM, SESSION, GObject)

/**
 * rm_session_follow:
 * @followed: (inout): the session that @follower follows
 * @session: (nullable): the session to follow from now on
 * @changed: (nullable): handler of "changed", with @follower as its first argument
 * @follower: (type GObject): the object that shows it
 *
 * Disconnects @follower from the session before.
 *
 * Returns: whether it is another session
 */
gboolean rm_session_follow (RmSession **followed,
                            RmSession *session,
                            GCallback changed,
                            gpointer follower);

/**
 * rm_session_open:
 * @file: a programme
 * @create: whether to make a new one there, which is not saved yet
 * @flags: see #RmOpenFlags
 * @state_dir: (nullable): folder of working copies; %NULL is the user's
 * @error: #RmStoreError
 *
 * Blocks; for the command line, and for workers. If there is a main loop, edits are saved
 * automatically.
 *
 * Returns: (transfer full) (nullable): the session; not editable before rm_session_verify()
 */
RmSession *rm_session_open (GFile *file,
                            gboolean create,
                            RmOpenFlags flags,
                            const char *state_dir,
                            GError **error);

/**
 * rm_session_open_async:
 * @file: a programme
 * @create: whether to make a new one there, and save it
 * @flags: see #RmOpenFlags
 * @cancellable: (nullable): stops; nothing is left behind
 * @callback: gets the session from rm_session_open_finish()
 * @user_data: passed to @callback
 */
void rm_session_open_async (GFile *file,
                            gboolean create,
                            RmOpenFlags flags,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
RmSession *rm_session_open_finish (GAsyncResult *result,
                                   GError **error);

/**
 * rm_session_verify:
 * @self: a session
 * @error: %RM_STORE_ERROR_DAMAGED
 *
 * Reads the whole document. Afterwards the session can be edited, and earlier edits can be undone
 * and listed. Blocks.
 *
 * Returns: whether it is sound
 */
gboolean rm_session_verify (RmSession *self,
                            GError **error);

void rm_session_verify_async (RmSession *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean rm_session_verify_finish (RmSession *self,
                                   GAsyncResult *result,
                                   GError **error);

/**
 * rm_session_stop_verifying:
 * @self: a session
 *
 * For closing: a pending rm_session_verify_async() soon ends with %RM_STORE_ERROR_CANCELLED.
 */
void rm_session_stop_verifying (RmSession *self);

/**
 * rm_session_is_busy:
 * @self: a session
 *
 * Returns: whether workers use its document: a closing window waits for "busy" to end, so that
 *   nothing of the programme stays behind
 */
gboolean rm_session_is_busy (RmSession *self);

/**
 * rm_session_tell_notices:
 * @self: a session
 *
 * Emits "notice" for pending notices; also done after each save.
 */
void rm_session_tell_notices (RmSession *self);

RmDocument *rm_session_get_document (RmSession *self);

/**
 * rm_session_get_programme:
 * @self: a session
 *
 * Returns: (transfer none): the current programme
 */
RmProgramme *rm_session_get_programme (RmSession *self);

gboolean rm_session_is_editable (RmSession *self);

/** Whether a worker is writing, so that the session is not editable until "editable" changes. */
gboolean rm_session_is_working (RmSession *self);

RmSaveState rm_session_get_save_state (RmSession *self);
const GError *rm_session_get_save_error (RmSession *self);
gint64 rm_session_get_save_time (RmSession *self);
const char *rm_session_get_undo_label (RmSession *self);
const char *rm_session_get_redo_label (RmSession *self);

/**
 * rm_session_list_history:
 * @self: a session
 * @limit: how many at most
 * @error: #RmStoreError
 *
 * Returns: (transfer full) (nullable) (element-type RmHistoryEntry): the edits, newest first
 */
GPtrArray *rm_session_list_history (RmSession *self,
                                    guint limit,
                                    GError **error);

/**
 * rm_history_entry_describe:
 * @entry: an edit
 *
 * Returns: (transfer full): its description for people: "Undone: Move Ana to Bo"
 */
char *rm_history_entry_describe (const RmHistoryEntry *entry);

/**
 * rm_session_edit:
 * @self: an editable session
 * @label: the undo label
 * @func: (scope call): the edit
 * @data: passed to @func
 * @error: %RM_APP_ERROR_NOT_NOW, or the error of @func
 *
 * One step of undo. For a few rows; larger changes go through rm_session_edit_async().
 *
 * Returns: success
 */
gboolean rm_session_edit (RmSession *self,
                          const char *label,
                          RmEditFunc func,
                          gpointer data,
                          GError **error);

/**
 * rm_session_edit_blocking:
 * @self: an editable session
 * @label: the undo label
 * @flags: see #RmEditFlags
 * @func: (scope call): the edit
 * @data: passed to @func
 * @error: as for rm_session_edit()
 *
 * rm_session_edit() for any number of rows: for the command line, which may block.
 *
 * Returns: success
 */
gboolean rm_session_edit_blocking (RmSession *self,
                                   const char *label,
                                   RmEditFlags flags,
                                   RmEditFunc func,
                                   gpointer data,
                                   GError **error);

/**
 * rm_session_edit_last:
 * @self: an editable session
 * @label: as above
 * @flags: as above
 * @func: as above
 * @data: as above
 * @error: as above
 *
 * rm_session_edit_blocking() before closing: the programme is not read again, so that the session can
 * only be saved and closed afterwards; rm_session_get_programme() gives the one before the edit.
 *
 * Returns: success
 */
gboolean rm_session_edit_last (RmSession *self,
                               const char *label,
                               RmEditFlags flags,
                               RmEditFunc func,
                               gpointer data,
                               GError **error);

/**
 * rm_session_edit_async:
 * @self: an editable session
 * @job: (nullable): reports progress, can be cancelled
 * @label: the undo label
 * @flags: see #RmEditFlags
 * @n_rows: about how many rows it writes; a few are written at once
 * @func: the edit; runs in a worker, on its own store, for many rows
 * @data: (transfer full): passed to @func
 * @free_data: (nullable): frees @data
 * @callback: called when done; ends with rm_session_edit_finish()
 * @user_data: passed to @callback
 *
 * One step of undo. While a worker writes, the session is not editable.
 */
void rm_session_edit_async (RmSession *self,
                            RmJob *job,
                            const char *label,
                            RmEditFlags flags,
                            guint n_rows,
                            RmEditFunc func,
                            gpointer data,
                            GDestroyNotify free_data,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean rm_session_edit_finish (RmSession *self,
                                 GAsyncResult *result,
                                 GError **error);

/**
 * rm_session_undo_async:
 * @self: an editable session
 * @callback: called when done; ends with rm_session_edit_finish()
 * @user_data: passed to @callback
 *
 * As rm_session_undo(), but a worker undoes long edits.
 */
void rm_session_undo_async (RmSession *self,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
void rm_session_redo_async (RmSession *self,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

gboolean rm_session_undo (RmSession *self,
                          GError **error);
gboolean rm_session_redo (RmSession *self,
                          GError **error);

/**
 * rm_session_save:
 * @self: a session
 * @overwrite: whether to write over somebody else's changes
 * @error: #RmStoreError
 *
 * Blocks.
 *
 * Returns: success
 */
gboolean rm_session_save (RmSession *self,
                          gboolean overwrite,
                          GError **error);

/**
 * rm_session_save_async:
 * @self: a session
 * @overwrite: whether to write over somebody else's changes
 * @callback: (nullable): called when done; the save state reports the outcome too. A save requested
 *   while one is under way begins when that ends
 * @user_data: passed to @callback
 */
void rm_session_save_async (RmSession *self,
                            gboolean overwrite,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * rm_session_save_copy_async:
 * @self: a session
 * @file: another file; replaced if it exists
 * @callback: called when done; ends with rm_session_save_copy_finish()
 * @user_data: passed to @callback
 */
void rm_session_save_copy_async (RmSession *self,
                                 GFile *file,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean rm_session_save_copy_finish (RmSession *self,
                                      GAsyncResult *result,
                                      GError **error);

G_END_DECLS
