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

void
rm_id_fill (gint64 *ids,
            guint n)
{
  gsize size = (gsize) n * sizeof *ids;
  gsize done = 0;
  gssize got = 1;

  while (done < size && got > 0)
    {
      got = getrandom ((char *) ids + done, size - done, 0);
      done += got > 0 ? (gsize) got : 0;
    }
  for (guint i = 0; i < n; i++)
    {
      ids[i] &= G_MAXINT64;
      if (ids[i] == 0 || (i + 1) * sizeof *ids > done)
        ids[i] = rm_id_new ();
    }
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
