/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "app/commands/rm-commands.h"
#include "app/commands/rm-commands-many.h"
#include "app/explain/rm-explanations.h"
#include "app/lab/rm-commands-scenarios.h"
#include "app/pairing/rm-commands-proposal.h"
#include "app/queries/rm-programme-query.h"
#include "app/queries/rm-settings-words.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Proposing pairs for a programme, and checking the proof of the proposal. */

static int
percent_of (const RmPairingResult *result,
            RmPlace place)
{
  int percents[RM_N_CRITERIA];
  RmScore score;

  rm_scorer_explain (result->scorer, place.mentee, place.mentor, &score);
  return rm_score_get_percents (&score, percents);
}

static void
print_unpaired (const RmPairingResult *result,
                const RmUnpairedList *report)
{
  RmProgramme *programme = rm_scorer_get_programme (result->scorer);

  if (report->mentees->len > 0)
    g_print ("\n%s\n", _ ("Without a mentor:"));
  for (guint k = 0; k < report->mentees->len; k++)
    {
      const RmLeftOut *left = g_ptr_array_index (report->mentees, k);

      g_print ("%s: %s\n",
               rm_person_display_name (rm_programme_find_person (programme, left->person)),
               left->sentence);
      for (guint d = 0; d < left->details->len; d++)
        g_print ("  %s\n", (const char *) g_ptr_array_index (left->details, d));
    }
  if (report->reliefs->len > 0)
    g_print ("\n%s\n", _ ("What would help:"));
  for (guint k = 0; k < report->reliefs->len; k++)
    g_print ("  %s\n", ((const RmRelief *) g_ptr_array_index (report->reliefs, k))->sentence);
}

static void
print_text (const RmPairingResult *result,
            const RmUnpairedList *report)
{
  const RmSolution *solution = result->solution;
  g_autoptr (RmCliTable) pairs = rm_cli_table_new (3, 2);

  rm_cli_table_add (pairs, _ ("Mentee"));
  rm_cli_table_add (pairs, _ ("Mentor"));
  rm_cli_table_add (pairs, _ ("Score"));
  for (guint p = 0; p < solution->n_pairs; p++)
    {
      RmPlace place = solution->pairs[p];
      g_autofree char *percent = g_strdup_printf ("%d %%", percent_of (result, place));

      rm_cli_table_add (pairs, rm_person_display_name (rm_scorer_get_mentee (result->scorer,
                                                                             place.mentee)));
      rm_cli_table_add (pairs, rm_person_display_name (rm_scorer_get_mentor (result->scorer,
                                                                             place.mentor)));
      rm_cli_table_add (pairs, percent);
    }
  rm_cli_table_print (pairs);

  print_unpaired (result, report);
  g_print ("\n");
  g_print (ngettext ("%u of %u mentees paired, %u pair", "%u of %u mentees paired, %u pairs",
                     solution->n_pairs),
           solution->n_paired, rm_scorer_get_n_mentees (result->scorer), solution->n_pairs);
  if (solution->n_pairs > 0)
    /* Translators: follows "… 200 pairs"; both are percents */
    g_print (_ (", average %.1f %%, lowest %.1f %%"),
             100.0 * (double) solution->total / solution->n_pairs / RM_SCORE_POINTS,
             100.0 * (double) solution->lowest / RM_SCORE_POINTS);
  /* Translators: %s is what the proof says */
  g_print (_ ("\nProved: %s\n"), rm_pairing_proof_sentence (result->proposal->mode));
}

