/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring/rm-score.h"
#include "test-people.h"

#include <string.h>

static RmScore
explain_two (TestPeople *people)
{
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  RmScore score;

  rm_scorer_explain (scorer, 0, 0, &score);
  return score;
}

/* Ten people, each managed by the one before; @levels decides how far the rule reaches. */
static void
test_line (void)
{
  for (int levels = 0; levels <= 4; levels++)
    {
      g_autoptr (TestPeople) people = test_people_new ();
      g_autoptr (RmProgramme) programme = NULL;
      g_autoptr (RmScorer) scorer = NULL;

      people->settings->line_levels = levels;
      people->settings->level_gap = 0;
      for (gint64 id = 1; id <= 10; id++)
        test_people_add (people, id, RM_SIDE_BOTH)->manager = id - 1;
      programme = test_people_build (people);
      scorer = rm_scorer_new (programme);
      for (guint i = 0; i < 10; i++)
        for (guint j = 0; j < 10; j++)
          {
            int distance = ABS ((int) i - (int) j);
            RmRule expected = RM_RULE_NONE;
            RmScore score;

            if (distance == 0)
              expected = RM_RULE_SAME_PERSON;
            else if (distance <= levels)
              expected = RM_RULE_REPORTING_LINE;
            rm_scorer_explain (scorer, i, j, &score);
            g_assert_cmpint (score.rule, ==, expected);
          }
    }
}

/* A director (2) and her report's report (5) in one department; somebody between them is missing. */
static void
test_unknown_line (void)
{
  static const struct
  {
    int levels;
    int apart;
    const char *department;
    gint64 manager;          /* of the junior's manager */
    const char *manager_ref;
    RmRule rule;
  } cases[] = {
    { 2, 0, "IT", 0, "boss@example.org", RM_RULE_NONE },
    { 2, 1, "IT", 0, "boss@example.org", RM_RULE_UNKNOWN_LINE },
    { 2, 1, "it ", 99, NULL, RM_RULE_UNKNOWN_LINE },
    { 2, 1, "Law", 0, "boss@example.org", RM_RULE_NONE },
    { 2, 1, NULL, 0, "boss@example.org", RM_RULE_NONE },
    { 2, 1, "IT", 0, NULL, RM_RULE_NONE },
    { 1, 1, "IT", 0, "boss@example.org", RM_RULE_NONE }, /* beyond the rule's reach */
    { 0, 1, "IT", 0, "boss@example.org", RM_RULE_NONE },
    { 2, 1, "IT", 2, "boss@example.org", RM_RULE_REPORTING_LINE },
    { 3, 1, "IT", 5, NULL, RM_RULE_NONE }, /* a circle is known */
  };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    for (int swapped = 0; swapped < 2; swapped++)
      {
        g_autoptr (TestPeople) people = test_people_new ();
        RmPerson *senior = test_people_add (people, 2, swapped ? RM_SIDE_MENTOR : RM_SIDE_MENTEE);
        RmPerson *junior = test_people_add (people, 5, swapped ? RM_SIDE_MENTEE : RM_SIDE_MENTOR);
        RmPerson *between = test_people_add (people, 4, RM_SIDE_NONE);

        people->settings->line_levels = cases[k].levels;
        people->settings->unknown_line_apart = cases[k].apart;
        people->settings->level_gap = 0;
        senior->department = g_strdup ("IT");
        junior->department = g_strdup (cases[k].department);
        junior->manager = 4;
        between->manager = cases[k].manager;
        between->manager_ref = g_strdup (cases[k].manager_ref);
        g_assert_cmpint (explain_two (people).rule, ==, cases[k].rule);
      }
}

static void
assert_notice (GArray *notices,
               guint index,
               RmNoticeType type,
               gint64 person)
{
  g_assert_cmpuint (index, <, notices->len);
  g_assert_cmpint (g_array_index (notices, RmNotice, index).type, ==, type);
  g_assert_cmpint (g_array_index (notices, RmNotice, index).person, ==, person);
}

