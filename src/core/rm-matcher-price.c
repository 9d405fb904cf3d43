/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-matcher-private.h"

#include <string.h>

/* All pairs are held against the prices without being kept. Threads take mentees in tiles; each
 * mentee's worst violators belong to one thread, each mentor's are gathered by each thread apart
 * and merged. What is kept follows a total order, so that it does not depend on who looked first. */

/* Mentees a thread takes at a time, and holds against one block of mentors after the other. */
#define TILE 32

/* Fewer pairs than this are not worth a second thread. */
#define MIN_SHARED_WORK 400000

/* Near pairs of a mentee that are worth noting: of more, none is, and all pairs are looked at
 * again. */
#define MAX_NEAR 256

/* How many pairs are looked at before there is a threshold. */
#define FIRST_LOOK 64

/* The margin within which pairs are noted: this part of the greatest score. */
#define MARGIN_SHARE 400

/* How many common moves of prices are tried, less one. */
#define N_SHIFTS 16

/* Prices beyond this distance from the base of a plane are beyond any score. */
#define MAX_OFFSET 16000

typedef struct
{
  gint32 excess;   /* by how much the score is above the prices; or the score itself */
  guint32 hash;    /* so that equals spread */
  guint32 other;
  gint32 score;
} Found;

/* The @n worst of somebody, the worst first; the array has room for the length of the pass. */
typedef struct
{
  Found *items;
  guint *n;
} Shelf;

typedef struct
{
  RmMatcher *matcher;
  guint length;             /* of a mentee's shelf */
  guint column_length;      /* of a mentor's */
  gboolean by_score;        /* no prices yet: the greatest scores are wanted */
  gboolean exactly;         /* else ceilings rank, and only what is kept is scored */
  gint32 margin;            /* pairs that are short of their prices by less are noted */
  const guint32 *rows;
  guint n_rows;
  const guint32 *columns;   /* NULL for all */
  guint n_columns;
  RmKernel *kernel;         /* of these columns; NULL for a plain table */

  Found *row_found;         /* @length for each of @rows */
  guint *row_n;
  guint8 *row_more;         /* whether some may have been left out */
  int next_row;             /* atomic */
  int stopped;              /* atomic */
  int too_large;            /* atomic: a score beyond RM_MAX_SCORE was seen */
} Pass;

typedef struct
{
  Pass *pass;
  GThread *thread;
  gboolean leads;           /* the calling thread: it alone reports progress */
  double fraction;
  GError *error;

  Found *column_found;
  guint *column_n;
  RmKernelRow *tile[TILE];
  guint8 *memory;
  guint8 *scratch;
  gint16 *ceilings;
  gint16 *base;             /* prices of mentors less @base_price, as far as they fit */
  gint64 base_price;
  gboolean base_set;
  guint16 *selected;
  gint32 greatest;
  guint64 n_priced;
  guint64 n_scored;
} Worker;

static guint32
hash_pair (guint mentee,
           guint mentor)
{
  guint32 hash = mentee * 0x9e3779b1u ^ mentor * 0x85ebca77u;

  hash ^= hash >> 15;
  hash *= 0x2c1b3c6du;
  return hash ^ hash >> 13;
}

static gboolean
is_worse (const Found *a,
          const Found *b)
{
  if (a->excess != b->excess)
    return a->excess > b->excess;
  if (a->hash != b->hash)
    return a->hash < b->hash;

  return a->other < b->other;
}

/* Returns FALSE where one had to be left out. */
static gboolean
keep (Found *shelf,
      guint *n,
      guint length,
      const Found *found)
{
  gboolean full = *n == length;
  guint at = 0;

  if (full && !is_worse (found, &shelf[length - 1]))
    return FALSE;

  at = full ? length - 1 : (*n)++;
  for (; at > 0 && is_worse (found, &shelf[at - 1]); at--)
    shelf[at] = shelf[at - 1];
  shelf[at] = *found;

  return !full;
}

