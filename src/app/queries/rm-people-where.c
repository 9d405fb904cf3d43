/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/queries/rm-people-where.h"

#include "app/session/rm-app-types.h"
#include "core/base/rm-fold.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const RmField *field;
  char *folded;     /* of a text or a list */
  RmPerson *wanted; /* with a value of any other field */
} Condition;

static void
clear_condition (gpointer data)
{
  Condition *self = data;

  g_free (self->folded);
  g_clear_pointer (&self->wanted, rm_record_unref);
}

const RmField *
rm_people_find_field (const char *key,
                      GError **error)
{
  const RmEntity *entity = rm_person_entity ();
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const RmField *field = &entity->fields[i];

      if (!field->imported || field->type == RM_FIELD_REFERENCE)
        continue;
      if (g_str_equal (field->key, key))
        return field;
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", field->key);
    }

  rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                         /* Translators: what was typed, then a list of fields */
                         _ ("“%s” is no field of people. These are: %s"), key, list->str);
  return NULL;
}

static gboolean
is_text (const RmField *field)
{
  return field->type == RM_FIELD_TEXT || field->type == RM_FIELD_LIST;
}

static gboolean
read_condition (const char *text,
                Condition *condition,
                GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *key = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;

  if (key == NULL)
    {
      rm_sentence_set_error (error, RM_APP_ERROR, RM_APP_ERROR_VALUE,
                             /* Translators: %s is what was typed */
                             _ ("“%s” is not FIELD=VALUE"), text);
      return FALSE;
    }
  condition->field = rm_people_find_field (key, error);
  if (condition->field == NULL)
    return FALSE;

  condition->folded = rm_fold (equals + 1);
  if (*condition->folded == '\0' || is_text (condition->field))
    return TRUE;

  condition->wanted = rm_person_new ();
  return rm_record_parse (condition->wanted, condition->field, equals + 1, error);
}

static gboolean
has_item (const char *list,
          const char *folded)
{
  g_auto (GStrv) items = rm_list_split (list);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *item = rm_fold (items[i]);

      if (g_str_equal (item, folded))
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds (const Condition *self,
       const RmPerson *person)
{
  g_autofree char *own = NULL;

  if (*self->folded == '\0')
    return rm_record_is_blank (person, self->field);
  if (self->wanted != NULL)
    return rm_record_field_equal (person, self->wanted, self->field);
  if (self->field->type == RM_FIELD_LIST)
    return has_item (rm_record_get_text (person, self->field), self->folded);

  own = rm_fold (rm_record_get_text (person, self->field));
  return g_str_equal (own, self->folded);
}

GArray *
rm_people_list_where (RmProgramme *programme,
                      char **conditions,
                      GError **error)
{
  g_autoptr (GArray) read = g_array_new (FALSE, TRUE, sizeof (Condition));
  GArray *ids = NULL;

  g_array_set_clear_func (read, clear_condition);
  for (guint c = 0; conditions != NULL && conditions[c] != NULL; c++)
    {
      g_array_set_size (read, c + 1);
      if (!read_condition (conditions[c], &g_array_index (read, Condition, c), error))
        return NULL;
    }

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < rm_programme_count (programme, RM_TABLE_PERSON); i++)
    {
      const RmPerson *person = rm_programme_get_person (programme, i);
      gboolean all = TRUE;

      for (guint c = 0; c < read->len && all; c++)
        all = holds (&g_array_index (read, Condition, c), person);
      if (all)
        g_array_append_val (ids, person->record.id);
    }

  return ids;
}
