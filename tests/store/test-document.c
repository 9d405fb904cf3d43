/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-person.h"
#include "store/rm-document.h"
#include "store/rm-schema.h"
#include "store/rm-store-programme.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Files: what is opened, refused, saved and recovered, and what never happens to them. */

typedef struct
{
  char *dir;
  char *state;
  GFile *file;
} Place;

static void
place_init (Place *place)
{
  place->dir = g_dir_make_tmp ("rm-document-XXXXXX", NULL);
  place->state = g_build_filename (place->dir, "state", NULL);
  {
    g_autofree char *path = g_build_filename (place->dir, "programme.mentoring", NULL);

    place->file = g_file_new_for_path (path);
  }
}

static void
place_clear (Place *place)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", place->dir);

  g_assert_cmpint (system (command), ==, 0);
  g_object_unref (place->file);
  g_free (place->state);
  g_free (place->dir);
}

static gboolean
add_one (RmStore *store,
         gpointer data,
         GError **error)
{
  RmPerson *person = rm_person_new ();
  gboolean ok = FALSE;

  person->name = g_strdup (data);
  ok = rm_store_insert (store, person, error);
  rm_record_unref (person);
  return ok;
}

static void
add_person (RmDocument *document,
            const char *name)
{
  g_autoptr (GError) error = NULL;

  rm_store_edit (rm_document_get_store (document), "Add", RM_EDIT_NONE, add_one, (gpointer) name,
                 NULL, &error);
  g_assert_no_error (error);
}

static guint
count_people (RmDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RmProgramme) programme
    = rm_store_load_programme (rm_document_get_store (document), &error);

  g_assert_no_error (error);
  return rm_programme_count (programme, RM_TABLE_PERSON);
}

