/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "app/rm-commands.h"

#include <glib/gi18n-lib.h>

/* Proposing pairs for a programme, and checking the proof of what was proposed. */

static int
percent_of (const RmPairingResult *result,
            RmPlace place)
{
  int percents[RM_N_CRITERIA];
  RmScore score;

  rm_scorer_explain (result->scorer, place.mentee, place.mentor, &score);
  return rm_score_get_percents (&score, percents);
}

/* Why a mentee got nobody: there is no candidate, and then the rule that removes most of them; or
 * others had more to gain from the places. */
static const char *
explain_unpaired (const RmPairingResult *result,
                  guint mentee)
{
  guint broken[RM_RULE_EXCLUDED + 1] = { 0 };
  RmRule most = RM_RULE_NONE;

  for (guint j = 0; j < rm_scorer_get_n_mentors (result->scorer); j++)
    {
      RmScore score;

      rm_scorer_explain (result->scorer, mentee, j, &score);
      broken[score.rule]++;
    }
  if (broken[RM_RULE_NONE] > 0)
    return _ ("all mentors who could be paired have their places filled");

  for (guint r = 0; r < G_N_ELEMENTS (broken); r++)
    if (broken[r] > broken[most])
      most = (RmRule) r;
  return most != RM_RULE_NONE ? _ (rm_rule_describe (most)) : _ ("there is no mentor");
}

static GArray *
list_unpaired (const RmPairingResult *result)
{
  GArray *unpaired = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = rm_scorer_get_n_mentees (result->scorer);
  g_autofree gboolean *paired = g_new0 (gboolean, MAX (n, 1));

  for (guint p = 0; p < result->solution->n_pairs; p++)
    paired[result->solution->pairs[p].mentee] = TRUE;
  for (guint i = 0; i < n; i++)
    if (!paired[i])
      g_array_append_val (unpaired, i);

  return unpaired;
}

static void
print_text (const RmPairingResult *result,
            GArray *unpaired)
{
  const RmSolution *solution = result->solution;
  g_autoptr (RmCliTable) pairs = rm_cli_table_new (3, 2);
  g_autoptr (RmCliTable) others = rm_cli_table_new (2, 2);

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

  if (unpaired->len > 0)
    g_print ("\n%s\n", _ ("Without a mentor:"));
  for (guint i = 0; i < unpaired->len; i++)
    {
      guint mentee = g_array_index (unpaired, guint, i);

      rm_cli_table_add (others, rm_person_display_name (rm_scorer_get_mentee (result->scorer,
                                                                              mentee)));
      rm_cli_table_add (others, explain_unpaired (result, mentee));
    }
  rm_cli_table_print (others);

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
json_person (JsonBuilder *builder,
             const char *name,
             const RmPerson *person)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  rm_cli_json_string (builder, "staff-no", person->staff_no);
  rm_cli_json_string (builder, "name", rm_person_display_name (person));
  json_builder_end_object (builder);
}

static void
print_json (const RmPairingResult *result,
            GArray *unpaired,
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
      json_person (builder, "mentee", rm_scorer_get_mentee (result->scorer, place.mentee));
      json_person (builder, "mentor", rm_scorer_get_mentor (result->scorer, place.mentor));
      rm_cli_json_int (builder, "score",
                       rm_scorer_get_score (result->scorer, place.mentee, place.mentor));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "unpaired");
  json_builder_begin_array (builder);
  for (guint i = 0; i < unpaired->len; i++)
    {
      guint mentee = g_array_index (unpaired, guint, i);

      json_builder_begin_object (builder);
      json_person (builder, "mentee", rm_scorer_get_mentee (result->scorer, mentee));
      rm_cli_json_string (builder, "reason", explain_unpaired (result, mentee));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
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

static RmPairingResult *
propose (RmSession *session,
         const char *consent,
         guint *n_unasked,
         GError **error)
{
  g_autoptr (GArray) unasked = rm_command_list_unasked (rm_session_get_programme (session));
  g_autoptr (RmPairingResult) result = NULL;

  *n_unasked = unasked->len;
  if (consent != NULL && unasked->len > 0)
    {
      if (!rm_command_record_consent (session, (const gint64 *) unasked->data, unasked->len,
                                      consent, error))
        return NULL;
      *n_unasked = 0;
    }

  result = rm_pairing_propose (rm_session_get_programme (session), rm_cli_progress, NULL, error);
  if (result == NULL)
    return NULL;
  if (result->solution->n_pairs == 0)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOBODY, _ ("Nobody can be paired"));
      return NULL;
    }
  if (!rm_command_apply_proposal (session, result, error))
    return NULL;

  return g_steal_pointer (&result);
}

