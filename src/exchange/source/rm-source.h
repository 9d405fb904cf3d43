/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"
#include "exchange/sheet/rm-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RmSourceOptions:
 * @separator: CSV: what stands between cells, `\0` to find out
 * @sheet: (nullable): workbooks: the name of the sheet; otherwise the first that is visible and has
 *   cells. Text files have one sheet, whatever it is called
 * @max_rows: how many rows; 0 for %RM_SHEET_MAX_ROWS, right for anything about people
 *
 * What a person may know better than the file.
 */
typedef struct
{
  char separator;
  const char *sheet;
  guint max_rows;
} RmSourceOptions;

/**
 * rm_source_read:
 * @bytes: (array length=length): a file
 * @length: how many
 * @options: (nullable): what is known of it
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: #RmExchangeError
 *
 * Reads a sheet from a file of any format that is read: a workbook (.xlsx, .ods), an
 * export of a directory (LDIF, vCard) or text (CSV). The
 * bytes say which, not the file's name: names lie. Workbooks that are not read are named, with the
 * way out.
 *
 * O(n) time and memory. Any thread.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
RmSheet *rm_source_read (const guchar *bytes,
                         gsize length,
                         const RmSourceOptions *options,
                         RmProgressFunc progress,
                         gpointer data,
                         GError **error);

/**
 * rm_source_load:
 * @file: a file
 * @options: (nullable): what is known of it
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: as for rm_source_read(), with the file's name in front, or an error of GIO
 *
 * Blocks: for workers and the command line.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
RmSheet *rm_source_load (GFile *file,
                         const RmSourceOptions *options,
                         RmProgressFunc progress,
                         gpointer data,
                         GError **error);

/**
 * rm_source_read_pasted:
 * @text: what the clipboard holds: cells as spreadsheets copy them, or the text of a file
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: as for rm_source_read(), with the word for the clipboard in front
 *
 * Returns: (transfer full) (nullable): the sheet
 */
RmSheet *rm_source_read_pasted (GBytes *text,
                                RmProgressFunc progress,
                                gpointer data,
                                GError **error);

G_END_DECLS
