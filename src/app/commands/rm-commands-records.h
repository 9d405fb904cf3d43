/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"

G_BEGIN_DECLS

/* Adding, changing and removing a record of any kind. The rules of each kind (its words for undo
 * and messages, whether its name is unique, what else must change with it) are one entry in
 * rm-record-rules.c. */

/**
 * rm_command_add_named:
 * @session: a session
 * @table: the kind of record
 * @name: its name
 * @id: (out) (optional): its id
 * @error: %RM_APP_ERROR_VALUE if the name is blank or taken, or #RmStoreError
 *
 * Returns: success
 */
gboolean rm_command_add_named (RmSession *session,
                               RmTable table,
                               const char *name,
                               gint64 *id,
                               GError **error);

/**
 * rm_command_add_record:
 * @session: a session
 * @record: a new record; gets an id
 * @error: as for rm_command_add_named()
 *
 * Returns: success
 */
gboolean rm_command_add_record (RmSession *session,
                                gpointer record,
                                GError **error);

/**
 * rm_command_set_field:
 * @session: a session
 * @table: where the record is
 * @id: its id
 * @field: one of its fields
 * @text: the new value, as for rm_record_parse()
 * @error: %RM_APP_ERROR_NOT_FOUND, %RM_APP_ERROR_VALUE, %RM_CORE_ERROR_VALUE or #RmStoreError
 *
 * Not a step of undo if the field has that value already.
 *
 * Returns: success
 */
gboolean rm_command_set_field (RmSession *session,
                               RmTable table,
                               gint64 id,
                               const RmField *field,
                               const char *text,
                               GError **error);

/**
 * rm_command_remove_record:
 * @session: a session
 * @table: where the record is
 * @id: its id
 * @error: %RM_APP_ERROR_NOT_FOUND or #RmStoreError
 *
 * Removes it and handles references to it, as rm_store_delete() does.
 *
 * Returns: success
 */
gboolean rm_command_remove_record (RmSession *session,
                                   RmTable table,
                                   gint64 id,
                                   GError **error);

G_END_DECLS
