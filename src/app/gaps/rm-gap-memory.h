/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-layout.h"
#include "store/rm-document.h"

G_BEGIN_DECLS

/* How the table of skill gaps of a document was shown last. It is kept beside the working copies,
 * not in the document: to fold a group is no edit, and nobody else's concern. What belongs to whom
 * is told by the document's own number, which it keeps under another name. Neither can fail: what
 * cannot be kept or read is forgotten. */

/**
 * rm_gap_memory_save:
 * @document: a document
 * @layout: how its table is shown
 *
 * Keeps which lines are hidden, which groups are open, by which line the others are sorted, and the
 * category; of the last forty documents only, and no list of more than two thousand lines.
 */
void rm_gap_memory_save (RmDocument *document,
                         const RmGapLayout *layout);

/**
 * rm_gap_memory_load:
 * @document: a document
 * @layout: a new layout
 *
 * Makes @layout what was kept of @document; nothing of it where that is nothing.
 */
void rm_gap_memory_load (RmDocument *document,
                         RmGapLayout *layout);

G_END_DECLS
