/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-threads-private.h"
#include "core/matching/rm-matcher-pass-private.h"

/* All pairs are checked against the prices without being kept. Threads take mentees in tiles; each
 * mentee's worst violators belong to one thread, each mentor's are gathered by each thread apart
 * and merged. */

/* Less work than this is not worth a second thread; preparing a mentee costs as much as this many
 * pairs. */
#define MIN_SHARED_WORK 400000
#define WORK_OF_ROW 800

static void
look (RmPassWorker *self)
{
  RmPass *pass = self->pass;

  for (;;)
    {
      guint first = (guint) g_atomic_int_add (&pass->next_row, RM_PASS_TILE);
      guint n = 0;

      if (first >= pass->n_rows)
        return;
      self->fraction = (double) first / pass->n_rows;
      n = MIN (RM_PASS_TILE, pass->n_rows - first);
      if (!(pass->kernel != NULL ? rm_pass_look_by_kernel (self, first, n)
                                 : rm_pass_look_by_score (self, first, n)))
        return;
    }
}

static void
init_worker (RmPassWorker *self,
             RmPass *pass)
{
  const RmMatchSide *mentors = &pass->matcher->sides[RM_MENTORS];
  const gint16 least = pass->column_length > 0 ? RM_CEILING_NONE : RM_SCORE_POINTS;
  guint n_padded = (pass->n_columns / RM_KERNEL_BLOCK + 1) * RM_KERNEL_BLOCK;

  self->pass = pass;
  self->column_found = g_new (RmFound, (gsize) pass->n_columns * pass->column_length + 1);
  self->column_n = g_new0 (guint, pass->n_columns + 1);
  if (pass->kernel == NULL)
    return;

  for (guint r = 0; r < RM_PASS_TILE; r++)
    self->tile[r] = rm_kernel_row_new ();
  self->memory
    = g_malloc (31 + RM_KERNEL_SCRATCH + sizeof (gint16) * (n_padded + 2 * RM_KERNEL_BLOCK));
  self->scratch = (guint8 *) (((gsize) self->memory + 31) & ~(gsize) 31);
  self->ceilings = (gint16 *) (gpointer) (self->scratch + RM_KERNEL_SCRATCH);
  self->base = self->ceilings + RM_KERNEL_BLOCK;
  self->selected = (guint16 *) self->base + n_padded;
  for (guint k = 0; k < n_padded; k++)
    self->base[k] = k < pass->n_columns && mentors->left[rm_pass_column (pass, k)] > 0
                        ? least
                        : RM_CEILING_NEVER;
}

static void
clear_worker (RmPassWorker *self)
{
  g_free (self->column_found);
  g_free (self->column_n);
  for (guint r = 0; r < RM_PASS_TILE; r++)
    g_clear_pointer (&self->tile[r], rm_kernel_row_free);
  g_free (self->memory);
  g_clear_error (&self->error);
}

/* Ceilings chose the pairs to keep; only these are scored. */
static void
score_found (RmPassWorker *self,
             guint mentee,
             guint mentor,
             RmFound *found)
{
  const RmPass *pass = self->pass;
  const RmMatcher *at = pass->matcher;
  gint64 score = found->score;

  if (!pass->exactly && pass->kernel != NULL)
    score = at->source.get_score (at->source.data, mentee, mentor);
  found->score = score < at->floor ? RM_NO_CANDIDATE : (gint32) score;
}

/* Finishes this thread's part of each side: merges the findings of all threads for a mentor into
 * one shelf, in the shelves of the first thread. */
static void
finish (RmPassWorker *self)
{
  RmPass *pass = self->pass;
  RmPassWorker *all = self->workers;

  for (guint r = self->number; r < pass->n_rows; r += self->n_workers)
    {
      for (guint k = 0; k < pass->row_n[r]; k++)
        {
          RmFound *found = &pass->row_found[(gsize) r * pass->length + k];

          score_found (self, pass->rows[r], found->other, found);
        }
      if (!rm_pass_tick (self, pass->row_n[r]))
        return;
    }
  for (guint c = self->number; c < pass->n_columns; c += self->n_workers)
    {
      RmFound *shelf = &all->column_found[(gsize) c * pass->column_length];

      for (guint w = 1; w < self->n_workers; w++)
        for (guint k = 0; k < all[w].column_n[c]; k++)
          rm_shelf_keep (shelf, &all->column_n[c], pass->column_length,
                         &all[w].column_found[(gsize) c * pass->column_length + k]);
      for (guint k = 0; k < all->column_n[c]; k++)
        score_found (self, shelf[k].other, rm_pass_column (pass, c), &shelf[k]);
      if (!rm_pass_tick (self, all->column_n[c]))
        return;
    }
}

