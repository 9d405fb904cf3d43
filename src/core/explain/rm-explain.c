/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/explain/rm-explain-private.h"
#include "core/matching/rm-assignment.h"
#include "core/matching/rm-matcher-private.h"

/* Why a pairing is as it is. The solver is kept in its final state, and each question is put to a
 * copy of it, so that no answer depends on earlier questions. */

struct _RmExplain
{
  RmScoreSource source;
  RmProblem problem;
  RmMatcher *matcher;
  RmSolution *solution;
  RmOutcome outcome;
  gboolean is_today;
};

static void
take_problem (RmExplain *self,
              const RmProblem *problem)
{
  self->source = *problem->source;
  self->problem = *problem;
  self->problem.source = &self->source;
  self->problem.mentee_capacity = g_memdup2 (problem->mentee_capacity,
                                             sizeof (int) * self->source.n_mentees);
  self->problem.mentor_capacity = g_memdup2 (problem->mentor_capacity,
                                             sizeof (int) * self->source.n_mentors);
  self->problem.locks = rm_places_copy_sorted (problem->locks, problem->n_locks);
  self->problem.excluded = rm_places_copy_sorted (problem->excluded, problem->n_excluded);
}

static gboolean
are_candidates (const RmProblem *problem,
                RmPlace place)
{
  const RmScoreSource *source = problem->source;

  return source->get_score (source->data, place.mentee, place.mentor) >= 0
         && !rm_places_contain (problem->excluded, problem->n_excluded, place);
}

/* Whether today's pairs obey the problem. */
static gboolean
is_pairing (const RmProblem *problem,
            const RmPlace *pairs,
            guint n_pairs)
{
  const RmScoreSource *source = problem->source;
  g_autofree int *mentee_used = g_new0 (int, source->n_mentees + 1);
  g_autofree int *mentor_used = g_new0 (int, source->n_mentors + 1);

  for (guint p = 0; p < n_pairs; p++)
    {
      RmPlace place = pairs[p];

      if (place.mentee >= source->n_mentees
          || place.mentor >= source->n_mentors
          || (p > 0 && rm_place_compare (&pairs[p - 1], &place) >= 0)
          || !are_candidates (problem, place)
          || ++mentee_used[place.mentee] > problem->mentee_capacity[place.mentee]
          || ++mentor_used[place.mentor] > problem->mentor_capacity[place.mentor])
        return FALSE;
    }
  for (guint k = 0; k < problem->n_locks; k++)
    if (!rm_places_contain (pairs, n_pairs, problem->locks[k]))
      return FALSE;

  return TRUE;
}

/* Best prices go with each best pairing (complementary slackness), so the solver can hold today's
 * pairs as well as those it found: then it only moves people who have to move. With a floor it
 * begins anew for each question. */
static void
stand_on_today (RmExplain *self)
{
  const RmSolution *solution = self->solution;
  RmMatchSide *mentees = &self->matcher->sides[RM_MENTEES];

  if (self->problem.mode == RM_MODE_WEAKEST)
    return;

  for (guint i = 0; i < mentees->n; i++)
    while (mentees->used[i] > 0)
      rm_matcher_drop (self->matcher, i, rm_match_side_partners (mentees, i)->other);
  for (guint p = 0; p < solution->n_pairs; p++)
    {
      RmPlace place = solution->pairs[p];
      gint32 score
        = (gint32) self->source.get_score (self->source.data, place.mentee, place.mentor);

      if (rm_places_contain (self->problem.locks, self->problem.n_locks, place))
        continue;
      rm_matcher_add_arc (self->matcher, place.mentee, place.mentor, score);
      rm_matcher_choose (self->matcher, place.mentee, place.mentor, score);
    }
}

static void
prefer_today (RmExplain *self,
              const RmPlace *today,
              guint n_today)
{
  RmOutcome outcome = { 0 };

  if (!is_pairing (&self->problem, today, n_today))
    return;
  outcome = rm_outcome_measure (&self->problem, today, n_today);
  if (rm_outcome_compare (&outcome, &self->outcome, self->problem.mode) != 0)
    return;

  self->is_today = TRUE;
  self->outcome = outcome;
  g_free (self->solution->pairs);
  self->solution->pairs = rm_places_copy_sorted (today, n_today);
  self->solution->n_pairs = n_today;
  self->solution->n_paired = outcome.n_paired;
  self->solution->total = outcome.total;
  self->solution->lowest = outcome.lowest;
  stand_on_today (self);
}

