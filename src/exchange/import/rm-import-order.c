/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-dates.h"
#include "exchange/import/rm-import-run-private.h"
#include "exchange/import/rm-words.h"

#include <stdio.h>
#include <string.h>

/* Answers to a form come with the time at which they were given. Somebody who answers again means the
 * newest answer: rows are taken in the order of time, the newest first, and the first one counts. */

typedef struct
{
  guint row;
  char *time; /* sorts as text; NULL where there is none */
} Answer;

static void
clear_answer (gpointer data)
{
  g_free (((Answer *) data)->time);
}

guint
rm_import_run_find_stamp (const RmImportRun *self)
{
  for (guint c = 0; c < self->plan->columns->len; c++)
    if (g_array_index (self->plan->columns, RmImportColumn, c).key == NULL
        && rm_words_has ("questions", "stamp", rm_sheet_get_header (self->plan->table, c)))
      return c;

  return RM_FILE_NOWHERE;
}

/* "9:05", "21:05:59", "9:05 PM", wherever it stands. */
static char *
dup_clock (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *at = colon;
  int hour = 0;
  int minute = 0;
  int second = 0;

  while (at != NULL && at > text && g_ascii_isdigit (at[-1]))
    at--;
  if (at == NULL || sscanf (at, "%2d:%2d:%2d", &hour, &minute, &second) < 2)
    return g_strdup ("");
  if (strpbrk (colon, "pP") != NULL && hour < 12)
    hour += 12;
  else if (strpbrk (colon, "aA") != NULL && hour == 12)
    hour = 0;

  return g_strdup_printf ("%02d:%02d:%02d", hour, minute, second);
}

static char *
dup_time (const RmDates *dates,
          const char *text)
{
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (rm_dates_read (dates, text, &day) != RM_DATE_READING_DATE)
    return NULL;

  clock = dup_clock (text);
  return g_strdup_printf ("%s %s", day, clock);
}

/* The newest first; of equals, and where nobody knows, the later row: forms add to the end. */
static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  const Answer *first = a;
  const Answer *second = b;
  int order = first->time != NULL && second->time != NULL ? strcmp (second->time, first->time) : 0;

  return order != 0 ? order : (first->row < second->row) - (first->row > second->row);
}

static gboolean
have_all_times (GArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    if (g_array_index (answers, Answer, i).time == NULL)
      return FALSE;

  return TRUE;
}

guint *
rm_import_run_order_rows (const RmImportRun *self,
                          gboolean *newest_first)
{
  guint n_rows = rm_sheet_get_n_rows (self->plan->table);
  guint *order = g_new (guint, n_rows + 1);
  guint column = rm_import_run_find_stamp (self);
  g_autoptr (RmDates) dates = NULL;
  g_autoptr (GArray) answers = NULL;

  *newest_first = column != RM_FILE_NOWHERE;
  for (guint r = 0; r < n_rows; r++)
    order[r] = r;
  if (!*newest_first)
    return order;

  dates = rm_import_plan_learn_dates (self->plan, column);
  answers = g_array_sized_new (FALSE, FALSE, sizeof (Answer), n_rows);
  g_array_set_clear_func (answers, clear_answer);
  for (guint r = 0; r < n_rows; r++)
    {
      Answer answer = { r, dup_time (dates, rm_import_plan_get_cell (self->plan, r, column)) };

      g_array_append_val (answers, answer);
    }
  /* Where one cannot be read, the order of the rows is what everybody knows. */
  if (!have_all_times (answers))
    for (guint r = 0; r < n_rows; r++)
      g_clear_pointer (&g_array_index (answers, Answer, r).time, g_free);
  g_array_sort (answers, compare_answers);
  for (guint r = 0; r < n_rows; r++)
    order[r] = g_array_index (answers, Answer, r).row;

  return order;
}
