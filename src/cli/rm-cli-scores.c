/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "core/explain/rm-unpaired.h"
#include "core/matching/rm-assignment.h"
#include "core/proof/rm-assignment-check.h"
#include "exchange/import/rm-capacities-table.h"
#include "exchange/import/rm-scores-table.h"
#include "exchange/source/rm-source.h"

#include <glib/gi18n-lib.h>

/* Pairs the names of a plain table, so that a consultant's own scores can be used and public
 * instances checked. Minimising is most people first on C − cost, with C above every cost: one more
 * pair is then worth any cost. */

typedef struct
{
  const RmScoresTable *table;
  gint64 above; /* C, or 0 if scores are used unchanged */
} Scores;

static gint64
get_score (gconstpointer data,
           guint mentee,
           guint mentor)
{
  const Scores *self = data;
  gint64 score = rm_scores_table_get_score (self->table, mentee, mentor);

  if (score < 0)
    return RM_NO_CANDIDATE;

  return self->above > 0 ? self->above - score : score;
}

static RmSheet *
load_sheet (RmCli *self,
            const char *path,
            const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  const RmSourceOptions options = { .sheet = name, .max_rows = G_MAXUINT };
  GError *error = NULL;
  RmSheet *csv = rm_source_load (file, &options, rm_cli_progress, NULL, &error);

  if (csv == NULL)
    rm_cli_fail (self, NULL, error);

  return csv;
}

/* Without the rows left out it would be a different problem. */
static gboolean
tell_problems (RmCli *self,
               const char *path,
               GPtrArray *problems)
{
  guint n_unread = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      rm_cli_print_problem (path, g_ptr_array_index (problems, i));
      n_unread += !rm_file_problem_is_notice (g_ptr_array_index (problems, i));
    }
  if (n_unread == 0)
    return FALSE;

  rm_cli_fail (self, path,
               g_error_new_literal (RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_VALUE,
                                    _ ("Not paired, since rows could not be read")));
  return TRUE;
}

static RmScoresTable *
load_scores (RmCli *self,
             const char *path,
             const char *sheet)
{
  g_autoptr (RmSheet) csv = load_sheet (self, path, sheet);
  g_autoptr (RmScoresTable) table = NULL;
  GError *error = NULL;

  if (csv == NULL)
    return NULL;
  table = rm_scores_table_new (csv, &error);
  if (table == NULL)
    {
      rm_cli_fail (self, path, error);
      return NULL;
    }

  for (guint i = 0; i < table->notices->len; i++)
    rm_cli_print_problem (path, g_ptr_array_index (table->notices, i));
  return tell_problems (self, path, table->problems) ? NULL : g_steal_pointer (&table);
}

/* Everybody has one place if there is no table. */
static RmCapacitiesTable *
load_capacities (RmCli *self,
                 const char *path,
                 const RmScoresTable *scores)
{
  g_autoptr (RmSheet) csv = NULL;
  g_autoptr (RmCapacitiesTable) table = NULL;
  GError *error = NULL;

  if (path == NULL)
    return rm_capacities_table_new (NULL, scores, NULL);

  csv = load_sheet (self, path, NULL);
  if (csv == NULL)
    return NULL;
  table = rm_capacities_table_new (csv, scores, &error);
  if (table == NULL)
    {
      rm_cli_fail (self, path, error);
      return NULL;
    }

  return tell_problems (self, path, table->problems) ? NULL : g_steal_pointer (&table);
}

static gint64
find_above (const RmScoresTable *table)
{
  gint64 above = 1;

  for (guint i = 0; i < table->entries->len; i++)
    above = MAX (above, g_array_index (table->entries, RmScoreEntry, i).score + 1);

  return above;
}

/* The most names in one reason. */
#define MAX_NAMES 12

