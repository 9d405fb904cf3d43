/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/rm-xlsx-sheet.h"

#include "exchange/spreadsheet/rm-xml.h"

#include <string.h>

/* One sheet of an .xlsx, element by element. Writers differ in all that is optional: where a cell
 * is, whether its text stands in it, which of cell, row and column has its style. */

#define NO_STYLE G_MAXUINT

typedef enum
{
  NUMBER,
  SHARED,
  TEXT,
  TRUTH,
  ERROR_VALUE,
  ISO_DATE,
} Type;

typedef struct
{
  /* borrowed */
  const RmXlsxBook *book;
  const RmXlsxStrings *strings;
  RmCells *cells;

  /* owned */
  GString *value;
  GString *formula; /* its beginning */
  GString *text;    /* what the cell comes to */

  GString *target; /* where text goes now: one of the first two, or NULL */
  guint row;
  guint row_style;
  guint column; /* the column after the last cell */
  guint style;
  Type type;
  gboolean in_cell;
  gboolean in_inline;
  gboolean has_formula;
  gboolean has_value;
  guint phonetic;
  guint styles[RM_SHEET_MAX_COLUMNS]; /* of columns */
} Reading;

/* "BC12": the column from 0; the row, from 1, 0 if there is none. */
static gboolean
parse_place (const char *text,
             gsize length,
             guint *column,
             guint *row)
{
  guint letters = 0;
  guint number = 0;
  gsize i = 0;

  for (; i < length && g_ascii_isalpha (text[i]); i++)
    if (letters <= G_MAXUINT16)
      letters = letters * 26 + (guint) (g_ascii_toupper (text[i]) - 'A' + 1);
  for (; i < length && g_ascii_isdigit (text[i]); i++)
    if (number <= G_MAXUINT / 16)
      number = number * 10 + (guint) (text[i] - '0');
  if (letters == 0 || i != length)
    return FALSE;

  *column = letters - 1;
  *row = number;
  return TRUE;
}

static void
fail_damaged (RmXml *xml)
{
  GError *error = NULL;

  rm_archive_set_damaged (&error);
  rm_xml_fail (xml, error);
}

static void
start_row (Reading *self,
           RmXml *xml)
{
  guint number = self->row + 1;

  if (rm_xml_get_number (xml, NULL, "r", &number) && number <= self->row)
    {
      fail_damaged (xml);
      return;
    }

  self->row = number;
  self->column = 0;
  self->row_style = NO_STYLE;
  if (rm_xml_get_truth (xml, "customFormat"))
    rm_xml_get_number (xml, NULL, "s", &self->row_style);
  rm_cells_begin_row (self->cells, number, rm_xml_get_truth (xml, "hidden"));
}

static Type
get_type (RmXml *xml)
{
  gsize length = 0;
  const char *type = rm_xml_find_attribute (xml, NULL, "t", &length);

  if (type == NULL || length == 0)
    return NUMBER;
  if (length == 1)
    switch (*type)
      {
      case 's':
        return SHARED;

      case 'b':
        return TRUTH;

      case 'e':
        return ERROR_VALUE;

      case 'd':
        return ISO_DATE;

      default:
        return NUMBER;
      }

  return TEXT; /* "str", "inlineStr" */
}

static void
start_cell (Reading *self,
            RmXml *xml)
{
  guint column = self->column;
  guint row = 0;
  gsize length = 0;
  const char *place = rm_xml_find_attribute (xml, NULL, "r", &length);

  if (place != NULL && (!parse_place (place, length, &column, &row) || column < self->column))
    {
      fail_damaged (xml);
      return;
    }

  self->column = column;
  self->type = get_type (xml);
  self->style = NO_STYLE;
  rm_xml_get_number (xml, NULL, "s", &self->style);
  self->in_cell = TRUE;
  self->has_formula = FALSE;
  self->has_value = FALSE;
  g_string_truncate (self->value, 0);
  g_string_truncate (self->formula, 0);
}

static void
start_column (Reading *self,
              RmXml *xml)
{
  guint first = 0;
  guint last = 0;
  guint style = NO_STYLE;

  if (!rm_xml_get_number (xml, NULL, "min", &first) || first == 0
      || !rm_xml_get_number (xml, NULL, "max", &last) || last < first)
    return;

  if (rm_xml_get_number (xml, NULL, "style", &style))
    for (guint c = first - 1; c < MIN (last, RM_SHEET_MAX_COLUMNS); c++)
      self->styles[c] = style;
  if (rm_xml_get_truth (xml, "hidden"))
    rm_cells_hide_columns (self->cells, first - 1, last - first + 1);
}

