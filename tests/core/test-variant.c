/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-variant.h"
#include "test-people.h"

/* A programme as it was, and with one cohort only. */

static RmRating *
rate (GPtrArray *ratings,
      gint64 person,
      int level,
      int target,
      const char *day)
{
  RmRating *rating = rm_rating_new ();

  rating->record.id = ratings->len + 1;
  rating->person = person;
  rating->skill = 1;
  rating->source = RM_SOURCE_SELF;
  rating->level = level;
  rating->target = target;
  rating->rated_on = g_strdup (day);
  g_ptr_array_add (ratings, rating);
  return rating;
}

static void
assert_standing (RmProgramme *programme,
                 gint64 person,
                 int level,
                 int target)
{
  const RmStanding *standing
    = rm_person_find_standing (rm_programme_find_person (programme, person), 1);

  if (level < 0 && target < 0)
    {
      g_assert_null (standing);
      return;
    }
  g_assert_nonnull (standing);
  g_assert_cmpint (standing->level, ==, level);
  g_assert_cmpint (standing->target, ==, target);
}

static void
test_days (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmProgramme) early = NULL;
  g_autoptr (RmProgramme) middle = NULL;
  g_autoptr (RmProgramme) late = NULL;

  test_people_add (people, 1, RM_SIDE_MENTEE);
  test_people_add (people, 2, RM_SIDE_MENTEE);
  test_people_add (people, 3, RM_SIDE_MENTOR);
  test_people_add_skill (people, 1, NULL, "Prezi");
  rate (ratings, 1, 3, RM_UNKNOWN, "2026-03-01");
  rate (ratings, 1, 1, 3, "2026-01-31");
  rate (ratings, 2, 0, 2, NULL);
  rate (ratings, 9, 5, RM_UNKNOWN, "2026-01-01"); /* of somebody who is gone */
  rate (ratings, 3, 4, RM_UNKNOWN, "2026-02-15");
  programme = test_people_build (people);

  early = rm_programme_new_on_day (programme, ratings, "2026-01-30");
  assert_standing (early, 1, -1, -1);
  assert_standing (early, 2, 0, 2);
  assert_standing (early, 3, -1, -1);

  middle = rm_programme_new_on_day (programme, ratings, "2026-02-15");
  assert_standing (middle, 1, 1, 3);
  assert_standing (middle, 3, 4, -1);

  late = rm_programme_new_on_day (programme, ratings, "2030-01-01");
  assert_standing (late, 1, 3, 3);
  assert_standing (late, 2, 0, 2);

  /* the one it came from is as it was */
  assert_standing (programme, 1, -1, -1);
  g_assert_cmpuint (rm_programme_count (late, RM_TABLE_PERSON), ==, 3);
}

static void
test_cohorts (void)
{
  static const char *const cohorts[] = { "Spring", "spring ", "Autumn", NULL, "SPRING" };
  static const RmSide sides[] = { RM_SIDE_MENTEE, RM_SIDE_BOTH, RM_SIDE_BOTH, RM_SIDE_MENTEE,
                                  RM_SIDE_MENTOR };
  static const RmSide in_spring[] = { RM_SIDE_MENTEE, RM_SIDE_BOTH, RM_SIDE_MENTOR, RM_SIDE_NONE,
                                      RM_SIDE_MENTOR };
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmProgramme) spring = NULL;
  g_autoptr (RmProgramme) without = NULL;

  test_people_add_skill (people, 1, NULL, "Prezi");
  for (guint k = 0; k < G_N_ELEMENTS (cohorts); k++)
    {
      RmPerson *person = test_people_add (people, 1 + k, sides[k]);

      g_free (person->cohort);
      person->cohort = g_strdup (cohorts[k]);
      test_person_set_standing (person, 1, 2, 4, 3);
    }
  programme = test_people_build (people);

  spring = rm_programme_new_with_cohort (programme, "sPRING");
  for (guint k = 0; k < G_N_ELEMENTS (cohorts); k++)
    {
      const RmPerson *person = rm_programme_find_person (spring, 1 + k);

      g_assert_cmpint (person->side, ==, (int) in_spring[k]);
      g_assert_cmpuint (person->n_standings, ==, 1);
    }
  without = rm_programme_new_with_cohort (programme, NULL);
  g_assert_cmpint (rm_programme_find_person (without, 1)->side, ==, RM_SIDE_NONE);
  g_assert_cmpint (rm_programme_find_person (without, 4)->side, ==, RM_SIDE_MENTEE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/variant/days", test_days);
  g_test_add_func ("/core/variant/cohorts", test_cohorts);
  return g_test_run ();
}
