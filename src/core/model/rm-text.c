/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-record-private.h"

#include "core/base/rm-fold.h"
#include "core/model/rm-record.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Values as people write them. Locale plays no part: a file means the same on every computer. */

/* How days of the week begin in English, German, French and Spanish; first hit wins. */
static const struct
{
  const char *prefix;
  guint day;
} day_names[] = {
  { "monday", 0 },   { "mon", 0 },  { "montag", 0 },     { "mo", 0 },       { "lundi", 0 },
  { "lunes", 0 },    { "lun", 0 },  { "tuesday", 1 },    { "tue", 1 },      { "dienstag", 1 },
  { "di", 1 },       { "mardi", 1 }, { "martes", 1 },    { "mar", 1 },      { "wednesday", 2 },
  { "wed", 2 },      { "mittwoch", 2 }, { "mi", 2 },     { "mercredi", 2 }, { "miercoles", 2 },
  { "mer", 2 },      { "mie", 2 },  { "thursday", 3 },   { "thu", 3 },      { "donnerstag", 3 },
  { "do", 3 },       { "jeudi", 3 }, { "jueves", 3 },    { "jeu", 3 },      { "jue", 3 },
  { "friday", 4 },   { "fri", 4 },  { "freitag", 4 },    { "fr", 4 },       { "vendredi", 4 },
  { "viernes", 4 },  { "ven", 4 },  { "vie", 4 },        { "saturday", 5 }, { "sat", 5 },
  { "samstag", 5 },  { "sa", 5 },   { "samedi", 5 },     { "sabado", 5 },   { "sam", 5 },
  { "sab", 5 },      { "sunday", 6 }, { "sun", 6 },      { "sonntag", 6 },  { "so", 6 },
  { "dimanche", 6 }, { "domingo", 6 }, { "dim", 6 },     { "dom", 6 },
};

static const char *const day_nicks[RM_WEEK_DAYS] = {
  "mon", "tue", "wed", "thu", "fri", "sat", "sun",
};

/* Most text needs no cleaning. */
static gboolean
is_plain (const char *text)
{
  while (*text >= ' ' && *text < 0x7f)
    text++;

  return *text == '\0';
}

char *
rm_text_clean (const char *text,
               gboolean multiline)
{
  g_autofree char *valid = NULL;
  GString *out = NULL;

  if (text == NULL || is_plain (text))
    return g_strstrip (g_strdup (text != NULL ? text : ""));

  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean break_or_tab = c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x85;

      if (break_or_tab)
        g_string_append_c (out, multiline && (c == '\n' || c == '\t') ? (char) c : ' ');
      else if (!g_unichar_iscntrl (c) && c != 0xFEFF)
        g_string_append_unichar (out, c);
    }

  return g_strstrip (g_string_free (out, FALSE));
}

static GStrv
take_items (GStrv raw)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; raw[i] != NULL; i++)
    {
      char *item = g_strstrip (raw[i]);

      if (*item != '\0' && g_hash_table_add (seen, rm_fold (item)))
        g_ptr_array_add (items, g_strdup (item));
    }
  g_ptr_array_add (items, NULL);

  return (GStrv) g_ptr_array_free (items, FALSE);
}

GStrv
rm_list_split (const char *text)
{
  g_auto (GStrv) raw = g_strsplit (text != NULL ? text : "", ";", -1);

  return take_items (raw);
}

/** Where in a text that somebody wrote: within brackets and quotes nothing is split. */
typedef struct
{
  gboolean with_brackets;
  int depth;
  gboolean quoted;
} Inside;

static gboolean
go_on (Inside *self,
       char c)
{
  if (c == '"')
    self->quoted = !self->quoted;
  else if (self->with_brackets && !self->quoted && strchr ("([{", c) != NULL)
    self->depth++;
  else if (self->with_brackets && !self->quoted && strchr (")]}", c) != NULL)
    self->depth--;

  return self->depth > 0 || self->quoted;
}

/* Brackets that are not closed, or not opened, are signs like others. */
static gboolean
is_balanced (const char *text)
{
  Inside inside = { TRUE, 0, FALSE };

  for (const char *p = text; *p != '\0' && inside.depth >= 0; p++)
    go_on (&inside, *p);

  return inside.depth == 0 && !inside.quoted;
}

