/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Made-up numbers, the same on every machine and with every version of GLib. */

/* The next number of a stream. SplitMix64 (Steele, Lea & Flood 2014): one word of state, so that
 * there can be many streams. */
guint64 stream_next (guint64 *state);

/* From 0 to @n − 1. */
guint stream_below (guint64 *state,
                    guint n);

G_END_DECLS
