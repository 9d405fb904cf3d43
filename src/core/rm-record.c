/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/rm-record.h"

#include "core/rm-record-private.h"
#include "core/rm-references.h"

#include <glib/gi18n-lib.h>

/* Records are plain structs described by an RmEntity. Everything that must treat all fields
 * alike (the document, JSON, CSV, comparing, erasing) goes through these functions; code that
 * knows what it wants reads the struct's members. */

static gpointer
field_at (gconstpointer record,
          const RmField *field)
{
  return (char *) record + field->offset;
}

gpointer
rm_record_new (const RmEntity *entity)
{
  RmRecord *record = g_malloc0 (entity->size);

  record->entity = entity;
  g_atomic_ref_count_init (&record->refs);

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const RmField *field = &entity->fields[i];

      if (field->type == RM_FIELD_WEEK)
        *(gint64 *) field_at (record, field) = -1;
      else if (!rm_field_is_text (field) && !rm_field_is_int64 (field))
        *(int *) field_at (record, field) = field->fallback;
    }

  return record;
}

gpointer
rm_record_copy (gconstpointer record)
{
  const RmRecord *from = record;
  RmRecord *to = rm_record_new (from->entity);

  to->id = from->id;
  for (guint i = 0; i < from->entity->n_fields; i++)
    {
      const RmField *field = &from->entity->fields[i];

      if (rm_field_is_text (field))
        rm_record_set_text (to, field, rm_record_get_text (from, field));
      else if (rm_field_is_int64 (field))
        rm_record_set_int64 (to, field, rm_record_get_int64 (from, field));
      else
        rm_record_set_int (to, field, rm_record_get_int (from, field));
    }

  return to;
}

gpointer
rm_record_ref (gpointer record)
{
  g_atomic_ref_count_inc (&((RmRecord *) record)->refs);
  return record;
}

void
rm_record_unref (gpointer record)
{
  RmRecord *self = record;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint i = 0; i < self->entity->n_fields; i++)
    if (rm_field_is_text (&self->entity->fields[i]))
      g_free (*(char **) field_at (self, &self->entity->fields[i]));
  if (self->entity->dispose != NULL)
    self->entity->dispose (self);
  g_free (self);
}

gboolean
rm_record_field_equal (gconstpointer a,
                       gconstpointer b,
                       const RmField *field)
{
  if (rm_field_is_text (field))
    return g_strcmp0 (rm_record_get_text (a, field), rm_record_get_text (b, field)) == 0;
  if (rm_field_is_int64 (field))
    return rm_record_get_int64 (a, field) == rm_record_get_int64 (b, field);

  return rm_record_get_int (a, field) == rm_record_get_int (b, field);
}

gboolean
rm_record_equal (gconstpointer a,
                 gconstpointer b)
{
  const RmRecord *first = a;
  const RmRecord *second = b;

  g_return_val_if_fail (first->entity == second->entity, FALSE);

  if (first->id != second->id)
    return FALSE;
  for (guint i = 0; i < first->entity->n_fields; i++)
    if (!rm_record_field_equal (a, b, &first->entity->fields[i]))
      return FALSE;

  return TRUE;
}

void
rm_record_copy_field (gpointer record,
                      gconstpointer from,
                      const RmField *field)
{
  if (rm_field_is_text (field))
    rm_record_set_text (record, field, rm_record_get_text (from, field));
  else if (rm_field_is_int64 (field))
    rm_record_set_int64 (record, field, rm_record_get_int64 (from, field));
  else
    rm_record_set_int (record, field, rm_record_get_int (from, field));
}

gboolean
rm_record_is_blank (gconstpointer record,
                    const RmField *field)
{
  if (rm_field_is_text (field))
    return rm_record_get_text (record, field) == NULL;
  if (field->type == RM_FIELD_WEEK)
    return rm_record_get_int64 (record, field) < 0;
  if (rm_field_is_int64 (field))
    return rm_record_get_int64 (record, field) == 0;

  return rm_record_get_int (record, field) == RM_UNKNOWN;
}