static char *
list_names (const GPtrArray *names,
            const GArray *indexes)
{
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < MIN (indexes->len, MAX_NAMES); k++)
    g_string_append_printf (text, "%s%s", k > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (
                              names, g_array_index (indexes, guint, k)));
  if (indexes->len > MAX_NAMES)
    g_string_append (text, ", …");
  return g_string_free (text, FALSE);
}

static char *
describe_shortage (const RmScoresTable *table,
                   const RmUnpaired *unpaired)
{
  g_autofree char *mentees = list_names (table->mentees, unpaired->mentees);
  g_autofree char *mentors = list_names (table->mentors, unpaired->mentors);

  if (unpaired->n_places == 0)
    /* Translators: %s is a list of names */
    return g_strdup_printf (_ ("No mentor with a score has a place: %s"), mentors);

  return g_strdup_printf (
    /* Translators: how many mentees, their names, how many places, and the names of mentors */
    ngettext ("%u mentee (%s) shares %u place of %s",
              "%u mentees (%s) share too few places (%u) of %s", unpaired->mentees->len),
    unpaired->mentees->len, mentees, (guint) unpaired->n_places, mentors);
}

static char *
describe_reason (const RmScoresTable *table,
                 const RmUnpaired *unpaired)
{
  switch (unpaired->reason)
    {
    case RM_UNPAIRED_TAKES_NONE:
      return g_strdup (_ ("Takes no mentor: the number of places is 0."));

    case RM_UNPAIRED_RULES:
      return g_strdup (_ ("There is no score with anybody else"));

    case RM_UNPAIRED_SHORTAGE:
      return describe_shortage (table, unpaired);

    case RM_UNPAIRED_TOTAL:
    case RM_UNPAIRED_NOT_NEEDED:
    default:
      return g_strdup (_ ("Could be paired, but the best total leaves them out"));
    }
}

static void
print_unpaired (const RmScoresTable *table,
                GPtrArray *unpaired)
{
  if (unpaired->len > 0)
    g_print ("\n%s\n", _ ("Without a mentor:"));
  for (guint k = 0; k < unpaired->len; k++)
    {
      const RmUnpaired *left = g_ptr_array_index (unpaired, k);
      g_autofree char *reason = describe_reason (table, left);

      g_print ("%s: %s\n", (const char *) g_ptr_array_index (table->mentees, left->person), reason);
    }
}

