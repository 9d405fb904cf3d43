/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-skills.h"

#include "app/commands/rm-commands-private.h"
#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>

/* Commands on the list of skills. */

gboolean
rm_commands_check_in_use (const RmSkill *skill,
                          GError **error)
{
  if (skill->retired != 1)
    return TRUE;

  rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                         /* Translators: %s is a skill's name */
                         _ ("“%s” is retired and takes no new ratings"), skill->name);
  return FALSE;
}

static const RmSkill *
require_skill (RmSession *session,
               gint64 id,
               GError **error)
{
  return rm_commands_require (session, RM_TABLE_SKILL, id, error);
}

gboolean
rm_commands_check_skill_names (RmProgramme *programme,
                               gconstpointer record,
                               GError **error)
{
  const RmSkill *skill = record;
  g_autoptr (RmSkillNames) names = rm_skill_names_new (programme);
  const RmSkill *same = rm_skill_names_find_same (names, skill);
  g_autofree char *key = rm_skill_make_key (skill->name);

  if (*key == '\0')
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_VALUE, _ ("A skill needs a name"));
      return FALSE;
    }
  if (same == NULL)
    return TRUE;

  rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                         /* Translators: %s is a skill's name */
                         _ ("“%s” is called so already. Merge the two if they are one skill."),
                         same->name);
  return FALSE;
}

/* How many people reload their standings when @skill changes. */
static guint
count_standings (RmProgramme *programme,
                 gint64 skill)
{
  guint n = 0;

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    if (rm_person_find_standing (rm_programme_get_person (programme, i), skill) != NULL)
      n++;

  return n;
}

void
rm_command_retire_skill_async (RmSession *session,
                               gint64 skill,
                               gboolean retired,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GError *error = NULL;
  const RmSkill *before = require_skill (session, skill, &error);
  RmSkill *after = NULL;
  g_autofree char *label = NULL;

  if (before == NULL)
    {
      g_task_report_error (session, callback, user_data, rm_command_retire_skill_async, error);
      return;
    }

  after = rm_record_copy (before);
  after->retired = retired;
  /* Translators: undo labels; %s is a skill's name */
  label = rm_sentence_new (retired ? _ ("Retire %s") : _ ("Use %s again"), before->name);
  rm_session_edit_async (session, NULL, label, RM_EDIT_NONE,
                         count_standings (rm_session_get_programme (session), skill),
                         rm_commands_update_record, after, rm_record_unref, callback, user_data);
}

/* Merging. */
typedef struct
{
  gint64 from;
  RmSkill *into; /* as it will be */
} Merge;

static gboolean
write_merge (RmStore *store,
             gpointer data,
             GError **error)
{
  const Merge *merge = data;

  return rm_commands_put_ratings_below (store, "skill", merge->from, merge->into->record.id,
                                        error)
         && rm_store_merge (store, rm_skill_entity (), merge->from, merge->into->record.id, error)
         && rm_store_update (store, merge->into, error);
}

static void
merge_free (gpointer data)
{
  Merge *merge = data;

  rm_record_unref (merge->into);
  g_free (merge);
}

static void
take_names (RmSkill *into,
            const RmSkill *from)
{
  const RmField *field = rm_entity_find_field (rm_skill_entity (), "aliases");
  g_autofree char *all = g_strjoin ("; ", from->name, from->aliases != NULL ? from->aliases : "",
                                    NULL);
  g_auto (GStrv) names = rm_list_split (all);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *key = rm_skill_make_key (names[i]);
      g_autofree char *longer = NULL;

      if (*key == '\0' || rm_skill_is_called (into, key))
        continue;
      longer = into->aliases != NULL ? g_strjoin ("; ", into->aliases, names[i], NULL)
                                     : g_strdup (names[i]);
      rm_record_set_text (into, field, longer);
    }
}

static RmSkill *
make_merged (const RmSkill *into,
             const RmSkill *from)
{
  const RmEntity *entity = rm_skill_entity ();
  RmSkill *merged = rm_record_copy (into);

  take_names (merged, from);
  for (guint f = 0; f < entity->n_fields; f++)
    {
      const RmField *field = &entity->fields[f];
      gboolean said = g_str_equal (field->key, "description")
                      || g_str_has_prefix (field->key, "anchor_");

      if (said && rm_record_is_blank (merged, field))
        rm_record_set_text (merged, field, rm_record_get_text (from, field));
    }

  return merged;
}

