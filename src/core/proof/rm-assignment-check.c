/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/proof/rm-assignment-check-private.h"

#include <stdlib.h>

/* The checker of rm_assignment_solve(), written from the definition in the header alone. It trusts
 * nothing: each number of the solution is counted again from the problem. First the pairs chosen,
 * one after the other; then all pairs against the prices (rm-assignment-check-all.c); then the
 * sums.
 *
 * Why equality of both values proves "most people first": the bonus exceeds the total of the pairs
 * (checked here), so a pairing that reached more people with any total would be worth more.
 *
 * Why covers prove the rest of "protect the weakest pair": every paired mentee has a covered pair,
 * covered by the mentee (who is reached once) or by one of the mentor's places; so no more mentees
 * are reached than the value of the cover. */

/* Keeps the sum of three prices and a score within 64 bits without a sign. */
#define MAX_PRICE (G_GINT64_CONSTANT (1) << 61)

gboolean
rm_check_refuse (GError **error,
                 RmPlace *violation,
                 const RmPlace *place,
                 const char *what)
{
  if (place == NULL)
    g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_PROOF, what);
  else
    g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_PROOF, "mentee %u, mentor %u: %s",
                 place->mentee, place->mentor, what);
  if (place != NULL && violation != NULL)
    *violation = *place;

  return FALSE;
}

int
rm_check_compare (gconstpointer a,
                  gconstpointer b)
{
  const RmPlace *first = a;
  const RmPlace *second = b;

  if (first->mentee != second->mentee)
    return first->mentee < second->mentee ? -1 : 1;

  return (first->mentor > second->mentor) - (first->mentor < second->mentor);
}

static RmPlace *
sort_places (const RmPlace *places,
             guint n)
{
  RmPlace *sorted = g_new (RmPlace, (gsize) n + 1);

  for (guint k = 0; k < n; k++)
    sorted[k] = places[k];
  qsort (sorted, n, sizeof (RmPlace), rm_check_compare);

  return sorted;
}

guint
rm_places_find (const RmPlaces *self,
                RmPlace place)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rm_check_compare (&self->places[middle], &place) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
has_place (const RmPlaces *self,
           RmPlace place)
{
  guint at = rm_places_find (self, place);

  return at < self->n && rm_check_compare (&self->places[at], &place) == 0;
}

static gboolean
is_list_sane (const RmScoreSource *source,
              gconstpointer places,
              gsize stride,
              guint n)
{
  const RmPlace *before = NULL;

  for (guint k = 0; k < n; k++)
    {
      const RmPlace *place = (gconstpointer) ((const char *) places + k * stride);

      if (place->mentee >= source->n_mentees || place->mentor >= source->n_mentors)
        return FALSE;
      if (before != NULL && rm_check_compare (before, place) >= 0)
        return FALSE;
      before = place;
    }

  return TRUE;
}

static gboolean
are_prices_sane (const gint64 *prices,
                 guint n,
                 gint64 most)
{
  for (guint i = 0; i < n; i++)
    if (prices[i] < 0 || prices[i] > most)
      return FALSE;

  return TRUE;
}

static gboolean
check_form (const RmCheck *self,
            GError **error)
{
  const RmScoreSource *source = self->problem->source;
  const RmCertificate *proof = self->proof;
  const RmMode mode = self->problem->mode;

  if (proof == NULL
      || proof->n_mentees != source->n_mentees
      || proof->n_mentors != source->n_mentors)
    return rm_check_refuse (error, NULL, NULL, "the certificate is not one for this problem");
  if (!is_list_sane (source, self->pairs.places, sizeof (RmPlace), self->pairs.n))
    return rm_check_refuse (error, NULL, NULL, "pairs are out of order or of nobody");
  if (!is_list_sane (source, self->locks.places, sizeof (RmPlace), self->locks.n))
    return rm_check_refuse (error, NULL, NULL, "a lock is given twice or of nobody");
  if (!is_list_sane (source, proof->bounds, sizeof (RmBoundDual), proof->n_bounds))
    return rm_check_refuse (error, NULL, NULL, "bounds are out of order or of nobody");
  for (guint k = 0; k < proof->n_bounds; k++)
    if (proof->bounds[k].price <= 0 || proof->bounds[k].price > MAX_PRICE)
      return rm_check_refuse (error, NULL, NULL, "the price of a bound is not positive");
  if (proof->bonus < 0 || proof->bonus > MAX_PRICE || (mode == RM_MODE_TOTAL && proof->bonus != 0))
    return rm_check_refuse (error, NULL, NULL, "the bonus is not one for this mode");
  if (proof->floor < 0 || proof->floor > MAX_PRICE
      || (mode != RM_MODE_WEAKEST && proof->floor != 0))
    return rm_check_refuse (error, NULL, NULL, "the floor is not one for this mode");
  if (!are_prices_sane (proof->mentee_price, proof->n_mentees, MAX_PRICE)
      || !are_prices_sane (proof->mentor_price, proof->n_mentors, MAX_PRICE))
    return rm_check_refuse (error, NULL, NULL, "a price is negative");
  if (!are_prices_sane (proof->mentee_cover, proof->n_mentees, proof->bonus))
    return rm_check_refuse (error, NULL, NULL, "a cover is not between nothing and the bonus");

  return TRUE;
}

