/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rm-commands-private.h"

#include "core/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Commands on weights that were tried, and on scenarios. */

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

/* Names tell scenarios apart: for people, who see no ids. */
static char *
clean_name (RmSession *session,
            const char *name,
            gint64 except,
            GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  g_autofree char *clean = g_strstrip (g_strdup (name));

  if (*clean == '\0')
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE, _ ("A scenario needs a name"));
      return NULL;
    }
  for (guint s = 0; s < rm_programme_count (programme, RM_TABLE_SCENARIO); s++)
    {
      const RmScenario *other = rm_programme_get (programme, RM_TABLE_SCENARIO, s);

      if (other->record.id == except || g_strcmp0 (other->name, clean) != 0)
        continue;
      rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                             /* Translators: %s is the name of a scenario */
                             _ ("There is a scenario called “%s” already"), clean);
      return NULL;
    }

  return g_steal_pointer (&clean);
}

char *
rm_command_suggest_scenario (RmProgramme *programme)
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

static gboolean
delete_scenario (RmStore *store,
                 gpointer data,
                 GError **error)
{
  return rm_store_delete (store, rm_scenario_entity (), *(gint64 *) data, error);
}

gboolean
rm_command_save_scenario (RmSession *session,
                          const char *name,
                          const RmLiveResult *result,
                          GError **error)
{
  g_autofree char *clean = clean_name (session, name, 0, error);
  g_autofree char *label = NULL;
  g_autoptr (GArray) pairs = NULL;
  RmScenario *scenario = NULL;
  gboolean ok = FALSE;

  if (clean == NULL)
    return FALSE;

  pairs = rm_live_result_list_pairs (result);
  scenario = rm_scenario_new (clean, result->settings);
  scenario->made = g_get_real_time () / G_USEC_PER_SEC;
  scenario->n_paired = (int) result->then.n_paired;
  scenario->total = (int) result->then.total;
  scenario->lowest = (int) result->then.lowest;
  rm_scenario_set_pairs (scenario, pairs);
  /* Translators: an undo label; %s is the name of a scenario */
  label = rm_sentence_new (_ ("Save scenario “%s”"), clean);
  ok = rm_session_edit (session, label, rm_commands_insert_record, scenario, error);
  rm_record_unref (scenario);

  return ok;
}

gboolean
rm_command_rename_scenario (RmSession *session,
                            gint64 id,
                            const char *name,
                            GError **error)
{
  const RmScenario *before = rm_commands_require (session, RM_TABLE_SCENARIO, id, error);
  g_autofree char *clean = NULL;
  g_autofree char *label = NULL;
  RmScenario *after = NULL;
  gboolean ok = FALSE;

  if (before == NULL)
    return FALSE;
  clean = clean_name (session, name, id, error);
  if (clean == NULL)
    return FALSE;
  if (g_strcmp0 (before->name, clean) == 0)
    return TRUE;

  after = rm_record_copy (before);
  /* Translators: an undo label; the old and the new name of a scenario */
  label = rm_sentence_new (_ ("Rename scenario “%s” to “%s”"), rm_scenario_display_name (before),
                           clean);
  g_free (after->name);
  after->name = g_steal_pointer (&clean);
  ok = rm_session_edit (session, label, rm_commands_update_record, after, error);
  rm_record_unref (after);

  return ok;
}

gboolean
rm_command_delete_scenario (RmSession *session,
                            gint64 id,
                            GError **error)
{
  const RmScenario *scenario = rm_commands_require (session, RM_TABLE_SCENARIO, id, error);
  g_autofree char *label = NULL;

  if (scenario == NULL)
    return FALSE;

  /* Translators: an undo label; %s is the name of a scenario */
  label = rm_sentence_new (_ ("Delete scenario “%s”"), rm_scenario_display_name (scenario));
  return rm_session_edit (session, label, delete_scenario, &id, error);
}
