/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-columns-private.h"

#include "core/base/rm-fold.h"

/* Columns are known by their headers, whatever the case and the signs around the words. */

gboolean
rm_columns_find (const RmCsvTable *table,
                 const char *list,
                 guint *column)
{
  g_auto (GStrv) names = g_strsplit (list, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *wanted = rm_fold_key (names[i]);

      for (guint c = 0; c < rm_csv_table_get_n_columns (table); c++)
        {
          g_autofree char *key = rm_fold_key (rm_csv_table_get_header (table, c));

          if (g_str_equal (key, wanted))
            {
              *column = c;
              return TRUE;
            }
        }
    }

  return FALSE;
}

gboolean
rm_columns_find_field (const RmCsvTable *table,
                       const RmField *field,
                       guint *column)
{
  g_autofree char *list = g_strconcat (field->key, "|", field->headers, NULL);

  return rm_columns_find (table, list, column);
}

void
rm_columns_add_problem (GPtrArray *problems,
                        const RmCsvTable *table,
                        guint row,
                        guint column,
                        RmFileProblemType type,
                        char *message)
{
  RmFileProblem *problem = rm_file_problem_new (type, message);

  problem->row = row;
  problem->line = rm_csv_table_get_line (table, row);
  problem->column = column;
  problem->skips = TRUE;
  problem->column_name = g_strdup (rm_csv_table_get_header (table, column));
  problem->value = g_strdup (rm_csv_table_get_cell (table, row, column));
  g_ptr_array_add (problems, problem);
}
