/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-matcher-private.h"

/* Who is a candidate of whom, and who is paired with whom: each fact is kept on both sides. */

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

static void
append (RmArcs *self,
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

void
rm_arcs_remove (RmArcs *self,
                guint position)
{
  self->items[position] = self->items[--self->n];
}

/* Returns whether it is new. */
gboolean
rm_matcher_add_arc (RmMatcher *self,
                    guint mentee,
                    guint mentor,
                    gint32 score)
{
  RmArcs *arcs = &self->sides[RM_MENTEES].arcs[mentee];

  for (guint k = 0; k < arcs->n; k++)
    if (arcs->items[k].other == mentor)
      return FALSE;

  append (arcs, mentor, score);
  append (&self->sides[RM_MENTORS].arcs[mentor], mentee, score);
  self->sides[RM_MENTEES].listed[mentee] = TRUE;
  self->figures.n_arcs++;

  return TRUE;
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
