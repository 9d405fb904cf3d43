/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/explain/rm-robustness.h"

#include "core/explain/rm-explain-private.h"
#include "core/matching/rm-matcher-private.h"

/* Whether pairs survive small changes of the weights. Each change is solved once, from the solver's
 * current state; a pair missing from the result is only examined by itself if prices do not
 * decide. */

/* One change of a weight. */
typedef struct
{
  const RmExplain *explain;
  RmScorer *scorer;         /* under the changed weights */
  RmScoreSource source;
  RmProblem problem;
  RmMatcher *matcher;
  RmSolution *best;
  RmOutcome outcome;        /* of @best */
  RmMode forced_mode;       /* the objective once the floor is known */
} Trial;

gboolean
rm_nudge_get (const RmSettings *settings,
              guint index,
              RmNudge *nudge)
{
  const RmField *field = NULL;
  int weight = 0;

  g_return_val_if_fail (index < RM_N_NUDGES, FALSE);

  nudge->criterion = (RmCriterion) (index / 2);
  nudge->up = index % 2 == 1;
  field = rm_criterion_get_field (nudge->criterion);
  weight = settings->weights[nudge->criterion];
  /* Weights are not negative, so adding a half and rounding down is half away from zero. */
  nudge->weight = CLAMP ((weight * (nudge->up ? 12 : 8) + 5) / 10, field->min, field->max);

  return weight > 0 && nudge->weight != weight;
}

static RmScorer *
nudge_scorer (const RmScorer *scorer,
              const RmNudge *nudge)
{
  RmProgramme *programme = rm_scorer_get_programme (scorer);
  RmSettings *settings = rm_record_copy (rm_programme_get_settings (programme));
  g_autoptr (RmProgramme) changed = NULL;

  settings->weights[nudge->criterion] = nudge->weight;
  changed = rm_programme_new_changed (programme, settings, NULL, NULL);
  rm_record_unref (settings);

  return rm_scorer_new (changed);
}

static gboolean
trial_init (Trial *self,
            const RmExplain *explain,
            const RmNudge *nudge,
            RmStage *stage,
            GError **error)
{
  const RmMatcherChange change = { .scores_kept = FALSE };

  self->explain = explain;
  self->problem = *rm_explain_get_problem (explain);
  self->scorer = nudge_scorer (self->problem.source->scorer, nudge);
  self->source = rm_scorer_get_source (self->scorer);
  self->forced_mode = self->problem.mode == RM_MODE_WEAKEST ? RM_MODE_PEOPLE
                                                            : self->problem.mode;
  self->problem.source = &self->source;
  self->matcher = rm_matcher_copy (rm_explain_get_matcher (explain));
  rm_matcher_set_problem (self->matcher, &self->problem, &change);
  if (!rm_matcher_solve (self->matcher, rm_stage_report, stage, error))
    return FALSE;

  self->best = rm_matcher_new_solution (self->matcher);
  self->outcome = rm_outcome_measure (&self->problem, self->best->pairs, self->best->n_pairs);

  return TRUE;
}

static void
trial_clear (Trial *self)
{
  rm_solution_free (self->best);
  rm_matcher_free (self->matcher);
  rm_scorer_unref (self->scorer);
}

/* How far an unchosen pair is below its prices, a lower bound on the cost of forcing it (the
 * reduced cost: Dantzig 1963). With a floor, prices hold for the pairs above it. */
static gboolean
prices_forbid (const Trial *self,
               RmPlace place)
{
  const RmCertificate *proof = self->best->certificate;
  gint64 score = self->source.get_score (self->source.data, place.mentee, place.mentor);

  if (self->problem.mode == RM_MODE_WEAKEST && score < self->outcome.floor)
    return TRUE;

  return proof->mentee_price[place.mentee] - proof->mentee_cover[place.mentee]
           + proof->mentor_price[place.mentor]
         > score;
}

/* The solver goes on from the best pairing, one forced pair after the other. With a floor a forced
 * pair costs nothing if the best total of the pairs from there up is the same: the solver then
 * looks for that, with people first and the floor given. */
