/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Measures how long a main loop is blocked: by the delay of a source due every millisecond. Figures
 * of a benchmark, in milliseconds. */

typedef struct
{
  GArray *times;     /* of double */
  gint64 last;       /* monotonic; 0 before the first */
  guint source;
} Holds;

void holds_start (Holds *self);
void holds_stop (Holds *self);

/* Of a holds' times, or of any others: an array of double, which is sorted by it. */
double holds_quantile (GArray *times,
                       double q);
void holds_add (GArray *times,
                gint64 microseconds);

/* A line: how long it was held up in the middle, in 90 and in 99 of 100 turns, and at worst. */
void holds_print (Holds *self);

G_END_DECLS
