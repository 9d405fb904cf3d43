/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * rm_export_choose:
 * @window: the parent window
 * @session: the programme
 * @what: "pairs", "people", "ratings", "matrix" or "json"
 *
 * Asks for a file and writes to it as a job. Reports the outcome with "win.toast" or
 * "win.show-error".
 */
void rm_export_choose (GtkWindow *window,
                       RmSession *session,
                       const char *what);

/**
 * RmExportStart:
 * @job: a new job
 * @file: the destination
 * @data: the data of rm_export_choose_file()
 * @callback: to be called with @job when done; ends with rm_export_write_finish()
 * @user_data: passed to @callback
 *
 * Starts writing a file.
 */
typedef void (*RmExportStart) (RmJob *job,
                               GFile *file,
                               gpointer data,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * rm_export_choose_file:
 * @window: the parent window
 * @title: title of the file chooser
 * @name: suggested name of the file
 * @start: starts writing
 * @data: (transfer full): passed to @start
 * @free_data: (nullable): frees @data
 *
 * Asks for a file and writes it, as rm_export_choose() does.
 */
void rm_export_choose_file (GtkWindow *window,
                            const char *title,
                            const char *name,
                            RmExportStart start,
                            gpointer data,
                            GDestroyNotify free_data);

/**
 * rm_export_choose_table:
 * @window: the parent window
 * @title: title of the file chooser
 * @name: suggested name of the file, without its ending
 * @start: starts writing; what it writes follows the ending of the file, ".xlsx" or ".csv"
 * @data: (transfer full): passed to @start
 * @free_data: (nullable): frees @data
 *
 * The same for a table: asks for the format, too, and remembers it.
 */
void rm_export_choose_table (GtkWindow *window,
                             const char *title,
                             const char *name,
                             RmExportStart start,
                             gpointer data,
                             GDestroyNotify free_data);

G_END_DECLS
