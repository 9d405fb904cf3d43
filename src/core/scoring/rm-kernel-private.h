/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-score.h"

G_BEGIN_DECLS

/* Scores of one mentee with thousands of mentors at once, from above.
 *
 * The question asked billions of times is not how much a pair is worth but whether it could be
 * worth more than its prices. So a kernel answers with a ceiling: never below the score of a
 * candidate, and above it by no more than two points unless people have more tags, hours or wants
 * than fit its small tables; the few pairs whose ceiling passes are scored exactly. Some pairs that
 * break a rule get RM_CEILING_NONE, others (the reporting line) are left to the exact score.
 *
 * Mentors are stored in blocks, and within a block by attribute: a plane is one small code per
 * mentor. A table of sixteen entries says what each code of a plane is worth to a mentee, so that
 * one byte shuffle looks up 32 mentors. A row is the tables of one mentee. */

/** Mentors per block: its planes stay in the second-level cache while many rows use them. */
#define RM_KERNEL_BLOCK 1024

#define RM_CEILING_NONE (-1)

/** A threshold that no ceiling passes, even with an offset down to −16,384. */
#define RM_CEILING_NEVER G_MAXINT16

typedef struct _RmKernel RmKernel;
typedef struct _RmKernelRow RmKernelRow;

/** Which code to use: both give the same bits. */
typedef enum
{
  RM_KERNEL_FASTEST,
  RM_KERNEL_PLAIN,
} RmKernelCode;

RmKernel *rm_kernel_new (const RmScorer *scorer,
                         RmKernelCode code);

/* Another kernel with only @mentors, in that order. */
RmKernel *rm_kernel_new_subset (const RmKernel *self,
                                const guint32 *mentors,
                                guint n);
RmKernel *rm_kernel_ref (RmKernel *self);
void rm_kernel_unref (RmKernel *self);

/* A row belongs to one thread and is set to one mentee after another. It serves a kernel and its
 * subsets. */
RmKernelRow *rm_kernel_row_new (void);
void rm_kernel_row_free (RmKernelRow *self);
void rm_kernel_row_set (RmKernelRow *self,
                        const RmKernel *kernel,
                        guint mentee);

/** Bytes of scratch that rm_kernel_fill() needs, aligned to 32. */
#define RM_KERNEL_SCRATCH (6 * RM_KERNEL_BLOCK)

/* Fills @ceilings (RM_KERNEL_BLOCK of them, aligned to 32 bytes) for one block of mentors. */
void rm_kernel_fill (const RmKernel *self,
                     const RmKernelRow *row,
                     guint block,
                     guint8 *scratch,
                     gint16 *ceilings);

/* Lists the positions, of the first @n, where @ceilings is above both @base + @offset (saturated)
 * and @least. @n is a multiple of 32; both arrays are aligned to 32 bytes. Returns how many. */
guint rm_kernel_select (const RmKernel *self,
                        const gint16 *ceilings,
                        const gint16 *base,
                        gint16 offset,
                        gint16 least,
                        guint n,
                        guint16 *found);

/* Likewise, where @ceilings is above @base or @least. */
guint rm_kernel_select_either (const RmKernel *self,
                               const gint16 *ceilings,
                               const gint16 *base,
                               gint16 least,
                               guint n,
                               guint16 *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmKernel, rm_kernel_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmKernelRow, rm_kernel_row_free)

G_END_DECLS
