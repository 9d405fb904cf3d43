/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"
#include "test-scale.h"

#include <string.h>

static void
assert_counts (const RmImportResult *result,
               guint added,
               guint changed,
               guint unchanged,
               guint skipped)
{
  g_autofree char *sentence = rm_import_result_describe (result);

  g_assert_nonnull (sentence);
  g_assert_cmpuint (result->counts[RM_IMPORT_ADDED], ==, added);
  g_assert_cmpuint (result->counts[RM_IMPORT_CHANGED], ==, changed);
  g_assert_cmpuint (result->counts[RM_IMPORT_UNCHANGED], ==, unchanged);
  g_assert_cmpuint (result->counts[RM_IMPORT_SKIPPED], ==, skipped);
}

static void
assert_problems (GPtrArray *problems,
                 const char *expected)
{
  g_autofree char *seen = fixture_describe (problems);

  g_assert_cmpstr (seen, ==, expected);
}

static void
test_headers (void)
{
  static const struct
  {
    const char *header;
    const char *target;
  } cases[] = {
    { "staff_no", "staff_no" },          { "Employee ID", "staff_no" },
    { "PERSONAL-NR.", "staff_no" },      { "Numéro d’employé", "staff_no" },
    { "e-mail", "email" },               { "Correo Electrónico", "email" },
    { "NAME", "name" },                  { "Prénom", "given_name" },
    { "Nachname", "family_name" },       { "Line Manager", "manager" },
    { "Führungskraft", "manager" },      { "Fuhrungskraft", "manager" },
    { "Abteilung", "department" },       { "Job level", "level" },
    { "Skill: TikTok", "level:TikTok" }, { "TikTok (target)", "target:TikTok" },
    { "Ziel: TikTok", "target:TikTok" }, { "TikTok (importance)", "importance:TikTok" },
    { "Shoe size", NULL },               { "", NULL },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("\"%s\",other\n1,2\n", cases[i].header);
      g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, text);
      g_autofree char *label = rm_import_plan_dup_target_label (plan, 0);

      g_assert_cmpstr (rm_import_plan_get_target (plan, 0), ==, cases[i].target);
      g_assert_nonnull (label);
    }
}

static void
test_german (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmSheet) table = fixture_load ("people-german-semicolons-windows-1252.csv");
  g_autoptr (RmImportPlan) plan
    = rm_import_plan_new (table, RM_IMPORT_PEOPLE, fixture->programme, NULL);
  g_autoptr (RmImportResult) result = fixture_evaluate (plan);
  const RmPerson *first = NULL;
  const RmPerson *second = NULL;

  assert_counts (result, 3, 0, 0, 0);
  assert_problems (result->problems, "");
  assert_problems (result->notices, "");
  fixture_apply (fixture, result);
  first = fixture_find (fixture, "Jürgen Müller");
  second = fixture_find (fixture, "Käthe Weiß");
  g_assert_cmpint (first->level, ==, 10);
  g_assert_cmpstr (first->languages, ==, "Deutsch; Englisch");
  g_assert_cmpint (first->side, ==, RM_SIDE_MENTEE);
  g_assert_cmpint (second->manager, ==, first->record.id);
  g_assert_cmpstr (second->department, ==, "Forschung; Entwicklung");
  g_assert_cmpstr (second->joined, ==, "2024-09-15");
}

