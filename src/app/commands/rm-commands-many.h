/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/queries/rm-surplus-pairs.h"
#include "app/session/rm-session.h"

G_BEGIN_DECLS

/* Commands on several people at once, each one step of undo. */

/**
 * rm_command_set_field_of_many_async:
 * @session: a session
 * @people: (array length=n): ids
 * @n: how many
 * @field: one of a person's fields, not a reference
 * @text: (nullable): the text typed; blank clears
 * @callback: called when done; ends with rm_session_edit_finish()
 * @user_data: passed to @callback
 *
 * Gives all of them the same value, or changes nobody if one cannot be changed. Fails with
 * %RM_CORE_ERROR_VALUE if @text is not a value of @field.
 */
void rm_command_set_field_of_many_async (RmSession *session,
                                         const gint64 *people,
                                         guint n,
                                         const RmField *field,
                                         const char *text,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * rm_command_set_field_of_many:
 * @session: a session
 * @people: (array length=n): ids
 * @n: how many
 * @field: as above
 * @text: (nullable): as above
 * @n_changed: (out): how many had another value
 * @error: as above, or #RmStoreError
 *
 * Likewise, at once: for the command line.
 *
 * Returns: success
 */
gboolean rm_command_set_field_of_many (RmSession *session,
                                       const gint64 *people,
                                       guint n,
                                       const RmField *field,
                                       const char *text,
                                       guint *n_changed,
                                       GError **error);

/**
 * rm_command_change_tag_async:
 * @session: a session
 * @people: (array length=n): ids
 * @n: how many
 * @tag: an interest, compared as a whole term and folded
 * @add: whether to add the tag where missing, or remove it where present
 * @callback: called when done; ends with rm_session_edit_finish()
 * @user_data: passed to @callback
 *
 * Fails with %RM_APP_ERROR_VALUE for a blank tag.
 */
void rm_command_change_tag_async (RmSession *session,
                                  const gint64 *people,
                                  guint n,
                                  const char *tag,
                                  gboolean add,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * rm_command_mark_leavers:
 * @session: a session
 * @n: (out): how many people
 * @error: #RmStoreError
 *
 * Gives the state "left" to everybody whose day of leaving has come. Changes nothing, and records
 * no step, where there is nobody.
 *
 * Returns: success
 */
gboolean rm_command_mark_leavers (RmSession *session,
                                  guint *n,
                                  GError **error);

/**
 * rm_command_merge_people:
 * @session: a session
 * @into: id of the person who stays
 * @from: id of the person who goes
 * @merged: @into as it should be, with fields chosen from both
 * @error: #RmAppError or #RmStoreError
 *
 * Merges two records of one person. Everything of @from (rm_store_merge()) then belongs to @into.
 * Ends the pairs of rm_surplus_pairs_list(), with the reason.
 *
 * Returns: success
 */
gboolean rm_command_merge_people (RmSession *session,
                                  gint64 into,
                                  gint64 from,
                                  RmPerson *merged,
                                  GError **error);

G_END_DECLS