/* `["AI", "Cooking"]`, as some forms write what was ticked. */
static char *
strip_json (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gsize length = strlen (trimmed);

  return g_str_has_prefix (trimmed, "[\"") && g_str_has_suffix (trimmed, "\"]")
           ? g_strndup (trimmed + 1, length - 2)
           : g_steal_pointer (&trimmed);
}

static gboolean
has_mark (const char *text,
          const char *marks,
          gboolean balanced)
{
  Inside inside = { balanced, 0, FALSE };

  for (const char *p = text; *p != '\0'; p++)
    if (!(go_on (&inside, *p) && balanced) && strchr (marks, *p) != NULL)
      return TRUE;

  return FALSE;
}

static char *
unquote (const char *text,
         gsize length)
{
  char *item = g_strstrip (g_strndup (text, length));
  gsize n = strlen (item);

  if (n >= 2 && item[0] == '"' && item[n - 1] == '"')
    {
      item[n - 1] = '\0';
      memmove (item, item + 1, n - 1);
    }
  /* What was not split must not be split later. */
  return g_strdelimit (item, ";", ',');
}

GStrv
rm_list_read (const char *text)
{
  g_autofree char *list = strip_json (text != NULL ? text : "");
  gboolean balanced = is_balanced (list);
  const char *marks = has_mark (list, ";|\n", balanced) ? ";|\n" : ",";
  g_autoptr (GPtrArray) raw = g_ptr_array_new_with_free_func (g_free);
  Inside inside = { balanced, 0, FALSE };
  const char *from = list;

  for (const char *p = list;; p++)
    {
      gboolean within = *p != '\0' && go_on (&inside, *p) && balanced;

      if (*p != '\0' && (within || strchr (marks, *p) == NULL))
        continue;
      g_ptr_array_add (raw, unquote (from, (gsize) (p - from)));
      from = p + 1;
      if (*p == '\0')
        break;
    }
  g_ptr_array_add (raw, NULL);

  return take_items ((GStrv) raw->pdata);
}

char *
rm_list_join (char **items)
{
  g_autofree char *list = g_strjoinv ("; ", items);

  /* A single item with a comma would be two when it is read again. */
  return strchr (list, ';') == NULL && strchr (list, ',') != NULL ? g_strconcat (list, ";", NULL)
                                                                 : g_steal_pointer (&list);
}

char *
rm_text_normal_list (const char *text)
{
  g_auto (GStrv) items = rm_list_read (text);

  return rm_list_join (items);
}

