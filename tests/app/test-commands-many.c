/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/commands/rm-commands-many.h"

#include "app-fixture.h"
#include "app/commands/rm-commands-groups.h"
#include "app/commands/rm-commands.h"
#include "app/pairing/rm-commands-pairs.h"
#include "app/pairing/rm-commands-proposal.h"
#include "app/queries/rm-people-query.h"
#include "app/queries/rm-programme-query.h"
#include "app/queries/rm-surplus-pairs.h"

static const char people[] = "Personnel number;Name;Role;Department;Level;Tags;level:TikTok;target:TikTok\n"
                             "1;Zoë Ng;mentee;Sales;9;sailing;1;4\n"
                             "2;Bjørn;mentee;Legal;8;;0;3\n"
                             "3;Łukasz;mentor;Sales;2;Sailing, chess;5;\n"
                             "4;Mia;mentor;;2;chess;4;\n"
                             "5;zoe ng;mentee;Sales;9;running;2;5\n";

static AppFixture *
new_fixture (void)
{
  AppFixture *self = app_fixture_new ();
  g_autoptr (GFile) file = app_fixture_write (self, "people.csv", people);

  app_fixture_import (self, file, RM_IMPORT_PEOPLE);
  return self;
}

static gint64
find (AppFixture *self,
      const char *staff_no)
{
  RmProgramme *programme = rm_session_get_programme (self->session);

  for (guint k = 0; k < rm_programme_count (programme, RM_TABLE_PERSON); k++)
    if (g_strcmp0 (rm_programme_get_person (programme, k)->staff_no, staff_no) == 0)
      return rm_programme_get_person (programme, k)->record.id;

  return 0;
}

static const RmPerson *
get (AppFixture *self,
     const char *staff_no)
{
  return rm_programme_find_person (rm_session_get_programme (self->session),
                                   find (self, staff_no));
}

static const RmField *
field (const char *key)
{
  return rm_entity_find_field (rm_person_entity (), key);
}

static gboolean
set_field (AppFixture *self,
           const gint64 *ids,
           guint n,
           const RmField *which,
           const char *text,
           GError **error)
{
  rm_command_set_field_of_many_async (self->session, ids, n, which, text, app_fixture_heard, self);
  return app_fixture_finish (self, error);
}

static gboolean
change_tag (AppFixture *self,
            const gint64 *ids,
            guint n,
            const char *tag,
            gboolean add,
            GError **error)
{
  rm_command_change_tag_async (self->session, ids, n, tag, add, app_fixture_heard, self);
  return app_fixture_finish (self, error);
}

/* One step for all, and nobody where one value is wrong. */
static void
test_field (void)
{
  g_autoptr (AppFixture) self = new_fixture ();
  const gint64 all[] = { find (self, "1"), find (self, "2"), find (self, "3") };
  g_autofree char *before = app_fixture_dump (self);
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set_field (self, all, 3, field ("department"), "Sales", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get (self, "2")->department, ==, "Sales");
  g_assert_cmpstr (rm_session_get_undo_label (self->session), ==,
                   "Change “Department” of 1 person");
  g_assert_true (set_field (self, all, 3, field ("level"), "5", &error));
  g_assert_cmpint (get (self, "3")->level, ==, 5);
  g_assert_cmpstr (rm_session_get_undo_label (self->session), ==, "Change “Seniority level” of 3 people");

  g_assert_false (set_field (self, all, 3, field ("level"), "eleven", &error));
  g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE);
  g_assert_cmpint (get (self, "1")->level, ==, 5);

  g_assert_true (rm_session_undo (self->session, NULL));
  g_assert_true (rm_session_undo (self->session, NULL));
  undone = app_fixture_dump (self);
  g_assert_cmpstr (undone, ==, before);
}

static void
assert_entry (GPtrArray *entries,
              guint at,
              RmHistoryKind kind,
              const char *label)
{
  const RmHistoryEntry *entry = NULL;

  g_assert_cmpuint (entries->len, >, at);
  entry = g_ptr_array_index (entries, at);
  g_assert_cmpint (entry->kind, ==, kind);
  g_assert_cmpstr (entry->label, ==, label);
  g_assert_cmpint (entry->made, >, 0);
  g_assert_nonnull (entry->author);
}

