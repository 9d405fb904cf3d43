/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-check.h"
#include "store/rm-store-programme.h"

G_BEGIN_DECLS

/**
 * RmSalvage:
 *
 * The content of a programme's file, read row by row from a copy in memory, with everything wrong
 * with it, and the rows that can be kept in a new programme. Neither changes nor locks the file,
 * and leaves nothing behind.
 */
typedef struct _RmSalvage RmSalvage;

/**
 * rm_salvage_new:
 * @file: a file
 * @error: #RmStoreError, if it cannot be read or is not a programme of ours at all
 *
 * A damaged file is not an error: see rm_salvage_get_findings(). Blocks, and needs several times
 * the size of the file in memory.
 *
 * Returns: (transfer full) (nullable): the content
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
 * Returns: whether the file is sound
 */
gboolean rm_salvage_is_sound (RmSalvage *self);

/**
 * rm_salvage_get_findings:
 * @self: a salvage
 *
 * Returns: (transfer none) (element-type RmFinding): problems and remarks
 */
GPtrArray *rm_salvage_get_findings (RmSalvage *self);

/**
 * rm_salvage_list_records:
 * @self: a salvage
 * @entity: an entity
 *
 * Returns: (transfer full) (element-type RmRecord): the records that can be kept
 */
GPtrArray *rm_salvage_list_records (RmSalvage *self,
                                    const RmEntity *entity);

/**
 * rm_salvage_has_history:
 * @self: a salvage
 *
 * Returns: whether the file can undo anything, which no repair keeps
 */
gboolean rm_salvage_has_history (RmSalvage *self);

/**
 * rm_salvage_write:
 * @store: a store of a new programme, in an open edit
 * @self: (type RmSalvage): a salvage
 * @error: #RmStoreError
 *
 * An #RmEditFunc: writes everything that can be kept.
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