static RmDocument *
must_open (const Place *place)
{
  g_autoptr (GError) error = NULL;
  RmDocument *document = rm_document_open (place->file, place->state, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static RmDocument *
must_create (const Place *place)
{
  g_autoptr (GError) error = NULL;
  RmDocument *document = rm_document_create (place->file, place->state, &error);

  g_assert_no_error (error);
  return document;
}

static GBytes *
contents (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_round_trip (void)
{
  Place place;
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  document = must_create (&place);
  add_person (document, "Ana");
  add_person (document, "Bo");
  rm_store_undo (rm_document_get_store (document), NULL, &error);
  g_assert_false (rm_document_is_saved (document));
  rm_document_save (document, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (rm_document_is_saved (document));
  rm_document_close (document);

  /* Undo and redo survive closing. */
  document = must_open (&place);
  g_assert_cmpuint (count_people (document), ==, 1);
  g_assert_true (rm_document_verify (document, &error));
  rm_store_redo (rm_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (document), ==, 2);
  rm_document_save (document, FALSE, NULL, &error);
  g_assert_no_error (error);
  rm_document_close (document);

  document = must_open (&place);
  rm_store_undo (rm_document_get_store (document), NULL, &error);
  rm_store_undo (rm_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (document), ==, 0);
  rm_document_close (document);
  place_clear (&place);
}

static void
test_recovery (void)
{
  Place place;
  RmDocument *document = NULL;
  g_autoptr (GPtrArray) unsaved = NULL;

  place_init (&place);
  document = must_create (&place);
  add_person (document, "Ana");
  /* Closed without saving: nothing may be lost, and nothing is in the file. */
  rm_document_close (document);

  unsaved = rm_document_list_unsaved (place.state);
  g_assert_cmpuint (unsaved->len, ==, 1);
  g_assert_cmpstr (((RmUnsaved *) g_ptr_array_index (unsaved, 0))->name, ==, "programme");

  document = must_open (&place);
  g_assert_true (rm_document_is_recovered (document));
  g_assert_cmpuint (count_people (document), ==, 1);
  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  rm_document_close (document);

  g_ptr_array_unref (g_steal_pointer (&unsaved));
  unsaved = rm_document_list_unsaved (place.state);
  g_assert_cmpuint (unsaved->len, ==, 0);
  document = must_open (&place);
  g_assert_false (rm_document_is_recovered (document));
  g_assert_cmpuint (count_people (document), ==, 1);
  rm_document_close (document);
  place_clear (&place);
}

static void
test_lock (void)
{
  Place place;
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  document = must_create (&place);
  g_assert_null (rm_document_open (place.file, place.state, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_BUSY);
  rm_document_close (document);
  document = must_open (&place);
  rm_document_close (document);
  place_clear (&place);
}

static void
test_conflict (void)
{
  Place place;
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) now = NULL;
  g_autofree char *path = NULL;
  g_autofree char *copy_path = NULL;
  g_autoptr (GFile) copy = NULL;

  place_init (&place);
  document = must_create (&place);
  add_person (document, "Ana");

  path = g_file_get_path (place.file);
  g_file_set_contents (path, "somebody else was here", -1, NULL);
  theirs = contents (place.file);
  g_assert_false (rm_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  now = contents (place.file);
  g_assert_true (g_bytes_equal (theirs, now));

  copy_path = g_build_filename (place.dir, "copy.mentoring", NULL);
  copy = g_file_new_for_path (copy_path);
  g_assert_true (rm_document_save_copy (document, copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (rm_document_save (document, TRUE, NULL, &error));
  g_assert_no_error (error);
  rm_document_close (document);

  g_set_object (&place.file, copy);
  document = must_open (&place);
  g_assert_cmpuint (count_people (document), ==, 1);
  rm_document_close (document);
  place_clear (&place);
}

/* A save that was killed after the rename and before it was noted, or a mere touch: the file is an
 * earlier state of this document, and that is no conflict. */
static void
test_own_ancestor (void)
{
  Place place;
  RmDocument *document = NULL;
  g_autoptr (GBytes) earlier = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  place_init (&place);
  document = must_create (&place);
  add_person (document, "Ana");
  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  earlier = contents (place.file);
  add_person (document, "Bo");
  path = g_file_get_path (place.file);
  g_file_set_contents (path, g_bytes_get_data (earlier, NULL),
                       (gssize) g_bytes_get_size (earlier), NULL);
  g_assert_true (rm_document_save (document, FALSE, NULL, &error));
  g_assert_no_error (error);
  rm_document_close (document);

  document = must_open (&place);
  g_assert_cmpuint (count_people (document), ==, 2);
  rm_document_close (document);
  place_clear (&place);
}

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

  if (bad->spoil == make_unreadable && geteuid () == 0)
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
  g_assert_null (rm_document_open (place.file, place.state, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, bad->code);
  if (before != NULL)
    {
      after = contents (place.file);
      g_assert_true (g_bytes_equal (before, after));
    }
  place_clear (&place);
}

/* Pages in the middle are overwritten: opening may still succeed, checking must not, and nothing
 * crashes whatever the bytes are. */
static void
test_damaged_pages (void)
{
  GRand *rand = g_rand_new_with_seed (7);
  Place place;
  RmDocument *document = NULL;
  g_autoptr (GBytes) good = NULL;
  g_autofree char *path = NULL;
  int refused = 0;

  place_init (&place);
  document = must_create (&place);
  for (int i = 0; i < 300; i++)
    add_person (document, "Somebody with a name that fills pages quickly");
  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  rm_document_close (document);
  good = contents (place.file);
  path = g_file_get_path (place.file);

  for (int round = 0; round < 60; round++)
    {
      g_autoptr (GError) error = NULL;
      gsize size = g_bytes_get_size (good);
      g_autofree guchar *bytes = g_memdup2 (g_bytes_get_data (good, NULL), size);
      gsize page = (gsize) g_rand_int_range (rand, 1, (int) (size / 4096));

      for (gsize i = 0; i < 4096; i++)
        bytes[page * 4096 + i] = (guchar) g_rand_int (rand);
      g_file_set_contents (path, (char *) bytes, (gssize) size, NULL);
      document = rm_document_open (place.file, place.state, NULL, &error);
      if (document == NULL)
        refused++;
      else
        {
          if (!rm_document_verify (document, &error))
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
  place_clear (&place);
}

static void
test_hard_link (void)
{
  Place place;
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *other = NULL;

  place_init (&place);
  document = must_create (&place);
  path = g_file_get_path (place.file);
  other = g_build_filename (place.dir, "other-name", NULL);
  g_assert_cmpint (link (path, other), ==, 0);
  add_person (document, "Ana");
  g_assert_false (rm_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_HARD_LINK);
  rm_document_close (document);
  place_clear (&place);
}

/* A folder that cannot be written to, seen by somebody who is not the superuser. */
static void
test_read_only_folder (void)
{
  Place place;
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("the superuser can write everywhere");
      return;
    }

  place_init (&place);
  folder = g_build_filename (place.dir, "locked", NULL);
  g_mkdir (folder, 0700);
  path = g_build_filename (folder, "programme.mentoring", NULL);
  file = g_file_new_for_path (path);
  g_set_object (&place.file, file);
  document = must_create (&place);
  add_person (document, "Ana");
  g_chmod (folder, 0500);
  g_assert_false (rm_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_PERMISSION);
  g_chmod (folder, 0700);
  g_clear_error (&error);
  g_assert_true (rm_document_save (document, FALSE, NULL, &error));
  rm_document_close (document);
  place_clear (&place);
}

static void
expect_failed_save (RmDocument *document,
                    GFile *file,
                    int code)
{
  g_autoptr (GBytes) before = contents (file);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (rm_document_save (document, FALSE, NULL, &error));
  if (code >= 0)
    g_assert_error (error, RM_STORE_ERROR, code);
  after = contents (file);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (rm_document_is_saved (document));
}

/* The disk is full while saving: the old file stays as it was, and saving works again later. */
static void
test_full_disk (void)
{
  Place place;
  RmDocument *document = NULL;
  g_autofree char *mount_point = NULL;
  g_autofree char *path = NULL;
  g_autofree char *filler = NULL;
  g_autofree char *junk = g_malloc0 (1024 * 1024);
  g_autoptr (GFile) file = NULL;

  place_init (&place);
  mount_point = g_build_filename (place.dir, "disk", NULL);
  g_mkdir (mount_point, 0700);
  if (mount ("tmpfs", mount_point, "tmpfs", 0, "size=1m") != 0)
    {
      g_test_skip ("a small disk can only be mounted by the superuser");
      place_clear (&place);
      return;
    }

  path = g_build_filename (mount_point, "programme.mentoring", NULL);
  filler = g_build_filename (mount_point, "filler", NULL);
  file = g_file_new_for_path (path);
  g_set_object (&place.file, file);
  document = must_create (&place);
  for (int i = 0; i < 500; i++)
    add_person (document, "Somebody");
  g_file_set_contents_full (filler, junk, 700 * 1024, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  expect_failed_save (document, place.file, RM_STORE_ERROR_NO_SPACE);

  g_unlink (filler);
  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  rm_document_close (document);
  document = must_open (&place);
  g_assert_cmpuint (count_people (document), ==, 500);
  rm_document_close (document);
  g_assert_cmpint (umount (mount_point), ==, 0);
  place_clear (&place);
}

/* A write that fails in the middle, for everybody: files may not grow beyond a limit. */
static void
test_write_fails (void)
{
  Place place;
  RmDocument *document = NULL;
  struct rlimit before;
  struct rlimit limit;

  place_init (&place);
  document = must_create (&place);
  for (int i = 0; i < 200; i++)
    add_person (document, "Somebody");

  getrlimit (RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = 64 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
  expect_failed_save (document, place.file, -1);
  setrlimit (RLIMIT_FSIZE, &before);

  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  rm_document_close (document);
  place_clear (&place);
}

/* Not writing to what is not ours: a save that was cancelled leaves everything as it was. */
static void
test_cancelled_save (void)
{
  Place place;
  RmDocument *document = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  place_init (&place);
  document = must_create (&place);
  before = contents (place.file);
  add_person (document, "Ana");
  g_cancellable_cancel (cancelled);
  g_assert_false (rm_document_save (document, FALSE, cancelled, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_CANCELLED);
  after = contents (place.file);
  g_assert_true (g_bytes_equal (before, after));
  rm_document_close (document);
  place_clear (&place);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/document/round-trip", test_round_trip);
  g_test_add_func ("/store/document/recovery", test_recovery);
  g_test_add_func ("/store/document/lock", test_lock);
  g_test_add_func ("/store/document/conflict", test_conflict);
  g_test_add_func ("/store/document/own-ancestor", test_own_ancestor);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *name = g_strconcat ("/store/document/bad/", bad_files[i].name, NULL);

      g_test_add_data_func (name, &bad_files[i], test_bad_file);
    }
  g_test_add_func ("/store/document/damaged-pages", test_damaged_pages);
  g_test_add_func ("/store/document/hard-link", test_hard_link);
  g_test_add_func ("/store/document/read-only-folder", test_read_only_folder);
  g_test_add_func ("/store/document/full-disk", test_full_disk);
  g_test_add_func ("/store/document/write-fails", test_write_fails);
  g_test_add_func ("/store/document/cancelled-save", test_cancelled_save);
  return g_test_run ();
}
