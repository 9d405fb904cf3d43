/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/gaps/rm-gap-view-private.h"

#include "app/gaps/rm-gap-lines.h"
#include "core/base/rm-fold.h"
#include "core/gaps/rm-seriation.h"

#include <string.h>

/* Chooses and sorts the lines to show: groups among groups, and lines within their group. Both axes
 * are handled the same way, and only differ when a cell or a name is needed. */

typedef struct
{
  RmGapView *view;
  gboolean is_rows;
  const RmGapAxis *axis;
  GArray *leaves;         /* of RmGapLine: those that pass the filter */
  gboolean found;         /* whether any name matches the filter */
  GArray *others;         /* the same for the other axis */
  RmProgressFunc progress;
  gpointer data;
} Choice;

typedef struct
{
  RmGapLine line;
  double value;           /* the most first; below zero is unknown */
  char *name;             /* NULL if the sheet is sorted by name already */
} Item;

static void
clear_item (gpointer data)
{
  Item *self = data;

  g_free (self->name);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const Item *first = a;
  const Item *second = b;
  int order = 0;

  if (first->value != second->value)
    return first->value < second->value ? 1 : -1;
  if (first->name != NULL && second->name != NULL)
    order = strcmp (first->name, second->name);
  if (order != 0)
    return order;

  return (first->line.index > second->line.index) - (first->line.index < second->line.index);
}

static char *
dup_text (const Choice *self,
          RmGapLine line)
{
  return self->is_rows ? rm_gap_lines_dup_row_text (self->view->sheet, line)
                       : rm_gap_lines_dup_column_text (self->view->sheet, line);
}

static char *
dup_key (const Choice *self,
         RmGapLine line)
{
  return self->is_rows ? rm_gap_lines_dup_row_key (self->view->sheet, line)
                       : rm_gap_lines_dup_column_key (self->view->sheet, line);
}

static guint
get_group (const Choice *self,
           guint leaf)
{
  return self->is_rows ? rm_gap_sheet_get_row_group (self->view->sheet, leaf)
                       : rm_gap_sheet_get_column_group (self->view->sheet, leaf);
}

static gboolean
is_grouped (const Choice *self)
{
  return self->is_rows ? rm_gap_sheet_has_row_groups (self->view->sheet)
                       : rm_gap_sheet_has_column_groups (self->view->sheet);
}

static guint
count_lines (const Choice *self,
             gboolean group)
{
  const RmGaps *table = rm_gap_sheet_get_table (self->view->sheet, group && self->is_rows,
                                                group && !self->is_rows);

  return self->is_rows ? rm_gaps_get_n_rows (table) : rm_gaps_get_n_columns (table);
}

static RmHeatCell
judge (const Choice *self,
       RmGapLine line,
       RmGapLine other)
{
  return self->is_rows ? rm_gap_view_judge (self->view, line, other)
                       : rm_gap_view_judge (self->view, other, line);
}

static gboolean
is_hidden (const Choice *self,
           RmGapLine line)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->axis->hidden) == 0)
    return FALSE;

  key = dup_key (self, line);
  return g_hash_table_contains (self->axis->hidden, key);
}

