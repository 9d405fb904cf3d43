/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-run-private.h"
#include "exchange/import/rm-words.h"

#include <string.h>

/* Reports have lines that are nobody: totals ("Summe;9", "Subtotal Sales;;12"), the headers again on
 * each page, and notes ("Confidential", "Generated on …"). Read as a person a total would be one
 * called "9". None says who it is as the lines of people do; where it has something like a name it
 * may be a person after all. */

#define MOST_CELLS 2
#define LEAST_OTHERS 2
#define LEAST_COLUMNS 3

/* The run, as it would stand at another row; only to be asked. */
static RmImportRun
at_row (const RmImportRun *self,
        guint row)
{
  RmImportRun other = *self;

  other.row = row;
  return other;
}

static guint
count_cells (const RmImportRun *self)
{
  guint n = 0;

  for (guint c = 0; c < self->plan->columns->len; c++)
    n += !rm_import_run_is_cell_blank (self, c);

  return n;
}

static gboolean
is_last (const RmImportRun *self)
{
  for (guint r = self->row + 1; r < rm_sheet_get_n_rows (self->plan->table); r++)
    {
      const RmImportRun other = at_row (self, r);

      if (count_cells (&other) > 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static gboolean
has_email (const RmImportRun *self)
{
  const char *email = rm_import_run_get_text (self, RM_IMPORT_PART_EMAIL, NULL);

  return email != NULL && strchr (email, '@') != NULL;
}

/* As an HR system does: by an address, or a number. */
static gboolean
says_who (const RmImportRun *self)
{
  const char *staff_no = rm_import_run_get_text (self, RM_IMPORT_PART_STAFF_NO, NULL);

  return has_email (self) || (staff_no != NULL && strpbrk (staff_no, "0123456789") != NULL);
}

static gboolean
begins_with_total (const RmImportRun *self,
                   guint column,
                   gboolean last)
{
  const char *text = rm_import_plan_get_cell (self->plan, self->row, column);

  /* Sum and Count are names of people, too. */
  return rm_words_begin ("lines", "total", text)
         || (last && rm_words_begin ("lines", "count", text));
}

/* The fewest cells that another row fills, 0 where there are too few others; and whether all of
 * them say who they are. */
static guint
look_at_others (const RmImportRun *self,
                gboolean *all_say_who)
{
  guint fewest = G_MAXUINT;
  guint n = 0;

  *all_say_who = TRUE;
  for (guint r = 0; r < self->row; r++)
    {
      const RmImportRun other = at_row (self, r);
      guint cells = count_cells (&other);

      if (cells == 0)
        continue;
      fewest = MIN (fewest, cells);
      *all_say_who = *all_say_who && says_who (&other);
      n++;
    }

  return n < LEAST_OTHERS ? 0 : fewest;
}

/* The first column with something in it, and whether it is the only one; the number of columns
 * where there is none. Columns that are left out count too. */
static guint
find_first (const RmImportRun *self,
            gboolean *alone)
{
  guint n_columns = rm_sheet_get_n_columns (self->plan->table);
  guint first = n_columns;

  for (guint c = 0; c < n_columns; c++)
    if (*rm_import_run_get_cell (self, c) != '\0')
      {
        *alone = first == n_columns;
        if (!*alone)
          break;
        first = c;
      }

  return first;
}

/* The next page of a report. */
static gboolean
repeats_headers (const RmImportRun *self,
                 guint first)
{
  const RmSheet *table = self->plan->table;
  guint n_same = 0;
  guint n_cells = 0;

  for (guint c = first; c < rm_sheet_get_n_columns (table); c++)
    {
      const char *cell = rm_sheet_get_cell (table, self->row, c);
      g_autofree char *text = NULL;

      if (*cell == '\0')
        continue;
      text = g_strstrip (g_strdup (cell));
      n_cells++;
      n_same += g_ascii_strcasecmp (text, rm_sheet_get_header (table, c)) == 0;
      if (n_same == 0)
        return FALSE;
    }

  return n_same >= 2 && n_same * 2 >= n_cells;
}

/* What stands alone in a line below or between people. */
static gboolean
is_note (const RmImportRun *self,
         guint column)
{
  const char *text = rm_import_plan_get_cell (self->plan, self->row, column);
  const RmImportColumn *mapped = &g_array_index (self->plan->columns, RmImportColumn, column);

  if (rm_sheet_get_n_columns (self->plan->table) < LEAST_COLUMNS || has_email (self))
    return FALSE;
  if (*text == '*' || g_str_has_prefix (text, "©") || g_str_has_prefix (text, "--"))
    return TRUE;
  if (rm_words_begin ("lines", "note", text))
    return TRUE;
  if (rm_words_begin ("lines", "page", text) && strpbrk (text, "0123456789") != NULL)
    return TRUE;

  /* A heading where people have a number. */
  return mapped->key != NULL && mapped->part == RM_IMPORT_PART_STAFF_NO && !says_who (self)
         && has_letter (text) && strpbrk (text, " :") != NULL;
}

/* Whether nearly all lines that say more than a total would do; asked for the first such line only.
 * */
static gboolean
do_lines_say_who (RmImportRun *self)
{
  guint n = 0;
  guint n_say_who = 0;

  for (guint r = 0; self->says_who < 0 && r < rm_sheet_get_n_rows (self->plan->table); r++)
    {
      const RmImportRun other = at_row (self, r);

      if (r == self->row || count_cells (&other) <= MOST_CELLS)
        continue;
      n++;
      n_say_who += says_who (&other);
    }
  if (self->says_who < 0)
    self->says_who = n >= LEAST_OTHERS && n_say_who * 5 >= n * 4;

  return self->says_who;
}

static RmImportLine
judge_total (RmImportRun *self,
             guint first)
{
  guint cells = 0;
  guint fewest = 0;
  gboolean others_say_who = FALSE;
  g_autofree char *name = NULL;

  if (!says_who (self) && begins_with_total (self, first, FALSE) && do_lines_say_who (self))
    return RM_IMPORT_LINE_TOTAL;
  cells = count_cells (self);
  if (cells == 0 || cells > MOST_CELLS || !is_last (self))
    return RM_IMPORT_LINE_PERSON;

  fewest = look_at_others (self, &others_say_who);
  if (begins_with_total (self, first, TRUE))
    return cells <= fewest ? RM_IMPORT_LINE_TOTAL : RM_IMPORT_LINE_PERSON;
  if (cells >= fewest || says_who (self))
    return RM_IMPORT_LINE_PERSON;

  name = rm_import_run_dup_name (self, NULL);
  if (!has_letter (name))
    return RM_IMPORT_LINE_TOTAL;

  return others_say_who ? RM_IMPORT_LINE_MAYBE_TOTAL : RM_IMPORT_LINE_PERSON;
}

/* Who is there already is no note. */
static gboolean
is_known (const RmImportRun *self)
{
  g_autofree char *name = rm_import_run_dup_name (self, NULL);

  return name != NULL && rm_import_people_find_name (self->people, name, NULL) != NULL;
}

RmImportLine
rm_import_run_judge_line (RmImportRun *self,
                          guint *column)
{
  gboolean alone = FALSE;
  guint first = find_first (self, &alone);
  RmImportLine line = RM_IMPORT_LINE_PERSON;

  *column = first;
  /* Who corrects a line means it. */
  if (first == rm_sheet_get_n_columns (self->plan->table) || has_email (self)
      || rm_import_plan_is_corrected (self->plan, self->row))
    return RM_IMPORT_LINE_PERSON;

  if (repeats_headers (self, first))
    return RM_IMPORT_LINE_HEADERS;
  if (alone && is_note (self, first))
    line = RM_IMPORT_LINE_NOTE;
  else
    line = judge_total (self, first);

  return line != RM_IMPORT_LINE_PERSON && is_known (self) ? RM_IMPORT_LINE_PERSON : line;
}
