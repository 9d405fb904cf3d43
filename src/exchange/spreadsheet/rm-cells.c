/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/rm-cells.h"

#include "core/base/rm-sentence.h"
#include "exchange/sheet/rm-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What both formats of workbooks have in common once a cell is known. */

/* As many dates make a column of which something can be said. */
#define FEW_DATES 2

/* How many cells merged areas may touch, which may lie over each other in a file made for it. */
#define MOST_MERGED (4 * 1000 * 1000)

typedef struct
{
  guint n;
  guint n_odd_year; /* in 1905, where the numbers of our years lie */
  int seconds;      /* of all of them, or -1 */
} Dates;

typedef struct
{
  guint first_row;
  guint last_row;
  guint first_column;
  guint last_column;
} Area;

struct _RmCells
{
  /* owned */
  RmSheet *sheet;
  GArray *areas; /* Area */

  guint max_rows;
  guint n_rows; /* with the headers */
  guint row;    /* its number */
  guint next;   /* the column after the last cell of the row; 0: the row is not begun */
  gboolean row_hidden;
  guint n_hidden_rows;
  guint width;
  guint counts[RM_CELLS_N_COUNTS];
  Dates dates[RM_SHEET_MAX_COLUMNS];
  gboolean hidden[RM_SHEET_MAX_COLUMNS];
};

RmCells *
rm_cells_new (guint max_rows)
{
  RmCells *self = g_new0 (RmCells, 1);

  self->sheet = rm_sheet_new (64 * 1024);
  self->areas = g_array_new (FALSE, FALSE, sizeof (Area));
  self->max_rows = max_rows;

  return self;
}

void
rm_cells_free (RmCells *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->sheet, rm_sheet_unref);
  g_array_unref (self->areas);
  g_free (self);
}

void
rm_cells_begin_row (RmCells *self,
                    guint number,
                    gboolean hidden)
{
  self->row = number;
  self->row_hidden = hidden;
  self->next = 0;
}

static gboolean
fail (GError **error,
      RmExchangeError code,
      char *message)
{
  g_set_error_literal (error, RM_EXCHANGE_ERROR, (int) code, message);
  g_free (message);

  return FALSE;
}

static gboolean
check_limits (RmCells *self,
              guint column,
              gsize length,
              GError **error)
{
  if (column >= RM_SHEET_MAX_COLUMNS)
    return fail (error, RM_EXCHANGE_ERROR_TOO_MANY_COLUMNS,
                 /* Translators: %u is the number of a row, %d a number of columns */
                 g_strdup_printf (_ ("Row %u has a cell beyond the first %d columns: delete the "
                                     "columns that do not matter"),
                                  self->row, RM_SHEET_MAX_COLUMNS));
  if (length > RM_SHEET_MAX_CELL)
    return fail (error, RM_EXCHANGE_ERROR_CELL_TOO_LONG,
                 /* Translators: %u is the number of a row */
                 g_strdup_printf (_ ("Row %u: a cell is longer than 1 MB: shorten it"),
                                  self->row));
  if (self->next == 0 && self->n_rows > self->max_rows)
    return fail (error, RM_EXCHANGE_ERROR_TOO_MANY_ROWS,
                 /* Translators: %u is the number of a row, then a number of rows */
                 g_strdup_printf (_ ("Row %u: the sheet has more than %u rows; cut it into several "
                                     "files"),
                                  self->row, self->max_rows));
  if (rm_sheet_count_cells (self->sheet) + (column - self->next) >= RM_SHEET_MAX_CELLS
      || rm_sheet_get_text_size (self->sheet) + length >= RM_SHEET_MAX_TEXT)
    return fail (error, RM_EXCHANGE_ERROR_TOO_BIG,
                 /* Translators: %u are a number of cells, in millions, and of megabytes */
                 g_strdup_printf (_ ("The sheet has more than %u million cells or %u MB of text; "
                                     "delete the columns that do not matter"),
                                  RM_SHEET_MAX_CELLS / 1000000u,
                                  RM_SHEET_MAX_TEXT / (1024 * 1024)));

  return TRUE;
}

