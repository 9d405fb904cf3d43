/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dense.h"
#include "dense-private.h"

/* A second, simple solver with all scores in memory: the reference for RmMatcher.
 *
 * From a problem to a solution with its certificate: locks leave first, dense-path.c fills
 * what is left, and the prices it ends with are written down as the proof. */

/* 512 MiB of scores. */
#define MAX_CELLS ((gsize) 1 << 27)

/* Sums of prices stay below this, far from where 64 bits overflow. */
#define MAX_VALUE (G_GINT64_CONSTANT (1) << 59)

static void
clear_assignment (Dense *self)
{
  g_free (self->cells);
  g_free (self->mentee_left);
  g_free (self->mentor_left);
  g_free (self->has_lock);
  g_free (self->mentee_pairs);
  g_free (self->mentor_pairs);
  for (guint j = 0; self->partners != NULL && j < self->n_mentors; j++)
    g_free (self->partners[j]);
  g_free (self->partners);
  g_free (self->mentee_price);
  g_free (self->mentor_price);
}

static gboolean
allocate (Dense *self,
          GError **error)
{
  gsize n = self->n_mentees;
  gsize m = self->n_mentors;

  if (m > 0 && n > MAX_CELLS / m)
    {
      g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_LIMIT,
                   "%u × %u pairs are more than this method takes",
                   self->n_mentees, self->n_mentors);
      return FALSE;
    }

  self->cells = g_try_new (gint32, n * m + 1);
  if (self->cells == NULL)
    {
      g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_LIMIT,
                   "no memory for %u × %u pairs", self->n_mentees, self->n_mentors);
      return FALSE;
    }
  self->mentee_left = g_new0 (int, n + 1);
  self->mentor_left = g_new0 (int, m + 1);
  self->has_lock = g_new0 (gboolean, n + 1);
  self->mentee_pairs = g_new0 (int, n + 1);
  self->mentor_pairs = g_new0 (int, m + 1);
  self->partners = g_new0 (guint *, m + 1);
  self->mentee_price = g_new0 (gint64, n + 1);
  self->mentor_price = g_new0 (gint64, m + 1);

  return TRUE;
}

static gboolean
read_scores (Dense *self,
             GError **error)
{
  const RmScoreSource *source = self->problem->source;
  gint32 *cell = self->cells;

  for (guint i = 0; i < self->n_mentees; i++)
    for (guint j = 0; j < self->n_mentors; j++)
      {
        gint64 score = source->get_score (source->data, i, j);

        if (score > RM_CELL_MAX_SCORE)
          {
            g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_LIMIT,
                         "mentee %u, mentor %u: a score above %d", i, j, RM_CELL_MAX_SCORE);
            return FALSE;
          }
        *cell++ = score < 0 ? RM_CELL_NONE : (gint32) score;
        self->greatest = MAX (self->greatest, (gint32) score);
        if (!rm_ticker_tick (&self->ticker, 1, 0.1 * i / self->n_mentees, error))
          return FALSE;
      }

  return TRUE;
}

static void
apply_exclusions (Dense *self)
{
  const RmProblem *problem = self->problem;

  for (guint k = 0; k < problem->n_excluded; k++)
    {
      RmPlace place = problem->excluded[k];

      self->cells[(gsize) place.mentee * self->n_mentors + place.mentor] = RM_CELL_NONE;
    }
}

static gboolean
apply_lock (Dense *self,
            const RmPlace *lock,
            GError **error)
{
  const char *what = NULL;

  if (lock->mentee >= self->n_mentees || lock->mentor >= self->n_mentors)
    what = "a lock on somebody who is not there";
  else
    {
      gint32 *cell = &self->cells[(gsize) lock->mentee * self->n_mentors + lock->mentor];

      if (*cell == RM_CELL_LOCKED)
        what = "locked twice";
      else if (*cell < 0)
        what = "locked and not a candidate";
      else if (--self->mentee_left[lock->mentee] < 0)
        what = "a lock beyond the mentee's capacity";
      else if (--self->mentor_left[lock->mentor] < 0)
        what = "a lock beyond the mentor's capacity";
      else
        {
          *cell = RM_CELL_LOCKED;
          self->has_lock[lock->mentee] = TRUE;
        }
    }
  if (what == NULL)
    return TRUE;

  g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_LOCK, "mentee %u, mentor %u: %s",
               lock->mentee, lock->mentor, what);
  return FALSE;
}

static gboolean
take_capacities (Dense *self,
                 GError **error)
{
  const RmProblem *problem = self->problem;

  for (guint i = 0; i < self->n_mentees; i++)
    self->mentee_left[i] = MAX (problem->mentee_capacity[i], 0);
  for (guint j = 0; j < self->n_mentors; j++)
    self->mentor_left[j] = MAX (problem->mentor_capacity[j], 0);
  apply_exclusions (self);
  for (guint k = 0; k < problem->n_locks; k++)
    if (!apply_lock (self, &problem->locks[k], error))
      return FALSE;

  /* One more than can be used is as good as any number, and still says that places are left. */
  for (guint i = 0; i < self->n_mentees; i++)
    self->mentee_left[i] = MIN (self->mentee_left[i], (int) self->n_mentors + 1);
  for (guint j = 0; j < self->n_mentors; j++)
    {
      self->mentor_left[j] = MIN (self->mentor_left[j], (int) self->n_mentees + 1);
      self->partners[j] = g_new (guint, self->mentor_left[j] + 1);
    }

  return TRUE;
}

