/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "core/model/rm-person.h"
#include "core/model/rm-skill.h"

#include <string.h>

/* Small files that say what real ones say, and what is right for them: data/hr-exports. */

typedef struct
{
  const char *name;
  const char *fields;   /* what is shown of each person, in the order of the file */
  const char *people;   /* a line each */
  const char *problems;
  const char *notices;
} Case;

static const Case cases[] = {
  { "number-sign", "staff_no name",
    "101|Ada Winter\n"
    "102|Ben Sommer\n",
    "", "" },
  { "full-and-parts", "name department", "Ada Winter|IT\n", "", "" },
  { "dates-hyphen", "staff_no joined",
    "1|2024-03-01\n2|2019-12-31\n3|2024-03-01\n4|2024-03-01\n5|2024-03-01\n6|2024-03-01\n"
    "7|2024-03-01\n",
    "", "" },
  { "dates-forms", "staff_no joined",
    "1|2020-03-04\n2|2020-03-04\n3|2020-03-04\n4|2020-03-04\n5|2020-03-04\n6|2020-03-04\n"
    "7|2020-03-04\n8|2020-03-04\n9|2020-03-04\n10|2020-01-13\n",
    "", "" },
  { "maimed-numbers", "staff_no name",
    "00123|Ada Winter\n"
    "00045|Ben Sommer\n"
    "|Cleo Herbst\n",
    "4:value", "" },
  { "placeholders", "staff_no name email manager_ref",
    "1|Ada Winter||\n"
    "2|Ben Sommer||\n"
    "3|Cleo Herbst||\n"
    "4|Dan Lenz||\n"
    "|Eva Frei|eva@x.example|\n"
    "|Fay Roth|fay@x.example|\n"
    "|Gus Hahn|reception@x.example|\n"
    "|Hal Jung|reception@x.example|\n",
    "", "9:shared-email" },
  { "false-friends", "staff_no name state job_title level side week style",
    "1|Ada Winter|active|||none||\n"
    "2|Ben Sommer|active|||none||\n",
    "",
    "0:guess-dropped 0:guess-dropped 0:guess-dropped 0:guess-dropped 0:guess-dropped 0:guess-dropped" },
  { "consent-words", "name willing committed",
    "P1|yes|yes\nP2|yes|yes\nP3|yes|yes\nP4||\nP5|yes|yes\nP6|yes|yes\nP7||\nP8||\nP9|yes|yes\n"
    "P10|no|no\nP11|yes|yes\nP12|no|no\n",
    "5:value 5:value 8:value 8:value 9:value 9:value", "" },
  { "unknown-key", "staff_no name",
    "E1|Thomas Anderson\nE2|Thomas Anderson\nE3|Thomas Anderson\nE4|Mary Smith\n", "", "" },
  { "leaver-date", "name state", "Ada Winter|active\nBen Sommer|left\n", "", "" },
  { "lists", "name tags languages",
    "Ada Winter|Reading, writing and blogging; Sport (team, individual); Diversity, equity and "
    "inclusion|English; Chinese (Mandarin, Cantonese)\n"
    "Ben Sommer|AI; Cooking|English / German\n"
    "Cleo Herbst|AI & Cooking|English and German\n",
    "", "" },
  { "titles-above", "staff_no name department",
    "1|Ada Winter|Board\n"
    "2|Ben Sommer|IT\n",
    "8:total", "5:header-found" },
  { "two-line-header", "staff_no name department level",
    "1|Ada Winter|Board|9\n2|Ben Sommer||2\n3|Cleo Herbst|IT|2\n",
    "", "2:header-missing 2:header-found" },
  { "hours-and-places", "name hours mentor_capacity",
    "Ada Winter||1\n"
    "Ben Sommer||1\n"
    "Cleo|4|2\n",
    "3:value 3:value 4:value 4:value", "" },
};

static RmImportPlan *
load_plan (Fixture *fixture,
           const char *name)
{
  g_autofree char *file = g_strdup_printf ("hr-exports/%s.csv", name);
  g_autoptr (RmSheet) table = fixture_load (file);

  rm_import_find_header (table);
  return rm_import_plan_new (table, RM_IMPORT_PEOPLE, fixture->programme, fixture->ratings);
}

