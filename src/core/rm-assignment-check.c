/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-assignment.h"

/* The judge of rm_assignment_solve(), written from the definition in the header alone. It trusts
 * nothing: each number of the solution is counted again from the problem.
 *
 * Why equality of both values proves "most people first": the bonus exceeds the total of the pairs
 * (checked here), so a pairing that reached more people with any total would be worth more. */

/* Keeps the sum of three prices and a score within 64 bits without a sign. */
#define MAX_PRICE (G_GINT64_CONSTANT (1) << 61)

#define TICK 65536

typedef struct
{
  const RmProblem *problem;
  const RmSolution *solution;
  const RmCertificate *proof;
  RmPlace *locks;         /* sorted */
  int *mentor_pairs;
  int *mentor_locks;

  guint next_pair;        /* cursors: everything is sorted by place */
  guint next_lock;
  guint next_bound;

  gint64 total;           /* all pairs */
  gint64 free_total;      /* without locked ones */
  gint64 lowest;
  guint n_paired;
  guint64 value;          /* of the free pairs, with bonuses */
  guint64 bound;          /* what the prices come to */
  gboolean overflow;
} Check;

static gboolean
refuse (GError **error,
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

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const RmPlace *first = a;
  const RmPlace *second = b;

  if (first->mentee != second->mentee)
    return first->mentee < second->mentee ? -1 : 1;

  return (first->mentor > second->mentor) - (first->mentor < second->mentor);
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
      if (before != NULL && compare_places (before, place) >= 0)
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
check_form (const Check *self,
            GError **error)
{
  const RmScoreSource *source = self->problem->source;
  const RmCertificate *proof = self->proof;

  if (proof == NULL
      || proof->n_mentees != source->n_mentees
      || proof->n_mentors != source->n_mentors)
    return refuse (error, NULL, NULL, "the certificate is not one for this problem");
  if (!is_list_sane (source, self->solution->pairs, sizeof (RmPlace), self->solution->n_pairs))
    return refuse (error, NULL, NULL, "pairs are out of order or of nobody");
  if (!is_list_sane (source, self->locks, sizeof (RmPlace), self->problem->n_locks))
    return refuse (error, NULL, NULL, "a lock is given twice or of nobody");
  if (!is_list_sane (source, proof->bounds, sizeof (RmBoundDual), proof->n_bounds))
    return refuse (error, NULL, NULL, "bounds are out of order or of nobody");
  for (guint k = 0; k < proof->n_bounds; k++)
    if (proof->bounds[k].price <= 0 || proof->bounds[k].price > MAX_PRICE)
      return refuse (error, NULL, NULL, "the price of a bound is not positive");
  if (proof->bonus < 0 || proof->bonus > MAX_PRICE
      || (self->problem->mode == RM_MODE_TOTAL && proof->bonus != 0))
    return refuse (error, NULL, NULL, "the bonus is not one for this mode");
  if (!are_prices_sane (proof->mentee_price, proof->n_mentees, MAX_PRICE)
      || !are_prices_sane (proof->mentor_price, proof->n_mentors, MAX_PRICE))
    return refuse (error, NULL, NULL, "a price is negative");
  if (!are_prices_sane (proof->mentee_cover, proof->n_mentees, proof->bonus))
    return refuse (error, NULL, NULL, "a cover is not between nothing and the bonus");

  return TRUE;
}

static void
add_to (Check *self,
        guint64 *sum,
        guint64 factor,
        guint64 value)
{
  guint64 product = 0;

  if (!g_uint64_checked_mul (&product, factor, value)
      || !g_uint64_checked_add (sum, *sum, product))
    self->overflow = TRUE;
}

static gboolean
is_next (const RmPlace *list,
         guint n,
         guint *next,
         const RmPlace *place)
{
  gboolean found = *next < n && compare_places (&list[*next], place) == 0;

  *next += found;
  return found;
}

/* Returns what is wrong with one pair, or NULL. */
static const char *
check_pair (Check *self,
            const RmPlace *place,
            int *mentee_pairs,
            int *mentee_locks)
{
  const RmScoreSource *source = self->problem->source;
  const RmCertificate *proof = self->proof;
  gint64 score = source->get_score (source->data, place->mentee, place->mentor);
  gboolean chosen = is_next (self->solution->pairs, self->solution->n_pairs, &self->next_pair,
                             place);
  gboolean locked = is_next (self->locks, self->problem->n_locks, &self->next_lock, place);
  guint64 covered = (guint64) proof->mentee_price[place->mentee]
                    + (guint64) proof->mentor_price[place->mentor];

  if (self->next_bound < proof->n_bounds
      && compare_places (&proof->bounds[self->next_bound].place, place) == 0)
    covered += (guint64) proof->bounds[self->next_bound++].price;

  if ((chosen || locked) && score < 0)
    return "paired and not a candidate";
  if (locked && !chosen)
    return "locked and not paired";
  if (chosen)
    {
      self->lowest = self->next_pair == 1 ? score : MIN (self->lowest, score);
      *mentee_pairs += 1;
      *mentee_locks += locked;
      self->mentor_pairs[place->mentor] += 1;
      self->mentor_locks[place->mentor] += locked;
      self->overflow |= score > MAX_PRICE - self->total;
      self->total += self->overflow ? 0 : score;
      self->free_total += self->overflow || locked ? 0 : score;
    }
  if (!locked && score >= 0
      && covered < (guint64) score + (guint64) proof->mentee_cover[place->mentee])
    return "worth more than its price";

  return NULL;
}

static const char *
check_row (Check *self,
           guint mentee,
           int pairs,
           int locks)
{
  const RmCertificate *proof = self->proof;
  int capacity = MAX (self->problem->mentee_capacity[mentee], 0);

  if (pairs > capacity)
    return "a mentee has more mentors than places";
  if (locks > 0 && proof->mentee_cover[mentee] != 0)
    return "a cover for a mentee who has a locked pair";

  self->n_paired += pairs > 0;
  add_to (self, &self->bound, (guint64) (capacity - locks), (guint64) proof->mentee_price[mentee]);
  if (locks == 0)
    add_to (self, &self->bound, 1, (guint64) (proof->bonus - proof->mentee_cover[mentee]));
  if (locks == 0 && pairs > 0)
    add_to (self, &self->value, 1, (guint64) proof->bonus);

  return NULL;
}

static gboolean
check_pairs (Check *self,
             RmProgressFunc progress,
             gpointer data,
             RmPlace *violation,
             GError **error)
{
  const RmScoreSource *source = self->problem->source;
  guint work = 0;

  for (guint i = 0; i < source->n_mentees; i++)
    {
      const char *wrong = NULL;
      int pairs = 0;
      int locks = 0;

      for (guint j = 0; j < source->n_mentors; j++)
        {
          RmPlace place = { i, j };

          wrong = check_pair (self, &place, &pairs, &locks);
          if (wrong != NULL)
            return refuse (error, violation, &place, wrong);
          if (++work % TICK == 0 && progress != NULL
              && !progress ((double) i / source->n_mentees, data))
            {
              g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED, "stopped");
              return FALSE;
            }
        }
      wrong = check_row (self, i, pairs, locks);
      if (wrong != NULL)
        return refuse (error, NULL, NULL, wrong);
    }

  return TRUE;
}

