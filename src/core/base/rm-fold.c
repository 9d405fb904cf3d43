/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-fold.h"

#include <string.h>

/* Search and matching fold in memory: a full-text index would keep words of erased people.
 * Unicode decomposition leaves a few Latin letters whole; people search for them by their
 * nearest plain spelling all the same. */

static const struct
{
  gunichar letter;
  const char *plain;
} whole_letters[] = {
  { 0x00DF, "ss" }, { 0x00E6, "ae" }, { 0x00F0, "d" },  { 0x00F8, "o" },  { 0x00FE, "th" },
  { 0x0111, "d" },  { 0x0127, "h" },  { 0x0131, "i" },  { 0x0138, "k" },  { 0x0142, "l" },
  { 0x014B, "n" },  { 0x0153, "oe" }, { 0x0167, "t" },  { 0x018F, "e" },  { 0x0259, "e" },
  { 0x1E9E, "ss" },
};

static const char *
plain_spelling (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (whole_letters); i++)
    if (whole_letters[i].letter == c)
      return whole_letters[i].plain;

  return NULL;
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK
         || type == G_UNICODE_SPACING_MARK
         || type == G_UNICODE_ENCLOSING_MARK
         || type == G_UNICODE_FORMAT;
}

static inline void
append_folded (GString *out,
               gunichar c,
               gboolean key)
{
  gboolean ascii = c < 0x80 && g_ascii_isgraph (c);
  gboolean blank = !ascii && (g_unichar_isspace (c) || c == 0xA0 || g_unichar_iscntrl (c));
  const char *plain = ascii ? NULL : plain_spelling (c);

  if (ascii)
    {
      if (!key || g_ascii_isalnum (c))
        g_string_append_c (out, (char) c);
    }
  else if (blank)
    {
      if (!key && out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  else if (plain != NULL)
    g_string_append (out, plain);
  else if (!is_mark (c) && (!key || g_unichar_isalnum (c)))
    g_string_append_unichar (out, c);
}

/* Letter by letter, since marks are dropped: so what is not ASCII can be folded in pieces. */
static void
append_piece (GString *out,
              const char *text,
              gsize length,
              gboolean key)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autofree char *lower = g_utf8_casefold (valid, -1);
  g_autofree char *parts = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);

  for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
    append_folded (out, g_utf8_get_char (p), key);
}

static char *
fold (const char *text,
      gboolean key)
{
  GString *out = NULL;
  const char *p = text != NULL ? text : "";

  out = g_string_sized_new (strlen (p));
  while (*p != '\0')
    {
      const char *from = p;

      while ((guchar) *p >= 0x80)
        p++;
      if (p > from)
        append_piece (out, from, (gsize) (p - from), key);
      else
        append_folded (out, (gunichar) g_ascii_tolower (*p++), key);
    }

  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}

char *
rm_fold (const char *text)
{
  return fold (text, FALSE);
}

char *
rm_fold_key (const char *text)
{
  return fold (text, TRUE);
}
