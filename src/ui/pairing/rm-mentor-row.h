/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmMentorRow:
 *
 * A mentor to drag to a mentee, with free places, and the score with the selected mentee or why
 * there is none. Follows the board by itself.
 */
#define RM_TYPE_MENTOR_ROW (rm_mentor_row_get_type ())
G_DECLARE_FINAL_TYPE (RmMentorRow, rm_mentor_row, RM, MENTOR_ROW, GtkWidget)

GtkWidget *rm_mentor_row_new (RmBoard *board);

/**
 * rm_mentor_row_show:
 * @self: a row
 * @mentor: id of a mentor, or 0 for nobody
 */
void rm_mentor_row_show (RmMentorRow *self,
                         gint64 mentor);

/**
 * rm_mentor_row_popup:
 * @view: the list of mentors
 * @mentor: id of a mentor
 *
 * Pops up the menu of a mentor, at the row.
 *
 * Returns: whether there is such a row
 */
gboolean rm_mentor_row_popup (GtkListView *view,
                              gint64 mentor);

G_END_DECLS