static void
json_unpaired (JsonBuilder *builder,
               const RmPairingResult *result,
               const RmUnpairedList *report)
{
  RmProgramme *programme = rm_scorer_get_programme (result->scorer);

  json_builder_set_member_name (builder, "unpaired");
  json_builder_begin_array (builder);
  for (guint k = 0; k < report->mentees->len; k++)
    {
      const RmLeftOut *left = g_ptr_array_index (report->mentees, k);

      json_builder_begin_object (builder);
      rm_cli_json_person (builder, "mentee", rm_programme_find_person (programme, left->person));
      rm_cli_json_sentence (builder, "reason", left->sentence);
      json_builder_set_member_name (builder, "details");
      json_builder_begin_array (builder);
      for (guint d = 0; d < left->details->len; d++)
        {
          g_autofree char *plain = rm_sentence_plain (g_ptr_array_index (left->details, d));

          json_builder_add_string_value (builder, plain);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "would-help");
  json_builder_begin_array (builder);
  for (guint k = 0; k < report->reliefs->len; k++)
    {
      const RmRelief *relief = g_ptr_array_index (report->reliefs, k);

      json_builder_begin_object (builder);
      rm_cli_json_int (builder, "more-mentees", relief->n_more);
      rm_cli_json_sentence (builder, "sentence", relief->sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
collect (GPtrArray *notices_of,
         const RmScorer *scorer,
         RmNoticeType type)
{
  g_autoptr (GArray) notices = rm_scorer_list_notices (scorer);

  for (guint i = 0; i < notices->len; i++)
    {
      const RmNotice *notice = &g_array_index (notices, RmNotice, i);

      if (notice->type == type)
        g_ptr_array_add (notices_of, (gpointer) rm_programme_name_person (
                           rm_scorer_get_programme (scorer), notice->person));
    }
  g_ptr_array_add (notices_of, NULL);
}

/* Whose manager is not known can be paired with them: a proof of the rest says nothing of that. */
static void
tell_lines (const RmScorer *scorer)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GPtrArray) cycles = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *circles = NULL;
  const RmSettings *settings = rm_programme_get_settings (rm_scorer_get_programme (scorer));

  collect (missing, scorer, RM_NOTICE_MANAGER_MISSING);
  collect (cycles, scorer, RM_NOTICE_LINE_CYCLE);
  names = g_strjoinv (", ", (char **) missing->pdata);
  circles = g_strjoinv (", ", (char **) cycles->pdata);
  if (missing->len > 1 && settings->unknown_line_apart == 1)
    /* Translators: %s are names of people */
    g_printerr (ngettext ("The manager of %u person is not in the programme, so they are kept apart "
                          "from their department: %s\n",
                          "The managers of %u people are not in the programme, so they are kept "
                          "apart from their departments: %s\n",
                          missing->len - 1),
                missing->len - 1, names);
  else if (missing->len > 1)
    /* Translators: %s are names of people */
    g_printerr (ngettext ("The manager of %u person is not in the programme, so they could be paired "
                          "within their reporting line: %s\n",
                          "The managers of %u people are not in the programme, so they could be "
                          "paired within their reporting lines: %s\n",
                          missing->len - 1),
                missing->len - 1, names);
  if (cycles->len > 1)
    /* Translators: %s are names of people, one of each circle */
    g_printerr (ngettext ("%u reporting line comes back to the same person: %s\n",
                          "%u reporting lines come back to the same person: %s\n",
                          cycles->len - 1),
                cycles->len - 1, circles);
}

static void
json_lines (JsonBuilder *builder,
            const char *name,
            const RmScorer *scorer,
            RmNoticeType type)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  collect (people, scorer, type);
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i + 1 < people->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (people, i));
  json_builder_end_array (builder);
}

