/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include "tools.h"

#include <string.h>

static const char people[] = "Personnel number;Name;Role;Level;level:TikTok;target:TikTok\n"
                             "1;Zoë;mentee;9;1;4\n"
                             "2;Bjørn;mentee;8;0;3\n"
                             "3;Łukasz;mentor;2;5;\n"
                             "4;Mia;mentor;2;4;\n";

void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("rm-cli-XXXXXX", &error);
  g_assert_no_error (error);
}

void
tear_down (Fixture *self,
           gconstpointer data)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->out);
  g_free (self->err);
}

void
write_file (Fixture *self,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
read_file (Fixture *self,
           const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
prepare (Fixture *self,
         GSubprocessLauncher *launcher)
{
  g_autofree char *state = g_build_filename (self->folder, "state", NULL);

  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", state, TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", self->folder, TRUE);
  if (self->locale != NULL)
    g_subprocess_launcher_setenv (launcher, "LC_ALL", self->locale, TRUE);
}

/* After each call, whatever came of it, the state folder holds nothing of a programme. */
static void
assert_nothing_left (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "state", "reverse-mentor", "documents",
                                            NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "locks");
}

int
run (Fixture *self,
     ...)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list more;

  g_ptr_array_add (words, (gpointer) g_getenv ("RM_CLI"));
  va_start (more, self);
  for (const char *word = va_arg (more, const char *); word != NULL;
       word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (more);
  g_ptr_array_add (words, NULL);

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  prepare (self, launcher);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  g_test_message ("%s\n%s", self->out, self->err);
  if (!self->leaves_unsaved)
    assert_nothing_left (self);

  return self->status;
}

void
assert_says (const char *text,
             const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” does not say “%s”", text, part);
}

JsonObject *
parse (Fixture *self,
       JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, self->out, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

void
import_people (Fixture *self)
{
  write_file (self, "people.csv", people);
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", NULL), ==, 0);
}

/* Two mentees and two mentors, paired; Zoë can gain most from Łukasz. */
void
match_people (Fixture *self)
{
  write_file (self, "people.csv", "Personnel number;Name;Role;Level;level:TikTok;target:TikTok\n"
                                  "1;Zoë;mentee;9;1;4\n"
                                  "2;Bjørn;mentee;8;0;3\n"
                                  "3;Łukasz;mentor;2;5;\n"
                                  "4;Mia;mentor;2;2;\n");
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", NULL), ==, 0);
  g_assert_cmpint (run (self, "match", "p.mentoring", "--record-consent", "Asked", NULL), ==, 0);
}