gboolean
rm_cells_add (RmCells *self,
              guint column,
              RmCellKind kind,
              const char *text,
              gsize length,
              GError **error)
{
  if (length == 0)
    return TRUE;
  if (!check_limits (self, column, length, error))
    return FALSE;

  if (self->next == 0)
    {
      rm_sheet_begin_row (self->sheet, self->row);
      self->n_rows++;
      self->n_hidden_rows += self->row_hidden;
    }
  while (self->next < column)
    {
      rm_sheet_end_cell (self->sheet);
      self->next++;
    }
  rm_sheet_append (self->sheet, text, length);
  rm_sheet_end_cell_as (self->sheet, kind);
  self->next = column + 1;
  self->width = MAX (self->width, self->next);

  return TRUE;
}

gboolean
rm_cells_is_empty (const RmCells *self)
{
  return self->n_rows == 0;
}

void
rm_cells_note_date (RmCells *self,
                    guint column,
                    const char *day,
                    int seconds)
{
  Dates *dates = NULL;

  if (column >= RM_SHEET_MAX_COLUMNS)
    return;

  dates = &self->dates[column];
  if (dates->n == 0)
    dates->seconds = seconds;
  else if (dates->seconds != seconds)
    dates->seconds = -1;
  dates->n++;
  dates->n_odd_year += g_str_has_prefix (day, "1905-");
}

void
rm_cells_count (RmCells *self,
                RmCellsCount what,
                guint n)
{
  self->counts[what] += n;
}

void
rm_cells_merge (RmCells *self,
                guint first_row,
                guint last_row,
                guint first_column,
                guint last_column)
{
  Area area = { first_row, last_row, first_column, last_column };

  if (first_row <= last_row && first_column <= last_column)
    g_array_append_val (self->areas, area);
}

void
rm_cells_hide_columns (RmCells *self,
                       guint first,
                       guint n)
{
  for (guint c = first; c < RM_SHEET_MAX_COLUMNS && c - first < n; c++)
    self->hidden[c] = TRUE;
}

static void
blank_merged (RmCells *self)
{
  guint touched = 0;

  for (guint i = 0; i < self->areas->len && touched < MOST_MERGED; i++)
    {
      const Area *area = &g_array_index (self->areas, Area, i);

      touched += 1 + rm_sheet_blank_cells (self->sheet, area->first_row, area->last_row,
                                           area->first_column, area->last_column);
    }
}

static void
tell (RmCells *self,
      RmFileProblemType type,
      char *message)
{
  rm_sheet_add_notice (self->sheet, type, RM_FILE_NOWHERE, message);
}

static char *
quote_names (char *const *names,
             const char *but)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_auto (GStrv) quoted = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], but) != 0)
      {
        /* Translators: the name of a sheet in a workbook */
        g_autofree char *name = rm_sentence_new (_ ("“%s”"), names[i]);

        g_strv_builder_add (list, name);
      }
  quoted = g_strv_builder_end (list);

  return g_strjoinv (", ", quoted);
}

/* A sheet is never taken in silence where there are several. */
static void
tell_sheets (RmCells *self,
             const RmSheetOrigin *origin)
{
  g_autofree char *others = quote_names (origin->sheets, origin->name);
  g_autofree char *hidden = quote_names (origin->hidden, NULL);

  if (*others != '\0')
    tell (self, RM_FILE_PROBLEM_SHEETS,
          /* Translators: the name of a sheet in a workbook, then the quoted names of others */
          rm_sentence_new (_ ("The sheet “%s” is read; there are also %s"), origin->name, others));
  if (*hidden != '\0')
    tell (self, RM_FILE_PROBLEM_SHEETS,
          /* Translators: the quoted names of sheets in a workbook */
          rm_sentence_new (_ ("Hidden sheets are left out: %s"), hidden));
}

