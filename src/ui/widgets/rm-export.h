/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * rm_export_choose:
 * @window: the window from which it was asked
 * @session: the programme
 * @what: "pairs", "people" or "json"
 *
 * Asks for a file and writes to it as a job. Tells the outcome by "win.toast" or
 * "win.show-error".
 */
void rm_export_choose (GtkWindow *window,
                       RmSession *session,
                       const char *what);

/**
 * RmExportStart:
 * @job: a new job
 * @file: where to
 * @data: what was passed to rm_export_choose_file()
 * @callback: to be called with @job when it has ended; ends with rm_export_write_finish()
 * @user_data: passed to @callback
 *
 * Starts to write a file.
 */
typedef void (*RmExportStart) (RmJob *job,
                               GFile *file,
                               gpointer data,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * rm_export_choose_file:
 * @window: the window from which it was asked
 * @title: of the file chooser
 * @name: of the file, as a suggestion
 * @start: starts to write
 * @data: (transfer full): passed to @start
 * @free_data: (nullable): frees @data
 *
 * Asks for a file and has it written, as rm_export_choose() does.
 */
void rm_export_choose_file (GtkWindow *window,
                            const char *title,
                            const char *name,
                            RmExportStart start,
                            gpointer data,
                            GDestroyNotify free_data);

G_END_DECLS
