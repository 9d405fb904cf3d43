/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store-types.h"

G_BEGIN_DECLS

/**
 * RmDraft:
 *
 * A file that is about to be written: the one way in which this program writes files. Its content is
 * on the disk beside its target, under a name of its own and with the mode, owner, access list and
 * extended attributes of the target, before anything happens to the target. Committing exchanges the
 * two in one step and looks at what came out, so that nobody else's work is lost even if it was
 * written a moment ago.
 *
 * The exchange is not there on some network file systems, and below the document portal of a sandbox
 * it hides what came out. There GIO replaces the file, its content is looked at right before and
 * right after, and what somebody else writes in between is lost.
 *
 * All functions block.
 */
typedef struct _RmDraft RmDraft;


/**
 * rm_draft_new:
 * @file: what will be written; where it is a link, what it leads to
 * @in: (type GInputStream): the content, read to its end; can be sought
 * @exchange: whether what is in its place may be somebody else's, so that it has to be looked at: then
 *   rm_draft_commit() has to be told what is known
 * @cancellable: (nullable): stops
 * @error: #RmStoreError; %RM_STORE_ERROR_HARD_LINK where @file has several names, since replacing one
 *   would leave the others behind; %RM_STORE_ERROR_PERMISSION where the file is not to be written, the
 *   folder cannot be, or the owner cannot be kept
 *
 * Writes the content beside @file.
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
 * Returns: (transfer none) (nullable): where what was in its place will lie between the exchange and
 *   the look at it: to be noted before, so that it is found again after a crash
 */
const char *rm_draft_get_exchange_path (RmDraft *self);

/**
 * rm_draft_commit:
 * @self: a draft
 * @known: (nullable): digests of what the file may hold, ended by %NULL; none for a file that must not
 *   be there; %NULL where whatever is there may go, and only there
 * @displaced: (out) (optional) (transfer full): the path of what came out where it is not @known: the
 *   caller has to keep it. %NULL where all is well
 * @cancellable: (nullable): stops, before the exchange
 * @error: #RmStoreError; the file is then as it was. %RM_STORE_ERROR_CONFLICT where it holds something
 *   else, %RM_STORE_ERROR_MOVED where it should be there and is not
 *
 * Puts the draft in the place of the file, on the disk.
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
 * @self: (transfer full): a draft; taken away where it was not committed
 */
void rm_draft_free (RmDraft *self);

/**
 * rm_draft_replace:
 * @file: what to write
 * @in: the content
 * @cancellable: (nullable): stops
 * @error: as of rm_draft_new() and rm_draft_commit()
 *
 * A draft that is committed at once and replaces whatever is there: for exports.
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
 * Removes drafts that a killed program left there, old enough that nobody writes them any more.
 */
void rm_draft_remove_stale (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmDraft, rm_draft_free)

G_END_DECLS
