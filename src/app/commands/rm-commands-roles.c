/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-roles.h"

#include "app/commands/rm-commands-private.h"
#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"

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

gboolean
rm_commands_check_nomination (RmProgramme *programme,
                              gconstpointer record,
                              GError **error)
{
  const RmNomination *nomination = record;
  const RmSkill *skill = NULL;

  if (nomination->nominator != 0
      && rm_commands_find (programme, RM_TABLE_PERSON, nomination->nominator, error) == NULL)
    return FALSE;
  if (nomination->skill == 0)
    return TRUE;

  skill = rm_commands_find (programme, RM_TABLE_SKILL, nomination->skill, error);
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
  g_autoptr (RmNomination) nomination = NULL;

  if (rm_commands_require (session, RM_TABLE_PERSON, person, error) == NULL)
    return FALSE;

  nomination = rm_nomination_new (person, skill, kind);
  nomination->nominator = nominator;
  nomination->made_on = rm_commands_today ();
  return rm_record_parse (nomination, rm_entity_find_field (entity, "nominated_by"),
                          nominator == 0 ? nominated_by : NULL, error)
         && rm_record_parse (nomination, rm_entity_find_field (entity, "note"), note, error)
         && rm_command_add_record (session, nomination, error);
}