RmExplain *
rm_explain_new (const RmProblem *problem,
                const RmPlace *today,
                guint n_today,
                guint n_threads,
                RmProgressFunc progress,
                gpointer data,
                GError **error)
{
  g_autoptr (RmExplain) self = NULL;

  g_return_val_if_fail (problem != NULL && problem->source != NULL, NULL);

  self = g_new0 (RmExplain, 1);
  take_problem (self, problem);
  self->matcher = rm_matcher_new (&self->problem, n_threads);
  if (!rm_matcher_solve (self->matcher, progress, data, error))
    return NULL;

  self->solution = rm_matcher_new_solution (self->matcher);
  self->outcome = rm_outcome_measure (&self->problem, self->solution->pairs,
                                      self->solution->n_pairs);
  prefer_today (self, today, n_today);

  return g_steal_pointer (&self);
}

void
rm_explain_free (RmExplain *self)
{
  if (self == NULL)
    return;

  rm_matcher_free (self->matcher);
  rm_solution_free (self->solution);
  g_free ((int *) self->problem.mentee_capacity);
  g_free ((int *) self->problem.mentor_capacity);
  g_free ((RmPlace *) self->problem.locks);
  g_free ((RmPlace *) self->problem.excluded);
  g_free (self);
}

const RmProblem *
rm_explain_get_problem (const RmExplain *self)
{
  return &self->problem;
}

const RmSolution *
rm_explain_get_solution (const RmExplain *self)
{
  return self->solution;
}

const RmMatcher *
rm_explain_get_matcher (const RmExplain *self)
{
  return self->matcher;
}

gboolean
rm_explain_is_today (const RmExplain *self)
{
  return self->is_today;
}

gboolean
rm_explain_has_pair (const RmExplain *self,
                     RmPlace place)
{
  return rm_places_contain (self->solution->pairs, self->solution->n_pairs, place);
}

static guint
count_locks (const RmProblem *problem,
             gboolean of_mentor,
             guint person)
{
  guint n = 0;

  for (guint k = 0; k < problem->n_locks; k++)
    n += (of_mentor ? problem->locks[k].mentor : problem->locks[k].mentee) == person;

  return n;
}

static RmRule
find_rule (const RmExplain *self,
           RmPlace place)
{
  const RmScorer *scorer = self->source.scorer;
  RmScore score = { .rule = RM_RULE_NONE };

  if (scorer == NULL)
    return self->source.get_score (self->source.data, place.mentee, place.mentor) < 0
             ? RM_RULE_EXCLUDED
             : RM_RULE_NONE;

  rm_scorer_explain (scorer, place.mentee, place.mentor, &score);

  return score.rule;
}

/* Whether there is an answer without solving. */
static gboolean
find_obstacle (const RmExplain *self,
               RmPlace place,
               RmWhyNot *answer)
{
  const RmProblem *problem = &self->problem;
  int mentee_places = problem->mentee_capacity[place.mentee];
  int mentor_places = problem->mentor_capacity[place.mentor];

  answer->rule = find_rule (self, place);
  if (answer->rule != RM_RULE_NONE)
    answer->why = RM_WHY_RULE;
  else if (rm_places_contain (problem->excluded, problem->n_excluded, place))
    answer->why = RM_WHY_APART;
  else if (mentee_places <= 0)
    answer->why = RM_WHY_MENTEE_TAKES_NONE;
  else if ((int) count_locks (problem, FALSE, place.mentee) >= mentee_places)
    answer->why = RM_WHY_MENTEE_LOCKED;
  else if (mentor_places <= 0)
    answer->why = RM_WHY_MENTOR_TAKES_NONE;
  else if ((int) count_locks (problem, TRUE, place.mentor) >= mentor_places)
    answer->why = RM_WHY_MENTOR_LOCKED;
  else
    return FALSE;

  return TRUE;
}

static RmSolution *
solve_changed (const RmExplain *self,
               const RmProblem *problem,
               RmProgressFunc progress,
               gpointer data,
               GError **error)
{
  const RmMatcherChange change = { .scores_kept = TRUE };
  g_autoptr (RmMatcher) matcher = rm_matcher_copy (self->matcher);

  rm_matcher_set_problem (matcher, problem, &change);

  return rm_matcher_solve (matcher, progress, data, error) ? rm_matcher_new_solution (matcher)
                                                           : NULL;
}

/* Whether anybody is paired without a lock: otherwise there is no floor. */
static gboolean
has_free_mentee (const RmProblem *problem,
                 const RmSolution *solution)
{
  gboolean held = FALSE;

  for (guint p = 0; p < solution->n_pairs; p++)
    {
      const RmPlace *pair = &solution->pairs[p];
      gboolean first = p == 0 || pair[-1].mentee != pair->mentee;
      gboolean last = p + 1 == solution->n_pairs || pair[1].mentee != pair->mentee;

      held = rm_places_contain (problem->locks, problem->n_locks, *pair) || (held && !first);
      if (last && !held)
        return TRUE;
    }

  return FALSE;
}

/* A lock does not count for the floor, but a forced pair does. If it is the lowest of all, the rest
 * need not score more: another solve finds the best of these. */
