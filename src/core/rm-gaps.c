/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-gaps-private.h"

#include "core/rm-fold.h"

#include <string.h>

/* The table behind the heatmap: rows are runs of mentees in one sorted list, columns are skills.
 * The figures come from rm-gaps-fill.c. */

typedef struct
{
  char *category;
  char *name;
  const RmSkill *skill;
} Column;

static void
clear_member (gpointer data)
{
  RmGapMember *self = data;

  g_free (self->department);
}

static void
clear_column (gpointer data)
{
  Column *self = data;

  g_free (self->category);
  g_free (self->name);
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
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const Column *first = a;
  const Column *second = b;
  gint64 one = first->skill->record.id;
  gint64 other = second->skill->record.id;
  int order = compare_blank_last (first->category, second->category);

  if (order == 0)
    order = compare_blank_last (first->name, second->name);

  return order != 0 ? order : (one > other) - (one < other);
}

/* NULL where nothing is left, so that blanks sort last and group together. */
static char *
fold_or_null (const char *text)
{
  char *folded = rm_fold (text);

  if (*folded == '\0')
    g_clear_pointer (&folded, g_free);

  return folded;
}

static void
collect_columns (RmGaps *self)
{
  const RmProgramme *programme = self->scorer->programme;
  guint n = rm_programme_count (programme, RM_TABLE_SKILL);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));

  g_array_set_clear_func (columns, clear_column);
  for (guint k = 0; k < n; k++)
    {
      const RmSkill *skill = rm_programme_get_skill (programme, k);
      Column column = { NULL, NULL, skill };

      if (skill->retired == 1)
        continue;
      column.category = fold_or_null (skill->category);
      column.name = fold_or_null (skill->name);
      g_array_append_val (columns, column);
    }
  g_array_sort (columns, compare_columns);

  self->skills = g_ptr_array_new ();
  self->columns = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint c = 0; c < columns->len; c++)
    {
      const RmSkill *skill = g_array_index (columns, Column, c).skill;

      g_ptr_array_add (self->skills, (gpointer) skill);
      g_hash_table_insert (self->columns, (gpointer) &skill->record.id, GUINT_TO_POINTER (c + 1));
    }
}

/* Rows first, then the canonical order that mentees' indexes stand for. */
static int
compare_rows (const RmGapMember *a,
              const RmGapMember *b,
              RmGapRows kind)
{
  switch (kind)
    {
    case RM_GAP_ROWS_DEPARTMENT:
      return compare_blank_last (a->department, b->department);
    case RM_GAP_ROWS_LEVEL:
      return (a->level < b->level) - (a->level > b->level);
    case RM_GAP_ROWS_PERSON:
    default:
      return (a->mentee > b->mentee) - (a->mentee < b->mentee);
    }
}

static int
compare_members (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  const RmGapMember *first = a;
  const RmGapMember *second = b;
  int order = compare_rows (first, second, *(RmGapRows *) data);

  return order != 0 ? order : (first->mentee > second->mentee) - (first->mentee < second->mentee);
}

static void
collect_rows (RmGaps *self)
{
  const RmScorer *scorer = self->scorer;

  self->members = g_array_new (FALSE, FALSE, sizeof (RmGapMember));
  g_array_set_clear_func (self->members, clear_member);
  for (guint i = 0; i < scorer->n_mentees; i++)
    {
      const RmProfile *mentee = &scorer->mentees[i];
      RmGapMember member = { .mentee = i, .level = mentee->person->level };

      if (!mentee->available)
        continue;
      if (self->kind == RM_GAP_ROWS_DEPARTMENT)
        member.department = fold_or_null (mentee->person->department);
      g_array_append_val (self->members, member);
    }
  g_array_sort_with_data (self->members, compare_members, &self->kind);

  self->rows = g_array_new (FALSE, FALSE, sizeof (RmGapRow));
  for (guint k = 0; k < self->members->len; k++)
    {
      const RmGapMember *member = &g_array_index (self->members, RmGapMember, k);
      RmGapRow *last = NULL;

      if (k > 0 && compare_rows (member - 1, member, self->kind) == 0)
        last = &g_array_index (self->rows, RmGapRow, self->rows->len - 1);
      if (last != NULL)
        last->n++;
      else
        {
          RmGapRow row = { .first = k, .n = 1 };

          g_array_append_val (self->rows, row);
        }
    }
}

RmGaps *
rm_gaps_new (RmProgramme *programme,
             RmGapRows rows,
             RmProgressFunc progress,
             gpointer data,
             GError **error)
{
  RmTicker ticker = { .func = progress, .data = data };
  g_autoptr (RmGaps) self = NULL;

  g_return_val_if_fail (programme != NULL, NULL);

  self = g_new0 (RmGaps, 1);
  g_atomic_ref_count_init (&self->refs);
  self->kind = rows;
  self->scorer = rm_scorer_new (programme);
  collect_columns (self);
  collect_rows (self);
  self->cells = g_new0 (RmGapCell, (gsize) (self->rows->len + 1) * self->skills->len + 1);
  if (!rm_gaps_fill (self, &ticker, error))
    return NULL;

  return g_steal_pointer (&self);
}

