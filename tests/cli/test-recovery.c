/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include "core/model/rm-person.h"
#include "store/rm-document.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Killed calls, concurrent calls, and recovery without a window. RM_EDITS sets how many edits four
 * processes make over two paths (1,000 for a campaign). */

#define DEFAULT_EDITS 48
#define N_KILLS 12
#define N_PROCESSES 4

static void
write_many_people (Fixture *self)
{
  GString *text = g_string_new ("Personnel number;Name;Role;Level\n");

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (text, "%d;Person %d;%s;%d\n", i, i, i % 2 == 0 ? "mentee" : "mentor",
                            i % 2 == 0 ? 8 : 2);
  write_file (self, "many.csv", text->str);
  g_string_free (text, TRUE);
}

static gboolean
insert (RmStore *store,
        gpointer person,
        GError **error)
{
  return rm_store_insert (store, person, error);
}

static GSubprocess *
spawn (Fixture *self,
       const char *const *words)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = NULL;

  prepare (self, launcher);
  process = g_subprocess_launcher_spawnv (launcher, words, &error);
  g_assert_no_error (error);
  return process;
}

/* A large import is killed at any moment; after it there is always a way on. */
static void
test_killed_import (Fixture *self,
                    gconstpointer data)
{
  const char *const words[] = { g_getenv ("RM_CLI"), "import", "p.mentoring", "many.csv", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  int refused = 0;

  write_many_people (self);
  import_people (self);
  self->leaves_unsaved = TRUE;
  for (int k = 0; k < N_KILLS; k++)
    {
      g_autoptr (GSubprocess) process = spawn (self, words);

      g_usleep ((gulong) g_rand_int_range (rand, 20000, 900000));
      g_subprocess_send_signal (process, SIGKILL);
      g_subprocess_wait (process, NULL, NULL);

      if (run (self, "import", "p.mentoring", "people.csv", NULL) != 0)
        {
          refused++;
          assert_says (self->err, "recover p.mentoring --keep");
          g_assert_cmpint (run (self, "recover", "p.mentoring", k % 2 == 0 ? "--keep" : "--drop",
                                NULL), ==, 0);
          assert_says (self->out, k % 2 == 0 ? "kept" : "dropped");
        }
      g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", NULL), ==, 0);
      g_assert_cmpint (run (self, "check", "p.mentoring", NULL), ==, 0);
    }
  self->leaves_unsaved = FALSE;
  g_assert_cmpint (run (self, "check", "p.mentoring", NULL), ==, 0);
  g_test_message ("%d kills, %d left changes behind", N_KILLS, refused);
}

static void
test_recover (Fixture *self,
              gconstpointer data)
{
  import_people (self);
  g_assert_cmpint (run (self, "recover", "p.mentoring", NULL), ==, 2);
  g_assert_cmpint (run (self, "recover", "p.mentoring", "--keep", "--drop", NULL), ==, 2);
  g_assert_cmpint (run (self, "recover", "nothing.mentoring", "--keep", NULL), ==, 1);
  g_assert_cmpint (run (self, "recover", "p.mentoring", "--keep", NULL), ==, 0);
  assert_says (self->out, "no changes");
  g_assert_cmpint (run (self, "recover", "p.mentoring", "--drop", NULL), ==, 0);
  assert_says (self->out, "no changes");
  g_assert_cmpint (run (self, "recover", "p.mentoring", "--keep", "--json", NULL), ==, 0);
  assert_says (self->out, "\"kept\" : false");
}

/* Changes that a window could not save before it ended. */
static void
leave_unsaved (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "p.mentoring", NULL);
  g_autofree char *state = g_build_filename (self->folder, "state", "reverse-mentor", "documents",
                                             NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  RmDocument *document = rm_document_open (file, state, RM_OPEN_NONE, NULL, NULL);
  RmPerson *person = rm_person_new ();

  g_assert_nonnull (document);
  person->name = g_strdup ("Zoe");
  g_assert_true (rm_store_edit (rm_document_get_store (document), "Add Zoe", RM_EDIT_NONE, insert,
                                person, NULL, NULL));
  rm_record_unref (person);
  rm_document_close (document);
}

/* Somebody else changed the file meanwhile, or it is gone: the way out is said, and nothing is lost. */
static void
test_recover_conflict (Fixture *self,
                       gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "p.mentoring", NULL);

  import_people (self);
  for (int k = 0; k < 2; k++)
    {
      leave_unsaved (self);
      self->leaves_unsaved = TRUE;
      if (k == 0)
        write_file (self, "p.mentoring", "somebody else was here");
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
      g_assert_cmpint (run (self, "recover", "p.mentoring", "--keep", NULL), ==, 1);
      assert_says (self->err, "recover p.mentoring --keep --force");
      assert_says (self->err, "recover p.mentoring --drop");
      self->leaves_unsaved = FALSE;
      g_assert_cmpint (run (self, "recover", "p.mentoring", "--keep", "--force", NULL), ==, 0);
      assert_says (self->out, "Add Zoe");
    }
}

