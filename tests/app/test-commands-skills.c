/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/commands/rm-commands-groups.h"
#include "app/commands/rm-commands-roles.h"
#include "app/commands/rm-commands-skills.h"
#include "app/commands/rm-commands.h"
#include "app/files/rm-starter-topics.h"
#include "core/explain/rm-suggestions.h"

#include <string.h>

/* Each command does what it says, is one step of undo, and refuses nonsense. */

static AppFixture *
new_fixture (void)
{
  AppFixture *fixture = app_fixture_new ();
  g_autoptr (GFile) people
    = app_fixture_write (fixture, "people.csv",
                         "staff_no;name;role;level;willing;committed;job_title\n"
                         "1;Ada;mentee;9;yes;yes;CFO\n"
                         "2;Bo;mentee;8;yes;yes;\n"
                         "3;Di;mentor;2;yes;;\n"
                         "4;Ed;mentor;2;yes;;\n");
  g_autoptr (GFile) ratings
    = app_fixture_write (fixture, "ratings.csv",
                         "person,skill,category,source,level,target,rated_on\n"
                         "1,AI,Tools,self,1,4,2026-01-05\n"
                         "1,A.I. tools,tools,self,2,3,2026-01-05\n"
                         "2,A.I. tools,tools,self,0,5,2026-02-05\n"
                         "2,AI,Tools,self,3,4,2026-01-05\n"
                         "3,A.I. tools,tools,manager,5,,\n"
                         "3,Prezi,Tools,self,4,,2026-01-05\n");

  app_fixture_import (fixture, people, RM_IMPORT_PEOPLE);
  app_fixture_import (fixture, ratings, RM_IMPORT_RATINGS);
  return fixture;
}

static RmProgramme *
programme_of (AppFixture *fixture)
{
  return rm_session_get_programme (fixture->session);
}

static gint64
find_skill (AppFixture *fixture,
            const char *name)
{
  g_autofree char *key = rm_skill_make_key (name);

  for (guint k = 0; k < rm_programme_count (programme_of (fixture), RM_TABLE_SKILL); k++)
    {
      const RmSkill *skill = rm_programme_get_skill (programme_of (fixture), k);

      if (rm_skill_is_called (skill, key))
        return skill->record.id;
    }

  return 0;
}

static const RmPerson *
find_person (AppFixture *fixture,
             const char *name)
{
  for (guint p = 0; p < rm_programme_count (programme_of (fixture), RM_TABLE_PERSON); p++)
    {
      const RmPerson *person = rm_programme_get_person (programme_of (fixture), p);

      if (g_strcmp0 (person->name, name) == 0)
        return person;
    }

  g_assert_not_reached ();
}

static void
assert_standing (AppFixture *fixture,
                 const char *name,
                 gint64 skill,
                 int level,
                 int target)
{
  const RmStanding *standing = rm_person_find_standing (find_person (fixture, name), skill);

  g_assert_nonnull (standing);
  g_assert_cmpint (standing->level, ==, level);
  g_assert_cmpint (standing->target, ==, target);
}

/* After undo and redo the programme is the same to the letter. */
static void
assert_one_step (AppFixture *fixture,
                 const char *before,
                 const char *label)
{
  g_autofree char *after = app_fixture_dump (fixture);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (rm_store_get_undo_label (
                     rm_document_get_store (rm_session_get_document (fixture->session))),
                   ==, label);
  g_assert_true (rm_session_undo (fixture->session, &error));
  g_assert_no_error (error);
  undone = app_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (rm_session_redo (fixture->session, &error));
  g_assert_no_error (error);
  redone = app_fixture_dump (fixture);
  g_assert_cmpstr (redone, ==, after);
}

static const RmField *
skill_field (const char *key)
{
  return rm_entity_find_field (rm_skill_entity (), key);
}

