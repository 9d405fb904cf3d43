/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faults.h"
#include "store-fixture.h"

#include "store/rm-document-private.h"
#include "store/rm-draft.h"
#include "store/rm-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

/* A file belongs to more than this program: changes by others before, during and after a save are
 * never lost, whatever clocks and names say. */

#define THEIRS "somebody else was here"

static char *
path_of (const Place *place)
{
  return g_file_get_path (place->file);
}

static char *
text_of (const char *path)
{
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

/* How many files of the folder hold just what somebody else wrote. */
static int
count_theirs (const Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->dir, 0, NULL);
  const char *name = NULL;
  int n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->dir, name, NULL);
      g_autofree char *text = text_of (path);

      n += text != NULL && g_str_equal (text, THEIRS);
    }
  return n;
}

/* Nothing is left beside the file under a hidden name. */
static void
expect_no_leftovers (const Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->dir, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".reverse-mentor-"));
}

static void
expect_conflict (RmDocument *document)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rm_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_CONFLICT);
  g_assert_false (rm_document_is_saved (document));
}

/* The one notice that there is, of @kind: the name in it. */
static char *
take_notice (RmDocument *document,
             RmSaveNoticeKind kind)
{
  g_autoptr (GPtrArray) notices = rm_document_take_notices (document);
  const RmSaveNotice *notice = NULL;

  g_assert_cmpuint (notices->len, ==, 1);
  notice = g_ptr_array_index (notices, 0);
  g_assert_cmpint (notice->kind, ==, kind);
  return g_strdup (notice->name);
}

static void
rename_theirs_onto (gpointer data)
{
  const Place *place = data;
  g_autofree char *path = path_of (place);
  g_autofree char *new = g_build_filename (place->dir, "theirs", NULL);

  g_assert_true (g_file_set_contents_full (new, THEIRS, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_cmpint (g_rename (new, path), ==, 0);
}

static void
write_theirs_in_place (gpointer data)
{
  g_autofree char *path = path_of (data);
  FILE *file = g_fopen (path, "wb");

  fputs (THEIRS, file);
  fclose (file);
}

/* Right before the exchange, when everything was looked at: it comes out and is kept. */
static void
test_race (Place *place,
           gconstpointer data)
{
  FaultHook hook = data;
  RmDocument *document = must_create (place);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  for (int round = 1; round <= 10; round++)
    {
      add_person (document, "Ana");
      faults_hook_exchange (hook, NULL, place);
      must_save (document);
      g_assert_true (rm_document_is_saved (document));
      g_free (name);
      name = take_notice (document, RM_SAVE_NOTICE_DISPLACED);
      g_assert_cmpint (count_theirs (place), ==, round);
    }
  path = g_build_filename (place->dir, name, NULL);
  text = text_of (path);
  g_assert_cmpstr (text, ==, THEIRS);
  expect_no_leftovers (place);
  rm_document_close (document);

  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 10);
  rm_document_close (document);
}

/* Before the save, with the time put back. */
static void
test_time_put_back (Place *place,
                    gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autofree char *path = path_of (place);
  struct stat before;
  struct timespec times[2];

  g_assert_cmpint (stat (path, &before), ==, 0);
  {
    g_autofree char *whole = NULL;
    gsize size = 0;
    FILE *file = NULL;

    /* One byte of many, and the size is the same. */
    g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
    file = g_fopen (path, "r+b");
    fseek (file, (long) size - 1, SEEK_SET);
    fputc (whole[size - 1] ^ 1, file);
    fclose (file);
  }
  times[0] = before.st_atim;
  times[1] = before.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);

  add_person (document, "Ana");
  expect_conflict (document);
  rm_document_close (document);
}

/* A change that left no row in the history is not our own past. */
static void
test_no_history (Place *place,
                 gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autofree char *path = path_of (place);
  RmDb *db = NULL;

  add_person (document, "Ana");
  must_save (document);
  add_person (document, "Bo");
  db = rm_db_open (path, FALSE, NULL);
  g_assert_true (rm_db_exec (db, "UPDATE person SET name = 'Theirs'", "change", NULL));
  rm_db_close (db);
  expect_conflict (document);

  /* Nor is it after the program was ended and started again. */
  rm_document_close (document);
  document = must_open (place);
  g_assert_true (rm_document_is_recovered (document));
  expect_conflict (document);
  rm_document_close (document);
}