static void
start_merge (Reading *self,
             RmXml *xml)
{
  gsize length = 0;
  const char *place = rm_xml_find_attribute (xml, NULL, "ref", &length);
  const char *colon = place != NULL ? memchr (place, ':', length) : NULL;
  guint columns[2] = { 0 };
  guint rows[2] = { 0 };

  if (colon != NULL && parse_place (place, (gsize) (colon - place), &columns[0], &rows[0])
      && parse_place (colon + 1, length - (gsize) (colon + 1 - place), &columns[1], &rows[1]))
    rm_cells_merge (self->cells, rows[0], rows[1], columns[0], columns[1]);
}

static void
start_in_cell (Reading *self,
               const char *name)
{
  if (g_str_equal (name, "v"))
    {
      self->target = self->value;
      self->has_value = TRUE;
    }
  else if (g_str_equal (name, "f"))
    {
      self->target = self->formula;
      self->has_formula = TRUE;
    }
  else if (g_str_equal (name, "is"))
    self->in_inline = TRUE;
  else if (g_str_equal (name, "rPh"))
    self->phonetic++;
  else if (g_str_equal (name, "t") && self->in_inline && self->phonetic == 0)
    self->target = self->value;
}

static void
start_cb (RmXml *xml,
          const char *space,
          const char *name,
          gpointer data)
{
  Reading *self = data;

  self->target = NULL;
  if (self->in_cell)
    start_in_cell (self, name);
  else if (g_str_equal (name, "c"))
    start_cell (self, xml);
  else if (g_str_equal (name, "row"))
    start_row (self, xml);
  else if (g_str_equal (name, "col"))
    start_column (self, xml);
  else if (g_str_equal (name, "mergeCell"))
    start_merge (self, xml);
}

static RmCellStyle
get_style (const Reading *self)
{
  guint style = self->style;

  if (style == NO_STYLE)
    style = self->row_style;
  if (style == NO_STYLE && self->column < RM_SHEET_MAX_COLUMNS)
    style = self->styles[self->column];

  return style < self->book->styles->len ? g_array_index (self->book->styles, RmCellStyle, style)
                                         : RM_CELL_STYLE_PLAIN;
}

static RmCellKind
read_number (Reading *self)
{
  RmCellStyle style = get_style (self);
  RmCellKind kind = RM_CELL_NUMBER;
  int seconds = 0;

  switch (style)
    {
    case RM_CELL_STYLE_DATE:
    case RM_CELL_STYLE_TIME:
      kind = rm_cell_text_add_serial (self->text, self->value->str, style, self->book->since_1904,
                                      &seconds);
      break;

    case RM_CELL_STYLE_PERCENT:
      rm_cell_text_add_percent (self->text, self->value->str);
      break;

    case RM_CELL_STYLE_TRUTH:
      g_string_append (self->text, g_str_equal (self->value->str, "0") ? "no" : "yes");
      return RM_CELL_TRUTH;

    default:
      if (!rm_cell_text_add_number (self->text, self->value->str))
        kind = RM_CELL_TEXT;
      break;
    }
  if (kind == RM_CELL_DATE)
    rm_cells_note_date (self->cells, self->column, self->text->str, seconds);

  return kind;
}

/* What a formula has come to, if that is known; only its result is ever looked at. */
static gboolean
has_result (Reading *self)
{
  const char *value = self->value->str;

  if (!self->has_formula || self->type == ERROR_VALUE)
    return TRUE;
  if (self->book->unknown || !self->has_value || (*value == '\0' && self->type != TEXT))
    {
      rm_cells_count (self->cells, RM_CELLS_UNKNOWN_FORMULAS, 1);
      return FALSE;
    }
  if (self->type == NUMBER && g_str_equal (value, "0"))
    rm_cells_count (self->cells, RM_CELLS_ZERO_FORMULAS, 1);

  return TRUE;
}

/* LibreOffice writes a plain truth value as a formula. */
static gboolean
read_constant (Reading *self,
               RmCellKind *kind)
{
  const char *formula = self->formula->str + (self->formula->str[0] == '=');

  if (g_ascii_strcasecmp (formula, "TRUE()") != 0 && g_ascii_strcasecmp (formula, "FALSE()") != 0)
    return FALSE;

  g_string_append (self->text, g_ascii_tolower (*formula) == 't' ? "yes" : "no");
  *kind = RM_CELL_TRUTH;
  return TRUE;
}

