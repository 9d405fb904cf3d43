/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spoil.h"
#include "store-fixture.h"

#include "store/rm-salvage.h"

#include <string.h>

/* Each fault is found and named, and the repaired file is sound. */

typedef struct
{
  const char *sql;
  const char *table;
  gint64 id;
  const char *field;
} Fault;

/* In a file as place_fill() makes it. */
static const Fault faults[] = {
  { "UPDATE person SET manager = id WHERE id = 1", "person", 1, "manager" },
  { "UPDATE person SET manager = 77 WHERE id = 1", "person", 1, "manager" },
  { "UPDATE person SET manager = 0 WHERE id = 1", "person", 1, "manager" },
  { "UPDATE person SET joined = '9999-99-99' WHERE id = 1", "person", 1, "joined" },
  { "UPDATE person SET joined = '1.2.2020' WHERE id = 1", "person", 1, "joined" },
  { "UPDATE person SET name = CAST (x'41ff42' AS TEXT) WHERE id = 1", "person", 1, "name" },
  { "UPDATE person SET name = 'a' || char (0) || 'b' WHERE id = 1", "person", 1, "name" },
  { "UPDATE person SET name = x'4142' WHERE id = 1", "person", 1, "name" },
  { "UPDATE person SET level = 11 WHERE id = 1", "person", 1, "level" },
  { "UPDATE person SET level = 4294967297 WHERE id = 1", "person", 1, "level" },
  { "UPDATE person SET level = 'high' WHERE id = 1", "person", 1, "level" },
  { "UPDATE person SET side = 'nobody' WHERE id = 1", "person", 1, "side" },
  { "UPDATE person SET week = -5 WHERE id = 1", "person", 1, "week" },
  { "UPDATE person SET id = -9 WHERE id = 1", "person", -9, NULL },
  { "UPDATE pair SET mentor = mentee", "pair", 1, NULL },
  { "INSERT INTO pair SELECT 2, mentee, mentor, 'active', 1, NULL FROM pair", "pair", 2, NULL },
  { "UPDATE pair SET mentee = 99", "pair", 1, "mentee" },
  { "UPDATE pair SET mentee = NULL", "pair", 1, "mentee" },
  { "UPDATE pair SET state = 'engaged'", "pair", 1, "state" },
  { "UPDATE pair SET locked = 2", "pair", 1, "locked" },
  { "UPDATE exclusion SET mentor = mentee", "exclusion", 1, NULL },
  { "UPDATE exclusion SET confidential = NULL", "exclusion", 1, "confidential" },
  { "UPDATE acquaintance SET other = person", "acquaintance", 1, NULL },
  { "UPDATE acquaintance SET type = NULL", "acquaintance", 1, "type" },
  { "UPDATE rating SET skill = 99", "rating", 1, "skill" },
  { "UPDATE rating SET level = -1", "rating", 1, "level" },
  { "UPDATE rating SET source = 'gossip'", "rating", 1, "source" },
  { "UPDATE rating SET rated_on = '2020-02-30'", "rating", 1, "rated_on" },
  { "INSERT INTO seniority SELECT 2, level, 'Again' FROM seniority", "seniority", 2, "level" },
  { "UPDATE seniority SET level = 0", "seniority", 1, "level" },
  { "UPDATE role_need SET profile = 99", "role_need", 1, "profile" },
  { "UPDATE role_need SET level = 6", "role_need", 1, "level" },
  { "UPDATE nomination SET nominator = 99", "nomination", 1, "nominator" },
  { "UPDATE nomination SET kind = 'dance'", "nomination", 1, "kind" },
  { "UPDATE consent SET given = 3", "consent", 1, "given" },
  { "UPDATE consent SET purpose = 99", "consent", 1, "purpose" },
  { "UPDATE skill SET retired = NULL", "skill", 7, "retired" },
  { "UPDATE cohort SET ends_on = 'soon'", "cohort", 1, "ends_on" },
  { "UPDATE scenario SET made = 9223372036854775807", "scenario", 1, "made" },
  { "UPDATE scenario SET weight_skills = 101", "scenario", 1, "weight_skills" },
  { "UPDATE programme SET mode = 'best'", "programme", 1, "mode" },
  { "UPDATE programme SET level_gap = 10", "programme", 1, "level_gap" },
  { "DELETE FROM programme", "programme", 0, NULL },
  { "UPDATE programme SET id = 2", "programme", 2, NULL },
  { "DELETE FROM document", "document", 0, NULL },
  { "INSERT INTO document SELECT 2, uid, created FROM document", "document", 0, NULL },
  { "UPDATE document SET uid = 0", "document", 1, "uid" },
  { "UPDATE document SET created = -1", "document", 1, "created" },
  { "UPDATE proposal SET certificate = CAST (x'ff' AS TEXT)", "proposal", 1, "certificate" },
  { "UPDATE proposal SET mode = NULL", "proposal", 1, "mode" },
  { "UPDATE proposal SET certificate = ''", "proposal", 1, "certificate" },
  { "UPDATE proposal SET made = 0", "proposal", 1, "made" },
  { "UPDATE proposal SET lowest = -1", "proposal", 1, "lowest" },
  { "UPDATE proposal SET definition = 0", "proposal", 1, "definition" },
  { "INSERT INTO proposal SELECT 2, made, mode, paired, total, lowest, certificate, definition FROM proposal",
    "proposal", 2, NULL },
  { "UPDATE history SET kind = NULL WHERE seq = 1", "history", 1, "kind" },
  { "UPDATE history SET kind = 'miracle' WHERE seq = 1", "history", 1, "kind" },
  { "UPDATE history SET label = CAST (x'ff' AS TEXT) WHERE seq = 1", "history", 1, "label" },
  { "UPDATE history SET author = NULL WHERE seq = 1", "history", 1, "author" },
  { "UPDATE history SET made = 9223372036854775807 WHERE seq = 1", "history", 1, "made" },
  { "UPDATE history SET size = -1 WHERE seq = 1", "history", 1, "size" },
  { "UPDATE history SET size = 9223372036854775807 WHERE seq = 1", "history", 1, "size" },
  { "UPDATE history SET size = size + 1 WHERE seq = 1", "history", 1, "size" },
  { "UPDATE history SET seq = 99 WHERE seq = 6", "history", 99, "seq" },
  { "DELETE FROM history WHERE seq = 5", "history", 6, "seq" },
  { "UPDATE history SET parent = 5 WHERE seq = 3", "history", 3, "parent" },
  { "UPDATE history SET target = 5 WHERE seq = 5", "history", 5, "target" },
  { "UPDATE history SET target = 5 WHERE seq = 1", "history", 1, "target" },
  { "UPDATE history_blob SET history = 5 WHERE id = 1", "history_blob", 1, "history" },
  { "UPDATE history_blob SET packed = 2 WHERE id = 1", "history_blob", 1, "packed" },
  { "UPDATE history_blob SET data = 'text' WHERE id = 1", "history_blob", 1, "data" },
  { "UPDATE history_blob SET data = zeroblob (length (data)) WHERE id = 1", "history", 1, NULL },
};

