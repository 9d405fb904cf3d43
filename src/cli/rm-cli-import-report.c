/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli-import.h"

#include <glib/gi18n-lib.h>

/* What an import on the command line says of a file, and which options answer its questions. */

/* A column that matches no field is left out, with a message. */
void
rm_cli_tell_left_out (const char *path,
                      const RmImportPlan *plan)
{
  const RmSheet *table = rm_import_plan_get_table (plan);

  for (guint c = 0; c < rm_sheet_get_n_columns (table); c++)
    {
      const char *header = rm_sheet_get_header (table, c);

      if (rm_import_plan_get_target (plan, c) == NULL && header != NULL && *header != '\0')
        /* Translators: a file, then a column twice; FIELD stays as it is */
        g_printerr (_ ("%s: column “%s” was left out; --map=\"%s=FIELD\" brings it in\n"), path,
                    header, header);
    }
}

/* Whoever imports has to know what was decided or left out. */
static gboolean
is_told (const RmFileProblem *notice)
{
  return rm_file_problem_is_question (notice)
         || notice->type == RM_FILE_PROBLEM_GUESS_DROPPED
         || notice->type == RM_FILE_PROBLEM_HEADER_REPEATED
         || notice->type == RM_FILE_PROBLEM_REMEMBERED
         || notice->type == RM_FILE_PROBLEM_ZEROS;
}

guint
rm_cli_count_questions (GPtrArray *notices)
{
  guint n = 0;

  for (guint i = 0; i < notices->len; i++)
    n += rm_file_problem_is_question (g_ptr_array_index (notices, i));

  return n;
}

void
rm_cli_tell_notices (const char *path,
                     GPtrArray *notices)
{
  guint n_managers = 0;

  for (guint i = 0; i < notices->len; i++)
    {
      const RmFileProblem *notice = g_ptr_array_index (notices, i);

      if (is_told (notice))
        rm_cli_print_problem (path, notice);
      n_managers += notice->type == RM_FILE_PROBLEM_MANAGER_UNKNOWN;
    }
  if (n_managers > 0)
    /* Translators: %s is a file */
    g_printerr (ngettext ("%s: %u person has a manager who is not in the programme: their reporting "
                          "line is unknown\n",
                          "%s: %u people have a manager who is not in the programme: their "
                          "reporting lines are unknown\n",
                          n_managers),
                path, n_managers);
}

static gboolean
has_type (GPtrArray *problems,
          RmFileProblemType type)
{
  for (guint i = 0; i < problems->len; i++)
    if (((const RmFileProblem *) g_ptr_array_index (problems, i))->type == type)
      return TRUE;

  return FALSE;
}

/* The options that answer questions. */
void
rm_cli_tell_ways_out (const RmImportResult *result,
                      gboolean gone_left)
{
  if (has_type (result->problems, RM_FILE_PROBLEM_DATE_OPEN))
    g_printerr ("%s\n", _ ("--dates=day-first or --dates=month-first says how dates are written"));
  if (has_type (result->problems, RM_FILE_PROBLEM_REISSUED))
    g_printerr ("%s\n", _ ("--same-person=LINE says that it is the same person"));
  if (has_type (result->notices, RM_FILE_PROBLEM_MATRIX))
    g_printerr ("%s\n", _ ("--skills brings them in, --scale=LOWEST-HIGHEST says on which scale"));
  if (result->gone->len > 0 && gone_left)
    g_printerr (ngettext ("%u person who is not in the file has left\n",
                          "%u people who are not in the file have left\n", result->gone->len),
                result->gone->len);
  else if (result->gone->len > 0)
    g_printerr (ngettext ("%u person of the programme is not in the file: --gone-left says that they "
                          "have left\n",
                          "%u people of the programme are not in the file: --gone-left says that "
                          "they have left\n", result->gone->len),
                result->gone->len);
  if (result->n_partless > 0)
    g_printerr (ngettext ("%u person is neither mentor nor mentee: --set side=mentor or --set "
                          "side=mentee says so for everybody in the file\n",
                          "%u people are neither mentor nor mentee: --set side=mentor or --set "
                          "side=mentee says so for everybody in the file\n",
                          result->n_partless),
                result->n_partless);
}

/* One value that cannot be read is one line, however often it is there. */
static char *
dup_group (const RmFileProblem *problem)
{
  return problem->type == RM_FILE_PROBLEM_VALUE && problem->value != NULL
           ? g_strdup_printf ("%u:%s", problem->column, problem->value)
           : NULL;
}

void
rm_cli_print_problems (const char *path,
                       GPtrArray *problems)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      char *group = dup_group (g_ptr_array_index (problems, i));

      if (group != NULL)
        g_hash_table_insert (counts, group,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, group))
                                               + 1));
    }
  for (guint i = 0; i < problems->len; i++)
    {
      const RmFileProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *group = dup_group (problem);
      guint n = group != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, group)) : 1;

      if (n == 0)
        continue;
      rm_cli_print_problem (path, problem);
      if (n > 1)
        g_printerr (ngettext ("  and so in %u more row\n", "  and so in %u more rows\n", n - 1), n - 1);
      if (group != NULL)
        g_hash_table_insert (counts, g_steal_pointer (&group), NULL);
    }
}
