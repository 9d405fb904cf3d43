/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rm-cli.h"

#include "app/commands/rm-commands.h"
#include "app/lab/rm-commands-scenarios.h"
#include "app/lab/rm-comparison.h"
#include "app/queries/rm-settings-words.h"

#include <glib/gi18n-lib.h>

/* Named weights and rules, as in the window. */

static int
compare_scenarios (gconstpointer a,
                   gconstpointer b)
{
  const RmScenario *first = *(const RmScenario *const *) a;
  const RmScenario *second = *(const RmScenario *const *) b;
  int order = g_strcmp0 (first->name, second->name);

  return order != 0 ? order
                    : (first->record.id > second->record.id) - (first->record.id
                                                                < second->record.id);
}

static GPtrArray *
list_scenarios (RmProgramme *programme)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint s = 0; s < rm_programme_count (programme, RM_TABLE_SCENARIO); s++)
    g_ptr_array_add (list, rm_programme_get (programme, RM_TABLE_SCENARIO, s));
  g_ptr_array_sort (list, compare_scenarios);

  return list;
}

static const RmScenario *
find_scenario (RmProgramme *programme,
               const char *name,
               GError **error)
{
  g_autoptr (GPtrArray) list = list_scenarios (programme);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint s = 0; s < list->len; s++)
    {
      const RmScenario *scenario = g_ptr_array_index (list, s);

      if (g_strcmp0 (scenario->name, name) == 0)
        return scenario;
      if (names->len > 0)
        g_string_append (names, _ (", "));
      g_string_append_printf (names, "“%s”", rm_scenario_display_name (scenario));
    }

  if (names->len == 0)
    g_set_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                 /* Translators: %s is what was typed */
                 _ ("There is no scenario “%s”; none was saved yet"), name);
  else
    g_set_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                 /* Translators: what was typed, then the names there are */
                 _ ("There is no scenario “%s”; there are: %s"), name, names->str);
  return NULL;
}

static RmFigures
figures_of (const RmScenario *scenario)
{
  g_autoptr (GArray) pairs = rm_scenario_list_pairs (scenario);

  return (RmFigures) { pairs->len, (guint) scenario->n_paired, scenario->total,
                       scenario->lowest };
}

/* The average of this many pairs. */
static char *
percent (gint64 points,
         guint n_pairs)
{
  return g_strdup_printf ("%.1f %%", 100.0 * (double) points / MAX (n_pairs, 1) / RM_SCORE_POINTS);
}

static void
json_settings (JsonBuilder *builder,
               const RmSettings *settings)
{
  guint n = 0;
  const RmField *deciding = rm_settings_list_deciding (&n);

  rm_cli_json_string (builder, "mode", rm_enum_nick (deciding[0].values, settings->mode));
  json_builder_set_member_name (builder, "weights");
  json_builder_begin_object (builder);
  for (int c = 0; c < RM_N_CRITERIA; c++)
    rm_cli_json_int (builder, rm_criterion_key ((RmCriterion) c), settings->weights[c]);
  json_builder_end_object (builder);
}

static void
json_scenario (JsonBuilder *builder,
               const RmScenario *scenario)
{
  RmFigures figures = figures_of (scenario);

  rm_cli_json_string (builder, "name", scenario->name);
  json_settings (builder, &scenario->settings);
  rm_cli_json_figures (builder, &figures);
}

