/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rm-store-types.h"

G_BEGIN_DECLS

/**
 * rm_changeset_is_well_formed:
 * @changeset: a changeset from a file
 *
 * SQLite trusts changesets: it may read a truncated or altered one for ever, or past the end. This
 * reads one from first byte to last without SQLite and checks that our own edits can have written
 * it: tables with an integer key in their first column, complete rows, texts in UTF-8. O(n).
 *
 * Returns: whether it can be passed to SQLite
 */
gboolean rm_changeset_is_well_formed (GBytes *changeset);

G_END_DECLS
