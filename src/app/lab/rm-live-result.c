/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lab/rm-live-result.h"

/* The changes between today's pairs and a solution. Both are sorted by ids and walked together. */

/** One of today's open pairs. */
typedef struct
{
  gint64 mentee;
  gint64 mentor;
  gint64 pair;
} Today;

static int
compare_today (gconstpointer a,
               gconstpointer b)
{
  const Today *first = a;
  const Today *second = b;

  if (first->mentee != second->mentee)
    return first->mentee < second->mentee ? -1 : 1;
  if (first->mentor != second->mentor)
    return first->mentor < second->mentor ? -1 : 1;

  return (first->pair > second->pair) - (first->pair < second->pair);
}

static int
compare_new_pairs (gconstpointer a,
               gconstpointer b)
{
  const RmNewPair *first = a;
  const RmNewPair *second = b;

  if (first->mentee != second->mentee)
    return first->mentee < second->mentee ? -1 : 1;

  return (first->mentor > second->mentor) - (first->mentor < second->mentor);
}

static int
compare_pair (const Today *today,
              const RmNewPair *then)
{
  if (today->mentee != then->mentee)
    return today->mentee < then->mentee ? -1 : 1;

  return (today->mentor > then->mentor) - (today->mentor < then->mentor);
}

static void
count (RmFigures *figures,
       gint64 score,
       gboolean new_mentee)
{
  figures->lowest = figures->n_pairs == 0 ? score : MIN (figures->lowest, score);
  figures->total += score;
  figures->n_pairs++;
  figures->n_paired += new_mentee;
}

static GArray *
list_today (RmLiveResult *self)
{
  GArray *today = g_array_new (FALSE, FALSE, sizeof (Today));

  for (guint p = 0; p < rm_programme_count (self->programme, RM_TABLE_PAIR); p++)
    {
      const RmPair *pair = rm_programme_get (self->programme, RM_TABLE_PAIR, p);
      Today entry = { pair->mentee, pair->mentor, pair->record.id };

      if (rm_pair_is_open (pair))
        g_array_append_val (today, entry);
    }
  g_array_sort (today, compare_today);

  for (guint t = 0; t < today->len; t++)
    {
      const Today *entry = &g_array_index (today, Today, t);
      int mentee = rm_scorer_find_mentee (self->scorer, entry->mentee);
      int mentor = rm_scorer_find_mentor (self->scorer, entry->mentor);
      RmScore score;

      if (mentee < 0 || mentor < 0)
        continue;
      rm_scorer_explain (self->scorer, (guint) mentee, (guint) mentor, &score);
      count (&self->today, score.total, t == 0 || entry[-1].mentee != entry->mentee);
    }

  return today;
}

static GArray *
list_then (RmLiveResult *self)
{
  GArray *then = g_array_sized_new (FALSE, FALSE, sizeof (RmNewPair), self->solution->n_pairs);

  for (guint p = 0; p < self->solution->n_pairs; p++)
    {
      RmPlace place = self->solution->pairs[p];
      RmNewPair entry = {
        rm_scorer_get_mentee (self->scorer, place.mentee)->record.id,
        rm_scorer_get_mentor (self->scorer, place.mentor)->record.id,
        rm_scorer_get_score (self->scorer, place.mentee, place.mentor),
      };

      g_array_append_val (then, entry);
    }
  g_array_sort (then, compare_new_pairs);
  for (guint t = 0; t < then->len; t++)
    {
      const RmNewPair *entry = &g_array_index (then, RmNewPair, t);

      count (&self->then, MAX (entry->score, 0), t == 0 || entry[-1].mentee != entry->mentee);
    }

  return then;
}

