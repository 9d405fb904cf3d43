/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store-types.h"

G_BEGIN_DECLS

/* Common code for files outside of SQLite: resolving names, digests, and mapping errors to ours.
 * RmDraft writes files. All functions block. */

/**
 * rm_safe_file_resolve:
 * @file: a file, which need not exist
 *
 * Follows links, so that a file is the same under each of its names.
 *
 * Returns: (transfer full): the file that @file leads to
 */
GFile *rm_safe_file_resolve (GFile *file);

/**
 * rm_safe_file_dup_digest:
 * @file: a file
 * @cancellable: (nullable): stops
 * @error: #RmStoreError; %RM_STORE_ERROR_NOT_FOUND if there is none
 *
 * Reads the whole file. Only the content shows whether a file changed: times have a resolution of
 * some milliseconds and can be set back.
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
 * Returns: whether anything has that name, even a dangling link
 */
gboolean rm_safe_file_is_there (const char *path);

/**
 * rm_safe_file_read:
 * @file: a file from anywhere
 * @action: the action, for messages ("open the file")
 * @cancellable: (nullable): stops
 * @error: #RmStoreError; %RM_STORE_ERROR_NOT_A_FILE for folders, devices and named pipes: opening a
 *   pipe would block until somebody writes to it
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
 * @path: the copy: replaced, readable by its owner only
 * @cancellable: (nullable): stops
 * @error: #RmStoreError
 *
 * The copy is on disk when this returns, but its name is not: see rm_safe_file_sync_folder().
 *
 * Returns: (transfer full) (nullable): the digest of the copy
 */
char *rm_safe_file_copy_in (GFile *file,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);

/**
 * rm_safe_file_pour:
 * @in: the content, read to its end
 * @fd: the destination
 * @cancellable: (nullable): stops
 * @error: #RmStoreError
 *
 * Writes and syncs.
 *
 * Returns: (transfer full) (nullable): the digest of the content
 */
char *rm_safe_file_pour (GInputStream *in,
                         int fd,
                         GCancellable *cancellable,
                         GError **error);

/**
 * rm_safe_file_write:
 * @path: a small file of our own
 * @data: its content
 * @size: bytes
 * @error: #RmStoreError
 *
 * Writes it whole or not at all, on disk when this returns, readable by its owner only.
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
 * Makes the names in @folder survive a loss of power. It is not an error if the file system cannot
 * do so.
 *
 * Returns: success
 */
gboolean rm_safe_file_sync_folder (const char *folder,
                                   GError **error);

/**
 * rm_safe_file_fail:
 * @io: (transfer full): an error from GIO
 * @action: the action that failed ("save the file")
 * @error: the #RmStoreError for it
 *
 * Returns: %FALSE
 */
gboolean rm_safe_file_fail (GError *io,
                            const char *action,
                            GError **error);

/**
 * rm_safe_file_fail_errno:
 * @code: an errno
 * @action: the action that failed
 * @error: the #RmStoreError for it
 *
 * Returns: %FALSE
 */
gboolean rm_safe_file_fail_errno (int code,
                                  const char *action,
                                  GError **error);

G_END_DECLS
