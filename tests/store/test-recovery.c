/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faults.h"
#include "store-fixture.h"

#include "core/model/rm-person.h"
#include "store/rm-document-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Acknowledged but unsaved edits are recovered, whatever ended the program: in the middle of
 * folding the log, on a full disk, with an unreadable working copy. RM_EDITS sets how many edits
 * there are, and with them at how many writes something happens (60 for a campaign). */

#define DEFAULT_EDITS 8

static int
n_edits (void)
{
  const char *wanted = g_getenv ("RM_EDITS");

  return wanted != NULL ? atoi (wanted) : DEFAULT_EDITS;
}

/* Edits that are acknowledged through @fd, of about a page each. */
static void
edit_and_tell (RmDocument *document,
               int n,
               int fd)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = g_strnfill (3000, 'a' + i % 26);
      char done = 1;

      if (!rm_store_edit (rm_document_get_store (document), "Add", RM_EDIT_NONE, insert_person, name,
                          NULL, NULL)
          || write (fd, &done, 1) != 1)
        return;
    }
}

typedef void (*ChildFunc) (const Place *place, int n, int fd);

/* Runs @func in a process of its own, which never closes what it opens. Returns how many edits it
 * acknowledged, and whether it was killed. */
static int
run_child (const Place *place,
           ChildFunc func,
           int n,
           gboolean *killed)
{
  int fds[2] = { -1, -1 };
  int status = 0;
  int acknowledged = 0;
  char done = 0;
  pid_t pid = 0;

  g_assert_cmpint (pipe (fds), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      close (fds[0]);
      func (place, n, fds[1]);
      _exit (0);
    }
  close (fds[1]);
  while (read (fds[0], &done, 1) == 1)
    acknowledged++;
  close (fds[0]);
  waitpid (pid, &status, 0);
  *killed = WIFSIGNALED (status);
  if (*killed)
    g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);

  return acknowledged;
}

static void
expect_people (const Place *place,
               int n)
{
  RmDocument *document = must_open (place);

  g_assert_true (rm_document_verify (document, NULL, NULL));
  g_assert_cmpint ((int) count_people (document), >=, n);
  rm_document_discard (document);
  rm_document_close (document);
}

static void
start_over (const Place *place)
{
  RmDocument *document = NULL;

  g_file_delete (place->file, NULL, NULL);
  document = must_create (place);
  rm_document_close (document);
}

/* An unsaved log that is folded because it is long. */
static void
fold_unsaved (const Place *place,
              int n,
              int fd)
{
  RmDocument *document = must_open (place);

  edit_and_tell (document, n_edits (), fd);
  document->long_log = 1;
  faults_kill_at (RM_WORKING_NAME, (n + 1) / 2, n % 2 == 0);
  rm_document_fold_log (document);
}

/* A saved one, with another edit behind it. */
static void
fold_saved (const Place *place,
            int n,
            int fd)
{
  RmDocument *document = must_open (place);

  edit_and_tell (document, n_edits (), fd);
  faults_kill_at (RM_WORKING_NAME, (n + 1) / 2, n % 2 == 0);
  if (rm_document_save (document, FALSE, NULL, NULL))
    edit_and_tell (document, 1, fd);
}

static void
test_killed_folding (Place *place,
                     gconstpointer data)
{
  ChildFunc func = data;
  gboolean killed = TRUE;
  int n = 0;

  for (n = 1; killed; n++)
    {
      int acknowledged = 0;

      start_over (place);
      acknowledged = run_child (place, func, n, &killed);
      g_assert_cmpint (acknowledged, >=, n_edits ());
      expect_people (place, acknowledged);
    }

  /* So many pages were written, whole and in part. */
  g_test_message ("killed at %d writes", n - 2);
  g_assert_cmpint (n, >, 20);
}

/* A folding that did not end, and a working copy that it damaged: with its log, the copy from before
 * has everything. */
static void
test_unfold (Place *place,
             gconstpointer data)
{
  gboolean killed = FALSE;
  g_autofree char *working = NULL;
  g_autofree char *key = rm_working_key (place->file);
  int acknowledged = 0;

  start_over (place);
  acknowledged = run_child (place, fold_unsaved, 21, &killed);
  g_assert_true (killed);
  working = g_build_filename (place->state, key, RM_WORKING_NAME, NULL);
  g_assert_true (g_file_set_contents (working, "damaged beyond repair", -1, NULL));
  expect_people (place, acknowledged);
}

