/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "exchange/export/rm-table-writer.h"

G_BEGIN_DECLS

/**
 * rm_matrix_export_write:
 * @programme: a programme
 * @format: the format
 * @error: as for rm_table_writer_finish()
 *
 * Writes the skills matrix: all people down, in the order of rm_person_compare(), skills across by
 * name, and the levels that people have in the cells. After a skill come the levels that people
 * want, and how important that is, where anybody has said so. Retired skills are only there
 * if somebody is rated in them.
 *
 * A file that says who has which level comes back through an import of people: the header is the
 * name of the skill, or "level:NAME" where the name alone would be read as something else. Only
 * a skill that shares its name with others, and is not the one without a context, cannot be told in
 * a header: "NAME (CONTEXT)" is for people.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *rm_matrix_export_write (const RmProgramme *programme,
                                RmTableFormat format,
                                GError **error);

G_END_DECLS
