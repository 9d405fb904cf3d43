/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "exchange/export/rm-pairs-export.h"
#include "exchange/export/rm-people-export.h"
#include "exchange/export/rm-ratings-export.h"
#include "exchange/json/rm-json-writer.h"
#include "written-book.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MARK "\xEF\xBB\xBF"

static char *
text_of (GBytes *file)
{
  gsize size = 0;
  const char *text = g_bytes_get_data (file, &size);
  char *copy = g_strndup (text, size);

  g_bytes_unref (file);
  return copy;
}

static GPtrArray *
naughty_strings (void)
{
  static const char *const own[] = {
    "=1+1", "+49 30", "-", "@home", "'=x", "''-", "'", "\"", "a;b", "a,b", "a|b", "a\tb", " x ",
    "Zoë Ÿ", "語", "sep=;", "line\nbreak", "\xEF\xBB\xBF" "x",
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "third-party",
                                                 "naughty-strings", "blns.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    g_ptr_array_add (strings, g_strdup (own[i]));
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  array = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (strings, g_strdup (json_array_get_string_element (array, i)));

  return strings;
}

/* Any value that the field can have; blank now and then where that is not a default's place. */
static void
fill_field (RmPerson *person,
            const RmField *field,
            GPtrArray *strings,
            GRand *rand)
{
  const char *text = g_ptr_array_index (strings, g_rand_int (rand) % strings->len);
  gboolean fallback_blank = rm_record_is_blank (person, field);
  g_autofree char *day = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (rand, 1950, 2030),
                                          g_rand_int_range (rand, 1, 13),
                                          g_rand_int_range (rand, 1, 29));
  guint n_values = 0;

  if (fallback_blank && g_rand_int_range (rand, 0, 4) == 0)
    return;

  switch (field->type)
    {
    case RM_FIELD_TEXT:
    case RM_FIELD_LIST:
      rm_record_parse (person, field, text, NULL);
      break;

    case RM_FIELD_DATE:
      rm_record_set_text (person, field, day);
      break;

    case RM_FIELD_WEEK:
      rm_record_set_int64 (person, field,
                           (((gint64) g_rand_int (rand) << 31) | g_rand_int (rand)) & G_MAXINT64);
      break;

    case RM_FIELD_INTEGER:
      rm_record_set_int (person, field, g_rand_int_range (rand, field->min, field->max + 1));
      break;

    case RM_FIELD_YES_NO:
      rm_record_set_int (person, field, g_rand_boolean (rand));
      break;

    case RM_FIELD_CHOICE:
      while (field->values[n_values].nick != NULL)
        n_values++;
      rm_record_set_int (person, field,
                         field->values[g_rand_int_range (rand, 0, (gint32) n_values)].value);
      break;

    case RM_FIELD_TIME:
    case RM_FIELD_REFERENCE:
    default:
      break;
    }
}

static GPtrArray *
random_people (GRand *rand)
{
  const RmEntity *entity = rm_person_entity ();
  GPtrArray *people = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autoptr (GPtrArray) strings = naughty_strings ();

  for (guint i = 0; i < 300; i++)
    {
      RmPerson *person = rm_person_new ();

      for (guint f = 0; f < entity->n_fields; f++)
        fill_field (person, &entity->fields[f], strings, rand);

      /* Identities are unique in a document; a manager is there or is a text, not both. */
      g_clear_pointer (&person->staff_no, g_free);
      g_clear_pointer (&person->email, g_free);
      if (i % 3 != 0)
        person->staff_no = g_strdup_printf ("%s%u", i % 2 ? "=" : "'-", i);
      if (i % 3 != 1)
        person->email = g_strdup_printf ("+p%u@example.org", i);
      person->record.id = (gint64) i + 1;
      if (i % 4 != 0)
        g_clear_pointer (&person->manager_ref, g_free);
      if (i % 4 == 0 && person->manager_ref != NULL)
        {
          g_free (person->manager_ref);
          person->manager_ref = g_strdup_printf ("-gone %u", i);
        }
      if (i % 4 == 1)
        person->manager = 1 + (i + 7) % 300;
      /* Somebody from outside has none. */
      if (i % 4 < 2)
        person->relation = RM_UNKNOWN;
      g_ptr_array_add (people, person);
    }

  return people;
}

