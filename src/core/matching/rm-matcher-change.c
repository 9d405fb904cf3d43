/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-matcher-private.h"

#include <string.h>

/* From one problem to the next: people who are still there keep prices, lists and pairs, as far as
 * they still make sense. Anything that may no longer hold is marked to be looked at again. */

#define GONE G_MAXUINT
typedef struct
{
  RmMatcher *self;
  RmMatchSide before[2];
  RmArcs *near_before;
  guint8 *had_lock;
  const guint *old_index[2];  /* of the new people; NULL if nobody came or went */
  guint *new_index[2];        /* of the old people; likewise */
  gboolean scores_kept;
} Change;

static guint
to_new (const Change *change,
        int side,
        guint old)
{
  return change->new_index[side] != NULL ? change->new_index[side][old] : old;
}

static void
invert (Change *change,
        int side)
{
  const guint *old_index = change->old_index[side];

  if (old_index == NULL)
    return;

  change->new_index[side] = g_new (guint, change->before[side].n + 1);
  for (guint k = 0; k < change->before[side].n; k++)
    change->new_index[side][k] = GONE;
  for (guint k = 0; k < change->self->sides[side].n; k++)
    if (old_index[k] < change->before[side].n)
      change->new_index[side][old_index[k]] = k;
}

static void
take_prices (Change *change,
             int side)
{
  const RmMatchSide *before = &change->before[side];
  RmMatchSide *now = &change->self->sides[side];

  for (guint old = 0; old < before->n; old++)
    {
      guint k = to_new (change, side, old);

      if (k == GONE || now->left[k] == 0)
        continue;
      now->price[k] = before->left[old] > 0 ? before->price[old] : 0;
      if (change->scores_kept && before->left[old] > 0)
        now->priced[k] = before->priced[old];
    }
}

/* The score of a pair that was looked at before, or RM_NO_CANDIDATE. */
static gint32
score_again (const Change *change,
             guint mentee,
             guint mentor,
             gint32 score)
{
  const RmMatcher *self = change->self;

  if (!change->scores_kept)
    score = (gint32) self->source.get_score (self->source.data, mentee, mentor);

  return score < self->floor || rm_matcher_is_banned (self, mentee, mentor) ? RM_NO_CANDIDATE
                                                                            : score;
}

static void
drop_banned_arcs (RmMatcher *self,
                  guint mentee)
{
  RmArcs *arcs = &self->sides[RM_MENTEES].arcs[mentee];
  RmArcs *near = &self->near[mentee];

  for (guint k = near->n; k-- > 0;)
    if (rm_matcher_is_banned (self, mentee, near->items[k].other))
      near->items[k] = near->items[--near->n];

  for (guint k = arcs->n; k-- > 0;)
    if (rm_matcher_is_banned (self, mentee, arcs->items[k].other))
      rm_matcher_remove_arc (self, mentee, arcs->items[k].other);
}

/* If nobody came or went and the scores are the same, lists are passed on whole. */
static void
hand_over_arcs (Change *change)
{
  for (int s = 0; s < 2; s++)
    {
      RmArcs *empty = change->self->sides[s].arcs;

      change->self->sides[s].arcs = change->before[s].arcs;
      change->before[s].arcs = empty;
    }
  rm_arcs_free_lists (change->self->near, change->self->sides[RM_MENTEES].n);
  change->self->near = g_steal_pointer (&change->near_before);
  for (guint k = 0; k < change->self->n_banned; k++)
    drop_banned_arcs (change->self, change->self->banned[k].mentee);
}

static void
take_arcs (Change *change)
{
  const RmMatchSide *before = &change->before[RM_MENTEES];

  change->self->n_arcs = 0;
  for (guint old = 0; old < before->n; old++)
    {
      guint i = to_new (change, RM_MENTEES, old);

      for (guint k = 0; i != GONE && k < before->arcs[old].n; k++)
        {
          RmArc arc = before->arcs[old].items[k];
          guint j = to_new (change, RM_MENTORS, arc.other);
          gint32 score = j != GONE ? score_again (change, i, j, arc.score) : RM_NO_CANDIDATE;

          if (score >= 0)
            rm_matcher_append_arc (change->self, i, j, score);
        }
    }
}