static RmCliStatus
print_list (RmCli *self,
            RmProgramme *programme)
{
  g_autoptr (GPtrArray) list = list_scenarios (programme);
  g_autoptr (RmCliTable) table = rm_cli_table_new (5, 2);
  g_autoptr (JsonBuilder) builder = NULL;

  if (self->json)
    {
      builder = rm_cli_json_begin ();
      json_builder_set_member_name (builder, "scenarios");
      json_builder_begin_array (builder);
      for (guint s = 0; s < list->len; s++)
        {
          json_builder_begin_object (builder);
          json_scenario (builder, g_ptr_array_index (list, s));
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      rm_cli_json_print (builder);
      return RM_CLI_OK;
    }

  if (list->len == 0)
    {
      g_print ("%s\n", _ ("No scenario was saved yet"));
      return RM_CLI_OK;
    }
  rm_cli_table_add (table, _ ("Scenario"));
  rm_cli_table_add (table, _ ("Mode"));
  rm_cli_table_add (table, _ ("Paired"));
  rm_cli_table_add (table, _ ("Average"));
  rm_cli_table_add (table, _ ("Lowest"));
  for (guint s = 0; s < list->len; s++)
    {
      const RmScenario *scenario = g_ptr_array_index (list, s);
      RmFigures figures = figures_of (scenario);
      g_autofree char *average = percent (figures.total, figures.n_pairs);
      g_autofree char *lowest = percent (figures.lowest, 1);

      rm_cli_table_add (table, rm_scenario_display_name (scenario));
      rm_cli_table_add (table, _ (rm_mode_label ((RmMode) scenario->settings.mode)));
      rm_cli_table_add_number (table, figures.n_paired);
      rm_cli_table_add (table, average);
      rm_cli_table_add (table, lowest);
    }
  rm_cli_table_print (table);
  return RM_CLI_OK;
}

/* In canonical order; people who are gone last. */
static int
compare_pairs (gconstpointer a,
               gconstpointer b,
               gpointer programme)
{
  const RmIdPair *first = a;
  const RmIdPair *second = b;
  const RmPerson *one = rm_programme_find_person (programme, first->mentee);
  const RmPerson *other = rm_programme_find_person (programme, second->mentee);
  int order = one == NULL || other == NULL ? (one == NULL) - (other == NULL)
                                           : rm_person_compare (one, other);

  return order != 0 ? order : rm_id_pair_compare (a, b);
}

static char *
describe_value (const RmSettings *settings,
                const RmField *field)
{
  g_autofree char *text = NULL;

  if (field->values != NULL)
    return g_strdup (_ (rm_enum_label (field->values, rm_record_get_int (settings, field))));
  if (field->type == RM_FIELD_YES_NO)
    return g_strdup (rm_record_get_int (settings, field) == 1 ? _ ("yes") : _ ("no"));

  text = rm_record_format (settings, field);
  return g_strdup (*text != '\0' ? text : "–");
}

static void
print_settings (RmProgramme *programme,
                const RmScenario *scenario)
{
  RmSettings *settings
    = rm_scenario_new_settings (scenario, rm_programme_get_settings (programme));
  guint n = 0;
  const RmField *deciding = rm_settings_list_deciding (&n);
  g_autoptr (RmCliTable) table = rm_cli_table_new (2, 2);

  for (guint f = 0; f < n; f++)
    {
      g_autofree char *value = describe_value (settings, &deciding[f]);

      rm_cli_table_add (table, _ (deciding[f].label));
      rm_cli_table_add (table, value);
    }
  rm_cli_table_print (table);
  rm_record_unref (settings);
}

static RmCliStatus
print_one (RmCli *self,
           RmProgramme *programme,
           const RmScenario *scenario)
{
  g_autoptr (GArray) pairs = rm_scenario_list_pairs (scenario);
  g_autoptr (RmCliTable) table = rm_cli_table_new (2, 2);
  g_autoptr (JsonBuilder) builder = self->json ? rm_cli_json_begin () : NULL;

  g_array_sort_with_data (pairs, compare_pairs, programme);
  if (self->json)
    {
      json_scenario (builder, scenario);
      json_builder_set_member_name (builder, "list");
      json_builder_begin_array (builder);
    }
  else
    {
      print_settings (programme, scenario);
      g_print ("\n");
      rm_cli_table_add (table, _ ("Mentee"));
      rm_cli_table_add (table, _ ("Mentor"));
    }
  for (guint p = 0; p < pairs->len; p++)
    {
      RmIdPair pair = g_array_index (pairs, RmIdPair, p);

      if (self->json)
        {
          json_builder_begin_object (builder);
          rm_cli_json_string (builder, "mentee", rm_programme_name_person (programme, pair.mentee));
          rm_cli_json_string (builder, "mentor", rm_programme_name_person (programme, pair.mentor));
          json_builder_end_object (builder);
          continue;
        }
      rm_cli_table_add (table, rm_programme_name_person (programme, pair.mentee));
      rm_cli_table_add (table, rm_programme_name_person (programme, pair.mentor));
    }
  if (self->json)
    {
      json_builder_end_array (builder);
      rm_cli_json_print (builder);
    }
  else
    rm_cli_table_print (table);

  return RM_CLI_OK;
}

static const char *
side_name (const RmComparisonSide *side)
{
  return side->name != NULL ? side->name : _ ("As it is");
}

static void
print_comparison (const RmComparison *comparison)
{
  g_autoptr (RmCliTable) figures = rm_cli_table_new (4, 1);
  g_autoptr (RmCliTable) table = rm_cli_table_new (3, 3);

  rm_cli_table_add (figures, "");
  rm_cli_table_add (figures, _ ("Paired"));
  rm_cli_table_add (figures, _ ("Average"));
  rm_cli_table_add (figures, _ ("Lowest"));
  rm_cli_table_add (table, _ ("Mentee"));
  for (guint s = 0; s < 2; s++)
    {
      const RmComparisonSide *side = &comparison->sides[s];
      g_autofree char *average = percent (side->figures.total, side->figures.n_pairs);
      g_autofree char *lowest = percent (side->figures.lowest, 1);

      rm_cli_table_add (figures, side_name (side));
      rm_cli_table_add_number (figures, side->figures.n_paired);
      rm_cli_table_add (figures, average);
      rm_cli_table_add (figures, lowest);
      rm_cli_table_add (table, side_name (side));
    }
  for (guint d = 0; d < comparison->differences->len; d++)
    {
      const RmDifference *difference = g_ptr_array_index (comparison->differences, d);

      rm_cli_table_add (table, difference->name);
      rm_cli_table_add (table, difference->mentors[0]);
      rm_cli_table_add (table, difference->mentors[1]);
    }

  rm_cli_table_print (figures);
  g_print ("\n");
  g_print (ngettext ("%u pair is in both", "%u pairs are in both", comparison->n_common),
           comparison->n_common);
  g_print ("\n");
  if (comparison->differences->len > 0)
    {
      g_print ("\n");
      rm_cli_table_print (table);
    }
}

static void
json_comparison (const RmComparison *comparison)
{
  g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();
  static const char *const names[] = { "a", "b" };

  for (guint s = 0; s < 2; s++)
    {
      const RmComparisonSide *side = &comparison->sides[s];

      json_builder_set_member_name (builder, names[s]);
      json_builder_begin_object (builder);
      rm_cli_json_string (builder, "name", side->name);
      json_settings (builder, side->settings);
      rm_cli_json_figures (builder, &side->figures);
      json_builder_end_object (builder);
    }
  rm_cli_json_int (builder, "common-pairs", comparison->n_common);
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint d = 0; d < comparison->differences->len; d++)
    {
      const RmDifference *difference = g_ptr_array_index (comparison->differences, d);

      json_builder_begin_object (builder);
      rm_cli_json_string (builder, "mentee", difference->name);
      rm_cli_json_sentence (builder, "a", difference->mentors[0]);
      rm_cli_json_sentence (builder, "b", difference->mentors[1]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  rm_cli_json_print (builder);
}

static RmCliStatus
compare (RmCli *self,
         RmSession *session,
         const RmScenario *a,
         const RmScenario *b)
{
  g_autoptr (RmPairing) pairing = rm_pairing_get (rm_session_get_programme (session));
  g_autoptr (RmComparison) comparison = rm_comparison_new (pairing, a, b);

  if (self->json)
    json_comparison (comparison);
  else
    print_comparison (comparison);

  return RM_CLI_OK;
}

/* The options, from the words after the file. */
typedef struct
{
  const char *action;
  const char *name;
  const char *other;
  const char *mode;
  const char *weights;
} Wanted;

static RmCliStatus
look (RmCli *self,
      const char *path,
      const Wanted *wanted)
{
  g_autoptr (RmSession) session = rm_cli_open (self, path, FALSE);
  RmProgramme *programme = NULL;
  const RmScenario *one = NULL;
  const RmScenario *other = NULL;
  GError *error = NULL;

  if (session == NULL)
    return RM_CLI_FAILED;
  programme = rm_session_get_programme (session);
  if (g_str_equal (wanted->action, "list"))
    return print_list (self, programme);

  one = find_scenario (programme, wanted->name, &error);
  if (one != NULL && wanted->other != NULL)
    other = find_scenario (programme, wanted->other, &error);
  if (error != NULL)
    return rm_cli_fail (self, path, error);

  return g_str_equal (wanted->action, "show") ? print_one (self, programme, one)
                                              : compare (self, session, one, other);
}

static gboolean
apply (RmSession *session,
       const char *name,
       GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  const RmScenario *scenario = find_scenario (programme, name, error);
  g_autoptr (RmLiveResult) result = NULL;
  RmSettings *settings = NULL;

  if (scenario == NULL)
    return FALSE;

  settings = rm_scenario_new_settings (scenario, rm_programme_get_settings (programme));
  result = rm_cli_try_settings (programme, settings, error);
  rm_record_unref (settings);

  return result != NULL && rm_command_apply_weights (session, result, name, error);
}

static gboolean
save (RmSession *session,
      const Wanted *wanted,
      GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  RmSettings *settings = rm_settings_from_words (rm_programme_get_settings (programme),
                                                 wanted->mode, wanted->weights, error);
  g_autoptr (RmLiveResult) result = NULL;

  if (settings == NULL)
    return FALSE;

  result = rm_cli_try_settings (programme, settings, error);
  rm_record_unref (settings);

  return result != NULL && rm_command_save_scenario (session, wanted->name, result, error);
}

static gboolean
delete (RmSession *session,
        const char *name,
        GError **error)
{
  const RmScenario *scenario = find_scenario (rm_session_get_programme (session), name, error);

  return scenario != NULL && rm_command_remove_record (session, RM_TABLE_SCENARIO,
                                                       scenario->record.id, error);
}

static RmCliStatus
change (RmCli *self,
        const char *path,
        const Wanted *wanted)
{
  RmSession *session = rm_cli_open (self, path, TRUE);
  GError *error = NULL;
  gboolean ok = FALSE;

  if (session == NULL)
    return RM_CLI_FAILED;
  if (g_str_equal (wanted->action, "apply"))
    ok = apply (session, wanted->name, &error);
  else if (g_str_equal (wanted->action, "save"))
    ok = save (session, wanted, &error);
  else
    ok = delete (session, wanted->name, &error);
  if (!ok)
    {
      rm_cli_close_unsaved (session);
      return rm_cli_fail (self, path, error);
    }

  if (self->json)
    {
      g_autoptr (JsonBuilder) builder = rm_cli_json_begin ();

      rm_cli_json_string (builder, "name", wanted->name);
      rm_cli_json_print (builder);
    }
  return rm_cli_close_saved (self, path, session);
}

RmCliStatus
rm_cli_scenarios (RmCli *self,
                  char **args)
{
  static const struct
  {
    const char *name;
    guint min;
    guint max;
    gboolean changes;
  } actions[] = {
    { "list", 0, 0, FALSE }, { "show", 1, 1, FALSE }, { "compare", 1, 2, FALSE },
    { "apply", 1, 1, TRUE }, { "save", 1, 1, TRUE },  { "delete", 1, 1, TRUE },
  };
  g_autofree char *mode = NULL;
  g_autofree char *weights = NULL;
  const GOptionEntry entries[] = {
    { "mode", 0, 0, G_OPTION_ARG_STRING, &mode, N_ ("Save with another mode"),
      "people|total|weakest" },
    { "weights", 0, 0, G_OPTION_ARG_STRING, &weights, N_ ("Save with other weights"),
      "skills=40,back=15,…" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  Wanted wanted = { "list", NULL, NULL, NULL, NULL };
  guint n = 0;

  if (!rm_cli_parse (self, args, entries, 1, 4, &rest))
    return RM_CLI_USAGE;

  n = g_strv_length (rest);
  wanted.action = n > 1 ? rest[1] : "list";
  wanted.name = n > 2 ? rest[2] : NULL;
  wanted.other = n > 3 ? rest[3] : NULL;
  wanted.mode = mode;
  wanted.weights = weights;
  for (gsize a = 0; a < G_N_ELEMENTS (actions); a++)
    if (g_str_equal (actions[a].name, wanted.action))
      {
        guint n_words = n > 2 ? n - 2 : 0;

        if (n_words < actions[a].min || n_words > actions[a].max
            || ((mode != NULL || weights != NULL) && !g_str_equal (wanted.action, "save")))
          break;
        return actions[a].changes ? change (self, rest[0], &wanted)
                                  : look (self, rest[0], &wanted);
      }

  return rm_cli_usage (self, _ ("After the file: list, show NAME, compare A [B], apply NAME, "
                                "save NAME [--mode …] [--weights …] or delete NAME"));
}