static guint
column_at (const Pass *pass,
           guint position)
{
  return pass->columns != NULL ? pass->columns[position] : position;
}

static gint32
clamp_excess (gint64 excess)
{
  return (gint32) CLAMP (excess, G_MININT32, G_MAXINT32);
}

static gboolean
has_places (const Pass *pass,
            guint row_position,
            guint column_position)
{
  const RmMatchSide *sides = pass->matcher->sides;

  return sides[RM_MENTEES].left[pass->rows[row_position]] > 0
         && sides[RM_MENTORS].left[column_at (pass, column_position)] > 0;
}

/* Whether a mentee has no pair to look at. A plain table is read whole once, for its greatest. */
static gboolean
is_idle (const Pass *pass,
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

/* A pair that no price is below yet, but may soon be: it is looked at by itself from now on. */
static void
note_near (Worker *self,
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
consider (Worker *self,
          guint row_position,
          guint column_position,
          gint64 ceiling,
          gboolean exact)
{
  Pass *pass = self->pass;
  RmMatcher *at = pass->matcher;
  guint mentee = pass->rows[row_position];
  guint mentor = column_at (pass, column_position);
  Found *row = &pass->row_found[(gsize) row_position * pass->length];
  Found *column = &self->column_found[(gsize) column_position * pass->column_length];
  guint *row_n = &pass->row_n[row_position];
  guint *column_n = &self->column_n[column_position];
  gint64 prices = pass->by_score ? 0
                                 : at->sides[RM_MENTEES].price[mentee]
                                     + at->sides[RM_MENTORS].price[mentor];
  gboolean flat = at->flat && !pass->by_score;
  Found found = {
    .excess = clamp_excess ((flat ? 0 : ceiling) - prices),
    .other = mentor,
    .score = (gint32) ceiling,
  };

  if (!pass->by_score && is_listed (&at->sides[RM_MENTEES].arcs[mentee], mentor))
    return;
  if (found.excess <= 0 && !pass->by_score)
    {
      if (!rm_matcher_is_banned (at, mentee, mentor))
        note_near (self, row_position, mentee, mentor, (gint32) ceiling);
      return;
    }

  found.hash = hash_pair (mentee, mentor);
  if (*row_n == pass->length && !is_worse (&found, &row[pass->length - 1])
      && *column_n == pass->column_length
      && !is_worse (&found, &column[pass->column_length - 1]))
    {
      pass->row_more[row_position] = TRUE;
      return;
    }
  if (rm_matcher_is_banned (at, mentee, mentor))
    return;
  if (!exact && pass->exactly)
    {
      gint64 score = at->source.get_score (at->source.data, mentee, mentor);

      self->n_scored++;
      if (score < at->floor)
        return;
      found.score = (gint32) score;
      found.excess = clamp_excess ((flat ? 0 : score) - prices);
      if (found.excess <= 0)
        {
          note_near (self, row_position, mentee, mentor, (gint32) score);
          return;
        }
    }

  if (!keep (row, row_n, pass->length, &found))
    pass->row_more[row_position] = TRUE;
  found.other = mentee;
  keep (column, column_n, pass->column_length, &found);
}

/* Prices of mentors as far as they fit 16 bits, around @price. */
static void
set_base (Worker *self,
          gint64 price)
{
  const Pass *pass = self->pass;
  const RmMatcher *at = pass->matcher;
  const RmMatchSide *mentors = &at->sides[RM_MENTORS];

  if (self->base_set && self->base_price == price)
    return;

  for (guint k = 0; k < pass->n_columns; k++)
    {
      guint mentor = column_at (pass, k);

      if (mentors->left[mentor] == 0)
        self->base[k] = RM_CEILING_NEVER;
      else if (at->flat)
        self->base[k] = mentors->priced[mentor] > 0 ? RM_CEILING_NEVER : G_MININT16;
      else
        self->base[k] = (gint16) CLAMP (mentors->priced[mentor] - pass->margin - price,
                                        G_MININT16, G_MAXINT16);
    }
  self->base_price = price;
  self->base_set = TRUE;
}

/* Prices lie around 0 and around the bonus: two planes serve nearly all mentees. */
static gint16
base_for (Worker *self,
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

static gboolean
tick (Worker *self,
      gsize work)
{
  Pass *pass = self->pass;

  if (g_atomic_int_get (&pass->stopped))
    return FALSE;
  if (!self->leads)
    return TRUE;
  if (!rm_ticker_tick (&pass->matcher->ticker, work, self->fraction, &self->error))
    g_atomic_int_set (&pass->stopped, TRUE);

  return self->error == NULL;
}

/* Without prices the threshold of a mentee is the least score on its shelf, which rises quickly:
 * the first look is at few. */
static void
consider_greatest (Worker *self,
                   guint row_position,
                   guint first)
{
  Pass *pass = self->pass;
  const Found *row = &pass->row_found[(gsize) row_position * pass->length];

  for (guint at = 0, n = FIRST_LOOK; at < RM_KERNEL_BLOCK; at += n, n = at)
    {
      gboolean full = pass->row_n[row_position] == pass->length;
      gint16 least = full ? (gint16) (row[pass->length - 1].excess - 1) : RM_CEILING_NONE;
      guint n_selected = rm_kernel_select_either (pass->kernel, self->ceilings + at,
                                                  self->base + first + at, least, n,
                                                  self->selected);

      for (guint k = 0; k < n_selected; k++)
        {
          guint column = first + at + self->selected[k];
          const Found *shelf = &self->column_found[(gsize) column * pass->column_length];

          if (self->base[column] == RM_CEILING_NEVER)
            continue;
          consider (self, row_position, column, self->ceilings[at + self->selected[k]], FALSE);
          if (self->column_n[column] == pass->column_length)
            self->base[column] = (gint16) (shelf[pass->column_length - 1].excess - 1);
        }
    }
}

static void
consider_violators (Worker *self,
                    guint row_position,
                    guint first,
                    gint16 offset)
{
  Pass *pass = self->pass;
  guint n = rm_kernel_select (pass->kernel, self->ceilings, self->base + first, offset,
                              (gint16) (pass->matcher->floor - 1), RM_KERNEL_BLOCK,
                              self->selected);

  for (guint k = 0; k < n; k++)
    consider (self, row_position, first + self->selected[k], self->ceilings[self->selected[k]],
              FALSE);
}

static gboolean
price_tile_by_kernel (Worker *self,
                      guint first_row,
                      guint n_rows)
{
  Pass *pass = self->pass;
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
        self->n_priced += MIN (RM_KERNEL_BLOCK, pass->n_columns - first);
        if (!tick (self, RM_KERNEL_BLOCK / 16))
          return FALSE;
      }

  return TRUE;
}

static gboolean
price_row_by_score (Worker *self,
                    guint row_position)
{
  Pass *pass = self->pass;
  RmMatcher *at = pass->matcher;
  const RmMatchSide *mentors = &at->sides[RM_MENTORS];
  guint mentee = pass->rows[row_position];
  gint64 price = at->sides[RM_MENTEES].priced[mentee] - pass->margin;

  for (guint k = 0; k < pass->n_columns; k++)
    {
      guint mentor = column_at (pass, k);
      gint64 score = 0;

      if (mentors->left[mentor] == 0 && !pass->by_score)
        continue;
      score = at->source.get_score (at->source.data, mentee, mentor);
      if (score > RM_MAX_SCORE)
        g_atomic_int_set (&pass->too_large, TRUE);
      else if (score >= at->floor
               && has_places (pass, row_position, k)
               && (pass->by_score
                   || (at->flat ? 0 : score) > price + mentors->priced[mentor]))
        consider (self, row_position, k, score, TRUE);
      self->greatest = MAX (self->greatest, (gint32) MIN (score, RM_MAX_SCORE));
      if (!tick (self, 1))
        return FALSE;
    }
  self->n_priced += pass->n_columns;
  self->n_scored += pass->n_columns;

  return TRUE;
}

static gboolean
price_tile_by_score (Worker *self,
                     guint first_row,
                     guint n_rows)
{
  for (guint r = first_row; r < first_row + n_rows; r++)
    if (!is_idle (self->pass, self->pass->rows[r]) && !price_row_by_score (self, r))
      return FALSE;

  return TRUE;
}

static gpointer
work (gpointer data)
{
  Worker *self = data;
  Pass *pass = self->pass;

  for (;;)
    {
      guint first = (guint) g_atomic_int_add (&pass->next_row, TILE);
      guint n = 0;

      if (first >= pass->n_rows)
        return NULL;
      self->fraction = (double) first / pass->n_rows;
      n = MIN (TILE, pass->n_rows - first);
      if (!(pass->kernel != NULL ? price_tile_by_kernel (self, first, n)
                                 : price_tile_by_score (self, first, n)))
        return NULL;
    }
}

static void
init_worker (Worker *self,
             Pass *pass)
{
  const RmMatchSide *mentors = &pass->matcher->sides[RM_MENTORS];
  guint n_padded = (pass->n_columns / RM_KERNEL_BLOCK + 1) * RM_KERNEL_BLOCK;

  self->pass = pass;
  self->column_found = g_new (Found, (gsize) pass->n_columns * pass->column_length + 1);
  self->column_n = g_new0 (guint, pass->n_columns + 1);
  if (pass->kernel == NULL)
    return;

  for (guint r = 0; r < TILE; r++)
    self->tile[r] = rm_kernel_row_new ();
  self->memory = g_malloc (31 + RM_KERNEL_SCRATCH
                           + sizeof (gint16) * (n_padded + 2 * RM_KERNEL_BLOCK));
  self->scratch = (guint8 *) (((gsize) self->memory + 31) & ~(gsize) 31);
  self->ceilings = (gint16 *) (gpointer) (self->scratch + RM_KERNEL_SCRATCH);
  self->base = self->ceilings + RM_KERNEL_BLOCK;
  self->selected = (guint16 *) self->base + n_padded;
  for (guint k = 0; k < n_padded; k++)
    self->base[k] = k < pass->n_columns && mentors->left[column_at (pass, k)] > 0
                      ? RM_CEILING_NONE
                      : RM_CEILING_NEVER;
}

static void
clear_worker (Worker *self)
{
  g_free (self->column_found);
  g_free (self->column_n);
  for (guint r = 0; r < TILE; r++)
    g_clear_pointer (&self->tile[r], rm_kernel_row_free);
  g_free (self->memory);
  g_clear_error (&self->error);
}

/* Returns how many are new. */
static gsize
add_found (Pass *pass,
           guint mentee,
           guint mentor,
           const Found *found)
{
  RmMatcher *at = pass->matcher;
  gint64 score = found->score;

  if (!pass->exactly && pass->kernel != NULL)
    {
      score = at->source.get_score (at->source.data, mentee, mentor);
      at->figures.n_scored++;
      if (score < at->floor)
        return 0;
    }

  return rm_matcher_add_arc (at, mentee, mentor, at->flat ? 0 : (gint32) score);
}

static gsize
collect (Pass *pass,
         Worker *workers,
         guint n_workers)
{
  Worker *all = &workers[0];
  gsize n = 0;

  for (guint r = 0; r < pass->n_rows; r++)
    for (guint k = 0; k < pass->row_n[r]; k++)
      {
        const Found *found = &pass->row_found[(gsize) r * pass->length + k];

        n += add_found (pass, pass->rows[r], found->other, found);
      }
  for (guint c = 0; c < pass->n_columns; c++)
    {
      Found *shelf = &all->column_found[(gsize) c * pass->column_length];

      for (guint w = 1; w < n_workers; w++)
        for (guint k = 0; k < workers[w].column_n[c]; k++)
          keep (shelf, &all->column_n[c], pass->column_length,
                &workers[w].column_found[(gsize) c * pass->column_length + k]);
      for (guint k = 0; k < all->column_n[c]; k++)
        n += add_found (pass, shelf[k].other, column_at (pass, c), &shelf[k]);
    }

  return n;
}

static gboolean
run_pass (Pass *pass,
          gsize *n_found,
          GError **error)
{
  RmMatcher *at = pass->matcher;
  gsize n_pairs = (gsize) pass->n_rows * pass->n_columns;
  guint n_workers = n_pairs < MIN_SHARED_WORK ? 1 : at->n_threads;
  g_autofree Worker *workers = g_new0 (Worker, n_workers);
  gboolean ok = TRUE;

  pass->row_found = g_new (Found, (gsize) pass->n_rows * pass->length + 1);
  pass->row_n = g_new0 (guint, pass->n_rows + 1);
  pass->row_more = g_new0 (guint8, pass->n_rows + 1);
  for (guint w = 0; w < n_workers; w++)
    init_worker (&workers[w], pass);
  for (guint w = 1; w < n_workers; w++)
    workers[w].thread = g_thread_new ("rm-price", work, &workers[w]);
  workers[0].leads = TRUE;
  work (&workers[0]);
  for (guint w = 1; w < n_workers; w++)
    g_thread_join (workers[w].thread);

  if (workers[0].error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&workers[0].error));
      ok = FALSE;
    }
  else if (pass->too_large)
    {
      g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_LIMIT, "a score above %d", RM_MAX_SCORE);
      ok = FALSE;
    }
  else
    *n_found += collect (pass, workers, n_workers);

  for (guint w = 0; w < n_workers; w++)
    {
      at->figures.n_priced += workers[w].n_priced;
      at->figures.n_scored += workers[w].n_scored;
      at->greatest = MAX (at->greatest, workers[w].greatest);
      clear_worker (&workers[w]);
    }
  g_free (pass->row_found);
  g_free (pass->row_n);

  return ok;
}