/* Taking something back is told as well, and nothing is ever taken out. */
static void
test_history (void)
{
  g_autoptr (AppFixture) self = new_fixture ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rm_command_set_field (self->session, RM_TABLE_PERSON, find (self, "4"),
                                       field ("site"), "Lyon", &error));
  g_assert_true (rm_session_undo (self->session, &error));
  g_assert_true (rm_session_redo (self->session, &error));
  entries = rm_session_list_history (self->session, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 4);
  assert_entry (entries, 0, RM_HISTORY_REDO, "Change “Site” of Mia");
  assert_entry (entries, 1, RM_HISTORY_UNDO, "Change “Site” of Mia");
  assert_entry (entries, 2, RM_HISTORY_EDIT, "Change “Site” of Mia");

  newest = rm_session_list_history (self->session, 1, &error);
  g_assert_cmpuint (newest->len, ==, 1);
}

static void
test_tag (void)
{
  g_autoptr (AppFixture) self = new_fixture ();
  const gint64 all[] = { find (self, "1"), find (self, "2"), find (self, "3") };
  g_autoptr (GError) error = NULL;

  g_assert_true (change_tag (self, all, 3, " sailing ", TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get (self, "1")->tags, ==, "sailing");
  g_assert_cmpstr (get (self, "2")->tags, ==, "sailing");
  g_assert_cmpstr (rm_session_get_undo_label (self->session), ==, "Add “sailing” to 1 person");

  g_assert_true (change_tag (self, all, 3, "SAILING", FALSE, &error));
  g_assert_null (get (self, "1")->tags);
  g_assert_null (get (self, "2")->tags);
  g_assert_nonnull (strstr (get (self, "3")->tags, "chess"));
  g_assert_null (strstr (get (self, "3")->tags, "ailing"));

  g_assert_false (change_tag (self, all, 3, "one; two", TRUE, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
}

/* Ratings, pairs and who reports follow; what the two had with each other goes; undo brings all back. */
static void
test_merge (void)
{
  g_autoptr (AppFixture) self = new_fixture ();
  gint64 into = find (self, "1");
  gint64 from = find (self, "5");
  g_autoptr (GArray) unasked = rm_programme_query_list_unasked (rm_session_get_programme (self->session));
  g_autoptr (RmPairingResult) result = NULL;
  RmPerson *merged = rm_record_copy (get (self, "1"));
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  RmProgramme *programme = NULL;
  const RmStanding *standing = NULL;

  rm_command_set_manager (self->session, find (self, "4"), from, &error);
  g_assert_no_error (error);
  rm_command_keep_apart (self->session, into, from, FALSE, "Told us", &error);
  g_assert_no_error (error);
  rm_command_record_consent (self->session, (const gint64 *) (gpointer) unasked->data,
                             unasked->len, "Asked", &error);
  g_assert_no_error (error);
  result = rm_pairing_propose (rm_session_get_programme (self->session), NULL, NULL, &error);
  g_assert_no_error (error);
  rm_command_apply_proposal (self->session, result, &error);
  g_assert_no_error (error);
  before = app_fixture_dump (self);

  g_free (merged->department);
  merged->department = g_strdup ("Marketing");
  g_assert_true (rm_command_merge_people (self->session, into, from, merged, &error));
  g_assert_no_error (error);
  rm_record_unref (merged);

  programme = rm_session_get_programme (self->session);
  g_assert_null (rm_programme_find_person (programme, from));
  g_assert_cmpstr (get (self, "1")->department, ==, "Marketing");
  g_assert_cmpint (get (self, "4")->manager, ==, into);
  g_assert_cmpuint (rm_programme_count (programme, RM_TABLE_EXCLUSION), ==, 0);
  standing = &get (self, "1")->standings[0];
  g_assert_cmpint (standing->level, >=, 1);
  for (guint k = 0; k < rm_programme_count (programme, RM_TABLE_PAIR); k++)
    {
      const RmPair *pair = rm_programme_get (programme, RM_TABLE_PAIR, k);

      g_assert_cmpint (pair->mentee, !=, from);
      g_assert_cmpint (pair->mentee, !=, pair->mentor);
    }

  g_assert_true (rm_session_undo (self->session, NULL));
  undone = app_fixture_dump (self);
  g_assert_cmpstr (undone, ==, before);
}

/* Contradicting records of the two do not both stay. */
static void
test_merge_settles (void)
{
  g_autoptr (AppFixture) self = new_fixture ();
  gint64 into = find (self, "3");
  RmPerson *merged = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rm_command_set_manager (self->session, into, find (self, "1"), &error));
  g_assert_true (rm_command_set_field (self->session, RM_TABLE_PERSON, find (self, "4"),
                                       field ("relation"), "customer", &error));
  merged = rm_record_copy (get (self, "3"));
  rm_record_copy_field (merged, get (self, "4"), field ("relation"));
  g_assert_true (rm_record_parse (merged, field ("manager_ref"), "boss@example.org", NULL));
  g_assert_true (rm_record_parse (merged, field ("committed_on"), "2026-01-05", NULL));
  g_assert_true (rm_command_merge_people (self->session, into, find (self, "4"), merged, &error));
  g_assert_no_error (error);
  rm_record_unref (merged);
  g_assert_cmpint (get (self, "3")->manager, ==, 0);
  g_assert_null (get (self, "3")->manager_ref);
  g_assert_null (get (self, "3")->committed_on);
}

/* Of one day counts what was said of the one who stays, whatever ids ratings happen to have. */
static void
test_merge_ratings (void)
{
  for (guint time = 0; time < 8; time++)
    {
      g_autoptr (AppFixture) self = new_fixture ();
      gint64 into = find (self, time % 2 == 0 ? "1" : "5");
      gint64 from = find (self, time % 2 == 0 ? "5" : "1");
      const RmPerson *stays = rm_programme_find_person (rm_session_get_programme (self->session),
                                                        into);
      RmStanding before = stays->standings[0];
      RmPerson *merged = rm_record_copy (stays);
      g_autoptr (GError) error = NULL;

      g_assert_true (rm_command_merge_people (self->session, into, from, merged, &error));
      g_assert_no_error (error);
      rm_record_unref (merged);
      stays = rm_programme_find_person (rm_session_get_programme (self->session), into);
      g_assert_cmpint (stays->standings[0].level, ==, before.level);
      g_assert_cmpint (stays->standings[0].target, ==, before.target);
    }
}

static gboolean
insert_two_pairs (RmStore *store,
                  gpointer data,
                  GError **error)
{
  const gint64 *ids = data;
  gboolean ok = TRUE;

  for (guint k = 0; ok && k < 2; k++)
    {
      RmPair *pair = rm_pair_new (ids[k], ids[2]);

      pair->locked = k == 1;
      pair->reason = g_strdup (k == 1 ? "Promised" : NULL);
      ok = rm_store_insert (store, pair, error);
      rm_record_unref (pair);
    }

  return ok;
}

/* Both had a pair with the same mentor, and one was locked; both were asked, and one refused. */
static void
test_merge_doubles (void)
{
  for (guint time = 0; time < 8; time++)
    {
      g_autoptr (AppFixture) self = new_fixture ();
      gint64 ids[] = { find (self, "1"), find (self, "5"), find (self, "3") };
      RmPerson *merged = rm_record_copy (get (self, "1"));
      RmProgramme *programme = NULL;
      gint64 purpose = 0;
      g_autoptr (GError) error = NULL;

      rm_session_edit (self->session, "Pair", insert_two_pairs, ids, &error);
      g_assert_no_error (error);
      rm_command_add_named (self->session, RM_TABLE_CONSENT_PURPOSE, "Photos", &purpose, &error);
      rm_command_answer_consent (self->session, ids[time % 2], purpose, TRUE, NULL, &error);
      rm_command_answer_consent (self->session, ids[1 - time % 2], purpose, FALSE, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (rm_command_merge_people (self->session, ids[0], ids[1], merged, &error));
      g_assert_no_error (error);
      rm_record_unref (merged);
      programme = rm_session_get_programme (self->session);
      g_assert_cmpuint (rm_programme_count (programme, RM_TABLE_PAIR), ==, 1);
      g_assert_cmpint (((RmPair *) rm_programme_get (programme, RM_TABLE_PAIR, 0))->locked, ==, 1);
      g_assert_cmpint (rm_consent_find (programme, ids[0], purpose)->given, ==, 0);
    }
}

static gboolean
insert_pairs (RmStore *store,
              gpointer data,
              GError **error)
{
  GPtrArray *pairs = data;

  for (guint k = 0; k < pairs->len; k++)
    if (!rm_store_insert (store, g_ptr_array_index (pairs, k), error))
      return FALSE;

  return TRUE;
}

static gint64
add_pair (AppFixture *self,
          gint64 mentee,
          gint64 mentor,
          gboolean locked)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (rm_record_unref);
  RmPair *pair = rm_pair_new (mentee, mentor);
  g_autoptr (GError) error = NULL;

  pair->locked = locked;
  g_ptr_array_add (pairs, pair);
  rm_session_edit (self->session, "Pair", insert_pairs, pairs, &error);
  g_assert_no_error (error);

  return pair->record.id;
}

/* Each had a pair: with one place that of the one who goes ends, and says why; with two both stay. */
static void
merge_with_places (gboolean mentees,
                   int places,
                   gboolean expected)
{
  g_autoptr (AppFixture) self = new_fixture ();
  gint64 into = find (self, mentees ? "1" : "3");
  gint64 from = find (self, mentees ? "5" : "4");
  gint64 partners[] = { find (self, mentees ? "3" : "1"), find (self, mentees ? "4" : "2") };
  gint64 own = mentees ? add_pair (self, into, partners[0], FALSE)
                       : add_pair (self, partners[0], into, FALSE);
  gint64 other = mentees ? add_pair (self, from, partners[1], TRUE)
                         : add_pair (self, partners[1], from, TRUE);
  RmPerson *merged = rm_record_copy (get (self, mentees ? "1" : "3"));
  g_autofree char *before = app_fixture_dump (self);
  g_autofree char *undone = NULL;
  g_autoptr (GArray) open = NULL;
  const RmPair *pair = NULL;
  g_autoptr (GError) error = NULL;

  *(mentees ? &merged->mentee_capacity : &merged->mentor_capacity) = places;
  g_assert_true (rm_command_merge_people (self->session, into, from, merged, &error));
  g_assert_no_error (error);
  rm_record_unref (merged);

  open = rm_programme_query_list_pairs (rm_session_get_programme (self->session), into);
  g_assert_cmpuint (open->len, ==, expected ? 1 : 2);
  pair = rm_programme_find (rm_session_get_programme (self->session), RM_TABLE_PAIR, own);
  g_assert_true (rm_pair_is_open (pair));
  pair = rm_programme_find (rm_session_get_programme (self->session), RM_TABLE_PAIR, other);
  g_assert_cmpint (mentees ? pair->mentee : pair->mentor, ==, into);
  g_assert_cmpint (pair->state == RM_PAIR_ENDED, ==, expected);
  g_assert_cmpint (pair->reason != NULL, ==, expected);

  g_assert_true (rm_session_undo (self->session, NULL));
  undone = app_fixture_dump (self);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_merge_surplus (void)
{
  for (guint mentees = 0; mentees < 2; mentees++)
    {
      merge_with_places (mentees == 1, 1, TRUE);
      merge_with_places (mentees == 1, 0, TRUE);
      merge_with_places (mentees == 1, 2, FALSE);
    }
}

/* Accepted pairs are kept before proposed ones; pairs of the two with each other or with the same
 * third person take no second place; and somebody who is not a mentor keeps no mentees. */
static void
test_merge_surplus_order (void)
{
  g_autoptr (AppFixture) self = new_fixture ();
  gint64 into = find (self, "1");
  gint64 from = find (self, "3");
  gint64 mentor = find (self, "4");
  RmPerson *merged = rm_record_copy (get (self, "1"));
  gint64 promised = 0;
  gint64 proposed = 0;
  RmProgramme *programme = NULL;
  g_autoptr (GArray) surplus = NULL;

  add_pair (self, into, from, FALSE);
  add_pair (self, into, mentor, FALSE);
  add_pair (self, from, mentor, FALSE);
  proposed = add_pair (self, find (self, "2"), from, FALSE);
  promised = add_pair (self, find (self, "5"), from, TRUE);
  programme = rm_session_get_programme (self->session);

  surplus = rm_surplus_pairs_list (programme, merged, from);
  g_assert_cmpuint (surplus->len, ==, 2);
  g_assert_cmpint (g_array_index (surplus, gint64, 0), ==, promised);
  g_assert_cmpint (g_array_index (surplus, gint64, 1), ==, proposed);

  merged->side = RM_SIDE_BOTH;
  g_clear_pointer (&surplus, g_array_unref);
  surplus = rm_surplus_pairs_list (programme, merged, from);
  g_assert_cmpuint (surplus->len, ==, 1);
  g_assert_cmpint (g_array_index (surplus, gint64, 0), ==, proposed);
  rm_record_unref (merged);
}

/* People who left are taken out of all pairs, locked ones too; others keep theirs. */
static void
test_end_pairs (void)
{
  g_autoptr (AppFixture) self = new_fixture ();
  g_autoptr (GArray) unasked = rm_programme_query_list_unasked (rm_session_get_programme (self->session));
  g_autoptr (RmPairingResult) result = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GArray) left = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  rm_command_record_consent (self->session, (const gint64 *) (gpointer) unasked->data,
                             unasked->len, "Asked", &error);
  result = rm_pairing_propose (rm_session_get_programme (self->session), NULL, NULL, &error);
  rm_command_apply_proposal (self->session, result, &error);
  g_assert_no_error (error);
  n = rm_programme_count (rm_session_get_programme (self->session), RM_TABLE_PAIR);
  pairs = rm_programme_query_list_pairs (rm_session_get_programme (self->session), find (self, "3"));
  g_assert_cmpuint (pairs->len, ==, 1);
  rm_command_set_locked (self->session, g_array_index (pairs, gint64, 0), TRUE, &error);
  g_assert_no_error (error);

  g_assert_true (rm_command_end_pairs (self->session, find (self, "3"), &error));
  left = rm_programme_query_list_pairs (rm_session_get_programme (self->session), find (self, "3"));
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (self->session), RM_TABLE_PAIR),
                    ==, n - 1);
  g_assert_cmpstr (rm_session_get_undo_label (self->session), ==, "End 1 pair of Łukasz");
  g_assert_true (rm_command_end_pairs (self->session, find (self, "3"), &error));
  g_assert_true (rm_session_undo (self->session, NULL));
  g_assert_cmpuint (rm_programme_count (rm_session_get_programme (self->session), RM_TABLE_PAIR),
                    ==, n);
}

