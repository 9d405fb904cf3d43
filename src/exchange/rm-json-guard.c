/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/rm-json-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint line;
  guint depth;
  gboolean in_string;
} Guard;

static gboolean
refuse (const Guard *guard,
        RmExchangeError code,
        const char *message,
        GError **error)
{
  g_set_error (error, RM_EXCHANGE_ERROR, (int) code,
               /* Translators: a line number, then a sentence */
               _ ("Line %u: %s"), guard->line, message);
  return FALSE;
}

static gboolean
take_outside (Guard *guard,
              char c,
              GError **error)
{
  if (c == '"')
    guard->in_string = TRUE;
  else if (c == '[' || c == '{')
    {
      if (++guard->depth > RM_JSON_MAX_DEPTH)
        return refuse (guard, RM_EXCHANGE_ERROR_DEPTH,
                       _ ("lists and objects are nested too deep; this is no file of ours"), error);
    }
  else if (c == ']' || c == '}')
    {
      if (guard->depth == 0)
        return refuse (guard, RM_EXCHANGE_ERROR_SYNTAX,
                       _ ("a list or object is closed that was never opened"), error);
      guard->depth--;
    }
  else if (!g_ascii_isalnum (c) && strchr (" \t\r\n,:+-.", c) == NULL)
    return refuse (guard, RM_EXCHANGE_ERROR_SYNTAX,
                   _ ("a character stands outside of a text that JSON does not have there"), error);

  return TRUE;
}

static gboolean
check_balance (const Guard *guard,
               GError **error)
{
  if (!guard->in_string && guard->depth == 0)
    return TRUE;

  return refuse (guard, RM_EXCHANGE_ERROR_SYNTAX,
                 _ ("the file ends in the middle: it was cut off"), error);
}

gboolean
rm_json_guard_check (const char *text,
                     gsize length,
                     GError **error)
{
  Guard guard = { .line = 1 };

  if (length > RM_JSON_MAX_BYTES)
    {
      g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_BIG,
                   /* Translators: %d is a number of megabytes */
                   _ ("The file is larger than %d MB"), RM_JSON_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  /* This refuses NUL bytes, too. */
  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error_literal (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_ENCODING,
                           _ ("The file is not text in UTF-8, which JSON always is"));
      return FALSE;
    }

  for (gsize i = 0; i < length; i++)
    {
      if (!guard.in_string)
        {
          if (!take_outside (&guard, text[i], error))
            return FALSE;
        }
      else if (text[i] == '"')
        guard.in_string = FALSE;
      else if (text[i] == '\\')
        i++;
      else if ((guchar) text[i] < 0x20)
        return refuse (&guard, RM_EXCHANGE_ERROR_SYNTAX,
                       _ ("a text holds a line break or a control character as it is; JSON "
                          "writes \\n"),
                       error);
      if (i < length && text[i] == '\n')
        guard.line++;
    }

  return check_balance (&guard, error);
}
