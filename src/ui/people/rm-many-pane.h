/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmManyPane:
 *
 * Several people who are selected: what they have in common, to be changed for all of them in one
 * step; with two of them, to make one of two records.
 */
#define RM_TYPE_MANY_PANE (rm_many_pane_get_type ())
G_DECLARE_FINAL_TYPE (RmManyPane, rm_many_pane, RM, MANY_PANE, GtkWidget)

/**
 * rm_many_pane_show:
 * @self: a pane
 * @session: (nullable): the programme
 * @people: (array length=n): ids of who is selected
 * @n: how many
 */
void rm_many_pane_show (RmManyPane *self,
                        RmSession *session,
                        const gint64 *people,
                        guint n);

G_END_DECLS
