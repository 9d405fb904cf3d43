/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-plan-private.h"

/* Where the columns are named: titles and empty lines may stand above. */

/* Titles above a table are few. */
#define FIRST_ROWS 20

static GHashTable *
new_index (RmImportKind kind)
{
  g_autoptr (GArray) targets = rm_import_target_list_new (kind, FALSE);

  return rm_import_target_index_new (targets);
}

/* How many different columns the cells of a row would name; row 0 is the headers of the table. */
static guint
count_known (const RmSheet *table,
             GHashTable *const *indexes,
             int row)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint c = 0; c < rm_sheet_get_n_columns (table); c++)
    {
      const char *text = row < 0 ? rm_sheet_get_header (table, c)
                                 : rm_sheet_get_cell (table, (guint) row, c);
      g_autofree char *key = rm_import_target_fold (text);

      for (guint k = 0; indexes[k] != NULL; k++)
        {
          gpointer target = g_hash_table_lookup (indexes[k], key);

          if (target != NULL)
            {
              g_hash_table_add (seen, target);
              break;
            }
        }
    }

  return g_hash_table_size (seen);
}

void
rm_import_find_header (RmSheet *table)
{
  g_autoptr (GHashTable) people = new_index (RM_IMPORT_PEOPLE);
  g_autoptr (GHashTable) ratings = new_index (RM_IMPORT_RATINGS);
  GHashTable *const indexes[] = { people, ratings, NULL };
  guint n_rows = MIN (rm_sheet_get_n_rows (table), FIRST_ROWS);
  guint most = 1;
  guint line = 0;

  if (rm_sheet_origin_is_directory (rm_sheet_get_origin (table)))
    return;
  /* Two columns that are known are headers enough: values can be words for columns, too. */
  if (count_known (table, indexes, -1) >= 2)
    return;

  for (guint r = 0; r < n_rows; r++)
    {
      guint known = count_known (table, indexes, (int) r);

      if (known > most)
        {
          most = known;
          line = rm_sheet_get_line (table, r);
        }
    }
  if (line > 0)
    rm_sheet_set_header_line (table, line);
}
