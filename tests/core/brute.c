/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brute.h"

typedef struct
{
  const RmProblem *problem;
  BruteFunc func;
  gpointer data;
  RmPlace *pairs;
  guint n_pairs;
  int *mentee_used;
  int *mentor_used;
} Walk;

static gboolean
is_in (const RmPlace *places,
       guint n,
       RmPlace place)
{
  for (guint k = 0; k < n; k++)
    if (places[k].mentee == place.mentee && places[k].mentor == place.mentor)
      return TRUE;

  return FALSE;
}

static gboolean
may_choose (const Walk *self,
            RmPlace place)
{
  const RmProblem *problem = self->problem;

  return problem->source->get_score (problem->source->data, place.mentee, place.mentor) >= 0
         && !is_in (problem->excluded, problem->n_excluded, place)
         && self->mentee_used[place.mentee] < problem->mentee_capacity[place.mentee]
         && self->mentor_used[place.mentor] < problem->mentor_capacity[place.mentor];
}

static void
walk (Walk *self,
      guint at)
{
  const RmScoreSource *source = self->problem->source;
  RmPlace place = { at / MAX (source->n_mentors, 1), at % MAX (source->n_mentors, 1) };

  if (at == source->n_mentees * source->n_mentors)
    {
      self->func (self->data, self->pairs, self->n_pairs);
      return;
    }

  if (!is_in (self->problem->locks, self->problem->n_locks, place))
    walk (self, at + 1);
  if (!may_choose (self, place))
    return;
  self->pairs[self->n_pairs++] = place;
  self->mentee_used[place.mentee]++;
  self->mentor_used[place.mentor]++;
  walk (self, at + 1);
  self->mentor_used[place.mentor]--;
  self->mentee_used[place.mentee]--;
  self->n_pairs--;
}

void
brute_for_each (const RmProblem *problem,
                BruteFunc func,
                gpointer data)
{
  const RmScoreSource *source = problem->source;
  Walk self = {
    .problem = problem,
    .func = func,
    .data = data,
    .pairs = g_new0 (RmPlace, source->n_mentees * source->n_mentors + 1),
    .mentee_used = g_new0 (int, source->n_mentees + 1),
    .mentor_used = g_new0 (int, source->n_mentors + 1),
  };

  walk (&self, 0);
  g_free (self.pairs);
  g_free (self.mentee_used);
  g_free (self.mentor_used);
}

/* The floor: the lowest score of a pair that is not locked, of use only where somebody is paired
 * who has no locked pair. */
RmOutcome
brute_measure (const RmProblem *problem,
               const RmPlace *pairs,
               guint n_pairs)
{
  RmOutcome outcome = { .n_pairs = n_pairs, .lowest = n_pairs > 0 ? G_MAXINT64 : 0 };
  gint64 floor = G_MAXINT64;
  gboolean floored = FALSE;

  for (guint i = 0; i < problem->source->n_mentees; i++)
    {
      guint n_all = 0;
      guint n_locked = 0;

      for (guint p = 0; p < n_pairs; p++)
        if (pairs[p].mentee == i)
          {
            gint64 score = problem->source->get_score (problem->source->data, i, pairs[p].mentor);
            gboolean locked = is_in (problem->locks, problem->n_locks, pairs[p]);

            outcome.total += score;
            outcome.lowest = MIN (outcome.lowest, score);
            n_all++;
            n_locked += locked;
            if (!locked)
              floor = MIN (floor, score);
          }
      outcome.n_paired += n_all > 0;
      floored |= n_all > 0 && n_locked == 0;
    }
  outcome.floor = floored ? floor : 0;

  return outcome;
}

gboolean
brute_is_better (const RmOutcome *a,
                 const RmOutcome *b,
                 RmMode mode)
{
  if (mode == RM_MODE_TOTAL || (a->n_paired == b->n_paired
                                && (mode == RM_MODE_PEOPLE || a->floor == b->floor)))
    return a->total > b->total;

  return a->n_paired != b->n_paired ? a->n_paired > b->n_paired : a->floor > b->floor;
}

typedef struct
{
  const RmProblem *problem;
  const RmPlace *wanted;
  gboolean with;
  gboolean found;
  RmOutcome best;
} Best;

static void
take_if_better (gpointer data,
                const RmPlace *pairs,
                guint n_pairs)
{
  Best *self = data;
  RmOutcome outcome = { 0 };

  if (self->wanted != NULL && is_in (pairs, n_pairs, *self->wanted) != self->with)
    return;
  outcome = brute_measure (self->problem, pairs, n_pairs);
  if (!self->found || brute_is_better (&outcome, &self->best, self->problem->mode))
    self->best = outcome;
  self->found = TRUE;
}

gboolean
brute_find_best (const RmProblem *problem,
                 const RmPlace *wanted,
                 gboolean with,
                 RmOutcome *best)
{
  Best self = { .problem = problem, .wanted = wanted, .with = with };

  brute_for_each (problem, take_if_better, &self);
  if (self.found)
    *best = self.best;

  return self.found;
}
