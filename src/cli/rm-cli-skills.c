/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "app/commands/rm-commands-skills.h"
#include "app/commands/rm-commands.h"
#include "app/explain/rm-suggestion-text.h"
#include "app/files/rm-skills-import.h"
#include "app/queries/rm-skills-query.h"
#include "core/base/rm-fold.h"

#include <glib/gi18n-lib.h>

/* The verbs "skills" and "suggest". */

/** The options of "skills". */
typedef struct
{
  RmCli *cli;
  char *sheet;
  char *column;
  char *category;
  char *matching;
  gboolean dry_run;
} Skills;

static void
add_summary_json (JsonBuilder *builder,
                  const RmSkill *skill,
                  const RmSkillSummary *summary)
{
  json_builder_begin_object (builder);
  rm_cli_json_string (builder, "skill", skill->name);
  rm_cli_json_string (builder, "context", skill->context);
  rm_cli_json_string (builder, "category", skill->category);
  rm_cli_json_boolean (builder, "retired", skill->retired == 1);
  rm_cli_json_int (builder, "offering", summary->counts[RM_SKILL_OFFERING]);
  rm_cli_json_int (builder, "wanting", summary->counts[RM_SKILL_WANTING]);
  rm_cli_json_int (builder, "unrated", summary->counts[RM_SKILL_UNRATED]);
  json_builder_end_object (builder);
}

static void
print_json (RmProgramme *programme,
            GArray *summaries)
{
  g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

  json_builder_set_member_name (builder, "skills");
  json_builder_begin_array (builder);
  for (guint i = 0; i < summaries->len; i++)
    {
      const RmSkillSummary *summary = &g_array_index (summaries, RmSkillSummary, i);

      add_summary_json (builder, rm_programme_find_skill (programme, summary->skill), summary);
    }
  json_builder_end_array (builder);
  rm_cli_json_print (builder);
}

static void
print_table (RmProgramme *programme,
             GArray *summaries)
{
  g_autoptr (RmCliTable) table = rm_cli_table_new (6, 3);

  rm_cli_table_add (table, _ ("Category"));
  rm_cli_table_add (table, _ ("Skill"));
  rm_cli_table_add (table, _ ("Context"));
  rm_cli_table_add (table, _ ("Offer it"));
  rm_cli_table_add (table, _ ("Want it"));
  rm_cli_table_add (table, _ ("Unrated"));
  for (guint i = 0; i < summaries->len; i++)
    {
      const RmSkillSummary *summary = &g_array_index (summaries, RmSkillSummary, i);
      const RmSkill *skill = rm_programme_find_skill (programme, summary->skill);

      rm_cli_table_add (table, skill->category != NULL ? skill->category : "–");
      rm_cli_table_add (table, skill->name);
      rm_cli_table_add (table, skill->retired == 1      ? _ ("retired")
                               : skill->context != NULL ? skill->context
                                                        : "");
      for (guint g = 0; g < RM_N_SKILL_GROUPS; g++)
        rm_cli_table_add_number (table, summary->counts[g]);
    }
  rm_cli_table_print (table);
}

static RmCliStatus
list_skills (Skills *self,
             const char *path)
{
  g_autoptr (RmSession) session = rm_cli_open (self->cli, path, FALSE);
  g_autoptr (GArray) summaries = NULL;

  if (session == NULL)
    return RM_CLI_FAILED;

  summaries = rm_skills_query_run (rm_session_get_programme (session), self->matching);
  if (self->cli->json)
    print_json (rm_session_get_programme (session), summaries);
  else
    print_table (rm_session_get_programme (session), summaries);
  return RM_CLI_OK;
}

/* The missing skills asked for, with the category for those without one. */
static GPtrArray *
choose (Skills *self,
        const RmSkillsImport *import,
        guint *n_known)
{
  const RmField *field = rm_entity_find_field (rm_skill_entity (), "category");
  g_autofree char *folded = rm_fold (self->matching);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (rm_record_unref);

  for (guint i = 0; i < import->skills->len; i++)
    {
      RmSkill *copy = NULL;

      if (!rm_skill_matches (g_ptr_array_index (import->skills, i), (const char *const *) words))
        continue;
      if (g_array_index (import->known, gboolean, i))
        {
          (*n_known)++;
          continue;
        }
      copy = rm_record_copy (g_ptr_array_index (import->skills, i));
      if (copy->category == NULL)
        rm_record_parse (copy, field, self->category, NULL);
      g_ptr_array_add (chosen, copy);
    }

  return chosen;
}

