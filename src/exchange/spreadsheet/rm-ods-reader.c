/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/rm-ods-reader.h"

#include "exchange/spreadsheet/rm-cells.h"
#include "exchange/spreadsheet/rm-ods-cell.h"
#include "exchange/spreadsheet/rm-workbook.h"
#include "exchange/spreadsheet/rm-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All sheets of an .ods are in one part, one after the other. A row is kept until its end, since it
 * may stand for many. */

#define TABLE "table:1.0"

/* More rows or columns than any spreadsheet has: enough to count on, too few to overflow. */
#define FAR (1u << 28)

typedef struct
{
  guint column;
  guint repeated;
  RmCellKind kind;
  gsize from; /* in the text of the row */
  gsize length;
  int seconds;
  RmCellsCount count;
} Cell;

typedef struct
{
  RmWorkbook *workbook; /* borrowed */

  /* owned */
  RmCells *cells;  /* of the sheet that may be the one; nullable */
  RmCells *chosen; /* of the sheet that is; nullable */
  GHashTable *hidden_styles;
  char *style; /* the style being read; nullable */
  char *name;  /* of the sheet */
  GString *row_text;
  GArray *row_cells; /* Cell */
  RmOdsCell cell;

  guint max_rows;
  guint n_sheets;
  guint skip; /* how deep in what is not read */
  guint row;  /* the last row, from 1 */
  guint column;
  guint columns; /* that were described */
  guint row_repeated;
  guint cell_repeated;
  gboolean in_sheet;
  gboolean in_cell;
  gboolean covered;
  gboolean hidden;
  gboolean row_hidden;
  gboolean has_cells;
} Reading;

static guint
get_count (RmXml *xml,
           const char *name)
{
  guint n = 1;

  rm_xml_get_number (xml, TABLE, name, &n);

  return CLAMP (n, 1, FAR);
}

static gboolean
is_hidden (RmXml *xml)
{
  gsize length = 0;
  const char *visibility = rm_xml_find_attribute (xml, TABLE, "visibility", &length);

  return visibility != NULL && !(length == 7 && strncmp (visibility, "visible", 7) == 0);
}

static void
start_sheet (Reading *self,
             RmXml *xml)
{
  g_autofree char *style = rm_xml_dup_attribute (xml, TABLE, "style-name");

  self->n_sheets++;
  if (self->n_sheets > RM_SHEET_MAX_SHEETS)
    rm_xml_fail (xml, g_error_new (RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_BIG,
                                   /* Translators: %d is a number of sheets in a workbook */
                                   _ ("The workbook has more than %d sheets: copy the one that "
                                      "matters into a new workbook"),
                                   RM_SHEET_MAX_SHEETS));
  g_free (self->name);
  self->name = rm_xml_dup_attribute (xml, TABLE, "name");
  if (self->name == NULL)
    self->name = g_strdup ("");
  self->hidden = style != NULL && g_hash_table_contains (self->hidden_styles, style);
  self->in_sheet = TRUE;
  self->has_cells = FALSE;
  self->row = 0;
  self->columns = 0;
  if (rm_workbook_wants (self->workbook, self->name, self->hidden))
    self->cells = rm_cells_new (self->max_rows);
}

static void
end_sheet (Reading *self)
{
  if (rm_workbook_add (self->workbook, self->name, self->hidden, self->has_cells))
    self->chosen = g_steal_pointer (&self->cells);
  g_clear_pointer (&self->cells, rm_cells_free);
  self->in_sheet = FALSE;
}

static void
start_column (Reading *self,
              RmXml *xml)
{
  guint n = get_count (xml, "number-columns-repeated");

  if (self->cells != NULL && is_hidden (xml))
    rm_cells_hide_columns (self->cells, self->columns, n);
  self->columns = MIN (self->columns + n, FAR);
}

static void
start_row (Reading *self,
           RmXml *xml)
{
  self->row_repeated = get_count (xml, "number-rows-repeated");
  self->row_hidden = is_hidden (xml);
  self->column = 0;
  g_string_truncate (self->row_text, 0);
  g_array_set_size (self->row_cells, 0);
}

