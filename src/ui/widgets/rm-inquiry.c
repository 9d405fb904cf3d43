/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-inquiry.h"

/** One under way. */
typedef struct
{
  const RmInquiry *inquiry;
  const guint *generation; /* in owner */
  guint asked_at;
  RmProgramme *programme;  /* owned */
  gpointer question;       /* owned */
  gpointer answer;         /* owned */
} Running;

static void
running_free (Running *self)
{
  g_clear_pointer (&self->question, self->inquiry->free_question);
  g_clear_pointer (&self->answer, self->inquiry->free_answer);
  rm_programme_unref (self->programme);
  g_free (self);
}

/* An RmProgressFunc. The owner, in whom the counter is, lives until the answer is there. */
static gboolean
is_wanted (double fraction,
           gpointer data)
{
  const Running *self = data;

  return (guint) g_atomic_int_get (self->generation) == self->asked_at;
}

static void
find_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Running *self = task_data;

  if (self->inquiry->search != NULL)
    self->answer = self->inquiry->search (self->programme, self->question, is_wanted, self);
  else
    self->answer = self->inquiry->find (self->programme, self->question);
  g_task_return_boolean (task, TRUE);
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GObject) owner = data;
  Running *self = g_task_get_task_data (G_TASK (result));

  if (self->answer != NULL && is_wanted (1, self))
    self->inquiry->show (owner, self->programme, self->answer);
  running_free (self);
}

void
rm_inquiry_begin (const RmInquiry *inquiry,
                  gpointer owner,
                  guint *generation,
                  RmProgramme *programme,
                  gpointer question)
{
  /* Not as the task's source: the thread may hold the last reference to that, and widgets must be
   * freed on the main thread. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, found_cb, g_object_ref (owner));
  Running *self = g_new0 (Running, 1);

  self->inquiry = inquiry;
  self->generation = generation;
  self->asked_at = (guint) g_atomic_int_add (generation, 1) + 1;
  self->programme = rm_programme_ref (programme);
  self->question = question;
  /* Nor by the task's end: the question may hold the last reference to a widget. */
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, find_in_thread);
}

void
rm_inquiry_stop (guint *generation)
{
  g_atomic_int_inc (generation);
}
