/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-matcher-private.h"
#include "core/matching/rm-radix-heap-private.h"

/* Pairs and prices are repaired one place at a time. A mentee with a free place of positive price,
 * or a mentor likewise, starts a search for the shortest path in reduced costs, alternating between
 * pairs to be made and pairs to be broken, to where it is cheapest to stop: at somebody on the
 * other side who takes one more pair, at somebody on the same side who gives one up, or at once,
 * with the place left empty. Prices of everybody nearer than the end move by the difference (Jonker
 * & Volgenant 1987; Dijkstra 1959). A chosen pair may be worth more than its prices: the excess is
 * the price of not choosing it twice.
 *
 * A mentee's first place is worth the bonus: giving up the last pair costs it. */

#define FAR G_MAXINT64
#define NOBODY G_MAXUINT32
#define MENTOR_BIT 0x80000000u

/* The first radius of a search, as a share of the greatest score, and how it grows. */
#define FIRST_RADIUS_SHARE 128
#define RADIUS_FACTOR 4

/* Bids in a chain, before the searches take over. */
#define MAX_BIDS 100

/* The shortest path to a node so far. */
typedef struct
{
  gint64 length;    /* FAR unless met */
  guint32 before;
  gint32 score;     /* of the pair with @before */
} Step;

struct _RmSearch
{
  Step *steps[2];
  guint32 *met;     /* with MENTOR_BIT: nodes whose steps to forget */
  guint n_met;
  guint32 *passed;  /* with MENTOR_BIT: nodes whose prices move */
  guint n_passed;
  RmRadixHeap heap;

  int side;         /* where the start is */
  guint start;
  gint64 end_length;
  guint end;        /* of either side, or NOBODY */
  int end_side;
};

RmSearch *
rm_search_new (RmMatcher *matcher)
{
  RmSearch *self = g_new0 (RmSearch, 1);
  gsize all = (gsize) matcher->sides[RM_MENTEES].n + matcher->sides[RM_MENTORS].n;

  for (int s = 0; s < 2; s++)
    {
      self->steps[s] = g_new (Step, matcher->sides[s].n + 1);
      for (guint k = 0; k < matcher->sides[s].n; k++)
        self->steps[s][k].length = FAR;
    }
  self->met = g_new (guint32, all + 1);
  self->passed = g_new (guint32, all + 1);

  return self;
}

void
rm_search_free (RmSearch *self)
{
  if (self == NULL)
    return;

  rm_radix_heap_free_buckets (&self->heap);
  g_free (self->steps[0]);
  g_free (self->steps[1]);
  g_free (self->met);
  g_free (self->passed);
  g_free (self);
}

static guint32
code_of (int side,
         guint node)
{
  return side == RM_MENTORS ? node | MENTOR_BIT : node;
}

static void
note_step (RmSearch *self,
           int side,
           guint node,
           guint before,
           gint32 score,
           gint64 length)
{
  Step *step = &self->steps[side][node];

  if (step->length == FAR)
    self->met[self->n_met++] = code_of (side, node);
  *step = (Step) { length, before, score };
}

static void
meet (RmSearch *self,
      int side,
      guint node,
      guint before,
      gint32 score,
      gint64 length)
{
  note_step (self, side, node, before, score, length);
  rm_radix_heap_push (&self->heap, length, code_of (side, node));
}

static void
end_at (RmSearch *self,
        int side,
        guint node,
        gint64 length)
{
  if (length >= self->end_length)
    return;

  self->end_length = length;
  self->end_side = side;
  self->end = node;
}

static gboolean
is_partner (const RmMatchSide *side,
            guint node,
            guint other)
{
  const RmArc *partners = rm_match_side_partners (side, node);

  for (guint k = 0; k < side->used[node]; k++)
    if (partners[k].other == other)
      return TRUE;

  return FALSE;
}

