/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "core/model/rm-person.h"

#include <glib/gstdio.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Files: opening, refusing, saving and recovering, and what must never happen. */

static void
test_round_trip (Place *place,
                 gconstpointer data)
{
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;

  document = must_create (place);
  add_person (document, "Ana");
  add_person (document, "Bo");
  rm_store_undo (rm_document_get_store (document), NULL, &error);
  g_assert_false (rm_document_is_saved (document));
  rm_document_save (document, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (rm_document_is_saved (document));
  rm_document_close (document);

  /* Undo and redo survive closing. */
  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 1);
  g_assert_true (rm_document_verify (document, NULL, &error));
  rm_store_redo (rm_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (document), ==, 2);
  rm_document_save (document, FALSE, NULL, &error);
  g_assert_no_error (error);
  rm_document_close (document);

  document = must_open (place);
  rm_store_undo (rm_document_get_store (document), NULL, &error);
  rm_store_undo (rm_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (document), ==, 0);
  rm_document_close (document);
}

static void
test_recovery (Place *place,
               gconstpointer data)
{
  RmDocument *document = NULL;
  g_autoptr (GPtrArray) unsaved = NULL;

  document = must_create (place);
  add_person (document, "Ana");
  /* Closed without saving: nothing may be lost, and nothing is in the file. */
  rm_document_close (document);

  unsaved = rm_document_list_unsaved (place->state);
  g_assert_cmpuint (unsaved->len, ==, 1);
  g_assert_cmpstr (((RmUnsaved *) g_ptr_array_index (unsaved, 0))->name, ==, "programme");

  document = must_open (place);
  g_assert_true (rm_document_is_recovered (document));
  g_assert_cmpuint (count_people (document), ==, 1);
  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  rm_document_close (document);

  g_ptr_array_unref (g_steal_pointer (&unsaved));
  unsaved = rm_document_list_unsaved (place->state);
  g_assert_cmpuint (unsaved->len, ==, 0);
  document = must_open (place);
  g_assert_false (rm_document_is_recovered (document));
  g_assert_cmpuint (count_people (document), ==, 1);
  rm_document_close (document);
}

static void
test_lock (Place *place,
           gconstpointer data)
{
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;

  document = must_create (place);
  g_assert_null (rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_BUSY);
  rm_document_close (document);
  document = must_open (place);
  rm_document_close (document);
}

static void
test_conflict (Place *place,
               gconstpointer data)
{
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) now = NULL;
  g_autofree char *path = NULL;
  g_autofree char *copy_path = NULL;
  g_autoptr (GFile) copy = NULL;

  document = must_create (place);
  add_person (document, "Ana");

  path = g_file_get_path (place->file);
  g_file_set_contents (path, "somebody else was here", -1, NULL);
  theirs = contents (place->file);
  g_assert_false (rm_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  now = contents (place->file);
  g_assert_true (g_bytes_equal (theirs, now));

  copy_path = g_build_filename (place->dir, "copy.mentoring", NULL);
  copy = g_file_new_for_path (copy_path);
  g_assert_true (rm_document_save_copy (document, copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (rm_document_save (document, TRUE, NULL, &error));
  g_assert_no_error (error);
  rm_document_close (document);

  g_set_object (&place->file, copy);
  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 1);
  rm_document_close (document);
}

/* Somebody else writes right after a save, in the same step of the clock as often as not. */
static void
test_conflict_at_once (void)
{
  for (int round = 0; round < 200; round++)
    {
      Place place;
      RmDocument *document = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      FILE *file = NULL;

      place_init (&place);
      document = must_create (&place);
      path = g_file_get_path (place.file);
      if (round % 2 == 0)
        g_file_set_contents (path, "another file of that name", -1, NULL);
      else
        {
          file = g_fopen (path, "wb");
          fputs ("other content in place", file);
          fclose (file);
        }
      add_person (document, "Ana");
      g_assert_false (rm_document_save (document, FALSE, NULL, &error));
      g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_CONFLICT);
      rm_document_close (document);
      place_clear (&place);
    }
}

/* A save that was killed after the rename and before it was noted, or a mere touch: the file is an
 * earlier state of this document, and that is no conflict. */
static void
test_own_ancestor (Place *place,
                   gconstpointer data)
{
  RmDocument *document = NULL;
  g_autoptr (GBytes) earlier = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  document = must_create (place);
  add_person (document, "Ana");
  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  earlier = contents (place->file);
  add_person (document, "Bo");
  path = g_file_get_path (place->file);
  g_file_set_contents (path, g_bytes_get_data (earlier, NULL),
                       (gssize) g_bytes_get_size (earlier), NULL);
  g_assert_true (rm_document_save (document, FALSE, NULL, &error));
  g_assert_no_error (error);
  rm_document_close (document);

  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 2);
  rm_document_close (document);
}

