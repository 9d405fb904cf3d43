/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gap-sheet.h"

#include "core/base/rm-id-map-private.h"

/* Groups are tables of their own: supply is shared, so the figures of a department are not sums of
 * those of its people. */

struct _RmGapSheet
{
  gatomicrefcount refs;
  RmGaps *tables[2][2];   /* by whether rows, and columns, are groups */
  guint *row_groups;      /* by row; NULL without groups */
  guint *column_groups;
};

typedef struct
{
  RmProgressFunc progress;
  gpointer data;
  guint done;
  guint n_tables;
} Steps;

static gboolean
step_progress (double fraction,
               gpointer data)
{
  const Steps *steps = data;

  return steps->progress == NULL
         || steps->progress ((steps->done + MAX (fraction, 0)) / steps->n_tables, steps->data);
}

static guint *
map_members (GArray *(*list) (const RmGaps *gaps, guint line),
             const RmGaps *groups,
             guint n_groups,
             const RmGaps *table,
             guint n)
{
  g_autoptr (RmIdMap) ids = rm_id_map_new (n);
  g_autofree guint *group_of = g_new (guint, n + 1);
  guint *result = g_new (guint, n + 1);
  guint n_ids = 0;

  for (guint g = 0; g < n_groups; g++)
    {
      g_autoptr (GArray) members = list (groups, g);

      for (guint k = 0; k < members->len; k++)
        if (rm_id_map_add (ids, g_array_index (members, gint64, k)) > n_ids && n_ids < n)
          group_of[n_ids++] = g;
    }
  for (guint k = 0; k < n; k++)
    {
      g_autoptr (GArray) own = list (table, k);
      guint32 number = rm_id_map_find (ids, g_array_index (own, gint64, 0));

      result[k] = number > 0 ? group_of[number - 1] : RM_GAP_NO_GROUP;
    }

  return result;
}

static void
map_groups (RmGapSheet *self)
{
  const RmGaps *table = self->tables[0][0];

  if (self->tables[1][0] != NULL)
    self->row_groups = map_members (rm_gaps_list_members, self->tables[1][0],
                                    rm_gaps_get_n_rows (self->tables[1][0]), table,
                                    rm_gaps_get_n_rows (table));
  if (self->tables[0][1] != NULL)
    self->column_groups = map_members (rm_gaps_list_skills, self->tables[0][1],
                                       rm_gaps_get_n_columns (self->tables[0][1]), table,
                                       rm_gaps_get_n_columns (table));
}

RmGapSheet *
rm_gap_sheet_new (RmScorer *scorer,
                  RmGapRows rows,
                  RmGapColumns columns,
                  gboolean group_rows,
                  gboolean group_columns,
                  RmProgressFunc progress,
                  gpointer data,
                  GError **error)
{
  g_autoptr (RmGapSheet) self = g_new0 (RmGapSheet, 1);
  gboolean by_row = group_rows && rows == RM_GAP_ROWS_PERSON;
  gboolean by_column = group_columns && columns == RM_GAP_COLUMNS_SKILL;
  Steps steps = { progress, data, 0, (by_row ? 2u : 1u) * (by_column ? 2u : 1u) };

  g_atomic_ref_count_init (&self->refs);
  for (guint r = 0; r < (by_row ? 2u : 1u); r++)
    for (guint c = 0; c < (by_column ? 2u : 1u); c++)
      {
        self->tables[r][c] = rm_gaps_new (scorer, r == 1 ? RM_GAP_ROWS_DEPARTMENT : rows,
                                          c == 1 ? RM_GAP_COLUMNS_CATEGORY : columns,
                                          step_progress, &steps, error);
        if (self->tables[r][c] == NULL)
          return NULL;
        steps.done++;
      }
  map_groups (self);

  return g_steal_pointer (&self);
}

RmGapSheet *
rm_gap_sheet_ref (RmGapSheet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rm_gap_sheet_unref (RmGapSheet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint k = 0; k < 4; k++)
    g_clear_pointer (&self->tables[k / 2][k % 2], rm_gaps_free);
  g_free (self->row_groups);
  g_free (self->column_groups);
  g_free (self);
}

RmGaps *
rm_gap_sheet_get_table (const RmGapSheet *self,
                        gboolean row_group,
                        gboolean column_group)
{
  return self->tables[row_group ? 1 : 0][column_group ? 1 : 0];
}

gboolean
rm_gap_sheet_has_row_groups (const RmGapSheet *self)
{
  return self->tables[1][0] != NULL;
}

gboolean
rm_gap_sheet_has_column_groups (const RmGapSheet *self)
{
  return self->tables[0][1] != NULL;
}

guint
rm_gap_sheet_get_row_group (const RmGapSheet *self,
                            guint row)
{
  return self->row_groups != NULL ? self->row_groups[row] : RM_GAP_NO_GROUP;
}

guint
rm_gap_sheet_get_column_group (const RmGapSheet *self,
                               guint column)
{
  return self->column_groups != NULL ? self->column_groups[column] : RM_GAP_NO_GROUP;
}

RmGapCell
rm_gap_sheet_get_cell (const RmGapSheet *self,
                       RmGapLine row,
                       RmGapLine column)
{
  return rm_gaps_get_cell (rm_gap_sheet_get_table (self, row.group, column.group), row.index,
                           column.index);
}

guint
rm_gap_sheet_get_row_size (const RmGapSheet *self,
                           RmGapLine row)
{
  return rm_gaps_get_row_size (rm_gap_sheet_get_table (self, row.group, FALSE), row.index);
}
