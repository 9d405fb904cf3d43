/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/commands/rm-commands-many.h"
#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-pairs.h"
#include "app/pairing/rm-commands-proposal.h"
#include "app/pairing/rm-pairing.h"

/* People who are away for now, and people whose day of leaving comes. */

static AppFixture *
new_fixture (void)
{
  AppFixture *fixture = app_fixture_new ();
  g_autoptr (GFile) people
    = app_fixture_write (fixture, "people.csv",
                         "Staff no,Name,Part,Level,Willing,Committed,State,Leaves on\n"
                         "1,Ada,mentee,8,yes,yes,active,\n"
                         "2,Bo,mentee,8,yes,yes,active,2099-12-31\n"
                         "3,Cy,mentor,2,yes,,active,\n"
                         "4,Di,mentor,2,yes,,active,\n"
                         "5,Ed,mentor,2,yes,,active,2001-02-03\n");

  app_fixture_import (fixture, people, RM_IMPORT_PEOPLE);
  return fixture;
}

/* By the first letter of the name. */
static const RmPerson *
get (AppFixture *self,
     char initial)
{
  RmProgramme *programme = rm_session_get_programme (self->session);

  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    if (*rm_programme_get_person (programme, i)->name == initial)
      return rm_programme_get_person (programme, i);

  g_assert_not_reached ();
}

static void
set (AppFixture *self,
     char initial,
     const char *key,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  rm_command_set_field (self->session, RM_TABLE_PERSON, get (self, initial)->record.id,
                        rm_entity_find_field (rm_person_entity (), key), text, &error);
  g_assert_no_error (error);
}

static void
propose (AppFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmPairingResult) result
    = rm_pairing_propose (rm_session_get_programme (self->session), NULL, NULL, &error);

  g_assert_no_error (error);
  rm_command_apply_proposal (self->session, result, &error);
  g_assert_no_error (error);
}

/* Each mentee's mentor; "-" without one. */
static char *
tell_pairs (AppFixture *self)
{
  RmProgramme *programme = rm_session_get_programme (self->session);
  GString *text = g_string_new (NULL);

  for (char initial = 'A'; initial <= 'B'; initial++)
    {
      const char *mentor = "-";

      for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PAIR); p++)
        {
          const RmPair *pair = rm_programme_get (programme, RM_TABLE_PAIR, p);

          if (pair->mentee == get (self, initial)->record.id)
            mentor = rm_programme_find_person (programme, pair->mentor)->name;
        }
      g_string_append_printf (text, "%s ", mentor);
    }
  return g_string_free (text, FALSE);
}

static void
assert_proved (AppFixture *self,
               guint n_paired)
{
  g_autoptr (RmPairing) pairing = rm_pairing_get (rm_session_get_programme (self->session));

  g_assert_cmpint (rm_pairing_get_proof (pairing), ==, RM_PROOF_PROVED);
  g_assert_cmpuint (rm_pairing_get_n_paired (pairing), ==, n_paired);
}

/* Whoever is away gets no new pair; one that there is stays, and takes the other's place. */
static void
test_hold (void)
{
  g_autoptr (AppFixture) self = new_fixture ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *alone = NULL;
  g_autofree char *withdrawn = NULL;

  propose (self);
  before = tell_pairs (self);
  g_assert_cmpstr (before, ==, "Cy Di ");
  assert_proved (self, 2);

  set (self, 'A', "state", "away");
  propose (self);
  after = tell_pairs (self);
  g_assert_cmpstr (after, ==, "Cy Di ");
  assert_proved (self, 2);

  /* Cy's only place is taken by somebody who is away. */
  set (self, 'D', "state", "left");
  propose (self);
  alone = tell_pairs (self);
  g_assert_cmpstr (alone, ==, "Cy - ");

  set (self, 'A', "state", "withdrawn");
  propose (self);
  withdrawn = tell_pairs (self);
  g_assert_cmpstr (withdrawn, ==, "- Cy ");
  assert_proved (self, 1);
}

/* A pair that is locked is no fault while one of the two is away, and one when they have left. */
static void
test_locked (void)
{
  g_autoptr (AppFixture) self = new_fixture ();
  g_autoptr (RmPairingResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *pairs = NULL;

  propose (self);
  for (guint p = 0; p < 2; p++)
    {
      const RmPair *pair
        = rm_programme_get (rm_session_get_programme (self->session), RM_TABLE_PAIR, p);

      g_assert_true (rm_command_set_locked (self->session, pair->record.id, TRUE, NULL));
    }
  set (self, 'C', "state", "away");
  propose (self);
  pairs = tell_pairs (self);
  g_assert_cmpstr (pairs, ==, "Cy Di ");

  set (self, 'C', "state", "left");
  result = rm_pairing_propose (rm_session_get_programme (self->session), NULL, NULL, &error);
  g_assert_null (result);
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_RULE);
}

/* An import knows who has left; later days come while nobody looks. */
static void
test_leavers (void)
{
  g_autoptr (AppFixture) self = new_fixture ();
  guint n = 99;

  g_assert_cmpint (get (self, 'B')->state, ==, RM_PERSON_ACTIVE);
  g_assert_cmpstr (get (self, 'B')->leaves_on, ==, "2099-12-31");
  g_assert_cmpint (get (self, 'E')->state, ==, RM_PERSON_LEFT);

  g_assert_true (rm_command_mark_leavers (self->session, &n, NULL));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (rm_session_get_undo_label (self->session), ==, "Import 5 people");

  set (self, 'A', "state", "away");
  set (self, 'A', "leaves_on", "2002-03-04");
  set (self, 'C', "leaves_on", "2002-03-04");
  g_assert_true (rm_command_mark_leavers (self->session, &n, NULL));
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (get (self, 'A')->state, ==, RM_PERSON_LEFT);
  g_assert_cmpint (get (self, 'C')->state, ==, RM_PERSON_LEFT);
  g_assert_cmpstr (rm_session_get_undo_label (self->session), ==, "Note that 2 people have left");
  g_assert_true (rm_session_undo (self->session, NULL));
  g_assert_cmpint (get (self, 'A')->state, ==, RM_PERSON_AWAY);
  g_assert_cmpint (get (self, 'C')->state, ==, RM_PERSON_ACTIVE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/away/hold", test_hold);
  g_test_add_func ("/app/away/locked", test_locked);
  g_test_add_func ("/app/away/leavers", test_leavers);
  return g_test_run ();
}
