/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-job.h"
#include "app/session/rm-session.h"
#include "core/model/rm-skill-names.h"

G_BEGIN_DECLS

/* Commands on the list of skills. Each function is one step of undo with a name for people; on
 * failure it sets a message for people and changes nothing. */

/**
 * rm_command_retire_skill_async:
 * @session: a session
 * @skill: id of a skill
 * @retired: whether it is kept for the record only
 * @callback: called when done; ends with rm_session_edit_finish()
 * @user_data: passed to @callback
 *
 * Keeps its ratings. While retired it has no standings, counts in no need, gap or score, and takes
 * no new ratings.
 */
void rm_command_retire_skill_async (RmSession *session,
                                    gint64 skill,
                                    gboolean retired,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * rm_command_merge_skills_async:
 * @session: a session
 * @from: id of a skill, which goes
 * @into: id of another, which stays
 * @callback: called when done; ends with rm_session_edit_finish()
 * @user_data: passed to @callback
 *
 * Moves ratings, nominations and needs of roles. People rated in both keep all these ratings; of
 * two by one source on one day that of @into counts. @into gets the names of @from as other names,
 * and its description and levels if it has none.
 */
void rm_command_merge_skills_async (RmSession *session,
                                    gint64 from,
                                    gint64 into,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * rm_command_remove_skill_async:
 * @session: a session
 * @skill: id of a skill
 * @callback: called when done; ends with rm_session_edit_finish()
 * @user_data: passed to @callback
 *
 * Removes it with its ratings, its nominations and the needs of roles for it.
 */
void rm_command_remove_skill_async (RmSession *session,
                                    gint64 skill,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * rm_command_rename_category:
 * @session: a session
 * @from: (nullable): a category, compared folded; blank for skills without one
 * @to: (nullable): its new name; blank for none
 * @error: %RM_APP_ERROR_NOT_FOUND if no skill has that category
 *
 * Renaming to the name of another category merges the two.
 *
 * Returns: success
 */
gboolean rm_command_rename_category (RmSession *session,
                                     const char *from,
                                     const char *to,
                                     GError **error);

/**
 * rm_skills_is_known:
 * @names: the skill names of a programme
 * @skill: a skill without an id
 *
 * Returns: whether the programme has @skill already: a skill with that name or with one of its
 *   other names, in the same context, or if one of the two has none
 */
gboolean rm_skills_is_known (const RmSkillNames *names,
                             const RmSkill *skill);

/**
 * rm_command_add_skills:
 * @session: a session
 * @wanted: (element-type RmSkill): skills without ids
 * @n_added: (out) (optional): how many were new
 * @error: #RmAppError or #RmStoreError
 *
 * Adds those of @wanted that are new; not a step of undo if there are none. Blocks: for the command
 * line and for few skills.
 *
 * Returns: success
 */
gboolean rm_command_add_skills (RmSession *session,
                                GPtrArray *wanted,
                                guint *n_added,
                                GError **error);

/**
 * rm_command_add_skills_async:
 * @session: a session
 * @job: reports progress
 * @wanted: (element-type RmSkill): skills without ids, at least one; not to be changed any more
 * @callback: called when done
 * @user_data: passed to @callback
 *
 * rm_command_add_skills() in a worker.
 */
void rm_command_add_skills_async (RmSession *session,
                                  RmJob *job,
                                  GPtrArray *wanted,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean rm_command_add_skills_finish (RmSession *session,
                                       GAsyncResult *result,
                                       GError **error);

G_END_DECLS