/* File systems that cannot exchange, and the portal of a sandbox, where it must not be tried. */
static void
test_without_exchange (Place *place,
                       gconstpointer data)
{
  int code = GPOINTER_TO_INT (data);
  RmDocument *document = must_create (place);
  g_autofree char *path = path_of (place);
  int before = faults_count_exchanges ();

  if (code == 0
      && setxattr (path, "user.document-portal.host-path", "/x", 2, 0) != 0)
    {
      g_test_skip ("this file system has no extended attributes");
      rm_document_close (document);
      return;
    }

  faults_refuse_exchange (code);
  add_person (document, "Ana");
  must_save (document);
  if (code == 0)
    g_assert_cmpint (faults_count_exchanges (), ==, before);
  expect_no_leftovers (place);
  write_theirs_in_place (place);
  add_person (document, "Bo");
  expect_conflict (document);
  g_assert_cmpint (count_theirs (place), ==, 1);
  rename_theirs_onto (place);
  expect_conflict (document);
  g_assert_cmpint (count_theirs (place), ==, 1);
  g_assert_true (rm_document_save (document, TRUE, NULL, NULL));
  faults_refuse_exchange (0);
  rm_document_close (document);

  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 2);
  rm_document_close (document);
}

/* Mode, attributes and access lists stay what they were. */
static void
test_attributes (Place *place,
                 gconstpointer data)
{
  /* Version 2 of the kernel's format: user rw, user 65534 r, group none, mask r, others none. */
  static const guint8 list[] = {
    2, 0, 0, 0, 1, 0, 6, 0, 0xff, 0xff, 0xff, 0xff, 2, 0, 4, 0, 0xfe, 0xff, 0, 0, 4, 0, 0, 0,
    0xff, 0xff, 0xff, 0xff, 0x10, 0, 4, 0, 0xff, 0xff, 0xff, 0xff, 0x20, 0, 0, 0, 0xff, 0xff,
    0xff, 0xff,
  };
  RmDocument *document = must_create (place);
  g_autofree char *path = path_of (place);
  guint8 found[sizeof list + 1];
  char value[8] = { 0 };
  struct stat info;
  gboolean has_attributes = FALSE;
  gboolean has_lists = FALSE;

  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  has_attributes = setxattr (path, "user.kept", "yes", 3, 0) == 0;
  has_lists = setxattr (path, "system.posix_acl_access", list, sizeof list, 0) == 0;
  add_person (document, "Ana");
  must_save (document);

  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  if (has_attributes)
    {
      g_assert_cmpint (getxattr (path, "user.kept", value, sizeof value), ==, 3);
      g_assert_cmpstr (value, ==, "yes");
    }
  if (has_lists)
    g_assert_cmpmem (list, sizeof list, found,
                     getxattr (path, "system.posix_acl_access", found, sizeof found));
  g_test_message ("attributes: %d, access lists: %d", has_attributes, has_lists);
  rm_document_close (document);
}

/* A file has one lock under all its names. */
static void
test_names (Place *place,
            gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autofree char *path = path_of (place);
  g_autofree char *link = g_build_filename (place->dir, "link.mentoring", NULL);
  g_autofree char *folder = g_strconcat (place->dir, "-link", NULL);
  g_autofree char *through = g_build_filename (folder, "programme.mentoring", NULL);
  g_autofree char *dotted = g_build_filename (place->dir, ".", "programme.mentoring", NULL);
  const char *const names[] = { link, through, dotted };

  g_assert_cmpint (symlink ("programme.mentoring", link), ==, 0);
  g_assert_cmpint (symlink (place->dir, folder), ==, 0);
  add_person (document, "Ana");
  for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (names[k]);
      g_autoptr (GError) error = NULL;

      g_assert_null (rm_document_open (file, place->state, RM_OPEN_NONE, NULL, &error));
      g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_BUSY);
    }

  /* Nor are there two working copies: what was not saved under one name is there under another. */
  rm_document_close (document);
  for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (names[k]);

      document = rm_document_open (file, place->state, RM_OPEN_NONE, NULL, NULL);
      g_assert_true (rm_document_is_recovered (document));
      if (k == 0)
        must_save (document);
      add_person (document, "Bo");
      rm_document_close (document);
    }
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_unlink (folder);
}

