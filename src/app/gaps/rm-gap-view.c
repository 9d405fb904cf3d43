/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-view-private.h"

#include "app/gaps/rm-gaps-text.h"

/* rm-gap-view-order.c decides which lines are shown, and where; the content of the lines is
 * here. */

static void source_init (RmHeatSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RmGapView, rm_gap_view, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RM_TYPE_HEAT_SOURCE, source_init))

static RmGaps *
get_row_table (RmGapSheet *sheet,
               RmGapLine row)
{
  return rm_gap_sheet_get_table (sheet, row.group, FALSE);
}

static RmGaps *
get_column_table (RmGapSheet *sheet,
                  RmGapLine column)
{
  return rm_gap_sheet_get_table (sheet, FALSE, column.group);
}

char *
rm_gap_sheet_dup_row_key (RmGapSheet *sheet,
                          RmGapLine row)
{
  const RmGaps *table = get_row_table (sheet, row);
  const char *name = rm_gaps_get_row_name (table, row.index);

  switch (rm_gaps_get_row_kind (table))
    {
    case RM_GAP_ROWS_LEVEL:
      return g_strdup_printf ("level %d", rm_gaps_get_row_level (table, row.index));
    case RM_GAP_ROWS_PERSON:
    case RM_GAP_ROWS_MENTOR:
      return g_strdup_printf ("person %" G_GINT64_FORMAT,
                              rm_gaps_get_row_person (table, row.index));
    case RM_GAP_ROWS_SITE:
      return g_strconcat ("site ", name, NULL);
    case RM_GAP_ROWS_COHORT:
      return g_strconcat ("cohort ", name, NULL);
    case RM_GAP_ROWS_DEPARTMENT:
    default:
      return g_strconcat ("department ", name, NULL);
    }
}

char *
rm_gap_sheet_dup_column_key (RmGapSheet *sheet,
                             RmGapLine column)
{
  const RmGaps *table = get_column_table (sheet, column);
  const RmSkill *skill = rm_gaps_get_skill (table, column.index);

  if (rm_gaps_get_column_kind (table) == RM_GAP_COLUMNS_CATEGORY)
    return g_strconcat ("category ", skill->category, NULL);

  return g_strdup_printf ("skill %" G_GINT64_FORMAT, skill->record.id);
}

char *
rm_gap_sheet_dup_row_text (RmGapSheet *sheet,
                           RmGapLine row)
{
  return rm_gaps_dup_row_text (get_row_table (sheet, row), row.index);
}

char *
rm_gap_sheet_dup_column_text (RmGapSheet *sheet,
                              RmGapLine column)
{
  return rm_gaps_dup_column_text (get_column_table (sheet, column), column.index);
}

static RmHeatCell
judge (RmGapSheet *sheet,
       RmGapMeasure measure,
       RmGapLine row,
       RmGapLine column)
{
  RmGapCell cell = rm_gap_sheet_get_cell (sheet, row, column);
  guint size = rm_gap_sheet_get_row_size (sheet, row);

  /* The number of unrated people is known for every cell; everything else only if somebody is
   * rated. */
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
  if (rm_gap_view_find_past (self, row, column, &past_row, &past_column))
    past = judge (self->before, self->layout->measure, past_row, past_column);

  return (RmHeatCell) {
    .value = cell.value - past.value,
    .unrated = cell.unrated || past.unrated,
  };
}

static guint
get_n_rows (RmHeatSource *source)
{
  return RM_GAP_VIEW (source)->rows->len;
}

static guint
get_n_columns (RmHeatSource *source)
{
  return RM_GAP_VIEW (source)->columns->len;
}

static guint
get_maximum (RmHeatSource *source)
{
  return RM_GAP_VIEW (source)->maximum;
}

static gboolean
is_change (RmHeatSource *source)
{
  return RM_GAP_VIEW (source)->before != NULL;
}

static RmHeatCell
get_cell (RmHeatSource *source,
          guint row,
          guint column)
{
  RmGapView *self = RM_GAP_VIEW (source);

  return rm_gap_view_judge (self, rm_gap_view_get_row (self, row),
                            rm_gap_view_get_column (self, column));
}

