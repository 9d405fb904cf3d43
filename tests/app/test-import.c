/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

static const char people[] = "staff_no;name;email;role;level;manager;level:TikTok;target:TikTok\n"
                             "1;Zoë;zoe@example.org;mentee;9;;1;4\n"
                             "2;Bjørn;b@example.org;mentee;8;1;0;3\n"
                             "3;Łukasz;l@example.org;mentor;2;2;5;\n"
                             "4;Mia;m@example.org;mentor;2;3;;\n";

static const char ratings[] = "staff_no;skill;category;level;target\n"
                              "1;Prezi;New technology;;3\n"
                              "3;TikTok;New technology;5;\n"
                              "4;Prezi;New technology;4;\n";

static guint
count (AppFixture *fixture,
       RmTable table)
{
  return rm_programme_count (rm_session_get_programme (fixture->session), table);
}

static const RmPerson *
find (AppFixture *fixture,
      const char *name)
{
  RmProgramme *programme = rm_session_get_programme (fixture->session);

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    if (g_strcmp0 (rm_programme_get_person (programme, i)->name, name) == 0)
      return rm_programme_get_person (programme, i);

  g_assert_not_reached ();
}

static void
test_undo (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) first = app_fixture_write (fixture, "people.csv", people);
  g_autoptr (GFile) second = app_fixture_write (fixture, "ratings.csv", ratings);
  g_autofree char *empty = app_fixture_dump (fixture);
  g_autofree char *with_people = NULL;
  g_autofree char *with_ratings = NULL;
  g_autoptr (GError) error = NULL;

  app_fixture_import (fixture, first, RM_IMPORT_PEOPLE);
  g_assert_cmpuint (count (fixture, RM_TABLE_PERSON), ==, 4);
  g_assert_cmpuint (count (fixture, RM_TABLE_SKILL), ==, 1);
  g_assert_cmpint (find (fixture, "Bjørn")->manager, ==, find (fixture, "Zoë")->record.id);
  g_assert_cmpint (find (fixture, "Mia")->manager, ==, find (fixture, "Łukasz")->record.id);
  g_assert_cmpint (find (fixture, "Zoë")->record.id, >, 0);
  g_assert_cmpint (find (fixture, "Łukasz")->standings[0].level, ==, 5);
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, "Import 4 people");
  with_people = app_fixture_dump (fixture);

  app_fixture_import (fixture, second, RM_IMPORT_RATINGS);
  g_assert_cmpuint (count (fixture, RM_TABLE_SKILL), ==, 2);
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, "Import 2 ratings");
  with_ratings = app_fixture_dump (fixture);

  for (int round = 0; round < 2; round++)
    {
      const char *const back[] = { with_people, empty };
      const char *const forth[] = { with_people, with_ratings };

      for (gsize i = 0; i < G_N_ELEMENTS (back); i++)
        {
          g_autofree char *now = NULL;

          rm_session_undo (fixture->session, &error);
          g_assert_no_error (error);
          now = app_fixture_dump (fixture);
          g_assert_cmpstr (now, ==, back[i]);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (forth); i++)
        {
          g_autofree char *now = NULL;

          rm_session_redo (fixture->session, &error);
          g_assert_no_error (error);
          now = app_fixture_dump (fixture);
          g_assert_cmpstr (now, ==, forth[i]);
        }
    }
}

static void
test_again (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) sheet = app_fixture_sample ("people.csv");
  g_autoptr (GFile) rated = app_fixture_sample ("ratings.csv");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;

  app_fixture_import (fixture, sheet, RM_IMPORT_PEOPLE);
  app_fixture_import (fixture, rated, RM_IMPORT_RATINGS);
  g_assert_cmpuint (count (fixture, RM_TABLE_PERSON), ==, 322);
  before = app_fixture_dump (fixture);
  label = g_strdup (rm_session_get_undo_label (fixture->session));

  app_fixture_import (fixture, sheet, RM_IMPORT_PEOPLE);
  app_fixture_import (fixture, rated, RM_IMPORT_RATINGS);
  after = app_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
}

