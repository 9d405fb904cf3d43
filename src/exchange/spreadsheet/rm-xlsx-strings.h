/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/spreadsheet/rm-archive.h"

G_BEGIN_DECLS

/**
 * RmXlsxStrings:
 *
 * The texts that the cells of an .xlsx share, without their looks and without the phonetic runs
 * that East Asian texts may have.
 */
typedef struct _RmXlsxStrings RmXlsxStrings;

/**
 * rm_xlsx_strings_load:
 * @archive: an .xlsx
 * @part: the part that has them
 * @error: as for rm_xml_read(), %RM_EXCHANGE_ERROR_TOO_BIG
 *
 * Returns: (transfer full) (nullable): the texts
 */
RmXlsxStrings *rm_xlsx_strings_load (RmArchive *archive,
                                     const char *part,
                                     GError **error);
void rm_xlsx_strings_free (RmXlsxStrings *self);

/**
 * rm_xlsx_strings_get:
 * @self: texts
 * @index: the number of one
 * @length: (out): its bytes
 *
 * Returns: (transfer none) (nullable): the text, %NULL if there is none
 */
const char *rm_xlsx_strings_get (const RmXlsxStrings *self,
                                 guint index,
                                 gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmXlsxStrings, rm_xlsx_strings_free)

G_END_DECLS