/* Bands meet without a gap; people without a date are in none. */
static void
test_tenure (void)
{
  static const char *const joined[] = { "2024-11-22", "2024-11-21", "2016-11-22", "2016-11-21", "" };
  static const guint expected[RM_N_TENURES] = { 5, 1, 2, 1 };
  g_autoptr (AppFixture) self = new_fixture ();
  g_autoptr (RmPeopleQuery) query = rm_people_query_new ();

  for (guint k = 0; k < 5; k++)
    {
      g_autofree char *staff_no = g_strdup_printf ("%u", k + 1);

      g_assert_true (rm_command_set_field (self->session, RM_TABLE_PERSON, find (self, staff_no),
                                           field ("joined"), joined[k], NULL));
    }
  for (guint t = 0; t < RM_N_TENURES; t++)
    {
      g_autoptr (GArray) found = NULL;

      rm_people_query_set_tenure (query, (RmTenure) t, 2026, 11, 22);
      found = rm_people_query_run (query, rm_session_get_programme (self->session));
      g_assert_cmpuint (found->len, ==, expected[t]);
    }
}

static void
test_alike (void)
{
  g_autoptr (AppFixture) self = new_fixture ();
  g_autoptr (GArray) alike = rm_people_list_alike (rm_session_get_programme (self->session));
  RmPerson *merged = rm_record_copy (get (self, "1"));
  g_autoptr (RmPeopleQuery) query = rm_people_query_new ();
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  query->eager = TRUE;
  found = rm_people_query_run (query, rm_session_get_programme (self->session));
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_true (rm_command_set_field (self->session, RM_TABLE_PERSON, find (self, "3"),
                                       field ("eagerness"), "4", NULL));
  g_clear_pointer (&found, g_array_unref);
  found = rm_people_query_run (query, rm_session_get_programme (self->session));
  g_assert_cmpuint (found->len, ==, 1);

  query->eager = FALSE;
  query->alike = TRUE;
  g_clear_pointer (&found, g_array_unref);
  found = rm_people_query_run (query, rm_session_get_programme (self->session));
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (alike->len, ==, 2);
  g_assert_cmpint (g_array_index (alike, gint64, 0), ==, find (self, "1"));
  g_assert_cmpint (g_array_index (alike, gint64, 1), ==, find (self, "5"));

  g_assert_false (rm_command_merge_people (self->session, find (self, "1"), find (self, "1"), merged,
                                           &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (rm_command_merge_people (self->session, find (self, "1"), 77, merged, &error));
  g_assert_error (error, RM_APP_ERROR, RM_APP_ERROR_NOT_FOUND);
  rm_record_unref (merged);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/commands/many/field", test_field);
  g_test_add_func ("/app/commands/many/history", test_history);
  g_test_add_func ("/app/commands/many/tag", test_tag);
  g_test_add_func ("/app/commands/many/merge", test_merge);
  g_test_add_func ("/app/commands/many/merge-settles", test_merge_settles);
  g_test_add_func ("/app/commands/many/merge-ratings", test_merge_ratings);
  g_test_add_func ("/app/commands/many/merge-doubles", test_merge_doubles);
  g_test_add_func ("/app/commands/many/merge-surplus", test_merge_surplus);
  g_test_add_func ("/app/commands/many/merge-surplus-order", test_merge_surplus_order);
  g_test_add_func ("/app/commands/many/end-pairs", test_end_pairs);
  g_test_add_func ("/app/commands/many/tenure", test_tenure);
  g_test_add_func ("/app/commands/many/alike", test_alike);
  return g_test_run ();
}