static guint32 *
list_all (guint n)
{
  guint32 *all = g_new (guint32, n + 1);

  for (guint k = 0; k < n; k++)
    all[k] = k;

  return all;
}

/* Where one side is larger, its lists are shorter: few of them will have a partner. */
static void
split_length (const RmMatcher *self,
              guint *length,
              guint *column_length)
{
  guint n = MAX (self->sides[RM_MENTEES].n, 1);
  guint m = MAX (self->sides[RM_MENTORS].n, 1);

  *column_length = *length;
  if (n < m)
    *column_length = MAX ((guint) ((guint64) *length * n / m), 1);
  else
    *length = MAX ((guint) ((guint64) *length * m / n), 1);
}

/* The first lists: the best of each by score. */
gboolean
rm_matcher_start_lists (RmMatcher *self,
                        guint length,
                        GError **error)
{
  guint column_length = 0;
  g_autofree guint32 *rows = list_all (self->sides[RM_MENTEES].n);

  split_length (self, &length, &column_length);

  Pass pass = {
    .matcher = self,
    .length = length,
    .column_length = column_length,
    .by_score = TRUE,
    .rows = rows,
    .n_rows = self->sides[RM_MENTEES].n,
    .n_columns = self->sides[RM_MENTORS].n,
    .kernel = self->kernel,
  };
  gsize n_found = 0;
  gboolean ok = run_pass (&pass, &n_found, error);

  g_free (pass.row_more);

  return ok;
}

