/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-plan-private.h"

#include "exchange/import/rm-words.h"

#include <string.h>

/* A header is only half of what a column says: where nearly none of its values can be what the
 * header means, it means something else ("State" with the states of a country). */

/* So many cells tell enough. */
#define ENOUGH 1000

/* Titles above a table are few. */
#define FIRST_ROWS 20

typedef struct
{
  guint n;
  guint n_good;
} Tally;

static gpointer
new_record (const RmImportPlan *plan,
            const RmImportColumn *column)
{
  return plan->kind == RM_IMPORT_PEOPLE && column->part != RM_IMPORT_PART_RATING
           ? rm_record_new (rm_person_entity ())
           : rm_record_new (rm_rating_entity ());
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static void
count_values (const RmImportPlan *plan,
              guint c,
              const RmImportColumn *column,
              Tally *tally)
{
  g_autoptr (RmRecord) record = new_record (plan, column);

  for (guint r = 0; r < rm_sheet_get_n_rows (plan->table) && tally->n < ENOUGH; r++)
    {
      const char *text = rm_import_plan_get_cell (plan, r, c);

      if (is_blank (text))
        continue;
      tally->n++;
      if (rm_import_plan_parse (plan, record, column->field, text, NULL))
        tally->n_good++;
    }
}

static void
count_dates (const RmImportPlan *plan,
             guint c,
             Tally *tally)
{
  g_autoptr (RmDates) dates = rm_import_plan_learn_dates (plan, c);

  for (guint r = 0; r < rm_sheet_get_n_rows (plan->table) && tally->n < ENOUGH; r++)
    {
      const char *text = rm_import_plan_get_cell (plan, r, c);

      if (is_blank (text))
        continue;
      tally->n++;
      if (rm_dates_read (dates, text, NULL) != RM_DATE_READING_NONE)
        tally->n_good++;
    }
}

/* "Ms", "Dr": titles of people, not of jobs. */
static void
count_job_titles (const RmImportPlan *plan,
                  guint c,
                  Tally *tally)
{
  for (guint r = 0; r < rm_sheet_get_n_rows (plan->table) && tally->n < ENOUGH; r++)
    {
      const char *text = rm_import_plan_get_cell (plan, r, c);

      if (is_blank (text))
        continue;
      tally->n++;
      if (!rm_words_has ("names", "titles", text))
        tally->n_good++;
    }
}

gboolean
rm_import_plan_guess_fits (const RmImportPlan *self,
                           guint c,
                           const RmImportColumn *column)
{
  Tally tally = { 0 };

  if (column->field == NULL)
    return TRUE;

  switch (column->field->type)
    {
    case RM_FIELD_DATE:
      count_dates (self, c, &tally);
      break;

    case RM_FIELD_INTEGER:
    case RM_FIELD_CHOICE:
    case RM_FIELD_YES_NO:
    case RM_FIELD_WEEK:
      count_values (self, c, column, &tally);
      break;

    case RM_FIELD_TEXT:
      if (g_str_equal (column->field->key, "job_title"))
        count_job_titles (self, c, &tally);
      break;

    default:
      break;
    }

  return tally.n < 2 || tally.n_good * 5 >= tally.n;
}

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
