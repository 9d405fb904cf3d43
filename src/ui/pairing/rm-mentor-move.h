/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RmMentorMove:
 *
 * A mentor on the way to a mentee, from the list or from a pair, by keys, a menu or a drag; it is
 * the payload of the drag.
 */
#define RM_TYPE_MENTOR_MOVE (rm_mentor_move_get_type ())
G_DECLARE_FINAL_TYPE (RmMentorMove, rm_mentor_move, RM, MENTOR_MOVE, GObject)

/**
 * rm_mentor_move_new:
 * @mentor: id of a mentor
 * @from: id of the pair that would end, or 0
 *
 * Returns: (transfer full): the move
 */
RmMentorMove *rm_mentor_move_new (gint64 mentor,
                                  gint64 from);
gint64 rm_mentor_move_get_mentor (RmMentorMove *self);
gint64 rm_mentor_move_get_from (RmMentorMove *self);

G_END_DECLS
