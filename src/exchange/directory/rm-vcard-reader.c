/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/directory/rm-vcard-reader.h"

#include "exchange/directory/rm-entries.h"
#include "exchange/directory/rm-vcard-property.h"
#include "exchange/sheet/rm-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Columns are called as HR systems call them, which the import understands in every language. */

#define WHOLE -1 /* in place of a part: all of the value */
#define LIST -2  /* a list with commas */

typedef struct
{
  const char *property;
  int part;
  const char *column;
} Place;

/* Nothing else is read. */
static const Place places[] = {
  { "FN", WHOLE, "Full name" },
  { "N", 1, "Given name" },
  { "N", 0, "Family name" },
  { "EMAIL", WHOLE, "Email" },
  { "TITLE", WHOLE, "Job title" },
  { "ORG", 0, "Company" },
  { "ORG", 1, "Department" },
  { "ADR", 3, "Location" },
  { "LANG", WHOLE, "Languages" },
  { "CATEGORIES", LIST, "Categories" },
  { "UID", WHOLE, "UID" },
  { "X-EVOLUTION-MANAGER", WHOLE, "Manager" },
  { "X-KADDRESSBOOK-X-MANAGERSNAME", WHOLE, "Manager" },
  { "X-MS-MANAGER", WHOLE, "Manager" },
};

typedef struct
{
  RmEntries *entries; /* owned */
  RmFoldedLines lines;
  guint ranks[G_N_ELEMENTS (places)]; /* of what stands in the columns, from 1 */
  gboolean old;                       /* version 2.1 */
  gboolean is_group;
  gboolean agent; /* a card may follow that is the value of a property */
  guint inner;    /* cards within the card */

  guint n_left_out;
  gboolean cut;
} Reader;

static gboolean
equal (const char *a,
       const char *b)
{
  return a != NULL && g_ascii_strcasecmp (a, b) == 0;
}

static void
begin_card (Reader *self)
{
  rm_entries_begin (self->entries, self->lines.line);
  memset (self->ranks, 0, sizeof self->ranks);
  self->old = FALSE;
  self->is_group = FALSE;
  self->agent = FALSE;
  self->inner = 0;
  self->lines.keep_blank = FALSE;
}

static gboolean
end_card (Reader *self,
          GError **error)
{
  if (!rm_entries_has_begun (self->entries))
    return TRUE;
  if (!self->is_group
      && (rm_entries_find (self->entries, "Full name") != NULL
          || rm_entries_find (self->entries, "Given name") != NULL
          || rm_entries_find (self->entries, "Family name") != NULL
          || rm_entries_find (self->entries, "Email") != NULL))
    return rm_entries_keep (self->entries, error);

  self->n_left_out++;
  rm_entries_drop (self->entries);
  return TRUE;
}

static char *
join (char **parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", parts[i]);

  return g_string_free (text, FALSE);
}

static char *
find_part (const Reader *self,
           const RmVcardProperty *property,
           int part)
{
  char separator = part == WHOLE ? '\0' : part == LIST ? ',' : ';';
  g_auto (GStrv) parts = rm_vcard_property_split (property, separator, self->old);

  if (part == WHOLE || part == LIST)
    return join (parts);

  return (guint) part < g_strv_length (parts) ? g_strdup (parts[part]) : g_strdup ("");
}

static gboolean
put (Reader *self,
     guint place,
     const RmVcardProperty *property,
     GError **error)
{
  const char *column = places[place].column;
  gboolean is_list = places[place].part == LIST || g_str_equal (property->name, "LANG");
  g_autofree char *text = find_part (self, property, places[place].part);

  if (*text == '\0')
    return TRUE;
  if (!is_list)
    {
      if (self->ranks[place] > property->rank)
        return TRUE;
      rm_entries_remove (self->entries, column);
      self->ranks[place] = property->rank + 1;
    }

  return rm_entries_add (self->entries, column, "; ", text, error);
}

