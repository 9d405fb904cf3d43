/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spoil.h"
#include "store-fixture.h"

#include "store/rm-db-changeset.h"
#include "store/rm-schema.h"
#include "store/rm-store-programme.h"

#include <string.h>

/* Values that the schema forbids, in a file whose schema is ours: it is refused as damaged or read
 * as values that can be shown, and never crashes the process. */

/* For each column of each table: nothing, another type, text that is none, more than can be. */
static const char *const values[] = {
  "NULL", "-1", "9223372036854775807", "CAST (x'41ff42' AS TEXT)", "x'00ff'",
};

static GPtrArray *
list_places (void)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RmDb) db = rm_db_open (":memory:", TRUE, NULL);
  g_autoptr (RmQuery) query = NULL;
  gboolean row = FALSE;

  g_assert_true (rm_schema_create (db, NULL));
  query = rm_db_query (db,
                       "SELECT s.name || ' SET ' || c.name FROM sqlite_schema AS s, "
                       "pragma_table_info (s.name) AS c WHERE s.type = 'table' ORDER BY 1",
                       "list", NULL);
  while (rm_query_step (query, &row, NULL) && row)
    g_ptr_array_add (places, g_strdup (rm_query_get_text (query, 0)));

  return places;
}

static void
assert_utf8 (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* Everything that is read while a programme is open; the result does not matter, ending does. */
static void
use_store (RmStore *store)
{
  g_autoptr (RmProgramme) programme = rm_store_load_programme (store, NULL);
  const RmProposal *proposal
    = programme != NULL ? rm_programme_get_proposal (programme) : NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (proposal != NULL)
    assert_utf8 (proposal->certificate);
  entries = rm_store_list_history (store, 100, NULL);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const RmHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (entry->made);

      assert_utf8 (entry->label);
      assert_utf8 (entry->author);
      g_assert_nonnull (made);
    }
  while (rm_store_get_undo_label (store) != NULL)
    {
      assert_utf8 (rm_store_get_undo_label (store));
      if (!rm_store_undo (store, NULL, NULL))
        break;
    }
  while (rm_store_get_redo_label (store) != NULL && rm_store_redo (store, NULL, NULL))
    continue;
  rm_store_edit (store, "Add", RM_EDIT_NONE, insert_person, "Di", NULL, NULL);
}

static void
open_and_use (const Place *place)
{
  g_autoptr (GError) error = NULL;
  RmDocument *document = rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error);

  if (document == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  /* Nothing is told of the steps before the pages were looked at. */
  g_assert_null (rm_store_get_undo_label (rm_document_get_store (document)));
  g_assert_null (rm_store_get_redo_label (rm_document_get_store (document)));
  rm_document_verify (document, NULL, NULL);
  rm_store_load_history (rm_document_get_store (document), NULL);
  use_store (rm_document_get_store (document));
  rm_document_discard (document);
  rm_document_close (document);
}

static void
test_everywhere (Place *place,
                 gconstpointer data)
{
  g_autofree char *path = g_file_get_path (place->file);
  g_autoptr (GPtrArray) places = list_places ();
  g_autoptr (GBytes) good = NULL;

  place_fill (place);
  good = contents (place->file);
  for (guint i = 0; i < places->len; i++)
    for (gsize v = 0; v < G_N_ELEMENTS (values); v++)
      {
        g_autofree char *sql = g_strdup_printf ("UPDATE OR IGNORE %s = %s",
                                                (char *) g_ptr_array_index (places, i), values[v]);
        g_autoptr (GBytes) bad = g_bytes_ref (good);

        g_test_message ("%s", sql);
        /* A key that is no number cannot be written at all. */
        if (!spoil_bytes (&bad, sql))
          continue;
        g_assert_true (g_file_set_contents (path, g_bytes_get_data (bad, NULL),
                                            (gssize) g_bytes_get_size (bad), NULL));
        open_and_use (place);
      }
}

/* What was refused leaves nothing that spoils the next file of that name. */
static void
test_good_after_bad (Place *place,
                     gconstpointer data)
{
  g_autofree char *path = g_file_get_path (place->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) good = NULL;
  RmDocument *document = NULL;

  place_fill (place);
  good = contents (place->file);
  spoil_values (path, "UPDATE history SET kind = NULL");
  document = must_open (place);
  g_assert_false (rm_document_verify (document, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED);
  rm_document_close (document);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (good, NULL),
                                      (gssize) g_bytes_get_size (good), NULL));
  document = must_open (place);
  g_clear_error (&error);
  g_assert_true (rm_document_verify (document, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (rm_store_load_history (rm_document_get_store (document), &error));
  g_assert_cmpstr (rm_store_get_undo_label (rm_document_get_store (document)), ==, "Add");
  g_assert_cmpuint (count_people (document), ==, 4);
  rm_document_close (document);
}

/* Which values are refused, though SQLite has not looked at the pages yet. */
static void
test_refused (void)
{
  static const char *const statements[] = {
    "UPDATE person SET level = 99",           "UPDATE person SET level = 4294967297",
    "UPDATE person SET side = 'nobody'",      "UPDATE person SET week = -5",
    "UPDATE programme SET mode = NULL",       "UPDATE programme SET weight_skills = NULL",
    "UPDATE programme SET weight_back = -1",  "UPDATE pair SET state = NULL",
    "UPDATE pair SET state = 'engaged'",      "UPDATE rating SET source = NULL",
    "UPDATE rating SET level = 6",            "UPDATE rating SET source = 'gossip'",
    "UPDATE rating SET rated_on = CAST (x'ff' AS TEXT)",
    "UPDATE scenario SET made = 9223372036854775807",
    "UPDATE person SET id = -1 WHERE id = 1", "DELETE FROM programme",
    "UPDATE proposal SET mode = NULL",        "UPDATE proposal SET paired = -1",
    "UPDATE proposal SET certificate = CAST (x'ff' AS TEXT)",
    "UPDATE proposal SET made = -1",          "UPDATE proposal SET made = 0",
    "UPDATE proposal SET certificate = ''",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *path = NULL;
      g_autoptr (RmProgramme) programme = NULL;
      g_autoptr (GError) error = NULL;
      RmStore *store = NULL;
      RmDocument *document = NULL;
      Place place;

      place_init (&place);
      place_fill (&place);
      path = g_file_get_path (place.file);
      spoil_values (path, statements[i]);
      g_test_message ("%s", statements[i]);
      document = must_open (&place);
      store = rm_document_get_store (document);
      programme = rm_store_load_programme (store, &error);
      g_assert_null (programme);
      g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED);
      rm_document_close (document);
      place_clear (&place);
    }
}

