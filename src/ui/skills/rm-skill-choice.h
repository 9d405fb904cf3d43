/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/** RmSkillChoice: a drop-down with search to choose one of any number of skills. */
#define RM_TYPE_SKILL_CHOICE (rm_skill_choice_get_type ())
G_DECLARE_FINAL_TYPE (RmSkillChoice, rm_skill_choice, RM, SKILL_CHOICE, GtkWidget)

/**
 * rm_skill_choice_new:
 * @label: the label for screen readers
 *
 * Returns: (transfer floating): a choice without skills
 */
GtkWidget *rm_skill_choice_new (const char *label);

/**
 * rm_skill_choice_fill:
 * @self: a choice
 * @programme: a programme
 * @without: id of a skill not to offer, or 0
 * @retired: whether to offer retired skills
 *
 * Offers the programme's skills in the order of the list of skills; the choice is kept if it still
 * exists.
 */
void rm_skill_choice_fill (RmSkillChoice *self,
                           RmProgramme *programme,
                           gint64 without,
                           gboolean retired);

guint rm_skill_choice_get_n_skills (RmSkillChoice *self);

/**
 * rm_skill_choice_get_skill:
 * @self: a choice
 *
 * Returns: id of the skill chosen, or 0
 */
gint64 rm_skill_choice_get_skill (RmSkillChoice *self);

G_END_DECLS
