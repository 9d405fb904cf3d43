/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/commands/rm-commands.h"
#include "test-people.h"
#include "told.h"

#include <string.h>

/* Tries to tell a programme in which somebody is kept apart from others in confidence from one in
 * which that person withdrew or left: by all texts, counts, prices, orders and files. */

typedef enum
{
  WITHDRAWN,
  LEFT,
  AVOIDED,          /* by everybody on the other side, as they would be paired */
  AVOIDED_REVERSED, /* the other way round, twice, for reasons */
  APART,            /* openly, and nobody says why */
  N_SECRETS,
} Secret;

/* Whose secret it is, of those that make_people() makes. */
enum
{
  A_MENTEE = 2,
  A_MENTOR = 8,
  BOTH = 13,
};

static void
add_avoid (TestPeople *people,
           gint64 one,
           gint64 other,
           Secret secret)
{
  GPtrArray *exclusions = people->tables[RM_TABLE_EXCLUSION];
  RmExclusion *exclusion = NULL;

  if (one == other)
    return;
  if (secret != AVOIDED_REVERSED)
    {
      test_people_add_exclusion (people, one, other, TRUE);
      exclusion = g_ptr_array_index (exclusions, exclusions->len - 1);
      exclusion->confidential = secret == AVOIDED;
      return;
    }
  test_people_add_exclusion (people, other, one, TRUE);
  exclusion = g_ptr_array_index (exclusions, exclusions->len - 1);
  exclusion->reason = g_strdup ("Something that nobody must read");
}

static void
keep_secret (TestPeople *people,
             gint64 id,
             Secret secret)
{
  for (guint k = 0; k < people->tables[RM_TABLE_PERSON]->len; k++)
    {
      RmPerson *person = test_people_get (people, k);

      if (secret <= LEFT && person->record.id == id)
        person->state = secret == LEFT ? RM_PERSON_LEFT : RM_PERSON_WITHDRAWN;
      if (secret >= AVOIDED)
        add_avoid (people, id, person->record.id, secret);
    }
}

/* More mentees than places, rules that remove some, and people who are not candidates at all. Of two
 * modes and pairs that stand or not. */
static TestPeople *
make_people (guint32 seed,
             gint64 id,
             Secret secret)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TestPeople *people = test_people_new ();

  people->settings->mode = (int) (seed % RM_N_MODES);
  people->settings->need_other_department = seed % 2 == 0;
  test_people_add_skill (people, 101, "Tools", "TikTok");
  test_people_add_skill (people, 102, "Tools", "Prezi");
  for (gint64 k = 1; k <= 13; k++)
    {
      RmPerson *person = test_people_add (people, k, k == BOTH ? RM_SIDE_BOTH
                                                     : k <= 7  ? RM_SIDE_MENTEE
                                                               : RM_SIDE_MENTOR);

      person->level = k <= 7 ? 8 : 1 + (int) k % 5;
      person->mentor_capacity = 1 + (int) (seed % 2);
      person->languages = g_strdup (k % 6 == 5 ? "fr" : "en");
      person->department = g_strdup (g_rand_int_range (rand, 0, 2) == 0 ? "IT" : "Sales");
      test_person_set_standing (person, 101, k <= 7 ? 1 : g_rand_int_range (rand, 1, 6),
                                k <= 7 ? g_rand_int_range (rand, 2, 6) : -1, 3);
      test_person_set_standing (person, 102, g_rand_int_range (rand, 0, 4), 4, 3);
    }
  if (seed % 4 == 0)
    {
      test_people_add_pair (people, 1, A_MENTOR, RM_PAIR_PROPOSED);
      test_people_add_pair (people, A_MENTEE, 9, RM_PAIR_PROPOSED);
      test_people_add_pair (people, 3, 10, RM_PAIR_PROPOSED);
    }
  keep_secret (people, id, secret);

  return people;
}

static char *
tell_all (guint32 seed,
          gint64 id,
          Secret secret,
          gboolean with_files)
{
  g_autoptr (TestPeople) people = make_people (seed, id, secret);
  g_autoptr (RmProgramme) programme = test_people_build (people);

  return told_pairing (programme, with_files);
}

static void
test_all (void)
{
  static const gint64 ids[] = { A_MENTEE, A_MENTOR, BOTH };

  for (guint32 seed = 1; seed <= 24; seed++)
    for (gsize k = 0; k < G_N_ELEMENTS (ids); k++)
      {
        g_autofree char *first = tell_all (seed, ids[k], WITHDRAWN, seed % 8 == 0);

        g_assert_nonnull (strstr (first, "not available to pair"));
        g_assert_null (strstr (first, "must read"));
        for (Secret secret = LEFT; secret < N_SECRETS; secret++)
          {
            g_autofree char *other = tell_all (seed, ids[k], secret, seed % 8 == 0);

            g_autofree char *what = g_strdup_printf ("seed %u, person %d, secret %d", seed,
                                                     (int) ids[k], secret);

            told_assert_same (first, other, what);
          }
      }
}

/* Undo and history name neither people nor reasons. */
static void
test_labels (void)
{
  g_autoptr (AppFixture) fixture = app_fixture_new ();
  g_autoptr (GFile) people = app_fixture_sample ("people.csv");
  const RmField *state = rm_entity_find_field (rm_person_entity (), "state");
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  RmProgramme *programme = NULL;
  gint64 one = 0;
  gint64 other = 0;

  app_fixture_import (fixture, people, RM_IMPORT_PEOPLE);
  programme = rm_session_get_programme (fixture->session);
  one = rm_programme_get_person (programme, 0)->record.id;
  other = rm_programme_get_person (programme, 1)->record.id;
  g_assert_true (rm_command_set_field (fixture->session, RM_TABLE_PERSON, one, state, "withdrawn",
                                       &error));
  g_assert_no_error (error);
  label = g_strdup (rm_session_get_undo_label (fixture->session));

  g_assert_true (rm_command_set_field (fixture->session, RM_TABLE_PERSON, one, state, "left",
                                       &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  g_assert_true (rm_command_set_field (fixture->session, RM_TABLE_PERSON, one, state, "active",
                                       &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  g_assert_true (rm_command_keep_apart (fixture->session, one, other, TRUE, "Why", &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  /* An open one without a reason is told by nothing, either. */
  g_assert_true (rm_command_keep_apart (fixture->session, other, one, FALSE, NULL, &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  programme = rm_session_get_programme (fixture->session);
  g_assert_cmpuint (rm_programme_count (programme, RM_TABLE_EXCLUSION), ==, 1);
  g_assert_true (rm_command_let_together (fixture->session, one, other, &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  g_assert_false (rm_command_let_together (fixture->session, one, other, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (rm_session_undo (fixture->session, &error));
  g_assert_true (rm_session_undo (fixture->session, &error));
  g_assert_cmpstr (rm_session_get_undo_label (fixture->session), ==, label);
  g_assert_cmpstr (rm_session_get_redo_label (fixture->session), ==, label);
  g_assert_false (rm_command_keep_apart (fixture->session, one, 77, TRUE, NULL, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/confidence/all", test_all);
  g_test_add_func ("/app/confidence/labels", test_labels);
  return g_test_run ();
}
