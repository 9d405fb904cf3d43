/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gaps-private.h"

/* Any people and any skills as if they were one row and one column: the figures of a block of
 * cells, and the people counted. */

/* People by id, as places in the scorer, each once; inactive people are left out. */
static GArray *
find_people (const RmGaps *self,
             const GArray *ids)
{
  gboolean mentors = self->kind == RM_GAP_ROWS_MENTOR;
  const RmScorer *scorer = self->scorer;
  g_autofree gboolean *seen = g_new0 (gboolean, MAX (scorer->n_mentors, scorer->n_mentees) + 1);
  GArray *people = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < ids->len; k++)
    {
      gint64 id = g_array_index (ids, gint64, k);
      int index = mentors ? rm_scorer_find_mentor (scorer, id) : rm_scorer_find_mentee (scorer, id);

      if (index < 0 || seen[index]
          || !(mentors ? scorer->mentors[index].available : scorer->mentees[index].available))
        continue;
      seen[index] = TRUE;
      g_array_append_val (people, index);
    }

  return people;
}

static guint *
choose_skills (const RmGaps *self,
               const GArray *ids)
{
  guint *column_of = g_new (guint, self->skills->len + 1);
  guint skill = 0;

  for (guint s = 0; s < self->skills->len; s++)
    column_of[s] = RM_GAP_NO_COLUMN;
  for (guint k = 0; k < ids->len; k++)
    if (rm_gaps_find_skill (self, g_array_index (ids, gint64, k), &skill))
      column_of[skill] = 0;

  return column_of;
}

static int
compare_indexes (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

static gboolean
is_counted (const RmGaps *self,
            const RmPerson *person,
            const guint *column_of,
            RmGapMeasure measure)
{
  gboolean rated = FALSE;
  gboolean needy = FALSE;
  gboolean at_risk = FALSE;
  guint skill = 0;

  for (guint k = 0; k < person->n_standings; k++)
    {
      const RmStanding *standing = &person->standings[k];

      if (standing->level < 0 || !rm_gaps_find_skill (self, standing->skill, &skill)
          || column_of[skill] == RM_GAP_NO_COLUMN)
        continue;
      rated = TRUE;
      needy = needy || rm_standing_is_need (standing);
      at_risk = at_risk || rm_gaps_is_at_risk (self, skill, standing);
    }

  if (measure == RM_GAP_UNRATED || measure == RM_GAP_UNRATED_SHARE)
    return !rated;

  return measure == RM_GAP_RISK ? at_risk : needy;
}

static GArray *
take_ids (const RmProfile *profiles,
          GArray *indexes)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_sort (indexes, compare_indexes);
  for (guint k = 0; k < indexes->len; k++)
    g_array_append_val (ids, profiles[g_array_index (indexes, guint, k)].person->record.id);

  return ids;
}

static GArray *
list_suppliers (const RmSupply *supply,
                const guint64 *set)
{
  GArray *mentors = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint s = 0; s < supply->n_mentors; s++)
    if ((set[s / 64] >> (s % 64) & 1) != 0)
      g_array_append_val (mentors, supply->mentors[s]);

  return mentors;
}

static RmGapCell
count_mentees (const RmGaps *self,
               GArray *people,
               const guint *column_of,
               RmGapMeasure measure,
               GArray **ids)
{
  const RmProfile *mentees = self->scorer->mentees;
  g_autofree guint64 *teachers = g_new0 (guint64, self->supply.n_words + 1);
  g_autofree RmGapCell *cell = rm_gaps_count_mentees (self, people, column_of, 1, teachers);
  g_autoptr (GArray) found = NULL;

  if (measure == RM_GAP_SUPPLY)
    {
      found = list_suppliers (&self->supply, teachers);
      *ids = take_ids (self->scorer->mentors, found);
      return *cell;
    }

  found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint k = 0; k < people->len; k++)
    {
      guint mentee = g_array_index (people, guint, k);

      if (is_counted (self, mentees[mentee].person, column_of, measure))
        g_array_append_val (found, mentee);
    }
  *ids = take_ids (mentees, found);

  return *cell;
}

/* Mentors with a free place among @people who could teach somebody. */
static GArray *
list_teaching (const RmGaps *self,
               const GArray *people,
               const guint64 *teachers)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < people->len; k++)
    {
      guint mentor = g_array_index (people, guint, k);
      guint supplier = self->supply.by_number[self->scorer->mentors[mentor].number];

      if (supplier-- > 0 && (teachers[supplier / 64] >> (supplier % 64) & 1) != 0)
        g_array_append_val (found, mentor);
    }

  return found;
}

static RmGapCell
count_mentors (const RmGaps *self,
               GArray *people,
               const guint *column_of,
               RmGapMeasure measure,
               GArray **ids)
{
  const RmScorer *scorer = self->scorer;
  g_autoptr (GArray) pupils = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) hanging = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) unrated = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) teaching = NULL;
  g_autofree gboolean *is_chosen = g_new0 (gboolean, scorer->n_mentors + 1);
  g_autofree guint64 *teachers = g_new0 (guint64, self->supply.n_words + 1);
  RmGapCell cell = { 0 };

  for (guint k = 0; k < people->len; k++)
    {
      guint mentor = g_array_index (people, guint, k);

      is_chosen[mentor] = TRUE;
      if (is_counted (self, scorer->mentors[mentor].person, column_of, RM_GAP_UNRATED))
        g_array_append_val (unrated, mentor);
    }
  cell = rm_gaps_count_pupils (self, is_chosen, column_of, pupils, hanging, teachers);
  cell.unrated = unrated->len;

  teaching = list_teaching (self, people, teachers);
  if (measure == RM_GAP_SUPPLY)
    *ids = take_ids (scorer->mentors, teaching);
  else if (measure == RM_GAP_UNRATED || measure == RM_GAP_UNRATED_SHARE)
    *ids = take_ids (scorer->mentors, unrated);
  else
    *ids = take_ids (scorer->mentees, measure == RM_GAP_RISK ? hanging : pupils);

  return cell;
}

RmGapCell
rm_gaps_count_block (const RmGaps *self,
                     const GArray *people,
                     const GArray *skills,
                     RmGapMeasure measure,
                     GArray **counted)
{
  g_autoptr (GArray) indexes = find_people (self, people);
  g_autofree guint *column_of = choose_skills (self, skills);
  g_autoptr (GArray) ids = NULL;
  RmGapCell cell = self->kind == RM_GAP_ROWS_MENTOR
                     ? count_mentors (self, indexes, column_of, measure, &ids)
                     : count_mentees (self, indexes, column_of, measure, &ids);

  if (counted != NULL)
    *counted = g_steal_pointer (&ids);

  return cell;
}
