/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rm-kernel-private.h"

G_BEGIN_DECLS

/* What is summed up, a byte a mentor. */
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

/* What is looked up at the end: a sum or a plane of its own. */
typedef enum
{
  RM_LOOKUP_TAUGHT,
  RM_LOOKUP_HOURS,
  RM_LOOKUP_TAGS,
  RM_LOOKUP_DIFFERENCE,
  RM_LOOKUP_SOCIABILITY,
  RM_LOOKUP_STYLE,
  RM_N_LOOKUPS,
} RmLookup;

/* One plane and what each of its codes adds to a sum. */
typedef struct
{
  guint plane;
  guint8 table[16];
} RmKernelOp;

/* Points by code, taken apart so that bytes hold them: low + 32 × high. */
typedef struct
{
  gboolean used;
  guint8 low[16];
  guint8 high[16];
} RmKernelPoints;

/* A word compared with the mentee's. @high is a second plane where codes take two bytes, else the
 * same plane again. */
typedef struct
{
  guint low;
  guint high;
  guint8 low_code;
  guint8 high_code;
  gboolean blank_counts;  /* a blank is a value of its own, not an unknown one */
  gboolean forbids;       /* equal ones may not be paired */
  gboolean differs;       /* different ones count */
} RmKernelWord;

#define RM_KERNEL_MAX_WORDS 4

struct _RmKernelRow
{
  gboolean none;          /* nobody is a candidate */
  RmKernelOp *ops[RM_N_SUMS];
  guint n_ops[RM_N_SUMS];
  guint size[RM_N_SUMS];
  guint8 start[RM_N_SUMS];  /* what sums begin with */

  guint16 lift_factor;    /* points = lift × factor ÷ 256 */
  guint hours_shift;
  RmKernelPoints points[RM_N_LOOKUPS];
  RmKernelWord words[RM_KERNEL_MAX_WORDS];
  guint n_words;
  gboolean background_differs;
  gboolean languages_forbid;
  gboolean level_forbids;
  guint8 level_table[16]; /* 0xff for levels that are too high */
  guint sociability_plane;
  guint style_plane;
  guint level_plane;
  guint mentee;

  guint8 *memory;
  guint8 *sums[RM_N_SUMS];  /* RM_KERNEL_BLOCK bytes each, aligned to 32 */
};

/* The loops that have a second form for wide registers. Both forms give the same bytes. */
typedef struct
{
  /* @sum = start + the tables of all ops, saturated */
  void (*sum) (const RmKernelOp *ops,
               guint n_ops,
               guint8 start,
               const guint8 *planes,
               guint8 *sum);

  /* from sums and planes to ceilings; @fixed is what each mentor brings in whatever the mentee */
  void (*finish) (const RmKernelRow *row,
                  const guint8 *planes,
                  const gint16 *fixed,
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

/* NULL where the machine or the compiler has none. */
const RmKernelLoops *rm_kernel_loops_wide (void);

static inline const guint8 *
rm_kernel_plane (const guint8 *planes,
                 guint plane)
{
  return planes + (gsize) plane * RM_KERNEL_BLOCK;
}

G_END_DECLS
