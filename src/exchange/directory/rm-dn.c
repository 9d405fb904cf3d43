/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/directory/rm-dn.h"

#include <string.h>

/* Bytes that no text in UTF-8 has keep levels of the key apart, and parts of a level. */
#define LEVEL '\xFE'
#define PART '\xFF'

static gboolean
is_end (char c)
{
  return c == '\0' || c == ',' || c == ';' || c == '+';
}

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ')
    p++;

  return p;
}

/* Takes one character, which may be escaped. */
static const char *
take_char (const char *p,
           GString *value)
{
  if (*p == '\\' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
    {
      g_string_append_c (value, (char) (g_ascii_xdigit_value (p[1]) * 16
                                        + g_ascii_xdigit_value (p[2])));
      return p + 3;
    }
  if (*p == '\\' && p[1] != '\0')
    p++;
  g_string_append_c (value, *p);

  return p + 1;
}

static const char *
take_value (const char *p,
            GString *value)
{
  gsize kept = 0;

  p = skip_blanks (p);
  if (*p == '"')
    {
      for (p++; *p != '\0' && *p != '"';)
        p = take_char (p, value);
      p += *p == '"';
      return p + strcspn (p, ",;+");
    }

  while (!is_end (*p))
    {
      gboolean blank = *p == ' ';

      p = take_char (p, value);
      if (!blank)
        kept = value->len;
    }
  g_string_truncate (value, kept);

  return p;
}

/* Case and doubled blanks do not matter to the attributes that names are made of. */
static char *
fold_value (const GString *value)
{
  g_autofree char *text = g_utf8_make_valid (value->str, (gssize) value->len);
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (*p != ' ' || (out->len > 0 && out->str[out->len - 1] != ' '))
      g_string_append_c (out, *p);

  return g_string_free (out, FALSE);
}

static const char *
take_part (const char *p,
           GPtrArray *parts)
{
  g_autoptr (GString) value = g_string_new (NULL);
  g_autofree char *type = NULL;
  g_autofree char *folded = NULL;
  const char *from = skip_blanks (p);
  gsize length = strcspn (from, "=,;+\\\"");

  if (length == 0 || from[length] != '=')
    return NULL;

  type = g_strchomp (g_ascii_strdown (from, (gssize) length));
  p = take_value (from + length + 1, value);
  folded = fold_value (value);
  g_ptr_array_add (parts, g_strdup_printf ("%s=%s", type, folded));

  return p;
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
rm_dn_fold (const char *text)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = text;; p++)
    {
      p = take_part (p, parts);
      if (p == NULL)
        return NULL;
      if (*p == '+')
        continue;

      g_ptr_array_sort (parts, compare_parts);
      for (guint i = 0; i < parts->len; i++)
        {
          g_string_append (key, g_ptr_array_index (parts, i));
          g_string_append_c (key, PART);
        }
      g_string_append_c (key, LEVEL);
      g_ptr_array_set_size (parts, 0);
      if (*p == '\0')
        return g_string_free (g_steal_pointer (&key), FALSE);
    }
}
