/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gaps-private.h"

#include <string.h>

/* Figures are filled in row by row, so that sets of mentors are held for one row and for the total
 * only, and only for columns that somebody is in need of. Within a row, mentees whom the rules do
 * not tell apart are handled together (rm-gaps-partners.c): the one with the lowest level in a
 * skill reaches everybody that the others reach, except people kept apart from just that one. */

/* A mentee in need, and the next one in the list. Lists end with 0. */
typedef struct
{
  guint mentee;
  int level;
  guint next;
} Need;

/* How much of the set of a skill's teachers is complete for people above @level whom the row
 * reaches: the words before @word. Once all are, another group can add nobody. */
typedef struct
{
  int level;
  guint word;
} Fullness;

/* Data gathered for one row to compute its figures. */
typedef struct
{
  const RmGaps *gaps;
  guint64 *teachers;      /* sets, by number of the needed column */
  guint64 *all_teachers;  /* the same for everybody */
  guint *numbers;         /* by column: 1 and up, 0 if nobody is in need */
  const guint *column_of; /* by skill; RM_GAP_NO_COLUMN is not gathered */
  guint n_columns;

  guint64 *reach;         /* partners of any group of the row, their free hours aside */
  Fullness *fullness;     /* by skill */

  guint64 *partners;      /* of the group at hand */
  GArray *needs;          /* of Need: of the group at hand */
  guint *heads;           /* by skill: its needs, the least level first */
  GArray *touched;        /* of guint: skills that have needs */
  GArray *apart;          /* of guint: suppliers */

  guint *needy;           /* by column: the last mentee that was counted, + 1; as the others */
  guint *rated;
  guint *risky;
  guint *importance;      /* by column: what the last mentee that was counted added */
} Tally;

gboolean
rm_standing_is_need (const RmStanding *standing)
{
  return standing->level >= 0 && standing->target > standing->level;
}

gboolean
rm_gaps_is_at_risk (const RmGaps *self,
                    guint skill,
                    const RmStanding *standing)
{
  int target = MIN (standing->target, RM_GAP_LEVELS - 1);

  return rm_standing_is_need (standing)
         && self->holders[(gsize) skill * RM_GAP_LEVELS + (guint) target] == 1;
}

/* Active mentors count as holders, willing or not, with a free place or not. */
static void
note_holder (RmGaps *self,
             guint mentor,
             guint skill,
             int level)
{
  for (int at = 0; at <= MIN (level, RM_GAP_LEVELS - 1); at++)
    {
      gsize place = (gsize) skill * RM_GAP_LEVELS + (guint) at;

      self->holders[place]++;
      self->only_holder[place] = mentor + 1;
    }
}

static void
note_needed (const RmGaps *self,
             gboolean *needed)
{
  const RmScorer *scorer = self->scorer;

  for (guint i = 0; i < scorer->n_mentees; i++)
    {
      const RmPerson *person = scorer->mentees[i].person;
      guint skill = 0;

      for (guint s = 0; scorer->mentees[i].available && s < person->n_standings; s++)
        if (rm_standing_is_need (&person->standings[s])
            && rm_gaps_find_skill (self, person->standings[s].skill, &skill))
          needed[skill] = TRUE;
    }
}

