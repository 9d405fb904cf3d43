/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "exchange/csv/rm-text-decoder.h"

/* Bytes in any encoding: the result is UTF-8, and does not change when read again. */

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  RmDecodedText *text = rm_text_decoder_decode (data, size, NULL);

  if (text == NULL)
    return 0;

  g_assert_true (g_utf8_validate_len (text->text, text->length, NULL));
  rm_decoded_text_free (text);
  return 0;
}
