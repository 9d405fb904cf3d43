/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-groups.h"

#include "app/commands/rm-commands-private.h"
#include "core/base/rm-id.h"
#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Commands on cohorts, names of seniority levels, and consents. */

/* Moves people in cohort @name to @cohort. */
static void
add_members (RmProgramme *programme,
             const char *name,
             const RmCohort *cohort,
             GPtrArray *changed)
{
  const RmField *field = rm_entity_find_field (rm_person_entity (), "cohort");
  g_autofree char *wanted = rm_fold (name);

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);
      g_autofree char *own = rm_fold (person->cohort);
      RmPerson *after = NULL;

      if (*own == '\0' || !g_str_equal (own, wanted))
        continue;
      after = rm_record_copy (person);
      rm_record_set_text (after, field, cohort->name);
      g_ptr_array_add (changed, after);
    }
}

void
rm_commands_settle_cohort (RmProgramme *programme,
                           gconstpointer before,
                           gpointer after,
                           const RmField *field,
                           GPtrArray *changed)
{
  const RmCohort *cohort = before;

  if (g_str_equal (field->key, "name"))
    add_members (programme, cohort->name, after, changed);
}

typedef struct
{
  const RmEntity *entity;
  gint64 id;
} Row;

static gboolean
delete_row (RmStore *store,
            gpointer data,
            GError **error)
{
  const Row *row = data;

  return rm_store_delete (store, row->entity, row->id, error);
}

static RmSeniority *
find_seniority (RmProgramme *programme,
                int level)
{
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_SENIORITY); i++)
    {
      RmSeniority *seniority = rm_programme_get (programme, RM_TABLE_SENIORITY, i);

      if (seniority->level == level)
        return seniority;
    }

  return NULL;
}

gboolean
rm_command_name_seniority (RmSession *session,
                           int level,
                           const char *name,
                           GError **error)
{
  const RmSeniority *before = find_seniority (rm_session_get_programme (session), level);
  g_autoptr (RmRecord) after = NULL;
  g_autofree char *label = NULL;
  Row row = { rm_seniority_entity (), before != NULL ? before->record.id : 0 };

  if (level < 1 || level > RM_SENIORITY_MAX)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                           _ ("A seniority level is a number from 1 to 10"));
      return FALSE;
    }

  after = before != NULL ? rm_record_copy (before) : (gpointer) rm_seniority_new (level, NULL);
  if (!rm_record_parse (after, rm_entity_find_field (rm_seniority_entity (), "name"), name, error))
    return FALSE;

  /* Translators: an undo label; %d is a seniority level */
  label = g_strdup_printf (_ ("Name seniority level %d"), level);
  if (((RmSeniority *) after)->name == NULL)
    return before == NULL || rm_session_edit (session, label, delete_row, &row, error);
  if (before == NULL)
    return rm_session_edit (session, label, rm_commands_insert_record, after, error);

  return rm_record_equal (before, after)
         || rm_session_edit (session, label, rm_commands_update_record, after, error);
}

char *
rm_seniority_dup_label (const RmProgramme *programme,
                        int level)
{
  const RmField *field = rm_entity_find_field (rm_person_entity (), "level");
  const char *name = rm_seniority_find_name (programme, level);
  const char *usual = rm_enum_label (field->values, level);

  if (name != NULL)
    return g_strdup (name);

  /* Translators: a seniority level that has no name */
  return usual != NULL ? g_strdup (_ (usual)) : g_strdup_printf (_ ("Level %d"), level);
}

gboolean
rm_command_answer_consent (RmSession *session,
                           gint64 person,
                           gint64 purpose,
                           gboolean given,
                           const char *note,
                           GError **error)
{
  const RmPerson *who = rm_commands_require (session, RM_TABLE_PERSON, person, error);
  const RmConsent *before = NULL;
  g_autofree char *today = rm_commands_today ();
  g_autofree char *label = NULL;
  RmConsent *after = NULL;
  gboolean ok = FALSE;

  if (who == NULL
      || rm_commands_require (session, RM_TABLE_CONSENT_PURPOSE, purpose, error) == NULL)
    return FALSE;
  before = rm_consent_find (rm_session_get_programme (session), person, purpose);
  if (before != NULL && before->given == (given != FALSE))
    return TRUE;

  after = rm_consent_new (person, purpose, given, today);
  /* On one day the higher id counts. */
  if (before != NULL)
    after->record.id = rm_id_new_above (before->record.id);
  /* Translators: an undo label; %s is a person's name */
  label = rm_sentence_new (_ ("Record the consent of %s"), rm_person_display_name (who));
  ok = rm_record_parse (after, rm_entity_find_field (rm_consent_entity (), "note"), note, error)
       && rm_session_edit (session, label, rm_commands_insert_record, after, error);
  rm_record_unref (after);

  return ok;
}
