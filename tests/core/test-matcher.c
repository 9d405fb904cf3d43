/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/matching/rm-matcher.h"
#include "core/proof/rm-assignment-check.h"
#include "dense.h"
#include "test-people.h"
#include "test-table.h"

#include <stdlib.h>
#include <string.h>

static void
solve (RmMatcher *matcher)
{
  g_autoptr (GError) error = NULL;
  gboolean solved = rm_matcher_solve (matcher, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (solved);
}

static RmMatcher *
new_solved (const RmProblem *problem,
            guint n_threads)
{
  RmMatcher *matcher = rm_matcher_new (problem, n_threads);

  solve (matcher);
  return matcher;
}

static void
assert_best (RmMatcher *matcher,
             const RmProblem *problem,
             const char *what,
             guint32 seed)
{
  g_autoptr (RmSolution) solution = rm_matcher_new_solution (matcher);
  g_autoptr (RmSolution) other = dense_solve (problem, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (!rm_assignment_check (problem, solution, NULL, NULL, NULL, &error)
      || solution->total != other->total
      || solution->n_paired != other->n_paired)
    g_error ("%s, seed %u: total %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT ": %s", what, seed,
             solution->total, other->total, error != NULL ? error->message : "proved");
}

static void
test_against_dense (void)
{
  static const struct
  {
    guint n;
    guint m;
    int most;
  } sizes[] = {
    { 122, 200, 1 }, { 122, 200, 3 }, { 200, 122, 3 }, { 200, 200, 1 }, { 150, 10, 8 },
    { 200, 150, 1 }, { 30, 200, 5 },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    for (guint32 seed = 1; seed <= 8; seed++)
      for (int mode = RM_MODE_PEOPLE; mode <= RM_MODE_TOTAL; mode++)
        {
          g_autoptr (TestTable) table = test_table_new_large (sizes[k].n, sizes[k].m,
                                                              sizes[k].most, (RmMode) mode, seed);
          g_autoptr (RmMatcher) matcher = new_solved (&table->problem, 1);

          assert_best (matcher, &table->problem, "table", seed);
        }
}

/* Scores of few values: hardly a price is the only right one. */
static void
test_ties (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint n = (guint) g_rand_int_range (rand, 1, 120);
      guint m = (guint) g_rand_int_range (rand, 1, 120);
      g_autoptr (TestTable) table = test_table_new (n, m, (RmMode) (seed % 2));
      g_autoptr (RmMatcher) matcher = NULL;

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < m; j++)
          table->scores[i * m + j] = 40 * (gint64) (i % 6) * (j % 5);
      matcher = new_solved (&table->problem, 1);
      assert_best (matcher, &table->problem, "ties", seed);
    }
}

static void
assert_same (RmMatcher *a,
             RmMatcher *b)
{
  g_autoptr (RmSolution) first = rm_matcher_new_solution (a);
  g_autoptr (RmSolution) second = rm_matcher_new_solution (b);
  const RmCertificate *one = first->certificate;
  const RmCertificate *other = second->certificate;

  g_assert_cmpmem (first->pairs, first->n_pairs * sizeof (RmPlace),
                   second->pairs, second->n_pairs * sizeof (RmPlace));
  g_assert_cmpmem (one->mentee_price, one->n_mentees * sizeof (gint64),
                   other->mentee_price, other->n_mentees * sizeof (gint64));
  g_assert_cmpmem (one->mentor_price, one->n_mentors * sizeof (gint64),
                   other->mentor_price, other->n_mentors * sizeof (gint64));
}

/* Enough pairs for several threads to share the work. */
static void
test_threads (void)
{
  g_autoptr (TestPeople) people = test_people_new_sides (5, 400, 1500, 40, 20);
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  RmScoreSource source = rm_scorer_get_source (scorer);
  g_autoptr (TestTable) table = test_table_new (source.n_mentees, source.n_mentors,
                                                RM_MODE_PEOPLE);

  table->problem.source = &source;
  for (int plain = 0; plain < 2; plain++)
    {
      g_autoptr (RmMatcher) one = NULL;

      source.scorer = plain ? NULL : scorer;
      one = new_solved (&table->problem, 1);
      for (guint n = 2; n <= 5; n++)
        {
          g_autoptr (RmMatcher) more = new_solved (&table->problem, n);

          assert_same (one, more);
        }
      assert_best (one, &table->problem, "people", 5);
    }
}

/* What changes: a lock more or less, a pair excluded or not, places, or everybody's scores. */
typedef struct
{
  TestTable *table;
  RmPlace excluded[64];
  GRand *rand;
} Play;

static gboolean
is_banned (const Play *self,
           RmPlace place)
{
  const RmProblem *problem = &self->table->problem;

  for (guint k = 0; k < problem->n_locks; k++)
    if (memcmp (&problem->locks[k], &place, sizeof place) == 0)
      return TRUE;
  for (guint k = 0; k < problem->n_excluded; k++)
    if (memcmp (&problem->excluded[k], &place, sizeof place) == 0)
      return TRUE;

  return FALSE;
}

static int
count_locks (const Play *self,
             guint mentee,
             guint mentor)
{
  const RmProblem *problem = &self->table->problem;
  int n = 0;

  for (guint k = 0; k < problem->n_locks; k++)
    n += problem->locks[k].mentee == mentee || problem->locks[k].mentor == mentor;

  return n;
}

static void
play (Play *self,
      RmMatcherChange *change)
{
  TestTable *table = self->table;
  RmProblem *problem = &table->problem;
  guint n = table->source.n_mentees;
  guint m = table->source.n_mentors;
  RmPlace place = { (guint) g_rand_int_range (self->rand, 0, (gint32) n),
                    (guint) g_rand_int_range (self->rand, 0, (gint32) m) };
  gsize cell = (gsize) place.mentee * m + place.mentor;

  change->scores_kept = TRUE;
  switch (g_rand_int_range (self->rand, 0, 8))
    {
    case 0:
      if (problem->n_locks > 0)
        table->locks[g_rand_int_range (self->rand, 0, (gint32) problem->n_locks)]
          = table->locks[problem->n_locks - 1];
      problem->n_locks -= problem->n_locks > 0;
      break;
    case 1:
      if (problem->n_excluded > 0)
        problem->n_excluded--;
      break;
    case 2:
      if (problem->n_excluded < G_N_ELEMENTS (self->excluded) && !is_banned (self, place))
        self->excluded[problem->n_excluded++] = place;
      break;
    case 3:
      if (count_locks (self, place.mentee, G_MAXUINT) == 0)
        table->mentee_capacity[place.mentee] = g_rand_int_range (self->rand, 0, 4);
      break;
    case 4:
      if (count_locks (self, G_MAXUINT, place.mentor) == 0)
        table->mentor_capacity[place.mentor] = g_rand_int_range (self->rand, 0, 4);
      break;
    case 5:
      change->scores_kept = FALSE;
      for (gsize k = 0; k < (gsize) n * m; k++)
        if (table->scores[k] >= 0)
          table->scores[k] = (table->scores[k] + g_rand_int_range (self->rand, 0, 50)) % 4001;
      break;
    default:
      if (!is_banned (self, place)
          && table->scores[cell] >= 0
          && count_locks (self, place.mentee, G_MAXUINT) < table->mentee_capacity[place.mentee]
          && count_locks (self, G_MAXUINT, place.mentor) < table->mentor_capacity[place.mentor])
        table->locks[problem->n_locks++] = place;
      break;
    }
}

static void
test_changes (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint n = (guint) g_rand_int_range (rand, 2, 40);
      guint m = (guint) g_rand_int_range (rand, 2, 40);
      g_autoptr (TestTable) table = test_table_new_large (n, m, 1 + seed % 3,
                                                          (RmMode) (seed % 2), seed);
      g_autoptr (RmMatcher) matcher = new_solved (&table->problem, 1);
      Play at = { .table = table, .rand = rand };

      table->problem.excluded = at.excluded;
      for (int step = 0; step < 40; step++)
        {
          RmMatcherChange change = { .scores_kept = TRUE };
          g_autoptr (RmMatcher) copy = rm_matcher_copy (matcher);

          play (&at, &change);
          rm_matcher_set_problem (matcher, &table->problem, &change);
          solve (matcher);
          assert_best (matcher, &table->problem, "change", seed);
          rm_matcher_set_problem (copy, &table->problem, &change);
          solve (copy);
          assert_same (matcher, copy);
        }
    }
}

