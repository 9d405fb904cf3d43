/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "holds.h"

#include <stdio.h>

#define PERIOD_MS 1

void
holds_add (GArray *times,
           gint64 microseconds)
{
  double ms = (double) microseconds / 1000;

  g_array_append_val (times, ms);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

double
holds_quantile (GArray *times,
                double q)
{
  if (times->len == 0)
    return 0;

  g_array_sort (times, compare);
  return g_array_index (times, double, (guint) ((times->len - 1) * q));
}

static gboolean
turn_cb (gpointer data)
{
  Holds *self = data;
  gint64 now = g_get_monotonic_time ();

  if (self->last > 0)
    holds_add (self->times, MAX (now - self->last - PERIOD_MS * 1000, 0));
  self->last = now;

  return G_SOURCE_CONTINUE;
}

void
holds_start (Holds *self)
{
  self->times = g_array_new (FALSE, FALSE, sizeof (double));
  self->last = 0;
  self->source = g_timeout_add_full (G_PRIORITY_HIGH, PERIOD_MS, turn_cb, self, NULL);
}

void
holds_stop (Holds *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->times, g_array_unref);
}

void
holds_print (Holds *self)
{
  printf ("main loop held up: median %.1f, 90 of 100 below %.1f, 99 below %.1f, worst %.1f ms\n",
          holds_quantile (self->times, 0.5), holds_quantile (self->times, 0.9),
          holds_quantile (self->times, 0.99), holds_quantile (self->times, 1));
}
