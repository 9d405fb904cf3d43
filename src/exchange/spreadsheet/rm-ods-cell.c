/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/rm-ods-cell.h"

#include "exchange/spreadsheet/rm-cell-text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The attributes say what a cell is worth, its paragraphs what people see. The former count; the
 * latter are the text of a text. */

#define OFFICE "office:1.0"
#define TABLE "table:1.0"

void
rm_ods_cell_init (RmOdsCell *self)
{
  *self = (RmOdsCell) { .text = g_string_new (NULL), .out = g_string_new (NULL) };
}

void
rm_ods_cell_clear (RmOdsCell *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->out, TRUE);
  g_free (self->value);
  g_free (self->formula);
}

static char
get_type (RmXml *xml)
{
  static const struct
  {
    const char *name;
    char type;
  } types[] = {
    { "float", 'n' },   { "currency", 'n' }, { "percentage", '%' }, { "date", 'd' },
    { "time", 't' },    { "boolean", 'b' },  { "string", 's' },
  };
  gsize length = 0;
  const char *name = rm_xml_find_attribute (xml, "calcext:1.0", "value-type", &length);

  if (name != NULL && length == 5 && strncmp (name, "error", 5) == 0)
    return 'e';

  name = rm_xml_find_attribute (xml, OFFICE, "value-type", &length);
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (strlen (types[i].name) == length && strncmp (types[i].name, name, length) == 0)
      return types[i].type;

  return '\0';
}

static const char *
name_value (char type)
{
  switch (type)
    {
    case 'd':
      return "date-value";

    case 't':
      return "time-value";

    case 'b':
      return "boolean-value";

    case 's':
      return "string-value";

    default:
      return "value";
    }
}

void
rm_ods_cell_begin (RmOdsCell *self,
                   RmXml *xml)
{
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->formula, g_free);
  g_string_truncate (self->text, 0);
  g_string_truncate (self->out, 0);
  self->paragraphs = 0;
  self->in_paragraph = 0;
  self->type = get_type (xml);
  if (self->type != '\0')
    self->value = rm_xml_dup_attribute (xml, OFFICE, name_value (self->type));
  self->formula = rm_xml_dup_attribute (xml, TABLE, "formula");
}

static void
add_bytes (RmOdsCell *self,
           const char *text,
           gsize length)
{
  if (self->text->len <= RM_SHEET_MAX_CELL)
    g_string_append_len (self->text, text, (gssize) MIN (length, RM_SHEET_MAX_CELL + 1u));
}

void
rm_ods_cell_start (RmOdsCell *self,
                   RmXml *xml,
                   const char *name)
{
  guint n = 1;

  if (self->in_paragraph > 0)
    self->in_paragraph++;
  else if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    {
      self->in_paragraph = 1;
      self->blank_before = TRUE;
      if (self->paragraphs++ > 0)
        add_bytes (self, "\n", 1);
      return;
    }
  else
    return;

  if (g_str_equal (name, "s"))
    {
      rm_xml_get_number (xml, "text:1.0", "c", &n);
      for (guint i = 0; i < n && self->text->len <= RM_SHEET_MAX_CELL; i++)
        add_bytes (self, " ", 1);
    }
  else if (g_str_equal (name, "tab"))
    add_bytes (self, "\t", 1);
  else if (g_str_equal (name, "line-break"))
    add_bytes (self, "\n", 1);
  else
    return;
  self->blank_before = FALSE;
}

void
rm_ods_cell_end (RmOdsCell *self,
                 const char *name)
{
  if (self->in_paragraph > 0)
    self->in_paragraph--;
}

void
rm_ods_cell_add (RmOdsCell *self,
                 const char *text,
                 gsize length)
{
  gsize from = 0;

  if (self->in_paragraph == 0)
    return;

  for (gsize i = 0; i < length; i++)
    {
      gboolean blank = strchr (" \t\r\n", text[i]) != NULL;

      if (blank)
        {
          add_bytes (self, text + from, i - from);
          from = i + 1;
          if (!self->blank_before)
            add_bytes (self, " ", 1);
        }
      self->blank_before = blank;
    }
  add_bytes (self, text + from, length - from);
}

