/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/commands/rm-commands-many.h"
#include "app/commands/rm-commands.h"
#include "app/files/rm-export-files.h"
#include "exchange/json/rm-json-writer.h"
#include "test-people.h"
#include "told.h"

#include <string.h>

/* The twin of an avoid is an open exclusion of the same two without a reason. All texts, counts and
 * files are the same for both, with these exceptions: rm_command_keep_apart() itself, which is told
 * that it is in confidence; rm_apart_list(), shown only where exclusions are recorded in the window
 * and by its verb; and RM_EXPORT_BUNDLE, which holds everything. */

static void
add_twin (TestPeople *people,
          gint64 one,
          gint64 other,
          gboolean confidential)
{
  GPtrArray *exclusions = people->tables[RM_TABLE_EXCLUSION];
  RmExclusion *exclusion = NULL;

  if (one == other)
    return;
  test_people_add_exclusion (people, one, other, TRUE);
  exclusion = g_ptr_array_index (exclusions, exclusions->len - 1);
  exclusion->confidential = confidential;
  exclusion->reason = confidential ? g_strdup ("Something that nobody must read") : NULL;
}

static void
add_people (TestPeople *people,
            GRand *rand)
{
  static const char *const departments[] = { "IT", "Sales", NULL };

  for (gint64 k = 1; k <= 14; k++)
    {
      RmPerson *person = test_people_add (people, k, k <= 6   ? RM_SIDE_MENTEE
                                                     : k <= 8 ? RM_SIDE_BOTH
                                                              : RM_SIDE_MENTOR);

      person->level = k <= 8 ? g_rand_int_range (rand, 3, 9) : g_rand_int_range (rand, 1, 5);
      person->mentor_capacity = g_rand_int_range (rand, 1, 3);
      person->willing = g_rand_int_range (rand, 0, 8) > 0;
      person->manager = k > 9 ? g_rand_int_range (rand, 1, 9) : 0;
      person->state = g_rand_int_range (rand, 0, 8) > 0 ? RM_PERSON_ACTIVE : RM_PERSON_WITHDRAWN;
      person->department = g_strdup (departments[g_rand_int_range (rand, 0, 3)]);
      test_person_set_standing (person, 101, g_rand_int_range (rand, 0, 6), 4, 3);
      test_person_set_standing (person, 102, g_rand_int_range (rand, 0, 4), 5, 2);
    }
}

/* Few enough candidates for every exclusion to count; some of the two break other rules, have an
 * open exclusion with a reason besides, are a pair, or withdrew. */
static RmProgramme *
make_twin (guint32 seed,
           gboolean confidential)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (TestPeople) people = test_people_new ();

  people->settings->mode = (int) (seed % RM_N_MODES);
  people->settings->need_other_department = seed % 2 == 0;
  test_people_add_skill (people, 101, "Tools", "TikTok");
  test_people_add_skill (people, 102, "Tools", "Prezi");
  add_people (people, rand);
  for (gint64 k = 1; k <= 12; k++)
    {
      gint64 mentee = g_rand_int_range (rand, 1, 9);
      gint64 mentor = g_rand_int_range (rand, 7, 15);

      add_twin (people, k % 2 == 0 ? mentor : mentee, k % 2 == 0 ? mentee : mentor, confidential);
      if (k % 3 == 0 && mentee != mentor)
        test_people_add_exclusion (people, mentee, mentor, FALSE);
      if (k % 4 == 0 && mentee != mentor)
        test_people_add_pair (people, mentee, mentor, RM_PAIR_ACTIVE);
    }

  return test_people_build (people);
}

static void
test_told (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (RmProgramme) avoid = make_twin (seed, TRUE);
      g_autoptr (RmProgramme) apart = make_twin (seed, FALSE);
      g_autofree char *first = told_all (avoid, seed % 8 == 0);
      g_autofree char *second = told_all (apart, seed % 8 == 0);
      g_autofree char *what = g_strdup_printf ("seed %u", seed);

      g_assert_null (strstr (first, "must read"));
      told_assert_same (first, second, what);
    }
}