static char *
tell_people (const RmImportResult *result,
             const char *fields)
{
  g_auto (GStrv) keys = g_strsplit (fields, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->people->len; i++)
    for (guint k = 0; keys[k] != NULL; k++)
      {
        const RmField *field = rm_entity_find_field (rm_person_entity (), keys[k]);
        g_autofree char *value = NULL;

        g_assert_nonnull (field);
        value = rm_record_format (g_ptr_array_index (result->people, i), field);
        g_string_append_printf (text, "%s%s%s", k > 0 ? "|" : "", value,
                                keys[k + 1] == NULL ? "\n" : "");
      }

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = load_plan (fixture, self->name);
  g_autoptr (RmImportResult) result = fixture_evaluate (plan);
  g_autofree char *people = tell_people (result, self->fields);
  g_autofree char *problems = fixture_describe (result->problems);
  g_autofree char *notices = fixture_describe (result->notices);

  g_assert_cmpstr (people, ==, self->people);
  g_assert_cmpstr (problems, ==, self->problems);
  g_assert_cmpstr (notices, ==, self->notices);
}

/* One question for a column, and its answer. */
static void
test_open_dates (void)
{
  static const char file[] = "Staff no,Name,Hire date\n1,A,03/04/2020\n2,B,04/04/2020\n3,C,5.6.2021\n";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, file);
  g_autoptr (RmImportResult) open = fixture_evaluate (plan);
  g_autoptr (RmImportResult) closed = NULL;
  g_autofree char *before = tell_people (open, "name joined");
  g_autofree char *problems = fixture_describe (open->problems);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "A|\nB|2020-04-04\nC|2021-06-05\n");
  g_assert_cmpstr (problems, ==, "0:date-open");

  rm_import_plan_set_date_order (plan, RM_DATE_ORDER_MONTH_FIRST);
  closed = fixture_evaluate (plan);
  after = tell_people (closed, "name joined");
  g_assert_cmpstr (after, ==, "A|2020-03-04\nB|2020-04-04\nC|2021-06-05\n");
  g_assert_cmpuint (closed->problems->len, ==, 0);
}

/* Where a column has both orders, what can be only one is that, and the rest is a question. */
static void
test_mixed_dates (void)
{
  static const char file[]
    = "Staff no,Name,Hire date\n1,A,31/12/2020\n2,B,12/31/2020\n3,C,03/04/2020\n4,D,31.04.2020\n";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, file);
  g_autoptr (RmImportResult) result = fixture_evaluate (plan);
  g_autofree char *people = tell_people (result, "name joined");
  g_autofree char *problems = fixture_describe (result->problems);

  g_assert_cmpstr (people, ==, "A|2020-12-31\nB|2020-12-31\nC|\nD|\n");
  g_assert_cmpstr (problems, ==, "0:date-open 5:value");
}

/* Levels as people write them, and nothing where they say that there is none. */
static void
test_rating_words (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmSheet) table = fixture_load ("hr-exports/ratings-in-words.csv");
  g_autoptr (RmImportPlan) plan = NULL;
  g_autoptr (RmImportResult) result = NULL;
  g_autoptr (GString) levels = g_string_new (NULL);
  g_autofree char *problems = NULL;

  fixture_import (fixture, RM_IMPORT_PEOPLE, "Staff no,Name\n1,Ada\n11,Ben\n");
  plan = rm_import_plan_new (table, RM_IMPORT_RATINGS, fixture->programme, fixture->ratings);
  result = fixture_evaluate (plan);
  for (guint i = 0; i < result->ratings->len; i++)
    g_string_append_printf (levels, "%d ",
                            ((const RmRating *) g_ptr_array_index (result->ratings, i))->level);
  problems = fixture_describe (result->problems);
  g_assert_cmpstr (levels->str, ==, "5 1 4 3 ");
  g_assert_nonnull (strstr (problems, "5:value"));
}

/* Nobody takes part because nobody understood what the file says of them. */
static void
test_unreadable_state (void)
{
  static const char file[] = "Staff no,Name,Employment status\n1,A,Active\n2,B,Zwischenzeugnis\n"
                             "3,C,On leave\n4,D,Retired\n5,E,\n";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, file);
  g_autoptr (RmImportResult) result = fixture_evaluate (plan);
  g_autofree char *people = tell_people (result, "name state");
  g_autofree char *notices = fixture_describe (result->notices);

  g_assert_cmpstr (people, ==, "A|active\nB|withdrawn\nC|away\nD|left\nE|active\n");
  g_assert_cmpstr (notices, ==, "3:state-open");
}

