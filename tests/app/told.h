/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/* All that is said, counted, priced and ordered of a pairing, as text: what two programmes are told
 * apart by. With the file, the list of pairs too. */
char *told_pairing (RmProgramme *programme,
                    gboolean with_file);

/* And of the rest of the programme. With files, all that is written but the JSON of everything. */
char *told_all (RmProgramme *programme,
                gboolean with_files);

/* Says in which line the two are not the same; @what they are of. */
void told_assert_same (const char *first,
                       const char *second,
                       const char *what);

G_END_DECLS
