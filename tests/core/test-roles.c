/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-skill-names.h"
#include "test-people.h"

/* The logic of the small records around people and skills. */

static void
test_applies (void)
{
  static const struct
  {
    const char *titles;
    int from;
    const char *title;
    int level;
    gboolean applies;
  } cases[] = {
    { NULL, RM_UNKNOWN, "CFO", 9, FALSE },
    { NULL, 8, NULL, 8, TRUE },
    { NULL, 8, NULL, 7, FALSE },
    { NULL, 8, NULL, RM_UNKNOWN, FALSE },
    { "CFO; Head of Sales", RM_UNKNOWN, "head of sales", RM_UNKNOWN, TRUE },
    { "CFO; Head of Sales", RM_UNKNOWN, "Head of Sales North", 9, FALSE },
    { "CFO; Head of Sales", RM_UNKNOWN, "Sales", 9, FALSE },
    { "CFO; Head of Sales", RM_UNKNOWN, NULL, 9, FALSE },
    { "Geschäftsführer", 9, "GESCHAFTSFUHRER", 9, TRUE },
    { "CFO", 9, "CFO", 8, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RmRoleProfile *profile = rm_role_profile_new ("Role");
      RmPerson *person = rm_person_new ();

      profile->job_titles = g_strdup (cases[i].titles);
      profile->level_from = cases[i].from;
      person->job_title = g_strdup (cases[i].title);
      person->level = cases[i].level;
      if (rm_role_profile_applies (profile, person) != cases[i].applies)
        g_error ("case %u", (guint) i);
      rm_record_unref (profile);
      rm_record_unref (person);
    }
}

static void
test_external (void)
{
  RmPerson *person = rm_person_new ();

  g_assert_false (rm_person_is_external (person));
  person->employer = g_strdup ("Partner Ltd");
  g_assert_true (rm_person_is_external (person));
  person->relation = RM_RELATION_EMPLOYEE;
  g_assert_false (rm_person_is_external (person));
  person->relation = RM_RELATION_CUSTOMER;
  g_assert_true (rm_person_is_external (person));
  rm_record_unref (person);
}

static void
test_consent (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;

  test_people_take (people, RM_TABLE_CONSENT, rm_consent_new (1, 5, TRUE, "2026-02-01"), 10);
  test_people_take (people, RM_TABLE_CONSENT, rm_consent_new (1, 5, FALSE, NULL), 11);
  test_people_take (people, RM_TABLE_CONSENT, rm_consent_new (2, 5, FALSE, "2026-02-01"), 12);
  test_people_take (people, RM_TABLE_CONSENT, rm_consent_new (2, 5, TRUE, "2026-02-01"), 13);
  programme = test_people_build (people);
  g_assert_cmpint (rm_consent_find (programme, 1, 5)->record.id, ==, 10);
  g_assert_cmpint (rm_consent_find (programme, 2, 5)->record.id, ==, 13);
  g_assert_null (rm_consent_find (programme, 1, 6));
  g_assert_null (rm_consent_find (programme, 3, 5));
}

static RmSkill *
new_skill (gint64 id,
           const char *name,
           const char *aliases,
           const char *context)
{
  RmSkill *skill = rm_skill_new ();

  skill->record.id = id;
  skill->name = g_strdup (name);
  skill->aliases = g_strdup (aliases);
  skill->context = g_strdup (context);
  return skill;
}

static void
test_names (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmSkillNames) names = NULL;
  g_autoptr (RmRecord) other = (RmRecord *) new_skill (0, "Kettle", "messenger", "PRIVATE");
  gboolean ambiguous = FALSE;

  g_ptr_array_add (people->tables[RM_TABLE_SKILL], new_skill (1, "AI tools", "AI; ChatGPT", NULL));
  g_ptr_array_add (people->tables[RM_TABLE_SKILL], new_skill (2, "Social media", NULL, "private"));
  g_ptr_array_add (people->tables[RM_TABLE_SKILL], new_skill (3, "Social media", NULL, "business"));
  g_ptr_array_add (people->tables[RM_TABLE_SKILL],
                   new_skill (4, "WhatsApp", "messenger", "private"));
  programme = test_people_build (people);
  names = rm_skill_names_new (programme);

  g_assert_cmpint (rm_skill_names_find (names, "chat-gpt", NULL, NULL)->record.id, ==, 1);
  g_assert_null (rm_skill_names_find (names, "retAIl", NULL, &ambiguous));
  g_assert_false (ambiguous);
  g_assert_null (rm_skill_names_find (names, "social MEDIA", NULL, &ambiguous));
  g_assert_true (ambiguous);
  g_assert_cmpint (rm_skill_names_find (names, "Social media", "Business", NULL)->record.id, ==, 3);
  g_assert_cmpint (rm_skill_names_find (names, "WhatsApp", "", NULL)->record.id, ==, 4);
  g_assert_null (rm_skill_names_find (names, "", NULL, NULL));

  g_assert_cmpint (rm_skill_names_find_same (names, (RmSkill *) other)->record.id, ==, 4);
  for (guint k = 0; k < 4; k++)
    g_assert_null (rm_skill_names_find_same (names, rm_programme_get_skill (programme, k)));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/roles/applies", test_applies);
  g_test_add_func ("/core/roles/external", test_external);
  g_test_add_func ("/core/roles/consent", test_consent);
  g_test_add_func ("/core/roles/names", test_names);
  return g_test_run ();
}