static const RmFinding *
find (RmSalvage *salvage,
      const Fault *fault)
{
  GPtrArray *findings = rm_salvage_get_findings (salvage);

  for (guint i = 0; i < findings->len; i++)
    {
      const RmFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s %" G_GINT64_FORMAT " %s: %s; %s", finding->table, finding->id,
                      finding->field, finding->message, finding->remedy);
      if (g_str_equal (finding->table, fault->table) && finding->id == fault->id
          && g_strcmp0 (finding->field, fault->field) == 0)
        return finding;
    }

  return NULL;
}

static RmSalvage *
must_read (GFile *file)
{
  g_autoptr (GError) error = NULL;
  RmSalvage *salvage = rm_salvage_new (file, &error);

  g_assert_no_error (error);
  return salvage;
}

static guint
count (RmSalvage *salvage,
       const RmEntity *entity)
{
  g_autoptr (GPtrArray) records = rm_salvage_list_records (salvage, entity);

  return records->len;
}

/* Writes what was kept, and looks at that. */
static void
assert_repaired (RmSalvage *salvage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSalvage) again = NULL;
  RmDocument *document = NULL;
  Place place;

  place_init (&place);
  document = must_create (&place);
  rm_store_edit (rm_document_get_store (document), "Keep", RM_EDIT_NONE, rm_salvage_write, salvage,
                 NULL, &error);
  g_assert_no_error (error);
  g_assert_true (rm_document_verify (document, NULL, &error));
  g_assert_true (rm_document_save (document, FALSE, NULL, &error));
  rm_document_close (document);
  again = must_read (place.file);
  g_assert_null (find (again, &(Fault) { "", "none", 0, NULL }));
  g_assert_cmpuint (rm_salvage_get_findings (again)->len, ==, 0);
  g_assert_cmpuint (rm_salvage_count (again), ==, rm_salvage_count (salvage));
  place_clear (&place);
}

