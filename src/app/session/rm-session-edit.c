/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/rm-session-private.h"

#include <glib/gi18n-lib.h>

/* Changing the programme: a few rows on the main thread, within a frame; many by a worker, with its
 * own connection, while the session is not editable. */

/* Rows that are written within a frame. */
#define FEW_ROWS 100

/* An edit that is in the store but could not be read back: read everything. */
static gboolean
refresh (RmSession *self,
         RmChanges *changes,
         GError **error)
{
  RmProgramme *after = rm_store_refresh_programme (rm_document_get_store (self->document),
                                                   self->programme, changes, error);

  if (after == NULL)
    return FALSE;

  rm_session_take_programme (self, after, changes);
  return TRUE;
}

static gboolean
check_editable (RmSession *self,
                GError **error)
{
  if (self->editable)
    return TRUE;

  g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOT_NOW,
                       _ ("The programme cannot be changed at the moment"));
  return FALSE;
}

gboolean
rm_session_edit_blocking (RmSession *self,
                          const char *label,
                          RmEditFlags flags,
                          RmEditFunc func,
                          gpointer data,
                          GError **error)
{
  g_autoptr (RmChanges) changes = NULL;

  if (!check_editable (self, error)
      || !rm_store_edit (rm_document_get_store (self->document), label, flags, func, data,
                         &changes, error))
    return FALSE;
  if (!changes->reset && changes->rows->len == 0)
    return TRUE;

  return refresh (self, changes, error);
}

gboolean
rm_session_edit_last (RmSession *self,
                      const char *label,
                      RmEditFlags flags,
                      RmEditFunc func,
                      gpointer data,
                      GError **error)
{
  g_autoptr (RmChanges) changes = NULL;

  if (!check_editable (self, error)
      || !rm_store_edit (rm_document_get_store (self->document), label, flags, func, data, &changes,
                         error))
    return FALSE;

  self->editable = FALSE;
  return TRUE;
}

gboolean
rm_session_edit (RmSession *self,
                 const char *label,
                 RmEditFunc func,
                 gpointer data,
                 GError **error)
{
  return rm_session_edit_blocking (self, label, RM_EDIT_NONE, func, data, error);
}

typedef gboolean (*StepFunc) (RmStore *store,
                              RmChanges **changes,
                              GError **error);

static gboolean
take_step (RmSession *self,
           StepFunc step,
           GError **error)
{
  g_autoptr (RmChanges) changes = NULL;

  return check_editable (self, error)
         && step (rm_document_get_store (self->document), &changes, error)
         && refresh (self, changes, error);
}

gboolean
rm_session_undo (RmSession *self,
                 GError **error)
{
  return take_step (self, rm_store_undo, error);
}

gboolean
rm_session_redo (RmSession *self,
                 GError **error)
{
  return take_step (self, rm_store_redo, error);
}

/* An edit of many rows, or its undo or redo, on a separate connection and thread. */
typedef struct
{
  RmDocument *document; /* borrowed: the session waits for the answer */
  char *label;
  RmEditFlags flags;
  RmEditFunc func;
  gpointer data;
  GDestroyNotify free_data;
  StepFunc step;        /* instead of all these */
  RmProgramme *programme;
} WorkerEdit;

static void
worker_edit_free (WorkerEdit *edit)
{
  if (edit->free_data != NULL)
    edit->free_data (edit->data);
  g_clear_pointer (&edit->programme, rm_programme_unref);
  g_free (edit->label);
  g_free (edit);
}

static gboolean
write_in_worker (RmStore *store,
                 const WorkerEdit *edit,
                 GError **error)
{
  if (edit->step != NULL)
    return edit->step (store, NULL, error);

  return rm_store_edit (store, edit->label, edit->flags, edit->func, edit->data, NULL, error);
}

