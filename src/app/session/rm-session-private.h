/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"

G_BEGIN_DECLS

enum
{
  RM_SESSION_PROP_SAVE_STATE = 1,
  RM_SESSION_PROP_UNDO_LABEL,
  RM_SESSION_PROP_REDO_LABEL,
  RM_SESSION_PROP_EDITABLE,
  RM_SESSION_PROP_BUSY,
  RM_SESSION_PROP_FILE,
  RM_SESSION_N_PROPS,
};

struct _RmSession
{
  GObject parent_instance;

  /* owned */
  RmDocument *document;
  RmProgramme *programme;
  GError *save_error;
  GCancellable *verifying; /* NULL if no worker reads it whole */
  GQueue saves;            /* of GTask: waiting for the save under way */

  gboolean editable;
  gboolean working; /* a worker writes */
  guint tasks;      /* of workers that have not answered yet */
  RmSaveState save_state;
  guint save_timeout;
  gint64 save_duration; /* of the last one, µs */
  gint64 save_time;     /* of the last one, µs since the epoch */
};

void rm_session_set_editable (RmSession *self,
                              gboolean editable);
void rm_session_set_save_state (RmSession *self,
                                RmSaveState state);
void rm_session_take_programme (RmSession *self,
                                RmProgramme *programme,
                                RmChanges *changes);
void rm_session_schedule_save (RmSession *self);

void rm_session_notify_file (RmSession *self);

/* A task for a worker. @answered (transfer full: @waiting) gets @waiting, a task whose source is
 * the session, as its data, and ends with rm_session_end_task(). */
GTask *rm_session_start_task (RmSession *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback answered,
                              GTask *waiting);
void rm_session_end_task (RmSession *self);

G_END_DECLS