/* A changeset is read as it is found: cut off, spoiled, or something else altogether. */
static void
test_changesets (Place *place,
                 gconstpointer data)
{
  g_autofree char *path = g_file_get_path (place->file);
  g_autoptr (GBytes) good = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  place_fill (place);
  good = contents (place->file);
  for (int round = 0; round < 80; round++)
    {
      g_autoptr (GBytes) bad = g_bytes_ref (good);
      g_autofree char *sql = NULL;
      int at = g_rand_int_range (rand, 1, 120);

      if (round % 4 == 0)
        sql = g_strdup_printf ("UPDATE history_blob SET data = substr (data, 1, %d)", at);
      else if (round % 4 == 1)
        sql = g_strdup_printf ("UPDATE history_blob SET packed = 1, data = substr (data, %d)", at);
      else
        sql = g_strdup_printf ("UPDATE history_blob SET data = CAST (substr (data, 1, %d) || "
                               "x'%02x' || substr (data, %d) AS BLOB)", at,
                               (guint) g_rand_int_range (rand, 0, 256), at + 2);
      g_assert_true (spoil_bytes (&bad, sql));
      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bad, NULL),
                                          (gssize) g_bytes_get_size (bad), NULL));
      open_and_use (place);
    }
}

/* A part of a changeset is a megabyte at most; a small file that unpacks to more is a trap. */
static void
test_bomb (Place *place,
           gconstpointer data)
{
  g_autoptr (GConverter) packer
    = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autofree guchar *zeroes = g_malloc0 (64 << 20);
  g_autofree guchar *packed = g_malloc (1 << 20);
  g_autofree char *path = g_file_get_path (place->file);
  g_autoptr (GString) sql = g_string_new ("UPDATE history_blob SET packed = 1, data = x'");
  g_autoptr (GError) error = NULL;
  RmDocument *document = NULL;
  gsize read = 0;
  gsize written = 0;

  g_converter_convert (packer, zeroes, 64 << 20, packed, 1 << 20, G_CONVERTER_INPUT_AT_END, &read,
                       &written, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < written; i++)
    g_string_append_printf (sql, "%02x", packed[i]);
  g_string_append_c (sql, '\'');
  place_fill (place);
  spoil_values (path, sql->str);

  document = must_open (place);
  g_assert_true (rm_store_load_history (rm_document_get_store (document), &error));
  g_assert_false (rm_store_undo (rm_document_get_store (document), NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED);
  rm_document_close (document);
}

/* Sizes that are made up shorten no history but their own, and numbers do not run over. */
static void
test_sizes (Place *place,
            gconstpointer data)
{
  g_autofree char *path = g_file_get_path (place->file);
  g_autoptr (GError) error = NULL;
  RmDocument *document = NULL;

  place_fill (place);
  spoil_values (path, "UPDATE history SET size = CASE seq WHEN 1 THEN -5 "
                      "ELSE 9223372036854775807 END");
  open_and_use (place);

  spoil_values (path, "UPDATE history SET seq = 9223372036854775807 "
                      "WHERE seq = (SELECT max (seq) FROM history)");
  document = must_open (place);
  g_assert_false (rm_store_edit (rm_document_get_store (document), "Add", RM_EDIT_NONE,
                                 insert_person, "Di", NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED);
  rm_document_close (document);
}

/* SQLite quotes what it cannot read: what is said to people is text all the same. */
static void
test_message (Place *place,
              gconstpointer data)
{
  static const char text[] = "CREATE TABLE person";
  g_autofree char *path = g_file_get_path (place->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) good = NULL;
  g_autofree char *bytes = NULL;
  gsize size = 0;
  char *at = NULL;

  place_fill (place);
  good = contents (place->file);
  bytes = g_memdup2 (g_bytes_get_data (good, &size), g_bytes_get_size (good));
  size = g_bytes_get_size (good);
  at = memmem (bytes, size, text, strlen (text));
  g_assert_nonnull (at);
  memcpy (at + strlen ("CREATE "), "\xff\xfe", 2);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  g_assert_null (rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED);
  assert_utf8 (error->message);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/store/bad-values/" path, Place, NULL, place_set_up, func, place_tear_down)

int
main (int argc,
      char **argv)
{
  work_in_memory ();
  g_test_init (&argc, &argv, NULL);
  ADD ("everywhere", test_everywhere);
  ADD ("good-after-bad", test_good_after_bad);
  g_test_add_func ("/store/bad-values/refused", test_refused);
  ADD ("changesets", test_changesets);
  ADD ("bomb", test_bomb);
  ADD ("sizes", test_sizes);
  ADD ("message", test_message);
  return g_test_run ();
}
