/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"

#include <stdlib.h>

/* Writes a spoiled document, for those who run whole programs on it: spoiled SEED OUT. */

int
main (int argc,
      char **argv)
{
  g_autoptr (GRand) rand = NULL;
  g_autoptr (GBytes) document = NULL;
  g_autoptr (GError) error = NULL;
  uint8_t recipe[120];
  gsize size = 0;

  if (argc != 3)
    return 2;

  rand = g_rand_new_with_seed ((guint32) strtoul (argv[1], NULL, 10));
  size = (gsize) g_rand_int_range (rand, 4, (gint32) sizeof recipe);
  for (gsize i = 0; i < size; i++)
    recipe[i] = (uint8_t) g_rand_int (rand);
  document = fuzz_document_mutate (fuzz_document_base (), recipe, size);
  g_file_set_contents (argv[2], g_bytes_get_data (document, NULL),
                       (gssize) g_bytes_get_size (document), &error);
  g_assert_no_error (error);
  return 0;
}
