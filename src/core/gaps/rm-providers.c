/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-providers.h"

#include "core/scoring/rm-score-private.h"

/* Finds mentors for a skill: the way from a wanted skill to a person. */

/* A capacity that is not given is that of a new record: one. */
static guint
get_capacity (const RmPerson *mentor)
{
  if (mentor->mentor_capacity == RM_UNKNOWN)
    return 1;

  return (guint) MAX (mentor->mentor_capacity, 0);
}

guint *
rm_scorer_count_free_places (const RmScorer *scorer)
{
  const RmProgramme *programme = scorer->programme;
  guint *places = g_new0 (guint, scorer->n_mentors + 1);

  for (guint j = 0; j < scorer->n_mentors; j++)
    places[j] = get_capacity (scorer->mentors[j].person);
  for (guint k = 0; k < rm_programme_count (programme, RM_TABLE_PAIR); k++)
    {
      const RmPair *pair = rm_programme_get (programme, RM_TABLE_PAIR, k);
      int mentor = rm_pair_is_open (pair) ? rm_scorer_find_mentor (scorer, pair->mentor) : -1;

      if (mentor >= 0 && places[mentor] > 0)
        places[mentor]--;
    }

  return places;
}

static int
compare_providers (gconstpointer a,
                   gconstpointer b,
                   gpointer data)
{
  const RmScorer *scorer = data;
  const RmProvider *first = a;
  const RmProvider *second = b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;
  if (first->level != second->level)
    return first->level < second->level ? 1 : -1;
  if (first->places != second->places)
    return first->places < second->places ? 1 : -1;

  return rm_scorer_find_mentor (scorer, first->person)
         - rm_scorer_find_mentor (scorer, second->person);
}

/* Returns whether only the mentee's own consent may be missing. */
static gboolean
judge (const RmScorer *scorer,
       guint mentee,
       guint mentor,
       RmProvider *provider)
{
  RmScore score = { 0 };

  if (rm_scorer_find_rule (scorer, mentee, mentor, RM_RULES_BETWEEN) != RM_RULE_NONE)
    return FALSE;

  rm_scorer_explain (scorer, mentee, mentor, &score);
  provider->score = score.total;
  provider->rule = score.rule;
  return TRUE;
}

GArray *
rm_providers_list (const RmScorer *scorer,
                   gint64 skill,
                   gint64 mentee)
{
  GArray *providers = g_array_new (FALSE, FALSE, sizeof (RmProvider));
  g_autofree guint *places = NULL;
  int learner = mentee != 0 ? rm_scorer_find_mentee (scorer, mentee) : -1;
  const RmSkill *wanted = rm_programme_find_skill (scorer->programme, skill);
  const RmStanding *own = NULL;

  if (wanted == NULL || wanted->retired == 1 || (mentee != 0 && learner < 0))
    return providers;
  if (learner >= 0)
    own = rm_person_find_standing (scorer->mentees[learner].person, skill);

  places = rm_scorer_count_free_places (scorer);
  for (guint j = 0; j < scorer->n_mentors; j++)
    {
      const RmProfile *mentor = &scorer->mentors[j];
      const RmStanding *standing = rm_person_find_standing (mentor->person, skill);
      RmProvider provider = { .person = mentor->person->record.id, .places = places[j],
                              .score = -1 };

      if (!mentor->available || mentor->person->willing != 1 || places[j] == 0
          || standing == NULL || standing->level <= (own != NULL ? MAX (own->level, 0) : 0))
        continue;
      provider.level = standing->level;
      if (learner < 0 || judge (scorer, (guint) learner, j, &provider))
        g_array_append_val (providers, provider);
    }
  g_array_sort_with_data (providers, compare_providers, (gpointer) scorer);

  return providers;
}
