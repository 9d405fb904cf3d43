/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "core/model/rm-nomination.h"

G_BEGIN_DECLS

/* Commands on role profiles and nominations. Each function is one step of undo with a name for
 * people; on failure it sets a message for people and changes nothing. */

/**
 * rm_command_set_role_need:
 * @session: a session
 * @profile: id of a profile
 * @skill: id of a skill
 * @level: 1 to 5, or %RM_UNKNOWN if the role no longer asks for @skill
 * @importance: 1 to 5 or %RM_UNKNOWN
 * @error: #RmAppError or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_set_role_need (RmSession *session,
                                   gint64 profile,
                                   gint64 skill,
                                   int level,
                                   int importance,
                                   GError **error);

/**
 * rm_command_nominate:
 * @session: a session
 * @person: id of the person nominated
 * @skill: id of a skill, or 0 for taking part at all
 * @kind: to learn or to teach
 * @nominator: id of the person who nominates, or 0
 * @nominated_by: (nullable): name of the nominator, if @nominator is 0
 * @note: (nullable): why
 * @error: #RmAppError or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_nominate (RmSession *session,
                              gint64 person,
                              gint64 skill,
                              RmNominationKind kind,
                              gint64 nominator,
                              const char *nominated_by,
                              const char *note,
                              GError **error);

G_END_DECLS
