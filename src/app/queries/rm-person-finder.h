/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/** RmPersonSought: as what somebody is looked for, for the message where nobody is found. */
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
 * @people: (element-type RmPerson): who may be meant
 * @sought: as what
 * @typed: a staff number, an e-mail address or a whole name
 * @error: %RM_APP_ERROR_NOT_FOUND where nobody or more than one person can be meant
 *
 * A staff number goes before an e-mail address, and that before a name; case makes no difference,
 * and in names accents do not either.
 *
 * Returns: (transfer none): the only person who can be meant, or %NULL
 */
const RmPerson *rm_person_finder_find (GPtrArray *people,
                                       RmPersonSought sought,
                                       const char *typed,
                                       GError **error);

G_END_DECLS
