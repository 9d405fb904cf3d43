/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/* All texts, counts, prices and orders of a pairing, as text, to tell two programmes apart. With
 * the file, the list of pairs too. */
char *told_pairing (RmProgramme *programme,
                    gboolean with_file);

/* The same for the rest of the programme. With files, all exports except the JSON of everything. */
char *told_all (RmProgramme *programme,
                gboolean with_files);

/* Reports the line in which the two differ; @what names their subject. */
void told_assert_same (const char *first,
                       const char *second,
                       const char *what);

G_END_DECLS
