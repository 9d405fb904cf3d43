/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/commands/rm-commands-records.h"
#include "app/session/rm-session.h"

G_BEGIN_DECLS

/* What a coordinator can do to a programme. Each function is one step of undo with a name that a
 * person understands, and fails with a sentence for people, leaving everything as it was. */

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
 * With their ratings and pairs.
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
 * @reason: why it may be recorded without having been asked, for the record
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
 * @confidential: whether it was asked for in confidence ("please avoid"): nothing but the JSON of
 *   the whole programme tells it then from an open one without a reason
 * @reason: (nullable): why, for the coordinator
 * @error: #RmAppError or #RmStoreError
 *
 * Keeps two people apart, whichever of them learns; changes what is recorded of the two already.
 * An open pair of the two ends with it. The undo label has their names only where an open one has a
 * reason; otherwise it is that of a withdrawal.
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
 * Takes back whatever keeps the two apart, whichever of them learns.
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
 * Makes (@level, @target) what the person's ratings come to: in the name of whoever's rating
 * counts now (of a manager where that are peers), else of the person.
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
 * @id: (out) (optional): the new skill's id, or that of the one that is already called so
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
 * @name: a skill; added to the programme where none is called so
 * @error: #RmAppError or #RmStoreError
 *
 * Says that a person wants to learn a skill, up to level 3, where nothing is known about the two
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
 * Makes that the level wanted, from today. The level that the person has stays as it is: unrated
 * where it was unrated.
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
 * @target: 1 to 5: the level they are to reach
 * @job: a new job
 * @callback: called when done; ends with rm_session_edit_finish()
 * @user_data: passed to @callback
 *
 * Sets a target for each mentee of @people in each of @skills where they stand lower and want less.
 * Levels stay as they are: who is not rated stays so. One step of undo.
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
 * @settings: the settings as they should be
 * @label: what is changed, as undo names it
 * @error: #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_change_settings (RmSession *session,
                                     RmSettings *settings,
                                     const char *label,
                                     GError **error);

G_END_DECLS
