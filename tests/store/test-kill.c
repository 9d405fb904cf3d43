/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "core/model/rm-person.h"
#include "store/rm-document.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A writer edits, undoes and saves without end, and reports acknowledged edits; it is killed at any
 * moment, hundreds of times. Reported edits must be there at the next start, and both the file and
 * the working copy must be sound. RM_KILLS sets how often (10,000 for a campaign). */

#define DEFAULT_KILLS 220

static gboolean
add_numbered (RmStore *store,
              gpointer data,
              GError **error)
{
  RmPerson *person = rm_person_new ();
  gboolean ok = FALSE;

  person->staff_no = g_strdup_printf ("%d", *(int *) data);
  /* Some pages, so that the log is folded again and again. */
  person->name = g_strnfill (3000, 'a' + *(int *) data % 26);
  ok = rm_store_insert (store, person, error);
  rm_record_unref (person);
  return ok;
}

/* The writer: a process of its own, which never returns. */
static void
write_without_end (GFile *file,
                   const char *state,
                   int pipe_fd)
{
  RmDocument *document = rm_document_open (file, state, RM_OPEN_NONE, NULL, NULL);
  RmStore *store = NULL;
  GError *error = NULL;
  gint64 next = 0;

  if (document == NULL)
    _exit (3);
  store = rm_document_get_store (document);
  if (!rm_db_get_int64 (rm_store_get_db (store),
                        "SELECT coalesce (max (CAST (staff_no AS INTEGER)), 0) FROM person", &next,
                        NULL))
    _exit (4);

  for (int i = 0;; i++)
    {
      int number = (int) ++next;

      if (!rm_store_edit (store, "Add", RM_EDIT_NONE, add_numbered, &number, NULL, &error))
        {
          g_printerr ("writer: %s\n", error->message);
          _exit (5);
        }
      /* From here on it may not be lost. */
      if (write (pipe_fd, &number, sizeof number) != sizeof number)
        _exit (6);
      if (i % 7 == 3 && !rm_document_save (document, FALSE, NULL, &error))
        {
          g_printerr ("writer: %s\n", error->message);
          _exit (7);
        }
    }
}

static int
read_acknowledged (int fd)
{
  int last = 0;
  int number = 0;

  while (read (fd, &number, sizeof number) == sizeof number)
    last = number;

  return last;
}

static void
check (GFile *file,
       const char *state,
       int acknowledged,
       int kill_number)
{
  g_autoptr (GError) error = NULL;
  RmDocument *document = rm_document_open (file, state, RM_OPEN_NONE, NULL, &error);
  gint64 last = 0;
  gint64 count = 0;

  if (document == NULL)
    g_error ("kill %d: the document does not open: %s", kill_number, error->message);
  if (!rm_document_verify (document, NULL, &error))
    g_error ("kill %d: %s", kill_number, error->message);
  rm_db_get_int64 (rm_store_get_db (rm_document_get_store (document)),
                   "SELECT coalesce (max (CAST (staff_no AS INTEGER)), 0) FROM person", &last,
                   NULL);
  rm_db_get_int64 (rm_store_get_db (rm_document_get_store (document)),
                   "SELECT count (*) FROM person", &count, NULL);
  if (last < acknowledged || count != last)
    g_error ("kill %d: %d acknowledged, %d there, the last is %d", kill_number, acknowledged,
             (int) count, (int) last);
  rm_document_close (document);
}

/* So many kills of writers of one programme; how many edits they acknowledged. */
static int
kill_writers (GRand *rand,
              int kills)
{
  g_autofree char *dir = g_dir_make_tmp ("rm-kill-XXXXXX", NULL);
  g_autofree char *state = g_build_filename (dir, "state", NULL);
  g_autofree char *path = g_build_filename (dir, "programme.mentoring", NULL);
  g_autofree char *clean = g_strdup_printf ("rm -rf '%s'", dir);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RmDocument *document = rm_document_create (file, state, &error);
  int acknowledged = 0;

  g_assert_no_error (error);
  g_assert_true (rm_document_save (document, FALSE, NULL, &error));
  rm_document_close (document);

  for (int k = 0; k < kills; k++)
    {
      int fds[2] = { -1, -1 };
      int status = 0;
      int seen = 0;
      pid_t pid = 0;

      g_assert_cmpint (pipe (fds), ==, 0);
      pid = fork ();
      if (pid == 0)
        {
          close (fds[0]);
          write_without_end (file, state, fds[1]);
        }
      close (fds[1]);
      /* Every other time while it opens, else while it works, however slow the machine is. */
      if (k % 2 == 0)
        poll (&(struct pollfd){ .fd = fds[0], .events = POLLIN }, 1, 30000);
      g_usleep ((gulong) g_rand_int_range (rand, 1000, 20000));
      kill (pid, SIGKILL);
      waitpid (pid, &status, 0);
      if (!WIFSIGNALED (status))
        g_error ("kill %d: the writer ended by itself: %d", k, WEXITSTATUS (status));
      seen = read_acknowledged (fds[0]);
      close (fds[0]);
      acknowledged = MAX (acknowledged, seen);
      check (file, state, acknowledged, k);
    }
  g_assert_cmpint (system (clean), ==, 0);

  return acknowledged;
}

/* A programme that grows takes ever longer to check: a campaign is many of them. */
static void
test_kill (void)
{
  const char *wanted = g_getenv ("RM_KILLS");
  int kills = wanted != NULL ? atoi (wanted) : DEFAULT_KILLS;
  GRand *rand = g_rand_new_with_seed (42);
  int acknowledged = 0;

  for (int k = 0; k < kills; k += DEFAULT_KILLS)
    {
      acknowledged += kill_writers (rand, MIN (DEFAULT_KILLS, kills - k));
      if (kills > DEFAULT_KILLS)
        g_print ("# %d kills, %d edits acknowledged\n", MIN (k + DEFAULT_KILLS, kills),
                 acknowledged);
    }
  g_test_message ("%d kills, %d edits acknowledged, none lost", kills, acknowledged);
  g_assert_cmpint (acknowledged, >=, kills / 2);

  g_rand_free (rand);
}

int
main (int argc,
      char **argv)
{
  work_in_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill", test_kill);
  return g_test_run ();
}
