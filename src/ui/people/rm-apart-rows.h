/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmApartRows: from whom a person is kept apart, also in confidence, and a form to record it.
 *
 * Everything is behind a disclosure that is closed for each person anew and looks the same whether
 * there is something in it or not: it is the one place in the window that tells a request made in
 * confidence.
 */
#define RM_TYPE_APART_ROWS (rm_apart_rows_get_type ())
G_DECLARE_FINAL_TYPE (RmApartRows, rm_apart_rows, RM, APART_ROWS, AdwPreferencesGroup)

/**
 * rm_apart_rows_show:
 * @self: the rows
 * @session: a session
 * @person: who is shown
 */
void rm_apart_rows_show (RmApartRows *self,
                         RmSession *session,
                         const RmPerson *person);

G_END_DECLS