static RmSolution *
solve_at_floor (const RmExplain *self,
                const RmProblem *with_lock,
                RmSolution *solution,
                RmPlace place,
                RmProgressFunc progress,
                gpointer data,
                GError **error)
{
  RmOutcome as_lock = rm_outcome_measure (with_lock, solution->pairs, solution->n_pairs);
  gint64 score = self->source.get_score (self->source.data, place.mentee, place.mentor);
  gboolean others = has_free_mentee (with_lock, solution);
  RmFloored floored;

  if (!has_free_mentee (&self->problem, solution) || (others && score >= as_lock.floor))
    return solution;

  rm_solution_free (solution);
  rm_floored_init (&floored, with_lock, score);

  return rm_assignment_solve (&floored.problem, progress, data, error);
}

static RmSolution *
solve_with (const RmExplain *self,
            RmPlace place,
            RmProgressFunc progress,
            gpointer data,
            GError **error)
{
  g_autofree RmPlace *locks = rm_places_with (self->problem.locks, self->problem.n_locks, place);
  RmProblem problem = self->problem;
  RmSolution *solution = NULL;

  problem.locks = locks;
  problem.n_locks++;
  solution = solve_changed (self, &problem, progress, data, error);

  return solution == NULL || problem.mode != RM_MODE_WEAKEST
           ? solution
           : solve_at_floor (self, &problem, solution, place, progress, data, error);
}

static RmSolution *
solve_without (const RmExplain *self,
               RmPlace place,
               RmProgressFunc progress,
               gpointer data,
               GError **error)
{
  RmProblem problem = self->problem;
  g_autofree RmPlace *locks = rm_places_without (problem.locks, problem.n_locks, place);
  g_autofree RmPlace *excluded = rm_places_with (problem.excluded, problem.n_excluded, place);

  problem.n_locks -= rm_places_contain (problem.locks, problem.n_locks, place);
  problem.locks = locks;
  problem.excluded = excluded;
  problem.n_excluded++;

  return solve_changed (self, &problem, progress, data, error);
}

static void
list_differences (const RmSolution *before,
                  GArray *after,
                  RmPlace place,
                  RmWhyNot *answer)
{
  g_autoptr (GArray) ended = g_array_new (FALSE, FALSE, sizeof (RmPlace));
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (RmPlace));

  for (guint b = 0; b < before->n_pairs; b++)
    if (rm_place_compare (&before->pairs[b], &place) != 0
        && !rm_places_contain ((gpointer) after->data, after->len, before->pairs[b]))
      g_array_append_val (ended, before->pairs[b]);
  for (guint a = 0; a < after->len; a++)
    {
      RmPlace pair = g_array_index (after, RmPlace, a);

      if (rm_place_compare (&pair, &place) != 0
          && !rm_places_contain (before->pairs, before->n_pairs, pair))
        g_array_append_val (made, pair);
    }

  answer->n_ended = ended->len;
  answer->ended = (gpointer) g_array_free (g_steal_pointer (&ended), FALSE);
  answer->n_made = made->len;
  answer->made = (gpointer) g_array_free (g_steal_pointer (&made), FALSE);
}

RmWhyNot *
rm_explain_why_not (const RmExplain *self,
                    RmPlace place,
                    RmProgressFunc progress,
                    gpointer data,
                    GError **error)
{
  g_autoptr (RmWhyNot) answer = NULL;
  g_autoptr (RmSolution) solution = NULL;
  g_autoptr (GArray) pairs = NULL;
  gboolean chosen = FALSE;

  g_return_val_if_fail (place.mentee < self->source.n_mentees, NULL);
  g_return_val_if_fail (place.mentor < self->source.n_mentors, NULL);

  chosen = rm_explain_has_pair (self, place);
  answer = g_new0 (RmWhyNot, 1);
  answer->before = answer->after = self->outcome;
  if (!chosen && find_obstacle (self, place, answer))
    return g_steal_pointer (&answer);

  answer->why = chosen ? RM_WHY_CHOSEN : RM_WHY_PRICE;
  answer->locked = rm_places_contain (self->problem.locks, self->problem.n_locks, place);
  solution = chosen ? solve_without (self, place, progress, data, error)
                    : solve_with (self, place, progress, data, error);
  if (solution == NULL)
    return NULL;

  pairs = rm_explain_keep_still (&self->problem, self->solution, solution, place);
  answer->after = rm_outcome_measure (&self->problem, (gpointer) pairs->data, pairs->len);
  list_differences (self->solution, pairs, place, answer);

  return g_steal_pointer (&answer);
}

void
rm_why_not_free (RmWhyNot *self)
{
  if (self == NULL)
    return;

  g_free (self->ended);
  g_free (self->made);
  g_free (self);
}
