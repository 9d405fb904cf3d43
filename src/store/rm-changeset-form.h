/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store-types.h"

G_BEGIN_DECLS

/**
 * rm_changeset_is_well_formed:
 * @changeset: what a file holds as a changeset
 *
 * SQLite trusts changesets: on one that is cut off or altered it may read on for ever, or past the
 * end. This reads one from its first byte to its last without SQLite, and says whether it is
 * something that our own edits can have written: tables with a whole number for a key in their first
 * column, rows that are complete, texts in UTF-8. O(n).
 *
 * Returns: whether it can be handed to SQLite
 */
gboolean rm_changeset_is_well_formed (GBytes *changeset);

G_END_DECLS