static const char *
count_pair (RmCheck *self,
            guint k)
{
  const RmScoreSource *source = self->problem->source;
  RmPlace place = self->pairs.places[k];
  gint64 score = source->get_score (source->data, place.mentee, place.mentor);
  gboolean locked = has_place (&self->locks, place);

  if (score < 0 || has_place (&self->excluded, place))
    return "paired and not a candidate";
  if (!locked && score < self->proof->floor)
    return "scores less than the floor";

  self->lowest = k == 0 ? score : MIN (self->lowest, score);
  self->mentee_pairs[place.mentee]++;
  self->mentor_pairs[place.mentor]++;
  self->mentee_locks[place.mentee] += locked;
  self->mentor_locks[place.mentor] += locked;
  self->overflow |= score > MAX_PRICE - self->total;
  self->total += self->overflow ? 0 : score;
  self->free_total += self->overflow || locked ? 0 : score;

  return NULL;
}

static gboolean
check_pairs (RmCheck *self,
             RmPlace *violation,
             GError **error)
{
  const RmCertificate *proof = self->proof;

  for (guint k = 0; k < self->pairs.n; k++)
    {
      const char *wrong = count_pair (self, k);

      if (wrong != NULL)
        return rm_check_refuse (error, violation, &self->pairs.places[k], wrong);
    }
  for (guint k = 0; k < self->locks.n; k++)
    if (!has_place (&self->pairs, self->locks.places[k]))
      return rm_check_refuse (error, violation, &self->locks.places[k], "locked and not paired");

  for (guint i = 0; i < proof->n_mentees; i++)
    {
      if (self->mentee_pairs[i] > MAX (self->problem->mentee_capacity[i], 0))
        return rm_check_refuse (error, NULL, NULL, "a mentee has more mentors than places");
      if (self->mentee_locks[i] > 0 && proof->mentee_cover[i] != 0)
        return rm_check_refuse (error, NULL, NULL, "a cover for a mentee who has a locked pair");
      self->n_paired += self->mentee_pairs[i] > 0;
      self->n_free_paired += self->mentee_pairs[i] > 0 && self->mentee_locks[i] == 0;
    }
  for (guint j = 0; j < proof->n_mentors; j++)
    if (self->mentor_pairs[j] > MAX (self->problem->mentor_capacity[j], 0))
      return rm_check_refuse (error, NULL, NULL, "a mentor has more mentees than places");

  return TRUE;
}

static void
add_to (RmCheck *self,
        guint64 *sum,
        guint64 factor,
        guint64 value)
{
  guint64 product = 0;

  if (!g_uint64_checked_mul (&product, factor, value)
      || !g_uint64_checked_add (sum, *sum, product))
    self->overflow = TRUE;
}

/* Places left by locked pairs; never negative, as check_pairs() has counted them. */
static guint64
count_left (int capacity,
            int locks)
{
  return (guint64) (MAX (capacity, 0) - locks);
}

/* Of the pairs that are not locked, with bonuses. */
static guint64
get_value (RmCheck *self)
{
  guint64 value = (guint64) self->free_total;

  add_to (self, &value, self->n_free_paired, (guint64) self->proof->bonus);
  return value;
}

/* The value of the prices. */
static guint64
get_bound (RmCheck *self)
{
  const RmProblem *problem = self->problem;
  const RmCertificate *proof = self->proof;
  guint64 bound = 0;

  for (guint i = 0; i < proof->n_mentees; i++)
    {
      add_to (self, &bound, count_left (problem->mentee_capacity[i], self->mentee_locks[i]),
              (guint64) proof->mentee_price[i]);
      if (self->mentee_locks[i] == 0)
        add_to (self, &bound, 1, (guint64) (proof->bonus - proof->mentee_cover[i]));
    }
  for (guint j = 0; j < proof->n_mentors; j++)
    add_to (self, &bound, count_left (problem->mentor_capacity[j], self->mentor_locks[j]),
            (guint64) proof->mentor_price[j]);
  for (guint k = 0; k < proof->n_bounds; k++)
    add_to (self, &bound, 1, (guint64) proof->bounds[k].price);

  return bound;
}

