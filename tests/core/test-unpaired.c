/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/explain/rm-remedy.h"
#include "core/explain/rm-unpaired.h"
#include "test-people.h"
#include "test-table.h"

#include <string.h>

/* People left out, and why: shortages against Hall's condition, subset by subset; remedies against
 * a changed programme solved from scratch. */

static gboolean
is_candidate (const RmProblem *problem,
              guint mentee,
              guint mentor)
{
  for (guint k = 0; k < problem->n_excluded; k++)
    if (problem->excluded[k].mentee == mentee && problem->excluded[k].mentor == mentor)
      return FALSE;

  return problem->source->get_score (problem->source->data, mentee, mentor) >= 0;
}

static int
places_left (const RmProblem *problem,
             guint mentor)
{
  int left = problem->mentor_capacity[mentor];

  for (guint k = 0; k < problem->n_locks; k++)
    left -= problem->locks[k].mentor == mentor;

  return left;
}

static gboolean
has_lock (const RmProblem *problem,
          guint mentee)
{
  for (guint k = 0; k < problem->n_locks; k++)
    if (problem->locks[k].mentee == mentee)
      return TRUE;

  return FALSE;
}

/* Places of all who are a candidate of one of a set of mentees. */
static int
count_places (const RmProblem *problem,
              const GArray *mentees,
              guint32 members)
{
  int places = 0;

  for (guint j = 0; j < problem->source->n_mentors; j++)
    {
      gboolean reached = FALSE;

      for (guint k = 0; k < mentees->len; k++)
        reached |= (members >> k & 1) != 0
                   && is_candidate (problem, g_array_index (mentees, guint, k), j);
      places += reached ? places_left (problem, j) : 0;
    }

  return places;
}

