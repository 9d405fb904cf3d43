/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "app/explain/rm-explanations.h"
#include "app/explain/rm-reasons.h"

/* Why these two, and why not those. For two people who are not available to pair, answers say only
 * that. */

/* The key of a rule for programs. */
static const char *const rule_keys[] = {
  [RM_RULE_NONE] = NULL,
  [RM_RULE_SAME_PERSON] = "same-person",
  [RM_RULE_MENTEE_UNWILLING] = "mentee-unwilling",
  [RM_RULE_MENTOR_UNWILLING] = "mentor-unwilling",
  [RM_RULE_UNCOMMITTED] = "uncommitted",
  [RM_RULE_REPORTING_LINE] = "reporting-line",
  [RM_RULE_UNKNOWN_LINE] = "unknown-line",
  [RM_RULE_LEVEL_GAP] = "level-gap",
  [RM_RULE_LANGUAGE] = "language",
  [RM_RULE_FREE_HOUR] = "free-hour",
  [RM_RULE_DEPARTMENT] = "department",
  [RM_RULE_TAG] = "tag",
  [RM_RULE_EXCLUDED] = "excluded",
  [RM_RULE_UNAVAILABLE] = "unavailable",
};

static const char *const why_keys[] = {
  [RM_WHY_CHOSEN] = "pair",
  [RM_WHY_RULE] = "rule",
  [RM_WHY_APART] = "rule",
  [RM_WHY_MENTEE_TAKES_NONE] = "mentee-takes-none",
  [RM_WHY_MENTEE_LOCKED] = "mentee-locked",
  [RM_WHY_MENTOR_TAKES_NONE] = "mentor-takes-none",
  [RM_WHY_MENTOR_LOCKED] = "mentor-locked",
  [RM_WHY_PRICE] = "price",
};

/* A programme, its explanations, and the two people in question. */
typedef struct
{
  RmSession *session;
  RmExplanations *explanations;
  const RmPerson *mentee;
  const RmPerson *mentor;
  const char *path;
} Asked;

static void
asked_clear (Asked *self)
{
  g_clear_pointer (&self->explanations, rm_explanations_unref);
  g_clear_object (&self->session);
}

static gboolean
ask (Asked *self,
     RmCli *cli,
     char **words)
{
  GError *error = NULL;

  self->path = words[0];
  self->session = rm_cli_open (cli, words[0], FALSE);
  if (self->session == NULL)
    return FALSE;

  self->explanations = rm_explanations_new (rm_session_get_programme (self->session),
                                            rm_cli_progress, NULL, &error);
  if (self->explanations != NULL)
    self->mentee = rm_cli_find_person (rm_explanations_get_scorer (self->explanations), FALSE,
                                       words[1], &error);
  if (self->mentee != NULL)
    self->mentor = rm_cli_find_person (rm_explanations_get_scorer (self->explanations), TRUE,
                                       words[2], &error);
  if (self->mentor != NULL)
    return TRUE;

  rm_cli_fail (cli, words[0], error);
  return FALSE;
}

static void
print_reasons (const RmReasons *reasons,
               const RmSteadyPair *steady)
{
  g_autoptr (RmCliTable) table = rm_cli_table_new (3, 3);

  g_print ("%s\n", reasons->summary);
  for (guint k = 0; k < reasons->parts->len; k++)
    {
      const RmReason *reason = g_ptr_array_index (reasons->parts, k);

      rm_cli_table_add (table, reason->label);
      rm_cli_table_add (table, reason->figure);
      rm_cli_table_add (table, reason->words != NULL ? reason->words : "");
    }
  if (reasons->parts->len > 0)
    g_print ("\n");
  rm_cli_table_print (table);
  if (reasons->mentee_gets != NULL || reasons->mentor_gets != NULL)
    g_print ("\n");
  if (reasons->mentee_gets != NULL)
    g_print ("%s\n", reasons->mentee_gets);
  if (reasons->mentor_gets != NULL)
    g_print ("%s\n", reasons->mentor_gets);
  if (steady != NULL)
    g_print ("\n%s\n", steady->sentence);
}

static void
json_reasons (JsonBuilder *builder,
              const RmReasons *reasons)
{
  rm_cli_json_string (builder, "rule", rule_keys[reasons->rule]);
  rm_cli_json_sentence (builder, "summary", reasons->summary);
  if (!reasons->told)
    return;

  rm_cli_json_int (builder, "percent", reasons->percent);
  rm_cli_json_sentence (builder, "mentee-gets", reasons->mentee_gets);
  rm_cli_json_sentence (builder, "mentor-gets", reasons->mentor_gets);
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint k = 0; k < reasons->parts->len; k++)
    {
      const RmReason *reason = g_ptr_array_index (reasons->parts, k);

      json_builder_begin_object (builder);
      rm_cli_json_string (builder, "criterion", rm_criterion_key (reason->criterion));
      rm_cli_json_int (builder, "percent", reason->percent);
      rm_cli_json_int (builder, "most", reason->most);
      rm_cli_json_boolean (builder, "unknown", reason->unknown);
      rm_cli_json_sentence (builder, "words", reason->words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static JsonBuilder *
begin_json (const Asked *asked)
{
  JsonBuilder *builder = rm_cli_json_begin ();

  rm_cli_json_person (builder, "mentee", asked->mentee);
  rm_cli_json_person (builder, "mentor", asked->mentor);
  return builder;
}

static void
print_explanation (RmCli *self,
                   const Asked *asked,
                   const RmReasons *reasons,
                   const RmSteadyPair *steady)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!self->json)
    {
      print_reasons (reasons, steady);
      return;
    }

  builder = begin_json (asked);
  json_reasons (builder, reasons);
  rm_cli_json_boolean (builder, "pair", steady != NULL);
  if (steady != NULL)
    {
      rm_cli_json_boolean (builder, "robust", steady->robust);
      rm_cli_json_sentence (builder, "robustness", steady->sentence);
    }
  rm_cli_json_print (builder);
}