/* Symmetric signs that need no mirroring. */
static char *
mark_group (char *name,
            gboolean group,
            gboolean grouped,
            gboolean open)
{
  g_autofree char *owned = name;

  if (!grouped)
    return g_steal_pointer (&owned);
  if (!group)
    return g_strconcat ("\xe2\x80\x83", owned, NULL);

  return g_strconcat (open ? "− " : "+ ", owned, NULL);
}

static char *
dup_row_name (RmHeatSource *source,
              guint row)
{
  RmGapView *self = RM_GAP_VIEW (source);
  RmGapLine line = rm_gap_view_get_row (self, row);
  g_autofree char *key = rm_gap_view_dup_row_key (self, row);

  return mark_group (rm_gap_view_dup_row_text (self, row), line.group,
                     rm_gap_sheet_has_row_groups (self->sheet),
                     g_hash_table_contains (self->layout->rows.open, key));
}

static char *
dup_column_name (RmHeatSource *source,
                 guint column)
{
  RmGapView *self = RM_GAP_VIEW (source);
  RmGapLine line = rm_gap_view_get_column (self, column);
  g_autofree char *key = rm_gap_view_dup_column_key (self, column);

  return mark_group (rm_gap_view_dup_column_text (self, column), line.group,
                     rm_gap_sheet_has_column_groups (self->sheet),
                     g_hash_table_contains (self->layout->columns.open, key));
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

  if (rm_gap_view_find_past (self, row, column, &past_row, &past_column))
    past = judge (self->before, self->layout->measure, past_row, past_column);

  return rm_gaps_dup_change_text (self->layout->measure, past, now);
}

static char *
dup_sentence (RmHeatSource *source,
              guint row,
              guint column)
{
  RmGapView *self = RM_GAP_VIEW (source);
  RmGapLine row_line = rm_gap_view_get_row (self, row);
  RmGapLine column_line = rm_gap_view_get_column (self, column);
  RmGapCell cell = rm_gap_sheet_get_cell (self->sheet, row_line, column_line);
  const RmGapBlock block = { row, column, 1, 1 };
  g_autofree char *place = rm_gap_view_dup_block_text (self, &block);
  g_autofree char *figures
    = self->before != NULL
        ? describe_change (self, row_line, column_line)
        : rm_gaps_dup_figures_text (&cell, rm_gap_sheet_get_row_size (self->sheet, row_line),
                                    self->layout->measure);

  return g_strdup_printf ("%s: %s", place, figures);
}

static void
source_init (RmHeatSourceInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_maximum = get_maximum;
  iface->is_change = is_change;
  iface->get_cell = get_cell;
  iface->dup_row_name = dup_row_name;
  iface->dup_column_name = dup_column_name;
  iface->dup_sentence = dup_sentence;
}

static void
rm_gap_view_finalize (GObject *object)
{
  RmGapView *self = RM_GAP_VIEW (object);

  g_clear_pointer (&self->sheet, rm_gap_sheet_unref);
  g_clear_pointer (&self->before, rm_gap_sheet_unref);
  g_clear_pointer (&self->layout, rm_gap_layout_free);
  g_clear_pointer (&self->past_rows, g_hash_table_unref);
  g_clear_pointer (&self->past_columns, g_hash_table_unref);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  G_OBJECT_CLASS (rm_gap_view_parent_class)->finalize (object);
}

static void
rm_gap_view_class_init (RmGapViewClass *class)
{
  G_OBJECT_CLASS (class)->finalize = rm_gap_view_finalize;
}

static void
rm_gap_view_init (RmGapView *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (RmGapLine));
  self->columns = g_array_new (FALSE, FALSE, sizeof (RmGapLine));
}

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

static guint
count_rows (RmGapSheet *sheet,
            gboolean group)
{
  const RmGaps *table = rm_gap_sheet_get_table (sheet, group, FALSE);

  return table != NULL ? rm_gaps_get_n_rows (table) : 0;
}

static guint
count_columns (RmGapSheet *sheet,
               gboolean group)
{
  const RmGaps *table = rm_gap_sheet_get_table (sheet, FALSE, group);

  return table != NULL ? rm_gaps_get_n_columns (table) : 0;
}