/* "2026-03-31" and nothing else: how all dates are stored. */
static gboolean
read_iso (const char *text,
          int *year,
          int *month,
          int *day)
{
  static const char form[] = "dddd-dd-dd";

  for (gsize i = 0; i < sizeof form; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;

  *year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
  *month = (text[5] - '0') * 10 + text[6] - '0';
  *day = (text[8] - '0') * 10 + text[9] - '0';
  return TRUE;
}

char *
rm_text_parse_date (const char *text,
                    GError **error)
{
  int a = 0;
  int b = 0;
  int c = 0;
  int end = 0;
  int year = 0;
  int month = 0;
  int day = 0;
  char mark = '\0';

  if (read_iso (text, &year, &month, &day))
    end = (int) strlen (text);
  else if (sscanf (text, "%4d-%2d-%2d%n", &a, &b, &c, &end) == 3 && end >= 8)
    {
      year = a;
      month = b;
      day = c;
    }
  else if (sscanf (text, "%2d%c%2d%*1[./-]%4d%n", &a, &mark, &b, &c, &end) == 4
           && strchr ("./-", mark) != NULL)
    {
      day = a;
      month = b;
      year = c;
    }

  /* HR systems append a meaningless time of day: "2019-04-01 00:00:00". */
  if (end > 0 && text[end] != '\0' && text[end] != ' ' && text[end] != 'T')
    year = 0;

  if (year < 1900 || year > 2200
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    {
      g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
                   /* Translators: %s is what a file says */
                   _ ("“%s” is not a date: write it as 2026-03-31 or 31.03.2026"), text);
      return NULL;
    }

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

char *
rm_text_parse_date_time (const char *text,
                         GError **error)
{
  gsize day = strcspn (text, " T");
  g_autofree char *first = g_strndup (text, day);
  g_autofree char *date = rm_text_parse_date (first, NULL);
  int hour = -1;
  int minute = -1;
  int end = 0;

  if (date != NULL && text[day] != '\0'
      && sscanf (text + day + 1, " %2d:%2d%n", &hour, &minute, &end) == 2
      && hour >= 0 && hour < 24 && minute >= 0 && minute < 60
      && (text[day + 1 + (gsize) end] == '\0' || g_str_equal (text + day + 1 + end, ":00")))
    return g_strdup_printf ("%sT%02d:%02d", date, hour, minute);

  g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
               /* Translators: %s is what a file says */
               _ ("“%s” is not a date and time: write it as 2026-03-31 14:30"), text);
  return NULL;
}

gboolean
rm_text_parse_decimal (const char *text,
                       gint64 *decimal)
{
  gboolean negative = *text == '-';
  const char *digits = negative ? text + 1 : text;
  gsize whole = strspn (digits, "0123456789");
  gsize places = 0;
  gint64 number = 0;

  if (whole == 0 || whole > 10)
    return FALSE;
  for (gsize i = 0; i < whole; i++)
    number = number * 10 + (digits[i] - '0');
  digits += whole;
  if (*digits == '.' || *digits == ',')
    {
      places = strspn (++digits, "0123456789");
      if (places == 0 || places > 4)
        return FALSE;
    }
  for (gsize i = 0; i < 4; i++)
    number = number * 10 + (i < places ? digits[i] - '0' : 0);

  *decimal = negative ? -number : number;
  return digits[places] == '\0';
}

char *
rm_text_format_decimal (gint64 decimal)
{
  guint64 size = decimal < 0 ? 0 - (guint64) decimal : (guint64) decimal;
  GString *text = g_string_new (decimal < 0 ? "-" : "");

  g_string_append_printf (text, "%" G_GUINT64_FORMAT ".%04u", size / RM_DECIMAL_ONE,
                          (guint) (size % RM_DECIMAL_ONE));
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);

  return g_string_free (text, FALSE);
}

gboolean
rm_text_parse_duration (const char *text,
                        int *minutes)
{
  int hours = 0;
  int end = 0;

  *minutes = 0;
  if (sscanf (text, "%4d:%2d%n", &hours, minutes, &end) == 2 && text[end] == '\0')
    return hours >= 0 && *minutes >= 0 && *minutes < 60 && (*minutes += hours * 60, TRUE);

  hours = *minutes = end = 0;
  if (sscanf (text, "%4d h%n", &hours, &end) == 1 && end > 0)
    {
      text += end;
      if (*text != '\0' && (sscanf (text, " %2d%n", minutes, &end) != 1 || *minutes > 59))
        return FALSE;
      text += *text != '\0' ? end : 0;
    }
  else if (sscanf (text, "%6d%n", minutes, &end) == 1)
    {
      hours = 0;
      text += end;
    }
  else
    return FALSE;

  text += strspn (text, " ");
  *minutes += hours * 60;
  return hours >= 0 && *minutes >= 0 && (*text == '\0' || g_str_equal (text, "min"));
}

static gboolean
parse_span (const char *text,
            gint64 *week)
{
  g_autofree char *folded = rm_fold (text);
  gsize letters = strspn (folded, "abcdefghijklmnopqrstuvwxyz");
  g_autofree char *name = g_strndup (folded, letters);
  guint day = RM_WEEK_DAYS;
  int from = RM_WEEK_FIRST_HOUR;
  int to = RM_WEEK_FIRST_HOUR + RM_WEEK_HOURS;
  const char *hours = folded + letters;

  for (gsize i = 0; i < G_N_ELEMENTS (day_names) && day == RM_WEEK_DAYS; i++)
    if (g_str_equal (day_names[i].prefix, name))
      day = day_names[i].day;
  if (day == RM_WEEK_DAYS)
    return FALSE;

  while (*hours == ' ' || *hours == '.' || *hours == ':')
    hours++;
  if (*hours != '\0')
    {
      int minutes = 0;

      if (sscanf (hours, "%d:%d-%d", &from, &minutes, &to) != 3
          && sscanf (hours, "%d-%d", &from, &to) != 2
          && sscanf (hours, "%d \xe2\x80\x93 %d", &from, &to) != 2
          && sscanf (hours, "%d\xe2\x80\x93%d", &from, &to) != 2)
        return FALSE;
      if (from < 0 || to > 24 || from >= to)
        return FALSE;
    }

  for (int hour = MAX (from, RM_WEEK_FIRST_HOUR);
       hour < MIN (to, RM_WEEK_FIRST_HOUR + RM_WEEK_HOURS);
       hour++)
    *week |= rm_week_bit (day, (guint) hour);

  return TRUE;
}

