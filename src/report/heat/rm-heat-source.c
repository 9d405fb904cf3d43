/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/heat/rm-heat-source.h"

G_DEFINE_INTERFACE (RmHeatSource, rm_heat_source, G_TYPE_OBJECT)

static void
rm_heat_source_default_init (RmHeatSourceInterface *iface)
{
}

guint
rm_heat_source_get_n_rows (RmHeatSource *self)
{
  return RM_HEAT_SOURCE_GET_IFACE (self)->get_n_rows (self);
}

guint
rm_heat_source_get_n_columns (RmHeatSource *self)
{
  return RM_HEAT_SOURCE_GET_IFACE (self)->get_n_columns (self);
}

guint
rm_heat_source_get_maximum (RmHeatSource *self)
{
  return RM_HEAT_SOURCE_GET_IFACE (self)->get_maximum (self);
}

gboolean
rm_heat_source_is_change (RmHeatSource *self)
{
  RmHeatSourceInterface *iface = RM_HEAT_SOURCE_GET_IFACE (self);

  return iface->is_change != NULL && iface->is_change (self);
}

char *
rm_heat_cell_format (RmHeatCell self,
                     gboolean change)
{
  const char *sign = "";

  if (self.value < 0)
    sign = "−";
  else if (change && self.value > 0)
    sign = "+";

  return g_strdup_printf ("%s%d", sign, ABS (self.value));
}

RmHeatCell
rm_heat_source_get_cell (RmHeatSource *self,
                         guint row,
                         guint column)
{
  return RM_HEAT_SOURCE_GET_IFACE (self)->get_cell (self, row, column);
}

char *
rm_heat_source_dup_row_name (RmHeatSource *self,
                             guint row)
{
  return RM_HEAT_SOURCE_GET_IFACE (self)->dup_row_name (self, row);
}

char *
rm_heat_source_dup_column_name (RmHeatSource *self,
                                guint column)
{
  return RM_HEAT_SOURCE_GET_IFACE (self)->dup_column_name (self, column);
}

char *
rm_heat_source_dup_sentence (RmHeatSource *self,
                             guint row,
                             guint column)
{
  return RM_HEAT_SOURCE_GET_IFACE (self)->dup_sentence (self, row, column);
}
