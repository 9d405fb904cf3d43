/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Runs the program that was built, as a script would: what it prints where, and how it ends. */

typedef struct
{
  char *folder;
  char *out;
  char *err;
  int status;
} Fixture;

static const char people[] = "Personnel number;Name;Role;Level;level:TikTok;target:TikTok\n"
                             "1;Zoë;mentee;9;1;4\n"
                             "2;Bjørn;mentee;8;0;3\n"
                             "3;Łukasz;mentor;2;5;\n"
                             "4;Mia;mentor;2;4;\n";

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("rm-cli-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->out);
  g_free (self->err);
}

static void
write_file (Fixture *self,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static char *
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

/* Words up to NULL. Returns how it ended. */
static int G_GNUC_NULL_TERMINATED
run (Fixture *self,
     ...)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *state = g_build_filename (self->folder, "state", NULL);
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
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", state, TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", self->folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  g_test_message ("%s\n%s", self->out, self->err);

  return self->status;
}

static void
assert_says (const char *text,
             const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” does not say “%s”", text, part);
}

static JsonObject *
parse (Fixture *self,
       JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, self->out, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
import_people (Fixture *self)
{
  write_file (self, "people.csv", people);
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", NULL), ==, 0);
}

static void
test_usage (Fixture *self,
            gconstpointer data)
{
  static const char *const verbs[] = { "new",       "import", "gaps",   "match", "explain", "why-not",
                                       "scenarios", "verify", "export", "check" };

  g_assert_cmpint (run (self, NULL), ==, 2);
  g_assert_cmpint (run (self, "fly", NULL), ==, 2);
  g_assert_cmpint (run (self, "--fly", NULL), ==, 2);
  g_assert_cmpint (run (self, "check", NULL), ==, 2);
  g_assert_cmpint (run (self, "check", "a", "b", NULL), ==, 2);
  g_assert_cmpint (run (self, "check", "a", "--fly", NULL), ==, 2);
  g_assert_cmpint (run (self, "import", "a", NULL), ==, 2);
  g_assert_cmpint (run (self, "match", NULL), ==, 2);
  g_assert_cmpint (run (self, "match", "a", "--minimise", NULL), ==, 2);
  g_assert_cmpint (run (self, "match", "a", "--mode", "fast", NULL), ==, 2);
  g_assert_cmpint (run (self, "match", "a", "--weights", "", NULL), ==, 2);
  g_assert_cmpint (run (self, "match", "a", "--capacities", "c.csv", NULL), ==, 2);
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--weights", "skills=1", NULL), ==, 2);
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--minimise", "--mode", "total", NULL),
                   ==, 2);
  g_assert_cmpint (run (self, "explain", "a", "b", NULL), ==, 2);
  g_assert_cmpint (run (self, "why-not", "a", "b", "c", "d", NULL), ==, 2);
  g_assert_cmpint (run (self, "scenarios", "a", "fly", NULL), ==, 2);
  g_assert_cmpint (run (self, "scenarios", "a", "show", NULL), ==, 2);
  g_assert_cmpint (run (self, "scenarios", "a", "list", "b", NULL), ==, 2);
  g_assert_cmpint (run (self, "scenarios", "a", "show", "b", "--mode", "total", NULL), ==, 2);
  g_assert_cmpint (run (self, "gaps", "a", "--by", "shoe", NULL), ==, 2);
  g_assert_cmpint (run (self, "export", "a", "b", NULL), ==, 2);
  g_assert_cmpint (run (self, "export", "a", "--pairs", "--people", "b", NULL), ==, 2);
  g_assert_cmpstr (self->out, ==, "");

  g_assert_cmpint (run (self, "--version", NULL), ==, 0);
  assert_says (self->out, "reverse-mentor-cli ");
  g_assert_cmpint (run (self, "--help", NULL), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_assert_cmpint (run (self, "help", verbs[i], NULL), ==, 0);
      assert_says (self->out, verbs[i]);
      g_assert_cmpint (run (self, verbs[i], "--help", NULL), ==, 0);
    }
}

