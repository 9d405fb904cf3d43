/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lab/rm-commands-scenarios.h"

#include "app/commands/rm-commands-private.h"
#include "app/pairing/rm-commands-proposal.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Commands on weights tried, and on scenarios. */

typedef struct
{
  RmProgramme *programme;
  const RmLiveResult *result;
} Apply;

static gboolean
write_weights (RmStore *store,
               gpointer data,
               GError **error)
{
  Apply *apply = data;

  return rm_store_update (store, apply->result->settings, error)
         && rm_commands_write_proposal (store, apply->programme, apply->result->canonical, error);
}

gboolean
rm_command_apply_weights (RmSession *session,
                          const RmLiveResult *result,
                          const char *scenario,
                          GError **error)
{
  Apply apply = { rm_session_get_programme (session), result };
  g_autofree char *label = NULL;

  g_return_val_if_fail (result->canonical != NULL, FALSE);

  if (result->programme != apply.programme)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOT_NOW,
                           _ ("The programme changed meanwhile: try again"));
      return FALSE;
    }

  if (scenario != NULL)
    /* Translators: an undo label; %s is the name of a scenario */
    label = rm_sentence_new (_ ("Apply scenario “%s”"), scenario);
  else
    /* Translators: an undo label */
    label = g_strdup_printf (ngettext ("Apply weights to %u pair", "Apply weights to %u pairs",
                                       result->solution->n_pairs),
                             result->solution->n_pairs);
  return rm_session_edit (session, label, write_weights, &apply, error);
}

char *
rm_scenario_suggest_name (RmProgramme *programme)
{
  for (guint number = rm_programme_count (programme, RM_TABLE_SCENARIO) + 1;; number++)
    {
      /* Translators: the name of a scenario until it is given another one */
      g_autofree char *name = g_strdup_printf (_ ("Scenario %u"), number);
      gboolean taken = FALSE;

      for (guint s = 0; s < rm_programme_count (programme, RM_TABLE_SCENARIO); s++)
        {
          const RmScenario *other = rm_programme_get (programme, RM_TABLE_SCENARIO, s);

          taken = taken || g_strcmp0 (other->name, name) == 0;
        }
      if (!taken)
        return g_steal_pointer (&name);
    }
}

gboolean
rm_command_save_scenario (RmSession *session,
                          const char *name,
                          const RmLiveResult *result,
                          GError **error)
{
  g_autoptr (RmScenario) scenario = rm_scenario_new (NULL, result->settings);
  g_autoptr (GArray) pairs = rm_live_result_list_pairs (result);

  scenario->made = g_get_real_time () / G_USEC_PER_SEC;
  scenario->n_paired = (int) result->then.n_paired;
  scenario->total = (int) result->then.total;
  scenario->lowest = (int) result->then.lowest;
  rm_scenario_set_pairs (scenario, pairs);
  return rm_record_parse (scenario, rm_entity_find_field (rm_scenario_entity (), "name"), name,
                          error)
         && rm_command_add_record (session, scenario, error);
}
