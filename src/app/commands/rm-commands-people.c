/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-private.h"
#include "app/commands/rm-record-rules.h"
#include "core/base/rm-id.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Commands on people, their ratings, skills and the programme's settings. */

gboolean
rm_commands_insert_record (RmStore *store,
                           gpointer data,
                           GError **error)
{
  return rm_store_insert (store, data, error);
}

gboolean
rm_commands_update_record (RmStore *store,
                           gpointer data,
                           GError **error)
{
  return rm_store_update (store, data, error);
}

char *
rm_commands_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

gpointer
rm_commands_find (RmProgramme *programme,
                  RmTable table,
                  gint64 id,
                  GError **error)
{
  gpointer record = rm_programme_find (programme, table, id);
  const char *missing = rm_record_rules_get (table)->missing;

  if (record == NULL)
    g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                         missing != NULL ? _ (missing)
                                         : _ ("What was to be changed no longer exists"));

  return record;
}

gpointer
rm_commands_require (RmSession *session,
                     RmTable table,
                     gint64 id,
                     GError **error)
{
  return rm_commands_find (rm_session_get_programme (session), table, id, error);
}

static const RmPerson *
require_person (RmSession *session,
                gint64 id,
                GError **error)
{
  return rm_commands_require (session, RM_TABLE_PERSON, id, error);
}

void
rm_commands_settle_person (RmPerson *person,
                           const RmField *field)
{
  gboolean any = field == NULL;

  if ((any || g_str_equal (field->key, "committed")) && person->committed != 1)
    g_clear_pointer (&person->committed_on, g_free);
  if ((any || g_str_equal (field->key, "relation")) && person->relation != RM_UNKNOWN
      && rm_person_is_external (person))
    {
      person->manager = 0;
      g_clear_pointer (&person->manager_ref, g_free);
    }
  if (any && person->manager != 0)
    g_clear_pointer (&person->manager_ref, g_free);
}

void
rm_commands_settle_person_field (RmProgramme *programme,
                                 gconstpointer before,
                                 gpointer after,
                                 const RmField *field,
                                 GPtrArray *changed)
{
  rm_commands_settle_person (after, field);
}

const char *
rm_commands_get_person_label (const RmField *field)
{
  return g_str_equal (field->key, "state") ? rm_commands_label_available () : NULL;
}

gboolean
rm_command_set_manager (RmSession *session,
                        gint64 id,
                        gint64 manager,
                        GError **error)
{
  const RmPerson *before = require_person (session, id, error);
  RmPerson *after = NULL;
  g_autofree char *label = NULL;
  gboolean ok = FALSE;

  if (before == NULL || (manager != 0 && require_person (session, manager, error) == NULL))
    return FALSE;
  if (manager == id)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                           _ ("Nobody can be their own manager"));
      return FALSE;
    }
  if (manager != 0 && before->relation != RM_UNKNOWN && rm_person_is_external (before))
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                           _ ("Somebody from outside has no line manager"));
      return FALSE;
    }
  if (before->manager == manager)
    return TRUE;

  after = rm_record_copy (before);
  after->manager = manager;
  g_clear_pointer (&after->manager_ref, g_free);
  /* Translators: an undo label; %s is a person's name */
  label = rm_sentence_new (_ ("Change the manager of %s"), rm_person_display_name (before));
  ok = rm_session_edit (session, label, rm_commands_update_record, after, error);
  rm_record_unref (after);

  return ok;
}

