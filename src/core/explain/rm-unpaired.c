/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/explain/rm-unpaired.h"

#include "core/explain/rm-cover-private.h"
#include "core/scoring/rm-score-private.h"

/* Finds people without a pair, and the reason. Nothing here asks why two people are not available:
 * kept apart in confidence or without a reason, or one of them withdrew. */

typedef struct
{
  const RmExplain *explain;
  const RmProblem *problem;
  const RmScorer *scorer;
  RmCover *cover;
  RmTicker ticker;
} Asking;

static RmRule
find_rule (const RmProblem *problem,
           RmPlace place)
{
  const RmScoreSource *source = problem->source;
  RmRule rule = RM_RULE_NONE;

  if (source->scorer != NULL)
    rule = rm_scorer_find_rule (source->scorer, place.mentee, place.mentor, RM_RULES_ALL);
  else if (source->get_score (source->data, place.mentee, place.mentor) < 0)
    rule = RM_RULE_EXCLUDED;
  if (rule == RM_RULE_NONE && rm_places_contain (problem->excluded, problem->n_excluded, place))
    rule = RM_RULE_EXCLUDED;

  return rule;
}

static gboolean
may_pair (gconstpointer data,
          RmPlace place)
{
  return find_rule (data, place) == RM_RULE_NONE;
}

/* Nobody can be paired with themselves anyway. */
static gboolean
is_one_person (const Asking *self,
               RmPlace place)
{
  return self->scorer != NULL
         && rm_scorer_get_mentee (self->scorer, place.mentee)->record.id
              == rm_scorer_get_mentor (self->scorer, place.mentor)->record.id;
}

static RmUnpaired *
unpaired_new (guint person,
              RmUnpairedReason reason)
{
  RmUnpaired *self = g_new0 (RmUnpaired, 1);

  self->person = person;
  self->reason = reason;
  return self;
}

static gboolean
count_rules (Asking *self,
             gboolean of_mentor,
             RmUnpaired *unpaired,
             double fraction,
             GError **error)
{
  const RmScoreSource *source = self->problem->source;
  guint n = of_mentor ? source->n_mentees : source->n_mentors;

  for (guint k = 0; k < n; k++)
    {
      RmPlace place = of_mentor ? (RmPlace) { k, unpaired->person }
                                : (RmPlace) { unpaired->person, k };

      if (!is_one_person (self, place))
        unpaired->removed[find_rule (self->problem, place)]++;
    }

  return rm_ticker_tick (&self->ticker, n, fraction, error);
}

static gboolean
find_shortage (Asking *self,
               RmUnpaired *unpaired,
               GError **error)
{
  gboolean is_short = FALSE;

  unpaired->mentees = g_array_new (FALSE, FALSE, sizeof (guint));
  unpaired->mentors = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!rm_cover_reach (self->cover, unpaired->person, may_pair, self->problem, &self->ticker,
                       unpaired->mentees, unpaired->mentors, &is_short, error))
    return FALSE;

  if (is_short)
    {
      unpaired->reason = RM_UNPAIRED_SHORTAGE;
      for (guint k = 0; k < unpaired->mentors->len; k++)
        unpaired->n_places += self->cover->left[g_array_index (unpaired->mentors, guint, k)];
    }
  else
    {
      unpaired->reason = RM_UNPAIRED_TOTAL;
      g_clear_pointer (&unpaired->mentees, g_array_unref);
      g_clear_pointer (&unpaired->mentors, g_array_unref);
    }

  return TRUE;
}

static gboolean
ask_mentee (Asking *self,
            guint mentee,
            RmUnpaired *unpaired,
            GError **error)
{
  double fraction = (double) mentee / self->problem->source->n_mentees;

  if (!count_rules (self, FALSE, unpaired, fraction, error))
    return FALSE;
  if (self->problem->mentee_capacity[mentee] <= 0)
    {
      unpaired->reason = RM_UNPAIRED_TAKES_NONE;
      return TRUE;
    }

  return unpaired->removed[RM_RULE_NONE] == 0 || find_shortage (self, unpaired, error);
}

static Asking
ask (const RmExplain *explain,
     RmProgressFunc progress,
     gpointer data)
{
  const RmSolution *solution = rm_explain_get_solution (explain);
  const RmProblem *problem = rm_explain_get_problem (explain);

  return (Asking) {
    .explain = explain,
    .problem = problem,
    .scorer = problem->source->scorer,
    .cover = rm_cover_new (problem, solution->pairs, solution->n_pairs),
    .ticker = { .func = progress, .data = data },
  };
}

GPtrArray *
rm_unpaired_list_mentees (const RmExplain *explain,
                          RmProgressFunc progress,
                          gpointer data,
                          GError **error)
{
  const RmSolution *solution = NULL;
  g_autoptr (GPtrArray) list = NULL;
  Asking self;
  guint next = 0;
  gboolean ok = TRUE;

  g_return_val_if_fail (explain != NULL, NULL);

  self = ask (explain, progress, data);
  solution = rm_explain_get_solution (explain);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_unpaired_free);
  for (guint i = 0; ok && i < self.problem->source->n_mentees; i++)
    {
      RmUnpaired *unpaired = NULL;

      while (next < solution->n_pairs && solution->pairs[next].mentee < i)
        next++;
      if (next < solution->n_pairs && solution->pairs[next].mentee == i)
        continue;
      unpaired = unpaired_new (i, RM_UNPAIRED_RULES);
      g_ptr_array_add (list, unpaired);
      ok = ask_mentee (&self, i, unpaired, error);
    }
  rm_cover_free (self.cover);

  return ok ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
rm_unpaired_list_mentors (const RmExplain *explain,
                          RmProgressFunc progress,
                          gpointer data,
                          GError **error)
{
  const RmSolution *solution = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree guint8 *paired = NULL;
  Asking self;
  gboolean ok = TRUE;

  g_return_val_if_fail (explain != NULL, NULL);

  self = ask (explain, progress, data);
  solution = rm_explain_get_solution (explain);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_unpaired_free);
  paired = g_new0 (guint8, self.problem->source->n_mentors + 1);
  for (guint p = 0; p < solution->n_pairs; p++)
    paired[solution->pairs[p].mentor] = TRUE;
  for (guint j = 0; ok && j < self.problem->source->n_mentors; j++)
    {
      RmUnpaired *unpaired = NULL;

      if (paired[j] || self.problem->mentor_capacity[j] <= 0)
        continue;
      unpaired = unpaired_new (j, RM_UNPAIRED_RULES);
      g_ptr_array_add (list, unpaired);
      ok = count_rules (&self, TRUE, unpaired, (double) j / self.problem->source->n_mentors,
                        error);
      if (unpaired->removed[RM_RULE_NONE] > 0)
        unpaired->reason = RM_UNPAIRED_NOT_NEEDED;
    }
  rm_cover_free (self.cover);

  return ok ? g_steal_pointer (&list) : NULL;
}

void
rm_unpaired_free (RmUnpaired *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->mentees, g_array_unref);
  g_clear_pointer (&self->mentors, g_array_unref);
  g_free (self);
}