/* Renamed while it is open: it is followed. */
static void
test_renamed (Place *place,
              gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autofree char *path = path_of (place);
  g_autofree char *new = g_build_filename (place->dir, "renamed.mentoring", NULL);
  g_autoptr (GFile) renamed = g_file_new_for_path (new);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  g_assert_cmpint (g_rename (path, new), ==, 0);
  add_person (document, "Ana");
  must_save (document);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  name = take_notice (document, RM_SAVE_NOTICE_RENAMED);
  g_assert_cmpstr (name, ==, "renamed.mentoring");
  g_assert_true (rm_document_follow (document));
  g_assert_true (g_file_equal (rm_document_get_file (document), renamed));
  g_assert_null (rm_document_open (renamed, place->state, RM_OPEN_NONE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_BUSY);
  add_person (document, "Bo");
  rm_document_close (document);

  /* What was not saved belongs to the new name. */
  document = rm_document_open (renamed, place->state, RM_OPEN_NONE, NULL, NULL);
  g_assert_true (rm_document_is_recovered (document));
  g_assert_cmpuint (count_people (document), ==, 2);
  must_save (document);
  rm_document_close (document);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
expect_moved (RmDocument *document)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rm_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_MOVED);
}

/* Deleted, or moved elsewhere, or copied and deleted: it does not come back by itself, and a copy is
 * not taken for it. */
static void
test_gone (Place *place,
           gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autofree char *path = path_of (place);
  g_autofree char *copy = g_build_filename (place->dir, "copy.mentoring", NULL);
  g_autofree char *whole = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &whole, &size, NULL));
  g_assert_true (g_file_set_contents (copy, whole, (gssize) size, NULL));
  g_unlink (path);
  add_person (document, "Ana");
  expect_moved (document);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  expect_moved (document);
  expect_no_leftovers (place);

  g_assert_true (rm_document_save (document, TRUE, NULL, NULL));
  g_assert_true (rm_document_is_saved (document));
  rm_document_close (document);
  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 1);
  rm_document_close (document);
}

/* Somebody makes a file of that name before the new programme is saved. */
static void
test_new_name_taken (Place *place,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RmDocument *document = rm_document_create (place->file, place->state, &error);

  g_assert_no_error (error);
  write_theirs_in_place (place);
  expect_conflict (document);
  g_assert_cmpint (count_theirs (place), ==, 1);
  rm_document_discard (document);
  rm_document_close (document);
}

static void
die (gpointer data)
{
  raise (SIGKILL);
}

/* Killed before or after the exchange: what lay beside the file is known for what it is. */
static void
test_killed_exchanging (Place *place,
                        gconstpointer data)
{
  gboolean theirs = GPOINTER_TO_INT (data) == 2;
  RmDocument *document = must_create (place);
  pid_t pid = 0;
  int status = 0;

  rm_document_close (document);
  pid = fork ();
  if (pid == 0)
    {
      document = must_open (place);
      add_person (document, "Ana");
      if (theirs)
        faults_hook_exchange (rename_theirs_onto, die, place);
      else if (GPOINTER_TO_INT (data) == 1)
        faults_hook_exchange (NULL, die, NULL);
      else
        faults_hook_exchange (die, NULL, NULL);
      rm_document_save (document, FALSE, NULL, NULL);
      _exit (1);
    }
  waitpid (pid, &status, 0);
  g_assert_true (WIFSIGNALED (status));

  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 1);
  if (rm_document_is_recovered (document))
    must_save (document);
  if (theirs)
    {
      g_autoptr (GPtrArray) notices = rm_document_take_notices (document);

      g_assert_cmpuint (notices->len, >=, 1);
    }
  g_assert_cmpint (count_theirs (place), ==, theirs ? 1 : 0);
  expect_no_leftovers (place);
  rm_document_close (document);
}

/* A file of an older format is kept as it was when it is first written over, once. */
static void
test_old_format (Place *place,
                 gconstpointer data)
{
  g_autofree char *path = path_of (place);
  g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "store", "data", "schema-v2.sql",
                                                     NULL);
  g_autofree char *sql = text_of (sql_path);
  g_autofree char *kept = g_build_filename (place->dir, "programme (format 2).mentoring", NULL);
  g_autofree char *again = g_build_filename (place->dir, "programme (format 2 2).mentoring", NULL);
  g_autofree char *name = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GFile) kept_file = g_file_new_for_path (kept);
  g_autoptr (GPtrArray) notices = NULL;
  RmDocument *document = NULL;
  RmDb *db = rm_db_open (path, TRUE, NULL);

  g_assert_true (rm_db_exec (db, sql, "fill", NULL));
  rm_db_close (db);
  before = contents (place->file);
  document = must_open (place);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  add_person (document, "Ana");
  must_save (document);
  name = take_notice (document, RM_SAVE_NOTICE_OLD_FORMAT);
  g_assert_cmpstr (name, ==, "programme (format 2).mentoring");
  after = contents (kept_file);
  g_assert_true (g_bytes_equal (before, after));

  add_person (document, "Bo");
  must_save (document);
  notices = rm_document_take_notices (document);
  g_assert_cmpuint (notices->len, ==, 0);
  g_assert_false (g_file_test (again, G_FILE_TEST_EXISTS));
  rm_document_close (document);
}

