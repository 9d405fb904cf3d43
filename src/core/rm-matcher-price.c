/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-matcher-private.h"

#include <string.h>

/* All pairs are held against the prices without being kept. Threads take mentees in tiles; each
 * mentee's worst violators belong to one thread, each mentor's are gathered by each thread apart
 * and merged. What is kept follows a total order, so that it does not depend on who looked first. */

/* Mentees a thread takes at a time. */
#define TILE 16

/* Fewer pairs than this are not worth a second thread. */
#define MIN_SHARED_WORK 400000

/* How many pairs are looked at before there is a threshold. */
#define FIRST_LOOK 64

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
  guint length;
  gboolean by_score;        /* no prices yet: the greatest scores are wanted */
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
  RmKernelRow *row;
  gint16 *memory;
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
  Found *column = &self->column_found[(gsize) column_position * pass->length];
  guint *row_n = &pass->row_n[row_position];
  guint *column_n = &self->column_n[column_position];
  gint64 prices = pass->by_score ? 0
                                 : at->sides[RM_MENTEES].price[mentee]
                                     + at->sides[RM_MENTORS].price[mentor];
  gboolean flat = at->flat && !pass->by_score;
  Found found = {
    .excess = clamp_excess ((flat ? 0 : ceiling) - prices),
    .hash = hash_pair (mentee, mentor),
    .other = mentor,
    .score = (gint32) ceiling,
  };

  if (*row_n == pass->length && !is_worse (&found, &row[pass->length - 1])
      && *column_n == pass->length && !is_worse (&found, &column[pass->length - 1]))
    {
      pass->row_more[row_position] = TRUE;
      return;
    }
  if (rm_matcher_is_banned (at, mentee, mentor))
    return;
  if (!exact && !pass->by_score)
    {
      gint64 score = at->source.get_score (at->source.data, mentee, mentor);

      self->n_scored++;
      if (score < at->floor)
        return;
      found.score = (gint32) score;
      found.excess = clamp_excess ((flat ? 0 : score) - prices);
    }
  if (!pass->by_score && found.excess <= 0)
    return;

  if (!keep (row, row_n, pass->length, &found))
    pass->row_more[row_position] = TRUE;
  found.other = mentee;
  keep (column, column_n, pass->length, &found);
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
        self->base[k] = mentors->price[mentor] > 0 ? RM_CEILING_NEVER : G_MININT16;
      else
        self->base[k] = (gint16) CLAMP (mentors->price[mentor] - price, G_MININT16, G_MAXINT16);
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
          const Found *shelf = &self->column_found[(gsize) column * pass->length];

          if (self->base[column] == RM_CEILING_NEVER)
            continue;
          consider (self, row_position, column, self->ceilings[at + self->selected[k]], FALSE);
          if (self->column_n[column] == pass->length)
            self->base[column] = (gint16) (shelf[pass->length - 1].excess - 1);
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
price_row_by_kernel (Worker *self,
                     guint row_position)
{
  Pass *pass = self->pass;
  guint mentee = pass->rows[row_position];
  gint64 price = pass->matcher->sides[RM_MENTEES].price[mentee];
  gint16 offset = pass->by_score ? 0 : base_for (self, price);

  rm_kernel_row_set (self->row, pass->kernel, mentee);
  for (guint first = 0, block = 0; first < pass->n_columns; first += RM_KERNEL_BLOCK, block++)
    {
      rm_kernel_fill (pass->kernel, self->row, block, self->ceilings);
      if (pass->by_score)
        consider_greatest (self, row_position, first);
      else
        consider_violators (self, row_position, first, offset);
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
  gint64 price = at->sides[RM_MENTEES].price[mentee];

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
                   || (at->flat ? 0 : score) > price + mentors->price[mentor]))
        consider (self, row_position, k, score, TRUE);
      self->greatest = MAX (self->greatest, (gint32) MIN (score, RM_MAX_SCORE));
      if (!tick (self, 1))
        return FALSE;
    }
  self->n_priced += pass->n_columns;
  self->n_scored += pass->n_columns;

  return TRUE;
}

/* Whether a mentee has no pair to look at. A plain table is read whole once, for its greatest. */
static gboolean
is_idle (const Pass *pass,
         guint mentee)
{
  const RmMatchSide *mentees = &pass->matcher->sides[RM_MENTEES];

  if (pass->by_score)
    return pass->kernel != NULL && mentees->left[mentee] == 0;

  return mentees->left[mentee] == 0 || (pass->matcher->flat && mentees->price[mentee] >= 0);
}

static gpointer
work (gpointer data)
{
  Worker *self = data;
  Pass *pass = self->pass;

  for (;;)
    {
      guint first = (guint) g_atomic_int_add (&pass->next_row, TILE);

      if (first >= pass->n_rows)
        return NULL;
      self->fraction = (double) first / pass->n_rows;
      for (guint r = first; r < MIN (first + TILE, pass->n_rows); r++)
        {
          if (!is_idle (pass, pass->rows[r])
              && !(pass->kernel != NULL ? price_row_by_kernel (self, r)
                                        : price_row_by_score (self, r)))
            return NULL;
        }
    }
}

