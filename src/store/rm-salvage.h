/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-check.h"
#include "store/rm-store-programme.h"

G_BEGIN_DECLS

/**
 * RmSalvage:
 *
 * All that a programme's file holds, read row by row from a copy in memory, with everything that is
 * wrong with it; and what can be kept of it, as rows for a new programme. The file is not changed,
 * not locked, and nothing is left anywhere.
 */
typedef struct _RmSalvage RmSalvage;

/**
 * rm_salvage_new:
 * @file: a file
 * @error: #RmStoreError, where it cannot be read or is no programme of ours at all
 *
 * A file that is damaged is no error: rm_salvage_get_findings() tells what is wrong with it.
 * Blocks, and needs several times the size of the file in memory.
 *
 * Returns: (transfer full) (nullable): what was read
 */
RmSalvage *rm_salvage_new (GFile *file,
                           GError **error);

/**
 * rm_salvage_new_from_bytes:
 * @bytes: the content of a file
 * @error: #RmStoreError
 *
 * Returns: (transfer full) (nullable): as rm_salvage_new()
 */
RmSalvage *rm_salvage_new_from_bytes (GBytes *bytes,
                                      GError **error);

void rm_salvage_free (RmSalvage *self);

/**
 * rm_salvage_is_sound:
 * @self: a salvage
 *
 * Returns: whether the file is as it should be
 */
gboolean rm_salvage_is_sound (RmSalvage *self);

/**
 * rm_salvage_get_findings:
 * @self: a salvage
 *
 * Returns: (transfer none) (element-type RmFinding): what is wrong, and remarks
 */
GPtrArray *rm_salvage_get_findings (RmSalvage *self);

/**
 * rm_salvage_list_records:
 * @self: a salvage
 * @entity: which
 *
 * Returns: (transfer full) (element-type RmRecord): what can be kept
 */
GPtrArray *rm_salvage_list_records (RmSalvage *self,
                                    const RmEntity *entity);

/**
 * rm_salvage_has_history:
 * @self: a salvage
 *
 * Returns: whether the file can undo something, which no repair keeps
 */
gboolean rm_salvage_has_history (RmSalvage *self);

/**
 * rm_salvage_write:
 * @store: a store of a new programme, in an open edit
 * @self: (type RmSalvage): a salvage
 * @error: #RmStoreError
 *
 * An #RmEditFunc: writes what can be kept.
 *
 * Returns: success
 */
gboolean rm_salvage_write (RmStore *store,
                           gpointer self,
                           GError **error);

/**
 * rm_salvage_is_readable:
 * @self: a salvage
 *
 * Returns: whether any table of ours could be read
 */
gboolean rm_salvage_is_readable (RmSalvage *self);

/**
 * rm_salvage_count:
 * @self: a salvage
 *
 * Returns: how many rows rm_salvage_write() writes
 */
guint rm_salvage_count (RmSalvage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmSalvage, rm_salvage_free)

G_END_DECLS
