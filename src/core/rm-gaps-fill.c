/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-gaps-private.h"

#include <string.h>

/* Figures are filled in row by row, so that sets of mentors are held for one row and for the total
 * only, and only for skills that somebody is in need of. */

/* What is gathered for one row before its figures can be told. */
typedef struct
{
  RmGapCell *cells;
  int *highest;           /* target among those in need */
  guint64 *teachers;      /* sets, by number of the needed column */
} Tally;

gboolean
rm_standing_is_need (const RmStanding *standing)
{
  return standing->level >= 0 && standing->target > standing->level;
}

/* Whoever takes part as a mentor holds what they know, willing or not, with a free place or not. */
static void
count_holders (RmGaps *self)
{
  self->holders = g_new0 (guint, (gsize) self->skills->len * 6 + 1);

  for (guint j = 0; j < self->scorer->n_mentors; j++)
    {
      const RmProfile *mentor = &self->scorer->mentors[j];

      for (guint k = 0; mentor->available && k < mentor->person->n_standings; k++)
        {
          const RmStanding *standing = &mentor->person->standings[k];
          guint column = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, &standing->skill));

          if (column-- == 0)
            continue;
          for (int level = 0; level <= MIN (standing->level, 5); level++)
            self->holders[(gsize) column * 6 + (guint) level]++;
        }
    }
}

/* Numbers the columns in which anybody is in need: only those need sets of mentors. */
static guint
number_needed (const RmGaps *self,
               gboolean *needed,
               guint *numbers)
{
  guint n = 0;

  for (guint k = 0; k < self->members->len; k++)
    {
      const RmGapMember *member = &g_array_index (self->members, RmGapMember, k);
      const RmPerson *person = self->scorer->mentees[member->mentee].person;

      for (guint s = 0; s < person->n_standings; s++)
        {
          gpointer column = g_hash_table_lookup (self->columns, &person->standings[s].skill);

          if (column != NULL && rm_standing_is_need (&person->standings[s]))
            needed[GPOINTER_TO_UINT (column) - 1] = TRUE;
        }
    }
  for (guint c = 0; c < self->skills->len; c++)
    if (needed[c])
      numbers[c] = n++;

  return n;
}

static void
tally_need (const RmGaps *self,
            Tally *tally,
            const guint64 *partners,
            guint column,
            guint number,
            const RmStanding *standing)
{
  tally->cells[column].need++;
  tally->highest[column] = MAX (tally->highest[column], standing->target);
  rm_supply_add_teachers (&self->supply, partners, column, standing->level,
                          tally->teachers + (gsize) number * self->supply.n_words);
}

static void
tally_member (const RmGaps *self,
              guint mentee,
              const guint *numbers,
              guint64 *partners,
              Tally *row,
              Tally *total)
{
  const RmPerson *person = self->scorer->mentees[mentee].person;
  gboolean asked = FALSE;

  for (guint k = 0; k < person->n_standings; k++)
    {
      const RmStanding *standing = &person->standings[k];
      guint column = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, &standing->skill));

      if (column-- == 0 || standing->level < 0)
        continue;
      row->cells[column].unrated--;
      total->cells[column].unrated--;
      if (!rm_standing_is_need (standing))
        continue;
      if (!asked)
        rm_supply_get_partners (&self->supply, mentee, partners);
      asked = TRUE;
      tally_need (self, row, partners, column, numbers[column], standing);
      tally_need (self, total, partners, column, numbers[column], standing);
    }
}

static void
begin_tally (const RmGaps *self,
             Tally *tally,
             guint row,
             guint n_people)
{
  tally->cells = self->cells + (gsize) row * self->skills->len;
  for (guint c = 0; c < self->skills->len; c++)
    tally->cells[c].unrated = n_people;
}

/* Figures out of what was gathered; leaves the tally clean for the next row. */
static void
end_tally (const RmGaps *self,
           Tally *tally,
           const guint *numbers)
{
  for (guint c = 0; c < self->skills->len; c++)
    {
      RmGapCell *cell = &tally->cells[c];
      guint64 *teachers = NULL;

      if (cell->need == 0)
        continue;
      teachers = tally->teachers + (gsize) numbers[c] * self->supply.n_words;
      cell->supply = rm_supply_count_places (&self->supply, teachers);
      cell->gap = cell->need > cell->supply ? cell->need - cell->supply : 0;
      cell->single_holder = self->holders[(gsize) c * 6 + (guint) MIN (tally->highest[c], 5)] == 1;
      memset (teachers, 0, sizeof (guint64) * self->supply.n_words);
      tally->highest[c] = 0;
    }
}

static void
init_tally (const RmGaps *self,
            Tally *tally,
            guint n_needed)
{
  tally->highest = g_new0 (int, self->skills->len + 1);
  tally->teachers = g_new0 (guint64, (gsize) n_needed * self->supply.n_words + 1);
}

static void
clear_tally (Tally *tally)
{
  g_free (tally->highest);
  g_free (tally->teachers);
}

gboolean
rm_gaps_fill (RmGaps *self,
              RmTicker *ticker,
              GError **error)
{
  guint n_columns = self->skills->len;
  g_autofree gboolean *needed = g_new0 (gboolean, n_columns + 1);
  g_autofree guint *numbers = g_new0 (guint, n_columns + 1);
  g_autofree guint64 *partners = NULL;
  Tally row = { 0 };
  Tally total = { 0 };
  guint n_needed = number_needed (self, needed, numbers);
  gboolean ok = TRUE;

  count_holders (self);
  rm_supply_init (&self->supply, self->scorer, n_columns);
  rm_supply_add_levels (&self->supply, self->columns, needed);
  partners = g_new (guint64, self->supply.n_words + 1);
  init_tally (self, &row, n_needed);
  init_tally (self, &total, n_needed);

  begin_tally (self, &total, self->rows->len, self->members->len);
  for (guint r = 0; ok && r < self->rows->len; r++)
    {
      RmGapRow at = g_array_index (self->rows, RmGapRow, r);

      begin_tally (self, &row, r, at.n);
      for (guint k = at.first; ok && k < at.first + at.n; k++)
        {
          guint mentee = g_array_index (self->members, RmGapMember, k).mentee;

          tally_member (self, mentee, numbers, partners, &row, &total);
          ok = rm_ticker_tick (ticker, self->supply.n_mentors + n_columns,
                               (double) k / self->members->len, error);
        }
      end_tally (self, &row, numbers);
    }
  end_tally (self, &total, numbers);
  clear_tally (&row);
  clear_tally (&total);

  return ok;
}
