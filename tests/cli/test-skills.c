/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

static void
write_list (Fixture *self)
{
  write_file (self, "list.csv",
              "code,preferredLabel,altLabels\n"
              "1,manage staff,\"lead people\nrun a team\"\n"
              "2,,\n"
              "3,Manage Staff,\n"
              "4,use a printing press,\n"
              "5,Tik-Tok,\n");
}

static void
test_list (Fixture *self,
           gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *skills = NULL;
  JsonObject *first = NULL;

  match_people (self);
  g_assert_cmpint (run (self, "skills", "p.mentoring", NULL), ==, 0);
  assert_says (self->out, "Offer it");
  assert_says (self->out, "TikTok");
  g_assert_cmpint (run (self, "skills", "p.mentoring", "list", "--matching", "no such thing",
                        "--json", NULL), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (parse (self, parser),
                                                                         "skills")), ==, 0);
  g_assert_cmpint (run (self, "skills", "p.mentoring", "--matching", "TIKTOK", "--json", NULL), ==,
                   0);
  skills = json_object_get_array_member (parse (self, parser), "skills");
  g_assert_cmpuint (json_array_get_length (skills), ==, 1);
  first = json_array_get_object_element (skills, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "skill"), ==, "TikTok");
  g_assert_false (json_object_get_boolean_member (first, "retired"));
  g_assert_cmpint (json_object_get_int_member (first, "offering"), >=, 1);

  g_assert_cmpint (run (self, "skills", "p.mentoring", "dance", NULL), ==, 2);
  g_assert_cmpint (run (self, "skills", "p.mentoring", "import", NULL), ==, 2);
  g_assert_cmpint (run (self, "skills", "none.mentoring", NULL), ==, 1);
}

static void
test_import (Fixture *self,
             gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;

  import_people (self);
  write_list (self);
  g_assert_cmpint (run (self, "skills", "p.mentoring", "import", "list.csv", "--dry-run", NULL), ==,
                   0);
  assert_says (self->out, "list.csv: 2 new, 1 already there, 2 left out");
  assert_says (self->err, "names no skill");
  g_assert_cmpint (run (self, "skills", "p.mentoring", "import", "list.csv", "--matching", "team",
                        "--category", "Leading", NULL), ==, 0);
  assert_says (self->out, "list.csv: 1 new, 0 already there, 2 left out");
  g_assert_cmpint (run (self, "skills", "p.mentoring", "import", "list.csv", "--json", NULL), ==, 0);
  answer = parse (self, parser);
  g_assert_cmpint (json_object_get_int_member (answer, "new"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (answer, "known"), ==, 2);
  g_assert_cmpint (run (self, "skills", "p.mentoring", NULL), ==, 0);
  assert_says (self->out, "Leading");
  assert_says (self->out, "use a printing press");

  /* Nothing half-applied, and a sentence for what is wrong. */
  g_assert_cmpint (run (self, "skills", "p.mentoring", "import", "list.csv", "--column", "colour",
                        NULL), ==, 1);
  assert_says (self->err, "no column “colour”");
  write_file (self, "empty.csv", "");
  g_assert_cmpint (run (self, "skills", "p.mentoring", "import", "empty.csv", NULL), ==, 1);
  g_assert_cmpint (run (self, "skills", "p.mentoring", "import", "none.csv", NULL), ==, 1);
}

static void
test_starter (Fixture *self,
              gconstpointer data)
{
  g_assert_cmpint (run (self, "new", "s.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "skills", "s.mentoring", "starter", NULL), ==, 0);
  assert_says (self->out, "45 new, 0 already there, 0 left out");
  g_assert_cmpint (run (self, "skills", "s.mentoring", "starter", NULL), ==, 0);
  assert_says (self->out, "0 new, 45 already there, 0 left out");
  g_assert_cmpint (run (self, "skills", "s.mentoring", "--matching", "social media", NULL), ==, 0);
  assert_says (self->out, "business");
  assert_says (self->out, "private");
}

static void
test_suggest (Fixture *self,
              gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *suggestions = NULL;

  match_people (self);
  write_file (self, "more.csv", "person,skill,level\n3,Podcasts,4\n");
  g_assert_cmpint (run (self, "import", "p.mentoring", "--ratings", "more.csv", NULL), ==, 0);
  g_assert_cmpint (run (self, "suggest", "p.mentoring", "1", "--json", NULL), ==, 0);
  suggestions = json_object_get_array_member (parse (self, parser), "suggestions");
  g_assert_cmpuint (json_array_get_length (suggestions), ==, 1);
  g_assert_cmpint (run (self, "suggest", "p.mentoring", "zoe", NULL), ==, 0);
  assert_says (self->out, "Podcasts, to level 3: 1 mentor offers it");
  g_assert_cmpint (run (self, "suggest", "p.mentoring", "1", "--accept", "Fax", NULL), ==, 1);
  assert_says (self->err, "not suggested");
  g_assert_cmpint (run (self, "suggest", "p.mentoring", "1", "--accept", "podcasts", NULL), ==, 0);
  g_assert_cmpint (run (self, "suggest", "p.mentoring", "1", NULL), ==, 0);
  assert_says (self->out, "Nothing to suggest");
  g_assert_cmpint (run (self, "suggest", "p.mentoring", "3", NULL), ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("skills/list", test_list);
  ADD ("skills/import", test_import);
  ADD ("skills/starter", test_starter);
  ADD ("suggest", test_suggest);
  return g_test_run ();
}
