/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/rm-json-reader.h"

#include "core/model/rm-field-kind.h"
#include "exchange/json/rm-json-guard.h"
#include "exchange/json/rm-json-writer.h"
#include "exchange/sheet/rm-input-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* A file from outside is data, not truth: nothing of it is taken before all of it has been
 * checked. The descriptor tables say what each key may hold. */

typedef struct
{
  RmBundle *bundle;
  GPtrArray *unknown;
  GHashTable *reported; /* kinds of unknown keys: "person.colour" */
  GHashTable *ids[RM_N_TABLES];
  RmProgressFunc progress;
  gpointer data;
  GError **error;
} Reader;

/* Where a value stands: "person[3].level", or "programme.name" where index is negative. */
typedef struct
{
  const char *list;
  int index;
  const char *key; /* nullable */
} Path;

static char *
path_text (const Path *path)
{
  GString *text = g_string_new (path->list);

  if (path->index >= 0)
    g_string_append_printf (text, "[%d]", path->index);
  if (path->key != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "." : "", path->key);

  return g_string_free (text, FALSE);
}

static gboolean
fail (Reader *self,
      const Path *path,
      RmExchangeError code,
      const char *message)
{
  g_autofree char *where = path_text (path);

  g_set_error (self->error, RM_EXCHANGE_ERROR, (int) code, "%s: %s", where, message);
  return FALSE;
}

static gboolean
holds (JsonNode *node,
       GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
read_id (Reader *self,
         JsonNode *node,
         const Path *path,
         gint64 *id)
{
  if (node == NULL || !holds (node, G_TYPE_STRING))
    return fail (self, path, RM_EXCHANGE_ERROR_TYPE, _ ("an id is a number within quotes"));
  if (!g_ascii_string_to_signed (json_node_get_string (node), 10, 1, G_MAXINT64, id, NULL))
    return fail (self, path, RM_EXCHANGE_ERROR_VALUE, _ ("an id is a whole number above 0"));

  return TRUE;
}

static gboolean
parse_text (Reader *self,
            gpointer record,
            const RmField *field,
            const char *text,
            const Path *path)
{
  g_autoptr (GError) error = NULL;

  if (rm_record_parse (record, field, text, &error))
    return TRUE;

  return fail (self, path, RM_EXCHANGE_ERROR_VALUE, error->message);
}

static gboolean
read_list (Reader *self,
           gpointer record,
           const RmField *field,
           JsonNode *node,
           const Path *path)
{
  g_autoptr (GString) text = g_string_new (NULL);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return fail (self, path, RM_EXCHANGE_ERROR_TYPE, _ ("a list of texts was expected"));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (!holds (item, G_TYPE_STRING))
        return fail (self, path, RM_EXCHANGE_ERROR_TYPE, _ ("a list of texts was expected"));
      g_string_append_printf (text, "%s; ", json_node_get_string (item));
    }

  return parse_text (self, record, field, text->str, path);
}

static gboolean
read_number (Reader *self,
             gpointer record,
             const RmField *field,
             JsonNode *node,
             const Path *path)
{
  g_autofree char *message = NULL;
  gint64 number = 0;

  if (!holds (node, G_TYPE_INT64))
    return fail (self, path, RM_EXCHANGE_ERROR_TYPE, _ ("a whole number was expected"));

  number = json_node_get_int (node);
  if (rm_field_get_kind (field)->takes (field, number))
    {
      rm_record_set_number (record, field, number);
      return TRUE;
    }

  if (field->max > field->min)
    /* Translators: two whole numbers */
    message = g_strdup_printf (_ ("the number is not from %d to %d"), field->min, field->max);
  return fail (self, path, RM_EXCHANGE_ERROR_VALUE,
               message != NULL ? message : _ ("the number is too small or too large"));
}

static gboolean
read_choice (Reader *self,
             gpointer record,
             const RmField *field,
             JsonNode *node,
             const Path *path)
{
  if (!holds (node, G_TYPE_STRING))
    return fail (self, path, RM_EXCHANGE_ERROR_TYPE, _ ("a text was expected"));

  for (const RmEnumValue *value = field->values; value->nick != NULL; value++)
    if (g_str_equal (value->nick, json_node_get_string (node)))
      {
        rm_record_set_int (record, field, value->value);
        return TRUE;
      }

  /* The message of core lists what is possible. */
  if (!parse_text (self, record, field, json_node_get_string (node), path))
    return FALSE;

  return fail (self, path, RM_EXCHANGE_ERROR_VALUE, _ ("this is not a word for it in files"));
}

