/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gaps-private.h"

#include <string.h>

/* The gap table seen from the other side: a row is one mentor, and its need is the mentees they
 * could teach. Mentees are handled one by one; each adds one to the cells of the mentors they may
 * learn from. */

typedef struct
{
  RmGaps *gaps;
  guint *row_of;          /* by supplier */
  guint *mentor_rows;     /* by mentor: row + 1 */
  guint64 *partners;
  GArray *apart;          /* of guint: suppliers */
  GArray *risks;          /* of gsize: cells in which the mentee at hand is one already */
  guint *last;            /* by supplier and column: the mentee that was counted last, + 1; by
                             groups, by supplier alone */
  guint8 *importance;     /* by supplier and column: what that one added */
} Fill;

static void
count_pupil (Fill *fill,
             guint supplier,
             guint column,
             guint mentee,
             guint importance)
{
  guint n_columns = fill->gaps->columns->len;
  gsize place = (gsize) supplier * n_columns + column;
  RmGapCell *cell = &fill->gaps->cells[(gsize) fill->row_of[supplier] * n_columns + column];
  guint before = fill->last[place] == mentee + 1 ? fill->importance[place] : 0;

  if (fill->last[place] != mentee + 1)
    cell->need++;
  fill->last[place] = mentee + 1;
  fill->importance[place] = (guint8) MAX (before, importance);
  cell->weighted += fill->importance[place] - before;
}

/* Returns the number of pairs looked at. */
static guint
count_pupils (Fill *fill,
              guint mentee,
              guint skill,
              const RmStanding *standing)
{
  const RmSupply *supply = &fill->gaps->supply;
  const guint64 *above = supply->above[skill];
  guint n = 0;

  if (above == NULL || standing->level >= RM_SUPPLY_LEVELS)
    return 0;

  above += (gsize) standing->level * supply->n_words;
  for (guint w = 0; w < supply->n_words; w++)
    for (guint64 left = fill->partners[w] & above[w]; left != 0; left &= left - 1)
      {
        count_pupil (fill, w * 64 + (guint) __builtin_ctzll (left),
                     fill->gaps->column_of[skill], mentee, (guint) MAX (standing->importance, 0));
        n++;
      }

  return n;
}

/* A mentee whose target only one mentor reaches is that mentor's risk. */
static void
count_risk (Fill *fill,
            guint skill,
            const RmStanding *standing)
{
  RmGaps *self = fill->gaps;
  guint target = (guint) MIN (standing->target, RM_GAP_LEVELS - 1);
  gsize place = 0;

  if (!rm_gaps_is_at_risk (self, skill, standing))
    return;

  place = fill->mentor_rows[self->only_holder[(gsize) skill * RM_GAP_LEVELS + target] - 1];
  place = (place - 1) * self->columns->len + self->column_of[skill];
  for (guint k = 0; k < fill->risks->len; k++)
    if (g_array_index (fill->risks, gsize, k) == place)
      return;

  g_array_append_val (fill->risks, place);
  self->cells[place].risk++;
}

static void
count_risks (Fill *fill,
             guint mentee)
{
  const RmPerson *person = fill->gaps->scorer->mentees[mentee].person;
  guint skill = 0;

  g_array_set_size (fill->risks, 0);
  for (guint k = 0; k < person->n_standings; k++)
    if (rm_standing_is_need (&person->standings[k])
        && rm_gaps_find_skill (fill->gaps, person->standings[k].skill, &skill))
      count_risk (fill, skill, &person->standings[k]);
}

/* Returns how much work it was. */
static guint
add_mentee (Fill *fill,
            guint mentee)
{
  RmGaps *self = fill->gaps;
  const RmPerson *person = self->scorer->mentees[mentee].person;
  guint work = 1;

  rm_supply_copy_partners (&self->supply, self->supply.group_of[mentee], fill->partners);
  rm_supply_hide_apart (&self->supply, mentee, fill->apart, fill->partners);
  for (guint k = 0; k < person->n_standings; k++)
    {
      const RmStanding *standing = &person->standings[k];
      guint skill = 0;

      if (!rm_standing_is_need (standing) || !rm_gaps_find_skill (self, standing->skill, &skill))
        continue;
      work += count_pupils (fill, mentee, skill, standing);
    }
  count_risks (fill, mentee);

  return work;
}

