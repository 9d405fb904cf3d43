/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-assignment.h"
#include "core/proof/rm-assignment-check.h"
#include "core/proof/rm-definition.h"
#include "core/scoring/rm-score.h"
#include "test-people.h"

static void
assert_same_scores (RmProgramme *programme,
                    guint32 seed,
                    guint *n_rules)
{
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  g_autoptr (RmDefinition) definition = rm_definition_new (programme);
  RmScoreSource source = rm_definition_get_source (definition);

  g_assert_cmpuint (source.n_mentees, ==, rm_scorer_get_n_mentees (scorer));
  g_assert_cmpuint (source.n_mentors, ==, rm_scorer_get_n_mentors (scorer));
  for (guint i = 0; i < source.n_mentees; i++)
    for (guint j = 0; j < source.n_mentors; j++)
      {
        RmScore told;
        gint64 score = source.get_score (source.data, i, j);
        int expected = rm_scorer_get_score (scorer, i, j);

        g_assert_cmpint (source.get_ceiling (source.data, i, j), >=, score);
        if (score != expected)
          g_error ("seed %u, mentee %u, mentor %u: %d by the definition, %d by the scorer", seed, i,
                   j, (int) score, expected);
        rm_scorer_explain (scorer, i, j, &told);
        n_rules[told.rule]++;
      }
}

/* People who lack everything now and then, in lines that run in circles: see test-people.c. */
static void
test_random (void)
{
  guint n_rules[RM_RULE_UNAVAILABLE + 1] = { 0 };

  for (guint32 seed = 1; seed <= 2400; seed++)
    {
      gboolean wide = seed % 8 == 0;
      g_autoptr (TestPeople) people
        = test_people_new_random (seed, 4 + seed % 21, wide ? seed % 200 : 1 + seed % 9);
      g_autoptr (RmProgramme) programme = NULL;

      if (wide)
        test_people_widen (people, seed);
      for (guint c = 0; seed % 50 == 0 && c < RM_N_CRITERIA; c++)
        people->settings->weights[c] = 0;
      if (seed % 7 == 0)
        people->settings->level_gap = RM_UNKNOWN;
      if (seed % 11 == 0)
        people->settings->meeting_minutes = RM_UNKNOWN;
      programme = test_people_build (people);
      assert_same_scores (programme, seed, n_rules);
    }
  for (guint rule = 0; rule <= RM_RULE_UNAVAILABLE; rule++)
    g_assert_cmpuint (n_rules[rule], >, 0);
}

static void
test_large (void)
{
  guint n_rules[RM_RULE_UNAVAILABLE + 1] = { 0 };

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (TestPeople) people = test_people_new_sides (seed, 90, 250, 60, 14);
      g_autoptr (RmProgramme) programme = test_people_build (people);

      assert_same_scores (programme, seed, n_rules);
    }
}

/* What made-up people score, as one number, without and with a rule that earlier programmes cannot
 * have. */
static guint32
sum_scores (gboolean unknown_line_apart)
{
  guint32 sum = 0;

  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (TestPeople) people = test_people_new_random (seed, 24, 7);
      g_autoptr (RmProgramme) programme = NULL;
      g_autoptr (RmDefinition) definition = NULL;
      RmScoreSource source;

      people->settings->unknown_line_apart = unknown_line_apart;
      programme = test_people_build (people);
      definition = rm_definition_new (programme);
      source = rm_definition_get_source (definition);

      for (guint i = 0; i < source.n_mentees; i++)
        for (guint j = 0; j < source.n_mentors; j++)
          sum = sum * 31 + (guint32) source.get_score (source.data, i, j);
    }

  return sum;
}

/* Where a sum becomes another one, so have proofs that are stored: raise RM_DEFINITION_VERSION, and
 * write here what it is then. */
static void
test_version (void)
{
  g_assert_cmpint (RM_DEFINITION_VERSION, ==, 2);
  g_assert_cmphex (sum_scores (FALSE), ==, 0xc9d0f5f4);
  g_assert_cmphex (sum_scores (TRUE), ==, 0x07aba190);
}

static void
test_nobody (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (RmDefinition) definition = rm_definition_new (programme);
  RmScoreSource source = rm_definition_get_source (definition);

  g_assert_cmpuint (source.n_mentees, ==, 0);
  g_assert_cmpuint (source.n_mentors, ==, 0);
}

