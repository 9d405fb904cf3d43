/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <signal.h>
#include <sys/stat.h>

/* Files that are pipes, as <(…) and | make them. */

static int
run_shell (Fixture *self,
           const char *script)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  prepare (self, launcher);
  process = g_subprocess_launcher_spawn (launcher, &error, "bash", "-c", script, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  g_test_message ("%s\n%s", self->out, self->err);

  return g_subprocess_get_exit_status (process);
}

static void
test_read (Fixture *self,
           gconstpointer data)
{
  import_people (self);
  g_assert_cmpint (run_shell (self, "\"$RM_CLI\" import p.mentoring <(sleep 0.3; "
                                    "echo 'Staff number;Name'; sleep 0.3; echo '5;Nia')"),
                   ==, 0);
  assert_says (self->out, "1 new");
  g_assert_cmpint (run_shell (self, "printf 'Staff number;Name\\n6;Ola\\n' | "
                                    "\"$RM_CLI\" import p.mentoring /dev/stdin"),
                   ==, 0);
  assert_says (self->out, "1 new");
  g_assert_cmpint (run_shell (self, "\"$RM_CLI\" import p.mentoring /dev/stdin < people.csv"),
                   ==, 0);
  assert_says (self->out, "4 unchanged");
  g_assert_cmpint (run_shell (self, "cat /dev/zero | \"$RM_CLI\" import p.mentoring /dev/stdin"),
                   ==, 1);
  assert_says (self->err, "larger than 50 MB");
  g_assert_cmpint (run_shell (self, "\"$RM_CLI\" import p.mentoring /dev/zero"), ==, 1);
  assert_says (self->err, "device");
  g_assert_cmpint (run_shell (self, "\"$RM_CLI\" import p.mentoring --records=holiday=<(printf "
                                    "'Name;Date\\nNew Year;2027-01-01\\n')"),
                   ==, 0);
}

/* Nobody writes, and the program is asked to end. */
static void
test_ended (Fixture *self,
            gconstpointer data)
{
  static const int signals[] = { SIGTERM, SIGINT };
  g_autofree char *path = g_build_filename (self->folder, "pipe", NULL);
  g_autofree char *before = NULL;

  import_people (self);
  before = read_file (self, "p.mentoring");
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_autofree char *script
        = g_strdup_printf ("\"$RM_CLI\" import p.mentoring pipe & child=$!; sleep 0.7; "
                           "kill -0 $child || exit 9; kill -%d $child; wait $child",
                           signals[i]);
      g_autofree char *after = NULL;
      gint64 from = g_get_monotonic_time ();

      /* A background job of a shell ignores SIGINT until it says otherwise, which ours does. */
      g_assert_cmpint (run_shell (self, script), ==, 1);
      g_assert_cmpint (g_get_monotonic_time () - from, <, 5 * G_USEC_PER_SEC);
      assert_says (self->err, "stopped");
      after = read_file (self, "p.mentoring");
      g_assert_cmpstr (after, ==, before);
      /* Also says that nothing is left of it. */
      g_assert_cmpint (run (self, "check", "p.mentoring", NULL), ==, 0);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pipes/read", test_read);
  ADD ("pipes/ended", test_ended);
  return g_test_run ();
}
