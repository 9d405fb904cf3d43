/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmPersonNotice:
 *
 * A sentence about a person's state, and the one thing to do about it: for people who left but
 * still have pairs, or who came late and have none while others have. Hidden if there is nothing to
 * do.
 */
#define RM_TYPE_PERSON_NOTICE (rm_person_notice_get_type ())
G_DECLARE_FINAL_TYPE (RmPersonNotice, rm_person_notice, RM, PERSON_NOTICE, GtkWidget)

/**
 * rm_person_notice_show:
 * @self: a notice
 * @session: the programme
 * @person: a person
 */
void rm_person_notice_show (RmPersonNotice *self,
                            RmSession *session,
                            const RmPerson *person);

G_END_DECLS
