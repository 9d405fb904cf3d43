/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-skill-names.h"

#include "core/base/rm-fold.h"

/* Maps a key to the list of skills of that name; nearly all lists have one. */
struct _RmSkillNames
{
  GHashTable *contexts; /* name and context */
  GHashTable *names;    /* name alone */
};

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

static char *
context_key (const char *key,
             const char *context)
{
  g_autofree char *folded = rm_fold (context);

  return g_strconcat (key, "\n", folded, NULL);
}

static void
add_one (GHashTable *table,
         const char *key,
         const RmSkill *skill)
{
  GPtrArray *skills = g_hash_table_lookup (table, key);

  if (skills == NULL)
    {
      skills = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), skills);
    }
  if (!g_ptr_array_find (skills, skill, NULL))
    g_ptr_array_add (skills, (gpointer) skill);
}

static void
add_name (RmSkillNames *self,
          const char *name,
          const RmSkill *skill)
{
  g_autofree char *key = rm_skill_make_key (name);
  g_autofree char *full = context_key (key, skill->context);

  if (*key == '\0')
    return;
  add_one (self->contexts, full, skill);
  add_one (self->names, key, skill);
}

RmSkillNames *
rm_skill_names_new (const RmProgramme *programme)
{
  RmSkillNames *self = g_new0 (RmSkillNames, 1);
  guint n = programme != NULL ? rm_programme_count (programme, RM_TABLE_SKILL) : 0;

  self->contexts = new_table ();
  self->names = new_table ();
  for (guint i = 0; i < n; i++)
    rm_skill_names_add (self, rm_programme_get_skill (programme, i));

  return self;
}

void
rm_skill_names_add (RmSkillNames *self,
                    const RmSkill *skill)
{
  g_auto (GStrv) aliases = rm_list_split (skill->aliases);

  add_name (self, skill->name, skill);
  for (guint i = 0; aliases[i] != NULL; i++)
    add_name (self, aliases[i], skill);
}

static const RmSkill *
find_only (GHashTable *table,
           const char *key,
           gboolean *ambiguous)
{
  const GPtrArray *skills = g_hash_table_lookup (table, key);

  *ambiguous = skills != NULL && skills->len > 1;
  return skills != NULL && skills->len == 1 ? g_ptr_array_index (skills, 0) : NULL;
}

const RmSkill *
rm_skill_names_find (const RmSkillNames *self,
                     const char *name,
                     const char *context,
                     gboolean *ambiguous)
{
  g_autofree char *key = rm_skill_make_key (name);
  g_autofree char *full = context_key (key, context);
  gboolean several = FALSE;
  const RmSkill *skill = find_only (self->contexts, full, &several);

  if (skill == NULL && !several && (context == NULL || *context == '\0'))
    skill = find_only (self->names, key, &several);
  if (ambiguous != NULL)
    *ambiguous = several;

  return skill;
}

static const RmSkill *
find_other (const RmSkillNames *self,
            const char *name,
            const RmSkill *skill)
{
  g_autofree char *key = rm_skill_make_key (name);
  g_autofree char *full = context_key (key, skill->context);
  const GPtrArray *skills = g_hash_table_lookup (self->contexts, full);

  for (guint i = 0; skills != NULL && i < skills->len; i++)
    {
      const RmSkill *other = g_ptr_array_index (skills, i);

      if (other != skill && (skill->record.id == 0 || other->record.id != skill->record.id))
        return other;
    }

  return NULL;
}

const RmSkill *
rm_skill_names_find_same (const RmSkillNames *self,
                          const RmSkill *skill)
{
  g_auto (GStrv) aliases = rm_list_split (skill->aliases);
  const RmSkill *found = find_other (self, skill->name, skill);

  for (guint i = 0; found == NULL && aliases[i] != NULL; i++)
    found = find_other (self, aliases[i], skill);

  return found;
}

void
rm_skill_names_free (RmSkillNames *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->contexts);
  g_hash_table_unref (self->names);
  g_free (self);
}