/* No price exceeds the bonus and a total together (a path takes the bonus at most once), and their
 * weighted sum is the value of the pairs: below bonus × (mentees + 1). */
static gboolean
set_bonus (Dense *self,
           GError **error)
{
  gint64 mentee_places = 0;
  gint64 mentor_places = 0;
  gint64 bonus = 0;

  for (guint i = 0; i < self->n_mentees; i++)
    mentee_places += self->mentee_left[i];
  for (guint j = 0; j < self->n_mentors; j++)
    mentor_places += self->mentor_left[j];

  bonus = MIN (mentee_places, mentor_places) * self->greatest + 1;
  if (bonus > MAX_VALUE / ((gint64) self->n_mentees + 1))
    {
      g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_LIMIT,
                   "scores up to %d are too large for so many people", self->greatest);
      return FALSE;
    }
  if (self->problem->mode == RM_MODE_PEOPLE)
    self->bonus = bonus;

  /* Without a place nobody can be chosen, and a price that rules it out costs nothing. */
  for (guint j = 0; j < self->n_mentors; j++)
    if (self->mentor_left[j] == 0)
      self->mentor_price[j] = self->bonus + self->greatest;

  return TRUE;
}

/* The price u − p of a mentee is split: u pays for another place, p is what is left of the bonus.
 * Only a mentee without any place needs both. */
static void
split_price (const Dense *self,
             guint mentee,
             RmCertificate *certificate)
{
  gint64 price = self->mentee_price[mentee];
  gint64 bonus = self->has_lock[mentee] ? 0 : self->bonus;

  if (self->mentee_left[mentee] > 0)
    {
      certificate->mentee_price[mentee] = MAX (price, 0);
      certificate->mentee_cover[mentee] = MAX (-price, 0);
    }
  else
    {
      certificate->mentee_price[mentee] = self->greatest + bonus;
      certificate->mentee_cover[mentee] = bonus;
    }
}

static RmCertificate *
new_certificate (const Dense *self,
                 const RmSolution *solution)
{
  RmCertificate *certificate = g_new0 (RmCertificate, 1);
  g_autoptr (GArray) bounds = g_array_new (FALSE, FALSE, sizeof (RmBoundDual));

  certificate->bonus = self->bonus;
  certificate->n_mentees = self->n_mentees;
  certificate->n_mentors = self->n_mentors;
  certificate->mentee_price = g_new (gint64, self->n_mentees + 1);
  certificate->mentee_cover = g_new (gint64, self->n_mentees + 1);
  certificate->mentor_price = g_memdup2 (self->mentor_price,
                                         sizeof (gint64) * (self->n_mentors + 1));
  for (guint i = 0; i < self->n_mentees; i++)
    split_price (self, i, certificate);

  for (guint k = 0; k < solution->n_pairs; k++)
    {
      RmPlace place = solution->pairs[k];
      gint32 cell = self->cells[(gsize) place.mentee * self->n_mentors + place.mentor];
      RmBoundDual bound = { .place = place };

      bound.price = (gint64) RM_CELL_CHOSEN (cell)
                    - self->mentee_price[place.mentee]
                    - self->mentor_price[place.mentor];
      if (cell != RM_CELL_LOCKED && bound.price > 0)
        g_array_append_val (bounds, bound);
    }
  certificate->n_bounds = bounds->len;
  certificate->bounds = (RmBoundDual *) (gpointer) g_array_free (g_steal_pointer (&bounds), FALSE);

  return certificate;
}

/* By row and column: the order in which a solution lists its pairs. */
static RmSolution *
new_solution (const Dense *self)
{
  const RmScoreSource *source = self->problem->source;
  RmSolution *solution = g_new0 (RmSolution, 1);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (RmPlace));

  for (guint i = 0; i < self->n_mentees; i++)
    {
      guint before = pairs->len;

      for (guint j = 0; j < self->n_mentors; j++)
        {
          gint32 cell = self->cells[(gsize) i * self->n_mentors + j];
          RmPlace place = { i, j };
          gint64 score = RM_CELL_CHOSEN (cell);

          if (cell >= RM_CELL_NONE)
            continue;
          if (cell == RM_CELL_LOCKED)
            score = source->get_score (source->data, i, j);
          solution->total += score;
          solution->lowest = pairs->len > 0 ? MIN (solution->lowest, score) : score;
          g_array_append_val (pairs, place);
        }
      solution->n_paired += pairs->len > before;
    }
  solution->n_pairs = pairs->len;
  solution->pairs = (RmPlace *) (gpointer) g_array_free (g_steal_pointer (&pairs), FALSE);
  solution->certificate = new_certificate (self, solution);

  return solution;
}

RmSolution *
dense_solve (const RmProblem *problem,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error)
{
  Dense self = { .problem = problem, .ticker = { .func = progress, .data = data } };
  RmSolution *solution = NULL;

  g_return_val_if_fail (problem != NULL && problem->source != NULL, NULL);

  self.n_mentees = problem->source->n_mentees;
  self.n_mentors = problem->source->n_mentors;
  if (allocate (&self, error)
      && read_scores (&self, error)
      && take_capacities (&self, error)
      && set_bonus (&self, error)
      && dense_fill (&self, error))
    solution = new_solution (&self);
  clear_assignment (&self);

  return solution;
}
