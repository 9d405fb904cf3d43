/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <string.h>

static void
test_usage (Fixture *self,
            gconstpointer data)
{
  static const char *const verbs[] = { "new",       "import", "gaps",   "match", "explain", "why-not",
                                       "scenarios", "skills", "suggest", "verify", "export", "check",
                                       "recover" };

  g_assert_cmpint (run (self, NULL), ==, 2);
  g_assert_cmpint (run (self, "fly", NULL), ==, 2);
  g_assert_cmpint (run (self, "--fly", NULL), ==, 2);
  g_assert_cmpint (run (self, "check", NULL), ==, 2);
  g_assert_cmpint (run (self, "check", "a", "b", NULL), ==, 2);
  g_assert_cmpint (run (self, "check", "a", "--fly", NULL), ==, 2);
  g_assert_cmpint (run (self, "check", "a", "--force", NULL), ==, 2);
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

/* What was not brought in is named, with the way to bring it in. */
static void
test_left_out (Fixture *self,
               gconstpointer data)
{
  write_file (self, "people.csv", "Surname, first name;Shoe size;Role\nNg, Zoë;41;mentee\n");
  run (self, "new", "p.mentoring", NULL);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", NULL), ==, 0);
  assert_says (self->err, "column “Shoe size” was left out");
  assert_says (self->err, "--map=\"Shoe size=FIELD\"");
  g_assert_null (strstr (self->err, "first name"));
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
  g_assert_cmpint (run (self, "gaps", "p.mentoring", "--rows", "mentor", "--measure", "supply",
                        NULL), ==, 0);
  g_assert_cmpint (run (self, "gaps", "p.mentoring", "--rows", "site", "--columns", "category",
                        "--measure", "risk", "--json", NULL), ==, 0);
  g_assert_cmpint (run (self, "gaps", "p.mentoring", "--rows", "cohort", "--sort", "similar",
                        "--csv", "gaps.csv", "--png", "gaps.png", "--svg", "gaps.svg", "--pdf",
                        "gaps.pdf", "--ask", "ask.csv", NULL), ==, 0);
  assert_says (self->out, "gaps.pdf");
  g_assert_cmpint (run (self, "import", "p.mentoring", "--ratings", "ask.csv", NULL), ==, 0);

  g_assert_cmpint (run (self, "gaps", "p.mentoring", "--measure", "shoe", NULL), ==, 2);
  g_assert_cmpint (run (self, "gaps", "p.mentoring", "--columns", "shoe", NULL), ==, 2);
  g_assert_cmpint (run (self, "gaps", "p.mentoring", "--sort", "line", NULL), ==, 2);
  g_assert_cmpint (run (self, "gaps", "p.mentoring", "--png", "none/such/folder.png", NULL), ==, 1);
}

/* What is written as JSON is a whole programme again. */
static void
test_round_trip (Fixture *self,
                 gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  match_people (self);
  g_assert_cmpint (run (self, "export", "p.mentoring", "--json", "a.json", NULL), ==, 0);
  g_assert_cmpint (run (self, "new", "q.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "q.mentoring", "a.json", NULL), ==, 0);
  g_assert_cmpint (run (self, "verify", "q.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "export", "q.mentoring", "--json", "b.json", NULL), ==, 0);
  first = read_file (self, "a.json");
  second = read_file (self, "b.json");
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (run (self, "import", "q.mentoring", "a.json", NULL), ==, 1);
}

/* People, ratings and records in one call. */
static void
test_import_together (Fixture *self,
                      gconstpointer data)
{
  write_file (self, "people.csv", "Staff no;Name\n1;Ada\n2;Ben\n");
  write_file (self, "ratings.csv", "person;skill;level\n1;TikTok;3\n");
  write_file (self, "more.csv", "person;skill;level\n2;TikTok;4\n");
  write_file (self, "days.csv", "Name;Date\nEpiphany;2026-01-06\n");
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", "--ratings", "ratings.csv",
                        "--ratings", "more.csv", "--records", "holiday=days.csv", NULL), ==, 0);
  assert_says (self->out, "people.csv: 2 new");
  assert_says (self->out, "days.csv: 1 new");
}

/* What was left out, or taken on the safe side, is said; one question is one line. */
static void
test_import_says (Fixture *self,
                  gconstpointer data)
{
  write_file (self, "people.csv", "Staff no;Name;State;Manager;Hire date\n1;Ada;MA;9;03/04/2020\n"
                                  "2;Ben;IN;1;05/06/2021\n3;Cleo;NY;Boss;\n");
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", "--dry-run", NULL), ==, 0);
  assert_says (self->err, "column “State”: Its values do not look like");
  assert_says (self->err, "column “Hire date”: 2 dates can be read");
  assert_says (self->err, "--dates=");
  assert_says (self->err, "2 people have a manager who is not in the programme");
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", "--dates=month-first",
                        "--strict", NULL), ==, 0);
  g_assert_cmpint (run (self, "export", "p.mentoring", "o.csv", "--people", NULL), ==, 0);
  {
    g_autofree char *people = read_file (self, "o.csv");

    assert_says (people, "2020-03-04");
    assert_says (people, "2021-05-06");
  }
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", "--dates=sometimes", NULL), ==,
                   2);

  write_file (self, "big.csv", "Staff no;Name;Level\n1;Ada;big\n2;Ben;big\n3;Cleo;small\n4;Di;big\n5;Ed;7\n");
  g_assert_cmpint (run (self, "import", "p.mentoring", "big.csv", "--dry-run", NULL), ==, 0);
  assert_says (self->err, "big.csv:2: column “Level”: “big” is not");
  assert_says (self->err, "\n  and so in 2 more rows\n");
  assert_says (self->err, "big.csv:4: column “Level”: “small” is not");
  g_assert_null (strstr (self->err, "big.csv:3:"));
}

