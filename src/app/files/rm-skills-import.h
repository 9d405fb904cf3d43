/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-job.h"
#include "core/model/rm-programme.h"
#include "exchange/import/rm-skills-table.h"

G_BEGIN_DECLS

/**
 * RmSkillsImport:
 * @table: (owned) (nullable): the file; %NULL for the starter topics
 * @names: the column of @table that holds names
 * @skills: (owned) (element-type RmSkill): the skills to choose from, without ids
 * @known: (owned) (element-type gboolean): for each of @skills, whether the programme has it
 * @problems: (owned) (element-type RmFileProblem): rows left out
 *
 * Skills to choose from, before any of them is in the programme.
 */
typedef struct
{
  RmSheet *table;
  guint names;
  GPtrArray *skills;
  GArray *known;
  GPtrArray *problems;
} RmSkillsImport;

/**
 * rm_skills_import_new_starter:
 * @programme: a programme
 *
 * Returns: (transfer full): the starter topics
 */
RmSkillsImport *rm_skills_import_new_starter (const RmProgramme *programme);

/**
 * rm_skills_import_load:
 * @programme: a programme
 * @file: a table with a column of names
 * @sheet: (nullable): the name of a sheet, as in #RmSourceOptions
 * @column: (nullable): a column, by header or number from 1; %NULL to choose by the headers
 * @progress: (nullable) (scope call): called now and then
 * @data: passed to @progress
 * @error: #RmExchangeError; %RM_EXCHANGE_ERROR_COLUMN if there is no @column
 *
 * Blocks: for workers and the command line.
 *
 * Returns: (transfer full) (nullable): the skills in the file
 */
RmSkillsImport *rm_skills_import_load (const RmProgramme *programme,
                                       GFile *file,
                                       const char *sheet,
                                       const char *column,
                                       RmProgressFunc progress,
                                       gpointer data,
                                       GError **error);

/**
 * rm_skills_import_load_async:
 * @programme: a programme
 * @job: reports progress
 * @file: a table with a column of names
 * @column: (nullable): a column, as above
 * @callback: called when done
 * @user_data: passed to @callback
 */
void rm_skills_import_load_async (RmProgramme *programme,
                                  RmJob *job,
                                  GFile *file,
                                  const char *column,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/* Likewise, of what the clipboard holds, as for rm_source_read_pasted(). */
void rm_skills_import_load_pasted_async (RmProgramme *programme,
                                         RmJob *job,
                                         GBytes *text,
                                         const char *column,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
RmSkillsImport *rm_skills_import_load_finish (RmJob *job,
                                              GAsyncResult *result,
                                              GError **error);

void rm_skills_import_free (RmSkillsImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmSkillsImport, rm_skills_import_free)

G_END_DECLS
