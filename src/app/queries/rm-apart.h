/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/* People kept apart. Both functions include confidential exclusions: show their results only where
 * a coordinator records these; see rm_exclusion_is_told(). */

/**
 * rm_apart_list:
 * @programme: a programme
 * @one: id of a person, or 0 for anybody
 * @other: id of another, or 0 for anybody
 *
 * Returns: (transfer container) (element-type RmExclusion): the exclusions of the two, whichever of
 *   them learns, in the order recorded
 */
GPtrArray *rm_apart_list (RmProgramme *programme,
                          gint64 one,
                          gint64 other);

/**
 * rm_apart_holds:
 * @programme: a programme
 * @one: id of a person
 * @other: id of another
 *
 * Returns: whether the two are kept apart, in confidence or not
 */
gboolean rm_apart_holds (RmProgramme *programme,
                         gint64 one,
                         gint64 other);

G_END_DECLS
