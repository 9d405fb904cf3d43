/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rm-commands-roles.h"

#include "app/rm-commands-private.h"
#include "core/rm-fold.h"
#include "core/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Commands on role profiles and nominations. */

gboolean
rm_commands_check_need (int level,
                        int importance,
                        GError **error)
{
  if (level < 1 || level > 5)
    g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                         _ ("A level that is needed is a number from 1 to 5"));
  else if (importance != RM_UNKNOWN && (importance < 1 || importance > 5))
    g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                         _ ("Importance is a number from 1 to 5"));
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_profile_name (RmSession *session,
                    const RmRoleProfile *profile,
                    GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  g_autofree char *wanted = rm_fold (profile->name);

  if (*wanted == '\0')
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                           _ ("A role profile needs a name"));
      return FALSE;
    }
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_ROLE_PROFILE); i++)
    {
      const RmRoleProfile *other = rm_programme_get (programme, RM_TABLE_ROLE_PROFILE, i);
      g_autofree char *name = rm_fold (other->name);

      if (other->record.id == profile->record.id || !g_str_equal (name, wanted))
        continue;
      rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                             /* Translators: %s is the name of a role profile */
                             _ ("There is a role profile “%s” already"), other->name);
      return FALSE;
    }

  return TRUE;
}

gboolean
rm_command_add_role_profile (RmSession *session,
                             const char *name,
                             gint64 *id,
                             GError **error)
{
  RmRoleProfile *profile = rm_role_profile_new (NULL);
  g_autofree char *label = NULL;
  gboolean ok = rm_record_parse (profile, rm_entity_find_field (rm_role_profile_entity (), "name"),
                                 name, error)
                && check_profile_name (session, profile, error);

  if (ok)
    {
      /* Translators: an undo label; %s is the name of a role profile */
      label = rm_sentence_new (_ ("Add the role profile %s"), profile->name);
      ok = rm_session_edit (session, label, rm_commands_insert_record, profile, error);
    }
  if (ok && id != NULL)
    *id = profile->record.id;
  rm_record_unref (profile);

  return ok;
}

gboolean
rm_command_set_role_profile_field (RmSession *session,
                                   gint64 profile,
                                   const RmField *field,
                                   const char *text,
                                   GError **error)
{
  const RmRoleProfile *before
    = rm_commands_require (session, RM_TABLE_ROLE_PROFILE, profile, error);
  g_autoptr (RmRecord) after = NULL;
  g_autofree char *label = NULL;

  if (before == NULL)
    return FALSE;
  after = rm_record_copy (before);
  if (!rm_record_parse (after, field, text, error)
      || !check_profile_name (session, (RmRoleProfile *) after, error))
    return FALSE;

  /* Translators: an undo label; first a field such as "Job titles", then a role profile's name */
  label = rm_sentence_new (_ ("Change “%s” of %s"), _ (field->label), before->name);
  return rm_commands_change_field (session, before, field, text, label, error);
}

static gboolean
delete_profile (RmStore *store,
                gpointer data,
                GError **error)
{
  return rm_store_delete_role_profile (store, *(gint64 *) data, error);
}

gboolean
rm_command_remove_role_profile (RmSession *session,
                                gint64 profile,
                                GError **error)
{
  const RmRoleProfile *before
    = rm_commands_require (session, RM_TABLE_ROLE_PROFILE, profile, error);
  g_autofree char *label = NULL;

  if (before == NULL)
    return FALSE;

  /* Translators: an undo label; %s is the name of a role profile */
  label = rm_sentence_new (_ ("Remove the role profile %s"), before->name);
  return rm_session_edit (session, label, delete_profile, &profile, error);
}

static const RmRoleNeed *
find_need (RmProgramme *programme,
           gint64 profile,
           gint64 skill)
{
  RmOwned owned = rm_programme_find_owned (programme, RM_TABLE_ROLE_NEED, "profile", profile);

  for (guint i = 0; i < owned.n; i++)
    {
      const RmRoleNeed *need = rm_owned_get (&owned, i);

      if (need->skill == skill)
        return need;
    }

  return NULL;
}

static gboolean
delete_need (RmStore *store,
             gpointer data,
             GError **error)
{
  return rm_store_delete (store, rm_role_need_entity (), *(gint64 *) data, error);
}

