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

/* Likewise, for sources that know what a cell is. */
guint rm_sheet_end_cell_as (RmSheet *self,
                            RmCellKind kind);

/* What the sheet holds so far: cells, and bytes of text. */
guint rm_sheet_count_cells (const RmSheet *self);
gsize rm_sheet_get_text_size (const RmSheet *self);

/* Blanks a rectangle (lines from 1, columns from 0, ends included) but for its first cell. Returns
 * how many cells it looked at. */
guint rm_sheet_blank_cells (RmSheet *self,
                            guint first_line,
                            guint last_line,
                            guint first_column,
                            guint last_column);

/* Bytes in the cell being written. */
gsize rm_sheet_get_pending (const RmSheet *self);

/* Drops spaces and tabs at the end of the cell being written, down to @from bytes. */
void rm_sheet_trim_pending (RmSheet *self,
                                gsize from);

void rm_sheet_add_problem (RmSheet *self,
                               RmFileProblemType type,
                               guint column,
                               char *message);

/* About the whole sheet, or one of its columns. @message: (transfer full) */
void rm_sheet_add_notice (RmSheet *self,
                          RmFileProblemType type,
                          guint column,
                          char *message);

/* Says that it comes from the clipboard. */
void rm_sheet_set_pasted (RmSheet *self);

/* Names the columns and cuts rows to their number. @origin: (transfer full) */
void rm_sheet_finish (RmSheet *self,
                      RmSheetOrigin *origin);

G_END_DECLS