RmCliStatus
rm_cli_explain (RmCli *self,
                char **args)
{
  g_auto (GStrv) rest = NULL;
  Asked asked = { NULL };
  RmCliStatus status = RM_CLI_FAILED;

  if (!rm_cli_parse (self, args, NULL, 3, 3, &rest))
    return RM_CLI_USAGE;

  if (ask (&asked, self, rest))
    {
      const RmScorer *scorer = rm_explanations_get_scorer (asked.explanations);
      gint64 mentee = asked.mentee->record.id;
      gint64 mentor = asked.mentor->record.id;
      g_autoptr (RmReasons) reasons
        = rm_reasons_new (scorer, (guint) rm_scorer_find_mentee (scorer, mentee),
                          (guint) rm_scorer_find_mentor (scorer, mentor));
      g_autoptr (GPtrArray) pairs = NULL;
      GError *error = NULL;

      /* Only a pair can be robust or fragile. */
      pairs = rm_explanations_has_pair (asked.explanations, mentee, mentor)
                ? rm_explanations_test (asked.explanations, rm_cli_progress, NULL, &error)
                : g_ptr_array_new ();
      if (pairs == NULL)
        rm_cli_fail (self, asked.path, error);
      else
        {
          print_explanation (self, &asked, reasons,
                             rm_steady_pairs_find (pairs, mentee, mentor));
          status = RM_CLI_OK;
        }
    }
  asked_clear (&asked);

  return status;
}

static void
json_figures (JsonBuilder *builder,
              const char *name,
              const RmFigures *figures)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  rm_cli_json_figures (builder, figures);
  json_builder_end_object (builder);
}

static void
json_answer (const Asked *asked,
             const RmAnswer *answer)
{
  g_autoptr (JsonBuilder) builder = begin_json (asked);
  RmProgramme *programme = rm_explanations_get_programme (asked->explanations);

  rm_cli_json_string (builder, "answer", why_keys[answer->why]);
  rm_cli_json_string (builder, "rule", rule_keys[answer->rule]);
  rm_cli_json_sentence (builder, "sentence", answer->sentence);
  rm_cli_json_boolean (builder, "about-today", rm_explanations_is_today (asked->explanations));
  if (answer->why == RM_WHY_PRICE || answer->why == RM_WHY_CHOSEN)
    {
      rm_cli_json_boolean (builder, "locked", answer->locked);
      rm_cli_json_int (builder, "cost", answer->before.total - answer->after.total);
      rm_cli_json_int (builder, "points", RM_SCORE_POINTS);
      json_figures (builder, "before", &answer->before);
      json_figures (builder, "after", &answer->after);
      json_builder_set_member_name (builder, "moves");
      json_builder_begin_array (builder);
      for (guint k = 0; k < answer->moves->len; k++)
        {
          const RmMove *move = g_ptr_array_index (answer->moves, k);

          json_builder_begin_object (builder);
          rm_cli_json_person (builder, "mentee", rm_programme_find_person (programme,
                                                                           move->mentee));
          rm_cli_json_sentence (builder, "change", move->text);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  rm_cli_json_print (builder);
}

static void
print_answer (const Asked *asked,
              const RmAnswer *answer)
{
  const char *note = rm_explanations_get_note (asked->explanations);

  /* The sentence lists as many as it has room for. */
  g_print ("%s\n", answer->sentence);
  for (guint k = 0; answer->moves->len > RM_ANSWER_MOVES && k < answer->moves->len; k++)
    g_print ("  %s\n", ((const RmMove *) g_ptr_array_index (answer->moves, k))->text);
  if (note != NULL && (answer->why == RM_WHY_PRICE || answer->why == RM_WHY_CHOSEN))
    g_print ("%s\n", note);
}

RmCliStatus
rm_cli_why_not (RmCli *self,
                char **args)
{
  g_auto (GStrv) rest = NULL;
  Asked asked = { NULL };
  RmCliStatus status = RM_CLI_FAILED;

  if (!rm_cli_parse (self, args, NULL, 3, 3, &rest))
    return RM_CLI_USAGE;

  if (ask (&asked, self, rest))
    {
      GError *error = NULL;
      g_autoptr (RmAnswer) answer
        = rm_explanations_ask (asked.explanations, asked.mentee->record.id,
                               asked.mentor->record.id, rm_cli_progress, NULL, &error);

      if (answer == NULL)
        rm_cli_fail (self, asked.path, error);
      else
        {
          if (self->json)
            json_answer (&asked, answer);
          else
            print_answer (&asked, answer);
          status = RM_CLI_OK;
        }
    }
  asked_clear (&asked);

  return status;
}
