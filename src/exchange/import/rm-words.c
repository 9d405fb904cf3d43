/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-words.h"

#include "core/base/rm-fold.h"
#include "core/model/rm-record.h"
#include "rm-exchange-resources.h"

#include <gio/gio.h>
#include <string.h>

#define NAME_SIZE 64
#define FOLDER "/org/example/ReverseMentor/words/"

static const char *const languages[] = { "en", "de", "fr", "es" };

typedef struct
{
  GHashTable *headers; /* "table.key" → GPtrArray of char *, NULL-terminated */
  GHashTable *folded;  /* "table.key" → GHashTable of folded word → itself */
  GHashTable *spoken;  /* "table.key" → GPtrArray of char *: words as spoken_key() leaves them */
  GHashTable *choices; /* "table.field" → GHashTable of folded word → nick */
} Words;

static GHashTable *
table_at (GHashTable *tables,
          const char *name)
{
  GHashTable *table = g_hash_table_lookup (tables, name);

  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (tables, g_strdup (name), table);
    }
  return table;
}

/* "Sub-total" and "Subtotal" alike, but words stay apart. */
static char *
spoken_key (const char *text)
{
  char *key = rm_fold (text);
  char *to = key;

  for (const char *from = key; *from != '\0'; from++)
    if (*from != '-')
      *to++ = *from;
  *to = '\0';
  return key;
}

static void
add_headers (Words *self,
             const char *group,
             const char *key,
             char **list)
{
  char *name = g_strdup_printf ("%s.%s", group, key);
  GPtrArray *headers = g_hash_table_lookup (self->headers, name);
  GPtrArray *spoken = g_hash_table_lookup (self->spoken, name);

  if (headers == NULL)
    {
      headers = g_ptr_array_new_with_free_func (g_free);
      spoken = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->headers, g_strdup (name), headers);
      g_hash_table_insert (self->spoken, g_strdup (name), spoken);
    }
  else
    /* The end of the list. */
    g_ptr_array_remove_index (headers, headers->len - 1);
  for (guint i = 0; list[i] != NULL; i++)
    {
      char *word = rm_fold_key (list[i]);

      g_ptr_array_add (headers, g_strdup (list[i]));
      g_ptr_array_add (spoken, spoken_key (list[i]));
      g_hash_table_insert (table_at (self->folded, name), word, g_strdup (list[i]));
    }
  g_ptr_array_add (headers, NULL);
  g_free (name);
}

/* Where two values share a word, the earlier language has it. */
static void
add_choices (Words *self,
             const char *group,
             const char *nick,
             char **list)
{
  GHashTable *choices = table_at (self->choices, group);

  for (guint i = 0; list[i] != NULL; i++)
    {
      char *word = rm_fold_key (list[i]);

      if (g_hash_table_contains (choices, word))
        g_free (word);
      else
        g_hash_table_insert (choices, word, g_strdup (nick));
    }
}

static void
add_language (Words *self,
              const char *language)
{
  g_autofree char *path = g_strconcat (FOLDER, language, ".ini", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (rm_exchange_resources_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  g_return_if_fail (bytes != NULL);
  g_key_file_set_list_separator (file, '|');
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    g_return_if_reached ();

  groups = g_key_file_get_groups (file, NULL);
  for (guint g = 0; groups[g] != NULL; g++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (file, groups[g], NULL, NULL);

      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_auto (GStrv) list = g_key_file_get_string_list (file, groups[g], keys[k], NULL, NULL);

          if (strchr (groups[g], '.') != NULL)
            add_choices (self, groups[g], keys[k], list);
          else
            add_headers (self, groups[g], keys[k], list);
        }
    }
}

static const Words *
get_words (void)
{
  static gsize words;

  if (g_once_init_enter (&words))
    {
      Words *self = g_new0 (Words, 1);

      self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);
      self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_hash_table_unref);
      self->spoken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);
      self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_hash_table_unref);
      for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
        add_language (self, languages[i]);
      g_once_init_leave (&words, GPOINTER_TO_SIZE (self));
    }

  return GSIZE_TO_POINTER (words);
}

/* Asked for nearly every cell. */
static void
put_name (char *name,
          const char *table,
          const char *key)
{
  g_assert (strlen (table) + strlen (key) + 2 <= NAME_SIZE);
  g_stpcpy (g_stpcpy (g_stpcpy (name, table), "."), key);
}

const char *const *
rm_words_list_headers (const char *table,
                       const char *key)
{
  static const char *const none[] = { NULL };
  g_autofree char *name = g_strdup_printf ("%s.%s", table, key);
  const GPtrArray *headers = g_hash_table_lookup (get_words ()->headers, name);

  return headers != NULL ? (const char *const *) headers->pdata : none;
}

gboolean
rm_words_has (const char *table,
              const char *key,
              const char *text)
{
  char name[NAME_SIZE];
  GHashTable *words = NULL;
  g_autofree char *word = rm_fold_key (text);

  put_name (name, table, key);
  words = g_hash_table_lookup (get_words ()->folded, name);

  return words != NULL && g_hash_table_contains (words, word);
}

gboolean
rm_words_begin (const char *table,
                const char *key,
                const char *text)
{
  char name[NAME_SIZE];
  GPtrArray *words = NULL;
  g_autofree char *folded = spoken_key (text);

  put_name (name, table, key);
  words = g_hash_table_lookup (get_words ()->spoken, name);

  for (guint w = 0; words != NULL && w < words->len; w++)
    {
      const char *word = g_ptr_array_index (words, w);

      if (g_str_has_prefix (folded, word)
          && !g_unichar_isalpha (g_utf8_get_char (folded + strlen (word))))
        return TRUE;
    }

  return FALSE;
}

