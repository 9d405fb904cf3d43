/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmSkillPicker:
 *
 * A window to choose skills from a list, the starter topics or a file of any length, and add them
 * in one step. Skills already in the programme are shown but cannot be chosen.
 */
#define RM_TYPE_SKILL_PICKER (rm_skill_picker_get_type ())
G_DECLARE_FINAL_TYPE (RmSkillPicker, rm_skill_picker, RM, SKILL_PICKER, AdwWindow)

/**
 * rm_skill_picker_new:
 * @session: a session
 * @file: (nullable): a file to choose from; %NULL for the starter topics
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *rm_skill_picker_new (RmSession *session,
                                GFile *file);

/* Likewise, with the list that the clipboard holds. */
GtkWidget *rm_skill_picker_new_pasted (RmSession *session,
                                       GBytes *text);

G_END_DECLS
