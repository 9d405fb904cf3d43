/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"

G_BEGIN_DECLS

/* What a coordinator can do to cohorts, names of seniority levels, and consents. Each function is one
 * step of undo with a name that a person understands, and fails with a sentence for people, leaving
 * everything as it was. */

/**
 * rm_command_name_seniority:
 * @session: a session
 * @level: 1 to 10
 * @name: (nullable): what this organisation calls it; blank for no name of its own
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
 * Returns: (transfer full): what @programme calls the level, else its usual name, else "Level 7"
 */
char *rm_seniority_dup_label (const RmProgramme *programme,
                              int level);

/**
 * rm_command_answer_consent:
 * @session: a session
 * @person: id of a person
 * @purpose: id of a purpose
 * @given: whether the person agreed
 * @note: (nullable): how the answer came
 * @error: #RmAppError or #RmStoreError
 *
 * Records the answer with the day; earlier ones are kept and the newest counts. The same answer
 * once more is no step of undo.
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