/* The levels of mentors, once for all rows: supply only for skills somebody needs. */
void
rm_gaps_prepare (RmGaps *self)
{
  const RmScorer *scorer = self->scorer;
  gsize n = (gsize) self->skills->len * RM_GAP_LEVELS + 1;
  g_autofree gboolean *needed = g_new0 (gboolean, self->skills->len + 1);
  g_autofree guint *suppliers = g_new0 (guint, scorer->n_mentors + 1);

  self->holders = g_new0 (guint, n);
  self->only_holder = g_new0 (guint32, n);
  rm_supply_init (&self->supply, scorer, self->skills->len);
  note_needed (self, needed);
  for (guint s = 0; s < self->supply.n_mentors; s++)
    suppliers[self->supply.mentors[s]] = s + 1;

  for (guint j = 0; j < scorer->n_mentors; j++)
    {
      const RmPerson *person = scorer->mentors[j].person;

      for (guint k = 0; scorer->mentors[j].available && k < person->n_standings; k++)
        {
          guint skill = 0;

          if (!rm_gaps_find_skill (self, person->standings[k].skill, &skill) || !needed[skill])
            continue;
          note_holder (self, j, skill, person->standings[k].level);
          if (suppliers[j] > 0)
            rm_supply_add_level (&self->supply, suppliers[j] - 1, skill,
                                 person->standings[k].level);
        }
    }
}

static void
add_importance (Tally *tally,
                RmGapCell *cell,
                guint column,
                guint importance,
                gboolean first)
{
  guint before = first ? 0 : tally->importance[column];

  tally->importance[column] = MAX (before, importance);
  cell->weighted += tally->importance[column] - before;
}

static void
count_need (Tally *tally,
            RmGapCell *cells,
            guint mentee,
            guint skill,
            const RmStanding *standing)
{
  guint column = tally->column_of[skill];
  RmGapCell *cell = &cells[column];
  gboolean first = tally->needy[column] != mentee + 1;

  if (first)
    cell->need++;
  tally->needy[column] = mentee + 1;
  add_importance (tally, cell, column, (guint) MAX (standing->importance, 0), first);
  if (!rm_gaps_is_at_risk (tally->gaps, skill, standing) || tally->risky[column] == mentee + 1)
    return;

  tally->risky[column] = mentee + 1;
  cell->risk++;
}

/* The lowest level comes first: the others hardly matter. */
static void
add_need (Tally *tally,
          guint mentee,
          guint skill,
          int level)
{
  Need need = { mentee, level, tally->heads[skill] };
  guint place = tally->needs->len;
  Need *head = &g_array_index (tally->needs, Need, need.next);

  if (need.next == 0)
    g_array_append_val (tally->touched, skill);
  if (need.next != 0 && head->level <= level)
    {
      need.next = head->next;
      head->next = place;
    }
  else
    tally->heads[skill] = place;
  g_array_append_val (tally->needs, need);
}

static void
gather_mentee (Tally *tally,
               RmGapCell *cells,
               guint mentee)
{
  const RmGaps *self = tally->gaps;
  const RmPerson *person = self->scorer->mentees[mentee].person;

  for (guint k = 0; k < person->n_standings; k++)
    {
      const RmStanding *standing = &person->standings[k];
      guint skill = 0;
      guint column = 0;

      if (standing->level < 0 || !rm_gaps_find_skill (self, standing->skill, &skill))
        continue;
      column = tally->column_of[skill];
      if (column == RM_GAP_NO_COLUMN)
        continue;
      if (tally->rated[column] != mentee + 1)
        cells[column].unrated--;
      tally->rated[column] = mentee + 1;
      if (!rm_standing_is_need (standing))
        continue;
      count_need (tally, cells, mentee, skill, standing);
      add_need (tally, mentee, skill, standing->level);
    }
}

/* Whether anybody in need is below @supplier and may be paired with them. */
static gboolean
reaches_anybody (const Tally *tally,
                 guint skill,
                 guint supplier)
{
  const RmSupply *supply = &tally->gaps->supply;

  for (guint n = tally->heads[skill]; n != 0;)
    {
      const Need *need = &g_array_index (tally->needs, Need, n);

      if (rm_supply_is_above (supply, supplier, skill, need->level)
          && rm_scorer_find_rule (supply->scorer, need->mentee, supply->mentors[supplier],
                                  RM_RULES_BETWEEN) == RM_RULE_NONE)
        return TRUE;
      n = need->next;
    }

  return FALSE;
}

/* Removes from the group's partners those kept apart from everybody in need; lists them in
 * @tally->apart, so that they can be put back. */
