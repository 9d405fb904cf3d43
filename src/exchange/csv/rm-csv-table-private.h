/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/csv/rm-csv-table.h"

G_BEGIN_DECLS

/* How the reader fills a table. Nothing here checks limits: that is the reader's business. */

RmCsvTable *rm_csv_table_new (gsize size_hint);

/* Begins a row; the first one holds the headers. */
void rm_csv_table_begin_row (RmCsvTable *self,
                             guint line);

/* Appends @text to the cell being written. */
void rm_csv_table_append (RmCsvTable *self,
                          const char *text,
                          gsize length);

/* Closes the cell being written and returns its index in its row. */
guint rm_csv_table_end_cell (RmCsvTable *self);

/* Bytes in the cell being written. */
gsize rm_csv_table_get_pending (const RmCsvTable *self);

/* Drops spaces and tabs at the end of the cell being written, down to @from bytes. */
void rm_csv_table_trim_pending (RmCsvTable *self,
                                gsize from);

void rm_csv_table_add_problem (RmCsvTable *self,
                               RmFileProblemType type,
                               guint column,
                               char *message);

/* Names the columns and cuts rows to their number. */
void rm_csv_table_finish (RmCsvTable *self,
                          char separator,
                          RmEncoding encoding);

G_END_DECLS
