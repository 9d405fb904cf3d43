/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/explain/rm-explanations-private.h"

#include "app/pairing/rm-pairing-private.h"
#include "app/session/rm-job.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* The pairing of a programme, solved once, and the ways to ask about it from a worker. The texts of
 * answers are made in rm-explanations-answer.c, -steady.c and -unpaired.c. */

/* The question for the worker. */
typedef struct
{
  RmExplanations *self;   /* NULL: to be made of @programme */
  RmProgramme *programme;
  gint64 mentee;
  gint64 mentor;
} Question;

const char *
rm_explanations_name_mentee (const RmExplanations *self,
                             guint mentee)
{
  return rm_person_display_name (rm_scorer_get_mentee (self->scorer, mentee));
}

const char *
rm_explanations_name_mentor (const RmExplanations *self,
                             guint mentor)
{
  return rm_person_display_name (rm_scorer_get_mentor (self->scorer, mentor));
}

char *
rm_points_describe (gint64 points)
{
  g_autofree char *number = g_strdup_printf ("%'" G_GINT64_FORMAT, points);
  g_autofree char *most = g_strdup_printf ("%'d", RM_SCORE_POINTS);

  /* Translators: points, and how many a pair can have: "14 points of 4,000" */
  return rm_sentence_new (ngettext ("%s point of %s", "%s points of %s", (gulong) points), number,
                          most);
}

void
rm_words_append (GString *text,
                 char *more)
{
  if (text->len > 0)
    g_string_append (text, _ (", "));
  rm_sentence_append (text, "%s", more);
  g_free (more);
}

static void
note_today (RmExplanations *self,
            const GArray *open)
{
  self->mentee_today = g_new0 (guint8, rm_scorer_get_n_mentees (self->scorer) + 1);
  self->mentor_today = g_new0 (guint8, rm_scorer_get_n_mentors (self->scorer) + 1);
  for (guint p = 0; p < open->len; p++)
    {
      RmPlace place = g_array_index (open, RmPlace, p);

      self->mentee_today[place.mentee] = TRUE;
      self->mentor_today[place.mentor] = TRUE;
    }
}

static gboolean
check_somebody (const RmScorer *scorer,
                GError **error)
{
  if (rm_scorer_get_n_mentees (scorer) > 0 && rm_scorer_get_n_mentors (scorer) > 0)
    return TRUE;

  g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOBODY,
                       rm_scorer_get_n_mentees (scorer) == 0
                         ? _ ("Nobody takes part as a mentee yet")
                         : _ ("Nobody takes part as a mentor yet"));
  return FALSE;
}

RmExplanations *
rm_explanations_new (RmProgramme *programme,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error)
{
  g_autoptr (RmExplanations) self = NULL;
  RmPairingProblem problem;

  g_return_val_if_fail (programme != NULL, NULL);

  self = g_new0 (RmExplanations, 1);
  g_atomic_ref_count_init (&self->refs);
  self->programme = rm_programme_ref (programme);
  self->scorer = rm_scorer_get (programme);
  if (!check_somebody (self->scorer, error))
    return NULL;

  rm_pairing_problem_init (&problem, self->scorer,
                           (RmMode) rm_programme_get_settings (programme)->mode);
  note_today (self, problem.open);
  if (rm_pairing_problem_check_locks (&problem, error))
    self->explain = rm_explain_new (&problem.problem, (gpointer) problem.open->data,
                                    problem.open->len, 0, progress, data, error);
  rm_pairing_problem_clear (&problem);

  return self->explain != NULL ? g_steal_pointer (&self) : NULL;
}

static RmExplanations *
explanations_ref (RmExplanations *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rm_explanations_unref (RmExplanations *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->explain, rm_explain_free);
  rm_scorer_unref (self->scorer);
  rm_programme_unref (self->programme);
  g_free (self->mentee_today);
  g_free (self->mentor_today);
  g_free (self);
}

RmProgramme *
rm_explanations_get_programme (const RmExplanations *self)
{
  return self->programme;
}

