/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"

G_BEGIN_DECLS

/** An unknown value in a table to be ordered. */
#define RM_SERIATION_UNKNOWN (-1.0f)

/**
 * rm_seriation_order:
 * @values: (array): a table, row by row: 0 or more, or %RM_SERIATION_UNKNOWN
 * @n_rows: how many rows
 * @n_columns: how many columns
 * @progress: (nullable) (scope call): called at least every 100 ms
 * @data: passed to @progress
 * @error: %RM_CORE_ERROR_CANCELLED
 *
 * Puts rows next to each other that have a similar profile over the columns, whatever their size.
 * Rows of zeros come after all others, entirely unknown rows last.
 *
 * Method: the rows as profiles in the chi-square metric of correspondence analysis (Greenacre,
 * "Theory and applications of correspondence analysis", 1984), with unknown values at the mean of
 * their column. They are sorted by their position on the main axis, found by power iteration, cut
 * where the sum of squares within both halves is least, and each half is ordered the same way and
 * oriented to continue its neighbour: divisive clustering as in Boley, "Principal direction
 * divisive partitioning" (1998). Deterministic: ties keep their original order.
 *
 * O(24 · n_rows · n_columns) for each of at most 12 levels of halves, and as much memory as
 * @values.
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
