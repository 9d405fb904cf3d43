/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-threads-private.h"

void
rm_threads_run (GThreadFunc func,
                gpointer parts,
                gsize size,
                guint n)
{
  g_autofree GThread **threads = g_new (GThread *, n + 1);

  for (guint k = 1; k < n; k++)
    threads[k] = g_thread_new ("rm-core", func, (char *) parts + k * size);
  if (n > 0)
    func (parts);
  for (guint k = 1; k < n; k++)
    g_thread_join (threads[k]);
}
