/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-matcher-private.h"

/* Most people first, then the highest lowest score, then the total. To find how many people can be
 * paired with pairs from some score up, all scores count the same, and the prices become a cover,
 * as small as the number of people (Kőnig 1931). Bisection finds the highest score from which as
 * many can be paired as with all pairs; the cover for one point more is smaller, and proves it. The
 * total is then a matter of the pairs from there up. */

/* The state before a probe: the first lists, and no prices yet. */
static RmMatcher *
new_probe (const RmMatcher *base,
           gint32 floor)
{
  RmMatcher *probe = rm_matcher_copy (base);

  probe->mode = RM_MODE_PEOPLE;
  probe->flat = TRUE;
  probe->floor = floor;
  for (int s = 0; s < 2; s++)
    for (guint k = 0; k < probe->sides[s].n; k++)
      {
        RmArcs *arcs = &probe->sides[s].arcs[k];
        guint n = 0;

        for (guint a = 0; a < arcs->n; a++)
          if (arcs->items[a].score >= floor)
            arcs->items[n++] = (RmArc) { arcs->items[a].other, 0 };
        arcs->n = n;
        if (probe->sides[s].left[k] > 0)
          probe->sides[s].priced[k] = RM_PRICE_NEVER;
      }

  return probe;
}

/* Mentees without a locked pair who get a mentor; the others have one in any case. */
static guint
count_people (const RmMatcher *self)
{
  const RmMatchSide *mentees = &self->sides[RM_MENTEES];
  guint n = 0;

  for (guint i = 0; i < mentees->n; i++)
    n += !self->has_lock[i] && mentees->used[i] > 0;

  return n;
}

/* People without places are in the cover at no cost. */
static void
take_cover (RmMatcher *self,
            const RmMatcher *probe,
            guint8 **cover)
{
  for (int s = 0; s < 2; s++)
    {
      const RmMatchSide *side = &probe->sides[s];

      g_free (cover[s]);
      cover[s] = g_new0 (guint8, side->n + 1);
      for (guint k = 0; k < side->n; k++)
        cover[s][k] = side->left[k] == 0 || side->price[k] >= (s == RM_MENTEES ? 0 : 1);
    }
  for (guint i = 0; i < probe->sides[RM_MENTEES].n; i++)
    if (self->has_lock[i])
      cover[RM_MENTEES][i] = TRUE;
}

static gboolean
probe (RmMatcher *self,
       const RmMatcher *base,
       gint32 floor,
       guint8 **cover,
       guint *n_people,
       GError **error)
{
  g_autoptr (RmMatcher) at = new_probe (base, floor);

  at->ticker = self->ticker;
  if (!rm_matcher_solve_view (at, error))
    return FALSE;

  *n_people = count_people (at);
  take_cover (self, at, cover);
  self->ticker = at->ticker;

  return TRUE;
}

static void
clear_cover (guint8 **cover)
{
  g_clear_pointer (&cover[RM_MENTEES], g_free);
  g_clear_pointer (&cover[RM_MENTORS], g_free);
}

static gboolean
find_floor (RmMatcher *self,
            const RmMatcher *base,
            gint32 *floor,
            GError **error)
{
  guint8 *cover[2] = { NULL, NULL };
  gint32 low = 0;
  gint32 high = base->greatest + 1;
  guint n_people = 0;
  guint n = 0;
  gboolean ok = probe (self, base, 0, &self->covers[0], &n_people, error);

  while (ok && n_people > 0 && high - low > 1)
    {
      gint32 middle = low + (high - low) / 2;

      ok = probe (self, base, middle, cover, &n, error);
      if (ok && n == n_people)
        low = middle;
      else
        {
          high = middle;
          clear_cover (&self->covers[2]);
          self->covers[2] = g_steal_pointer (&cover[0]);
          self->covers[3] = g_steal_pointer (&cover[1]);
        }
    }
  if (ok && n_people > 0 && self->covers[2] == NULL)
    ok = probe (self, base, high, &self->covers[2], &n, error);
  clear_cover (cover);
  *floor = low;

  return ok;
}

gboolean
rm_matcher_solve_weakest (RmMatcher *self,
                          GError **error)
{
  g_autoptr (RmMatcher) base = NULL;
  gint32 floor = 0;

  if (self->started)
    return rm_matcher_solve_view (self, error);
  if (!self->has_lists && !rm_matcher_start_lists (self, RM_FIRST_LENGTH, error))
    return FALSE;

  self->has_lists = TRUE;
  base = rm_matcher_copy (self);
  if (!find_floor (self, base, &floor, error))
    return FALSE;

  self->floor = floor;
  for (guint i = 0; i < self->sides[RM_MENTEES].n; i++)
    for (guint k = self->sides[RM_MENTEES].arcs[i].n; k-- > 0;)
      if (self->sides[RM_MENTEES].arcs[i].items[k].score < floor)
        rm_matcher_remove_arc (self, i, self->sides[RM_MENTEES].arcs[i].items[k].other);

  return rm_matcher_solve_view (self, error);
}

void
rm_matcher_add_covers (const RmMatcher *self,
                       RmCertificate *certificate)
{
  const gsize n = self->sides[RM_MENTEES].n + 1;
  const gsize m = self->sides[RM_MENTORS].n + 1;

  if (self->mode != RM_MODE_WEAKEST)
    return;

  certificate->mentee_cover_all = g_memdup2 (self->covers[0], n);
  certificate->mentor_cover_all = g_memdup2 (self->covers[1], m);
  if (self->covers[2] == NULL)
    return;

  certificate->mentee_cover_above = g_memdup2 (self->covers[2], n);
  certificate->mentor_cover_above = g_memdup2 (self->covers[3], m);
}
