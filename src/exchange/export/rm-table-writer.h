/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RmTableFormat:
 * @RM_TABLE_FORMAT_CSV: CSV with a byte order mark, for Excel
 * @RM_TABLE_FORMAT_XLSX: a workbook of one sheet
 * @RM_TABLE_FORMAT_TABS: cells separated by tabs, for the clipboard
 *
 * How a table is written down.
 */
typedef enum
{
  RM_TABLE_FORMAT_CSV,
  RM_TABLE_FORMAT_XLSX,
  RM_TABLE_FORMAT_TABS,
} RmTableFormat;

/**
 * RmTableCell:
 * @RM_TABLE_CELL_TEXT: what a person wrote: it must not run as a formula
 * @RM_TABLE_CELL_WORD: a word of ours, which nobody can choose
 * @RM_TABLE_CELL_NUMBER: a number
 * @RM_TABLE_CELL_PERCENT: a whole percentage
 * @RM_TABLE_CELL_DATE: an ISO date
 * @RM_TABLE_CELL_DATE_TIME: a local date and time, "2026-03-31T14:30"
 * @RM_TABLE_CELL_TRUTH: yes or no
 *
 * What a cell holds. Formats that are only text write all kinds but the first as they are.
 */
typedef enum
{
  RM_TABLE_CELL_TEXT,
  RM_TABLE_CELL_WORD,
  RM_TABLE_CELL_NUMBER,
  RM_TABLE_CELL_PERCENT,
  RM_TABLE_CELL_DATE,
  RM_TABLE_CELL_DATE_TIME,
  RM_TABLE_CELL_TRUTH,
} RmTableCell;

/**
 * RmTableWriter:
 *
 * A table to write: each export says once which cells it has, and a writer puts them into a file of
 * any format. The first row is the header.
 */
typedef struct _RmTableWriter RmTableWriter;

/**
 * rm_table_format_of_name:
 * @name: the name of a file
 *
 * Returns: %RM_TABLE_FORMAT_XLSX where it ends in ".xlsx", else %RM_TABLE_FORMAT_CSV
 */
RmTableFormat rm_table_format_of_name (const char *name);

/**
 * rm_table_writer_new:
 * @format: the format
 * @name: what the table is called, in at most 31 plain letters: the sheet of a workbook
 * @n_fixed: how many columns, from the first, stay in sight while others scroll
 *
 * Returns: (transfer full): a writer; to be used, and freed, by one thread
 */
RmTableWriter *rm_table_writer_new (RmTableFormat format,
                                    const char *name,
                                    guint n_fixed);

/**
 * rm_table_writer_add:
 * @self: a writer
 * @kind: what the cell holds
 * @text: (nullable): as text has it; %NULL and "" are blank
 * @number: the same where it is a number, a percentage, or a truth (1 or 0)
 *
 * Adds a cell to the row.
 */
void rm_table_writer_add (RmTableWriter *self,
                          RmTableCell kind,
                          const char *text,
                          double number);

/** rm_table_writer_add_text: (nullable) @text: what a person wrote. */
void rm_table_writer_add_text (RmTableWriter *self,
                               const char *text);

/** rm_table_writer_add_word: (nullable) @word: a word of ours, such as a header. */
void rm_table_writer_add_word (RmTableWriter *self,
                               const char *word);

/** rm_table_writer_add_number: adds a whole number. */
void rm_table_writer_add_number (RmTableWriter *self,
                                 int number);

/** rm_table_writer_add_percent: adds a whole percentage. */
void rm_table_writer_add_percent (RmTableWriter *self,
                                  int percent);

/**
 * rm_table_writer_add_field:
 * @self: a writer
 * @record: a record
 * @field: one of its fields, but no reference
 *
 * Adds a field, as rm_record_format() has it where the format is text.
 */
void rm_table_writer_add_field (RmTableWriter *self,
                                gconstpointer record,
                                const RmField *field);

/** rm_table_writer_end_row: ends the row; blank cells at its end need not be added. */
void rm_table_writer_end_row (RmTableWriter *self);

/**
 * rm_table_writer_finish:
 * @self: a writer, used up
 * @error: %RM_EXCHANGE_ERROR_TOO_MANY_ROWS, %RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS or
 *   %RM_EXCHANGE_ERROR_CELL_TOO_LONG where a workbook cannot hold the table; #GIOErrorEnum where
 *   there is no room for it
 *
 * Returns: (transfer full) (nullable): the file; the same bytes for the same cells
 */
GBytes *rm_table_writer_finish (RmTableWriter *self,
                                GError **error);

void rm_table_writer_free (RmTableWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmTableWriter, rm_table_writer_free)

G_END_DECLS
