/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-variant.h"
#include "store/rm-document.h"

G_BEGIN_DECLS

/**
 * rm_gaps_compare_date:
 * @document: the document with the ratings
 * @programme: its programme
 * @day: an ISO date
 * @error: #RmStoreError
 *
 * rm_programme_new_on_day() with the ratings of @document. For a worker.
 *
 * Returns: (transfer full) (nullable): the programme as it was rated on @day
 */
RmProgramme *rm_gaps_compare_date (RmDocument *document,
                                   RmProgramme *programme,
                                   const char *day,
                                   GError **error);

/**
 * rm_gaps_list_cohorts:
 * @programme: a programme
 *
 * Returns: (transfer full) (element-type utf8): the cohorts of mentees, each once in its first
 *   spelling, by name
 */
GPtrArray *rm_gaps_list_cohorts (RmProgramme *programme);

G_END_DECLS