/* By how much less than its prices a pair may be worth and still be noted. None where scores are so
 * few that most pairs would be. */
static gint32
get_margin (const RmMatcher *self)
{
  return self->flat ? 0 : self->greatest / MARGIN_SHARE;
}

/* Whether a price has fallen by more than half the margin since all pairs were held against it, with
 * all prices of its side moved by @shift: pairs that were not noted then may now be worth more. */
static gboolean
has_fallen (const RmMatchSide *side,
            guint node,
            gint32 margin,
            gint64 shift)
{
  return side->priced[node] == RM_PRICE_NEVER
         || side->price[node] < side->priced[node] + shift - margin / 2;
}

static gsize
count_fallen (const RmMatchSide *side,
              gint32 margin,
              gint64 shift)
{
  gsize n = 0;

  for (guint k = 0; k < side->n; k++)
    n += has_fallen (side, k, margin, shift);

  return n;
}

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Where most mentees' prices fall by the same and most mentors' rise by it, hardly a pair is worth
 * more than before. Returns the move of mentees' prices, among a few typical ones, that leaves the
 * fewest pairs to look at. */
static gint64
find_shift (const RmMatcher *self,
            gint32 margin)
{
  const RmMatchSide *mentees = &self->sides[RM_MENTEES];
  const RmMatchSide *mentors = &self->sides[RM_MENTORS];
  g_autofree gint64 *moves = g_new (gint64, mentees->n + 1);
  gint64 best = 0;
  gsize least = count_fallen (mentees, margin, 0) * mentors->n
                + count_fallen (mentors, margin, 0) * mentees->n;
  guint n = 0;

  if (least < (gsize) mentees->n * mentors->n / 16)
    return 0;

  for (guint i = 0; i < mentees->n; i++)
    if (mentees->priced[i] != RM_PRICE_NEVER)
      moves[n++] = mentees->price[i] - mentees->priced[i];
  qsort (moves, n, sizeof (gint64), compare_moves);
  for (guint q = 1; n > 0 && q < N_SHIFTS; q++)
    {
      gint64 shift = moves[(gsize) n * q / N_SHIFTS];
      gsize work = count_fallen (mentees, margin, shift) * mentors->n
                   + count_fallen (mentors, margin, -shift) * mentees->n;

      if (work < least)
        {
          least = work;
          best = shift;
        }
    }

  return best;
}