/* Near pairs stay near as long as scores are the same. */
static void
take_near (Change *change)
{
  for (guint old = 0; change->scores_kept && old < change->before[RM_MENTEES].n; old++)
    {
      guint i = to_new (change, RM_MENTEES, old);

      for (guint k = 0; i != GONE && k < change->near_before[old].n; k++)
        {
          RmArc near = change->near_before[old].items[k];
          guint j = to_new (change, RM_MENTORS, near.other);

          if (j != GONE && !rm_matcher_is_banned (change->self, i, j))
            rm_arcs_append (&change->self->near[i], j, near.score);
        }
    }
}

static void
take_pairs (Change *change)
{
  RmMatcher *self = change->self;
  const RmMatchSide *before = &change->before[RM_MENTEES];

  for (guint old = 0; old < before->n; old++)
    {
      guint i = to_new (change, RM_MENTEES, old);

      for (guint k = 0; i != GONE && k < before->used[old]; k++)
        {
          RmArc arc = rm_match_side_partners (before, old)[k];
          guint j = to_new (change, RM_MENTORS, arc.other);
          gint32 score = j != GONE ? score_again (change, i, j, arc.score) : RM_NO_CANDIDATE;

          if (score >= 0
              && rm_match_side_has_place (&self->sides[RM_MENTEES], i)
              && rm_match_side_has_place (&self->sides[RM_MENTORS], j))
            rm_matcher_choose (self, i, j, score);
          else
            self->sides[RM_MENTEES].listed[i] = TRUE;
        }
    }
}

/* A mentor who has places again, or is new, asks the price that mentees on its list would pay. */
static void
ask_price (RmMatcher *self,
           guint mentor)
{
  const gint64 *mentee_price = self->sides[RM_MENTEES].price;
  RmMatchSide *mentors = &self->sides[RM_MENTORS];
  gint64 price = 0;

  for (guint k = 0; k < mentors->arcs[mentor].n; k++)
    {
      RmArc arc = mentors->arcs[mentor].items[k];

      price = MAX (price, arc.score - mentee_price[arc.other]);
    }
  mentors->price[mentor] = price;
}

static void
list_changed (Change *change,
              const RmPlace *old_banned,
              guint n_old_banned)
{
  RmMatcher *self = change->self;
  RmMatchSide *mentees = &self->sides[RM_MENTEES];
  RmMatchSide *mentors = &self->sides[RM_MENTORS];

  for (guint k = 0; k < n_old_banned; k++)
    {
      guint i = to_new (change, RM_MENTEES, old_banned[k].mentee);

      if (i != GONE)
        {
          mentees->priced[i] = RM_PRICE_NEVER;
          mentees->listed[i] = TRUE;
        }
    }
  for (guint i = 0; i < mentees->n; i++)
    {
      guint old = change->old_index[RM_MENTEES] != NULL ? change->old_index[RM_MENTEES][i] : i;
      gboolean was_there = old < change->before[RM_MENTEES].n;

      if (mentees->left[i] > 0 && (!was_there || change->before[RM_MENTEES].left[old] == 0))
        mentees->price[i] = -rm_matcher_worth_of_place (self, RM_MENTEES, i, 1);
      mentees->listed[i] |= !change->scores_kept
                            || !was_there
                            || change->had_lock[old] != self->has_lock[i]
                            || change->before[RM_MENTEES].left[old] != mentees->left[i];
    }
  for (guint j = 0; j < mentors->n; j++)
    if (mentors->left[j] > 0 && mentors->priced[j] == RM_PRICE_NEVER && change->scores_kept)
      ask_price (self, j);
}

static gboolean
is_same_table (const Change *change)
{
  return change->scores_kept
         && change->old_index[RM_MENTEES] == NULL
         && change->old_index[RM_MENTORS] == NULL;
}

/* Whether earlier results are of any use: not in another mode, nor if people come first by less
 * than all scores, nor for a table whose greatest score is unknown. */
static gboolean
is_of_use (const RmMatcher *self,
           const Change *change,
           gboolean was_started,
           RmMode mode_before)
{
  return was_started
         && self->mode == mode_before
         && self->mode != RM_MODE_WEAKEST
         && (self->kernel != NULL || is_same_table (change))
         && (self->bonus == 0 || self->bonus > rm_matcher_count_places (self) * self->greatest);
}