static void
test_tabs (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmSheet) table = fixture_load ("people-english-tabs-utf-16.csv");
  g_autoptr (RmImportPlan) plan
    = rm_import_plan_new (table, RM_IMPORT_PEOPLE, fixture->programme, fixture->ratings);
  g_autoptr (RmImportPlan) again = NULL;
  g_autoptr (RmImportResult) result = NULL;
  const RmRating *rating = NULL;

  rm_import_plan_set_today (plan, "2026-05-01");
  result = fixture_evaluate (plan);
  assert_counts (result, 3, 0, 0, 0);
  assert_problems (result->problems, "");
  assert_problems (result->notices, "2:skill-new 5:manager-unknown");
  g_assert_cmpuint (result->skills->len, ==, 1);
  g_assert_cmpuint (result->ratings->len, ==, 2);
  rating = g_ptr_array_index (result->ratings, 0);
  g_assert_cmpint (rating->level, ==, 0);
  g_assert_cmpint (rating->target, ==, 3);
  g_assert_cmpint (rating->importance, ==, RM_UNKNOWN);
  g_assert_cmpstr (rating->rated_on, ==, "2026-05-01");
  fixture_apply (fixture, result);
  g_assert_cmpint (fixture_find (fixture, "Noah Ng")->manager, ==,
                   fixture_find (fixture, "Zoë Adams")->record.id);
  g_assert_cmpstr (fixture_find (fixture, "Ana Díaz")->manager_ref, ==, "nobody@example.org");
  g_assert_cmpstr (fixture_find (fixture, "Ana Díaz")->notes, ==, "=none");
  g_assert_cmpstr (fixture_find (fixture, "Zoë Adams")->notes, ==, "Likes\ntwo lines");

  /* A second time nothing is new. */
  again = rm_import_plan_new (table, RM_IMPORT_PEOPLE, fixture->programme, fixture->ratings);
  rm_import_plan_set_today (again, "2026-06-01");
  g_clear_pointer (&result, rm_import_result_free);
  result = fixture_evaluate (again);
  assert_counts (result, 0, 0, 3, 0);
  g_assert_cmpuint (result->people->len, ==, 0);
  g_assert_cmpuint (result->skills->len, ==, 0);
  g_assert_cmpuint (result->ratings->len, ==, 0);
}

/* What a file says of people who are there: "staff number|name|e-mail|level". */
static const char people_before[] = "staff_no,name,email,level\n"
                                    "1,Ann,ann@x,5\n"
                                    "2,Bob,bob@x,6\n"
                                    ",Cyd,cyd@x,7\n"
                                    ",Dee,,\n"
                                    "5,Eve,,\n"
                                    "6,Eve,,\n";

