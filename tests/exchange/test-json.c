/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/rm-json-guard.h"
#include "exchange/json/rm-json-reader.h"
#include "exchange/json/rm-json-writer.h"
#include "test-scale.h"

#include <string.h>
#include <unistd.h>

#define HEAD "\"format\": \"reverse-mentor\", \"version\": 1, "

static const struct
{
  const char *text;
  RmExchangeError code;
  const char *path; /* nullable: how the message begins */
} bad_cases[] = {
  { "", RM_EXCHANGE_ERROR_SYNTAX, NULL },
  { "1", RM_EXCHANGE_ERROR_FORMAT, NULL },
  { "{\"a\": 1,}", RM_EXCHANGE_ERROR_SYNTAX, NULL },
  { "[\"\\ud800\"]", RM_EXCHANGE_ERROR_SYNTAX, NULL },
  { "{} {}", RM_EXCHANGE_ERROR_SYNTAX, NULL },
  { "[]", RM_EXCHANGE_ERROR_FORMAT, NULL },
  { "{}", RM_EXCHANGE_ERROR_FORMAT, NULL },
  { "{\"format\": \"other\", \"version\": 1}", RM_EXCHANGE_ERROR_FORMAT, NULL },
  { "{\"format\": \"reverse-mentor\"}", RM_EXCHANGE_ERROR_FORMAT, NULL },
  { "{\"format\": \"reverse-mentor\", \"version\": \"1\"}", RM_EXCHANGE_ERROR_FORMAT, NULL },
  { "{\"format\": \"reverse-mentor\", \"version\": 2}", RM_EXCHANGE_ERROR_FORMAT, NULL },
  { "{" HEAD "\"person\": [}", RM_EXCHANGE_ERROR_SYNTAX, NULL },
  { "{" HEAD "\"person\": [", RM_EXCHANGE_ERROR_SYNTAX, NULL },
  { "{" HEAD "\"person\": \"x", RM_EXCHANGE_ERROR_SYNTAX, NULL },
  { "/* \" */ {}", RM_EXCHANGE_ERROR_SYNTAX, NULL },
  { "{'a': 1}", RM_EXCHANGE_ERROR_SYNTAX, NULL },
  { "{\"a\": \"x\ny\"}", RM_EXCHANGE_ERROR_SYNTAX, NULL },
  { "{\"a\": \"\xFF\"}", RM_EXCHANGE_ERROR_ENCODING, NULL },
  { "{" HEAD "\"person\": {}}", RM_EXCHANGE_ERROR_TYPE, "person: " },
  { "{" HEAD "\"person\": [1]}", RM_EXCHANGE_ERROR_TYPE, "person[0]: " },
  { "{" HEAD "\"person\": [{}]}", RM_EXCHANGE_ERROR_TYPE, "person[0].id: " },
  { "{" HEAD "\"person\": [{\"id\": 1}]}", RM_EXCHANGE_ERROR_TYPE, "person[0].id: " },
  { "{" HEAD "\"person\": [{\"id\": \"-1\"}]}", RM_EXCHANGE_ERROR_VALUE, "person[0].id: " },
  { "{" HEAD "\"person\": [{\"id\": \"9223372036854775808\"}]}", RM_EXCHANGE_ERROR_VALUE,
    "person[0].id: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\"}, {\"id\": \"1\"}]}", RM_EXCHANGE_ERROR_REFERENCE,
    "person[1].id: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"level\": 11}]}", RM_EXCHANGE_ERROR_VALUE,
    "person[0].level: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"level\": 99999999999}]}", RM_EXCHANGE_ERROR_VALUE,
    "person[0].level: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"level\": \"8\"}]}", RM_EXCHANGE_ERROR_TYPE,
    "person[0].level: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"level\": 8.5}]}", RM_EXCHANGE_ERROR_TYPE,
    "person[0].level: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"willing\": 1}]}", RM_EXCHANGE_ERROR_TYPE,
    "person[0].willing: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"side\": \"retailer\"}]}", RM_EXCHANGE_ERROR_VALUE,
    "person[0].side: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"side\": \"beide\"}]}", RM_EXCHANGE_ERROR_VALUE,
    "person[0].side: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"side\": 1}]}", RM_EXCHANGE_ERROR_TYPE,
    "person[0].side: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"joined\": \"soon\"}]}", RM_EXCHANGE_ERROR_VALUE,
    "person[0].joined: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"week\": \"never\"}]}", RM_EXCHANGE_ERROR_VALUE,
    "person[0].week: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"tags\": \"a; b\"}]}", RM_EXCHANGE_ERROR_TYPE,
    "person[0].tags: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"tags\": [1]}]}", RM_EXCHANGE_ERROR_TYPE,
    "person[0].tags: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"name\": [\"x\"]}]}", RM_EXCHANGE_ERROR_TYPE,
    "person[0].name: " },
  { "{" HEAD "\"person\": [{\"id\": \"1\", \"manager\": \"2\"}]}", RM_EXCHANGE_ERROR_REFERENCE,
    "person[0].manager: " },
  { "{" HEAD "\"rating\": [{\"id\": \"1\", \"person\": \"2\", \"skill\": \"3\"}]}",
    RM_EXCHANGE_ERROR_REFERENCE, "rating[0].person: " },
  { "{" HEAD "\"person\": [{\"id\": \"2\"}], \"rating\": [{\"id\": \"1\", \"person\": \"2\", "
    "\"skill\": \"3\"}]}", RM_EXCHANGE_ERROR_REFERENCE, "rating[0].skill: " },
  { "{" HEAD "\"pair\": [{\"id\": \"1\"}]}", RM_EXCHANGE_ERROR_REFERENCE, "pair[0].mentee: " },
  { "{" HEAD "\"programme\": []}", RM_EXCHANGE_ERROR_TYPE, "programme: " },
  { "{" HEAD "\"programme\": {\"mode\": \"best\"}}", RM_EXCHANGE_ERROR_VALUE,
    "programme.mode: " },
};

