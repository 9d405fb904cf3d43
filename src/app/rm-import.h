/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rm-session.h"
#include "exchange/rm-import-plan.h"
#include "exchange/rm-import-result.h"

G_BEGIN_DECLS

/**
 * RmImport:
 *
 * A table that was read to be brought into a programme, with what the programme holds already.
 * From here it goes on to an #RmImportPlan, its #RmImportResult and rm_import_apply(). Immutable.
 */

/**
 * rm_import_load:
 * @session: where it will go
 * @file: a CSV file
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: as of rm_csv_reader_load(), or #RmStoreError
 *
 * Reads the file and the ratings that are there. Blocks.
 *
 * Returns: (transfer full) (nullable): what was read
 */
RmImport *rm_import_load (RmSession *session,
                          GFile *file,
                          RmProgressFunc progress,
                          gpointer data,
                          GError **error);

/**
 * rm_import_load_async:
 * @session: where it will go
 * @job: a new job
 * @file: a CSV file
 * @callback: gets the import from rm_import_load_finish()
 * @user_data: passed to @callback
 *
 * rm_import_load() in a worker.
 */
void rm_import_load_async (RmSession *session,
                           RmJob *job,
                           GFile *file,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
RmImport *rm_import_load_finish (RmJob *job,
                                 GAsyncResult *result,
                                 GError **error);

/**
 * rm_import_get_kind:
 * @self: an import
 *
 * Returns: what the headers look like: ratings where they name a person, a skill and a level or
 *   target, else people
 */
RmImportKind rm_import_get_kind (const RmImport *self);
RmCsvTable *rm_import_get_table (const RmImport *self);

/**
 * rm_import_new_plan:
 * @self: an import
 * @kind: what its rows are
 *
 * Ratings without a day get that of today.
 *
 * Returns: (transfer full): a plan with the columns as their headers propose
 */
RmImportPlan *rm_import_new_plan (const RmImport *self,
                                  RmImportKind kind);
void rm_import_free (RmImport *self);

/**
 * rm_import_dup_label:
 * @kind: what the rows are
 * @result: what will be written
 *
 * Returns: (transfer full): the import as undo names it ("Import 322 people")
 */
char *rm_import_dup_label (RmImportKind kind,
                           const RmImportResult *result);

/**
 * rm_import_is_empty:
 * @result: what will be written
 *
 * Returns: whether it changes nothing
 */
gboolean rm_import_is_empty (const RmImportResult *result);

/**
 * rm_import_apply:
 * @session: an editable session with the programme that @result was made for
 * @kind: what the rows are
 * @result: (transfer full): what to write
 * @progress: (nullable) (scope call): called now and then; can stop until the edit is committed
 * @data: passed to @progress
 * @error: %RM_APP_ERROR_NOT_NOW, #RmStoreError, %RM_CORE_ERROR_CANCELLED; nothing is changed then
 *
 * Writes everything as one step of undo; nothing where nothing changes. New records get their
 * ids in ascending order, so that rows are appended to the tables rather than scattered over them.
 * Blocks.
 *
 * Returns: success
 */
gboolean rm_import_apply (RmSession *session,
                          RmImportKind kind,
                          RmImportResult *result,
                          RmProgressFunc progress,
                          gpointer data,
                          GError **error);

/**
 * rm_import_apply_async:
 * @session: as of rm_import_apply()
 * @job: a new job; shows progress and can be cancelled
 * @kind: what the rows are
 * @result: (transfer full): what to write
 * @callback: called when done, with @session
 * @user_data: passed to @callback
 *
 * rm_import_apply() in a worker.
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmImport, rm_import_free)

G_END_DECLS
