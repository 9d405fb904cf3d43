/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmRoleList:
 *
 * The role profiles of a programme, and a row to add one.
 *
 * Signal "role-selected" (gint64 id): the user wants to see that profile; 0 if it is gone.
 */
#define RM_TYPE_ROLE_LIST (rm_role_list_get_type ())
G_DECLARE_FINAL_TYPE (RmRoleList, rm_role_list, RM, ROLE_LIST, GtkWidget)

/**
 * rm_role_list_set_session:
 * @self: a list
 * @session: (nullable): the programme
 */
void rm_role_list_set_session (RmRoleList *self,
                               RmSession *session);

G_END_DECLS
