/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-field.h"

#include "core/base/rm-fold.h"

G_DEFINE_QUARK (rm-core-error-quark, rm_core_error)

gint64
rm_week_bit (guint day,
             guint hour)
{
  g_return_val_if_fail (day < RM_WEEK_DAYS, 0);
  g_return_val_if_fail (hour >= RM_WEEK_FIRST_HOUR, 0);
  g_return_val_if_fail (hour < RM_WEEK_FIRST_HOUR + RM_WEEK_HOURS, 0);

  return G_GINT64_CONSTANT (1) << (day * RM_WEEK_HOURS + hour - RM_WEEK_FIRST_HOUR);
}

const RmField *
rm_entity_find_field (const RmEntity *entity,
                      const char *key)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (g_str_equal (entity->fields[i].key, key))
      return &entity->fields[i];

  return NULL;
}

gboolean
rm_entity_is_kept (const RmEntity *entity)
{
  return g_str_has_prefix (entity->name, "kept_");
}

gboolean
rm_field_may_be_blank (const RmField *field)
{
  if (field->type == RM_FIELD_REFERENCE)
    return field->optional;

  return !field->required;
}

static gboolean
names_value (const RmEnumValue *value,
             const char *wanted)
{
  g_autofree char *nick = rm_fold_key (value->nick);
  g_autofree char *label = rm_fold_key (value->label);

  return g_str_equal (nick, wanted) || g_str_equal (label, wanted);
}

gboolean
rm_field_find_choice (const RmField *field,
                      const char *text,
                      int *value)
{
  g_autofree char *wanted = rm_fold_key (text);

  if (field->values == NULL || *wanted == '\0')
    return FALSE;

  for (const RmEnumValue *v = field->values; v->nick != NULL; v++)
    if (names_value (v, wanted))
      {
        *value = v->value;
        return TRUE;
      }

  return FALSE;
}

gboolean
rm_field_find_nick (const RmField *field,
                    const char *nick,
                    int *value)
{
  for (const RmEnumValue *v = field->values; v != NULL && v->nick != NULL; v++)
    if (g_strcmp0 (v->nick, nick) == 0)
      {
        *value = v->value;
        return TRUE;
      }

  return FALSE;
}

static const RmEnumValue *
find_value (const RmEnumValue *values,
            int value)
{
  for (const RmEnumValue *v = values; v != NULL && v->nick != NULL; v++)
    if (v->value == value)
      return v;

  return NULL;
}

const char *
rm_enum_nick (const RmEnumValue *values,
              int value)
{
  const RmEnumValue *found = find_value (values, value);

  return found != NULL ? found->nick : NULL;
}

const char *
rm_enum_label (const RmEnumValue *values,
               int value)
{
  const RmEnumValue *found = find_value (values, value);

  return found != NULL ? found->label : NULL;
}