/* "PT08H30M00S" is 08:30. */
static void
add_time (GString *out,
          const char *value)
{
  unsigned long parts[3] = { 0 };
  const char *p = g_str_has_prefix (value, "PT") ? value + 2 : "";

  while (*p != '\0')
    {
      char *end = NULL;
      unsigned long number = strtoul (p, &end, 10);

      if (end == p || number > 100000)
        break;
      if (*end == 'H')
        parts[0] = number;
      else if (*end == 'M')
        parts[1] = number;
      else if (*end == 'S' || *end == '.' || *end == ',')
        parts[2] = number;
      if (*end == '\0')
        break;
      p = end + 1;
    }
  g_string_append_printf (out, "%02lu:%02lu", parts[0], parts[1]);
  if (parts[2] > 0)
    g_string_append_printf (out, ":%02lu", parts[2]);
}

/* "of:=TRUE()" */
static gboolean
is_constant (const char *formula,
             const char *constant)
{
  const char *equals = formula != NULL ? strchr (formula, '=') : NULL;

  return equals != NULL && g_ascii_strcasecmp (equals + 1, constant) == 0;
}

/* Writers other than LibreOffice have no type for errors. */
static gboolean
is_error (const RmOdsCell *self)
{
  static const char *const errors[] = {
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", NULL,
  };

  return self->type == 'e'
         || (self->formula != NULL
             && (g_strv_contains (errors, self->text->str)
                 || g_str_has_prefix (self->text->str, "Err:")));
}

/* Gnumeric writes a percentage as a plain number that is shown as one. Whoever writes the sign
 * behind the number itself shows the number as it is. */
static gboolean
is_shown_as_percent (const RmOdsCell *self,
                     const char *raw)
{
  g_autofree char *shown = NULL;
  double value = g_ascii_strtod (raw, NULL);
  double number = 0;

  if (self->text->len == 0 || self->text->str[self->text->len - 1] != '%')
    return FALSE;

  shown = g_strdelimit (g_strdup (self->text->str), ",", '.');
  number = g_ascii_strtod (shown, NULL);
  return fabs (number - value * 100) < fabs (number - value);
}

static RmCellKind
take_number (RmOdsCell *self)
{
  const char *raw = self->value != NULL ? self->value : self->text->str;
  gboolean percent = self->type == '%' || is_shown_as_percent (self, raw);
  gboolean good = percent ? rm_cell_text_add_percent (self->out, raw)
                          : rm_cell_text_add_number (self->out, raw);

  return good ? RM_CELL_NUMBER : RM_CELL_TEXT;
}

static RmCellKind
take_value (RmOdsCell *self)
{
  const char *raw = self->value != NULL ? self->value : self->text->str;

  switch (self->type)
    {
    case 'n':
    case '%':
      return take_number (self);

    case 'd':
      return rm_cell_text_add_iso (self->out, raw, &self->seconds);

    case 't':
      if (self->value != NULL)
        add_time (self->out, self->value);
      else
        g_string_append (self->out, raw);
      return RM_CELL_TEXT;

    case 'b':
      g_string_append (self->out, g_ascii_strcasecmp (raw, "true") == 0 ? "yes" : "no");
      return RM_CELL_TRUTH;

    default:
      g_string_append (self->out, raw);
      return RM_CELL_TEXT;
    }
}

RmCellKind
rm_ods_cell_finish (RmOdsCell *self,
                    RmCellsCount *count)
{
  RmCellKind kind = RM_CELL_TEXT;

  *count = RM_CELLS_N_COUNTS;
  self->seconds = 0;
  if (is_error (self))
    {
      *count = RM_CELLS_ERRORS;
      return kind;
    }
  if (is_constant (self->formula, "TRUE()") || is_constant (self->formula, "FALSE()"))
    {
      g_string_append (self->out, is_constant (self->formula, "TRUE()") ? "yes" : "no");
      return RM_CELL_TRUTH;
    }

  kind = take_value (self);
  if (self->formula != NULL && self->type == '\0' && self->text->len == 0)
    *count = RM_CELLS_UNKNOWN_FORMULAS;
  else if (self->formula != NULL && self->type == 'n' && g_str_equal (self->out->str, "0"))
    *count = RM_CELLS_ZERO_FORMULAS;

  return kind;
}