/* A table over some of the people of another. */
typedef struct
{
  const TestTable *table;
  GArray *mentees;
  GArray *mentors;
} Some;

static gint64
get_some_score (gconstpointer data,
                guint mentee,
                guint mentor)
{
  const Some *self = data;

  return self->table->scores[g_array_index (self->mentees, guint, mentee)
                               * self->table->source.n_mentors
                             + g_array_index (self->mentors, guint, mentor)];
}

/* Leaves a random part of @of, and notes where each was in @before. */
static GArray *
pick_some (GRand *rand,
           guint of,
           const GArray *last,
           GArray *before)
{
  GArray *some = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_set_size (before, 0);
  for (guint k = 0; k < of; k++)
    if (g_rand_int_range (rand, 0, 5) > 0)
      {
        guint at = G_MAXUINT;

        for (guint l = 0; last != NULL && l < last->len; l++)
          if (g_array_index (last, guint, l) == k)
            at = l;
        g_array_append_val (some, k);
        g_array_append_val (before, at);
      }

  return some;
}

static void
test_people_come_and_go (void)
{
  for (guint32 seed = 1; seed <= 30; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TestTable) table = test_table_new_large (40, 50, 1, RM_MODE_PEOPLE, seed);
      g_autoptr (GArray) mentee_before = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) mentor_before = g_array_new (FALSE, FALSE, sizeof (guint));
      Some now = { .table = table };
      RmScoreSource source = { .get_score = get_some_score, .data = &now };
      RmProblem problem = table->problem;
      g_autoptr (RmMatcher) matcher = NULL;

      problem.mode = (RmMode) (seed % 2);
      problem.source = &source;
      now.mentees = pick_some (rand, 40, NULL, mentee_before);
      now.mentors = pick_some (rand, 50, NULL, mentor_before);
      for (int step = 0; step < 12; step++)
        {
          RmMatcherChange change = {
            .scores_kept = TRUE,
            .mentee_before = (const guint *) (gpointer) mentee_before->data,
            .mentor_before = (const guint *) (gpointer) mentor_before->data,
          };
          GArray *last = NULL;

          source.n_mentees = now.mentees->len;
          source.n_mentors = now.mentors->len;
          if (matcher == NULL)
            matcher = rm_matcher_new (&problem, 1);
          else
            rm_matcher_set_problem (matcher, &problem, &change);
          solve (matcher);
          assert_best (matcher, &problem, "people", seed);

          last = now.mentees;
          now.mentees = pick_some (rand, 40, last, mentee_before);
          g_array_unref (last);
          last = now.mentors;
          now.mentors = pick_some (rand, 50, last, mentor_before);
          g_array_unref (last);
        }
      g_array_unref (now.mentees);
      g_array_unref (now.mentors);
    }
}

