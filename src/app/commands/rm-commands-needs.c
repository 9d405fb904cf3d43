/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-private.h"
#include "app/queries/rm-programme-query.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Wishes to learn, of one person or many. Unrated skills stay unrated: a target alone says nothing
 * about the level. */

static RmRating *
need_new (gint64 person,
          gint64 skill,
          int target,
          int importance)
{
  RmRating *need = rm_rating_new ();

  need->person = person;
  need->skill = skill;
  need->target = target;
  need->importance = importance;
  need->rated_on = rm_commands_today ();
  return need;
}

static gboolean
write_needs (RmStore *store,
             gpointer data,
             GError **error)
{
  GPtrArray *needs = data;

  for (guint k = 0; k < needs->len; k++)
    if (!rm_commands_add_rating (store, g_ptr_array_index (needs, k), error))
      return FALSE;

  return TRUE;
}

static GPtrArray *
collect_needs (RmProgramme *programme,
               const GArray *people,
               const GArray *skills,
               int target)
{
  GPtrArray *needs = g_ptr_array_new_with_free_func (rm_record_unref);

  for (guint p = 0; p < people->len; p++)
    for (guint s = 0; s < skills->len; s++)
      {
        gint64 person = g_array_index (people, gint64, p);
        gint64 skill = g_array_index (skills, gint64, s);

        if (rm_programme_query_needs (programme, person, skill, target))
          g_ptr_array_add (needs, need_new (person, skill, target, RM_UNKNOWN));
      }

  return needs;
}

gboolean
rm_command_add_need (RmSession *session,
                     gint64 person,
                     gint64 skill,
                     int target,
                     int importance,
                     GError **error)
{
  const RmPerson *who = rm_commands_require (session, RM_TABLE_PERSON, person, error);
  const RmSkill *what
    = who != NULL ? rm_commands_require (session, RM_TABLE_SKILL, skill, error) : NULL;
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autofree char *label = NULL;

  if (what == NULL || !rm_commands_check_need (target, importance, error)
      || !rm_commands_check_in_use (what, error))
    return FALSE;

  g_ptr_array_add (needs, need_new (person, skill, target, importance));
  /* Translators: an undo label; a skill's name, then a person's name */
  label = rm_sentence_new (_ ("Add %s as a need of %s"), what->name, rm_person_display_name (who));
  return rm_session_edit (session, label, write_needs, needs, error);
}

void
rm_command_add_needs_async (RmSession *session,
                            const GArray *people,
                            const GArray *skills,
                            int target,
                            RmJob *job,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  RmProgramme *programme = rm_session_get_programme (session);
  GPtrArray *needs = collect_needs (programme, people, skills, CLAMP (target, 1, 5));
  /* Translators: an undo label; how many wishes of people to learn something */
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u need", "Add %u needs", needs->len),
                                            needs->len);

  rm_session_edit_async (session, job, label, RM_EDIT_NONE, needs->len, write_needs, needs,
                         (GDestroyNotify) g_ptr_array_unref, callback, user_data);
}