/* A mapping that was written down reads another programme's file alike. */
static void
test_mapping (Fixture *self,
              gconstpointer data)
{
  write_file (self, "a.csv", "Nr,Wer,Since,TikTok\n1,Ada,03/04/2020,4\n");
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "new", "q.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "a.csv", "--map=Wer=name", "--map=Since=joined",
                        "--map=TikTok=level:TikTok", "--dates=day-first", "--scale=1-4",
                        "--set=side=mentor", "--write-mapping=m.ini", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "q.mentoring", "a.csv", "--mapping=m.ini", NULL), ==, 0);
  g_assert_cmpint (run (self, "export", "q.mentoring", "o.csv", "--people", NULL), ==, 0);
  {
    g_autofree char *text = read_file (self, "o.csv");

    assert_says (text, "Ada");
    assert_says (text, "2020-04-03");
    assert_says (text, "mentor");
  }
  /* And the next file of the same kind without being told. */
  write_file (self, "b.csv", "Nr,Wer,Since,TikTok\n2,Bo,05/06/2021,1\n");
  g_assert_cmpint (run (self, "import", "q.mentoring", "b.csv", NULL), ==, 0);
  assert_says (self->err, "The columns are read as on");
  assert_says (self->out, "1 new");
  write_file (self, "bad.ini", "what\n");
  g_assert_cmpint (run (self, "import", "q.mentoring", "b.csv", "--mapping=bad.ini", NULL), ==, 1);
  assert_says (self->err, "This is no mapping of columns");
  g_assert_cmpint (run (self, "import", "q.mentoring", "b.csv", "--mapping=gone.ini", NULL), ==, 1);
}

/* People are found by what they have, and changed in one step. */
static void
test_people (Fixture *self,
             gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;

  write_file (self, "people.csv", "Staff no;Name;Department;Languages\n1;Ada;IT;English, Français\n"
                                  "2;Ben;it;English\n3;Cleo;Law;\n");
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", NULL), ==, 0);
  assert_says (self->err, "3 people are neither mentor nor mentee: --set side=");
  g_assert_cmpint (run (self, "people", "p.mentoring", "set", "side=mentor", "--where",
                        "department=IT", NULL), ==, 0);
  assert_says (self->out, "2 people changed");
  g_assert_cmpint (run (self, "people", "p.mentoring", "--where", "side=mentor", "--where",
                        "languages=francais", "--json", NULL), ==, 0);
  answer = parse (self, parser);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "people")), ==, 1);
  g_assert_cmpint (run (self, "people", "p.mentoring", "list", "--where", "languages=", NULL), ==, 0);
  assert_says (self->out, "Cleo");
  assert_says (self->out, "1 person\n");
  g_assert_cmpint (run (self, "people", "p.mentoring", "set", "department=", NULL), ==, 0);
  assert_says (self->out, "3 people changed");
  g_assert_cmpint (run (self, "people", "p.mentoring", "set", "level=much", NULL), ==, 1);
  g_assert_cmpint (run (self, "people", "p.mentoring", "set", "shoe=9", NULL), ==, 1);
  assert_says (self->err, "“shoe” is no field of people");
  g_assert_cmpint (run (self, "people", "p.mentoring", "--where", "side", NULL), ==, 1);
  g_assert_cmpint (run (self, "people", "p.mentoring", "eat", NULL), ==, 2);
}

/* A number with another name and address is not taken before somebody says that it is the same
 * person; questions that were answered on the safe side are counted, and refused by --strict. */
