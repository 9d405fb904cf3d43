/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-pairs.h"
#include "app/pairing/rm-commands-proposal.h"
#include "app/queries/rm-programme-query.h"

/* Everybody who takes part, without consent, as an HR system writes it. */
static AppFixture *
unasked_fixture (void)
{
  AppFixture *fixture = app_fixture_new ();
  g_autoptr (GFile) file = app_fixture_write (fixture, "people.csv",
                                              "staff_no;name;role;level;target:AI;level:AI\n"
                                              "1;Ada;mentee;9;4;1\n"
                                              "2;Bo;mentee;8;5;0\n"
                                              "3;Cy;mentee;8;3;2\n"
                                              "4;Di;mentor;2;;5\n"
                                              "5;Ed;mentor;2;;4\n"
                                              "6;Flo;mentor;3;;2\n"
                                              "7;Gus;none;3;;3\n");

  app_fixture_import (fixture, file, RM_IMPORT_PEOPLE);
  return fixture;
}

static RmPairingResult *
propose (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RmPairingResult *result = rm_pairing_propose (rm_session_get_programme (fixture->session), NULL,
                                                NULL, &error);

  g_assert_no_error (error);
  g_assert_true (rm_command_apply_proposal (fixture->session, result, &error));
  g_assert_no_error (error);
  return result;
}

static gboolean
verify (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (rm_pairing_verify (rm_session_get_programme (fixture->session), NULL, NULL, &error))
    return TRUE;

  g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_PROOF);
  return FALSE;
}

static void
record_consent (AppFixture *fixture)
{
  g_autoptr (GArray) unasked
    = rm_programme_query_list_unasked (rm_session_get_programme (fixture->session));
  g_autoptr (GError) error = NULL;

  rm_command_record_consent (fixture->session, (const gint64 *) unasked->data, unasked->len,
                             "Asked in the kick-off", &error);
  g_assert_no_error (error);
}

static void
test_consent (void)
{
  g_autoptr (AppFixture) fixture = unasked_fixture ();
  g_autoptr (GArray) before
    = rm_programme_query_list_unasked (rm_session_get_programme (fixture->session));
  g_autoptr (GArray) after = NULL;
  g_autofree char *dump = app_fixture_dump (fixture);
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (before->len, ==, 6);
  g_assert_false (rm_command_record_consent (fixture->session, (const gint64 *) before->data,
                                             before->len, "", &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);

  record_consent (fixture);
  after = rm_programme_query_list_unasked (rm_session_get_programme (fixture->session));
  g_assert_cmpuint (after->len, ==, 0);

  g_assert_true (rm_session_undo (fixture->session, NULL));
  undone = app_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, dump);
}

static void
test_proof (void)
{
  g_autoptr (AppFixture) fixture = unasked_fixture ();
  g_autoptr (RmPairingResult) result = NULL;
  const RmPair *pair = NULL;
  gint64 id = 0;

  record_consent (fixture);
  result = propose (fixture);
  g_assert_cmpuint (result->solution->n_pairs, ==, 3);
  g_assert_true (verify (fixture));

  pair = rm_programme_get (rm_session_get_programme (fixture->session), RM_TABLE_PAIR, 0);
  id = pair->record.id;
  g_assert_true (rm_command_set_locked (fixture->session, id, TRUE, NULL));
  g_assert_true (verify (fixture));

  g_assert_true (rm_command_unpair (fixture->session, id, NULL));
  g_assert_false (verify (fixture));
  g_assert_true (rm_session_undo (fixture->session, NULL));
  g_assert_true (verify (fixture));
}

/* A proof says nothing any more once people's ratings are others. */
static void
test_outdated (void)
{
  g_autoptr (AppFixture) fixture = unasked_fixture ();
  g_autoptr (RmPairingResult) result = NULL;
  g_autoptr (GFile) file = app_fixture_write (fixture, "more.csv",
                                              "staff_no,skill,level\n6,AI,5\n");
  g_autoptr (RmPairing) pairing = NULL;

  record_consent (fixture);
  result = propose (fixture);
  app_fixture_import (fixture, file, RM_IMPORT_RATINGS);
  pairing = rm_pairing_get (rm_session_get_programme (fixture->session));
  g_assert_cmpint (rm_pairing_get_proof (pairing), ==, RM_PROOF_OUTDATED);
  g_assert_false (verify (fixture));
}

/* Of several ratings on one day the last one counts, whether typed or imported. */
static void
test_same_day (void)
{
  g_autoptr (AppFixture) fixture = unasked_fixture ();
  RmProgramme *programme = rm_session_get_programme (fixture->session);
  gint64 skill = rm_programme_get_skill (programme, 0)->record.id;
  gint64 ada = 0;

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    if (g_str_equal (rm_programme_get_person (programme, i)->name, "Ada"))
      ada = rm_programme_get_person (programme, i)->record.id;

  for (int round = 0; round < 40; round++)
    {
      int level = round % 6;
      const RmPerson *person = NULL;

      if (round % 2 == 0)
        g_assert_true (rm_command_rate (fixture->session, ada, skill, level, 5, NULL));
      else
        {
          g_autofree char *text = g_strdup_printf ("staff_no,skill,level\n1,AI,%d\n", level);
          g_autoptr (GFile) file = app_fixture_write (fixture, "again.csv", text);

          app_fixture_import (fixture, file, RM_IMPORT_RATINGS);
        }
      person = rm_programme_find_person (rm_session_get_programme (fixture->session), ada);
      g_assert_cmpint (rm_person_find_standing (person, skill)->level, ==, level);
    }
}

static void
test_sample (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new_sample ();
  g_autoptr (RmPairingResult) result = NULL;

  result = propose (fixture);
  g_assert_cmpuint (result->solution->n_paired, >, 180);
  g_assert_cmpuint (result->solution->n_paired, <, 200);
  g_assert_true (verify (fixture));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/commands/consent", test_consent);
  g_test_add_func ("/app/commands/proof", test_proof);
  g_test_add_func ("/app/commands/outdated", test_outdated);
  g_test_add_func ("/app/commands/same-day", test_same_day);
  g_test_add_func ("/app/commands/sample", test_sample);
  return g_test_run ();
}
