/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/rm-json-reader.h"
#include "exchange/sheet/rm-input-file.h"
#include "exchange/source/rm-source.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* What is no file is refused, or waited for as long as somebody wants. Reading it might wait for
 * ever, or never end: nor would the test. */

typedef struct
{
  char *folder;
  char *pipe;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("rm-input-XXXXXX", NULL);
  self->pipe = g_build_filename (self->folder, "people.csv", NULL);
  g_assert_cmpint (mkfifo (self->pipe, 0600), ==, 0);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_unlink (self->pipe);
  g_rmdir (self->folder);
  g_free (self->pipe);
  g_free (self->folder);
}

static gboolean
count (double fraction,
       gpointer data)
{
  guint *left = data;

  return --*left > 0;
}

static void
expect_refused (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (rm_source_load (file, NULL, NULL, NULL, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_NOT_A_FILE);
  g_clear_error (&error);
  g_assert_null (rm_json_reader_load (file, NULL, NULL, NULL, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_NOT_A_FILE);
}

static void
test_refused (Fixture *self,
              gconstpointer data)
{
  g_autofree char *name = g_build_filename (self->folder, "socket", NULL);
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, name, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  expect_refused (name);
  close (fd);
  g_unlink (name);
  /* Nobody could end the wait. */
  expect_refused (self->pipe);
  expect_refused (self->folder);
  expect_refused ("/dev/zero");
}

static void
test_nobody_writes (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->pipe);
  g_autoptr (GError) error = NULL;
  guint left = 4;
  gint64 from = g_get_monotonic_time ();

  g_assert_null (rm_source_load (file, NULL, count, &left, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED);
  g_assert_cmpuint (left, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - from, >=, 300 * 1000);
}

static gpointer
write_late (gpointer data)
{
  static const char *const pieces[] = { "Name;Staff", " number\nA", "da;1\n" };
  int fd = -1;

  g_usleep (250 * 1000);
  fd = open (data, O_WRONLY);
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_usleep (150 * 1000);
      g_assert_cmpint (write (fd, pieces[i], strlen (pieces[i])), ==, strlen (pieces[i]));
    }
  close (fd);

  return NULL;
}

static void
test_late (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->pipe);
  GThread *writer = g_thread_new ("writer", write_late, self->pipe);
  g_autoptr (GError) error = NULL;
  guint left = G_MAXUINT;
  g_autoptr (RmSheet) sheet = rm_source_load (file, NULL, count, &left, &error);

  g_thread_join (writer);
  g_assert_no_error (error);
  g_assert_cmpuint (rm_sheet_get_n_rows (sheet), ==, 1);
  g_assert_cmpstr (rm_sheet_get_cell (sheet, 0, 0), ==, "Ada");
  g_assert_cmpstr (rm_sheet_get_cell (sheet, 0, 1), ==, "1");
}

static gpointer
write_much (gpointer data)
{
  static char block[64 * 1024];
  int fd = open (data, O_WRONLY);

  memset (block, 'a', sizeof block);
  while (write (fd, block, sizeof block) > 0)
    ;
  close (fd);

  return NULL;
}

/* It has no end, and is left once it is too much. */
static void
test_too_much (Fixture *self,
               gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->pipe);
  GThread *writer = g_thread_new ("writer", write_much, self->pipe);
  g_autoptr (GError) error = NULL;
  guint left = G_MAXUINT;

  g_assert_null (rm_source_load (file, NULL, count, &left, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_TOO_BIG);
  g_thread_join (writer);
}

static void
test_limit (Fixture *self,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "plain", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) cut = NULL;

  g_assert_true (g_file_set_contents (path, "1234567", -1, NULL));
  whole = rm_input_file_load (file, 7, NULL, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (whole), ==, 7);
  cut = rm_input_file_load (file, 4, NULL, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (cut), ==, 5);
  g_unlink (path);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/exchange/input-file/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);
  ADD ("refused", test_refused);
  ADD ("nobody-writes", test_nobody_writes);
  ADD ("late", test_late);
  ADD ("too-much", test_too_much);
  ADD ("limit", test_limit);
  return g_test_run ();
}
