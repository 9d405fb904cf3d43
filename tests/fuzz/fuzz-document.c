/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "documents.h"

#include <string.h>

/* A whole file, if the input looks like one; otherwise the base document, corrupted by the input:
 * documents.h. */

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  static const char magic[] = "SQLite format 3";
  g_autoptr (GBytes) document = NULL;

  if (size > sizeof magic && memcmp (data, magic, sizeof magic) == 0)
    document = g_bytes_new (data, size);
  else
    document = fuzz_document_mutate (fuzz_document_base (), data, size);
  fuzz_document_use (document);
  return 0;
}
