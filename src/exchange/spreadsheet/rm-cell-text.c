/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/rm-cell-text.h"

#include <math.h>
#include <string.h>

/* Workbooks store what a cell is worth; this is the text that it comes to. */

#define DAY 86400
#define DAYS_TO_1904 1462
#define LAST_SERIAL 2958465.0 /* 31 December 9999 */
#define JULIAN_OF_ZERO 693594u /* 30 December 1899, as GDate counts */
#define MOST_EXACT 9007199254740992.0

RmCellStyle
rm_cell_style_of_id (guint id)
{
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36
      || (id >= 50 && id <= 54) || id == 57 || id == 58)
    return RM_CELL_STYLE_DATE;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55
      || id == 56)
    return RM_CELL_STYLE_TIME;

  return id == 9 || id == 10 ? RM_CELL_STYLE_PERCENT : RM_CELL_STYLE_PLAIN;
}

/* Leaves out of the first section of a format what is shown as it stands; small letters. */
static char *
strip_code (const char *code)
{
  GString *out = g_string_new (NULL);

  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      if (*p == '"')
        {
          p++;
          while (*p != '\0' && *p != '"')
            p++;
        }
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        p++;
      else if (*p == '[' && p[1 + strspn (p + 1, "hHmMsS")] != ']')
        while (*p != '\0' && *p != ']')
          p++;
      else
        g_string_append_c (out, g_ascii_tolower (*p));
      if (*p == '\0')
        break;
    }

  return g_string_free (out, FALSE);
}

RmCellStyle
rm_cell_style_of_code (const char *code)
{
  g_autofree char *bare = NULL;

  if (g_str_has_prefix (code, "\"TRUE\";\"TRUE\";\"FALSE\""))
    return RM_CELL_STYLE_TRUTH;

  bare = strip_code (code);
  if (g_str_equal (bare, "general"))
    return RM_CELL_STYLE_PLAIN;
  if (strpbrk (bare, "yd") != NULL)
    return RM_CELL_STYLE_DATE;
  if (strpbrk (bare, "hs") != NULL)
    return RM_CELL_STYLE_TIME;
  if (strchr (bare, 'm') != NULL)
    return strchr (bare, '[') != NULL ? RM_CELL_STYLE_TIME : RM_CELL_STYLE_DATE;

  return strchr (bare, '%') != NULL ? RM_CELL_STYLE_PERCENT : RM_CELL_STYLE_PLAIN;
}

/* Whether a number is stored in its shortest form already: up to 15 digits say exactly one number,
 * which has no shorter name; whole numbers are taken by their digits. */
static gboolean
is_shortest (const char *raw)
{
  const char *p = raw + (*raw == '-');
  gsize whole = strspn (p, "0123456789");
  gsize part = 0;

  if (whole == 0 || (p[0] == '0' && whole > 1) || (p[0] == '0' && p[1] == '\0' && *raw == '-'))
    return FALSE;
  if (p[whole] == '\0')
    return TRUE;
  if (p[whole] != '.')
    return FALSE;
  part = strspn (p + whole + 1, "0123456789");

  return part > 0 && p[whole + 1 + part] == '\0' && p[whole + part] != '0' && whole + part <= 15;
}

/* "-5.25e-05" as -0.0000525, digit by digit. */
static void
add_small (GString *out,
           const char *text)
{
  const char *exponent = strstr (text, "e-");

  if (*text == '-')
    g_string_append_c (out, '-');
  g_string_append (out, "0.");
  for (guint64 n = g_ascii_strtoull (exponent + 2, NULL, 10); n > 1; n--)
    g_string_append_c (out, '0');
  for (const char *p = text; p < exponent; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (out, *p);
}

static void
add_double (GString *out,
            double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == 0)
    value = 0; /* not -0 */
  if (fabs (value) <= MOST_EXACT && value == floor (value))
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT, (gint64) value);
      return;
    }
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[] = "%.15g";

      format[3] = (char) ('0' + digits - 10);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  if (strstr (buffer, "e-") != NULL)
    add_small (out, buffer);
  else
    g_string_append (out, buffer);
}

/* A number and nothing else: neither hexadecimal nor infinite, nor too large to have a value. */
static gboolean
parse (const char *raw,
       double *value)
{
  char *end = NULL;

  if (*raw == '\0' || raw[strspn (raw, "0123456789.eE+-")] != '\0')
    return FALSE;

  *value = g_ascii_strtod (raw, &end);
  return end != raw && *end == '\0' && isfinite (*value);
}

gboolean
rm_cell_text_add_number (GString *out,
                         const char *raw)
{
  double value = 0;

  if (is_shortest (raw))
    {
      g_string_append (out, raw);
      return TRUE;
    }
  if (!parse (raw, &value))
    {
      g_string_append (out, raw);
      return FALSE;
    }

  add_double (out, value);
  return TRUE;
}

