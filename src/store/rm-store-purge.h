/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-document.h"

G_BEGIN_DECLS

/**
 * RmPurge:
 *
 * Data to erase: words, rows, whole tables. The caller must delete the rows themselves first; a
 * purge removes the traces left in the document: changesets and labels of the history, copies for
 * undo of large edits, the log.
 */
typedef struct _RmPurge RmPurge;

RmPurge *rm_purge_new (void);
void rm_purge_free (RmPurge *self);

/**
 * rm_purge_add_word:
 * @self: a purge
 * @word: bytes that must be found nowhere afterwards, such as a name as written; not empty
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
 * Returns: whether they contain any of its words
 */
gboolean rm_purge_has_word (const RmPurge *self,
                            gconstpointer data,
                            gsize size);

/**
 * rm_store_purge:
 * @self: a store without an open edit
 * @purge: the data to erase
 * @error: #RmStoreError; then nothing is changed
 *
 * Undo ends at the last change that contains any of it: later ones can still be undone. Replaces
 * labels that contain one of its words. Removes copies for undo of large edits, and with them undo
 * of those. The history keeps its rows, so that copies of the document still find their common
 * past.
 *
 * Not recorded, and cannot be undone. Erased data is overwritten in the working copy; the log may
 * still hold it: see rm_document_purge().
 *
 * Returns: success
 */
gboolean rm_store_purge (RmStore *self,
                         const RmPurge *purge,
                         GError **error);

/**
 * rm_document_purge:
 * @self: a document that nobody edits or saves meanwhile
 * @purge: the data to erase
 * @error: #RmStoreError; %RM_STORE_ERROR_CONSTRAINT if one of its words is still found, as in a row
 *   that was not deleted
 *
 * Runs rm_store_purge(), then saves, folds the log, and searches every byte of the file and of the
 * folder of the working copy. Blocks.
 *
 * Returns: whether nothing of it is left
 */
gboolean rm_document_purge (RmDocument *self,
                            const RmPurge *purge,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmPurge, rm_purge_free)

G_END_DECLS