static void
report (Skills *self,
        const char *name,
        const RmSkillsImport *import,
        guint n_new,
        guint n_known)
{
  g_autoptr (JsonBuilder) builder = NULL;

  GPtrArray *of_sheet = import->table != NULL ? rm_sheet_get_problems (import->table) : NULL;

  for (guint i = 0; of_sheet != NULL && i < of_sheet->len; i++)
    if (rm_file_problem_is_notice (g_ptr_array_index (of_sheet, i)))
      rm_cli_print_problem (name, g_ptr_array_index (of_sheet, i));
  for (guint i = 0; i < import->problems->len; i++)
    rm_cli_print_problem (name, g_ptr_array_index (import->problems, i));
  if (!self->cli->json)
    {
      /* Translators: the name of a file, then numbers of skills */
      g_print (_ ("%s: %u new, %u already there, %u left out\n"), name, n_new, n_known,
               import->problems->len);
      return;
    }

  builder = rm_cli_json_begin ();
  rm_cli_json_int (builder, "new", n_new);
  rm_cli_json_int (builder, "known", n_known);
  rm_cli_json_problems (builder, "problems", import->problems);
  rm_cli_json_print (builder);
}

static RmCliStatus
add_skills (Skills *self,
            const char *path,
            const char *list)
{
  RmSession *session = rm_cli_open (self->cli, path, TRUE);
  RmProgramme *programme = NULL;
  g_autoptr (RmSkillsImport) import = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GFile) file = NULL;
  guint n_new = 0;
  guint n_known = 0;
  GError *error = NULL;

  if (session == NULL)
    return RM_CLI_FAILED;

  programme = rm_session_get_programme (session);
  file = list != NULL ? g_file_new_for_commandline_arg (list) : NULL;
  import = file != NULL ? rm_skills_import_load (programme, file, self->sheet, self->column,
                                                 rm_cli_progress, NULL, &error)
                        : rm_skills_import_new_starter (programme);
  if (import != NULL)
    {
      chosen = choose (self, import, &n_known);
      n_new = chosen->len;
    }
  if (import == NULL
      || (!self->dry_run && !rm_command_add_skills (session, chosen, &n_new, &error)))
    {
      rm_cli_close_unsaved (session);
      return rm_cli_fail (self->cli, NULL, error);
    }

  if (import->table != NULL)
    rm_cli_tell_sheet (rm_sheet_get_origin (import->table));
  report (self, list != NULL ? list : _ ("Starter topics"), import, n_new, n_known);
  if (!self->dry_run && n_new > 0)
    return rm_cli_close_saved (self->cli, path, session);
  rm_cli_close_unsaved (session);
  return RM_CLI_OK;
}

static RmCliStatus
run_skills (Skills *self,
            char **rest)
{
  guint n = g_strv_length (rest);

  if (n == 1 || (n == 2 && g_str_equal (rest[1], "list")))
    return list_skills (self, rest[0]);
  if (n == 3 && g_str_equal (rest[1], "import"))
    return add_skills (self, rest[0], rest[2]);
  if (n == 2 && g_str_equal (rest[1], "starter"))
    return add_skills (self, rest[0], NULL);

  return rm_cli_usage (self->cli, _ ("Actions are list, import LIST.csv and starter"));
}

