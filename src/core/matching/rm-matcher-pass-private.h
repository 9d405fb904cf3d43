/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-shelf-private.h"
#include "core/matching/rm-matcher-private.h"

G_BEGIN_DECLS

/* Mentees that a thread takes at a time and compares with one block of mentors after the other. */
#define RM_PASS_TILE 32

/* Some mentees against some mentors: the question and the findings. */
typedef struct
{
  RmMatcher *matcher;
  guint length;        /* of a mentee's shelf */
  guint column_length; /* of a mentor's; may be 0 */
  gboolean by_score;   /* no prices yet: the greatest scores are wanted */
  gboolean exactly;    /* else ceilings rank, and only kept pairs are scored */
  gint32 margin;       /* pairs below their prices by less than this are noted */
  const guint32 *rows;
  guint n_rows;
  const guint32 *columns; /* NULL for all */
  guint n_columns;
  RmKernel *kernel; /* of these columns; NULL for a plain table */

  RmFound *row_found; /* @length for each of @rows */
  guint *row_n;
  guint8 *row_more; /* whether some may have been left out */
  int next_row;     /* atomic */
  int stopped;      /* atomic */
  int too_large;    /* atomic: a score beyond RM_MAX_SCORE was seen */
  int n_looked;     /* atomic: workers that have looked at their share */
} RmPass;

/* The state of one thread. */
typedef struct _RmPassWorker
{
  RmPass *pass;
  struct _RmPassWorker *workers; /* all of them; the first is the calling thread */
  guint n_workers;
  guint number;
  double fraction;
  GError *error;

  RmFound *column_found;
  guint *column_n;
  RmKernelRow *tile[RM_PASS_TILE];
  guint8 *memory;
  guint8 *scratch;
  gint16 *ceilings;
  gint16 *base; /* prices of mentors less @base_price, as far as they fit */
  gint64 base_price;
  gboolean base_set;
  guint16 *selected;
  gint32 greatest;
} RmPassWorker;

static inline guint
rm_pass_column (const RmPass *pass,
                guint position)
{
  return pass->columns != NULL ? pass->columns[position] : position;
}

/* rm-matcher-look.c: a tile of mentees against all mentors of the pass; FALSE if it stopped */
gboolean rm_pass_look_by_kernel (RmPassWorker *worker,
                                 guint first_row,
                                 guint n_rows);
gboolean rm_pass_look_by_score (RmPassWorker *worker,
                                guint first_row,
                                guint n_rows);

/* Counts work done; FALSE if somebody asked to stop. */
gboolean rm_pass_tick (RmPassWorker *worker,
                       gsize work);

/* rm-matcher-pass.c */
gboolean rm_pass_run (RmPass *self,
                      gsize *n_found,
                      GError **error);

G_END_DECLS
