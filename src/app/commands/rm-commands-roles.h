/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "core/model/rm-nomination.h"

G_BEGIN_DECLS

/* What a coordinator can do to role profiles, and to what people are said to need. Each function is
 * one step of undo with a name that a person understands, and fails with a sentence for people,
 * leaving everything as it was. */

/**
 * rm_command_set_role_need:
 * @session: a session
 * @profile: id of a profile
 * @skill: id of a skill
 * @level: 1 to 5, or %RM_UNKNOWN where the role does not ask for @skill any more
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
 * @person: id of who is nominated
 * @skill: id of a skill, or 0 for taking part at all
 * @kind: to learn or to teach
 * @nominator: id of who nominates, or 0
 * @nominated_by: (nullable): who nominates, where @nominator is 0
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
