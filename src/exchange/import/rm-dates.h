/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RmDateOrder:
 * @RM_DATE_ORDER_UNKNOWN: nobody has said
 * @RM_DATE_ORDER_DAY_FIRST: 03/04/2026 is 3 April
 * @RM_DATE_ORDER_MONTH_FIRST: 03/04/2026 is March 4
 */
typedef enum
{
  RM_DATE_ORDER_UNKNOWN,
  RM_DATE_ORDER_DAY_FIRST,
  RM_DATE_ORDER_MONTH_FIRST,
} RmDateOrder;

/**
 * RmDates:
 *
 * How the dates of one column are written. It looks at all of them first: a single 31/12 says for
 * the others that days come first. Points have days first everywhere; slashes and hyphens are
 * decided each by itself, then by each other. Where nothing decides, only a person can.
 */
typedef struct _RmDates RmDates;

/**
 * rm_dates_new:
 * @asked: what a person said, which counts where nothing else decides
 *
 * Returns: (transfer full): a column of which nothing is known
 */
RmDates *rm_dates_new (RmDateOrder asked);
void rm_dates_free (RmDates *self);

/**
 * rm_dates_learn:
 * @self: a column
 * @text: one of its cells
 */
void rm_dates_learn (RmDates *self,
                     const char *text);

/**
 * rm_dates_share:
 * @columns: (array length=n) (element-type RmDates): columns of one file, some may be %NULL
 * @n: how many
 *
 * One system writes all dates alike: where nothing in a column says which number is the day, the
 * other columns do, unless they contradict each other. Call it after all have learned.
 */
void rm_dates_share (RmDates **columns,
                     guint n);

/**
 * RmDateReading:
 * @RM_DATE_READING_NONE: it is no date
 * @RM_DATE_READING_DATE: it is one
 * @RM_DATE_READING_OPEN: it is one of two, and nothing says which
 */
typedef enum
{
  RM_DATE_READING_NONE,
  RM_DATE_READING_DATE,
  RM_DATE_READING_OPEN,
} RmDateReading;

/**
 * rm_dates_read:
 * @self: a column that has learned all its cells
 * @text: a cell: 2026-03-31, 2026/3/31, 20260331, 31.3.26, 3/31/2026, 31-Mar-2026, March 31, 2026,
 *   31 mars 2026, or, where the column has other dates, the number that spreadsheets have for a
 *   day; a time of day behind it is left out
 * @day: (out) (transfer full) (optional): the day, "2026-03-31"
 *
 * Two digits of a year are of the hundred years that end ten years from now.
 *
 * Returns: how it was read
 */
RmDateReading rm_dates_read (const RmDates *self,
                             const char *text,
                             char **day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmDates, rm_dates_free)

G_END_DECLS
