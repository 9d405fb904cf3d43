/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-gaps-private.h"

/* The gap table seen from the other side: a row is one mentor, and its need is whom they could
 * teach. Mentees are gone through one by one; each adds one to the cells of whom they may learn
 * from. */

typedef struct
{
  RmGaps *gaps;
  guint *row_of;          /* by supplier */
  guint *mentor_rows;     /* by mentor: row + 1 */
  guint64 *partners;
  GArray *apart;          /* of guint: suppliers */
  GArray *risks;          /* of gsize: cells in which the mentee at hand is one already */
  guint *last;            /* by supplier and column: the mentee that was counted last, + 1 */
  guint8 *importance;     /* by supplier and column: what that one added */
} Fill;

static void
hide_apart (Fill *fill,
            guint mentee)
{
  const RmSupply *supply = &fill->gaps->supply;

  g_array_set_size (fill->apart, 0);
  rm_supply_list_apart (supply, mentee, fill->apart);
  for (guint k = 0; k < fill->apart->len; k++)
    {
      guint supplier = g_array_index (fill->apart, guint, k);

      if (rm_scorer_find_rule (supply->scorer, mentee, supply->mentors[supplier],
                               RM_RULES_BETWEEN) != RM_RULE_NONE)
        fill->partners[supplier / 64] &= ~(G_GUINT64_CONSTANT (1) << (supplier % 64));
    }
}

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

/* Returns how many were looked at. */
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

/* Whom only one mentor could bring to where they want to be is that mentor's risk. */
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

/* Returns how much work it was. */
static guint
add_mentee (Fill *fill,
            guint mentee)
{
  RmGaps *self = fill->gaps;
  const RmPerson *person = self->scorer->mentees[mentee].person;
  guint work = 1;

  g_array_set_size (fill->risks, 0);
  rm_supply_copy_partners (&self->supply, self->supply.group_of[mentee], fill->partners);
  hide_apart (fill, mentee);
  for (guint k = 0; k < person->n_standings; k++)
    {
      const RmStanding *standing = &person->standings[k];
      guint skill = 0;

      if (!rm_standing_is_need (standing) || !rm_gaps_find_skill (self, standing->skill, &skill))
        continue;
      work += count_pupils (fill, mentee, skill, standing);
      count_risk (fill, skill, standing);
    }

  return work;
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

/* Whoever teaches anybody in a column offers all their free places there. */
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
           RmGaps *self)
{
  const RmSupply *supply = &self->supply;
  gsize n_places = (gsize) supply->n_mentors * self->columns->len + 1;

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

gboolean
rm_gaps_fill_mentors (RmGaps *self,
                      RmTicker *ticker,
                      GError **error)
{
  guint n = self->scorer->n_mentees;
  gboolean ok = TRUE;
  Fill fill;

  init_fill (&fill, self);
  for (guint i = 0; ok && i < n; i++)
    {
      guint work = self->scorer->mentees[i].available ? add_mentee (&fill, i) : 1;

      ok = rm_ticker_tick (ticker, work, (double) i / n, error);
    }
  if (ok)
    {
      offer_places (&fill);
      count_unrated (&fill);
      fill_totals (&fill);
    }
  clear_fill (&fill);

  return ok;
}

static gboolean
hangs_on (const RmGaps *self,
          guint mentee,
          const gboolean *is_chosen,
          const guint *column_of)
{
  const RmPerson *person = self->scorer->mentees[mentee].person;
  guint skill = 0;

  for (guint k = 0; k < person->n_standings; k++)
    {
      const RmStanding *own = &person->standings[k];
      guint target = (guint) CLAMP (own->target, 0, RM_GAP_LEVELS - 1);

      if (rm_gaps_find_skill (self, own->skill, &skill)
          && column_of[skill] != RM_GAP_NO_COLUMN
          && rm_gaps_is_at_risk (self, skill, own)
          && is_chosen[self->only_holder[(gsize) skill * RM_GAP_LEVELS + target] - 1])
        return TRUE;
    }

  return FALSE;
}

/* Returns the highest importance of what @mentee could learn from @suppliers, 0 where it is
 * nothing; adds to @teachers whom from. @fill->partners are those of the mentee. */
static guint
find_lesson (Fill *fill,
             guint mentee,
             const guint64 *suppliers,
             const guint *column_of,
             guint64 *teachers)
{
  const RmGaps *self = fill->gaps;
  const RmPerson *person = self->scorer->mentees[mentee].person;
  guint most = 0;
  guint skill = 0;

  for (guint k = 0; k < person->n_standings; k++)
    {
      const RmStanding *own = &person->standings[k];
      const guint64 *above = NULL;
      guint64 any = 0;

      if (!rm_standing_is_need (own) || own->level >= RM_SUPPLY_LEVELS
          || !rm_gaps_find_skill (self, own->skill, &skill)
          || column_of[skill] == RM_GAP_NO_COLUMN || self->supply.above[skill] == NULL)
        continue;
      above = self->supply.above[skill] + (gsize) own->level * self->supply.n_words;
      for (guint w = 0; w < self->supply.n_words; w++)
        {
          guint64 found = fill->partners[w] & above[w] & suppliers[w];

          teachers[w] |= found;
          any |= found;
        }
      if (any != 0)
        most = MAX (most, (guint) MAX (own->importance, 0));
    }

  return most;
}

RmGapCell
rm_gaps_count_pupils (const RmGaps *self,
                      const gboolean *is_chosen,
                      const guint *column_of,
                      GArray *pupils,
                      GArray *hanging,
                      guint64 *teachers)
{
  const RmSupply *supply = &self->supply;
  g_autoptr (GArray) mentees = rm_gaps_list_mentees (self);
  g_autoptr (GArray) apart = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint64 *suppliers = g_new0 (guint64, supply->n_words + 1);
  g_autofree guint64 *partners = g_new0 (guint64, supply->n_words + 1);
  Fill fill = { .gaps = (RmGaps *) self, .partners = partners, .apart = apart };
  RmGapCell cell = { 0 };

  for (guint s = 0; s < supply->n_mentors; s++)
    if (is_chosen[supply->mentors[s]])
      suppliers[s / 64] |= G_GUINT64_CONSTANT (1) << (s % 64);
  for (guint k = 0; k < mentees->len; k++)
    {
      guint mentee = g_array_index (mentees, guint, k);
      guint lesson = 0;

      rm_supply_copy_partners (supply, supply->group_of[mentee], partners);
      hide_apart (&fill, mentee);
      lesson = find_lesson (&fill, mentee, suppliers, column_of, teachers);
      cell.weighted += lesson;
      if (lesson > 0)
        g_array_append_val (pupils, mentee);
      if (hangs_on (self, mentee, is_chosen, column_of))
        g_array_append_val (hanging, mentee);
    }
  cell.need = pupils->len;
  cell.risk = hanging->len;
  rm_gap_cell_take_supply (&cell, rm_supply_count_places (supply, teachers));

  return cell;
}