gboolean
rm_text_parse_week (const char *text,
                    gint64 *week,
                    GError **error)
{
  g_auto (GStrv) spans = g_strsplit_set (text, ";,|\n", -1);
  gint64 result = 0;

  for (guint i = 0; spans[i] != NULL; i++)
    {
      const char *span = g_strstrip (spans[i]);

      if (*span == '\0' || g_str_equal (span, "-"))
        continue;
      if (!parse_span (span, &result))
        {
          g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
                       /* Translators: %s is what a file says; keep the English day names */
                       _ ("“%s” is not a free time: write it as Mon 9-12"), span);
          return FALSE;
        }
    }

  *week = result;
  return TRUE;
}

char *
rm_text_format_week (gint64 week)
{
  GString *out = g_string_new (NULL);

  for (guint day = 0; day < RM_WEEK_DAYS; day++)
    for (guint hour = RM_WEEK_FIRST_HOUR; hour < RM_WEEK_FIRST_HOUR + RM_WEEK_HOURS; hour++)
      {
        guint from = hour;

        while (hour < RM_WEEK_FIRST_HOUR + RM_WEEK_HOURS && (week & rm_week_bit (day, hour)) != 0)
          hour++;
        if (hour > from)
          g_string_append_printf (out, "%s%s %u-%u", out->len > 0 ? "; " : "", day_nicks[day],
                                  from, hour);
      }
  if (out->len == 0)
    g_string_append_c (out, '-');

  return g_string_free (out, FALSE);
}

static gboolean
parse_yes_no (const char *text,
              int *number)
{
  static const char *const yes[] = { "yes", "y", "ja", "j", "oui", "o", "si", "s", "true", "t",
                                     "wahr", "vrai", "verdadero", "1", "x", NULL };
  static const char *const no[] = { "no", "n", "nein", "non", "false", "f", "falsch", "faux",
                                    "falso", "0", NULL };
  g_autofree char *key = rm_fold_key (text);

  if (g_strv_contains (yes, key))
    *number = 1;
  else if (g_strv_contains (no, key))
    *number = 0;
  else
    return FALSE;

  return TRUE;
}

static char *
choice_names (const RmEnumValue *values)
{
  GString *names = g_string_new (NULL);

  for (const RmEnumValue *v = values; v->nick != NULL; v++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", v->nick);

  return g_string_free (names, FALSE);
}

static gboolean
parse_integer (const RmField *field,
               const char *text,
               int *number)
{
  char *end = NULL;
  long value = strtol (text, &end, 10);

  if (end == text)
    return FALSE;
  /* A spreadsheet may have written 3 as 3.0 or 3,0. */
  if (*end == '.' || *end == ',')
    end += 1 + strspn (end + 1, "0");
  if (*end != '\0' || value < field->min || value > field->max)
    return FALSE;

  *number = (int) value;
  return TRUE;
}

gboolean
rm_text_parse_number (const RmField *field,
                      const char *text,
                      int *number,
                      GError **error)
{
  if (field->type == RM_FIELD_YES_NO)
    {
      if (parse_yes_no (text, number))
        return TRUE;
      g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
                   /* Translators: %s is what a file says */
                   _ ("“%s” is neither yes nor no"), text);
      return FALSE;
    }

  if (rm_field_find_choice (field, text, number))
    return TRUE;

  if (field->type == RM_FIELD_CHOICE)
    {
      g_autofree char *names = choice_names (field->values);

      g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
                   /* Translators: first what a file says, then a list of words */
                   _ ("“%s” is none of: %s"), text, names);
      return FALSE;
    }

  if (parse_integer (field, text, number))
    return TRUE;

  g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
               /* Translators: first what a file says, then two whole numbers */
               _ ("“%s” is not a whole number from %d to %d"), text, field->min, field->max);
  return FALSE;
}