/* Stopped anywhere, a matcher can go on. */
static gboolean
count_down (double fraction,
            gpointer data)
{
  int *left = data;

  return --*left > 0;
}

static void
test_stopped (void)
{
  g_autoptr (TestTable) table = test_table_new_large (400, 400, 1, RM_MODE_PEOPLE, 3);
  g_autoptr (RmMatcher) matcher = rm_matcher_new (&table->problem, 1);

  for (int left = 1; left <= 6; left++)
    {
      g_autoptr (GError) error = NULL;
      int calls = left;

      if (!rm_matcher_solve (matcher, count_down, &calls, &error))
        g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED);
    }
  solve (matcher);
  assert_best (matcher, &table->problem, "stopped", 3);
}

/* Adding somebody never lowers the best total where no rule hangs on who else is there. */
static void
test_more_people (void)
{
  g_autoptr (TestTable) table = test_table_new_large (60, 60, 1, RM_MODE_TOTAL, 9);
  gint64 last = 0;

  for (guint n = 1; n <= 60; n++)
    {
      g_autoptr (RmSolution) solution = NULL;

      for (guint k = 0; k < 60; k++)
        table->mentee_capacity[k] = table->mentor_capacity[k] = k < n;
      solution = test_table_solve (table);
      g_assert_cmpint (solution->total, >=, last);
      last = solution->total;
    }
}

