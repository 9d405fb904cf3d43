/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/**
 * rm_surplus_pairs_list:
 * @programme: a programme
 * @merged: the person who stays, after the merge
 * @from: id of the person who goes
 *
 * Returns: (transfer full) (element-type gint64): ids of the open pairs of @from for which @merged
 *   has no place left, or is not on that side; keeps locked pairs first, then those at the latest
 *   stage
 */
GArray *rm_surplus_pairs_list (RmProgramme *programme,
                               const RmPerson *merged,
                               gint64 from);

G_END_DECLS
