/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-exchange-types.h"

G_BEGIN_DECLS

/** Limits of a JSON file. Ours nest four deep. */
#define RM_JSON_MAX_BYTES (200 * 1024 * 1024)
#define RM_JSON_MAX_DEPTH 64

/**
 * rm_json_guard_check:
 * @text: (array length=length): a file
 * @length: how many bytes
 * @error: %RM_EXCHANGE_ERROR_TOO_BIG, %RM_EXCHANGE_ERROR_ENCODING, %RM_EXCHANGE_ERROR_DEPTH,
 *   %RM_EXCHANGE_ERROR_SYNTAX with the line
 *
 * Looks through @text before a parser does. json-glib (1.6.6) calls itself for each level of
 * nesting and overflows its stack, reads comments and quotes that are not JSON, and loses memory
 * where a file is malformed: it gets to see nothing but JSON as RFC 8259 has it, and halves of
 * surrogate pairs are refused.
 *
 * O(n) time, no memory, no recursion.
 *
 * Returns: whether @text is JSON that may be handed to a parser
 */
gboolean rm_json_guard_check (const char *text,
                              gsize length,
                              GError **error);

G_END_DECLS
