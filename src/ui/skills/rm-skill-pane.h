/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rm-skills-query.h"
#include "app/rm-session.h"
#include "ui/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmSkillPane:
 *
 * One skill to see and edit: what it is called, what people on each level do, who offers and wants
 * it; to retire it, to merge it into another, to remove it.
 */
#define RM_TYPE_SKILL_PANE (rm_skill_pane_get_type ())
G_DECLARE_FINAL_TYPE (RmSkillPane, rm_skill_pane, RM, SKILL_PANE, GtkWidget)

void rm_skill_pane_set_session (RmSkillPane *self,
                                RmSession *session);

/**
 * rm_skill_pane_show:
 * @self: the pane
 * @id: a skill, or 0 for none
 */
void rm_skill_pane_show (RmSkillPane *self,
                         gint64 id);

gint64 rm_skill_pane_get_shown (RmSkillPane *self);

/**
 * rm_skill_pane_set_counts:
 * @self: the pane
 * @summary: (nullable): how many people stand behind the skill shown
 */
void rm_skill_pane_set_counts (RmSkillPane *self,
                               const RmSkillSummary *summary);

/** Puts the cursor where the name goes. */
void rm_skill_pane_focus_name (RmSkillPane *self);

G_END_DECLS