/* Those that have fallen are the ones to go on from. */
static guint
list_fallen (RmMatchSide *side,
             gint32 margin,
             gint64 shift,
             guint32 *fallen,
             guint32 *rest)
{
  guint n = 0;
  guint n_rest = 0;

  for (guint k = 0; k < side->n; k++)
    if (has_fallen (side, k, margin, shift))
      {
        side->priced[k] = side->price[k];
        fallen[n++] = k;
      }
    else
      {
        side->priced[k] += shift;
        if (rest != NULL)
          rest[n_rest++] = k;
      }

  return n;
}

static void
note_more (const Pass *pass)
{
  for (guint r = 0; r < pass->n_rows; r++)
    if (pass->row_more[r])
      pass->matcher->sides[RM_MENTEES].priced[pass->rows[r]] = RM_PRICE_NEVER;
}

/* Near pairs that will be found again are forgotten. */
static void
forget_near (RmMatcher *self,
             const guint32 *rows,
             guint n_rows,
             const guint32 *columns,
             guint n_columns)
{
  g_autofree guint8 *gone = NULL;

  for (guint r = 0; r < n_rows; r++)
    self->near[rows[r]].n = 0;
  if (n_columns == 0)
    return;

  gone = g_new0 (guint8, self->sides[RM_MENTORS].n + 1);
  for (guint c = 0; c < n_columns; c++)
    gone[columns[c]] = TRUE;
  for (guint i = 0; i < self->sides[RM_MENTEES].n; i++)
    for (guint k = self->near[i].n; k-- > 0;)
      if (gone[self->near[i].items[k].other])
        self->near[i].items[k] = self->near[i].items[--self->near[i].n];
}

