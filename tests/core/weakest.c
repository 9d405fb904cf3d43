/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "weakest.h"

#include <string.h>

static gboolean
is_locked (const TestTable *table,
           guint mentee,
           guint mentor)
{
  for (guint k = 0; k < table->problem.n_locks; k++)
    if (table->locks[k].mentee == mentee && table->locks[k].mentor == mentor)
      return TRUE;

  return FALSE;
}

static gboolean
has_lock (const TestTable *table,
          guint mentee)
{
  for (guint k = 0; k < table->problem.n_locks; k++)
    if (table->locks[k].mentee == mentee)
      return TRUE;

  return FALSE;
}

/* The same table with the pairs alone that score @floor or more, or are locked. @flat takes all
 * scores for 0: then nothing counts but how many are paired. */
static RmSolution *
solve_from (const TestTable *table,
            gint64 floor,
            gboolean flat)
{
  guint n = table->source.n_mentees;
  guint m = table->source.n_mentors;
  g_autoptr (TestTable) part = test_table_new (n, m, RM_MODE_PEOPLE);

  part->problem.n_locks = table->problem.n_locks;
  part->problem.n_excluded = table->problem.n_excluded;
  memcpy (part->locks, table->locks, sizeof (RmPlace) * table->problem.n_locks);
  memcpy (part->excluded, table->excluded, sizeof (RmPlace) * table->problem.n_excluded);
  memcpy (part->mentee_capacity, table->mentee_capacity, sizeof (int) * n);
  memcpy (part->mentor_capacity, table->mentor_capacity, sizeof (int) * m);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      {
        gint64 score = table->scores[i * m + j];

        if (score < floor && !is_locked (table, i, j))
          score = RM_NO_CANDIDATE;
        part->scores[i * m + j] = flat ? MIN (score, 0) : score;
      }

  return test_table_solve (part);
}

static guint
count_free (const TestTable *table,
            const RmSolution *solution)
{
  guint n = 0;

  for (guint k = 0; k < solution->n_pairs; k++)
    n += !has_lock (table, solution->pairs[k].mentee)
         && (k == 0 || solution->pairs[k - 1].mentee != solution->pairs[k].mentee);

  return n;
}

/* Where all pairs are worth nothing and a first mentor 1, whoever pays anything is in the cover. */
static void
read_cover (const RmCertificate *flat,
            guint8 **mentees,
            guint8 **mentors)
{
  *mentees = g_new0 (guint8, flat->n_mentees + 1);
  *mentors = g_new0 (guint8, flat->n_mentors + 1);
  for (guint i = 0; i < flat->n_mentees; i++)
    (*mentees)[i] = flat->mentee_price[i] > 0 || flat->mentee_cover[i] < flat->bonus;
  for (guint j = 0; j < flat->n_mentors; j++)
    (*mentors)[j] = flat->mentor_price[j] > 0;
  for (guint k = 0; k < flat->n_bounds; k++)
    (*mentees)[flat->bounds[k].place.mentee] = TRUE;
}

static gint64
find_next_floor (const TestTable *table,
                 gint64 below)
{
  gint64 best = 0;

  for (gsize k = 0; k < (gsize) table->source.n_mentees * table->source.n_mentors; k++)
    if (table->scores[k] < below)
      best = MAX (best, table->scores[k]);

  return best;
}

RmSolution *
weakest_solve (const TestTable *table)
{
  g_autoptr (RmSolution) all = solve_from (table, 0, TRUE);
  g_autoptr (RmSolution) above = NULL;
  guint n_people = count_free (table, all);
  gint64 floor = n_people > 0 ? G_MAXINT64 : 0;
  RmSolution *solution = NULL;

  while (floor > 0)
    {
      g_autoptr (RmSolution) part = NULL;

      floor = find_next_floor (table, floor);
      part = solve_from (table, floor, TRUE);
      if (count_free (table, part) == n_people)
        break;
    }
  above = solve_from (table, floor + 1, TRUE);
  solution = solve_from (table, floor, FALSE);
  solution->certificate->floor = floor;
  read_cover (all->certificate, &solution->certificate->mentee_cover_all,
              &solution->certificate->mentor_cover_all);
  read_cover (above->certificate, &solution->certificate->mentee_cover_above,
              &solution->certificate->mentor_cover_above);

  return solution;
}
