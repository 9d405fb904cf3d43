/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lab/rm-live.h"

#include "app/pairing/rm-pairing-private.h"
#include "app/session/rm-job.h"
#include "core/matching/rm-assignment.h"
#include "core/matching/rm-matcher.h"

/** The state passed from one preview to the next. Owned by the worker under way. */
typedef struct
{
  RmProgramme *programme; /* the programme whose people the matcher knows */
  RmMatcher *matcher;
  RmScorer *scorer;       /* that the matcher looks at */
} Engine;

struct _RmLive
{
  GObject parent_instance;

  /* owned */
  Engine engine;          /* of the job, while there is one */
  RmJob *job;             /* what is under way */
  RmProgramme *programme; /* the newest question */
  RmSettings *settings;
  gboolean settled;
  gboolean asked;         /* it was not begun yet */
  guint question;         /* its number */

  guint pause;            /* a source: no preview begins before it fires */

  RmLiveResult *result;
  guint answered;         /* the question that @result answers */
  GError *error;
  gboolean has_mode_figures;
  RmFigures mode_figures[RM_N_MODES];
};

/* Showing a preview is more work than finding it: a slider has to have time to move in between. */
#define PAUSE_MS 80

static guint changed_signal;

G_DEFINE_FINAL_TYPE (RmLive, rm_live, G_TYPE_OBJECT)

/** A question on its way to the worker and back. */
typedef struct
{
  RmProgramme *programme;
  RmSettings *settings;
  gboolean settled;
  Engine *engine;
  RmFigures known; /* if the figures of all modes are asked for: those of the settings' own mode */
} Question;

/** The engine's result. */
typedef struct
{
  RmScorer *scorer;
  RmSolution *solution;
} Found;

static void
found_clear (Found *self)
{
  g_clear_pointer (&self->scorer, rm_scorer_unref);
  g_clear_pointer (&self->solution, rm_solution_free);
}

static RmProgramme *
programme_with (RmProgramme *programme,
                RmSettings *settings)
{
  return rm_programme_new_changed (programme, settings, NULL, NULL);
}

static void
engine_clear (Engine *self)
{
  g_clear_pointer (&self->matcher, rm_matcher_free);
  g_clear_pointer (&self->scorer, rm_scorer_unref);
  g_clear_pointer (&self->programme, rm_programme_unref);
}

/* If the people are the same, their previous pairs and prices are nearly right. */
static RmSolution *
engine_solve (Engine *self,
              RmProgramme *programme,
              RmScorer *scorer,
              const RmProblem *problem,
              RmJob *job,
              GError **error)
{
  const RmMatcherChange change = { .scores_kept = FALSE };

  if (self->programme != programme)
    engine_clear (self);
  if (self->matcher == NULL)
    {
      self->programme = rm_programme_ref (programme);
      self->matcher = rm_matcher_new (problem, MAX (g_get_num_processors (), 2) - 1);
    }
  else
    rm_matcher_set_problem (self->matcher, problem, &change);
  rm_scorer_ref (scorer);
  g_clear_pointer (&self->scorer, rm_scorer_unref);
  self->scorer = scorer;

  return rm_matcher_solve (self->matcher, rm_job_report, job, error)
           ? rm_matcher_new_solution (self->matcher)
           : NULL;
}

/* A preview continues from the one before; the figures of a mode are solved by themselves. */
static gboolean
solve (const Question *question,
       RmMode mode,
       Engine *engine,
       RmJob *job,
       Found *found,
       GError **error)
{
  g_autoptr (RmProgramme) changed = programme_with (question->programme, question->settings);
  RmPairingProblem problem;

  found->scorer = rm_scorer_get (changed);
  rm_pairing_problem_init (&problem, found->scorer, mode);
  if (rm_pairing_problem_check_locks (&problem, error))
    found->solution
      = engine != NULL ? engine_solve (engine, question->programme, found->scorer,
                                       &problem.problem, job, error)
                       : rm_assignment_solve (&problem.problem, rm_job_report, job, error);
  rm_pairing_problem_clear (&problem);

  return found->solution != NULL;
}

