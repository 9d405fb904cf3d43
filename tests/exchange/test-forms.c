/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "core/model/rm-skill.h"

#include <string.h>

/* Answers to forms, and skills matrices. */

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "name|skill|level|target", sorted. */
static char *
tell_ratings (const RmImportResult *result)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->ratings->len; i++)
    {
      const RmRating *rating = g_ptr_array_index (result->ratings, i);
      const RmPerson *person = g_ptr_array_index (result->people, -rating->person - 1);
      const RmSkill *skill = g_ptr_array_index (result->skills, -rating->skill - 1);

      g_ptr_array_add (lines, g_strdup_printf ("%s|%s|%d|%d", person->name, skill->name,
                                               MAX (rating->level, -1), MAX (rating->target, -1)));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, i));
  return g_string_free (text, FALSE);
}

static char *
tell_targets (const RmImportPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint c = 0; c < rm_sheet_get_n_columns (rm_import_plan_get_table (plan)); c++)
    g_string_append_printf (text, "%s%s", c > 0 ? "|" : "",
                            rm_import_plan_get_target (plan, c) != NULL
                              ? rm_import_plan_get_target (plan, c) : "-");
  return g_string_free (text, FALSE);
}

/* The question is the header; what it asks is in it somewhere, and the values must agree. */
static void
test_questions (void)
{
  static const struct
  {
    const char *file;
    const char *targets;
  } files[] = {
    { "Timestamp,Username,What is your full name?,Which department do you work in?,"
      "I would like to be a (mentor / mentee / both),What is your job title?,"
      "How many people would you like to mentor?,Do you have any allergies?\n"
      "3/14/2026 9:05:11,ada@x.org,Ada Winter,Board,Mentee,CEO,,no\n"
      "3/15/2026 21:15:00,bo@x.org,Bo Lund,IT,Mentor,Developer,2,yes\n",
      "-|email|name|department|side|job_title|mentor_capacity|-" },
    { "ID;Start time;Completion time;Email;Name;Manager's email address;Languages you speak\n"
      "1;01.03.2026 10:00;01.03.2026 10:05;ada@x.org;Ada Winter;boss@x.org;English; \n"
      "2;02.03.2026 10:00;02.03.2026 10:05;bo@x.org;Bo Lund;boss@x.org;English\n",
      "-|-|-|email|name|manager|languages" },
    { "Antwort ID,Datum Abgeschickt,Wie lautet Ihr Name?,Ihre E-Mail-Adresse (dienstlich),"
      "In welcher Abteilung arbeiten Sie?,Notfallkontakt: E-Mail\n"
      "7,2026-03-01 10:00:00,Ada Winter,ada@x.org,Vorstand,mum@x.org\n"
      "8,2026-03-02 10:00:00,Bo Lund,bo@x.org,IT,dad@x.org\n",
      "-|-|name|email|department|-" },
    { "Who,Contact,Which are you?,Comments on the programme\n"
      "Ada Winter,ada@x.org,mentee,Great that this is happening at last in our company, I am glad\n"
      "Bo Lund,bo@x.org,mentor,No comments from me at all\n",
      "-|-|side|notes" },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (files); k++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, files[k].file);
      g_autofree char *targets = tell_targets (plan);

      g_assert_cmpstr (targets, ==, files[k].targets);
    }
}

/* Whoever answers twice means the newest answer, wherever it stands. */
static void
test_newest (void)
{
  static const char *const files[] = {
    "Timestamp,Email,Name,Department\n3/14/2026 9:05:11,ada@x.org,Ada,Old\n"
    "3/14/2026 9:06:00,bo@x.org,Bo,IT\n3/14/2026 10:05:11,ada@x.org,Ada,New\n",
    "Timestamp,Email,Name,Department\n3/14/2026 10:05:11 PM,ada@x.org,Ada,New\n"
    "3/14/2026 9:06:00 AM,bo@x.org,Bo,IT\n3/14/2026 11:05:11 AM,ada@x.org,Ada,Old\n",
    /* Nobody can say which day is the later one: the later row is. */
    "Timestamp,Email,Name,Department\n03/04/2026,ada@x.org,Ada,Old\n"
    "05/06/2026,bo@x.org,Bo,IT\n02/05/2026,ada@x.org,Ada,New\n",
  };
  static const char *const problems[] = { "2:older", "4:older", "2:older" };

  for (gsize k = 0; k < G_N_ELEMENTS (files); k++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, files[k]);
      g_autoptr (RmImportResult) result = fixture_evaluate (plan);
      g_autofree char *seen = fixture_describe (result->problems);

      fixture_apply (fixture, result);
      g_assert_cmpstr (seen, ==, problems[k]);
      g_assert_cmpstr (fixture_find (fixture, "Ada")->department, ==, "New");
      g_assert_cmpstr (fixture_find (fixture, "Bo")->department, ==, "IT");
    }
}

