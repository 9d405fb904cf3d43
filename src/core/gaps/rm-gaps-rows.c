/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gaps-private.h"

#include "core/base/rm-fold.h"

#include <string.h>

/* Rows and columns of a gap table: rows are runs in one list of people, columns runs in one list of
 * skills. */

typedef struct
{
  char *category;
  char *name;
  const RmSkill *skill;
} SkillName;

/* A text in its first spelling, and its sort key. */
typedef struct
{
  char *folded;         /* NULL is blank */
  guint number;
} Text;

static void
clear_skill_name (gpointer data)
{
  SkillName *self = data;

  g_free (self->category);
  g_free (self->name);
}

static void
clear_text (gpointer data)
{
  Text *self = data;

  g_free (self->folded);
}

static int
compare_blank_last (const char *a,
                    const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  return strcmp (a, b);
}

static int
compare_skills (gconstpointer a,
                gconstpointer b)
{
  const SkillName *first = a;
  const SkillName *second = b;
  gint64 one = first->skill->record.id;
  gint64 other = second->skill->record.id;
  int order = compare_blank_last (first->category, second->category);

  if (order == 0)
    order = compare_blank_last (first->name, second->name);

  return order != 0 ? order : (one > other) - (one < other);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  const Text *first = a;
  const Text *second = b;
  int order = compare_blank_last (first->folded, second->folded);

  return order != 0 ? order : (first->number > second->number) - (first->number < second->number);
}

/* NULL if nothing is left, so that blanks sort last and group together. */
static char *
fold_or_null (const char *text)
{
  char *folded = rm_fold (text);

  if (*folded == '\0')
    g_clear_pointer (&folded, g_free);

  return folded;
}

static GArray *
sort_skills (const RmProgramme *programme)
{
  guint n = rm_programme_count (programme, RM_TABLE_SKILL);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (SkillName));

  g_array_set_clear_func (names, clear_skill_name);
  for (guint k = 0; k < n; k++)
    {
      const RmSkill *skill = rm_programme_get_skill (programme, k);
      SkillName name = { NULL, NULL, skill };

      if (skill->retired == 1)
        continue;
      name.category = fold_or_null (skill->category);
      name.name = fold_or_null (skill->name);
      g_array_append_val (names, name);
    }
  g_array_sort (names, compare_skills);

  return names;
}

void
rm_gaps_collect_columns (RmGaps *self)
{
  g_autoptr (GArray) names = sort_skills (self->scorer->programme);
  guint n = names->len;

  self->skills = g_ptr_array_new ();
  self->skill_numbers = rm_id_map_new (n);
  self->columns = g_array_new (FALSE, FALSE, sizeof (RmGapColumn));
  self->column_of = g_new (guint, n + 1);
  for (guint k = 0; k < n; k++)
    {
      const SkillName *name = &g_array_index (names, SkillName, k);
      RmGapColumn column = { .first = k, .n = 1 };

      g_ptr_array_add (self->skills, (gpointer) name->skill);
      rm_id_map_add (self->skill_numbers, name->skill->record.id);
      if (self->column_kind == RM_GAP_COLUMNS_CATEGORY && k > 0
          && g_strcmp0 ((name - 1)->category, name->category) == 0)
        g_array_index (self->columns, RmGapColumn, self->columns->len - 1).n++;
      else
        g_array_append_val (self->columns, column);
      self->column_of[k] = self->columns->len - 1;
    }
}

const char *
rm_gaps_get_person_text (const RmPerson *person,
                         RmGapRows kind)
{
  switch (kind)
    {
    case RM_GAP_ROWS_SITE:
      return person->site;
    case RM_GAP_ROWS_COHORT:
      return person->cohort;
    case RM_GAP_ROWS_DEPARTMENT:
    default:
      return person->department;
    }
}

/* Many people share few texts: each is folded once. Returns the sort position of each text, by
 * number. */
static guint *
rank_texts (GPtrArray *texts)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Text));
  guint *ranks = g_new0 (guint, texts->len + 1);
  guint rank = 0;

  g_array_set_clear_func (sorted, clear_text);
  for (guint k = 0; k < texts->len; k++)
    {
      Text text = { fold_or_null (g_ptr_array_index (texts, k)), k };

      g_array_append_val (sorted, text);
    }
  g_array_sort (sorted, compare_texts);
  for (guint k = 0; k < sorted->len; k++)
    {
      const Text *text = &g_array_index (sorted, Text, k);

      if (k > 0 && compare_blank_last ((text - 1)->folded, text->folded) != 0)
        rank++;
      ranks[text->number] = rank;
    }

  return ranks;
}

static void
group_by_text (RmGaps *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree guint *ranks = NULL;

  for (guint k = 0; k < self->members->len; k++)
    {
      RmGapMember *member = &g_array_index (self->members, RmGapMember, k);
      const RmPerson *person = self->scorer->mentees[member->index].person;
      const char *text = rm_gaps_get_person_text (person, self->kind);
      guint number = 0;

      if (text == NULL)
        text = "";
      number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, text));
      if (number == 0)
        {
          g_ptr_array_add (texts, (gpointer) text);
          number = texts->len;
          g_hash_table_insert (numbers, (gpointer) text, GUINT_TO_POINTER (number));
        }
      member->group = number - 1;
    }

  ranks = rank_texts (texts);
  for (guint k = 0; k < self->members->len; k++)
    {
      RmGapMember *member = &g_array_index (self->members, RmGapMember, k);

      member->group = ranks[member->group];
    }
}

/* The highest first, blank last. */
static void
group_by_level (RmGaps *self)
{
  for (guint k = 0; k < self->members->len; k++)
    {
      RmGapMember *member = &g_array_index (self->members, RmGapMember, k);
      int level = self->scorer->mentees[member->index].person->level;

      member->group = level == RM_UNKNOWN ? G_MAXUINT : (guint) (G_MAXINT - level);
    }
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const RmGapMember *first = a;
  const RmGapMember *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;

  return (first->index > second->index) - (first->index < second->index);
}

void
rm_gaps_collect_rows (RmGaps *self)
{
  const RmScorer *scorer = self->scorer;
  gboolean by_mentor = self->kind == RM_GAP_ROWS_MENTOR;
  guint n = by_mentor ? scorer->n_mentors : scorer->n_mentees;

  self->members = g_array_new (FALSE, FALSE, sizeof (RmGapMember));
  for (guint i = 0; i < n; i++)
    {
      RmGapMember member = { .index = i, .group = i };

      if (by_mentor ? scorer->mentors[i].available : scorer->mentees[i].available)
        g_array_append_val (self->members, member);
    }
  if (self->kind == RM_GAP_ROWS_LEVEL)
    group_by_level (self);
  else if (self->kind != RM_GAP_ROWS_PERSON && !by_mentor)
    group_by_text (self);
  g_array_sort (self->members, compare_members);

  self->rows = g_array_new (FALSE, FALSE, sizeof (RmGapRow));
  for (guint k = 0; k < self->members->len; k++)
    {
      const RmGapMember *member = &g_array_index (self->members, RmGapMember, k);
      RmGapRow row = { .first = k, .n = 1 };

      if (k > 0 && (member - 1)->group == member->group)
        g_array_index (self->rows, RmGapRow, self->rows->len - 1).n++;
      else
        g_array_append_val (self->rows, row);
    }
}

GArray *
rm_gaps_list_mentees (const RmGaps *self)
{
  GArray *mentees = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->scorer->n_mentees; i++)
    if (self->scorer->mentees[i].available)
      g_array_append_val (mentees, i);

  return mentees;
}
