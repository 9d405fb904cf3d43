/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-app-types.h"
#include "core/base/rm-core-types.h"

G_BEGIN_DECLS

/**
 * RmJob:
 *
 * A long operation in its own thread, from an immutable input to a result, with progress and
 * cancellation. Progress reports from the worker are coalesced into one notification on the main
 * thread.
 */
#define RM_TYPE_JOB (rm_job_get_type ())
G_DECLARE_FINAL_TYPE (RmJob, rm_job, RM, JOB, GObject)

/**
 * RmJobFunc:
 * @self: the job, for rm_job_report() and rm_job_get_cancellable()
 * @data: the data of rm_job_run()
 * @error: return location
 *
 * Runs in the worker.
 *
 * Returns: (transfer full) (nullable): the result
 */
typedef gpointer (*RmJobFunc) (RmJob *self, gpointer data, GError **error);

/**
 * rm_job_new:
 *
 * Returns: (transfer full): a job that has not started
 */
RmJob *rm_job_new (void);

/**
 * rm_job_run:
 * @self: a job
 * @func: the work
 * @data: (transfer full): its input
 * @free_data: (nullable): frees @data, after @func
 * @free_result: (nullable): frees a result that is not taken
 * @callback: called on the main thread when done
 * @user_data: passed to @callback
 */
void rm_job_run (RmJob *self,
                 RmJobFunc func,
                 gpointer data,
                 GDestroyNotify free_data,
                 GDestroyNotify free_result,
                 GAsyncReadyCallback callback,
                 gpointer user_data);

/**
 * rm_job_finish:
 * @self: a job
 * @result: the result passed to the callback
 * @error: the error of the work, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the result
 */
gpointer rm_job_finish (RmJob *self,
                        GAsyncResult *result,
                        GError **error);

/**
 * rm_job_report:
 * @fraction: 0 to 1, or negative if the end is not known
 * @self: (type RmJob): a job
 *
 * An #RmProgressFunc, called by the worker.
 *
 * Returns: whether to go on
 */
gboolean rm_job_report (double fraction,
                        gpointer self);

void rm_job_cancel (RmJob *self);
GCancellable *rm_job_get_cancellable (RmJob *self);
double rm_job_get_progress (RmJob *self);

/**
 * rm_error_is_cancelled:
 * @error: an error
 *
 * Returns: whether it only means that somebody asked to stop, which is not to be shown
 */
gboolean rm_error_is_cancelled (const GError *error);

G_END_DECLS