/* From a node of the starting side: pairs that could be made with the other side. */
static void
pass_own (RmSearch *self,
          RmMatcher *at,
          guint node,
          gint64 length)
{
  const RmMatchSide *own = &at->sides[self->side];
  const RmMatchSide *others = &at->sides[!self->side];
  const RmArc *arcs = own->arcs[node].items;
  const guint n_arcs = own->arcs[node].n;
  const gint64 *price = others->price;
  const Step *steps = self->steps[!self->side];
  const gint64 base = length + own->price[node];
  guint place = own->used[node] + (node == self->start);
  gboolean may_repeat = own->used[node] > 1 || node == self->start;

  end_at (self, self->side, node,
          base + rm_matcher_worth_of_place (at, self->side, node, place));
  for (guint k = 0; k < n_arcs; k++)
    {
      RmArc arc = arcs[k];
      gint64 through = base + price[arc.other] - arc.score;

      if (through >= self->end_length
          || through >= steps[arc.other].length
          || (may_repeat && is_partner (own, node, arc.other)))
        continue;
      meet (self, !self->side, arc.other, node, arc.score, through);
      if (rm_match_side_has_place (others, arc.other))
        {
          gint64 worth = rm_matcher_worth_of_place (at, !self->side, arc.other,
                                                    others->used[arc.other] + 1);

          end_at (self, !self->side, arc.other,
                  through + MAX (0, -others->price[arc.other] - worth));
        }
    }
}

/* From a node of the other side: pairs that could be broken for the one to be made. Most pairs are
 * worth exactly their prices, so that their other end is as near and need not wait in the queue. */
static void
pass_other (RmSearch *self,
            RmMatcher *at,
            guint node,
            gint64 length)
{
  const RmMatchSide *own = &at->sides[self->side];
  const RmMatchSide *others = &at->sides[!self->side];
  const RmArc *partners = rm_match_side_partners (others, node);
  Step *steps = self->steps[self->side];

  for (guint k = 0; k < others->used[node]; k++)
    {
      RmArc arc = partners[k];
      gint64 through = length + arc.score - own->price[arc.other] - others->price[node];

      if (through >= steps[arc.other].length || through >= self->end_length)
        continue;
      if (through > length)
        meet (self, self->side, arc.other, node, arc.score, through);
      else
        {
          note_step (self, self->side, arc.other, node, arc.score, through);
          self->passed[self->n_passed++] = code_of (self->side, arc.other);
          pass_own (self, at, arc.other, through);
        }
    }
}

static gboolean
find_path (RmSearch *self,
           RmMatcher *at,
           int side,
           guint start,
           gint64 radius,
           double fraction,
           GError **error)
{
  RmHeapItem item;

  self->side = side;
  self->start = start;
  self->end = NOBODY;
  self->end_length = radius;
  self->n_passed = 0;
  meet (self, side, start, NOBODY, 0, 0);
  while (rm_radix_heap_pop (&self->heap, &item) && item.key < self->end_length)
    {
      int at_side = (item.node & MENTOR_BIT) != 0;
      guint node = item.node & ~MENTOR_BIT;

      if (item.key != self->steps[at_side][node].length)
        continue;
      self->passed[self->n_passed++] = item.node;
      if (at_side == side)
        pass_own (self, at, node, item.key);
      else
        pass_other (self, at, node, item.key);
      if (!rm_ticker_tick (&at->ticker, 1 + at->sides[at_side].arcs[node].n, fraction, error))
        return FALSE;
    }

  return TRUE;
}

static void
move_prices (RmSearch *self,
             RmMatcher *at)
{
  for (guint k = 0; k < self->n_passed; k++)
    {
      int side = (self->passed[k] & MENTOR_BIT) != 0;
      guint node = self->passed[k] & ~MENTOR_BIT;
      gint64 rest = self->end_length - self->steps[side][node].length;

      at->sides[side].price[node] += side == self->side ? -rest : rest;
    }
}

static void
pair_up (RmMatcher *at,
         int side,
         guint own,
         guint other,
         gint32 score)
{
  if (side == RM_MENTEES)
    rm_matcher_choose (at, own, other, score);
  else
    rm_matcher_choose (at, other, own, score);
}

static void
part (RmMatcher *at,
      int side,
      guint own,
      guint other)
{
  if (side == RM_MENTEES)
    rm_matcher_drop (at, own, other);
  else
    rm_matcher_drop (at, other, own);
}

