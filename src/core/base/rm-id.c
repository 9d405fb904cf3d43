/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-id.h"

#include <sys/random.h>

gint64
rm_id_new (void)
{
  guint64 bits = 0;

  /* From the system, not from a generator whose state a forked process would repeat. */
  while (bits == 0)
    {
      if (getrandom (&bits, sizeof bits, 0) != sizeof bits)
        bits = ((guint64) g_random_int () << 32) | g_random_int ();
      bits &= G_MAXINT64;
    }

  return (gint64) bits;
}

gint64
rm_id_new_above (gint64 id)
{
  g_return_val_if_fail (id < G_MAXINT64, id);

  /* Well below the end, so that there is always room for another one. */
  return id + 1 + rm_id_new () % MAX (1, (G_MAXINT64 - id) / 4096);
}

gint64
rm_id_new_below (gint64 id)
{
  g_return_val_if_fail (id > 1, id);

  return 1 + rm_id_new () % (id - 1);
}