static void
test_sound (Place *place,
            gconstpointer data)
{
  g_autoptr (RmSalvage) salvage = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  place_fill (place);
  before = contents (place->file);
  salvage = must_read (place->file);
  after = contents (place->file);
  g_assert_null (find (salvage, &(Fault) { "", "none", 0, NULL }));
  g_assert_cmpuint (rm_salvage_get_findings (salvage)->len, ==, 0);
  g_assert_true (rm_salvage_has_history (salvage));
  g_assert_true (g_bytes_equal (before, after));
  assert_repaired (salvage);
}

static void
test_faults (Place *place,
             gconstpointer data)
{
  g_autoptr (GBytes) good = NULL;

  place_fill (place);
  good = contents (place->file);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GBytes) bad = g_bytes_ref (good);
      g_autoptr (RmSalvage) salvage = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", faults[i].sql);
      g_assert_true (spoil_bytes (&bad, faults[i].sql));
      salvage = rm_salvage_new_from_bytes (bad, &error);
      g_assert_no_error (error);
      g_assert_nonnull (find (salvage, &faults[i]));
      if (i % 5 == 0)
        assert_repaired (salvage);
    }
}

/* A reporting line that runs in a circle is told and kept. */
static void
test_circle (Place *place,
             gconstpointer data)
{
  g_autofree char *path = g_file_get_path (place->file);
  g_autoptr (RmSalvage) salvage = NULL;
  g_autoptr (GPtrArray) people = NULL;
  const RmFinding *finding = NULL;

  place_fill (place);
  spoil_values (path, "UPDATE person SET manager = 3 - id WHERE id IN (1, 2)");
  salvage = must_read (place->file);
  finding = find (salvage, &(Fault) { "", "person", 1, "manager" });
  g_assert_true (finding->remark);
  g_assert_true (rm_salvage_is_sound (salvage));
  people = rm_salvage_list_records (salvage, rm_person_entity ());
  g_assert_cmpint (((RmPerson *) people->pdata[0])->manager, ==, 2);
  g_assert_cmpint (((RmPerson *) people->pdata[1])->manager, ==, 1);
}

