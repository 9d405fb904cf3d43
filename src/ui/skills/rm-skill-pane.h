/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/queries/rm-skills-query.h"
#include "ui/widgets/rm-record-pane.h"

G_BEGIN_DECLS

/**
 * RmSkillPane:
 *
 * One skill to see and edit: what it is called, what people on each level do, who offers and wants
 * it; to retire it, to merge it into another, to remove it.
 */
#define RM_TYPE_SKILL_PANE (rm_skill_pane_get_type ())
G_DECLARE_FINAL_TYPE (RmSkillPane, rm_skill_pane, RM, SKILL_PANE, RmRecordPane)

/**
 * rm_skill_pane_set_counts:
 * @self: the pane
 * @summary: (nullable): how many people stand behind the skill shown
 */
void rm_skill_pane_set_counts (RmSkillPane *self,
                               const RmSkillSummary *summary);

G_END_DECLS