static void
json_unpaired (JsonBuilder *builder,
               const RmScoresTable *table,
               GPtrArray *unpaired)
{
  json_builder_set_member_name (builder, "unpaired");
  json_builder_begin_array (builder);
  for (guint k = 0; k < unpaired->len; k++)
    {
      const RmUnpaired *left = g_ptr_array_index (unpaired, k);
      g_autofree char *reason = describe_reason (table, left);

      json_builder_begin_object (builder);
      rm_cli_json_string (builder, "mentee", g_ptr_array_index (table->mentees, left->person));
      rm_cli_json_string (builder, "reason", reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_text (const RmScoresTable *table,
            const RmSolution *solution,
            GPtrArray *unpaired,
            gint64 total,
            gboolean minimise)
{
  g_autofree char *number = NULL;
  g_autoptr (RmCliTable) lines = rm_cli_table_new (3, 2);

  rm_cli_table_add (lines, _ ("Mentee"));
  rm_cli_table_add (lines, _ ("Mentor"));
  rm_cli_table_add (lines, minimise ? _ ("Cost") : _ ("Score"));
  for (guint i = 0; i < solution->n_pairs; i++)
    {
      RmPlace place = solution->pairs[i];

      rm_cli_table_add (lines, g_ptr_array_index (table->mentees, place.mentee));
      rm_cli_table_add (lines, g_ptr_array_index (table->mentors, place.mentor));
      rm_cli_table_add_number (lines, rm_scores_table_get_score (table, place.mentee,
                                                                 place.mentor));
    }

  rm_cli_table_print (lines);
  print_unpaired (table, unpaired);
  if (unpaired->len > 0)
    g_print ("\n");
  /* Formatted apart: xgettext cannot read a macro in the middle of a text. */
  number = g_strdup_printf ("%" G_GINT64_FORMAT, total);
  /* Translators: pairs, mentees and the sum of the scores */
  g_print (ngettext ("%u pair of %u mentees, total %s, proved\n",
                     "%u pairs of %u mentees, total %s, proved\n", solution->n_pairs),
           solution->n_pairs, table->mentees->len, number);
}

static void
print_json (const RmScoresTable *table,
            const RmSolution *solution,
            GPtrArray *unpaired,
            gint64 total)
{
  g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

  rm_cli_json_int (builder, "total", total);
  rm_cli_json_int (builder, "mentees-paired", solution->n_paired);
  rm_cli_json_boolean (builder, "proved", TRUE);
  json_builder_set_member_name (builder, "pairs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < solution->n_pairs; i++)
    {
      RmPlace place = solution->pairs[i];

      json_builder_begin_object (builder);
      rm_cli_json_string (builder, "mentee", g_ptr_array_index (table->mentees, place.mentee));
      rm_cli_json_string (builder, "mentor", g_ptr_array_index (table->mentors, place.mentor));
      rm_cli_json_int (builder, "score",
                       rm_scores_table_get_score (table, place.mentee, place.mentor));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_unpaired (builder, table, unpaired);
  rm_cli_json_print (builder);
}

/* Nobody to explain takes no time. */
static GPtrArray *
find_unpaired (const RmProblem *problem,
               const RmSolution *solution,
               GError **error)
{
  g_autoptr (RmExplain) explain = NULL;

  if (solution->n_paired == problem->source->n_mentees)
    return g_ptr_array_new ();

  explain = rm_explain_new (problem, solution->pairs, solution->n_pairs, 0, rm_cli_progress, NULL,
                            error);
  return explain != NULL ? rm_unpaired_list_mentees (explain, rm_cli_progress, NULL, error) : NULL;
}

static RmCliStatus
solve (RmCli *self,
       const char *path,
       const RmScoresTable *table,
       const RmProblem *problem,
       gboolean minimise)
{
  GError *error = NULL;
  g_autoptr (RmSolution) solution
    = rm_assignment_solve (problem, rm_cli_progress, NULL, &error);
  g_autoptr (GPtrArray) unpaired = NULL;
  gint64 total = 0;

  if (solution != NULL
      && rm_assignment_check (problem, solution, rm_cli_progress, NULL, NULL, &error))
    unpaired = find_unpaired (problem, solution, &error);
  if (unpaired == NULL)
    return rm_cli_fail (self, path, error);

  for (guint i = 0; i < solution->n_pairs; i++)
    total += rm_scores_table_get_score (table, solution->pairs[i].mentee,
                                        solution->pairs[i].mentor);
  if (self->json)
    print_json (table, solution, unpaired, total);
  else
    print_text (table, solution, unpaired, total, minimise);
  return RM_CLI_OK;
}

RmCliStatus
rm_cli_match_scores (RmCli *self,
                     const char *path,
                     const char *sheet,
                     const char *capacities,
                     RmMode mode,
                     gboolean minimise)
{
  g_autoptr (RmScoresTable) table = load_scores (self, path, sheet);
  g_autoptr (RmCapacitiesTable) places
    = table != NULL ? load_capacities (self, capacities, table) : NULL;
  Scores scores = { table, 0 };
  RmScoreSource source = { .get_score = get_score, .data = &scores };
  RmProblem problem = { .source = &source, .mode = mode };

  if (places == NULL)
    return RM_CLI_FAILED;

  source.n_mentees = table->mentees->len;
  source.n_mentors = table->mentors->len;
  scores.above = minimise ? find_above (table) : 0;
  problem.mentee_capacity = places->mentees;
  problem.mentor_capacity = places->mentors;

  return solve (self, path, table, &problem, minimise);
}
