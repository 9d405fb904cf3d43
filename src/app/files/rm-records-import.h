/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "exchange/import/rm-records-table.h"

G_BEGIN_DECLS

/** The most records in a table that is edited row by row in the settings. */
#define RM_RECORDS_MOST 1000u

/** RmRecordsImported: the outcome of importing records. */
typedef struct
{
  guint n_added;
  guint n_known;       /* rows already present */
  guint n_left_out;
  GPtrArray *problems; /* (owned) (element-type RmFileProblem): see RmRecordsTable */
  GPtrArray *ignored;  /* (owned) (element-type utf8): likewise */
  RmSheet *sheet;      /* (owned) (nullable): what was read; not by rm_records_import_async() */
} RmRecordsImported;

/**
 * rm_records_import:
 * @session: a session
 * @table: the kind of records: without references, and allowed to be added by hand
 * @file: a workbook or a CSV file
 * @sheet: (nullable): the name of a sheet, as in #RmSourceOptions
 * @order: as for rm_records_table_new()
 * @imported: (out caller-allocates): the outcome; cleared by rm_records_imported_clear()
 * @progress: (nullable) (scope call): called now and then while the file is read
 * @data: passed to @progress
 * @error: %RM_APP_ERROR_CAPACITY beyond #RM_RECORDS_MOST, or as for rm_source_load(),
 *   rm_records_table_new() and rm_session_edit()
 *
 * Adds missing records, in one step of undo, or none if nothing is new. A row with anything
 * unreadable is left out whole, and listed. Blocks: for the command line.
 *
 * Returns: success
 */
gboolean rm_records_import (RmSession *session,
                            RmTable table,
                            GFile *file,
                            const char *sheet,
                            RmDateOrder order,
                            RmRecordsImported *imported,
                            RmProgressFunc progress,
                            gpointer data,
                            GError **error);

/**
 * rm_records_import_async:
 * @session: an editable session
 * @table: as for rm_records_import()
 * @file: a workbook or a CSV file
 * @callback: called when done; ends with rm_records_import_finish()
 * @user_data: passed to @callback
 *
 * rm_records_import(), with the file read by a worker.
 */
void rm_records_import_async (RmSession *session,
                              RmTable table,
                              GFile *file,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean rm_records_import_finish (RmSession *session,
                                   GAsyncResult *result,
                                   RmRecordsImported *imported,
                                   GError **error);

void rm_records_imported_clear (RmRecordsImported *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RmRecordsImported, rm_records_imported_clear)

G_END_DECLS