void
rm_command_merge_skills_async (RmSession *session,
                               gint64 from,
                               gint64 into,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GError *error = NULL;
  const RmSkill *gone = require_skill (session, from, &error);
  const RmSkill *stays = gone != NULL ? require_skill (session, into, &error) : NULL;
  Merge *merge = NULL;
  g_autofree char *label = NULL;

  if (stays != NULL && from == into)
    g_set_error_literal (&error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                         _ ("A skill cannot be merged with itself"));
  if (error != NULL)
    {
      g_task_report_error (session, callback, user_data, rm_command_merge_skills_async, error);
      return;
    }

  merge = g_new0 (Merge, 1);
  merge->from = from;
  merge->into = make_merged (stays, gone);
  /* Translators: an undo label; two names of skills */
  label = rm_sentence_new (_ ("Merge %s into %s"), gone->name, stays->name);
  rm_session_edit_async (session, NULL, label, RM_EDIT_NONE,
                         count_standings (rm_session_get_programme (session), from), write_merge,
                         merge, merge_free, callback, user_data);
}

static gboolean
delete_skill (RmStore *store,
              gpointer data,
              GError **error)
{
  return rm_store_delete (store, rm_skill_entity (), *(gint64 *) data, error);
}

void
rm_command_remove_skill_async (RmSession *session,
                               gint64 skill,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GError *error = NULL;
  const RmSkill *before = require_skill (session, skill, &error);
  g_autofree char *label = NULL;

  if (before == NULL)
    {
      g_task_report_error (session, callback, user_data, rm_command_remove_skill_async, error);
      return;
    }

  /* Translators: an undo label; %s is a skill's name */
  label = rm_sentence_new (_ ("Remove the skill %s"), before->name);
  rm_session_edit_async (session, NULL, label, RM_EDIT_NONE,
                         count_standings (rm_session_get_programme (session), skill),
                         delete_skill, g_memdup2 (&skill, sizeof skill), g_free, callback,
                         user_data);
}

gboolean
rm_command_rename_category (RmSession *session,
                            const char *from,
                            const char *to,
                            GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  const RmField *field = rm_entity_find_field (rm_skill_entity (), "category");
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autofree char *wanted = rm_fold (from);
  g_autofree char *label = NULL;
  guint n_found = 0;

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_SKILL); i++)
    {
      const RmSkill *skill = rm_programme_get_skill (programme, i);
      g_autofree char *category = rm_fold (skill->category);
      g_autoptr (RmRecord) after = NULL;

      if (!g_str_equal (category, wanted))
        continue;
      n_found++;
      after = rm_record_copy (skill);
      if (!rm_record_parse (after, field, to, error))
        return FALSE;
      if (!rm_record_equal (skill, after))
        g_ptr_array_add (changed, g_steal_pointer (&after));
    }
  if (n_found == 0)
    {
      g_set_error_literal (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND,
                           _ ("No skill has this category any more"));
      return FALSE;
    }
  if (changed->len == 0)
    return TRUE;

  /* Translators: an undo label; %s is a category of skills */
  label = rm_sentence_new (_ ("Rename the category %s"), *wanted != '\0' ? from : _ ("No category"));
  return rm_session_edit (session, label, rm_commands_update_records, changed, error);
}

/* Adding many. */
static char *
name_key (const RmSkill *skill,
          const char *name)
{
  g_autofree char *key = rm_skill_make_key (name);
  g_autofree char *context = rm_fold (skill->context);

  return g_strconcat (key, "\n", context, NULL);
}

/* Keeps the other names not yet taken, and gives them to @skill. */
static void
claim_aliases (RmSkill *skill,
               GHashTable *taken)
{
  g_auto (GStrv) aliases = rm_list_split (skill->aliases);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; aliases[i] != NULL; i++)
    if (g_hash_table_add (taken, name_key (skill, aliases[i])))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? "; " : "", aliases[i]);
  rm_record_set_text (skill, rm_entity_find_field (rm_skill_entity (), "aliases"), kept->str);
}