static gboolean
read_value (Reader *self,
            gpointer record,
            const RmField *field,
            JsonNode *node,
            const Path *path)
{
  gint64 id = 0;

  if (JSON_NODE_HOLDS_NULL (node))
    {
      rm_record_clear (record, field);
      return TRUE;
    }

  switch (rm_field_get_kind (field)->json)
    {
    case RM_JSON_LIST:
      return read_list (self, record, field, node, path);

    case RM_JSON_NUMBER:
      return read_number (self, record, field, node, path);

    case RM_JSON_TRUTH:
      if (!holds (node, G_TYPE_BOOLEAN))
        return fail (self, path, RM_EXCHANGE_ERROR_TYPE, _ ("true or false was expected"));
      rm_record_set_int (record, field, json_node_get_boolean (node));
      return TRUE;

    case RM_JSON_ID:
      if (!read_id (self, node, path, &id))
        return FALSE;
      rm_record_set_int64 (record, field, id);
      return TRUE;

    case RM_JSON_TEXT:
    default:
      if (rm_field_get_kind (field)->in_words)
        return read_choice (self, record, field, node, path);
      if (!holds (node, G_TYPE_STRING))
        return fail (self, path, RM_EXCHANGE_ERROR_TYPE, _ ("a text was expected"));
      return parse_text (self, record, field, json_node_get_string (node), path);
    }
}

static void
report_unknown (Reader *self,
                const Path *path)
{
  char *kind = g_strdup_printf ("%s.%s", path->list, path->key);

  if (g_hash_table_add (self->reported, kind))
    g_ptr_array_add (self->unknown, path_text (path));
}

static gboolean
read_record (Reader *self,
             RmRecord *record,
             JsonNode *node,
             Path path)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObjectIter iter;
  const char *key = NULL;
  JsonNode *value = NULL;

  if (object == NULL)
    return fail (self, &path, RM_EXCHANGE_ERROR_TYPE, _ ("an object was expected"));

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      const RmField *field = rm_entity_find_field (record->entity, key);

      path.key = key;
      if (field != NULL)
        {
          if (!read_value (self, record, field, value, &path))
            return FALSE;
        }
      else if (path.index < 0 || !g_str_equal (key, "id"))
        report_unknown (self, &path);
    }
  if (path.index < 0)
    return TRUE;

  path.key = "id";
  return read_id (self, json_object_get_member (object, "id"), &path, &record->id);
}

static gboolean
read_table (Reader *self,
            RmTable table,
            JsonNode *node)
{
  const RmEntity *entity = rm_table_get_entity (table);
  Path path = { entity->name, -1, NULL };
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = 0;

  if (array == NULL)
    return fail (self, &path, RM_EXCHANGE_ERROR_TYPE, _ ("a list was expected"));

  n = json_array_get_length (array);
  for (guint i = 0; i < n; i++)
    {
      RmRecord *record = rm_record_new (entity);

      g_ptr_array_add (self->bundle->tables[table], record);
      path.index = (int) i;
      path.key = NULL;
      if (!read_record (self, record, json_array_get_element (array, i), path))
        return FALSE;
      path.key = "id";
      if (!g_hash_table_add (self->ids[table], &record->id))
        return fail (self, &path, RM_EXCHANGE_ERROR_REFERENCE, _ ("the id is given twice"));
      if (i % 1024 == 0 && self->progress != NULL
          && !self->progress ((table + (double) i / n) / RM_N_TABLES, self->data))
        {
          g_set_error_literal (self->error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_CANCELLED,
                               _ ("Reading was stopped"));
          return FALSE;
        }
    }

  return TRUE;
}

static GHashTable *
find_referred (Reader *self,
               const RmField *field)
{
  RmTable table = rm_table_find (field->refers);

  g_return_val_if_fail (table < RM_N_TABLES, NULL);

  return self->ids[table];
}

static gboolean
fail_reference (Reader *self,
                const Path *path,
                const RmField *field)
{
  const char *message = _ ("the file has nothing with that id");

  if (g_str_equal (field->refers, "skill"))
    message = _ ("the file has no skill with that id");
  else if (g_str_equal (field->refers, "person"))
    message = _ ("the file has no person with that id");

  return fail (self, path, RM_EXCHANGE_ERROR_REFERENCE, message);
}

