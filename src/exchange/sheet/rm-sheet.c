/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/rm-sheet-private.h"

#include "core/base/rm-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file of 50 MB has millions of cells, so a cell is an offset of four bytes into one buffer. All
 * empty cells share offset 0. Each row has its own number of cells: padding rows to the width of
 * the widest would let a small file take gigabytes. */

/* So many rows say nothing about what is usual. */
#define FEW_ROWS 3

typedef struct
{
  guint first; /* index into offsets */
  guint line;
} Row;

struct _RmSheet
{
  gatomicrefcount refs;

  /* owned */
  RmSheetOrigin *origin;
  GString *text;
  GArray *offsets; /* guint32 of each cell, the headers' first */
  GByteArray *kinds; /* RmCellKind of each cell; nullable: all of them are text */
  GArray *rows;    /* Row of each row, the headers' first, and one past the last */
  GPtrArray *headers;
  GPtrArray *problems;

  guint head; /* the row of headers */
  gsize cell; /* where the cell being written begins */
};

RmSheet *
rm_sheet_new (gsize size_hint)
{
  RmSheet *self = g_new0 (RmSheet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->text = g_string_sized_new (size_hint + 2);
  g_string_append_c (self->text, '\0');
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_file_problem_free);
  self->cell = self->text->len;

  return self;
}

void
rm_sheet_begin_row (RmSheet *self,
                        guint line)
{
  Row row = { self->offsets->len, line };

  g_array_append_val (self->rows, row);
}

void
rm_sheet_append (RmSheet *self,
                     const char *text,
                     gsize length)
{
  g_string_append_len (self->text, text, (gssize) length);
}

gsize
rm_sheet_get_pending (const RmSheet *self)
{
  return self->text->len - self->cell;
}

void
rm_sheet_trim_pending (RmSheet *self,
                           gsize from)
{
  gsize end = self->text->len;

  while (end > self->cell + from
         && (self->text->str[end - 1] == ' ' || self->text->str[end - 1] == '\t'))
    end--;
  g_string_truncate (self->text, end);
}

static void
add_kind (RmSheet *self,
          RmCellKind kind)
{
  guint8 byte = (guint8) kind;

  g_byte_array_append (self->kinds, &byte, 1);
}

/* The first row at or below a line; lines ascend. */
static guint
find_line (const RmSheet *self,
           guint line)
{
  guint low = 0;
  guint high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->rows, Row, middle).line < line)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
rm_sheet_end_cell (RmSheet *self)
{
  Row *row = &g_array_index (self->rows, Row, self->rows->len - 1);
  guint32 offset = self->text->len > self->cell ? (guint32) self->cell : 0;

  if (offset != 0)
    g_string_append_c (self->text, '\0');
  self->cell = self->text->len;
  g_array_append_val (self->offsets, offset);
  if (self->kinds != NULL)
    add_kind (self, RM_CELL_TEXT);

  return self->offsets->len - 1 - row->first;
}

guint
rm_sheet_end_cell_as (RmSheet *self,
                      RmCellKind kind)
{
  guint index = rm_sheet_end_cell (self);

  if (kind == RM_CELL_TEXT)
    return index;
  if (self->kinds == NULL)
    {
      self->kinds = g_byte_array_sized_new (self->offsets->len);
      g_byte_array_set_size (self->kinds, self->offsets->len);
      memset (self->kinds->data, RM_CELL_TEXT, self->kinds->len);
    }
  self->kinds->data[self->kinds->len - 1] = (guint8) kind;

  return index;
}

guint
rm_sheet_count_cells (const RmSheet *self)
{
  return self->offsets->len;
}

gsize
rm_sheet_get_text_size (const RmSheet *self)
{
  return self->text->len;
}

guint
rm_sheet_blank_cells (RmSheet *self,
                      guint first_line,
                      guint last_line,
                      guint first_column,
                      guint last_column)
{
  guint n = 0;

  for (guint r = find_line (self, first_line);
       r < self->rows->len && g_array_index (self->rows, Row, r).line <= last_line; r++)
    {
      guint from = g_array_index (self->rows, Row, r).first;
      guint to = r + 1 < self->rows->len ? g_array_index (self->rows, Row, r + 1).first
                                         : self->offsets->len;

      for (guint c = first_column; c <= last_column && from + c < to; c++, n++)
        if (g_array_index (self->rows, Row, r).line != first_line || c != first_column)
          {
            g_array_index (self->offsets, guint32, from + c) = 0;
            if (self->kinds != NULL)
              self->kinds->data[from + c] = RM_CELL_TEXT;
          }
    }

  return n;
}

