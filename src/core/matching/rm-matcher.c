/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-matcher-private.h"

#include <string.h>

/* From a problem to pairs with a certificate: locks leave first, lists are solved and grow until no
 * pair is worth more than its prices. The state is kept for the next problem. */

/* The longest lists, and after how many rounds they begin to grow. */
#define MAX_LENGTH 128
#define STEADY_ROUNDS 5

/* At first prices are too far off for the best pairs or exact scores to be worth the time. */
#define ROUGH_ROUNDS 1

/* Candidates leave the lists again if too expensive by this share of the greatest score. */
#define PURGE_ROUND 2
#define PURGE_SHARE 20

/* Candidates per person from which they are thinned out, and how often at most. */
#define MAX_ARCS 48
#define MAX_PURGES 8

/* How far a search looks in the first rounds, as a share of the greatest score: nodes farther away
 * are better reached by candidates still to come. */
static const gint32 radius_shares[] = { 0, 80, 20 };

/* Sums of prices stay below this, far from where 64 bits overflow. */
#define MAX_VALUE (G_GINT64_CONSTANT (1) << 59)

/* People per side: we use one bit of an index. */
#define MAX_PEOPLE (1u << 24)

static RmPlace *
copy_places (const RmPlace *places,
             guint n,
             guint room)
{
  RmPlace *copy = g_new (RmPlace, n + room + 1);

  if (n > 0)
    memcpy (copy, places, sizeof (RmPlace) * n);

  return copy;
}

void
rm_arcs_free_lists (RmArcs *lists,
                    guint n)
{
  for (guint k = 0; lists != NULL && k < n; k++)
    g_free (lists[k].items);
  g_free (lists);
}

void
rm_match_side_clear (RmMatchSide *self)
{
  g_free (self->left);
  g_free (self->used);
  g_free (self->first);
  g_free (self->partners);
  rm_arcs_free_lists (self->arcs, self->n);
  g_free (self->price);
  g_free (self->priced);
  g_free (self->listed);
  *self = (RmMatchSide) { 0 };
}

static void
init_side (RmMatchSide *self,
           guint n)
{
  *self = (RmMatchSide) {
    .n = n,
    .left = g_new0 (int, n + 1),
    .used = g_new0 (guint, n + 1),
    .first = g_new0 (gsize, n + 2),
    .arcs = g_new0 (RmArcs, n + 1),
    .price = g_new0 (gint64, n + 1),
    .priced = g_new (gint64, n + 1),
    .listed = g_new0 (guint8, n + 1),
  };
  for (guint k = 0; k < n; k++)
    self->priced[k] = RM_PRICE_NEVER;
}

static void
refuse_lock (RmMatcher *self,
             const RmPlace *lock,
             const char *what)
{
  if (self->bad_lock != NULL)
    return;

  self->bad_lock = what;
  self->bad_place = *lock;
}

/* Locked pairs leave the problem: their places are taken from the capacities. */
static void
apply_lock (RmMatcher *self,
            const RmPlace *lock,
            const RmPlace *before)
{
  RmMatchSide *mentees = &self->sides[RM_MENTEES];
  RmMatchSide *mentors = &self->sides[RM_MENTORS];

  if (lock->mentee >= mentees->n || lock->mentor >= mentors->n)
    {
      refuse_lock (self, lock, "a lock on somebody who is not there");
      return;
    }
  if (before != NULL && rm_place_compare (before, lock) == 0)
    refuse_lock (self, lock, "locked twice");
  else if (self->source.get_score (self->source.data, lock->mentee, lock->mentor) < 0)
    refuse_lock (self, lock, "locked and not a candidate");
  else if (--mentees->left[lock->mentee] < 0)
    refuse_lock (self, lock, "a lock beyond the mentee's capacity");
  else if (--mentors->left[lock->mentor] < 0)
    refuse_lock (self, lock, "a lock beyond the mentor's capacity");
  self->has_lock[lock->mentee] = TRUE;
}

static void
take_banned (RmMatcher *self,
             const RmProblem *problem)
{
  const guint n = self->sides[RM_MENTEES].n;
  guint at = 0;

  self->n_banned = self->n_locks + problem->n_excluded;
  self->banned = copy_places (self->locks, self->n_locks, problem->n_excluded);
  if (problem->n_excluded > 0)
    memcpy (self->banned + self->n_locks, problem->excluded,
            sizeof (RmPlace) * problem->n_excluded);
  qsort (self->banned, self->n_banned, sizeof (RmPlace), rm_place_compare);
  self->banned_first = g_new0 (guint, n + 2);
  for (guint i = 0; i <= n; i++)
    {
      while (at < self->n_banned && self->banned[at].mentee < i)
        at++;
      self->banned_first[i] = at;
    }
}

