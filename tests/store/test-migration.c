/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "core/model/rm-programme.h"
#include "store/rm-schema.h"
#include "store/rm-store-programme.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Documents with older schema versions open, and all their undo still works. */

typedef struct
{
  const char *file;
  guint n_people;
  int n_steps;
  const char *name;
  const char *mode;
} Old;

static const Old version_1 = { "schema-v1.sql", 6, 5, "name=Written by version 1 objective=Test ",
                               "mode=people weight_skills=40 " };
static const Old version_2 = { "schema-v2.sql", 4, 6, "name=Written by version 2 objective=Test ",
                               "mode=weakest weight_skills=40 " };
static const Old version_3 = { "proposal-v3.sql", 6, 4, "name=Written by version 3 objective=Test ",
                               "mode=people weight_skills=40 " };

static const Old version_4 = { "proposal-v4.sql", 5, 4, "name=Written by version 4 objective=Test ",
                               "mode=people weight_skills=40 " };

static void
write_old (const Old *old,
           const char *path)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "store", "data", old->file, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (RmDb) db = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (source, &sql, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  db = rm_db_open (path, TRUE, &error);
  g_assert_no_error (error);
  rm_db_exec (db, sql, "fill", &error);
  g_assert_no_error (error);
}

static RmDocument *
open_old (const Old *old,
          const Place *place)
{
  g_autofree char *path = g_file_get_path (place->file);

  write_old (old, path);
  return must_open (place);
}

static gint64
version_of (RmDocument *document)
{
  gint64 version = 0;

  g_assert_true (rm_db_get_int64 (rm_store_get_db (rm_document_get_store (document)),
                                  "PRAGMA user_version", &version, NULL));
  return version;
}

/* What a programme and its proposal say, as text. */
static char *
describe (RmStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmProgramme) programme = rm_store_load_programme (store, &error);
  const RmProposal *proposal = NULL;
  GString *text = g_string_new (NULL);
  const RmEntity *entity = rm_settings_entity ();

  g_assert_no_error (error);
  for (guint f = 0; f < entity->n_fields; f++)
    {
      g_autofree char *value = rm_record_format (rm_programme_get_settings (programme),
                                                 &entity->fields[f]);

      g_string_append_printf (text, "%s=%s ", entity->fields[f].key, value);
    }
  for (guint t = 0; t < RM_N_TABLES; t++)
    g_string_append_printf (text, "%u ", rm_programme_count (programme, (RmTable) t));
  for (guint p = 0; p < rm_programme_count (programme, RM_TABLE_PAIR); p++)
    {
      const RmPair *pair = rm_programme_get (programme, RM_TABLE_PAIR, p);

      g_string_append_printf (text, "%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT " ", pair->mentee,
                              pair->mentor);
    }
  proposal = rm_programme_get_proposal (programme);
  if (proposal != NULL)
    g_string_append_printf (text, "%d %d %s", proposal->mode, proposal->total, proposal->certificate);

  return g_string_free (text, FALSE);
}

