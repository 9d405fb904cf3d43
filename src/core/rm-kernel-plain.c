/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-kernel-code-private.h"

#include <string.h>

/* The kernel's loops in plain C: for machines without wide registers, and the reference that the
 * wide form is held against. */

static void
sum (const RmKernelOp *ops,
     guint n_ops,
     guint8 start,
     const guint8 *planes,
     guint8 *sum)
{
  memset (sum, start, RM_KERNEL_BLOCK);
  for (guint o = 0; o < n_ops; o++)
    {
      const guint8 *plane = rm_kernel_plane (planes, ops[o].plane);

      for (guint j = 0; j < RM_KERNEL_BLOCK; j++)
        sum[j] = (guint8) MIN (sum[j] + ops[o].table[plane[j]], 255);
    }
}

static int
look_up (const RmKernelRow *row,
         RmLookup lookup,
         guint code)
{
  const RmKernelPoints *points = &row->points[lookup];

  return points->used ? points->low[code] + 32 * points->high[code] : 0;
}

static int
count_differences (const RmKernelRow *row,
                   const guint8 *planes,
                   guint at,
                   gboolean *forbidden)
{
  int different = 0;

  for (guint w = 0; w < row->n_words; w++)
    {
      const RmKernelWord *word = &row->words[w];
      guint8 low = rm_kernel_plane (planes, word->low)[at];
      guint8 high = rm_kernel_plane (planes, word->high)[at];
      gboolean equal = low == word->low_code && high == word->high_code;
      gboolean blank = (low | high) == 0;

      *forbidden |= equal && word->forbids;
      different += word->differs && !equal && (word->blank_counts || !blank);
    }
  if (row->background_differs)
    different += row->sums[RM_SUM_BACKGROUND][at] == 0;

  return different;
}

static void
finish (const RmKernelRow *row,
        const guint8 *planes,
        const gint16 *fixed,
        gint16 *ceilings)
{
  const guint8 *sociability = rm_kernel_plane (planes, row->sociability_plane);
  const guint8 *style = rm_kernel_plane (planes, row->style_plane);
  const guint8 *level = rm_kernel_plane (planes, row->level_plane);

  for (guint j = 0; j < RM_KERNEL_BLOCK; j++)
    {
      gboolean forbidden = FALSE;
      int different = count_differences (row, planes, j, &forbidden);
      int points = row->sums[RM_SUM_LIFT][j] * row->lift_factor / 256;

      points += look_up (row, RM_LOOKUP_TAUGHT, MIN (row->sums[RM_SUM_TAUGHT][j], 15));
      points += look_up (row, RM_LOOKUP_HOURS,
                         MIN (row->sums[RM_SUM_HOURS][j] >> row->hours_shift, 15));
      points += look_up (row, RM_LOOKUP_TAGS, MIN (row->sums[RM_SUM_TAGS][j], 15));
      points += look_up (row, RM_LOOKUP_DIFFERENCE, (guint) different);
      points += look_up (row, RM_LOOKUP_SOCIABILITY, sociability[j]);
      points += look_up (row, RM_LOOKUP_STYLE, style[j]);
      points = MAX (points + fixed[j], G_MININT16);

      if (row->languages_forbid && row->sums[RM_SUM_LANGUAGES][j] == 0)
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