static void
test_change (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  g_autofree char *before = app_fixture_dump (fixture);
  gint64 prezi = find_skill (fixture, "Prezi");
  g_autoptr (GError) error = NULL;

  g_assert_true (rm_command_set_field (fixture->session, RM_TABLE_SKILL, prezi,
                                       skill_field ("name"), " Prezi Next ", &error));
  g_assert_cmpstr (rm_programme_find_skill (programme_of (fixture), prezi)->name, ==, "Prezi Next");
  assert_one_step (fixture, before, "Change “Name” of Prezi");

  g_assert_false (rm_command_set_field (fixture->session, RM_TABLE_SKILL, prezi,
                                        skill_field ("name"), " ", &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (rm_command_set_field (fixture->session, RM_TABLE_SKILL, prezi,
                                        skill_field ("aliases"), "slides, ai", &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (rm_command_set_field (fixture->session, RM_TABLE_SKILL, 5, skill_field ("name"),
                                        "X", &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND);
}

static void
test_retire (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  g_autofree char *before = app_fixture_dump (fixture);
  gint64 ai = find_skill (fixture, "AI");
  gint64 ada = find_person (fixture, "Ada")->record.id;
  g_autoptr (GError) error = NULL;

  assert_standing (fixture, "Ada", ai, 1, 4);
  rm_command_retire_skill_async (fixture->session, ai, TRUE, app_fixture_heard, fixture);
  g_assert_true (app_fixture_finish (fixture, &error));
  g_assert_null (rm_person_find_standing (find_person (fixture, "Ada"), ai));
  assert_one_step (fixture, before, "Retire AI");
  g_assert_null (rm_person_find_standing (find_person (fixture, "Ada"), ai));

  g_assert_false (rm_command_rate (fixture->session, ada, ai, 3, 4, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (rm_command_want_skill (fixture->session, ada, "ai", &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (rm_command_add_need (fixture->session, ada, ai, 3, RM_UNKNOWN, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);

  rm_command_retire_skill_async (fixture->session, ai, FALSE, app_fixture_heard, fixture);
  g_assert_true (app_fixture_finish (fixture, &error));
  assert_standing (fixture, "Ada", ai, 1, 4);
}

static gboolean
merge (AppFixture *fixture,
       gint64 from,
       gint64 into,
       GError **error)
{
  rm_command_merge_skills_async (fixture->session, from, into, app_fixture_heard, fixture);
  return app_fixture_finish (fixture, error);
}

static void
test_merge (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  gint64 ai = find_skill (fixture, "AI");
  gint64 tools = find_skill (fixture, "A.I. tools");
  gint64 profile = 0;
  const RmRoleNeed *need = NULL;
  const RmNomination *nomination = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  rm_command_add_named (fixture->session, RM_TABLE_ROLE_PROFILE, "Directors", &profile, &error);
  rm_command_set_role_need (fixture->session, profile, ai, 2, 5, &error);
  rm_command_set_role_need (fixture->session, profile, tools, 4, 1, &error);
  rm_command_nominate (fixture->session, find_person (fixture, "Bo")->record.id, tools,
                       RM_NOMINATION_LEARN, 0, "Board", NULL, &error);
  g_assert_no_error (error);
  before = app_fixture_dump (fixture);

  g_assert_true (merge (fixture, tools, ai, &error));
  g_assert_no_error (error);
  assert_one_step (fixture, before, "Merge A.I. tools into AI");
  g_assert_null (rm_programme_find_skill (programme_of (fixture), tools));
  g_assert_cmpstr (rm_programme_find_skill (programme_of (fixture), ai)->aliases, ==, "A.I. tools");
  /* Of the same day what was said of the one that stays counts; what is newer counts. */
  assert_standing (fixture, "Ada", ai, 1, 4);
  assert_standing (fixture, "Bo", ai, 0, 5);
  assert_standing (fixture, "Di", ai, 5, -1);
  g_assert_cmpuint (rm_programme_count (programme_of (fixture), RM_TABLE_ROLE_NEED), ==, 1);
  need = rm_programme_get (programme_of (fixture), RM_TABLE_ROLE_NEED, 0);
  g_assert_cmpint (need->level, ==, 4);
  g_assert_cmpint (need->importance, ==, 5);
  nomination = rm_programme_get (programme_of (fixture), RM_TABLE_NOMINATION, 0);
  g_assert_cmpint (nomination->skill, ==, ai);

  g_assert_false (merge (fixture, ai, ai, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (merge (fixture, tools, ai, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND);
}

/* All ratings of both stay in the document. */
static void
test_merge_keeps (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  gint64 ai = find_skill (fixture, "AI");
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;
  guint n = 0;

  merge (fixture, find_skill (fixture, "A.I. tools"), ai, &error);
  g_assert_no_error (error);
  dump = app_fixture_dump (fixture);
  for (const char *p = strstr (dump, "\"rating\""); (p = strstr (p, "\"skill\"")) != NULL; p++)
    n++;
  g_assert_cmpuint (n, ==, 6);
}

static void
test_category (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  g_autofree char *before = app_fixture_dump (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (rm_command_rename_category (fixture->session, "TOOLS", "New technology", &error));
  assert_one_step (fixture, before, "Rename the category TOOLS");
  for (guint k = 0; k < 3; k++)
    g_assert_cmpstr (rm_programme_get_skill (programme_of (fixture), k)->category, ==,
                     "New technology");
  g_assert_false (rm_command_rename_category (fixture->session, "Tools", "X", &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND);
}

static void
test_starter (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  g_autoptr (GPtrArray) topics = rm_starter_topics_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *before = app_fixture_dump (fixture);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_cmpuint (topics->len, >=, 40);
  for (guint t = 0; t < topics->len; t++)
    {
      const RmSkill *topic = g_ptr_array_index (topics, t);
      g_auto (GStrv) aliases = rm_list_split (topic->aliases);

      g_assert_nonnull (topic->description);
      g_assert_nonnull (topic->anchors[0]);
      g_assert_true (g_hash_table_add (names, rm_skill_make_key (topic->name)));
      for (guint a = 0; aliases[a] != NULL; a++)
        if (!g_hash_table_add (names, rm_skill_make_key (aliases[a])))
          g_error ("%s: %s is the name of another topic", topic->name, aliases[a]);
    }

  /* AI (by an other name) and Prezi are there. */
  g_assert_true (rm_command_add_skills (fixture->session, topics, &n, &error));
  g_assert_cmpuint (n, ==, topics->len - 2);
  label = g_strdup_printf ("Add %u skills", n);
  assert_one_step (fixture, before, label);
  g_assert_true (rm_command_add_skills (fixture->session, topics, &n, &error));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_roles (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  const RmField *titles = rm_entity_find_field (rm_role_profile_entity (), "job_titles");
  const RmPerson *ada = find_person (fixture, "Ada");
  gint64 prezi = find_skill (fixture, "Prezi");
  gint64 profile = 0;
  g_autoptr (GArray) suggestions = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (rm_command_add_named (fixture->session, RM_TABLE_ROLE_PROFILE, " ", NULL,
                                        &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (rm_command_add_named (fixture->session, RM_TABLE_ROLE_PROFILE, "Finance", &profile,
                                       &error));
  g_assert_false (rm_command_add_named (fixture->session, RM_TABLE_ROLE_PROFILE, "FINANCE", NULL,
                                        &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (rm_command_set_field (fixture->session, RM_TABLE_ROLE_PROFILE, profile, titles,
                                       "CFO, Treasurer", &error));
  g_assert_true (rm_command_set_role_need (fixture->session, profile, prezi, 4, 5, &error));
  g_assert_false (rm_command_set_role_need (fixture->session, profile, prezi, 6, 5, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);

  suggestions = rm_suggestions_new (programme_of (fixture), ada);
  g_assert_cmpuint (suggestions->len, ==, 1);
  g_assert_cmpint (g_array_index (suggestions, RmSuggestion, 0).skill, ==, prezi);
  before = app_fixture_dump (fixture);
  g_assert_true (rm_command_add_need (fixture->session, ada->record.id, prezi, 4, 5, &error));
  assert_one_step (fixture, before, "Add Prezi as a need of Ada");
  assert_standing (fixture, "Ada", prezi, -1, 4);
  g_assert_cmpint (rm_person_find_standing (find_person (fixture, "Ada"), prezi)->importance, ==,
                   5);

  g_assert_true (rm_command_set_role_need (fixture->session, profile, prezi, RM_UNKNOWN,
                                           RM_UNKNOWN, &error));
  g_assert_cmpuint (rm_programme_count (programme_of (fixture), RM_TABLE_ROLE_NEED), ==, 0);
  g_assert_true (rm_command_remove_record (fixture->session, RM_TABLE_ROLE_PROFILE, profile,
                                           &error));
  g_assert_cmpuint (rm_programme_count (programme_of (fixture), RM_TABLE_ROLE_PROFILE), ==, 0);
}

/* A level that is there stays when a need is added, and what somebody else wished is no longer what
 * counts. */
static void
test_need_keeps_level (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  g_autoptr (GFile) wish
    = app_fixture_write (fixture, "wish.csv", "person,skill,category,source,level,target,rated_on\n"
                                              "3,Prezi,Tools,manager,,1,2026-01-05\n");
  gint64 prezi = find_skill (fixture, "Prezi");
  gint64 di = find_person (fixture, "Di")->record.id;
  g_autoptr (GError) error = NULL;

  app_fixture_import (fixture, wish, RM_IMPORT_RATINGS);
  assert_standing (fixture, "Di", prezi, 4, 1);
  g_assert_true (rm_command_add_need (fixture->session, di, prezi, 5, RM_UNKNOWN, &error));
  assert_standing (fixture, "Di", prezi, 4, 5);
  g_assert_true (rm_command_add_need (fixture->session, di, prezi, 2, 5, &error));
  assert_standing (fixture, "Di", prezi, 4, 2);
}

static void
test_removed (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  gint64 ada = find_person (fixture, "Ada")->record.id;
  gint64 bo = find_person (fixture, "Bo")->record.id;
  gint64 purpose = 0;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  rm_command_nominate (fixture->session, ada, 0, RM_NOMINATION_LEARN, bo, NULL, NULL, &error);
  rm_command_nominate (fixture->session, bo, 0, RM_NOMINATION_TEACH, ada, NULL, "Knows it", &error);
  rm_command_add_named (fixture->session, RM_TABLE_CONSENT_PURPOSE, "Photos", &purpose, &error);
  rm_command_answer_consent (fixture->session, ada, purpose, TRUE, NULL, &error);
  rm_command_answer_consent (fixture->session, bo, purpose, TRUE, NULL, &error);
  g_assert_no_error (error);
  before = app_fixture_dump (fixture);

  rm_command_remove_people_async (fixture->session, &ada, 1, app_fixture_heard, fixture);
  g_assert_true (app_fixture_finish (fixture, &error));
  g_assert_no_error (error);
  assert_one_step (fixture, before, "Remove Ada");
  g_assert_cmpuint (rm_programme_count (programme_of (fixture), RM_TABLE_CONSENT), ==, 1);
  g_assert_cmpuint (rm_programme_count (programme_of (fixture), RM_TABLE_NOMINATION), ==, 1);
  g_assert_cmpstr (((RmNomination *) rm_programme_get (programme_of (fixture),
                                                       RM_TABLE_NOMINATION, 0))->nominated_by,
                   ==, "Ada");
}

static void
test_consents (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  gint64 ada = find_person (fixture, "Ada")->record.id;
  gint64 purpose = 0;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (rm_command_add_named (fixture->session, RM_TABLE_CONSENT_PURPOSE, "", NULL,
                                        &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (rm_command_add_named (fixture->session, RM_TABLE_CONSENT_PURPOSE, "Photos",
                                       &purpose, &error));
  g_assert_null (rm_consent_find (programme_of (fixture), ada, purpose));
  g_assert_true (rm_command_answer_consent (fixture->session, ada, purpose, TRUE, "By mail",
                                            &error));
  before = app_fixture_dump (fixture);
  g_assert_true (rm_command_answer_consent (fixture->session, ada, purpose, TRUE, NULL, &error));
  g_assert_true (rm_command_answer_consent (fixture->session, ada, purpose, FALSE, NULL, &error));
  assert_one_step (fixture, before, "Record the consent of Ada");
  g_assert_cmpint (rm_consent_find (programme_of (fixture), ada, purpose)->given, ==, 0);
  g_assert_cmpuint (rm_programme_count (programme_of (fixture), RM_TABLE_CONSENT), ==, 2);
  g_assert_true (rm_command_remove_record (fixture->session, RM_TABLE_CONSENT_PURPOSE, purpose,
                                           &error));
  g_assert_cmpuint (rm_programme_count (programme_of (fixture), RM_TABLE_CONSENT), ==, 0);
}

static void
test_cohorts (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  const RmField *name = rm_entity_find_field (rm_cohort_entity (), "name");
  const RmField *own = rm_entity_find_field (rm_person_entity (), "cohort");
  gint64 spring = 0;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rm_command_add_named (fixture->session, RM_TABLE_COHORT, "Spring", &spring,
                                       &error));
  g_assert_false (rm_command_add_named (fixture->session, RM_TABLE_COHORT, "spring", NULL, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  rm_command_set_field (fixture->session, RM_TABLE_PERSON, find_person (fixture, "Ada")->record.id,
                        own, "SPRING", &error);
  g_assert_no_error (error);
  before = app_fixture_dump (fixture);
  g_assert_true (rm_command_set_field (fixture->session, RM_TABLE_COHORT, spring, name,
                                       "Spring 2026", &error));
  assert_one_step (fixture, before, "Change “Name” of Spring");
  g_assert_cmpstr (find_person (fixture, "Ada")->cohort, ==, "Spring 2026");
  g_assert_null (find_person (fixture, "Bo")->cohort);
  g_assert_true (rm_command_remove_record (fixture->session, RM_TABLE_COHORT, spring, &error));
  g_assert_cmpstr (find_person (fixture, "Ada")->cohort, ==, "Spring 2026");
}

static void
test_seniority (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  g_autofree char *before = app_fixture_dump (fixture);
  g_autofree char *unnamed = rm_seniority_dup_label (programme_of (fixture), 9);
  g_autofree char *named = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (unnamed, ==, "Vice president");
  g_assert_true (rm_command_name_seniority (fixture->session, 9, "Partner", &error));
  assert_one_step (fixture, before, "Name seniority level 9");
  named = rm_seniority_dup_label (programme_of (fixture), 9);
  g_assert_cmpstr (named, ==, "Partner");
  /* An HR system may call levels as the organisation does. */
  file = app_fixture_write (fixture, "partners.csv",
                            "staff_no;name;level\n7;Gus;PARTNER\n8;Hal;Director\n9;Ida;4\n");
  app_fixture_import (fixture, file, RM_IMPORT_PEOPLE);
  g_assert_cmpint (find_person (fixture, "Gus")->level, ==, 9);
  g_assert_cmpint (find_person (fixture, "Hal")->level, ==, 8);
  g_assert_cmpint (find_person (fixture, "Ida")->level, ==, 4);
  g_assert_true (rm_command_name_seniority (fixture->session, 9, " ", &error));
  g_assert_cmpuint (rm_programme_count (programme_of (fixture), RM_TABLE_SENIORITY), ==, 0);
  g_assert_false (rm_command_name_seniority (fixture->session, 11, "God", &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
}

/* Somebody from outside has no line manager. */
static void
test_external (void)
{
  g_autoptr (AppFixture) fixture = new_fixture ();
  const RmField *relation = rm_entity_find_field (rm_person_entity (), "relation");
  gint64 ada = find_person (fixture, "Ada")->record.id;
  gint64 di = find_person (fixture, "Di")->record.id;
  g_autoptr (GError) error = NULL;

  g_assert_true (rm_command_set_manager (fixture->session, di, ada, &error));
  g_assert_true (rm_command_set_field (fixture->session, RM_TABLE_PERSON, di, relation, "customer",
                                       &error));
  g_assert_cmpint (find_person (fixture, "Di")->manager, ==, 0);
  g_assert_false (rm_command_set_manager (fixture->session, di, ada, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (rm_session_undo (fixture->session, &error));
  g_assert_cmpint (find_person (fixture, "Di")->manager, ==, ada);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/commands-skills/change", test_change);
  g_test_add_func ("/app/commands-skills/retire", test_retire);
  g_test_add_func ("/app/commands-skills/merge", test_merge);
  g_test_add_func ("/app/commands-skills/merge-keeps", test_merge_keeps);
  g_test_add_func ("/app/commands-skills/category", test_category);
  g_test_add_func ("/app/commands-skills/starter", test_starter);
  g_test_add_func ("/app/commands-skills/roles", test_roles);
  g_test_add_func ("/app/commands-skills/need-keeps-level", test_need_keeps_level);
  g_test_add_func ("/app/commands-skills/removed", test_removed);
  g_test_add_func ("/app/commands-skills/consents", test_consents);
  g_test_add_func ("/app/commands-skills/cohorts", test_cohorts);
  g_test_add_func ("/app/commands-skills/seniority", test_seniority);
  g_test_add_func ("/app/commands-skills/external", test_external);
  return g_test_run ();
}