static void
hide_apart (Tally *tally,
            guint skill)
{
  const RmSupply *supply = &tally->gaps->supply;
  const Need *least = &g_array_index (tally->needs, Need, tally->heads[skill]);
  guint n = 0;

  g_array_set_size (tally->apart, 0);
  rm_supply_list_apart (supply, least->mentee, tally->apart);
  for (guint k = 0; k < tally->apart->len; k++)
    {
      guint supplier = g_array_index (tally->apart, guint, k);
      guint64 bit = G_GUINT64_CONSTANT (1) << (supplier % 64);

      if ((tally->partners[supplier / 64] & bit) == 0
          || !rm_supply_is_above (supply, supplier, skill, least->level)
          || reaches_anybody (tally, skill, supplier))
        continue;
      tally->partners[supplier / 64] &= ~bit;
      g_array_index (tally->apart, guint, n++) = supplier;
    }
  g_array_set_size (tally->apart, n);
}

static gboolean
is_full (const Tally *tally,
         guint skill)
{
  const Need *least = &g_array_index (tally->needs, Need, tally->heads[skill]);
  const Fullness *fullness = &tally->fullness[skill];

  return fullness->word == tally->gaps->supply.n_words && fullness->level <= least->level;
}

static void
note_fullness (Tally *tally,
               guint skill,
               int level,
               const guint64 *set,
               const guint64 *above)
{
  Fullness *fullness = &tally->fullness[skill];
  guint word = level < fullness->level ? 0 : fullness->word;

  if (level > fullness->level)
    return;

  while (word < tally->gaps->supply.n_words
         && (tally->reach[word] & above[word] & ~set[word]) == 0)
    word++;
  *fullness = (Fullness) { level, word };
}

static void
add_teachers (Tally *tally,
              guint skill)
{
  const RmSupply *supply = &tally->gaps->supply;
  const Need *least = &g_array_index (tally->needs, Need, tally->heads[skill]);
  guint number = tally->numbers[tally->column_of[skill]];
  guint64 *set = tally->teachers + (gsize) (number - 1) * supply->n_words;
  const guint64 *above = supply->above[skill];

  if (above == NULL || least->level >= RM_SUPPLY_LEVELS)
    return;

  above += (gsize) least->level * supply->n_words;
  hide_apart (tally, skill);
  for (guint w = 0; w < supply->n_words; w++)
    set[w] |= tally->partners[w] & above[w];
  for (guint k = 0; k < tally->apart->len; k++)
    {
      guint supplier = g_array_index (tally->apart, guint, k);

      tally->partners[supplier / 64] |= G_GUINT64_CONSTANT (1) << (supplier % 64);
    }
  note_fullness (tally, skill, least->level, set, above);
}

static void
add_group (Tally *tally,
           guint group)
{
  gboolean copied = FALSE;

  for (guint k = 0; k < tally->touched->len; k++)
    {
      guint skill = g_array_index (tally->touched, guint, k);

      if (!is_full (tally, skill))
        {
          if (!copied)
            rm_supply_copy_partners (&tally->gaps->supply, group, tally->partners);
          copied = TRUE;
          add_teachers (tally, skill);
        }
      tally->heads[skill] = 0;
    }
  g_array_set_size (tally->touched, 0);
  /* The first place is the end of a list. */
  g_array_set_size (tally->needs, 1);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint64 first = *(const guint64 *) a;
  guint64 second = *(const guint64 *) b;

  return (first > second) - (first < second);
}

/* Puts members of a group next to each other. */
static void
sort_by_group (const RmGaps *self,
               guint *mentees,
               guint n)
{
  g_autofree guint64 *keys = g_new (guint64, n + 1);

  for (guint k = 0; k < n; k++)
    keys[k] = (guint64) self->supply.group_of[mentees[k]] << 32 | mentees[k];
  qsort (keys, n, sizeof (guint64), compare_keys);
  for (guint k = 0; k < n; k++)
    mentees[k] = (guint) keys[k];
}