/* Mentees with the same key and skill look alike to a mentor, except the few listed one by one. So
 * they are counted together, and each mentor takes those below them: this takes time per mentee,
 * per mentor and per two groups, instead of per two people. */

/* Somebody's wish to learn a skill. */
typedef struct
{
  guint skill;
  guint level;
  guint importance;
} Wish;

/* By base group of the mentee. */
typedef struct
{
  GArray **by_group;      /* of Wish; NULL if there is none */
  guint n_groups;
} Wishes;

static gboolean
read_wish (const Fill *fill,
           const RmStanding *standing,
           Wish *wish)
{
  const RmGaps *self = fill->gaps;

  if (!rm_standing_is_need (standing) || standing->level >= RM_SUPPLY_LEVELS
      || !rm_gaps_find_skill (self, standing->skill, &wish->skill)
      || self->supply.above[wish->skill] == NULL)
    return FALSE;

  wish->level = (guint) standing->level;
  wish->importance = (guint) MAX (standing->importance, 0);
  return TRUE;
}

static void
collect_wishes (const Fill *fill,
                Wishes *wishes)
{
  const RmSupply *supply = &fill->gaps->supply;
  const RmScorer *scorer = supply->scorer;

  wishes->n_groups = supply->mentee_groups->len;
  wishes->by_group = g_new0 (GArray *, wishes->n_groups + 1);
  for (guint i = 0; i < scorer->n_mentees; i++)
    {
      const RmPerson *person = scorer->mentees[i].person;
      guint base = 0;
      Wish wish;

      if (!scorer->mentees[i].available)
        continue;
      base = rm_supply_get_base (supply, supply->group_of[i]);
      for (guint k = 0; k < person->n_standings; k++)
        {
          if (!read_wish (fill, &person->standings[k], &wish))
            continue;
          if (wishes->by_group[base] == NULL)
            wishes->by_group[base] = g_array_new (FALSE, FALSE, sizeof (Wish));
          g_array_append_val (wishes->by_group[base], wish);
        }
    }
}

static void
clear_wishes (Wishes *wishes)
{
  for (guint g = 0; g < wishes->n_groups; g++)
    g_clear_pointer (&wishes->by_group[g], g_array_unref);
  g_free (wishes->by_group);
}

/* Adds up the wishes, by skill and level, of all mentees that the mentor group that begins at
 * @first may meet. Returns how many. */
static guint
add_up (const Fill *fill,
        const Wishes *wishes,
        guint first,
        RmGapCell *below)
{
  const RmSupply *supply = &fill->gaps->supply;
  guint n = 0;

  for (guint g = 0; g < wishes->n_groups; g++)
    {
      const GArray *own = wishes->by_group[g];

      if (own == NULL || !rm_supply_may_meet (supply, g, first))
        continue;
      n += own->len;
      for (guint k = 0; k < own->len; k++)
        {
          const Wish *wish = &g_array_index (own, Wish, k);
          RmGapCell *cell = &below[wish->skill * RM_SUPPLY_LEVELS + wish->level];

          cell->need++;
          cell->weighted += wish->importance;
        }
    }

  return n;
}

static void
take_below (Fill *fill,
            guint supplier,
            const RmGapCell *below)
{
  RmGaps *self = fill->gaps;
  const RmPerson *person = self->scorer->mentors[self->supply.mentors[supplier]].person;
  RmGapCell *cells = self->cells + (gsize) fill->row_of[supplier] * self->columns->len;
  guint skill = 0;

  for (guint k = 0; k < person->n_standings; k++)
    {
      if (!rm_gaps_find_skill (self, person->standings[k].skill, &skill))
        continue;
      for (int level = 0; level < RM_SUPPLY_LEVELS; level++)
        {
          const RmGapCell *wishes = &below[skill * RM_SUPPLY_LEVELS + (guint) level];

          if (!rm_supply_is_above (&self->supply, supplier, skill, level))
            continue;
          cells[self->column_of[skill]].need += wishes->need;
          cells[self->column_of[skill]].weighted += wishes->weighted;
        }
    }
}

