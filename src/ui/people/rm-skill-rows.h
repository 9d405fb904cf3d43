/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmSkillRows:
 *
 * The skills that one person has and wants to learn: one row per skill, which expands to change the
 * level and the level wanted, and a row to add another skill.
 */
#define RM_TYPE_SKILL_ROWS (rm_skill_rows_get_type ())
G_DECLARE_FINAL_TYPE (RmSkillRows, rm_skill_rows, RM, SKILL_ROWS, GtkWidget)

/**
 * rm_skill_rows_show:
 * @self: the rows
 * @session: the programme
 * @person: a person of the programme
 */
void rm_skill_rows_show (RmSkillRows *self,
                         RmSession *session,
                         const RmPerson *person);

G_END_DECLS
