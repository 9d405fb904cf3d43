/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "exchange/export/rm-table-writer.h"

G_BEGIN_DECLS

/**
 * rm_ratings_export_write:
 * @programme: a programme
 * @ratings: (element-type RmRating): its ratings, in any order
 * @format: the format
 * @error: as for rm_table_writer_finish()
 *
 * Writes ratings, by person, skill, source and day, with the headers that an import of
 * ratings knows. Ratings of people or skills that are not in @programme are left out.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *rm_ratings_export_write (const RmProgramme *programme,
                                  GPtrArray *ratings,
                                  RmTableFormat format,
                                  GError **error);

G_END_DECLS