static void
test_bad_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      RmBundle *bundle = rm_json_reader_read (bad_cases[i].text, strlen (bad_cases[i].text), NULL,
                                              NULL, NULL, &error);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_null (bundle);
      g_assert_error (error, RM_EXCHANGE_ERROR, (int) bad_cases[i].code);
      g_test_message ("%s", error->message);
      if (bad_cases[i].path != NULL)
        g_assert_true (g_str_has_prefix (error->message, bad_cases[i].path));
    }
}

static void
test_depth (void)
{
  static const char *const openings[] = { "[", "{\"a\":", "[{\"a\":" };

  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (guint d = 0; d < 200000; d++)
        g_string_append (text, openings[i]);
      g_assert_null (rm_json_reader_read (text->str, text->len, NULL, NULL, NULL, &error));
      g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_DEPTH);
    }
}

static void
test_load (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "rm-test-json-XXXXXX", NULL);
  g_autoptr (RmBundle) bundle = rm_bundle_new ();
  g_autoptr (GString) text = rm_json_writer_write (bundle);
  g_autoptr (RmBundle) again = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  close (g_mkstemp (path));
  file = g_file_new_for_path (path);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  again = rm_json_reader_load (file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (rm_bundle_equal (bundle, again));

  g_file_delete (file, NULL, NULL);
  g_assert_null (rm_json_reader_load (file, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_unknown (void)
{
  static const char text[] = "\xEF\xBB\xBF{" HEAD "\"colour\": 1, \"programme\": {\"taste\": {}}, "
                             "\"person\": [{\"id\": \"1\", \"shoe\": 1}, {\"id\": \"2\", \"shoe\": "
                             "[], \"state\": null, \"level\": null}]}";
  g_autoptr (GPtrArray) unknown = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RmBundle) bundle
    = rm_json_reader_read (text, sizeof text - 1, &unknown, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (unknown->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (unknown, 0), ==, "colour");
  g_assert_cmpstr (g_ptr_array_index (unknown, 1), ==, "programme.taste");
  g_assert_cmpstr (g_ptr_array_index (unknown, 2), ==, "person[0].shoe");
  g_assert_cmpint (((RmPerson *) g_ptr_array_index (bundle->tables[RM_TABLE_PERSON], 1))->state,
                   ==, RM_UNKNOWN);
}

static gint64
random_id (GPtrArray *records,
           GRand *rand)
{
  const RmRecord *record = NULL;

  if (records->len == 0)
    return 0;

  record = g_ptr_array_index (records, g_rand_int (rand) % records->len);
  return record->id;
}

static GPtrArray *
referred_table (RmBundle *bundle,
                const RmField *field)
{
  return bundle->tables[rm_table_find (field->refers)];
}

/* Any value that the field can hold. */
static void
fill_field (RmBundle *bundle,
            RmRecord *record,
            const RmField *field,
            GRand *rand)
{
  static const char *const texts[] = {
    "x", "=1+1", "Zoë \"Z\" \\ / Adams", "語 😀", "a; b", "two\nlines\tand a tab", "\\u0000",
    "null", "\xEF\xBB\xBF", "\x7F", "</script>",
  };
  guint n_values = 0;

  if (g_rand_int_range (rand, 0, 4) == 0 && field->type != RM_FIELD_REFERENCE)
    {
      rm_record_clear (record, field);
      return;
    }

  switch (field->type)
    {
    case RM_FIELD_TEXT:
    case RM_FIELD_LIST:
      rm_record_parse (record, field, texts[g_rand_int (rand) % G_N_ELEMENTS (texts)], NULL);
      break;

    case RM_FIELD_REFERENCES:
      rm_record_set_text (record, field, "1:2; 1:30; 7:4");
      break;

    case RM_FIELD_DATE:
      rm_record_set_text (record, field, "2026-03-31");
      break;

    case RM_FIELD_INTEGER:
      rm_record_set_int (record, field, g_rand_int_range (rand, field->min, field->max + 1));
      break;

    case RM_FIELD_YES_NO:
      rm_record_set_int (record, field, g_rand_boolean (rand));
      break;

    case RM_FIELD_CHOICE:
      while (field->values[n_values].nick != NULL)
        n_values++;
      rm_record_set_int (record, field,
                         field->values[g_rand_int_range (rand, 0, (gint32) n_values)].value);
      break;

    case RM_FIELD_TIME:
      rm_record_set_int64 (record, field, (gint64) g_rand_int (rand) << 5);
      break;

    case RM_FIELD_WEEK:
      rm_record_set_int64 (record, field, ((gint64) g_rand_int (rand) << 30) + 1);
      break;

    case RM_FIELD_REFERENCE:
    default:
      rm_record_set_int64 (record, field, random_id (referred_table (bundle, field), rand));
      break;
    }
}

static RmBundle *
random_bundle (GRand *rand)
{
  RmBundle *bundle = rm_bundle_new ();

  for (guint f = 0; f < rm_settings_entity ()->n_fields; f++)
    fill_field (bundle, &bundle->settings->record, &rm_settings_entity ()->fields[f], rand);
  for (guint t = 0; t < RM_N_TABLES; t++)
    for (guint i = 0; i < 20; i++)
      {
        RmRecord *record = rm_record_new (rm_table_get_entity (t));

        record->id = ((gint64) g_rand_int_range (rand, 0, G_MAXINT32) << 32) + i + 1;
        if (i == 0 || t != RM_TABLE_PERSON)
          g_ptr_array_add (bundle->tables[t], rm_record_ref (record));
        for (guint f = 0; f < record->entity->n_fields; f++)
          fill_field (bundle, record, &record->entity->fields[f], rand);
        if (i > 0 && t == RM_TABLE_PERSON)
          g_ptr_array_add (bundle->tables[t], rm_record_ref (record));
        rm_record_unref (record);
      }

  return bundle;
}

static void
test_round_trip (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < TEST_SCALE (100); i++)
    {
      g_autoptr (RmBundle) bundle = i == 0 ? rm_bundle_new () : random_bundle (rand);
      g_autoptr (GString) text = rm_json_writer_write (bundle);
      g_autoptr (GPtrArray) unknown = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (RmBundle) again
        = rm_json_reader_read (text->str, text->len, &unknown, NULL, NULL, &error);
      g_autoptr (RmProgramme) programme = NULL;
      g_autoptr (RmBundle) shared = NULL;
      g_autoptr (GString) text_again = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (unknown->len, ==, 0);
      text_again = rm_json_writer_write (again);
      g_assert_cmpstr (text_again->str, ==, text->str);
      g_assert_true (rm_bundle_equal (bundle, again));

      programme = rm_bundle_to_programme (again);
      shared = rm_bundle_new_for_programme (programme, again->tables[RM_TABLE_RATING]);
      for (guint t = 0; t < RM_N_TABLES; t++)
        g_assert_cmpuint (shared->tables[t]->len, ==, bundle->tables[t]->len);
    }
}

/* None of these files is a programme, and none may do harm. What is JSON passes the guard, and
 * what is not does not. */
static void
test_suite (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "third-party",
                                                   "json-test-suite", "test_parsing", NULL);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &missing);
  const char *name = NULL;
  guint n_files = 0;

  g_assert_no_error (missing);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      gsize length = 0;

      g_test_message ("%s", name);
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_assert_null (rm_json_reader_read (text, length, NULL, NULL, NULL, &error));
      g_assert_nonnull (error);
      if (g_str_has_prefix (name, "y_"))
        g_assert_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_FORMAT);
      if (g_str_has_prefix (name, "n_"))
        g_assert_false (rm_json_guard_check (text, length, NULL));
      n_files++;
    }
  g_assert_cmpuint (n_files, ==, 318);
}

