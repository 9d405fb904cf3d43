/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/**
 * rm_people_export_write:
 * @programme: a programme
 * @with_confidential: whether to write confidential fields, too
 * @with_mark: whether to begin with a byte order mark, for Excel
 *
 * Writes all people as CSV, in the order of rm_person_compare(), with the keys of fields as
 * headers, so that importing the file into an empty programme gives the same people. A manager
 * stands as staff number, else e-mail address, else name, else as the text that was imported.
 * A blank field that has a default (state, side, places) reads back as that default.
 *
 * Returns: (transfer full): the file
 */
GString *rm_people_export_write (const RmProgramme *programme,
                                 gboolean with_confidential,
                                 gboolean with_mark);

G_END_DECLS
