/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-sheet.h"
#include "exchange/spreadsheet/rm-archive.h"

G_BEGIN_DECLS

/**
 * rm_xlsx_reader_read:
 * @archive: a zip file
 * @sheet: (nullable): the name of a sheet; otherwise the first that is visible and has cells
 * @max_rows: how many rows it may have
 * @error: #RmExchangeError
 *
 * Reads a sheet of an Office Open XML workbook, as Excel and many programs write it. Results of
 * formulas are those that are stored. What a person has to know of (hidden rows, errors, results
 * that may be none) is among the problems of the sheet.
 *
 * O(n) time and memory. Any thread.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
RmSheet *rm_xlsx_reader_read (RmArchive *archive,
                              const char *sheet,
                              guint max_rows,
                              GError **error);

G_END_DECLS
