/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-view-private.h"

#include "app/gaps/rm-gap-lines.h"
#include "app/gaps/rm-gaps-text.h"

/* Which lines are shown, and where, is decided in rm-gap-view-order.c, and what their cells show in
 * rm-gap-view-figures.c; here they are a table. What is said of several cells, and of all, is in
 * rm-gap-view-block.c and rm-gap-view-text.c, which only ask what everybody may. */

static void source_init (RmHeatSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RmGapView, rm_gap_view, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RM_TYPE_HEAT_SOURCE, source_init))

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
dup_sentence (RmHeatSource *source,
              guint row,
              guint column)
{
  RmGapView *self = RM_GAP_VIEW (source);
  g_autofree char *column_text = rm_gap_view_dup_column_text (self, column);
  g_autofree char *row_text = rm_gap_view_dup_row_text (self, row);
  g_autofree char *place = rm_gaps_dup_place_text (column_text, row_text);
  g_autofree char *figures = rm_gap_view_dup_figures_text (self, rm_gap_view_get_row (self, row),
                                                           rm_gap_view_get_column (self, column));

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
      rm_gap_view_find_past (self);
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

RmGapSheet *
rm_gap_view_get_before (RmGapView *self)
{
  return self->before;
}

RmScorer *
rm_gap_view_get_scorer (RmGapView *self)
{
  return rm_gaps_get_scorer (rm_gap_sheet_get_table (self->sheet, FALSE, FALSE));
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
  return has_hidden (self->sheet, self->layout->rows.hidden, rm_gap_lines_dup_row_key,
                     rm_gap_lines_count_rows)
         || has_hidden (self->sheet, self->layout->columns.hidden, rm_gap_lines_dup_column_key,
                        rm_gap_lines_count_columns);
}

guint
rm_gap_view_get_n_all_rows (RmGapView *self)
{
  return rm_gap_lines_count_rows (self->sheet, FALSE);
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
  return rm_gap_lines_dup_row_key (self->sheet, rm_gap_view_get_row (self, row));
}

char *
rm_gap_view_dup_column_key (RmGapView *self,
                            guint column)
{
  return rm_gap_lines_dup_column_key (self->sheet, rm_gap_view_get_column (self, column));
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
  return rm_gap_lines_dup_row_text (self->sheet, rm_gap_view_get_row (self, row));
}

char *
rm_gap_view_dup_column_text (RmGapView *self,
                             guint column)
{
  return rm_gap_lines_dup_column_text (self->sheet, rm_gap_view_get_column (self, column));
}