static void
test_new (Fixture *self,
          gconstpointer data)
{
  g_assert_cmpint (run (self, "new", "p.mentoring", "--name", "Pilot", "--objective", "Learn",
                        NULL), ==, 0);
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 1);
  assert_says (self->err, "p.mentoring: ");
  g_assert_cmpint (run (self, "export", "p.mentoring", "--json", "p.json", NULL), ==, 0);
  {
    g_autofree char *text = read_file (self, "p.json");

    assert_says (text, "\"name\": \"Pilot\"");
    assert_says (text, "\"objective\": \"Learn\"");
  }
  g_assert_cmpint (run (self, "new", "p.mentoring", "--force", NULL), ==, 0);
  g_assert_cmpint (run (self, "new", "no/such/folder/p.mentoring", NULL), ==, 1);
}

static void
test_import (Fixture *self,
             gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *file = NULL;

  import_people (self);
  assert_says (self->out, "people.csv: 4 new");
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", "--json", NULL), ==, 0);
  file = json_array_get_object_element (
    json_object_get_array_member (parse (self, parser), "files"), 0);
  g_assert_cmpint (json_object_get_int_member (file, "added"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (file, "unchanged"), ==, 4);

  write_file (self, "bad.csv", "Personnel number;Name;Level\n1;Zoë;abc\n9;Noor;3\n");
  g_assert_cmpint (run (self, "import", "p.mentoring", "bad.csv", "--strict", NULL), ==, 1);
  g_assert_cmpint (run (self, "import", "p.mentoring", "bad.csv", "--dry-run", NULL), ==, 0);
  assert_says (self->err,
               "bad.csv:2: column “Level”: “abc” is not a whole number from 1 to 10");
  g_assert_cmpint (run (self, "--json", "check", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (json_object_get_int_member (parse (self, parser), "people"), ==, 4);
  g_assert_cmpint (run (self, "import", "p.mentoring", "bad.csv", NULL), ==, 0);
  g_assert_cmpint (run (self, "--json", "check", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (json_object_get_int_member (parse (self, parser), "people"), ==, 5);
}

static void
test_import_ratings (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *files = NULL;

  write_file (self, "ratings.csv", "Who;Skill;Level\n1;Prezi;0\n8;Prezi;1\n");
  import_people (self);
  g_assert_cmpint (run (self, "import", "p.mentoring", "ratings.csv", NULL), ==, 1);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", "--ratings", "ratings.csv",
                        "--map", "Who=staff_no", "--json", NULL), ==, 0);
  files = json_object_get_array_member (parse (self, parser), "files");
  g_assert_cmpuint (json_array_get_length (files), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (files, 1), "added"),
                   ==, 1);
  assert_says (self->err, "ratings.csv:3: column “Who”: ");

  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", "--map", "Shoe=name", NULL),
                   ==, 1);
  assert_says (self->err, "Shoe");
  g_assert_cmpint (run (self, "import", "p.mentoring", "none.csv", NULL), ==, 1);
  assert_says (self->err, "none.csv");
}

static void
test_match (Fixture *self,
            gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *pairs = NULL;
  JsonObject *answer = NULL;

  import_people (self);
  g_assert_cmpint (run (self, "verify", "p.mentoring", NULL), ==, 1);
  before = read_file (self, "p.mentoring");
  g_assert_cmpint (run (self, "match", "p.mentoring", NULL), ==, 1);
  assert_says (self->err, "--record-consent");
  after = read_file (self, "p.mentoring");
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpint (run (self, "match", "p.mentoring", "--record-consent", "Asked", "--json", NULL),
                   ==, 0);
  answer = parse (self, parser);
  g_assert_true (json_object_get_boolean_member (answer, "proved"));
  g_assert_cmpint (json_object_get_int_member (answer, "mentees-paired"), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "pairs")), ==, 2);
  g_assert_cmpint (run (self, "verify", "p.mentoring", NULL), ==, 0);
  assert_says (self->out, "proved");
  g_assert_cmpint (run (self, "match", "p.mentoring", NULL), ==, 0);
  assert_says (self->out, "2 of 2 mentees paired");

  g_assert_cmpint (run (self, "export", "p.mentoring", "--pairs", "pairs.csv", NULL), ==, 0);
  pairs = read_file (self, "pairs.csv");
  assert_says (pairs, "Łukasz");
}

