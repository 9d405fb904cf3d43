/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-page.h"

G_BEGIN_DECLS

/**
 * RmSkillsPage:
 *
 * The skills by category, and next to them one skill to view and edit; or the role profiles and
 * their needs.
 */
#define RM_TYPE_SKILLS_PAGE (rm_skills_page_get_type ())
G_DECLARE_FINAL_TYPE (RmSkillsPage, rm_skills_page, RM, SKILLS_PAGE, GtkWidget)

/**
 * rm_skills_page_add_skill:
 * @self: the page
 *
 * Adds a skill and puts the cursor into its name field.
 */
void rm_skills_page_add_skill (RmSkillsPage *self);

/**
 * rm_skills_page_show_skill:
 * @self: the page
 * @id: a skill
 *
 * Selects the skill and opens the pane.
 */
void rm_skills_page_show_skill (RmSkillsPage *self,
                                gint64 id);

G_END_DECLS