/* Words with one space around each: " what is your job title ". */
static char *
space_words (const char *text)
{
  g_autofree char *folded = rm_fold (text);
  GString *spaced = g_string_new (" ");

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (spaced, g_utf8_get_char (p));
    else if (spaced->str[spaced->len - 1] != ' ')
      g_string_append_c (spaced, ' ');
  if (spaced->str[spaced->len - 1] != ' ')
    g_string_append_c (spaced, ' ');

  return g_string_free (spaced, FALSE);
}

gsize
rm_words_measure (const char *const *words,
                  const char *text)
{
  g_autofree char *spaced = space_words (text);
  gsize longest = 0;

  for (guint w = 0; words[w] != NULL; w++)
    {
      g_autofree char *word = space_words (words[w]);

      if (strlen (word) > MAX (longest, 2) && strstr (spaced, word) != NULL)
        longest = strlen (word);
    }

  return longest;
}

gboolean
rm_words_contain (const char *table,
                  const char *key,
                  const char *text)
{
  return rm_words_measure (rm_words_list_headers (table, key), text) > 0;
}

static gboolean
find_choice (const RmEntity *entity,
             const RmField *field,
             const char *text,
             int *value)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", entity->name, field->key);
  GHashTable *choices = g_hash_table_lookup (get_words ()->choices, name);
  g_autofree char *word = rm_fold_key (text);

  return choices != NULL && rm_field_find_nick (field, g_hash_table_lookup (choices, word), value);
}

/* A yes or a no, and then something: "Yes - happy to", but not "Yes, but only remote", nor "Y/N".
 * */
static gboolean
begins_with_answer (const RmEntity *entity,
                    const RmField *field,
                    const char *text,
                    int *value)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;.:!-", -1);
  g_autoptr (RmRecord) first = rm_record_new (entity);
  gboolean said = FALSE;

  if (strchr (text, '/') != NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (said ? rm_words_has ("answers", "but", words[i])
               : !rm_record_parse (first, field, words[i], NULL))
        return FALSE;
      said = TRUE;
    }

  *value = rm_record_get_int (first, field);
  return said;
}

static gboolean
find_answer (const RmEntity *entity,
             const RmField *field,
             const char *text,
             int *value)
{
  static const char *const ticks[] = { "✓", "✔", "☑", "✅", NULL };
  static const char *const crosses[] = { "✗", "✘", "❌", "☐", NULL };
  g_autofree char *sign = g_strstrip (g_strdup (text));

  if (g_strv_contains (ticks, sign) || rm_words_has ("answers", "yes", sign))
    *value = 1;
  else if (g_strv_contains (crosses, sign) || rm_words_has ("answers", "no", sign))
    *value = 0;
  else
    return begins_with_answer (entity, field, sign, value);

  return TRUE;
}

static gboolean
begins_with (const char *text,
             const char *const *marks)
{
  for (guint i = 0; marks[i] != NULL; i++)
    if (g_str_has_prefix (text, marks[i]))
      return TRUE;

  return FALSE;
}

/* "4h", "2 (max)", "3 - good", "4/5" of a scale that ends at 5: a number, and what is said of it.
 * */
static gboolean
find_number (const RmField *field,
             const char *text,
             int *value)
{
  static const char *const remarks[] = { "(", "- ", "– ", "— ", ": ", "= ", NULL };
  g_autofree char *number = g_strstrip (g_strdup (text));
  gsize digits = strspn (number, "0123456789");
  const char *behind = number + digits;
  guint64 parsed = 0;
  gboolean known = FALSE;

  if (digits == 0 || digits > 6)
    return FALSE;
  behind += strspn (behind, " ");
  if (*behind == '/')
    {
      guint64 most = 0;

      known = g_ascii_string_to_unsigned (behind + 1, 10, 1, G_MAXINT, &most, NULL)
              && (int) most == field->max;
    }
  else
    known = begins_with (behind, remarks) || rm_words_has ("answers", "hours", behind);

  number[digits] = '\0';
  parsed = g_ascii_strtoull (number, NULL, 10);
  if (!known || parsed < (guint64) field->min || parsed > (guint64) field->max)
    return FALSE;

  *value = (int) parsed;
  return TRUE;
}

/* "Expert" in a column of ratings. */
static gboolean
find_rating (const RmEntity *entity,
             const char *text,
             int *value)
{
  static const char *const levels[] = { "0", "1", "2", "3", "4", "5" };

  if (!g_str_equal (entity->name, "rating"))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (rm_words_has ("levels", levels[i], text))
      {
        *value = (int) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_word (const RmEntity *entity,
           const RmField *field,
           const char *text,
           int *value)
{
  switch (field->type)
    {
    case RM_FIELD_YES_NO:
      return find_answer (entity, field, text, value);

    case RM_FIELD_CHOICE:
      return find_choice (entity, field, text, value);

    case RM_FIELD_INTEGER:
      /* What "7 (acting)" is among levels with names, only a person can say. */
      return find_choice (entity, field, text, value)
             || (field->values == NULL && find_number (field, text, value))
             || find_rating (entity, text, value);

    default:
      return FALSE;
    }
}

gboolean
rm_words_parse (gpointer record,
                const RmField *field,
                const char *text,
                GError **error)
{
  const RmEntity *entity = ((RmRecord *) record)->entity;
  g_autoptr (GError) problem = NULL;
  int value = 0;

  /* What a value of ours is, is no word for another. */
  if (rm_record_parse (record, field, text, &problem))
    return TRUE;
  if (find_word (entity, field, text, &value))
    {
      rm_record_set_int (record, field, value);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