gboolean
rm_cell_text_add_percent (GString *out,
                          const char *raw)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double value = 0;

  if (!parse (raw, &value) || fabs (value) > 1e12)
    return rm_cell_text_add_number (out, raw);

  /* 0.07 times 100 is not 7: the last digits of a number are those of its storage. */
  g_ascii_formatd (buffer, sizeof buffer, "%.14g", value * 100);
  add_double (out, g_ascii_strtod (buffer, NULL));
  g_string_append_c (out, '%');
  return TRUE;
}

static void
add_time (GString *out,
          gint64 seconds)
{
  g_string_append_printf (out, "%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60));
  if (seconds % 60 != 0)
    g_string_append_printf (out, ":%02d", (int) (seconds % 60));
}

RmCellKind
rm_cell_text_add_serial (GString *out,
                         const char *raw,
                         RmCellStyle style,
                         gboolean since_1904,
                         int *seconds)
{
  double serial = 0;
  gint64 total = 0;
  gint64 day = 0;
  GDate date;

  *seconds = 0;
  if (!parse (raw, &serial) || serial < 0 || serial > LAST_SERIAL)
    {
      rm_cell_text_add_number (out, raw);
      return RM_CELL_NUMBER;
    }

  total = (gint64) floor (serial * DAY + 0.5);
  if (style == RM_CELL_STYLE_TIME || (total < DAY && !since_1904))
    {
      add_time (out, total);
      return RM_CELL_TEXT;
    }

  *seconds = (int) (total % DAY);
  day = total / DAY;
  if (since_1904)
    day += DAYS_TO_1904;
  else if (day < 60)
    day++; /* 1900 was no leap year, but is one here */
  g_date_clear (&date, 1);
  g_date_set_julian (&date, JULIAN_OF_ZERO + (guint32) day);
  g_string_append_printf (out, "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
  return RM_CELL_DATE;
}

static gboolean
matches (const char *text,
         const char *pattern)
{
  for (gsize i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;

  return TRUE;
}

RmCellKind
rm_cell_text_add_iso (GString *out,
                      const char *raw,
                      int *seconds)
{
  *seconds = 0;
  if (!matches (raw, "0000-00-00") || (raw[10] != '\0' && raw[10] != 'T' && raw[10] != ' '))
    {
      g_string_append (out, raw);
      return RM_CELL_TEXT;
    }

  g_string_append_len (out, raw, 10);
  if (raw[10] != '\0' && matches (raw + 11, "00:00:00"))
    *seconds = ((raw[11] - '0') * 10 + raw[12] - '0') * 3600
               + ((raw[14] - '0') * 10 + raw[15] - '0') * 60 + (raw[17] - '0') * 10 + raw[18]
               - '0';
  return RM_CELL_DATE;
}

/* The number in "_x000D_", or -1. */
static int
read_escape (const char *at)
{
  int number = 0;

  if (at[0] != '_' || at[1] != 'x')
    return -1;
  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      number = number * 16 + g_ascii_xdigit_value (at[i]);
    }

  return at[6] == '_' ? number : -1;
}

/* Appends what an escape stands for; returns how many bytes of the text it was. */
static gsize
take_escape (GString *out,
             const char *at,
             int number)
{
  int second = 0;

  if (number >= 0xD800 && number < 0xDC00)
    {
      second = read_escape (at + 7);
      if (second < 0xDC00 || second > 0xDFFF)
        number = 0xFFFD;
      else
        {
          g_string_append_unichar (out, (gunichar) (0x10000 + ((number - 0xD800) << 10)
                                                    + (second - 0xDC00)));
          return 14;
        }
    }
  else if (number >= 0xDC00 && number <= 0xDFFF)
    number = 0xFFFD;
  if (number != 0)
    g_string_append_unichar (out, (gunichar) number);

  return 7;
}

void
rm_cell_text_unescape (GString *text,
                       gsize from)
{
  g_autoptr (GString) out = NULL;
  const char *at = strstr (text->str + from, "_x");
  const char *kept = text->str + from;

  for (; at != NULL; at = strstr (at, "_x"))
    {
      int number = read_escape (at);

      if (number < 0)
        {
          at += 2;
          continue;
        }
      if (out == NULL)
        out = g_string_new (NULL);
      g_string_append_len (out, kept, at - kept);
      at += take_escape (out, at, number);
      kept = at;
    }
  if (out == NULL)
    return;

  g_string_append (out, kept);
  g_string_truncate (text, from);
  g_string_append_len (text, out->str, (gssize) out->len);
}
