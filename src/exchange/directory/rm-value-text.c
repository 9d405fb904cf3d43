/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/directory/rm-value-text.h"

#include <string.h>

static char *
convert (const char *bytes,
         gsize length,
         const char *charset)
{
  gsize written = 0;
  g_autofree char *text
    = g_convert (bytes, (gssize) length, "UTF-8", charset, NULL, &written, NULL);

  return text != NULL && g_utf8_validate (text, (gssize) written, NULL) ? g_steal_pointer (&text)
                                                                        : NULL;
}

char *
rm_value_text_new (const char *bytes,
                   gsize length,
                   const char *charset)
{
  char *text = NULL;

  if (charset != NULL && g_ascii_strcasecmp (charset, "utf-8") != 0)
    text = convert (bytes, length, charset);
  if (text != NULL)
    return text;
  if (memchr (bytes, '\0', length) != NULL)
    return NULL;
  if (g_utf8_validate (bytes, (gssize) length, NULL))
    return g_strndup (bytes, length);

  text = convert (bytes, length, "WINDOWS-1252");
  return text != NULL ? text : g_utf8_make_valid (bytes, (gssize) length);
}
