/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proof/rm-assignment-check-private.h"

/* The checker's pass over all pairs, in tiles of rows. The pair named as wrong is the first in
 * order, whichever thread finds it. */

/* Pairs that a thread looks at before it asks for more. */
#define TILE 65536

/* Mentors per run: their data stays in the cache for the next row. */
#define RUN 512

/* Rows to check, shared by the threads. */
typedef struct
{
  const RmCheck *check;
  guint n_rows;        /* of a tile */
  int next;            /* atomic: the tile */
  int stopped;         /* atomic */
  RmProgressFunc progress;
  gpointer data;
} Tiles;

/* A thread, and the first wrong pair it found. */
typedef struct
{
  Tiles *tiles;
  GThread *thread;
  const char *wrong;
  RmPlace place;
} Worker;

static gboolean
is_covered (const guint8 *mentee_cover,
            const guint8 *mentor_cover,
            RmPlace place)
{
  return (mentee_cover != NULL && mentee_cover[place.mentee] != 0)
         || (mentor_cover != NULL && mentor_cover[place.mentor] != 0);
}

/* Returns the error in a candidate that is neither locked nor excluded, or NULL. */
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
  gboolean found = *next < list->n && rm_check_compare (&list->places[*next], &place) == 0;

  *next += found;
  return found;
}

static guint
find_bound (const RmCertificate *proof,
            RmPlace place)
{
  guint low = 0;
  guint high = proof->n_bounds;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rm_check_compare (&proof->bounds[middle].place, &place) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether the prices of a pair exceed any possible score, so that it need not be scored. Covers ask
 * for more than prices. */
static gboolean
is_beyond (const RmCheck *self,
           RmPlace place)
{
  const RmScoreSource *source = self->problem->source;
  const RmCertificate *proof = self->proof;
  gint64 ceiling = 0;

  if (source->get_ceiling == NULL || self->problem->mode == RM_MODE_WEAKEST)
    return FALSE;

  ceiling = MAX (source->get_ceiling (source->data, place.mentee, place.mentor), 0);
  return (guint64) proof->mentee_price[place.mentee] + (guint64) proof->mentor_price[place.mentor]
         >= (guint64) ceiling + (guint64) proof->mentee_cover[place.mentee];
}

/* Checks the run of pairs that begins with @place. Returns the error in the first wrong one, which
 * is then in @place, or NULL. */
static const char *
check_run (const RmCheck *self,
           RmPlace *place)
{
  const RmScoreSource *source = self->problem->source;
  const RmCertificate *proof = self->proof;
  const guint end = place->mentor + MIN (RUN, source->n_mentors - place->mentor);
  guint next_lock = rm_places_find (&self->locks, *place);
  guint next_excluded = rm_places_find (&self->excluded, *place);
  guint next_bound = find_bound (proof, *place);

  for (; place->mentor < end; place->mentor++)
    {
      gboolean beyond = is_beyond (self, *place);
      gint64 score = beyond ? RM_NO_CANDIDATE
                            : source->get_score (source->data, place->mentee, place->mentor);
      gboolean locked = is_next (&self->locks, &next_lock, *place);
      gboolean excluded = is_next (&self->excluded, &next_excluded, *place);
      gint64 bound = 0;
      const char *wrong = NULL;

      if (next_bound < proof->n_bounds
          && rm_check_compare (&proof->bounds[next_bound].place, place) == 0)
        bound = proof->bounds[next_bound++].price;
      if (score >= 0 && !locked && !excluded)
        wrong = judge_candidate (self, *place, score, bound);
      if (wrong != NULL)
        return wrong;
    }

  return NULL;
}

/* Looks for the first wrong pair of a tile, run by run: once there is one in a row, the rest of
 * that row and later rows no longer matter. */
static void
check_tile (Worker *self,
            guint first,
            guint end)
{
  const RmCheck *check = self->tiles->check;

  for (guint64 j = 0; j < check->problem->source->n_mentors; j += RUN)
    for (guint i = first; i < end; i++)
      {
        RmPlace place = { i, (guint) j };
        const char *wrong = check_run (check, &place);

        if (wrong != NULL)
          {
            self->wrong = wrong;
            self->place = place;
            end = i;
          }
      }
}

/* Returns whether there may be more to do. Tiles are taken in order and always finished, so the
 * first wrong pair of all is among those found. */
static gboolean
check_next_tile (Worker *self)
{
  Tiles *tiles = self->tiles;
  guint64 tile = (guint) g_atomic_int_add (&tiles->next, 1);
  guint64 first = tile * tiles->n_rows;
  guint64 end = MIN (first + tiles->n_rows, tiles->check->problem->source->n_mentees);

  if (first >= end)
    return FALSE;

  check_tile (self, (guint) first, (guint) end);
  if (self->wrong != NULL)
    g_atomic_int_set (&tiles->stopped, TRUE);

  return self->wrong == NULL;
}

static gpointer
check_tiles (gpointer data)
{
  Worker *self = data;

  while (!g_atomic_int_get (&self->tiles->stopped) && check_next_tile (self))
    continue;

  return NULL;
}

/* Returns FALSE if the caller must stop. */
static gboolean
tell (Tiles *self,
      double fraction,
      GError **error)
{
  if (self->progress == NULL || self->progress (fraction, self->data))
    return TRUE;

  g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED, "stopped");
  g_atomic_int_set (&self->stopped, TRUE);
  return FALSE;
}

/* The calling thread works like the others, and alone reports progress. */
static gboolean
lead (Worker *self,
      guint n_tiles,
      GError **error)
{
  Tiles *tiles = self->tiles;

  while (!g_atomic_int_get (&tiles->stopped))
    {
      double fraction = (double) (guint) g_atomic_int_get (&tiles->next) / n_tiles;

      if (!tell (tiles, MIN (fraction, 1), error))
        return FALSE;
      if (!check_next_tile (self))
        break;
    }

  return TRUE;
}

gboolean
rm_check_all_pairs (const RmCheck *check,
                    guint n_threads,
                    RmProgressFunc progress,
                    gpointer data,
                    RmPlace *violation,
                    GError **error)
{
  const RmScoreSource *source = check->problem->source;
  Tiles tiles = {
    .check = check,
    .n_rows = MAX (TILE / MAX (source->n_mentors, 1), 1),
    .progress = progress,
    .data = data,
  };
  guint n_tiles = source->n_mentees / tiles.n_rows + 1;
  guint n_workers = CLAMP (n_threads, 1, n_tiles);
  g_autofree Worker *workers = g_new0 (Worker, n_workers);
  const Worker *first = NULL;
  gboolean ok = FALSE;

  for (guint w = 0; w < n_workers; w++)
    workers[w].tiles = &tiles;
  for (guint w = 1; w < n_workers; w++)
    workers[w].thread = g_thread_new ("rm-check", check_tiles, &workers[w]);
  ok = lead (&workers[0], n_tiles, error);
  for (guint w = 1; w < n_workers; w++)
    g_thread_join (workers[w].thread);

  for (guint w = 0; w < n_workers; w++)
    if (workers[w].wrong != NULL
        && (first == NULL || rm_check_compare (&workers[w].place, &first->place) < 0))
      first = &workers[w];
  if (ok && first != NULL)
    return rm_check_refuse (error, violation, &first->place, first->wrong);

  return ok && tell (&tiles, 1, error);
}