static const struct
{
  const char *what;
  const char *text;
  guint added;
  guint changed;
  guint unchanged;
  guint skipped;
  const char *problems;
  const char *notices;
} cases[] = {
  { "by staff number", "staff_no,level\n1,6\n2,6\n", 0, 1, 1, 0, "", "" },
  { "by e-mail in any case", "email,level\nANN@X,6\n", 0, 1, 0, 0, "", "" },
  { "by a name that one has", "name,level\nann,6\n", 0, 1, 0, 0, "", "2:by-name" },
  { "by a name that two have", "name,level\nEve,6\n", 0, 0, 0, 1, "2:ambiguous", "" },
  { "blank cells say nothing", "staff_no,name,level\n1,, \n", 0, 0, 1, 0, "", "" },
  { "gets a staff number", "staff_no,email\n3,cyd@x\n", 0, 1, 0, 0, "", "" },
  { "entered by name alone", "staff_no,name,email\n4,Dee,dee@x\n", 0, 1, 0, 0, "",
    "2:by-name" },
  { "a namesake", "staff_no,name\n9,Ann\n", 1, 0, 0, 0, "", "" },
  { "two people at once", "staff_no,email\n1,bob@x\n", 0, 0, 0, 1, "2:conflict", "" },
  { "another's e-mail", "staff_no,email\n9,bob@x\n", 0, 0, 0, 1, "2:conflict", "" },
  { "nobody", "staff_no,name,level\n,,5\n", 0, 0, 0, 1, "2:nobody", "" },
  { "blank rows", "staff_no,name\n,\n8,Hal\n,\n", 1, 0, 0, 0, "", "" },
  { "twice", "staff_no,name\n7,Gil\n8,Hal\n7,Gil\n", 2, 0, 0, 1, "4:twice", "" },
  { "twice by e-mail", "staff_no,email\n1,\n,ann@x\n", 0, 0, 1, 1, "3:twice", "" },
  { "one e-mail, two numbers", "staff_no,email\n7,g@x\n8,G@x\n", 1, 0, 0, 1, "3:conflict", "" },
  { "a bad cell", "staff_no,level,side\n1,99,mentor\n", 0, 1, 0, 0, "2:value", "" },
  { "an odd address", "staff_no,email\n7,gil\n", 1, 0, 0, 0, "2:value", "" },
  { "own manager", "staff_no,name,manager\n7,Gil,7\n", 1, 0, 0, 0, "2:own-manager", "" },
  { "manager below", "staff_no,name,manager\n7,Gil,hal@x\n8,Hal,2\n", 2, 0, 0, 0, "",
    "2:manager-unknown" },
  { "manager by name", "staff_no,manager\n1,Bob\n2,Eve\n", 0, 2, 0, 0, "", "3:ambiguous" },
  { "headers", "staff_no,id,,name,name\n7,7,x,Gil,Gil\n", 1, 0, 0, 0, "",
    "0:header-repeated 1:header-missing 1:header-duplicate" },
  { "a row too long", "staff_no,name\n7,Gil,x\n8\n", 2, 0, 0, 0, "2:long", "3:short" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (RmImportPlan) plan = NULL;
      g_autoptr (RmImportResult) result = NULL;

      g_test_message ("%s", cases[i].what);
      fixture_import (fixture, RM_IMPORT_PEOPLE, people_before);
      g_assert_cmpuint (rm_programme_count (fixture->programme, RM_TABLE_PERSON), ==, 6);
      plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, cases[i].text);
      result = fixture_evaluate (plan);
      assert_problems (result->problems, cases[i].problems);
      assert_problems (result->notices, cases[i].notices);
      assert_counts (result, cases[i].added, cases[i].changed, cases[i].unchanged,
                     cases[i].skipped);

      /* The second import of the same file adds nobody. */
      fixture_apply (fixture, result);
      g_clear_pointer (&plan, rm_import_plan_free);
      g_clear_pointer (&result, rm_import_result_free);
      plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, cases[i].text);
      result = fixture_evaluate (plan);
      assert_counts (result, 0, 0, cases[i].added + cases[i].changed + cases[i].unchanged,
                     cases[i].skipped);
      g_assert_cmpuint (result->people->len, ==, 0);
    }
}

/* Somebody's manager was not in the programme and is now. */
static void
test_late_manager (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = NULL;
  g_autoptr (RmImportResult) result = NULL;

  fixture_import (fixture, RM_IMPORT_PEOPLE, "staff_no,name,manager\n1,Ann,2\n3,Cyd,1\n");
  g_assert_cmpint (fixture_find (fixture, "Ann")->manager, ==, 0);
  plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, "staff_no,name\n2,Bob\n");
  result = fixture_evaluate (plan);
  assert_counts (result, 1, 0, 0, 0);
  g_assert_cmpuint (result->n_relinked, ==, 1);
  assert_problems (result->notices, "0:manager-found");
  fixture_apply (fixture, result);
  g_assert_cmpint (fixture_find (fixture, "Ann")->manager, ==,
                   fixture_find (fixture, "Bob")->record.id);
  g_assert_null (fixture_find (fixture, "Ann")->manager_ref);
}