/* Who is who when somebody is imported again: what is taken, asked and refused. */
static void
test_who_is_who (void)
{
  static const struct
  {
    const char *name;
    const char *row; /* staff number, name, e-mail */
    const char *people;
    const char *problems;
    const char *notices;
  } rows[] = {
    { "another name", "007,Ada Sommer,ada@x.org", "007|Ada Sommer|ada@x.org\n", "", "" },
    { "another address", "007,Winter Ada,aw@x.org", "007|Winter Ada|aw@x.org\n", "", "" },
    { "both", "007,Ada Sommer,a.sommer@x.org", "", "2:reissued", "" },
    { "somebody else", "007,Bo Lund,bo@x.org", "", "2:reissued", "" },
    { "somebody else, no address", "007,Bo Lund,", "", "2:reissued", "" },
    { "another surname, no address", "007,Ada Sommer,", "007|Ada Sommer|ada@x.org\n", "", "" },
    { "zeros lost", "7,Ada Winter,", "", "", "2:zeros" },
    { "zeros added", "00007,ADA WINTER,ada@x.org", "00007|ADA WINTER|ada@x.org\n", "", "2:zeros" },
    { "zeros of another", "7,Cy Young,cy@x.org", "7|Cy Young|cy@x.org\n", "", "" },
    { "by name", ",Ada Winter,", "", "", "2:by-name" },
    { "a new address", ",Ada Winter,winter@x.org", "|Ada Winter|winter@x.org\n", "", "2:same-name" },
    { "a namesake", "99,Ada Winter,winter@x.org", "99|Ada Winter|winter@x.org\n", "", "" },
    { "another number", "99,Ada Winter,ada@x.org", "", "2:conflict", "" },
    { "without accents", "8,Zoe Muller,", "8|Zoe Muller|zoe@x.org\n", "", "" },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (rows); k++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (RmImportPlan) before
        = fixture_plan (fixture, RM_IMPORT_PEOPLE, "Staff no,Name,Email\n007,Ada Winter,ada@x.org\n"
                                                   "8,Zoé Müller,zoe@x.org\n");
      g_autoptr (RmImportResult) first = fixture_evaluate (before);
      g_autofree char *file = g_strdup_printf ("Staff no,Name,Email\n%s\n", rows[k].row);
      g_autoptr (RmImportPlan) plan = NULL;
      g_autoptr (RmImportResult) result = NULL;
      g_autofree char *people = NULL;
      g_autofree char *problems = NULL;
      g_autofree char *notices = NULL;

      fixture_apply (fixture, first);
      plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, file);
      result = fixture_evaluate (plan);
      people = tell_people (result, "staff_no name email");
      problems = fixture_describe (result->problems);
      notices = fixture_describe (result->notices);
      g_test_message ("%s", rows[k].name);
      g_assert_cmpstr (people, ==, rows[k].people);
      g_assert_cmpstr (problems, ==, rows[k].problems);
      g_assert_cmpstr (notices, ==, rows[k].notices);

      rm_import_plan_set_row_same (plan, 0, TRUE);
      if (g_str_equal (rows[k].problems, "2:reissued"))
        {
          g_autoptr (RmImportResult) same = fixture_evaluate (plan);

          g_assert_cmpuint (same->problems->len, ==, 0);
          g_assert_cmpuint (same->counts[RM_IMPORT_CHANGED], ==, 1);
        }
    }
}

/* A file for each side: whoever stands in both is on both; a row may say otherwise. */
static void
test_constants (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) mentors
    = fixture_plan (fixture, RM_IMPORT_PEOPLE, "Staff no,Name,Site\n1,Ada,\n2,Bo,Lyon\n");
  g_autoptr (RmImportPlan) mentees
    = fixture_plan (fixture, RM_IMPORT_PEOPLE, "Staff no,Name\n2,Bo\n3,Cy\n");
  g_autoptr (RmImportPlan) copy = NULL;
  g_autoptr (RmImportResult) nobody = fixture_evaluate (mentors);
  g_autoptr (RmImportResult) first = NULL;
  g_autoptr (RmImportResult) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  g_assert_cmpuint (nobody->n_partless, ==, 2);
  g_assert_false (rm_import_plan_set_constant (mentors, "shoe", "9", &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TARGET);
  g_clear_error (&error);
  g_assert_false (rm_import_plan_set_constant (mentors, "side", "boss", &error));
  g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE);
  g_assert_true (rm_import_plan_set_constant (mentors, "side", "mentor", NULL));
  g_assert_true (rm_import_plan_set_constant (mentors, "site", "Bonn", NULL));
  copy = rm_import_plan_copy (mentors);
  first = fixture_evaluate (copy);
  one = tell_people (first, "name side site");
  g_assert_cmpstr (one, ==, "Ada|mentor|Bonn\nBo|mentor|Lyon\n");
  g_assert_cmpuint (first->n_partless, ==, 0);
  fixture_apply (fixture, first);

  g_clear_pointer (&mentees, rm_import_plan_free);
  mentees = fixture_plan (fixture, RM_IMPORT_PEOPLE, "Staff no,Name\n2,Bo\n3,Cy\n");
  g_assert_true (rm_import_plan_set_constant (mentees, "side", "mentee", NULL));
  second = fixture_evaluate (mentees);
  two = tell_people (second, "name side");
  g_assert_cmpstr (two, ==, "Bo|both\nCy|mentee\n");
}