/* The message about a newer format names it. */
static void
test_newer_format (Place *place,
                   gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autofree char *path = path_of (place);
  g_autoptr (GError) error = NULL;
  RmDb *db = NULL;

  rm_document_close (document);
  db = rm_db_open (path, FALSE, NULL);
  g_assert_true (rm_db_exec (db, "PRAGMA user_version = 4711", "change", NULL));
  rm_db_close (db);
  g_assert_null (rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "4711"));
}

/* Whatever was done, the folder of working copies is as empty as before. */
static void
expect_empty_state (const Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->state, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "locks");
}

static void
test_nothing_left (Place *place,
                   gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autofree char *path = path_of (place);

  add_person (document, "Ana");
  g_assert_true (rm_store_edit (rm_document_get_store (document), "Import", RM_EDIT_LARGE,
                                insert_person, (gpointer) "Bo", NULL, NULL));
  g_assert_true (rm_store_undo (rm_document_get_store (document), NULL, NULL));
  g_assert_true (rm_store_redo (rm_document_get_store (document), NULL, NULL));
  must_save (document);
  rm_document_close (document);
  expect_empty_state (place);

  /* What the copy of before is needed for cannot be taken back any more, and is not offered. */
  document = must_open (place);
  g_assert_null (rm_store_get_undo_label (rm_document_get_store (document)));
  rm_document_close (document);
  expect_empty_state (place);

  for (int k = 0; k < 50; k++)
    {
      g_autofree char *other = g_strdup_printf ("%s/refused-%d", place->dir, k);
      g_autoptr (GFile) file = g_file_new_for_path (other);

      g_assert_true (g_file_set_contents (other, k % 2 == 0 ? "" : THEIRS, -1, NULL));
      g_assert_null (rm_document_open (file, place->state, RM_OPEN_NONE, NULL, NULL));
    }
  expect_empty_state (place);
}

/* Drafts that a killed program left are removed by whoever writes there next. */
static void
test_stale_drafts (Place *place,
                   gconstpointer data)
{
  g_autofree char *stale = g_build_filename (place->dir, ".reverse-mentor-draft-aaaaaa", NULL);
  g_autofree char *fresh = g_build_filename (place->dir, ".reverse-mentor-draft-bbbbbb", NULL);
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_data ("x", 1, NULL);
  struct timespec times[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (stale, "personal", -1, NULL));
  g_assert_true (g_file_set_contents (fresh, "being written", -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, stale, times, 0), ==, 0);
  g_assert_true (rm_draft_replace (place->file, in, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

#define ADD(path, data, func)                                                                      \
  g_test_add ("/store/other-people/" path, Place, data, place_set_up, func, place_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("race/renamed", rename_theirs_onto, test_race);
  ADD ("race/in-place", write_theirs_in_place, test_race);
  ADD ("time-put-back", NULL, test_time_put_back);
  ADD ("no-history", NULL, test_no_history);
  ADD ("without-exchange/invalid", GINT_TO_POINTER (EINVAL), test_without_exchange);
  ADD ("without-exchange/unknown", GINT_TO_POINTER (ENOSYS), test_without_exchange);
  ADD ("without-exchange/portal", NULL, test_without_exchange);
  ADD ("attributes", NULL, test_attributes);
  ADD ("names", NULL, test_names);
  ADD ("renamed", NULL, test_renamed);
  ADD ("gone", NULL, test_gone);
  ADD ("new-name-taken", NULL, test_new_name_taken);
  ADD ("killed-exchanging/before", GINT_TO_POINTER (0), test_killed_exchanging);
  ADD ("killed-exchanging/after", GINT_TO_POINTER (1), test_killed_exchanging);
  ADD ("killed-exchanging/theirs", GINT_TO_POINTER (2), test_killed_exchanging);
  ADD ("old-format", NULL, test_old_format);
  ADD ("newer-format", NULL, test_newer_format);
  ADD ("nothing-left", NULL, test_nothing_left);
  ADD ("stale-drafts", NULL, test_stale_drafts);
  return g_test_run ();
}
