/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmApartRows: the people a person is kept apart from, also in confidence, and a form to record it.
 *
 * Everything is behind an expander that is closed again for each person and looks the same whether
 * or not it is empty: it is the only place in the window that shows confidential requests.
 */
#define RM_TYPE_APART_ROWS (rm_apart_rows_get_type ())
G_DECLARE_FINAL_TYPE (RmApartRows, rm_apart_rows, RM, APART_ROWS, AdwPreferencesGroup)

/**
 * rm_apart_rows_show:
 * @self: the rows
 * @session: a session
 * @person: a person
 */
void rm_apart_rows_show (RmApartRows *self,
                         RmSession *session,
                         const RmPerson *person);

G_END_DECLS
