/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-view-private.h"

#include "app/gaps/rm-gaps-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Adjacent cells as one: their people and skills, and their figures. */

static void
append_new (GArray *ids,
            GHashTable *seen,
            const GArray *more)
{
  for (guint k = 0; k < more->len; k++)
    {
      const gint64 *id = &g_array_index (more, gint64, k);

      if (g_hash_table_contains (seen, id))
        continue;
      g_hash_table_add (seen, g_memdup2 (id, sizeof *id));
      g_array_append_val (ids, *id);
    }
}

GArray *
rm_gap_view_list_people (RmGapView *self,
                         const RmGapBlock *block)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint r = block->row; r < block->row + block->n_rows; r++)
    {
      RmGapLine line = rm_gap_view_get_row (self, r);
      const RmGaps *table = rm_gap_sheet_get_table (self->sheet, line.group, FALSE);
      g_autoptr (GArray) members = rm_gaps_list_members (table, line.index);

      append_new (ids, seen, members);
    }

  return ids;
}

GArray *
rm_gap_view_list_skills (RmGapView *self,
                         const RmGapBlock *block)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint c = block->column; c < block->column + block->n_columns; c++)
    {
      RmGapLine line = rm_gap_view_get_column (self, c);
      const RmGaps *table = rm_gap_sheet_get_table (self->sheet, FALSE, line.group);
      g_autoptr (GArray) skills = rm_gaps_list_skills (table, line.index);

      append_new (ids, seen, skills);
    }

  return ids;
}

RmGapCell
rm_gap_view_count_block (RmGapView *self,
                         const RmGapBlock *block,
                         RmGapMeasure measure,
                         GArray **counted)
{
  const RmGaps *table = rm_gap_sheet_get_table (self->sheet, FALSE, FALSE);
  g_autoptr (GArray) people = NULL;
  g_autoptr (GArray) skills = NULL;

  if (counted == NULL && block->n_rows == 1 && block->n_columns == 1)
    return rm_gap_sheet_get_cell (self->sheet, rm_gap_view_get_row (self, block->row),
                                  rm_gap_view_get_column (self, block->column));

  people = rm_gap_view_list_people (self, block);
  skills = rm_gap_view_list_skills (self, block);
  return rm_gaps_count_block (table, people, skills, measure, counted);
}

typedef struct
{
  gint64 id;
  char *key;
} Named;

static void
named_clear (gpointer data)
{
  g_free (((Named *) data)->key);
}

static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Named *) a)->key, ((const Named *) b)->key);
}

static GArray *
sort_by_name (RmProgramme *programme,
              const GArray *ids)
{
  g_autoptr (GArray) named = g_array_sized_new (FALSE, FALSE, sizeof (Named), ids->len);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len);

  g_array_set_clear_func (named, named_clear);
  for (guint k = 0; k < ids->len; k++)
    {
      gint64 id = g_array_index (ids, gint64, k);
      const RmPerson *person = rm_programme_find_person (programme, id);
      Named entry = { id, g_utf8_collate_key (rm_person_display_name (person), -1) };

      g_array_append_val (named, entry);
    }
  g_array_sort (named, compare_named);
  for (guint k = 0; k < named->len; k++)
    g_array_append_val (sorted, g_array_index (named, Named, k).id);

  return sorted;
}

GArray *
rm_gap_view_list_counted (RmGapView *self,
                          const RmGapBlock *block,
                          RmGapMeasure measure,
                          guint *places)
{
  const RmGaps *table = rm_gap_sheet_get_table (self->sheet, FALSE, FALSE);
  g_autoptr (GArray) ids = NULL;
  RmGapCell cell = rm_gap_view_count_block (self, block, measure, &ids);

  if (places != NULL)
    *places = cell.supply;
  return sort_by_name (rm_scorer_get_programme (rm_gaps_get_scorer (table)), ids);
}

static char *
describe_columns (RmGapView *self,
                  const RmGapBlock *block)
{
  if (block->n_columns == 1)
    return rm_gap_view_dup_column_text (self, block->column);

  /* Translators: how many columns of a table are selected, at least two */
  return g_strdup_printf (ngettext ("%u column", "%u columns", block->n_columns),
                          block->n_columns);
}

static char *
describe_rows (RmGapView *self,
               const RmGapBlock *block)
{
  if (block->n_rows == 1)
    return rm_gap_view_dup_row_text (self, block->row);

  /* Translators: how many rows of a table are selected, at least two */
  return g_strdup_printf (ngettext ("%u row", "%u rows", block->n_rows), block->n_rows);
}

char *
rm_gap_view_dup_block_text (RmGapView *self,
                            const RmGapBlock *block)
{
  g_autofree char *columns = describe_columns (self, block);
  g_autofree char *rows = describe_rows (self, block);

  return rm_gaps_dup_place_text (columns, rows);
}

char *
rm_gap_view_dup_block_sentence (RmGapView *self,
                                const RmGapBlock *block)
{
  g_autofree char *place = NULL;
  g_autofree char *figures = NULL;
  g_autoptr (GArray) people = NULL;
  RmGapCell cell = { 0 };

  if (block->n_rows == 1 && block->n_columns == 1)
    return rm_heat_source_dup_sentence (RM_HEAT_SOURCE (self), block->row, block->column);

  place = rm_gap_view_dup_block_text (self, block);
  people = rm_gap_view_list_people (self, block);
  cell = rm_gap_view_count_block (self, block, self->layout->measure, NULL);
  figures = rm_gaps_dup_figures_text (&cell, people->len, self->layout->measure);

  return g_strdup_printf ("%s: %s", place, figures);
}