static RmCliStatus
match_programme (RmCli *self,
                 const char *path,
                 const char *consent)
{
  RmSession *session = rm_cli_open (self, path, TRUE);
  g_autoptr (RmPairingResult) result = NULL;
  g_autoptr (GArray) unpaired = NULL;
  guint n_unasked = 0;
  GError *error = NULL;
  RmCliStatus status = RM_CLI_OK;

  if (session == NULL)
    return RM_CLI_FAILED;
  result = propose (session, consent, &n_unasked, &error);
  if (result == NULL)
    {
      rm_cli_close_unsaved (session);
      rm_cli_fail (self, path, error);
      tell_unasked (n_unasked);
      return RM_CLI_FAILED;
    }

  status = rm_cli_close_saved (self, path, session);
  if (status != RM_CLI_OK)
    return status;
  unpaired = list_unpaired (result);
  if (self->json)
    print_json (result, unpaired, n_unasked);
  else
    print_text (result, unpaired);
  tell_unasked (n_unasked);
  return RM_CLI_OK;
}

RmCliStatus
rm_cli_match (RmCli *self,
              char **args)
{
  g_autofree char *scores = NULL;
  g_autofree char *consent = NULL;
  gboolean minimise = FALSE;
  const GOptionEntry entries[] = {
    { "record-consent", 0, 0, G_OPTION_ARG_STRING, &consent,
      N_ ("Record willingness and commitment of people who were never asked, for this reason"),
      N_ ("REASON") },
    { "scores", 0, 0, G_OPTION_ARG_FILENAME, &scores, N_ ("Pair the names in this table"),
      N_ ("SCORES.csv") },
    { "minimise", 0, 0, G_OPTION_ARG_NONE, &minimise,
      N_ ("Scores are costs: the lower the better"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;

  if (!rm_cli_parse (self, args, entries, 0, 1, &rest))
    return RM_CLI_USAGE;
  if (scores != NULL && rest[0] == NULL && consent == NULL)
    return rm_cli_match_scores (self, scores, minimise);
  if (scores != NULL || minimise || rest[0] == NULL)
    return rm_cli_usage (self, _ ("Name a programme, or a table with --scores"));

  return match_programme (self, rest[0], consent);
}

RmCliStatus
rm_cli_verify (RmCli *self,
               char **args)
{
  g_auto (GStrv) rest = NULL;
  g_autoptr (RmSession) session = NULL;
  g_autoptr (RmProposal) proposal = NULL;
  GError *error = NULL;

  if (!rm_cli_parse (self, args, NULL, 1, 1, &rest))
    return RM_CLI_USAGE;
  session = rm_cli_open (self, rest[0], FALSE);
  if (session == NULL)
    return RM_CLI_FAILED;
  proposal = rm_command_dup_proposal (session);
  if (proposal == NULL)
    return rm_cli_fail (self, rest[0],
                        g_error_new_literal (RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                                             _ ("Nothing has been proposed yet")));
  if (!rm_pairing_verify (rm_session_get_programme (session), proposal, rm_cli_progress, NULL,
                          &error))
    return rm_cli_fail (self, rest[0], error);

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
