/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store-types.h"

G_BEGIN_DECLS

/**
 * RmDraft:
 *
 * A file about to be written: the one way in which this program writes files. Its content is on
 * disk next to its target, under another name and with the mode, owner, access list and extended
 * attributes of the target, before the target is touched. Committing exchanges the two atomically
 * and checks the file that comes out, so that nobody else's work is lost even if it was written a
 * moment ago.
 *
 * Some network file systems have no such exchange, and under the document portal of a sandbox it
 * hides the file that comes out. There GIO replaces the file, its content is checked right before
 * and after, and anything that somebody else writes in between is lost.
 *
 * All functions block.
 */
typedef struct _RmDraft RmDraft;


/**
 * rm_draft_new:
 * @file: the file to write; for a link, its target is written
 * @in: (type GInputStream): the content, read to its end; seekable
 * @exchange: whether the target may be somebody else's and must be checked: rm_draft_commit() then
 *   needs the known digests
 * @cancellable: (nullable): stops
 * @error: #RmStoreError; %RM_STORE_ERROR_HARD_LINK if @file has several names, since replacing one
 *   would leave the others behind; %RM_STORE_ERROR_PERMISSION if the file must not or the folder
 *   cannot be written, or the owner cannot be kept
 *
 * Writes the content next to @file.
 *
 * Returns: (transfer full) (nullable): the draft
 */
RmDraft *rm_draft_new (GFile *file,
                       GInputStream *in,
                       gboolean exchange,
                       GCancellable *cancellable,
                       GError **error);

/**
 * rm_draft_get_digest:
 * @self: a draft
 *
 * Returns: (transfer none): SHA-256 of its content
 */
const char *rm_draft_get_digest (RmDraft *self);

/**
 * rm_draft_get_exchange_path:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the path of the replaced file between the exchange and the
 *   check: note it before, to find the file after a crash
 */
const char *rm_draft_get_exchange_path (RmDraft *self);

/**
 * rm_draft_commit:
 * @self: a draft
 * @known: (nullable): allowed digests of the target, ended by %NULL; an empty list if it must not
 *   exist; %NULL if and only if anything may be replaced
 * @displaced: (out) (optional) (transfer full): the path of the replaced file if it is not @known:
 *   the caller must keep it. %NULL otherwise
 * @cancellable: (nullable): stops, before the exchange
 * @error: #RmStoreError; the file is then unchanged. %RM_STORE_ERROR_CONFLICT if it holds something
 *   else, %RM_STORE_ERROR_MOVED if it should exist and does not
 *
 * Replaces the file with the draft, on disk.
 *
 * Returns: success
 */
gboolean rm_draft_commit (RmDraft *self,
                          const char *const *known,
                          char **displaced,
                          GCancellable *cancellable,
                          GError **error);

/**
 * rm_draft_free:
 * @self: (transfer full): a draft; removed unless committed
 */
void rm_draft_free (RmDraft *self);

/**
 * rm_draft_replace:
 * @file: the file to write
 * @in: the content
 * @cancellable: (nullable): stops
 * @error: as for rm_draft_new() and rm_draft_commit()
 *
 * Commits a draft at once, replacing any file: for exports.
 *
 * Returns: success
 */
gboolean rm_draft_replace (GFile *file,
                           GInputStream *in,
                           GCancellable *cancellable,
                           GError **error);

/**
 * rm_draft_remove_stale:
 * @folder: a folder
 *
 * Removes drafts left there by a killed program, if old enough that nobody is still writing them.
 */
void rm_draft_remove_stale (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmDraft, rm_draft_free)

G_END_DECLS