/* Begins a row of mentees sorted by group. */
static void
begin_row (Tally *tally,
           const guint *mentees,
           guint n)
{
  const RmSupply *supply = &tally->gaps->supply;
  guint last = G_MAXUINT;

  memset (tally->reach, 0, sizeof (guint64) * supply->n_words);
  for (guint k = 0; k < n; k++)
    {
      guint base = rm_supply_get_base (supply, supply->group_of[mentees[k]]);

      if (base != last)
        rm_supply_add_base_partners (supply, base, tally->reach);
      last = base;
    }
  for (guint s = 0; s < tally->gaps->skills->len; s++)
    tally->fullness[s] = (Fullness) { RM_SUPPLY_LEVELS, 0 };
}

/* Counts go into @cells, mentors into the tally's sets. */
static void
gather (Tally *tally,
        RmGapCell *cells,
        guint *mentees,
        guint n)
{
  const guint *group_of = tally->gaps->supply.group_of;

  sort_by_group (tally->gaps, mentees, n);
  begin_row (tally, mentees, n);
  for (guint k = 0; k < n; k++)
    {
      gather_mentee (tally, cells, mentees[k]);
      if (k + 1 == n || group_of[mentees[k + 1]] != group_of[mentees[k]])
        add_group (tally, group_of[mentees[k]]);
    }
}

static void
gather_row (Tally *tally,
            RmGapCell *cells,
            RmGapRow row)
{
  g_autofree guint *mentees = g_new (guint, row.n + 1);

  for (guint k = 0; k < row.n; k++)
    mentees[k] = g_array_index (tally->gaps->members, RmGapMember, row.first + k).index;
  gather (tally, cells, mentees, row.n);
}

static void
add_to_total (RmGapCell *total,
              const RmGapCell *cell)
{
  total->need += cell->need;
  total->weighted += cell->weighted;
  total->unrated += cell->unrated;
  total->risk += cell->risk;
}

void
rm_gap_cell_take_supply (RmGapCell *self,
                         guint supply)
{
  self->supply = supply;
  self->gap = self->need > supply ? self->need - supply : 0;
}

/* Computes the figures from the tally; clears the tally for the next row. */
static void
end_row (Tally *tally,
         RmGapCell *cells,
         RmGapCell *totals)
{
  const RmSupply *supply = &tally->gaps->supply;

  for (guint c = 0; c < tally->n_columns; c++)
    {
      gsize at = (gsize) (MAX (tally->numbers[c], 1) - 1) * supply->n_words;

      add_to_total (&totals[c], &cells[c]);
      if (cells[c].need == 0)
        continue;
      rm_gap_cell_take_supply (&cells[c],
                               rm_supply_count_places (supply, tally->teachers + at));
      for (guint w = 0; w < supply->n_words; w++)
        tally->all_teachers[at + w] |= tally->teachers[at + w];
      memset (tally->teachers + at, 0, sizeof (guint64) * supply->n_words);
    }
}

