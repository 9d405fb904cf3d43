/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs @func on each of @n consecutive parts of @size bytes: the first on the calling thread, each
 * other one on a new thread. Returns when all are done. */
void rm_threads_run (GThreadFunc func,
                     gpointer parts,
                     gsize size,
                     guint n);

G_END_DECLS
