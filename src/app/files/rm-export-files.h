/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"

G_BEGIN_DECLS

/**
 * RmExportKind:
 * @RM_EXPORT_PAIRS: the pairs
 * @RM_EXPORT_PEOPLE: people without confidential fields
 * @RM_EXPORT_RATINGS: all ratings
 * @RM_EXPORT_MATRIX: people down, skills across, levels in the cells
 * @RM_EXPORT_BUNDLE: everything, JSON
 *
 * The content of a file. Tables are written as a workbook where its name ends in ".xlsx", else as
 * CSV.
 */
typedef enum
{
  RM_EXPORT_PAIRS,
  RM_EXPORT_PEOPLE,
  RM_EXPORT_RATINGS,
  RM_EXPORT_MATRIX,
  RM_EXPORT_BUNDLE,
} RmExportKind;

/**
 * rm_export_write:
 * @session: a session
 * @kind: what to write
 * @file: the destination; replaced if it exists
 * @cancellable: (nullable): stops; @file then stays unchanged
 * @error: #RmStoreError, or as for rm_table_writer_finish(); @file is then unchanged
 *
 * Writes the current programme, whole or not at all. Blocks.
 *
 * Returns: success
 */
gboolean rm_export_write (RmSession *session,
                          RmExportKind kind,
                          GFile *file,
                          GCancellable *cancellable,
                          GError **error);

/**
 * rm_export_write_async:
 * @session: a session
 * @job: a new job
 * @kind: what to write
 * @file: the destination
 * @callback: called when done, with @job
 * @user_data: passed to @callback
 *
 * rm_export_write() in a worker.
 */
void rm_export_write_async (RmSession *session,
                            RmJob *job,
                            RmExportKind kind,
                            GFile *file,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean rm_export_write_finish (RmJob *job,
                                 GAsyncResult *result,
                                 GError **error);

/**
 * rm_export_read_bundle:
 * @session: an editable session without people and skills
 * @file: a file written as %RM_EXPORT_BUNDLE
 * @unknown: (out) (optional) (transfer full) (element-type utf8): unknown content of the file
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: as for rm_json_reader_load(), %RM_APP_ERROR_VALUE if the programme is not empty,
 *   #RmStoreError
 *
 * Imports a whole programme as one step of undo. Blocks.
 *
 * Returns: success
 */
gboolean rm_export_read_bundle (RmSession *session,
                                GFile *file,
                                GPtrArray **unknown,
                                RmProgressFunc progress,
                                gpointer data,
                                GError **error);

G_END_DECLS
