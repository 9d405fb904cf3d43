/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"
#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/**
 * rm_csv_reader_read:
 * @bytes: (array length=length): a file in any encoding that rm_text_decoder_decode() knows
 * @length: how many
 * @separator: what stands between cells, or `\0` to find out
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: %RM_EXCHANGE_ERROR_ENCODING, %RM_EXCHANGE_ERROR_BINARY, %RM_EXCHANGE_ERROR_EMPTY,
 *   %RM_EXCHANGE_ERROR_TOO_BIG, %RM_EXCHANGE_ERROR_TOO_MANY_ROWS,
 *   %RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS, %RM_EXCHANGE_ERROR_CELL_TOO_LONG,
 *   %RM_EXCHANGE_ERROR_QUOTE, %RM_EXCHANGE_ERROR_CANCELLED
 *
 * Reads comma-separated values as RFC 4180 has them and as spreadsheets write them: any line ends,
 * line breaks in quoted cells, a last line without its end, and a first line `sep=;` as Excel
 * knows it. Blank lines are skipped. A quote opens a quoted cell at its start only, spaces before
 * it aside; elsewhere it is a character like others. Text after a closing quote is kept and
 * reported. The first line that is not blank holds the headers.
 *
 * The separator is the one of `,` `;` tab and `|` that cuts the largest share of the first
 * records into as many cells as the first one has, at least two; of equals the one with more
 * columns, then the earlier in the order `,` `;` tab `|`. Without any, the file has one column.
 *
 * O(n) time and memory. Any thread.
 *
 * Returns: (transfer full) (nullable): the table
 */
RmSheet *rm_csv_reader_read (const guchar *bytes,
                                gsize length,
                                char separator,
                                RmProgressFunc progress,
                                gpointer data,
                                GError **error);

/**
 * rm_csv_reader_read_up_to:
 * @max_rows: how many rows it may have; rm_csv_reader_read() takes %RM_SHEET_MAX_ROWS
 *
 * Returns: (transfer full) (nullable): as rm_csv_reader_read()
 */
RmSheet *rm_csv_reader_read_up_to (const guchar *bytes,
                                   gsize length,
                                   char separator,
                                   guint max_rows,
                                   RmProgressFunc progress,
                                   gpointer data,
                                   GError **error);

G_END_DECLS
