/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-job.h"
#include "app/session/rm-session.h"
#include "core/model/rm-skill-names.h"

G_BEGIN_DECLS

/* What a coordinator can do to the list of skills. Each function is one step of undo with a name
 * that a person understands, and fails with a sentence for people, leaving everything as it was. */

/**
 * rm_command_retire_skill_async:
 * @session: a session
 * @skill: id of a skill
 * @retired: whether it is kept for the record only
 * @callback: called when done; ends with rm_session_edit_finish()
 * @user_data: passed to @callback
 *
 * Its ratings stay. While it is retired nobody stands anywhere in it: it is in no need, gap or
 * score, and takes no new ratings.
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
 * Ratings, nominations and needs of roles follow. Who was rated in both keeps all of these ratings;
 * of two by one source on one day that of @into counts. @into takes over what @from is called as
 * other names, and its description and levels where it has none.
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
 * With its ratings, nominations and the needs of roles for it.
 */
void rm_command_remove_skill_async (RmSession *session,
                                    gint64 skill,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * rm_command_rename_category:
 * @session: a session
 * @from: (nullable): a category, compared folded; blank for skills without one
 * @to: (nullable): what it is to be called; blank for none
 * @error: %RM_APP_ERROR_NOT_FOUND where no skill has that category
 *
 * Renaming to the name of another category puts the two together.
 *
 * Returns: success
 */
gboolean rm_command_rename_category (RmSession *session,
                                     const char *from,
                                     const char *to,
                                     GError **error);

/**
 * rm_skills_is_known:
 * @names: what the skills of a programme are called
 * @skill: a skill without an id
 *
 * Returns: whether the programme has @skill already: a skill with that name or with one of its
 *   other names, in the same context or where one of the two has none
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
 * Adds what rm_skills_list_new() leaves of @wanted; where that is nothing there is no step of undo.
 * Blocks: for the command line and for few skills.
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
 * @job: says what is done
 * @wanted: (element-type RmSkill): skills without ids, at least one; not changed any more
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