static gboolean
has_words (const char *text,
           char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_named (const Choice *self,
          RmGapLine line,
          RmGapLine group,
          char **words)
{
  g_autofree char *own = dup_text (self, line);
  g_autofree char *above = group.index != RM_GAP_NO_GROUP ? dup_text (self, group) : NULL;
  g_autofree char *both = g_strconcat (own, " ", above, NULL);
  g_autofree char *folded = rm_fold (both);

  return has_words (folded, words);
}

static gboolean
is_of_category (const Choice *self,
                RmGapLine line,
                const char *category)
{
  const RmGaps *table = rm_gap_sheet_get_table (self->view->sheet, FALSE, FALSE);
  g_autofree char *own = NULL;

  if (self->is_rows || category == NULL)
    return TRUE;

  own = rm_fold (rm_gaps_get_skill (table, line.index)->category);
  return g_str_equal (own, category);
}

static GArray *
list_leaves (const Choice *self,
             const char *filter)
{
  const char *category = self->view->layout->category;
  g_autofree char *folded = rm_fold (filter);
  g_autofree char *folded_category = category != NULL ? rm_fold (category) : NULL;
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GArray *leaves = g_array_new (FALSE, FALSE, sizeof (RmGapLine));

  for (guint i = 0; i < count_lines (self, FALSE); i++)
    {
      RmGapLine line = { FALSE, i };
      RmGapLine group = { TRUE, get_group (self, i) };

      if (is_hidden (self, line)
          || (group.index != RM_GAP_NO_GROUP && is_hidden (self, group))
          || !is_of_category (self, line, folded_category)
          || (*folded != '\0' && !is_named (self, line, group, words)))
        continue;
      g_array_append_val (leaves, line);
    }

  return leaves;
}

/* A search for "Finance" is about rows, for "Prezi" about columns: the other axis is not
 * filtered. */
static void
choose_leaves (Choice *rows,
               Choice *columns)
{
  const char *filter = rows->view->layout->filter;

  rows->leaves = list_leaves (rows, filter);
  columns->leaves = list_leaves (columns, filter);
  rows->found = rows->leaves->len > 0;
  columns->found = columns->leaves->len > 0;
  if (rows->found == columns->found)
    return;

  if (!rows->found)
    {
      g_array_unref (rows->leaves);
      rows->leaves = list_leaves (rows, NULL);
    }
  else
    {
      g_array_unref (columns->leaves);
      columns->leaves = list_leaves (columns, NULL);
    }
}

static gboolean
find_other (const Choice *self,
            RmGapLine *line)
{
  const Choice other = { .view = self->view, .is_rows = !self->is_rows };

  for (gboolean group = FALSE; group <= is_grouped (&other); group++)
    for (guint i = 0; i < count_lines (&other, group); i++)
      {
        RmGapLine one = { group, i };
        g_autofree char *key = dup_key (&other, one);

        if (g_strcmp0 (key, self->axis->by) != 0)
          continue;
        *line = one;
        return TRUE;
      }

  return FALSE;
}

static double
get_total (const Choice *self,
           RmGapLine line)
{
  double total = 0;
  gboolean known = FALSE;

  for (guint k = 0; k < self->others->len; k++)
    {
      RmHeatCell cell = judge (self, line, g_array_index (self->others, RmGapLine, k));

      if (!cell.unrated)
        total += cell.value;
      known = known || !cell.unrated;
    }

  return known ? total : -G_MAXDOUBLE;
}

/* People are sorted by staff number; everything else by name already. */
static char *
dup_sort_name (const Choice *self,
               RmGapLine line)
{
  const RmGaps *table = rm_gap_sheet_get_table (self->view->sheet, FALSE, FALSE);
  RmGapRows kind = rm_gaps_get_row_kind (table);
  g_autofree char *text = NULL;

  if (!self->is_rows || line.group
      || (kind != RM_GAP_ROWS_PERSON && kind != RM_GAP_ROWS_MENTOR))
    return NULL;

  text = dup_text (self, line);
  return g_utf8_collate_key (text, -1);
}

static void
sort_by_value (const Choice *self,
               GArray *lines)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  RmGapLine by = { 0 };
  RmGapSort sort = self->axis->sort;

  if (sort == RM_GAP_SORT_LINE && !find_other (self, &by))
    sort = RM_GAP_SORT_NAME;
  g_array_set_clear_func (items, clear_item);
  for (guint k = 0; k < lines->len; k++)
    {
      Item item = { .line = g_array_index (lines, RmGapLine, k) };

      item.name = dup_sort_name (self, item.line);
      if (sort == RM_GAP_SORT_TOTAL)
        item.value = get_total (self, item.line);
      else if (sort == RM_GAP_SORT_LINE)
        {
          RmHeatCell cell = judge (self, item.line, by);

          item.value = cell.unrated ? -G_MAXDOUBLE : cell.value;
        }
      g_array_append_val (items, item);
    }
  g_array_sort (items, compare_items);
  for (guint k = 0; k < lines->len; k++)
    g_array_index (lines, RmGapLine, k) = g_array_index (items, Item, k).line;
}