/* If either has no context the two are taken for one: they could not be told apart. */
static gboolean
is_called_so (const RmSkillNames *names,
              const RmSkill *skill,
              const char *name)
{
  const RmSkill *found = rm_skill_names_find (names, name, NULL, NULL);

  return found != NULL && (found->context == NULL || skill->context == NULL);
}

gboolean
rm_skills_is_known (const RmSkillNames *names,
                    const RmSkill *skill)
{
  g_auto (GStrv) aliases = rm_list_split (skill->aliases);
  gboolean there = rm_skill_names_find_same (names, skill) != NULL
                   || is_called_so (names, skill, skill->name);

  for (guint i = 0; !there && aliases[i] != NULL; i++)
    there = is_called_so (names, skill, aliases[i]);

  return there;
}

/* Copies of the unknown skills of @wanted, in order. Other names that would belong to two skills
 * are left out. */
static GPtrArray *
list_new (const RmProgramme *programme,
          GPtrArray *wanted)
{
  g_autoptr (RmSkillNames) names = rm_skill_names_new (programme);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *fresh = g_ptr_array_new_with_free_func (rm_record_unref);

  for (guint i = 0; i < wanted->len; i++)
    {
      const RmSkill *skill = g_ptr_array_index (wanted, i);

      if (!rm_skills_is_known (names, skill)
          && g_hash_table_add (taken, name_key (skill, skill->name)))
        g_ptr_array_add (fresh, rm_record_copy (skill));
    }
  for (guint i = 0; i < fresh->len; i++)
    claim_aliases (g_ptr_array_index (fresh, i), taken);

  return fresh;
}

static gboolean
insert_all (RmStore *store,
            gpointer data,
            GError **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!rm_store_insert (store, g_ptr_array_index (records, i), error))
      return FALSE;

  return TRUE;
}

static char *
label_for (GPtrArray *skills)
{
  if (skills->len == 1)
    /* Translators: an undo label; %s is a skill's name */
    return rm_sentence_new (_ ("Add the skill %s"),
                            ((RmSkill *) g_ptr_array_index (skills, 0))->name);

  /* Translators: an undo label */
  return g_strdup_printf (ngettext ("Add %'u skill", "Add %'u skills", skills->len), skills->len);
}

gboolean
rm_command_add_skills (RmSession *session,
                       GPtrArray *wanted,
                       guint *n_added,
                       GError **error)
{
  g_autoptr (GPtrArray) skills = list_new (rm_session_get_programme (session), wanted);
  g_autofree char *label = label_for (skills);

  if (skills->len > 0
      && !rm_session_edit_blocking (session, label, RM_EDIT_NONE, insert_all, skills, error))
    return FALSE;
  if (n_added != NULL)
    *n_added = skills->len;

  return TRUE;
}

typedef struct
{
  RmProgramme *programme; /* owned */
  GPtrArray *wanted;      /* owned */
} Adding;

static void
adding_free (gpointer data)
{
  Adding *self = data;

  rm_programme_unref (self->programme);
  g_ptr_array_unref (self->wanted);
  g_free (self);
}

static gboolean
insert_new (RmStore *store,
            gpointer data,
            GError **error)
{
  const Adding *adding = data;
  g_autoptr (GPtrArray) skills = list_new (adding->programme, adding->wanted);

  return insert_all (store, skills, error);
}

void
rm_command_add_skills_async (RmSession *session,
                             RmJob *job,
                             GPtrArray *wanted,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Adding *adding = g_new0 (Adding, 1);
  g_autofree char *label = label_for (wanted);

  adding->programme = rm_programme_ref (rm_session_get_programme (session));
  adding->wanted = g_ptr_array_ref (wanted);
  rm_session_edit_async (session, job, label, RM_EDIT_NONE, wanted->len, insert_new, adding,
                         adding_free, callback, user_data);
}

gboolean
rm_command_add_skills_finish (RmSession *session,
                              GAsyncResult *result,
                              GError **error)
{
  return rm_session_edit_finish (session, result, error);
}
