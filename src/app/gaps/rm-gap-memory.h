/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-layout.h"
#include "store/rm-document.h"

G_BEGIN_DECLS

/* How the table of skill gaps of a document was last shown. It is kept next to the working copies,
 * not in the document: folding a group is not an edit, and nobody else's concern. Entries are keyed
 * by the document's own number, which survives renaming. Neither function can fail: layouts that
 * cannot be kept or read are forgotten. */

/**
 * rm_gap_memory_save:
 * @document: a document
 * @layout: how its table is shown
 *
 * Keeps the hidden lines, the open groups, the line that others are sorted by, and the category;
 * for the last forty documents only, and no list of more than two thousand lines.
 */
void rm_gap_memory_save (RmDocument *document,
                         const RmGapLayout *layout);

/**
 * rm_gap_memory_load:
 * @document: a document
 * @layout: a new layout
 *
 * Restores the layout kept for @document; leaves @layout alone if there is none.
 */
void rm_gap_memory_load (RmDocument *document,
                         RmGapLayout *layout);

G_END_DECLS