/* More places than people on the other side are as good as one more than these. */
static void
take_places (RmMatchSide *self,
             guint n_others)
{
  self->first[0] = 0;
  for (guint k = 0; k < self->n; k++)
    {
      self->left[k] = CLAMP (self->left[k], 0, (int) MIN (n_others, G_MAXINT - 1) + 1);
      self->first[k + 1] = self->first[k] + (gsize) self->left[k];
      if (self->left[k] == 0)
        self->price[k] = self->priced[k] = RM_PRICE_BLOCKED;
    }
  self->partners = g_new (RmArc, self->first[self->n] + 1);
}

void
rm_matcher_take_problem (RmMatcher *self,
                         const RmProblem *problem)
{
  RmMatchSide *mentees = &self->sides[RM_MENTEES];
  RmMatchSide *mentors = &self->sides[RM_MENTORS];

  self->source = *problem->source;
  self->mode = problem->mode;
  self->bad_lock = NULL;
  self->too_many = self->source.n_mentees > MAX_PEOPLE || self->source.n_mentors > MAX_PEOPLE;
  if (self->too_many)
    return;

  init_side (mentees, self->source.n_mentees);
  init_side (mentors, self->source.n_mentors);
  self->near = g_new0 (RmArcs, mentees->n + 1);
  self->has_lock = g_new0 (guint8, mentees->n + 1);
  for (guint i = 0; i < mentees->n; i++)
    mentees->left[i] = MAX (problem->mentee_capacity[i], 0);
  for (guint j = 0; j < mentors->n; j++)
    mentors->left[j] = MAX (problem->mentor_capacity[j], 0);
  self->n_locks = problem->n_locks;
  self->locks = copy_places (problem->locks, problem->n_locks, 0);
  qsort (self->locks, self->n_locks, sizeof (RmPlace), rm_place_compare);
  for (guint k = 0; k < self->n_locks; k++)
    apply_lock (self, &self->locks[k], k > 0 ? &self->locks[k - 1] : NULL);
  take_banned (self, problem);
  take_places (mentees, mentors->n);
  take_places (mentors, mentees->n);
}

void
rm_matcher_clear_problem (RmMatcher *self)
{
  rm_arcs_free_lists (g_steal_pointer (&self->near), self->sides[RM_MENTEES].n);
  rm_match_side_clear (&self->sides[RM_MENTEES]);
  rm_match_side_clear (&self->sides[RM_MENTORS]);
  g_clear_pointer (&self->has_lock, g_free);
  g_clear_pointer (&self->locks, g_free);
  g_clear_pointer (&self->banned, g_free);
  g_clear_pointer (&self->banned_first, g_free);
  g_clear_pointer (&self->search, rm_search_free);
  for (guint c = 0; c < G_N_ELEMENTS (self->covers); c++)
    g_clear_pointer (&self->covers[c], g_free);
  self->started = self->has_lists = FALSE;
  self->floor = 0;
}

void
rm_matcher_take_kernel (RmMatcher *self)
{
  g_clear_pointer (&self->kernel, rm_kernel_unref);
  if (self->source.scorer != NULL && !self->too_many)
    self->kernel = rm_kernel_new (self->source.scorer, RM_KERNEL_FASTEST);
  self->greatest = self->kernel != NULL ? RM_SCORE_POINTS : 0;
}

RmMatcher *
rm_matcher_new (const RmProblem *problem,
                guint n_threads)
{
  RmMatcher *self = NULL;

  g_return_val_if_fail (problem != NULL && problem->source != NULL, NULL);

  self = g_new0 (RmMatcher, 1);
  self->n_threads = n_threads > 0 ? n_threads : g_get_num_processors ();
  rm_matcher_take_problem (self, problem);
  rm_matcher_take_kernel (self);

  return self;
}

void
rm_matcher_free (RmMatcher *self)
{
  if (self == NULL)
    return;

  rm_matcher_clear_problem (self);
  g_clear_pointer (&self->kernel, rm_kernel_unref);
  g_free (self);
}

