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
 * @RM_SAVE_STATE_CONFLICT: somebody else changed the file, or it is gone: the coordinator has to decide
 */
typedef enum
{
  RM_SAVE_STATE_SAVED,
  RM_SAVE_STATE_PENDING,
  RM_SAVE_STATE_SAVING,
  RM_SAVE_STATE_FAILED,
  RM_SAVE_STATE_CONFLICT,
} RmSaveState;

/** Above so many rows a copy of the programme costs less than a changeset: %RM_EDIT_LARGE. */
#define RM_SESSION_LARGE_EDIT 100000

/**
 * RmSession:
 *
 * An open programme: its document, the programme as it is now, undo, and saving on its own two
 * seconds after the last edit. The one place through which commands change anything; whoever
 * shows something listens to "changed".
 *
 * Properties: "save-state", "undo-label", "redo-label", "editable", "busy", "file".
 *
 * Signal "changed" (RmProgramme *before, RmChanges *changes): the programme is another one now.
 * Signal "notice" (const char *text): something to be told of a save that succeeded.
 */
#define RM_TYPE_SESSION (rm_session_get_type ())
G_DECLARE_FINAL_TYPE (RmSession, rm_session, RM, SESSION, GObject)

/**
 * rm_session_follow:
 * @followed: (inout): where @follower keeps the session it follows
 * @session: (nullable): the one to follow from now on
 * @changed: (nullable): what "changed" calls, with @follower first
 * @follower: (type GObject): whoever shows it
 *
 * Ends all that @follower had connected to the session before.
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
 * Blocks; for the command line, and for workers. Where there is a main loop, edits
 * save on their own.
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
 * Reads the whole document. Afterwards the session can be edited, and what was done before can be
 * undone and listed. Blocks.
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
 * For closing: what rm_session_verify_async() still does ends in a moment, with
 * %RM_STORE_ERROR_CANCELLED.
 */
void rm_session_stop_verifying (RmSession *self);

/**
 * rm_session_is_busy:
 * @self: a session
 *
 * Returns: whether workers are at work on its document: a window that closes waits for "busy" to end,
 *   so that nothing of the programme stays behind
 */
gboolean rm_session_is_busy (RmSession *self);

/**
 * rm_session_tell_notices:
 * @self: a session
 *
 * Emits "notice" for what has not been told yet; done after each save, too.
 */
void rm_session_tell_notices (RmSession *self);

RmDocument *rm_session_get_document (RmSession *self);

/**
 * rm_session_get_programme:
 * @self: a session
 *
 * Returns: (transfer none): the programme as it is now
 */
RmProgramme *rm_session_get_programme (RmSession *self);

gboolean rm_session_is_editable (RmSession *self);

/** Whether a worker writes just now, which is why it is not editable: that ends with "editable". */
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
 * Returns: (transfer full) (nullable) (element-type RmHistoryEntry): what was done, the newest first
 */
GPtrArray *rm_session_list_history (RmSession *self,
                                    guint limit,
                                    GError **error);

/**
 * rm_history_entry_describe:
 * @entry: something that was done
 *
 * Returns: (transfer full): what it was, for people: "Undone: Move Ana to Bo"
 */
char *rm_history_entry_describe (const RmHistoryEntry *entry);

/**
 * rm_session_edit:
 * @self: an editable session
 * @label: what is done, as undo names it
 * @func: (scope call): does it
 * @data: passed to @func
 * @error: %RM_APP_ERROR_NOT_NOW, or what @func says
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
 * @label: what is done, as undo names it
 * @flags: see #RmEditFlags
 * @func: (scope call): does it
 * @data: passed to @func
 * @error: as of rm_session_edit()
 *
 * rm_session_edit() for any number of rows: for the command line, where nobody waits to click.
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
 * rm_session_edit_async:
 * @self: an editable session
 * @job: (nullable): says what is done, reports progress, can be cancelled
 * @label: what is done, as undo names it
 * @flags: see #RmEditFlags
 * @n_rows: about how many rows it writes; a few are written here and now
 * @func: does it; many rows in a worker, on a store of its own
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
 * As rm_session_undo(), but a worker takes back what takes long.
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
 * @callback: (nullable): called when done; the save state tells the outcome too. While a save is under
 *   way, a second one begins when that ends
 * @user_data: passed to @callback
 */
void rm_session_save_async (RmSession *self,
                            gboolean overwrite,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * rm_session_save_copy_async:
 * @self: a session
 * @file: another file; replaced if it is there
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
