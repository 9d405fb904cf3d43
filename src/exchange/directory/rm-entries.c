/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/directory/rm-entries.h"

#include "exchange/sheet/rm-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which columns there are is known only at the end, so that the cells of each row stand here with
 * their columns first. All texts are in one buffer, whose offsets have four bytes. */

typedef struct
{
  guint column;
  guint32 offset;
} Cell;

typedef struct
{
  guint first; /* index into cells */
  guint line;
} Row;

struct _RmEntries
{
  /* owned */
  GPtrArray *columns;   /* their names */
  GHashTable *indexes;  /* name in lower case → index of its column + 1 */
  GHashTable *values;   /* of the entry that was begun: name in lower case → GString */
  GPtrArray *names;     /* of those values, as they were met */
  GArray *cells;        /* Cell */
  GArray *rows;         /* Row */
  GString *text;

  guint max_rows;
  guint line; /* of the entry that was begun; 0: none */
  gboolean cut; /* whether there were more columns */
};

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

RmEntries *
rm_entries_new (guint max_rows)
{
  RmEntries *self = g_new0 (RmEntries, 1);

  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_string);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->text = g_string_new (NULL);
  g_string_append_c (self->text, '\0');
  self->max_rows = max_rows;

  return self;
}

void
rm_entries_free (RmEntries *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->indexes);
  g_hash_table_unref (self->values);
  g_ptr_array_unref (self->names);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
rm_entries_drop (RmEntries *self)
{
  g_hash_table_remove_all (self->values);
  g_ptr_array_set_size (self->names, 0);
  self->line = 0;
}

void
rm_entries_begin (RmEntries *self,
                  guint line)
{
  rm_entries_drop (self);
  self->line = line;
}

gboolean
rm_entries_has_begun (const RmEntries *self)
{
  return self->line != 0;
}

gboolean
rm_entries_add (RmEntries *self,
                const char *name,
                const char *joint,
                const char *value,
                GError **error)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  GString *text = NULL;

  if (*value == '\0')
    return TRUE;

  text = g_hash_table_lookup (self->values, key);
  if ((text != NULL ? text->len : 0) + strlen (value) > RM_SHEET_MAX_CELL)
    {
      g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CELL_TOO_LONG,
                   /* Translators: %u is a line number, %s the name of a value of a directory */
                   _ ("The entry of line %u has more than 1 MB of “%s”: leave that out"),
                   self->line, name);
      return FALSE;
    }
  if (text == NULL)
    {
      text = g_string_new (NULL);
      g_hash_table_insert (self->values, g_steal_pointer (&key), text);
      g_ptr_array_add (self->names, g_strdup (name));
    }
  else
    g_string_append (text, joint);
  g_string_append (text, value);

  return TRUE;
}

const char *
rm_entries_find (const RmEntries *self,
                 const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  const GString *text = g_hash_table_lookup (self->values, key);

  return text != NULL ? text->str : NULL;
}

void
rm_entries_remove (RmEntries *self,
                   const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  if (!g_hash_table_remove (self->values, key))
    return;
  for (guint i = self->names->len; i > 0; i--)
    if (g_ascii_strcasecmp (g_ptr_array_index (self->names, i - 1), name) == 0)
      g_ptr_array_remove_index (self->names, i - 1);
}

GPtrArray *
rm_entries_get_names (const RmEntries *self)
{
  return self->names;
}

static guint32
store (RmEntries *self,
       const char *text,
       gsize length)
{
  guint32 offset = (guint32) self->text->len;

  g_string_append_len (self->text, text, (gssize) length + 1);
  return offset;
}

static gboolean
check_size (gsize n_cells,
            gsize n_bytes,
            GError **error)
{
  if (n_cells < RM_SHEET_MAX_CELLS && n_bytes < RM_SHEET_MAX_TEXT)
    return TRUE;

  g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_BIG,
               /* Translators: %u are a number of cells, in millions, and of megabytes */
               _ ("The file has more than %u million cells or %u MB of text; leave out the values "
                  "that do not matter"),
               RM_SHEET_MAX_CELLS / 1000000u, RM_SHEET_MAX_TEXT / (1024 * 1024));
  return FALSE;
}

static gboolean
take_value (RmEntries *self,
            const char *name,
            const char *key,
            const GString *text,
            GError **error)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, key));
  Cell cell = { 0 };

  if (index == 0 && self->columns->len >= RM_SHEET_MAX_COLUMNS)
    {
      self->cut = TRUE;
      return TRUE;
    }
  if (!check_size (self->cells->len, self->text->len + text->len, error))
    return FALSE;

  if (index == 0)
    {
      g_ptr_array_add (self->columns, g_strdup (name));
      index = self->columns->len;
      g_hash_table_insert (self->indexes, g_strdup (key), GUINT_TO_POINTER (index));
    }
  cell.column = index - 1;
  cell.offset = store (self, text->str, text->len);
  g_array_append_val (self->cells, cell);
  return TRUE;
}