/* A grid of a form: one column a row of the grid, levels in words, wishes as targets. */
static void
test_grid (void)
{
  static const char file[]
    = "Name,How well do you know … [TikTok],How well do you know … [AI tools],"
      "What would you like to learn? [TikTok],What would you like to learn? [AI tools]\n"
      "Ada,None,2 - basics,4,\nBo,Expert,4/5,,3\n";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, file);
  g_autoptr (RmImportResult) result = fixture_evaluate (plan);
  g_autofree char *ratings = tell_ratings (result);

  g_assert_cmpstr (ratings, ==, "Ada|AI tools|2|-1\nAda|TikTok|0|4\nBo|AI tools|4|3\n"
                                "Bo|TikTok|5|-1\n");
}

/* People down, skills across: asked about, then read on the scale that somebody names. */
static void
test_matrix (void)
{
  static const char file[]
    = "Name,Tenure (years),TikTok,AI tools,Podcasts,TikTok (target),Remarks\n"
      "Ada,3,1,x,,4,fine\nBo,9,4,✓,2 - good,,-\nCy,1,,4,3,2,ok\n";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, file);
  g_autoptr (RmImportResult) before = fixture_evaluate (plan);
  g_autoptr (RmImportResult) ours = NULL;
  g_autoptr (RmImportResult) theirs = NULL;
  g_autofree char *asked = fixture_describe (before->notices);
  g_autofree char *as_ours = NULL;
  g_autofree char *as_theirs = NULL;
  g_autofree char *told = NULL;

  g_assert_nonnull (strstr (asked, "matrix"));
  g_assert_cmpuint (before->skills->len, ==, 1);

  rm_import_plan_take_matrix (plan);
  ours = fixture_evaluate (plan);
  as_ours = tell_ratings (ours);
  told = fixture_describe (ours->notices);
  g_assert_cmpstr (as_ours, ==, "Ada|AI tools|3|-1\nAda|TikTok|1|4\nBo|AI tools|3|-1\n"
                                "Bo|Podcasts|2|-1\nBo|TikTok|4|-1\nCy|AI tools|4|-1\n"
                                "Cy|Podcasts|3|-1\nCy|TikTok|-1|2\n");
  g_assert_null (strstr (told, "matrix"));
  g_assert_nonnull (strstr (told, "marks"));

  rm_import_plan_set_scale (plan, 1, 4);
  theirs = fixture_evaluate (plan);
  as_theirs = tell_ratings (theirs);
  g_assert_cmpstr (as_theirs, ==, "Ada|AI tools|3|-1\nAda|TikTok|1|5\nBo|AI tools|3|-1\n"
                                  "Bo|Podcasts|2|-1\nBo|TikTok|5|-1\nCy|AI tools|5|-1\n"
                                  "Cy|Podcasts|4|-1\nCy|TikTok|-1|2\n");
}

/* A scale is stretched over ours; what is not on it is a problem. */
static void
test_scale (void)
{
  static const struct
  {
    int lowest;
    int highest;
    const char *text;
    int level;
  } rows[] = {
    { 0, 10, "0", 0 }, { 0, 10, "10", 5 }, { 0, 10, "5", 3 }, { 0, 10, "7", 4 }, { 1, 3, "1", 1 },
    { 1, 3, "2", 3 }, { 1, 3, "3", 5 }, { 0, 3, "1", 2 }, { 1, 10, "10", 5 }, { 1, 7, "3,5", 3 },
    { 1, 4, "4 - expert", 5 }, { 1, 4, "3/4", 4 }, { 1, 4, "Expert", 5 },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (rows); k++)
    {
      g_autofree char *file = g_strdup_printf ("Name;level:TikTok\nAda;%s\nBo;11\n", rows[k].text);
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, file);
      g_autoptr (RmImportResult) result = NULL;
      g_autofree char *problems = NULL;

      rm_import_plan_set_scale (plan, rows[k].lowest, rows[k].highest);
      result = fixture_evaluate (plan);
      problems = fixture_describe (result->problems);
      g_test_message ("%s", rows[k].text);
      g_assert_cmpint (((const RmRating *) g_ptr_array_index (result->ratings, 0))->level, ==,
                       rows[k].level);
      g_assert_cmpstr (problems, ==, "3:value");
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/forms/questions", test_questions);
  g_test_add_func ("/exchange/forms/newest", test_newest);
  g_test_add_func ("/exchange/forms/grid", test_grid);
  g_test_add_func ("/exchange/forms/matrix", test_matrix);
  g_test_add_func ("/exchange/forms/scale", test_scale);
  return g_test_run ();
}