static int
count_bits (guint32 bits)
{
  int n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

static void
assert_minimal (const RmProblem *problem,
                const RmUnpaired *unpaired)
{
  guint32 all = (1u << unpaired->mentees->len) - 1;
  gboolean itself = FALSE;
  gint64 places = 0;

  for (guint k = 0; k < unpaired->mentees->len; k++)
    {
      guint mentee = g_array_index (unpaired->mentees, guint, k);

      itself |= mentee == unpaired->person;
      g_assert_false (has_lock (problem, mentee));
      g_assert_cmpint (problem->mentee_capacity[mentee], >, 0);
    }
  g_assert_true (itself);
  for (guint k = 0; k < unpaired->mentors->len; k++)
    places += places_left (problem, g_array_index (unpaired->mentors, guint, k));
  g_assert_cmpint (places, ==, unpaired->n_places);
  g_assert_cmpint (count_places (problem, unpaired->mentees, all), ==, places);
  g_assert_cmpint (places, ==, (gint64) unpaired->mentees->len - 1);

  for (guint32 members = 1; members < all; members++)
    g_assert_cmpint (count_places (problem, unpaired->mentees, members), >=, count_bits (members));
}

/* Each mentee gets a place that no lock holds; simple recursion (Kuhn 1955). */
typedef struct
{
  const RmProblem *problem;
  guint n_used[16];
  guint of[16][16]; /* by mentor: mentees */
  gboolean seen[16];
} Kuhn;

static gboolean
seat (Kuhn *self,
      guint mentee)
{
  for (guint j = 0; j < self->problem->source->n_mentors; j++)
    {
      if (self->seen[j] || !is_candidate (self->problem, mentee, j))
        continue;
      self->seen[j] = TRUE;
      if ((int) self->n_used[j] < places_left (self->problem, j))
        {
          self->of[j][self->n_used[j]++] = mentee;
          return TRUE;
        }
      for (guint k = 0; k < self->n_used[j]; k++)
        if (seat (self, self->of[j][k]))
          {
            self->of[j][k] = mentee;
            return TRUE;
          }
    }

  return FALSE;
}

static gboolean
can_seat_all (const RmProblem *problem,
              const gboolean *wanted)
{
  Kuhn self = { .problem = problem };

  for (guint i = 0; i < problem->source->n_mentees; i++)
    {
      memset (self.seen, 0, sizeof self.seen);
      if (wanted[i] && !has_lock (problem, i) && !seat (&self, i))
        return FALSE;
    }

  return TRUE;
}

static void
assert_reason (const RmProblem *problem,
               const RmExplain *explain,
               const RmUnpaired *unpaired)
{
  const RmSolution *solution = rm_explain_get_solution (explain);
  gboolean wanted[16] = { FALSE };
  guint n_candidates = 0;

  for (guint p = 0; p < solution->n_pairs; p++)
    wanted[solution->pairs[p].mentee] = TRUE;
  g_assert_false (wanted[unpaired->person]);
  wanted[unpaired->person] = TRUE;
  for (guint j = 0; j < problem->source->n_mentors; j++)
    n_candidates += is_candidate (problem, unpaired->person, j);
  g_assert_cmpuint (unpaired->removed[RM_RULE_NONE], ==, n_candidates);
  g_assert_cmpuint (unpaired->removed[RM_RULE_EXCLUDED], ==,
                    problem->source->n_mentors - n_candidates);

  if (problem->mentee_capacity[unpaired->person] == 0)
    g_assert_cmpint (unpaired->reason, ==, RM_UNPAIRED_TAKES_NONE);
  else if (n_candidates == 0)
    g_assert_cmpint (unpaired->reason, ==, RM_UNPAIRED_RULES);
  else if (can_seat_all (problem, wanted))
    {
      g_assert_cmpint (problem->mode, ==, RM_MODE_TOTAL);
      g_assert_cmpint (unpaired->reason, ==, RM_UNPAIRED_TOTAL);
      g_assert_null (unpaired->mentees);
    }
  else
    {
      g_assert_cmpint (unpaired->reason, ==, RM_UNPAIRED_SHORTAGE);
      assert_minimal (problem, unpaired);
    }
}

static void
fill (TestTable *table,
      RmPlace *excluded,
      guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  test_table_fill (table, rand, 20, 40 + (int) (seed % 4) * 12);
  for (guint i = 0; seed % 2 == 0 && i < table->source.n_mentees; i++)
    table->mentee_capacity[i] = g_rand_int_range (rand, 0, 3);
  for (guint j = 0; seed % 2 == 0 && j < table->source.n_mentors; j++)
    table->mentor_capacity[j] = g_rand_int_range (rand, 0, 4);
  if (seed % 3 == 0)
    test_table_add_locks (table, rand);
  else
    excluded[table->problem.n_excluded++] = (RmPlace) { seed % 5, seed % 3 };
  table->problem.excluded = excluded;
}

static void
test_mentees (void)
{
  guint counts[RM_UNPAIRED_NOT_NEEDED + 1] = { 0 };
  guint longest = 0;

  for (guint32 seed = 1; seed <= 300; seed++)
    {
      g_autoptr (TestTable) table = test_table_new (5 + seed % 5, 3 + seed % 4,
                                                    (RmMode) (seed % RM_N_MODES));
      RmPlace excluded[1];
      g_autoptr (RmExplain) explain = NULL;
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (GError) error = NULL;

      fill (table, excluded, seed);
      explain = rm_explain_new (&table->problem, NULL, 0, 1, NULL, NULL, &error);
      g_assert_no_error (error);
      list = rm_unpaired_list_mentees (explain, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (list->len, ==,
                        table->source.n_mentees - rm_explain_get_solution (explain)->n_paired);
      for (guint k = 0; k < list->len; k++)
        {
          const RmUnpaired *unpaired = g_ptr_array_index (list, k);

          assert_reason (&table->problem, explain, unpaired);
          counts[unpaired->reason]++;
          if (unpaired->mentees != NULL)
            longest = MAX (longest, unpaired->mentees->len);
        }
    }
  for (guint r = 0; r < RM_UNPAIRED_NOT_NEEDED; r++)
    g_assert_cmpuint (counts[r], >, 10);
  g_assert_cmpuint (longest, >, 4);
}

static void
test_mentors (void)
{
  g_autoptr (TestTable) table = test_table_new (2, 5, RM_MODE_PEOPLE);
  g_autoptr (RmExplain) explain = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const RmUnpaired *unpaired = NULL;

  /* The first has a pair, the second is not needed, the third takes nobody, the last nobody may. */
  for (guint j = 0; j < 5; j++)
    {
      table->scores[j] = j == 4 ? RM_NO_CANDIDATE : 9 - (int) j;
      table->scores[5 + j] = RM_NO_CANDIDATE;
    }
  table->mentor_capacity[2] = 0;
  explain = rm_explain_new (&table->problem, NULL, 0, 1, NULL, NULL, NULL);
  list = rm_unpaired_list_mentors (explain, NULL, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 3);
  unpaired = g_ptr_array_index (list, 0);
  g_assert_cmpuint (unpaired->person, ==, 1);
  g_assert_cmpint (unpaired->reason, ==, RM_UNPAIRED_NOT_NEEDED);
  g_assert_cmpuint (unpaired->removed[RM_RULE_NONE], ==, 1);
  unpaired = g_ptr_array_index (list, 2);
  g_assert_cmpuint (unpaired->person, ==, 4);
  g_assert_cmpint (unpaired->reason, ==, RM_UNPAIRED_RULES);
}

/* Which rules count, and for whom: the first that is broken. */
static void
test_rules (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  RmScoreSource source;
  g_autoptr (TestTable) table = NULL;
  g_autoptr (RmExplain) explain = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const RmUnpaired *unpaired = NULL;

  /* Takes both parts, and is no candidate of their own. */
  test_people_add (people, 1, RM_SIDE_BOTH)->level = 5;
  test_people_add (people, 2, RM_SIDE_MENTOR)->willing = 0;
  test_people_add (people, 3, RM_SIDE_MENTOR)->level = 5;
  test_people_add (people, 4, RM_SIDE_MENTOR)->state = RM_PERSON_WITHDRAWN;
  test_people_add (people, 5, RM_SIDE_MENTOR)->state = RM_PERSON_LEFT;
  test_people_add (people, 6, RM_SIDE_MENTOR)->level = 1;
  test_people_add (people, 7, RM_SIDE_MENTOR)->level = 1;
  test_people_add_exclusion (people, 1, 6, TRUE);
  test_people_add_exclusion (people, 7, 1, FALSE);
  programme = test_people_build (people);
  scorer = rm_scorer_new (programme);
  source = rm_scorer_get_source (scorer);
  table = test_table_new (source.n_mentees, source.n_mentors, RM_MODE_PEOPLE);
  table->problem.source = &source;

  explain = rm_explain_new (&table->problem, NULL, 0, 1, NULL, NULL, NULL);
  list = rm_unpaired_list_mentees (explain, NULL, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  unpaired = g_ptr_array_index (list, 0);
  g_assert_cmpint (unpaired->reason, ==, RM_UNPAIRED_RULES);
  for (guint r = 0; r < RM_N_RULES; r++)
    g_assert_cmpuint (unpaired->removed[r], ==,
                      r == RM_RULE_UNAVAILABLE                             ? 3
                      : r == RM_RULE_MENTOR_UNWILLING || r == RM_RULE_LEVEL_GAP
                          || r == RM_RULE_EXCLUDED                         ? 1
                                                                           : 0);
}

static guint
count_paired (TestPeople *people,
              int more_places)
{
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  RmScoreSource source = rm_scorer_get_source (scorer);
  g_autoptr (TestTable) table = test_table_new (source.n_mentees, source.n_mentors,
                                                RM_MODE_PEOPLE);
  g_autoptr (RmSolution) solution = NULL;

  table->problem.source = &source;
  for (guint i = 0; i < source.n_mentees; i++)
    table->mentee_capacity[i] = rm_scorer_get_mentee (scorer, i)->mentee_capacity;
  for (guint j = 0; j < source.n_mentors; j++)
    {
      int places = rm_scorer_get_mentor (scorer, j)->mentor_capacity;

      table->mentor_capacity[j] = places > 0 ? places + more_places : 0;
    }
  solution = test_table_solve (table);

  return solution->n_paired;
}

/* What the change would do, made to the people themselves. Returns how many are then paired. */
static guint
count_after (guint32 seed,
             guint n_people,
             const RmRemedy *remedy)
{
  g_autoptr (TestPeople) people = test_people_new_random (seed, n_people, 6);
  RmSettings *settings = people->settings;

  switch (remedy->type)
    {
    case RM_REMEDY_MODE:
      break;

    case RM_REMEDY_PLACES:
      return count_paired (people, 1);

    case RM_REMEDY_CONSENT:
      for (guint k = 0; k < n_people; k++)
        {
          RmPerson *person = test_people_get (people, k);

          person->willing = person->willing == RM_UNKNOWN ? 1 : person->willing;
          person->committed = person->committed == RM_UNKNOWN ? 1 : person->committed;
        }
      break;

    case RM_REMEDY_LINE_LEVELS:
      settings->line_levels = remedy->to;
      break;

    case RM_REMEDY_LEVEL_GAP:
      settings->level_gap = remedy->to;
      break;

    case RM_REMEDY_LANGUAGE:
      settings->need_language = FALSE;
      break;

    case RM_REMEDY_FREE_HOUR:
      settings->need_free_hour = FALSE;
      break;

    case RM_REMEDY_UNKNOWN_LINE:
      settings->unknown_line_apart = FALSE;
      break;

    case RM_REMEDY_DEPARTMENT:
      settings->need_other_department = FALSE;
      break;

    case RM_REMEDY_TAG:
    default:
      g_clear_pointer (&settings->only_tag, g_free);
      break;
    }

  return count_paired (people, 0);
}

static const RmRemedy *
find_remedy (GArray *remedies,
             RmRemedyType type,
             int to)
{
  for (guint k = 0; k < remedies->len; k++)
    {
      const RmRemedy *remedy = &g_array_index (remedies, RmRemedy, k);

      if (remedy->type == type && remedy->to == to)
        return remedy;
    }

  return NULL;
}

/* Those that are on are found where they help, with what they bring; none is found that is off. */
static guint
check_remedies (GArray *remedies,
                const RmSettings *settings,
                guint32 seed,
                guint n_people,
                guint now)
{
  const RmRemedy all[] = {
    { RM_REMEDY_PLACES, 0, 0 },
    { RM_REMEDY_CONSENT, 0, 0 },
    { RM_REMEDY_LINE_LEVELS, settings->line_levels - 1, 0 },
    { RM_REMEDY_LINE_LEVELS, 0, 0 },
    { RM_REMEDY_LEVEL_GAP, settings->level_gap - 1, 0 },
    { RM_REMEDY_LEVEL_GAP, 0, 0 },
    { RM_REMEDY_LANGUAGE, 0, 0 },
    { RM_REMEDY_FREE_HOUR, 0, 0 },
    { RM_REMEDY_UNKNOWN_LINE, 0, 0 },
    { RM_REMEDY_DEPARTMENT, 0, 0 },
    { RM_REMEDY_TAG, 0, 0 },
  };
  guint n_found = 0;

  for (gsize k = 0; k < G_N_ELEMENTS (all); k++)
    {
      const RmRemedy *found = find_remedy (remedies, all[k].type, all[k].to);
      guint then = all[k].to < 0 ? now : count_after (seed, n_people, &all[k]);

      g_assert_cmpuint (then, >=, now);
      g_assert_cmpuint (found != NULL ? found->n_more : 0, ==, then - now);
      n_found += found != NULL;
    }

  return n_found;
}

static void
test_remedies (void)
{
  guint n_found = 0;
  guint n_modes = 0;

  for (guint32 seed = 1; seed <= 60; seed++)
    {
      const guint n_people = 20 + seed % 9;
      g_autoptr (TestPeople) people = test_people_new_random (seed, n_people, 6);
      g_autoptr (RmProgramme) programme = test_people_build (people);
      g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
      RmScoreSource source = rm_scorer_get_source (scorer);
      g_autoptr (TestTable) table = test_table_new (source.n_mentees, source.n_mentors,
                                                    (RmMode) (seed % RM_N_MODES));
      g_autoptr (RmExplain) explain = NULL;
      g_autoptr (GArray) remedies = NULL;
      g_autoptr (GError) error = NULL;
      const RmRemedy *mode = NULL;
      guint now = 0;

      table->problem.source = &source;
      for (guint i = 0; i < source.n_mentees; i++)
        table->mentee_capacity[i] = rm_scorer_get_mentee (scorer, i)->mentee_capacity;
      for (guint j = 0; j < source.n_mentors; j++)
        table->mentor_capacity[j] = rm_scorer_get_mentor (scorer, j)->mentor_capacity;
      explain = rm_explain_new (&table->problem, NULL, 0, 1, NULL, NULL, &error);
      g_assert_no_error (error);
      remedies = rm_remedies_find (explain, NULL, NULL, &error);
      g_assert_no_error (error);

      mode = find_remedy (remedies, RM_REMEDY_MODE, 0);
      now = rm_explain_get_solution (explain)->n_paired + (mode != NULL ? mode->n_more : 0);
      n_modes += mode != NULL;
      g_assert_cmpuint (now, ==, count_paired (people, 0));
      n_found += check_remedies (remedies, people->settings, seed, n_people, now);
      for (guint k = 1; k < remedies->len; k++)
        g_assert_cmpuint (g_array_index (remedies, RmRemedy, k - 1).n_more, >=,
                          g_array_index (remedies, RmRemedy, k).n_more);
    }
  g_assert_cmpuint (n_found, >, 50);
  g_test_message ("%u found, %u of the mode", n_found, n_modes);
}

/* A pair that must be kept is in nobody's way but its own people's. */
static void
test_locks (void)
{
  g_autoptr (TestTable) table = test_table_new (3, 2, RM_MODE_PEOPLE);
  g_autoptr (RmExplain) explain = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const RmUnpaired *unpaired = NULL;

  for (guint k = 0; k < 6; k++)
    table->scores[k] = 5;
  table->locks[table->problem.n_locks++] = (RmPlace) { 0, 0 };
  explain = rm_explain_new (&table->problem, NULL, 0, 1, NULL, NULL, NULL);
  list = rm_unpaired_list_mentees (explain, NULL, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  unpaired = g_ptr_array_index (list, 0);
  g_assert_cmpint (unpaired->reason, ==, RM_UNPAIRED_SHORTAGE);
  g_assert_cmpuint (unpaired->mentees->len, ==, 2);
  g_assert_cmpuint (unpaired->mentors->len, ==, 2);
  g_assert_cmpint (unpaired->n_places, ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/unpaired/mentees", test_mentees);
  g_test_add_func ("/core/unpaired/mentors", test_mentors);
  g_test_add_func ("/core/unpaired/rules", test_rules);
  g_test_add_func ("/core/unpaired/locks", test_locks);
  g_test_add_func ("/core/unpaired/remedies", test_remedies);
  return g_test_run ();
}
