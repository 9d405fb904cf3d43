/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-sheet-origin.h"

G_BEGIN_DECLS

/**
 * RmDecodedText:
 * @text: (owned): UTF-8 without a byte order mark and without NUL
 * @length: bytes of @text
 * @encoding: what the file was in
 * @n_replaced: how many characters could not be read and stand as U+FFFD
 *
 * The text of a file.
 */
struct _RmDecodedText
{
  char *text;
  gsize length;
  RmEncoding encoding;
  guint n_replaced;
};

/**
 * rm_text_decoder_decode:
 * @bytes: (array length=length): a file, as it stands on the disk
 * @length: how many
 * @error: %RM_EXCHANGE_ERROR_ENCODING (UTF-32, half a character), %RM_EXCHANGE_ERROR_BINARY
 *   (a workbook, an archive, NUL bytes)
 *
 * Finds out the encoding in this order: a byte order mark; UTF-16 without one, told by on which
 * side of the 16-bit units the NUL bytes stand; valid UTF-8; UTF-8 with a little damage (ten good
 * sequences to one bad byte), which is replaced and counted; and Windows-1252, of which ISO 8859-1
 * text is a part. Bytes that Windows-1252 does not define are replaced and counted. Other
 * single-byte encodings cannot be told from it without guessing the language and are not tried.
 *
 * O(n). Pure; any thread.
 *
 * Returns: (transfer full) (nullable): the text
 */
RmDecodedText *rm_text_decoder_decode (const guchar *bytes,
                                       gsize length,
                                       GError **error);

void rm_decoded_text_free (RmDecodedText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmDecodedText, rm_decoded_text_free)

G_END_DECLS