/* A mentee who loses one mentor for another has one change, not two. */
static void
find_changes (RmLiveResult *self,
              GArray *today,
              GArray *then)
{
  guint t = 0;
  guint n = 0;
  gint64 mentee = 0;
  guint ended = 0;
  guint n_new = 0;

  while (t < today->len || n < then->len)
    {
      const Today *old = t < today->len ? &g_array_index (today, Today, t) : NULL;
      const RmNewPair *new = n < then->len ? &g_array_index (then, RmNewPair, n) : NULL;
      int order = old == NULL ? 1 : new == NULL ? -1 : compare_pair (old, new);
      gint64 at = order <= 0 ? old->mentee : new->mentee;

      if (at != mentee)
        {
          self->n_changes += MAX (ended, n_new);
          mentee = at;
          ended = n_new = 0;
        }
      if (order < 0)
        {
          g_hash_table_add (self->ends, g_memdup2 (&old->pair, sizeof old->pair));
          ended++;
        }
      else if (order > 0)
        {
          g_array_append_val (self->new_pairs, *new);
          n_new++;
        }
      t += order <= 0;
      n += order >= 0;
    }
  self->n_changes += MAX (ended, n_new);
}

RmLiveResult *
rm_live_result_new (RmProgramme *programme,
                    RmSettings *settings,
                    RmScorer *scorer,
                    RmSolution *solution,
                    RmPairingResult *canonical)
{
  RmLiveResult *self = g_new0 (RmLiveResult, 1);
  g_autoptr (GArray) today = NULL;
  g_autoptr (GArray) then = NULL;

  g_return_val_if_fail ((solution != NULL) != (canonical != NULL), NULL);

  g_atomic_ref_count_init (&self->refs);
  self->programme = rm_programme_ref (programme);
  self->settings = rm_record_ref (settings);
  self->scorer = rm_scorer_ref (scorer);
  self->canonical = canonical;
  self->solution = canonical != NULL ? canonical->solution : solution;
  self->new_pairs = g_array_new (FALSE, FALSE, sizeof (RmNewPair));
  self->ends = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  today = list_today (self);
  then = list_then (self);
  find_changes (self, today, then);

  return self;
}

RmLiveResult *
rm_live_result_ref (RmLiveResult *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rm_live_result_unref (RmLiveResult *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  if (self->canonical != NULL)
    rm_pairing_result_free (self->canonical);
  else
    rm_solution_free (self->solution);
  rm_scorer_unref (self->scorer);
  rm_record_unref (self->settings);
  rm_programme_unref (self->programme);
  g_array_unref (self->new_pairs);
  g_hash_table_unref (self->ends);
  g_free (self);
}

gboolean
rm_live_result_ends (const RmLiveResult *self,
                     gint64 pair)
{
  return g_hash_table_contains (self->ends, &pair);
}

const RmNewPair *
rm_live_result_list_new_pairs (const RmLiveResult *self,
                           gint64 mentee,
                           guint *n)
{
  guint low = 0;
  guint high = self->new_pairs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->new_pairs, RmNewPair, middle).mentee < mentee)
        low = middle + 1;
      else
        high = middle;
    }
  *n = 0;
  while (low + *n < self->new_pairs->len
         && g_array_index (self->new_pairs, RmNewPair, low + *n).mentee == mentee)
    (*n)++;

  return *n > 0 ? &g_array_index (self->new_pairs, RmNewPair, low) : NULL;
}

GArray *
rm_live_result_list_pairs (const RmLiveResult *self)
{
  GArray *pairs = g_array_sized_new (FALSE, FALSE, sizeof (RmIdPair), self->solution->n_pairs);

  for (guint p = 0; p < self->solution->n_pairs; p++)
    {
      RmPlace place = self->solution->pairs[p];
      RmIdPair pair = {
        rm_scorer_get_mentee (self->scorer, place.mentee)->record.id,
        rm_scorer_get_mentor (self->scorer, place.mentor)->record.id,
      };

      g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, rm_id_pair_compare);

  return pairs;
}

gint64
rm_figures_get_average (const RmFigures *self)
{
  return self->n_pairs > 0 ? self->total / self->n_pairs : 0;
}