/* A programme paired, as staff numbers. */
static char *
pair_people (TestPeople *people,
             guint n_threads)
{
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  RmScoreSource source = rm_scorer_get_source (scorer);
  g_autoptr (TestTable) table = test_table_new (source.n_mentees, source.n_mentors,
                                                RM_MODE_PEOPLE);
  g_autoptr (RmMatcher) matcher = NULL;
  g_autoptr (RmSolution) solution = NULL;
  GString *text = g_string_new (NULL);

  table->problem.source = &source;
  matcher = new_solved (&table->problem, n_threads);
  solution = rm_matcher_new_solution (matcher);
  for (guint k = 0; k < solution->n_pairs; k++)
    {
      RmPlace place = solution->pairs[k];

      g_string_append_printf (text, "%s %s\n",
                              rm_scorer_get_mentee (scorer, place.mentee)->staff_no,
                              rm_scorer_get_mentor (scorer, place.mentor)->staff_no);
    }

  return g_string_free (text, FALSE);
}

static TestPeople *
new_people_with_numbers (guint32 seed)
{
  TestPeople *people = test_people_new_sides (seed, 60, 90, 20, 10);

  for (guint k = 0; k < 150; k++)
    {
      RmPerson *person = test_people_get (people, k);

      g_free (person->staff_no);
      person->staff_no = g_strdup_printf ("P%03u", k * 37 % 150);
    }

  return people;
}

/* Neither names nor a common factor of all weights make a difference. */
static void
test_same_for_all_that_counts (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (TestPeople) people = new_people_with_numbers (seed);
      g_autoptr (TestPeople) renamed = new_people_with_numbers (seed);
      g_autoptr (TestPeople) scaled = new_people_with_numbers (seed);
      g_autofree char *pairs = NULL;
      g_autofree char *renamed_pairs = NULL;
      g_autofree char *scaled_pairs = NULL;

      for (guint k = 0; k < 150; k++)
        {
          RmPerson *person = test_people_get (renamed, k);

          g_free (person->name);
          person->name = g_strdup_printf ("Somebody %u", 150 - k);
        }
      for (guint c = 0; c < RM_N_CRITERIA; c++)
        {
          people->settings->weights[c] = 5 * (int) (1 + (seed + c) % 4);
          renamed->settings->weights[c] = people->settings->weights[c];
          scaled->settings->weights[c] = 3 * people->settings->weights[c];
        }
      pairs = pair_people (people, 1);
      renamed_pairs = pair_people (renamed, 2);
      scaled_pairs = pair_people (scaled, 3);
      g_assert_cmpstr (pairs, !=, "");
      g_assert_cmpstr (pairs, ==, renamed_pairs);
      g_assert_cmpstr (pairs, ==, scaled_pairs);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/matcher/against-dense", test_against_dense);
  g_test_add_func ("/core/matcher/ties", test_ties);
  g_test_add_func ("/core/matcher/threads", test_threads);
  g_test_add_func ("/core/matcher/changes", test_changes);
  g_test_add_func ("/core/matcher/people-come-and-go", test_people_come_and_go);
  g_test_add_func ("/core/matcher/stopped", test_stopped);
  g_test_add_func ("/core/matcher/more-people", test_more_people);
  g_test_add_func ("/core/matcher/same-for-all-that-counts", test_same_for_all_that_counts);
  return g_test_run ();
}
