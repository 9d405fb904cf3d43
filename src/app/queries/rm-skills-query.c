/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/queries/rm-skills-query.h"

#include "core/base/rm-fold.h"
#include "core/explain/rm-suggestions.h"

#include <string.h>

/* Selects and sorts the skills to show, with the numbers of people for each. */

typedef struct
{
  const RmSkill *skill;
  char *category; /* collation keys; NULL for blank */
  char *name;
} Entry;

static gboolean
takes_part (const RmPerson *person,
            RmSkillGroup group)
{
  if (person->state != RM_PERSON_ACTIVE)
    return FALSE;
  if (group == RM_SKILL_OFFERING)
    return rm_person_is_mentor (person) && person->willing == 1;

  return rm_person_is_mentee (person);
}

static gboolean
is_in (const RmStanding *standing,
       RmSkillGroup group)
{
  switch (group)
    {
    case RM_SKILL_OFFERING:
      return standing != NULL && standing->level >= RM_SUGGESTION_OFFER_LEVEL;
    case RM_SKILL_WANTING:
      return standing != NULL && standing->target > MAX (standing->level, 0);
    case RM_SKILL_UNRATED:
    case RM_N_SKILL_GROUPS:
    default:
      return standing == NULL || standing->level < 0;
    }
}

GArray *
rm_skills_list_people (RmProgramme *programme,
                       gint64 skill,
                       RmSkillGroup group)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PERSON); p++)
    {
      const RmPerson *person = rm_programme_get_person (programme, p);

      if (takes_part (person, group) && is_in (rm_person_find_standing (person, skill), group))
        g_array_append_val (ids, person->record.id);
    }

  return ids;
}

/* Counts of every skill, by its id; skills without standings have none. @n_mentees are active. */
static GHashTable *
count_people (RmProgramme *programme,
              guint *n_mentees)
{
  GHashTable *counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PERSON); p++)
    {
      const RmPerson *person = rm_programme_get_person (programme, p);
      gboolean part[RM_N_SKILL_GROUPS];

      for (guint g = 0; g < RM_N_SKILL_GROUPS; g++)
        part[g] = takes_part (person, (RmSkillGroup) g);
      *n_mentees += part[RM_SKILL_UNRATED];
      for (guint s = 0; s < person->n_standings; s++)
        {
          const RmStanding *standing = &person->standings[s];
          guint *count = g_hash_table_lookup (counts, &standing->skill);

          if (count == NULL)
            {
              count = g_new0 (guint, RM_N_SKILL_GROUPS);
              g_hash_table_insert (counts, (gpointer) &standing->skill, count);
            }
          for (guint g = 0; g < RM_SKILL_UNRATED; g++)
            count[g] += part[g] && is_in (standing, (RmSkillGroup) g);
          /* Counts the rated people at first. */
          count[RM_SKILL_UNRATED] += part[RM_SKILL_UNRATED] && standing->level >= 0;
        }
    }

  return counts;
}

static int
compare_keys (const char *a,
              const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  return strcmp (a, b);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;
  int order = compare_keys (first->category, second->category);

  if (order == 0)
    order = compare_keys (first->name, second->name);

  return order != 0 ? order
                    : (first->skill->record.id > second->skill->record.id)
                        - (first->skill->record.id < second->skill->record.id);
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->category);
  g_free (entry->name);
}

/* Two spellings of one category are sorted together. */
static char *
sort_key (const char *text)
{
  g_autofree char *folded = rm_fold (text);

  return *folded != '\0' ? g_utf8_collate_key (folded, -1) : NULL;
}

gboolean
rm_skill_matches (const RmSkill *skill,
                  const char *const *words)
{
  g_autofree char *all = g_strjoin ("\n",
                                    skill->name != NULL ? skill->name : "",
                                    skill->aliases != NULL ? skill->aliases : "",
                                    skill->category != NULL ? skill->category : "",
                                    skill->context != NULL ? skill->context : "",
                                    skill->description != NULL ? skill->description : "", NULL);
  g_autofree char *folded = rm_fold (all);

  for (guint w = 0; words[w] != NULL; w++)
    if (strstr (folded, words[w]) == NULL)
      return FALSE;

  return TRUE;
}

static GArray *
list_entries (RmProgramme *programme,
              const char *search)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_autofree char *folded = rm_fold (search);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  g_array_set_clear_func (entries, clear_entry);
  for (guint k = 0; k < rm_programme_count (programme, RM_TABLE_SKILL); k++)
    {
      const RmSkill *skill = rm_programme_get_skill (programme, k);
      Entry entry = { skill, NULL, NULL };

      if (*folded != '\0' && !rm_skill_matches (skill, (const char *const *) words))
        continue;
      entry.category = sort_key (skill->category);
      entry.name = sort_key (skill->name);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);

  return entries;
}

GArray *
rm_skills_query_run (RmProgramme *programme,
                     const char *search)
{
  GArray *summaries = g_array_new (FALSE, TRUE, sizeof (RmSkillSummary));
  g_autoptr (GArray) entries = list_entries (programme, search);
  guint n_mentees = 0;
  g_autoptr (GHashTable) counts = count_people (programme, &n_mentees);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      const guint *count = g_hash_table_lookup (counts, &entry->skill->record.id);
      RmSkillSummary summary = { .skill = entry->skill->record.id };

      summary.begins = i == 0
                       || compare_keys (entry->category,
                                        g_array_index (entries, Entry, i - 1).category) != 0;
      if (entry->skill->retired != 1)
        summary.counts[RM_SKILL_UNRATED] = n_mentees;
      if (count != NULL)
        {
          memcpy (summary.counts, count, sizeof *count * RM_SKILL_UNRATED);
          summary.counts[RM_SKILL_UNRATED] -= count[RM_SKILL_UNRATED];
        }
      g_array_append_val (summaries, summary);
    }

  return summaries;
}

GArray *
rm_skills_list_ids (RmProgramme *programme)
{
  g_autoptr (GArray) entries = list_entries (programme, NULL);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), entries->len);

  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (ids, g_array_index (entries, Entry, i).skill->record.id);

  return ids;
}