/* One row of those that the row stands for. */
static gboolean
add_row (Reading *self,
         guint number,
         GError **error)
{
  rm_cells_begin_row (self->cells, number, self->row_hidden);
  for (guint i = 0; i < self->row_cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->row_cells, Cell, i);
      const char *text = self->row_text->str + cell->from;

      if (cell->count != RM_CELLS_N_COUNTS)
        rm_cells_count (self->cells, cell->count, cell->repeated);
      for (guint k = 0; k < cell->repeated && cell->length > 0; k++)
        {
          if (!rm_cells_add (self->cells, cell->column + k, cell->kind, text, cell->length, error))
            return FALSE;
          if (cell->kind == RM_CELL_DATE)
            rm_cells_note_date (self->cells, cell->column + k, text, cell->seconds);
        }
    }

  return TRUE;
}

static void
end_row (Reading *self,
         RmXml *xml)
{
  GError *error = NULL;

  for (guint k = 0; self->row_cells->len > 0 && self->cells != NULL && k < self->row_repeated; k++)
    if (!add_row (self, self->row + 1 + k, &error))
      {
        rm_xml_fail (xml, error);
        return;
      }
  self->row = MIN (self->row + self->row_repeated, FAR);
}

static void
start_cell (Reading *self,
            RmXml *xml,
            gboolean covered)
{
  guint rows = 1;
  guint columns = 1;

  self->in_cell = TRUE;
  self->covered = covered;
  self->cell_repeated = get_count (xml, "number-columns-repeated");
  rm_ods_cell_begin (&self->cell, xml);
  if (covered || self->cells == NULL)
    return;

  rows = get_count (xml, "number-rows-spanned");
  columns = get_count (xml, "number-columns-spanned");
  if (rows > 1 || columns > 1)
    rm_cells_merge (self->cells, self->row + 1, self->row + rows, self->column,
                    self->column + columns - 1);
}

/* What can never be added is not kept until the end of the row. */
static gboolean
fits (Reading *self,
      RmXml *xml,
      guint column)
{
  const GString *out = self->cell.out;
  GError *error = NULL;

  if (column < RM_SHEET_MAX_COLUMNS && out->len <= RM_SHEET_MAX_CELL)
    return TRUE;

  rm_cells_begin_row (self->cells, self->row + 1, FALSE);
  if (!rm_cells_add (self->cells, column, RM_CELL_TEXT, out->str, out->len, &error))
    rm_xml_fail (xml, error);
  return FALSE;
}

static void
end_cell (Reading *self,
          RmXml *xml)
{
  RmOdsCell *from = &self->cell;
  Cell cell = { .column = self->column, .repeated = self->cell_repeated };

  self->in_cell = FALSE;
  self->column = MIN (self->column + self->cell_repeated, FAR);
  if (self->covered)
    return;

  cell.kind = rm_ods_cell_finish (from, &cell.count);
  if (from->out->len == 0 && cell.count == RM_CELLS_N_COUNTS)
    return;

  self->has_cells = self->has_cells || from->out->len > 0;
  if (self->cells == NULL || !fits (self, xml, cell.column))
    return;
  cell.seconds = from->seconds;
  cell.from = self->row_text->len;
  cell.length = from->out->len;
  g_string_append_len (self->row_text, from->out->str, (gssize) from->out->len + 1);
  g_array_append_val (self->row_cells, cell);
}

static void
start_in_sheet (Reading *self,
                RmXml *xml,
                const char *name)
{
  if (g_str_equal (name, "table-cell"))
    start_cell (self, xml, FALSE);
  else if (g_str_equal (name, "covered-table-cell"))
    start_cell (self, xml, TRUE);
  else if (g_str_equal (name, "table-row"))
    start_row (self, xml);
  else if (g_str_equal (name, "table-column"))
    start_column (self, xml);
  else if (g_str_equal (name, "shapes") || g_str_equal (name, "table"))
    self->skip = 1;
}

