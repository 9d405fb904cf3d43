/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/directory/rm-vcard-property.h"

#include "exchange/directory/rm-value-text.h"

#include <string.h>

#define WORK 4
#define ANYWHERE 2
#define PREFERRED 1

typedef struct
{
  gboolean work;
  gboolean home;
  gboolean preferred;
  gboolean quoted_printable;
  gboolean base64;
  char *charset; /* owned, nullable */
} Parameters;

/* The first of @ends that stands outside quotes, or the end. */
static const char *
find_outside (const char *p,
              const char *end,
              const char *ends)
{
  gboolean quoted = FALSE;

  for (; p < end; p++)
    if (*p == '"')
      quoted = !quoted;
    else if (!quoted && strchr (ends, *p) != NULL && *p != '\0')
      break;

  return p;
}

static void
take_type (Parameters *self,
           const char *type)
{
  self->work |= g_ascii_strcasecmp (type, "work") == 0;
  self->home |= g_ascii_strcasecmp (type, "home") == 0;
  self->preferred |= g_ascii_strcasecmp (type, "pref") == 0;
  self->quoted_printable |= g_ascii_strcasecmp (type, "quoted-printable") == 0;
  self->base64 |= g_ascii_strcasecmp (type, "base64") == 0 || g_ascii_strcasecmp (type, "b") == 0;
}

static void
take_parameter (Parameters *self,
                const char *from,
                gsize length)
{
  g_autofree char *text = g_strndup (from, length);
  char *sign = strchr (text, '=');
  const char *value = sign != NULL ? sign + 1 : text;
  g_auto (GStrv) types = NULL;

  if (sign != NULL)
    *sign = '\0';
  if (sign != NULL && g_ascii_strcasecmp (text, "charset") == 0)
    {
      g_free (self->charset);
      self->charset = g_strdup (value);
      return;
    }
  if (sign != NULL && g_ascii_strcasecmp (text, "pref") == 0)
    {
      self->preferred |= g_ascii_strtoull (value, NULL, 10) == 1;
      return;
    }
  if (sign != NULL && g_ascii_strcasecmp (text, "type") != 0
      && g_ascii_strcasecmp (text, "encoding") != 0)
    return;

  types = g_strsplit_set (value, ",\"", -1);
  for (guint i = 0; types[i] != NULL; i++)
    take_type (self, g_strstrip (types[i]));
}

static GString *
decode_quoted (const char *text,
               gsize length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (text[i] != '=')
      g_string_append_c (out, text[i]);
    else if (i + 2 < length && g_ascii_isxdigit (text[i + 1]) && g_ascii_isxdigit (text[i + 2]))
      {
        char c = (char) (g_ascii_xdigit_value (text[i + 1]) * 16
                         + g_ascii_xdigit_value (text[i + 2]));

        /* One that is encoded separates nothing. */
        if (c == ';' && (out->len == 0 || out->str[out->len - 1] != '\\'))
          g_string_append_c (out, '\\');
        g_string_append_c (out, c);
        i += 2;
      }

  return out;
}

static char *
decode (const Parameters *parameters,
        RmFoldedLines *lines,
        gsize from)
{
  char *text = NULL;

  if (parameters->quoted_printable)
    {
      GString *plain = NULL;

      /* "=" at the end: the value goes on in the next line. */
      while (lines->text->len > from && lines->text->str[lines->text->len - 1] == '=')
        {
          g_string_truncate (lines->text, lines->text->len - 1);
          if (!rm_folded_lines_join (lines))
            break;
        }
      plain = decode_quoted (lines->text->str + from, lines->text->len - from);
      text = rm_value_text_new (plain->str, plain->len, parameters->charset);
      g_string_free (plain, TRUE);
    }
  else if (parameters->base64)
    {
      gsize n = 0;
      g_autofree guchar *bytes = g_base64_decode (lines->text->str + from, &n);

      text = rm_value_text_new ((const char *) bytes, n, parameters->charset);
    }
  else
    text = rm_value_text_new (lines->text->str + from, lines->text->len - from,
                              parameters->charset);

  return text;
}

gboolean
rm_vcard_property_parse (RmVcardProperty *self,
                         RmFoldedLines *lines)
{
  const char *start = lines->text->str;
  const char *end = start + lines->text->len;
  const char *colon = find_outside (start, end, ":");
  const char *from = find_outside (start, colon, ";");
  const char *dot = memchr (start, '.', (gsize) (from - start));
  const char *name = dot != NULL ? dot + 1 : start;
  Parameters parameters = { 0 };

  *self = (RmVcardProperty) { 0 };
  if (colon == end || from == name)
    return FALSE;

  self->name = g_ascii_strup (name, from - name);
  while (from < colon)
    {
      const char *next = find_outside (from + 1, colon, ";");

      take_parameter (&parameters, from + 1, (gsize) (next - from - 1));
      from = next;
    }
  self->rank = (parameters.work ? WORK : parameters.home ? 0 : ANYWHERE)
               + (parameters.preferred ? PREFERRED : 0);
  self->value = decode (&parameters, lines, (gsize) (colon + 1 - start));
  g_free (parameters.charset);

  return TRUE;
}

void
rm_vcard_property_clear (RmVcardProperty *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->value, g_free);
}

char **
rm_vcard_property_split (const RmVcardProperty *self,
                         char separator,
                         gboolean old)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GString) part = g_string_new (NULL);
  gboolean doubled = g_str_equal (self->name, "ORG");

  for (const char *p = self->value;; p++)
    {
      if (*p == '\0' || (*p == separator && separator != '\0'))
        {
          g_autofree char *text = g_strstrip (g_strdup (part->str));

          g_strv_builder_add (parts, text);
          g_string_truncate (part, 0);
          if (*p == '\0')
            return g_strv_builder_end (parts);
        }
      else if (doubled && g_str_has_prefix (p, "\\\\;"))
        {
          g_string_append_c (part, ';');
          p += 2;
        }
      else if (*p == '\\' && (p[1] == 'n' || p[1] == 'N') && !old)
        {
          g_string_append_c (part, '\n');
          p++;
        }
      else if (*p == '\\' && p[1] != '\0' && strchr ("\\;,:", p[1]) != NULL)
        g_string_append_c (part, *++p);
      else
        g_string_append_c (part, *p);
    }
}
