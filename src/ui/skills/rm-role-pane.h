/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rm-session.h"
#include "ui/rm-ui-types.h"

G_BEGIN_DECLS

/** RmRolePane: one role profile to see and edit: to whom it applies, and what it needs. */
#define RM_TYPE_ROLE_PANE (rm_role_pane_get_type ())
G_DECLARE_FINAL_TYPE (RmRolePane, rm_role_pane, RM, ROLE_PANE, GtkWidget)

void rm_role_pane_set_session (RmRolePane *self,
                               RmSession *session);

/**
 * rm_role_pane_show:
 * @self: the pane
 * @id: a role profile, or 0 for none
 */
void rm_role_pane_show (RmRolePane *self,
                        gint64 id);

G_END_DECLS