static gboolean
count_groups (Fill *fill,
              const Wishes *wishes,
              RmTicker *ticker,
              GError **error)
{
  const RmSupply *supply = &fill->gaps->supply;
  gsize n_below = (gsize) fill->gaps->skills->len * RM_SUPPLY_LEVELS;
  g_autofree RmGapCell *below = g_new (RmGapCell, n_below + 1);

  for (guint g = 0; g + 1 < supply->groups->len; g++)
    {
      guint first = g_array_index (supply->groups, guint, g);
      guint end = g_array_index (supply->groups, guint, g + 1);
      guint work = 0;

      memset (below, 0, sizeof (RmGapCell) * n_below);
      work = add_up (fill, wishes, first, below);
      for (guint s = first; s < end; s++)
        take_below (fill, s, below);
      if (!rm_ticker_tick (ticker, work + end - first, (double) end / MAX (supply->n_mentors, 1),
                           error))
        return FALSE;
    }

  return TRUE;
}

/* Subtracts the counts of @mentee for mentors they may not be paired with after all. */
static void
take_back (Fill *fill,
           guint mentee)
{
  RmGaps *self = fill->gaps;
  const RmSupply *supply = &self->supply;
  const RmPerson *person = self->scorer->mentees[mentee].person;
  guint base = rm_supply_get_base (supply, supply->group_of[mentee]);
  Wish wish;

  g_array_set_size (fill->apart, 0);
  rm_supply_list_apart (supply, mentee, fill->apart);
  for (guint a = 0; a < fill->apart->len; a++)
    {
      guint supplier = g_array_index (fill->apart, guint, a);
      RmGapCell *cells = self->cells + (gsize) fill->row_of[supplier] * self->columns->len;

      if (fill->last[supplier] == mentee + 1 || !rm_supply_may_meet (supply, base, supplier)
          || rm_scorer_find_rule (supply->scorer, mentee, supply->mentors[supplier],
                                  RM_RULES_BETWEEN) == RM_RULE_NONE)
        continue;
      fill->last[supplier] = mentee + 1;
      for (guint k = 0; k < person->n_standings; k++)
        {
          if (!read_wish (fill, &person->standings[k], &wish)
              || !rm_supply_is_above (supply, supplier, wish.skill, (int) wish.level))
            continue;
          cells[self->column_of[wish.skill]].need--;
          cells[self->column_of[wish.skill]].weighted -= wish.importance;
        }
    }
}

static gboolean
fill_by_groups (Fill *fill,
                RmTicker *ticker,
                GError **error)
{
  RmGaps *self = fill->gaps;
  Wishes wishes = { NULL, 0 };
  gboolean ok = FALSE;

  collect_wishes (fill, &wishes);
  ok = count_groups (fill, &wishes, ticker, error);
  clear_wishes (&wishes);
  for (guint i = 0; ok && i < self->scorer->n_mentees; i++)
    {
      if (!self->scorer->mentees[i].available)
        continue;
      take_back (fill, i);
      count_risks (fill, i);
      ok = rm_ticker_tick (ticker, 1 + fill->apart->len, 1, error);
    }

  return ok;
}

static void
count_unrated (Fill *fill)
{
  RmGaps *self = fill->gaps;
  guint n_columns = self->columns->len;

  for (guint r = 0; r < self->rows->len; r++)
    {
      RmGapCell *cells = self->cells + (gsize) r * n_columns;
      guint mentor = g_array_index (self->members, RmGapMember, r).index;
      const RmPerson *person = self->scorer->mentors[mentor].person;
      guint skill = 0;

      for (guint c = 0; c < n_columns; c++)
        cells[c].unrated = 1;
      for (guint k = 0; k < person->n_standings; k++)
        if (person->standings[k].level >= 0
            && rm_gaps_find_skill (self, person->standings[k].skill, &skill))
          cells[self->column_of[skill]].unrated = 0;
    }
}