/* What is kept as far as it goes, and what is not told. */
static void
test_kept (Place *place,
           gconstpointer data)
{
  g_autofree char *path = g_file_get_path (place->file);
  g_autoptr (RmSalvage) salvage = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) exclusions = NULL;
  g_autoptr (GPtrArray) pairs = NULL;
  const RmFinding *finding = NULL;

  place_fill (place);
  spoil_values (path, "UPDATE person SET id = -9, name = CAST (x'41ff42' AS TEXT) WHERE id = 1;"
                      "UPDATE pair SET mentee = -9, reason = x'00', locked = 5;"
                      "UPDATE exclusion SET mentee = -9, confidential = 5;");
  salvage = must_read (place->file);
  people = rm_salvage_list_records (salvage, rm_person_entity ());
  pairs = rm_salvage_list_records (salvage, rm_pair_entity ());
  exclusions = rm_salvage_list_records (salvage, rm_exclusion_entity ());
  g_assert_cmpuint (people->len, ==, 4);
  g_assert_cmpstr (((RmPerson *) people->pdata[0])->name, ==, "A\xef\xbf\xbd" "B");
  g_assert_cmpint (((RmPair *) pairs->pdata[0])->mentee, ==,
                   ((RmPerson *) people->pdata[0])->record.id);
  g_assert_cmpint (((RmPair *) pairs->pdata[0])->locked, ==, 0);
  g_assert_null (((RmPair *) pairs->pdata[0])->reason);
  g_assert_cmpint (((RmExclusion *) exclusions->pdata[0])->confidential, ==, 1);
  finding = find (salvage, &(Fault) { "", "pair", 1, "locked" });
  g_assert_nonnull (strstr (finding->name, "Cy"));
  finding = find (salvage, &(Fault) { "", "exclusion", 1, "confidential" });
  g_assert_null (finding->name);
  g_assert_null (strchr (finding->message, '5'));
  assert_repaired (salvage);
}

/* Pages that are broken anywhere: rows in others are kept, and nothing hangs. */
static void
test_pages (Place *place,
            gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GBytes) good = NULL;
  RmDocument *document = must_create (place);
  guint kept = 0;
  gsize size = 0;

  for (int i = 0; i < 400; i++)
    add_person (document, "Somebody with a name that fills pages quickly");
  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  rm_document_close (document);
  good = contents (place->file);
  size = g_bytes_get_size (good);

  for (int round = 0; round < 60; round++)
    {
      guchar *bytes = g_memdup2 (g_bytes_get_data (good, NULL), size);
      gsize page = (gsize) g_rand_int_range (rand, 1, (int) (size / 4096));
      g_autoptr (GBytes) bad = NULL;
      g_autoptr (RmSalvage) salvage = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize i = 0; i < 4096; i++)
        bytes[page * 4096 + i] = (guchar) g_rand_int (rand);
      bad = g_bytes_new_take (bytes, size);
      salvage = rm_salvage_new_from_bytes (bad, &error);
      g_assert_no_error (error);
      kept += count (salvage, rm_person_entity ());
      if (round % 10 == 0)
        assert_repaired (salvage);
    }
  g_assert_cmpuint (kept, >, 60 * 400 * 8 / 10);
}

/* The end of the file is missing. */
static void
test_cut_off (Place *place,
              gconstpointer data)
{
  g_autoptr (GBytes) good = NULL;
  g_autoptr (GBytes) bad = NULL;
  g_autoptr (RmSalvage) salvage = NULL;
  g_autoptr (GError) error = NULL;
  RmDocument *document = must_create (place);

  for (int i = 0; i < 400; i++)
    add_person (document, "Somebody with a name that fills pages quickly");
  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  rm_document_close (document);
  good = contents (place->file);
  bad = g_bytes_new_from_bytes (good, 0, g_bytes_get_size (good) * 2 / 3);
  salvage = rm_salvage_new_from_bytes (bad, &error);
  g_assert_no_error (error);
  g_assert_nonnull (find (salvage, &(Fault) { "", "", 0, NULL }));
  g_assert_cmpuint (count (salvage, rm_person_entity ()), >, 50);
  assert_repaired (salvage);
}

/* What only the opening of a file would meet is found as well: a format that there is not. */
static void
test_format (Place *place,
             gconstpointer data)
{
  for (guint at = 18; at <= 19; at++)
    {
      g_autoptr (RmSalvage) salvage = NULL;
      g_autoptr (GBytes) good = NULL;
      g_autoptr (GBytes) bad = NULL;
      g_autoptr (GError) error = NULL;
      guchar *bytes = NULL;
      gsize size = 0;

      place_fill (place);
      good = contents (place->file);
      size = g_bytes_get_size (good);
      bytes = g_memdup2 (g_bytes_get_data (good, NULL), size);
      bytes[at] = 9;
      bad = g_bytes_new_take (bytes, size);
      salvage = rm_salvage_new_from_bytes (bad, &error);
      g_assert_no_error (error);
      g_assert_false (rm_salvage_is_sound (salvage));
      g_assert_cmpuint (count (salvage, rm_person_entity ()), ==, 4);
    }
}