static void
edit_without_room (const Place *place,
                   int n,
                   int fd)
{
  RmDocument *document = must_open (place);

  faults_fill_at (place->state, n);
  edit_and_tell (document, n_edits (), fd);
  rm_document_save (document, FALSE, NULL, NULL);
  if (faults_count () < n)
    raise (SIGKILL);
}

/* No room in the folder of working copies from the n-th write on; the program ends, is started again
 * without room, ends, and is started with room. */
static void
test_full_state_disk (Place *place,
                      gconstpointer data)
{
  gboolean reached_end = FALSE;
  int n = 0;

  for (n = 1; !reached_end; n++)
    {
      g_autoptr (GError) error = NULL;
      RmDocument *document = NULL;
      int acknowledged = 0;

      start_over (place);
      acknowledged = run_child (place, edit_without_room, n, &reached_end);

      faults_fill_at (place->state, 1);
      document = rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error);
      if (document == NULL)
        g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NO_SPACE);
      else
        rm_document_close (document);
      faults_fill_at (NULL, 0);

      expect_people (place, acknowledged);
    }
  g_test_message ("no room at %d writes", n - 2);
  g_assert_cmpint (n, >, 100);
}

/* Unsaved changes of a program that ended: returns the folder they lie in. */
static char *
leave_unsaved (const Place *place,
               int n)
{
  RmDocument *document = must_create (place);
  char *dir = g_strdup (document->dir);

  for (int i = 0; i < n; i++)
    add_person (document, "Somebody");
  rm_document_close (document);
  return dir;
}

static char *
digest_of (const char *dir,
           const char *name)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autofree char *data = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &data, &size, NULL))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, size);
}

/* A working copy that cannot be read is left as it is, its log with it, until somebody drops it. */
static void
test_unreadable (Place *place,
                 gconstpointer data)
{
  g_autofree char *dir = leave_unsaved (place, 5);
  g_autofree char *working = g_build_filename (dir, RM_WORKING_NAME, NULL);
  g_autofree char *log_before = digest_of (dir, RM_WORKING_NAME "-wal");
  g_autofree char *log_after = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;
  RmDocument *document = NULL;

  g_assert_true (g_file_set_contents (working, "nothing that can be read", -1, NULL));
  for (int k = 0; k < 4; k++)
    {
      g_assert_null (rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error));
      g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_UNSAVED);
      g_assert_nonnull (strstr (error->message, dir));
      g_clear_error (&error);
    }
  g_assert_null (rm_document_create (place->file, place->state, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_UNSAVED);
  log_after = digest_of (dir, RM_WORKING_NAME "-wal");
  g_assert_nonnull (log_before);
  g_assert_cmpstr (log_after, ==, log_before);
  g_assert_true (g_file_get_contents (working, &copy, NULL, NULL));
  g_assert_cmpstr (copy, ==, "nothing that can be read");

  g_assert_true (rm_document_drop_unsaved (place->file, place->state, &found, NULL));
  g_assert_true (found);
  document = must_open (place);
  g_assert_false (rm_document_is_recovered (document));
  g_assert_cmpuint (count_people (document), ==, 0);
  rm_document_close (document);
}

/* What ended the program once is checked before it is opened; twice, and it is left alone. */
static void
test_attempts (Place *place,
               gconstpointer data)
{
  g_autofree char *dir = leave_unsaved (place, 5);
  g_autoptr (GError) error = NULL;
  RmDocument *document = NULL;

  rm_working_folder_begin_attempt (dir);
  document = must_open (place);
  g_assert_true (rm_document_is_recovered (document));
  rm_document_close (document);

  rm_working_folder_begin_attempt (dir);
  rm_working_folder_begin_attempt (dir);
  g_assert_null (rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_UNSAVED);
  g_clear_error (&error);
  document = rm_document_open (place->file, place->state, RM_OPEN_INSIST, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (document), ==, 5);
  rm_document_close (document);

  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 5);
  rm_document_close (document);
}