static RmLiveResult *
find_canonical (RmJob *job,
                const Question *question,
                GError **error)
{
  g_autoptr (RmProgramme) changed = programme_with (question->programme, question->settings);
  RmPairingResult *proposal = rm_pairing_propose (changed, rm_job_report, job, error);

  return proposal == NULL ? NULL
                          : rm_live_result_new (question->programme, question->settings,
                                                proposal->scorer, NULL, proposal);
}

static RmLiveResult *
find_preview (RmJob *job,
              const Question *question,
              GError **error)
{
  Found found = { NULL, NULL };
  RmLiveResult *result = NULL;

  if (solve (question, (RmMode) question->settings->mode, question->engine, job, &found, error))
    result = rm_live_result_new (question->programme, question->settings, found.scorer,
                                 g_steal_pointer (&found.solution), NULL);
  found_clear (&found);

  return result;
}

static gpointer
find_result (RmJob *job,
             gpointer data,
             GError **error)
{
  const Question *question = data;

  return question->settled ? find_canonical (job, question, error)
                           : find_preview (job, question, error);
}

static RmFigures
figures_of (const RmSolution *solution)
{
  RmFigures figures = { solution->n_pairs, solution->n_paired, solution->total,
                        solution->lowest };

  return figures;
}

static gpointer
find_mode_figures (RmJob *job,
             gpointer data,
             GError **error)
{
  const Question *question = data;
  g_autofree RmFigures *figures = g_new0 (RmFigures, RM_N_MODES);

  for (int mode = 0; mode < RM_N_MODES; mode++)
    {
      Found found = { NULL, NULL };
      gboolean ok = FALSE;

      if (mode == question->settings->mode)
        {
          figures[mode] = question->known;
          continue;
        }
      ok = solve (question, (RmMode) mode, NULL, job, &found, error);
      if (ok)
        figures[mode] = figures_of (found.solution);
      found_clear (&found);
      if (!ok)
        return NULL;
    }

  return g_steal_pointer (&figures);
}

static void
question_free (gpointer data)
{
  Question *self = data;

  rm_programme_unref (self->programme);
  rm_record_unref (self->settings);
  g_free (self);
}

static void
tell (RmLive *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void begin (RmLive *self);

static gboolean
paused_cb (gpointer data)
{
  RmLive *self = data;

  self->pause = 0;
  begin (self);

  return G_SOURCE_REMOVE;
}

static void
pause_previews (RmLive *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, paused_cb, self);
}

static void
mode_figures_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (RmLive) self = data;
  g_autofree RmFigures *figures = rm_job_finish (RM_JOB (source), result, NULL);

  g_clear_object (&self->job);
  if (figures != NULL && !self->asked && self->programme != NULL)
    {
      for (int mode = 0; mode < RM_N_MODES; mode++)
        self->mode_figures[mode] = figures[mode];
      self->has_mode_figures = TRUE;
    }
  begin (self);
  tell (self);
}

static Question *
question_new (RmLive *self)
{
  Question *question = g_new0 (Question, 1);

  question->programme = rm_programme_ref (self->programme);
  question->settings = rm_record_ref (self->settings);
  question->settled = self->settled;
  question->engine = &self->engine;
  return question;
}

static void
begin_mode_figures (RmLive *self)
{
  Question *question = question_new (self);

  question->known = self->result->then;
  self->job = rm_job_new ();
  rm_job_run (self->job, find_mode_figures, question, question_free, g_free, mode_figures_cb,
              g_object_ref (self));
}

/** The question of a job: data of its callback. */
typedef struct
{
  RmLive *live;
  guint question;
  gboolean settled;
} Asked;

static void
found_cb (GObject *source,
          GAsyncResult *answer,
          gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (RmLive) self = asked->live;
  g_autoptr (GError) error = NULL;
  g_autoptr (RmLiveResult) result = rm_job_finish (RM_JOB (source), answer, &error);

  g_clear_object (&self->job);
  /* A preview may be one question late, unless something newer was shown: sliders move on. */
  if (result != NULL && result->programme == self->programme)
    {
      g_clear_pointer (&self->result, rm_live_result_unref);
      g_clear_error (&self->error);
      self->result = g_steal_pointer (&result);
      self->answered = asked->question;
      if (!asked->settled)
        pause_previews (self);
    }
  else if (error != NULL && !rm_error_is_cancelled (error) && !self->asked)
    {
      g_clear_pointer (&self->result, rm_live_result_unref);
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
    }
  if (!self->asked && asked->settled && self->result != NULL && !self->has_mode_figures)
    begin_mode_figures (self);
  else
    begin (self);
  tell (self);
}

