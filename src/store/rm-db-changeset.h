/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-change.h"
#include "store/rm-db.h"

G_BEGIN_DECLS

/** RmRecorder: records the changes made on a connection. */
typedef struct _RmRecorder RmRecorder;

/**
 * rm_recorder_new:
 * @db: a connection
 * @error: #RmStoreError
 *
 * Records every table but the history's own and kept ones (%RM_KEEPING_KEPT).
 *
 * Returns: (transfer full) (nullable): the recorder
 */
RmRecorder *rm_recorder_new (RmDb *db,
                             GError **error);

void rm_recorder_free (RmRecorder *self);

/**
 * rm_recorder_dup_changeset:
 * @self: a recorder
 * @error: #RmStoreError
 *
 * Returns: (transfer full) (nullable): the changes since it was made; empty if there are none
 */
GBytes *rm_recorder_dup_changeset (RmRecorder *self,
                                   GError **error);

/**
 * rm_changeset_invert:
 * @changeset: a changeset
 * @error: #RmStoreError
 *
 * Returns: (transfer full) (nullable): the changeset that undoes it
 */
GBytes *rm_changeset_invert (GBytes *changeset,
                             GError **error);

/**
 * rm_changeset_apply:
 * @changeset: a changeset
 * @db: a connection within a transaction
 * @error: %RM_STORE_ERROR_FAILED if the rows are not as the changeset expects; the caller must roll
 *   back
 *
 * Returns: success
 */
gboolean rm_changeset_apply (GBytes *changeset,
                             RmDb *db,
                             GError **error);

/**
 * RmRowFunc:
 * @table: name of a table
 * @id: key of a row
 * @data: data from the caller
 *
 * Returns: whether the row is wanted
 */
typedef gboolean (*RmRowFunc) (const char *table, gint64 id, gpointer data);

/**
 * rm_changeset_find:
 * @changeset: a changeset
 * @is_wanted: (scope call): called for each changed row, until one is wanted
 * @data: passed to @is_wanted
 * @found: (out): whether there was a wanted row
 * @error: #RmStoreError
 *
 * Returns: success
 */
gboolean rm_changeset_find (GBytes *changeset,
                            RmRowFunc is_wanted,
                            gpointer data,
                            gboolean *found,
                            GError **error);

/**
 * rm_changeset_list:
 * @changeset: a changeset
 * @db: a connection with its tables
 * @error: #RmStoreError
 *
 * Returns: (transfer full) (nullable): its rows
 */
RmChanges *rm_changeset_list (GBytes *changeset,
                              RmDb *db,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmRecorder, rm_recorder_free)

G_END_DECLS