/* A good file with bytes changed: a programme or an error. */
static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (RmBundle) bundle = random_bundle (rand);
  g_autoptr (GString) text = NULL;

  for (guint t = 0; t < RM_N_TABLES; t++)
    g_ptr_array_set_size (bundle->tables[t], 1);
  ((RmPerson *) g_ptr_array_index (bundle->tables[RM_TABLE_PERSON], 0))->manager = 0;
  text = rm_json_writer_write (bundle);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < TEST_SCALE (3000); i++)
    {
      static const char bytes[] = "{}[]\":,0-x\\\n\x80";
      g_autofree char *damaged = g_memdup2 (text->str, text->len);
      g_autoptr (GError) error = NULL;
      g_autoptr (RmBundle) read = NULL;

      for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        damaged[g_rand_int_range (rand, 0, (gint32) text->len)]
          = bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];
      read = rm_json_reader_read (damaged, text->len, NULL, NULL, NULL, &error);
      g_assert_true ((read == NULL) == (error != NULL));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json/bad-cases", test_bad_cases);
  g_test_add_func ("/exchange/json/depth", test_depth);
  g_test_add_func ("/exchange/json/load", test_load);
  g_test_add_func ("/exchange/json/unknown", test_unknown);
  g_test_add_func ("/exchange/json/round-trip", test_round_trip);
  g_test_add_func ("/exchange/json/suite", test_suite);
  g_test_add_func ("/exchange/json/random", test_random);
  return g_test_run ();
}
