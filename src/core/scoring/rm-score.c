/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-score-private.h"

#include "core/base/rm-derived.h"

/* The public interface of the scorer. Scores are computed in rm-score-parts.c and rules checked in
 * rm-score-rules.c, from profiles compiled in rm-score-profile.c. */

#define CACHE_LINE 64

G_STATIC_ASSERT (sizeof (RmProfile) <= 2 * CACHE_LINE);

/* A person to put in canonical order. */
typedef struct
{
  guint64 key;
  const RmPerson *person;
  guint32 number;
} Candidate;

/* The first bytes of the staff number, which almost always decide; blank is last. */
/* Board, overview, heatmap and explanations ask for the scores of one programme, each in its own
 * worker. */
static RmDerived scorers = RM_DERIVED_INIT;

static guint64
get_key (const RmPerson *person)
{
  const char *staff_no = person->staff_no;
  guint64 key = 0;

  if (staff_no == NULL)
    return G_MAXUINT64;

  for (guint k = 0; k < sizeof key; k++)
    {
      key = key << 8 | (guchar) *staff_no;
      staff_no += *staff_no != '\0';
    }

  return key;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;

  return rm_person_compare (first->person, second->person);
}

static Candidate *
list_side (const RmProgramme *programme,
           gboolean (*takes_side) (const RmPerson *person),
           guint *n)
{
  guint n_people = rm_programme_count (programme, RM_TABLE_PERSON);
  Candidate *candidates = g_new (Candidate, n_people + 1);

  *n = 0;
  for (guint i = 0; i < n_people; i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);

      if (takes_side (person))
        candidates[(*n)++] = (Candidate) { get_key (person), person, i + 1 };
    }
  qsort (candidates, *n, sizeof (Candidate), compare_candidates);

  return candidates;
}

/* A programme's people are in the order of their ids. */
static RmIdIndex *
index_side (const RmProgramme *programme,
            const RmProfile *profiles,
            guint n)
{
  guint n_people = rm_programme_count (programme, RM_TABLE_PERSON);
  g_autofree guint32 *at = g_new0 (guint32, n_people + 1);
  RmIdIndex *ids = g_new (RmIdIndex, n + 1);
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    at[profiles[i].number] = i + 1;
  for (guint p = 1; p <= n_people; p++)
    if (at[p] != 0)
      ids[n_found++] = (RmIdIndex) { profiles[at[p] - 1].person->record.id, at[p] - 1 };

  return ids;
}

static RmProfile *
collect_side (const RmProgramme *programme,
              gboolean (*takes_side) (const RmPerson *person),
              RmIdIndex **ids,
              guint *n)
{
  g_autofree Candidate *candidates = list_side (programme, takes_side, n);
  RmProfile *profiles = g_aligned_alloc0 (*n + 1, sizeof (RmProfile), CACHE_LINE);

  for (guint i = 0; i < *n; i++)
    {
      profiles[i].person = candidates[i].person;
      profiles[i].number = candidates[i].number;
    }
  *ids = index_side (programme, profiles, *n);

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

static gpointer
make_shared (gpointer programme)
{
  RmScorer *self = rm_scorer_new (programme);

  self->shared = TRUE;
  return self;
}

RmScorer *
rm_scorer_get (RmProgramme *programme)
{
  return rm_derived_get (&scorers, programme, make_shared, (gpointer (*) (gpointer)) rm_scorer_ref);
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
  if (self->shared ? !rm_derived_drop (&scorers, self->programme, &self->refs)
                   : !g_atomic_ref_count_dec (&self->refs))
    return;

  g_aligned_free (self->mentees);
  g_aligned_free (self->mentors);
  g_free (self->mentee_ids);
  g_free (self->mentor_ids);
  g_array_unref (self->links);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->terms);
  g_array_unref (self->managers);
  g_array_unref (self->skills);
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
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const RmIdIndex *first = a;
  const RmIdIndex *second = b;

  return (first->id > second->id) - (first->id < second->id);
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

/* For two people who are not available nothing is disclosed, not even blank inputs: a withdrawal
 * and an exclusion, confidential or not, must look the same in every field. */
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