/* The same person by staff number or e-mail, wherever it stands. */
static const RmPerson *
find_same (const RmProgramme *programme,
           const RmPerson *person)
{
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *other = rm_programme_get_person (programme, i);

      if (g_strcmp0 (other->staff_no, person->staff_no) == 0
          && g_strcmp0 (other->email, person->email) == 0)
        return other;
    }

  return NULL;
}

static void
assert_same (const RmProgramme *before,
             const RmProgramme *after)
{
  g_assert_cmpuint (rm_programme_count (before, RM_TABLE_PERSON), ==,
                    rm_programme_count (after, RM_TABLE_PERSON));
  for (guint i = 0; i < rm_programme_count (before, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (before, i);
      const RmPerson *other = find_same (after, person);
      RmPerson *copy = NULL;

      g_assert_nonnull (other);
      copy = rm_record_copy (other);
      copy->record.id = person->record.id;
      if (person->manager != 0)
        {
          const RmPerson *boss = rm_programme_find_person (before, person->manager);
          const RmPerson *manager = find_same (after, boss);

          g_assert_cmpint (other->manager, ==, manager->record.id);
          copy->manager = person->manager;
        }
      for (guint f = 0; f < rm_person_entity ()->n_fields; f++)
        {
          g_autofree char *was = rm_record_format (person, &rm_person_entity ()->fields[f]);
          g_autofree char *is = rm_record_format (copy, &rm_person_entity ()->fields[f]);

          g_assert_cmpstr (is, ==, was);
        }
      g_assert_true (rm_record_equal (person, copy));
      rm_record_unref (copy);
    }
}

/* One that uses special-category fields. */
static RmProgramme *
new_programme (GPtrArray *const *tables)
{
  RmSettings *settings = rm_settings_new ();
  RmProgramme *programme = NULL;

  settings->special_category = 1;
  programme = rm_programme_new_changed (NULL, settings, tables, NULL);
  rm_record_unref (settings);

  return programme;
}

static void
test_people (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint time = 0; time < 3; time++)
    {
      g_autoptr (GPtrArray) people = random_people (rand);
      GPtrArray *changed[RM_N_TABLES] = { people };
      g_autoptr (RmProgramme) before = new_programme (changed);
      g_autofree char *out
        = text_of (rm_people_export_write (before, TRUE, RM_TABLE_FORMAT_CSV, NULL));
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (RmImportPlan) plan = fixture_plan (fixture, RM_IMPORT_PEOPLE, out);
      g_autoptr (RmImportResult) result = fixture_evaluate (plan);
      g_autofree char *problems = fixture_describe (result->problems);

      g_assert_cmpstr (problems, ==, "");
      fixture_apply (fixture, result);
      assert_same (before, fixture->programme);
    }
}

static void
test_confidential (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  fixture_import (fixture, RM_IMPORT_PEOPLE,
                  "staff_no,name,notes,background,manager\n1,Ann,secret,first,\n2,Bob,,,1\n");
  without = text_of (rm_people_export_write (fixture->programme, FALSE, RM_TABLE_FORMAT_CSV, NULL));
  with = text_of (rm_people_export_write (fixture->programme, TRUE, RM_TABLE_FORMAT_CSV, NULL));
  g_assert_true (g_str_has_prefix (without, MARK "staff_no,name,email,"));
  g_assert_null (strstr (without, "secret"));
  g_assert_null (strstr (without, "background"));
  g_assert_nonnull (strstr (with, "secret"));
  g_assert_nonnull (strstr (with, "\r\n2,Bob,"));
}

static void
stop_using_special (Fixture *fixture)
{
  RmSettings *settings = rm_settings_new ();
  RmProgramme *after = rm_programme_new_changed (fixture->programme, settings, NULL, NULL);

  rm_programme_unref (fixture->programme);
  fixture->programme = after;
  rm_record_unref (settings);
}