static void
test_hard_link (Place *place,
                gconstpointer data)
{
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *other = NULL;

  document = must_create (place);
  path = g_file_get_path (place->file);
  other = g_build_filename (place->dir, "other-name", NULL);
  g_assert_cmpint (link (path, other), ==, 0);
  add_person (document, "Ana");
  g_assert_false (rm_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_HARD_LINK);
  rm_document_close (document);
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

  if (!be_nobody ())
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
  be_oneself ();
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

static gboolean
add_many (RmStore *store,
          gpointer data,
          GError **error)
{
  RmPerson *person = rm_person_new ();
  gboolean ok = TRUE;

  person->notes = g_strnfill (3000, 'x');
  for (int k = 0; ok && k < 200; k++)
    {
      person->record.id = 0;
      ok = rm_store_insert (store, person, error);
    }
  rm_record_unref (person);

  return ok;
}

/* There is no room to work in: an edit is not done at all, and is when there is some again. */
static void
test_no_room_to_work (Place *place,
                      gconstpointer data)
{
  RmDocument *document = NULL;
  RmStore *store = NULL;
  g_autoptr (GError) error = NULL;

  document = must_create (place);
  store = rm_document_get_store (document);
  add_person (document, "Ana");
  rm_db_exec (rm_store_get_db (store), "PRAGMA max_page_count = 1", "limit", &error);
  g_assert_no_error (error);
  g_assert_false (rm_store_edit (store, "Add many", RM_EDIT_NONE, add_many, NULL, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_cmpuint (count_people (document), ==, 1);
  g_assert_cmpstr (rm_store_get_undo_label (store), ==, "Add");

  rm_db_exec (rm_store_get_db (store), "PRAGMA max_page_count = 100000", "limit", &error);
  g_assert_no_error (error);
  g_assert_true (rm_store_edit (store, "Add many", RM_EDIT_NONE, add_many, NULL, NULL, &error));
  g_assert_cmpuint (count_people (document), ==, 201);
  rm_document_close (document);
}

/* A write that fails in the middle, for everybody: files may not grow beyond a limit. */
static void
test_write_fails (Place *place,
                  gconstpointer data)
{
  RmDocument *document = NULL;
  struct rlimit before;
  struct rlimit limit;

  document = must_create (place);
  for (int i = 0; i < 200; i++)
    add_person (document, "Somebody");

  getrlimit (RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = 64 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
  expect_failed_save (document, place->file, -1);
  setrlimit (RLIMIT_FSIZE, &before);

  g_assert_true (rm_document_save (document, FALSE, NULL, NULL));
  rm_document_close (document);
}

/* A link stays a link, and what it leads to is replaced, not written over. */
static void
test_symbolic_link (Place *place,
                    gconstpointer data)
{
  RmDocument *document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *real = NULL;
  struct stat before;
  struct stat after;

  document = must_create (place);
  rm_document_close (document);
  path = g_file_get_path (place->file);
  real = g_build_filename (place->dir, "real.mentoring", NULL);
  g_assert_cmpint (g_rename (path, real), ==, 0);
  g_assert_cmpint (symlink (real, path), ==, 0);
  g_assert_cmpint (stat (real, &before), ==, 0);

  document = must_open (place);
  add_person (document, "Ana");
  g_assert_true (rm_document_save (document, FALSE, NULL, &error));
  g_assert_no_error (error);
  rm_document_close (document);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (stat (real, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, !=, after.st_ino);
  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 1);
  rm_document_close (document);
}

/* Not writing to what is not ours: a save that was cancelled leaves everything as it was. */
static void
test_cancelled_save (Place *place,
                     gconstpointer data)
{
  RmDocument *document = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  document = must_create (place);
  before = contents (place->file);
  add_person (document, "Ana");
  g_cancellable_cancel (cancelled);
  g_assert_false (rm_document_save (document, FALSE, cancelled, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_CANCELLED);
  after = contents (place->file);
  g_assert_true (g_bytes_equal (before, after));
  rm_document_close (document);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/store/document/" path, Place, NULL, place_set_up, func, place_tear_down)

int
main (int argc,
      char **argv)
{
  work_in_memory ();
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("recovery", test_recovery);
  ADD ("lock", test_lock);
  ADD ("conflict", test_conflict);
  g_test_add_func ("/store/document/conflict-at-once", test_conflict_at_once);
  ADD ("own-ancestor", test_own_ancestor);
  ADD ("hard-link", test_hard_link);
  ADD ("symbolic-link", test_symbolic_link);
  g_test_add_func ("/store/document/read-only-folder", test_read_only_folder);
  g_test_add_func ("/store/document/full-disk", test_full_disk);
  ADD ("write-fails", test_write_fails);
  ADD ("cancelled-save", test_cancelled_save);
  ADD ("no-room-to-work", test_no_room_to_work);
  return g_test_run ();
}
