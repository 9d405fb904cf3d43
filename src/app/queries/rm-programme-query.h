/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/* Queries about a programme for commands and windows. They change nothing. */

/**
 * rm_programme_query_list_unasked:
 * @programme: a programme
 *
 * Returns: (transfer full) (element-type gint64): active people without recorded willingness, or as
 *   a mentee without recorded commitment, who therefore cannot be paired
 */
GArray *rm_programme_query_list_unasked (RmProgramme *programme);

/**
 * rm_programme_query_list_pairs:
 * @programme: a programme
 * @person: id of a person
 *
 * Returns: (transfer full) (element-type gint64): ids of the person's open pairs
 */
GArray *rm_programme_query_list_pairs (RmProgramme *programme,
                                       gint64 person);

/**
 * rm_programme_query_needs:
 * @programme: a programme
 * @person: id of a person
 * @skill: id of a skill
 * @target: 1 to 5
 *
 * Returns: whether a wish for @target would be new: @person learns, the skill is in use, and the
 *   person is below the target and does not want as much or more
 */
gboolean rm_programme_query_needs (RmProgramme *programme,
                                   gint64 person,
                                   gint64 skill,
                                   int target);

/**
 * rm_programme_query_count_needs:
 * @programme: a programme
 * @people: (element-type gint64): ids of people
 * @skills: (element-type gint64): ids of skills
 * @target: 1 to 5
 *
 * Returns: how many wishes rm_command_add_needs_async() would add
 */
guint rm_programme_query_count_needs (RmProgramme *programme,
                                      const GArray *people,
                                      const GArray *skills,
                                      int target);

G_END_DECLS
