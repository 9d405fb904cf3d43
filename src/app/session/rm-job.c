/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/rm-job.h"

#include "exchange/sheet/rm-exchange-types.h"
#include "store/rm-store-types.h"

struct _RmJob
{
  GObject parent_instance;

  /* owned */
  GCancellable *cancellable;

  GMutex mutex;
  double latest;   /* guarded */
  guint idle;      /* guarded: the notification under way */
  double progress; /* main thread */
};

enum
{
  PROP_PROGRESS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RmJob, rm_job, G_TYPE_OBJECT)

typedef struct
{
  RmJob *job; /* borrowed: the waiting task holds it */
  RmJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Work;

static void
work_free (Work *work)
{
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work);
}

static void
run_work (GTask *task,
          gpointer source,
          gpointer task_data,
          GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  gpointer result = work->func (work->job, work->data, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, work->free_result);
}

/* The data, and an unwanted answer, are freed here, in the main thread: they may hold the last
 * reference to a session. */
static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GTask) waiting = data;
  Work *work = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  GError *cancelled = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  /* Whatever the outcome. */
  if (g_cancellable_set_error_if_cancelled (work->job->cancellable, &cancelled))
    {
      g_clear_error (&error);
      error = cancelled;
      if (answer != NULL && work->free_result != NULL)
        work->free_result (answer);
    }
  if (error != NULL)
    g_task_return_error (waiting, error);
  else
    g_task_return_pointer (waiting, answer, work->free_result);
  work_free (work);
}

static gboolean
notify_cb (gpointer data)
{
  RmJob *self = data;

  g_mutex_lock (&self->mutex);
  self->idle = 0;
  self->progress = self->latest;
  g_mutex_unlock (&self->mutex);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  return G_SOURCE_REMOVE;
}

static void
rm_job_finalize (GObject *object)
{
  RmJob *self = RM_JOB (object);

  g_object_unref (self->cancellable);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (rm_job_parent_class)->finalize (object);
}

static void
rm_job_get_property (GObject *object,
                     guint id,
                     GValue *value,
                     GParamSpec *pspec)
{
  if (id == PROP_PROGRESS)
    g_value_set_double (value, RM_JOB (object)->progress);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rm_job_class_init (RmJobClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = rm_job_finalize;
  object_class->get_property = rm_job_get_property;

  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1, 1, -1,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rm_job_init (RmJob *self)
{
  self->cancellable = g_cancellable_new ();
  self->latest = -1;
  self->progress = -1;
  g_mutex_init (&self->mutex);
}

RmJob *
rm_job_new (void)
{
  return g_object_new (RM_TYPE_JOB, NULL);
}

void
rm_job_run (RmJob *self,
            RmJobFunc func,
            gpointer data,
            GDestroyNotify free_data,
            GDestroyNotify free_result,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *waiting = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, answered_cb, waiting);
  Work *work = g_new0 (Work, 1);

  work->job = self;
  work->func = func;
  work->data = data;
  work->free_data = free_data;
  work->free_result = free_result;
  g_task_set_source_tag (waiting, rm_job_run);
  g_task_set_task_data (task, work, NULL);
  /* The task would keep the answer, and the worker may be the last to let go of the task. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_work);
}

gpointer
rm_job_finish (RmJob *self,
               GAsyncResult *result,
               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
rm_job_report (double fraction,
               gpointer data)
{
  RmJob *self = data;

  g_mutex_lock (&self->mutex);
  self->latest = fraction;
  if (self->idle == 0)
    self->idle = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, 50, notify_cb, g_object_ref (self),
                                     g_object_unref);
  g_mutex_unlock (&self->mutex);

  return !g_cancellable_is_cancelled (self->cancellable);
}

void
rm_job_cancel (RmJob *self)
{
  g_cancellable_cancel (self->cancellable);
}

GCancellable *
rm_job_get_cancellable (RmJob *self)
{
  return self->cancellable;
}

double
rm_job_get_progress (RmJob *self)
{
  return self->progress;
}

gboolean
rm_error_is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_CANCELLED)
         || g_error_matches (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED)
         || g_error_matches (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED);
}
