/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/csv/rm-csv-writer.h"

#include <string.h>

/* Files of ours are opened in spreadsheets, which run what looks like a formula (CWE-1236). The
 * guard against that must not cost a character when the file comes back. */

struct _RmCsvWriter
{
  GString *out;
  gsize row; /* where the row being written begins */
  guint n_cells;
};

/* Apostrophes, if any, before a character that makes a spreadsheet run a cell. Where East Asian
 * languages are written, spreadsheets take the full-width ones for the plain ones. */
static gboolean
needs_guard (const char *text)
{
  static const char *const wide[] = { "＝", "＋", "－", "＠" };
  const char *p = text + strspn (text, "'");

  if (*p == '\0')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (p, wide[i]))
      return TRUE;

  return strchr ("=+-@\t\r", *p) != NULL;
}

char *
rm_csv_guard (const char *text)
{
  return needs_guard (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

const char *
rm_csv_unguard (const char *text)
{
  return *text == '\'' && needs_guard (text) ? text + 1 : text;
}

RmCsvWriter *
rm_csv_writer_new (gboolean with_mark)
{
  RmCsvWriter *self = g_new0 (RmCsvWriter, 1);

  self->out = g_string_new (with_mark ? "\xEF\xBB\xBF" : NULL);
  self->row = self->out->len;

  return self;
}

/* Spaces at either end are quoted for the readers that trim them, a byte order mark for the ones
 * that would take it for the file's own. */
static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  return strpbrk (text, ",;|\t\"\r\n") != NULL
         || strstr (text, "\xEF\xBB\xBF") != NULL
         || (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));
}

void
rm_csv_writer_add_value (RmCsvWriter *self,
                         const char *text)
{
  const char *rest = text != NULL ? text : "";

  if (self->n_cells > 0)
    g_string_append_c (self->out, ',');
  self->n_cells++;
  if (!needs_quotes (rest))
    {
      g_string_append (self->out, rest);
      return;
    }

  g_string_append_c (self->out, '"');
  for (const char *quote = strchr (rest, '"'); quote != NULL; quote = strchr (rest, '"'))
    {
      g_string_append_len (self->out, rest, quote - rest + 1);
      g_string_append_c (self->out, '"');
      rest = quote + 1;
    }
  g_string_append (self->out, rest);
  g_string_append_c (self->out, '"');
}

void
rm_csv_writer_add_text (RmCsvWriter *self,
                        const char *text)
{
  g_autofree char *guarded = rm_csv_guard (text != NULL ? text : "");

  rm_csv_writer_add_value (self, guarded);
}

void
rm_csv_writer_end_row (RmCsvWriter *self)
{
  /* A row of one empty cell would be a blank line, which readers skip. */
  if (self->out->len == self->row)
    g_string_append (self->out, "\"\"");
  g_string_append (self->out, "\r\n");
  self->row = self->out->len;
  self->n_cells = 0;
}

GString *
rm_csv_writer_finish (RmCsvWriter *self)
{
  GString *out = g_steal_pointer (&self->out);

  rm_csv_writer_free (self);
  return out;
}

void
rm_csv_writer_free (RmCsvWriter *self)
{
  if (self == NULL)
    return;

  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_free (self);
}
