/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring/rm-score.h"

G_BEGIN_DECLS

/**
 * rm_two_way_describe:
 * @programme: the programme
 * @learner: the learner: the mentee, or the mentor for skills given back
 * @teacher: the other of the two
 *
 * Returns: (transfer full) (nullable): the skills that @learner wants and @teacher can lift, with
 *   the levels from and to, "TikTok 1→3, AI tools 0→2"; %NULL without any
 */
char *rm_two_way_describe (const RmProgramme *programme,
                           const RmPerson *learner,
                           const RmPerson *teacher);

/**
 * rm_two_way_get_share:
 * @score: a score
 * @criterion: %RM_CRITERION_SKILLS or %RM_CRITERION_BACK
 * @percent: (out): its share of the most it could add
 *
 * Returns: whether that is known: the criterion has weight, and its input is not unknown
 */
gboolean rm_two_way_get_share (const RmScore *score,
                               RmCriterion criterion,
                               int *percent);

G_END_DECLS