static void
test_change (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) first = app_fixture_write (fixture, "people.csv", people);
  g_autoptr (GFile) second = app_fixture_write (fixture, "more.csv",
                                                "staff_no;name;level;manager\n"
                                                "2;Bjørn;7;\n"
                                                "5;Noor;9;2\n"
                                                "3;;;5\n");
  g_autoptr (RmImportResult) result = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 id = 0;

  app_fixture_import (fixture, first, RM_IMPORT_PEOPLE);
  before = app_fixture_dump (fixture);
  id = find (fixture, "Bjørn")->record.id;
  app_fixture_import (fixture, second, RM_IMPORT_PEOPLE);
  g_assert_cmpint (find (fixture, "Bjørn")->record.id, ==, id);
  g_assert_cmpint (find (fixture, "Bjørn")->level, ==, 7);
  g_assert_cmpint (find (fixture, "Noor")->manager, ==, id);
  g_assert_cmpint (find (fixture, "Łukasz")->manager, ==, find (fixture, "Noor")->record.id);

  g_assert_true (rm_session_undo (fixture->session, NULL));
  after = app_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static gboolean
stop_at_end (double fraction,
             gpointer data)
{
  return fraction < 1;
}

static void
test_cancel (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) sheet = app_fixture_write (fixture, "people.csv", people);
  g_autofree char *before = app_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  /* Asked for the last time when all rows are written. */
  ok = app_fixture_apply (fixture, RM_IMPORT_PEOPLE,
                          app_fixture_evaluate (fixture, sheet, RM_IMPORT_PEOPLE), stop_at_end,
                          &error);
  g_assert_false (ok);
  g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED);
  g_assert_true (rm_error_is_cancelled (error));
  after = app_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (rm_session_get_undo_label (fixture->session));
}

static GFile *
write_many (AppFixture *fixture,
            const char *name,
            guint n)
{
  g_autoptr (GString) text = g_string_new ("staff_no,name,manager\n");

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "%u,Person %u,%u\n", i, i, i / 8);

  return app_fixture_write (fixture, name, text->str);
}

static void
apply_in_worker (AppFixture *fixture,
                 GFile *file,
                 gboolean cancel,
                 GError **error)
{
  g_autoptr (RmJob) job = rm_job_new ();

  if (cancel)
    rm_job_cancel (job);
  rm_import_apply_async (fixture->session, job, RM_IMPORT_PEOPLE,
                         app_fixture_evaluate (fixture, file, RM_IMPORT_PEOPLE),
                         app_fixture_heard, fixture);
  g_assert_false (rm_session_is_editable (fixture->session));
  app_fixture_finish (fixture, error);
  g_assert_true (rm_session_is_editable (fixture->session));
}

/* Many rows are written by a worker, and taken back by one. */
static void
test_worker (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) sheet = write_many (fixture, "people.csv", 300);
  g_autofree char *empty = app_fixture_dump (fixture);
  g_autofree char *full = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  apply_in_worker (fixture, sheet, TRUE, &error);
  g_assert_true (rm_error_is_cancelled (error));
  g_clear_error (&error);
  g_assert_cmpuint (count (fixture, RM_TABLE_PERSON), ==, 0);

  apply_in_worker (fixture, sheet, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, RM_TABLE_PERSON), ==, 300);
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, "Import 300 people");
  full = app_fixture_dump (fixture);

  rm_session_undo_async (fixture->session, app_fixture_heard, fixture);
  g_assert_false (rm_session_is_editable (fixture->session));
  g_assert_false (rm_session_undo (fixture->session, NULL));
  g_assert_true (app_fixture_finish (fixture, NULL));
  undone = app_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_null (rm_session_get_undo_label (fixture->session));

  rm_session_redo_async (fixture->session, app_fixture_heard, fixture);
  g_assert_true (app_fixture_finish (fixture, NULL));
  redone = app_fixture_dump (fixture);
  g_assert_true (g_str_equal (redone, full));

  rm_session_redo_async (fixture->session, app_fixture_heard, fixture);
  g_assert_false (app_fixture_finish (fixture, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NOTHING);
}

/* A few are written at once: nobody has to wait for them. */
static void
test_few (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) sheet = app_fixture_write (fixture, "people.csv", people);
  g_autoptr (RmJob) job = rm_job_new ();

  rm_import_apply_async (fixture->session, job, RM_IMPORT_PEOPLE,
                         app_fixture_evaluate (fixture, sheet, RM_IMPORT_PEOPLE),
                         app_fixture_heard, fixture);
  g_assert_true (rm_session_is_editable (fixture->session));
  g_assert_cmpuint (count (fixture, RM_TABLE_PERSON), ==, 4);
  g_assert_true (app_fixture_finish (fixture, NULL));
  rm_session_undo_async (fixture->session, app_fixture_heard, fixture);
  g_assert_cmpuint (count (fixture, RM_TABLE_PERSON), ==, 0);
  g_assert_true (app_fixture_finish (fixture, NULL));
}