static void
tell_hidden (RmCells *self)
{
  guint n_rows = self->n_hidden_rows;
  guint n_columns = 0;

  for (guint c = 0; c < self->width; c++)
    n_columns += self->hidden[c];
  if (n_rows > 0)
    tell (self, RM_FILE_PROBLEM_HIDDEN,
          g_strdup_printf (
            ngettext ("%u hidden row is read too: delete it in the spreadsheet to leave it out",
                      "%u hidden rows are read too: delete them in the spreadsheet to leave them "
                      "out",
                      n_rows),
            n_rows));
  if (n_columns > 0)
    tell (self, RM_FILE_PROBLEM_HIDDEN,
          g_strdup_printf (
            ngettext ("%u hidden column is read too: delete it in the spreadsheet to leave it out",
                      "%u hidden columns are read too: delete them in the spreadsheet to leave "
                      "them out",
                      n_columns),
            n_columns));
}

static void
tell_cells (RmCells *self)
{
  guint n_merged = self->areas->len;
  guint n_errors = self->counts[RM_CELLS_ERRORS];

  if (n_merged > 0)
    tell (self, RM_FILE_PROBLEM_MERGED,
          g_strdup_printf (
            ngettext ("%u merged area: its first cell has the value, the others are blank; unmerge "
                      "it and fill them in if they belong to several people",
                      "%u merged areas: the first cell of each has the value, the others are "
                      "blank; unmerge them and fill them in if they belong to several people",
                      n_merged),
            n_merged));
  if (n_errors > 0)
    tell (self, RM_FILE_PROBLEM_ERROR_CELL,
          g_strdup_printf (
            ngettext ("%u cell holds an error, such as #REF!, and is taken as blank",
                      "%u cells hold an error, such as #REF!, and are taken as blank", n_errors),
            n_errors));
}

static void
tell_formulas (RmCells *self)
{
  guint n_unknown = self->counts[RM_CELLS_UNKNOWN_FORMULAS];
  guint n_zero = self->counts[RM_CELLS_ZERO_FORMULAS];

  if (n_unknown > 0)
    tell (self, RM_FILE_PROBLEM_FORMULA_UNKNOWN,
          g_strdup_printf (
            ngettext ("%u formula was never worked out and is taken as blank: open the file in a "
                      "spreadsheet, save it, and import it again",
                      "%u formulas were never worked out and are taken as blank: open the file in "
                      "a spreadsheet, save it, and import it again",
                      n_unknown),
            n_unknown));
  if (n_zero > 0)
    tell (self, RM_FILE_PROBLEM_FORMULA_ZERO,
          g_strdup_printf (
            ngettext ("%u value of 0 comes from a formula: compare it with the spreadsheet, since "
                      "some programs write 0 for what they did not work out",
                      "%u values of 0 come from formulas: compare them with the spreadsheet, "
                      "since some programs write 0 for what they did not work out",
                      n_zero),
            n_zero));
}

static void
tell_dates (RmCells *self)
{
  for (guint c = 0; c < self->width; c++)
    {
      const Dates *dates = &self->dates[c];

      if (dates->n < FEW_DATES)
        continue;
      if (dates->seconds > 0)
        rm_sheet_add_notice (
          self->sheet, RM_FILE_PROBLEM_DATE_ODD, c,
          /* Translators: an hour and minutes, such as 23:00 */
          g_strdup_printf (_ ("All dates are at %02d:%02d: the program that wrote them may have "
                              "meant the next day; compare one with what you know"),
                           dates->seconds / 3600, dates->seconds / 60 % 60));
      if (dates->n_odd_year == dates->n)
        rm_sheet_add_notice (self->sheet, RM_FILE_PROBLEM_DATE_ODD, c,
                             g_strdup (_ ("All dates are in 1905: these may be years that a "
                                          "spreadsheet shows as dates")));
    }
}

RmSheet *
rm_cells_finish (RmCells *self,
                 RmSheetOrigin *origin,
                 GError **error)
{
  RmSheet *sheet = NULL;

  if (rm_cells_is_empty (self))
    {
      g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_EMPTY,
                           _ ("The sheet is empty: its first row must name the columns"));
      rm_sheet_origin_free (origin);
      rm_cells_free (self);
      return NULL;
    }

  blank_merged (self);
  if (!origin->named)
    tell_sheets (self, origin);
  tell_hidden (self);
  tell_cells (self);
  tell_formulas (self);
  tell_dates (self);
  rm_sheet_finish (self->sheet, origin);
  sheet = g_steal_pointer (&self->sheet);
  rm_cells_free (self);
  return sheet;
}
