/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-matcher-pass-private.h"

/* Nearly all time is spent here: finding the pairs of a tile of mentees that are worth more than
 * their prices, or, before there are prices, worth most. */

/* The most near pairs noted per mentee: with more, none is, and all pairs are looked at again. */
#define MAX_NEAR 256

/* Pairs looked at before there is a threshold. */
#define FIRST_LOOK 32

/* Prices beyond this distance from the base of a plane are beyond any score. */
#define MAX_OFFSET 16000

static gint32
clamp_excess (gint64 excess)
{
  return (gint32) CLAMP (excess, G_MININT32, G_MAXINT32);
}

static gboolean
has_places (const RmPass *pass,
            guint row_position,
            guint column_position)
{
  const RmMatchSide *sides = pass->matcher->sides;

  return sides[RM_MENTEES].left[pass->rows[row_position]] > 0
         && sides[RM_MENTORS].left[rm_pass_column (pass, column_position)] > 0;
}

/* Whether a mentee has no pair to look at. A plain table is read whole once, for its greatest. */
static gboolean
is_idle (const RmPass *pass,
         guint mentee)
{
  const RmMatchSide *mentees = &pass->matcher->sides[RM_MENTEES];

  if (pass->by_score)
    return pass->kernel != NULL && mentees->left[mentee] == 0;

  return mentees->left[mentee] == 0 || (pass->matcher->flat && mentees->priced[mentee] >= 0);
}

static gboolean
is_listed (const RmArcs *arcs,
           guint other)
{
  for (guint k = 0; k < arcs->n; k++)
    if (arcs->items[k].other == other)
      return TRUE;

  return FALSE;
}

/* A pair not above its prices yet, but maybe soon: from now on it is looked at by itself. */
static void
note_near (RmPassWorker *self,
           guint row_position,
           guint mentee,
           guint mentor,
           gint32 ceiling)
{
  RmArcs *near = &self->pass->matcher->near[mentee];

  if (self->pass->row_more[row_position] || near->n >= MAX_NEAR)
    {
      self->pass->row_more[row_position] = TRUE;
      g_clear_pointer (&near->items, g_free);
      near->n = near->size = 0;
    }
  else
    rm_arcs_append (near, mentor, ceiling);
}

/* One pair whose ceiling passed: the score itself where @exact, else to be computed if it matters.
 * Without prices the ceiling alone ranks it. */
static void
consider (RmPassWorker *self,
          guint row_position,
          guint column_position,
          gint64 ceiling,
          gboolean exact)
{
  RmPass *pass = self->pass;
  RmMatcher *at = pass->matcher;
  guint mentee = pass->rows[row_position];
  guint mentor = rm_pass_column (pass, column_position);
  RmFound *row = &pass->row_found[(gsize) row_position * pass->length];
  RmFound *column = &self->column_found[(gsize) column_position * pass->column_length];
  guint *row_n = &pass->row_n[row_position];
  guint *column_n = &self->column_n[column_position];
  gint64 prices = pass->by_score
                      ? 0
                      : at->sides[RM_MENTEES].price[mentee] + at->sides[RM_MENTORS].price[mentor];
  gboolean flat = at->flat && !pass->by_score;
  gint32 excess = clamp_excess ((flat ? 0 : ceiling) - prices);
  RmFound found = { 0, mentor, (gint32) ceiling };

  if (!pass->by_score && is_listed (&at->sides[RM_MENTEES].arcs[mentee], mentor))
    return;
  if (excess <= 0 && !pass->by_score)
    {
      if (!rm_matcher_is_banned (at, mentee, mentor))
        note_near (self, row_position, mentee, mentor, (gint32) ceiling);
      return;
    }

  found.rank = rm_found_rank (excess, mentee, mentor);
  if (!rm_shelf_has_room (row, *row_n, pass->length, &found)
      && !rm_shelf_has_room (column, *column_n, pass->column_length, &found))
    {
      pass->row_more[row_position] = TRUE;
      return;
    }
  if (rm_matcher_is_banned (at, mentee, mentor))
    return;
  if (!exact && pass->exactly)
    {
      gint64 score = at->source.get_score (at->source.data, mentee, mentor);

      if (score < at->floor)
        return;
      found.score = (gint32) score;
      excess = clamp_excess ((flat ? 0 : score) - prices);
      found.rank = rm_found_rank (excess, mentee, mentor);
      if (excess <= 0)
        {
          note_near (self, row_position, mentee, mentor, (gint32) score);
          return;
        }
    }

  if (!rm_shelf_keep (row, row_n, pass->length, &found))
    pass->row_more[row_position] = TRUE;
  found.other = mentee;
  rm_shelf_keep (column, column_n, pass->column_length, &found);
}