static void
note_kind (Reader *self,
           const RmVcardProperty *property)
{
  const char *name = property->name;

  if (equal (name, "KIND") || equal (name, "X-ADDRESSBOOKSERVER-KIND"))
    self->is_group |= !equal (property->value, "individual");
  else if (equal (name, "X-EVOLUTION-LIST"))
    self->is_group |= equal (property->value, "TRUE");
  else if (equal (name, "X-ABSHOWAS"))
    self->is_group |= equal (property->value, "COMPANY");
  else if (equal (name, "VERSION"))
    {
      self->old = equal (property->value, "2.1");
      self->lines.keep_blank = self->old;
    }
}

static gboolean
take_begin (Reader *self,
            GError **error)
{
  if (self->agent || self->inner > 0)
    {
      self->agent = FALSE;
      self->inner++;
      return TRUE;
    }

  self->cut |= rm_entries_has_begun (self->entries);
  if (!end_card (self, error))
    return FALSE;
  begin_card (self);
  return TRUE;
}

static gboolean
take_property (Reader *self,
               const RmVcardProperty *property,
               GError **error)
{
  if (equal (property->name, "BEGIN") && equal (property->value, "VCARD"))
    return take_begin (self, error);
  if (!rm_entries_has_begun (self->entries))
    return TRUE;
  if (equal (property->name, "END") && self->inner > 0)
    {
      self->inner--;
      return TRUE;
    }
  if (equal (property->name, "END"))
    return end_card (self, error);
  if (self->inner > 0 || property->value == NULL)
    return TRUE;

  self->agent = equal (property->name, "AGENT") && *property->value == '\0';
  note_kind (self, property);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (property->name, places[i].property) && !put (self, i, property, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_lines (Reader *self,
            gsize length,
            RmProgressFunc progress,
            gpointer data,
            GError **error)
{
  const char *start = self->lines.at;

  for (guint n = 1; rm_folded_lines_next (&self->lines); n++)
    {
      g_auto (RmVcardProperty) property = { 0 };

      /* Blank lines, and values that go on where no line should begin. */
      g_strchomp (self->lines.text->str);
      self->lines.text->len = strlen (self->lines.text->str);
      if (rm_vcard_property_parse (&property, &self->lines)
          && !take_property (self, &property, error))
        return FALSE;
      if (n % 4096 == 0 && progress != NULL
          && !progress ((double) (self->lines.at - start) / (double) length, data))
        {
          g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED,
                               _ ("Reading was stopped"));
          return FALSE;
        }
    }

  self->cut |= rm_entries_has_begun (self->entries);
  return end_card (self, error);
}

static void
tell (const Reader *self,
      RmSheet *sheet)
{
  if (self->n_left_out > 0)
    rm_sheet_add_notice (sheet, RM_FILE_PROBLEM_ENTRIES, RM_FILE_NOWHERE,
                         g_strdup_printf (
                           ngettext ("%u entry is not read: it is not a person",
                                     "%u entries are not read: they are not people",
                                     self->n_left_out),
                           self->n_left_out));
  if (self->cut)
    rm_sheet_add_notice (sheet, RM_FILE_PROBLEM_CUT_SHORT, RM_FILE_NOWHERE,
                         g_strdup (_ ("An entry has no end: part of the file may be missing")));
}

RmSheet *
rm_vcard_reader_read (const guchar *bytes,
                      gsize length,
                      guint max_rows,
                      RmProgressFunc progress,
                      gpointer data,
                      GError **error)
{
  Reader self = { .entries = rm_entries_new (max_rows) };
  RmSheet *sheet = NULL;

  rm_folded_lines_init (&self.lines, bytes, length);
  self.lines.tabs = TRUE;
  if (read_lines (&self, length, progress, data, error))
    sheet = rm_entries_finish (self.entries, RM_SHEET_VCARD, error);
  if (sheet != NULL)
    tell (&self, sheet);
  rm_folded_lines_clear (&self.lines);
  rm_entries_free (self.entries);

  return sheet;
}

gboolean
rm_vcard_reader_knows (const guchar *bytes,
                       gsize length)
{
  static const char mark[] = "BEGIN:VCARD";

  while (length > 0 && g_ascii_isspace (*bytes))
    {
      bytes++;
      length--;
    }

  return length >= strlen (mark)
         && g_ascii_strncasecmp ((const char *) bytes, mark, strlen (mark)) == 0;
}
