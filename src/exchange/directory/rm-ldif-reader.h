/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"
#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/**
 * rm_ldif_reader_knows:
 * @bytes: (array length=length): the beginning of a file
 * @length: how many
 *
 * Returns: whether it is LDIF: comments aside, it begins with a name or a version
 */
gboolean rm_ldif_reader_knows (const guchar *bytes,
                               gsize length);

/**
 * rm_ldif_reader_read:
 * @bytes: (array length=length): LDIF (RFC 2849), as directories and their tools write it
 * @length: how many
 * @max_rows: how many people it may have
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: %RM_EXCHANGE_ERROR_EMPTY, %RM_EXCHANGE_ERROR_TOO_MANY_ROWS,
 *   %RM_EXCHANGE_ERROR_CELL_TOO_LONG, %RM_EXCHANGE_ERROR_TOO_BIG, %RM_EXCHANGE_ERROR_CANCELLED
 *
 * Reads people: a column an attribute, several values in one cell as in lists. A manager who is in
 * the file stands as their staff number or e-mail address. Photographs, passwords and other binary
 * values are not read.
 *
 * O(n) time and memory. Any thread.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
RmSheet *rm_ldif_reader_read (const guchar *bytes,
                              gsize length,
                              guint max_rows,
                              RmProgressFunc progress,
                              gpointer data,
                              GError **error);

G_END_DECLS
