/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/rm-exchange-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * rm_input_file_check:
 * @file: what is to be read
 * @size: (out): its bytes
 * @error: %RM_EXCHANGE_ERROR_NOT_A_FILE for folders, devices and named pipes, or a #GIOErrorEnum
 *
 * Asked before a file is read whole: a pipe would be waited for until somebody writes into it, and
 * a device need not end.
 *
 * Returns: whether it can be read
 */
gboolean rm_input_file_check (GFile *file,
                              goffset *size,
                              GError **error);

G_END_DECLS
