/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-kernel-code-private.h"

#include <string.h>

/* The kernel's loops in plain C: for machines without wide registers, and the reference for the
 * wide version. */

static void
sum (const RmKernelOp *ops,
     guint n_ops,
     guint8 start,
     const guint8 *planes,
     guint n,
     guint8 *sum)
{
  memset (sum, start, n);
  for (guint o = 0; o < n_ops; o++)
    {
      const guint8 *plane = rm_kernel_plane (planes, ops[o].plane);

      for (guint j = 0; j < n; j++)
        sum[j] = (guint8) MIN (sum[j] + ops[o].table->of[plane[j]], 255);
    }
}

static int
look_up (const RmKernelRow *row,
         RmLookup lookup,
         guint code)
{
  const RmKernelPoints *points = row->points[lookup];

  return points != NULL ? points->low[code] + 32 * points->high[code] : 0;
}

static int
count_differences (const RmKernelRow *row,
                   const guint8 *planes,
                   const guint8 *sums,
                   guint at,
                   gboolean *forbidden)
{
  int different = 0;

  for (guint w = 0; w < row->n_words; w++)
    {
      const RmKernelWord *word = &row->words[w];
      guint8 low = rm_kernel_plane (planes, word->low)[at];
      guint8 high = word->long_code ? rm_kernel_plane (planes, word->high)[at] : 0;
      gboolean equal = low == word->low_code && (!word->long_code || high == word->high_code);
      gboolean blank = (low | high) == 0;

      *forbidden |= equal && word->forbids;
      different += word->differs && !equal && (word->blank_counts || !blank);
    }
  if (row->background_differs)
    different += rm_kernel_plane (sums, RM_SUM_BACKGROUND)[at] == 0;

  return different;
}

static void
finish (const RmKernelRow *row,
        const guint8 *planes,
        const guint8 *sums,
        const gint16 *fixed,
        guint n,
        gint16 *ceilings)
{
  const guint8 *level = rm_kernel_plane (planes, row->level_plane);

  for (guint j = 0; j < n; j++)
    {
      gboolean forbidden = FALSE;
      int different = count_differences (row, planes, sums, j, &forbidden);
      guint taught = rm_kernel_plane (sums, RM_SUM_TAUGHT)[j];
      guint tags = rm_kernel_plane (sums, RM_SUM_TAGS)[j];
      guint hours = rm_kernel_plane (sums, RM_SUM_HOURS)[j] >> row->hours_shift;
      int points = 0;

      if (row->needs[RM_SUM_LIFT])
        points += rm_kernel_plane (sums, RM_SUM_LIFT)[j] * row->lift_factor / 2048;
      if (row->points[RM_LOOKUP_SHARED] != NULL)
        points += look_up (row, RM_LOOKUP_SHARED,
                           MIN (taught, RM_KERNEL_ENOUGH) + 4 * MIN (tags, RM_KERNEL_ENOUGH));
      if (row->points[RM_LOOKUP_HOURS] != NULL)
        points += look_up (row, RM_LOOKUP_HOURS, MIN (hours, 15));
      points += look_up (row, RM_LOOKUP_DIFFERENCE, (guint) different);
      points = MAX (points + fixed[j], G_MININT16);

      if (row->languages_forbid && rm_kernel_plane (sums, RM_SUM_LANGUAGES)[j] == 0)
        forbidden = TRUE;
      if (row->level_forbids && row->level_table[level[j]] != 0)
        forbidden = TRUE;
      ceilings[j] = (gint16) (forbidden ? RM_CEILING_NONE : points);
    }
}

static guint
select_both (const gint16 *ceilings,
             const gint16 *base,
             gint16 offset,
             gint16 least,
             guint n,
             guint16 *found)
{
  guint n_found = 0;

  for (guint j = 0; j < n; j++)
    {
      int threshold = CLAMP (base[j] + offset, G_MININT16, G_MAXINT16);

      if (ceilings[j] > MAX (threshold, least))
        found[n_found++] = (guint16) j;
    }

  return n_found;
}

static guint
select_either (const gint16 *ceilings,
               const gint16 *base,
               gint16 least,
               guint n,
               guint16 *found)
{
  guint n_found = 0;

  for (guint j = 0; j < n; j++)
    if (ceilings[j] > MIN (base[j], least))
      found[n_found++] = (guint16) j;

  return n_found;
}

const RmKernelLoops rm_kernel_loops_plain = { sum, finish, select_both, select_either };