/* Prices of mentors that fit 16 bits, around @price. */
static void
set_base (RmPassWorker *self,
          gint64 price)
{
  const RmPass *pass = self->pass;
  const RmMatcher *at = pass->matcher;
  const RmMatchSide *mentors = &at->sides[RM_MENTORS];

  if (self->base_set && self->base_price == price)
    return;

  for (guint k = 0; k < pass->n_columns; k++)
    {
      guint mentor = rm_pass_column (pass, k);

      if (mentors->left[mentor] == 0)
        self->base[k] = RM_CEILING_NEVER;
      else if (at->flat)
        self->base[k] = mentors->priced[mentor] > 0 ? RM_CEILING_NEVER : G_MININT16;
      else
        self->base[k] = (gint16) CLAMP (mentors->priced[mentor] - pass->margin - price, G_MININT16,
                                       G_MAXINT16);
    }
  self->base_price = price;
  self->base_set = TRUE;
}

/* Prices lie around 0 and around the bonus: two planes serve nearly all mentees. */
static gint16
base_for (RmPassWorker *self,
          gint64 price)
{
  const RmMatcher *at = self->pass->matcher;

  if (at->flat)
    {
      set_base (self, 0);
      return 0;
    }
  if (ABS (price) <= MAX_OFFSET)
    set_base (self, 0);
  else if (ABS (price + at->bonus) <= MAX_OFFSET)
    set_base (self, at->bonus);
  else
    set_base (self, -price);

  return (gint16) (price + self->base_price);
}

gboolean
rm_pass_tick (RmPassWorker *self,
              gsize work)
{
  RmPass *pass = self->pass;

  if (g_atomic_int_get (&pass->stopped))
    return FALSE;
  if (self->number > 0)
    return TRUE;
  if (!rm_ticker_tick (&pass->matcher->ticker, work, self->fraction, &self->error))
    g_atomic_int_set (&pass->stopped, TRUE);

  return self->error == NULL;
}

/* Once a mentor's shelf is full, only pairs no worse than its last are added. */
static void
keep_in_column (RmPassWorker *self,
                guint column,
                guint mentee,
                RmFound *found)
{
  const guint length = self->pass->column_length;
  RmFound *shelf = &self->column_found[(gsize) column * length];

  found->other = mentee;
  rm_shelf_keep (shelf, &self->column_n[column], length, found);
  if (self->column_n[column] == length)
    self->base[column] = (gint16) (rm_found_excess (&shelf[length - 1]) - 1);
}

/* Without prices ceilings rank pairs. The threshold of a mentee is then the least on its shelf,
 * which rises quickly: the first look is at few. */
