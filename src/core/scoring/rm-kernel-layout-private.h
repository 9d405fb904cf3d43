/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-kernel-code-private.h"
#include "core/scoring/rm-score-private.h"

G_BEGIN_DECLS

/* The code of a blank input, if blank earns nothing and breaks no rule. */
#define RM_KERNEL_BLANK 15

/* Tags, hours and languages are sets: four members per plane, and at most this many. */
#define RM_KERNEL_SET_BITS 64

#define RM_KERNEL_NO_PLANE G_MAXUINT

#define RM_KERNEL_SOCIABILITIES 6
#define RM_KERNEL_STYLES 4
#define RM_KERNEL_MANNERS ((RM_KERNEL_SOCIABILITIES + 1) * (RM_KERNEL_STYLES + 1))

/* One code beyond those in use must stay free. */
#define RM_KERNEL_MAX_CODE 65534

typedef struct
{
  guint low;
  guint high;
  guint *codes;   /* by term; 0 is blank */
  guint n_codes;
} RmKernelWordPlanes;

typedef struct
{
  guint first;
  guint n;        /* planes */
} RmKernelSet;

/* The part of a kernel that does not depend on its mentors. */
typedef struct
{
  gatomicrefcount refs;
  const RmScorer *scorer;
  guint n_planes;
  guint *level_planes;    /* by skill */
  guint *want_planes;     /* by skill */
  RmKernelWordPlanes words[RM_N_WORDS];
  RmKernelSet week;
  RmKernelSet tags;
  RmKernelSet background;
  RmKernelSet languages;
  guint level;

  /* by the mentee's level: skills wanted at a lower one */
  RmKernelTable taught_tables[RM_KERNEL_BLANK + 1];
  RmKernelTable shared_tables[16];         /* by four bits of the mentee's set */

  guint hours_shift;
  /* mentee's, then mentor's, from -1 */
  gint16 sociability[RM_KERNEL_SOCIABILITIES + 1][RM_KERNEL_SOCIABILITIES + 1];
  gint16 style[RM_KERNEL_STYLES + 1][RM_KERNEL_STYLES + 1];
  RmKernelPoints shared_points;
  RmKernelPoints hours_points;
  RmKernelPoints difference_points;
} RmKernelLayout;

struct _RmKernel
{
  gatomicrefcount refs;
  RmKernelLayout *layout;
  const RmKernelLoops *loops;
  guint32 *mentors;       /* NULL for all */
  guint n_mentors;
  guint8 *memory;
  guint8 *planes;         /* block by block, aligned to 32 bytes */
  gsize n_padded;         /* mentors, up to whole blocks */
  gint16 *fixed;          /* n_padded for each manner */
};

static inline gboolean
rm_kernel_may_take_part (const RmProfile *profile)
{
  return profile->available && profile->has_tag && profile->willing;
}

static inline guint64
rm_kernel_bits (const RmTerms *terms)
{
  return terms->bits;
}

static inline guint
rm_kernel_count_beyond (const RmTerms *terms)
{
  return terms->n - (guint) __builtin_popcountll (terms->bits);
}

/* Sociability and style of a mentee as one number; both may be blank. */
static inline guint
rm_kernel_manner (int sociability,
                  int style)
{
  return (guint) (sociability + 1) * (RM_KERNEL_STYLES + 1) + (guint) (style + 1);
}

/* rm-kernel-layout.c */
RmKernelLayout *rm_kernel_layout_new (const RmScorer *scorer);
void rm_kernel_layout_unref (RmKernelLayout *self);

G_END_DECLS
