/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store-types.h"

G_BEGIN_DECLS

/**
 * RmFileLock:
 *
 * Marks a document as open in this program. All locks of a folder of working copies are bytes of
 * one file in it, which is never removed, so nobody can hold the lock of a deleted file, and a
 * closed document leaves nothing behind. A lock ends with its process. It is not visible on other
 * machines and in sandboxes: there only the file's content counts (rm_draft_commit()).
 */
typedef struct _RmFileLock RmFileLock;

/**
 * rm_file_lock_take:
 * @state_dir: the folder of working copies; created if missing
 * @key: the lock: text that begins with fifteen hexadecimal digits
 * @error: %RM_STORE_ERROR_BUSY if somebody else holds it, or another #RmStoreError
 *
 * Does not wait.
 *
 * Returns: (transfer full) (nullable): the lock
 */
RmFileLock *rm_file_lock_take (const char *state_dir,
                               const char *key,
                               GError **error);

/**
 * rm_file_lock_add:
 * @self: a lock
 * @key: another one to hold as well
 * @error: as for rm_file_lock_take()
 *
 * Returns: whether it is held
 */
gboolean rm_file_lock_add (RmFileLock *self,
                           const char *key,
                           GError **error);

void rm_file_lock_release (RmFileLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmFileLock, rm_file_lock_release)

G_END_DECLS
