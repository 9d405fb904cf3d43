/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-columns-private.h"

#include "core/base/rm-fold.h"
#include "exchange/import/rm-words.h"

/* Columns are known by their headers, whatever the case and the signs around the words. */

static gboolean
find_word (const RmSheet *table,
           const char *word,
           guint *column)
{
  g_autofree char *wanted = rm_fold_key (word);

  for (guint c = 0; c < rm_sheet_get_n_columns (table); c++)
    {
      g_autofree char *key = rm_fold_key (rm_sheet_get_header (table, c));

      if (g_str_equal (key, wanted))
        {
          *column = c;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
rm_columns_find (const RmSheet *table,
                 const char *name,
                 const char *key,
                 guint *column)
{
  const char *const *headers = rm_words_list_headers (name, key);
  gboolean found = find_word (table, key, column);

  for (guint i = 0; !found && headers[i] != NULL; i++)
    found = find_word (table, headers[i], column);

  return found;
}

void
rm_columns_add_problem (GPtrArray *problems,
                        const RmSheet *table,
                        guint row,
                        guint column,
                        RmFileProblemType type,
                        char *message)
{
  RmFileProblem *problem = rm_file_problem_new (type, message);

  rm_sheet_locate (table, problem, row);
  problem->column = column;
  problem->skips = TRUE;
  problem->column_name = g_strdup (rm_sheet_get_header (table, column));
  problem->value = g_strdup (rm_sheet_get_cell (table, row, column));
  g_ptr_array_add (problems, problem);
}
