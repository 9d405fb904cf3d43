/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/csv/rm-text-decoder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* HR systems and spreadsheets write CSV in what the computer they run on has always used. Nobody
 * who exports a file knows which encoding that was, so it is told from the bytes. */

G_DEFINE_QUARK (rm-exchange-error-quark, rm_exchange_error)

#define REPLACEMENT 0xFFFD

/* How much of a file without a byte order mark is looked at for NUL bytes. */
#define SAMPLE (64 * 1024)

/* Windows-1252 from 0x80 to 0x9F; 0 where it defines nothing. The rest equals Unicode. */
static const guint16 windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static const struct
{
  const char *magic;
  gsize length;
  RmExchangeError code;
  const char *message;
} refused[] = {
  { "\xFF\xFE\x00\x00", 4, RM_EXCHANGE_ERROR_ENCODING,
    N_ ("The file is in UTF-32, which is not read: save it as “CSV UTF-8”") },
  { "\x00\x00\xFE\xFF", 4, RM_EXCHANGE_ERROR_ENCODING,
    N_ ("The file is in UTF-32, which is not read: save it as “CSV UTF-8”") },
  { "PK\x03\x04", 4, RM_EXCHANGE_ERROR_BINARY,
    N_ ("The file is a workbook or an archive, not text: save the sheet as “CSV UTF-8”") },
  { "\xD0\xCF\x11\xE0", 4, RM_EXCHANGE_ERROR_BINARY,
    N_ ("The file is an old workbook, not text: save the sheet as “CSV UTF-8”") },
  { "%PDF", 4, RM_EXCHANGE_ERROR_BINARY,
    N_ ("The file is a PDF document, not text: ask for the data as CSV") },
};

static gboolean
check_magic (const guchar *bytes,
             gsize length,
             GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    if (length >= refused[i].length && memcmp (bytes, refused[i].magic, refused[i].length) == 0)
      {
        g_set_error_literal (error, RM_EXCHANGE_ERROR, (int) refused[i].code,
                             g_dgettext (GETTEXT_PACKAGE, refused[i].message));
        return FALSE;
      }

  return TRUE;
}

static guint
line_at (const char *text,
         gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    if (text[i] == '\n')
      line++;

  return line;
}

static gboolean
refuse_nul (const char *text,
            gsize length,
            GError **error)
{
  const char *nul = memchr (text, '\0', length);

  if (nul == NULL)
    return TRUE;

  g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_BINARY,
               /* Translators: %u is a line number */
               _ ("Line %u holds a NUL byte, so the file is not text: save it as “CSV UTF-8”"),
               line_at (text, (gsize) (nul - text)));
  return FALSE;
}

/* Whether NUL bytes stand on one side of the 16-bit units, as they do in UTF-16 text. Separators
 * and line breaks alone make up a twentieth of a table in any script. Text without a single byte
 * above 0x7F would be plain Latin in UTF-16, with a NUL in nearly each unit: otherwise a few
 * stray NUL bytes in a short file would turn it into Chinese. */
static gboolean
looks_like_utf_16 (const guchar *bytes,
                   gsize length,
                   RmEncoding *encoding)
{
  gsize sample = MIN (length, SAMPLE) & ~(gsize) 1;
  gsize units = sample / 2;
  gsize first = 0;
  gsize second = 0;
  gboolean ascii = TRUE;

  if (units == 0 || length % 2 != 0)
    return FALSE;

  for (gsize i = 0; i < sample; i += 2)
    {
      first += bytes[i] == 0;
      second += bytes[i + 1] == 0;
      ascii = ascii && bytes[i] < 0x80 && bytes[i + 1] < 0x80;
    }

  *encoding = second > first ? RM_ENCODING_UTF_16LE : RM_ENCODING_UTF_16BE;
  return MAX (first, second) * (ascii ? 5 : 20) >= units * (ascii ? 2 : 1)
         && MAX (first, second) > 4 * MIN (first, second);
}

static gunichar
unit_at (const guchar *bytes,
         gsize offset,
         RmEncoding encoding)
{
  guint low = encoding == RM_ENCODING_UTF_16LE ? bytes[offset] : bytes[offset + 1];
  guint high = encoding == RM_ENCODING_UTF_16LE ? bytes[offset + 1] : bytes[offset];

  return low | high << 8;
}

static void
append_replacement (GString *out,
                    guint *n_replaced)
{
  g_string_append_unichar (out, REPLACEMENT);
  (*n_replaced)++;
}