/* What a session shows, whatever was done in it before. */
static char *
tell_session (AppFixture *fixture)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = rm_session_list_history (fixture->session, 100, &error);
  g_autofree char *all = told_all (rm_session_get_programme (fixture->session), FALSE);

  g_assert_no_error (error);
  g_string_append_printf (out, "%s\n%s\n", rm_session_get_undo_label (fixture->session),
                          rm_session_get_redo_label (fixture->session));
  for (guint k = 0; k < history->len; k++)
    {
      const RmHistoryEntry *entry = g_ptr_array_index (history, k);

      g_string_append_printf (out, "%s %d\n", entry->label, entry->kind);
    }

  return g_strconcat (out->str, all, NULL);
}

/* Nobody breaks a rule but by what the walk does. */
static RmProgramme *
make_plain (void)
{
  g_autoptr (TestPeople) people = test_people_new ();

  test_people_add_skill (people, 101, "Tools", "TikTok");
  for (gint64 k = 1; k <= 8; k++)
    {
      RmPerson *person = test_people_add (people, k, k <= 4 ? RM_SIDE_MENTEE : RM_SIDE_MENTOR);

      person->level = k <= 4 ? 8 : 2;
      test_person_set_standing (person, 101, k <= 4 ? 1 : 5, k <= 4 ? 4 : -1, 3);
    }
  test_people_add_pair (people, 1, 5, RM_PAIR_PROPOSED);

  return test_people_build (people);
}

static AppFixture *
new_fixture (void)
{
  AppFixture *fixture = app_fixture_new ();
  g_autoptr (RmProgramme) programme = make_plain ();
  g_autoptr (GPtrArray) ratings = g_ptr_array_new ();
  g_autoptr (RmBundle) bundle = rm_bundle_new_for_programme (programme, ratings);
  g_autoptr (GString) json = rm_json_writer_write (bundle);
  g_autoptr (GFile) file = app_fixture_write (fixture, "all.json", json->str);
  g_autoptr (GError) error = NULL;

  rm_export_read_bundle (fixture->session, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return fixture;
}

static void
merge (AppFixture *fixture,
       gint64 into,
       gint64 from,
       GError **error)
{
  RmPerson *merged = rm_record_copy (
    rm_programme_find_person (rm_session_get_programme (fixture->session), into));

  rm_command_merge_people (fixture->session, into, from, merged, error);
  rm_record_unref (merged);
}

/* What a coordinator may do with people who are kept apart, one step at a time. */
static void
step (AppFixture *fixture,
      guint number,
      gboolean confidential)
{
  RmSession *session = fixture->session;
  const gint64 one = 1;
  const gint64 other = 5;
  const gint64 third = 2;
  const char *reason = confidential ? "Something that nobody must read" : NULL;
  g_autoptr (GError) error = NULL;

  switch (number)
    {
    case 0:
    case 5:
      rm_command_keep_apart (session, one, other, confidential, reason, &error);
      break;
    case 1:
      rm_session_undo (session, &error);
      break;
    case 2:
      rm_session_redo (session, &error);
      break;
    case 3:
      rm_command_let_together (session, other, one, &error);
      break;
    case 4:
      rm_command_keep_apart (session, third, other, FALSE, "Kin", &error);
      break;
    case 6: /* of two exclusions of the same two none may go that only one of the twins has */
      merge (fixture, one, third, &error);
      break;
    case 7:
      rm_command_let_together (session, one, other, &error);
      break;
    default:
      rm_session_undo (session, &error);
      break;
    }
  g_assert_no_error (error);
}

static void
test_walk (void)
{
  g_autoptr (AppFixture) avoid = new_fixture ();
  g_autoptr (AppFixture) apart = new_fixture ();

  for (guint k = 0; k < 10; k++)
    {
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autofree char *what = g_strdup_printf ("step %u", k);

      step (avoid, k, TRUE);
      step (apart, k, FALSE);
      first = tell_session (avoid);
      second = tell_session (apart);
      told_assert_same (first, second, what);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/twins/told", test_told);
  g_test_add_func ("/app/twins/walk", test_walk);
  return g_test_run ();
}
