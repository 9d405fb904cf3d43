/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-sheet.h"
#include "workbook-zip.h"

G_BEGIN_DECLS

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
