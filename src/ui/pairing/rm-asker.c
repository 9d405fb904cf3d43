/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pairing/rm-asker.h"

/** The state of a question. */
typedef struct
{
  gboolean wanted;
  RmJob *job;
  GError *error;
  gpointer answer;
  GDestroyNotify free_answer;
} Line;

/* First the explanations are made, once per programme; then each question is a separate job. A job
 * that is no longer that of its line is dropped when it ends. */
struct _RmAsker
{
  GObject parent_instance;

  /* owned */
  RmSession *session;
  RmExplanations *explanations;
  RmJob *making;
  GError *error; /* why there are no explanations */
  Line lines[RM_N_QUESTIONS];
  gint64 mentee;
  gint64 mentor;
};

static guint changed_signal;
static guint progressed_signal;

G_DEFINE_FINAL_TYPE (RmAsker, rm_asker, G_TYPE_OBJECT)

static void
emit_changed (RmAsker *self,
              RmQuestion question)
{
  g_signal_emit (self, changed_signal, 0, (guint) question);
}

static void
stop (RmJob **job)
{
  if (*job != NULL)
    rm_job_cancel (*job);
  g_clear_object (job);
}

static void
forget (Line *line)
{
  stop (&line->job);
  g_clear_error (&line->error);
  if (line->answer != NULL)
    line->free_answer (line->answer);
  line->answer = NULL;
}

static RmQuestion
find_job (RmAsker *self,
          RmJob *job)
{
  for (int q = 0; q < RM_N_QUESTIONS; q++)
    if (self->lines[q].job == job)
      return (RmQuestion) q;

  return RM_N_QUESTIONS;
}

/* Takes over @answer and @error. */
static void
settle (RmAsker *self,
        RmQuestion question,
        gpointer answer,
        GError *error)
{
  Line *line = &self->lines[question];

  g_clear_object (&line->job);
  line->answer = answer;
  if (error != NULL && !rm_error_is_cancelled (error))
    line->error = g_steal_pointer (&error);
  g_clear_error (&error);
  emit_changed (self, question);
}

static void
asked_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (RmAsker) self = data;
  RmJob *job = RM_JOB (source);
  GError *error = NULL;
  RmAnswer *answer = rm_explanations_ask_finish (job, result, &error);

  if (find_job (self, job) == RM_QUESTION_PAIR)
    {
      settle (self, RM_QUESTION_PAIR, answer, error);
      return;
    }
  g_clear_pointer (&answer, rm_answer_free);
  g_clear_error (&error);
}

static void
unpaired_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (RmAsker) self = data;
  RmJob *job = RM_JOB (source);
  GError *error = NULL;
  RmUnpairedList *report = rm_explanations_find_unpaired_finish (job, result, &error);

  if (find_job (self, job) == RM_QUESTION_UNPAIRED)
    {
      settle (self, RM_QUESTION_UNPAIRED, report, error);
      return;
    }
  g_clear_pointer (&report, rm_unpaired_list_free);
  g_clear_error (&error);
}

static void
tested_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (RmAsker) self = data;
  RmJob *job = RM_JOB (source);
  GError *error = NULL;
  GPtrArray *steady = rm_explanations_test_finish (job, result, &error);

  if (find_job (self, job) == RM_QUESTION_STEADY)
    {
      settle (self, RM_QUESTION_STEADY, steady, error);
      return;
    }
  g_clear_pointer (&steady, g_ptr_array_unref);
  g_clear_error (&error);
}

static void
progress_cb (RmAsker *self,
             GParamSpec *pspec,
             RmJob *job)
{
  RmQuestion question = find_job (self, job);

  if (question < RM_N_QUESTIONS)
    g_signal_emit (self, progressed_signal, 0, (guint) question);
}