/* Near pairs against the prices of now. Returns how many have become worth more. */
static gsize
price_near (RmMatcher *self)
{
  const gint64 *mentee_price = self->sides[RM_MENTEES].price;
  const gint64 *mentor_price = self->sides[RM_MENTORS].price;
  gsize n_found = 0;

  for (guint i = 0; i < self->sides[RM_MENTEES].n; i++)
    for (guint k = self->near[i].n; k-- > 0;)
      {
        RmArc *near = &self->near[i].items[k];
        guint mentor = near->other;
        gint64 prices = mentee_price[i] + mentor_price[mentor];
        gint64 score = 0;

        if ((self->flat ? 0 : near->score) <= prices)
          continue;
        score = self->source.get_score (self->source.data, i, mentor);
        self->figures.n_scored++;
        near->score = (gint32) score;
        if (score >= self->floor && (self->flat ? 0 : score) <= prices)
          continue;
        if (score >= self->floor)
          n_found += rm_matcher_add_arc (self, i, mentor, self->flat ? 0 : (gint32) score);
        self->near[i].items[k] = self->near[i].items[--self->near[i].n];
      }

  return n_found;
}

/* What was noted is no proof: all pairs are to be looked at again. */
static void
forget_prices (RmMatcher *self)
{
  for (guint i = 0; i < self->sides[RM_MENTEES].n; i++)
    self->sides[RM_MENTEES].priced[i] = RM_PRICE_NEVER;
}

