/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "exchange/import/rm-import-plan.h"
#include "exchange/import/rm-import-result.h"

G_BEGIN_DECLS

/**
 * RmImport:
 *
 * A table read for import, with the programme's existing data. Next come an #RmImportPlan, its
 * #RmImportResult and rm_import_apply_async() or an #RmImportBatch. Immutable.
 */

/**
 * rm_import_load_async:
 * @session: the destination
 * @job: a new job
 * @file: a workbook or a CSV file
 * @sheet: (nullable): the name of a sheet, as in #RmSourceOptions
 * @callback: gets the import from rm_import_load_finish()
 * @user_data: passed to @callback
 *
 * Reads the file and the existing ratings, in a worker.
 */
void rm_import_load_async (RmSession *session,
                           RmJob *job,
                           GFile *file,
                           const char *sheet,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/* Likewise, of what the clipboard holds, as for rm_source_read_pasted(). */
void rm_import_load_pasted_async (RmSession *session,
                                  RmJob *job,
                                  GBytes *text,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
RmImport *rm_import_load_finish (RmJob *job,
                                 GAsyncResult *result,
                                 GError **error);

/**
 * rm_import_set_header_line:
 * @self: an import without plans
 * @line: the line that names the columns, from 1; otherwise rm_import_find_header() decides
 * @error: %RM_EXCHANGE_ERROR_COLUMN
 *
 * Returns: whether a row begins there
 */
gboolean rm_import_set_header_line (RmImport *self,
                                    guint line,
                                    GError **error);

/**
 * rm_import_get_kind:
 * @self: an import
 *
 * Returns: the kind that the headers suggest: ratings if they name a person, a skill and a level or
 *   target, else people
 */
RmImportKind rm_import_get_kind (const RmImport *self);
RmSheet *rm_import_get_table (const RmImport *self);

/**
 * rm_import_new_plan:
 * @self: an import
 * @kind: the kind of its rows
 *
 * Ratings without a day get today's date.
 *
 * Returns: (transfer full): a plan with columns chosen by their headers
 */
RmImportPlan *rm_import_new_plan (const RmImport *self,
                                  RmImportKind kind);
void rm_import_free (RmImport *self);

/**
 * rm_import_dup_label:
 * @kind: the kind of the rows
 * @result: the result to write
 *
 * Returns: (transfer full): the undo label of the import ("Import 322 people")
 */
char *rm_import_dup_label (RmImportKind kind,
                           const RmImportResult *result);

/**
 * rm_import_is_empty:
 * @result: the result to write
 *
 * Returns: whether it changes nothing
 */
gboolean rm_import_is_empty (const RmImportResult *result);

/**
 * rm_import_apply_async:
 * @session: an editable session with the programme that @result was made for
 * @job: a new job; shows progress and can be cancelled until the edit is committed
 * @kind: the kind of the rows
 * @result: (transfer full): the result to write
 * @callback: called when done, with @session
 * @user_data: passed to @callback
 *
 * Writes everything as one step of undo, in a worker. New records get their ids in ascending order,
 * so that rows are appended to the tables rather than scattered over them.
 */
void rm_import_apply_async (RmSession *session,
                            RmJob *job,
                            RmImportKind kind,
                            RmImportResult *result,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean rm_import_apply_finish (RmSession *session,
                                 GAsyncResult *result,
                                 GError **error);

/**
 * RmImportBatch:
 *
 * Tables imported together, as one step of undo: people, and ratings that name them. Each is read
 * as if those before it were in the programme already. For the command line: blocks.
 */
typedef struct _RmImportBatch RmImportBatch;

/**
 * rm_import_batch_new:
 * @session: an editable session
 * @progress: (nullable): called now and then while rows are written
 * @data: passed to @progress
 * @error: #RmStoreError
 *
 * Returns: (transfer full) (nullable): a batch without tables
 */
RmImportBatch *rm_import_batch_new (RmSession *session,
                                    RmProgressFunc progress,
                                    gpointer data,
                                    GError **error);
void rm_import_batch_free (RmImportBatch *self);

/**
 * rm_import_batch_load:
 * @self: a batch
 * @file: a workbook or a CSV file
 * @sheet: (nullable): the name of a sheet, as in #RmSourceOptions
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: as for rm_source_load()
 *
 * Returns: (transfer full) (nullable): the import
 */
RmImport *rm_import_batch_load (RmImportBatch *self,
                                GFile *file,
                                const char *sheet,
                                RmProgressFunc progress,
                                gpointer data,
                                GError **error);

/**
 * rm_import_batch_add:
 * @self: a batch
 * @kind: the kind of the rows
 * @result: (transfer full): the result of an import loaded after the results already added
 */
void rm_import_batch_add (RmImportBatch *self,
                          RmImportKind kind,
                          RmImportResult *result);

/**
 * rm_import_batch_apply:
 * @self: a batch, not usable afterwards
 * @last: whether it is the last edit of the session: see rm_session_edit_last()
 * @error: %RM_APP_ERROR_NOT_NOW, #RmStoreError, %RM_CORE_ERROR_CANCELLED; then nothing is changed
 *
 * Writes everything as one step of undo, or nothing if nothing changes. New records get their ids
 * in ascending order, so that rows are appended to the tables rather than scattered over them.
 *
 * Returns: success
 */
gboolean rm_import_batch_apply (RmImportBatch *self,
                                gboolean last,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmImport, rm_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmImportBatch, rm_import_batch_free)

G_END_DECLS
