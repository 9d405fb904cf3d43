/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-people.h"

#include "core/gaps/rm-gaps.h"

#include <stdio.h>
#include <stdlib.h>

/* bench-gaps [people]: half of them mentees, 200 skills. Prints, in milliseconds, the time to
 * prepare them and to count each kind of gap table, the best of three; without and with the rule
 * that requires a common free hour, under which hardly two people are alike. */

#define RUNS 3
#define MANY 20000

static const struct
{
  RmGapRows rows;
  RmGapColumns columns;
  gboolean many;  /* a row for each person: under that rule only for so many */
  const char *name;
} tables[] = {
  { RM_GAP_ROWS_DEPARTMENT, RM_GAP_COLUMNS_SKILL, FALSE, "department × skill" },
  { RM_GAP_ROWS_DEPARTMENT, RM_GAP_COLUMNS_CATEGORY, FALSE, "department × category" },
  { RM_GAP_ROWS_SITE, RM_GAP_COLUMNS_SKILL, FALSE, "site × skill" },
  { RM_GAP_ROWS_LEVEL, RM_GAP_COLUMNS_SKILL, FALSE, "level × skill" },
  { RM_GAP_ROWS_PERSON, RM_GAP_COLUMNS_SKILL, TRUE, "mentee × skill" },
  { RM_GAP_ROWS_MENTOR, RM_GAP_COLUMNS_SKILL, TRUE, "mentor × skill" },
};

static double
get_milliseconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static double
measure_table (RmScorer *scorer,
               RmGapRows rows,
               RmGapColumns columns)
{
  double best = G_MAXDOUBLE;

  for (guint run = 0; run < RUNS; run++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (RmGaps) gaps = rm_gaps_new (scorer, rows, columns, NULL, NULL, NULL);

      best = MIN (best, get_milliseconds (start));
    }

  return best;
}

static void
measure (RmProgramme *people,
         guint n_people,
         gboolean free_hour)
{
  RmSettings *settings = rm_record_copy (rm_programme_get_settings (people));
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  gint64 start = 0;

  settings->need_free_hour = free_hour;
  programme = rm_programme_new_changed (people, settings, NULL, NULL);
  rm_record_unref (settings);
  start = g_get_monotonic_time ();
  scorer = rm_scorer_new (programme);
  printf ("%u people, a free hour %s: ready in %.1f ms\n", n_people,
          free_hour ? "asked for" : "not asked for", get_milliseconds (start));
  for (gsize k = 0; k < G_N_ELEMENTS (tables); k++)
    if (!tables[k].many || n_people <= MANY || !free_hour)
      printf ("  %-24s %8.1f ms\n", tables[k].name,
              measure_table (scorer, tables[k].rows, tables[k].columns));
}

int
main (int argc,
      char **argv)
{
  guint n_people = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 100000;
  g_autoptr (RmProgramme) people = bench_people_new (n_people / 2, n_people - n_people / 2,
                                                     BENCH_FORM_SPREAD, 1);

  measure (people, n_people, FALSE);
  measure (people, n_people, TRUE);
  return 0;
}