/* So many rows that undo goes by a copy of the programme. */
static void
test_large (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) sheet = write_many (fixture, "large.csv", 100001);
  g_autofree char *before = app_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  app_fixture_import (fixture, sheet, RM_IMPORT_PEOPLE);
  g_assert_cmpuint (count (fixture, RM_TABLE_PERSON), ==, 100001);
  after = app_fixture_dump (fixture);

  g_assert_true (rm_session_undo (fixture->session, NULL));
  undone = app_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (rm_session_redo (fixture->session, NULL));
  redone = app_fixture_dump (fixture);
  g_assert_true (g_str_equal (redone, after));
}

static void
add_table (RmImportBatch *batch,
           GFile *file,
           RmImportKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmImport) import = rm_import_batch_load (batch, file, NULL, NULL, NULL, &error);
  g_autoptr (RmImportPlan) plan = NULL;
  RmImportResult *result = NULL;

  g_assert_no_error (error);
  plan = rm_import_new_plan (import, kind);
  result = rm_import_plan_evaluate (plan, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->problems->len, ==, 0);
  rm_import_batch_add (batch, kind, result);
}

static void
import_both (AppFixture *fixture,
             GFile *sheet,
             GFile *rated,
             GFile *more)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmImportBatch) batch = rm_import_batch_new (fixture->session, NULL, NULL, &error);

  g_assert_no_error (error);
  add_table (batch, sheet, RM_IMPORT_PEOPLE);
  add_table (batch, rated, RM_IMPORT_RATINGS);
  add_table (batch, more, RM_IMPORT_RATINGS);
  rm_import_batch_apply (batch, FALSE, &error);
  g_assert_no_error (error);
}

/* Ratings name people and skills that the tables before bring: all of it is one edit. */
static void
test_together (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) sheet = app_fixture_write (fixture, "people.csv", people);
  g_autoptr (GFile) rated = app_fixture_write (fixture, "ratings.csv",
                                                 "name,skill,level,date\n"
                                                 "Bjørn,TikTok,1,2026-01-01\n"
                                                 "Łukasz,Prezi,4,2026-01-01\n");
  g_autoptr (GFile) more = app_fixture_write (fixture, "more.csv",
                                              "name,skill,level,date\n"
                                              "Bjørn,tiktok,1,2026-01-01\n"
                                              "Mia,prezi,3,2026-01-01\n");
  g_autofree char *empty = app_fixture_dump (fixture);
  g_autofree char *full = NULL;
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;

  import_both (fixture, sheet, rated, more);
  g_assert_cmpuint (count (fixture, RM_TABLE_PERSON), ==, 4);
  g_assert_cmpuint (count (fixture, RM_TABLE_SKILL), ==, 2);
  /* What the third file says again is there already. */
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==,
                   "Import 4 people and 3 ratings");
  full = app_fixture_dump (fixture);

  import_both (fixture, sheet, rated, more);
  again = app_fixture_dump (fixture);
  g_assert_cmpstr (again, ==, full);

  g_assert_true (rm_session_undo (fixture->session, NULL));
  undone = app_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_null (rm_session_get_undo_label (fixture->session));
}

static void
test_kind (void)
{
  static const struct
  {
    const char *headers;
    RmImportKind kind;
  } cases[] = {
    { "staff_no,name,level", RM_IMPORT_PEOPLE },
    { "staff_no,skill,level", RM_IMPORT_RATINGS },
    { "E-Mail;Thema;Ziel", RM_IMPORT_RATINGS },
    { "name,level:TikTok", RM_IMPORT_PEOPLE },
    { "skill,category", RM_IMPORT_PEOPLE },
  };
  g_autoptr (AppFixture) fixture = app_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n1,2,3\n", cases[i].headers);
      g_autoptr (GFile) file = app_fixture_write (fixture, "kind.csv", text);
      g_autoptr (RmImportBatch) batch = rm_import_batch_new (fixture->session, NULL, NULL, NULL);
      g_autoptr (RmImport) import = rm_import_batch_load (batch, file, NULL, NULL, NULL, NULL);

      g_assert_nonnull (import);
      g_assert_cmpint (rm_import_get_kind (import), ==, cases[i].kind);
    }
}

