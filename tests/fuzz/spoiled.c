/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"

#include <stdlib.h>

/* Corrupted documents by number: "spoiled SEED OUT" writes one, to run whole programs on; "spoiled
 * FIRST use N [LAST]" takes N of them through the library, in this one process, and keeps the one in
 * use in the file LAST: where the process ends early, that one is the culprit. */

static GBytes *
spoil (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  uint8_t recipe[120];
  gsize size = (gsize) g_rand_int_range (rand, 4, (gint32) sizeof recipe);

  for (gsize i = 0; i < size; i++)
    recipe[i] = (uint8_t) g_rand_int (rand);
  return fuzz_document_mutate (fuzz_document_base (), recipe, size);
}

static void
use (guint32 first,
     guint n,
     const char *last)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) document = spoil (first + i);

      if (last != NULL)
        g_file_set_contents (last, g_bytes_get_data (document, NULL),
                             (gssize) g_bytes_get_size (document), NULL);
      fuzz_document_use (document);
      if ((i + 1) % 1000 == 0)
        g_print ("%u documents\n", i + 1);
    }
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GBytes) document = NULL;
  g_autoptr (GError) error = NULL;
  guint32 seed = argc > 1 ? (guint32) strtoul (argv[1], NULL, 10) : 0;

  if (argc >= 4 && argc <= 5 && g_str_equal (argv[2], "use"))
    {
      use (seed, (guint) strtoul (argv[3], NULL, 10), argv[4]);
      return 0;
    }
  if (argc != 3)
    return 2;

  document = spoil (seed);
  g_file_set_contents (argv[2], g_bytes_get_data (document, NULL),
                       (gssize) g_bytes_get_size (document), &error);
  g_assert_no_error (error);
  return 0;
}
