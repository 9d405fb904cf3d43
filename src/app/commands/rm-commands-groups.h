/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"

G_BEGIN_DECLS

/* Commands on names of seniority levels and on consents. Each function is one step of undo with a
 * name for people; on failure it sets a message for people and changes nothing. */

/**
 * rm_command_name_seniority:
 * @session: a session
 * @level: 1 to 10
 * @name: (nullable): this organisation's name for it; blank for none
 * @error: %RM_APP_ERROR_VALUE or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_name_seniority (RmSession *session,
                                    int level,
                                    const char *name,
                                    GError **error);

/**
 * rm_seniority_dup_label:
 * @programme: a programme
 * @level: 1 to 10
 *
 * Returns: (transfer full): the name of the level in @programme, else its usual name, else "Level
 *   7"
 */
char *rm_seniority_dup_label (const RmProgramme *programme,
                              int level);

/**
 * rm_command_answer_consent:
 * @session: a session
 * @person: id of a person
 * @purpose: id of a purpose
 * @given: whether the person agreed
 * @note: (nullable): how the answer was given
 * @error: #RmAppError or #RmStoreError
 *
 * Records the answer with the day; earlier ones are kept and the newest counts. Repeating the same
 * answer is not a step of undo.
 *
 * Returns: success
 */
gboolean rm_command_answer_consent (RmSession *session,
                                    gint64 person,
                                    gint64 purpose,
                                    gboolean given,
                                    const char *note,
                                    GError **error);

G_END_DECLS
