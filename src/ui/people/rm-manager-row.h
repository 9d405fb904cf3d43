/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmManagerRow:
 *
 * A person's manager: a row that shows the manager and accepts another by staff number, e-mail or
 * name.
 */
#define RM_TYPE_MANAGER_ROW (rm_manager_row_get_type ())
G_DECLARE_FINAL_TYPE (RmManagerRow, rm_manager_row, RM, MANAGER_ROW, AdwEntryRow)

/**
 * rm_manager_row_show:
 * @self: the row
 * @session: the programme
 * @person: a person of the programme
 */
void rm_manager_row_show (RmManagerRow *self,
                          RmSession *session,
                          const RmPerson *person);

G_END_DECLS
