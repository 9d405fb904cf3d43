/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/** RmNominationRows: a person's nominations, and a row to nominate the person. */
#define RM_TYPE_NOMINATION_ROWS (rm_nomination_rows_get_type ())
G_DECLARE_FINAL_TYPE (RmNominationRows, rm_nomination_rows, RM, NOMINATION_ROWS, GtkWidget)

/**
 * rm_nomination_rows_show:
 * @self: the rows
 * @session: a session
 * @person: a person
 */
void rm_nomination_rows_show (RmNominationRows *self,
                              RmSession *session,
                              const RmPerson *person);

G_END_DECLS