static void
test_gaps (Fixture *self,
           gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *lines = NULL;

  import_people (self);
  g_assert_cmpint (run (self, "gaps", "p.mentoring", NULL), ==, 0);
  assert_says (self->out, "TikTok");
  g_assert_cmpint (run (self, "gaps", "p.mentoring", "--by", "level", "--json", NULL), ==, 0);
  lines = json_object_get_array_member (parse (self, parser), "lines");
  g_assert_cmpuint (json_array_get_length (lines), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (lines, 0), "need"),
                   ==, 1);
  g_assert_cmpint (run (self, "gaps", "p.mentoring", "--by", "person", "--top", "1", NULL), ==, 0);
  assert_says (self->out, "1 more line");
}

/* What is written as JSON is a whole programme again. */
static void
test_round_trip (Fixture *self,
                 gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  import_people (self);
  g_assert_cmpint (run (self, "export", "p.mentoring", "--json", "a.json", NULL), ==, 0);
  g_assert_cmpint (run (self, "new", "q.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "q.mentoring", "a.json", NULL), ==, 0);
  g_assert_cmpint (run (self, "export", "q.mentoring", "--json", "b.json", NULL), ==, 0);
  first = read_file (self, "a.json");
  second = read_file (self, "b.json");
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (run (self, "import", "q.mentoring", "a.json", NULL), ==, 1);
}

static void
test_damaged (Fixture *self,
              gconstpointer data)
{
  g_autofree char *after = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  write_file (self, "d.mentoring", "This is no programme, whatever its name says.\n");
  g_assert_cmpint (run (self, "check", "d.mentoring", NULL), ==, 1);
  assert_says (self->err, "d.mentoring: ");
  g_assert_cmpint (run (self, "match", "d.mentoring", NULL), ==, 1);
  g_assert_cmpint (run (self, "--json", "gaps", "d.mentoring", NULL), ==, 1);
  g_assert_true (json_object_has_member (parse (self, parser), "error"));
  g_assert_cmpint (run (self, "check", "none.mentoring", NULL), ==, 1);
  after = read_file (self, "d.mentoring");
  g_assert_cmpstr (after, ==, "This is no programme, whatever its name says.\n");
}

static void
test_scores (Fixture *self,
             gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;

  /* The best total alone would pair A with X and leave B out. */
  write_file (self, "s.csv", "mentee,mentor,score\nA,X,9\nA,Y,1\nB,X,2\n");
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--json", NULL), ==, 0);
  answer = parse (self, parser);
  g_assert_cmpint (json_object_get_int_member (answer, "total"), ==, 3);
  g_assert_true (json_object_get_boolean_member (answer, "proved"));
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--minimise", NULL), ==, 0);
  assert_says (self->out, "total 3");

  write_file (self, "bad.csv", "mentee,mentor,score\nA,X,9\nB,X,much\n");
  g_assert_cmpint (run (self, "match", "--scores", "bad.csv", NULL), ==, 1);
  assert_says (self->err, "bad.csv:3: column “score”: ");
}

/* Two mentees and two mentors, paired; Zoë can gain most from Łukasz. */
static void
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

static void
test_weights (Fixture *self,
              gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  match_people (self);
  before = read_file (self, "p.mentoring");
  g_assert_cmpint (run (self, "match", "p.mentoring", "--weights", "skils=40", NULL), ==, 2);
  assert_says (self->err, "“skils”; there are: skills, back, difference, sociability, style, ");
  g_assert_cmpint (run (self, "match", "p.mentoring", "--weights", "skills=101", NULL), ==, 2);
  assert_says (self->err, "skills: ");
  g_assert_cmpint (run (self, "match", "p.mentoring", "--weights", "skills", NULL), ==, 2);
  assert_says (self->err, "skills=NUMBER");
  g_assert_cmpint (run (self, "match", "p.mentoring", "--weights", "skills=1,skills=2", NULL), ==,
                   2);
  assert_says (self->err, "twice");
  g_assert_cmpint (run (self, "match", "p.mentoring", "--mode", "best", NULL), ==, 2);
  assert_says (self->err, "people, total, weakest");
  after = read_file (self, "p.mentoring");
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpint (run (self, "match", "p.mentoring", "--mode", "weakest", "--weights",
                        "skills=70, back=0", NULL), ==, 0);
  assert_says (self->out, "2 of 2 mentees paired");
  g_assert_cmpint (run (self, "verify", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "export", "p.mentoring", "--json", "p.json", NULL), ==, 0);
  g_free (after);
  after = read_file (self, "p.json");
  assert_says (after, "\"mode\": \"weakest\"");
  assert_says (after, "\"weight_skills\": 70");
  assert_says (after, "\"weight_back\": 0");
}

static void
test_explain (Fixture *self,
              gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;

  match_people (self);
  g_assert_cmpint (run (self, "explain", "p.mentoring", "1", "3", NULL), ==, 0);
  assert_says (self->out, "Zoë with Łukasz scores ");
  assert_says (self->out, "TikTok 1→4");
  assert_says (self->out, "obust");
  g_assert_cmpint (run (self, "explain", "p.mentoring", "zoe", "LUKASZ", "--json", NULL), ==, 0);
  answer = parse (self, parser);
  g_assert_true (json_object_get_boolean_member (answer, "pair"));
  g_assert_true (json_object_has_member (answer, "robust"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "parts")), ==, 9);
  g_assert_cmpint (run (self, "explain", "p.mentoring", "1", "4", "--json", NULL), ==, 0);
  g_assert_false (json_object_get_boolean_member (parse (self, parser), "pair"));

  g_assert_cmpint (run (self, "explain", "p.mentoring", "3", "1", NULL), ==, 1);
  assert_says (self->err, "No mentee is called “3”");
  g_assert_cmpint (run (self, "explain", "p.mentoring", "1", "2", NULL), ==, 1);
  assert_says (self->err, "No mentor is called “2”");
}

static void
test_why_not (Fixture *self,
              gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;

  match_people (self);
  g_assert_cmpint (run (self, "why-not", "p.mentoring", "1", "4", NULL), ==, 0);
  assert_says (self->out, "Pairing them would cost ");
  assert_says (self->out, "Bjørn would get Łukasz instead of Mia");
  g_assert_cmpint (run (self, "why-not", "p.mentoring", "1", "4", "--json", NULL), ==, 0);
  answer = parse (self, parser);
  g_assert_cmpstr (json_object_get_string_member (answer, "answer"), ==, "price");
  g_assert_cmpint (json_object_get_int_member (answer, "cost"), >=, 0);
  g_assert_true (json_object_get_boolean_member (answer, "about-today"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "moves")), ==, 2);
  g_assert_cmpint (run (self, "why-not", "p.mentoring", "1", "3", "--json", NULL), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (parse (self, parser), "answer"), ==, "pair");

  /* Two people with one name are told apart by staff number. */
  write_file (self, "more.csv", "Personnel number;Name;Role;Level;E-mail\n"
                                "5;Mia;mentor;2;mia@example.org\n");
  g_assert_cmpint (run (self, "import", "p.mentoring", "more.csv", NULL), ==, 0);
  g_assert_cmpint (run (self, "why-not", "p.mentoring", "1", "Mia", NULL), ==, 1);
  assert_says (self->err, "by staff number (4, 5)");
  g_assert_cmpint (run (self, "why-not", "p.mentoring", "1", "MIA@example.org", "--json", NULL), ==,
                   0);
  answer = parse (self, parser);
  g_assert_cmpstr (json_object_get_string_member (answer, "answer"), ==, "rule");
  g_assert_cmpstr (json_object_get_string_member (answer, "rule"), ==, "mentor-unwilling");
  g_assert_false (json_object_has_member (answer, "cost"));
}