/* What a programme does not use is in no export, not even in one with what is confidential, and
 * is not brought in. */
static void
test_special (void)
{
  static const char table[]
    = "staff_no,name,notes,background\n1,Ann,quiet,first generation\n2,Bob,,\n";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Fixture) other = fixture_new ();
  g_autofree char *people = NULL;
  g_autoptr (RmBundle) bundle = NULL;
  g_autoptr (GString) json = NULL;

  fixture_import (fixture, RM_IMPORT_PEOPLE, table);
  g_assert_cmpstr (fixture_find (fixture, "Ann")->background, ==, "first generation");
  stop_using_special (fixture);
  people = text_of (rm_people_export_write (fixture->programme, TRUE, RM_TABLE_FORMAT_CSV, NULL));
  g_assert_null (strstr (people, "background"));
  g_assert_null (strstr (people, "first generation"));

  bundle = rm_bundle_new_for_programme (fixture->programme, NULL);
  json = rm_json_writer_write (bundle);
  g_assert_null (strstr (json->str, "first generation"));
  g_assert_nonnull (strstr (json->str, "quiet"));

  stop_using_special (other);
  fixture_import (other, RM_IMPORT_PEOPLE, table);
  g_assert_cmpstr (fixture_find (other, "Ann")->notes, ==, "quiet");
  g_assert_null (fixture_find (other, "Ann")->background);
}

static void
test_ratings (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Fixture) again = fixture_new ();
  g_autofree char *people = NULL;
  g_autofree char *out = NULL;
  g_autofree char *out_again = NULL;

  fixture_import (fixture, RM_IMPORT_PEOPLE, "staff_no,name,email\n2,Bob,\n,Ann,ann@x\n,Cyd,\n");
  fixture_import (fixture, RM_IMPORT_RATINGS,
                  "person,skill,category,context,source,level,target,importance,rated_on\n"
                  "2,=AI,Tech,private,self,1,,,2025-01-01\n2,=AI,Tech,work,peer,,5,3,\n"
                  "ann@x,C++,,,manager,0,5,1,2025-01-02\nCyd,C++,,,after,4,,,2026-01-02\n"
                  "2,C++,,,peer,4,,,2026-01-02\n2,C++,,,peer,4,,,2026-01-02\n");
  g_assert_cmpuint (fixture->ratings->len, ==, 6);
  people = text_of (rm_people_export_write (fixture->programme, TRUE, RM_TABLE_FORMAT_CSV, NULL));
  out = text_of (rm_ratings_export_write (fixture->programme, fixture->ratings,
                                          RM_TABLE_FORMAT_CSV, NULL));

  fixture_import (again, RM_IMPORT_PEOPLE, people);
  fixture_import (again, RM_IMPORT_RATINGS, out);
  g_assert_cmpuint (again->ratings->len, ==, 6);
  g_assert_cmpuint (rm_programme_count (again->programme, RM_TABLE_SKILL), ==, 3);
  out_again = text_of (rm_ratings_export_write (again->programme, again->ratings,
                                                RM_TABLE_FORMAT_CSV, NULL));
  g_assert_cmpstr (out_again, ==, out);
}

static int
score (const RmPair *pair,
       gpointer data)
{
  return pair->locked ? -1 : 87;
}

