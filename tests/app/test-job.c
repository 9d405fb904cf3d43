/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/rm-job.h"
#include "app/session/rm-session.h"
#include "tools.h"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

/* The input and the result of a job are freed on the main thread, whatever the order of the two
 * threads: they may hold the last reference to something in the window. */

#define N_ROUNDS 500

static GThread *main_thread;
static int n_held; /* atomic */

static gpointer
hold (void)
{
  g_atomic_int_inc (&n_held);
  return g_strdup ("held");
}

static void
let_go (gpointer data)
{
  g_assert_true (g_thread_self () == main_thread);
  g_atomic_int_add (&n_held, -1);
  g_free (data);
}

/* On one processor, and behind the main thread: that runs as soon as there is an answer, and the worker
 * is the last to let go of the task. */
static void
step_back (void)
{
  setpriority (PRIO_PROCESS, (id_t) gettid (), 19);
}

static gpointer
find (RmJob *job,
      gpointer data,
      GError **error)
{
  step_back ();
  return hold ();
}

static gpointer
find_late (RmJob *job,
           gpointer data,
           GError **error)
{
  step_back ();
  while (!g_cancellable_is_cancelled (rm_job_get_cancellable (job)))
    g_thread_yield ();
  return hold ();
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  gboolean *done = data;
  g_autoptr (GError) error = NULL;
  gpointer found = rm_job_finish (RM_JOB (source), result, &error);

  g_assert_true (found != NULL || rm_error_is_cancelled (error));
  if (found != NULL)
    let_go (found);
  *done = TRUE;
}

static void
test_found (void)
{
  for (int k = 0; k < N_ROUNDS; k++)
    {
      g_autoptr (RmJob) job = rm_job_new ();
      gboolean done = FALSE;

      rm_job_run (job, find, hold (), let_go, let_go, found_cb, &done);
      wait_until (done);
    }
  g_assert_cmpint (g_atomic_int_get (&n_held), ==, 0);
}

/* Cancelled, and the answer came all the same: nobody wants it. */
static void
test_cancelled (void)
{
  for (int k = 0; k < N_ROUNDS; k++)
    {
      g_autoptr (RmJob) job = rm_job_new ();
      gboolean done = FALSE;

      rm_job_run (job, find_late, hold (), let_go, let_go, found_cb, &done);
      rm_job_cancel (job);
      wait_until (done);
      g_assert_cmpint (g_atomic_int_get (&n_held), ==, 0);
    }
}

static gpointer
finish_late (RmJob *job,
             gpointer data,
             GError **error)
{
  while (!g_cancellable_is_cancelled (rm_job_get_cancellable (job)))
    g_thread_yield ();
  return GINT_TO_POINTER (TRUE);
}

/* An answer that is only a yes has nothing to free. */
static void
test_cancelled_yes (void)
{
  g_autoptr (RmJob) job = rm_job_new ();
  gboolean done = FALSE;

  rm_job_run (job, finish_late, NULL, NULL, NULL, found_cb, &done);
  rm_job_cancel (job);
  wait_until (done);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  RmSession **opened = data;
  g_autoptr (GError) error = NULL;

  *opened = rm_session_open_finish (result, &error);
  g_assert_no_error (error);
}

/* Its last file is written: from there on opening is not stopped any more. */
static gboolean
is_copied (void)
{
  g_autofree char *state = rm_document_get_state_dir ();
  g_autoptr (GDir) dir = g_dir_open (state, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *info = g_build_filename (state, name, "info", NULL);

      if (g_file_test (info, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/* A window that is closed while its file is opened gets the session and ends it: left to the worker, its
 * copy would be tidied away when the program has ended already. */
static void
test_opening (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rm-job-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "p.mentoring", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (int k = 0; k < 5; k++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      RmSession *session = NULL;

      rm_session_open_async (file, k == 0, RM_OPEN_NONE, cancellable, opened_cb, &session);
      while (!is_copied ())
        g_usleep (1000);
      g_cancellable_cancel (cancellable);
      wait_until (session != NULL);
      g_assert_finalize_object (session);
      g_assert_false (is_copied ());
    }
  remove_folder (folder);
}

int
main (int argc,
      char **argv)
{
  cpu_set_t one;

  g_test_init (&argc, &argv, NULL);
  main_thread = g_thread_self ();
  CPU_ZERO (&one);
  CPU_SET (sched_getcpu (), &one);
  sched_setaffinity (0, sizeof one, &one);
  g_test_add_func ("/job/found", test_found);
  g_test_add_func ("/job/cancelled", test_cancelled);
  g_test_add_func ("/job/cancelled-yes", test_cancelled_yes);
  g_test_add_func ("/job/opening", test_opening);
  return g_test_run ();
}