/* Mentees whose price fell against all mentors, then the other mentees against mentors whose price
 * fell. Where that is most of them, all of them.
 *
 * Prices only move a little once most pairs are found. So pairs that are nearly worth their prices
 * are noted, and only they are held against prices that have moved by less than that. */
gboolean
rm_matcher_price (RmMatcher *self,
                  guint length,
                  gboolean exactly,
                  gsize *n_found,
                  GError **error)
{
  RmMatchSide *mentees = &self->sides[RM_MENTEES];
  RmMatchSide *mentors = &self->sides[RM_MENTORS];
  const gint32 margin = exactly ? get_margin (self) : 0;
  g_autofree guint32 *rows = g_new (guint32, mentees->n + 1);
  g_autofree guint32 *other_rows = g_new (guint32, mentees->n + 1);
  g_autofree guint32 *columns = g_new (guint32, mentors->n + 1);
  gint64 shift = find_shift (self, margin);
  guint n_rows = list_fallen (mentees, margin, shift, rows, other_rows);
  guint n_columns = list_fallen (mentors, margin, -shift, columns, NULL);
  guint column_length = 0;
  g_autoptr (RmKernel) some = NULL;

  split_length (self, &length, &column_length);

  Pass first = {
    .matcher = self,
    .length = length,
    .column_length = column_length,
    .rows = rows,
    .n_rows = n_rows,
    .n_columns = mentors->n,
    .kernel = self->kernel,
    .exactly = exactly,
    .margin = margin,
  };
  Pass second = {
    .matcher = self,
    .length = length,
    .column_length = column_length,
    .rows = other_rows,
    .n_rows = mentees->n - n_rows,
    .columns = columns,
    .n_columns = n_columns,
    .exactly = exactly,
    .margin = margin,
  };
  gboolean ok = TRUE;

  *n_found = 0;
  if (n_columns > mentors->n / 2)
    {
      g_free (rows);
      first.rows = rows = list_all (mentees->n);
      first.n_rows = mentees->n;
      second.n_rows = 0;
      for (guint i = 0; i < mentees->n; i++)
        mentees->priced[i] = mentees->price[i];
    }
  forget_near (self, first.rows, first.n_rows, columns, second.n_rows > 0 ? n_columns : 0);
  *n_found += price_near (self);
  if (first.n_rows > 0)
    ok = run_pass (&first, n_found, error);
  if (ok && second.n_rows > 0 && n_columns > 0)
    {
      if (self->kernel != NULL)
        some = rm_kernel_new_subset (self->kernel, columns, n_columns);
      second.kernel = some;
      ok = run_pass (&second, n_found, error);
    }
  for (const Pass *pass = &first; pass != NULL; pass = pass == &first ? &second : NULL)
    if (pass->row_more != NULL)
      note_more (pass);
  if (!ok || !exactly)
    forget_prices (self);
  g_free (first.row_more);
  g_free (second.row_more);

  return ok;
}
