/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/json/rm-json-writer.h"

#include "core/model/rm-field-kind.h"

/* Written straight into a string: a tree of nodes for 100,000 people would take half a gigabyte to
 * be thrown away at once. */

static void
append_string (GString *out,
               const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if (*p == '\t')
        g_string_append (out, "\\t");
      else if ((guchar) *p < 0x20 || *p == 0x7F)
        g_string_append_printf (out, "\\u%04x", (guint) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_key (GString *out,
            const char *key,
            gboolean *first)
{
  if (!*first)
    g_string_append (out, ", ");
  *first = FALSE;
  append_string (out, key);
  g_string_append (out, ": ");
}

static void
append_list (GString *out,
             const char *text)
{
  g_auto (GStrv) items = rm_list_split (text);

  g_string_append_c (out, '[');
  for (guint i = 0; items[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      append_string (out, items[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_id (GString *out,
           gint64 id)
{
  g_string_append_printf (out, "\"%" G_GINT64_FORMAT "\"", id);
}

static void
append_value (GString *out,
              gconstpointer record,
              const RmField *field)
{
  g_autofree char *text = NULL;

  if (rm_record_is_blank (record, field))
    {
      g_string_append (out, "null");
      return;
    }

  switch (rm_field_get_kind (field)->json)
    {
    case RM_JSON_LIST:
      append_list (out, rm_record_get_text (record, field));
      break;

    case RM_JSON_NUMBER:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, rm_record_get_number (record, field));
      break;

    case RM_JSON_TRUTH:
      g_string_append (out, rm_record_get_int (record, field) != 0 ? "true" : "false");
      break;

    case RM_JSON_ID:
      append_id (out, rm_record_get_int64 (record, field));
      break;

    case RM_JSON_TEXT:
    default:
      text = rm_record_format (record, field);
      append_string (out, text);
      break;
    }
}

/* Blanks of fields that are blank in a new record are most of what there is to say of a person. */
static gboolean
is_left_out (gconstpointer record,
             gconstpointer fresh,
             const RmField *field)
{
  if (rm_field_get_kind (field)->member != RM_MEMBER_INT)
    return rm_record_is_blank (record, field);

  return rm_record_get_int (record, field) == rm_record_get_int (fresh, field);
}

static void
append_record (GString *out,
               const RmRecord *record,
               gconstpointer fresh,
               gboolean with_id)
{
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  if (with_id)
    {
      append_key (out, "id", &first);
      append_id (out, record->id);
    }
  for (guint f = 0; f < record->entity->n_fields; f++)
    {
      const RmField *field = &record->entity->fields[f];

      if (is_left_out (record, fresh, field))
        continue;
      append_key (out, field->key, &first);
      append_value (out, record, field);
    }
  g_string_append_c (out, '}');
}

GString *
rm_json_writer_write (const RmBundle *bundle)
{
  GString *out = g_string_new ("{\n");
  RmSettings *settings = rm_settings_new ();

  g_string_append_printf (out, "\"format\": \"%s\",\n\"version\": %d,\n\"%s\": ", RM_JSON_FORMAT,
                          RM_JSON_VERSION, rm_settings_entity ()->name);
  append_record (out, &bundle->settings->record, settings, FALSE);
  rm_record_unref (settings);

  for (guint t = 0; t < RM_N_TABLES; t++)
    {
      const RmEntity *entity = rm_table_get_entity (t);
      RmRecord *fresh = rm_record_new (entity);

      g_string_append_printf (out, ",\n\"%s\": [", entity->name);
      for (guint i = 0; i < bundle->tables[t]->len; i++)
        {
          g_string_append (out, i > 0 ? ",\n  " : "\n  ");
          append_record (out, g_ptr_array_index (bundle->tables[t], i), fresh, TRUE);
        }
      g_string_append (out, bundle->tables[t]->len > 0 ? "\n]" : "]");
      rm_record_unref (fresh);
    }
  g_string_append (out, "\n}\n");

  return out;
}
