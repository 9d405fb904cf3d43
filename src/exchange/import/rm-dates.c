/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-dates.h"

#include "core/base/rm-fold.h"
#include "exchange/import/rm-words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum
{
  SLASH,
  HYPHEN,
  N_MARKS,
};

struct _RmDates
{
  RmDateOrder asked;
  guint n_day_first[N_MARKS];   /* dates that can only be so */
  guint n_month_first[N_MARKS];
  guint n_dates;                /* whatever else can be read */
};

/** A date as it is written, before anybody knows which number is which. */
typedef struct
{
  int first;
  int second;
  int year;
  int mark; /* of the two that leave it open; N_MARKS where first is the day */
} Parts;

/* Days that spreadsheets count from, and the years in which numbers are likely to be days. */
#define SERIAL_LEAST 20000
#define SERIAL_MOST 80000

static gboolean
is_day (int year,
        int month,
        int day)
{
  return year >= 1900 && year <= 2200 && month > 0 && day > 0 && month <= 12 && day <= 31
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static int
full_year (int year,
           gsize n_digits)
{
  g_autoptr (GDateTime) now = NULL;
  int last = 0;

  if (n_digits != 2)
    return n_digits == 4 ? year : -1;

  now = g_date_time_new_now_local ();
  last = g_date_time_get_year (now) + 10;
  year += last / 100 * 100;
  return year > last ? year - 100 : year;
}

/* Without the time of day, which says nothing: " 00:00", "T00:00:00Z", " 12:00:00 AM". */
static char *
strip_time (const char *text)
{
  char *date = g_strstrip (g_strdup (text));
  char *colon = strchr (date, ':');
  char *at = colon;

  if (colon == NULL)
    return date;
  while (at > date && g_ascii_isdigit (at[-1]))
    at--;
  if (at == colon || at == date || strchr (" T,", at[-1]) == NULL)
    return date;

  at[-1] = '\0';
  return g_strchomp (date);
}

static int
find_month (const char *word)
{
  g_autofree char *folded = rm_fold_key (word);

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *key = g_strdup_printf ("%d", month);
      const char *const *names = rm_words_list_headers ("months", key);

      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autofree char *name = rm_fold_key (names[i]);

          if (g_str_equal (folded, name))
            return month;
        }
    }

  return 0;
}

/* "4 March 2020", "04-Mar-2020", "Mar 4, 2020", "4. März 2020", "4 de marzo de 2020". */
static gboolean
read_words (const char *text,
            int *year,
            int *month,
            int *day)
{
  g_auto (GStrv) words = g_strsplit_set (text, " -./,", -1);
  int numbers[2] = { 0 };
  gsize n_digits[2] = { 0 };
  guint n = 0;

  *month = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (length == 0 || g_str_equal (words[i], "de"))
        continue;
      if (strspn (words[i], "0123456789") == length)
        {
          if (n == 2 || length > 4)
            return FALSE;
          numbers[n] = atoi (words[i]);
          n_digits[n++] = length;
        }
      else if (*month != 0 || (*month = find_month (words[i])) == 0)
        return FALSE;
    }

  *day = numbers[0];
  *year = full_year (numbers[1], n_digits[1]);
  return n == 2 && *month != 0 && n_digits[0] <= 2 && is_day (*year, *month, *day);
}

static gboolean
read_year_first (const char *text,
                 int *year,
                 int *month,
                 int *day)
{
  int end = 0;
  char first = '\0';
  char second = '\0';

  if (strlen (text) == 8 && strspn (text, "0123456789") == 8)
    return sscanf (text, "%4d%2d%2d", year, month, day) == 3 && is_day (*year, *month, *day);

  return strspn (text, "0123456789") == 4
         && sscanf (text, "%4d%c%2d%c%2d%n", year, &first, month, &second, day, &end) == 5
         && first == second && strchr ("-/.", first) != NULL && text[end] == '\0'
         && is_day (*year, *month, *day);
}

static gboolean
read_parts (const char *text,
            Parts *parts)
{
  gsize first = strspn (text, "0123456789");
  const char *at = text + first;
  char mark = *at;
  gsize second = 0;
  gsize year = 0;

  if (first == 0 || first > 2 || mark == '\0' || strchr ("./-", mark) == NULL)
    return FALSE;
  parts->first = atoi (text);
  at++;
  second = strspn (at, "0123456789");
  if (second == 0 || second > 2 || at[second] == '\0' || strchr ("./-", at[second]) == NULL)
    return FALSE;
  parts->second = atoi (at);
  at += second + 1;
  year = strspn (at, "0123456789");
  if (at[year] != '\0')
    return FALSE;

  parts->year = full_year (atoi (at), year);
  parts->mark = mark == '/' ? SLASH : mark == '-' ? HYPHEN : N_MARKS;
  return TRUE;
}

static gboolean
can_be (const Parts *parts,
        gboolean day_first)
{
  return is_day (parts->year, day_first ? parts->second : parts->first,
                 day_first ? parts->first : parts->second);
}

