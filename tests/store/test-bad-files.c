/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "store/rm-store-programme.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* Files that are not programmes, or no longer, are refused with the reason and left unchanged. */

/* How each bad file is made of a good one, and what is said about it. */
typedef struct
{
  const char *name;
  void (*spoil) (const char *path);
  int code;
} BadFile;

static void
sqlite_do (const char *path,
           const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmDb) db = rm_db_open (path, TRUE, &error);

  g_assert_no_error (error);
  rm_db_exec (db, sql, "spoil", &error);
  g_assert_no_error (error);
}

static void
make_text (const char *path)
{
  g_file_set_contents (path, "Dear diary, this is no database at all. It goes on and on, so that "
                             "nobody can say that it was too short to tell what it is.", -1, NULL);
}

static void
make_empty (const char *path)
{
  g_file_set_contents (path, "", 0, NULL);
}

static void
make_folder (const char *path)
{
  g_unlink (path);
  g_mkdir (path, 0700);
}

static void
make_missing (const char *path)
{
  g_unlink (path);
}

static void
make_foreign (const char *path)
{
  g_unlink (path);
  sqlite_do (path, "CREATE TABLE notes (id INTEGER); PRAGMA application_id = 1;");
}

static void
make_newer (const char *path)
{
  sqlite_do (path, "PRAGMA user_version = 999;");
}

static void
make_trigger (const char *path)
{
  sqlite_do (path, "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM skill; END;");
}

static void
make_missing_table (const char *path)
{
  sqlite_do (path, "DROP TABLE rating;");
}

static void
make_truncated (const char *path)
{
  g_assert_cmpint (truncate (path, 9000), ==, 0);
}

static void
make_unreadable (const char *path)
{
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
}

static const BadFile bad_files[] = {
  { "text", make_text, RM_STORE_ERROR_NOT_SQLITE },
  { "empty", make_empty, RM_STORE_ERROR_EMPTY },
  { "folder", make_folder, RM_STORE_ERROR_NOT_A_FILE },
  { "missing", make_missing, RM_STORE_ERROR_NOT_FOUND },
  { "foreign", make_foreign, RM_STORE_ERROR_FOREIGN },
  { "newer", make_newer, RM_STORE_ERROR_NEWER },
  { "trigger", make_trigger, RM_STORE_ERROR_SCHEMA },
  { "missing-table", make_missing_table, RM_STORE_ERROR_SCHEMA },
  { "truncated", make_truncated, RM_STORE_ERROR_DAMAGED },
  { "unreadable", make_unreadable, RM_STORE_ERROR_PERMISSION },
};

static void
test_bad_file (gconstpointer data)
{
  const BadFile *bad = data;
  Place place;
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *path = NULL;

  if (bad->spoil == make_unreadable && !be_nobody ())
    {
      g_test_skip ("the superuser can read everything");
      return;
    }

  place_init (&place);
  document = must_create (&place);
  for (int i = 0; i < 100; i++)
    add_person (document, "Somebody");
  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  rm_document_close (document);

  path = g_file_get_path (place.file);
  bad->spoil (path);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && bad->spoil != make_unreadable)
    before = contents (place.file);
  g_assert_null (rm_document_open (place.file, place.state, RM_OPEN_NONE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, bad->code);
  if (before != NULL)
    {
      after = contents (place.file);
      g_assert_true (g_bytes_equal (before, after));
    }
  place_clear (&place);
  be_oneself ();
}

/* Pages in the middle are overwritten: opening may still succeed, checking must not, and nothing
 * crashes whatever the bytes are. */
static void
test_damaged_pages (Place *place,
                    gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (7);
  RmDocument *document = NULL;
  g_autoptr (GBytes) good = NULL;
  g_autofree char *path = NULL;
  int refused = 0;

  document = must_create (place);
  for (int i = 0; i < 300; i++)
    add_person (document, "Somebody with a name that fills pages quickly");
  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  rm_document_close (document);
  good = contents (place->file);
  path = g_file_get_path (place->file);

  for (int round = 0; round < 60; round++)
    {
      g_autoptr (GError) error = NULL;
      gsize size = g_bytes_get_size (good);
      g_autofree guchar *bytes = g_memdup2 (g_bytes_get_data (good, NULL), size);
      gsize page = (gsize) g_rand_int_range (rand, 1, (int) (size / 4096));

      for (gsize i = 0; i < 4096; i++)
        bytes[page * 4096 + i] = (guchar) g_rand_int (rand);
      g_file_set_contents (path, (char *) bytes, (gssize) size, NULL);
      document = rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error);
      if (document == NULL)
        refused++;
      else
        {
          if (!rm_document_verify (document, NULL, &error))
            {
              g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED);
              refused++;
            }
          rm_document_close (document);
        }
    }
  /* A page that is free, or a blob's own content, can be anything. */
  g_assert_cmpint (refused, >, 20);
  g_rand_free (rand);
}

/* Text that is no UTF-8, or goes on after its end, is damage too, though SQLite takes it. */
static void
test_bad_text (void)
{
  static const char *const texts[] = { "CAST (x'41ff42' AS TEXT)", "'a' || char (0) || 'b'" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE person SET name = %s;", texts[i]);
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;
      Place place;
      RmDocument *document = NULL;

      place_init (&place);
      document = must_create (&place);
      add_person (document, "Ana");
      g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
      rm_document_close (document);
      path = g_file_get_path (place.file);
      sqlite_do (path, sql);
      document = must_open (&place);
      g_assert_null (rm_store_load_programme (rm_document_get_store (document), &error));
      g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED);
      rm_document_close (document);
      place_clear (&place);
    }
}

#define ADD(path, func)                                                                            \
  g_test_add ("/store/bad-files/" path, Place, NULL, place_set_up, func, place_tear_down)

int
main (int argc,
      char **argv)
{
  work_in_memory ();
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *name = g_strconcat ("/store/bad-files/", bad_files[i].name, NULL);

      g_test_add_data_func (name, &bad_files[i], test_bad_file);
    }
  ADD ("damaged-pages", test_damaged_pages);
  g_test_add_func ("/store/bad-files/bad-text", test_bad_text);
  return g_test_run ();
}
