/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"
#include "exchange/json/rm-bundle.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * rm_json_reader_read:
 * @text: (array length=length): a file, in UTF-8
 * @length: how many bytes
 * @unknown: (out) (optional) (transfer full) (element-type utf8): paths of keys that mean nothing
 *   here ("person[3].colour"), each kind once
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: as of rm_json_guard_check(), %RM_EXCHANGE_ERROR_SYNTAX, %RM_EXCHANGE_ERROR_FORMAT,
 *   %RM_EXCHANGE_ERROR_TYPE, %RM_EXCHANGE_ERROR_VALUE, %RM_EXCHANGE_ERROR_REFERENCE,
 *   %RM_EXCHANGE_ERROR_CANCELLED; the message begins with the path of the value
 *   ("person[3].level"), counted from 0
 *
 * Reads what rm_json_writer_write() wrote, all or nothing. The file may be anybody's: types,
 * ranges, ids and references are checked. Keys that mean nothing are reported and passed over.
 *
 * O(n log n). Any thread.
 *
 * Returns: (transfer full) (nullable): what the file holds
 */
RmBundle *rm_json_reader_read (const char *text,
                               gsize length,
                               GPtrArray **unknown,
                               RmProgressFunc progress,
                               gpointer data,
                               GError **error);

/**
 * rm_json_reader_load:
 * @file: a file
 * @unknown: (out) (optional) (transfer full) (element-type utf8): as of rm_json_reader_read()
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: as of rm_json_reader_read(), with the file's name in front, or an error of GIO
 *
 * Reads @file with rm_json_reader_read(). Blocks: for workers and the command line.
 *
 * Returns: (transfer full) (nullable): what the file holds
 */
RmBundle *rm_json_reader_load (GFile *file,
                               GPtrArray **unknown,
                               RmProgressFunc progress,
                               gpointer data,
                               GError **error);

G_END_DECLS
