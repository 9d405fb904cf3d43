/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/rm-json-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What may come next. */
typedef enum
{
  WANT_VALUE,
  WANT_VALUE_OR_CLOSE, /* after [ */
  WANT_KEY,
  WANT_KEY_OR_CLOSE,   /* after { */
  WANT_COLON,
  WANT_COMMA_OR_CLOSE,
  WANT_END,
} Want;

typedef struct
{
  const char *at;
  const char *end;
  guint line;
  guint depth;
  char open[RM_JSON_MAX_DEPTH]; /* the bracket of each level */
  Want want;
} Guard;

static gboolean
refuse (const Guard *self,
        RmExchangeError code,
        const char *message,
        GError **error)
{
  g_set_error (error, RM_EXCHANGE_ERROR, (int) code,
               /* Translators: a line number, then a sentence */
               _ ("Line %u: %s"), self->line, message);
  return FALSE;
}

static gboolean
refuse_syntax (const Guard *self,
               GError **error)
{
  if (self->at >= self->end)
    return refuse (self, RM_EXCHANGE_ERROR_SYNTAX,
                   _ ("the file ends in the middle: it was cut off"), error);

  return refuse (self, RM_EXCHANGE_ERROR_SYNTAX,
                 _ ("this is not JSON; the file was damaged or edited by hand"), error);
}

/* The 16 bits of \uXXXX at @p, or G_MAXUINT. */
static guint
read_unit (const Guard *self,
           const char *p)
{
  guint unit = 0;

  if (self->end - p < 6 || p[0] != '\\' || p[1] != 'u')
    return G_MAXUINT;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return G_MAXUINT;
      unit = unit << 4 | (guint) g_ascii_xdigit_value (p[i]);
    }

  return unit;
}

/* Bytes of the escape at the cursor, or 0 where it is none. */
static gsize
measure_escape (const Guard *self)
{
  guint unit = 0;

  if (self->end - self->at < 2)
    return 0;
  if (self->at[1] != 'u')
    return self->at[1] != '\0' && strchr ("\"\\/bfnrt", self->at[1]) != NULL ? 2 : 0;

  unit = read_unit (self, self->at);
  if (unit >= 0xD800 && unit < 0xDC00)
    {
      guint low = read_unit (self, self->at + 6);

      return low >= 0xDC00 && low < 0xE000 ? 12 : 0;
    }

  return unit == G_MAXUINT || (unit >= 0xDC00 && unit < 0xE000) ? 0 : 6;
}

static gboolean
take_string (Guard *self,
             GError **error)
{
  self->at++;
  while (self->at < self->end && *self->at != '"')
    {
      gsize length = *self->at == '\\' ? measure_escape (self) : (guchar) *self->at >= 0x20;

      if (length == 0)
        return refuse (self, RM_EXCHANGE_ERROR_SYNTAX,
                       _ ("a text holds a line break, a control character or an escape that JSON "
                          "does not have"),
                       error);
      self->at += length;
    }
  if (self->at >= self->end)
    return refuse_syntax (self, error);

  self->at++;
  return TRUE;
}

static gboolean
take_digits (Guard *self)
{
  const char *from = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;

  return self->at > from;
}

static gboolean
take_one_of (Guard *self,
             const char *characters)
{
  if (self->at >= self->end || *self->at == '\0' || strchr (characters, *self->at) == NULL)
    return FALSE;

  self->at++;
  return TRUE;
}

static gboolean
take_number (Guard *self,
             GError **error)
{
  gboolean zero = FALSE;

  take_one_of (self, "-");
  zero = take_one_of (self, "0");
  if (!zero && !take_digits (self))
    return refuse_syntax (self, error);
  if (take_one_of (self, ".") && !take_digits (self))
    return refuse_syntax (self, error);
  if (take_one_of (self, "eE"))
    {
      take_one_of (self, "+-");
      if (!take_digits (self))
        return refuse_syntax (self, error);
    }

  return TRUE;
}

static gboolean
take_word (Guard *self,
           GError **error)
{
  static const char *const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }

  return refuse_syntax (self, error);
}

static gboolean
take_open (Guard *self,
           GError **error)
{
  if (self->depth == RM_JSON_MAX_DEPTH)
    return refuse (self, RM_EXCHANGE_ERROR_DEPTH,
                   _ ("lists and objects are nested too deep; this is no file of ours"), error);

  self->open[self->depth++] = *self->at;
  self->want = *self->at == '{' ? WANT_KEY_OR_CLOSE : WANT_VALUE_OR_CLOSE;
  self->at++;
  return TRUE;
}

static void
end_value (Guard *self)
{
  self->want = self->depth > 0 ? WANT_COMMA_OR_CLOSE : WANT_END;
}

static gboolean
take_value (Guard *self,
            GError **error)
{
  gboolean ok = FALSE;

  if (*self->at == '{' || *self->at == '[')
    return take_open (self, error);

  if (*self->at == '"')
    ok = take_string (self, error);
  else if (*self->at == '-' || g_ascii_isdigit (*self->at))
    ok = take_number (self, error);
  else
    ok = take_word (self, error);
  end_value (self);

  return ok;
}

/* Takes , : ] or } where one may stand. */
static gboolean
take_sign (Guard *self,
           GError **error)
{
  char sign = *self->at;
  char open = self->depth > 0 ? self->open[self->depth - 1] : '\0';

  if (sign == ':' && self->want == WANT_COLON)
    self->want = WANT_VALUE;
  else if (sign == ',' && self->want == WANT_COMMA_OR_CLOSE)
    self->want = open == '{' ? WANT_KEY : WANT_VALUE;
  else if ((sign == '}' && open == '{'
            && (self->want == WANT_KEY_OR_CLOSE || self->want == WANT_COMMA_OR_CLOSE))
           || (sign == ']' && open == '['
               && (self->want == WANT_VALUE_OR_CLOSE || self->want == WANT_COMMA_OR_CLOSE)))
    {
      self->depth--;
      end_value (self);
    }
  else
    return refuse_syntax (self, error);

  self->at++;
  return TRUE;
}

static gboolean
take_token (Guard *self,
            GError **error)
{
  gboolean wants_key = self->want == WANT_KEY || self->want == WANT_KEY_OR_CLOSE;
  gboolean wants_value = self->want == WANT_VALUE || self->want == WANT_VALUE_OR_CLOSE;

  if (strchr (",:]}", *self->at) != NULL)
    return take_sign (self, error);
  if (wants_value)
    return take_value (self, error);
  if (!wants_key || *self->at != '"')
    return refuse_syntax (self, error);

  self->want = WANT_COLON;
  return take_string (self, error);
}

gboolean
rm_json_guard_check (const char *text,
                     gsize length,
                     GError **error)
{
  Guard self = { .at = text, .end = text + length, .line = 1, .want = WANT_VALUE };

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

  while (self.at < self.end)
    {
      if (*self.at == '\n')
        self.line++;
      if (strchr (" \t\r\n", *self.at) != NULL)
        self.at++;
      else if (!take_token (&self, error))
        return FALSE;
    }

  return self.want == WANT_END || refuse_syntax (&self, error);
}