static void
init_worker (Worker *self,
             Pass *pass)
{
  const RmMatchSide *mentors = &pass->matcher->sides[RM_MENTORS];
  guint n_padded = (pass->n_columns / RM_KERNEL_BLOCK + 1) * RM_KERNEL_BLOCK;

  self->pass = pass;
  self->column_found = g_new (Found, (gsize) pass->n_columns * pass->length + 1);
  self->column_n = g_new0 (guint, pass->n_columns + 1);
  if (pass->kernel == NULL)
    return;

  self->row = rm_kernel_row_new ();
  self->memory = g_new (gint16, n_padded + 2 * RM_KERNEL_BLOCK + 32);
  self->base = (gint16 *) (((gsize) self->memory + 31) & ~(gsize) 31);
  self->ceilings = self->base + n_padded;
  self->selected = (guint16 *) self->ceilings + RM_KERNEL_BLOCK;
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
  g_clear_pointer (&self->row, rm_kernel_row_free);
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

  if (pass->by_score && pass->kernel != NULL)
    {
      score = at->source.get_score (at->source.data, mentee, mentor);
      at->figures.n_scored++;
      if (score < at->floor)
        return 0;
    }

  return rm_matcher_add_arc (at, mentee, mentor, (gint32) score);
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
      Found *shelf = &all->column_found[(gsize) c * pass->length];

      for (guint w = 1; w < n_workers; w++)
        for (guint k = 0; k < workers[w].column_n[c]; k++)
          keep (shelf, &all->column_n[c], pass->length,
                &workers[w].column_found[(gsize) c * pass->length + k]);
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

/* The first lists: the best of each by score. */
gboolean
rm_matcher_start_lists (RmMatcher *self,
                        guint length,
                        GError **error)
{
  g_autofree guint32 *rows = list_all (self->sides[RM_MENTEES].n);
  Pass pass = {
    .matcher = self,
    .length = length,
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

/* A price that has not fallen needs no second look. Returns how many have. */
static guint
list_fallen (const RmMatchSide *side,
             guint32 *fallen,
             guint32 *rest)
{
  guint n = 0;
  guint n_rest = 0;

  for (guint k = 0; k < side->n; k++)
    if (side->price[k] < side->priced[k])
      fallen[n++] = k;
    else if (rest != NULL)
      rest[n_rest++] = k;

  return n;
}

static void
note_prices (RmMatchSide *side)
{
  memcpy (side->priced, side->price, sizeof (gint64) * side->n);
}

static void
note_more (const Pass *pass)
{
  for (guint r = 0; r < pass->n_rows; r++)
    if (pass->row_more[r])
      pass->matcher->sides[RM_MENTEES].priced[pass->rows[r]] = G_MAXINT64;
}

/* Mentees whose price fell against all mentors, then the other mentees against mentors whose price
 * fell. Where that is most of them, all of them. */
gboolean
rm_matcher_price (RmMatcher *self,
                  guint length,
                  gsize *n_found,
                  GError **error)
{
  RmMatchSide *mentees = &self->sides[RM_MENTEES];
  RmMatchSide *mentors = &self->sides[RM_MENTORS];
  g_autofree guint32 *rows = g_new (guint32, mentees->n + 1);
  g_autofree guint32 *other_rows = g_new (guint32, mentees->n + 1);
  g_autofree guint32 *columns = g_new (guint32, mentors->n + 1);
  guint n_rows = list_fallen (mentees, rows, other_rows);
  guint n_columns = list_fallen (mentors, columns, NULL);
  g_autoptr (RmKernel) some = NULL;
  Pass first = {
    .matcher = self,
    .length = length,
    .rows = rows,
    .n_rows = n_rows,
    .n_columns = mentors->n,
    .kernel = self->kernel,
  };
  Pass second = {
    .matcher = self,
    .length = length,
    .rows = other_rows,
    .n_rows = mentees->n - n_rows,
    .columns = columns,
    .n_columns = n_columns,
  };
  gboolean ok = TRUE;

  *n_found = 0;
  if (n_columns > mentors->n / 2)
    {
      g_free (rows);
      first.rows = rows = list_all (mentees->n);
      first.n_rows = mentees->n;
      second.n_rows = 0;
    }
  if (first.n_rows > 0)
    ok = run_pass (&first, n_found, error);
  if (ok && second.n_rows > 0 && n_columns > 0)
    {
      if (self->kernel != NULL)
        some = rm_kernel_new_subset (self->kernel, columns, n_columns);
      second.kernel = some;
      ok = run_pass (&second, n_found, error);
    }
  if (ok)
    {
      note_prices (mentees);
      note_prices (mentors);
      if (first.row_more != NULL)
        note_more (&first);
      if (second.row_more != NULL)
        note_more (&second);
    }
  g_free (first.row_more);
  g_free (second.row_more);

  return ok;
}