static void
test_pairs (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (rm_record_unref);
  g_autofree char *out = NULL;
  RmPair *locked = NULL;

  fixture_import (fixture, RM_IMPORT_PEOPLE,
                  "staff_no,name,department\n1,=Ann,IT\n2,Bob,\n3,Cyd,\"R, D\"\n");
  g_ptr_array_add (pairs, rm_pair_new (fixture_find (fixture, "Bob")->record.id,
                                       fixture_find (fixture, "Cyd")->record.id));
  locked = rm_pair_new (fixture_find (fixture, "=Ann")->record.id,
                        fixture_find (fixture, "Cyd")->record.id);
  locked->locked = 1;
  locked->state = RM_PAIR_KICK_OFF;
  g_ptr_array_add (pairs, locked);
  g_ptr_array_add (pairs, rm_pair_new (5, 6));
  out = text_of (rm_pairs_export_write (fixture->programme, pairs, score, NULL, RM_TABLE_FORMAT_CSV,
                                        NULL));
  g_assert_cmpstr (out, ==,
                   MARK "mentee_staff_no,mentee_name,mentee_department,mentor_staff_no,mentor_name,"
                   "mentor_department,score_percent,state,locked\r\n"
                   "1,'=Ann,IT,3,Cyd,\"R, D\",,kick-off,yes\r\n"
                   "2,Bob,,3,Cyd,\"R, D\",87,proposed,no\r\n");
}

/* Each field of everybody, as what it is. */
static void
test_workbook (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GBytes) people = NULL;
  g_autoptr (GBytes) ratings = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *cells = NULL;
  g_autofree char *rated = NULL;

  fixture_import (fixture, RM_IMPORT_PEOPLE,
                  "staff_no,name,joined,willing,mentor_capacity,tags,notes,background\n"
                  "007,=Ann,2020-02-29,yes,2,+a; b,secret,first\n");
  fixture_import (fixture, RM_IMPORT_RATINGS,
                  "person,skill,source,level,target,rated_on\n007,@AI,self,1,4,2025-01-01\n");
  people = rm_people_export_write (fixture->programme, FALSE, RM_TABLE_FORMAT_XLSX, NULL);
  ratings = rm_ratings_export_write (fixture->programme, fixture->ratings, RM_TABLE_FORMAT_XLSX,
                                     NULL);
  sheet = written_book_read (people, "xl/worksheets/sheet1.xml");
  cells = written_book_dump (people);
  rated = written_book_dump (ratings);

  g_assert_true (g_str_has_prefix (cells, "[staff_no][name][email]"));
  g_assert_nonnull (strstr (cells, "\n[007][=Ann][]"));
  g_assert_nonnull (strstr (cells, "[#43890 yyyy-mm-dd]"));
  g_assert_nonnull (strstr (cells, "[#2][?1]"));
  g_assert_nonnull (strstr (cells, "[+a; b]"));
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_null (strstr (sheet, "secret"));
  g_assert_null (strstr (sheet, "first"));
  g_assert_null (strstr (sheet, "background"));
  g_assert_cmpstr (rated, ==, "[staff_no][email][name][skill][category][context][source][level]"
                              "[target][importance][rated_on]\n[007][][=Ann][@AI][][][self][#1][#4]"
                              "[][#45658 yyyy-mm-dd]\n");
}

/* What the special category says is in no workbook, not even in one with what is confidential. */
static void
test_workbook_special (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) without = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *other = NULL;

  fixture_import (fixture, RM_IMPORT_PEOPLE,
                  "staff_no,name,notes,background\n1,Ann,quiet,first generation\n");
  with = rm_people_export_write (fixture->programme, TRUE, RM_TABLE_FORMAT_XLSX, NULL);
  stop_using_special (fixture);
  without = rm_people_export_write (fixture->programme, TRUE, RM_TABLE_FORMAT_XLSX, NULL);
  sheet = written_book_read (with, "xl/worksheets/sheet1.xml");
  other = written_book_read (without, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (sheet, "first generation"));
  g_assert_null (strstr (other, "first generation"));
  g_assert_null (strstr (other, "background"));
  g_assert_nonnull (strstr (other, "quiet"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/exports/people", test_people);
  g_test_add_func ("/exchange/exports/confidential", test_confidential);
  g_test_add_func ("/exchange/exports/special", test_special);
  g_test_add_func ("/exchange/exports/ratings", test_ratings);
  g_test_add_func ("/exchange/exports/pairs", test_pairs);
  g_test_add_func ("/exchange/exports/workbook", test_workbook);
  g_test_add_func ("/exchange/exports/workbook-special", test_workbook_special);
  return g_test_run ();
}
