/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/queries/rm-skills-query.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmSkillRow:
 *
 * A skill in the list of skills: its name, how many people offer it, want it and are unrated, and
 * above the first of a category its heading.
 */
#define RM_TYPE_SKILL_ROW (rm_skill_row_get_type ())
G_DECLARE_FINAL_TYPE (RmSkillRow, rm_skill_row, RM, SKILL_ROW, GtkWidget)

GtkWidget *rm_skill_row_new (void);

/**
 * rm_skill_row_show:
 * @self: a row
 * @skill: (nullable): a skill
 * @summary: (nullable): its numbers of people
 */
void rm_skill_row_show (RmSkillRow *self,
                        const RmSkill *skill,
                        const RmSkillSummary *summary);

/**
 * rm_skill_row_get_id:
 * @self: a row
 *
 * Returns: id of the skill shown, or 0
 */
gint64 rm_skill_row_get_id (RmSkillRow *self);

/**
 * rm_skill_summary_describe:
 * @group: which people
 * @n: how many
 *
 * Returns: (transfer full): "3 offer it"
 */
char *rm_skill_summary_describe (RmSkillGroup group,
                                 guint n);

G_END_DECLS