/* What an import again would change, field by field, and whom the file does not name any more. */
static void
test_effect (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) before
    = fixture_plan (fixture, RM_IMPORT_PEOPLE, "Staff no,Name,Site\n1,Ada,Bonn\n2,Bo,Lyon\n3,Cy,Lyon\n");
  g_autoptr (RmImportResult) first = fixture_evaluate (before);
  g_autoptr (RmImportPlan) plan = NULL;
  g_autoptr (RmImportPlan) part = NULL;
  g_autoptr (RmImportResult) result = NULL;
  g_autoptr (RmImportResult) left = NULL;
  g_autoptr (RmImportResult) few = NULL;
  const RmImportChange *change = NULL;
  gint64 gone = 0;

  g_assert_cmpuint (first->changes->len, ==, 0);
  g_assert_cmpuint (first->gone->len, ==, 0);
  fixture_apply (fixture, first);
  plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, "Staff no,Name,Site\n4,Di,Bonn\n2,Bo,Bonn\n1,Ada,\n");
  result = fixture_evaluate (plan);
  g_assert_cmpuint (result->changes->len, ==, 1);
  change = &g_array_index (result->changes, RmImportChange, 0);
  g_assert_cmpuint (change->row, ==, 1);
  g_assert_cmpstr (change->before->site, ==, "Lyon");
  g_assert_cmpstr (change->after->site, ==, "Bonn");
  g_assert_cmpuint (result->gone->len, ==, 1);
  gone = g_array_index (result->gone, gint64, 0);
  g_assert_cmpint (gone, ==, fixture_find (fixture, "Cy")->record.id);

  rm_import_plan_set_left (plan, gone, TRUE);
  left = fixture_evaluate (plan);
  g_assert_cmpuint (left->people->len, ==, 3);
  fixture_apply (fixture, left);
  g_assert_cmpint (fixture_find (fixture, "Cy")->state, ==, RM_PERSON_LEFT);

  /* A file with a few people says nothing of the others. */
  part = fixture_plan (fixture, RM_IMPORT_PEOPLE, "Staff no,Name\n1,Ada\n");
  few = fixture_evaluate (part);
  g_assert_cmpuint (few->gone->len, ==, 0);
}

/* Lines that are no people, anywhere in a file, each with its reason. */
static void
test_lines (void)
{
  static const char file[]
    = "Staff no,Name,Department,Hours per month\n"
      "1,Ana Page,Sales,2\n2,Bo Summers,Sales,4\nSub-total Sales,,,6\n"
      "Staff no,Name,Department,Hours per month\n"
      "3,Cy Count,IT,5\n4,Di,IT,5\n,Zwischensumme IT,,10\nDepartment: Law,,,\n5,Ed,Law,1\n"
      ",Page 2 of 3,,\n,Sum Ngai,Law,\n6,Total,Law,3\nGrand total,,,17\n"
      "Confidential – for internal use only,,,\nGenerated on 01.12.2026 by HR,,,\n"
      "*) on leave,,,\n";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, file);
  g_autoptr (RmImportResult) result = fixture_evaluate (plan);
  g_autofree char *people = tell_people (result, "staff_no name hours");
  g_autofree char *problems = fixture_describe (result->problems);
  g_autofree char *notices = fixture_describe (result->notices);

  g_assert_cmpstr (people, ==, "1|Ana Page|2\n2|Bo Summers|4\n3|Cy Count|5\n4|Di|5\n5|Ed|1\n"
                               "|Sum Ngai|\n6|Total|3\n");
  g_assert_cmpstr (problems, ==, "4:total 5:headers-again 8:total 9:note 11:note 14:total "
                                 "15:note 16:note 17:note");
  g_assert_cmpstr (notices, ==, "");
}

