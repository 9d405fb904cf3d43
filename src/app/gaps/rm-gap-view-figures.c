/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-view-private.h"

#include "app/gaps/rm-gap-lines.h"
#include "app/gaps/rm-gaps-text.h"

/* What a cell shows: one measure of it, or how that differs from the same cell of the sheet before,
 * which may stand elsewhere there, or nowhere. */

static guint64
pack (RmGapLine line)
{
  return (guint64) line.index << 1 | (line.group ? 1 : 0);
}

/* Lines of the sheet → those of the sheet before, by their keys. */
static GHashTable *
map_lines (RmGapView *self,
           char *(*dup_key) (RmGapSheet *sheet, RmGapLine line),
           guint (*count) (RmGapSheet *sheet, gboolean group))
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTable *lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (gboolean group = FALSE; group <= TRUE; group++)
    for (guint i = 0; i < count (self->before, group); i++)
      {
        RmGapLine line = { group, i };

        g_hash_table_insert (keys, dup_key (self->before, line), g_memdup2 (&line, sizeof line));
      }
  for (gboolean group = FALSE; group <= TRUE; group++)
    for (guint i = 0; i < count (self->sheet, group); i++)
      {
        RmGapLine line = { group, i };
        guint64 packed = pack (line);
        g_autofree char *key = dup_key (self->sheet, line);
        const RmGapLine *past = g_hash_table_lookup (keys, key);

        if (past != NULL)
          g_hash_table_insert (lines, g_memdup2 (&packed, sizeof packed),
                               g_memdup2 (past, sizeof *past));
      }

  return lines;
}

void
rm_gap_view_find_past (RmGapView *self)
{
  self->past_rows = map_lines (self, rm_gap_lines_dup_row_key, rm_gap_lines_count_rows);
  self->past_columns = map_lines (self, rm_gap_lines_dup_column_key, rm_gap_lines_count_columns);
}

static gboolean
look_up_past (RmGapView *self,
              RmGapLine row,
              RmGapLine column,
              RmGapLine *past_row,
              RmGapLine *past_column)
{
  guint64 row_key = pack (row);
  guint64 column_key = pack (column);
  const RmGapLine *found_row = g_hash_table_lookup (self->past_rows, &row_key);
  const RmGapLine *found_column = g_hash_table_lookup (self->past_columns, &column_key);

  if (found_row == NULL || found_column == NULL)
    return FALSE;

  *past_row = *found_row;
  *past_column = *found_column;
  return TRUE;
}

static RmHeatCell
judge (RmGapSheet *sheet,
       RmGapMeasure measure,
       RmGapLine row,
       RmGapLine column)
{
  RmGapCell cell = rm_gap_sheet_get_cell (sheet, row, column);
  guint size = rm_gap_sheet_get_row_size (sheet, row);

  /* How many are unrated is known of every cell; all else only where somebody is rated. */
  return (RmHeatCell) {
    .value = (int) rm_gap_cell_get_value (&cell, measure, size),
    .unrated = measure != RM_GAP_UNRATED && measure != RM_GAP_UNRATED_SHARE
               && cell.unrated == size,
  };
}

RmHeatCell
rm_gap_view_judge (RmGapView *self,
                   RmGapLine row,
                   RmGapLine column)
{
  RmHeatCell cell = judge (self->sheet, self->layout->measure, row, column);
  RmHeatCell past = { .unrated = TRUE };
  RmGapLine past_row = { 0 };
  RmGapLine past_column = { 0 };

  if (self->before == NULL)
    return cell;
  if (look_up_past (self, row, column, &past_row, &past_column))
    past = judge (self->before, self->layout->measure, past_row, past_column);

  return (RmHeatCell) {
    .value = cell.value - past.value,
    .unrated = cell.unrated || past.unrated,
  };
}

static char *
describe_change (RmGapView *self,
                 RmGapLine row,
                 RmGapLine column)
{
  RmGapLine past_row = { 0 };
  RmGapLine past_column = { 0 };
  RmHeatCell now = judge (self->sheet, self->layout->measure, row, column);
  RmHeatCell past = { .unrated = TRUE };

  if (look_up_past (self, row, column, &past_row, &past_column))
    past = judge (self->before, self->layout->measure, past_row, past_column);

  return rm_gaps_dup_change_text (self->layout->measure, past, now);
}

char *
rm_gap_view_dup_figures_text (RmGapView *self,
                              RmGapLine row,
                              RmGapLine column)
{
  RmGapCell cell = rm_gap_sheet_get_cell (self->sheet, row, column);

  if (self->before != NULL)
    return describe_change (self, row, column);

  return rm_gaps_dup_figures_text (&cell, rm_gap_sheet_get_row_size (self->sheet, row),
                                   self->layout->measure);
}