RmScorer *
rm_explanations_get_scorer (const RmExplanations *self)
{
  return self->scorer;
}

gboolean
rm_explanations_is_today (const RmExplanations *self)
{
  return rm_explain_is_today (self->explain);
}

gboolean
rm_explanations_has_pair (const RmExplanations *self,
                          gint64 mentee,
                          gint64 mentor)
{
  int row = rm_scorer_find_mentee (self->scorer, mentee);
  int column = rm_scorer_find_mentor (self->scorer, mentor);

  return row >= 0 && column >= 0
         && rm_explain_has_pair (self->explain, (RmPlace) { (guint) row, (guint) column });
}

const char *
rm_explanations_get_note (const RmExplanations *self)
{
  return rm_explanations_is_today (self)
           ? NULL
           : _ ("This is about the best pairing; the pairs as they stand are others.");
}

static Question *
question_new (RmExplanations *self)
{
  Question *question = g_new0 (Question, 1);

  question->self = self != NULL ? explanations_ref (self) : NULL;
  return question;
}

static void
question_free (gpointer data)
{
  Question *self = data;

  g_clear_pointer (&self->self, rm_explanations_unref);
  g_clear_pointer (&self->programme, rm_programme_unref);
  g_free (self);
}

static gpointer
make (RmJob *job,
      gpointer data,
      GError **error)
{
  const Question *question = data;

  return rm_explanations_new (question->programme, rm_job_report, job, error);
}

static gpointer
ask (RmJob *job,
     gpointer data,
     GError **error)
{
  const Question *question = data;

  return rm_explanations_ask (question->self, question->mentee, question->mentor, rm_job_report,
                              job, error);
}

static gpointer
test (RmJob *job,
      gpointer data,
      GError **error)
{
  const Question *question = data;

  return rm_explanations_test (question->self, rm_job_report, job, error);
}

static gpointer
find_unpaired (RmJob *job,
               gpointer data,
               GError **error)
{
  const Question *question = data;

  return rm_explanations_find_unpaired (question->self, rm_job_report, job, error);
}

void
rm_explanations_new_async (RmProgramme *programme,
                           RmJob *job,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Question *question = question_new (NULL);

  question->programme = rm_programme_ref (programme);
  rm_job_run (job, make, question, question_free, (GDestroyNotify) rm_explanations_unref, callback,
              user_data);
}

RmExplanations *
rm_explanations_new_finish (RmJob *job,
                            GAsyncResult *result,
                            GError **error)
{
  return rm_job_finish (job, result, error);
}

void
rm_explanations_ask_async (RmExplanations *self,
                           gint64 mentee,
                           gint64 mentor,
                           RmJob *job,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Question *question = question_new (self);

  question->mentee = mentee;
  question->mentor = mentor;
  rm_job_run (job, ask, question, question_free, (GDestroyNotify) rm_answer_free, callback,
              user_data);
}

RmAnswer *
rm_explanations_ask_finish (RmJob *job,
                            GAsyncResult *result,
                            GError **error)
{
  return rm_job_finish (job, result, error);
}

void
rm_explanations_test_async (RmExplanations *self,
                            RmJob *job,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  rm_job_run (job, test, question_new (self), question_free, (GDestroyNotify) g_ptr_array_unref,
              callback, user_data);
}

GPtrArray *
rm_explanations_test_finish (RmJob *job,
                             GAsyncResult *result,
                             GError **error)
{
  return rm_job_finish (job, result, error);
}

void
rm_explanations_find_unpaired_async (RmExplanations *self,
                                     RmJob *job,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  rm_job_run (job, find_unpaired, question_new (self), question_free,
              (GDestroyNotify) rm_unpaired_list_free, callback, user_data);
}

RmUnpairedList *
rm_explanations_find_unpaired_finish (RmJob *job,
                                      GAsyncResult *result,
                                      GError **error)
{
  return rm_job_finish (job, result, error);
}