static void
test_notices (void)
{
  static const gint64 managers[] = { 0, 1, 3, 5, 6, 4, 5, 77, 0 };
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  g_autoptr (GArray) notices = NULL;

  for (guint k = 0; k < G_N_ELEMENTS (managers); k++)
    {
      RmPerson *person = test_people_add (people, 1 + k, k % 2 ? RM_SIDE_MENTOR : RM_SIDE_BOTH);

      person->manager = managers[k];
      person->level = k % 2 ? 2 : 5;
      person->languages = g_strdup ("en");
    }
  test_people_get (people, 8)->manager_ref = g_strdup ("boss@example.org");
  test_people_get (people, 3)->level = RM_UNKNOWN;
  test_people_get (people, 5)->level = RM_UNKNOWN;
  test_people_get (people, 5)->state = RM_PERSON_LEFT;
  g_clear_pointer (&test_people_get (people, 0)->languages, g_free);
  people->settings->need_free_hour = 0;
  people->settings->need_other_department = 1;
  for (guint k = 1; k < G_N_ELEMENTS (managers); k++)
    test_people_get (people, k)->department = g_strdup (k == 3 ? " " : "IT");

  programme = test_people_build (people);
  scorer = rm_scorer_new (programme);
  notices = rm_scorer_list_notices (scorer);
  assert_notice (notices, 0, RM_NOTICE_LINE_CYCLE, 3);
  assert_notice (notices, 1, RM_NOTICE_LINE_CYCLE, 4);
  assert_notice (notices, 2, RM_NOTICE_MANAGER_MISSING, 8);
  assert_notice (notices, 3, RM_NOTICE_MANAGER_MISSING, 9);
  assert_notice (notices, 4, RM_NOTICE_LEVEL_BLANK, 4);
  assert_notice (notices, 5, RM_NOTICE_LANGUAGE_BLANK, 1);
  assert_notice (notices, 6, RM_NOTICE_DEPARTMENT_BLANK, 1);
  assert_notice (notices, 7, RM_NOTICE_DEPARTMENT_BLANK, 4);
  for (guint k = 8; k < notices->len; k++)
    g_assert_cmpint (g_array_index (notices, RmNotice, k).type, ==, RM_NOTICE_FLAT_CRITERION);
}

static gboolean
is_flat (GArray *notices,
         RmCriterion criterion)
{
  for (guint k = 0; k < notices->len; k++)
    if (g_array_index (notices, RmNotice, k).type == RM_NOTICE_FLAT_CRITERION
        && g_array_index (notices, RmNotice, k).criterion == criterion)
      return TRUE;

  return FALSE;
}

static void
test_flat (void)
{
  g_autoptr (TestPeople) people = test_people_new_sides (1, 30, 40, 10, 5);
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (RmScorer) scorer = NULL;
  g_autoptr (GArray) notices = NULL;

  for (guint k = 0; k < people->tables[RM_TABLE_PERSON]->len; k++)
    test_people_get (people, k)->style = RM_STYLE_DIRECT;
  people->settings->weights[RM_CRITERION_ACQUAINTANCE] = 0;
  programme = test_people_build (people);
  scorer = rm_scorer_new (programme);
  notices = rm_scorer_list_notices (scorer);
  g_assert_true (is_flat (notices, RM_CRITERION_STYLE));
  g_assert_false (is_flat (notices, RM_CRITERION_SKILLS));
  g_assert_false (is_flat (notices, RM_CRITERION_ACQUAINTANCE));
}

