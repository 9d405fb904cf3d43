/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include "spoil.h"
#include "tools.h"

#include <glib/gstdio.h>
#include <string.h>

/* "check", "check --repair", and the other verbs on a file that is not sound. */

static void
spoil_file (Fixture *self,
            const char *sql)
{
  g_autofree char *path = g_build_filename (self->folder, "p.mentoring", NULL);

  spoil_values (path, sql);
}

static char *
digest (Fixture *self,
        const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *data = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, size);
}

static void
test_sound (Fixture *self,
            gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *state = g_build_filename (self->folder, "state", "reverse-mentor", NULL);
  JsonObject *answer = NULL;

  match_people (self);
  remove_folder (state);
  g_assert_cmpint (run (self, "check", "p.mentoring", NULL), ==, 0);
  assert_says (self->out, "p.mentoring is sound (people: 4, skills: 1, pairs: 2)");
  g_assert_cmpint (run (self, "check", "p.mentoring", "--json", NULL), ==, 0);
  answer = parse (self, parser);
  g_assert_true (json_object_get_boolean_member (answer, "sound"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "problems")), ==,
                    0);
  /* Nothing was made for it anywhere. */
  g_assert_false (g_file_test (state, G_FILE_TEST_EXISTS));
}

static void
test_unsound (Fixture *self,
              gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;
  JsonObject *problem = NULL;

  match_people (self);
  spoil_file (self, "UPDATE person SET manager = id WHERE staff_no = '1';"
                    "UPDATE person SET joined = '9999-99-99' WHERE staff_no = '2';");
  g_assert_cmpint (run (self, "check", "p.mentoring", NULL), ==, 1);
  assert_says (self->out, "(Zoë, 1): Manager: nobody is their own manager\n");
  assert_says (self->out, "(Bjørn, 2): Joined on: “9999-99-99” is not a date\n");
  assert_says (self->out, "p.mentoring is not sound: 2 problems");
  assert_says (self->out, "--repair");

  g_assert_cmpint (run (self, "check", "p.mentoring", "--json", NULL), ==, 1);
  answer = parse (self, parser);
  g_assert_false (json_object_get_boolean_member (answer, "sound"));
  problem = json_array_get_object_element (json_object_get_array_member (answer, "problems"), 0);
  g_assert_cmpstr (json_object_get_string_member (problem, "table"), ==, "person");
  g_assert_cmpstr (json_object_get_string_member (problem, "field"), ==, "joined");
  g_assert_cmpstr (json_object_get_string_member (problem, "name"), ==, "Bjørn, 2");
}

static void
test_repair (Fixture *self,
             gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;

  match_people (self);
  g_assert_cmpint (run (self, "export", "p.mentoring", "--json", "a.json", NULL), ==, 0);
  spoil_file (self, "UPDATE person SET joined = '9999-99-99' WHERE staff_no = '2';"
                    "UPDATE history SET kind = NULL; DELETE FROM document;");
  before = digest (self, "p.mentoring");
  g_assert_cmpint (run (self, "check", "p.mentoring", "--repair", "p.mentoring", NULL), ==, 1);
  g_assert_cmpint (run (self, "check", "p.mentoring", "--repair", "p.mentoring", "--force", NULL),
                   ==, 2);
  g_assert_cmpint (run (self, "check", "p.mentoring", "--repair", "r.mentoring", NULL), ==, 0);
  assert_says (self->out, "“9999-99-99” is not a date; it was left blank\n");
  assert_says (self->out, "What could be undone was not kept.");
  assert_says (self->out, "Written to r.mentoring (people: 4, skills: 1, pairs: 2)");
  after = digest (self, "p.mentoring");
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpint (run (self, "check", "r.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "verify", "r.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "export", "r.mentoring", "--json", "b.json", NULL), ==, 0);
  first = read_file (self, "a.json");
  second = read_file (self, "b.json");
  g_assert_cmpstr (first, ==, second);

  g_assert_cmpint (run (self, "check", "p.mentoring", "--repair", "r.mentoring", NULL), ==, 1);
  assert_says (self->err, "r.mentoring: ");
  g_assert_cmpint (run (self, "check", "p.mentoring", "--repair", "r.mentoring", "--force",
                        "--json", NULL), ==, 0);
  answer = parse (self, parser);
  g_assert_cmpstr (json_object_get_string_member (answer, "file"), ==, "r.mentoring");
  g_assert_cmpint (run (self, "check", "r.mentoring", NULL), ==, 0);
}

/* Nothing of it can be read: then nothing is written. */
static void
test_hopeless (Fixture *self,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "p.mentoring", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *out = g_build_filename (self->folder, "r.mentoring", NULL);
  gsize size = 0;

  match_people (self);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + 100, 0x5a, size - 100);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  g_assert_cmpint (run (self, "check", "p.mentoring", NULL), ==, 1);
  g_assert_cmpint (run (self, "check", "p.mentoring", "--repair", "r.mentoring", NULL), ==, 1);
  assert_says (self->err, "p.mentoring: ");
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

/* Each verb refuses what is damaged with a sentence, and the next good file of that name opens. */
static void
test_verbs (Fixture *self,
            gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE history SET kind = NULL",
    "UPDATE history SET label = NULL",
    "UPDATE programme SET mode = NULL",
    "UPDATE person SET name = CAST (x'41ff42' AS TEXT)",
    "UPDATE rating SET level = 99",
    "DELETE FROM programme",
  };

  match_people (self);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, "p.mentoring", NULL);
      g_autofree char *good = NULL;
      gsize size = 0;

      g_assert_true (g_file_get_contents (path, &good, &size, NULL));
      spoil_file (self, statements[i]);
      g_assert_cmpint (run (self, "export", "p.mentoring", "--json", "a.json", NULL), ==, 1);
      assert_says (self->err, "p.mentoring: ");
      g_assert_cmpint (run (self, "gaps", "p.mentoring", NULL), ==, 1);
      g_assert_cmpint (run (self, "match", "p.mentoring", NULL), ==, 1);
      g_assert_cmpint (run (self, "check", "p.mentoring", NULL), ==, 1);
      g_assert_true (g_file_set_contents (path, good, (gssize) size, NULL));
      g_assert_cmpint (run (self, "gaps", "p.mentoring", NULL), ==, 0);
    }
}

/* A proof that cannot be read is a fault of the file like any other; without it people are paired
 * anew. */
static void
test_certificate (Fixture *self,
                  gconstpointer data)
{
  match_people (self);
  spoil_file (self, "UPDATE proposal SET certificate = CAST (x'41ff42' AS TEXT)");
  g_assert_cmpint (run (self, "check", "p.mentoring", NULL), ==, 1);
  assert_says (self->out, "Proof: the text cannot be read: it is not UTF-8");
  g_assert_cmpint (run (self, "verify", "p.mentoring", NULL), ==, 1);
  assert_says (self->err, "damaged");
  g_assert_cmpint (run (self, "match", "p.mentoring", NULL), ==, 1);
  g_assert_cmpint (run (self, "check", "p.mentoring", "--repair", "new.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "verify", "new.mentoring", NULL), ==, 1);
  g_assert_cmpint (run (self, "match", "new.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "verify", "new.mentoring", NULL), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sound", test_sound);
  ADD ("unsound", test_unsound);
  ADD ("repair", test_repair);
  ADD ("hopeless", test_hopeless);
  ADD ("verbs", test_verbs);
  ADD ("certificate", test_certificate);
  return g_test_run ();
}