static void
test_unpaired (Fixture *self,
               gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *first = NULL;

  write_file (self, "people.csv", "Personnel number;Name;Role;Level;Willing;Committed\n"
                                  "1;Zoë;mentee;9;yes;yes\n"
                                  "2;Bjørn;mentee;8;yes;yes\n"
                                  "3;Łukasz;mentor;2;yes;\n");
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", NULL), ==, 0);
  g_assert_cmpint (run (self, "match", "p.mentoring", NULL), ==, 0);
  assert_says (self->out, "2 mentees, this one among them, have only 1 mentor with 1 place to "
                          "share.");
  assert_says (self->out, "If everyone who mentors had one more place, 1 more mentee could be "
                          "paired.");
  g_assert_cmpint (run (self, "match", "p.mentoring", "--json", NULL), ==, 0);
  first = json_array_get_object_element (
    json_object_get_array_member (parse (self, parser), "unpaired"), 0);
  assert_says (json_object_get_string_member (first, "reason"), "to share");
}

static void
test_scenarios (Fixture *self,
                gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;

  match_people (self);
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", NULL), ==, 0);
  assert_says (self->out, "No scenario");
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "show", "Base", NULL), ==, 1);
  assert_says (self->err, "none was saved yet");
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "save", "Base", NULL), ==, 0);
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "save", "Base", NULL), ==, 1);
  assert_says (self->err, "already");
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "save", "Other", "--mode", "total",
                        "--weights", "skills=0,back=100", NULL), ==, 0);
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "save", "Bad", "--weights", "x=1", NULL),
                   ==, 1);
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "list", "--json", NULL), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (parse (self, parser),
                                                                         "scenarios")), ==, 2);

  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "show", "Other", NULL), ==, 0);
  assert_says (self->out, "Best total");
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "show", "Nothing", NULL), ==, 1);
  assert_says (self->err, "there are: “Base”, “Other”");
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "compare", "Base", "Other", "--json",
                        NULL), ==, 0);
  answer = parse (self, parser);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (answer, "b"),
                                                  "name"), ==, "Other");
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "compare", "Base", NULL), ==, 0);
  assert_says (self->out, "2 pairs are in both");

  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "apply", "Other", NULL), ==, 0);
  g_assert_cmpint (run (self, "export", "p.mentoring", "--json", "p.json", NULL), ==, 0);
  {
    g_autofree char *text = read_file (self, "p.json");

    assert_says (text, "\"weight_back\": 100");
  }
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "delete", "Base", NULL), ==, 0);
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "apply", "Base", NULL), ==, 1);
  g_assert_cmpint (run (self, "scenarios", "p.mentoring", "delete", "Base", NULL), ==, 1);
}