static GString *
decode_utf_16 (const guchar *bytes,
               gsize length,
               RmEncoding encoding,
               guint *n_replaced)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar unit = unit_at (bytes, i, encoding);
      gunichar next = i + 3 < length ? unit_at (bytes, i + 2, encoding) : 0;

      if (unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000)
        {
          g_string_append_unichar (out, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
          i += 2;
        }
      else if (unit >= 0xD800 && unit < 0xE000)
        append_replacement (out, n_replaced);
      else
        g_string_append_unichar (out, unit);
    }

  return out;
}

/* Good sequences of several bytes and bytes that belong to none. */
static void
count_utf_8 (const char *text,
             gsize length,
             gsize *good,
             gsize *bad)
{
  const char *end = text + length;

  *good = 0;
  *bad = 0;
  for (const char *p = text; p < end;)
    {
      gunichar c = (guchar) *p < 0x80 ? 'a' : g_utf8_get_char_validated (p, end - p);

      if ((guchar) *p < 0x80)
        p++;
      else if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          (*bad)++;
          p++;
        }
      else
        {
          (*good)++;
          p = g_utf8_next_char (p);
        }
    }
}

static GString *
repair_utf_8 (const char *text,
              gsize length,
              guint *n_replaced)
{
  GString *out = g_string_sized_new (length);
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      const char *valid_end = NULL;

      g_utf8_validate_len (p, (gsize) (end - p), &valid_end);
      g_string_append_len (out, p, valid_end - p);
      p = valid_end;
      if (p < end)
        {
          append_replacement (out, n_replaced);
          p++;
        }
    }

  return out;
}

static GString *
decode_windows_1252 (const guchar *bytes,
                     gsize length,
                     guint *n_replaced)
{
  GString *out = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      gunichar c = bytes[i] >= 0x80 && bytes[i] < 0xA0 ? windows_1252[bytes[i] - 0x80] : bytes[i];

      if (c == 0)
        append_replacement (out, n_replaced);
      else if (c < 0x80)
        g_string_append_c (out, (char) c);
      else
        g_string_append_unichar (out, c);
    }

  return out;
}

static GString *
decode_eight_bit (const guchar *bytes,
                  gsize length,
                  gboolean marked,
                  RmEncoding *encoding,
                  guint *n_replaced)
{
  const char *text = (const char *) bytes;
  gsize good = 0;
  gsize bad = 0;

  count_utf_8 (text, length, &good, &bad);
  *encoding = marked || good >= 10 * bad ? RM_ENCODING_UTF_8 : RM_ENCODING_WINDOWS_1252;
  if (*encoding == RM_ENCODING_WINDOWS_1252)
    return decode_windows_1252 (bytes, length, n_replaced);
  if (bad == 0)
    return g_string_new_len (text, (gssize) length);

  return repair_utf_8 (text, length, n_replaced);
}

static GString *
decode_sixteen_bit (const guchar *bytes,
                    gsize length,
                    RmEncoding encoding,
                    guint *n_replaced,
                    GError **error)
{
  if (length % 2 != 0)
    {
      g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_ENCODING,
                           _ ("The file is in UTF-16 and ends in the middle of a character: it "
                              "was cut off. Export it again"));
      return NULL;
    }

  return decode_utf_16 (bytes, length, encoding, n_replaced);
}

RmDecodedText *
rm_text_decoder_decode (const guchar *bytes,
                        gsize length,
                        GError **error)
{
  RmDecodedText *self = NULL;
  GString *out = NULL;
  RmEncoding encoding = RM_ENCODING_UTF_8;
  guint n_replaced = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (!check_magic (bytes, length, error))
    return NULL;

  if (length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    out = decode_eight_bit (bytes + 3, length - 3, TRUE, &encoding, &n_replaced);
  else if (length >= 2
           && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0))
    {
      encoding = bytes[0] == 0xFF ? RM_ENCODING_UTF_16LE : RM_ENCODING_UTF_16BE;
      out = decode_sixteen_bit (bytes + 2, length - 2, encoding, &n_replaced, error);
    }
  else if (looks_like_utf_16 (bytes, length, &encoding))
    out = decode_sixteen_bit (bytes, length, encoding, &n_replaced, error);
  else
    out = decode_eight_bit (bytes, length, FALSE, &encoding, &n_replaced);

  if (out == NULL)
    return NULL;
  if (!refuse_nul (out->str, out->len, error))
    {
      g_string_free (out, TRUE);
      return NULL;
    }

  self = g_new0 (RmDecodedText, 1);
  self->length = out->len;
  self->text = g_string_free (out, FALSE);
  self->encoding = encoding;
  self->n_replaced = n_replaced;

  return self;
}

void
rm_decoded_text_free (RmDecodedText *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}
