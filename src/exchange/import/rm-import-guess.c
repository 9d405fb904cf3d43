/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-plan-private.h"

#include "exchange/import/rm-words.h"

#include <string.h>

/* A header is only half of what a column says: where nearly none of its values can be what the header
 * means, it means something else ("State" with the states of a country). */

/* So many cells tell enough. */
#define ENOUGH 1000

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

  for (guint r = 0; r < rm_csv_table_get_n_rows (plan->table) && tally->n < ENOUGH; r++)
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

  for (guint r = 0; r < rm_csv_table_get_n_rows (plan->table) && tally->n < ENOUGH; r++)
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
  for (guint r = 0; r < rm_csv_table_get_n_rows (plan->table) && tally->n < ENOUGH; r++)
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
