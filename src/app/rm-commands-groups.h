/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rm-session.h"

G_BEGIN_DECLS

/* What a coordinator can do to cohorts, names of seniority levels, and consents. Each function is one
 * step of undo with a name that a person understands, and fails with a sentence for people, leaving
 * everything as it was. */

/**
 * rm_command_add_cohort:
 * @session: a session
 * @name: what it is called
 * @id: (out) (optional): the new cohort
 * @error: %RM_APP_ERROR_VALUE where @name is blank or taken, or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_add_cohort (RmSession *session,
                                const char *name,
                                gint64 *id,
                                GError **error);

/**
 * rm_command_set_cohort_field:
 * @session: a session
 * @cohort: id of a cohort
 * @field: one of a cohort's fields
 * @text: (nullable): what was typed; blank clears
 * @error: #RmCoreError, #RmAppError or #RmStoreError
 *
 * A new name is given to the people of the cohort as well.
 *
 * Returns: success
 */
gboolean rm_command_set_cohort_field (RmSession *session,
                                      gint64 cohort,
                                      const RmField *field,
                                      const char *text,
                                      GError **error);

/**
 * rm_command_remove_cohort:
 * @session: a session
 * @cohort: id of a cohort
 * @error: #RmAppError or #RmStoreError
 *
 * Removes what is known about it. People keep the name of their cohort.
 *
 * Returns: success
 */
gboolean rm_command_remove_cohort (RmSession *session,
                                   gint64 cohort,
                                   GError **error);

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
 * rm_command_add_consent_purpose:
 * @session: a session
 * @name: what it is called
 * @text: (nullable): what people agree to
 * @id: (out) (optional): the new purpose
 * @error: %RM_APP_ERROR_VALUE where @name is blank, or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_add_consent_purpose (RmSession *session,
                                         const char *name,
                                         const char *text,
                                         gint64 *id,
                                         GError **error);

/**
 * rm_command_set_consent_purpose_field:
 * @session: a session
 * @purpose: id of a purpose
 * @field: one of its fields
 * @text: (nullable): what was typed; blank clears
 * @error: #RmCoreError, #RmAppError or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_set_consent_purpose_field (RmSession *session,
                                               gint64 purpose,
                                               const RmField *field,
                                               const char *text,
                                               GError **error);

/**
 * rm_command_remove_consent_purpose:
 * @session: a session
 * @purpose: id of a purpose
 * @error: #RmAppError or #RmStoreError
 *
 * With everybody's answers to it.
 *
 * Returns: success
 */
gboolean rm_command_remove_consent_purpose (RmSession *session,
                                            gint64 purpose,
                                            GError **error);

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
