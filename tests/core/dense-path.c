/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dense-private.h"

#include <string.h>

/* Places of mentees are inserted one at a time. Each time a shortest path in reduced costs leads
 * from the new place, alternating between pairs to be made and pairs to be broken, to where it is
 * cheapest to stop: at a mentor with a place left, at a mentee who gives one up, or at once, with
 * the new place left empty. Prices of all that was nearer than that end move by the difference
 * (Jonker & Volgenant 1987); a price for not choosing a pair twice is what a chosen pair's score
 * has above the prices of its two people, so it needs no storage.
 *
 * A mentee's first place is worth the bonus. Giving up the last one therefore costs it, and an end
 * there is that much farther. */

#define FAR G_MAXINT64
#define NOBODY G_MAXUINT

/* A mentor already reached: less than any key, so no path to it looks shorter. */
#define DONE (-1)

/* Mentors compare by twice their length, plus one where they are full: of equally near ones a place
 * left ends the search, where many scores are equal long before all tied mentors are seen. */
#define KEY_LENGTH(key) ((key) / 2)

typedef struct
{
  Dense *at;
  guint start;

  gint64 *untouched;      /* keys as they are before a search */
  gint64 *keys;           /* of each mentor, or DONE */
  gint64 *key_prices;     /* what a mentor's price and fullness add to its key */
  gint64 *final_lengths;  /* to each mentor reached */
  guint *mentee_before;   /* on the path to each mentor */
  guint *reached;         /* mentors, in order */
  guint n_reached;

  gint64 *mentee_lengths; /* FAR unless met */
  guint *mentor_before;   /* on the path to each mentee */
  guint *scanned;         /* mentees, in order */
  guint n_scanned;
  guint *pending;         /* mentees met and not scanned */
  guint n_pending;

  gint64 nearest_key;     /* of a mentor not yet reached, or a lower bound where stale */
  guint nearest;
  gboolean stale;

  gint64 end_length;
  guint end_mentee;
  guint end_mentor;
} Search;

static void
init_search (Search *self,
             Dense *at)
{
  *self = (Search) { .at = at };
  self->untouched = g_new (gint64, at->n_mentors + 1);
  self->keys = g_new (gint64, at->n_mentors + 1);
  self->key_prices = g_new (gint64, at->n_mentors + 1);
  self->final_lengths = g_new (gint64, at->n_mentors + 1);
  self->mentee_before = g_new (guint, at->n_mentors + 1);
  self->reached = g_new (guint, at->n_mentors + 1);
  self->mentee_lengths = g_new (gint64, at->n_mentees + 1);
  self->mentor_before = g_new (guint, at->n_mentees + 1);
  self->scanned = g_new (guint, at->n_mentees + 1);
  self->pending = g_new (guint, at->n_mentees + 1);

  for (guint j = 0; j < at->n_mentors; j++)
    self->untouched[j] = at->mentor_left[j] > 0 ? FAR : DONE;
  for (guint i = 0; i < at->n_mentees; i++)
    self->mentee_lengths[i] = FAR;
}

static void
clear_search (Search *self)
{
  g_free (self->untouched);
  g_free (self->keys);
  g_free (self->key_prices);
  g_free (self->final_lengths);
  g_free (self->mentee_before);
  g_free (self->reached);
  g_free (self->mentee_lengths);
  g_free (self->mentor_before);
  g_free (self->scanned);
  g_free (self->pending);
}

static gint64
bonus_of (const Dense *self,
          guint mentee)
{
  return self->has_lock[mentee] ? 0 : self->bonus;
}

static gint32 *
cell_at (const Dense *self,
         guint mentee,
         guint mentor)
{
  return &self->cells[(gsize) mentee * self->n_mentors + mentor];
}

static gboolean
has_place (const Dense *self,
           guint mentor)
{
  return self->mentor_pairs[mentor] < self->mentor_left[mentor];
}

static void
choose (Dense *self,
        guint mentee,
        guint mentor)
{
  gint32 *cell = cell_at (self, mentee, mentor);

  *cell = RM_CELL_CHOSEN (*cell);
  self->partners[mentor][self->mentor_pairs[mentor]++] = mentee;
  self->mentee_pairs[mentee]++;
}