static void
fill_totals (Fill *fill)
{
  RmGaps *self = fill->gaps;
  guint n_columns = self->columns->len;
  RmGapCell *totals = self->cells + (gsize) self->rows->len * n_columns;
  g_autoptr (GArray) mentees = rm_gaps_list_mentees (self);
  g_autofree RmGapCell *cells = rm_gaps_count_mentees (self, mentees, self->column_of, n_columns,
                                                       NULL);

  for (guint c = 0; c < n_columns; c++)
    {
      totals[c] = cells[c];
      totals[c].unrated = 0;
      for (guint r = 0; r < self->rows->len; r++)
        totals[c].unrated += self->cells[(gsize) r * n_columns + c].unrated;
    }
}

/* A mentor who could teach anybody in a column offers all their free places there. */
static void
offer_places (Fill *fill)
{
  RmGaps *self = fill->gaps;

  for (guint s = 0; s < self->supply.n_mentors; s++)
    for (guint c = 0; c < self->columns->len; c++)
      {
        RmGapCell *cell = &self->cells[(gsize) fill->row_of[s] * self->columns->len + c];

        if (cell->need > 0)
          rm_gap_cell_take_supply (cell, self->supply.places[s]);
      }
}

static void
init_fill (Fill *fill,
           RmGaps *self,
           gboolean by_groups)
{
  const RmSupply *supply = &self->supply;
  gsize n_places = (gsize) supply->n_mentors * (by_groups ? 1 : self->columns->len) + 1;

  *fill = (Fill) { .gaps = self };
  fill->mentor_rows = g_new0 (guint, self->scorer->n_mentors + 1);
  fill->row_of = g_new0 (guint, supply->n_mentors + 1);
  fill->partners = g_new (guint64, supply->n_words + 1);
  fill->apart = g_array_new (FALSE, FALSE, sizeof (guint));
  fill->risks = g_array_new (FALSE, FALSE, sizeof (gsize));
  fill->last = g_new0 (guint, n_places);
  fill->importance = g_new0 (guint8, n_places);
  for (guint r = 0; r < self->rows->len; r++)
    fill->mentor_rows[g_array_index (self->members, RmGapMember, r).index] = r + 1;
  for (guint s = 0; s < supply->n_mentors; s++)
    fill->row_of[s] = fill->mentor_rows[supply->mentors[s]] - 1;
}

static void
clear_fill (Fill *fill)
{
  g_free (fill->mentor_rows);
  g_free (fill->row_of);
  g_free (fill->partners);
  g_array_unref (fill->apart);
  g_array_unref (fill->risks);
  g_free (fill->last);
  g_free (fill->importance);
}

static gboolean
fill_by_people (Fill *fill,
                RmTicker *ticker,
                GError **error)
{
  const RmScorer *scorer = fill->gaps->scorer;

  for (guint i = 0; i < scorer->n_mentees; i++)
    {
      guint work = scorer->mentees[i].available ? add_mentee (fill, i) : 1;

      if (!rm_ticker_tick (ticker, work, (double) i / scorer->n_mentees, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
rm_gaps_fill_mentors (RmGaps *self,
                      RmTicker *ticker,
                      GError **error)
{
  /* In a category a mentee counts once for all wishes, and hardly two people are free at the same
   * hours. */
  gboolean by_groups
    = self->column_kind == RM_GAP_COLUMNS_SKILL && self->supply.free_hours == NULL;
  gboolean ok = FALSE;
  Fill fill;

  init_fill (&fill, self, by_groups);
  ok = by_groups ? fill_by_groups (&fill, ticker, error) : fill_by_people (&fill, ticker, error);
  if (ok)
    {
      offer_places (&fill);
      count_unrated (&fill);
      fill_totals (&fill);
    }
  clear_fill (&fill);

  return ok;
}