static void
edit_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  WorkerEdit *edit = task_data;
  GError *error = NULL;
  g_autoptr (RmStore) store = rm_document_open_worker (edit->document, &error);

  if (store != NULL && write_in_worker (store, edit, &error))
    edit->programme = rm_store_load_programme (store, &error);

  if (edit->programme == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  rm_programme_make_indexes (edit->programme);
  g_task_return_boolean (task, TRUE);
}

/* Takes over the worker's changes, whoever waits for them. */
static gboolean
take_over (RmSession *self,
           WorkerEdit *edit,
           GError **error)
{
  g_autoptr (RmChanges) changes = rm_changes_new ();

  if (!rm_store_load_history (rm_document_get_store (self->document), error))
    return FALSE;

  changes->reset = TRUE;
  rm_session_take_programme (self, g_steal_pointer (&edit->programme), changes);
  return TRUE;
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) waiting = data;
  RmSession *self = g_task_get_source_object (waiting);
  GError *error = NULL;
  WorkerEdit *edit = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error)
                  && take_over (self, edit, &error);

  worker_edit_free (edit);
  self->working = FALSE;
  rm_session_set_editable (self, TRUE);
  if (done)
    g_task_return_boolean (waiting, TRUE);
  else
    g_task_return_error (waiting, error);
  rm_session_end_task (self);
}

/* @edit: (transfer full) */
static void
run_in_worker (RmSession *self,
               WorkerEdit *edit,
               RmJob *job,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  GCancellable *cancellable = job != NULL ? rm_job_get_cancellable (job) : NULL;
  g_autoptr (GTask) waiting = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  if (!check_editable (self, &error))
    {
      g_task_return_error (waiting, error);
      worker_edit_free (edit);
      return;
    }

  task = rm_session_start_task (self, cancellable, written_cb, g_steal_pointer (&waiting));
  edit->document = self->document;
  /* Freed where the answer is taken: its content belongs to the main thread. */
  g_task_set_task_data (task, edit, NULL);
  /* What is committed is committed: a late cancel must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  self->working = TRUE;
  rm_session_set_editable (self, FALSE);
  g_task_run_in_thread (task, edit_in_thread);
}

/* An answer already there, delivered asynchronously. */
static void
return_at_once (RmSession *self,
                gboolean ok,
                GError *error,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
rm_session_edit_async (RmSession *self,
                       RmJob *job,
                       const char *label,
                       RmEditFlags flags,
                       guint n_rows,
                       RmEditFunc func,
                       gpointer data,
                       GDestroyNotify free_data,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  WorkerEdit *edit = NULL;
  GError *error = NULL;
  gboolean ok = FALSE;

  if (n_rows <= FEW_ROWS && flags == RM_EDIT_NONE)
    {
      ok = rm_session_edit (self, label, func, data, &error);
      if (free_data != NULL)
        free_data (data);
      return_at_once (self, ok, error, callback, user_data);
      return;
    }

  edit = g_new0 (WorkerEdit, 1);
  edit->label = g_strdup (label);
  edit->flags = flags;
  edit->func = func;
  edit->data = data;
  edit->free_data = free_data;
  run_in_worker (self, edit, job, callback, user_data);
}

static void
step_async (RmSession *self,
            StepFunc step,
            gboolean large,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  WorkerEdit *edit = NULL;
  GError *error = NULL;
  gboolean ok = FALSE;

  if (!large)
    {
      ok = take_step (self, step, &error);
      return_at_once (self, ok, error, callback, user_data);
      return;
    }

  edit = g_new0 (WorkerEdit, 1);
  edit->step = step;
  run_in_worker (self, edit, NULL, callback, user_data);
}

void
rm_session_undo_async (RmSession *self,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  step_async (self, rm_store_undo,
              rm_store_is_undo_large (rm_document_get_store (self->document)), callback,
              user_data);
}

void
rm_session_redo_async (RmSession *self,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  step_async (self, rm_store_redo,
              rm_store_is_redo_large (rm_document_get_store (self->document)), callback,
              user_data);
}

gboolean
rm_session_edit_finish (RmSession *self,
                        GAsyncResult *result,
                        GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
