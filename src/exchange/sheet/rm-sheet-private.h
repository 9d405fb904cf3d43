/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/* How the reader fills a table. Nothing here checks limits: that is the reader's business. */

RmSheet *rm_sheet_new (gsize size_hint);

/* Begins a row; the first one holds the headers. */
void rm_sheet_begin_row (RmSheet *self,
                             guint line);

/* Appends @text to the cell being written. */
void rm_sheet_append (RmSheet *self,
                          const char *text,
                          gsize length);

/* Closes the cell being written and returns its index in its row. */
guint rm_sheet_end_cell (RmSheet *self);

/* Bytes in the cell being written. */
gsize rm_sheet_get_pending (const RmSheet *self);

/* Drops spaces and tabs at the end of the cell being written, down to @from bytes. */
void rm_sheet_trim_pending (RmSheet *self,
                                gsize from);

void rm_sheet_add_problem (RmSheet *self,
                               RmFileProblemType type,
                               guint column,
                               char *message);

/* Names the columns and cuts rows to their number. */
void rm_sheet_finish (RmSheet *self,
                          char separator,
                          RmEncoding encoding);

G_END_DECLS
