/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"
#include "test-scale.h"

/* People, skills and ratings that each case begins with. */
static const char people_before[] = "staff_no,name,email\n"
                                    "1,Ann,ann@x\n2,Bob,bob@x\n3,Eve,\n4,Eve,\n";

static const char ratings_before[] = "person,skill,category,context,source,level,target,rated_on\n"
                                     "1,TikTok,Social media,,self,2,4,2025-01-01\n"
                                     "1,TikTok,Social media,,peer,3,,2025-02-01\n"
                                     "2,AI,Technology,private,,1,,2025-01-01\n"
                                     "2,AI,Technology,business,,,3,2025-01-01\n"
                                     "2,C++,,,,5,,\n";

static const struct
{
  const char *what;
  const char *text;
  guint added;
  guint unchanged;
  guint skipped;
  guint n_skills; /* new ones */
  const char *problems;
  const char *notices;
} cases[] = {
  { "German headers", "Personal-Nr;Fähigkeit;Stufe\n1;Excel;3\n", 1, 0, 0, 1, "", "2:skill-new" },
  { "by e-mail", "email,skill,level\nBOB@x,tik-tok,3\n", 1, 0, 0, 0, "", "" },
  { "by name", "name,skill,level\nann,TIKTOK,3\nEve,TikTok,3\n", 1, 0, 1, 0, "3:ambiguous", "" },
  { "by two names", "Vorname,Nachname,skill,level\nAnn,,TikTok,3\n", 1, 0, 0, 0, "", "" },
  { "unknown person", "person,skill,level\n9,TikTok,3\n,TikTok,3\n", 0, 0, 2, 0,
    "2:person-unknown 3:nobody", "" },
  { "a namesake's number", "staff_no,name,skill,level\n9,Ann,TikTok,3\n", 0, 0, 1, 0,
    "2:person-unknown", "" },
  { "no skill", "person,skill,level\n1,,3\n", 0, 0, 1, 0, "2:skill-missing", "" },
  { "empty is unrated", "person,skill,level,target\n1,TikTok,,\n", 0, 0, 1, 0, "", "2:unrated" },
  { "zero is a level", "person,skill,level\n2,TikTok,0\n", 1, 0, 0, 0, "", "" },
  { "bad level", "person,skill,level,target\n2,TikTok,6,4\n1,TikTok,x,\n", 1, 0, 1, 0,
    "2:value 3:value", "" },
  { "bad source", "person,skill,level,source\n1,TikTok,3,boss of all\n", 0, 0, 1, 0, "2:value",
    "" },
  { "the same again", "person,skill,level,target\n1,TikTok,2,4\n", 0, 1, 0, 0, "", "" },
  { "the same later", "person,skill,level,target,date\n1,TikTok,2,4,2026-01-01\n", 0, 1, 0, 0, "",
    "" },
  { "the same earlier", "person,skill,level,target,date\n1,TikTok,2,4,2024-01-01\n", 1, 0, 0, 0,
    "", "" },
  { "another source", "person,skill,level,target,source\n1,TikTok,2,4,manager\n", 1, 0, 0, 0, "",
    "" },
  { "history", "person,skill,level,date\n1,Go,1,2024-01-01\n1,Go,2,2025-01-01\n"
               "1,Go,1,2026-01-01\n", 3, 0, 0, 1, "", "2:skill-new" },
  { "two colleagues", "person,skill,level,source,date\n1,TikTok,3,peer,2025-02-01\n"
                      "1,TikTok,3,peer,2025-02-01\n", 1, 1, 0, 0, "", "" },
  { "twice in the file", "person,skill,level\n2,TikTok,3\n2,TikTok,4\n", 1, 0, 1, 0, "3:twice",
    "" },
  { "C is not C++", "person,skill,level\n2,C,5\n2,C#,5\n2,c++,5\n", 2, 1, 0, 2, "",
    "2:skill-new 3:skill-new" },
  { "which AI", "person,skill,level\n2,AI,5\n", 0, 0, 1, 0, "2:ambiguous", "" },
  { "that AI", "person,skill,context,level\n2,AI,Private,5\n", 1, 0, 0, 0, "", "" },
  { "a third AI", "person,skill,context,level\n2,AI,school,5\n", 1, 0, 0, 1, "", "2:skill-new" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();

      g_test_message ("%s", cases[i].what);
      fixture_import (fixture, RM_IMPORT_PEOPLE, people_before);
      fixture_import (fixture, RM_IMPORT_RATINGS, ratings_before);
      g_assert_cmpuint (fixture->ratings->len, ==, 5);
      g_assert_cmpuint (rm_programme_count (fixture->programme, RM_TABLE_SKILL), ==, 4);

      /* The second import of the same file adds nothing. */
      for (guint time = 0; time < 2; time++)
        {
          g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_RATINGS, cases[i].text);
          g_autoptr (RmImportResult) result = NULL;
          g_autofree char *problems = NULL;
          g_autofree char *notices = NULL;
          guint *counts = NULL;

          rm_import_plan_set_today (plan, time == 0 ? "2026-07-01" : "2026-08-01");
          result = fixture_evaluate (plan);
          problems = fixture_describe (result->problems);
          notices = fixture_describe (result->notices);
          counts = result->counts;
          g_assert_cmpstr (problems, ==, cases[i].problems);
          if (time == 0)
            g_assert_cmpstr (notices, ==, cases[i].notices);
          g_assert_cmpuint (result->skills->len, ==, time == 0 ? cases[i].n_skills : 0);
          g_assert_cmpuint (counts[RM_IMPORT_ADDED], ==, time == 0 ? cases[i].added : 0);
          g_assert_cmpuint (counts[RM_IMPORT_UNCHANGED], ==,
                            cases[i].unchanged + (time == 0 ? 0 : cases[i].added));
          g_assert_cmpuint (counts[RM_IMPORT_SKIPPED], ==, cases[i].skipped);
          g_assert_cmpuint (result->ratings->len, ==, counts[RM_IMPORT_ADDED]);
          fixture_apply (fixture, result);
        }
    }
}

