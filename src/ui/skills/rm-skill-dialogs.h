/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/* Dialogs about a skill that need an answer first. */

/**
 * rm_skill_dialogs_merge:
 * @owner: a widget in the window to ask in; gets the toast
 * @session: a session
 * @skill: id of the skill that goes
 *
 * Asks which skill to merge it into.
 */
void rm_skill_dialogs_merge (GtkWidget *owner,
                             RmSession *session,
                             gint64 skill);

/**
 * rm_skill_dialogs_rename_category:
 * @owner: a widget in the window to ask in; gets the toast
 * @session: a session
 * @category: (nullable): a category; %NULL for skills without one
 *
 * Asks for its new name.
 */
void rm_skill_dialogs_rename_category (GtkWidget *owner,
                                       RmSession *session,
                                       const char *category);

G_END_DECLS
