/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "exchange/export/rm-table-writer.h"

G_BEGIN_DECLS

/**
 * rm_rating_sheet_write:
 * @programme: a programme
 * @people: (element-type gint64): ids of people
 * @skills: (element-type gint64): ids of skills
 * @format: the format
 * @n_rows: (out) (optional): how many questions it has
 * @error: as for rm_table_writer_finish()
 *
 * Writes a sheet in which people fill in how they stand: a line for each of @people and each of
 * skills in which that person has no rated level, with empty columns for level, target and
 * importance. A target that is known already is filled in. Filled in, it is a file of ratings that
 * an import reads; what is left blank says nothing.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *rm_rating_sheet_write (const RmProgramme *programme,
                                const GArray *people,
                                const GArray *skills,
                                RmTableFormat format,
                                guint *n_rows,
                                GError **error);

G_END_DECLS
