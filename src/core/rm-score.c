/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-score-private.h"

/* The scorer as others see it. What a pair is worth is computed in rm-score-parts.c, whether it
 * may be at all in rm-score-rules.c, from profiles compiled in rm-score-profile.c. */

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  return rm_person_compare (*(const RmPerson *const *) a, *(const RmPerson *const *) b);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const RmIdIndex *first = a;
  const RmIdIndex *second = b;

  return (first->id > second->id) - (first->id < second->id);
}

static RmProfile *
collect_side (const RmProgramme *programme,
              gboolean (*takes_side) (const RmPerson *person),
              RmIdIndex **ids,
              guint *n)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  RmProfile *profiles = NULL;

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      if (takes_side (person))
        g_ptr_array_add (people, (gpointer) person);
    }
  g_ptr_array_sort (people, compare_people);

  *n = people->len;
  profiles = g_new0 (RmProfile, people->len + 1);
  *ids = g_new (RmIdIndex, people->len + 1);
  for (guint i = 0; i < people->len; i++)
    {
      profiles[i].person = g_ptr_array_index (people, i);
      (*ids)[i].id = profiles[i].person->record.id;
      (*ids)[i].index = i;
    }
  qsort (*ids, people->len, sizeof (RmIdIndex), compare_ids);

  return profiles;
}

RmScorer *
rm_scorer_new (RmProgramme *programme)
{
  RmScorer *self = NULL;

  g_return_val_if_fail (programme != NULL, NULL);

  self = g_new0 (RmScorer, 1);
  g_atomic_ref_count_init (&self->refs);
  self->programme = rm_programme_ref (programme);
  self->settings = rm_programme_get_settings (programme);
  self->mentees = collect_side (programme, rm_person_is_mentee, &self->mentee_ids,
                                &self->n_mentees);
  self->mentors = collect_side (programme, rm_person_is_mentor, &self->mentor_ids,
                                &self->n_mentors);
  rm_scorer_build_shares (self);
  rm_scorer_build_profiles (self);
  rm_scorer_build_links (self);

  return self;
}

RmScorer *
rm_scorer_ref (RmScorer *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rm_scorer_unref (RmScorer *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint i = 0; i < self->n_mentees; i++)
    rm_profile_clear (&self->mentees[i]);
  for (guint j = 0; j < self->n_mentors; j++)
    rm_profile_clear (&self->mentors[j]);
  g_free (self->mentees);
  g_free (self->mentors);
  g_free (self->mentee_ids);
  g_free (self->mentor_ids);
  g_free (self->levels);
  g_array_unref (self->links);
  rm_programme_unref (self->programme);
  g_free (self);
}

RmProgramme *
rm_scorer_get_programme (const RmScorer *self)
{
  return self->programme;
}

guint
rm_scorer_get_n_mentees (const RmScorer *self)
{
  return self->n_mentees;
}

guint
rm_scorer_get_n_mentors (const RmScorer *self)
{
  return self->n_mentors;
}

const RmPerson *
rm_scorer_get_mentee (const RmScorer *self,
                      guint mentee)
{
  g_return_val_if_fail (mentee < self->n_mentees, NULL);

  return self->mentees[mentee].person;
}

const RmPerson *
rm_scorer_get_mentor (const RmScorer *self,
                      guint mentor)
{
  g_return_val_if_fail (mentor < self->n_mentors, NULL);

  return self->mentors[mentor].person;
}

static int
find_index (const RmIdIndex *ids,
            guint n,
            gint64 id)
{
  RmIdIndex wanted = { .id = id };
  const RmIdIndex *found = NULL;

  if (n > 0)
    found = bsearch (&wanted, ids, n, sizeof (RmIdIndex), compare_ids);

  return found != NULL ? (int) found->index : -1;
}

int
rm_scorer_find_mentee (const RmScorer *self,
                       gint64 id)
{
  return find_index (self->mentee_ids, self->n_mentees, id);
}

int
rm_scorer_find_mentor (const RmScorer *self,
                       gint64 id)
{
  return find_index (self->mentor_ids, self->n_mentors, id);
}

int
rm_scorer_get_score (const RmScorer *self,
                     guint mentee,
                     guint mentor)
{
  int points[RM_N_CRITERIA];
  guint unknown = 0;

  g_return_val_if_fail (mentee < self->n_mentees, RM_NO_CANDIDATE);
  g_return_val_if_fail (mentor < self->n_mentors, RM_NO_CANDIDATE);

  if (rm_scorer_find_rule (self, mentee, mentor, RM_RULES_ALL) != RM_RULE_NONE)
    return RM_NO_CANDIDATE;

  return rm_scorer_get_parts (self, mentee, mentor, points, &unknown);
}

/* Of somebody unavailable nothing is told, not even what is blank: a withdrawal and a
 * confidential exclusion must look the same in every field. */
void
rm_scorer_explain (const RmScorer *self,
                   guint mentee,
                   guint mentor,
                   RmScore *score)
{
  g_return_if_fail (mentee < self->n_mentees);
  g_return_if_fail (mentor < self->n_mentors);

  *score = (RmScore) { .rule = rm_scorer_find_rule (self, mentee, mentor, RM_RULES_ALL) };
  for (guint c = 0; c < RM_N_CRITERIA; c++)
    score->budgets[c] = self->budgets[c];
  if (score->rule != RM_RULE_UNAVAILABLE)
    score->total = rm_scorer_get_parts (self, mentee, mentor, score->points, &score->unknown);
}

/* Largest remainder again: rounding each part by itself would not add up. Equal remainders go to
 * the earlier criterion. */
int
rm_score_get_percents (const RmScore *score,
                       int *percents)
{
  const int one = RM_SCORE_POINTS / 100;
  int total = (score->total + one / 2) / one;
  int remainders[RM_N_CRITERIA];
  int left = total;

  for (guint c = 0; c < RM_N_CRITERIA; c++)
    {
      percents[c] = score->points[c] / one;
      remainders[c] = score->points[c] % one;
      left -= percents[c];
    }
  for (; left > 0; left--)
    {
      guint best = 0;

      for (guint c = 1; c < RM_N_CRITERIA; c++)
        if (remainders[c] > remainders[best])
          best = c;
      percents[best]++;
      remainders[best] = -1;
    }

  return total;
}
