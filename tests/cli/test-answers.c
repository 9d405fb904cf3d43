/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <string.h>

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
  assert_says (self->err, "by staff number or e-mail address (4, 5)");
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

/* Verbs as a script would call them, the file left out. Not among them, since they tell what is
 * confidential: export --json, which holds everything, and apart, which records it. */
static const char *const calls[] = {
  "check", "check --json", "skills list", "skills list --json", "suggest 1",
  "suggest 1 --json", "gaps", "gaps --json", "gaps --rows person", "gaps --csv out.csv",
  "explain 1 4", "explain 1 4 --json", "explain 2 4", "explain 2 3 --json",
  "why-not 1 4", "why-not 1 4 --json", "why-not 2 4", "why-not 2 4 --json",
  "why-not 1 3 --json", "match", "match --json", "match --mode people",
  "match --mode weakest --json", "verify", "verify --json", "scenarios save Now",
  "scenarios list", "scenarios list --json", "scenarios show Now",
  "scenarios compare Now --json", "scenarios apply Now", "scenarios delete Now",
  "export --pairs out.csv", "export --people out.csv", "export --ratings out.csv",
};

static char *
tell_calls (Fixture *self,
            const char *file)
{
  GString *out = g_string_new (NULL);

  for (gsize k = 0; k < G_N_ELEMENTS (calls); k++)
    {
      g_auto (GStrv) words = g_strsplit (calls[k], " ", 4);
      const char *third = words[1] != NULL ? words[2] : NULL;
      int status = run (self, words[0], file, words[1], third, third != NULL ? words[3] : NULL,
                        NULL);

      g_string_append_printf (out, "$ %s\n%d\n%s%s", calls[k], status, self->out, self->err);
      if (strstr (calls[k], "out.csv") != NULL)
        {
          g_autofree char *text = read_file (self, "out.csv");

          g_string_append (out, text);
        }
    }

  return g_string_free (out, FALSE);
}

/* Nor from who is kept apart openly, where nobody says why. */
static void
test_twins (Fixture *self,
            gconstpointer data)
{
  static const char *const twins[] = { "\"confidential\": true, \"reason\": \"Unsaid\"",
                                       "\"confidential\": false" };
  g_autofree char *text = NULL;
  g_autofree char *zoe = NULL;
  g_autofree char *mia = NULL;
  char *told[G_N_ELEMENTS (twins)] = { NULL };

  match_people (self);
  g_assert_cmpint (run (self, "export", "p.mentoring", "--json", "p.json", NULL), ==, 0);
  text = read_file (self, "p.json");
  zoe = find_id (text, "1");
  mia = find_id (text, "4");
  for (gsize k = 0; k < G_N_ELEMENTS (twins); k++)
    {
      g_autofree char *exclusion = g_strdup_printf ("\"exclusion\": [{\"id\": \"5\", "
                                                    "\"mentee\": \"%s\", \"mentor\": \"%s\", %s}]",
                                                    zoe, mia, twins[k]);

      make_secret (self, text, "\"staff_no\": \"4\", ", exclusion);
      told[k] = tell_calls (self, "q.mentoring");
    }

  assert_says (told[0], "not available to pair");
  g_assert_null (strstr (told[0], "Unsaid"));
  g_assert_cmpstr (told[0], ==, told[1]);
  for (gsize k = 0; k < G_N_ELEMENTS (twins); k++)
    g_free (told[k]);
}

