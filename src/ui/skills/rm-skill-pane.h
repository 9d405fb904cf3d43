/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/queries/rm-skills-query.h"
#include "ui/widgets/rm-record-pane.h"

G_BEGIN_DECLS

/**
 * RmSkillPane:
 *
 * One skill to view and edit: its names, what people at each level do, who offers and wants it;
 * with buttons to retire it, merge it into another, or remove it.
 */
#define RM_TYPE_SKILL_PANE (rm_skill_pane_get_type ())
G_DECLARE_FINAL_TYPE (RmSkillPane, rm_skill_pane, RM, SKILL_PANE, RmRecordPane)

/**
 * rm_skill_pane_set_counts:
 * @self: the pane
 * @summary: (nullable): the numbers of people for the skill shown
 */
void rm_skill_pane_set_counts (RmSkillPane *self,
                               const RmSkillSummary *summary);

G_END_DECLS
