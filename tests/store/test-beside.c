/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faults.h"
#include "store-fixture.h"

#include "store/rm-document-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Files kept next to a document: they have room for their names, are named by their kind, and a
 * pipe in place of one is not waited for. */

#define THEIRS "somebody else was here"

static char *
path_of (const Place *place)
{
  return g_file_get_path (place->file);
}

/* The document is called @name from now on. */
static void
call (Place *place,
      const char *name)
{
  g_autofree char *path = g_build_filename (place->dir, name, NULL);

  g_object_unref (place->file);
  place->file = g_file_new_for_path (path);
}

/* As long as a name can be. */
static void
call_long (Place *place,
           const char *letter)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gsize room = 255 - strlen (".mentoring");

  while (name->len + strlen (letter) <= room)
    g_string_append (name, letter);
  g_string_append (name, ".mentoring");
  call (place, name->str);
}

/* The one file beside the document whose name ends with @ending; NULL where there is none. */
static char *
find_beside (const Place *place,
             const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (place->dir, 0, NULL);
  const char *name = NULL;
  char *found = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_assert_false (g_str_has_prefix (name, ".reverse-mentor-"));
      if (!g_str_has_suffix (name, ending))
        continue;
      g_assert_null (found);
      found = g_build_filename (place->dir, name, NULL);
    }
  return found;
}

static void
expect_theirs (const Place *place)
{
  g_autofree char *path = find_beside (place, " (somebody else’s version).mentoring");
  g_autofree char *text = NULL;

  g_assert_nonnull (path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, THEIRS);
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
make_pipe (gpointer data)
{
  g_autofree char *path = path_of (data);

  g_unlink (path);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
die (gpointer data)
{
  raise (SIGKILL);
}

static void
make_old (const Place *place)
{
  g_autofree char *path = path_of (place);
  g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "store", "data", "schema-v2.sql",
                                                     NULL);
  g_autofree char *sql = NULL;
  g_autofree char *short_path = g_build_filename (place->dir, "old", NULL);
  RmDb *db = rm_db_open (short_path, TRUE, NULL);

  g_assert_true (g_file_get_contents (sql_path, &sql, NULL, NULL));
  g_assert_true (rm_db_exec (db, sql, "fill", NULL));
  rm_db_close (db);
  /* SQLite wants room for the name of a journal. */
  g_assert_cmpint (g_rename (short_path, path), ==, 0);
}

static void
change_last_byte (const Place *place)
{
  g_autofree char *path = path_of (place);
  FILE *file = g_fopen (path, "r+b");
  int last = 0;

  g_assert_cmpint (fseek (file, -1, SEEK_END), ==, 0);
  last = fgetc (file);
  g_assert_cmpint (fseek (file, -1, SEEK_END), ==, 0);
  fputc (last ^ 1, file);
  fclose (file);
}

static void
test_long_displaced (Place *place,
                     gconstpointer data)
{
  RmDocument *document = NULL;

  call_long (place, data);
  document = must_create (place);
  add_person (document, "Ana");
  faults_hook_exchange (rename_theirs_onto, NULL, place);
  must_save (document);
  expect_theirs (place);
  rm_document_close (document);
}

static void
test_long_old_format (Place *place,
                      gconstpointer data)
{
  RmDocument *document = NULL;
  g_autofree char *kept = NULL;

  call_long (place, data);
  make_old (place);
  document = must_open (place);
  add_person (document, "Ana");
  must_save (document);
  kept = find_beside (place, " (format 2).mentoring");
  g_assert_nonnull (kept);
  rm_document_close (document);
}

/* A save that is killed right after an exchange that took out what somebody else wrote. */
static void
leave_displaced (Place *place)
{
  RmDocument *document = must_create (place);
  pid_t pid = 0;
  int status = 0;

  rm_document_close (document);
  pid = fork ();
  if (pid == 0)
    {
      document = must_open (place);
      add_person (document, "Ana");
      faults_hook_exchange (rename_theirs_onto, die, place);
      rm_document_save (document, FALSE, NULL, NULL);
      _exit (1);
    }
  waitpid (pid, &status, 0);
  g_assert_true (WIFSIGNALED (status));
}

/* The welcome page finds nothing that was not saved and forgets the copy: not what lies beside. */
static void
test_listed (Place *place,
             gconstpointer data)
{
  g_autoptr (GPtrArray) unsaved = NULL;

  leave_displaced (place);
  unsaved = rm_document_list_unsaved (place->state);
  g_assert_cmpuint (unsaved->len, ==, 0);
  expect_theirs (place);
}

static void
test_dropped (Place *place,
              gconstpointer data)
{
  gboolean found = FALSE;

  leave_displaced (place);
  g_assert_true (rm_document_drop_unsaved (place->file, place->state, &found, NULL));
  expect_theirs (place);
}

/* Saved although there was nothing to save, so that the log says nothing. */
static void
test_without_log (Place *place,
                  gconstpointer data)
{
  RmDocument *document = must_create (place);
  pid_t pid = 0;
  int status = 0;

  rm_document_close (document);
  pid = fork ();
  if (pid == 0)
    {
      document = must_open (place);
      faults_hook_exchange (rename_theirs_onto, die, place);
      rm_document_save (document, FALSE, NULL, NULL);
      _exit (1);
    }
  waitpid (pid, &status, 0);
  g_assert_true (WIFSIGNALED (status));

  document = must_open (place);
  expect_theirs (place);
  rm_document_close (document);
}

/* A draft that was never finished holds what is personal: whoever opens the programme removes it, saving
 * or not. */
static void
test_stale_draft (Place *place,
                  gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autofree char *stale = g_build_filename (place->dir, ".reverse-mentor-draft-aaaaaa", NULL);
  const struct timespec times[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };

  rm_document_close (document);
  g_assert_true (g_file_set_contents (stale, "personal", -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, stale, times, 0), ==, 0);
  document = must_open (place);
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  rm_document_close (document);
}

/* Names of files are bytes; those of Latin 1 are no text. */
static void
test_bytes (Place *place,
            gconstpointer data)
{
  g_autofree char *folder = g_build_filename (place->dir, "Einkaufsf\xFChrung", NULL);
  g_autofree char *whole = place->dir;
  RmDocument *document = NULL;

  if (g_mkdir (folder, 0700) != 0)
    {
      g_test_skip ("this file system wants UTF-8");
      return;
    }
  place->dir = folder;
  call (place, "M\xE4rz\n100 %s.mentoring");
  leave_displaced (place);
  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 1);
  expect_theirs (place);
  rm_document_close (document);
  place->dir = g_steal_pointer (&whole);
}

