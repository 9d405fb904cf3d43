/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "store/rm-salvage.h"

G_BEGIN_DECLS

/**
 * rm_repair_write:
 * @salvage: what was read of a damaged file
 * @file: where the new programme is made; what is there is replaced
 * @state_dir: (nullable): folder of working copies; %NULL is the user's
 * @error: #RmStoreError; %RM_APP_ERROR_NOT_FOUND where nothing could be read
 *
 * Makes a new programme with what can be kept, as one edit, and saves it. Leaves no file behind
 * where that fails and none was there. Blocks.
 *
 * Returns: success
 */
gboolean rm_repair_write (RmSalvage *salvage,
                          GFile *file,
                          const char *state_dir,
                          GError **error);

/**
 * rm_finding_dup_text:
 * @finding: something that is wrong
 * @repaired: whether to say what was done about it
 *
 * Returns: (transfer full): a line for people: the row, who it is about, and what is wrong
 */
char *rm_finding_dup_text (const RmFinding *finding,
                           gboolean repaired);

G_END_DECLS
