/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-sentence.h"

#include <string.h>

/* A name with an override of the direction (U+202E) would turn the rest of a sentence around, and a
 * name in Hebrew or Arabic the number that follows it. Names are isolated when inserted: later they
 * cannot be told from the words around them. To find them, the format gets a mark on either side of
 * each %s: characters for private use. A name that contains them ends its isolation early, so
 * controls outside are left out. */

#define BEGIN "\xEF\xB7\x90" /* U+FDD0 */
#define END "\xEF\xB7\x91"   /* U+FDD1 */
#define FIRST_STRONG_ISOLATE 0x2068
#define POP_ISOLATE 0x2069

static gboolean
is_isolate (gunichar c)
{
  return c >= 0x2066 && c <= POP_ISOLATE;
}

static gboolean
is_embedding (gunichar c)
{
  return c >= 0x202A && c <= 0x202E;
}

static gboolean
is_mark (gunichar c)
{
  return c == 0x200E || c == 0x200F || c == 0x061C;
}

/* Blocks of scripts written from right to left, reserved ones included. */
static gboolean
is_from_right (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF)
         || (c >= 0xFB1D && c <= 0xFDFF)
         || (c >= 0xFE70 && c <= 0xFEFF)
         || (c >= 0x10800 && c <= 0x10FFF)
         || (c >= 0x1E800 && c <= 0x1EFFF);
}

/* Whether each isolate ends, so that it does not affect the text after it. */
static gboolean
is_balanced (const char *text)
{
  int depth = 0;

  for (const char *p = text; *p != '\0' && depth >= 0; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_isolate (c))
        depth += c == POP_ISOLATE ? -1 : 1;
    }

  return depth == 0;
}

/* Whether anything not yet isolated could reorder the text around it. */
static gboolean
may_reorder (const char *text)
{
  int depth = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_isolate (c))
        depth += c == POP_ISOLATE ? -1 : 1;
      else if (depth == 0 && (is_embedding (c) || is_mark (c) || is_from_right (c)))
        return TRUE;
    }

  return FALSE;
}

static void
append_without_isolates (GString *out,
                         const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_isolate (c))
        g_string_append_unichar (out, c);
    }
}

static void
append_isolated (GString *out,
                 const char *text)
{
  gboolean balanced = is_balanced (text);

  if (balanced && !may_reorder (text))
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_unichar (out, FIRST_STRONG_ISOLATE);
  if (balanced)
    g_string_append (out, text);
  else
    append_without_isolates (out, text);
  g_string_append_unichar (out, POP_ISOLATE);
}

/* Text of the translation, without controls that escaped from an isolate. */
static void
append_words (GString *out,
              const char *text,
              gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_isolate (c) && !is_embedding (c))
        g_string_append_unichar (out, c);
    }
}

/* Conversions of printf end with a letter that is not a modifier. */
static char *
mark_texts (const char *format)
{
  GString *marked = g_string_new (NULL);

  for (const char *p = format; *p != '\0';)
    {
      gsize plain = strcspn (p, "%");
      gsize length = 0;

      g_string_append_len (marked, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        break;
      length = 1 + strspn (p + 1, "0123456789$-+ #'.*hlqjzt");
      length += p[length] != '\0';
      if (p[length - 1] == 's')
        g_string_append (marked, BEGIN);
      g_string_append_len (marked, p, (gssize) length);
      if (p[length - 1] == 's')
        g_string_append (marked, END);
      p += length;
    }

  return g_string_free (marked, FALSE);
}

static void
append_sentence (GString *out,
                 const char *format,
                 va_list args)
{
  g_autofree char *marked = mark_texts (format);
  g_autofree char *text = g_strdup_vprintf (marked, args);
  const char *rest = text;

  for (const char *begin = strstr (rest, BEGIN); begin != NULL; begin = strstr (rest, BEGIN))
    {
      const char *end = strstr (begin, END);
      g_autofree char *inserted = NULL;
      g_autofree char *valid = NULL;

      append_words (out, rest, (gsize) (begin - rest));
      begin += strlen (BEGIN);
      if (end == NULL)
        end = begin + strlen (begin);
      inserted = g_strndup (begin, (gsize) (end - begin));
      /* File names are bytes, and an incomplete character at the end would be read past it. */
      valid = g_utf8_make_valid (inserted, -1);
      append_isolated (out, valid);
      rest = *end != '\0' ? end + strlen (END) : end;
    }
  append_words (out, rest, strlen (rest));
}

char *
rm_sentence_new (const char *format,
                 ...)
{
  GString *out = g_string_new (NULL);
  va_list args;

  va_start (args, format);
  append_sentence (out, format, args);
  va_end (args);

  return g_string_free (out, FALSE);
}

void
rm_sentence_append (GString *text,
                    const char *format,
                    ...)
{
  va_list args;

  va_start (args, format);
  append_sentence (text, format, args);
  va_end (args);
}

void
rm_sentence_set_error (GError **error,
                       GQuark domain,
                       int code,
                       const char *format,
                       ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  va_list args;

  va_start (args, format);
  append_sentence (text, format, args);
  va_end (args);
  g_set_error_literal (error, domain, code, text->str);
}

char *
rm_sentence_fill (const char *sentence,
                  const char *first,
                  const char *second)
{
  g_autofree char *one = rm_sentence_isolate (first);
  g_autofree char *two = second != NULL ? rm_sentence_isolate (second) : NULL;
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (const char *p = sentence; *p != '\0'; p++)
    {
      gboolean numbered = g_str_has_prefix (p, "%1$s") || g_str_has_prefix (p, "%2$s");

      if (!numbered && !g_str_has_prefix (p, "%s"))
        {
          g_string_append_c (text, *p);
          continue;
        }
      n = numbered ? (guint) (p[1] - '0') : n + 1;
      g_string_append (text, n == 1 ? one : two != NULL ? two : "");
      p += numbered ? 3 : 1;
    }

  return g_string_free (text, FALSE);
}

char *
rm_sentence_isolate (const char *text)
{
  GString *out = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  append_isolated (out, valid);
  return g_string_free (out, FALSE);
}

char *
rm_sentence_plain (const char *sentence)
{
  GString *out = NULL;

  if (sentence == NULL)
    return NULL;

  out = g_string_new (NULL);
  append_without_isolates (out, sentence);
  return g_string_free (out, FALSE);
}