RmDates *
rm_dates_new (RmDateOrder asked)
{
  RmDates *self = g_new0 (RmDates, 1);

  self->asked = asked;
  return self;
}

void
rm_dates_free (RmDates *self)
{
  g_free (self);
}

void
rm_dates_share (RmDates **columns,
                guint n)
{
  for (guint mark = 0; mark < N_MARKS; mark++)
    {
      guint day_first = 0;
      guint month_first = 0;

      for (guint c = 0; c < n; c++)
        if (columns[c] != NULL)
          {
            day_first += columns[c]->n_day_first[mark];
            month_first += columns[c]->n_month_first[mark];
          }
      if ((day_first > 0) == (month_first > 0))
        continue;

      for (guint c = 0; c < n; c++)
        if (columns[c] != NULL)
          {
            columns[c]->n_day_first[mark] = day_first;
            columns[c]->n_month_first[mark] = month_first;
          }
    }
}

void
rm_dates_learn (RmDates *self,
                const char *text)
{
  g_autofree char *date = strip_time (text);
  int year = 0;
  int month = 0;
  int day = 0;
  Parts parts;

  if (read_year_first (date, &year, &month, &day) || read_words (date, &year, &month, &day))
    self->n_dates++;
  else if (read_parts (date, &parts) && (can_be (&parts, TRUE) || can_be (&parts, FALSE)))
    {
      self->n_dates++;
      if (parts.mark != N_MARKS && !can_be (&parts, FALSE))
        self->n_day_first[parts.mark]++;
      else if (parts.mark != N_MARKS && !can_be (&parts, TRUE))
        self->n_month_first[parts.mark]++;
    }
}

static gboolean
is_mixed (const RmDates *self,
          int mark)
{
  return self->n_day_first[mark] > 0 && self->n_month_first[mark] > 0;
}

/* What a mark is used for; where both ways occur, nothing. */
static RmDateOrder
judge (const RmDates *self,
       int mark)
{
  if (is_mixed (self, mark))
    return RM_DATE_ORDER_UNKNOWN;
  if (self->n_day_first[mark] > 0)
    return RM_DATE_ORDER_DAY_FIRST;

  return self->n_month_first[mark] > 0 ? RM_DATE_ORDER_MONTH_FIRST : RM_DATE_ORDER_UNKNOWN;
}

static RmDateOrder
find_order (const RmDates *self,
            int mark)
{
  RmDateOrder own = judge (self, mark);
  RmDateOrder other = judge (self, mark == SLASH ? HYPHEN : SLASH);

  if (own != RM_DATE_ORDER_UNKNOWN)
    return own;
  if (other != RM_DATE_ORDER_UNKNOWN && !is_mixed (self, mark))
    return other;

  return self->asked;
}

static RmDateReading
take (char **to,
      int year,
      int month,
      int day)
{
  if (to != NULL)
    *to = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return RM_DATE_READING_DATE;
}

static RmDateReading
read_serial (const char *text,
             char **day)
{
  int serial = 0;
  GDate date;

  if (strlen (text) != 5 || strspn (text, "0123456789") != 5)
    return RM_DATE_READING_NONE;
  serial = atoi (text);
  if (serial < SERIAL_LEAST || serial > SERIAL_MOST)
    return RM_DATE_READING_NONE;

  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) serial);
  return take (day, g_date_get_year (&date), (int) g_date_get_month (&date),
               g_date_get_day (&date));
}

RmDateReading
rm_dates_read (const RmDates *self,
               const char *text,
               char **day)
{
  g_autofree char *date = strip_time (text);
  RmDateOrder order = RM_DATE_ORDER_DAY_FIRST;
  int year = 0;
  int month = 0;
  int in_month = 0;
  Parts parts;

  if (read_year_first (date, &year, &month, &in_month)
      || read_words (date, &year, &month, &in_month))
    return take (day, year, month, in_month);
  if (!read_parts (date, &parts))
    return self->n_dates > 0 ? read_serial (date, day) : RM_DATE_READING_NONE;
  if (!can_be (&parts, TRUE) && !can_be (&parts, FALSE))
    return RM_DATE_READING_NONE;

  if (parts.mark != N_MARKS)
    {
      if (!can_be (&parts, FALSE) || parts.first == parts.second)
        order = RM_DATE_ORDER_DAY_FIRST;
      else if (!can_be (&parts, TRUE))
        order = RM_DATE_ORDER_MONTH_FIRST;
      else
        order = find_order (self, parts.mark);
    }
  else if (!can_be (&parts, TRUE))
    return RM_DATE_READING_NONE;
  if (order == RM_DATE_ORDER_UNKNOWN)
    return RM_DATE_READING_OPEN;

  return order == RM_DATE_ORDER_DAY_FIRST ? take (day, parts.year, parts.second, parts.first)
                                          : take (day, parts.year, parts.first, parts.second);
}