/* The sum of places of the side with fewer: there cannot be more pairs. */
gint64
rm_matcher_count_places (const RmMatcher *self)
{
  gint64 places[2] = { 0, 0 };

  for (int s = 0; s < 2; s++)
    for (guint k = 0; k < self->sides[s].n; k++)
      places[s] += self->sides[s].left[k];

  return MIN (places[0], places[1]);
}

/* The bonus that puts people first: more than all scores together. With room for more people if
 * numbers allow, so that a few more do not change it. */
static gboolean
set_bonus (RmMatcher *self,
           GError **error)
{
  const gint64 most = MAX_VALUE / ((gint64) self->sides[RM_MENTEES].n + 1);
  const gint64 places = rm_matcher_count_places (self);
  gint64 bonus = 0;

  if (places > (G_MAXINT64 >> 1) / MAX (self->greatest, 1) - 1
      || places * self->greatest + 1 > most)
    {
      g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_LIMIT,
                   "scores up to %d are too large for so many people", self->greatest);
      return FALSE;
    }

  bonus = self->flat ? 1 : places * self->greatest + 1;
  if (self->mode == RM_MODE_TOTAL && !self->flat)
    bonus = 0;
  if (!self->started)
    self->bonus = bonus;

  return TRUE;
}

static gboolean
check_locks (const RmMatcher *self,
             GError **error)
{
  if (self->bad_lock == NULL)
    return TRUE;

  g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_LOCK, "mentee %u, mentor %u: %s",
               self->bad_place.mentee, self->bad_place.mentor, self->bad_lock);
  return FALSE;
}

/* The least price of all: a mentee's first place has its bonus to pay with. */
static void
start_prices (RmMatcher *self)
{
  RmMatchSide *mentees = &self->sides[RM_MENTEES];

  for (guint i = 0; i < mentees->n; i++)
    if (mentees->left[i] > 0)
      mentees->price[i] = -rm_matcher_worth_of_place (self, RM_MENTEES, i, 1);
}

static gint64
radius_of_round (const RmMatcher *self,
                 guint round)
{
  if (round >= G_N_ELEMENTS (radius_shares))
    return G_MAXINT64;

  return radius_shares[round] > 0 ? self->greatest / radius_shares[round] : 0;
}

/* If many scores are equal, lists grow long. Not for ever: removed candidates may come back. */
static gboolean
has_too_many_arcs (const RmMatcher *self,
                   guint *n_purges)
{
  gsize n_people = (gsize) self->sides[RM_MENTEES].n + self->sides[RM_MENTORS].n;

  return self->n_arcs > n_people * MAX_ARCS && (*n_purges)++ < MAX_PURGES;
}

/* Solves the current view (flat or not, from the floor up). If the first bids already give
 * everybody a place, rough rounds are not needed. */
gboolean
rm_matcher_solve_view (RmMatcher *self,
                       GError **error)
{
  gboolean cold = !self->started && !self->flat;
  gboolean certified = FALSE;
  guint length = RM_FIRST_LENGTH;
  gsize n_found = 0;
  guint round = 0;
  guint n_purges = 0;

  if (!self->has_lists && !rm_matcher_start_lists (self, length, error))
    return FALSE;
  self->has_lists = TRUE;
  if (!set_bonus (self, error))
    return FALSE;
  if (!self->started)
    start_prices (self);
  self->started = TRUE;
  if (self->search == NULL)
    self->search = rm_search_new (self);

  while (!certified)
    {
      gint64 radius = cold ? radius_of_round (self, round) : G_MAXINT64;
      gboolean roughly = FALSE;

      if (round >= STEADY_ROUNDS)
        length = MIN (2 * length, MAX_LENGTH);
      if (!rm_matcher_repair (self, radius, 0.5, error))
        return FALSE;
      if (cold && round == 0 && rm_matcher_is_settled (self))
        cold = FALSE;
      roughly = cold && round < ROUGH_ROUNDS;
      if (!rm_matcher_price (self, length, !roughly, &n_found, error))
        return FALSE;
      round++;
      if ((cold && round == PURGE_ROUND) || has_too_many_arcs (self, &n_purges))
        rm_matcher_purge_arcs (self, MAX (self->greatest / PURGE_SHARE, 1));
      certified = n_found == 0
                  && !roughly
                  && (radius == G_MAXINT64 || rm_matcher_is_settled (self));
    }

  return TRUE;
}