static void
test_import_asks (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  import_people (self);
  write_file (self, "again.csv", "Staff no;Name;Email\n1;Bo Lund;bo@x.org\n");
  write_file (self, "first.csv", "Staff no;Email\n1;zoe@x.org\n");
  g_assert_cmpint (run (self, "import", "p.mentoring", "first.csv", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "again.csv", NULL), ==, 0);
  assert_says (self->err, "again.csv:2: column “Staff no”: This number is Zoë");
  assert_says (self->out, "0 new, 0 changed, 0 unchanged, 1 skipped");
  g_assert_cmpint (run (self, "import", "p.mentoring", "again.csv", "--same-person=9", NULL), ==, 1);
  assert_says (self->err, "No row begins in line 9");
  g_assert_cmpint (run (self, "import", "p.mentoring", "again.csv", "--same-person=two", NULL), ==, 1);
  g_assert_cmpint (run (self, "import", "p.mentoring", "again.csv", "--same-person=2", NULL), ==, 0);
  assert_says (self->out, "0 new, 1 changed, 0 unchanged, 0 skipped");

  write_file (self, "names.csv", "Staff no;Name;State\n77;Eve;on the moon\n");
  g_assert_cmpint (run (self, "import", "p.mentoring", "names.csv", "--strict", NULL), ==, 1);
  g_assert_cmpint (run (self, "--json", "import", "p.mentoring", "names.csv", NULL), ==, 0);
  g_assert_cmpint (json_object_get_int_member (parse (self, parser), "questions"), ==, 1);
  assert_says (self->err, "1 question was answered on the safe side");
}

/* A workbook with several sheets: which was read is said, and the other one asked for by name. */
static void
test_import_sheet (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *book
    = g_test_build_filename (G_TEST_DIST, "exchange", "data", "workbooks", "gnumeric.xlsx", NULL);
  g_autofree char *hidden
    = g_test_build_filename (G_TEST_DIST, "exchange", "data", "workbooks", "openpyxl.xlsx", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *file = NULL;

  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "skills", "p.mentoring", "import", book, "--column=1", "--dry-run",
                        NULL), ==, 0);
  assert_says (self->err, "The sheet “Secret” is read; there are also “People”");
  assert_says (self->err, "--sheet=NAME");
  g_assert_cmpint (run (self, "import", "p.mentoring", book, "--sheet=people", "--dry-run",
                        "--json", NULL), ==, 0);
  g_assert_null (strstr (self->err, "there are also"));
  assert_says (self->err, "1 hidden row is read too");
  file = json_array_get_object_element (
    json_object_get_array_member (parse (self, parser), "files"), 0);
  g_assert_cmpint (json_object_get_int_member (file, "added"), ==, 4);
  file = json_object_get_object_member (file, "source");
  g_assert_cmpstr (json_object_get_string_member (file, "format"), ==, "xlsx");
  g_assert_cmpstr (json_object_get_string_member (file, "sheet"), ==, "People");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (file, "sheets")), ==, 2);

  g_assert_cmpint (run (self, "import", "p.mentoring", hidden, NULL), ==, 0);
  assert_says (self->err, "Hidden sheets are left out: “Secret”");
  /* A staff number keeps its zeros, and is found again. */
  g_assert_cmpint (run (self, "import", "p.mentoring", book, "--sheet=People", NULL), ==, 0);
  assert_says (self->out, "4 unchanged");

  g_assert_cmpint (run (self, "import", "p.mentoring", book, "--sheet=Nobody", NULL), ==, 1);
  assert_says (self->err, "has no sheet “Nobody”; it has “Secret”, “People”");
  write_file (self, "people.csv", "Staff no;Name\n1;Ada\n");
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", "--sheet=Any", NULL), ==, 1);
  assert_says (self->err, "none of the files is a workbook");
}

/* A programme from a file keeps the rules that the windows keep. */
static void
test_rules (Fixture *self,
            gconstpointer data)
{
  static const char *const bad[][2] = {
    { "{\"format\": \"reverse-mentor\", \"version\": 1, \"person\": "
      "[{\"id\": \"1\", \"manager\": \"1\"}]}", "nobody is their own manager" },
    { "{\"format\": \"reverse-mentor\", \"version\": 1, \"person\": [{\"id\": \"1\"}], "
      "\"pair\": [{\"id\": \"2\", \"mentee\": \"1\", \"mentor\": \"1\"}]}",
      "both are the same person" },
    { "{\"format\": \"reverse-mentor\", \"version\": 1, \"programme\": {\"mode\": null}}",
      "nothing is here" },
    { "{\"format\": \"reverse-mentor\", \"version\": 1, \"seniority\": "
      "[{\"id\": \"1\", \"level\": 3}, {\"id\": \"2\", \"level\": 3}]}",
      "the level has a name already" },
  };

  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      write_file (self, "bad.json", bad[i][0]);
      g_assert_cmpint (run (self, "import", "p.mentoring", "bad.json", NULL), ==, 1);
      assert_says (self->err, bad[i][1]);
      g_assert_cmpint (run (self, "check", "p.mentoring", NULL), ==, 0);
    }
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

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("usage", test_usage);
  ADD ("import-together", test_import_together);
  ADD ("import-says", test_import_says);
  ADD ("import-asks", test_import_asks);
  ADD ("people", test_people);
  ADD ("mapping", test_mapping);
  ADD ("new", test_new);
  ADD ("import", test_import);
  ADD ("left-out", test_left_out);
  ADD ("import-ratings", test_import_ratings);
  ADD ("gaps", test_gaps);
  ADD ("round-trip", test_round_trip);
  ADD ("import-sheet", test_import_sheet);
  ADD ("rules", test_rules);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