static void
test_capacities (Fixture *self,
                 gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;

  write_file (self, "s.csv", "mentee,mentor,score\nA,X,9\nA,Y,1\nB,X,2\nB,Y,1\nC,X,1\n");
  write_file (self, "c.csv", "name,places,side\nX,2,\nC,0,mentee\n");
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--capacities", "c.csv", "--json", NULL),
                   ==, 0);
  answer = parse (self, parser);
  g_assert_cmpint (json_object_get_int_member (answer, "total"), ==, 11);
  g_assert_cmpint (json_object_get_int_member (answer, "mentees-paired"), ==, 2);

  /* The lowest is best at 2 where X takes two, and at 1 where X takes one. */
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--capacities", "c.csv", "--mode",
                        "weakest", "--json", NULL), ==, 0);
  g_assert_cmpint (json_object_get_int_member (parse (self, parser), "total"), ==, 11);
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--mode", "total", "--json", NULL), ==,
                   0);
  g_assert_cmpint (json_object_get_int_member (parse (self, parser), "total"), ==, 10);
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--mode", "people", "--json", NULL), ==,
                   0);
  g_assert_cmpint (json_object_get_int_member (parse (self, parser), "mentees-paired"), ==, 2);

  write_file (self, "bad.csv", "name,places\nX,-1\nY,much\nQ,1\nA,1\nA,2\n");
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--capacities", "bad.csv", NULL), ==, 1);
  assert_says (self->err, "bad.csv:2: column “places”: Places cannot be negative");
  assert_says (self->err, "bad.csv:3: column “places”: “much”");
  assert_says (self->err, "bad.csv:4: column “name”: “Q” is not in the table of scores");
  assert_says (self->err, "bad.csv:6: column “name”: ");
  write_file (self, "none.csv", "shoe\nX\n");
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--capacities", "none.csv", NULL), ==, 1);
  assert_says (self->err, "none.csv: ");
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--capacities", "gone.csv", NULL), ==, 1);
}

