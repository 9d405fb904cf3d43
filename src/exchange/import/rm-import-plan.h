/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "exchange/import/rm-dates.h"
#include "exchange/import/rm-import-result.h"
#include "exchange/import/rm-import-target.h"
#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/**
 * RmImportPlan:
 *
 * How a table becomes people or ratings: which column means what, which cells were corrected and
 * which rows are left out. rm_import_plan_evaluate() says what would come of it, without changing
 * anything; change the plan and ask again until the preview is right.
 *
 * What it does with a file of people:
 *
 * - A person who is in the programme is found by staff number, else by e-mail address, else (in a
 *   row that has neither) by a name that one person has. So a second import makes no duplicates.
 * - Mapped columns overwrite, blank cells leave what is there. New people get the defaults.
 * - A cell that is not a value of its field is listed and left out; the rest of the row counts.
 *   A row is skipped where it names nobody, a person an earlier row named, or two people at once
 *   (a staff number and an e-mail address that belong to different people), and the last one where
 *   it looks like a line of totals and nobody corrected it.
 * - Managers are resolved when all rows are known: by staff number, e-mail address or a name that
 *   one person has. One who is not found is kept as text (`manager_ref`) and is a notice; people
 *   who had such a text before and whose manager now comes are linked.
 * - Columns may rate skills ("level:TikTok"); these become the person's own ratings.
 *
 * And with a file of ratings:
 *
 * - The person is found by staff number, e-mail address or a name that one person has; a row whose
 *   person is not found is skipped.
 * - The skill is found by name or another of its names (and its context where it is given);
 *   letters, digits, `+` and `#` count. A skill that is not found is new.
 * - A row with neither level nor target is ignored: unrated is not level 0.
 * - A rating that the programme has already is not repeated: one whose level, target and importance
 *   are those of the newest of the same person, skill and source, or that is there with its day.
 *   Ratings by colleagues do not say whose they are: of these each is matched with one that is
 *   there on that day.
 *
 * A guard against formulas is taken off each cell (rm_csv_unguard()).
 *
 * Not thread-safe, but bound to no thread: make a copy for a worker with rm_import_plan_copy().
 */

/**
 * rm_import_find_header:
 * @table: a table that nobody else holds yet
 *
 * Where the first line names no columns that an import knows, looks for a line below that does.
 */
void rm_import_find_header (RmSheet *table);

/**
 * rm_import_plan_new:
 * @table: what was read; kept by reference
 * @kind: what its rows are
 * @programme: what is there already; kept by reference
 * @ratings: (nullable) (element-type RmRating): all ratings that are there, in any order; kept by
 *   reference, not changed by anybody meanwhile
 *
 * Makes a plan and proposes what each column means, from its header: keys, labels and other words
 * in each language, in any case, with or without accents and punctuation. Of two columns that mean
 * the same the first is taken.
 *
 * Returns: (transfer full): the plan
 */
RmImportPlan *rm_import_plan_new (RmSheet *table,
                                  RmImportKind kind,
                                  RmProgramme *programme,
                                  GPtrArray *ratings);

RmImportPlan *rm_import_plan_copy (const RmImportPlan *self);
void rm_import_plan_free (RmImportPlan *self);

RmSheet *rm_import_plan_get_table (const RmImportPlan *self);
RmImportKind rm_import_plan_get_kind (const RmImportPlan *self);

/**
 * rm_import_plan_get_targets:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type RmImportTarget): what a column can be, beside "level:…",
 *   "target:…" and "importance:…" with the name of a skill in files of people
 */
GArray *rm_import_plan_get_targets (const RmImportPlan *self);

/**
 * rm_import_plan_get_target:
 * @self: a plan
 * @column: index of a column
 *
 * Returns: (nullable) (transfer none): the key of what the column is, or %NULL where it is ignored
 */
const char *rm_import_plan_get_target (const RmImportPlan *self,
                                       guint column);

/**
 * rm_import_plan_dup_target_label:
 * @self: a plan
 * @column: index of a column
 *
 * Returns: (transfer full): the translated label of what the column is
 */
char *rm_import_plan_dup_target_label (const RmImportPlan *self,
                                       guint column);

/**
 * rm_import_plan_set_target:
 * @self: a plan
 * @column: index of a column
 * @target: (nullable): key, label or other word for what the column is; %NULL, "" or "ignore" to
 *   ignore it
 * @error: %RM_EXCHANGE_ERROR_TARGET, with a list of what is possible
 *
 * Says what a column is. Another column that was the same is ignored from then on.
 *
 * Returns: whether @target was understood
 */
