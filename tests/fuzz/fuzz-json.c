/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "exchange/json/rm-json-reader.h"
#include "exchange/json/rm-json-writer.h"

/* Any programme: written again, it reads back the same. */

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (RmBundle) bundle
    = rm_json_reader_read ((const char *) data, size, NULL, NULL, NULL, NULL);
  g_autoptr (RmBundle) again = NULL;
  g_autoptr (GString) first = NULL;
  g_autoptr (GString) second = NULL;

  if (bundle == NULL)
    return 0;

  first = rm_json_writer_write (bundle);
  again = rm_json_reader_read (first->str, first->len, NULL, NULL, NULL, NULL);
  g_assert_nonnull (again);
  second = rm_json_writer_write (again);
  g_assert_cmpstr (first->str, ==, second->str);
  return 0;
}
