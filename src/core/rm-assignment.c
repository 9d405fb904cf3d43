/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-matcher.h"

/* What a problem and its solution are; how one becomes the other is RmMatcher's. */

int
rm_place_compare (gconstpointer a,
                  gconstpointer b)
{
  const RmPlace *first = a;
  const RmPlace *second = b;

  if (first->mentee != second->mentee)
    return first->mentee < second->mentee ? -1 : 1;

  return (first->mentor > second->mentor) - (first->mentor < second->mentor);
}

static gint64
get_scorer_score (gconstpointer data,
                  guint mentee,
                  guint mentor)
{
  return rm_scorer_get_score (data, mentee, mentor);
}

RmScoreSource
rm_scorer_get_source (const RmScorer *self)
{
  return (RmScoreSource) {
    .n_mentees = rm_scorer_get_n_mentees (self),
    .n_mentors = rm_scorer_get_n_mentors (self),
    .get_score = get_scorer_score,
    .data = self,
    .scorer = self,
  };
}

RmSolution *
rm_assignment_solve (const RmProblem *problem,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error)
{
  g_autoptr (RmMatcher) matcher = NULL;

  g_return_val_if_fail (problem != NULL && problem->source != NULL, NULL);

  matcher = rm_matcher_new (problem, 0);
  if (!rm_matcher_solve (matcher, progress, data, error))
    return NULL;

  return rm_matcher_new_solution (matcher);
}

void
rm_certificate_free (RmCertificate *self)
{
  if (self == NULL)
    return;

  g_free (self->mentee_price);
  g_free (self->mentee_cover);
  g_free (self->mentor_price);
  g_free (self->bounds);
  g_free (self->mentee_cover_all);
  g_free (self->mentor_cover_all);
  g_free (self->mentee_cover_above);
  g_free (self->mentor_cover_above);
  g_free (self);
}

void
rm_solution_free (RmSolution *self)
{
  if (self == NULL)
    return;

  g_free (self->pairs);
  rm_certificate_free (self->certificate);
  g_free (self);
}
