/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmSuggestionRows:
 *
 * Skills that a person might need without knowing it, each with its reasons and a button to make it
 * a need. Hidden if there is nothing to suggest.
 */
#define RM_TYPE_SUGGESTION_ROWS (rm_suggestion_rows_get_type ())
G_DECLARE_FINAL_TYPE (RmSuggestionRows, rm_suggestion_rows, RM, SUGGESTION_ROWS, GtkWidget)

/**
 * rm_suggestion_rows_show:
 * @self: the rows
 * @session: (nullable): a session
 * @person: (nullable): a person
 *
 * Finds the suggestions in a worker and shows them when ready.
 */
void rm_suggestion_rows_show (RmSuggestionRows *self,
                              RmSession *session,
                              const RmPerson *person);

G_END_DECLS
