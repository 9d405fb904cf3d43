/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/rm-record.h"

#include "core/model/rm-field-kind.h"
#include "core/model/rm-record-private.h"

#include <glib/gi18n-lib.h>

/* Records are plain structs described by an RmEntity. Everything that must treat all fields alike
 * (the document, JSON, CSV, comparing, erasing) goes through these functions; other code reads the
 * struct's members. */

static gpointer
field_at (gconstpointer record,
          const RmField *field)
{
  return (char *) record + field->offset;
}

static gboolean
is_text (const RmField *field)
{
  return rm_field_get_kind (field)->member == RM_MEMBER_TEXT;
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
      const RmFieldKind *kind = rm_field_get_kind (field);

      if (kind->member == RM_MEMBER_INT)
        rm_record_set_int (record, field, field->fallback);
      else if (kind->member == RM_MEMBER_INT64)
        rm_record_set_int64 (record, field, kind->blank);
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
    rm_record_copy_field (to, from, &from->entity->fields[i]);

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
    if (is_text (&self->entity->fields[i]))
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
  if (is_text (field))
    return g_strcmp0 (rm_record_get_text (a, field), rm_record_get_text (b, field)) == 0;

  return rm_record_get_number (a, field) == rm_record_get_number (b, field);
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
  if (is_text (field))
    rm_record_set_text (record, field, rm_record_get_text (from, field));
  else
    rm_record_set_number (record, field, rm_record_get_number (from, field));
}

gboolean
rm_record_is_blank (gconstpointer record,
                    const RmField *field)
{
  if (is_text (field))
    return rm_record_get_text (record, field) == NULL;
  /* Any negative set of hours is none. */
  if (field->type == RM_FIELD_WEEK)
    return rm_record_get_int64 (record, field) < 0;

  return rm_record_get_number (record, field) == rm_field_get_kind (field)->blank;
}

void
rm_record_clear (gpointer record,
                 const RmField *field)
{
  if (is_text (field))
    rm_record_set_text (record, field, NULL);
  else
    rm_record_set_number (record, field, rm_field_get_kind (field)->blank);
}

gint64
rm_record_get_number (gconstpointer record,
                      const RmField *field)
{
  return rm_field_get_kind (field)->member == RM_MEMBER_INT ? rm_record_get_int (record, field)
                                                            : rm_record_get_int64 (record, field);
}

void
rm_record_set_number (gpointer record,
                      const RmField *field,
                      gint64 number)
{
  if (rm_field_get_kind (field)->member == RM_MEMBER_INT)
    rm_record_set_int (record, field, (int) number);
  else
    rm_record_set_int64 (record, field, number);
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
  const RmFieldKind *kind = rm_field_get_kind (field);
  g_autofree char *clean = rm_text_clean (text, field->multiline || field->type == RM_FIELD_LIST);

  g_return_val_if_fail (kind->parse != NULL, FALSE);

  if (*clean != '\0')
    return kind->parse (record, field, clean, error);

  if (!rm_field_may_be_blank (field))
    {
      g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_VALUE,
                           _ ("A value is needed here"));
      return FALSE;
    }
  rm_record_clear (record, field);
  return TRUE;
}

char *
rm_record_format (gconstpointer record,
                  const RmField *field)
{
  return rm_record_is_blank (record, field) ? g_strdup ("")
                                            : rm_field_get_kind (field)->format (record, field);
}

int
rm_id_compare (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}