/* Whoever has a day of leaving that has come has left, whatever the state says; no end is no day. */
static void
test_leaving (void)
{
  static const char file[] = "Staff no,Name,Status,Austritt\n1,A,Active,31.12.9999\n"
                             "2,B,Active,30.04.2026\n3,C,Active,1.5.2026\n4,D,On leave,02.05.2026\n"
                             "5,E,,00.00.0000\n";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, file);
  g_autoptr (RmImportResult) result = NULL;
  g_autofree char *people = NULL;

  rm_import_plan_set_today (plan, "2026-05-01");
  result = fixture_evaluate (plan);
  people = tell_people (result, "name state leaves_on");
  g_assert_cmpstr (people, ==, "A|active|\nB|left|2026-04-30\nC|left|2026-05-01\n"
                               "D|away|2026-05-02\nE|active|\n");
  g_assert_cmpuint (result->problems->len, ==, 0);
}

static RmImportResult *
import_file (Fixture *fixture,
             const char *name)
{
  g_autoptr (RmImportPlan) plan = load_plan (fixture, name);
  RmImportResult *result = fixture_evaluate (plan);

  fixture_apply (fixture, result);
  return result;
}

static gint64
manager_of (Fixture *fixture,
            const char *name)
{
  return fixture_find (fixture, name)->manager;
}

/* A manager who comes in a later file is found by name as well as by address. */
static void
test_late_manager (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportResult) first = import_file (fixture, "late-manager-1");
  g_autoptr (RmImportResult) second = import_file (fixture, "late-manager-2");
  gint64 ada = fixture_find (fixture, "Ada Winter")->record.id;

  g_assert_cmpuint (second->n_relinked, ==, 2);
  g_assert_cmpint (manager_of (fixture, "Ben Sommer"), ==, ada);
  g_assert_cmpint (manager_of (fixture, "Cleo Herbst"), ==, ada);
  g_assert_cmpint (manager_of (fixture, "Dan Lenz"), ==, 0);
  g_assert_cmpstr (fixture_find (fixture, "Dan Lenz")->manager_ref, ==, "Ida Kern");
}

/* As systems write them; never where two people could be meant. */
static void
test_manager_forms (void)
{
  static const char file[]
    = "Staff no,Name,Manager\n0012,Ada Winter,\n2,A,\"Winter, Ada\"\n3,B,Ada Winter (0012)\n"
      "4,C,0012 - Ada Winter\n5,D,Ada Winter - 0012\n6,E,\"CN=Ada Winter,OU=Board,DC=x\"\n7,F,ADA WINTER\n"
      "8,G,Ada Winter (99)\n9,Sam Lee,\n10,Sam Lee,\n11,H,\"Lee, Sam\"\n12,I,12.0\n";
  g_autoptr (Fixture) fixture = fixture_new ();
  gint64 ada = 0;

  fixture_import (fixture, RM_IMPORT_PEOPLE, file);
  ada = fixture_find (fixture, "Ada Winter")->record.id;
  for (const char *name = "ABCDEF"; *name != '\0'; name++)
    {
      char text[2] = { *name, '\0' };

      g_test_message ("%s", text);
      g_assert_cmpint (manager_of (fixture, text), ==, ada);
    }
  /* The number says somebody else, or nobody can say who. */
  g_assert_cmpint (manager_of (fixture, "G"), ==, 0);
  g_assert_cmpint (manager_of (fixture, "H"), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/hr-exports/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/hr-exports/late-manager", test_late_manager);
  g_test_add_func ("/hr-exports/manager-forms", test_manager_forms);
  g_test_add_func ("/hr-exports/open-dates", test_open_dates);
  g_test_add_func ("/hr-exports/mixed-dates", test_mixed_dates);
  g_test_add_func ("/hr-exports/rating-words", test_rating_words);
  g_test_add_func ("/hr-exports/unreadable-state", test_unreadable_state);
  g_test_add_func ("/hr-exports/leaving", test_leaving);
  g_test_add_func ("/hr-exports/constants", test_constants);
  g_test_add_func ("/hr-exports/effect", test_effect);
  g_test_add_func ("/hr-exports/lines", test_lines);
  g_test_add_func ("/hr-exports/who-is-who", test_who_is_who);
  return g_test_run ();
}
