/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gaps/rm-gaps-source.h"

#include "core/rm-fold.h"
#include "app/rm-gaps-text.h"

struct _RmGapsSource
{
  GObject parent_instance;

  /* owned */
  RmGaps *gaps;
  GArray *columns; /* guint: the gap table's columns that are shown */

  RmGapMeasure measure;
  guint maximum;
};

static void source_init (RmHeatSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RmGapsSource, rm_gaps_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RM_TYPE_HEAT_SOURCE, source_init))

static guint
choose (const RmGapCell *cell,
        RmGapMeasure measure)
{
  switch (measure)
    {
    case RM_GAP_NEED:
      return cell->need;
    case RM_GAP_SUPPLY:
      return cell->supply;
    case RM_GAP_UNRATED:
      return cell->unrated;
    case RM_GAP_GAP:
    default:
      return cell->gap;
    }
}

static guint
get_n_rows (RmHeatSource *source)
{
  return rm_gaps_get_n_rows (RM_GAPS_SOURCE (source)->gaps);
}

static guint
get_n_columns (RmHeatSource *source)
{
  return RM_GAPS_SOURCE (source)->columns->len;
}

static guint
get_maximum (RmHeatSource *source)
{
  return RM_GAPS_SOURCE (source)->maximum;
}

static RmHeatCell
get_cell (RmHeatSource *source,
          guint row,
          guint column)
{
  RmGapsSource *self = RM_GAPS_SOURCE (source);
  RmGapCell cell = rm_gaps_source_get_figures (self, row, column);

  /* How many are unrated is known of every cell; all else only where somebody is rated. */
  return (RmHeatCell) {
    .value = (int) choose (&cell, self->measure),
    .unrated = self->measure != RM_GAP_UNRATED
               && cell.unrated == rm_gaps_get_row_size (self->gaps, row),
  };
}

static char *
dup_row_name (RmHeatSource *source,
              guint row)
{
  return rm_gaps_dup_row_text (RM_GAPS_SOURCE (source)->gaps, row);
}

static char *
dup_column_name (RmHeatSource *source,
                 guint column)
{
  RmGapsSource *self = RM_GAPS_SOURCE (source);

  return rm_gaps_dup_column_text (self->gaps, rm_gaps_source_get_gap_column (self, column));
}

static char *
dup_sentence (RmHeatSource *source,
              guint row,
              guint column)
{
  RmGapsSource *self = RM_GAPS_SOURCE (source);
  RmGapCell cell = rm_gaps_source_get_figures (self, row, column);
  g_autofree char *row_name = dup_row_name (source, row);
  g_autofree char *column_name = dup_column_name (source, column);
  g_autofree char *figures
    = rm_gaps_dup_figures_text (&cell, rm_gaps_get_row_size (self->gaps, row));

  return g_strdup_printf ("%s, %s: %s", row_name, column_name, figures);
}

static void
source_init (RmHeatSourceInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_maximum = get_maximum;
  iface->get_cell = get_cell;
  iface->dup_row_name = dup_row_name;
  iface->dup_column_name = dup_column_name;
  iface->dup_sentence = dup_sentence;
}

static void
rm_gaps_source_finalize (GObject *object)
{
  RmGapsSource *self = RM_GAPS_SOURCE (object);

  g_clear_pointer (&self->gaps, rm_gaps_unref);
  g_array_unref (self->columns);
  G_OBJECT_CLASS (rm_gaps_source_parent_class)->finalize (object);
}

static void
rm_gaps_source_class_init (RmGapsSourceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = rm_gaps_source_finalize;
}

static void
rm_gaps_source_init (RmGapsSource *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
choose_columns (RmGapsSource *self,
                const char *category)
{
  g_autofree char *wanted = category != NULL ? rm_fold (category) : NULL;

  for (guint i = 0; i < rm_gaps_get_n_columns (self->gaps); i++)
    {
      g_autofree char *folded = rm_fold (rm_gaps_get_skill (self->gaps, i)->category);

      if (wanted == NULL || g_str_equal (folded, wanted))
        g_array_append_val (self->columns, i);
    }
}

RmGapsSource *
rm_gaps_source_new (RmGaps *gaps,
                    RmGapMeasure measure,
                    const char *category)
{
  RmGapsSource *self = g_object_new (RM_TYPE_GAPS_SOURCE, NULL);
  guint n_rows = rm_gaps_get_n_rows (gaps);

  self->gaps = rm_gaps_ref (gaps);
  self->measure = measure;
  choose_columns (self, category);
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < self->columns->len; i++)
      {
        RmGapCell cell = rm_gaps_source_get_figures (self, row, i);

        self->maximum = MAX (self->maximum, choose (&cell, measure));
      }

  return self;
}

guint
rm_gaps_source_get_gap_column (RmGapsSource *self,
                               guint column)
{
  return g_array_index (self->columns, guint, column);
}

gint64
rm_gaps_source_get_skill (RmGapsSource *self,
                          guint column)
{
  return rm_gaps_get_skill (self->gaps, rm_gaps_source_get_gap_column (self, column))->record.id;
}

RmGapCell
rm_gaps_source_get_figures (RmGapsSource *self,
                            guint row,
                            guint column)
{
  return rm_gaps_get_cell (self->gaps, row, rm_gaps_source_get_gap_column (self, column));
}

char *
rm_gaps_source_dup_row_key (RmGapsSource *self,
                            guint row)
{
  gint64 person = rm_gaps_get_row_person (self->gaps, row);
  const char *name = rm_gaps_get_row_name (self->gaps, row);

  if (person != 0)
    return g_strdup_printf ("person %" G_GINT64_FORMAT, person);
  if (rm_gaps_get_row_kind (self->gaps) == RM_GAP_ROWS_LEVEL)
    return g_strdup_printf ("level %d", rm_gaps_get_row_level (self->gaps, row));

  return g_strconcat ("department ", name, NULL);
}

gboolean
rm_gaps_source_find_row (RmGapsSource *self,
                         const char *key,
                         guint *row)
{
  for (guint i = 0; i < rm_gaps_get_n_rows (self->gaps); i++)
    {
      g_autofree char *other = rm_gaps_source_dup_row_key (self, i);

      if (!g_str_equal (other, key))
        continue;
      *row = i;
      return TRUE;
    }

  return FALSE;
}

gboolean
rm_gaps_source_find_skill (RmGapsSource *self,
                           gint64 skill,
                           guint *column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (rm_gaps_source_get_skill (self, i) == skill)
      {
        *column = i;
        return TRUE;
      }

  return FALSE;
}

GPtrArray *
rm_gaps_list_categories (const RmGaps *gaps)
{
  GPtrArray *categories = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last = NULL;

  /* Columns are sorted by category. */
  for (guint i = 0; i < rm_gaps_get_n_columns (gaps); i++)
    {
      const char *category = rm_gaps_get_skill (gaps, i)->category;
      g_autofree char *folded = rm_fold (category);

      if (last == NULL || !g_str_equal (folded, last))
        g_ptr_array_add (categories, g_strdup (category != NULL ? category : ""));
      g_free (last);
      last = g_steal_pointer (&folded);
    }

  return categories;
}
