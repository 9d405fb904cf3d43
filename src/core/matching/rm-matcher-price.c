/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-matcher-pass-private.h"

/* Selects the pairs to check against the prices. Prices only move a little once most pairs are
 * found, so pairs nearly worth their prices are noted, and only they are checked against prices
 * that have moved by less than that. */

/* The margin within which pairs are noted, as a share of the greatest score. */
#define MARGIN_SHARE 400

/* Common moves of prices tried, less one. */
#define N_SHIFTS 16

static guint32 *
list_all (guint n)
{
  guint32 *all = g_new (guint32, n + 1);

  for (guint k = 0; k < n; k++)
    all[k] = k;

  return all;
}

/* The larger side has shorter lists: few of its people will have a partner. */
static void
split_length (const RmMatcher *self,
              guint *length,
              guint *column_length)
{
  guint n = MAX (self->sides[RM_MENTEES].n, 1);
  guint m = MAX (self->sides[RM_MENTORS].n, 1);

  *column_length = *length;
  if (n < m)
    *column_length = (guint) ((guint64) *length * n / m);
  else
    *length = MAX ((guint) ((guint64) *length * m / n), 1);
}

/* How far below its prices a pair may be and still be noted. 0 if scores are flat or tiny. */
static gint32
get_margin (const RmMatcher *self)
{
  return self->flat ? 0 : self->greatest / MARGIN_SHARE;
}

/* Bounds on all other pairs from the first lists. */
static void
start_priced (RmMatcher *self)
{
  RmMatchSide *mentees = &self->sides[RM_MENTEES];
  RmMatchSide *mentors = &self->sides[RM_MENTORS];
  const gint32 margin = get_margin (self);

  for (guint i = 0; i < mentees->n; i++)
    if (mentees->left[i] > 0 && mentees->priced[i] != RM_PRICE_LOWEST)
      mentees->priced[i] += margin;
  for (guint j = 0; j < mentors->n; j++)
    if (mentors->left[j] > 0)
      mentors->priced[j] = 0;
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
  column_length = (3 * column_length + 3) / 4;

  RmPass pass = {
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
  gboolean ok = rm_pass_run (&pass, &n_found, error);

  g_free (pass.row_more);
  if (ok)
    start_priced (self);

  return ok;
}

/* Whether a price has fallen by more than half the margin since all pairs were checked against it,
 * with all prices of its side moved by @shift: pairs not noted then may now be worth more. */
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

/* If most mentees' prices fall by an amount and most mentors' rise by it, hardly a pair is worth
 * more than before. Returns the shift of mentees' prices, among a few typical ones, that leaves the
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

  if (self->flat || least < (gsize) mentees->n * mentors->n / 16)
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

/* Splits a side into people whose prices have fallen and the rest. */
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
note_more (const RmPass *pass)
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

/* Checks near pairs against current prices. Returns how many have become worth more. */
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
        near->score = (gint32) score;
        if (score >= self->floor && (self->flat ? 0 : score) <= prices)
          continue;
        if (score >= self->floor)
          n_found += rm_matcher_add_arc (self, i, mentor, self->flat ? 0 : (gint32) score);
        self->near[i].items[k] = self->near[i].items[--self->near[i].n];
      }

  return n_found;
}

/* Notes are not a proof: all pairs must be looked at again. */
static void
forget_prices (RmMatcher *self)
{
  for (guint i = 0; i < self->sides[RM_MENTEES].n; i++)
    self->sides[RM_MENTEES].priced[i] = RM_PRICE_NEVER;
}

/* Checks mentees whose price fell against all mentors, then the other mentees against mentors whose
 * price fell; or everybody, if these are most of them. */
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
  /* A mentor's worst violators are mostly somebody's worst as well. */
  column_length = (column_length + 1) / 2;

  RmPass first = {
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
  RmPass second = {
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
    ok = rm_pass_run (&first, n_found, error);
  if (ok && second.n_rows > 0 && n_columns > 0)
    {
      if (self->kernel != NULL)
        some = rm_kernel_new_subset (self->kernel, columns, n_columns);
      second.kernel = some;
      ok = rm_pass_run (&second, n_found, error);
    }
  for (const RmPass *pass = &first; pass != NULL; pass = pass == &first ? &second : NULL)
    if (pass->row_more != NULL)
      note_more (pass);
  if (!ok || !exactly)
    forget_prices (self);
  g_free (first.row_more);
  g_free (second.row_more);

  return ok;
}