gboolean
rm_gap_view_find_past (RmGapView *self,
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

RmGapView *
rm_gap_view_new (RmGapSheet *sheet,
                 RmGapSheet *before,
                 const RmGapLayout *layout,
                 RmProgressFunc progress,
                 gpointer data,
                 GError **error)
{
  g_autoptr (RmGapView) self = g_object_new (RM_TYPE_GAP_VIEW, NULL);

  self->sheet = rm_gap_sheet_ref (sheet);
  self->layout = rm_gap_layout_copy (layout);
  if (before != NULL)
    {
      self->before = rm_gap_sheet_ref (before);
      self->past_rows = map_lines (self, rm_gap_sheet_dup_row_key, count_rows);
      self->past_columns = map_lines (self, rm_gap_sheet_dup_column_key, count_columns);
    }
  if (!rm_gap_view_choose_lines (self, progress, data, error))
    return NULL;

  for (guint r = 0; r < self->rows->len; r++)
    for (guint c = 0; c < self->columns->len; c++)
      {
        RmHeatCell cell = rm_gap_view_judge (self, rm_gap_view_get_row (self, r),
                                             rm_gap_view_get_column (self, c));

        if (!cell.unrated)
          self->maximum = MAX (self->maximum, (guint) ABS (cell.value));
      }

  return g_steal_pointer (&self);
}

RmGapSheet *
rm_gap_view_get_sheet (RmGapView *self)
{
  return self->sheet;
}

RmGapMeasure
rm_gap_view_get_measure (RmGapView *self)
{
  return self->layout->measure;
}

static gboolean
has_hidden (RmGapSheet *sheet,
            GHashTable *hidden,
            char *(*dup_key) (RmGapSheet *sheet, RmGapLine line),
            guint (*count) (RmGapSheet *sheet, gboolean group))
{
  for (gboolean group = FALSE; group <= TRUE && g_hash_table_size (hidden) > 0; group++)
    for (guint i = 0; i < count (sheet, group); i++)
      {
        RmGapLine line = { group, i };
        g_autofree char *key = dup_key (sheet, line);

        if (g_hash_table_contains (hidden, key))
          return TRUE;
      }

  return FALSE;
}

gboolean
rm_gap_view_hides_lines (RmGapView *self)
{
  return has_hidden (self->sheet, self->layout->rows.hidden, rm_gap_sheet_dup_row_key, count_rows)
         || has_hidden (self->sheet, self->layout->columns.hidden, rm_gap_sheet_dup_column_key,
                        count_columns);
}

guint
rm_gap_view_get_n_all_rows (RmGapView *self)
{
  return count_rows (self->sheet, FALSE);
}

RmGapLine
rm_gap_view_get_row (RmGapView *self,
                     guint row)
{
  return g_array_index (self->rows, RmGapLine, row);
}

RmGapLine
rm_gap_view_get_column (RmGapView *self,
                        guint column)
{
  return g_array_index (self->columns, RmGapLine, column);
}

char *
rm_gap_view_dup_row_key (RmGapView *self,
                         guint row)
{
  return rm_gap_sheet_dup_row_key (self->sheet, rm_gap_view_get_row (self, row));
}

char *
rm_gap_view_dup_column_key (RmGapView *self,
                            guint column)
{
  return rm_gap_sheet_dup_column_key (self->sheet, rm_gap_view_get_column (self, column));
}

static gboolean
find_line (RmGapView *self,
           guint n,
           char *(*dup_key) (RmGapView *self, guint line),
           const char *key,
           guint *line)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *other = dup_key (self, i);

      if (!g_str_equal (other, key))
        continue;
      *line = i;
      return TRUE;
    }

  return FALSE;
}

gboolean
rm_gap_view_find_row (RmGapView *self,
                      const char *key,
                      guint *row)
{
  return find_line (self, self->rows->len, rm_gap_view_dup_row_key, key, row);
}

gboolean
rm_gap_view_find_column (RmGapView *self,
                         const char *key,
                         guint *column)
{
  return find_line (self, self->columns->len, rm_gap_view_dup_column_key, key, column);
}

char *
rm_gap_view_dup_row_text (RmGapView *self,
                          guint row)
{
  return rm_gap_sheet_dup_row_text (self->sheet, rm_gap_view_get_row (self, row));
}

char *
rm_gap_view_dup_column_text (RmGapView *self,
                             guint column)
{
  return rm_gap_sheet_dup_column_text (self->sheet, rm_gap_view_get_column (self, column));
}
