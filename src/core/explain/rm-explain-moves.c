/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/explain/rm-explain-private.h"

/* Two best pairings may differ in many places for no reason. The differences fall into groups of
 * people without a changed pair between groups, and each group can be left unchanged by itself. A
 * group without either of the two people in question was best before and is best now, so both ways
 * are worth the same: it stays as it was. */

/* What a group gains by changing. */
typedef struct
{
  gint64 total;
  int n_paired;
} Gain;

typedef struct
{
  const RmProblem *problem;
  GArray *ended;       /* of RmPlace: before, and not after */
  GArray *made;        /* of RmPlace: after, and not before */
  guint *parents;      /* union-find: mentees, then mentors */
  Gain *gains;         /* by root */
} Moves;

static guint
find_root (Moves *self,
           guint node)
{
  while (self->parents[node] != node)
    {
      self->parents[node] = self->parents[self->parents[node]];
      node = self->parents[node];
    }

  return node;
}

static guint
root_of (Moves *self,
         RmPlace place)
{
  return find_root (self, place.mentee);
}

static void
join_all (Moves *self,
          GArray *places)
{
  guint n = self->problem->source->n_mentees;

  for (guint k = 0; k < places->len; k++)
    {
      RmPlace place = g_array_index (places, RmPlace, k);
      guint one = find_root (self, place.mentee);
      guint other = find_root (self, n + place.mentor);

      self->parents[MAX (one, other)] = MIN (one, other);
    }
}

static void
list_moves (Moves *self,
            const RmSolution *before,
            const RmSolution *after)
{
  guint b = 0;
  guint a = 0;

  while (b < before->n_pairs || a < after->n_pairs)
    {
      int order = b == before->n_pairs  ? 1
                  : a == after->n_pairs ? -1
                                        : rm_place_compare (&before->pairs[b], &after->pairs[a]);

      if (order < 0)
        g_array_append_val (self->ended, before->pairs[b]);
      else if (order > 0)
        g_array_append_val (self->made, after->pairs[a]);
      b += order <= 0;
      a += order >= 0;
    }
}

static void
add_scores (Moves *self,
            GArray *places,
            int sign)
{
  const RmScoreSource *source = self->problem->source;

  for (guint k = 0; k < places->len; k++)
    {
      RmPlace place = g_array_index (places, RmPlace, k);

      self->gains[root_of (self, place)].total
        += sign * source->get_score (source->data, place.mentee, place.mentor);
    }
}

/* Counts mentees who had no mentor and get one, and vice versa. */
static void
add_people (Moves *self,
            const RmSolution *solution,
            int sign)
{
  for (guint p = 0; p < solution->n_pairs; p++)
    if (p == 0 || solution->pairs[p - 1].mentee != solution->pairs[p].mentee)
      self->gains[root_of (self, solution->pairs[p])].n_paired += sign;
}

/* Groups that gain or lose move, and those of the two people in question. */
static gboolean
moves (Moves *self,
       RmPlace of,
       RmPlace place)
{
  guint root = root_of (self, of);
  const Gain *gain = &self->gains[root];
  gboolean counts_people = self->problem->mode != RM_MODE_TOTAL;

  return root == find_root (self, place.mentee)
         || root == find_root (self, self->problem->source->n_mentees + place.mentor)
         || gain->total != 0
         || (counts_people && gain->n_paired != 0);
}

static GArray *
put_together (Moves *self,
              const RmSolution *before,
              RmPlace place)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (RmPlace));
  guint e = 0;

  for (guint b = 0; b < before->n_pairs; b++)
    {
      RmPlace pair = before->pairs[b];
      gboolean differs = e < self->ended->len
                         && rm_place_compare (&g_array_index (self->ended, RmPlace, e), &pair) == 0;

      e += differs;
      if (!differs || !moves (self, pair, place))
        g_array_append_val (pairs, pair);
    }
  for (guint m = 0; m < self->made->len; m++)
    {
      RmPlace pair = g_array_index (self->made, RmPlace, m);

      if (moves (self, pair, place))
        g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, rm_place_compare);

  return pairs;
}

GArray *
rm_explain_keep_still (const RmProblem *problem,
                       const RmSolution *before,
                       const RmSolution *after,
                       RmPlace place)
{
  guint n = problem->source->n_mentees + problem->source->n_mentors;
  Moves self = {
    .problem = problem,
    .ended = g_array_new (FALSE, FALSE, sizeof (RmPlace)),
    .made = g_array_new (FALSE, FALSE, sizeof (RmPlace)),
    .parents = g_new (guint, n + 1),
    .gains = g_new0 (Gain, n + 1),
  };
  GArray *pairs = NULL;

  for (guint k = 0; k < n; k++)
    self.parents[k] = k;
  list_moves (&self, before, after);
  join_all (&self, self.ended);
  join_all (&self, self.made);
  add_scores (&self, self.ended, -1);
  add_scores (&self, self.made, 1);
  add_people (&self, before, -1);
  add_people (&self, after, 1);
  pairs = put_together (&self, before, place);

  g_array_unref (self.ended);
  g_array_unref (self.made);
  g_free (self.parents);
  g_free (self.gains);

  return pairs;
}