static void
init_tally (Tally *tally,
            const RmGaps *self,
            const guint *column_of,
            guint n_columns)
{
  const RmSupply *supply = &self->supply;
  guint n_needed = 0;
  Need end = { 0 };

  *tally = (Tally) { .gaps = self, .column_of = column_of, .n_columns = n_columns };
  tally->numbers = g_new0 (guint, n_columns + 1);
  for (guint s = 0; s < self->skills->len; s++)
    if (column_of[s] != RM_GAP_NO_COLUMN && tally->numbers[column_of[s]] == 0
        && supply->above[s] != NULL)
      tally->numbers[column_of[s]] = ++n_needed;
  /* Needs in skills that no mentor has find nobody: one empty set is enough. */
  for (guint c = 0; c < n_columns; c++)
    if (tally->numbers[c] == 0)
      tally->numbers[c] = n_needed + 1;
  tally->teachers = g_new0 (guint64, (gsize) (n_needed + 1) * supply->n_words + 1);
  tally->all_teachers = g_new0 (guint64, (gsize) (n_needed + 1) * supply->n_words + 1);
  tally->partners = g_new (guint64, supply->n_words + 1);
  tally->reach = g_new (guint64, supply->n_words + 1);
  tally->fullness = g_new (Fullness, self->skills->len + 1);
  tally->needs = g_array_new (FALSE, FALSE, sizeof (Need));
  g_array_append_val (tally->needs, end);
  tally->heads = g_new0 (guint, self->skills->len + 1);
  tally->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  tally->apart = g_array_new (FALSE, FALSE, sizeof (guint));
  tally->needy = g_new0 (guint, n_columns + 1);
  tally->rated = g_new0 (guint, n_columns + 1);
  tally->risky = g_new0 (guint, n_columns + 1);
  tally->importance = g_new0 (guint, n_columns + 1);
}

static void
clear_tally (Tally *tally)
{
  g_free (tally->numbers);
  g_free (tally->teachers);
  g_free (tally->all_teachers);
  g_free (tally->partners);
  g_free (tally->reach);
  g_free (tally->fullness);
  g_array_unref (tally->needs);
  g_free (tally->heads);
  g_array_unref (tally->touched);
  g_array_unref (tally->apart);
  g_free (tally->needy);
  g_free (tally->rated);
  g_free (tally->risky);
  g_free (tally->importance);
}

gboolean
rm_gaps_fill (RmGaps *self,
              RmTicker *ticker,
              GError **error)
{
  guint n_columns = self->columns->len;
  RmGapCell *totals = self->cells + (gsize) self->rows->len * n_columns;
  gboolean ok = TRUE;
  Tally tally;

  init_tally (&tally, self, self->column_of, n_columns);
  for (guint r = 0; ok && r < self->rows->len; r++)
    {
      RmGapRow row = g_array_index (self->rows, RmGapRow, r);
      RmGapCell *cells = self->cells + (gsize) r * n_columns;

      for (guint c = 0; c < n_columns; c++)
        cells[c].unrated = row.n;
      gather_row (&tally, cells, row);
      end_row (&tally, cells, totals);
      ok = rm_ticker_tick (ticker, (gsize) row.n * 20 + n_columns,
                           (double) row.first / self->members->len, error);
    }
  for (guint c = 0; ok && c < n_columns; c++)
    if (totals[c].need > 0)
      rm_gap_cell_take_supply (&totals[c], rm_supply_count_places (
        &self->supply,
        tally.all_teachers + (gsize) (tally.numbers[c] - 1) * self->supply.n_words));
  clear_tally (&tally);

  return ok;
}

RmGapCell *
rm_gaps_count_mentees (const RmGaps *self,
                       GArray *mentees,
                       const guint *column_of,
                       guint n_columns,
                       guint64 *teachers)
{
  const RmSupply *supply = &self->supply;
  RmGapCell *cells = g_new0 (RmGapCell, n_columns + 1);
  guint *indexes = (guint *) (gpointer) mentees->data;
  Tally tally;

  for (guint c = 0; c < n_columns; c++)
    cells[c].unrated = mentees->len;
  init_tally (&tally, self, column_of, n_columns);
  gather (&tally, cells, indexes, mentees->len);
  for (guint c = 0; c < n_columns; c++)
    {
      const guint64 *set = tally.teachers + (gsize) (tally.numbers[c] - 1) * supply->n_words;

      if (cells[c].need > 0)
        rm_gap_cell_take_supply (&cells[c], rm_supply_count_places (supply, set));
      for (guint w = 0; teachers != NULL && w < supply->n_words; w++)
        teachers[w] |= set[w];
    }
  clear_tally (&tally);

  return cells;
}