/* The next file with the same columns is read as the one before: columns, dates and what is true of
 * everybody. One step of undo takes both back; only the last twenty kinds are kept. */
static void
test_remembered (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) first = app_fixture_write (fixture, "a.csv", "Nr,Wer,Since\n1,Ada,03/04/2020\n");
  g_autoptr (GFile) next = app_fixture_write (fixture, "b.csv", "NR,wer,SINCE\n2,Bo,05/06/2021\n");
  g_autoptr (GError) error = NULL;
  RmImportBatch *batch = rm_import_batch_new (fixture->session, NULL, NULL, &error);
  g_autoptr (RmImport) import = rm_import_batch_load (batch, first, NULL, NULL, NULL, &error);
  g_autoptr (RmImportPlan) plan = rm_import_new_plan (import, RM_IMPORT_PEOPLE);
  g_autoptr (RmImportPlan) again = NULL;
  g_autoptr (RmImport) later = NULL;
  RmImportResult *result = NULL;

  g_assert_true (rm_import_plan_map (plan, "Wer=name", NULL));
  g_assert_true (rm_import_plan_map (plan, "Since=joined", NULL));
  g_assert_true (rm_import_plan_set_constant (plan, "side", "mentor", NULL));
  rm_import_plan_set_date_order (plan, RM_DATE_ORDER_MONTH_FIRST);
  result = rm_import_plan_evaluate (plan, NULL, NULL, &error);
  g_assert_no_error (error);
  rm_import_batch_add (batch, RM_IMPORT_PEOPLE, result);
  g_assert_true (rm_import_batch_apply (batch, FALSE, &error));
  rm_import_batch_free (batch);
  g_assert_cmpuint (count (fixture, RM_TABLE_MAPPING), ==, 1);

  batch = rm_import_batch_new (fixture->session, NULL, NULL, &error);
  later = rm_import_batch_load (batch, next, NULL, NULL, NULL, &error);
  again = rm_import_new_plan (later, RM_IMPORT_PEOPLE);
  g_assert_cmpstr (rm_import_plan_get_target (again, 1), ==, "name");
  g_assert_cmpstr (rm_import_plan_get_target (again, 2), ==, "joined");
  g_assert_cmpint (rm_import_plan_get_date_order (again), ==, RM_DATE_ORDER_MONTH_FIRST);
  g_assert_cmpstr (rm_import_plan_get_constant (again, "side"), ==, "mentor");
  result = rm_import_plan_evaluate (again, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((RmFileProblem *) g_ptr_array_index (result->notices, 0))->type, ==,
                   RM_FILE_PROBLEM_REMEMBERED);
  rm_import_batch_add (batch, RM_IMPORT_PEOPLE, result);
  g_assert_true (rm_import_batch_apply (batch, FALSE, &error));
  rm_import_batch_free (batch);
  g_assert_cmpuint (count (fixture, RM_TABLE_MAPPING), ==, 1);
  g_assert_cmpstr (find (fixture, "Bo")->joined, ==, "2021-05-06");
  g_assert_cmpint (find (fixture, "Bo")->side, ==, RM_SIDE_MENTOR);

  g_assert_true (rm_session_undo (fixture->session, NULL));
  g_assert_cmpuint (count (fixture, RM_TABLE_PERSON), ==, 1);
  g_assert_true (rm_session_undo (fixture->session, NULL));
  g_assert_cmpuint (count (fixture, RM_TABLE_MAPPING), ==, 0);

  for (guint i = 0; i < 23; i++)
    {
      g_autofree char *text = g_strdup_printf ("staff_no;name;x%u\n%u;Person %u;\n", i, i + 1, i);
      g_autoptr (GFile) file = app_fixture_write (fixture, "c.csv", text);

      app_fixture_import (fixture, file, RM_IMPORT_PEOPLE);
    }
  g_assert_cmpuint (count (fixture, RM_TABLE_MAPPING), ==, 20);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/import/undo", test_undo);
  g_test_add_func ("/app/import/again", test_again);
  g_test_add_func ("/app/import/remembered", test_remembered);
  g_test_add_func ("/app/import/change", test_change);
  g_test_add_func ("/app/import/cancel", test_cancel);
  g_test_add_func ("/app/import/worker", test_worker);
  g_test_add_func ("/app/import/few", test_few);
  g_test_add_func ("/app/import/large", test_large);
  g_test_add_func ("/app/import/together", test_together);
  g_test_add_func ("/app/import/kind", test_kind);
  return g_test_run ();
}