static void
test_mapping (void)
{
  static const char *const bad[] = { "skill,level\nx,1\n", "person,level\n1,1\n",
                                     "person,skill\n1,x\n" };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_RATINGS, bad[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (rm_import_plan_evaluate (plan, NULL, NULL, &error));
      g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN);
    }
}

static void
test_many (void)
{
  enum { N = TEST_SCALE (100000) };
  g_autoptr (GString) people = g_string_new ("staff_no,name\n");
  g_autoptr (GString) text = g_string_new ("staff_no,skill,category,level,target,rated_on\n");
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < N / 10; i++)
    g_string_append_printf (people, "%u,Name %u\n", i + 1, i);
  for (guint i = 0; i < N; i++)
    g_string_append_printf (text, "%u,Fähigkeit %u,Neu,%u,5,2026-01-01\n", i / 10 + 1, i % 10,
                            i % 6);

  fixture_import (fixture, RM_IMPORT_PEOPLE, people->str);
  for (guint time = 0; time < 2; time++)
    {
      g_autoptr (GTimer) timer = g_timer_new ();
      g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_RATINGS, text->str);
      g_autoptr (RmImportResult) result = fixture_evaluate (plan);

      g_test_message ("%d rows in %.2f s", N, g_timer_elapsed (timer, NULL));
      g_assert_cmpuint (result->counts[time == 0 ? RM_IMPORT_ADDED : RM_IMPORT_UNCHANGED], ==, N);
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 30);
      fixture_apply (fixture, result);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import-ratings/cases", test_cases);
  g_test_add_func ("/exchange/import-ratings/mapping", test_mapping);
  g_test_add_func ("/exchange/import-ratings/many", test_many);
  return g_test_run ();
}
