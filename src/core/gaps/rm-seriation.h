/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"

G_BEGIN_DECLS

/** What is not known in a table that is put in order. */
#define RM_SERIATION_UNKNOWN (-1.0f)

/**
 * rm_seriation_order:
 * @values: (array): a table, row by row: 0 or more, or %RM_SERIATION_UNKNOWN
 * @n_rows: how many rows
 * @n_columns: how many columns
 * @progress: (nullable) (scope call): called at least each 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * Puts rows next to each other that are alike in how they spread over the columns, however large
 * they are. Rows of zeros come after all others, rows of which nothing is known last.
 *
 * Method: the rows as profiles in the chi-square metric of correspondence analysis (Greenacre,
 * "Theory and applications of correspondence analysis", 1984), where what is unknown stands at the
 * mean of its column. They are sorted by their place on the main axis, found by power iteration,
 * cut in two where the squares within both halves add up to least, and each half is put in order
 * the same way and turned to go on where its neighbour ends: divisive clustering as in Boley,
 * "Principal direction divisive partitioning" (1998). Deterministic: ties keep the order they came
 * in.
 *
 * For each of at most 12 levels of halves O(24 · n_rows · n_columns), and as much memory as @values.
 *
 * Returns: (transfer full) (nullable) (array length=n_rows): rows in order
 */
guint *rm_seriation_order (const float *values,
                           guint n_rows,
                           guint n_columns,
                           RmProgressFunc progress,
                           gpointer data,
                           GError **error);

G_END_DECLS