gboolean
rm_matcher_solve (RmMatcher *self,
                  RmProgressFunc progress,
                  gpointer data,
                  GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->ticker = (RmTicker) { .func = progress, .data = data };
  if (self->too_many)
    {
      g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_LIMIT,
                   "more than %u people on one side", MAX_PEOPLE);
      return FALSE;
    }
  if (!check_locks (self, error))
    return FALSE;

  return self->mode == RM_MODE_WEAKEST ? rm_matcher_solve_weakest (self, error)
                                       : rm_matcher_solve_view (self, error);
}

/* The price u − p of a mentee is split: u pays for another place, p is the rest of the bonus. Only
 * a mentee without any place needs both. */
static void
split_price (const RmMatcher *self,
             guint mentee,
             RmCertificate *certificate)
{
  gint64 price = self->sides[RM_MENTEES].price[mentee];
  gint64 bonus = self->has_lock[mentee] ? 0 : self->bonus;

  if (self->sides[RM_MENTEES].left[mentee] > 0)
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

static int
compare_bounds (gconstpointer a,
                gconstpointer b)
{
  return rm_place_compare (&((const RmBoundDual *) a)->place, &((const RmBoundDual *) b)->place);
}

/* The excess of a chosen pair over its prices is the price of not choosing it twice. */
static void
list_bounds (const RmMatcher *self,
             RmCertificate *certificate)
{
  const RmMatchSide *mentees = &self->sides[RM_MENTEES];
  const gint64 *mentor_price = self->sides[RM_MENTORS].price;
  g_autoptr (GArray) bounds = g_array_new (FALSE, FALSE, sizeof (RmBoundDual));

  for (guint i = 0; i < mentees->n; i++)
    for (guint k = 0; k < mentees->used[i]; k++)
      {
        RmArc arc = rm_match_side_partners (mentees, i)[k];
        RmBoundDual bound = { { i, arc.other }, arc.score };

        bound.price -= mentees->price[i] + mentor_price[arc.other];
        if (bound.price > 0)
          g_array_append_val (bounds, bound);
      }
  g_array_sort (bounds, compare_bounds);
  certificate->n_bounds = bounds->len;
  certificate->bounds = (RmBoundDual *) (gpointer) g_array_free (g_steal_pointer (&bounds), FALSE);
}

/* People without places cannot be chosen, so a price that rules them out costs nothing. */
static RmCertificate *
new_certificate (const RmMatcher *self)
{
  const RmMatchSide *mentees = &self->sides[RM_MENTEES];
  const RmMatchSide *mentors = &self->sides[RM_MENTORS];
  RmCertificate *certificate = g_new0 (RmCertificate, 1);

  certificate->bonus = self->bonus;
  certificate->floor = self->floor;
  certificate->n_mentees = mentees->n;
  certificate->n_mentors = mentors->n;
  certificate->mentee_price = g_new (gint64, mentees->n + 1);
  certificate->mentee_cover = g_new (gint64, mentees->n + 1);
  certificate->mentor_price = g_memdup2 (mentors->price, sizeof (gint64) * (mentors->n + 1));
  for (guint j = 0; j < mentors->n; j++)
    if (mentors->left[j] == 0)
      certificate->mentor_price[j] = self->bonus + self->greatest;
  for (guint i = 0; i < mentees->n; i++)
    split_price (self, i, certificate);
  list_bounds (self, certificate);
  rm_matcher_add_covers (self, certificate);

  return certificate;
}

RmSolution *
rm_matcher_new_solution (const RmMatcher *self)
{
  const RmMatchSide *mentees = &self->sides[RM_MENTEES];
  RmSolution *solution = g_new0 (RmSolution, 1);
  gsize n = self->n_locks;

  for (guint i = 0; i < mentees->n; i++)
    n += mentees->used[i];
  solution->pairs = copy_places (self->locks, self->n_locks, (guint) n);
  solution->n_pairs = self->n_locks;
  for (guint i = 0; i < mentees->n; i++)
    {
      for (guint k = 0; k < mentees->used[i]; k++)
        solution->pairs[solution->n_pairs++]
          = (RmPlace) { i, rm_match_side_partners (mentees, i)[k].other };
      solution->n_paired += self->has_lock[i] || mentees->used[i] > 0;
    }
  qsort (solution->pairs, solution->n_pairs, sizeof (RmPlace), rm_place_compare);
  for (guint k = 0; k < solution->n_pairs; k++)
    {
      RmPlace place = solution->pairs[k];
      gint64 score = self->source.get_score (self->source.data, place.mentee, place.mentor);

      solution->total += score;
      solution->lowest = k == 0 ? score : MIN (solution->lowest, score);
    }
  solution->certificate = new_certificate (self);

  return solution;
}
