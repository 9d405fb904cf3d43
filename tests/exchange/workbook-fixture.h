/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

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

/* Reads it; @sheet: (nullable). */
RmSheet *workbook_read (GBytes *bytes,
                        const char *sheet,
                        GError **error);

/* "1[name][level] 2[Ada][3]n": headers, then rows with their numbers, then kinds of cells that are
 * no texts: n, d, t. */
char *workbook_describe (const RmSheet *sheet);

/* Reads it and compares what it is. */
void workbook_assert (GBytes *bytes,
                      const char *sheet,
                      const char *expected,
                      const char *problems);

/* Reads it and expects that error, in a sentence. Takes @bytes. */
void workbook_assert_refused (GBytes *bytes,
                              const char *sheet,
                              RmExchangeError code);

G_END_DECLS