RmCliStatus
rm_cli_skills (RmCli *self,
               char **args)
{
  Skills skills = { .cli = self };
  const GOptionEntry entries[] = {
    { "column", 0, 0, G_OPTION_ARG_STRING, &skills.column,
      N_ ("The column with the names (its header or number)"), N_ ("COLUMN") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &skills.sheet,
      N_ ("The sheet of a workbook, where it has several"), N_ ("NAME") },
    { "category", 0, 0, G_OPTION_ARG_STRING, &skills.category,
      N_ ("The category of skills that come without one"), N_ ("NAME") },
    { "matching", 0, 0, G_OPTION_ARG_STRING, &skills.matching,
      N_ ("Only skills in which these words occur"), N_ ("WORDS") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &skills.dry_run,
      N_ ("Say what would happen and change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  RmCliStatus status = RM_CLI_USAGE;

  if (rm_cli_parse (self, args, entries, 1, 3, &rest))
    status = run_skills (&skills, rest);
  g_free (skills.column);
  g_free (skills.sheet);
  g_free (skills.category);
  g_free (skills.matching);

  return status;
}

static void
print_suggestions_json (RmProgramme *programme,
                        const RmPerson *person,
                        GArray *suggestions)
{
  g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

  rm_cli_json_person (builder, "mentee", person);
  json_builder_set_member_name (builder, "suggestions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < suggestions->len; i++)
    {
      const RmSuggestion *suggestion = &g_array_index (suggestions, RmSuggestion, i);
      const RmSkill *skill = rm_programme_find_skill (programme, suggestion->skill);

      json_builder_begin_object (builder);
      rm_cli_json_string (builder, "skill", skill->name);
      rm_cli_json_string (builder, "context", skill->context);
      rm_cli_json_int (builder, "level", suggestion->level);
      rm_cli_json_boolean (builder, "role", (suggestion->reasons & RM_SUGGESTION_ROLE) != 0);
      rm_cli_json_int (builder, "nominations", suggestion->n_nominations);
      rm_cli_json_int (builder, "offering", suggestion->n_offering);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  rm_cli_json_print (builder);
}

static void
print_suggestions (RmProgramme *programme,
                   GArray *suggestions)
{
  if (suggestions->len == 0)
    g_print ("%s\n", _ ("Nothing to suggest"));
  for (guint i = 0; i < suggestions->len; i++)
    {
      const RmSuggestion *suggestion = &g_array_index (suggestions, RmSuggestion, i);
      const RmSkill *skill = rm_programme_find_skill (programme, suggestion->skill);
      g_autofree char *reasons = rm_suggestion_describe (programme, suggestion);

      /* Translators: a skill, the level to aim for, and why */
      g_print (_ ("%s, to level %d: %s\n"), skill->name, suggestion->level, reasons);
    }
}

/* Accepts the suggestion of that name. */
static gboolean
accept_suggestion (RmSession *session,
                   const RmPerson *person,
                   GArray *suggestions,
                   const char *name,
                   GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  g_autofree char *key = rm_skill_make_key (name);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const RmSuggestion *suggestion = &g_array_index (suggestions, RmSuggestion, i);

      if (rm_skill_is_called (rm_programme_find_skill (programme, suggestion->skill), key))
        return rm_command_add_need (session, person->record.id, suggestion->skill,
                                    suggestion->level, suggestion->importance, error);
    }

  g_set_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
               /* Translators: %s is what was typed for a skill */
               _ ("“%s” is not suggested"), name);
  return FALSE;
}

RmCliStatus
rm_cli_suggest (RmCli *self,
                char **args)
{
  g_autofree char *accept = NULL;
  const GOptionEntry entries[] = {
    { "accept", 0, 0, G_OPTION_ARG_STRING, &accept, N_ ("Make this suggestion a need"),
      N_ ("SKILL") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  RmSession *session = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  g_autoptr (GArray) suggestions = NULL;
  const RmPerson *person = NULL;
  GError *error = NULL;

  if (!rm_cli_parse (self, args, entries, 2, 2, &rest))
    return RM_CLI_USAGE;
  session = rm_cli_open (self, rest[0], accept != NULL);
  if (session == NULL)
    return RM_CLI_FAILED;

  scorer = rm_scorer_get (rm_session_get_programme (session));
  person = rm_cli_find_person (scorer, FALSE, rest[1], &error);
  if (person != NULL)
    suggestions = rm_suggestions_new (rm_session_get_programme (session), person);
  if (person == NULL
      || (accept != NULL && !accept_suggestion (session, person, suggestions, accept, &error)))
    {
      rm_cli_close_unsaved (session);
      return rm_cli_fail (self, rest[0], error);
    }
  if (accept != NULL)
    return rm_cli_close_saved (self, rest[0], session);

  if (self->json)
    print_suggestions_json (rm_session_get_programme (session), person, suggestions);
  else
    print_suggestions (rm_session_get_programme (session), suggestions);
  rm_cli_close_unsaved (session);
  return RM_CLI_OK;
}
