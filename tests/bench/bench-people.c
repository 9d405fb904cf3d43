/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-people.h"

#include "test-people.h"

/* A company to measure with. What varies, and how ("skewed" numbers crowd towards 0 as u² does):
 *
 * - 200 skills. Each person is rated in 10 to 20 picks of them, at 1 to 4 of 5: six in ten picks
 *   are from the 40 that follow 12 × department, the rest from all; both skewed. Seniors have no
 *   more than 1 in each third skill: those are what juniors know better.
 * - Wants: 3 to 8 picks of a senior with importance 1 to 5, 1 to 3 of a junior with importance 1
 *   or 2, seven in ten of them skewed among the same third skills. A pick counts where the level
 *   is below 3; nobody is unrated in what they want (0 then). Targets are even from one level up
 *   to 5.
 * - Four mentees a team on average; 16 departments, each of several teams. The first mentee of a
 *   team is head of its other mentees, and the last one manages its mentors, so the rule about
 *   reporting lines keeps a mentor from two of the team.
 * - 40 hours a week, of which each is free for 20 % of seniors and 35 % of juniors. A common free
 *   hour is asked for (the one setting that is not the default): it rules out 5 % of all pairs.
 * - 12 sites and 48 interests, skewed, 3 to 8 interests each; sociability, style, aspiration,
 *   eagerness and seniority (6 to 10 and 1 to 5) even; English, and German for every other person.
 *
 * The tied form has people alike in all but one skill, which mentors have at 0 to 4 and mentees
 * want with importance a from 1 to 5. Two wants that nobody meets, with importance 6 − a and 2,
 * keep the sum of importance at 8: a pair's score is 50 × a × level, plus what all have. */

#define N_SKILLS 200
#define N_DEPARTMENTS 16
#define N_SITES 12
#define N_TAGS 48
#define N_HOURS 40
#define HOURS_A_DAY 8

typedef struct
{
  TestPeople *people;
  GRand *rand;
  guint n_teams;
  gint64 *heads;     /* by team: its first mentee, or 0 */
  gint64 *managers;  /* by team: its last mentee, or 0 */
} Company;