/* As long as it could not be saved nothing is said of it, and trying again makes no more copies. */
static void
test_old_format_conflict (Place *place,
                          gconstpointer data)
{
  RmDocument *document = NULL;
  g_autofree char *kept = NULL;

  make_old (place);
  document = must_open (place);
  add_person (document, "Ana");
  change_last_byte (place);
  for (int k = 0; k < 3; k++)
    {
      g_autoptr (GPtrArray) notices = NULL;

      g_assert_false (rm_document_save (document, FALSE, NULL, NULL));
      notices = rm_document_take_notices (document);
      g_assert_cmpuint (notices->len, ==, 0);
    }
  kept = find_beside (place, " (format 2).mentoring");
  g_assert_null (kept);
  rm_document_close (document);
}

/* The copy has room, the new file has not. */
static void
test_old_format_later (Place *place,
                       gconstpointer data)
{
  RmDocument *document = NULL;
  g_autofree char *kept = NULL;
  int writes = 1;
  gboolean saved = FALSE;

  make_old (place);
  document = must_open (place);
  add_person (document, "Ana");
  for (; !saved; writes++)
    {
      g_autoptr (GPtrArray) notices = NULL;

      faults_fill_at (place->dir, writes);
      saved = rm_document_save (document, FALSE, NULL, NULL);
      faults_fill_at (NULL, 0);
      notices = rm_document_take_notices (document);
      g_assert_cmpuint (notices->len, ==, saved ? 1 : 0);
    }
  g_assert_cmpint (writes, >, 3);
  kept = find_beside (place, " (format 2).mentoring");
  g_assert_nonnull (kept);
  rm_document_close (document);
}

static void
expect_no_file (Place *place,
                RmDocument *document)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rm_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_A_FILE);
}

/* Whoever waited for a pipe would wait for ever: the test would not end. */
static void
test_pipe (Place *place,
           gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autofree char *path = path_of (place);
  g_autoptr (GPtrArray) unsaved = NULL;
  g_autoptr (GError) error = NULL;

  add_person (document, "Ana");
  make_pipe (place);
  expect_no_file (place, document);
  rm_document_close (document);

  unsaved = rm_document_list_unsaved (place->state);
  g_assert_cmpuint (unsaved->len, ==, 1);
  document = must_open (place);
  g_assert_true (rm_document_is_recovered (document));
  expect_no_file (place, document);
  rm_document_discard (document);
  rm_document_close (document);

  g_assert_null (rm_document_create (place->file, place->state, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_A_FILE);
  g_clear_error (&error);
  g_assert_null (rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NOT_A_FILE);
}

/* In the last moment before the exchange. */
static void
test_pipe_race (Place *place,
                gconstpointer data)
{
  RmDocument *document = must_create (place);

  add_person (document, "Ana");
  faults_hook_exchange (make_pipe, NULL, place);
  must_save (document);
  rm_document_close (document);
  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 1);
  rm_document_close (document);
}

#define ADD(path, data, func)                                                                      \
  g_test_add ("/store/beside/" path, Place, data, place_set_up, func, place_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("long/displaced", "x", test_long_displaced);
  ADD ("long/displaced-wide", "ẞ", test_long_displaced);
  ADD ("long/old-format", "x", test_long_old_format);
  ADD ("long/old-format-wide", "ẞ", test_long_old_format);
  ADD ("listed", NULL, test_listed);
  ADD ("dropped", NULL, test_dropped);
  ADD ("without-log", NULL, test_without_log);
  ADD ("stale-draft", NULL, test_stale_draft);
  ADD ("bytes", NULL, test_bytes);
  ADD ("old-format/conflict", NULL, test_old_format_conflict);
  ADD ("old-format/later", NULL, test_old_format_later);
  ADD ("pipe", NULL, test_pipe);
  ADD ("pipe-race", NULL, test_pipe_race);
  return g_test_run ();
}
