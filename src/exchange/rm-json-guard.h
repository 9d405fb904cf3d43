/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/rm-exchange-types.h"

G_BEGIN_DECLS

/** Limits of a JSON file. Ours nest four deep. */
#define RM_JSON_MAX_BYTES (200 * 1024 * 1024)
#define RM_JSON_MAX_DEPTH 64

/**
 * rm_json_guard_check:
 * @text: (array length=length): a file
 * @length: how many bytes
 * @error: %RM_EXCHANGE_ERROR_TOO_BIG, %RM_EXCHANGE_ERROR_ENCODING, %RM_EXCHANGE_ERROR_DEPTH,
 *   %RM_EXCHANGE_ERROR_SYNTAX
 *
 * Looks through @text before a parser does: json-glib calls itself for each level of nesting and
 * overflows its stack (1.6.6), and reads comments and quotes that are not JSON, in which brackets
 * could hide. Only what JSON is made of may stand outside strings.
 *
 * O(n) time, no memory.
 *
 * Returns: whether @text may be handed to a parser; that it is JSON is not said
 */
gboolean rm_json_guard_check (const char *text,
                              gsize length,
                              GError **error);

G_END_DECLS
