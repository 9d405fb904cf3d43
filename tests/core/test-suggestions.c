/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/explain/rm-suggestions.h"
#include "test-people.h"

enum
{
  ADA = 1,
  DI,
  ED,
  FLO,
  AI = 11,
  PREZI,
  TIKTOK,
  DATA,
  FAX,
  DIRECTORS = 21,
  FINANCE,
};

static void
add_need (TestPeople *people,
          gint64 profile,
          gint64 skill,
          int level,
          int importance)
{
  RmRoleNeed *need = rm_role_need_new (profile, skill, level);

  need->importance = importance;
  test_people_take (people, RM_TABLE_ROLE_NEED, need,
                    100 + people->tables[RM_TABLE_ROLE_NEED]->len);
}

static void
add_nomination (TestPeople *people,
                gint64 person,
                gint64 skill,
                RmNominationKind kind)
{
  test_people_take (people, RM_TABLE_NOMINATION, rm_nomination_new (person, skill, kind),
                    100 + people->tables[RM_TABLE_NOMINATION]->len);
}

static RmPerson *
add_mentor (TestPeople *people,
            gint64 id)
{
  RmPerson *person = test_people_add (people, id, RM_SIDE_MENTOR);

  person->willing = 1;
  return person;
}

/* Ada, a finance director; what she has: AI 2. Three juniors. */
static TestPeople *
new_people (void)
{
  TestPeople *people = test_people_new ();
  RmPerson *ada = test_people_add (people, ADA, RM_SIDE_MENTEE);
  RmRoleProfile *directors = rm_role_profile_new ("Directors");
  RmRoleProfile *finance = rm_role_profile_new ("Finance");

  test_people_add_skill (people, AI, "Tools", "AI");
  test_people_add_skill (people, PREZI, "Tools", "Prezi");
  test_people_add_skill (people, TIKTOK, "Tools", "TikTok");
  test_people_add_skill (people, DATA, "Tools", "Data");
  test_people_add_skill (people, FAX, "Tools", "Fax");
  ((RmSkill *) g_ptr_array_index (people->tables[RM_TABLE_SKILL], 4))->retired = 1;

  ada->level = 8;
  g_free (ada->job_title);
  ada->job_title = g_strdup ("Finance Director");
  test_person_set_standing (ada, AI, 2, -1, 3);
  directors->level_from = 8;
  test_people_take (people, RM_TABLE_ROLE_PROFILE, directors, DIRECTORS);
  finance->job_titles = g_strdup ("CFO; finance director");
  test_people_take (people, RM_TABLE_ROLE_PROFILE, finance, FINANCE);

  test_person_set_standing (add_mentor (people, DI), TIKTOK, 5, -1, 3);
  test_person_set_standing (test_people_get (people, 1), AI, 4, -1, 3);
  test_person_set_standing (add_mentor (people, ED), TIKTOK, 3, -1, 3);
  test_person_set_standing (test_people_get (people, 2), PREZI, 2, -1, 3);
  test_person_set_standing (test_people_get (people, 2), FAX, 5, -1, 3);
  test_person_set_standing (add_mentor (people, FLO), PREZI, 4, -1, 3);
  return people;
}

/* "skill:reasons:level:importance:nominations:offering" */
static char *
describe (TestPeople *people,
          guint person)
{
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (GArray) suggestions
    = rm_suggestions_new (programme, rm_programme_get_person (programme, person));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const RmSuggestion *s = &g_array_index (suggestions, RmSuggestion, i);

      g_string_append_printf (text, "%s%d:%u:%d:%d:%u:%u", i > 0 ? " " : "", (int) s->skill,
                              (guint) s->reasons, s->level,
                              s->importance == RM_UNKNOWN ? 0 : s->importance, s->n_nominations,
                              s->n_offering);
    }

  return g_string_free (text, FALSE);
}

static void
assert_suggested (TestPeople *people,
                  guint person,
                  const char *expected)
{
  g_autofree char *text = describe (people, person);

  g_assert_cmpstr (text, ==, expected);
}

/* What is offered and was never rated; level 2 and what is retired is no offer. */
static void
test_offers (void)
{
  g_autoptr (TestPeople) people = new_people ();

  assert_suggested (people, 0, "13:1:3:0:0:2 12:1:3:0:0:1");
  assert_suggested (people, 1, "");

  /* Whoever is not recorded as willing offers nothing. */
  test_people_get (people, 3)->willing = RM_UNKNOWN;
  test_people_get (people, 2)->state = RM_PERSON_WITHDRAWN;
  assert_suggested (people, 0, "13:1:3:0:0:1");

  /* A rating of 0 is a rating. */
  test_person_set_standing (test_people_get (people, 0), TIKTOK, 0, -1, 3);
  assert_suggested (people, 0, "");
}

