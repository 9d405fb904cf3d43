/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "exchange/export/rm-table-writer.h"

G_BEGIN_DECLS

/**
 * rm_people_export_list:
 * @programme: a programme
 *
 * Returns: (transfer container) (element-type RmPerson): all people, in the order of exports
 */
GPtrArray *rm_people_export_list (const RmProgramme *programme);

/**
 * rm_people_export_write:
 * @programme: a programme
 * @with_confidential: whether to write confidential fields, too
 * @format: the format
 * @error: as for rm_table_writer_finish()
 *
 * Writes all people, in the order of rm_person_compare(), with the keys of fields as
 * headers, so that importing the file into an empty programme gives the same people. A manager
 * stands as staff number, else e-mail address, else name, else as the text that was imported.
 * A blank field that has a default (state, side, places) reads back as that default.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *rm_people_export_write (const RmProgramme *programme,
                                 gboolean with_confidential,
                                 RmTableFormat format,
                                 GError **error);

G_END_DECLS