gboolean rm_import_plan_set_target (RmImportPlan *self,
                                    guint column,
                                    const char *target,
                                    GError **error);

/**
 * rm_import_plan_map:
 * @self: a plan
 * @text: "column=target"; the column by its header or its number from 1
 * @error: %RM_EXCHANGE_ERROR_COLUMN with a list of columns, %RM_EXCHANGE_ERROR_TARGET with a list
 *   of targets
 *
 * rm_import_plan_set_target() for the command line.
 *
 * Returns: whether @text was understood
 */
gboolean rm_import_plan_map (RmImportPlan *self,
                             const char *text,
                             GError **error);

/**
 * rm_import_plan_check_mapping:
 * @self: a plan
 * @error: %RM_EXCHANGE_ERROR_COLUMN with what is missing
 *
 * Returns: whether there are columns enough: who it is about, and for ratings the skill and a level
 *   or target
 */
gboolean rm_import_plan_check_mapping (const RmImportPlan *self,
                                       GError **error);

/**
 * rm_import_plan_get_cell:
 * @self: a plan
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: (transfer none): the cell as corrected, else as the file has it, without its guard
 */
const char *rm_import_plan_get_cell (const RmImportPlan *self,
                                     guint row,
                                     guint column);

/**
 * rm_import_plan_set_cell:
 * @self: a plan
 * @row: index of a row
 * @column: index of a column
 * @text: (nullable): what should stand there; %NULL for what the file has
 *
 * Corrects a cell. The file stays as it is.
 */
void rm_import_plan_set_cell (RmImportPlan *self,
                              guint row,
                              guint column,
                              const char *text);

gboolean rm_import_plan_get_row_skipped (const RmImportPlan *self,
                                         guint row);

/**
 * rm_import_plan_set_row_skipped:
 * @self: a plan
 * @row: index of a row
 * @skipped: whether to leave the row out
 */
void rm_import_plan_set_row_skipped (RmImportPlan *self,
                                     guint row,
                                     gboolean skipped);

/**
 * rm_import_plan_set_constant:
 * @self: a plan for people
 * @key: the key of a field of people
 * @text: (nullable): a value; blank for none
 * @error: %RM_EXCHANGE_ERROR_TARGET, %RM_CORE_ERROR_VALUE
 *
 * Everybody in the file has that value unless their row says another. Whoever the programme has on
 * the other side takes part on both then.
 *
 * Returns: success
 */
gboolean rm_import_plan_set_constant (RmImportPlan *self,
                                      const char *key,
                                      const char *text,
                                      GError **error);

gboolean rm_import_plan_get_row_same (const RmImportPlan *self,
                                      guint row);

/**
 * rm_import_plan_set_row_same:
 * @self: a plan
 * @row: index of a row
 * @same: whether the row is about the person who has its number, although both name and e-mail
 *   address are others; without this it is left out (%RM_FILE_PROBLEM_REISSUED)
 */
void rm_import_plan_set_row_same (RmImportPlan *self,
                                  guint row,
                                  gboolean same);

/**
 * rm_import_plan_set_left:
 * @self: a plan for people
 * @person: id of a person of the programme whom the file does not name
 * @left: whether they have left
 *
 * Without this people stay as they are, whether or not a file names them.
 */
void rm_import_plan_set_left (RmImportPlan *self,
                              gint64 person,
                              gboolean left);

/**
 * rm_import_plan_set_today:
 * @self: a plan
 * @day: (nullable): today as an ISO date: of ratings for which the file has none, and the day by
 *   which somebody has left
 */
void rm_import_plan_set_today (RmImportPlan *self,
                                  const char *day);

/**
 * rm_import_plan_set_date_order:
 * @self: a plan
 * @order: how dates are written in columns where nothing else says so
 *
 * See #RmDates. While it is unknown such dates are left out, and %RM_FILE_PROBLEM_DATE_OPEN says
 * so.
 */
void rm_import_plan_set_date_order (RmImportPlan *self,
                                    RmDateOrder order);
RmDateOrder rm_import_plan_get_date_order (const RmImportPlan *self);