/* Fills the text of the cell. Returns FALSE where the workbook contradicts itself. */
static gboolean
read_value (Reading *self,
            RmCellKind *kind)
{
  guint64 index = 0;
  gsize length = 0;
  const char *shared = NULL;
  int seconds = 0;

  switch (self->type)
    {
    case SHARED:
      if (self->strings == NULL
          || !g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXUINT32, &index, NULL))
        return FALSE;
      shared = rm_xlsx_strings_get (self->strings, (guint) index, &length);
      if (shared == NULL)
        return FALSE;
      g_string_append_len (self->text, shared, (gssize) length);
      break;

    case TEXT:
      rm_cell_text_unescape (self->value, 0);
      g_string_append_len (self->text, self->value->str, (gssize) self->value->len);
      break;

    case TRUTH:
      g_string_append (self->text, strchr ("0fF", self->value->str[0]) != NULL ? "no" : "yes");
      *kind = RM_CELL_TRUTH;
      break;

    case ERROR_VALUE:
      rm_cells_count (self->cells, RM_CELLS_ERRORS, 1);
      break;

    case ISO_DATE:
      *kind = rm_cell_text_add_iso (self->text, self->value->str, &seconds);
      if (*kind == RM_CELL_DATE)
        rm_cells_note_date (self->cells, self->column, self->text->str, seconds);
      break;

    case NUMBER:
    default:
      *kind = read_number (self);
      break;
    }

  return TRUE;
}

static void
end_cell (Reading *self,
          RmXml *xml)
{
  RmCellKind kind = RM_CELL_TEXT;
  GError *error = NULL;

  self->in_cell = FALSE;
  self->in_inline = FALSE;
  self->phonetic = 0;
  g_string_truncate (self->text, 0);
  if (!read_constant (self, &kind) && has_result (self) && self->value->len > 0
      && !read_value (self, &kind))
    {
      fail_damaged (xml);
      return;
    }
  if (!rm_cells_add (self->cells, self->column, kind, self->text->str, self->text->len, &error))
    rm_xml_fail (xml, error);
  self->column++;
}

static void
end_cb (RmXml *xml,
        const char *space,
        const char *name,
        gpointer data)
{
  Reading *self = data;

  self->target = NULL;
  if (!self->in_cell)
    return;
  if (name[0] == 'c' && name[1] == '\0')
    end_cell (self, xml);
  else if (g_str_equal (name, "rPh") && self->phonetic > 0)
    self->phonetic--;
  else if (g_str_equal (name, "is"))
    self->in_inline = FALSE;
}

static void
text_cb (RmXml *xml,
         const char *text,
         gsize length,
         gpointer data)
{
  Reading *self = data;
  gsize most = self->target == self->formula ? 16 : RM_SHEET_MAX_CELL + 1;

  if (self->target != NULL && self->target->len < most)
    g_string_append_len (self->target, text, (gssize) MIN (length, most - self->target->len));
}

gboolean
rm_xlsx_sheet_read (RmArchive *archive,
                    const RmXlsxBook *book,
                    const char *part,
                    const RmXlsxStrings *strings,
                    RmCells *cells,
                    GError **error)
{
  static const RmXmlHandler handler = { start_cb, end_cb, text_cb };
  Reading self = { .book = book, .strings = strings, .cells = cells, .row_style = NO_STYLE };
  gboolean good = FALSE;

  self.value = g_string_new (NULL);
  self.formula = g_string_new (NULL);
  self.text = g_string_new (NULL);
  for (guint c = 0; c < RM_SHEET_MAX_COLUMNS; c++)
    self.styles[c] = NO_STYLE;
  good = rm_xml_read (archive, part, &handler, &self, error);
  g_string_free (self.value, TRUE);
  g_string_free (self.formula, TRUE);
  g_string_free (self.text, TRUE);

  return good;
}

typedef struct
{
  gboolean in_value;
  gboolean found;
} Look;

static void
look_start_cb (RmXml *xml,
               const char *space,
               const char *name,
               gpointer data)
{
  Look *self = data;

  self->in_value = g_str_equal (name, "v") || g_str_equal (name, "t");
}

static void
look_text_cb (RmXml *xml,
              const char *text,
              gsize length,
              gpointer data)
{
  Look *self = data;

  if (!self->in_value)
    return;

  self->found = TRUE;
  rm_xml_stop (xml);
}

static void
look_end_cb (RmXml *xml,
             const char *space,
             const char *name,
             gpointer data)
{
  Look *self = data;

  self->in_value = FALSE;
}

gboolean
rm_xlsx_sheet_has_cells (RmArchive *archive,
                         const char *part,
                         gboolean *found,
                         GError **error)
{
  static const RmXmlHandler handler = { look_start_cb, look_end_cb, look_text_cb };
  Look self = { 0 };

  if (!rm_xml_read (archive, part, &handler, &self, error))
    return FALSE;

  *found = self.found;
  return TRUE;
}