/* Changes are moved up so that none is below zero. */
static gboolean
sort_alike (const Choice *self,
            GArray *lines,
            GError **error)
{
  guint n_others = self->others->len;
  g_autofree float *values = g_new (float, (gsize) lines->len * n_others + 1);
  g_autofree guint *order = NULL;
  g_autoptr (GArray) before = g_array_copy (lines);
  int least = 0;

  for (guint k = 0; k < lines->len && self->view->before != NULL; k++)
    for (guint o = 0; o < n_others; o++)
      {
        RmHeatCell cell = judge (self, g_array_index (lines, RmGapLine, k),
                                 g_array_index (self->others, RmGapLine, o));

        least = cell.unrated ? least : MIN (least, cell.value);
      }
  for (guint k = 0; k < lines->len; k++)
    for (guint o = 0; o < n_others; o++)
      {
        RmHeatCell cell = judge (self, g_array_index (lines, RmGapLine, k),
                                 g_array_index (self->others, RmGapLine, o));

        values[(gsize) k * n_others + o] = cell.unrated ? RM_SERIATION_UNKNOWN
                                                        : (float) (cell.value - least);
      }

  order = rm_seriation_order (values, lines->len, n_others, self->progress, self->data, error);
  if (order == NULL)
    return FALSE;

  for (guint k = 0; k < lines->len; k++)
    g_array_index (lines, RmGapLine, k) = g_array_index (before, RmGapLine, order[k]);
  return TRUE;
}

static gboolean
sort_lines (const Choice *self,
            GArray *lines,
            GError **error)
{
  if (self->axis->sort == RM_GAP_SORT_SIMILAR)
    return sort_alike (self, lines, error);

  sort_by_value (self, lines);
  return TRUE;
}

/* The leaves of each group, by group. */
static GPtrArray *
split_by_group (const Choice *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint g = 0; g < count_lines (self, TRUE); g++)
    g_ptr_array_add (parts, g_array_new (FALSE, FALSE, sizeof (RmGapLine)));
  for (guint k = 0; k < self->leaves->len; k++)
    {
      RmGapLine line = g_array_index (self->leaves, RmGapLine, k);
      guint group = get_group (self, line.index);

      if (group != RM_GAP_NO_GROUP)
        g_array_append_val (g_ptr_array_index (parts, group), line);
    }

  return parts;
}

static gboolean
is_open (const Choice *self,
         RmGapLine group)
{
  g_autofree char *key = dup_key (self, group);
  const char *filter = self->view->layout->filter;

  /* A line whose name is searched for is shown. */
  return (self->found && filter != NULL && *filter != '\0')
         || g_hash_table_contains (self->axis->open, key);
}

static gboolean
append_groups (const Choice *self,
               GArray *lines,
               GError **error)
{
  g_autoptr (GPtrArray) parts = split_by_group (self);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (RmGapLine));

  for (guint g = 0; g < parts->len; g++)
    {
      RmGapLine line = { TRUE, g };

      if (((GArray *) g_ptr_array_index (parts, g))->len > 0)
        g_array_append_val (groups, line);
    }
  if (!sort_lines (self, groups, error))
    return FALSE;

  for (guint k = 0; k < groups->len; k++)
    {
      RmGapLine group = g_array_index (groups, RmGapLine, k);
      GArray *leaves = g_ptr_array_index (parts, group.index);

      g_array_append_val (lines, group);
      if (!is_open (self, group))
        continue;
      if (!sort_lines (self, leaves, error))
        return FALSE;
      g_array_append_vals (lines, leaves->data, leaves->len);
    }

  return TRUE;
}

static gboolean
append_lines (const Choice *self,
              GArray *lines,
              GError **error)
{
  if (is_grouped (self))
    return append_groups (self, lines, error);
  if (!sort_lines (self, self->leaves, error))
    return FALSE;

  g_array_append_vals (lines, self->leaves->data, self->leaves->len);
  return TRUE;
}

gboolean
rm_gap_view_choose_lines (RmGapView *self,
                          RmProgressFunc progress,
                          gpointer data,
                          GError **error)
{
  Choice rows = { .view = self, .is_rows = TRUE, .axis = &self->layout->rows,
                  .progress = progress, .data = data };
  Choice columns = { .view = self, .is_rows = FALSE, .axis = &self->layout->columns,
                     .progress = progress, .data = data };
  gboolean ok = FALSE;

  choose_leaves (&rows, &columns);
  /* The order of one axis must not depend on whether the other was sorted first. */
  rows.others = g_array_copy (columns.leaves);
  columns.others = g_array_copy (rows.leaves);
  ok = append_lines (&rows, self->rows, error) && append_lines (&columns, self->columns, error);
  g_array_unref (rows.leaves);
  g_array_unref (rows.others);
  g_array_unref (columns.leaves);
  g_array_unref (columns.others);

  return ok;
}