gboolean
rm_entries_keep (RmEntries *self,
                 GError **error)
{
  Row row = { self->cells->len, self->line };

  if (self->rows->len >= self->max_rows)
    {
      g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_MANY_ROWS,
                   /* Translators: %u is a line number, then a number of entries */
                   _ ("Line %u: the file has more than %u entries; cut it into several files"),
                   self->line, self->max_rows);
      return FALSE;
    }

  g_array_append_val (self->rows, row);
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);
      g_autofree char *key = g_ascii_strdown (name, -1);
      const GString *text = g_hash_table_lookup (self->values, key);

      if (!take_value (self, name, key, text, error))
        return FALSE;
    }
  rm_entries_drop (self);

  return TRUE;
}

guint
rm_entries_get_n_rows (const RmEntries *self)
{
  return self->rows->len;
}

guint
rm_entries_get_n_columns (const RmEntries *self)
{
  return self->columns->len;
}

const char *
rm_entries_get_column (const RmEntries *self,
                       guint column)
{
  return g_ptr_array_index (self->columns, column);
}

gboolean
rm_entries_find_column (const RmEntries *self,
                        const char *name,
                        guint *column)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, key));

  if (index == 0)
    return FALSE;

  *column = index - 1;
  return TRUE;
}

static guint
find_end (const RmEntries *self,
          guint row)
{
  return row + 1 < self->rows->len ? g_array_index (self->rows, Row, row + 1).first
                                   : self->cells->len;
}

static Cell *
find_cell (const RmEntries *self,
           guint row,
           guint column)
{
  guint end = find_end (self, row);

  for (guint i = g_array_index (self->rows, Row, row).first; i < end; i++)
    if (g_array_index (self->cells, Cell, i).column == column)
      return &g_array_index (self->cells, Cell, i);

  return NULL;
}

const char *
rm_entries_get (const RmEntries *self,
                guint row,
                guint column)
{
  const Cell *cell = find_cell (self, row, column);

  return cell != NULL ? self->text->str + cell->offset : "";
}

void
rm_entries_set (RmEntries *self,
                guint row,
                guint column,
                const char *text)
{
  Cell *cell = find_cell (self, row, column);

  g_return_if_fail (cell != NULL);

  /* Beyond the limit it stays as it is. */
  if (self->text->len + strlen (text) < RM_SHEET_MAX_TEXT)
    cell->offset = store (self, text, strlen (text));
}

static void
fill_row (const RmEntries *self,
          guint row,
          RmSheet *sheet,
          guint32 *offsets)
{
  guint end = find_end (self, row);
  guint width = 0;

  for (guint i = g_array_index (self->rows, Row, row).first; i < end; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      offsets[cell->column] = cell->offset;
      width = MAX (width, cell->column + 1);
    }

  rm_sheet_begin_row (sheet, g_array_index (self->rows, Row, row).line);
  for (guint c = 0; c < width; c++)
    {
      const char *text = self->text->str + offsets[c];

      rm_sheet_append (sheet, text, strlen (text));
      rm_sheet_end_cell (sheet);
      offsets[c] = 0;
    }
}

RmSheet *
rm_entries_finish (RmEntries *self,
                   RmSheetFormat format,
                   GError **error)
{
  g_autoptr (RmSheet) sheet = rm_sheet_new (self->text->len);
  guint32 offsets[RM_SHEET_MAX_COLUMNS] = { 0 };

  if (self->rows->len == 0)
    {
      g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_EMPTY,
                           _ ("There are no people in this file"));
      return NULL;
    }

  rm_sheet_begin_row (sheet, 0);
  for (guint c = 0; c < self->columns->len; c++)
    {
      const char *name = g_ptr_array_index (self->columns, c);

      rm_sheet_append (sheet, name, strlen (name));
      rm_sheet_end_cell (sheet);
    }
  for (guint r = 0; r < self->rows->len; r++)
    {
      if (!check_size (rm_sheet_count_cells (sheet) + self->columns->len,
                       rm_sheet_get_text_size (sheet), error))
        return NULL;
      fill_row (self, r, sheet, offsets);
    }
  if (self->cut)
    rm_sheet_add_notice (sheet, RM_FILE_PROBLEM_ENTRIES, RM_FILE_NOWHERE,
                         g_strdup_printf (
                           /* Translators: %d is a number of columns */
                           _ ("Only the first %d kinds of values are read"), RM_SHEET_MAX_COLUMNS));
  rm_sheet_finish (sheet, rm_sheet_origin_new (format));

  return g_steal_pointer (&sheet);
}
