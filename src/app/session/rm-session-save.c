/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/rm-session-private.h"

/* Automatic saving: two seconds after the last edit, or ten times the duration of the last save if
 * that is longer. Failed saves are tried again; somebody else's changes are not overwritten. */

#define SAVE_DELAY_MS 2000
#define RETRY_DELAY_MS 30000

static void save_now (RmSession *self);

static gboolean
save_timeout_cb (gpointer data)
{
  RmSession *self = data;

  self->save_timeout = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (RmSession *self,
          guint delay)
{
  g_clear_handle_id (&self->save_timeout, g_source_remove);
  self->save_timeout = g_timeout_add (delay, save_timeout_cb, self);
}

void
rm_session_schedule_save (RmSession *self)
{
  guint delay = (guint) MAX (SAVE_DELAY_MS, self->save_duration * 10 / 1000);

  /* A conflict waits for the coordinator; a running save looks again when it ends. */
  if (self->save_state == RM_SAVE_STATE_CONFLICT || self->save_state == RM_SAVE_STATE_SAVING)
    return;
  if (self->save_state != RM_SAVE_STATE_FAILED)
    rm_session_set_save_state (self, RM_SAVE_STATE_PENDING);
  schedule (self, delay);
}

static void
conclude (RmSession *self,
          gint64 began,
          const GError *error)
{
  g_clear_error (&self->save_error);
  self->save_duration = g_get_monotonic_time () - began;
  if (rm_document_follow (self->document))
    rm_session_notify_file (self);

  if (error == NULL)
    {
      self->save_time = g_get_real_time ();
      rm_session_set_save_state (self, RM_SAVE_STATE_SAVED);
      if (!rm_document_is_saved (self->document))
        rm_session_schedule_save (self);
    }
  else
    {
      self->save_error = g_error_copy (error);
      if (g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_CONFLICT)
          || g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_MOVED))
        rm_session_set_save_state (self, RM_SAVE_STATE_CONFLICT);
      else
        {
          rm_session_set_save_state (self, RM_SAVE_STATE_FAILED);
          schedule (self, RETRY_DELAY_MS);
        }
    }
  rm_session_tell_notices (self);
}

static void
save_now (RmSession *self)
{
  rm_session_save_async (self, FALSE, NULL, NULL);
}

gboolean
rm_session_save (RmSession *self,
                 gboolean overwrite,
                 GError **error)
{
  gint64 began = g_get_monotonic_time ();
  GError *failure = NULL;

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  rm_document_save (self->document, overwrite, NULL, &failure);
  conclude (self, began, failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);
  return FALSE;
}

typedef struct
{
  RmDocument *document; /* borrowed: the session waits for the answer */
  gboolean overwrite;
  gint64 began;
} SaveData;

static void
save_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  const SaveData *data = task_data;
  GError *error = NULL;

  if (rm_document_save (data->document, data->overwrite, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void start_save (RmSession *self,
                        GTask *waiting);

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  const SaveData *data = g_task_get_task_data (G_TASK (result));
  g_autoptr (GTask) waiting = user_data;
  RmSession *self = g_task_get_source_object (waiting);
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  conclude (self, data->began, error);
  if (error == NULL)
    g_task_return_boolean (waiting, TRUE);
  else
    g_task_return_error (waiting, error);

  if (!g_queue_is_empty (&self->saves))
    start_save (self, g_queue_pop_head (&self->saves));
  rm_session_end_task (self);
}

/* @waiting: (transfer full): its data says whether to overwrite somebody else's changes */
static void
start_save (RmSession *self,
            GTask *waiting)
{
  SaveData *data = g_new0 (SaveData, 1);
  g_autoptr (GTask) task = NULL;

  data->document = self->document;
  data->overwrite = g_task_get_task_data (waiting) != NULL;
  data->began = g_get_monotonic_time ();
  g_clear_handle_id (&self->save_timeout, g_source_remove);
  task = rm_session_start_task (self, NULL, saved_cb, waiting);
  g_task_set_task_data (task, data, g_free);
  rm_session_set_save_state (self, RM_SAVE_STATE_SAVING);
  g_task_run_in_thread (task, save_in_thread);
}

void
rm_session_save_async (RmSession *self,
                       gboolean overwrite,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *waiting = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (waiting, GINT_TO_POINTER (overwrite), NULL);
  if (self->save_state == RM_SAVE_STATE_SAVING)
    g_queue_push_tail (&self->saves, waiting);
  else
    start_save (self, waiting);
}

typedef struct
{
  RmDocument *document; /* borrowed: the session waits for the answer */
  GFile *file;
} CopyData;

static void
copy_data_free (CopyData *data)
{
  g_object_unref (data->file);
  g_free (data);
}

static void
save_copy_in_thread (GTask *task,
                     gpointer source,
                     gpointer task_data,
                     GCancellable *cancellable)
{
  const CopyData *data = task_data;
  GError *error = NULL;

  if (rm_document_save_copy (data->document, data->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copy_saved_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GTask) waiting = user_data;
  RmSession *self = g_task_get_source_object (waiting);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (waiting, TRUE);
  else
    g_task_return_error (waiting, error);
  rm_session_end_task (self);
}

void
rm_session_save_copy_async (RmSession *self,
                            GFile *file,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  CopyData *data = g_new0 (CopyData, 1);
  g_autoptr (GTask) task
    = rm_session_start_task (self, NULL, copy_saved_cb, g_task_new (self, NULL, callback, user_data));

  data->document = self->document;
  data->file = g_object_ref (file);
  g_task_set_task_data (task, data, (GDestroyNotify) copy_data_free);
  g_task_run_in_thread (task, save_copy_in_thread);
}

gboolean
rm_session_save_copy_finish (RmSession *self,
                             GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

RmSaveState
rm_session_get_save_state (RmSession *self)
{
  return self->save_state;
}

const GError *
rm_session_get_save_error (RmSession *self)
{
  return self->save_error;
}

gint64
rm_session_get_save_time (RmSession *self)
{
  return self->save_time;
}
