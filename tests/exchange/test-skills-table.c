/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "exchange/import/rm-skills-table.h"
#include "exchange/source/rm-source.h"

#include <string.h>

static RmSkillsTable *
read_skills (const RmSheet *table)
{
  g_autoptr (GError) error = NULL;
  guint names = 0;
  RmSkillsTable *skills = NULL;

  g_assert_true (rm_skills_table_find_names (table, &names));
  skills = rm_skills_table_new (table, names, NULL, NULL, &error);
  g_assert_no_error (error);
  return skills;
}

static const RmSkill *
get (const RmSkillsTable *skills,
     guint index)
{
  g_assert_cmpuint (index, <, skills->skills->len);
  return g_ptr_array_index (skills->skills, index);
}

static void
test_own (void)
{
  g_autoptr (RmSheet) table = fixture_read (
    "name,category,aliases,context,description,anchor_0,anchor_5,retired\n"
    "AI tools,New technology,\"AI, ChatGPT\",,\"Two\nlines\",Never,Teaches,yes\n"
    "Social media,New technology,,private,,,,\n"
    "social MEDIA,New technology,,business,,,,\n");
  g_autoptr (RmSkillsTable) skills = read_skills (table);

  g_assert_cmpuint (skills->skills->len, ==, 3);
  g_assert_cmpuint (skills->problems->len, ==, 0);
  g_assert_cmpstr (get (skills, 0)->aliases, ==, "AI; ChatGPT");
  g_assert_cmpstr (get (skills, 0)->description, ==, "Two\nlines");
  g_assert_cmpstr (get (skills, 0)->anchors[0], ==, "Never");
  g_assert_cmpstr (get (skills, 0)->anchors[5], ==, "Teaches");
  g_assert_null (get (skills, 0)->anchors[1]);
  /* A file does not say what this programme has retired. */
  g_assert_cmpint (get (skills, 0)->retired, ==, 0);
  g_assert_cmpstr (get (skills, 2)->context, ==, "business");
}

/* Other names one a line, with the name itself and commas among them. */
static void
test_lines (void)
{
  g_autoptr (RmSheet) table = fixture_read (
    "conceptUri,reuseLevel,preferredLabel,altLabels\n"
    "http://a,x,manage staff,\"lead, guide staff\nmanage staff\nManage  Staff\nrun a team\n\"\n"
    "http://b,x,,\"nameless\"\n"
    "http://c,x,Manage staff,\n"
    "http://d,x,\"'=1+1\",\n");
  g_autoptr (RmSkillsTable) skills = read_skills (table);
  g_autofree char *problems = fixture_describe (skills->problems);

  g_assert_cmpuint (skills->skills->len, ==, 2);
  g_assert_cmpstr (get (skills, 0)->aliases, ==, "lead  guide staff; run a team");
  g_assert_cmpstr (get (skills, 1)->name, ==, "=1+1");
  g_assert_nonnull (strstr (problems, "skill-missing"));
  g_assert_nonnull (strstr (problems, "twice"));
}

static void
test_bad (void)
{
  g_autoptr (GString) text = g_string_new ("skill\n");
  g_autoptr (RmSheet) table = NULL;
  g_autoptr (RmSheet) nameless = fixture_read ("colour,size\nred,5\n");
  g_autoptr (RmSkillsTable) skills = NULL;
  g_autoptr (RmSkillsTable) chosen = NULL;
  g_autoptr (GError) error = NULL;
  guint names = 0;

  for (guint i = 0; i < RM_SKILLS_MAX_NAME + 1; i++)
    g_string_append (text, "é");
  g_string_append (text, "\nshort\n");
  table = fixture_read (text->str);
  skills = read_skills (table);
  g_assert_cmpuint (skills->skills->len, ==, 1);
  g_assert_cmpuint (skills->problems->len, ==, 1);

  /* Nothing says which column it is, so somebody has to. */
  g_assert_false (rm_skills_table_find_names (nameless, &names));
  chosen = rm_skills_table_new (nameless, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get (chosen, 0)->name, ==, "red");
}

static gboolean
stop (double fraction,
      gpointer data)
{
  return FALSE;
}

static RmSheet *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RmSheet *table = rm_source_load (file, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static guint
count_aliases (const RmSkillsTable *skills)
{
  guint n = 0;

  for (guint i = 0; i < skills->skills->len; i++)
    {
      g_auto (GStrv) aliases = rm_list_split (get (skills, i)->aliases);

      n += g_strv_length (aliases);
    }
  return n;
}

/* Rows of a taxonomy that others keep, as they stand. */
static void
test_esco (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "third-party", "esco",
                                                 "skills.csv", NULL);
  g_autoptr (RmSheet) table = load (path);
  g_autoptr (RmSkillsTable) skills = read_skills (table);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (skills->skills->len, ==, 82);
  g_assert_cmpuint (skills->problems->len, ==, 0);
  g_assert_cmpuint (count_aliases (skills), ==, 551);

  g_assert_null (rm_skills_table_new (table, 2, stop, NULL, &error));
  g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED);
}

/* A whole taxonomy that is not here: most of its rows are skills, and other names are told apart. */
static void
test_given (gconstpointer path)
{
  g_autoptr (RmSheet) table = load (path);
  g_autoptr (RmSkillsTable) skills = read_skills (table);

  g_test_message ("%u skills, %u other names, %u problems", skills->skills->len,
                  count_aliases (skills), skills->problems->len);
  g_assert_cmpuint (skills->skills->len + skills->problems->len, >=,
                    rm_sheet_get_n_rows (table));
  g_assert_cmpuint (skills->problems->len, <, skills->skills->len / 100 + 1);
  g_assert_cmpuint (count_aliases (skills), >, skills->skills->len);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    {
      g_test_add_data_func ("/exchange/skills-table/given", argv[1], test_given);
      return g_test_run ();
    }

  g_test_add_func ("/exchange/skills-table/own", test_own);
  g_test_add_func ("/exchange/skills-table/lines", test_lines);
  g_test_add_func ("/exchange/skills-table/bad", test_bad);
  g_test_add_func ("/exchange/skills-table/esco", test_esco);
  return g_test_run ();
}
