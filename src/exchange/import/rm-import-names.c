/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-fold.h"
#include "exchange/import/rm-import-run-private.h"

#include <string.h>

/* Names, in one column or two, in one order or the other. */

/* Whether nearly all names of the column are "Family, Given"; one alone may be "Smith, Jr." */
gboolean
rm_import_run_are_names_turned (const RmImportRun *self)
{
  guint n = 0;
  guint n_turned = 0;

  for (guint c = 0; c < self->plan->columns->len; c++)
    {
      const RmImportColumn *column = &g_array_index (self->plan->columns, RmImportColumn, c);

      if (column->key == NULL || column->part != RM_IMPORT_PART_NAME)
        continue;
      for (guint r = 0; r < rm_sheet_get_n_rows (self->plan->table); r++)
        {
          const char *text = rm_import_plan_get_cell (self->plan, r, c);
          g_autofree char *turned = NULL;

          if (text[strspn (text, " \t\r\n")] == '\0')
            continue;
          turned = rm_import_turn_name (text);
          n++;
          n_turned += turned != NULL;
        }
    }

  /* Columns of their own for both names say it better. */
  return n >= 2 && n_turned * 5 >= n * 4
         && rm_import_plan_find_key (self->plan, "family_name", RM_FILE_NOWHERE) == RM_FILE_NOWHERE;
}

static gboolean
is_made_of (const char *name,
            const char *given,
            const char *family)
{
  g_autofree char *whole = rm_fold_key (name);
  g_autofree char *turned = NULL;
  g_autofree char *key = NULL;

  if (given == NULL || family == NULL)
    return FALSE;

  turned = g_strconcat (family, " ", given, NULL);
  key = rm_fold_key (turned);
  return g_str_equal (whole, key);
}

char *
rm_import_run_dup_name (const RmImportRun *self,
                        guint *column)
{
  const char *name = rm_import_run_get_text (self, RM_IMPORT_PART_NAME, column);
  const char *given = NULL;
  const char *family = NULL;
  char *both = NULL;

  given = rm_import_run_get_text (self, RM_IMPORT_PART_GIVEN_NAME, name == NULL ? column : NULL);
  family = rm_import_run_get_text (self, RM_IMPORT_PART_FAMILY_NAME,
                                   name == NULL ? column : NULL);
  /* The whole name, unless it is the same two names in another order. */
  if (name != NULL && !is_made_of (name, given, family))
    {
      both = self->names_turned ? rm_import_turn_name (name) : NULL;
      return both != NULL ? g_strstrip (both) : g_strdup (name);
    }
  if (given == NULL && family == NULL)
    return NULL;

  both = g_strconcat (given != NULL ? given : "", " ", family != NULL ? family : "", NULL);
  return g_strstrip (both);
}
