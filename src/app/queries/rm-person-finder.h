/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/** RmPersonSought: the role of the person sought, for the message if nobody is found. */
typedef enum
{
  RM_PERSON_SOUGHT_ANYBODY,
  RM_PERSON_SOUGHT_MENTEE,
  RM_PERSON_SOUGHT_MENTOR,
} RmPersonSought;

/**
 * rm_person_finder_list_all:
 * @programme: a programme
 *
 * Returns: (transfer container) (element-type RmPerson): everybody in it
 */
GPtrArray *rm_person_finder_list_all (RmProgramme *programme);

/**
 * rm_person_finder_find:
 * @people: (element-type RmPerson): the candidates
 * @sought: their role
 * @typed: a staff number, an e-mail address or a whole name
 * @error: %RM_APP_ERROR_NOT_FOUND if nobody or more than one person matches
 *
 * Staff numbers take precedence over e-mail addresses, and those over names; case does not matter,
 * and in names neither do accents.
 *
 * Returns: (transfer none): the only person who matches, or %NULL
 */
const RmPerson *rm_person_finder_find (GPtrArray *people,
                                       RmPersonSought sought,
                                       const char *typed,
                                       GError **error);

G_END_DECLS