static gboolean
check_sums (Check *self,
            GError **error)
{
  const RmSolution *solution = self->solution;
  const RmCertificate *proof = self->proof;

  for (guint j = 0; j < proof->n_mentors; j++)
    {
      int capacity = MAX (self->problem->mentor_capacity[j], 0);

      if (self->mentor_pairs[j] > capacity)
        return refuse (error, NULL, NULL, "a mentor has more mentees than places");
      add_to (self, &self->bound, (guint64) (capacity - self->mentor_locks[j]),
              (guint64) proof->mentor_price[j]);
    }
  for (guint k = 0; k < proof->n_bounds; k++)
    add_to (self, &self->bound, 1, (guint64) proof->bounds[k].price);
  add_to (self, &self->value, 1, (guint64) self->free_total);

  if (self->overflow)
    return refuse (error, NULL, NULL, "sums are too large to be checked");
  if (solution->total != self->total
      || solution->lowest != self->lowest
      || solution->n_paired != self->n_paired)
    return refuse (error, NULL, NULL, "the totals are not those of the pairs");
  if (self->problem->mode == RM_MODE_PEOPLE && proof->bonus <= self->free_total)
    return refuse (error, NULL, NULL, "the bonus does not put people first");
  if (self->value != self->bound)
    return refuse (error, NULL, NULL, "the prices do not come to the value of the pairs");

  return TRUE;
}

gboolean
rm_assignment_check (const RmProblem *problem,
                     const RmSolution *solution,
                     RmProgressFunc progress,
                     gpointer data,
                     RmPlace *violation,
                     GError **error)
{
  Check self = { .problem = problem, .solution = solution };
  gboolean ok = FALSE;

  g_return_val_if_fail (problem != NULL && solution != NULL, FALSE);

  if (violation != NULL)
    *violation = (RmPlace) { G_MAXUINT, G_MAXUINT };
  self.proof = solution->certificate;
  self.mentor_pairs = g_new0 (int, problem->source->n_mentors + 1);
  self.mentor_locks = g_new0 (int, problem->source->n_mentors + 1);
  self.locks = g_new0 (RmPlace, problem->n_locks + 1);
  for (guint k = 0; k < problem->n_locks; k++)
    self.locks[k] = problem->locks[k];
  qsort (self.locks, problem->n_locks, sizeof (RmPlace), compare_places);

  ok = check_form (&self, error)
       && check_pairs (&self, progress, data, violation, error)
       && check_sums (&self, error);

  g_free (self.mentor_pairs);
  g_free (self.mentor_locks);
  g_free (self.locks);

  return ok;
}