static gboolean
write_need (RmSession *session,
            const RmRoleNeed *before,
            RmRoleNeed *after,
            const char *label,
            GError **error)
{
  if (before != NULL && rm_record_equal (before, after))
    return TRUE;

  return rm_session_edit (session, label,
                          before != NULL ? rm_commands_update_record : rm_commands_insert_record,
                          after, error);
}

gboolean
rm_command_set_role_need (RmSession *session,
                          gint64 profile,
                          gint64 skill,
                          int level,
                          int importance,
                          GError **error)
{
  const RmRoleProfile *role = rm_commands_require (session, RM_TABLE_ROLE_PROFILE, profile, error);
  const RmSkill *what
    = role != NULL ? rm_commands_require (session, RM_TABLE_SKILL, skill, error) : NULL;
  const RmRoleNeed *before = NULL;
  g_autoptr (RmRecord) after = NULL;
  g_autofree char *label = NULL;
  gint64 id = 0;

  if (what == NULL)
    return FALSE;

  /* Translators: an undo label; the name of a role profile, then a skill's name */
  label = rm_sentence_new (_ ("Change what %s needs of %s"), role->name, what->name);
  before = find_need (rm_session_get_programme (session), profile, skill);
  if (level == RM_UNKNOWN)
    {
      id = before != NULL ? before->record.id : 0;
      return before == NULL || rm_session_edit (session, label, delete_need, &id, error);
    }
  if (!rm_commands_check_need (level, importance, error)
      || (before == NULL && !rm_commands_check_in_use (what, error)))
    return FALSE;

  after = before != NULL ? rm_record_copy (before)
                         : (gpointer) rm_role_need_new (profile, skill, level);
  ((RmRoleNeed *) after)->level = level;
  ((RmRoleNeed *) after)->importance = importance;
  return write_need (session, before, (RmRoleNeed *) after, label, error);
}

static gboolean
check_nomination (RmSession *session,
                  const RmNomination *nomination,
                  GError **error)
{
  const RmSkill *skill = NULL;

  if (nomination->nominator != 0
      && rm_commands_require (session, RM_TABLE_PERSON, nomination->nominator, error) == NULL)
    return FALSE;
  if (nomination->skill == 0)
    return TRUE;

  skill = rm_commands_require (session, RM_TABLE_SKILL, nomination->skill, error);
  return skill != NULL && rm_commands_check_in_use (skill, error);
}

gboolean
rm_command_nominate (RmSession *session,
                     gint64 person,
                     gint64 skill,
                     RmNominationKind kind,
                     gint64 nominator,
                     const char *nominated_by,
                     const char *note,
                     GError **error)
{
  const RmEntity *entity = rm_nomination_entity ();
  const RmPerson *who = rm_commands_require (session, RM_TABLE_PERSON, person, error);
  RmNomination *nomination = NULL;
  g_autofree char *label = NULL;
  gboolean ok = FALSE;

  if (who == NULL)
    return FALSE;

  nomination = rm_nomination_new (person, skill, kind);
  nomination->nominator = nominator;
  nomination->made_on = rm_commands_today ();
  /* Translators: an undo label; %s is a person's name */
  label = rm_sentence_new (_ ("Nominate %s"), rm_person_display_name (who));
  ok = check_nomination (session, nomination, error)
       && rm_record_parse (nomination, rm_entity_find_field (entity, "nominated_by"),
                           nominator == 0 ? nominated_by : NULL, error)
       && rm_record_parse (nomination, rm_entity_find_field (entity, "note"), note, error)
       && rm_session_edit (session, label, rm_commands_insert_record, nomination, error);
  rm_record_unref (nomination);

  return ok;
}

static gboolean
delete_nomination (RmStore *store,
                   gpointer data,
                   GError **error)
{
  return rm_store_delete (store, rm_nomination_entity (), *(gint64 *) data, error);
}

gboolean
rm_command_remove_nomination (RmSession *session,
                              gint64 nomination,
                              GError **error)
{
  const RmNomination *before
    = rm_commands_require (session, RM_TABLE_NOMINATION, nomination, error);
  const RmPerson *who = NULL;
  g_autofree char *label = NULL;

  if (before == NULL)
    return FALSE;

  who = rm_programme_find_person (rm_session_get_programme (session), before->person);
  /* Translators: an undo label; %s is a person's name */
  label = rm_sentence_new (_ ("Remove a nomination of %s"),
                           who != NULL ? rm_person_display_name (who) : "?");
  return rm_session_edit (session, label, delete_nomination, &nomination, error);
}