static void
consider_greatest (RmPassWorker *self,
                   guint row_position,
                   guint first)
{
  RmPass *pass = self->pass;
  const guint mentee = pass->rows[row_position];
  RmFound *row = &pass->row_found[(gsize) row_position * pass->length];
  guint *row_n = &pass->row_n[row_position];

  for (guint at = 0, n = FIRST_LOOK; at < RM_KERNEL_BLOCK; at += n, n = at)
    {
      gint16 least = *row_n == pass->length ? (gint16) (rm_found_excess (&row[pass->length - 1]) - 1)
                                            : RM_CEILING_NONE;
      guint n_selected = rm_kernel_select_either (
          pass->kernel, self->ceilings + at, self->base + first + at, least, n, self->selected);

      for (guint k = 0; k < n_selected; k++)
        {
          guint position = at + self->selected[k];
          guint column = first + position;
          guint mentor = rm_pass_column (pass, column);
          gint16 ceiling = self->ceilings[position];
          gboolean in_column = ceiling > self->base[column];
          RmFound found = { 0, mentor, ceiling };

          if (self->base[column] == RM_CEILING_NEVER
              || rm_matcher_is_banned (pass->matcher, mentee, mentor))
            continue;
          found.rank = rm_found_rank (ceiling, mentee, mentor);
          rm_shelf_keep (row, row_n, pass->length, &found);
          if (in_column)
            keep_in_column (self, column, mentee, &found);
        }
    }
}

static void
consider_violators (RmPassWorker *self,
                    guint row_position,
                    guint first,
                    gint16 offset)
{
  RmPass *pass = self->pass;
  guint n = rm_kernel_select (pass->kernel, self->ceilings, self->base + first, offset,
                              (gint16) (pass->matcher->floor - 1), RM_KERNEL_BLOCK, self->selected);

  for (guint k = 0; k < n; k++)
    consider (self, row_position, first + self->selected[k], self->ceilings[self->selected[k]],
              FALSE);
}

gboolean
rm_pass_look_by_kernel (RmPassWorker *self,
                        guint first_row,
                        guint n_rows)
{
  RmPass *pass = self->pass;
  const gint64 *prices = pass->matcher->sides[RM_MENTEES].priced;

  for (guint r = 0; r < n_rows; r++)
    if (!is_idle (pass, pass->rows[first_row + r]))
      rm_kernel_row_set (self->tile[r], pass->kernel, pass->rows[first_row + r]);
  for (guint first = 0, block = 0; first < pass->n_columns; first += RM_KERNEL_BLOCK, block++)
    for (guint r = 0; r < n_rows; r++)
      {
        guint mentee = pass->rows[first_row + r];

        if (is_idle (pass, mentee))
          continue;
        rm_kernel_fill (pass->kernel, self->tile[r], block, self->scratch, self->ceilings);
        if (pass->by_score)
          consider_greatest (self, first_row + r, first);
        else
          consider_violators (self, first_row + r, first, base_for (self, prices[mentee]));
        if (!rm_pass_tick (self, RM_KERNEL_BLOCK / 16))
          return FALSE;
      }

  return TRUE;
}

static gboolean
price_row_by_score (RmPassWorker *self,
                    guint row_position)
{
  RmPass *pass = self->pass;
  RmMatcher *at = pass->matcher;
  const RmMatchSide *mentors = &at->sides[RM_MENTORS];
  guint mentee = pass->rows[row_position];
  gint64 price = at->sides[RM_MENTEES].priced[mentee] - pass->margin;

  for (guint k = 0; k < pass->n_columns; k++)
    {
      guint mentor = rm_pass_column (pass, k);
      gint64 score = 0;

      if (mentors->left[mentor] == 0 && !pass->by_score)
        continue;
      score = at->source.get_score (at->source.data, mentee, mentor);
      if (score > RM_MAX_SCORE)
        g_atomic_int_set (&pass->too_large, TRUE);
      else if (score >= at->floor && has_places (pass, row_position, k)
               && (pass->by_score || (at->flat ? 0 : score) > price + mentors->priced[mentor]))
        consider (self, row_position, k, score, TRUE);
      self->greatest = MAX (self->greatest, (gint32) MIN (score, RM_MAX_SCORE));
      if (!rm_pass_tick (self, 1))
        return FALSE;
    }

  return TRUE;
}

gboolean
rm_pass_look_by_score (RmPassWorker *self,
                       guint first_row,
                       guint n_rows)
{
  for (guint r = first_row; r < first_row + n_rows; r++)
    if (!is_idle (self->pass, self->pass->rows[r]) && !price_row_by_score (self, r))
      return FALSE;

  return TRUE;
}