/* From 0 to @n − 1. */
static int
pick (Company *self,
      int n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static gboolean
chance (Company *self,
        int percent)
{
  return pick (self, 100) < percent;
}

static int
pick_skewed (Company *self,
             int n)
{
  double u = g_rand_double (self->rand);

  return MIN ((int) (n * u * u), n - 1);
}

static void
fill_standings (Company *self,
                RmPerson *person,
                gboolean senior,
                guint department)
{
  RmStanding found[N_SKILLS];
  guint n = 0;
  int n_rated = 10 + pick (self, 11);
  int n_wanted = 0;

  for (int s = 0; s < N_SKILLS; s++)
    found[s] = (RmStanding) { .skill = s + 1, .level = -1, .target = -1, .importance = 3 };
  for (int k = 0; k < n_rated; k++)
    {
      int own = ((int) department * 12 + pick_skewed (self, 40)) % N_SKILLS;
      int s = chance (self, 60) ? own : pick_skewed (self, N_SKILLS);
      int level = 1 + pick (self, 4);

      found[s].level = (gint8) (senior && s % 3 == 0 ? 1 : level);
    }

  n_wanted = senior ? 3 + pick (self, 6) : 1 + pick (self, 3);
  for (int k = 0; k < n_wanted; k++)
    {
      int s = chance (self, 70) ? pick_skewed (self, 60) * 3 % N_SKILLS : pick (self, N_SKILLS);

      if (found[s].level >= 3)
        continue;
      found[s].level = MAX (found[s].level, 0);
      found[s].target = (gint8) (found[s].level + 1 + pick (self, 5 - found[s].level));
      found[s].importance = (gint8) (1 + pick (self, senior ? 5 : 2));
    }

  for (int s = 0; s < N_SKILLS; s++)
    if (found[s].level >= 0)
      found[n++] = found[s];
  rm_person_take_standings (person, g_memdup2 (found, n * sizeof (RmStanding)), n);
}

static char *
pick_tags (Company *self)
{
  GString *tags = g_string_new (NULL);
  int n = 3 + pick (self, 6);

  for (int k = 0; k < n; k++)
    g_string_append_printf (tags, "%sTag %d", k > 0 ? "; " : "", 1 + pick_skewed (self, N_TAGS));

  return g_string_free (tags, FALSE);
}

static gint64
pick_week (Company *self,
           int percent)
{
  gint64 week = 0;

  for (guint hour = 0; hour < N_HOURS; hour++)
    if (chance (self, percent))
      week |= rm_week_bit (hour / HOURS_A_DAY, RM_WEEK_FIRST_HOUR + hour % HOURS_A_DAY);

  return week;
}

static void
fill_spread (Company *self,
             RmPerson *person,
             gboolean senior,
             guint department)
{
  person->department = g_strdup_printf ("Department %u", department + 1);
  person->site = g_strdup_printf ("Site %d", 1 + pick_skewed (self, N_SITES));
  person->level = (senior ? 6 : 1) + pick (self, 5);
  person->languages = g_strdup (chance (self, 50) ? "English; German" : "English");
  person->week = pick_week (self, senior ? 20 : 35);
  person->style = pick (self, 4);
  person->sociability = pick (self, 6);
  person->aspiration = pick (self, 6);
  person->eagerness = pick (self, 6);
  person->tags = pick_tags (self);
  fill_standings (self, person, senior, department);
}

static void
fill_tied (Company *self,
           RmPerson *person,
           gboolean senior)
{
  int drawn = senior ? 1 + pick (self, 5) : pick (self, 5);
  const RmStanding mentee[] = { { 1, 0, 4, (gint8) drawn },
                                { 2, 0, 4, (gint8) (6 - drawn) },
                                { 3, 0, 4, 2 } };
  const RmStanding mentor[] = { { 1, (gint8) drawn, -1, 3 }, { 2, 0, -1, 3 }, { 3, 0, -1, 3 } };

  person->department = g_strdup ("Department");
  person->site = g_strdup ("Site");
  person->level = senior ? 6 : 1;
  person->languages = g_strdup ("English");
  person->week = rm_week_bit (0, RM_WEEK_FIRST_HOUR);
  person->style = RM_STYLE_DIRECT;
  person->sociability = 0;
  person->aspiration = 0;
  person->eagerness = 0;
  person->tags = g_strdup ("Tag");
  rm_person_take_standings (person, g_memdup2 (senior ? mentee : mentor, sizeof mentee), 3);
}

static void
add_person (Company *self,
            gint64 id,
            gboolean senior,
            BenchForm form)
{
  RmPerson *person = test_people_add (self->people, id, senior ? RM_SIDE_MENTEE : RM_SIDE_MENTOR);
  guint team = (guint) pick (self, (int) self->n_teams);

  person->manager = senior ? self->heads[team] : self->managers[team];
  if (senior && self->heads[team] == 0)
    self->heads[team] = id;
  if (senior)
    self->managers[team] = id;

  if (form == BENCH_FORM_SPREAD)
    fill_spread (self, person, senior, team % N_DEPARTMENTS);
  else
    fill_tied (self, person, senior);
}

RmProgramme *
bench_people_new (guint n_mentees,
                  guint n_mentors,
                  BenchForm form,
                  guint32 seed)
{
  const guint32 seeds[] = { seed, n_mentees, n_mentors, (guint32) form };
  guint n_teams = n_mentees < 40 ? 8 : n_mentees / 4;
  g_autofree gint64 *heads = g_new0 (gint64, n_teams);
  g_autofree gint64 *managers = g_new0 (gint64, n_teams);
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
  Company self = { people, rand, n_teams, heads, managers };

  people->settings->need_free_hour = 1;
  for (guint s = 1; s <= N_SKILLS; s++)
    {
      g_autofree char *name = g_strdup_printf ("Skill %u", s);

      test_people_add_skill (people, s, NULL, name);
    }
  for (guint k = 0; k < n_mentees + n_mentors; k++)
    add_person (&self, (gint64) k + 1, k < n_mentees, form);

  return test_people_build (people);
}
