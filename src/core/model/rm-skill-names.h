/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-programme.h"

G_BEGIN_DECLS

/**
 * RmSkillNames:
 *
 * Skills by name, other names and context, all folded (rm_skill_make_key()). Borrows the records.
 */
typedef struct _RmSkillNames RmSkillNames;

/**
 * rm_skill_names_new:
 * @programme: (nullable): the programme whose skills to add
 *
 * O(n), n the number of names.
 *
 * Returns: (transfer full): an index of skill names
 */
RmSkillNames *rm_skill_names_new (const RmProgramme *programme);

/**
 * rm_skill_names_add:
 * @self: an index
 * @skill: a skill that outlives @self
 */
void rm_skill_names_add (RmSkillNames *self,
                         const RmSkill *skill);

/**
 * rm_skill_names_find:
 * @self: an index
 * @name: (nullable): the name of a skill
 * @context: (nullable): its context; blank asks for the skill without a context, else for the only
 *   one of that name
 * @ambiguous: (out) (optional): whether several have the name
 *
 * O(1).
 *
 * Returns: (nullable) (transfer none): the skill; %NULL if none or more than one has the name
 */
const RmSkill *rm_skill_names_find (const RmSkillNames *self,
                                    const char *name,
                                    const char *context,
                                    gboolean *ambiguous);

/**
 * rm_skill_names_find_same:
 * @self: an index
 * @skill: a skill, of @self or not
 *
 * Returns: (nullable) (transfer none): another skill that has one of @skill's names, other names
 *   included, in the same context
 */
const RmSkill *rm_skill_names_find_same (const RmSkillNames *self,
                                         const RmSkill *skill);

void rm_skill_names_free (RmSkillNames *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmSkillNames, rm_skill_names_free)

G_END_DECLS
