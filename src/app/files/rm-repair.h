/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "store/rm-salvage.h"

G_BEGIN_DECLS

/**
 * rm_repair_write:
 * @salvage: the records read from a damaged file
 * @file: the new programme; replaced if it exists
 * @state_dir: (nullable): folder of working copies; %NULL is the user's
 * @error: #RmStoreError; %RM_APP_ERROR_NOT_FOUND if nothing could be read
 *
 * Makes a new programme with everything that can be kept, as one edit, and saves it. If that fails,
 * leaves no file where there was none. Blocks.
 *
 * Returns: success
 */
gboolean rm_repair_write (RmSalvage *salvage,
                          GFile *file,
                          const char *state_dir,
                          GError **error);

/**
 * rm_finding_dup_text:
 * @finding: a finding
 * @repaired: whether to add the repair
 *
 * Returns: (transfer full): a line for people: the row, its person, and the problem
 */
char *rm_finding_dup_text (const RmFinding *finding,
                           gboolean repaired);

G_END_DECLS
