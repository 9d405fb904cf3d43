/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "store/rm-store.h"

G_BEGIN_DECLS

/**
 * rm_store_load_programme:
 * @self: a store
 * @error: #RmStoreError
 *
 * Reads everything. 200,000 people with 3 million ratings take a few seconds: use a worker.
 *
 * Returns: (transfer full) (nullable): the programme
 */
RmProgramme *rm_store_load_programme (RmStore *self,
                                      GError **error);

/**
 * rm_store_refresh_programme:
 * @self: a store
 * @before: the programme before @changes
 * @changes: the changes
 * @error: #RmStoreError
 *
 * Reads only the changed records (all if @changes is a reset).
 *
 * Returns: (transfer full) (nullable): the current programme
 */
RmProgramme *rm_store_refresh_programme (RmStore *self,
                                         RmProgramme *before,
                                         const RmChanges *changes,
                                         GError **error);

G_END_DECLS
