/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmConsentRows:
 *
 * A person's consents. Hidden if nothing is asked.
 */
#define RM_TYPE_CONSENT_ROWS (rm_consent_rows_get_type ())
G_DECLARE_FINAL_TYPE (RmConsentRows, rm_consent_rows, RM, CONSENT_ROWS, GtkWidget)

/**
 * rm_consent_rows_show:
 * @self: the rows
 * @session: a session
 * @person: a person
 */
void rm_consent_rows_show (RmConsentRows *self,
                           RmSession *session,
                           const RmPerson *person);

G_END_DECLS