/* All threads have looked before any of them finishes. The wait is short, as tiles are small:
 * starting another thread would take longer. */
static gpointer
work (gpointer data)
{
  RmPassWorker *self = data;
  RmPass *pass = self->pass;

  look (self);
  g_atomic_int_inc (&pass->n_looked);
  while ((guint) g_atomic_int_get (&pass->n_looked) < self->n_workers)
    g_thread_yield ();
  if (!g_atomic_int_get (&pass->stopped) && !g_atomic_int_get (&pass->too_large))
    finish (self);

  return NULL;
}

/* A full shelf bounds all other pairs of the mentee; if it is not full, there are no others. That
 * holds with mentors at price 0. */
static void
note_greatest (const RmPass *pass,
               guint row)
{
  RmMatchSide *mentees = &pass->matcher->sides[RM_MENTEES];
  const RmFound *shelf = &pass->row_found[(gsize) row * pass->length];

  if (mentees->left[pass->rows[row]] > 0)
    mentees->priced[pass->rows[row]] = pass->row_n[row] == pass->length
                                           ? rm_found_excess (&shelf[pass->length - 1])
                                           : RM_PRICE_LOWEST;
}

/* Returns how many are new. */
static gsize
collect (RmPass *pass,
         const RmPassWorker *all)
{
  RmMatcher *at = pass->matcher;
  gsize n = 0;

  for (guint r = 0; pass->by_score && r < pass->n_rows; r++)
    note_greatest (pass, r);
  for (guint r = 0; r < pass->n_rows; r++)
    for (guint k = 0; k < pass->row_n[r]; k++)
      {
        const RmFound *found = &pass->row_found[(gsize) r * pass->length + k];

        if (found->score >= 0)
          n += rm_matcher_add_arc (at, pass->rows[r], found->other, at->flat ? 0 : found->score);
      }
  for (guint c = 0; c < pass->n_columns; c++)
    for (guint k = 0; k < all->column_n[c]; k++)
      {
        const RmFound *found = &all->column_found[(gsize) c * pass->column_length + k];

        if (found->score >= 0)
          n += rm_matcher_add_arc (at, found->other, rm_pass_column (pass, c),
                                   at->flat ? 0 : found->score);
      }

  return n;
}

gboolean
rm_pass_run (RmPass *pass,
             gsize *n_found,
             GError **error)
{
  RmMatcher *at = pass->matcher;
  guint work_of_row = pass->kernel != NULL ? WORK_OF_ROW : 0;
  gsize work_ahead = (gsize) pass->n_rows * (pass->n_columns + work_of_row);
  guint n_workers = work_ahead < MIN_SHARED_WORK ? 1 : at->n_threads;
  g_autofree RmPassWorker *workers = g_new0 (RmPassWorker, n_workers);
  gboolean ok = TRUE;

  pass->row_found = g_new (RmFound, (gsize) pass->n_rows * pass->length + 1);
  pass->row_n = g_new0 (guint, pass->n_rows + 1);
  pass->row_more = g_new0 (guint8, pass->n_rows + 1);
  for (guint w = 0; w < n_workers; w++)
    {
      init_worker (&workers[w], pass);
      workers[w].workers = workers;
      workers[w].n_workers = n_workers;
      workers[w].number = w;
    }
  rm_threads_run (work, workers, sizeof *workers, n_workers);

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
    *n_found += collect (pass, workers);

  for (guint w = 0; w < n_workers; w++)
    {
      at->greatest = MAX (at->greatest, workers[w].greatest);
      clear_worker (&workers[w]);
    }
  g_free (pass->row_found);
  g_free (pass->row_n);

  return ok;
}
