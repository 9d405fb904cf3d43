/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/spreadsheet/rm-cells.h"
#include "exchange/spreadsheet/rm-xlsx-book.h"
#include "exchange/spreadsheet/rm-xlsx-strings.h"

G_BEGIN_DECLS

/**
 * rm_xlsx_sheet_read:
 * @archive: an .xlsx
 * @book: what it says about itself
 * @part: the part of a sheet
 * @strings: (nullable): its shared texts
 * @cells: gets the cells
 * @error: as for rm_xml_read() and rm_cells_add()
 *
 * Returns: success
 */
gboolean rm_xlsx_sheet_read (RmArchive *archive,
                             const RmXlsxBook *book,
                             const char *part,
                             const RmXlsxStrings *strings,
                             RmCells *cells,
                             GError **error);

/**
 * rm_xlsx_sheet_has_cells:
 * @archive: an .xlsx
 * @part: the part of a sheet
 * @found: (out): whether any cell has a value
 * @error: as for rm_xml_read()
 *
 * Reads as far as the first value.
 *
 * Returns: success
 */
gboolean rm_xlsx_sheet_has_cells (RmArchive *archive,
                                  const char *part,
                                  gboolean *found,
                                  GError **error);

G_END_DECLS
