/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Workbooks made in memory, as small as what a test is about. */

/* A zip file in memory: names and texts of parts in turn, NULL at the end. */
GBytes *workbook_zip (const char *name,
                      ...) G_GNUC_NULL_TERMINATED;

/* The same from a list, for parts that are made. */
GBytes *workbook_zip_list (const char *const *parts);

/* An .xlsx with sheets from their XML within <worksheet>, NULL at the end. The first is called S1,
 * the second S2; a sheet whose XML begins with "-" is hidden. @book: what stands before the sheets
 * in the workbook; @after: behind them. */
GBytes *workbook_xlsx (const char *book,
                       const char *after,
                       const char *styles,
                       const char *strings,
                       const char *const *sheets);

/* An .ods from the XML within <office:spreadsheet>. */
GBytes *workbook_ods (const char *tables);

G_END_DECLS
