/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rm-session.h"
#include "ui/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmPersonPane:
 *
 * One person to see and edit: who they are, whether they take part, what they can and want to
 * learn. Each edit goes straight into the programme.
 */
#define RM_TYPE_PERSON_PANE (rm_person_pane_get_type ())
G_DECLARE_FINAL_TYPE (RmPersonPane, rm_person_pane, RM, PERSON_PANE, GtkWidget)

void rm_person_pane_set_session (RmPersonPane *self,
                                 RmSession *session);

/**
 * rm_person_pane_show:
 * @self: the pane
 * @id: a person, or 0 for nobody
 */
void rm_person_pane_show (RmPersonPane *self,
                          gint64 id);

gint64 rm_person_pane_get_shown (RmPersonPane *self);

/**
 * rm_person_pane_focus_name:
 * @self: the pane
 *
 * Puts the cursor where the name goes.
 */
void rm_person_pane_focus_name (RmPersonPane *self);

G_END_DECLS
