/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rm-commands-groups.h"

#include "app/rm-commands-private.h"
#include "core/rm-fold.h"
#include "core/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Commands on cohorts, names of seniority levels, and consents. */

static gboolean
check_cohort_name (RmSession *session,
                   const RmCohort *cohort,
                   GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  g_autofree char *wanted = rm_fold (cohort->name);

  if (*wanted == '\0')
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE, _ ("A cohort needs a name"));
      return FALSE;
    }
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_COHORT); i++)
    {
      const RmCohort *other = rm_programme_get (programme, RM_TABLE_COHORT, i);
      g_autofree char *name = rm_fold (other->name);

      if (other->record.id == cohort->record.id || !g_str_equal (name, wanted))
        continue;
      rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                             /* Translators: %s is the name of a cohort */
                             _ ("There is a cohort “%s” already"), other->name);
      return FALSE;
    }

  return TRUE;
}

gboolean
rm_command_add_cohort (RmSession *session,
                       const char *name,
                       gint64 *id,
                       GError **error)
{
  RmCohort *cohort = rm_cohort_new (NULL);
  g_autofree char *label = NULL;
  gboolean ok = rm_record_parse (cohort, rm_entity_find_field (rm_cohort_entity (), "name"), name,
                                 error)
                && check_cohort_name (session, cohort, error);

  if (ok)
    {
      /* Translators: an undo label; %s is the name of a cohort */
      label = rm_sentence_new (_ ("Add the cohort %s"), cohort->name);
      ok = rm_session_edit (session, label, rm_commands_insert_record, cohort, error);
    }
  if (ok && id != NULL)
    *id = cohort->record.id;
  rm_record_unref (cohort);

  return ok;
}

/* Whoever says that they belong to @name now belong to @cohort. */
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

gboolean
rm_command_set_cohort_field (RmSession *session,
                             gint64 cohort,
                             const RmField *field,
                             const char *text,
                             GError **error)
{
  const RmCohort *before = rm_commands_require (session, RM_TABLE_COHORT, cohort, error);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (rm_record_unref);
  RmCohort *after = NULL;
  g_autofree char *label = NULL;

  if (before == NULL)
    return FALSE;
  after = rm_record_copy (before);
  g_ptr_array_add (changed, after);
  if (!rm_record_parse (after, field, text, error) || !check_cohort_name (session, after, error))
    return FALSE;
  if (rm_record_equal (before, after))
    return TRUE;

  if (g_str_equal (field->key, "name"))
    add_members (rm_session_get_programme (session), before->name, after, changed);
  /* Translators: an undo label; first a field such as "Objective", then a cohort's name */
  label = rm_sentence_new (_ ("Change “%s” of %s"), _ (field->label), before->name);
  return rm_session_edit (session, label, rm_commands_update_records, changed, error);
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

gboolean
rm_command_remove_cohort (RmSession *session,
                          gint64 cohort,
                          GError **error)
{
  const RmCohort *before = rm_commands_require (session, RM_TABLE_COHORT, cohort, error);
  Row row = { rm_cohort_entity (), cohort };
  g_autofree char *label = NULL;

  if (before == NULL)
    return FALSE;

  /* Translators: an undo label; %s is the name of a cohort */
  label = rm_sentence_new (_ ("Remove the cohort %s"), before->name);
  return rm_session_edit (session, label, delete_row, &row, error);
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
rm_command_add_consent_purpose (RmSession *session,
                                const char *name,
                                const char *text,
                                gint64 *id,
                                GError **error)
{
  const RmEntity *entity = rm_consent_purpose_entity ();
  RmConsentPurpose *purpose = rm_consent_purpose_new (NULL, NULL);
  g_autofree char *label = NULL;
  gboolean ok = rm_record_parse (purpose, rm_entity_find_field (entity, "name"), name, error)
                && rm_record_parse (purpose, rm_entity_find_field (entity, "text"), text, error);

  if (ok && purpose->name == NULL)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE, _ ("A purpose needs a name"));
      ok = FALSE;
    }
  if (ok)
    {
      /* Translators: an undo label; %s is what people are asked to agree to, such as "Photos" */
      label = rm_sentence_new (_ ("Ask for consent: %s"), purpose->name);
      ok = rm_session_edit (session, label, rm_commands_insert_record, purpose, error);
    }
  if (ok && id != NULL)
    *id = purpose->record.id;
  rm_record_unref (purpose);

  return ok;
}

gboolean
rm_command_set_consent_purpose_field (RmSession *session,
                                      gint64 purpose,
                                      const RmField *field,
                                      const char *text,
                                      GError **error)
{
  const RmConsentPurpose *before
    = rm_commands_require (session, RM_TABLE_CONSENT_PURPOSE, purpose, error);
  g_autofree char *blank = NULL;
  g_autofree char *label = NULL;

  if (before == NULL)
    return FALSE;
  blank = rm_fold (text);
  if (g_str_equal (field->key, "name") && *blank == '\0')
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE, _ ("A purpose needs a name"));
      return FALSE;
    }

  /* Translators: an undo label; first a field, then what people are asked to agree to */
  label = rm_sentence_new (_ ("Change “%s” of %s"), _ (field->label), before->name);
  return rm_commands_change_field (session, before, field, text, label, error);
}

static gboolean
delete_purpose (RmStore *store,
                gpointer data,
                GError **error)
{
  return rm_store_delete_consent_purpose (store, *(gint64 *) data, error);
}

gboolean
rm_command_remove_consent_purpose (RmSession *session,
                                   gint64 purpose,
                                   GError **error)
{
  const RmConsentPurpose *before
    = rm_commands_require (session, RM_TABLE_CONSENT_PURPOSE, purpose, error);
  g_autofree char *label = NULL;

  if (before == NULL)
    return FALSE;

  /* Translators: an undo label; %s is what people are asked to agree to, such as "Photos" */
  label = rm_sentence_new (_ ("Stop asking for consent: %s"), before->name);
  return rm_session_edit (session, label, delete_purpose, &purpose, error);
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
  /* Of one day the higher id counts. */
  if (before != NULL)
    after->record.id = rm_store_new_id_above (before->record.id);
  /* Translators: an undo label; %s is a person's name */
  label = rm_sentence_new (_ ("Record the consent of %s"), rm_person_display_name (who));
  ok = rm_record_parse (after, rm_entity_find_field (rm_consent_entity (), "note"), note, error)
       && rm_session_edit (session, label, rm_commands_insert_record, after, error);
  rm_record_unref (after);

  return ok;
}