static gboolean
delete_people (RmStore *store,
               gpointer data,
               GError **error)
{
  const GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    if (!rm_store_delete (store, rm_person_entity (), g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

void
rm_command_remove_people_async (RmSession *session,
                                const gint64 *people,
                                guint n,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  const RmPerson *person = NULL;
  g_autofree char *label = NULL;

  g_array_append_vals (ids, people, n);
  for (guint i = 0; i < n; i++)
    {
      GError *error = NULL;

      person = require_person (session, people[i], &error);
      if (person != NULL)
        continue;
      g_array_unref (ids);
      g_task_report_error (session, callback, user_data, rm_command_remove_people_async, error);
      return;
    }

  if (n == 1)
    /* Translators: an undo label; %s is a person's name */
    label = rm_sentence_new (_ ("Remove %s"), rm_person_display_name (person));
  else
    /* Translators: an undo label */
    label = g_strdup_printf (ngettext ("Remove %u person", "Remove %u people", n), n);
  rm_session_edit_async (session, NULL, label, RM_EDIT_NONE, n, delete_people, ids,
                         (GDestroyNotify) g_array_unref, callback, user_data);
}

gboolean
rm_commands_update_records (RmStore *store,
                            gpointer data,
                            GError **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!rm_store_update (store, g_ptr_array_index (records, i), error))
      return FALSE;

  return TRUE;
}

void
rm_commands_update_async (RmSession *session,
                          const char *label,
                          GPtrArray *changed,
                          GError *error,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  if (changed == NULL)
    g_task_report_error (session, callback, user_data, rm_commands_update_async, error);
  else
    rm_session_edit_async (session, NULL, label, RM_EDIT_NONE, changed->len,
                           rm_commands_update_records, changed,
                           (GDestroyNotify) g_ptr_array_unref, callback, user_data);
}

gboolean
rm_command_record_consent (RmSession *session,
                           const gint64 *people,
                           guint n,
                           const char *reason,
                           GError **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autofree char *label = NULL;

  if (reason == NULL || *reason == '\0')
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                           _ ("A reason is needed to record what nobody was asked"));
      return FALSE;
    }

  for (guint i = 0; i < n; i++)
    {
      const RmPerson *before = require_person (session, people[i], error);
      RmPerson *after = NULL;

      if (before == NULL)
        return FALSE;
      after = rm_record_copy (before);
      if (after->willing == RM_UNKNOWN)
        after->willing = 1;
      if (rm_person_is_mentee (after) && after->committed == RM_UNKNOWN
          && after->override_reason == NULL)
        after->override_reason = g_strdup (reason);
      g_ptr_array_add (changed, after);
    }

  label = g_strdup_printf (ngettext ("Record the willingness of %u person",
                                     "Record the willingness of %u people", n), n);
  return rm_session_edit (session, label, rm_commands_update_records, changed, error);
}

typedef struct
{
  gint64 person;
  gint64 skill;
  int level;
  int target;
} Rate;

/* The source that counts for a skill: the strongest one with a rating of it. Instead of peers a
 * manager: one more peer might not move their median to the wanted value. */
static int
source_that_counts (GPtrArray *ratings,
                    gint64 skill)
{
  static const int strength[][2] = { { RM_SOURCE_AFTER, RM_SOURCE_AFTER },
                                     { RM_SOURCE_MANAGER, RM_SOURCE_MANAGER },
                                     { RM_SOURCE_PEER, RM_SOURCE_MANAGER } };

  for (gsize s = 0; s < G_N_ELEMENTS (strength); s++)
    for (guint i = 0; i < ratings->len; i++)
      {
        const RmRating *rating = g_ptr_array_index (ratings, i);

        if (rating->skill == skill && rating->source == strength[s][0])
          return strength[s][1];
      }

  return RM_SOURCE_SELF;
}

/* To make a level or target blank again, every rating with one must go: otherwise an older one
 * would count. */
static gboolean
blank_older (RmStore *store,
             GPtrArray *ratings,
             const Rate *rate,
             GError **error)
{
  for (guint i = 0; i < ratings->len; i++)
    {
      RmRating *rating = g_ptr_array_index (ratings, i);
      gboolean level = rate->level == RM_UNKNOWN && rating->level != RM_UNKNOWN;
      gboolean target = rate->target == RM_UNKNOWN && rating->target != RM_UNKNOWN;

      if (rating->skill != rate->skill || (!level && !target))
        continue;
      if (level)
        rating->level = RM_UNKNOWN;
      if (target)
        rating->target = RM_UNKNOWN;
      if (rating->level == RM_UNKNOWN && rating->target == RM_UNKNOWN)
        {
          if (!rm_store_delete (store, rm_rating_entity (), rating->record.id, error))
            return FALSE;
        }
      else if (!rm_store_update (store, rating, error))
        return FALSE;
    }

  return TRUE;
}

/* On one day the higher id counts as newer: the last rating needs an id above the others. */
static gboolean
insert_newest (RmStore *store,
               GPtrArray *ratings,
               RmRating *rating,
               GError **error)
{
  gint64 newest = 0;

  for (guint i = 0; i < ratings->len; i++)
    {
      const RmRating *other = g_ptr_array_index (ratings, i);

      if (other->skill == rating->skill)
        newest = MAX (newest, other->record.id);
    }
  rating->record.id = rm_id_new_above (newest);
  rating->source = source_that_counts (ratings, rating->skill);
  return rm_store_insert (store, rating, error);
}

gboolean
rm_commands_add_rating (RmStore *store,
                        RmRating *rating,
                        GError **error)
{
  g_autoptr (GPtrArray) ratings
    = rm_store_load_records (store, rm_rating_entity (), "person", rating->person, error);

  return ratings != NULL && insert_newest (store, ratings, rating, error);
}

