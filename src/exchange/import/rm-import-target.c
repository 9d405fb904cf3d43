/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-target.h"

#include "core/base/rm-fold.h"
#include "core/model/rm-person.h"
#include "core/model/rm-skill.h"
#include "exchange/import/rm-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Headers must not match to the letter: each HR system has its own words. What a column can mean
 * comes from the entities of core, plus the few things that are no field; the words from rm-
 * words.h. */

static const RmImportTarget name_parts[] = {
  { .key = "given_name", .label = N_ ("Given name"), .part = RM_IMPORT_PART_GIVEN_NAME },
  { .key = "family_name", .label = N_ ("Family name"), .part = RM_IMPORT_PART_FAMILY_NAME },
};

static RmImportPart
part_of_person (const char *key)
{
  static const struct
  {
    const char *key;
    RmImportPart part;
  } parts[] = {
    { "staff_no", RM_IMPORT_PART_STAFF_NO },
    { "email", RM_IMPORT_PART_EMAIL },
    { "name", RM_IMPORT_PART_NAME },
    { "manager", RM_IMPORT_PART_MANAGER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].key, key))
      return parts[i].part;

  return RM_IMPORT_PART_FIELD;
}

static void
add_target (GArray *targets,
            const RmEntity *entity,
            const RmField *field,
            RmImportPart part)
{
  RmImportTarget target = { field->key, field->label,
                            rm_words_list_headers (entity->name, field->key), field, part };

  g_array_append_val (targets, target);
}

static void
add_field (GArray *targets,
           const RmEntity *entity,
           const char *key,
           RmImportPart part)
{
  add_target (targets, entity, rm_entity_find_field (entity, key), part);
}

static void
add_name_parts (GArray *targets)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_parts); i++)
    {
      RmImportTarget target = name_parts[i];

      target.headers = rm_words_list_headers (rm_person_entity ()->name, target.key);
      g_array_append_val (targets, target);
    }
}

static void
add_people (GArray *targets,
            gboolean identity_only,
            gboolean with_special)
{
  const RmEntity *entity = rm_person_entity ();

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const RmField *field = &entity->fields[i];
      RmImportPart part = part_of_person (field->key);
      gboolean identity = part == RM_IMPORT_PART_STAFF_NO || part == RM_IMPORT_PART_EMAIL
                          || part == RM_IMPORT_PART_NAME;

      if (!field->imported || (identity_only && !identity)
          || (field->sensitivity == RM_SENSITIVITY_SPECIAL && !with_special))
        continue;
      add_target (targets, entity, field, part);
      if (part == RM_IMPORT_PART_NAME)
        add_name_parts (targets);
    }
}

static void
add_ratings (GArray *targets)
{
  const RmEntity *rating = rm_rating_entity ();
  const RmEntity *skill = rm_skill_entity ();

  add_field (targets, rating, "person", RM_IMPORT_PART_PERSON);
  add_people (targets, TRUE, FALSE);
  add_field (targets, rating, "skill", RM_IMPORT_PART_SKILL);
  add_field (targets, skill, "category", RM_IMPORT_PART_CATEGORY);
  add_field (targets, skill, "context", RM_IMPORT_PART_CONTEXT);
  for (guint i = 0; i < rating->n_fields; i++)
    if (rating->fields[i].type != RM_FIELD_REFERENCE && rating->fields[i].imported)
      add_target (targets, rating, &rating->fields[i], RM_IMPORT_PART_FIELD);
}

GArray *
rm_import_target_list_new (RmImportKind kind,
                           gboolean with_special)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (RmImportTarget));

  if (kind == RM_IMPORT_PEOPLE)
    add_people (targets, FALSE, with_special);
  else
    add_ratings (targets);

  return targets;
}

char *
rm_import_target_fold (const char *header)
{
  g_auto (GStrv) parts = g_strsplit (header, "#", -1);
  g_autofree char *words = g_strjoinv (" no ", parts);

  return rm_fold_key (words);
}

static void
add_word (GHashTable *index,
          const char *word,
          guint target)
{
  char *key = rm_fold_key (word);

  if (*key == '\0' || g_hash_table_contains (index, key))
    g_free (key);
  else
    g_hash_table_insert (index, key, GUINT_TO_POINTER (target + 1));
}

GHashTable *
rm_import_target_index_new (GArray *targets)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < targets->len; i++)
    add_word (index, g_array_index (targets, RmImportTarget, i).key, i);
  for (guint i = 0; i < targets->len; i++)
    add_word (index, g_array_index (targets, RmImportTarget, i).label, i);
  for (guint i = 0; i < targets->len; i++)
    {
      const char *const *headers = g_array_index (targets, RmImportTarget, i).headers;

      for (guint w = 0; headers[w] != NULL; w++)
        add_word (index, headers[w], i);
    }

  return index;
}

/* A word for a field of a rating. */
static gboolean
is_word_for (const RmField *field,
             const char *word)
{
  g_autofree char *wanted = rm_fold_key (word);
  g_autofree char *key = rm_fold_key (field->key);
  const char *const *headers = rm_words_list_headers (rm_rating_entity ()->name, field->key);

  if (g_str_equal (key, wanted))
    return TRUE;
  for (guint i = 0; headers[i] != NULL; i++)
    {
      g_autofree char *header = rm_fold_key (headers[i]);

      if (g_str_equal (header, wanted))
        return TRUE;
    }

  return FALSE;
}

static const RmField *
find_rating_field (const char *word)
{
  static const char *const keys[] = { "level", "target", "importance" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const RmField *field = rm_entity_find_field (rm_rating_entity (), keys[i]);

      if (is_word_for (field, word))
        return field;
    }

  return NULL;
}

gboolean
rm_import_target_parse_skill (const char *text,
                              char **skill,
                              const RmField **field)
{
  const RmField *skill_field = rm_entity_find_field (rm_rating_entity (), "skill");
  g_autofree char *name = g_strstrip (g_strdup (text));
  const RmField *found = NULL;
  gboolean is_skill = FALSE;
  char *colon = strchr (name, ':');
  char *open = NULL;

  if (colon != NULL)
    {
      g_autofree char *word = g_strndup (name, (gsize) (colon - name));

      found = find_rating_field (word);
      is_skill = found != NULL || is_word_for (skill_field, word);
      if (is_skill)
        memmove (name, colon + 1, strlen (colon + 1) + 1);
    }

  open = strrchr (name, '(');
  if (found == NULL && open != NULL && g_str_has_suffix (name, ")"))
    {
      g_autofree char *word = g_strndup (open + 1, strlen (open) - 2);

      found = find_rating_field (word);
      if (found != NULL)
        *open = '\0';
    }

  g_strstrip (name);
  if ((found == NULL && !is_skill) || *name == '\0')
    return FALSE;

  *field = found != NULL ? found : find_rating_field ("level");
  *skill = g_steal_pointer (&name);
  return TRUE;
}
