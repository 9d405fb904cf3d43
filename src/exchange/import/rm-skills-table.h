/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/rm-skill.h"
#include "exchange/sheet/rm-sheet.h"

G_BEGIN_DECLS

/** The longest name of a skill, in characters: what is longer is no name but a text. */
#define RM_SKILLS_MAX_NAME 200

/**
 * RmSkillsTable:
 * @skills: (owned) (element-type RmSkill): a skill for each row that names one, without ids, in the
 *   order of the file
 * @problems: (owned) (element-type RmFileProblem): what was left out, and why
 *
 * A list of skills that somebody else keeps, as it can be added to a programme.
 */
typedef struct
{
  GPtrArray *skills;
  GPtrArray *problems;
} RmSkillsTable;

/**
 * rm_skills_table_find_names:
 * @table: a table
 * @column: (out): the column that holds names
 *
 * Returns: whether a header says which column that is
 */
gboolean rm_skills_table_find_names (const RmSheet *table,
                                     guint *column);

/**
 * rm_skills_table_new:
 * @table: a table
 * @names: the column that holds names
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: %RM_EXCHANGE_ERROR_CANCELLED
 *
 * Further columns are taken by their headers: category, other names, context, description and what
 * people on each level do. Other names stand one a line or between semicolons, commas or bars;
 * where they stand one a line they may hold commas. A row without a name, with a name that is too
 * long, or called like an earlier one in the same context, is left out and listed.
 *
 * O(n).
 *
 * Returns: (transfer full) (nullable): the skills
 */
RmSkillsTable *rm_skills_table_new (const RmSheet *table,
                                    guint names,
                                    RmProgressFunc progress,
                                    gpointer data,
                                    GError **error);

void rm_skills_table_free (RmSkillsTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmSkillsTable, rm_skills_table_free)

G_END_DECLS