/* Whatever was done, a confidential exclusion must look like a withdrawal. */
static void
test_confidential (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (TestPeople) avoiding = test_people_new_random (seed, 12, 5);
      g_autoptr (TestPeople) withdrawn = test_people_new_random (seed, 12, 5);
      g_autoptr (TestPeople) left = test_people_new_random (seed, 12, 5);
      TestPeople *all[] = { avoiding, withdrawn, left };
      RmScore scores[3];
      gint64 one = 0;
      gint64 other = 0;

      for (guint k = 0; k < 3; k++)
        {
          test_people_get (all[k], 0)->side = RM_SIDE_MENTEE;
          test_people_get (all[k], 1)->side = RM_SIDE_MENTOR;
        }
      one = test_people_get (avoiding, 0)->record.id;
      other = test_people_get (avoiding, 1)->record.id;
      test_people_add_exclusion (avoiding, one, other, TRUE);
      test_people_get (withdrawn, 1)->state = RM_PERSON_WITHDRAWN;
      test_people_get (left, 0)->state = RM_PERSON_LEFT;

      for (guint k = 0; k < 3; k++)
        {
          g_autoptr (RmProgramme) programme = test_people_build (all[k]);
          g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
          guint i = (guint) rm_scorer_find_mentee (scorer, one);
          guint j = (guint) rm_scorer_find_mentor (scorer, other);

          rm_scorer_explain (scorer, i, j, &scores[k]);
          g_assert_cmpint (rm_scorer_get_score (scorer, i, j), ==, RM_NO_CANDIDATE);
        }
      g_assert_cmpmem (&scores[0], sizeof (RmScore), &scores[1], sizeof (RmScore));
      g_assert_cmpmem (&scores[0], sizeof (RmScore), &scores[2], sizeof (RmScore));
    }
}

static void
assert_same_scores (TestPeople *people,
                    TestPeople *other)
{
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (RmProgramme) changed = test_people_build (other);
  g_autoptr (RmScorer) scorer = rm_scorer_new (programme);
  g_autoptr (RmScorer) again = rm_scorer_new (changed);

  for (guint i = 0; i < rm_scorer_get_n_mentees (scorer); i++)
    for (guint j = 0; j < rm_scorer_get_n_mentors (scorer); j++)
      {
        RmScore first;
        RmScore second;

        rm_scorer_explain (scorer, i, j, &first);
        rm_scorer_explain (again, i, j, &second);
        g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
      }
}

static void
test_unchanged (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (TestPeople) people = test_people_new_random (seed, 16, 5);
      g_autoptr (TestPeople) renamed = test_people_new_random (seed, 16, 5);
      g_autoptr (TestPeople) scaled = test_people_new_random (seed, 16, 5);

      for (guint k = 0; k < 16; k++)
        {
          RmPerson *person = test_people_get (renamed, k);

          g_free (person->name);
          person->name = g_strdup_printf ("Somebody else %u", 100 - k);
          person->notes = g_strdup ("of no importance");
        }
      for (guint c = 0; c < RM_N_CRITERIA; c++)
        scaled->settings->weights[c] *= 3;
      assert_same_scores (people, renamed);
      assert_same_scores (people, scaled);
    }
}

static void
test_budgets (void)
{
  static const struct
  {
    int weights[RM_N_CRITERIA];
    int budgets[RM_N_CRITERIA];
  } cases[] = {
    { { 40, 15, 15, 5, 5, 5, 5, 5, 5 }, { 1600, 600, 600, 200, 200, 200, 200, 200, 200 } },
    { { 0 }, { 445, 445, 445, 445, 444, 444, 444, 444, 444 } },
    { { 1, 1, 1 }, { 1334, 1333, 1333 } },
    { { 0, 0, 7 }, { 0, 0, 4000 } },
    { { 100, 100, 100, 100, 100, 100, 1 }, { 666, 666, 666, 665, 665, 665, 7 } },
    { { RM_UNKNOWN, 1 }, { 0, 4000 } },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (TestPeople) people = test_people_new_two ();
      RmScore score;

      memcpy (people->settings->weights, cases[k].weights, sizeof cases[k].weights);
      score = explain_two (people);
      for (guint c = 0; c < RM_N_CRITERIA; c++)
        g_assert_cmpint (score.budgets[c], ==, cases[k].budgets[c]);
    }
}