static const Row *
row_at (const RmSheet *self,
        guint index)
{
  return &g_array_index (self->rows, Row, self->head + index);
}

static guint
count_cells (const RmSheet *self,
             guint index)
{
  return row_at (self, index + 1)->first - row_at (self, index)->first;
}

static const char *
cell_at (const RmSheet *self,
         guint index,
         guint column)
{
  return self->text->str
         + g_array_index (self->offsets, guint32, row_at (self, index)->first + column);
}

void
rm_sheet_add_problem (RmSheet *self,
                          RmFileProblemType type,
                          guint column,
                          char *message)
{
  RmFileProblem *problem = rm_file_problem_new (type, message);
  guint index = self->rows->len - 1;

  /* Row 0 holds the headers, which are no row of the table. */
  if (self->rows->len > 1)
    problem->row = index - 1;
  if (self->rows->len > 0)
    problem->line = row_at (self, index)->line;
  problem->column = column;
  g_ptr_array_add (self->problems, problem);
}

void
rm_sheet_add_notice (RmSheet *self,
                     RmFileProblemType type,
                     guint column,
                     char *message)
{
  RmFileProblem *notice = rm_file_problem_new (type, message);

  notice->column = column;
  g_ptr_array_add (self->problems, notice);
}

static void
name_columns (RmSheet *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_columns = count_cells (self, 0);

  for (guint c = 0; c < n_columns; c++)
    {
      char *header = g_strstrip (g_strdup (cell_at (self, 0, c)));
      RmFileProblemType type = RM_FILE_PROBLEM_HEADER_DUPLICATE;
      char *message = NULL;
      char *name = NULL;

      if (*header == '\0')
        {
          type = RM_FILE_PROBLEM_HEADER_MISSING;
          message = g_strdup (_ ("The column has no header"));
          /* Translators: %u is the number of a column without a header */
          name = g_strdup_printf (_ ("Column %u"), c + 1);
        }
      else
        name = g_strdup (header);

      for (guint n = 2; !g_hash_table_add (taken, rm_fold (name)); n++)
        {
          g_free (name);
          if (message == NULL)
            message = g_strdup (_ ("An earlier column has the same header"));
          name = *header != '\0' ? g_strdup_printf ("%s (%u)", header, n)
                                 : g_strdup_printf (_ ("Column %u"), c + n);
        }

      g_ptr_array_add (self->headers, name);
      if (message != NULL)
        {
          RmFileProblem *problem = rm_file_problem_new (type, message);

          problem->line = row_at (self, 0)->line;
          problem->column = c;
          g_ptr_array_add (self->problems, problem);
        }
      g_free (header);
    }
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static void
add_ragged_problem (RmSheet *self,
                    guint index,
                    RmFileProblemType type,
                    char *message)
{
  RmFileProblem *problem = rm_file_problem_new (type, message);

  problem->row = index - 1;
  problem->line = row_at (self, index)->line;
  g_ptr_array_add (self->problems, problem);
}

/* How many cells most rows have; as many as there are headers where no number has most. */
static guint
find_usual_width (const RmSheet *self)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));
  guint n_rows = rm_sheet_get_n_rows (self);
  guint usual = self->headers->len;

  for (guint i = 1; i <= n_rows; i++)
    {
      guint width = count_cells (self, i);

      if (width >= counts->len)
        g_array_set_size (counts, width + 1);
      g_array_index (counts, guint, width)++;
    }
  for (guint w = 0; w < counts->len; w++)
    if (g_array_index (counts, guint, w) > MAX (n_rows / 2, FEW_ROWS))
      usual = w;

  return usual;
}

