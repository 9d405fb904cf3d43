/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/export/rm-table-writer.h"
#include "ui/models/rm-id-list.h"
#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/* What rows of the Pairing page say on the clipboard; see RmCopyRow. Like the list of pairs that
 * goes out to departments they name people and scores, never reasons. */

/**
 * rm_pairing_copy_mentee:
 * @board: the board
 * @mentee: (nullable): a mentee, or %NULL for the headers
 * @writer: where the cells go
 *
 * Writes a line for each mentor of a mentee.
 */
void rm_pairing_copy_mentee (RmBoard *board,
                             RmIdItem *mentee,
                             RmTableWriter *writer);

/**
 * rm_pairing_copy_mentor:
 * @board: the board
 * @mentor: (nullable): a mentor, or %NULL for the headers
 * @writer: where the cells go
 *
 * Writes a mentor with the score with the selected mentee.
 */
void rm_pairing_copy_mentor (RmBoard *board,
                             RmIdItem *mentor,
                             RmTableWriter *writer);

G_END_DECLS
