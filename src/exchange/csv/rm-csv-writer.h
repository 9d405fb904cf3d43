/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-exchange-types.h"

G_BEGIN_DECLS

/**
 * RmCsvWriter:
 *
 * Writes a table as RFC 4180 has it: commas, quotes where needed, CR LF, UTF-8.
 *
 * A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@` (full-width ones too), tab or CR as
 * a formula, so text that begins so gets an apostrophe in front. So does text that begins with
 * apostrophes before such a character: that keeps the rule reversible, and rm_csv_unguard() gives
 * back what was written, always.
 */

/**
 * rm_csv_writer_new:
 * @with_mark: whether to begin with a byte order mark, without which Excel misreads UTF-8
 *
 * Returns: (transfer full): a writer
 */
RmCsvWriter *rm_csv_writer_new (gboolean with_mark);

/**
 * rm_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): what a person wrote
 *
 * Adds a cell, guarded against being run as a formula.
 */
void rm_csv_writer_add_text (RmCsvWriter *self,
                             const char *text);

/**
 * rm_csv_writer_add_value:
 * @self: a writer
 * @text: (nullable): a number, a date, a word of ours: what no person can choose
 *
 * Adds a cell as it is, so that a negative number stays a number.
 */
void rm_csv_writer_add_value (RmCsvWriter *self,
                              const char *text);

/**
 * rm_csv_writer_end_row:
 * @self: a writer
 */
void rm_csv_writer_end_row (RmCsvWriter *self);

/**
 * rm_csv_writer_finish:
 * @self: (transfer full): a writer
 *
 * Returns: (transfer full): the file
 */
GString *rm_csv_writer_finish (RmCsvWriter *self);

void rm_csv_writer_free (RmCsvWriter *self);

/**
 * rm_csv_guard:
 * @text: what a person wrote
 *
 * Returns: (transfer full): @text, with an apostrophe in front where it could run as a formula
 */
char *rm_csv_guard (const char *text);

/**
 * rm_csv_unguard:
 * @text: a cell
 *
 * The reverse of rm_csv_guard().
 *
 * Returns: (transfer none): @text, or what follows its first apostrophe where that is a guard
 */
const char *rm_csv_unguard (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmCsvWriter, rm_csv_writer_free)

G_END_DECLS