static void
check_width (RmSheet *self,
             guint index,
             guint usual)
{
  guint n_columns = self->headers->len;
  guint n_cells = count_cells (self, index);
  const char *extra = NULL;

  for (guint c = n_columns; c < n_cells && extra == NULL; c++)
    if (!is_blank (cell_at (self, index, c)))
      extra = cell_at (self, index, c);

  if (extra != NULL && rm_sheet_is_workbook (self))
    add_ragged_problem (self, index, RM_FILE_PROBLEM_ROW_LONG,
                        /* Translators: %s is a cell, %u how many columns have a header */
                        g_strdup_printf (_ ("“%s” stands beyond the last of %u columns and is "
                                            "left out: give its column a header"),
                                         extra, n_columns));
  else if (extra != NULL)
    add_ragged_problem (self, index, RM_FILE_PROBLEM_ROW_LONG,
                        /* Translators: %s is a cell, %u how many columns have a header */
                        g_strdup_printf (_ ("“%s” stands beyond the last of %u columns and is "
                                            "left out: quote cells that hold the separator"),
                                         extra, n_columns));
  else if (self->origin->format != RM_SHEET_CSV)
    return;
  else if (n_cells > n_columns && n_cells != usual)
    add_ragged_problem (self, index, RM_FILE_PROBLEM_ROW_LONG,
                        /* Translators: %u are numbers of cells */
                        g_strdup_printf (_ ("The row has %u cells, and there are %u columns: a cell "
                                            "may hold the separator without quotes, so that "
                                            "others stand in the wrong column"),
                                         n_cells, n_columns));
  else if (n_cells < n_columns && n_cells != usual)
    add_ragged_problem (self, index, RM_FILE_PROBLEM_ROW_SHORT,
                        /* Translators: %u are numbers of cells */
                        g_strdup_printf (_ ("The row has %u of %u cells; the others are taken as "
                                            "blank"),
                                         n_cells, n_columns));
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const RmFileProblem *first = *(RmFileProblem *const *) a;
  const RmFileProblem *second = *(RmFileProblem *const *) b;

  return first->line != second->line ? (first->line > second->line) - (first->line < second->line)
                                     : (int) first->type - (int) second->type;
}

/* What depends on which row has the headers. */
static void
look_at_rows (RmSheet *self)
{
  guint usual = 0;

  name_columns (self);
  usual = find_usual_width (self);
  for (guint i = 1; i <= rm_sheet_get_n_rows (self); i++)
    check_width (self, i, usual);

  for (guint i = 0; i < self->problems->len; i++)
    {
      RmFileProblem *problem = g_ptr_array_index (self->problems, i);

      problem->in_workbook = rm_sheet_is_workbook (self);
      if (problem->column < self->headers->len)
        problem->column_name = g_strdup (g_ptr_array_index (self->headers, problem->column));
    }
  g_ptr_array_sort (self->problems, compare_problems);
}

void
rm_sheet_finish (RmSheet *self,
                 RmSheetOrigin *origin)
{
  rm_sheet_begin_row (self, 0);
  self->origin = origin;
  look_at_rows (self);
}

void
rm_sheet_set_pasted (RmSheet *self)
{
  self->origin->pasted = TRUE;
}

static gboolean
is_of_head (const RmFileProblem *problem)
{
  return problem->type == RM_FILE_PROBLEM_HEADER_MISSING
         || problem->type == RM_FILE_PROBLEM_HEADER_DUPLICATE
         || problem->type == RM_FILE_PROBLEM_HEADER_FOUND
         || problem->type == RM_FILE_PROBLEM_ROW_SHORT
         || problem->type == RM_FILE_PROBLEM_ROW_LONG;
}

/* Rows are counted from the headers on; what is above these is no row any more. */
static void
move_problems (RmSheet *self,
               int by)
{
  for (guint i = self->problems->len; i > 0; i--)
    {
      RmFileProblem *problem = g_ptr_array_index (self->problems, i - 1);

      g_clear_pointer (&problem->column_name, g_free);
      if (is_of_head (problem))
        g_ptr_array_remove_index (self->problems, i - 1);
      else if (problem->row != RM_FILE_NOWHERE)
        problem->row = (int) problem->row >= by ? problem->row - (guint) by : RM_FILE_NOWHERE;
    }
}

