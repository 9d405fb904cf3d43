/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stream.h"

#include <stdio.h>
#include <stdlib.h>

/* bench-table MENTEES MENTORS SEED FILE: scores by a different model, as a table for bench-matching
 * --table. It holds the two numbers, then for each pair a score of 32 bits, 0 where the two must
 * not be one.
 *
 * The solver must not be good only at the scores that it was made for. Skills that a junior is
 * better at count by how much and how the senior wants them, and the other way round; then another
 * department, the same site, hours and interests in common, being alike in sociability. People of
 * one team, or without a common hour, are no pair. Same arguments, same bytes: the best totals for
 * seed 1 were found by other solvers and stand in tests/bench/run. */

#define N_SKILLS 200
#define N_DEPARTMENTS 16
#define N_SITES 12
#define N_HOURS 40
#define N_INTERESTS 48

#define WEIGHT_GAIN 12
#define WEIGHT_GIVEN_BACK 7
#define WEIGHT_DEPARTMENT 23
#define WEIGHT_SITE 11
#define WEIGHT_HOURS 5
#define WEIGHT_INTERESTS 9

typedef struct
{
  int levels[N_SKILLS];
  int wants[N_SKILLS];
  guint64 hours;
  guint64 interests;
  int team;
  int department;
  int site;
  int sociability;
} Person;

/* From 0 to @n − 1. */
static int
pick (guint64 *state,
      int n)
{
  return (int) stream_below (state, (guint) n);
}

static int
pick_skewed (guint64 *state,
             int n)
{
  double u = (double) (stream_next (state) >> 11) * 0x1p-53;

  return MIN ((int) (n * u * u), n - 1);
}

static void
fill_skills (Person *person,
             gboolean senior,
             guint64 *state)
{
  int n_rated = 10 + pick (state, 11);
  int n_wanted = 0;

  for (int k = 0; k < n_rated; k++)
    {
      int skill = pick (state, 10) < 6
                    ? (person->department * 12 + pick_skewed (state, 40)) % N_SKILLS
                    : pick_skewed (state, N_SKILLS);
      int level = 1 + pick (state, 4);

      person->levels[skill] = senior && skill % 3 == 0 ? 1 : level;
    }

  n_wanted = senior ? 3 + pick (state, 6) : 1 + pick (state, 3);
  for (int k = 0; k < n_wanted; k++)
    {
      int skill = pick (state, 10) < 7 ? pick_skewed (state, 60) * 3 % N_SKILLS
                                       : pick (state, N_SKILLS);

      if (person->levels[skill] < 3)
        person->wants[skill] = 1 + pick (state, senior ? 5 : 2);
    }
}

static void
fill_person (Person *person,
             gboolean senior,
             int n_teams,
             guint64 *state)
{
  int n_interests = 0;

  person->team = pick (state, n_teams);
  person->department = person->team % N_DEPARTMENTS;
  person->site = pick_skewed (state, N_SITES);
  person->sociability = pick (state, 16);
  fill_skills (person, senior, state);
  for (int hour = 0; hour < N_HOURS; hour++)
    if (pick (state, 100) < (senior ? 20 : 35))
      person->hours |= G_GUINT64_CONSTANT (1) << hour;
  n_interests = 3 + pick (state, 6);
  for (int k = 0; k < n_interests; k++)
    person->interests |= G_GUINT64_CONSTANT (1) << pick_skewed (state, N_INTERESTS);
}

static int
score_skills (const Person *mentee,
              const Person *mentor)
{
  int score = 0;

  for (int skill = 0; skill < N_SKILLS; skill++)
    {
      int gain = mentor->levels[skill] - mentee->levels[skill];

      score += gain > 0 ? gain * mentee->wants[skill] * WEIGHT_GAIN
                        : -gain * mentor->wants[skill] * WEIGHT_GIVEN_BACK;
    }

  return score;
}

static gint32
score_pair (const Person *mentee,
            const Person *mentor)
{
  int hours = __builtin_popcountll (mentee->hours & mentor->hours);
  int interests = __builtin_popcountll (mentee->interests & mentor->interests);

  if (mentee->team == mentor->team || hours == 0)
    return 0;

  return score_skills (mentee, mentor)
         + (mentee->department != mentor->department ? WEIGHT_DEPARTMENT : 0)
         + (mentee->site == mentor->site ? WEIGHT_SITE : 0) + MIN (hours, 6) * WEIGHT_HOURS
         + MIN (interests, 3) * WEIGHT_INTERESTS
         + 15 - ABS (mentee->sociability - mentor->sociability);
}

static void
write_scores (const Person *mentees,
              int n_mentees,
              const Person *mentors,
              int n_mentors,
              FILE *out)
{
  const gint32 sizes[] = { n_mentees, n_mentors };
  g_autofree gint32 *row = g_new (gint32, n_mentors);

  fwrite (sizes, sizeof sizes[0], G_N_ELEMENTS (sizes), out);
  for (int i = 0; i < n_mentees; i++)
    {
      for (int j = 0; j < n_mentors; j++)
        row[j] = score_pair (&mentees[i], &mentors[j]);
      fwrite (row, sizeof row[0], (gsize) n_mentors, out);
    }
}

int
main (int argc,
      char **argv)
{
  int n_mentees = argc == 5 ? atoi (argv[1]) : 0;
  int n_mentors = argc == 5 ? atoi (argv[2]) : 0;
  int n_teams = n_mentees < 40 ? 8 : n_mentees / 4;
  g_autofree Person *mentees = NULL;
  g_autofree Person *mentors = NULL;
  guint64 state = 0;
  FILE *out = NULL;

  if (n_mentees <= 0 || n_mentors <= 0)
    {
      fputs ("usage: bench-table MENTEES MENTORS SEED FILE\n", stderr);
      return 2;
    }

  mentees = g_new0 (Person, n_mentees);
  mentors = g_new0 (Person, n_mentors);
  state = g_ascii_strtoull (argv[3], NULL, 10) * 7919 + (guint64) n_mentees * 31
          + (guint64) n_mentors;
  for (int i = 0; i < n_mentees; i++)
    fill_person (&mentees[i], TRUE, n_teams, &state);
  for (int j = 0; j < n_mentors; j++)
    fill_person (&mentors[j], FALSE, n_teams, &state);

  out = fopen (argv[4], "wb");
  if (out != NULL)
    write_scores (mentees, n_mentees, mentors, n_mentors, out);
  if (out == NULL || ferror (out) || fclose (out) != 0)
    {
      perror (argv[4]);
      return 1;
    }

  return 0;
}
