/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

/* Runs a target over the files of its corpus, without a fuzzer, against regressions. */

static void
replay (const char *path)
{
  g_autofree char *data = NULL;
  g_autofree uint8_t *exact = NULL;
  gsize size = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  /* Without the NUL that GLib puts behind it, so that reading too far is seen. */
  exact = g_memdup2 (data, size);
  LLVMFuzzerTestOneInput (exact, size);
}

int
main (int argc,
      char **argv)
{
  guint n = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (argv[i], 0, NULL);
      const char *name = NULL;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);

          g_print ("%s\n", path);
          replay (path);
          n++;
        }
    }

  g_print ("%u inputs\n", n);
  return n > 0 ? 0 : 1;
}
