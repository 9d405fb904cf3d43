/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store-types.h"

G_BEGIN_DECLS

/* What the files outside of SQLite have in common: where a name really leads, what a file holds, and
 * how its errors become ours. RmDraft writes files. All functions block. */

/**
 * rm_safe_file_resolve:
 * @file: a file, which need not be there
 *
 * Follows links, so that a file is one and the same under each of its names.
 *
 * Returns: (transfer full): the file that @file leads to
 */
GFile *rm_safe_file_resolve (GFile *file);

/**
 * rm_safe_file_dup_digest:
 * @file: a file
 * @cancellable: (nullable): stops
 * @error: #RmStoreError; %RM_STORE_ERROR_NOT_FOUND where there is none
 *
 * Reads the whole file. Only its content tells who wrote it: times move in steps of some
 * milliseconds and can be put back.
 *
 * Returns: (transfer full) (nullable): SHA-256 in hexadecimal digits
 */
char *rm_safe_file_dup_digest (GFile *file,
                               GCancellable *cancellable,
                               GError **error);

/**
 * rm_safe_file_is_there:
 * @path: a path
 *
 * Returns: whether anything has that name, be it a link that leads to nothing
 */
gboolean rm_safe_file_is_there (const char *path);

/**
 * rm_safe_file_read:
 * @file: a file from anywhere
 * @action: what for ("open the file")
 * @cancellable: (nullable): stops
 * @error: #RmStoreError; %RM_STORE_ERROR_NOT_A_FILE for folders, devices and named pipes: a pipe would
 *   be waited for until somebody writes into it
 *
 * Returns: (transfer full) (nullable): its content
 */
GFileInputStream *rm_safe_file_read (GFile *file,
                                     const char *action,
                                     GCancellable *cancellable,
                                     GError **error);

/**
 * rm_safe_file_copy_in:
 * @file: a file from anywhere
 * @path: where to copy it: replaced, readable by its owner only
 * @cancellable: (nullable): stops
 * @error: #RmStoreError
 *
 * The copy is on the disk when this returns, its name is not: see rm_safe_file_sync_folder().
 *
 * Returns: (transfer full) (nullable): the digest of what was copied
 */
char *rm_safe_file_copy_in (GFile *file,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);

/**
 * rm_safe_file_pour:
 * @in: what to write, read to its end
 * @fd: where to write it
 * @cancellable: (nullable): stops
 * @error: #RmStoreError
 *
 * Writes and syncs.
 *
 * Returns: (transfer full) (nullable): the digest of what was written
 */
char *rm_safe_file_pour (GInputStream *in,
                         int fd,
                         GCancellable *cancellable,
                         GError **error);

/**
 * rm_safe_file_write:
 * @path: a small file of our own
 * @data: what it shall hold
 * @size: bytes
 * @error: #RmStoreError
 *
 * Whole or not at all, on the disk when this returns, readable by its owner only.
 *
 * Returns: success
 */
gboolean rm_safe_file_write (const char *path,
                             gconstpointer data,
                             gsize size,
                             GError **error);

/**
 * rm_safe_file_sync_folder:
 * @folder: a folder
 * @error: #RmStoreError
 *
 * Makes the names in @folder outlive a loss of power. File systems that cannot do so are not an
 * error.
 *
 * Returns: success
 */
gboolean rm_safe_file_sync_folder (const char *folder,
                                   GError **error);

/**
 * rm_safe_file_fail:
 * @io: (transfer full): what went wrong
 * @action: what was being done ("save the file")
 * @error: the #RmStoreError for it
 *
 * Returns: %FALSE
 */
gboolean rm_safe_file_fail (GError *io,
                            const char *action,
                            GError **error);

/**
 * rm_safe_file_fail_errno:
 * @code: of the system
 * @action: what was being done
 * @error: the #RmStoreError for it
 *
 * Returns: %FALSE
 */
gboolean rm_safe_file_fail_errno (int code,
                                  const char *action,
                                  GError **error);

G_END_DECLS
