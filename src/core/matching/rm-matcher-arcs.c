/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-matcher-private.h"

/* Candidates and pairs: each is kept on both sides. */

gboolean
rm_matcher_is_banned (const RmMatcher *self,
                      guint mentee,
                      guint mentor)
{
  for (guint k = self->banned_first[mentee]; k < self->banned_first[mentee + 1]; k++)
    if (self->banned[k].mentor == mentor)
      return TRUE;

  return FALSE;
}

void
rm_arcs_append (RmArcs *self,
                guint other,
                gint32 score)
{
  if (self->n == self->size)
    {
      self->size = self->size < 8 ? 8 : self->size + self->size / 2;
      self->items = g_renew (RmArc, self->items, self->size);
    }
  self->items[self->n++] = (RmArc) { other, score };
}

/* For a pair not on any list yet. */
void
rm_matcher_append_arc (RmMatcher *self,
                       guint mentee,
                       guint mentor,
                       gint32 score)
{
  rm_arcs_append (&self->sides[RM_MENTEES].arcs[mentee], mentor, score);
  rm_arcs_append (&self->sides[RM_MENTORS].arcs[mentor], mentee, score);
  self->sides[RM_MENTEES].listed[mentee] = TRUE;
  self->n_arcs++;
}

/* Returns whether it is new. */
gboolean
rm_matcher_add_arc (RmMatcher *self,
                    guint mentee,
                    guint mentor,
                    gint32 score)
{
  const RmArcs *arcs = &self->sides[RM_MENTEES].arcs[mentee];

  for (guint k = 0; k < arcs->n; k++)
    if (arcs->items[k].other == mentor)
      return FALSE;

  rm_matcher_append_arc (self, mentee, mentor, score);
  return TRUE;
}

static void
remove_from (RmArcs *self,
             guint other)
{
  for (guint k = 0; k < self->n; k++)
    if (self->items[k].other == other)
      {
        self->items[k] = self->items[--self->n];
        return;
      }
}

void
rm_matcher_remove_arc (RmMatcher *self,
                       guint mentee,
                       guint mentor)
{
  remove_from (&self->sides[RM_MENTEES].arcs[mentee], mentor);
  remove_from (&self->sides[RM_MENTORS].arcs[mentor], mentee);
  self->n_arcs--;
}

static void
add_partner (RmMatchSide *self,
             guint node,
             guint other,
             gint32 score)
{
  rm_match_side_partners (self, node)[self->used[node]++] = (RmArc) { other, score };
}

static gint32
remove_partner (RmMatchSide *self,
                guint node,
                guint other)
{
  RmArc *partners = rm_match_side_partners (self, node);
  guint last = --self->used[node];
  guint at = 0;
  gint32 score = 0;

  while (at < last && partners[at].other != other)
    at++;
  score = partners[at].score;
  partners[at] = partners[last];

  return score;
}

void
rm_matcher_choose (RmMatcher *self,
                   guint mentee,
                   guint mentor,
                   gint32 score)
{
  add_partner (&self->sides[RM_MENTEES], mentee, mentor, score);
  add_partner (&self->sides[RM_MENTORS], mentor, mentee, score);
}

/* Returns the pair's score. */
gint32
rm_matcher_drop (RmMatcher *self,
                 guint mentee,
                 guint mentor)
{
  remove_partner (&self->sides[RM_MENTORS], mentor, mentee);
  return remove_partner (&self->sides[RM_MENTEES], mentee, mentor);
}

static gboolean
are_partners (const RmMatcher *self,
              guint mentee,
              guint mentor)
{
  const RmMatchSide *mentees = &self->sides[RM_MENTEES];
  const RmArc *partners = rm_match_side_partners (mentees, mentee);

  for (guint k = 0; k < mentees->used[mentee]; k++)
    if (partners[k].other == mentor)
      return TRUE;

  return FALSE;
}

/* Removes candidates from the lists of one side that are worth less, by more than @slack, than
 * their prices at the last check of all pairs. */
static gsize
purge_side (RmMatcher *self,
            int side,
            gint32 slack)
{
  RmMatchSide *own = &self->sides[side];
  const gint64 *others = self->sides[!side].priced;
  gsize n_left = 0;

  for (guint node = 0; node < own->n; node++)
    {
      RmArcs *arcs = &own->arcs[node];
      guint n = 0;

      for (guint k = 0; own->priced[node] != RM_PRICE_NEVER && k < arcs->n; k++)
        {
          RmArc arc = arcs->items[k];
          guint mentee = side == RM_MENTEES ? node : arc.other;
          guint mentor = side == RM_MENTEES ? arc.other : node;

          if (others[arc.other] == RM_PRICE_NEVER
              || own->priced[node] + others[arc.other] - arc.score <= slack
              || are_partners (self, mentee, mentor))
            arcs->items[n++] = arc;
        }
      if (own->priced[node] != RM_PRICE_NEVER)
        arcs->n = n;
      n_left += arcs->n;
    }

  return n_left;
}

/* Candidates that turned out too expensive make searches slow. They come back if prices move. */
void
rm_matcher_purge_arcs (RmMatcher *self,
                       gint32 slack)
{
  purge_side (self, RM_MENTEES, slack);
  self->n_arcs = purge_side (self, RM_MENTORS, slack);
}
