/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/explain/rm-explain-private.h"

#include <stdlib.h>
#include <string.h>

/* Sorted lists of pairs, and their figures. */

gboolean
rm_places_contain (const RmPlace *places,
                   guint n,
                   RmPlace place)
{
  return n > 0 && bsearch (&place, places, n, sizeof (RmPlace), rm_place_compare) != NULL;
}

RmPlace *
rm_places_copy_sorted (const RmPlace *places,
                       guint n)
{
  RmPlace *copy = g_new (RmPlace, n + 1);

  if (n > 0)
    memcpy (copy, places, sizeof (RmPlace) * n);
  qsort (copy, n, sizeof (RmPlace), rm_place_compare);

  return copy;
}

RmPlace *
rm_places_with (const RmPlace *places,
                guint n,
                RmPlace place)
{
  RmPlace *copy = g_new (RmPlace, n + 1);

  if (n > 0)
    memcpy (copy, places, sizeof (RmPlace) * n);
  copy[n] = place;
  qsort (copy, n + 1, sizeof (RmPlace), rm_place_compare);

  return copy;
}

RmPlace *
rm_places_without (const RmPlace *places,
                   guint n,
                   RmPlace place)
{
  RmPlace *copy = g_new (RmPlace, n + 1);
  guint kept = 0;

  for (guint k = 0; k < n; k++)
    if (rm_place_compare (&places[k], &place) != 0)
      copy[kept++] = places[k];

  return copy;
}

RmOutcome
rm_outcome_measure (const RmProblem *problem,
                    const RmPlace *pairs,
                    guint n_pairs)
{
  const RmScoreSource *source = problem->source;
  RmOutcome outcome = { .n_pairs = n_pairs };
  gint64 floor = G_MAXINT64;
  gboolean somebody_free = FALSE;
  gboolean held = FALSE;

  for (guint p = 0; p < n_pairs; p++)
    {
      gint64 score = source->get_score (source->data, pairs[p].mentee, pairs[p].mentor);
      gboolean locked = rm_places_contain (problem->locks, problem->n_locks, pairs[p]);
      gboolean first = p == 0 || pairs[p - 1].mentee != pairs[p].mentee;
      gboolean last = p + 1 == n_pairs || pairs[p + 1].mentee != pairs[p].mentee;

      outcome.n_paired += first;
      outcome.total += score;
      outcome.lowest = p == 0 ? score : MIN (outcome.lowest, score);
      held = locked || (held && !first);
      if (!locked)
        floor = MIN (floor, score);
      somebody_free = somebody_free || (last && !held);
    }
  outcome.floor = somebody_free ? floor : 0;

  return outcome;
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

int
rm_outcome_compare (const RmOutcome *a,
                    const RmOutcome *b,
                    RmMode mode)
{
  if (mode != RM_MODE_TOTAL && a->n_paired != b->n_paired)
    return compare_numbers (a->n_paired, b->n_paired);
  if (mode == RM_MODE_WEAKEST && a->floor != b->floor)
    return compare_numbers (a->floor, b->floor);

  return compare_numbers (a->total, b->total);
}

static gint64
get_floored_score (gconstpointer data,
                   guint mentee,
                   guint mentor)
{
  const RmFloored *self = data;
  const RmScoreSource *source = self->full->source;
  gint64 score = source->get_score (source->data, mentee, mentor);
  RmPlace place = { mentee, mentor };

  return score >= self->floor
             || rm_places_contain (self->full->locks, self->full->n_locks, place)
           ? score
           : RM_NO_CANDIDATE;
}

void
rm_floored_init (RmFloored *self,
                 const RmProblem *full,
                 gint64 floor)
{
  self->full = full;
  self->floor = floor;
  self->source = (RmScoreSource) {
    .n_mentees = full->source->n_mentees,
    .n_mentors = full->source->n_mentors,
    .get_score = get_floored_score,
    .data = self,
  };
  self->problem = *full;
  self->problem.source = &self->source;
  self->problem.mode = RM_MODE_PEOPLE;
}