void
rm_matcher_set_problem (RmMatcher *self,
                        const RmProblem *problem,
                        const RmMatcherChange *how)
{
  Change change = { .self = self, .scores_kept = how->scores_kept };
  g_autofree RmPlace *old_banned = NULL;
  g_autofree guint8 *had_lock = NULL;
  guint n_old_banned = 0;
  RmMode mode_before = self->mode;
  gboolean was_started = self->started;

  g_return_if_fail (self != NULL && problem != NULL && how != NULL);

  change.old_index[RM_MENTEES] = how->mentee_before;
  change.old_index[RM_MENTORS] = how->mentor_before;
  memcpy (change.before, self->sides, sizeof change.before);
  memset (self->sides, 0, sizeof self->sides);
  change.near_before = g_steal_pointer (&self->near);
  change.had_lock = had_lock = g_steal_pointer (&self->has_lock);
  old_banned = g_steal_pointer (&self->banned);
  n_old_banned = self->n_banned;

  rm_matcher_clear_problem (self);
  rm_matcher_take_problem (self, problem);
  if (!is_same_table (&change))
    rm_matcher_take_kernel (self);

  if (!self->too_many && is_of_use (self, &change, was_started, mode_before))
    {
      invert (&change, RM_MENTEES);
      invert (&change, RM_MENTORS);
      take_prices (&change, RM_MENTEES);
      take_prices (&change, RM_MENTORS);
      if (is_same_table (&change))
        hand_over_arcs (&change);
      else
        {
          take_arcs (&change);
          take_near (&change);
        }
      take_pairs (&change);
      list_changed (&change, old_banned, n_old_banned);
      self->started = self->has_lists = TRUE;
    }

  rm_arcs_free_lists (change.near_before, change.before[RM_MENTEES].n);
  rm_match_side_clear (&change.before[RM_MENTEES]);
  rm_match_side_clear (&change.before[RM_MENTORS]);
  g_free (change.new_index[RM_MENTEES]);
  g_free (change.new_index[RM_MENTORS]);
}

static RmArcs *
copy_lists (const RmArcs *lists,
            guint n)
{
  RmArcs *copy = g_new0 (RmArcs, n + 1);

  for (guint k = 0; k < n; k++)
    copy[k] = (RmArcs) {
      .items = g_memdup2 (lists[k].items, sizeof (RmArc) * lists[k].n),
      .n = lists[k].n,
      .size = lists[k].n,
    };

  return copy;
}

static void
copy_side (RmMatchSide *self,
           const RmMatchSide *from)
{
  const guint n = from->n;

  self->n = n;
  self->left = g_memdup2 (from->left, sizeof (int) * (n + 1));
  self->used = g_memdup2 (from->used, sizeof (guint) * (n + 1));
  self->first = g_memdup2 (from->first, sizeof (gsize) * (n + 2));
  self->partners = g_memdup2 (from->partners, sizeof (RmArc) * (from->first[n] + 1));
  self->price = g_memdup2 (from->price, sizeof (gint64) * (n + 1));
  self->priced = g_memdup2 (from->priced, sizeof (gint64) * (n + 1));
  self->listed = g_memdup2 (from->listed, n + 1);
  self->arcs = copy_lists (from->arcs, n);
}

RmMatcher *
rm_matcher_copy (const RmMatcher *self)
{
  RmMatcher *copy = g_new (RmMatcher, 1);

  *copy = *self;
  copy->search = NULL;
  copy->kernel = self->kernel != NULL ? rm_kernel_ref (self->kernel) : NULL;
  for (int s = 0; s < 2; s++)
    copy_side (&copy->sides[s], &self->sides[s]);
  for (guint c = 0; c < G_N_ELEMENTS (self->covers); c++)
    copy->covers[c] = g_memdup2 (self->covers[c],
                                 self->covers[c] != NULL ? self->sides[c % 2].n + 1 : 0);
  copy->near = copy_lists (self->near, self->sides[RM_MENTEES].n);
  copy->has_lock = g_memdup2 (self->has_lock, self->sides[RM_MENTEES].n + 1);
  copy->locks = g_memdup2 (self->locks, sizeof (RmPlace) * (self->n_locks + 1));
  copy->banned = g_memdup2 (self->banned, sizeof (RmPlace) * (self->n_banned + 1));
  copy->banned_first = g_memdup2 (self->banned_first,
                                  sizeof (guint) * (self->sides[RM_MENTEES].n + 2));

  return copy;
}
