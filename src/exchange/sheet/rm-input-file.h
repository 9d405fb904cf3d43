/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"
#include "exchange/sheet/rm-exchange-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * rm_input_file_load:
 * @file: what is to be read
 * @limit: how many bytes its reader takes
 * @progress: (nullable) (scope call): called at least every 100 ms
 * @data: passed to @progress
 * @error: %RM_EXCHANGE_ERROR_NOT_A_FILE for folders, devices, sockets, and pipes without @progress;
 *   %RM_EXCHANGE_ERROR_CANCELLED, or a #GIOErrorEnum
 *
 * Reads a file, or what comes through a pipe until its last writer is gone. A pipe may never get a
 * writer: only @progress ends that wait, so without it pipes are refused. A device need not end.
 *
 * At most one byte more than @limit is read: more than @limit bytes are too many, and the reader says
 * so.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *rm_input_file_load (GFile *file,
                            gsize limit,
                            RmProgressFunc progress,
                            gpointer data,
                            GError **error);

G_END_DECLS
