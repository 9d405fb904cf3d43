/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-sheet.h"
#include "exchange/spreadsheet/rm-archive.h"

G_BEGIN_DECLS

/**
 * rm_ods_reader_read:
 * @archive: a zip file
 * @sheet: (nullable): the name of a sheet; otherwise the first that is visible and has cells
 * @max_rows: how many rows it may have
 * @error: #RmExchangeError
 *
 * Reads a sheet of an OpenDocument spreadsheet, as rm_xlsx_reader_read() does. Rows and cells that
 * are repeated cost what is in them, not how often a blank one is repeated.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
RmSheet *rm_ods_reader_read (RmArchive *archive,
                             const char *sheet,
                             guint max_rows,
                             GError **error);

G_END_DECLS
