/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-document.h"

G_BEGIN_DECLS

/**
 * RmPurge:
 *
 * What shall not be remembered any more: words, rows, whole tables. The rows themselves are for the
 * caller to delete before; this is about what the document still holds of them: changesets and labels
 * of the history, copies for undo of large edits, the log.
 */
typedef struct _RmPurge RmPurge;

RmPurge *rm_purge_new (void);
void rm_purge_free (RmPurge *self);

/**
 * rm_purge_add_word:
 * @self: a purge
 * @word: bytes that shall be found nowhere afterwards, such as a name as it was written; not empty
 */
void rm_purge_add_word (RmPurge *self,
                        const char *word);

/**
 * rm_purge_add_row:
 * @self: a purge
 * @table: name of a table
 * @id: key of a row
 */
void rm_purge_add_row (RmPurge *self,
                       const char *table,
                       gint64 id);

/**
 * rm_purge_add_table:
 * @self: a purge
 * @table: name of a table
 */
void rm_purge_add_table (RmPurge *self,
                         const char *table);

/**
 * rm_purge_has_word:
 * @self: a purge
 * @data: bytes
 * @size: how many
 *
 * Returns: whether a word of it stands anywhere in them
 */
gboolean rm_purge_has_word (const RmPurge *self,
                            gconstpointer data,
                            gsize size);

/**
 * rm_store_purge:
 * @self: a store without an open edit
 * @purge: what to forget
 * @error: #RmStoreError; nothing is changed then
 *
 * Undo ends at the last change that says anything of it: later ones can still be taken back. Labels
 * with a word of it are replaced. Copies for undo of large edits go, and with them undo of those. The
 * history keeps its rows, so that copies of the document still find their common past.
 *
 * That is not recorded and cannot be undone. What it takes out is overwritten in the working copy; the
 * log may still hold it: rm_document_purge() sees to that.
 *
 * Returns: success
 */
gboolean rm_store_purge (RmStore *self,
                         const RmPurge *purge,
                         GError **error);

/**
 * rm_document_purge:
 * @self: a document that nobody edits or saves meanwhile
 * @purge: what to forget
 * @error: #RmStoreError; %RM_STORE_ERROR_CONSTRAINT where a word of it is still somewhere, as in a row
 *   that was not deleted
 *
 * rm_store_purge(), then saves, folds the log, and looks through every byte of the file and of the
 * folder of the working copy. Blocks.
 *
 * Returns: whether nothing of it is left
 */
gboolean rm_document_purge (RmDocument *self,
                            const RmPurge *purge,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmPurge, rm_purge_free)

G_END_DECLS