static void
print_json (const RmPairingResult *result,
            const RmUnpairedList *report,
            guint n_unasked)
{
  const RmSolution *solution = result->solution;
  g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

  rm_cli_json_int (builder, "total", solution->total);
  rm_cli_json_int (builder, "lowest", solution->lowest);
  rm_cli_json_int (builder, "points", RM_SCORE_POINTS);
  rm_cli_json_int (builder, "mentees-paired", solution->n_paired);
  rm_cli_json_int (builder, "not-asked", n_unasked);
  rm_cli_json_boolean (builder, "proved", TRUE);
  json_builder_set_member_name (builder, "pairs");
  json_builder_begin_array (builder);
  for (guint p = 0; p < solution->n_pairs; p++)
    {
      RmPlace place = solution->pairs[p];

      json_builder_begin_object (builder);
      rm_cli_json_person (builder, "mentee", rm_scorer_get_mentee (result->scorer, place.mentee));
      rm_cli_json_person (builder, "mentor", rm_scorer_get_mentor (result->scorer, place.mentor));
      rm_cli_json_int (builder, "score",
                       rm_scorer_get_score (result->scorer, place.mentee, place.mentor));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_unpaired (builder, result, report);
  json_lines (builder, "unknown-managers", result->scorer, RM_NOTICE_MANAGER_MISSING);
  json_lines (builder, "reporting-circles", result->scorer, RM_NOTICE_LINE_CYCLE);
  rm_cli_json_print (builder);
}

static void
tell_unasked (guint n)
{
  if (n > 0)
    g_printerr (ngettext ("%u person was never asked, and so cannot be paired: record the answer, "
                          "or give --record-consent REASON\n",
                          "%u people were never asked, and so cannot be paired: record the "
                          "answers, or give --record-consent REASON\n",
                          n),
                n);
}

/* The options of one call. */
typedef struct
{
  const char *consent;
  const char *mode;
  const char *weights;
} Wanted;

static gboolean
record_consent (RmSession *session,
                const char *consent,
                guint *n_unasked,
                GError **error)
{
  g_autoptr (GArray) unasked = rm_programme_query_list_unasked (rm_session_get_programme (session));

  *n_unasked = unasked->len;
  if (consent == NULL || unasked->len == 0)
    return TRUE;
  if (!rm_command_record_consent (session, (const gint64 *) unasked->data, unasked->len, consent,
                                  error))
    return FALSE;

  *n_unasked = 0;
  return TRUE;
}

static gboolean
mark_leavers (RmSession *session,
              GError **error)
{
  guint n = 0;

  if (!rm_command_mark_leavers (session, &n, error))
    return FALSE;
  if (n > 0)
    g_printerr (ngettext ("%u person has left by now\n", "%u people have left by now\n", n), n);

  return TRUE;
}

/* Other weights are applied with the pairs they give, in one step. */
static RmLiveResult *
propose (RmSession *session,
         const Wanted *wanted,
         RmSettings *settings,
         GError **error)
{
  g_autoptr (RmLiveResult) result
    = rm_cli_try_settings (rm_session_get_programme (session), settings, error);
  gboolean changes = wanted->mode != NULL || wanted->weights != NULL;

  if (result == NULL)
    return NULL;
  /* What there is stays. */
  if (result->solution->n_pairs > 0
      && !(changes ? rm_command_apply_weights (session, result, NULL, error)
                : rm_command_apply_proposal (session, result->canonical, error)))
    return NULL;

  return g_steal_pointer (&result);
}

static RmUnpairedList *
find_unpaired (RmSession *session,
               GError **error)
{
  g_autoptr (RmExplanations) explanations
    = rm_explanations_new (rm_session_get_programme (session), rm_cli_progress, NULL, error);

  return explanations != NULL ? rm_explanations_find_unpaired (explanations, rm_cli_progress, NULL,
                                                               error)
                              : NULL;
}

static RmCliStatus
match_programme (RmCli *self,
                 const char *path,
                 const Wanted *wanted)
{
  RmSession *session = rm_cli_open (self, path, TRUE);
  g_autoptr (RmLiveResult) result = NULL;
  g_autoptr (RmUnpairedList) report = NULL;
  RmSettings *settings = NULL;
  guint n_unasked = 0;
  GError *error = NULL;
  RmCliStatus status = RM_CLI_OK;

  if (session == NULL)
    return RM_CLI_FAILED;
  if (mark_leavers (session, &error))
    settings = rm_settings_from_words (
      rm_programme_get_settings (rm_session_get_programme (session)), wanted->mode, wanted->weights,
      &error);
  if (settings != NULL && record_consent (session, wanted->consent, &n_unasked, &error))
    result = propose (session, wanted, settings, &error);
  g_clear_pointer (&settings, rm_record_unref);
  if (result != NULL)
    report = find_unpaired (session, &error);
  if (report == NULL)
    {
      rm_cli_close_unsaved (session);
      rm_cli_fail (self, path, error);
      tell_unasked (n_unasked);
      return RM_CLI_FAILED;
    }

  if (result->solution->n_pairs == 0)
    {
      rm_cli_close_unsaved (session);
      status = RM_CLI_FAILED;
    }
  else
    {
      status = rm_cli_close_saved (self, path, session);
      if (status != RM_CLI_OK)
        return status;
    }
  if (self->json)
    print_json (result->canonical, report, n_unasked);
  else
    print_text (result->canonical, report);
  tell_unasked (n_unasked);
  tell_lines (result->canonical->scorer);
  /* With --json the answer with the reasons is the one document on the standard output. */
  if (status != RM_CLI_OK)
    g_printerr ("%s: %s\n", path, _ ("Nobody can be paired"));
  return status;
}

/* Errors in the options are reported before any file is read. */
static gboolean
check_words (const Wanted *wanted,
             RmMode *mode,
             GError **error)
{
  RmSettings *defaults = rm_settings_new ();
  RmSettings *parsed = rm_settings_from_words (defaults, wanted->mode, wanted->weights, error);
  gboolean ok = parsed != NULL;

  if (ok)
    *mode = (RmMode) parsed->mode;
  g_clear_pointer (&parsed, rm_record_unref);
  rm_record_unref (defaults);

  return ok;
}

RmCliStatus
rm_cli_match (RmCli *self,
              char **args)
{
  g_auto (GStrv) scores = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *capacities = NULL;
  g_autofree char *consent = NULL;
  g_autofree char *mode_word = NULL;
  g_autofree char *weights = NULL;
  gboolean minimise = FALSE;
  const GOptionEntry entries[] = {
    { "mode", 0, 0, G_OPTION_ARG_STRING, &mode_word, N_ ("What to be best at"),
      "people|total|weakest" },
    { "weights", 0, 0, G_OPTION_ARG_STRING, &weights, N_ ("Give criteria these weights"),
      "skills=40,back=15,…" },
    { "record-consent", 0, 0, G_OPTION_ARG_STRING, &consent,
      N_ ("Record willingness and commitment of people who were never asked, for this reason"),
      N_ ("REASON") },
    { "scores", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &scores, N_ ("Pair the names in this table"),
      N_ ("SCORES.csv") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet,
      N_ ("The sheet with the scores, where their table is a workbook with several"), N_ ("NAME") },
    { "capacities", 0, 0, G_OPTION_ARG_FILENAME, &capacities,
      N_ ("How many places the names in this table have"), N_ ("CAPACITIES.csv") },
    { "minimise", 0, 0, G_OPTION_ARG_NONE, &minimise,
      N_ ("Scores are costs: the lower the better"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  Wanted wanted = { NULL, NULL, NULL };
  RmMode mode = RM_MODE_PEOPLE;
  g_autoptr (GError) error = NULL;

  if (!rm_cli_parse (self, args, entries, 0, 1, &rest))
    return RM_CLI_USAGE;
  wanted = (Wanted) { consent, mode_word, weights };
  if (!check_words (&wanted, &mode, &error))
    return rm_cli_usage (self, error->message);
  if (minimise && mode == RM_MODE_TOTAL)
    return rm_cli_usage (self, _ ("The lowest total of all is that of nobody: --minimise goes with "
                                  "--mode people or weakest"));
  if (scores != NULL && rest[0] == NULL && consent == NULL && weights == NULL)
    return scores[1] == NULL
             ? rm_cli_match_scores (self, scores[0], sheet, capacities, mode, minimise)
             : rm_cli_usage (self, _ ("Scores are in one table: --scores is given once"));
  if (scores != NULL || sheet != NULL || capacities != NULL || minimise || rest[0] == NULL)
    return rm_cli_usage (self, _ ("Name a programme, or a table with --scores"));

  return match_programme (self, rest[0], &wanted);
}

/* Neither proved nor disproved. */
static RmCliStatus
tell_definition (RmCli *self,
                 const char *path,
                 GError *error)
{
  if (self->json)
    {
      g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

      rm_cli_json_sentence (builder, "other-definition", error->message);
      rm_cli_json_print (builder);
    }
  else
    g_print ("%s: %s\n", path, error->message);
  g_error_free (error);
  return RM_CLI_UNKNOWN;
}

RmCliStatus
rm_cli_verify (RmCli *self,
               char **args)
{
  g_auto (GStrv) rest = NULL;
  g_autoptr (RmSession) session = NULL;
  RmProgramme *programme = NULL;
  const RmProposal *proposal = NULL;
  GError *error = NULL;

  if (!rm_cli_parse (self, args, NULL, 1, 1, &rest))
    return RM_CLI_USAGE;
  session = rm_cli_open (self, rest[0], FALSE);
  if (session == NULL)
    return RM_CLI_FAILED;
  programme = rm_session_get_programme (session);
  if (!rm_pairing_verify (programme, rm_cli_progress, NULL, &error))
    return g_error_matches (error, RM_APP_ERROR, RM_APP_ERROR_DEFINITION)
             ? tell_definition (self, rest[0], error)
             : rm_cli_fail (self, rest[0], error);

  proposal = rm_programme_get_proposal (programme);
  if (self->json)
    {
      g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

      rm_cli_json_boolean (builder, "proved", TRUE);
      rm_cli_json_int (builder, "total", proposal->total);
      rm_cli_json_int (builder, "mentees-paired", proposal->n_paired);
      rm_cli_json_print (builder);
    }
  else
    g_print ("%s: %s\n", _ ("proved"), rm_pairing_proof_sentence (proposal->mode));
  return RM_CLI_OK;
}