static gboolean
check_references (Reader *self,
                  RmTable table)
{
  const RmEntity *entity = rm_table_get_entity (table);

  for (guint f = 0; f < entity->n_fields; f++)
    {
      const RmField *field = &entity->fields[f];
      GHashTable *ids = NULL;

      if (field->type != RM_FIELD_REFERENCE)
        continue;
      ids = find_referred (self, field);
      for (guint i = 0; i < self->bundle->tables[table]->len; i++)
        {
          gint64 id
            = rm_record_get_int64 (g_ptr_array_index (self->bundle->tables[table], i), field);
          Path path = { entity->name, (int) i, field->key };

          if (id == 0 && !field->optional)
            return fail (self, &path, RM_EXCHANGE_ERROR_REFERENCE, _ ("the id is missing"));
          if (id != 0 && !g_hash_table_contains (ids, &id))
            return fail_reference (self, &path, field);
        }
    }

  return TRUE;
}

static gboolean
check_format (Reader *self,
              JsonObject *root)
{
  JsonNode *format = json_object_get_member (root, "format");
  JsonNode *version = json_object_get_member (root, "version");

  if (format == NULL || !holds (format, G_TYPE_STRING)
      || !g_str_equal (json_node_get_string (format), RM_JSON_FORMAT))
    {
      g_set_error (self->error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_FORMAT,
                   /* Translators: %s is a word that must not be translated */
                   _ ("The file is not a programme: it does not say \"format\": \"%s\""),
                   RM_JSON_FORMAT);
      return FALSE;
    }
  if (version == NULL || !holds (version, G_TYPE_INT64) || json_node_get_int (version) < 1)
    {
      g_set_error_literal (self->error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_FORMAT,
                           _ ("The file does not say which version of the format it has"));
      return FALSE;
    }
  if (json_node_get_int (version) > RM_JSON_VERSION)
    {
      g_set_error (self->error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_FORMAT,
                   /* Translators: %d is a version number */
                   _ ("The file was written by a newer version of this program, which reads "
                      "versions of the format up to %d: install that one"),
                   RM_JSON_VERSION);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_root (Reader *self,
           JsonNode *root)
{
  JsonObject *object
    = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *settings = rm_settings_entity ()->name;
  JsonObjectIter iter;
  const char *key = NULL;
  JsonNode *value = NULL;

  if (object == NULL)
    {
      g_set_error_literal (self->error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_FORMAT,
                           _ ("The file is not a programme: it holds no object"));
      return FALSE;
    }
  if (!check_format (self, object))
    return FALSE;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      Path path = { "", -1, key };
      RmTable table = rm_table_find (key);

      if (table < RM_N_TABLES)
        {
          if (!read_table (self, table, value))
            return FALSE;
        }
      else if (g_str_equal (key, settings))
        {
          if (!read_record (self, &self->bundle->settings->record, value,
                            (Path) { settings, -1, NULL }))
            return FALSE;
        }
      else if (!g_str_equal (key, "format") && !g_str_equal (key, "version"))
        report_unknown (self, &path);
    }

  for (guint t = 0; t < RM_N_TABLES; t++)
    if (!check_references (self, t))
      return FALSE;

  return TRUE;
}

static gboolean
read_tree (Reader *self,
           JsonNode *root)
{
  gboolean done = FALSE;

  self->bundle = rm_bundle_new ();
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  self->reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint t = 0; t < RM_N_TABLES; t++)
    self->ids[t] = g_hash_table_new (g_int64_hash, g_int64_equal);

  done = read_root (self, root);

  for (guint t = 0; t < RM_N_TABLES; t++)
    g_hash_table_unref (self->ids[t]);
  g_hash_table_unref (self->reported);
  if (!done)
    g_clear_pointer (&self->bundle, rm_bundle_free);

  return done;
}

RmBundle *
rm_json_reader_read (const char *text,
                     gsize length,
                     GPtrArray **unknown,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) problem = NULL;
  Reader reader = { .progress = progress, .data = data, .error = error };

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!rm_json_guard_check (text, length, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, (gssize) length, &problem))
    {
      g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_SYNTAX,
                   /* Translators: %s is what a parser says */
                   _ ("The file is not JSON: %s"), problem->message);
      return NULL;
    }

  if (read_tree (&reader, json_parser_get_root (parser)) && unknown != NULL)
    *unknown = g_ptr_array_ref (reader.unknown);
  g_ptr_array_unref (reader.unknown);

  return reader.bundle;
}

RmBundle *
rm_json_reader_load (GFile *file,
                     GPtrArray **unknown,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GBytes) bytes = rm_input_file_load (file, RM_JSON_MAX_BYTES, progress, data, error);
  RmBundle *bundle = NULL;

  if (bytes != NULL)
    {
      gsize length = 0;
      const char *text = g_bytes_get_data (bytes, &length);

      bundle = rm_json_reader_read (text != NULL ? text : "", length, unknown, progress, data,
                                    error);
    }
  if (bundle == NULL)
    g_prefix_error (error, "%s: ", name);

  return bundle;
}
