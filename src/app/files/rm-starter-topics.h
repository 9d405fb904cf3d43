/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-skill.h"

G_BEGIN_DECLS

/**
 * rm_starter_topics_new:
 *
 * Common topics of reverse mentoring, in five categories, in the language of the application: with
 * other names, a description, and what somebody at each level does. For a coordinator who starts
 * with an empty list; rm_command_add_skills() adds those chosen.
 *
 * Returns: (transfer full) (element-type RmSkill): skills without ids, by category
 */
GPtrArray *rm_starter_topics_new (void);

G_END_DECLS