static void
begin (RmAsker *self,
       RmQuestion question)
{
  Line *line = &self->lines[question];
  RmJob *job = line->job = rm_job_new ();

  g_signal_connect_object (job, "notify::progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  if (question == RM_QUESTION_PAIR)
    rm_explanations_ask_async (self->explanations, self->mentee, self->mentor, job, asked_cb,
                               g_object_ref (self));
  else if (question == RM_QUESTION_UNPAIRED)
    rm_explanations_find_unpaired_async (self->explanations, job, unpaired_cb,
                                         g_object_ref (self));
  else
    rm_explanations_test_async (self->explanations, job, tested_cb, g_object_ref (self));
}

static void advance (RmAsker *self);

static void
made_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (RmAsker) self = data;
  RmJob *job = RM_JOB (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (RmExplanations) made = rm_explanations_new_finish (job, result, &error);

  if (job != self->making)
    return;

  g_clear_object (&self->making);
  self->explanations = g_steal_pointer (&made);
  if (self->explanations == NULL)
    self->error = g_steal_pointer (&error);
  advance (self);
}

static gboolean
is_open (const Line *line)
{
  return line->wanted && line->job == NULL && line->answer == NULL && line->error == NULL;
}

/* Starts all wanted jobs that can start. */
static void
advance (RmAsker *self)
{
  gboolean wanted = FALSE;

  if (self->session == NULL)
    return;
  for (int q = 0; q < RM_N_QUESTIONS; q++)
    {
      Line *line = &self->lines[q];

      if (!is_open (line))
        continue;
      wanted = TRUE;
      if (self->explanations != NULL)
        begin (self, (RmQuestion) q);
      else if (self->error != NULL)
        {
          line->error = g_error_copy (self->error);
          emit_changed (self, (RmQuestion) q);
        }
    }
  if (!wanted || self->explanations != NULL || self->making != NULL || self->error != NULL)
    return;

  self->making = rm_job_new ();
  rm_explanations_new_async (rm_session_get_programme (self->session), self->making, made_cb,
                             g_object_ref (self));
}

/* The programme has changed: all answers are stale. */
static void
start_over (RmAsker *self)
{
  stop (&self->making);
  g_clear_error (&self->error);
  g_clear_pointer (&self->explanations, rm_explanations_unref);
  self->lines[RM_QUESTION_STEADY].wanted = FALSE;
  for (int q = 0; q < RM_N_QUESTIONS; q++)
    {
      forget (&self->lines[q]);
      emit_changed (self, (RmQuestion) q);
    }
  advance (self);
}

static void
rm_asker_dispose (GObject *object)
{
  RmAsker *self = RM_ASKER (object);

  rm_asker_set_session (self, NULL);
  G_OBJECT_CLASS (rm_asker_parent_class)->dispose (object);
}

static void
rm_asker_class_init (RmAskerClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_asker_dispose;
  changed_signal = g_signal_new ("changed", RM_TYPE_ASKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
  progressed_signal = g_signal_new ("progressed", RM_TYPE_ASKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
rm_asker_init (RmAsker *self)
{
  self->lines[RM_QUESTION_PAIR].free_answer = (GDestroyNotify) rm_answer_free;
  self->lines[RM_QUESTION_UNPAIRED].free_answer = (GDestroyNotify) rm_unpaired_list_free;
  self->lines[RM_QUESTION_STEADY].free_answer = (GDestroyNotify) g_ptr_array_unref;
}

RmAsker *
rm_asker_new (void)
{
  return g_object_new (RM_TYPE_ASKER, NULL);
}

void
rm_asker_set_session (RmAsker *self,
                      RmSession *session)
{
  if (!rm_session_follow (&self->session, session, G_CALLBACK (start_over), self))
    return;

  for (int q = 0; q < RM_N_QUESTIONS; q++)
    self->lines[q].wanted = FALSE;
  start_over (self);
}

void
rm_asker_ask_pair (RmAsker *self,
                   gint64 mentee,
                   gint64 mentor)
{
  forget (&self->lines[RM_QUESTION_PAIR]);
  self->mentee = mentee;
  self->mentor = mentor;
  self->lines[RM_QUESTION_PAIR].wanted = TRUE;
  emit_changed (self, RM_QUESTION_PAIR);
  advance (self);
}

void
rm_asker_ask (RmAsker *self,
              RmQuestion question)
{
  g_return_if_fail (question != RM_QUESTION_PAIR && question < RM_N_QUESTIONS);

  if (self->lines[question].wanted)
    return;

  self->lines[question].wanted = TRUE;
  emit_changed (self, question);
  advance (self);
}

void
rm_asker_drop (RmAsker *self,
               RmQuestion question)
{
  gboolean wanted = FALSE;

  g_return_if_fail (question < RM_N_QUESTIONS);

  self->lines[question].wanted = FALSE;
  forget (&self->lines[question]);
  for (int q = 0; q < RM_N_QUESTIONS; q++)
    wanted = wanted || self->lines[q].wanted;
  if (!wanted)
    stop (&self->making);
  emit_changed (self, question);
}

gboolean
rm_asker_is_busy (RmAsker *self,
                  RmQuestion question)
{
  const Line *line = &self->lines[question];

  return line->wanted && line->answer == NULL && line->error == NULL;
}

double
rm_asker_get_progress (RmAsker *self,
                       RmQuestion question)
{
  return self->lines[question].job != NULL ? rm_job_get_progress (self->lines[question].job) : -1;
}

const RmAnswer *
rm_asker_get_answer (RmAsker *self)
{
  return self->lines[RM_QUESTION_PAIR].answer;
}

const RmUnpairedList *
rm_asker_get_unpaired (RmAsker *self)
{
  return self->lines[RM_QUESTION_UNPAIRED].answer;
}

GPtrArray *
rm_asker_get_steady (RmAsker *self)
{
  return self->lines[RM_QUESTION_STEADY].answer;
}

const GError *
rm_asker_get_error (RmAsker *self,
                    RmQuestion question)
{
  return self->lines[question].error;
}

const char *
rm_asker_get_note (RmAsker *self)
{
  return self->explanations != NULL ? rm_explanations_get_note (self->explanations) : NULL;
}