static gboolean
write_rating (RmStore *store,
              gpointer data,
              GError **error)
{
  const Rate *rate = data;
  g_autoptr (GPtrArray) ratings
    = rm_store_load_records (store, rm_rating_entity (), "person", rate->person, error);
  RmRating *rating = NULL;
  gboolean ok = FALSE;

  if (ratings == NULL || !blank_older (store, ratings, rate, error))
    return FALSE;
  if (rate->level == RM_UNKNOWN && rate->target == RM_UNKNOWN)
    return TRUE;

  rating = rm_rating_new ();
  rating->person = rate->person;
  rating->skill = rate->skill;
  rating->level = rate->level;
  rating->target = rate->target;
  rating->rated_on = rm_commands_today ();
  ok = insert_newest (store, ratings, rating, error);
  rm_record_unref (rating);

  return ok;
}

gboolean
rm_command_rate (RmSession *session,
                 gint64 person,
                 gint64 skill,
                 int level,
                 int target,
                 GError **error)
{
  const RmPerson *who = require_person (session, person, error);
  const RmSkill *what = NULL;
  Rate rate = { person, skill, level, target };
  g_autofree char *label = NULL;

  if (who == NULL)
    return FALSE;
  what = rm_commands_require (session, RM_TABLE_SKILL, skill, error);
  if (what == NULL || !rm_commands_check_in_use (what, error))
    return FALSE;

  /* Translators: an undo label; a person's name and a skill's name */
  label = rm_sentence_new (_ ("Rate %s in %s"), rm_person_display_name (who), what->name);
  return rm_session_edit (session, label, write_rating, &rate, error);
}

/* The skill of that name, a new one without an id, or NULL if @name is blank or names a retired
 * skill. */
static RmSkill *
find_or_make_skill (RmProgramme *programme,
                    const char *name,
                    const char *category,
                    GError **error)
{
  g_autofree char *key = rm_skill_make_key (name);
  RmSkill *skill = NULL;

  if (*key == '\0')
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE, _ ("A skill needs a name"));
      return NULL;
    }
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_SKILL); i++)
    if (rm_skill_is_called (rm_programme_get_skill (programme, i), key))
      {
        skill = rm_programme_get (programme, RM_TABLE_SKILL, i);
        return rm_commands_check_in_use (skill, error) ? rm_record_ref (skill) : NULL;
      }

  skill = rm_skill_new ();
  skill->name = g_strstrip (g_strdup (name));
  skill->category = g_strdup (category);
  return skill;
}

gboolean
rm_command_add_skill (RmSession *session,
                      const char *name,
                      const char *category,
                      gint64 *id,
                      GError **error)
{
  RmSkill *skill
    = find_or_make_skill (rm_session_get_programme (session), name, category, error);
  g_autofree char *label = NULL;
  gboolean ok = skill != NULL;

  if (ok && skill->record.id == 0)
    {
      /* Translators: an undo label; %s is a skill's name */
      label = rm_sentence_new (_ ("Add the skill %s"), skill->name);
      ok = rm_session_edit (session, label, rm_commands_insert_record, skill, error);
    }
  if (ok && id != NULL)
    *id = skill->record.id;
  g_clear_pointer (&skill, rm_record_unref);

  return ok;
}

typedef struct
{
  gint64 person;
  RmSkill *skill;
} Want;

static gboolean
write_want (RmStore *store,
            gpointer data,
            GError **error)
{
  Want *want = data;
  Rate rate = { want->person, 0, RM_UNKNOWN, 3 };

  if (want->skill->record.id == 0 && !rm_store_insert (store, want->skill, error))
    return FALSE;

  rate.skill = want->skill->record.id;
  return write_rating (store, &rate, error);
}

gboolean
rm_command_want_skill (RmSession *session,
                       gint64 person,
                       const char *name,
                       GError **error)
{
  const RmPerson *who = require_person (session, person, error);
  Want want = { person, NULL };
  g_autofree char *label = NULL;
  gboolean ok = TRUE;

  if (who == NULL)
    return FALSE;
  want.skill = find_or_make_skill (rm_session_get_programme (session), name, NULL, error);
  if (want.skill == NULL)
    return FALSE;

  if (rm_person_find_standing (who, want.skill->record.id) == NULL)
    {
      /* Translators: an undo label; a person's name and a skill's name */
      label = rm_sentence_new (_ ("Rate %s in %s"), rm_person_display_name (who),
                               want.skill->name);
      ok = rm_session_edit (session, label, write_want, &want, error);
    }
  rm_record_unref (want.skill);

  return ok;
}

gboolean
rm_command_change_settings (RmSession *session,
                            RmSettings *settings,
                            const char *label,
                            GError **error)
{
  if (rm_record_equal (settings,
                       rm_programme_get_settings (rm_session_get_programme (session))))
    return TRUE;

  return rm_session_edit (session, label, rm_commands_update_record, settings, error);
}