static void
test_mapping (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan
    = fixture_plan (fixture, RM_IMPORT_PEOPLE, "Nr;Wer;Ort (neu);TikTok\n1;Ann;Bonn;3\n");
  g_autoptr (RmImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (rm_import_plan_evaluate (plan, NULL, NULL, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN);
  g_clear_error (&error);

  g_assert_true (rm_import_plan_map (plan, "nr=staff_no", &error));
  g_assert_true (rm_import_plan_map (plan, "2=Name", &error));
  g_assert_true (rm_import_plan_map (plan, "ort neu=Standort", &error));
  g_assert_true (rm_import_plan_map (plan, "TikTok=level:TikTok", &error));
  g_assert_no_error (error);
  g_assert_false (rm_import_plan_map (plan, "nr=shoe size", &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TARGET);
  g_assert_nonnull (strstr (error->message, "staff_no"));
  g_clear_error (&error);
  g_assert_false (rm_import_plan_map (plan, "number=staff_no", &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN);
  g_clear_error (&error);
  g_assert_false (rm_import_plan_map (plan, "nr", &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN);

  result = fixture_evaluate (plan);
  assert_counts (result, 1, 0, 0, 0);
  g_assert_cmpuint (result->ratings->len, ==, 1);
  g_assert_cmpstr (((RmPerson *) g_ptr_array_index (result->people, 0))->site, ==, "Bonn");

  /* A target has one column at most. */
  g_assert_true (rm_import_plan_set_target (plan, 2, "name", NULL));
  g_assert_cmpstr (rm_import_plan_get_target (plan, 2), ==, "name");
  g_assert_null (rm_import_plan_get_target (plan, 1));
  g_assert_true (rm_import_plan_set_target (plan, 2, NULL, NULL));
  g_assert_null (rm_import_plan_get_target (plan, 2));
}

static void
test_fixing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE,
                                                "staff_no,level,TikTok (level)\n1,high,9\n2,3,1\n");
  g_autoptr (RmImportPlan) copy = NULL;
  g_autoptr (RmImportResult) result = fixture_evaluate (plan);
  const RmFileProblem *problem = NULL;

  assert_problems (result->problems, "2:value 2:value");
  problem = g_ptr_array_index (result->problems, 0);
  g_assert_cmpstr (problem->value, ==, "high");
  g_assert_cmpstr (problem->column_name, ==, "level");
  assert_counts (result, 2, 0, 0, 0);

  rm_import_plan_set_cell (plan, 0, 1, "4");
  rm_import_plan_set_cell (plan, 0, 2, "5");
  rm_import_plan_set_row_skipped (plan, 1, TRUE);
  copy = rm_import_plan_copy (plan);
  g_clear_pointer (&result, rm_import_result_free);
  result = fixture_evaluate (copy);
  assert_counts (result, 1, 0, 0, 1);
  assert_problems (result->problems, "");

  rm_import_plan_set_cell (plan, 0, 1, NULL);
  g_clear_pointer (&result, rm_import_result_free);
  result = fixture_evaluate (plan);
  assert_problems (result->problems, "2:value");
}

static gboolean
stop (double fraction,
      gpointer data)
{
  return FALSE;
}

static void
test_many (void)
{
  enum { N = TEST_SCALE (100000) };
  g_autoptr (GString) text = g_string_new ("Personalnummer;Name;E-Mail;Stufe;Vorgesetzter;Rolle;"
                                           "Eintritt;Abteilung;Ziel: Künstliche Intelligenz\n");
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = NULL;
  g_autoptr (RmImportResult) result = NULL;
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N; i++)
    g_string_append_printf (text, "%u;Näme %u;n%u@example.org;%s;%u;Mentor;1.2.2020;Vertrieb;3\n",
                            i, i, i, i % 2 ? "Geschäftsführer" : "Praktikantin", i / 7);
  timer = g_timer_new ();
  plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, text->str);
  result = fixture_evaluate (plan);
  g_test_message ("%d rows in %.2f s", N, g_timer_elapsed (timer, NULL));
  assert_counts (result, N, 0, 0, 0);
  g_assert_cmpuint (result->ratings->len, ==, N);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 30);

  g_assert_null (rm_import_plan_evaluate (plan, stop, NULL, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED);
}

/* A line of totals is nobody; whoever is a person stays one, with however little is known of them. */
static void
test_totals (void)
{
  static const struct
  {
    const char *text;
    guint added;
    const char *problems;
    const char *notices;
  } totals[] = {
    { "Staff no;Name;Department;Level\n1;Ana;IT;3\n2;Bo;HR;4\nSumme;9;;\n", 2, "4:total", "" },
    { "Name;Staff no;Department\nAna;1;IT\nBo;2;HR\nSumme:;9;\n", 2, "4:total", "" },
    { "Staff no;Name;Department\n1;Ana;IT\n2;Bo;HR\nTotal: 322;;\n;;\n", 2, "4:total", "" },
    { "Staff no;Name;Department\n1;Ana;IT\n2;Bo;HR\n;9;\n", 2, "4:total", "" },
    { "Name;Email\nAna;ana@x.org\nBo;bo@x.org\nTOTAL;2\n", 2, "4:total", "" },
    { "Name;Department\nAna;IT\nBo;HR\nGrand total;\n", 2, "4:total", "" },
    /* Not the last line, too few to tell, an address, a number, a known name, one who is called so. */
    { "Staff no;Name;Department\n1;Ana;IT\n;Bo;\n2;Cy;HR\n", 3, "", "" },
    { "Staff no;Name;Department\n1;Ana;IT\n;Bo;\n", 2, "", "" },
    { "Email;Name;Level\na@x.org;Ana;3\nb@x.org;Bo;4\nsum@x.org;Total;\n", 3, "", "" },
    { "Staff no;Name;Level\n1;Ana;3\n2;Bo;4\n3;;\n", 3, "", "" },
    { "Name;Department\nAna;IT\nBo;HR\nCy;\n", 3, "", "" },
    { "Name;Department;Level\nAna;IT;3\nBo;HR;2\nTotalinen;IT;1\n", 3, "", "" },
    { "Name;Department\nAna;IT\nBo;HR\nTotalinen;\n", 3, "", "" },
    /* What may be a person is told of, and comes in. */
    { "Staff no;Name;Department\n1;Ana;IT\n2;Bo;HR\n;Cy;\n", 3, "", "4:total" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, totals[i].text);
      g_autoptr (RmImportResult) result = fixture_evaluate (plan);

      g_test_message ("%s", totals[i].text);
      assert_problems (result->problems, totals[i].problems);
      assert_problems (result->notices, totals[i].notices);
      g_assert_cmpuint (result->counts[RM_IMPORT_ADDED], ==, totals[i].added);
      g_assert_cmpuint (result->counts[RM_IMPORT_SKIPPED], ==, *totals[i].problems != '\0' ? 1 : 0);
    }
}

/* Who is there already is no total, and neither is a line that somebody corrected. */
static void
test_totals_meant (void)
{
  static const char text[] = "Staff no;Name;Department\n1;Ana;IT\n2;Bo;HR\n;9;\n";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, text);
  g_autoptr (RmImportResult) result = NULL;
  g_autoptr (RmImportResult) again = NULL;
  g_autoptr (RmImportPlan) known = NULL;

  rm_import_plan_set_cell (plan, 2, 1, "Cy");
  result = fixture_evaluate (plan);
  assert_counts (result, 3, 0, 0, 0);
  fixture_apply (fixture, result);

  known = fixture_plan (fixture, RM_IMPORT_PEOPLE,
                        "Staff no;Name;Department\n1;Ana;IT\n2;Bo;HR\n;Cy;\n");
  again = fixture_evaluate (known);
  assert_problems (again->problems, "");
  assert_counts (again, 0, 0, 3, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import-people/headers", test_headers);
  g_test_add_func ("/exchange/import-people/german", test_german);
  g_test_add_func ("/exchange/import-people/tabs", test_tabs);
  g_test_add_func ("/exchange/import-people/cases", test_cases);
  g_test_add_func ("/exchange/import-people/late-manager", test_late_manager);
  g_test_add_func ("/exchange/import-people/mapping", test_mapping);
  g_test_add_func ("/exchange/import-people/fixing", test_fixing);
  g_test_add_func ("/exchange/import-people/totals", test_totals);
  g_test_add_func ("/exchange/import-people/totals-meant", test_totals_meant);
  g_test_add_func ("/exchange/import-people/many", test_many);
  return g_test_run ();
}
