/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-fold.h"
#include "core/model/rm-table.h"
#include "core/model/rm-person.h"
#include "core/model/rm-skill.h"
#include "exchange/import/rm-words.h"
#include "tools.h"

#include <gio/gio.h>
#include <string.h>

/* The words in resources/words, as translators left them, held against the entities: the files are
 * read here by themselves. */

static const char *const languages[] = { "en", "de", "fr", "es" };

/* Columns that are no fields. */
static const struct
{
  const char *group;
  const char *keys[13];
} others[] = {
  { "person", { "given_name", "family_name" } },
  { "capacities", { "name", "places", "side" } },
  { "scores", { "mentee", "mentor", "score" } },
  { "months", { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" } },
  { "answers", { "yes", "no", "but", "hours" } },
  { "names", { "titles" } },
  { "levels", { "0", "1", "5" } },
  { "questions", { "answer", "id", "stamp", "wish", "other" } },
  { "matrix", { "other" } },
  { "lines", { "total", "count", "note", "page" } },
  { "placeholders", { "blank", "keys" } },
};

static GKeyFile *
load (const char *language)
{
  g_autofree char *name = g_strconcat (language, ".ini", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "words", name,
                                                 NULL);
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_set_list_separator (file, '|');
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  return file;
}

static gboolean
is_other (const char *group,
          const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    for (guint k = 0; others[i].keys[k] != NULL; k++)
      if (g_str_equal (others[i].group, group) && g_str_equal (others[i].keys[k], key))
        return TRUE;

  return FALSE;
}

static void
assert_has (GKeyFile *file,
            const char *language,
            const char *group,
            const char *key)
{
  g_auto (GStrv) words = g_key_file_get_string_list (file, group, key, NULL, NULL);

  if (words == NULL || words[0] == NULL)
    g_error ("resources/words/%s.ini: [%s] has no word for %s", language, group, key);
}

/* Each field that files have is called something in each language. */
static void
test_complete (gconstpointer data)
{
  const char *language = data;
  g_autoptr (GKeyFile) file = load (language);

  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      const RmEntity *entity = rm_table_get_entity (t);

      for (guint f = 0; f < entity->n_fields; f++)
        if (entity->fields[f].imported)
          assert_has (file, language, entity->name, entity->fields[f].key);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    for (guint k = 0; others[i].keys[k] != NULL; k++)
      assert_has (file, language, others[i].group, others[i].keys[k]);
}

/* And nothing has words that there is not. */
static void
test_known (gconstpointer data)
{
  const char *language = data;
  g_autoptr (GKeyFile) file = load (language);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint g = 0; groups[g] != NULL; g++)
    {
      g_auto (GStrv) names = g_strsplit (groups[g], ".", 2);
      g_auto (GStrv) keys = g_key_file_get_keys (file, groups[g], NULL, NULL);
      RmTable table = rm_table_find (names[0]);
      const RmField *field = NULL;

      if (names[1] != NULL)
        {
          g_assert_cmpint (table, <, RM_N_TABLES);
          field = rm_entity_find_field (rm_table_get_entity (table), names[1]);
          g_assert_nonnull (field);
          g_assert_nonnull (field->values);
        }
      for (guint k = 0; keys[k] != NULL; k++)
        {
          int value = 0;
          gboolean known = names[1] != NULL
                             ? rm_field_find_nick (field, keys[k], &value)
                             : is_other (names[0], keys[k])
                                 || (table < RM_N_TABLES
                                     && rm_entity_find_field (rm_table_get_entity (table),
                                                              keys[k]) != NULL);

          if (!known)
            g_error ("resources/words/%s.ini: [%s] has words for %s, which there is not", language,
                     groups[g], keys[k]);
        }
    }
}

/* One word has one meaning among the fields of a table, and among the values of a field. */
static void
test_one_meaning (gconstpointer data)
{
  const char *language = data;
  g_autoptr (GKeyFile) file = load (language);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint g = 0; groups[g] != NULL; g++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (file, groups[g], NULL, NULL);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_auto (GStrv) words = g_key_file_get_string_list (file, groups[g], keys[k], NULL, NULL);

          for (guint w = 0; words[w] != NULL; w++)
            {
              char *word = rm_fold_key (words[w]);
              const char *other = g_hash_table_lookup (seen, word);

              if (*word == '\0' || other != NULL)
                g_error ("resources/words/%s.ini: [%s] has “%s” for %s and for %s", language,
                         groups[g], words[w], other, keys[k]);
              g_hash_table_insert (seen, word, keys[k]);
            }
        }
    }
}

static void
assert_choice (const RmEntity *entity,
               const char *key,
               const char *text,
               const char *nick)
{
  const RmField *field = rm_entity_find_field (entity, key);
  g_autoptr (RmRecord) record = rm_record_new (entity);
  g_autoptr (GError) error = NULL;

  g_assert_true (rm_words_parse (record, field, text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (rm_enum_nick (field->values, rm_record_get_int (record, field)), ==, nick);
}

static void
test_parse (void)
{
  const RmEntity *person = rm_person_entity ();
  const RmField *level = rm_entity_find_field (person, "level");
  g_autoptr (RmRecord) record = rm_record_new (person);
  g_autoptr (GError) error = NULL;

  assert_choice (person, "side", "MENTOR", "mentor");
  assert_choice (person, "side", "Senior", "mentee");
  assert_choice (person, "side", " Les deux ", "both");
  assert_choice (person, "state", "zurueckgezogen", "withdrawn");
  assert_choice (person, "level", "Geschäftsführerin", "executive");
  assert_choice (person, "level", "jefe de equipo", "lead");
  assert_choice (rm_rating_entity (), "source", "Selbst", "self");

  /* Numbers as ever, and whole words only. */
  g_assert_true (rm_words_parse (record, level, "7", &error));
  g_assert_cmpint (rm_record_get_int (record, level), ==, 7);
  g_assert_false (rm_words_parse (record, level, "Teamleiterei", &error));
  g_assert_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE);
}

static void
test_headers (void)
{
  const char *const *headers = rm_words_list_headers ("person", "email");

  /* English first, and each language is there. */
  g_assert_cmpstr (headers[0], ==, "e-mail");
  g_assert_true (g_strv_contains (headers, "mailadresse"));
  g_assert_true (g_strv_contains (headers, "courriel"));
  g_assert_true (g_strv_contains (headers, "correo"));
  g_assert_true (rm_words_list_headers ("person", "email") == headers);
  g_assert_null (rm_words_list_headers ("person", "manager_ref")[0]);
  g_assert_null (rm_words_list_headers ("nothing", "of the kind")[0]);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autofree char *complete = g_strdup_printf ("/words/complete/%s", languages[l]);
      g_autofree char *known = g_strdup_printf ("/words/known/%s", languages[l]);
      g_autofree char *meaning = g_strdup_printf ("/words/one-meaning/%s", languages[l]);

      g_test_add_data_func (complete, languages[l], test_complete);
      g_test_add_data_func (known, languages[l], test_known);
      g_test_add_data_func (meaning, languages[l], test_one_meaning);
    }
  g_test_add_func ("/words/parse", test_parse);
  g_test_add_func ("/words/headers", test_headers);
  return g_test_run ();
}