static void
test_roles (void)
{
  g_autoptr (TestPeople) people = new_people ();

  add_need (people, DIRECTORS, AI, 3, 2);
  add_need (people, FINANCE, AI, 4, RM_UNKNOWN);
  add_need (people, FINANCE, DATA, 2, 5);
  add_need (people, FINANCE, PREZI, 0, 5);
  add_need (people, DIRECTORS, FAX, 5, 5);
  assert_suggested (people, 0, "14:4:2:5:0:0 11:4:4:2:0:1 13:1:3:0:0:2 12:1:3:0:0:1");

  /* Already there, or wanted already. */
  test_person_set_standing (test_people_get (people, 0), AI, 4, -1, 3);
  test_person_set_standing (test_people_get (people, 0), DATA, -1, 4, 3);
  assert_suggested (people, 0, "13:1:3:0:0:2 12:1:3:0:0:1");

  /* Another role. */
  test_person_set_standing (test_people_get (people, 0), AI, 2, -1, 3);
  g_clear_pointer (&test_people_get (people, 0)->job_title, g_free);
  assert_suggested (people, 0, "11:4:3:2:0:1 13:1:3:0:0:2 12:1:3:0:0:1");
  test_people_get (people, 0)->level = 7;
  assert_suggested (people, 0, "13:1:3:0:0:2 12:1:3:0:0:1");
  test_people_get (people, 0)->level = RM_UNKNOWN;
  assert_suggested (people, 0, "13:1:3:0:0:2 12:1:3:0:0:1");
}

static void
test_nominations (void)
{
  g_autoptr (TestPeople) people = new_people ();

  add_nomination (people, ADA, AI, RM_NOMINATION_LEARN);
  add_nomination (people, ADA, AI, RM_NOMINATION_LEARN);
  add_nomination (people, ADA, DATA, RM_NOMINATION_TEACH);
  add_nomination (people, ADA, PREZI, RM_NOMINATION_LEARN);
  add_nomination (people, ADA, FAX, RM_NOMINATION_LEARN);
  add_nomination (people, ADA, 0, RM_NOMINATION_LEARN);
  add_nomination (people, DI, DATA, RM_NOMINATION_LEARN);
  assert_suggested (people, 0, "12:3:3:0:1:1 11:2:3:0:2:1 13:1:3:0:0:2");

  /* One above what she has; at the top nothing is left. */
  test_person_set_standing (test_people_get (people, 0), AI, 4, -1, 3);
  assert_suggested (people, 0, "12:3:3:0:1:1 11:2:5:0:2:0 13:1:3:0:0:2");
  test_person_set_standing (test_people_get (people, 0), AI, 5, -1, 3);
  assert_suggested (people, 0, "12:3:3:0:1:1 13:1:3:0:0:2");
}

/* A second writing of what makes a suggestion, person by person and skill by skill. */
static guint
count_slowly (const RmProgramme *programme,
              const RmPerson *person)
{
  guint n = 0;

  if (!rm_person_is_mentee (person))
    return 0;

  for (guint k = 0; k < rm_programme_count (programme, RM_TABLE_SKILL); k++)
    {
      const RmSkill *skill = rm_programme_get_skill (programme, k);
      const RmStanding *own = rm_person_find_standing (person, skill->record.id);
      gboolean offered = FALSE;

      if (own != NULL && (own->level >= 0 || own->target >= 0))
        continue;
      for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PERSON); p++)
        {
          const RmPerson *other = rm_programme_get_person (programme, p);
          const RmStanding *theirs = rm_person_find_standing (other, skill->record.id);

          offered = offered
                    || (other != person && rm_person_is_mentor (other) && other->willing == 1
                        && other->state == RM_PERSON_ACTIVE && theirs != NULL
                        && theirs->level >= RM_SUGGESTION_OFFER_LEVEL);
        }
      n += offered;
    }

  return n;
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (TestPeople) people = test_people_new_random (seed, 20, 1 + seed % 12);
      g_autoptr (RmProgramme) programme = test_people_build (people);

      for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PERSON); p++)
        {
          const RmPerson *person = rm_programme_get_person (programme, p);
          g_autoptr (GArray) suggestions = rm_suggestions_new (programme, person);

          g_assert_cmpuint (suggestions->len, ==, count_slowly (programme, person));
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/suggestions/offers", test_offers);
  g_test_add_func ("/core/suggestions/roles", test_roles);
  g_test_add_func ("/core/suggestions/nominations", test_nominations);
  g_test_add_func ("/core/suggestions/random", test_random);
  return g_test_run ();
}