/* The disk of the working copies is full, and nobody looks for it at the file. */
static void
test_names_the_full_disk (Place *place,
                          gconstpointer data)
{
  RmDocument *document = must_create (place);
  g_autoptr (GError) error = NULL;

  add_person (document, "Ana");
  faults_fill_at (place->state, 1);
  g_assert_false (rm_document_save (document, FALSE, NULL, &error));
  faults_fill_at (NULL, 0);
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, place->state));
  g_clear_error (&error);
  must_save (document);
  rm_document_close (document);

  faults_fill_at (place->state, 1);
  g_assert_null (rm_document_open (place->file, place->state, RM_OPEN_NONE, NULL, &error));
  faults_fill_at (NULL, 0);
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, place->state));
}

/* Looking at what there is to offer is no attempt: only what ended the program counts. */
static void
test_listing_is_no_attempt (Place *place,
                            gconstpointer data)
{
  g_autofree char *dir = leave_unsaved (place, 5);
  RmDocument *document = NULL;

  rm_working_folder_begin_attempt (dir);
  for (int k = 0; k < 3; k++)
    {
      g_autoptr (GPtrArray) unsaved = rm_document_list_unsaved (place->state);

      g_assert_cmpuint (unsaved->len, ==, 1);
    }
  document = must_open (place);
  g_assert_cmpuint (count_people (document), ==, 5);
  rm_document_close (document);
}

/* No permission is not damage: it passes, and everything is there. */
static void
test_no_permission (void)
{
  Place place;
  g_autofree char *dir = NULL;
  g_autofree char *working = NULL;
  g_autoptr (GError) error = NULL;
  RmDocument *document = NULL;

  if (!be_nobody ())
    {
      g_test_skip ("the superuser may do everything");
      return;
    }

  place_init (&place);
  dir = leave_unsaved (&place, 5);
  working = g_build_filename (dir, RM_WORKING_NAME, NULL);
  g_chmod (working, 0);
  g_assert_null (rm_document_open (place.file, place.state, RM_OPEN_NONE, NULL, &error));
  g_assert_error (error, RM_STORE_ERROR, RM_STORE_ERROR_PERMISSION);
  g_chmod (working, 0600);
  document = must_open (&place);
  g_assert_true (rm_document_is_recovered (document));
  g_assert_cmpuint (count_people (document), ==, 5);
  rm_document_close (document);
  place_clear (&place);
  be_oneself ();
}

/* What an older version left, in a folder named after the address and with a time instead of a
 * content: it is found, listed and opened. */
static void
test_old_folder (Place *place,
                 gconstpointer data)
{
  g_autofree char *dir = leave_unsaved (place, 5);
  g_autofree char *uri = g_file_get_uri (place->file);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *old = NULL;
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) unsaved = NULL;
  RmDocument *document = NULL;

  hash[24] = '\0';
  old = g_build_filename (place->state, hash, NULL);
  g_assert_cmpint (g_rename (dir, old), ==, 0);
  info = g_build_filename (old, "info", NULL);
  text = g_strdup_printf ("[document]\nuri=%s\nstamp=1:2 3 4\nsaved=0\n", uri);
  g_assert_true (g_file_set_contents (info, text, -1, NULL));

  unsaved = rm_document_list_unsaved (place->state);
  g_assert_cmpuint (unsaved->len, ==, 1);
  document = must_open (place);
  g_assert_true (rm_document_is_recovered (document));
  g_assert_cmpuint (count_people (document), ==, 5);

  /* Whether the file is still the one that was opened nobody knows: it is not written over. */
  g_assert_false (rm_document_save (document, FALSE, NULL, NULL));
  g_assert_true (rm_document_save (document, TRUE, NULL, NULL));
  rm_document_close (document);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
}

#define ADD(path, data, func)                                                                      \
  g_test_add ("/store/recovery/" path, Place, data, place_set_up, func, place_tear_down)

int
main (int argc,
      char **argv)
{
  work_in_memory ();
  g_test_init (&argc, &argv, NULL);
  ADD ("killed-folding/unsaved", fold_unsaved, test_killed_folding);
  ADD ("killed-folding/saved", fold_saved, test_killed_folding);
  ADD ("unfold", NULL, test_unfold);
  ADD ("full-state-disk", NULL, test_full_state_disk);
  ADD ("unreadable", NULL, test_unreadable);
  ADD ("attempts", NULL, test_attempts);
  ADD ("names-the-full-disk", NULL, test_names_the_full_disk);
  ADD ("listing-is-no-attempt", NULL, test_listing_is_no_attempt);
  g_test_add_func ("/store/recovery/no-permission", test_no_permission);
  ADD ("old-folder", NULL, test_old_folder);
  return g_test_run ();
}