/* All locks of the folder of working copies at once: whatever is opened, somebody else has it. */
static int
hold_everything (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "state", "reverse-mentor", "documents",
                                            "locks", NULL);
  struct flock all = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd = open (path, O_RDWR | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fcntl (fd, F_OFD_SETLK, &all), ==, 0);
  return fd;
}

static gpointer
release_later (gpointer data)
{
  g_usleep (700000);
  close (GPOINTER_TO_INT (data));
  return NULL;
}

static void
test_wait (Fixture *self,
           gconstpointer data)
{
  GThread *thread = NULL;
  int fd = -1;

  import_people (self);
  fd = hold_everything (self);
  g_assert_cmpint (run (self, "gaps", "p.mentoring", "--wait=0", NULL), ==, 1);
  assert_says (self->err, "open in another");
  /* Only read: nobody has to be waited for. */
  g_assert_cmpint (run (self, "check", "p.mentoring", "--wait=0", NULL), ==, 0);
  g_assert_cmpint (run (self, "recover", "p.mentoring", "--keep", "--wait=0.2", NULL), ==, 1);
  g_assert_cmpint (run (self, "recover", "p.mentoring", "--drop", "--wait=0.2", NULL), ==, 1);
  g_assert_cmpint (run (self, "new", "p.mentoring", "--force", "--wait=0", NULL), ==, 1);

  thread = g_thread_new ("release", release_later, GINT_TO_POINTER (fd));
  g_assert_cmpint (run (self, "gaps", "p.mentoring", NULL), ==, 0);
  g_thread_join (thread);
}

typedef struct
{
  Fixture *fixture;
  int number;
  int edits;
  int acknowledged;
} Writer;

/* Each edit brings one person in. What ends with 0 is acknowledged. */
static gpointer
write_people (gpointer data)
{
  Writer *self = data;
  const char *path = self->number % 2 == 0 ? "p.mentoring" : "link.mentoring";

  for (int i = 0; i < self->edits; i++)
    {
      g_autofree char *name = g_strdup_printf ("one-%d-%d.csv", self->number, i);
      g_autofree char *text = g_strdup_printf ("Personnel number;Name\n%d-%d;Person %d of %d\n",
                                               self->number, i, i, self->number);
      const char *const words[] = { g_getenv ("RM_CLI"), "import", path, name, NULL };
      g_autoptr (GSubprocess) process = NULL;

      write_file (self->fixture, name, text);
      process = spawn (self->fixture, words);
      g_assert_true (g_subprocess_wait (process, NULL, NULL));
      self->acknowledged += g_subprocess_get_exit_status (process) == 0;
    }
  return NULL;
}

static void
test_four_processes (Fixture *self,
                     gconstpointer data)
{
  const char *wanted = g_getenv ("RM_EDITS");
  int edits = wanted != NULL ? atoi (wanted) : DEFAULT_EDITS;
  Writer writers[N_PROCESSES];
  GThread *threads[N_PROCESSES];
  g_autofree char *link = g_build_filename (self->folder, "link.mentoring", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  int acknowledged = 0;

  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (symlink ("p.mentoring", link), ==, 0);
  for (int k = 0; k < N_PROCESSES; k++)
    {
      writers[k] = (Writer) { .fixture = self, .number = k, .edits = edits / N_PROCESSES };
      threads[k] = g_thread_new ("writer", write_people, &writers[k]);
    }
  for (int k = 0; k < N_PROCESSES; k++)
    {
      g_thread_join (threads[k]);
      acknowledged += writers[k].acknowledged;
    }

  g_assert_cmpint (run (self, "check", "link.mentoring", "--json", NULL), ==, 0);
  g_test_message ("%d edits, %d acknowledged", edits, acknowledged);
  g_assert_cmpint (acknowledged, >, edits / 2);
  g_assert_cmpint (json_object_get_int_member (parse (self, parser), "people"), ==, acknowledged);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("recovery/killed-import", test_killed_import);
  ADD ("recovery/recover", test_recover);
  ADD ("recovery/conflict", test_recover_conflict);
  ADD ("recovery/wait", test_wait);
  ADD ("recovery/four-processes", test_four_processes);
  return g_test_run ();
}