/* Pairs are broken along the path before any is made, so that nobody has more than their places. */
static void
flip_path (RmSearch *self,
           RmMatcher *at)
{
  int side = self->side;
  guint own = self->end;
  guint other = self->end;

  if (self->end == NOBODY)
    return;
  if (self->end_side == side)
    {
      if (own == self->start)
        return;
      other = self->steps[side][own].before;
      part (at, side, own, other);
    }
  for (;;)
    {
      Step step = self->steps[!side][other];

      own = step.before;
      if (own != self->start)
        part (at, side, own, self->steps[side][own].before);
      pair_up (at, side, own, other, step.score);
      if (own == self->start)
        return;
      other = self->steps[side][own].before;
    }
}

static void
forget (RmSearch *self)
{
  for (guint k = 0; k < self->n_met; k++)
    self->steps[(self->met[k] & MENTOR_BIT) != 0][self->met[k] & ~MENTOR_BIT].length = FAR;
  self->n_met = 0;
  rm_radix_heap_clear (&self->heap);
}

/* Whether a node with a place left asks more for it than it is worth empty. */
static gboolean
is_restless (const RmMatcher *self,
             int side,
             guint node)
{
  const RmMatchSide *own = &self->sides[side];

  return rm_match_side_has_place (own, node)
         && own->price[node] > -rm_matcher_worth_of_place (self, side, node, own->used[node] + 1);
}

/* Whether no search is left to do. */
gboolean
rm_matcher_is_settled (const RmMatcher *self)
{
  for (int side = 0; side < 2; side++)
    for (guint k = 0; k < self->sides[side].n; k++)
      if (is_restless (self, side, k))
        return FALSE;

  return TRUE;
}

/* Within a radius prices move by that much, and nodes that found no end wait. Returns whether any
 * do. */
static gboolean
settle_within (RmMatcher *self,
               int side,
               gint64 radius,
               double fraction,
               gboolean *waiting,
               GError **error)
{
  RmSearch *search = self->search;
  gboolean ok = TRUE;

  *waiting = FALSE;
  for (guint k = 0; ok && k < self->sides[side].n; k++)
    while (ok && is_restless (self, side, k))
      {
        gboolean found = FALSE;

        ok = find_path (search, self, side, k, radius, fraction, error);
        found = search->end != NOBODY;
        if (ok)
          {
            move_prices (search, self);
            flip_path (search, self);
          }
        forget (search);
        if (!found)
          {
            *waiting = TRUE;
            break;
          }
      }

  return ok;
}

/* The nearest ends are found first: a search with a limit does not queue nodes beyond it. */
static gboolean
settle (RmMatcher *self,
        int side,
        gint64 limit,
        double fraction,
        GError **error)
{
  gint64 radius = MAX (self->greatest / FIRST_RADIUS_SHARE, 1);
  gboolean waiting = TRUE;

  while (waiting && radius < limit)
    {
      if (!settle_within (self, side, radius, fraction, &waiting, error))
        return FALSE;
      radius = radius < FAR / RADIUS_FACTOR ? radius * RADIUS_FACTOR : FAR;
    }

  return !waiting || settle_within (self, side, limit, fraction, &waiting, error);
}

/* The least price that covers all of a mentee's pairs. Breaks pairs that it makes too expensive. */
static void
raise_price (RmMatcher *self,
             guint mentee)
{
  RmMatchSide *own = &self->sides[RM_MENTEES];
  const gint64 *mentor_price = self->sides[RM_MENTORS].price;
  const RmArcs *arcs = &own->arcs[mentee];
  const RmArc *partners = rm_match_side_partners (own, mentee);
  guint place = MAX (own->used[mentee], 1);
  gint64 price = MAX (own->price[mentee],
                      -rm_matcher_worth_of_place (self, RM_MENTEES, mentee, place));

  own->listed[mentee] = FALSE;
  if (own->left[mentee] == 0)
    return;
  for (guint k = 0; k < arcs->n; k++)
    {
      gint64 least = arcs->items[k].score - mentor_price[arcs->items[k].other];

      if (least > price && !is_partner (own, mentee, arcs->items[k].other))
        price = least;
    }

  own->price[mentee] = price;
  for (guint k = own->used[mentee]; k-- > 0;)
    if (partners[k].score - mentor_price[partners[k].other] < price)
      rm_matcher_drop (self, mentee, partners[k].other);
}