/* The tables are not ours alone, and some are not there. */
static void
test_layout (Place *place,
             gconstpointer data)
{
  g_autofree char *path = g_file_get_path (place->file);
  g_autoptr (RmSalvage) salvage = NULL;
  g_autoptr (GError) error = NULL;
  RmDb *db = NULL;

  place_fill (place);
  db = rm_db_open (path, FALSE, &error);
  rm_db_exec (db,
              "PRAGMA foreign_keys = OFF; CREATE TABLE extra (id INTEGER); DROP TABLE consent; "
              "ALTER TABLE person DROP COLUMN notes; "
              "DROP TABLE skill; CREATE VIEW skill AS SELECT 1 AS id, 'x' AS name;",
              "spoil", &error);
  g_assert_no_error (error);
  rm_db_close (db);
  salvage = must_read (place->file);
  g_assert_nonnull (find (salvage, &(Fault) { "", "", 0, NULL }));
  g_assert_nonnull (find (salvage, &(Fault) { "", "consent", 0, NULL }));
  g_assert_nonnull (find (salvage, &(Fault) { "", "skill", 0, NULL }));
  g_assert_cmpuint (count (salvage, rm_person_entity ()), ==, 4);
  g_assert_cmpuint (count (salvage, rm_skill_entity ()), ==, 0);
  assert_repaired (salvage);
}

/* A column that must not be blank is not there: no row without it can be kept, or only with what stands
 * for it. */
static void
test_missing_column (Place *place,
                     gconstpointer data)
{
  g_autofree char *path = g_file_get_path (place->file);

  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      const RmEntity *entity = rm_table_get_entity (t);

      for (guint f = 0; f < entity->n_fields; f++)
        {
          g_autofree char *sql = NULL;
          g_autoptr (RmSalvage) salvage = NULL;
          g_autoptr (GError) error = NULL;
          RmDb *db = NULL;

          if (rm_field_may_be_blank (&entity->fields[f]))
            continue;
          place_fill (place);
          db = rm_db_open (path, FALSE, &error);
          sql = g_strdup_printf ("PRAGMA foreign_keys = OFF; ALTER TABLE %s RENAME COLUMN %s TO gone",
                                 entity->name, entity->fields[f].key);
          rm_db_exec (db, sql, "spoil", &error);
          g_assert_no_error (error);
          rm_db_close (db);
          salvage = must_read (place->file);
          g_assert_false (rm_salvage_is_sound (salvage));
          assert_repaired (salvage);
        }
    }
}

static void
test_refused (Place *place,
              gconstpointer data)
{
  g_autofree char *path = g_file_get_path (place->file);
  g_autoptr (GFile) folder = g_file_new_for_path (place->dir);
  g_autoptr (GError) error = NULL;

  g_assert_null (rm_salvage_new (place->file, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (rm_salvage_new (folder, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_A_FILE);
  g_clear_error (&error);
  g_file_set_contents (path, "", 0, NULL);
  g_assert_null (rm_salvage_new (place->file, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_EMPTY);
  g_clear_error (&error);
  g_file_set_contents (path, "Dear diary", -1, NULL);
  g_assert_null (rm_salvage_new (place->file, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_SQLITE);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/store/salvage/" path, Place, NULL, place_set_up, func, place_tear_down)

int
main (int argc,
      char **argv)
{
  work_in_memory ();
  g_test_init (&argc, &argv, NULL);
  ADD ("sound", test_sound);
  ADD ("faults", test_faults);
  ADD ("circle", test_circle);
  ADD ("kept", test_kept);
  ADD ("pages", test_pages);
  ADD ("cut-off", test_cut_off);
  ADD ("format", test_format);
  ADD ("layout", test_layout);
  ADD ("missing-column", test_missing_column);
  ADD ("refused", test_refused);
  return g_test_run ();
}
