/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmManyPane:
 *
 * Several selected people: common fields, to change for all of them in one step; for two people, a
 * button to merge their records.
 */
#define RM_TYPE_MANY_PANE (rm_many_pane_get_type ())
G_DECLARE_FINAL_TYPE (RmManyPane, rm_many_pane, RM, MANY_PANE, GtkWidget)

/**
 * rm_many_pane_show:
 * @self: a pane
 * @session: (nullable): the programme
 * @people: (array length=n): ids of the selected people
 * @n: how many
 */
void rm_many_pane_show (RmManyPane *self,
                        RmSession *session,
                        const gint64 *people,
                        guint n);

G_END_DECLS