static RmSolution *
force (Trial *self,
       RmPlace place,
       RmStage *stage,
       GError **error)
{
  const RmMatcherChange change = { .scores_kept = TRUE };
  RmProblem problem = self->problem;
  g_autofree RmPlace *locks = rm_places_with (problem.locks, problem.n_locks, place);

  problem.locks = locks;
  problem.n_locks++;
  problem.mode = self->matcher->mode = self->forced_mode;
  rm_matcher_set_problem (self->matcher, &problem, &change);
  if (self->problem.mode == RM_MODE_WEAKEST)
    self->matcher->floor = (gint32) self->outcome.floor;

  return rm_matcher_solve (self->matcher, rm_stage_report, stage, error)
           ? rm_matcher_new_solution (self->matcher)
           : NULL;
}

/* All pairs of a best pairing cost nothing. */
static void
mark_free (const RmSolution *solution,
           const RmSolution *of,
           guint8 *is_free)
{
  guint s = 0;

  for (guint p = 0; p < of->n_pairs; p++)
    {
      while (s < solution->n_pairs && rm_place_compare (&solution->pairs[s], &of->pairs[p]) < 0)
        s++;
      if (s < solution->n_pairs && rm_place_compare (&solution->pairs[s], &of->pairs[p]) == 0)
        is_free[p] = TRUE;
    }
}

static gboolean
run_trial (Trial *self,
           GArray *result,
           guint32 bit,
           RmStage *stage,
           GError **error)
{
  const RmSolution *explained = rm_explain_get_solution (self->explain);
  g_autofree guint8 *is_free = g_new0 (guint8, explained->n_pairs + 1);

  mark_free (self->best, explained, is_free);
  for (guint p = 0; p < explained->n_pairs; p++)
    {
      RmSteadiness *pair = &g_array_index (result, RmSteadiness, p);
      g_autoptr (RmSolution) solution = NULL;
      RmOutcome outcome = { 0 };

      if (is_free[p])
        continue;
      if (prices_forbid (self, pair->place))
        {
          pair->breaks |= bit;
          continue;
        }
      if (!rm_stage_go_on (stage, (double) p / explained->n_pairs, error))
        return FALSE;
      solution = force (self, pair->place, stage, error);
      if (solution == NULL)
        return FALSE;
      outcome = rm_outcome_measure (&self->problem, solution->pairs, solution->n_pairs);
      if (rm_outcome_compare (&outcome, &self->outcome, self->forced_mode) == 0)
        mark_free (solution, explained, is_free);
      else
        pair->breaks |= bit;
    }

  return TRUE;
}

GArray *
rm_robustness_test (const RmExplain *explain,
                    RmProgressFunc progress,
                    gpointer data,
                    GError **error)
{
  const RmSolution *solution = NULL;
  const RmProblem *problem = NULL;
  const RmSettings *settings = NULL;
  g_autoptr (GArray) result = g_array_new (FALSE, TRUE, sizeof (RmSteadiness));

  g_return_val_if_fail (explain != NULL, NULL);
  problem = rm_explain_get_problem (explain);
  g_return_val_if_fail (problem->source->scorer != NULL, NULL);

  solution = rm_explain_get_solution (explain);
  settings = rm_programme_get_settings (rm_scorer_get_programme (problem->source->scorer));
  for (guint p = 0; p < solution->n_pairs; p++)
    {
      RmSteadiness steadiness = { solution->pairs[p], 0 };

      g_array_append_val (result, steadiness);
    }

  for (guint index = 0; index < RM_N_NUDGES; index++)
    {
      RmStage stage = { progress, data, (double) index / RM_N_NUDGES,
                        (double) (index + 1) / RM_N_NUDGES };
      RmNudge nudge;
      Trial trial = { 0 };
      gboolean ok = FALSE;

      if (!rm_nudge_get (settings, index, &nudge))
        continue;
      if (!rm_stage_go_on (&stage, 0, error))
        return NULL;
      ok = trial_init (&trial, explain, &nudge, &stage, error)
           && run_trial (&trial, result, 1u << index, &stage, error);
      trial_clear (&trial);
      if (!ok)
        return NULL;
    }

  return g_steal_pointer (&result);
}
