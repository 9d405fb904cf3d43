/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/**
 * rm_programme_new_on_day:
 * @self: a programme
 * @ratings: (element-type RmRating): all its ratings, in any order
 * @day: an ISO date
 *
 * The programme with everybody's standings resolved from the ratings up to and on @day. A rating
 * without a day counts as older than all. People, pairs and rules are those of @self.
 *
 * O(r log r) for r ratings.
 *
 * Returns: (transfer full): the programme as it was rated on @day
 */
RmProgramme *rm_programme_new_on_day (RmProgramme *self,
                                      GPtrArray *ratings,
                                      const char *day);

/**
 * rm_programme_new_with_cohort:
 * @self: a programme
 * @cohort: (nullable): a cohort, compared folded; %NULL or blank for mentees without one
 *
 * The programme in which only mentees of one cohort take part as mentees; mentors stay.
 *
 * Returns: (transfer full): the programme
 */
RmProgramme *rm_programme_new_with_cohort (RmProgramme *self,
                                           const char *cohort);

G_END_DECLS
