/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "written-book.h"

#include <string.h>

typedef struct
{
  const guint8 *bytes;
  gsize size;
} Archive;

static guint32
number_at (const Archive *archive,
           gsize place,
           guint n)
{
  guint32 number = 0;

  g_assert_cmpuint (place + n, <=, archive->size);
  for (guint i = n; i > 0; i--)
    number = number << 8 | archive->bytes[place + i - 1];

  return number;
}

/* Where the entry in the list of files is, or 0. */
static gsize
find_entry (const Archive *archive,
            const char *name,
            GString *names)
{
  gsize end = archive->size - 22;
  gsize place = number_at (archive, end + 16, 4);

  g_assert_cmpuint (number_at (archive, end, 4), ==, 0x06054B50);
  while (place < end)
    {
      guint32 length = number_at (archive, place + 28, 2);
      g_autofree char *here = g_strndup ((const char *) archive->bytes + place + 46, length);

      g_assert_cmpuint (number_at (archive, place, 4), ==, 0x02014B50);
      if (g_strcmp0 (here, name) == 0)
        return place;
      if (names != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", here);
      place += 46 + length + number_at (archive, place + 30, 2)
               + number_at (archive, place + 32, 2);
    }

  return 0;
}

static Archive
open_archive (GBytes *file)
{
  Archive archive = { 0 };

  archive.bytes = g_bytes_get_data (file, &archive.size);
  g_assert_cmpuint (archive.size, >, 22);
  return archive;
}

char *
written_book_list (GBytes *file)
{
  Archive archive = open_archive (file);
  GString *names = g_string_new (NULL);

  find_entry (&archive, NULL, names);
  return g_string_free (names, FALSE);
}

char *
written_book_read (GBytes *file,
                   const char *name)
{
  Archive archive = open_archive (file);
  gsize entry = find_entry (&archive, name, NULL);
  gsize local = 0;
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GInputStream) plain = NULL;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  if (entry == 0)
    return NULL;

  local = number_at (&archive, entry + 42, 4);
  local += 30 + number_at (&archive, local + 26, 2) + number_at (&archive, local + 28, 2);
  in = g_memory_input_stream_new_from_data (archive.bytes + local,
                                            number_at (&archive, entry + 20, 4), NULL);
  plain = g_converter_input_stream_new (in, G_CONVERTER (inflate));
  g_output_stream_splice (out, plain, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)), ==,
                    number_at (&archive, entry + 24, 4));

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)));
}

typedef struct
{
  GHashTable *codes; /* from ids of formats to what they say */
  GPtrArray *styles; /* ids of formats */
  gboolean in_styles;

  GString *out;
  guint column;
  char type;
  guint style;
  GString *text;
} Reading;

static const char *
find_value (const char **names,
            const char **values,
            const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return NULL;
}

static void
start_style (GMarkupParseContext *context,
             const char *element,
             const char **names,
             const char **values,
             gpointer data,
             GError **error)
{
  Reading *self = data;
  const char *id = find_value (names, values, "numFmtId");

  if (g_str_equal (element, "cellXfs"))
    self->in_styles = TRUE;
  else if (g_str_equal (element, "cellStyles"))
    self->in_styles = FALSE;
  else if (g_str_equal (element, "numFmt"))
    g_hash_table_insert (self->codes, g_strdup (id),
                         g_strdup (find_value (names, values, "formatCode")));
  else if (g_str_equal (element, "xf") && self->in_styles)
    g_ptr_array_add (self->styles, g_strdup (id));
}

static void
start_cell (GMarkupParseContext *context,
            const char *element,
            const char **names,
            const char **values,
            gpointer data,
            GError **error)
{
  Reading *self = data;
  const char *place = find_value (names, values, "r");
  const char *type = find_value (names, values, "t");
  const char *style = find_value (names, values, "s");
  guint column = 0;

  g_string_truncate (self->text, 0);
  if (g_str_equal (element, "row"))
    self->column = 0;
  if (!g_str_equal (element, "c"))
    return;

  for (; g_ascii_isupper (*place); place++)
    column = column * 26 + (guint) (*place - 'A') + 1;
  for (self->column++; self->column < column; self->column++)
    g_string_append (self->out, "[]");
  self->type = type == NULL ? '#' : g_str_equal (type, "b") ? '?' : 's';
  if (type != NULL && !g_str_equal (type, "b"))
    g_assert_cmpstr (type, ==, "inlineStr");
  self->style = style != NULL ? (guint) g_ascii_strtoull (style, NULL, 10) : 0;
}

static void
say_cell (Reading *self,
          const char *element)
{
  const char *id = g_ptr_array_index (self->styles, self->style);
  const char *code = g_hash_table_lookup (self->codes, id);

  if (g_str_equal (element, "f"))
    g_string_append_printf (self->out, "[=%s]", self->text->str);
  else if (self->type == 's')
    g_string_append_printf (self->out, "[%s]", self->text->str);
  else if (self->type == '?')
    g_string_append_printf (self->out, "[?%s]", self->text->str);
  else
    g_string_append_printf (self->out, "[#%s%s%s]", self->text->str, code != NULL ? " " : "",
                            code != NULL ? code : "");
}

static void
end_cell (GMarkupParseContext *context,
          const char *element,
          gpointer data,
          GError **error)
{
  Reading *self = data;

  if (g_str_equal (element, "t") || g_str_equal (element, "v") || g_str_equal (element, "f"))
    say_cell (self, element);
  else if (g_str_equal (element, "row"))
    g_string_append_c (self->out, '\n');
}

static void
take_text (GMarkupParseContext *context,
           const char *text,
           gsize length,
           gpointer data,
           GError **error)
{
  Reading *self = data;

  g_string_append_len (self->text, text, (gssize) length);
}

static void
parse (Reading *self,
       GBytes *file,
       const char *name,
       const GMarkupParser *parser)
{
  g_autofree char *text = written_book_read (file, name);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (parser, 0, self, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, NULL));
}

char *
written_book_dump (GBytes *file)
{
  const GMarkupParser styles = { .start_element = start_style };
  const GMarkupParser cells = { start_cell, end_cell, take_text, NULL, NULL };
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  Reading self = { .codes = codes, .styles = ids, .text = text, .out = g_string_new (NULL) };

  g_hash_table_insert (codes, g_strdup ("9"), g_strdup ("0%"));
  parse (&self, file, "xl/styles.xml", &styles);
  parse (&self, file, "xl/worksheets/sheet1.xml", &cells);

  return g_string_free (self.out, FALSE);
}
