/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/rm-xlsx-strings.h"

#include "exchange/spreadsheet/rm-cell-text.h"
#include "exchange/spreadsheet/rm-xml.h"

#include <glib/gi18n-lib.h>

/* One buffer, with where each text ends: a million names are a million small blocks otherwise. */

struct _RmXlsxStrings
{
  /* owned */
  GString *text;
  GArray *ends; /* guint32 */

  gboolean in_item;
  gboolean in_text;
  guint phonetic; /* how deep in runs that say how the rest is spoken */
};

static guint32
begin_of (const RmXlsxStrings *self,
          guint index)
{
  return index > 0 ? g_array_index (self->ends, guint32, index - 1) : 0;
}

static void
start_cb (RmXml *xml,
          const char *space,
          const char *name,
          gpointer data)
{
  RmXlsxStrings *self = data;

  if (g_str_equal (name, "si"))
    self->in_item = TRUE;
  else if (g_str_equal (name, "rPh"))
    self->phonetic++;
  else if (g_str_equal (name, "t"))
    self->in_text = self->in_item && self->phonetic == 0;
}

static void
end_cb (RmXml *xml,
        const char *space,
        const char *name,
        gpointer data)
{
  RmXlsxStrings *self = data;

  if (g_str_equal (name, "t"))
    self->in_text = FALSE;
  else if (g_str_equal (name, "rPh") && self->phonetic > 0)
    self->phonetic--;
  else if (g_str_equal (name, "si"))
    {
      guint32 end = 0;

      rm_cell_text_unescape (self->text, begin_of (self, self->ends->len));
      end = (guint32) self->text->len;
      g_array_append_val (self->ends, end);
      self->in_item = FALSE;
    }
}

static void
text_cb (RmXml *xml,
         const char *text,
         gsize length,
         gpointer data)
{
  RmXlsxStrings *self = data;

  if (!self->in_text)
    return;
  if (self->text->len + length > RM_SHEET_MAX_TEXT)
    rm_xml_fail (xml, g_error_new (RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_BIG,
                                   /* Translators: %u is a number of megabytes */
                                   _ ("The workbook has more than %u MB of text: copy the cells "
                                      "that matter into a new one"),
                                   RM_SHEET_MAX_TEXT / (1024 * 1024)));
  else
    g_string_append_len (self->text, text, (gssize) length);
}

RmXlsxStrings *
rm_xlsx_strings_load (RmArchive *archive,
                      const char *part,
                      GError **error)
{
  static const RmXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (RmXlsxStrings) self = g_new0 (RmXlsxStrings, 1);

  self->text = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));

  return rm_xml_read (archive, part, &handler, self, error) ? g_steal_pointer (&self) : NULL;
}

void
rm_xlsx_strings_free (RmXlsxStrings *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->ends);
  g_free (self);
}

const char *
rm_xlsx_strings_get (const RmXlsxStrings *self,
                     guint index,
                     gsize *length)
{
  if (index >= self->ends->len)
    return NULL;

  *length = g_array_index (self->ends, guint32, index) - begin_of (self, index);
  return self->text->str + begin_of (self, index);
}