/**
 * rm_import_plan_set_scale:
 * @self: a plan
 * @lowest: the lowest level in the file
 * @highest: the highest, above @lowest; or both 0
 *
 * Levels and targets of skills are numbers on that scale: the highest is taken as 5, the lowest as 0
 * if it is 0, else as 1, and others in proportion, rounded. Without this the file's numbers are ours.
 */
void rm_import_plan_set_scale (RmImportPlan *self,
                               int lowest,
                               int highest);

/**
 * rm_import_plan_list_matrix:
 * @self: a plan for people
 *
 * Columns that nobody mapped and that look like levels of skills: nearly all values are levels,
 * crosses, or numbers up to 10; at least three such columns.
 *
 * Returns: (transfer full) (element-type guint): their indexes
 */
GArray *rm_import_plan_list_matrix (const RmImportPlan *self);

/**
 * rm_import_plan_take_matrix:
 * @self: a plan for people
 *
 * Maps the columns of rm_import_plan_list_matrix() to skills of their headers: levels, or targets
 * where the header says so, as "TikTok (target)" does.
 */
void rm_import_plan_take_matrix (RmImportPlan *self);

/**
 * rm_import_plan_drop_matrix:
 * @self: a plan for people
 *
 * Takes back rm_import_plan_take_matrix().
 */
void rm_import_plan_drop_matrix (RmImportPlan *self);

/**
 * rm_import_plan_get_scale:
 * @self: a plan
 * @lowest: (out): as of rm_import_plan_set_scale()
 * @highest: (out): likewise; 0 where none was set
 */
void rm_import_plan_get_scale (const RmImportPlan *self,
                               int *lowest,
                               int *highest);

/**
 * rm_import_plan_get_constant:
 * @self: a plan
 * @key: the key of a field of people
 *
 * Returns: (transfer none) (nullable): the text of rm_import_plan_set_constant()
 */
const char *rm_import_plan_get_constant (const RmImportPlan *self,
                                         const char *key);

/**
 * rm_import_plan_dup_headers:
 * @self: a plan
 *
 * Returns: (transfer full): the kind and the folded headers: the same for files of one system
 */
char *rm_import_plan_dup_headers (const RmImportPlan *self);

/**
 * rm_import_plan_dup_mapping:
 * @self: a plan
 *
 * Returns: (transfer full): what its columns mean and what was answered, as a key file: group
 *   "mapping" with kind, headers, targets, dates, lowest and highest; group "everybody" with the
 *   constants. Nothing of any row is in it
 */
char *rm_import_plan_dup_mapping (const RmImportPlan *self);

/**
 * rm_import_plan_use_mapping:
 * @self: a plan
 * @text: the text of rm_import_plan_dup_mapping()
 * @error: %RM_EXCHANGE_ERROR_FORMAT, %RM_EXCHANGE_ERROR_TARGET, %RM_CORE_ERROR_VALUE
 *
 * Columns are found by their headers; others stay as they are.
 *
 * Returns: success
 */
gboolean rm_import_plan_use_mapping (RmImportPlan *self,
                                     const char *text,
                                     GError **error);

/**
 * rm_import_plan_note_mapping:
 * @self: a plan that took a remembered mapping
 * @day: when it was used last, for people
 *
 * Says so, instead of what was noticed while guessing.
 */
void rm_import_plan_note_mapping (RmImportPlan *self,
                                  const char *day);

/**
 * rm_import_plan_parse:
 * @self: a plan
 * @record: a person or a rating
 * @field: one of its fields
 * @text: what a cell says
 * @error: %RM_CORE_ERROR_VALUE
 *
 * As rm_record_parse(), but what the programme calls a seniority level comes before what others
 * call it.
 *
 * Returns: whether @record has the value
 */
gboolean rm_import_plan_parse (const RmImportPlan *self,
                               gpointer record,
                               const RmField *field,
                               const char *text,
                               GError **error);

/**
 * rm_import_plan_evaluate:
 * @self: a plan
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: %RM_EXCHANGE_ERROR_COLUMN as of rm_import_plan_check_mapping(),
 *   %RM_EXCHANGE_ERROR_CANCELLED
 *
 * What would come of the import. O(rows + people + ratings); the same plan gives the same result.
 *
 * Returns: (transfer full) (nullable): the result
 */
RmImportResult *rm_import_plan_evaluate (const RmImportPlan *self,
                                         RmProgressFunc progress,
                                         gpointer data,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmImportPlan, rm_import_plan_free)

G_END_DECLS