/* The most mentees without a locked pair who can have one among the covered pairs. */
static guint64
get_reach (const RmCheck *self,
           const guint8 *mentee_cover,
           const guint8 *mentor_cover)
{
  const RmProblem *problem = self->problem;
  guint64 reach = 0;

  for (guint i = 0; mentee_cover != NULL && i < self->proof->n_mentees; i++)
    reach += mentee_cover[i] != 0
             && self->mentee_locks[i] == 0
             && problem->mentee_capacity[i] > 0;
  for (guint j = 0; mentor_cover != NULL && j < self->proof->n_mentors; j++)
    if (mentor_cover[j] != 0)
      reach += count_left (problem->mentor_capacity[j], self->mentor_locks[j]);

  return reach;
}

static gboolean
check_floor (const RmCheck *self,
             GError **error)
{
  const RmCertificate *proof = self->proof;

  if (self->problem->mode != RM_MODE_WEAKEST)
    return TRUE;

  if (get_reach (self, proof->mentee_cover_all, proof->mentor_cover_all) != self->n_free_paired)
    return rm_check_refuse (error, NULL, NULL,
                            "the cover does not prove that nobody else can be paired");
  if (self->n_free_paired == 0 && proof->floor != 0)
    return rm_check_refuse (error, NULL, NULL, "a floor and nobody above it");
  if (self->n_free_paired > 0
      && get_reach (self, proof->mentee_cover_above, proof->mentor_cover_above)
           >= self->n_free_paired)
    return rm_check_refuse (error, NULL, NULL,
                            "the cover does not prove that the floor is the highest");

  return TRUE;
}

static gboolean
check_sums (RmCheck *self,
            GError **error)
{
  const RmSolution *solution = self->solution;
  const RmCertificate *proof = self->proof;
  guint64 value = get_value (self);
  guint64 bound = get_bound (self);

  if (self->overflow)
    return rm_check_refuse (error, NULL, NULL, "sums are too large to be checked");
  if (solution->total != self->total
      || solution->lowest != self->lowest
      || solution->n_paired != self->n_paired)
    return rm_check_refuse (error, NULL, NULL, "the totals are not those of the pairs");
  if (self->problem->mode != RM_MODE_TOTAL && proof->bonus <= self->free_total)
    return rm_check_refuse (error, NULL, NULL, "the bonus does not put people first");
  if (value != bound)
    return rm_check_refuse (error, NULL, NULL, "the prices do not come to the value of the pairs");

  return check_floor (self, error);
}

/* Keeps the first of each run of equal places. */
static guint
drop_repeated (RmPlace *places,
               guint n)
{
  guint kept = 0;

  for (guint k = 0; k < n; k++)
    if (kept == 0 || rm_check_compare (&places[kept - 1], &places[k]) != 0)
      places[kept++] = places[k];

  return kept;
}

gboolean
rm_assignment_check_on (guint n_threads,
                        const RmProblem *problem,
                        const RmSolution *solution,
                        RmProgressFunc progress,
                        gpointer data,
                        RmPlace *violation,
                        GError **error)
{
  const RmScoreSource *source = problem->source;
  g_autofree RmPlace *locks = sort_places (problem->locks, problem->n_locks);
  g_autofree RmPlace *excluded = sort_places (problem->excluded, problem->n_excluded);
  RmCheck self = {
    .problem = problem,
    .solution = solution,
    .proof = solution->certificate,
    .pairs = { solution->pairs, solution->n_pairs },
    .locks = { locks, problem->n_locks },
    .excluded = { excluded, drop_repeated (excluded, problem->n_excluded) },
    .mentee_pairs = g_new0 (int, source->n_mentees + 1),
    .mentee_locks = g_new0 (int, source->n_mentees + 1),
    .mentor_pairs = g_new0 (int, source->n_mentors + 1),
    .mentor_locks = g_new0 (int, source->n_mentors + 1),
  };
  gboolean ok = FALSE;

  if (violation != NULL)
    *violation = (RmPlace) { G_MAXUINT, G_MAXUINT };
  ok = check_form (&self, error)
       && check_pairs (&self, violation, error)
       && rm_check_all_pairs (&self, n_threads, progress, data, violation, error)
       && check_sums (&self, error);

  g_free (self.mentee_pairs);
  g_free (self.mentee_locks);
  g_free (self.mentor_pairs);
  g_free (self.mentor_locks);

  return ok;
}

gboolean
rm_assignment_check (const RmProblem *problem,
                     const RmSolution *solution,
                     RmProgressFunc progress,
                     gpointer data,
                     RmPlace *violation,
                     GError **error)
{
  g_return_val_if_fail (problem != NULL && solution != NULL, FALSE);

  return rm_assignment_check_on (g_get_num_processors (), problem, solution, progress, data,
                                 violation, error);
}