static void
begin (RmLive *self)
{
  Asked *asked = NULL;

  if (!self->asked || self->job != NULL || (self->pause != 0 && !self->settled))
    return;

  self->asked = FALSE;
  asked = g_new0 (Asked, 1);
  asked->live = g_object_ref (self);
  asked->question = self->question;
  asked->settled = self->settled;
  self->job = rm_job_new ();
  rm_job_run (self->job, find_result, question_new (self), question_free,
              (GDestroyNotify) rm_live_result_unref, found_cb, asked);
}

static void
rm_live_dispose (GObject *object)
{
  RmLive *self = RM_LIVE (object);

  /* A job under way keeps this alive. */
  rm_live_stop (self);
  G_OBJECT_CLASS (rm_live_parent_class)->dispose (object);
}

static void
rm_live_finalize (GObject *object)
{
  engine_clear (&RM_LIVE (object)->engine);
  G_OBJECT_CLASS (rm_live_parent_class)->finalize (object);
}

static void
rm_live_class_init (RmLiveClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_live_dispose;
  G_OBJECT_CLASS (class)->finalize = rm_live_finalize;
  changed_signal = g_signal_new ("changed", RM_TYPE_LIVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
rm_live_init (RmLive *self)
{
}

RmLive *
rm_live_new (void)
{
  return g_object_new (RM_TYPE_LIVE, NULL);
}

/* Prices cover all modes: changing only the mode does not affect them. */
static gboolean
same_mode_figures (const RmSettings *a,
             const RmSettings *b)
{
  guint n = 0;
  const RmField *deciding = rm_settings_list_deciding (&n);

  for (guint f = 0; f < n; f++)
    if (!g_str_equal (deciding[f].key, "mode") && !rm_record_field_equal (a, b, &deciding[f]))
      return FALSE;

  return TRUE;
}

void
rm_live_ask (RmLive *self,
             RmProgramme *programme,
             RmSettings *settings,
             gboolean settled)
{
  gboolean same_people = self->programme == programme;
  gboolean may_finish = same_people && !settled && !self->settled;

  if (!same_people)
    g_clear_pointer (&self->result, rm_live_result_unref);
  if (!same_people || !same_mode_figures (self->settings, settings))
    self->has_mode_figures = FALSE;

  rm_programme_ref (programme);
  g_clear_pointer (&self->programme, rm_programme_unref);
  self->programme = programme;
  rm_record_ref (settings);
  g_clear_pointer (&self->settings, rm_record_unref);
  self->settings = settings;
  self->settled = settled;
  self->asked = TRUE;
  self->question++;

  if (self->job != NULL && !may_finish)
    rm_job_cancel (self->job);
  begin (self);
}

void
rm_live_stop (RmLive *self)
{
  if (self->job != NULL)
    rm_job_cancel (self->job);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->programme, rm_programme_unref);
  g_clear_pointer (&self->settings, rm_record_unref);
  g_clear_pointer (&self->result, rm_live_result_unref);
  g_clear_error (&self->error);
  self->asked = FALSE;
  self->has_mode_figures = FALSE;
  self->question++;
}

RmLiveResult *
rm_live_get_result (RmLive *self)
{
  return self->result;
}

const GError *
rm_live_get_error (RmLive *self)
{
  return self->error;
}

const RmFigures *
rm_live_get_mode_figures (RmLive *self)
{
  return self->has_mode_figures ? self->mode_figures : NULL;
}

gboolean
rm_live_is_settled (RmLive *self)
{
  return self->result != NULL && self->result->canonical != NULL
         && self->answered == self->question;
}

gboolean
rm_live_is_busy (RmLive *self)
{
  return self->programme != NULL && (self->job != NULL || self->asked);
}