static void
replace (GString *text,
         const char *before,
         const char *after)
{
  g_assert_cmpuint (g_string_replace (text, before, after, 1), ==, 1);
}

/* What each command prints of a programme in which Mia withdrew, or is kept apart from both. */
static char *
tell_all (Fixture *self,
          const char *file)
{
  static const char *const mentees[] = { "1", "2" };
  GString *out = g_string_new (NULL);
  g_autofree char *pairs = NULL;

  run (self, "match", file, NULL);
  g_string_append_printf (out, "%s%s", self->out, self->err);
  run (self, "match", file, "--json", NULL);
  g_string_append_printf (out, "%s%s", self->out, self->err);
  run (self, "match", file, "--mode", "weakest", NULL);
  g_string_append_printf (out, "%s%s", self->out, self->err);
  for (gsize k = 0; k < G_N_ELEMENTS (mentees); k++)
    {
      run (self, "explain", file, mentees[k], "Mia", NULL);
      g_string_append_printf (out, "%s%s", self->out, self->err);
      run (self, "explain", file, mentees[k], "4", "--json", NULL);
      g_string_append_printf (out, "%s%s", self->out, self->err);
      run (self, "why-not", file, mentees[k], "4", NULL);
      g_string_append_printf (out, "%s%s", self->out, self->err);
      run (self, "why-not", file, mentees[k], "4", "--json", NULL);
      g_string_append_printf (out, "%s%s", self->out, self->err);
      run (self, "why-not", file, mentees[k], "3", "--json", NULL);
      g_string_append_printf (out, "%s%s", self->out, self->err);
    }
  run (self, "scenarios", file, "save", "Now", NULL);
  run (self, "scenarios", file, "show", "Now", "--json", NULL);
  g_string_append_printf (out, "%s%s", self->out, self->err);
  run (self, "verify", file, NULL);
  g_string_append_printf (out, "%s%s", self->out, self->err);
  run (self, "export", file, "--pairs", "pairs.csv", NULL);
  pairs = read_file (self, "pairs.csv");
  g_string_append (out, pairs);

  return g_string_free (out, FALSE);
}

static void
make_secret (Fixture *self,
             const char *text,
             const char *state,
             const char *exclusions)
{
  g_autoptr (GString) json = g_string_new (text);

  replace (json, "\"staff_no\": \"4\", ", state);
  replace (json, "\"exclusion\": []", exclusions);
  write_file (self, "secret.json", json->str);
  g_assert_cmpint (run (self, "new", "q.mentoring", "--force", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "q.mentoring", "secret.json", NULL), ==, 0);
}

