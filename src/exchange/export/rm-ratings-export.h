/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/**
 * rm_ratings_export_write:
 * @programme: a programme
 * @ratings: (element-type RmRating): its ratings, in any order
 * @with_mark: whether to begin with a byte order mark, for Excel
 *
 * Writes ratings as CSV, by person, skill, source and day, with the headers that an import of
 * ratings knows. Ratings of people or skills that are not in @programme are left out.
 *
 * Returns: (transfer full): the file
 */
GString *rm_ratings_export_write (const RmProgramme *programme,
                                  GPtrArray *ratings,
                                  gboolean with_mark);

G_END_DECLS