static void
drop (Dense *self,
      guint mentee,
      guint mentor)
{
  gint32 *cell = cell_at (self, mentee, mentor);
  guint *partners = self->partners[mentor];
  int last = --self->mentor_pairs[mentor];

  *cell = RM_CELL_CHOSEN (*cell);
  for (int k = 0; k < last; k++)
    if (partners[k] == mentee)
      {
        partners[k] = partners[last];
        break;
      }
  self->mentee_pairs[mentee]--;
}

static void
meet (Search *self,
      guint mentee,
      guint mentor,
      gint64 length)
{
  if (length >= self->mentee_lengths[mentee])
    return;

  if (self->mentee_lengths[mentee] == FAR)
    self->pending[self->n_pending++] = mentee;
  self->mentee_lengths[mentee] = length;
  self->mentor_before[mentee] = mentor;
}

/* Returns the position of the nearest mentee in the list, or NOBODY. */
static guint
find_pending (const Search *self)
{
  guint best = NOBODY;

  for (guint k = 0; k < self->n_pending; k++)
    if (best == NOBODY
        || self->mentee_lengths[self->pending[k]] < self->mentee_lengths[self->pending[best]])
      best = k;

  return best;
}

static void
find_nearest (Search *self)
{
  guint64 least = FAR;

  self->nearest = NOBODY;
  for (guint j = 0; j < self->at->n_mentors; j++)
    if ((guint64) self->keys[j] < least)
      {
        least = (guint64) self->keys[j];
        self->nearest = j;
      }
  self->nearest_key = (gint64) least;
  self->stale = FALSE;
}

/* The one loop that all time is spent in: shorter ways to mentors through @mentee, and which
 * mentor is now the nearest. DONE is the greatest unsigned number, so it is never the least. */
static void
scan_row (Search *self,
          guint mentee,
          gint64 length)
{
  const gint32 *row = cell_at (self->at, mentee, 0);
  const gint64 *key_prices = self->key_prices;
  const gint64 base = 2 * (length + self->at->mentee_price[mentee]);
  const guint n = self->at->n_mentors;
  gint64 *keys = self->keys;
  guint64 least = FAR;
  guint nearest = NOBODY;

  for (guint j = 0; j < n; j++)
    {
      if (row[j] >= 0)
        {
          gint64 through = base + key_prices[j] - 2 * (gint64) row[j];

          if (through < keys[j])
            {
              keys[j] = through;
              self->mentee_before[j] = mentee;
            }
        }
      if ((guint64) keys[j] < least)
        {
          least = (guint64) keys[j];
          nearest = j;
        }
    }

  self->nearest_key = (gint64) least;
  self->nearest = nearest;
  self->stale = FALSE;
}

static void
scan_pending (Search *self,
              guint position)
{
  Dense *at = self->at;
  guint mentee = self->pending[position];
  gint64 length = self->mentee_lengths[mentee];
  int pairs = at->mentee_pairs[mentee] - (mentee == self->start ? 0 : 1);
  gint64 end = length + at->mentee_price[mentee] + (pairs == 0 ? bonus_of (at, mentee) : 0);

  self->pending[position] = self->pending[--self->n_pending];
  self->scanned[self->n_scanned++] = mentee;
  if (end < self->end_length)
    {
      self->end_length = end;
      self->end_mentee = mentee;
    }
  scan_row (self, mentee, length);
}

/* From a full mentor the path goes on through whoever could leave. */
static void
reach_mentor (Search *self,
              guint mentor)
{
  Dense *at = self->at;
  gint64 length = KEY_LENGTH (self->nearest_key);

  self->final_lengths[mentor] = length;
  self->keys[mentor] = DONE;
  self->reached[self->n_reached++] = mentor;
  self->stale = TRUE;

  for (int k = 0; k < at->mentor_pairs[mentor]; k++)
    {
      guint mentee = at->partners[mentor][k];
      gint64 score = RM_CELL_CHOSEN (*cell_at (at, mentee, mentor));

      meet (self, mentee, mentor,
            length + score - at->mentee_price[mentee] - at->mentor_price[mentor]);
    }
}

static void
begin (Search *self,
       guint start)
{
  const Dense *at = self->at;

  self->start = start;
  self->n_reached = self->n_scanned = self->n_pending = 0;
  self->nearest_key = 0;
  self->nearest = NOBODY;
  self->stale = TRUE;
  self->end_length = FAR;
  self->end_mentee = self->end_mentor = NOBODY;
  memcpy (self->keys, self->untouched, sizeof (gint64) * at->n_mentors);
  for (guint j = 0; j < at->n_mentors; j++)
    self->key_prices[j] = 2 * at->mentor_price[j] + !has_place (at, j);
  meet (self, start, NOBODY, 0);
}

