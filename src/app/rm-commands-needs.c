/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rm-commands-private.h"

#include <glib/gi18n-lib.h>

/* Wishes for many people at once. */

typedef struct
{
  gint64 person;
  gint64 skill;
  int level;
} Need;

typedef struct
{
  GArray *needs;
  int target;
} Needs;

static void
needs_free (gpointer data)
{
  Needs *self = data;

  g_array_unref (self->needs);
  g_free (self);
}

static gboolean
write_needs (RmStore *store,
             gpointer data,
             GError **error)
{
  const Needs *self = data;

  for (guint k = 0; k < self->needs->len; k++)
    {
      const Need *need = &g_array_index (self->needs, Need, k);

      if (!rm_commands_rate (store, need->person, need->skill, need->level, self->target, error))
        return FALSE;
    }

  return TRUE;
}

/* Whoever stands at the target, or wants as much or more, is left alone. What is not rated stays so:
 * a target alone says nothing about the level. */
static Needs *
collect_needs (RmProgramme *programme,
               const GArray *people,
               const GArray *skills,
               int target)
{
  Needs *self = g_new0 (Needs, 1);

  self->target = target;
  self->needs = g_array_new (FALSE, FALSE, sizeof (Need));
  for (guint p = 0; p < people->len; p++)
    for (guint s = 0; s < skills->len; s++)
      {
        Need need = { g_array_index (people, gint64, p), g_array_index (skills, gint64, s),
                      RM_UNKNOWN };
        const RmPerson *person = rm_programme_find_person (programme, need.person);
        const RmSkill *skill = rm_programme_find_skill (programme, need.skill);
        const RmStanding *standing = NULL;

        if (person == NULL || !rm_person_is_mentee (person) || skill == NULL
            || skill->retired == 1)
          continue;
        standing = rm_person_find_standing (person, need.skill);
        if (standing != NULL && (standing->level >= target || standing->target >= target))
          continue;
        if (standing != NULL && standing->level >= 0)
          need.level = standing->level;
        g_array_append_val (self->needs, need);
      }

  return self;
}

guint
rm_command_count_needs (RmProgramme *programme,
                        const GArray *people,
                        const GArray *skills,
                        int target)
{
  Needs *needs = collect_needs (programme, people, skills, target);
  guint n = needs->needs->len;

  needs_free (needs);
  return n;
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
  Needs *needs = collect_needs (programme, people, skills, CLAMP (target, 1, 5));
  /* Translators: an undo label; how many wishes of people to learn something */
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u need", "Add %u needs",
                                                      needs->needs->len),
                                            needs->needs->len);

  rm_session_edit_async (session, job, label, RM_EDIT_NONE, needs->needs->len, write_needs, needs,
                         needs_free, callback, user_data);
}
