/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs @func on each of @n parts, which lie one after the other, @size bytes each. The calling
 * thread does the first, threads of their own the others. Returns when all are done. */
void rm_threads_run (GThreadFunc func,
                     gpointer parts,
                     gsize size,
                     guint n);

G_END_DECLS
