/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-table.h"

/* The only place that knows all entities. */
#define DECLARE(name, entity, holding, keeping) const RmEntity *entity (void);
RM_TABLE_LIST (DECLARE)
#undef DECLARE

static const struct
{
  const RmEntity *(*entity) (void);
  RmHolding holding;
  RmKeeping keeping;
} tables[] = {
#define DESCRIBE(name, entity, holding, keeping) \
  [RM_TABLE_##name] = { entity, RM_HOLDING_##holding, RM_KEEPING_##keeping },
  RM_TABLE_LIST (DESCRIBE)
#undef DESCRIBE
};

const RmEntity *
rm_table_get_entity (RmTable table)
{
  g_return_val_if_fail (table < RM_N_TABLES, NULL);

  return tables[table].entity ();
}

RmHolding
rm_table_get_holding (RmTable table)
{
  g_return_val_if_fail (table < RM_N_TABLES, RM_HOLDING_DOCUMENT);

  return tables[table].holding;
}

RmKeeping
rm_table_get_keeping (RmTable table)
{
  g_return_val_if_fail (table < RM_N_TABLES, RM_KEEPING_RECORDED);

  return tables[table].keeping;
}

RmTable
rm_table_find (const char *name)
{
  guint table = 0;

  while (table < RM_N_TABLES && g_strcmp0 (rm_table_get_entity (table)->name, name) != 0)
    table++;

  return table;
}