static void
test_skills (void)
{
  g_autoptr (TestPeople) people = test_people_new_two ();
  RmPerson *senior = test_people_get (people, 0);
  RmPerson *junior = test_people_get (people, 1);
  RmScore score;

  memset (people->settings->weights, 0, sizeof people->settings->weights);
  people->settings->weights[RM_CRITERION_SKILLS] = 50;
  people->settings->weights[RM_CRITERION_BACK] = 50;

  /* of 5 × 3 + 1 × 2 = 17 shares: 5 × 2 lifted, the other not */
  test_person_set_standing (senior, 1, 1, 4, 5);
  test_person_set_standing (senior, 2, 2, 4, 1);
  test_person_set_standing (senior, 3, 5, -1, 3);
  test_person_set_standing (junior, 1, 3, -1, 3);
  test_person_set_standing (junior, 2, 1, 4, 3);
  test_person_set_standing (junior, 3, 2, 3, 3);
  score = explain_two (people);
  g_assert_cmpint (score.points[RM_CRITERION_SKILLS], ==, 2000 * 10 / 17);
  g_assert_cmpint (score.points[RM_CRITERION_BACK], ==, 2000 * 2 / 3);
  g_assert_cmphex (score.unknown & 3u, ==, 0);

  /* a want whose level nobody knows stays outside the split */
  test_person_set_standing (senior, 4, -1, 5, 5);
  score = explain_two (people);
  g_assert_cmpint (score.points[RM_CRITERION_SKILLS], ==, 2000 * 10 / 17);
  g_assert_cmphex (score.unknown & 3u, ==, 1u << RM_CRITERION_SKILLS);
}

static void
test_speed (void)
{
  g_autoptr (TestPeople) people = test_people_new_sides (3, 122, 200, 40, 20);
  g_autoptr (RmProgramme) programme = test_people_build (people);
  g_autoptr (RmScorer) scorer = NULL;
  gint64 total = 0;

  g_test_timer_start ();
  scorer = rm_scorer_new (programme);
  g_test_message ("a scorer for 122 and 200 people: %.2f ms", g_test_timer_elapsed () * 1e3);
  g_test_timer_start ();
  for (int k = 0; k < 10; k++)
    for (guint i = 0; i < 122; i++)
      for (guint j = 0; j < 200; j++)
        total += rm_scorer_get_score (scorer, i, j);
  g_test_message ("a pair: %.0f ns (%" G_GINT64_FORMAT ")",
                  g_test_timer_elapsed () * 1e9 / (10 * 122 * 200), total);
}

static gpointer
ask (gpointer programme)
{
  return rm_scorer_get (programme);
}

/* Whoever asks for the scores of one programme gets one scorer, and it goes with the last of them. */
static void
test_shared (void)
{
  g_autoptr (TestPeople) people = test_people_new ();
  g_autoptr (RmProgramme) programme = NULL;
  RmScorer *scorers[8] = { NULL };
  GThread *threads[G_N_ELEMENTS (scorers)] = { NULL };

  for (gint64 k = 1; k <= 60; k++)
    test_people_add (people, k, k % 2 == 0 ? RM_SIDE_MENTOR : RM_SIDE_MENTEE);
  programme = test_people_build (people);
  for (guint round = 0; round < 50; round++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (scorers); k++)
        threads[k] = g_thread_new ("ask", ask, programme);
      for (gsize k = 0; k < G_N_ELEMENTS (scorers); k++)
        scorers[k] = g_thread_join (threads[k]);
      for (gsize k = 1; k < G_N_ELEMENTS (scorers); k++)
        g_assert_true (scorers[k] == scorers[0]);
      for (gsize k = 0; k < G_N_ELEMENTS (scorers); k++)
        rm_scorer_unref (scorers[k]);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/score/line", test_line);
  g_test_add_func ("/core/score/unknown-line", test_unknown_line);
  g_test_add_func ("/core/score/notices", test_notices);
  g_test_add_func ("/core/score/flat", test_flat);
  g_test_add_func ("/core/score/confidential", test_confidential);
  g_test_add_func ("/core/score/unchanged", test_unchanged);
  g_test_add_func ("/core/score/budgets", test_budgets);
  g_test_add_func ("/core/score/skills", test_skills);
  g_test_add_func ("/core/score/speed", test_speed);
  g_test_add_func ("/core/score/shared", test_shared);
  return g_test_run ();
}