void
rm_record_clear (gpointer record,
                 const RmField *field)
{
  if (rm_field_is_text (field))
    rm_record_set_text (record, field, NULL);
  else if (field->type == RM_FIELD_WEEK)
    rm_record_set_int64 (record, field, -1);
  else if (rm_field_is_int64 (field))
    rm_record_set_int64 (record, field, 0);
  else
    rm_record_set_int (record, field, RM_UNKNOWN);
}

const char *
rm_record_get_text (gconstpointer record,
                    const RmField *field)
{
  return *(char **) field_at (record, field);
}

int
rm_record_get_int (gconstpointer record,
                   const RmField *field)
{
  return *(int *) field_at (record, field);
}

gint64
rm_record_get_int64 (gconstpointer record,
                     const RmField *field)
{
  return *(gint64 *) field_at (record, field);
}

void
rm_record_set_text (gpointer record,
                    const RmField *field,
                    const char *text)
{
  char **place = field_at (record, field);
  char *copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  g_free (*place);
  *place = copy;
}

void
rm_record_set_int (gpointer record,
                   const RmField *field,
                   int value)
{
  *(int *) field_at (record, field) = value;
}

void
rm_record_set_int64 (gpointer record,
                     const RmField *field,
                     gint64 value)
{
  *(gint64 *) field_at (record, field) = value;
}

gboolean
rm_record_parse (gpointer record,
                 const RmField *field,
                 const char *text,
                 GError **error)
{
  g_autofree char *clean = rm_text_clean (text, field->multiline);
  g_autofree char *normal = NULL;
  gint64 week = -1;
  int number = RM_UNKNOWN;

  g_return_val_if_fail (field->type != RM_FIELD_REFERENCE, FALSE);
  g_return_val_if_fail (field->type != RM_FIELD_TIME, FALSE);

  if (*clean == '\0')
    {
      if (!rm_field_may_be_blank (field))
        {
          g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
                               _ ("A value is needed here"));
          return FALSE;
        }
      rm_record_clear (record, field);
      return TRUE;
    }

  switch (field->type)
    {
    case RM_FIELD_TEXT:
      rm_record_set_text (record, field, clean);
      return TRUE;

    case RM_FIELD_LIST:
      normal = rm_text_normal_list (clean);
      rm_record_set_text (record, field, normal);
      return TRUE;

    case RM_FIELD_REFERENCES:
      normal = rm_references_normalise (clean);
      if (normal == NULL)
        {
          g_set_error (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
                       /* Translators: %s is what a file says */
                       _ ("“%s” is not a list of ids"), clean);
          return FALSE;
        }
      rm_record_set_text (record, field, normal);
      return TRUE;

    case RM_FIELD_DATE:
      normal = rm_text_parse_date (clean, error);
      if (normal == NULL)
        return FALSE;
      rm_record_set_text (record, field, normal);
      return TRUE;

    case RM_FIELD_WEEK:
      if (!rm_text_parse_week (clean, &week, error))
        return FALSE;
      rm_record_set_int64 (record, field, week);
      return TRUE;

    case RM_FIELD_INTEGER:
    case RM_FIELD_CHOICE:
    case RM_FIELD_YES_NO:
      if (!rm_text_parse_number (field, clean, &number, error))
        return FALSE;
      rm_record_set_int (record, field, number);
      return TRUE;

    case RM_FIELD_TIME:
    case RM_FIELD_REFERENCE:
    default:
      g_assert_not_reached ();
    }
}

char *
rm_record_format (gconstpointer record,
                  const RmField *field)
{
  if (rm_record_is_blank (record, field))
    return g_strdup ("");
  if (rm_field_is_text (field))
    return g_strdup (rm_record_get_text (record, field));
  if (field->type == RM_FIELD_WEEK)
    return rm_text_format_week (rm_record_get_int64 (record, field));
  if (rm_field_is_int64 (field))
    return g_strdup_printf ("%" G_GINT64_FORMAT, rm_record_get_int64 (record, field));
  if (field->type == RM_FIELD_YES_NO)
    return g_strdup (rm_record_get_int (record, field) != 0 ? "yes" : "no");
  if (field->type == RM_FIELD_CHOICE)
    return g_strdup (rm_enum_nick (field->values, rm_record_get_int (record, field)));

  return g_strdup_printf ("%d", rm_record_get_int (record, field));
}

int
rm_id_compare (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}
