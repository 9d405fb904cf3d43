/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-ticker-private.h"
#include "core/problem/rm-problem.h"

G_BEGIN_DECLS

/* A cell holds the score of a candidate that is not chosen. A pair leaves its row while it is
 * chosen, so that looking for a better one needs no second test: it then holds
 * RM_CELL_CHOSEN (score), which is below RM_CELL_NONE. */
#define RM_CELL_NONE (-1)
#define RM_CELL_LOCKED G_MININT32
#define RM_CELL_CHOSEN(score) (-2 - (score))
#define RM_CELL_MAX_SCORE (G_MAXINT32 - 2)

/* The state of a solution in the making. At any time pairs and prices satisfy complementary
 * slackness for the places inserted so far: it is the best for those, and the prices prove it. */
typedef struct
{
  const RmProblem *problem;
  guint n_mentees;
  guint n_mentors;
  gint32 *cells;
  gint32 greatest;        /* of all scores */
  gint64 bonus;

  int *mentee_left;       /* places, without those of locked pairs */
  int *mentor_left;
  gboolean *has_lock;
  int *mentee_pairs;      /* chosen so far, without locked ones */
  int *mentor_pairs;
  guint **partners;       /* mentees of each mentor */

  gint64 *mentee_price;   /* u − p: below 0 where the bonus pays for a place */
  gint64 *mentor_price;

  RmTicker ticker;
} Dense;

/* dense-path.c */
gboolean dense_fill (Dense *self,
                             GError **error);

G_END_DECLS
