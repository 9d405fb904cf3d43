/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/rm-core-types.h"
#include "core/model/rm-record.h"
#include "store/rm-change.h"
#include "store/rm-db.h"

G_BEGIN_DECLS

/**
 * RmStore:
 *
 * A programme's tables on one connection, and the only way to change them: rm_store_edit(). Each
 * edit is one transaction, recorded as a changeset with a label, and one step of undo that
 * survives closing the file. Not thread-safe; a worker opens its own.
 */

/**
 * RmEditFlags:
 * @RM_EDIT_NONE: nothing special
 * @RM_EDIT_LARGE: more than about 100,000 rows: instead of a changeset, a copy of the programme
 *   before it is kept next to the working copy, and undo restores that
 */
typedef enum
{
  RM_EDIT_NONE = 0,
  RM_EDIT_LARGE = 1 << 0,
} RmEditFlags;

/**
 * RmEditFunc:
 * @self: the store, in an open edit
 * @data: data from the caller
 * @error: any error; the edit is then rolled back
 *
 * Returns: success
 */
typedef gboolean (*RmEditFunc) (RmStore *self, gpointer data, GError **error);

/**
 * rm_store_new:
 * @db: (transfer full): a connection to a sound programme of the current version
 * @image_dir: (nullable): folder for copies that large edits need; without it they record
 *   changesets like all others
 * @error: #RmStoreError
 *
 * Reads only the end of the history: text from an unchecked file is not shown.
 * rm_store_load_history() makes undo possible.
 *
 * Returns: (transfer full) (nullable): the store
 */
RmStore *rm_store_new (RmDb *db,
                       const char *image_dir,
                       GError **error);

void rm_store_free (RmStore *self);

RmDb *rm_store_get_db (RmStore *self);

/**
 * rm_store_edit:
 * @self: a store without an open edit
 * @label: the undo label ("Move Ana to Bo")
 * @flags: see #RmEditFlags
 * @func: (scope call): the edit
 * @data: passed to @func
 * @changes: (out) (optional) (transfer full): the rows that changed; none if @func changed nothing
 *   (then nothing is recorded)
 * @error: the error of @func, or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_store_edit (RmStore *self,
                        const char *label,
                        RmEditFlags flags,
                        RmEditFunc func,
                        gpointer data,
                        RmChanges **changes,
                        GError **error);

/**
 * rm_store_undo:
 * @self: a store without an open edit
 * @changes: (out) (optional) (transfer full): the rows that changed
 * @error: %RM_STORE_ERROR_NOTHING, %RM_STORE_ERROR_IMAGE or another #RmStoreError
 *
 * Undoes the last edit. This is recorded too: the history only grows.
 *
 * Returns: success
 */
gboolean rm_store_undo (RmStore *self,
                        RmChanges **changes,
                        GError **error);

/**
 * rm_store_redo:
 * @self: a store without an open edit
 * @changes: (out) (optional) (transfer full): the rows that changed
 * @error: as for rm_store_undo()
 *
 * Returns: success
 */
gboolean rm_store_redo (RmStore *self,
                        RmChanges **changes,
                        GError **error);

/**
 * rm_store_is_undo_large:
 * @self: a store
 *
 * Returns: whether the next undo would take longer than a frame
 */
gboolean rm_store_is_undo_large (RmStore *self);
gboolean rm_store_is_redo_large (RmStore *self);

/**
 * rm_store_get_undo_label:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): the label of the edit to undo
 */
const char *rm_store_get_undo_label (RmStore *self);

/**
 * rm_store_get_redo_label:
 * @self: a store
 *
 * Returns: (nullable) (transfer none): the label of the edit to redo
 */
const char *rm_store_get_redo_label (RmStore *self);

/**
 * rm_store_get_head:
 * @self: a store
 *
 * Returns: the number of the last row of the history, which changes with every edit, undo and redo
 */
gint64 rm_store_get_head (RmStore *self);

/** RmHistoryKind: the kind of a row of the history. */
typedef enum
{
  RM_HISTORY_EDIT,
  RM_HISTORY_UNDO,
  RM_HISTORY_REDO,
} RmHistoryKind;

/**
 * RmHistoryEntry:
 * @made: UTC seconds
 * @author: real name of the user
 * @label: label of the edit done, undone or redone
 */
typedef struct
{
  gint64 made;
  char *author;
  RmHistoryKind kind;
  char *label;
} RmHistoryEntry;

void rm_history_entry_free (RmHistoryEntry *self);

/**
 * rm_store_list_history:
 * @self: a store
 * @limit: how many at most
 * @error: #RmStoreError
 *
 * Lists everything ever done, including edits that can no longer be undone.
 *
 * Returns: (transfer full) (nullable) (element-type RmHistoryEntry): the entries, newest first
 */
GPtrArray *rm_store_list_history (RmStore *self,
                                  guint limit,
                                  GError **error);

/**
 * rm_store_set_history_limit:
 * @self: a store
 * @bytes: limit for all changesets together; the oldest are dropped first
 */
void rm_store_set_history_limit (RmStore *self,
                                 gint64 bytes);

/**
 * rm_store_load_history:
 * @self: a store
 * @error: #RmStoreError
 *
 * Reads the undo steps: call it once the document was found sound, and again after another
 * connection has made an edit. Until then there is nothing to undo, and rm_store_list_history()
 * lists nothing.
 *
 * Returns: success
 */
gboolean rm_store_load_history (RmStore *self,
                                GError **error);

/* Records. All four only within an edit. */

/**
 * rm_store_insert:
 * @self: a store in an open edit
 * @record: a record; gets a random id unless its id is above 0
 * @error: #RmStoreError
 *
 * Returns: success
 */
gboolean rm_store_insert (RmStore *self,
                          gpointer record,
                          GError **error);

/**
 * rm_store_update:
 * @self: a store in an open edit
 * @record: a record whose row exists
 * @error: %RM_STORE_ERROR_NOT_FOUND or another #RmStoreError
 *
 * Returns: success
 */
gboolean rm_store_update (RmStore *self,
                          gpointer record,
                          GError **error);

/**
 * rm_store_delete:
 * @self: a store in an open edit
 * @entity: the table
 * @id: the row
 * @error: #RmStoreError
 *
 * Deletes a row. The fields of references to it say what becomes of them (#RmGone): they are
 * removed with it, become blank, or keep its name as text.
 *
 * Returns: success
 */
gboolean rm_store_delete (RmStore *self,
                          const RmEntity *entity,
                          gint64 id,
                          GError **error);

/**
 * rm_store_merge:
 * @self: a store in an open edit
 * @entity: the table
 * @from: a row
 * @into: another row of that table
 * @error: #RmStoreError
 *
 * Moves all references from @from to @into, also in lists of references, and removes records
 * between the two. Their entity decides which surplus rows to remove (RmEntity.unite): of two open
 * pairs with the same person, for example, one. Then deletes @from, whose own fields are lost.
 *
 * Returns: success
 */
gboolean rm_store_merge (RmStore *self,
                         const RmEntity *entity,
                         gint64 from,
                         gint64 into,
                         GError **error);

/**
 * rm_store_load_records:
 * @self: a store
 * @entity: the table
 * @column: (nullable): a reference field of @entity, or %NULL for all rows
 * @id: the value of @column
 * @error: #RmStoreError
 *
 * Returns: (transfer full) (nullable) (element-type RmRecord): the records, by id
 */
GPtrArray *rm_store_load_records (RmStore *self,
                                  const RmEntity *entity,
                                  const char *column,
                                  gint64 id,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmStore, rm_store_free)

G_END_DECLS