static void
start_style (Reading *self,
             RmXml *xml,
             const char *name)
{
  g_autofree char *display = NULL;

  if (g_str_equal (name, "style"))
    {
      g_free (self->style);
      self->style = rm_xml_dup_attribute (xml, "style:1.0", "name");
    }
  else if (g_str_equal (name, "table-properties") && self->style != NULL)
    {
      display = rm_xml_dup_attribute (xml, TABLE, "display");
      if (g_strcmp0 (display, "false") == 0)
        g_hash_table_add (self->hidden_styles, g_strdup (self->style));
    }
}

static void
start_cb (RmXml *xml,
          const char *space,
          const char *name,
          gpointer data)
{
  Reading *self = data;
  gboolean of_table = g_str_equal (space, TABLE);

  if (self->skip > 0)
    self->skip++;
  else if (self->in_cell)
    {
      /* A comment, a picture and the readings of a word are not in the text of a cell. */
      if (!g_str_equal (space, "text:1.0") || g_str_equal (name, "ruby-text")
          || g_str_equal (name, "note"))
        self->skip = 1;
      else
        rm_ods_cell_start (&self->cell, xml, name);
    }
  else if (self->in_sheet && of_table)
    start_in_sheet (self, xml, name);
  else if (of_table && g_str_equal (name, "tracked-changes"))
    self->skip = 1;
  else if (of_table && g_str_equal (name, "table"))
    start_sheet (self, xml);
  else if (g_str_equal (space, "style:1.0"))
    start_style (self, xml, name);
}

static void
end_cb (RmXml *xml,
        const char *space,
        const char *name,
        gpointer data)
{
  Reading *self = data;

  if (self->skip > 0)
    self->skip--;
  else if (self->in_cell && g_str_equal (space, "text:1.0"))
    rm_ods_cell_end (&self->cell, name);
  else if (self->in_cell)
    end_cell (self, xml);
  else if (self->in_sheet && g_str_equal (space, TABLE) && g_str_equal (name, "table-row"))
    end_row (self, xml);
  else if (self->in_sheet && g_str_equal (space, TABLE) && g_str_equal (name, "table"))
    end_sheet (self);
}

static void
text_cb (RmXml *xml,
         const char *text,
         gsize length,
         gpointer data)
{
  Reading *self = data;

  if (self->in_cell && self->skip == 0)
    rm_ods_cell_add (&self->cell, text, length);
}

static gboolean
check_password (RmArchive *archive,
                GError **error)
{
  g_autofree char *manifest = rm_archive_load (archive, "META-INF/manifest.xml", 64 * 1024);

  if (manifest == NULL || strstr (manifest, "encryption-data") == NULL)
    return TRUE;

  g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_PASSWORD,
                       _ ("The file is protected by a password: save a copy without one and import "
                          "that"));
  return FALSE;
}

RmSheet *
rm_ods_reader_read (RmArchive *archive,
                    const char *sheet,
                    guint max_rows,
                    GError **error)
{
  static const RmXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (RmWorkbook) workbook = rm_workbook_new (RM_SHEET_ODS, sheet);
  Reading self = { .workbook = workbook, .max_rows = max_rows };
  RmSheetOrigin *origin = NULL;
  RmSheet *result = NULL;

  if (!check_password (archive, error))
    return NULL;

  self.hidden_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.row_text = g_string_new (NULL);
  self.row_cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  rm_ods_cell_init (&self.cell);
  if (rm_xml_read (archive, "content.xml", &handler, &self, error))
    origin = rm_workbook_finish (workbook, error);
  if (origin != NULL)
    result = rm_cells_finish (g_steal_pointer (&self.chosen), origin, error);

  g_clear_pointer (&self.cells, rm_cells_free);
  g_clear_pointer (&self.chosen, rm_cells_free);
  g_hash_table_unref (self.hidden_styles);
  g_free (self.style);
  g_free (self.name);
  g_string_free (self.row_text, TRUE);
  g_array_unref (self.row_cells);
  rm_ods_cell_clear (&self.cell);
  return result;
}