/* Who has been there longest is not who knows most: nothing is scored by it. */
static void
test_tenure (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (TestPeople) people = test_people_new_random (seed, 40, 12);
      g_autoptr (TestPeople) others = test_people_new_random (seed, 40, 12);
      g_autoptr (RmProgramme) programme = NULL;
      g_autoptr (RmProgramme) other = NULL;
      g_autoptr (RmScorer) scorer = NULL;
      g_autoptr (RmScorer) other_scorer = NULL;

      for (guint k = 0; k < others->tables[RM_TABLE_PERSON]->len; k++)
        {
          RmPerson *person = test_people_get (others, k);

          g_free (person->joined);
          person->joined = k % 3 == 0 ? NULL : g_strdup_printf ("%u-02-03", 1970 + k);
        }
      programme = test_people_build (people);
      other = test_people_build (others);
      scorer = rm_scorer_new (programme);
      other_scorer = rm_scorer_new (other);
      for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
        for (guint j = 0; j < rm_scorer_get_n_mentors (scorer); j++)
          g_assert_cmpint (rm_scorer_get_score (scorer, i, j), ==,
                           rm_scorer_get_score (other_scorer, i, j));
    }
}

static gboolean
judge (const RmProblem *problem,
       const RmSolution *solution,
       RmPlace *violation)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = rm_assignment_check (problem, solution, NULL, NULL, violation, &error);

  if (!ok)
    g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_PROOF);

  return ok;
}

/* Lowers some price by so little that hardly a pair is above it, and raises another by as much. */
static void
spoil (RmCertificate *proof,
       GRand *rand)
{
  guint mentee = g_rand_int (rand) % proof->n_mentees;
  guint mentor = g_rand_int (rand) % proof->n_mentors;
  gint64 step = MIN (g_rand_int_range (rand, 1, 40), proof->mentor_price[mentor]);

  proof->mentor_price[mentor] -= step;
  proof->mentee_price[mentee] += step;
}

/* Whoever judges pair by pair comes to the same as who leaves out what is beyond its price. */
static void
test_ceiling (void)
{
  guint n_refused = 0;
  guint n_named = 0;

  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TestPeople) people = test_people_new_sides (seed, 30, 40, 20, 6);
      g_autoptr (RmProgramme) programme = test_people_build (people);
      g_autoptr (RmDefinition) definition = rm_definition_new (programme);
      RmScoreSource quick = rm_definition_get_source (definition);
      RmScoreSource slow = quick;
      g_autofree int *capacities = g_new (int, 40);
      RmProblem problem = {
        .source = &quick,
        .mentee_capacity = capacities,
        .mentor_capacity = capacities,
        .mode = seed % 2 == 0 ? RM_MODE_PEOPLE : RM_MODE_TOTAL,
      };
      RmProblem slowly = problem;
      g_autoptr (RmSolution) solution = NULL;

      for (guint k = 0; k < 40; k++)
        capacities[k] = 1;
      slow.get_ceiling = NULL;
      slowly.source = &slow;
      solution = rm_assignment_solve (&problem, NULL, NULL, NULL);
      g_assert_true (judge (&problem, solution, NULL));
      g_assert_true (judge (&slowly, solution, NULL));
      for (guint k = 0; k < 20; k++)
        {
          RmPlace named = { G_MAXUINT, G_MAXUINT };
          RmPlace expected = named;
          gboolean ok = FALSE;

          spoil (solution->certificate, rand);
          ok = judge (&problem, solution, &named);
          g_assert_cmpint (ok, ==, judge (&slowly, solution, &expected));
          g_assert_cmpuint (named.mentee, ==, expected.mentee);
          g_assert_cmpuint (named.mentor, ==, expected.mentor);
          n_refused += !ok;
          n_named += named.mentee != G_MAXUINT;
        }
    }
  g_assert_cmpuint (n_refused, >, 100);
  g_assert_cmpuint (n_named, >, 100);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/definition/random", test_random);
  g_test_add_func ("/core/definition/large", test_large);
  g_test_add_func ("/core/definition/version", test_version);
  g_test_add_func ("/core/definition/nobody", test_nobody);
  g_test_add_func ("/core/definition/tenure", test_tenure);
  g_test_add_func ("/core/definition/ceiling", test_ceiling);
  return g_test_run ();
}
