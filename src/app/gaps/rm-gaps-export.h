/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-view.h"
#include "app/session/rm-app-types.h"
#include "exchange/export/rm-table-writer.h"

G_BEGIN_DECLS

/**
 * RmGapsFile:
 * @RM_GAPS_CSV: the table as shown; unrated is "?", never 0
 * @RM_GAPS_XLSX: the same as a workbook
 * @RM_GAPS_PNG: a picture
 * @RM_GAPS_SVG: a drawing
 * @RM_GAPS_PDF: a page
 * @RM_GAPS_QUESTIONS: a sheet of ratings to be filled in, see rm_rating_sheet_write(): a workbook
 *   where the name of the file ends in ".xlsx", else CSV
 *
 * The files that skill gaps can be written to.
 */
typedef enum
{
  RM_GAPS_CSV,
  RM_GAPS_XLSX,
  RM_GAPS_PNG,
  RM_GAPS_SVG,
  RM_GAPS_PDF,
  RM_GAPS_QUESTIONS,
} RmGapsFile;

/**
 * rm_gaps_export_write_table:
 * @view: the view
 * @block: cells of it
 * @format: the format
 * @error: as for rm_table_writer_finish()
 *
 * Writes cells with the names of their rows and columns.
 *
 * Returns: (transfer full) (nullable): the table
 */
GBytes *rm_gaps_export_write_table (RmGapView *view,
                                    const RmGapBlock *block,
                                    RmTableFormat format,
                                    GError **error);

/**
 * rm_gaps_export_write:
 * @view: the view
 * @block: (nullable): the cells that questions are about; %NULL for all
 * @kind: the kind of file
 * @rtl: whether a picture runs from right to left
 * @file: the destination; replaced if it exists
 * @progress: (nullable) (scope call): progress and stop
 * @data: passed to @progress
 * @error: #RmStoreError, #RmCoreError, or as for rm_table_writer_finish(); @file is then unchanged
 *
 * Blocks.
 *
 * Returns: success
 */
gboolean rm_gaps_export_write (RmGapView *view,
                               const RmGapBlock *block,
                               RmGapsFile kind,
                               gboolean rtl,
                               GFile *file,
                               RmProgressFunc progress,
                               gpointer data,
                               GError **error);

/**
 * rm_gaps_export_write_async:
 * @view: the view
 * @block: (nullable): the cells that questions are about
 * @kind: the kind of file
 * @rtl: whether a picture runs from right to left
 * @file: the destination
 * @job: a new job
 * @callback: called when done, with @job; ends with rm_export_write_finish()
 * @user_data: passed to @callback
 *
 * rm_gaps_export_write() in a worker.
 */
void rm_gaps_export_write_async (RmGapView *view,
                                 const RmGapBlock *block,
                                 RmGapsFile kind,
                                 gboolean rtl,
                                 GFile *file,
                                 RmJob *job,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

G_END_DECLS
