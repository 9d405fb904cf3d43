/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-kernel-private.h"

G_BEGIN_DECLS

/* The sums, one byte per mentor. */
typedef enum
{
  RM_SUM_LIFT,        /* importance × levels lifted, scaled to a byte */
  RM_SUM_TAUGHT,      /* skills given back */
  RM_SUM_HOURS,       /* free hours in common */
  RM_SUM_TAGS,        /* tags in common */
  RM_SUM_BACKGROUND,  /* background tags in common */
  RM_SUM_LANGUAGES,   /* languages in common */
  RM_N_SUMS,
} RmSum;

/* Skills given back and tags in common count up to three, so one table serves both. */
#define RM_KERNEL_ENOUGH 3

/* The final lookups. */
typedef enum
{
  RM_LOOKUP_SHARED,      /* skills given back + 4 × tags in common */
  RM_LOOKUP_HOURS,
  RM_LOOKUP_DIFFERENCE,
  RM_N_LOOKUPS,
} RmLookup;

/* What each code of a plane adds to a sum. */
typedef struct
{
  guint8 of[16];
} RmKernelTable;

typedef struct
{
  guint plane;
  const RmKernelTable *table;
} RmKernelOp;

/* Points by code, taken apart so that bytes hold them: low + 32 × high. */
typedef struct
{
  guint8 low[16];
  guint8 high[16];
} RmKernelPoints;

/* A word compared with the mentee's. @high is a second plane if codes take two bytes, else the same
 * plane again. */
typedef struct
{
  guint low;
  guint high;
  guint8 low_code;
  guint8 high_code;
  gboolean long_code;     /* @high is a separate plane */
  gboolean blank_counts;  /* a blank is a value of its own, not an unknown one */
  gboolean forbids;       /* people with equal words may not be paired */
  gboolean differs;       /* different words count */
} RmKernelWord;

#define RM_KERNEL_MAX_WORDS 4

struct _RmKernelRow
{
  gboolean none;          /* there are no candidates */
  RmKernelOp *ops[RM_N_SUMS];
  guint n_ops[RM_N_SUMS];
  gboolean needs[RM_N_SUMS];
  guint size[RM_N_SUMS];
  guint8 start[RM_N_SUMS];  /* initial values of sums */
  RmKernelTable *lifts;     /* of this mentee; other tables belong to the kernel */
  guint n_lifts;

  guint16 lift_factor;    /* points = lift × factor ÷ 2,048 */
  guint hours_shift;
  const RmKernelPoints *points[RM_N_LOOKUPS];  /* NULL if nothing can be earned */
  RmKernelWord words[RM_KERNEL_MAX_WORDS];
  guint n_words;
  gboolean background_differs;
  gboolean languages_forbid;
  gboolean level_forbids;
  guint8 level_table[16]; /* 0xff for levels that are too high */
  guint level_plane;
  guint manner;           /* which of the kernel's fixed points apply */
  guint mentee;
};

G_STATIC_ASSERT (RM_KERNEL_SCRATCH == RM_N_SUMS * RM_KERNEL_BLOCK);

/* The loops that have a second version for wide registers. Both give the same bytes. */
typedef struct
{
  /* @sum = start + the tables of all ops, saturated; for the first @n mentors, a multiple of 128 */
  void (*sum) (const RmKernelOp *ops,
               guint n_ops,
               guint8 start,
               const guint8 *planes,
               guint n,
               guint8 *sum);

  /* from sums (one after the other, a block each) and planes to ceilings; @fixed holds each
   * mentor's points for the mentee's manner */
  void (*finish) (const RmKernelRow *row,
                  const guint8 *planes,
                  const guint8 *sums,
                  const gint16 *fixed,
                  guint n,
                  gint16 *ceilings);

  guint (*select) (const gint16 *ceilings,
                   const gint16 *base,
                   gint16 offset,
                   gint16 least,
                   guint n,
                   guint16 *found);
  guint (*select_either) (const gint16 *ceilings,
                          const gint16 *base,
                          gint16 least,
                          guint n,
                          guint16 *found);
} RmKernelLoops;

extern const RmKernelLoops rm_kernel_loops_plain;

/* NULL if the machine or the compiler has none. */
const RmKernelLoops *rm_kernel_loops_wide (void);

static inline const guint8 *
rm_kernel_plane (const guint8 *planes,
                 guint plane)
{
  return planes + (gsize) plane * RM_KERNEL_BLOCK;
}

G_END_DECLS
