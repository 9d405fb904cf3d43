/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/commands/rm-commands-records.h"
#include "app/session/rm-session.h"

G_BEGIN_DECLS

/* Commands on a programme. Each function is one step of undo with a name for people; on failure it
 * sets a message for people and changes nothing. */

/**
 * rm_command_set_manager:
 * @session: a session
 * @person: id of a person
 * @manager: id of another, or 0 for none
 * @error: #RmAppError
 *
 * Returns: success
 */
gboolean rm_command_set_manager (RmSession *session,
                                 gint64 person,
                                 gint64 manager,
                                 GError **error);

/**
 * rm_command_remove_people_async:
 * @session: a session
 * @people: (array length=n): ids
 * @n: how many
 * @callback: called when done; ends with rm_session_edit_finish()
 * @user_data: passed to @callback
 *
 * Removes people with their ratings and pairs.
 */
void rm_command_remove_people_async (RmSession *session,
                                     const gint64 *people,
                                     guint n,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * rm_command_record_consent:
 * @session: a session
 * @people: (array length=n): ids
 * @n: how many
 * @reason: why it may be recorded without asking, for the record
 * @error: #RmAppError or #RmStoreError
 *
 * Records willingness, and for mentees commitment, where either is blank.
 *
 * Returns: success
 */
gboolean rm_command_record_consent (RmSession *session,
                                    const gint64 *people,
                                    guint n,
                                    const char *reason,
                                    GError **error);

/**
 * rm_command_keep_apart:
 * @session: a session
 * @mentee: id of a person
 * @mentor: id of another
 * @confidential: whether it was asked for in confidence ("please avoid"): only the JSON of the
 *   whole programme then distinguishes it from an open one without a reason
 * @reason: (nullable): why, for the coordinator
 * @error: #RmAppError or #RmStoreError
 *
 * Keeps two people apart, whichever of them learns; changes an existing record of the two. Ends an
 * open pair of the two. The undo label names them only for an open exclusion with a reason;
 * otherwise it is that of a withdrawal.
 *
 * Returns: success
 */
gboolean rm_command_keep_apart (RmSession *session,
                                gint64 mentee,
                                gint64 mentor,
                                gboolean confidential,
                                const char *reason,
                                GError **error);

/**
 * rm_command_let_together:
 * @session: a session
 * @one: id of a person
 * @other: id of another
 * @error: %RM_APP_ERROR_NOT_FOUND or #RmStoreError
 *
 * Removes all exclusions of the two, whichever of them learns.
 *
 * Returns: success
 */
gboolean rm_command_let_together (RmSession *session,
                                  gint64 one,
                                  gint64 other,
                                  GError **error);

/**
 * rm_command_rate:
 * @session: a session
 * @person: id of a person
 * @skill: id of a skill
 * @level: 0 to 5, or %RM_UNKNOWN for unrated
 * @target: 0 to 5, or %RM_UNKNOWN for not wanted
 * @error: #RmAppError or #RmStoreError
 *
 * Makes the person's ratings resolve to (@level, @target), by adding a rating from the source that
 * counts now (a manager, if that is peers), else from the person.
 *
 * Returns: success
 */
gboolean rm_command_rate (RmSession *session,
                          gint64 person,
                          gint64 skill,
                          int level,
                          int target,
                          GError **error);

/**
 * rm_command_add_skill:
 * @session: a session
 * @name: its name
 * @category: (nullable): its category
 * @id: (out) (optional): the id of the new skill, or of the one that already has the name
 * @error: #RmAppError or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_add_skill (RmSession *session,
                               const char *name,
                               const char *category,
                               gint64 *id,
                               GError **error);

/**
 * rm_command_want_skill:
 * @session: a session
 * @person: id of a person
 * @name: a skill; added to the programme if there is none of that name
 * @error: #RmAppError or #RmStoreError
 *
 * Records that a person wants to learn a skill, up to level 3, if nothing is known about the two
 * yet. One step of undo.
 *
 * Returns: success
 */
gboolean rm_command_want_skill (RmSession *session,
                                gint64 person,
                                const char *name,
                                GError **error);

/**
 * rm_command_add_need:
 * @session: a session
 * @person: id of a person
 * @skill: id of a skill
 * @target: 1 to 5, the level wanted
 * @importance: 1 to 5 or %RM_UNKNOWN
 * @error: #RmAppError or #RmStoreError
 *
 * Sets the level wanted, from today. The person's own level stays as it is, unrated included.
 *
 * Returns: success
 */
gboolean rm_command_add_need (RmSession *session,
                              gint64 person,
                              gint64 skill,
                              int target,
                              int importance,
                              GError **error);

/**
 * rm_command_add_needs_async:
 * @session: an editable session
 * @people: (element-type gint64): ids of people
 * @skills: (element-type gint64): ids of skills
 * @target: 1 to 5: the level to reach
 * @job: a new job
 * @callback: called when done; ends with rm_session_edit_finish()
 * @user_data: passed to @callback
 *
 * Sets a target for each mentee of @people in each of @skills where both their level and their
 * target are lower. Levels stay as they are, unrated included. One step of undo.
 */
void rm_command_add_needs_async (RmSession *session,
                                 const GArray *people,
                                 const GArray *skills,
                                 int target,
                                 RmJob *job,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * rm_command_change_settings:
 * @session: a session
 * @settings: the new settings
 * @label: the undo label
 * @error: #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_change_settings (RmSession *session,
                                     RmSettings *settings,
                                     const char *label,
                                     GError **error);

G_END_DECLS
