/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-record.h"

G_BEGIN_DECLS

/**
 * RmRoleProfile:
 * @job_titles: (nullable): list of job titles it applies to, matched folded and whole; blank is any
 * @level_from: lowest seniority level it applies to, or %RM_UNKNOWN for any
 *
 * The skills that one kind of role asks for. Its needs are separate records.
 */
struct _RmRoleProfile
{
  RmRecord record;

  char *name;
  char *job_titles;
  int level_from;
};

/**
 * RmRoleNeed:
 * @level: 0 to 5, asked for by the role
 * @importance: 1 to 5 or %RM_UNKNOWN
 *
 * One skill that a role asks for.
 */
struct _RmRoleNeed
{
  RmRecord record;

  gint64 profile;
  gint64 skill;
  int level;
  int importance;
};

/**
 * rm_role_profile_entity:
 *
 * Returns: (transfer none): the description of #RmRoleProfile
 */
const RmEntity *rm_role_profile_entity (void);

/**
 * rm_role_need_entity:
 *
 * Returns: (transfer none): the description of #RmRoleNeed
 */
const RmEntity *rm_role_need_entity (void);

/**
 * rm_role_profile_new:
 * @name: (nullable): its name
 *
 * Returns: (transfer full): a profile that applies to nobody in particular
 */
RmRoleProfile *rm_role_profile_new (const char *name);

/**
 * rm_role_need_new:
 * @profile: id of a profile
 * @skill: id of a skill
 * @level: 0 to 5
 *
 * Returns: (transfer full): a need of no stated importance
 */
RmRoleNeed *rm_role_need_new (gint64 profile,
                              gint64 skill,
                              int level);

/**
 * rm_role_profile_applies:
 * @self: a profile
 * @person: a person
 *
 * A profile with neither job titles nor a level applies to nobody. A job title or level that the
 * person does not have never matches.
 *
 * Returns: whether @person is in that kind of role: the job title is one of its job titles, if it
 *   has any, and the seniority level is not below its own, if it has one
 */
gboolean rm_role_profile_applies (const RmRoleProfile *self,
                                  const RmPerson *person);

RM_RECORD_TYPE (RmRoleProfile)
RM_RECORD_TYPE (RmRoleNeed)

G_END_DECLS
