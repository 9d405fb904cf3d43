/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gaps-private.h"

/* The table behind the heatmap, and the people behind its cells. Its rows and columns come from
 * rm-gaps-rows.c, the figures from rm-gaps-fill.c and rm-gaps-mentors.c. */

guint
rm_gap_cell_get_value (const RmGapCell *self,
                       RmGapMeasure measure,
                       guint size)
{
  guint share = 0;

  switch (measure)
    {
    case RM_GAP_NEED:
      return self->need;
    case RM_GAP_SUPPLY:
      return self->supply;
    case RM_GAP_UNRATED:
      return self->unrated;
    case RM_GAP_WEIGHTED:
      return self->weighted;
    case RM_GAP_RISK:
      return self->risk;
    case RM_GAP_UNRATED_SHARE:
      if (self->unrated == 0 || self->unrated >= size)
        return self->unrated == 0 ? 0 : 100;
      share = (guint) (((guint64) self->unrated * 200 + size) / ((guint64) size * 2));
      return CLAMP (share, 1, 99);
    case RM_GAP_GAP:
    default:
      return self->gap;
    }
}

RmGaps *
rm_gaps_new (RmScorer *scorer,
             RmGapRows rows,
             RmGapColumns columns,
             RmProgressFunc progress,
             gpointer data,
             GError **error)
{
  RmTicker ticker = { .func = progress, .data = data };
  g_autoptr (RmGaps) self = NULL;
  gboolean ok = FALSE;

  g_return_val_if_fail (scorer != NULL, NULL);

  self = g_new0 (RmGaps, 1);
  self->kind = rows;
  self->column_kind = columns;
  self->scorer = rm_scorer_ref (scorer);
  rm_gaps_collect_columns (self);
  rm_gaps_collect_rows (self);
  self->cells = g_new0 (RmGapCell, (gsize) (self->rows->len + 1) * self->columns->len + 1);
  rm_gaps_prepare (self);
  ok = rows == RM_GAP_ROWS_MENTOR ? rm_gaps_fill_mentors (self, &ticker, error)
                                  : rm_gaps_fill (self, &ticker, error);

  return ok ? g_steal_pointer (&self) : NULL;
}

void
rm_gaps_free (RmGaps *self)
{
  if (self == NULL)
    return;

  rm_supply_clear (&self->supply);
  rm_id_map_free (self->skill_numbers);
  g_ptr_array_unref (self->skills);
  g_array_unref (self->columns);
  g_free (self->column_of);
  g_array_unref (self->members);
  g_array_unref (self->rows);
  g_free (self->cells);
  g_free (self->holders);
  g_free (self->only_holder);
  rm_scorer_unref (self->scorer);
  g_free (self);
}

gboolean
rm_gaps_find_skill (const RmGaps *self,
                    gint64 id,
                    guint *skill)
{
  guint32 number = rm_id_map_find (self->skill_numbers, id);

  if (number == 0)
    return FALSE;

  *skill = number - 1;
  return TRUE;
}

RmGapRows
rm_gaps_get_row_kind (const RmGaps *self)
{
  return self->kind;
}

RmGapColumns
rm_gaps_get_column_kind (const RmGaps *self)
{
  return self->column_kind;
}

RmScorer *
rm_gaps_get_scorer (const RmGaps *self)
{
  return self->scorer;
}

guint
rm_gaps_get_n_rows (const RmGaps *self)
{
  return self->rows->len;
}

guint
rm_gaps_get_n_columns (const RmGaps *self)
{
  return self->columns->len;
}

static const RmPerson *
get_member (const RmGaps *self,
            guint member)
{
  guint index = g_array_index (self->members, RmGapMember, member).index;

  return self->kind == RM_GAP_ROWS_MENTOR ? self->scorer->mentors[index].person
                                          : self->scorer->mentees[index].person;
}

/* The name of a row is its first member's spelling. */
static const RmPerson *
get_first_person (const RmGaps *self,
                  guint row)
{
  return get_member (self, g_array_index (self->rows, RmGapRow, row).first);
}

static gboolean
is_by_person (const RmGaps *self)
{
  return self->kind == RM_GAP_ROWS_PERSON || self->kind == RM_GAP_ROWS_MENTOR;
}

static const char *
null_if_blank (const char *text)
{
  const char *at = text;

  while (at != NULL && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at != NULL && *at != '\0' ? text : NULL;
}

const char *
rm_gaps_get_row_name (const RmGaps *self,
                      guint row)
{
  const RmPerson *person = NULL;

  g_return_val_if_fail (row < self->rows->len, NULL);

  person = get_first_person (self, row);
  if (is_by_person (self))
    return rm_person_display_name (person);
  if (self->kind == RM_GAP_ROWS_LEVEL)
    return NULL;

  return null_if_blank (rm_gaps_get_person_text (person, self->kind));
}

int
rm_gaps_get_row_level (const RmGaps *self,
                       guint row)
{
  g_return_val_if_fail (row < self->rows->len, RM_UNKNOWN);

  return self->kind == RM_GAP_ROWS_LEVEL ? get_first_person (self, row)->level : RM_UNKNOWN;
}

gint64
rm_gaps_get_row_person (const RmGaps *self,
                        guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return is_by_person (self) ? get_first_person (self, row)->record.id : 0;
}

GArray *
rm_gaps_list_members (const RmGaps *self,
                      guint row)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  RmGapRow at = { 0 };

  g_return_val_if_fail (row < self->rows->len, ids);

  at = g_array_index (self->rows, RmGapRow, row);
  for (guint k = at.first; k < at.first + at.n; k++)
    g_array_append_val (ids, get_member (self, k)->record.id);

  return ids;
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
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_ptr_array_index (self->skills,
                            g_array_index (self->columns, RmGapColumn, column).first);
}

GArray *
rm_gaps_list_skills (const RmGaps *self,
                     guint column)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  RmGapColumn at = { 0 };

  g_return_val_if_fail (column < self->columns->len, ids);

  at = g_array_index (self->columns, RmGapColumn, column);
  for (guint k = at.first; k < at.first + at.n; k++)
    {
      const RmSkill *skill = g_ptr_array_index (self->skills, k);

      g_array_append_val (ids, skill->record.id);
    }

  return ids;
}

RmGapCell
rm_gaps_get_cell (const RmGaps *self,
                  guint row,
                  guint column)
{
  RmGapCell nothing = { 0 };

  g_return_val_if_fail (row < self->rows->len, nothing);
  g_return_val_if_fail (column < self->columns->len, nothing);

  return self->cells[(gsize) row * self->columns->len + column];
}

RmGapCell
rm_gaps_get_total (const RmGaps *self,
                   guint column)
{
  RmGapCell nothing = { 0 };

  g_return_val_if_fail (column < self->columns->len, nothing);

  return self->cells[(gsize) self->rows->len * self->columns->len + column];
}

GArray *
rm_gaps_list_people (const RmGaps *self,
                     guint row,
                     guint column,
                     RmGapMeasure measure)
{
  g_autoptr (GArray) members = rm_gaps_list_members (self, row);
  g_autoptr (GArray) skills = rm_gaps_list_skills (self, column);
  GArray *people = NULL;

  rm_gaps_count_block (self, members, skills, measure, &people);

  return people;
}
