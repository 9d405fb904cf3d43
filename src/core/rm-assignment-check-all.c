/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-assignment-check-private.h"

/* The judge's look at all pairs, a tile of rows a thread. Which pair is named as wrong is the first
 * in order, whoever finds it. */

/* Pairs that a thread looks at before it asks for more. */
#define TILE 65536

static gboolean
is_covered (const guint8 *mentee_cover,
            const guint8 *mentor_cover,
            RmPlace place)
{
  return (mentee_cover != NULL && mentee_cover[place.mentee] != 0)
         || (mentor_cover != NULL && mentor_cover[place.mentor] != 0);
}

/* Returns what is wrong with a candidate that is neither locked nor excluded, or NULL. */
static const char *
judge_candidate (const RmCheck *self,
                 RmPlace place,
                 gint64 score,
                 gint64 bound)
{
  const RmCertificate *proof = self->proof;
  guint64 price = (guint64) proof->mentee_price[place.mentee]
                  + (guint64) proof->mentor_price[place.mentor] + (guint64) bound;

  if (score >= proof->floor
      && price < (guint64) score + (guint64) proof->mentee_cover[place.mentee])
    return "worth more than its price";
  if (self->problem->mode != RM_MODE_WEAKEST || self->mentee_locks[place.mentee] > 0)
    return NULL;
  if (!is_covered (proof->mentee_cover_all, proof->mentor_cover_all, place))
    return "not in the cover of all pairs";
  if (self->n_free_paired > 0
      && score > proof->floor
      && !is_covered (proof->mentee_cover_above, proof->mentor_cover_above, place))
    return "not in the cover of the pairs above the floor";

  return NULL;
}

static gboolean
is_next (const RmPlaces *list,
         guint *next,
         RmPlace place)
{
  gboolean found = *next < list->n && rm_place_compare (&list->places[*next], &place) == 0;

  *next += found;
  return found;
}

static guint
find_bound (const RmCertificate *proof,
            guint mentee)
{
  guint low = 0;
  guint high = proof->n_bounds;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (proof->bounds[middle].place.mentee < mentee)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Fills @place with the first pair of the row that is wrong and returns what it is, or NULL. */
static const char *
check_row (const RmCheck *self,
           guint mentee,
           RmPlace *place)
{
  const RmScoreSource *source = self->problem->source;
  const RmCertificate *proof = self->proof;
  guint next_lock = rm_places_find (&self->locks, (RmPlace) { mentee, 0 });
  guint next_excluded = rm_places_find (&self->excluded, (RmPlace) { mentee, 0 });
  guint next_bound = find_bound (proof, mentee);

  *place = (RmPlace) { mentee, 0 };
  for (; place->mentor < source->n_mentors; place->mentor++)
    {
      gint64 score = source->get_score (source->data, mentee, place->mentor);
      gboolean locked = is_next (&self->locks, &next_lock, *place);
      gboolean excluded = is_next (&self->excluded, &next_excluded, *place);
      gint64 bound = 0;
      const char *wrong = NULL;

      if (next_bound < proof->n_bounds
          && rm_place_compare (&proof->bounds[next_bound].place, place) == 0)
        bound = proof->bounds[next_bound++].price;
      if (score >= 0 && !locked && !excluded)
        wrong = judge_candidate (self, *place, score, bound);
      if (wrong != NULL)
        return wrong;
    }

  return NULL;
}

static void
note_violation (RmCheck *self,
                RmPlace place,
                const char *wrong)
{
  g_mutex_lock (&self->mutex);
  if (self->wrong == NULL || rm_place_compare (&place, &self->wrong_place) < 0)
    {
      self->wrong = wrong;
      self->wrong_place = place;
    }
  g_mutex_unlock (&self->mutex);
  g_atomic_int_set (&self->stopped, TRUE);
}

/* Returns whether there was one. Tiles are taken in order, and one that was taken is gone through
 * until its end or its first wrong pair: so the first of all is among those found. */
static gboolean
check_next_tile (RmCheck *self)
{
  const guint n_rows = self->problem->source->n_mentees;
  guint64 first = (guint64) (guint) g_atomic_int_add (&self->next_tile, 1) * self->tile_rows;

  for (guint64 i = first; i < MIN (first + self->tile_rows, n_rows); i++)
    {
      RmPlace place;
      const char *wrong = check_row (self, (guint) i, &place);

      if (wrong != NULL)
        {
          note_violation (self, place, wrong);
          return FALSE;
        }
    }

  return first < n_rows;
}

static gpointer
check_tiles (gpointer data)
{
  RmCheck *self = data;

  while (!g_atomic_int_get (&self->stopped) && check_next_tile (self))
    continue;

  return NULL;
}

/* Returns FALSE where the caller is to stop. */
static gboolean
tell (RmCheck *self,
      double fraction)
{
  if (self->progress == NULL || self->progress (fraction, self->data))
    return TRUE;

  g_set_error_literal (&self->error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED, "stopped");
  g_atomic_int_set (&self->stopped, TRUE);
  return FALSE;
}

/* The calling thread works like the others, and it alone tells how far they are. */
gboolean
rm_check_all_pairs (RmCheck *self,
                    guint n_threads,
                    RmPlace *violation,
                    GError **error)
{
  const RmScoreSource *source = self->problem->source;
  guint n_tiles = 0;
  g_autofree GThread **threads = NULL;
  guint n_started = 0;

  self->tile_rows = MAX (TILE / MAX (source->n_mentors, 1), 1);
  n_tiles = source->n_mentees / self->tile_rows + 1;
  n_threads = CLAMP (n_threads, 1, n_tiles);
  threads = g_new (GThread *, n_threads);
  while (n_started + 1 < n_threads)
    threads[n_started++] = g_thread_new ("rm-check", check_tiles, self);

  while (!g_atomic_int_get (&self->stopped)
         && tell (self, MIN ((double) g_atomic_int_get (&self->next_tile) / n_tiles, 1))
         && check_next_tile (self))
    continue;
  while (n_started > 0)
    g_thread_join (threads[--n_started]);

  if (self->error == NULL && self->wrong == NULL)
    tell (self, 1);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (self->wrong != NULL)
    return rm_check_refuse (error, violation, &self->wrong_place, self->wrong);

  return TRUE;
}