static void
test_opens (gconstpointer data)
{
  const Old *old = data;
  Place place;
  RmDocument *document = NULL;
  g_autofree char *text = NULL;
  g_autofree char *migrated = NULL;
  g_autofree char *fresh = NULL;
  g_autoptr (RmDb) model = rm_db_open (":memory:", TRUE, NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  document = open_old (old, &place);
  before = contents (place.file);
  g_assert_cmpint (version_of (document), ==, RM_SCHEMA_VERSION);
  g_assert_cmpuint (count_people (document), ==, old->n_people);
  text = describe (rm_document_get_store (document));
  g_assert_nonnull (strstr (text, old->name));
  g_assert_nonnull (strstr (text, old->mode));
  g_assert_true (rm_document_verify (document, NULL, &error));
  g_assert_no_error (error);

  /* It cannot be told from a document that was made anew. */
  g_assert_true (rm_schema_create (model, &error));
  fresh = rm_db_dup_schema (model, &error);
  migrated = rm_db_dup_schema (rm_store_get_db (rm_document_get_store (document)), &error);
  g_assert_cmpstr (migrated, ==, fresh);

  /* Looking changes nothing. */
  rm_document_close (document);
  after = contents (place.file);
  g_assert_true (g_bytes_equal (before, after));
  place_clear (&place);
}

/* Changesets of older versions are taken back and done again, in one go and across a save. */
static void
test_undo (gconstpointer data)
{
  const Old *old = data;
  Place place;
  RmDocument *document = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  document = open_old (old, &place);
  whole = describe (rm_document_get_store (document));
  for (int step = 0; step < old->n_steps; step++)
    {
      rm_store_undo (rm_document_get_store (document), NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_null (rm_store_get_undo_label (rm_document_get_store (document)));
  g_assert_cmpuint (count_people (document), ==, 0);
  {
    g_autofree char *nothing = describe (rm_document_get_store (document));

    g_assert_null (strstr (nothing, "objective=Test"));
  }

  g_assert_true (rm_document_save (document, FALSE, NULL, &error));
  g_assert_no_error (error);
  rm_document_close (document);
  document = must_open (&place);
  g_assert_cmpint (version_of (document), ==, RM_SCHEMA_VERSION);
  for (int step = 0; step < old->n_steps; step++)
    {
      rm_store_redo (rm_document_get_store (document), NULL, &error);
      g_assert_no_error (error);
    }
  again = describe (rm_document_get_store (document));
  g_assert_cmpstr (again, ==, whole);

  rm_document_close (document);
  place_clear (&place);
}

static gboolean
use_new (RmStore *store,
         gpointer data,
         GError **error)
{
  g_autoptr (GPtrArray) rows
    = rm_store_load_records (store, rm_settings_entity (), NULL, 0, error);
  RmSettings *settings = g_ptr_array_index (rows, 0);
  RmScenario *scenario = rm_scenario_new ("Fair", settings);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (RmIdPair));
  RmIdPair pair = { 7, 9 };
  gboolean ok = FALSE;

  settings->mode = RM_MODE_WEAKEST;
  scenario->settings.mode = RM_MODE_WEAKEST;
  g_array_append_val (pairs, pair);
  rm_scenario_set_pairs (scenario, pairs);
  ok = rm_store_update (store, settings, error) && rm_store_insert (store, scenario, error);
  rm_record_unref (scenario);
  return ok;
}

static void
test_new_values (Place *place,
                 gconstpointer data)
{
  RmDocument *document = NULL;
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  const RmScenario *scenario = NULL;
  g_autoptr (GArray) pairs = NULL;

  document = open_old (&version_1, place);
  before = describe (rm_document_get_store (document));
  rm_store_edit (rm_document_get_store (document), "New", RM_EDIT_NONE, use_new, NULL, NULL,
                 &error);
  g_assert_no_error (error);
  rm_document_save (document, FALSE, NULL, &error);
  g_assert_no_error (error);
  rm_document_close (document);

  document = must_open (place);
  programme = rm_store_load_programme (rm_document_get_store (document), &error);
  g_assert_no_error (error);
  g_assert_cmpint (rm_programme_get_settings (programme)->mode, ==, RM_MODE_WEAKEST);
  g_assert_cmpuint (rm_programme_count (programme, RM_TABLE_SCENARIO), ==, 1);
  scenario = rm_programme_get (programme, RM_TABLE_SCENARIO, 0);
  g_assert_cmpstr (scenario->name, ==, "Fair");
  g_assert_cmpint (scenario->settings.mode, ==, RM_MODE_WEAKEST);
  g_assert_true (rm_settings_decide_alike (&scenario->settings,
                                           rm_programme_get_settings (programme)));
  pairs = rm_scenario_list_pairs (scenario);
  g_assert_cmpuint (pairs->len, ==, 1);
  g_assert_cmpint (g_array_index (pairs, RmIdPair, 0).mentee, ==, 7);
  g_assert_cmpint (g_array_index (pairs, RmIdPair, 0).mentor, ==, 9);

  rm_store_undo (rm_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
  undone = describe (rm_document_get_store (document));
  g_assert_cmpstr (undone, ==, before);
  rm_document_close (document);
}

/* The image of a large edit may be from before the migration. */
static void
test_image (Place *place,
            gconstpointer data)
{
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sub = NULL;
  g_autofree char *images = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GDir) state = NULL;
  const char *name = NULL;
  guint replaced = 0;

  document = open_old (&version_1, place);
  rm_store_edit (rm_document_get_store (document), "Import", RM_EDIT_LARGE, insert_person, "Late",
                 NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (document), ==, 7);

  state = g_dir_open (place->state, 0, NULL);
  images = g_build_filename (place->state, g_dir_read_name (state), NULL);
  dir = g_dir_open (images, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, "-before.image"))
      {
        g_free (sub);
        sub = g_build_filename (images, name, NULL);
        replaced++;
      }
  g_assert_cmpuint (replaced, ==, 1);
  write_old (&version_1, sub);

  rm_store_undo (rm_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (version_of (document), ==, RM_SCHEMA_VERSION);
  g_assert_cmpuint (count_people (document), ==, 6);
  rm_store_undo (rm_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
  rm_store_redo (rm_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
  rm_store_redo (rm_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (document), ==, 7);

  rm_document_close (document);
}

static gboolean
use_version_3 (RmStore *store,
               gpointer data,
               GError **error)
{
  g_autoptr (GPtrArray) people = rm_store_load_records (store, rm_person_entity (), NULL, 0, error);
  g_autoptr (GPtrArray) skills = rm_store_load_records (store, rm_skill_entity (), NULL, 0, error);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (rm_record_unref);
  RmPerson *person = g_ptr_array_index (people, 0);
  RmSkill *skill = g_ptr_array_index (skills, 0);
  RmRoleProfile *profile = rm_role_profile_new ("Directors");
  RmConsentPurpose *purpose = rm_consent_purpose_new ("Photos", "On the intranet");

  person->relation = RM_RELATION_CLIENT;
  person->cohort = g_strdup ("Spring");
  skill->retired = 1;
  skill->anchors[5] = g_strdup ("Teaches others");
  g_ptr_array_add (made, profile);
  g_ptr_array_add (made, purpose);
  g_ptr_array_add (made, rm_cohort_new ("Spring"));
  g_ptr_array_add (made, rm_seniority_new (9, "Vice president"));
  g_ptr_array_add (made, rm_nomination_new (person->record.id, 0, RM_NOMINATION_TEACH));
  for (guint i = 0; i < made->len; i++)
    if (!rm_store_insert (store, g_ptr_array_index (made, i), error))
      return FALSE;
  g_ptr_array_add (made, rm_role_need_new (profile->record.id, skill->record.id, 4));
  g_ptr_array_add (made, rm_consent_new (person->record.id, purpose->record.id, TRUE, NULL));
  for (guint i = made->len - 2; i < made->len; i++)
    if (!rm_store_insert (store, g_ptr_array_index (made, i), error))
      return FALSE;

  return rm_store_update (store, person, error) && rm_store_update (store, skill, error);
}

/* Rows that were there before a column was added are changed and changed back. */
static void
test_new_columns (Place *place,
                  gconstpointer data)
{
  RmDocument *document = NULL;
  RmStore *store = NULL;
  g_autoptr (RmProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;

  document = open_old (&version_2, place);
  store = rm_document_get_store (document);
  before = describe (store);
  g_assert_nonnull (strstr (before, "special_category=yes "));
  rm_store_edit (store, "New", RM_EDIT_NONE, use_version_3, NULL, NULL, &error);
  g_assert_no_error (error);
  rm_document_save (document, FALSE, NULL, &error);
  g_assert_no_error (error);
  rm_document_close (document);

  document = must_open (place);
  store = rm_document_get_store (document);
  programme = rm_store_load_programme (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rm_programme_get_person (programme, 0)->relation, ==, RM_RELATION_CLIENT);
  g_assert_cmpint (rm_programme_get_person (programme, 1)->relation, ==, RM_UNKNOWN);
  g_assert_cmpstr (rm_programme_get_skill (programme, 0)->anchors[5], ==, "Teaches others");
  g_assert_cmpint (rm_programme_get_skill (programme, 1)->retired, ==, 0);
  g_assert_cmpstr (rm_seniority_find_name (programme, 9), ==, "Vice president");
  g_assert_null (rm_seniority_find_name (programme, 8));

  rm_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  undone = describe (store);
  g_assert_cmpstr (undone, ==, before);
  rm_document_close (document);
}

/* A process that opens the document and is killed while it does, after @delay microseconds. */
static void
open_and_be_killed (const Place *place,
                    gulong delay)
{
  pid_t pid = fork ();

  if (pid == 0)
    {
      rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, NULL);
      pause ();
      _exit (0);
    }
  g_usleep (delay);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

/* Killed at any moment of bringing an old document up to date, it opens as ever, and what was put
 * in its place meanwhile is what opens then. */
static void
test_killed (Place *place,
             gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  RmDocument *document = NULL;
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;

  path = g_file_get_path (place->file);
  document = open_old (&version_2, place);
  whole = describe (rm_document_get_store (document));
  rm_document_close (document);

  for (int k = 0; k < 80; k++)
    {
      const Old *old = k % 3 == 2 ? &version_1 : &version_2;
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      write_old (&version_2, path);
      open_and_be_killed (place, (gulong) g_rand_int_range (rand, 100, 12000));
      write_old (old, path);
      before = contents (place->file);
      document = must_open (place);
      g_assert_false (rm_document_is_recovered (document));
      g_assert_cmpint (version_of (document), ==, RM_SCHEMA_VERSION);
      g_assert_true (rm_document_verify (document, NULL, &error));
      g_assert_no_error (error);
      text = describe (rm_document_get_store (document));
      if (old == &version_2)
        g_assert_cmpstr (text, ==, whole);
      else
        g_assert_nonnull (strstr (text, old->name));
      rm_document_close (document);
      after = contents (place->file);
      g_assert_true (g_bytes_equal (before, after));
    }
}

#define ADD(path, func)                                                                            \
  g_test_add ("/store/migration/" path, Place, NULL, place_set_up, func, place_tear_down)

int
main (int argc,
      char **argv)
{
  work_in_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/migration/opens/1", &version_1, test_opens);
  g_test_add_data_func ("/store/migration/opens/2", &version_2, test_opens);
  g_test_add_data_func ("/store/migration/opens/3", &version_3, test_opens);
  g_test_add_data_func ("/store/migration/opens/4", &version_4, test_opens);
  g_test_add_data_func ("/store/migration/undo/1", &version_1, test_undo);
  g_test_add_data_func ("/store/migration/undo/2", &version_2, test_undo);
  g_test_add_data_func ("/store/migration/undo/3", &version_3, test_undo);
  g_test_add_data_func ("/store/migration/undo/4", &version_4, test_undo);
  ADD ("new-values", test_new_values);
  ADD ("image", test_image);
  ADD ("new-columns", test_new_columns);
  ADD ("killed", test_killed);
  return g_test_run ();
}