static char *
find_id (const char *text,
         const char *staff_no)
{
  g_autofree char *pattern
    = g_strdup_printf ("\"id\": \"([0-9]+)\", \"staff_no\": \"%s\"", staff_no);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_regex_match (regex, text, 0, &match));
  return g_match_info_fetch (match, 1);
}

/* Nothing that is printed tells who is kept apart in confidence from who withdrew. */
static void
test_confidence (Fixture *self,
                 gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *zoe = NULL;
  g_autofree char *bjorn = NULL;
  g_autofree char *mia = NULL;
  g_autofree char *avoid = NULL;
  g_autofree char *withdrew = NULL;
  g_autofree char *avoided = NULL;

  match_people (self);
  g_assert_cmpint (run (self, "export", "p.mentoring", "--json", "p.json", NULL), ==, 0);
  text = read_file (self, "p.json");
  zoe = find_id (text, "1");
  bjorn = find_id (text, "2");
  mia = find_id (text, "4");

  make_secret (self, text, "\"staff_no\": \"4\", \"state\": \"withdrawn\", ",
               "\"exclusion\": []");
  withdrew = tell_all (self, "q.mentoring");
  avoid = g_strdup_printf (
    "\"exclusion\": [{\"id\": \"5\", \"mentee\": \"%s\", \"mentor\": \"%s\", "
    "\"confidential\": true, \"reason\": \"Unsaid\"}, {\"id\": \"6\", \"mentee\": \"%s\", "
    "\"mentor\": \"%s\", \"confidential\": true}]",
    zoe, mia, mia, bjorn);
  make_secret (self, text, "\"staff_no\": \"4\", ", avoid);
  avoided = tell_all (self, "q.mentoring");

  assert_says (withdrew, "not available to pair");
  g_assert_null (strstr (avoided, "Unsaid"));
  g_assert_cmpstr (withdrew, ==, avoided);
}

/* An OR-Library table (Beasley 1990): n, then n × n costs. */
static void
convert (Fixture *self,
         const char *path)
{
  g_autoptr (GString) csv = g_string_new ("mentee,mentor,score\n");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char *at = NULL;
  guint64 n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  n = g_ascii_strtoull (text, &at, 10);
  for (guint64 i = 0; i < n; i++)
    for (guint64 j = 0; j < n; j++)
      g_string_append_printf (csv, "i%03u,j%03u,%u\n", (guint) i, (guint) j,
                              (guint) g_ascii_strtoull (at, &at, 10));
  write_file (self, "orlib.csv", csv->str);
}

static void
test_or_library (Fixture *self,
                 gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 optimum;
  } cases[] = {
    { "assign100.txt", 305 },
    { "assign200.txt", 475 },
    { "assign300.txt", 626 },
    { "assign400.txt", 804 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("RM_SHARED"), "perf", "orlib",
                                                cases[i].name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *answer = NULL;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_test_skip ("the tables are not here");
          return;
        }
      convert (self, path);
      g_assert_cmpint (run (self, "match", "--scores", "orlib.csv", "--minimise", "--json", NULL),
                       ==, 0);
      answer = parse (self, parser);
      g_assert_cmpint (json_object_get_int_member (answer, "total"), ==, cases[i].optimum);
      g_assert_true (json_object_get_boolean_member (answer, "proved"));
    }
}

#define ADD(name, func) g_test_add ("/cli/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("usage", test_usage);
  ADD ("new", test_new);
  ADD ("import", test_import);
  ADD ("import-ratings", test_import_ratings);
  ADD ("match", test_match);
  ADD ("weights", test_weights);
  ADD ("explain", test_explain);
  ADD ("why-not", test_why_not);
  ADD ("unpaired", test_unpaired);
  ADD ("scenarios", test_scenarios);
  ADD ("capacities", test_capacities);
  ADD ("confidence", test_confidence);
  ADD ("gaps", test_gaps);
  ADD ("round-trip", test_round_trip);
  ADD ("damaged", test_damaged);
  ADD ("scores", test_scores);
  ADD ("or-library", test_or_library);
  return g_test_run ();
}
