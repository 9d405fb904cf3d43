/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-proposal.h"
#include "app/pairing/rm-pairing.h"
#include "core/proof/rm-definition.h"
#include "store/rm-db.h"

/* A proposal by an older version is never called changed or false: it is proved, or was proved
 * under an earlier definition. */

typedef struct
{
  const char *file;
  RmProofState proof;    /* as it was made */
  RmProofState outdated; /* after weights were changed */
} Old;

/* In the first one there are people who withdrew, whom the first definition gives no places. */
static const Old olds[] = {
  { "proposal-v1.sql", RM_PROOF_EARLIER, RM_PROOF_EARLIER },
  { "proposal-v2.sql", RM_PROOF_PROVED, RM_PROOF_OUTDATED },
  { "proposal-v3.sql", RM_PROOF_PROVED, RM_PROOF_OUTDATED },
};

static GFile *
write_old (AppFixture *fixture,
           const char *name)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "store", "data", name, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "old.mentoring", NULL);
  g_autofree char *sql = NULL;
  g_autoptr (RmDb) db = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (source, &sql, NULL, &error);
  g_assert_no_error (error);
  db = rm_db_open (path, TRUE, &error);
  g_assert_no_error (error);
  rm_db_exec (db, sql, "fill", &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static RmSession *
open_again (AppFixture *fixture,
            GFile *file)
{
  g_autofree char *state = g_build_filename (fixture->folder, "state", NULL);
  g_autoptr (GError) error = NULL;
  RmSession *session = rm_session_open (file, FALSE, RM_OPEN_NONE, state, &error);

  g_assert_no_error (error);
  rm_session_verify (session, &error);
  g_assert_no_error (error);
  return session;
}

static void
assert_proof (RmSession *session,
              RmProofState expected)
{
  RmProgramme *programme = rm_session_get_programme (session);
  g_autoptr (RmPairing) pairing = rm_pairing_get (programme);
  g_autoptr (GError) error = NULL;
  gboolean proved = rm_pairing_verify (programme, NULL, NULL, &error);

  g_assert_cmpint (rm_pairing_get_proof (pairing), ==, expected);
  g_assert_cmpint (proved, ==, expected == RM_PROOF_PROVED);
  if (expected == RM_PROOF_EARLIER)
    g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_DEFINITION);
  else if (!proved)
    g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_PROOF);
}

static void
change_weights (RmSession *session)
{
  RmSettings *settings = rm_record_copy (
    rm_programme_get_settings (rm_session_get_programme (session)));
  g_autoptr (GError) error = NULL;

  for (guint c = 0; c < RM_N_CRITERIA; c++)
    settings->weights[c] = c == RM_CRITERION_SKILLS ? 100 : 0;
  rm_command_change_settings (session, settings, "Change weights", &error);
  g_assert_no_error (error);
  rm_record_unref (settings);
}

static void
test_old (gconstpointer data)
{
  const Old *old = data;
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) file = write_old (fixture, old->file);
  RmSession *session = open_again (fixture, file);
  g_autoptr (GError) error = NULL;

  assert_proof (session, old->proof);
  change_weights (session);
  assert_proof (session, old->outdated);
  g_assert_true (rm_session_undo (session, &error));
  assert_proof (session, old->proof);
  /* Taken back and made again by what the older version recorded. */
  g_assert_true (rm_session_undo (session, &error));
  g_assert_true (rm_session_redo (session, &error));
  assert_proof (session, old->proof);

  g_assert_true (rm_session_save (session, FALSE, &error));
  g_object_unref (session);
  session = open_again (fixture, file);
  assert_proof (session, old->proof);
  g_object_unref (session);
}

/* Proposed again it is compared, and known by the definition of today; undo brings the old one. */
static void
test_again (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) file = write_old (fixture, "proposal-v1.sql");
  g_autoptr (RmSession) session = open_again (fixture, file);
  g_autoptr (GError) error = NULL;
  g_autoptr (RmPairingResult) result
    = rm_pairing_propose (rm_session_get_programme (session), NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (rm_command_apply_proposal (session, result, &error));
  assert_proof (session, RM_PROOF_PROVED);
  g_assert_cmpint (rm_programme_get_proposal (rm_session_get_programme (session))->definition, ==,
                   RM_DEFINITION_VERSION);
  g_assert_true (rm_session_undo (session, &error));
  assert_proof (session, RM_PROOF_EARLIER);
}

/* What a version to come proved cannot be checked, and is not called false. */
static void
test_later (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) file = write_old (fixture, "proposal-v3.sql");
  g_autoptr (RmSession) session = open_again (fixture, file);
  GPtrArray *changed[RM_N_TABLES] = { NULL };
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autoptr (RmProgramme) later = NULL;
  g_autoptr (RmPairing) pairing = NULL;
  RmProposal *proposal = NULL;
  g_autoptr (GError) error = NULL;

  change_weights (session);
  proposal = rm_record_copy (rm_programme_get_proposal (rm_session_get_programme (session)));
  proposal->definition = RM_DEFINITION_VERSION + 1;
  g_ptr_array_add (proposals, proposal);
  changed[RM_TABLE_PROPOSAL] = proposals;
  later = rm_programme_new_changed (rm_session_get_programme (session), NULL, changed, NULL);
  pairing = rm_pairing_get (later);
  g_assert_cmpint (rm_pairing_get_proof (pairing), ==, RM_PROOF_UNCHECKED);
  g_assert_false (rm_pairing_verify (later, NULL, NULL, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_DEFINITION);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize k = 0; k < G_N_ELEMENTS (olds); k++)
    {
      g_autofree char *path = g_strdup_printf ("/app/old-proposals/%u", (guint) k + 1);

      g_test_add_data_func (path, &olds[k], test_old);
    }
  g_test_add_func ("/app/old-proposals/again", test_again);
  g_test_add_func ("/app/old-proposals/later", test_later);
  return g_test_run ();
}