/* The verb records and takes back; what it recorded in confidence is told by itself alone. */
static void
test_apart (Fixture *self,
            gconstpointer data)
{
  static const char *const twins[] = { "--in-confidence", NULL };
  char *told[G_N_ELEMENTS (twins)] = { NULL };
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *first = NULL;
  g_autofree char *text = NULL;

  match_people (self);
  g_assert_cmpint (run (self, "export", "p.mentoring", "--json", "p.json", NULL), ==, 0);
  text = read_file (self, "p.json");
  g_assert_cmpint (run (self, "apart", "p.mentoring", NULL), ==, 0);
  assert_says (self->out, "Nobody is kept apart");
  for (gsize k = 0; k < G_N_ELEMENTS (twins); k++)
    {
      make_secret (self, text, "\"staff_no\": \"4\", ", "\"exclusion\": []");
      g_assert_cmpint (run (self, "apart", "q.mentoring", "1", "mia", twins[k], NULL), ==, 0);
      g_assert_cmpstr (self->out, ==, "");
      told[k] = tell_calls (self, "q.mentoring");
      g_assert_cmpint (run (self, "apart", "q.mentoring", "4", "--json", NULL), ==, 0);
      first = json_array_get_object_element (
        json_object_get_array_member (parse (self, parser), "apart"), 0);
      g_assert_true (json_object_get_boolean_member (first, "in-confidence") == (k == 0));
      g_assert_cmpint (run (self, "apart", "q.mentoring", "Mia", "zoe", "--end", NULL), ==, 0);
    }
  assert_says (told[0], "not available to pair");
  g_assert_cmpstr (told[0], ==, told[1]);

  g_assert_cmpint (run (self, "apart", "p.mentoring", "4", "1", "--end", NULL), ==, 1);
  assert_says (self->err, "no longer kept apart");
  g_assert_cmpint (run (self, "apart", "p.mentoring", "4", "4", NULL), ==, 1);
  assert_says (self->err, "from themselves");
  g_assert_cmpint (run (self, "apart", "p.mentoring", "4", "Nobody", NULL), ==, 1);
  assert_says (self->err, "“Nobody”");
  g_assert_cmpint (run (self, "apart", "p.mentoring", "4", "--end", NULL), ==, 2);
  g_assert_cmpint (run (self, "apart", "p.mentoring", "1", "4", "--end", "--reason", "Kin", NULL),
                   ==, 2);
  g_assert_cmpint (run (self, "apart", "p.mentoring", "1", "4", "--reason", "Kin", NULL), ==, 0);
  g_assert_cmpint (run (self, "why-not", "p.mentoring", "1", "4", NULL), ==, 0);
  assert_says (self->out, "must not be paired");
  for (gsize k = 0; k < G_N_ELEMENTS (twins); k++)
    g_free (told[k]);
}

/* A name from right to left, or with an override, keeps to itself in a sentence for people;
 * programs get it as it is, and files do. */
static void
test_direction (Fixture *self,
                gconstpointer data)
{
  g_autofree char *pairs = NULL;

  write_file (self, "people.csv", "Personnel number;Name;Role;Level;Willing;Committed\n"
                                  "1;שרה;mentee;9;yes;yes\n"
                                  "2;\u202Ecam;mentor;2;yes;\n");
  g_assert_cmpint (run (self, "new", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "import", "p.mentoring", "people.csv", NULL), ==, 0);
  g_assert_cmpint (run (self, "match", "p.mentoring", NULL), ==, 0);
  g_assert_cmpint (run (self, "explain", "p.mentoring", "1", "2", NULL), ==, 0);
  assert_says (self->out, "\u2068שרה\u2069 with \u2068\u202Ecam\u2069 scores ");
  g_assert_cmpint (run (self, "explain", "p.mentoring", "1", "2", "--json", NULL), ==, 0);
  assert_says (self->out, "\"שרה with ");
  g_assert_null (strstr (self->out, "\u2068"));
  g_assert_cmpint (run (self, "export", "p.mentoring", "--pairs", "pairs.csv", NULL), ==, 0);
  pairs = read_file (self, "pairs.csv");
  assert_says (pairs, "שרה");
  g_assert_null (strstr (pairs, "\u2068"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("explain", test_explain);
  ADD ("why-not", test_why_not);
  ADD ("unpaired", test_unpaired);
  ADD ("confidence", test_confidence);
  ADD ("twins", test_twins);
  ADD ("apart", test_apart);
  ADD ("direction", test_direction);
  return g_test_run ();
}