static gboolean
find_path (Search *self,
           guint start,
           double fraction,
           GError **error)
{
  Dense *at = self->at;

  begin (self, start);
  for (;;)
    {
      guint next = find_pending (self);
      gint64 length = next != NOBODY ? self->mentee_lengths[self->pending[next]] : FAR;

      gint64 nearest_length = KEY_LENGTH (self->nearest_key);

      if (MIN (length, nearest_length) >= self->end_length)
        return TRUE;
      if (!rm_ticker_tick (&at->ticker, at->n_mentors, fraction, error))
        return FALSE;

      if (self->nearest != NOBODY && has_place (at, self->nearest) && nearest_length <= length)
        {
          self->end_length = nearest_length;
          self->end_mentor = self->nearest;
          return TRUE;
        }
      if (next != NOBODY && length <= nearest_length)
        scan_pending (self, next);
      else if (self->stale)
        find_nearest (self);
      else
        reach_mentor (self, self->nearest);
    }
}

static void
move_prices (Search *self)
{
  Dense *at = self->at;

  for (guint k = 0; k < self->n_scanned; k++)
    {
      guint mentee = self->scanned[k];

      at->mentee_price[mentee] -= self->end_length - self->mentee_lengths[mentee];
    }
  for (guint k = 0; k < self->n_reached; k++)
    {
      guint mentor = self->reached[k];

      at->mentor_price[mentor] += self->end_length - self->final_lengths[mentor];
    }
}

static void
flip_path (Search *self)
{
  guint mentor = self->end_mentor;

  if (mentor == NOBODY)
    {
      if (self->end_mentee == self->start)
        return;
      mentor = self->mentor_before[self->end_mentee];
      drop (self->at, self->end_mentee, mentor);
    }

  for (guint mentee = self->mentee_before[mentor];; mentee = self->mentee_before[mentor])
    {
      guint before = self->mentor_before[mentee];

      if (mentee != self->start)
        drop (self->at, mentee, before);
      choose (self->at, mentee, mentor);
      if (mentee == self->start)
        return;
      mentor = before;
    }
}

static void
forget_lengths (Search *self)
{
  for (guint k = 0; k < self->n_scanned; k++)
    self->mentee_lengths[self->scanned[k]] = FAR;
  for (guint k = 0; k < self->n_pending; k++)
    self->mentee_lengths[self->pending[k]] = FAR;
}

/* The least price that covers all of a mentee's pairs: what a first search may start from. */
static void
set_first_price (Dense *self,
                 guint mentee)
{
  const gint32 *row = cell_at (self, mentee, 0);
  gint64 price = -bonus_of (self, mentee);

  for (guint j = 0; j < self->n_mentors; j++)
    if (row[j] >= 0)
      price = MAX (price, row[j] - self->mentor_price[j]);
  self->mentee_price[mentee] = price;
}

/* First places of all mentees come before second ones: the bonus then needs no detours. A mentee
 * who has left a place empty has no use for another, nor has one whose price is not above 0: the
 * bonus alone pays for the place there is. */
static gboolean
wants_place (const Dense *self,
             guint mentee,
             int round)
{
  if (self->mentee_left[mentee] <= round || self->mentee_pairs[mentee] < round)
    return FALSE;

  return round == 0 || self->mentee_price[mentee] > 0;
}

gboolean
dense_fill (Dense *self,
                    GError **error)
{
  Search search;
  gboolean ok = TRUE;
  guint left = self->n_mentees;

  init_search (&search, self);
  for (int round = 0; ok && left > 0; round++)
    {
      left = 0;
      for (guint i = 0; ok && i < self->n_mentees; i++)
        {
          double fraction = round == 0 ? 0.1 + 0.9 * i / self->n_mentees : 1.0;

          if (!wants_place (self, i, round))
            continue;
          left++;
          if (round == 0)
            set_first_price (self, i);
          ok = find_path (&search, i, fraction, error);
          if (ok)
            {
              move_prices (&search);
              flip_path (&search);
            }
          forget_lengths (&search);
        }
    }
  clear_search (&search);

  return ok;
}