gboolean
rm_sheet_set_header_line (RmSheet *self,
                              guint line)
{
  guint head = 0;

  while (head + 1 < self->rows->len && g_array_index (self->rows, Row, head).line != line)
    head++;
  if (head + 1 >= self->rows->len)
    return FALSE;
  if (head == self->head)
    return TRUE;

  move_problems (self, (int) head - (int) self->head);
  self->head = head;
  g_ptr_array_set_size (self->headers, 0);
  if (head > 0)
    {
      RmFileProblem *notice = rm_file_problem_new (
        RM_FILE_PROBLEM_HEADER_FOUND,
        g_strdup (_ ("The columns are named here; what is above is left out")));

      notice->line = line;
      g_ptr_array_add (self->problems, notice);
    }
  look_at_rows (self);
  return TRUE;
}

guint
rm_sheet_get_header_line (const RmSheet *self)
{
  return row_at (self, 0)->line;
}

RmSheet *
rm_sheet_ref (RmSheet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rm_sheet_unref (RmSheet *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  rm_sheet_origin_free (self->origin);
  g_string_free (self->text, TRUE);
  g_array_unref (self->offsets);
  g_clear_pointer (&self->kinds, g_byte_array_unref);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->headers);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

guint
rm_sheet_get_n_rows (const RmSheet *self)
{
  return self->rows->len - 2 - self->head;
}

guint
rm_sheet_get_n_columns (const RmSheet *self)
{
  return self->headers->len;
}

const char *
rm_sheet_get_header (const RmSheet *self,
                         guint column)
{
  g_return_val_if_fail (column < self->headers->len, NULL);

  return g_ptr_array_index (self->headers, column);
}

gboolean
rm_sheet_has_header (const RmSheet *self,
                         guint column)
{
  g_return_val_if_fail (column < self->headers->len, FALSE);

  return !is_blank (cell_at (self, 0, column));
}

const char *
rm_sheet_get_cell (const RmSheet *self,
                       guint row,
                       guint column)
{
  g_return_val_if_fail (row < rm_sheet_get_n_rows (self), NULL);
  g_return_val_if_fail (column < self->headers->len, NULL);

  return column < count_cells (self, row + 1) ? cell_at (self, row + 1, column) : "";
}

RmCellKind
rm_sheet_get_kind (const RmSheet *self,
                   guint row,
                   guint column)
{
  g_return_val_if_fail (row < rm_sheet_get_n_rows (self), RM_CELL_TEXT);
  g_return_val_if_fail (column < self->headers->len, RM_CELL_TEXT);

  return self->kinds != NULL && column < count_cells (self, row + 1)
           ? (RmCellKind) self->kinds->data[row_at (self, row + 1)->first + column]
           : RM_CELL_TEXT;
}

guint
rm_sheet_get_line (const RmSheet *self,
                       guint row)
{
  g_return_val_if_fail (row < rm_sheet_get_n_rows (self), 0);

  return row_at (self, row + 1)->line;
}

gboolean
rm_sheet_find_column (const RmSheet *self,
                          const char *name,
                          guint *column)
{
  g_autofree char *text = rm_fold (name);
  g_autofree char *key = rm_fold_key (name);
  guint64 number = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint c = 0; c < self->headers->len; c++)
      {
        const char *header = g_ptr_array_index (self->headers, c);
        g_autofree char *own = pass == 0 ? rm_fold (header) : rm_fold_key (header);

        if (*own != '\0' && g_str_equal (own, pass == 0 ? text : key))
          {
            *column = c;
            return TRUE;
          }
      }

  if (!g_ascii_string_to_unsigned (text, 10, 1, self->headers->len, &number, NULL))
    return FALSE;

  *column = (guint) number - 1;
  return TRUE;
}

const RmSheetOrigin *
rm_sheet_get_origin (const RmSheet *self)
{
  return self->origin;
}

gboolean
rm_sheet_is_workbook (const RmSheet *self)
{
  return rm_sheet_origin_is_workbook (self->origin);
}

void
rm_sheet_locate (const RmSheet *self,
                 RmFileProblem *problem,
                 guint row)
{
  problem->row = row;
  problem->line = rm_sheet_get_line (self, row);
  problem->in_workbook = rm_sheet_is_workbook (self);
}

GPtrArray *
rm_sheet_get_problems (const RmSheet *self)
{
  return self->problems;
}
