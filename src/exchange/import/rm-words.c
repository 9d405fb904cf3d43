/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-words.h"

#include "core/base/rm-fold.h"
#include "core/model/rm-record.h"
#include "rm-exchange-resources.h"

#include <gio/gio.h>
#include <string.h>

#define FOLDER "/org/example/ReverseMentor/words/"

static const char *const languages[] = { "en", "de", "fr", "es" };

typedef struct
{
  GHashTable *headers; /* "table.key" → GPtrArray of char *, NULL-terminated */
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

static void
add_headers (Words *self,
             const char *group,
             const char *key,
             char **list)
{
  char *name = g_strdup_printf ("%s.%s", group, key);
  GPtrArray *headers = g_hash_table_lookup (self->headers, name);

  if (headers == NULL)
    {
      headers = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->headers, g_strdup (name), headers);
    }
  else
    /* The end of the list. */
    g_ptr_array_remove_index (headers, headers->len - 1);
  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (headers, g_strdup (list[i]));
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
      self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_hash_table_unref);
      for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
        add_language (self, languages[i]);
      g_once_init_leave (&words, GPOINTER_TO_SIZE (self));
    }

  return GSIZE_TO_POINTER (words);
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

static gboolean
find_choice (gconstpointer record,
             const RmField *field,
             const char *text,
             int *value)
{
  const RmEntity *entity = ((const RmRecord *) record)->entity;
  g_autofree char *name = g_strdup_printf ("%s.%s", entity->name, field->key);
  GHashTable *choices = g_hash_table_lookup (get_words ()->choices, name);
  g_autofree char *word = rm_fold_key (text);

  return choices != NULL && rm_field_find_nick (field, g_hash_table_lookup (choices, word), value);
}

gboolean
rm_words_parse (gpointer record,
                const RmField *field,
                const char *text,
                GError **error)
{
  int value = 0;

  if (field->values == NULL || rm_field_find_choice (field, text, &value)
      || !find_choice (record, field, text, &value))
    return rm_record_parse (record, field, text, error);

  rm_record_set_int (record, field, value);
  return TRUE;
}