/* The two mentors on a mentee's list with the greatest excess over their prices. */
typedef struct
{
  gint64 best;    /* G_MININT64 without any */
  gint64 second;
  RmArc arc;      /* to the best; one with a place left if there are several */
} Bid;

static Bid
find_bid (const RmMatcher *self,
          guint mentee)
{
  const RmMatchSide *mentors = &self->sides[RM_MENTORS];
  const RmArcs *arcs = &self->sides[RM_MENTEES].arcs[mentee];
  Bid bid = { G_MININT64, G_MININT64, { NOBODY, 0 } };

  for (guint k = 0; k < arcs->n; k++)
    {
      RmArc arc = arcs->items[k];
      gint64 value = arc.score - mentors->price[arc.other];

      if (value > bid.best
          || (value == bid.best && rm_match_side_has_place (mentors, arc.other)))
        {
          bid.second = bid.best;
          bid.best = value;
          bid.arc = arc;
        }
      else if (value > bid.second)
        bid.second = value;
    }

  return bid;
}

/* One bid in an auction without a step (Bertsekas 1979; "augmenting row reduction" of Jonker &
 * Volgenant): the price of the best mentor rises to make it equal to the second best, and the
 * mentee who had the place must bid again. Among equals the place changes hands at the same price.
 * A pair worth more than its prices stays: only a search can tell how much more. Returns the mentee
 * who lost the place, or NOBODY. */
static guint
place_bid (RmMatcher *self,
           guint mentee)
{
  RmMatchSide *own = &self->sides[RM_MENTEES];
  RmMatchSide *mentors = &self->sides[RM_MENTORS];
  const gint64 least = -rm_matcher_worth_of_place (self, RM_MENTEES, mentee, 1);
  Bid bid = find_bid (self, mentee);
  guint loser = NOBODY;

  own->price[mentee] = MAX (bid.best, least);
  if (bid.best <= least || bid.arc.other == NOBODY)
    return NOBODY;

  if (!rm_match_side_has_place (mentors, bid.arc.other))
    {
      RmArc held = { NOBODY, 0 };

      if (mentors->left[bid.arc.other] != 1 || bid.second == G_MININT64)
        return NOBODY;
      held = *rm_match_side_partners (mentors, bid.arc.other);
      loser = held.other;
      if (held.score > own->price[loser] + mentors->price[bid.arc.other])
        return NOBODY;
      rm_matcher_drop (self, loser, bid.arc.other);
      own->price[mentee] = MAX (bid.second, least);
      mentors->price[bid.arc.other] += bid.best - own->price[mentee];
    }
  rm_matcher_choose (self, mentee, bid.arc.other, bid.arc.score);

  return loser;
}

static gboolean
hold_auction (RmMatcher *self,
              double fraction,
              GError **error)
{
  const RmMatchSide *own = &self->sides[RM_MENTEES];

  for (guint i = 0; i < own->n; i++)
    {
      guint bidder = i;
      guint n = 0;

      for (; n < MAX_BIDS && bidder != NOBODY; n++)
        bidder = own->used[bidder] == 0 && is_restless (self, RM_MENTEES, bidder)
                   ? place_bid (self, bidder)
                   : NOBODY;
      if (!rm_ticker_tick (&self->ticker, n, fraction, error))
        return FALSE;
    }

  return TRUE;
}

/* From any pairs and prices, and any additions to the lists, to the best pairing on the lists. */
gboolean
rm_matcher_repair (RmMatcher *self,
                   gint64 radius,
                   double fraction,
                   GError **error)
{
  RmMatchSide *mentees = &self->sides[RM_MENTEES];

  for (guint i = 0; i < mentees->n; i++)
    if (mentees->listed[i])
      raise_price (self, i);

  return hold_auction (self, fraction, error)
         && settle (self, RM_MENTEES, radius, fraction, error)
         && settle (self, RM_MENTORS, radius, fraction, error);
}
