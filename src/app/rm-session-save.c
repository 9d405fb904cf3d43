/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rm-session-private.h"

/* Saving on its own: two seconds after the last edit, or ten times as long as the last save took
 * where that is more. What fails is tried again; what somebody else changed is not written over. */

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

  if (error == NULL)
    {
      self->save_time = g_get_real_time ();
      rm_session_set_save_state (self, RM_SAVE_STATE_SAVED);
      if (!rm_document_is_saved (self->document))
        rm_session_schedule_save (self);
      return;
    }

  self->save_error = g_error_copy (error);
  if (g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_CONFLICT))
    rm_session_set_save_state (self, RM_SAVE_STATE_CONFLICT);
  else
    {
      rm_session_set_save_state (self, RM_SAVE_STATE_FAILED);
      schedule (self, RETRY_DELAY_MS);
    }
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
  gboolean overwrite;
  gint64 began;
  GTask *caller; /* owned: who asked, and may have given no callback */
} SaveData;

static void
save_data_free (SaveData *data)
{
  g_object_unref (data->caller);
  g_free (data);
}

static void
save_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  RmSession *self = source;
  SaveData *data = task_data;
  GError *error = NULL;

  if (rm_document_save (self->document, data->overwrite, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  SaveData *data = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  conclude (RM_SESSION (source), data->began, error);
  if (error == NULL)
    g_task_return_boolean (data->caller, TRUE);
  else
    g_task_return_error (data->caller, error);
}

void
rm_session_save_async (RmSession *self,
                       gboolean overwrite,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) caller = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) task = NULL;
  SaveData *data = NULL;

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  if (self->save_state == RM_SAVE_STATE_SAVING)
    {
      /* The one under way looks again when it ends. */
      g_task_return_boolean (caller, TRUE);
      return;
    }

  data = g_new0 (SaveData, 1);
  data->overwrite = overwrite;
  data->began = g_get_monotonic_time ();
  data->caller = g_steal_pointer (&caller);
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_task_data (task, data, (GDestroyNotify) save_data_free);
  rm_session_set_save_state (self, RM_SAVE_STATE_SAVING);
  g_task_run_in_thread (task, save_in_thread);
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
