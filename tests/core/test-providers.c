/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gaps/rm-gaps.h"
#include "core/gaps/rm-providers.h"
#include "test-people.h"

/* Mentors who could teach a skill: the same people as a gap table's supply, sorted. */

static int
place_of (const GArray *providers,
          gint64 person)
{
  for (guint k = 0; k < providers->len; k++)
    if (g_array_index (providers, RmProvider, k).person == person)
      return (int) k;

  return -1;
}

static void
assert_sorted (const GArray *providers)
{
  for (guint k = 1; k < providers->len; k++)
    {
      const RmProvider *before = &g_array_index (providers, RmProvider, k - 1);
      const RmProvider *after = &g_array_index (providers, RmProvider, k);

      g_assert_cmpint (before->score, >=, after->score);
      if (before->score == after->score)
        g_assert_cmpint (before->level, >=, after->level);
      if (before->score == after->score && before->level == after->level)
        g_assert_cmpuint (before->places, >=, after->places);
    }
}

/* A row that is one mentee in need lists exactly the providers for them. */
static void
test_supply (void)
{
  guint n_found = 0;

  for (guint32 seed = 1; seed <= 120; seed++)
    {
      g_autoptr (TestPeople) people = test_people_new_random (seed, 6 + seed % 25, 1 + seed % 5);
      g_autoptr (RmProgramme) programme = NULL;
      g_autoptr (RmScorer) scorer = NULL;
      g_autoptr (RmGaps) gaps = NULL;

      people->settings->need_free_hour = seed % 3 == 0;
      programme = test_people_build (people);
      scorer = rm_scorer_new (programme);
      gaps = rm_gaps_new (scorer, RM_GAP_ROWS_PERSON, RM_GAP_COLUMNS_SKILL, NULL, NULL, NULL);
      for (guint r = 0; r < rm_gaps_get_n_rows (gaps); r++)
        for (guint c = 0; c < rm_gaps_get_n_columns (gaps); c++)
          {
            g_autoptr (GArray) supply = rm_gaps_list_people (gaps, r, c, RM_GAP_SUPPLY);
            g_autoptr (GArray) providers = NULL;
            gint64 mentee = rm_gaps_get_row_person (gaps, r);

            if (rm_gaps_get_cell (gaps, r, c).need == 0
                || rm_programme_find_person (programme, mentee)->willing == 0)
              continue;
            providers = rm_providers_list (scorer, rm_gaps_get_skill (gaps, c)->record.id, mentee);
            assert_sorted (providers);
            g_assert_cmpuint (providers->len, ==, supply->len);
            for (guint k = 0; k < supply->len; k++)
              g_assert_cmpint (place_of (providers, g_array_index (supply, gint64, k)), >=, 0);
            n_found += providers->len;
          }
    }
  g_assert_cmpuint (n_found, >, 100);
}

static RmPerson *
add_mentor (TestPeople *people,
            gint64 id,
            int level,
            int capacity)
{
  RmPerson *person = test_people_add (people, id, RM_SIDE_MENTOR);

  person->mentor_capacity = capacity;
  person->level = 1;
  test_person_set_standing (person, 1, level, -1, 3);
  return person;
}

static void
test_order (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  g_autoptr (GArray) anybody = NULL;
  g_autoptr (GArray) hers = NULL;
  g_autoptr (GArray) nobodys = NULL;
  RmPerson *ada = test_people_add (people, 1, RM_SIDE_MENTEE);

  test_people_add_skill (people, 1, NULL, "Prezi");
  ada->level = 9;
  ada->committed = RM_UNKNOWN;
  g_clear_pointer (&ada->override_reason, g_free);
  test_person_set_standing (ada, 1, 2, 4, 3);
  add_mentor (people, 10, 3, 1);
  add_mentor (people, 11, 5, 1);
  add_mentor (people, 12, 5, 2);
  add_mentor (people, 13, 2, 9);
  add_mentor (people, 14, 0, 9);
  add_mentor (people, 15, 5, 1)->willing = RM_UNKNOWN;
  add_mentor (people, 16, 5, 0);
  test_people_add_exclusion (people, 1, 12, TRUE);
  programme = test_people_build (people);
  scorer = rm_scorer_new (programme);

  anybody = rm_providers_list (scorer, 1, 0);
  g_assert_cmpuint (anybody->len, ==, 4);
  g_assert_cmpint (place_of (anybody, 12), ==, 0);
  g_assert_cmpint (place_of (anybody, 11), ==, 1);
  g_assert_cmpint (place_of (anybody, 10), ==, 2);
  g_assert_cmpint (place_of (anybody, 13), ==, 3);
  g_assert_cmpint (g_array_index (anybody, RmProvider, 0).score, ==, -1);

  /* who must be avoided is not even mentioned */
  hers = rm_providers_list (scorer, 1, 1);
  g_assert_cmpuint (hers->len, ==, 2);
  g_assert_cmpint (place_of (hers, 11), >=, 0);
  g_assert_cmpint (g_array_index (hers, RmProvider, 0).rule, ==, RM_RULE_UNCOMMITTED);

  nobodys = rm_providers_list (scorer, 1, 99);
  g_assert_cmpuint (nobodys->len, ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/providers/supply", test_supply);
  g_test_add_func ("/core/providers/order", test_order);
  return g_test_run ();
}
