/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/spreadsheet/rm-archive.h"
#include "exchange/spreadsheet/rm-cell-text.h"

G_BEGIN_DECLS

/** RmXlsxSheet: a sheet, before any of its cells is read. */
typedef struct
{
  char *name;
  char *part;
  gboolean hidden;
} RmXlsxSheet;

/**
 * RmXlsxBook:
 * @sheets: (owned) (element-type RmXlsxSheet): sheets with cells, charts left out
 * @strings: (owned) (nullable): the part with shared texts
 * @styles: (owned) (element-type RmCellStyle): by the number that cells have
 * @since_1904: whether days are counted from 1904
 * @unknown: whether the results of formulas that are stored are not their results
 *
 * What an .xlsx says about itself, beside its sheets.
 */
typedef struct
{
  GPtrArray *sheets;
  char *strings;
  GArray *styles;
  gboolean since_1904;
  gboolean unknown;
} RmXlsxBook;

/**
 * rm_xlsx_book_load:
 * @archive: an .xlsx
 * @error: %RM_EXCHANGE_ERROR_DAMAGED, %RM_EXCHANGE_ERROR_TOO_BIG for too many sheets,
 *   %RM_EXCHANGE_ERROR_BINARY for workbooks with macros and binary ones, and as for rm_xml_read()
 *
 * Returns: (transfer full) (nullable): the book
 */
RmXlsxBook *rm_xlsx_book_load (RmArchive *archive,
                               GError **error);
void rm_xlsx_book_free (RmXlsxBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmXlsxBook, rm_xlsx_book_free)

G_END_DECLS