RmGaps *
rm_gaps_ref (RmGaps *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rm_gaps_unref (RmGaps *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  rm_supply_clear (&self->supply);
  g_hash_table_unref (self->columns);
  g_ptr_array_unref (self->skills);
  g_array_unref (self->members);
  g_array_unref (self->rows);
  g_free (self->cells);
  g_free (self->holders);
  rm_scorer_unref (self->scorer);
  g_free (self);
}

guint
rm_gaps_get_n_rows (const RmGaps *self)
{
  return self->rows->len;
}

guint
rm_gaps_get_n_columns (const RmGaps *self)
{
  return self->skills->len;
}

static const RmGapMember *
get_first_member (const RmGaps *self,
                  guint row)
{
  guint first = g_array_index (self->rows, RmGapRow, row).first;

  return &g_array_index (self->members, RmGapMember, first);
}

/* A row is called what its first member calls it. */
static const RmPerson *
get_first_person (const RmGaps *self,
                  guint row)
{
  return self->scorer->mentees[get_first_member (self, row)->mentee].person;
}

const char *
rm_gaps_get_row_name (const RmGaps *self,
                      guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  if (self->kind == RM_GAP_ROWS_LEVEL)
    return NULL;
  if (self->kind == RM_GAP_ROWS_PERSON)
    return rm_person_display_name (get_first_person (self, row));
  if (get_first_member (self, row)->department == NULL)
    return NULL;

  return get_first_person (self, row)->department;
}

gboolean
rm_gaps_is_by_level (const RmGaps *self)
{
  return self->kind == RM_GAP_ROWS_LEVEL;
}

int
rm_gaps_get_row_level (const RmGaps *self,
                       guint row)
{
  g_return_val_if_fail (row < self->rows->len, RM_UNKNOWN);

  return self->kind == RM_GAP_ROWS_LEVEL ? get_first_member (self, row)->level : RM_UNKNOWN;
}

gint64
rm_gaps_get_row_person (const RmGaps *self,
                        guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return self->kind == RM_GAP_ROWS_PERSON ? get_first_person (self, row)->record.id : 0;
}

guint
rm_gaps_get_row_size (const RmGaps *self,
                      guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return g_array_index (self->rows, RmGapRow, row).n;
}

const RmSkill *
rm_gaps_get_skill (const RmGaps *self,
                   guint column)
{
  g_return_val_if_fail (column < self->skills->len, NULL);

  return g_ptr_array_index (self->skills, column);
}

RmGapCell
rm_gaps_get_cell (const RmGaps *self,
                  guint row,
                  guint column)
{
  RmGapCell nothing = { 0 };

  g_return_val_if_fail (row < self->rows->len, nothing);
  g_return_val_if_fail (column < self->skills->len, nothing);

  return self->cells[(gsize) row * self->skills->len + column];
}

RmGapCell
rm_gaps_get_total (const RmGaps *self,
                   guint column)
{
  RmGapCell nothing = { 0 };

  g_return_val_if_fail (column < self->skills->len, nothing);

  return self->cells[(gsize) self->rows->len * self->skills->len + column];
}

static void
list_teachers (const RmGaps *self,
               RmGapRow row,
               guint column,
               gint64 skill,
               GArray *ids)
{
  const RmSupply *supply = &self->supply;
  g_autofree guint64 *partners = g_new0 (guint64, supply->n_words + 1);
  g_autofree guint64 *teachers = g_new0 (guint64, supply->n_words + 1);

  for (guint k = row.first; k < row.first + row.n; k++)
    {
      guint mentee = g_array_index (self->members, RmGapMember, k).mentee;
      const RmStanding *standing = rm_person_find_standing (self->scorer->mentees[mentee].person,
                                                            skill);

      if (standing == NULL || !rm_standing_is_need (standing))
        continue;
      rm_supply_get_partners (supply, mentee, partners);
      rm_supply_add_teachers (supply, partners, column, standing->level, teachers);
    }
  for (guint s = 0; s < supply->n_mentors; s++)
    if (((teachers[s / 64] >> (s % 64)) & 1) != 0)
      g_array_append_val (ids, self->scorer->mentors[supply->mentors[s]].person->record.id);
}

GArray *
rm_gaps_list_people (const RmGaps *self,
                     guint row,
                     guint column,
                     RmGapMeasure measure)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 skill = 0;
  RmGapRow at = { 0 };

  g_return_val_if_fail (row < self->rows->len, ids);
  g_return_val_if_fail (column < self->skills->len, ids);

  skill = rm_gaps_get_skill (self, column)->record.id;
  at = g_array_index (self->rows, RmGapRow, row);
  if (measure == RM_GAP_SUPPLY)
    {
      list_teachers (self, at, column, skill, ids);
      return ids;
    }

  for (guint k = at.first; k < at.first + at.n; k++)
    {
      guint mentee = g_array_index (self->members, RmGapMember, k).mentee;
      const RmProfile *profile = &self->scorer->mentees[mentee];
      const RmStanding *standing = rm_person_find_standing (profile->person, skill);
      gboolean rated = standing != NULL && standing->level >= 0;

      if (measure == RM_GAP_UNRATED ? !rated : rated && rm_standing_is_need (standing))
        g_array_append_val (ids, profile->person->record.id);
    }

  return ids;
}
