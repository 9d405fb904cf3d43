/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "heat-figures.h"

struct _HeatFigures
{
  GObject parent_instance;

  guint n_rows;
  guint n_columns;
  guint maximum;
};

static void source_init (RmHeatSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HeatFigures, heat_figures, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (RM_TYPE_HEAT_SOURCE, source_init))

static guint
get_n_rows (RmHeatSource *source)
{
  return HEAT_FIGURES (source)->n_rows;
}

static guint
get_n_columns (RmHeatSource *source)
{
  return HEAT_FIGURES (source)->n_columns;
}

static guint
get_maximum (RmHeatSource *source)
{
  return HEAT_FIGURES (source)->maximum;
}

static RmHeatCell
get_cell (RmHeatSource *source,
          guint row,
          guint column)
{
  guint32 mixed = (row * 2654435761u) ^ (column * 40503u + 12345u);

  mixed ^= mixed >> 13;
  mixed *= 1274126177u;
  mixed ^= mixed >> 16;
  return (RmHeatCell) {
    .value = (int) (mixed % (HEAT_FIGURES (source)->maximum + 1)),
    .unrated = (mixed >> 20) % 15 == 0,
  };
}

static char *
dup_row_name (RmHeatSource *source,
              guint row)
{
  static const char *const names[] = { "Finance", "Sales", "Research and development",
                                       "Human resources", "Legal", "Logistics", "Marketing" };

  return row < G_N_ELEMENTS (names) ? g_strdup (names[row]) : g_strdup_printf ("Team %u", row + 1);
}

static char *
dup_column_name (RmHeatSource *source,
                 guint column)
{
  static const char *const names[] = { "AI tools", "Prezi", "Social media: business", "TikTok",
                                       "Inclusive language", "Collaboration tools" };

  return column < G_N_ELEMENTS (names) ? g_strdup (names[column])
                                       : g_strdup_printf ("Skill %u", column + 1);
}

static char *
dup_sentence (RmHeatSource *source,
              guint row,
              guint column)
{
  g_autofree char *row_name = dup_row_name (source, row);
  g_autofree char *column_name = dup_column_name (source, column);
  RmHeatCell cell = get_cell (source, row, column);

  return cell.unrated ? g_strdup_printf ("%s, %s: not rated", row_name, column_name)
                      : g_strdup_printf ("%s, %s: %d", row_name, column_name, cell.value);
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
heat_figures_class_init (HeatFiguresClass *class)
{
}

static void
heat_figures_init (HeatFigures *self)
{
}

RmHeatSource *
heat_figures_new (guint n_rows,
                  guint n_columns,
                  guint maximum)
{
  HeatFigures *self = g_object_new (HEAT_TYPE_FIGURES, NULL);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->maximum = maximum;
  return RM_HEAT_SOURCE (self);
}
