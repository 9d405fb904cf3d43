/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include "store/rm-db.h"

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

/* Names are printed whole where no locale is set, as on a bare machine. */
static void
test_no_locale (Fixture *self,
                gconstpointer data)
{
  self->locale = "C";
  match_people (self);
  assert_says (self->out, "Łukasz");
  assert_says (self->out, "Zoë");
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

/* An empty pairing gives its reasons as a partial one does, and changes nothing. */
static void
test_nobody (Fixture *self,
             gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;

  write_file (self, "people.csv", "Staff no,Name,Part,Level,Willing,Committed,Manager\n"
                                  "1,Ada,mentee,3,yes,yes,Petra\n2,Bo,mentor,5,yes,,\n");
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", NULL), ==, 0);
  g_assert_cmpint (run (self, "match", "p.mentoring", NULL), ==, 1);
  assert_says (self->out, "Ada: Nobody is left whom the rules allow");
  assert_says (self->err, "Nobody can be paired");
  assert_says (self->err, "The manager of 1 person is not in the programme");
  g_assert_cmpint (run (self, "match", "p.mentoring", "--json", NULL), ==, 1);
  g_assert_null (strstr (self->out, "\"error\""));
  answer = parse (self, parser);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "pairs")), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "unpaired")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "unknown-managers")),
                    ==, 1);
}

/* Everybody left out has a reason, and nobody is paired with themself. */
static void
test_scores_left_out (Fixture *self,
                      gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;
  JsonArray *unpaired = NULL;

  write_file (self, "s.csv", "mentee,mentor,score\nA,X,9\nB,X,2\nD,Y,5\nE,Q,0\nZoé,ZOE ,4\n");
  write_file (self, "c.csv", "name,places,side\nQ,0,\nD,0,mentee\n");
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--capacities", "c.csv", NULL), ==, 0);
  assert_says (self->out, "B: 2 mentees (A, B) share too few places (1) of X\n");
  assert_says (self->out, "D: Takes no mentor: the number of places is 0.\n");
  assert_says (self->out, "E: No mentor with a score has a place: Q\n");
  assert_says (self->out, "Zoé: There is no score with anybody else\n");
  assert_says (self->err, "s.csv:6: column “mentor”: Zoé is on both sides, and is not paired with themselves");
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--capacities", "c.csv", "--json", NULL),
                   ==, 0);
  answer = parse (self, parser);
  g_assert_cmpint (json_object_get_int_member (answer, "mentees-paired"), ==, 1);
  unpaired = json_object_get_array_member (answer, "unpaired");
  g_assert_cmpuint (json_array_get_length (unpaired), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (unpaired, 0),
                                                  "mentee"), ==, "B");

  write_file (self, "none.csv", "mentee,mentor,score\nA,A,9\n");
  g_assert_cmpint (run (self, "match", "--scores", "none.csv", NULL), ==, 0);
  assert_says (self->out, "A: There is no score with anybody else\n");
}

static void
test_scores (Fixture *self,
             gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;

  /* The best total alone would pair A with X and leave B out. */
  write_file (self, "s.csv", "mentee,mentor,score\nA,X,9\nA,Y,1\nB,X,2\n");
  g_assert_cmpint (run (self, "match", "--scores", "s.csv", "--scores", "s.csv", NULL), ==, 2);
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
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "third-party",
                                                     "or-library", cases[i].name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *answer = NULL;

      convert (self, path);
      g_assert_cmpint (run (self, "match", "--scores", "orlib.csv", "--minimise", "--json", NULL),
                       ==, 0);
      answer = parse (self, parser);
      g_assert_cmpint (json_object_get_int_member (answer, "total"), ==, cases[i].optimum);
      g_assert_true (json_object_get_boolean_member (answer, "proved"));
    }
}

static void
write_old (Fixture *self,
           const char *name)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "store", "data", name, NULL);
  g_autofree char *path = g_build_filename (self->folder, "p.mentoring", NULL);
  g_autofree char *sql = NULL;
  g_autoptr (RmDb) db = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (source, &sql, NULL, &error);
  g_assert_no_error (error);
  db = rm_db_open (path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (rm_db_exec (db, sql, "fill", &error));
}

/* A proof under another definition is neither sound nor false. */
static void
test_definition (Fixture *self,
                 gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;

  write_old (self, "proposal-v1.sql");
  g_assert_cmpint (run (self, "verify", "p.mentoring", NULL), ==, 3);
  assert_says (self->out, "earlier definition: propose again to compare");
  g_assert_cmpstr (self->err, ==, "");
  g_assert_cmpint (run (self, "verify", "p.mentoring", "--json", NULL), ==, 3);
  answer = parse (self, parser);
  g_assert_true (json_object_has_member (answer, "other-definition"));
  g_assert_false (json_object_has_member (answer, "proved"));
  g_assert_cmpint (run (self, "match", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "verify", "p.mentoring", NULL), ==, 0);
}

/* Who could be paired within their reporting line, because nobody knows it, is said by name. */
static void
test_unknown_lines (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *names = NULL;

  write_file (self, "people.csv",
              "Staff no,Name,Level,Role,Willing,Committed,Manager\n1,Ada,9,mentee,yes,yes,\n"
              "2,Ben,2,mentor,yes,,Somebody Else\n3,Cleo,2,mentor,yes,,4\n4,Dan,3,none,,,3\n");
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", NULL), ==, 0);
  assert_says (self->err, "1 person has a manager who is not in the programme");
  g_assert_cmpint (run (self, "match", "p.mentoring", NULL), ==, 0);
  assert_says (self->err, "within their reporting line: Ben");
  assert_says (self->err, "1 reporting line comes back to the same person: ");
  g_assert_cmpint (run (self, "match", "p.mentoring", "--json", NULL), ==, 0);
  names = json_object_get_array_member (parse (self, parser), "unknown-managers");
  g_assert_cmpuint (json_array_get_length (names), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (names, 0), ==, "Ben");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("unknown-lines", test_unknown_lines);
  ADD ("match", test_match);
  ADD ("no-locale", test_no_locale);
  ADD ("weights", test_weights);
  ADD ("scenarios", test_scenarios);
  ADD ("capacities", test_capacities);
  ADD ("scores", test_scores);
  ADD ("nobody", test_nobody);
  ADD ("scores-left-out", test_scores_left_out);
  ADD ("definition", test_definition);
  ADD ("or-library", test_or_library);
  return g_test_run ();
}
