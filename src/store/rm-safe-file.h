/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store-types.h"

G_BEGIN_DECLS

/**
 * rm_safe_file_dup_stamp:
 * @file: a file
 * @io: a #GError of GIO where it cannot be asked
 *
 * What tells one state of a file from another: its time, its size and which file it is. The time
 * alone moves in steps of some milliseconds, in which somebody else may write.
 *
 * Returns: (transfer full) (nullable): the stamp
 */
char *rm_safe_file_dup_stamp (GFile *file,
                              GError **io);

/**
 * rm_safe_file_replace:
 * @file: where to write; where it is a link, what it leads to is replaced
 * @in: what to write; read to its end
 * @stamp: (nullable): what @file must still be, or %NULL where it does not matter
 * @new_stamp: (out) (optional) (transfer full): what @file is now
 * @cancellable: (nullable): stops; @file then stays as it was
 * @error: #RmStoreError; @file then is as it was
 *
 * Writes a file whole or not at all, readable by its owner only where it is new. A file that has
 * several names is refused (%RM_STORE_ERROR_HARD_LINK), and so is one in a folder that cannot be
 * written to or one of another owner (%RM_STORE_ERROR_PERMISSION): they would be written over in
 * place. Blocks.
 *
 * Returns: success
 */
gboolean rm_safe_file_replace (GFile *file,
                               GInputStream *in,
                               const char *stamp,
                               char **new_stamp,
                               GCancellable *cancellable,
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

G_END_DECLS
