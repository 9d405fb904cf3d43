/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/files/rm-import-private.h"
#include "core/base/rm-id.h"
#include "core/model/rm-mapping.h"
#include "core/base/rm-sentence.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Exchange knows the meaning of a table, the store how to write rows; here they meet: temporary ids
 * become real ones, and everything is one edit. */

typedef struct
{
  RmImportKind kind;
  RmImportResult *result; /* owned */
  GByteArray *fresh;      /* for each person, whether it is a new one */
} Part;

struct _RmImportWriter
{
  GPtrArray *parts; /* of Part */
  RmProgressFunc progress;
  gpointer data;
  RmJob *job; /* owned, nullable */
  guint n_rows;
  guint n_written;
};

static void
part_free (gpointer data)
{
  Part *part = data;

  rm_import_result_free (part->result);
  g_byte_array_unref (part->fresh);
  g_free (part);
}

RmImportWriter *
rm_import_writer_new (RmProgressFunc progress,
                      gpointer data,
                      RmJob *job)
{
  RmImportWriter *self = g_new0 (RmImportWriter, 1);

  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->progress = progress;
  self->data = data;
  self->job = job != NULL ? g_object_ref (job) : NULL;
  return self;
}

void
rm_import_writer_free (gpointer writer)
{
  RmImportWriter *self = writer;

  g_ptr_array_unref (self->parts);
  g_clear_object (&self->job);
  g_free (self);
}

static gint64 *
new_ids (guint n)
{
  gint64 *ids = g_new (gint64, MAX (n, 1));

  rm_id_fill (ids, n);
  qsort (ids, n, sizeof *ids, rm_id_compare);

  return ids;
}

/* Temporary ids are -1, -2 … in the order of new records. */
static void
replace_id (gint64 *id,
            const gint64 *ids)
{
  if (*id < 0)
    *id = ids[-*id - 1];
}

static void
settle_people (Part *part,
               const gint64 *ids)
{
  GPtrArray *people = part->result->people;

  for (guint i = 0; i < people->len; i++)
    {
      RmPerson *person = g_ptr_array_index (people, i);
      guint8 fresh = person->record.id < 0;

      g_byte_array_append (part->fresh, &fresh, 1);
      replace_id (&person->record.id, ids);
      replace_id (&person->manager, ids);
    }
}

static void
settle_ratings (Part *part,
                const gint64 *people,
                const gint64 *skills)
{
  GPtrArray *ratings = part->result->ratings;
  g_autofree gint64 *ids = new_ids (ratings->len);

  for (guint i = 0; i < ratings->len; i++)
    {
      RmRating *rating = g_ptr_array_index (ratings, i);

      rating->record.id = rating->record.id < 0 ? rm_id_new_above (-rating->record.id)
                                                : ids[i];
      replace_id (&rating->person, people);
      replace_id (&rating->skill, skills);
    }
}

void
rm_import_writer_add (RmImportWriter *self,
                      RmImportKind kind,
                      RmImportResult *result)
{
  Part *part = g_new0 (Part, 1);
  g_autofree gint64 *people = new_ids (result->people->len);
  g_autofree gint64 *skills = new_ids (result->skills->len);

  part->kind = kind;
  part->result = result;
  part->fresh = g_byte_array_new ();
  for (guint i = 0; i < result->skills->len; i++)
    replace_id (&((RmSkill *) g_ptr_array_index (result->skills, i))->record.id, skills);
  settle_people (part, people);
  settle_ratings (part, people, skills);
  g_ptr_array_add (self->parts, part);
  self->n_rows += result->people->len + result->skills->len + result->ratings->len;
}

guint
rm_import_writer_count_rows (const RmImportWriter *self)
{
  return self->n_rows;
}

RmEditFlags
rm_import_writer_get_flags (const RmImportWriter *self)
{
  return self->n_rows > RM_SESSION_LARGE_EDIT ? RM_EDIT_LARGE : RM_EDIT_NONE;
}

/* The records imported, for the undo label. */
typedef struct
{
  gboolean has_people;
  guint n_people;
  guint n_ratings;
} Counts;

/* A table of people may include their ratings: the label counts the people. */
static void
count (Counts *counts,
       RmImportKind kind,
       const RmImportResult *result)
{
  if (kind == RM_IMPORT_RATINGS || (result->people->len == 0 && result->ratings->len > 0))
    counts->n_ratings += result->ratings->len;
  else
    {
      counts->has_people = TRUE;
      counts->n_people += result->people->len;
    }
}

static char *
make_label (const Counts *counts)
{
  guint n_people = counts->n_people;
  guint n_ratings = counts->n_ratings;
  g_autofree char *people = NULL;
  g_autofree char *ratings = NULL;

  if (!counts->has_people || (n_people == 0 && n_ratings > 0))
    /* Translators: an undo label */
    return g_strdup_printf (ngettext ("Import %'u rating", "Import %'u ratings", n_ratings),
                            n_ratings);
  if (n_ratings == 0)
    /* Translators: an undo label */
    return g_strdup_printf (ngettext ("Import %'u person", "Import %'u people", n_people), n_people);

  /* Translators: the first half of “Import … and …” */
  people = g_strdup_printf (ngettext ("%'u person", "%'u people", n_people), n_people);
  /* Translators: the second half of “Import … and …” */
  ratings = g_strdup_printf (ngettext ("%'u rating", "%'u ratings", n_ratings), n_ratings);
  /* Translators: an undo label: so many people and so many ratings */
  return rm_sentence_new (_ ("Import %s and %s"), people, ratings);
}

char *
rm_import_dup_label (RmImportKind kind,
                     const RmImportResult *result)
{
  Counts counts = { 0 };

  count (&counts, kind, result);
  return make_label (&counts);
}

char *
rm_import_writer_dup_label (const RmImportWriter *self)
{
  Counts counts = { 0 };

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      count (&counts, part->kind, part->result);
    }

  return make_label (&counts);
}

gboolean
rm_import_is_empty (const RmImportResult *result)
{
  return result->people->len == 0 && result->skills->len == 0 && result->ratings->len == 0;
}

static gboolean
report (RmImportWriter *self,
        GError **error)
{
  if (self->progress == NULL
      || self->progress ((double) self->n_written / self->n_rows, self->data))
    return TRUE;

  g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED, _ ("Stopped"));
  return FALSE;
}

static gboolean
tick (RmImportWriter *self,
      GError **error)
{
  self->n_written++;
  return self->n_written % 256 != 0 || report (self, error);
}

static gboolean
insert_all (RmImportWriter *self,
            RmStore *store,
            GPtrArray *records,
            GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!rm_store_insert (store, g_ptr_array_index (records, i), error) || !tick (self, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_people (RmImportWriter *self,
              RmStore *store,
              const Part *part,
              GError **error)
{
  GPtrArray *people = part->result->people;

  for (guint i = 0; i < people->len; i++)
    if (!(part->fresh->data[i] ? rm_store_insert : rm_store_update) (
          store, g_ptr_array_index (people, i), error)
        || !tick (self, error))
      return FALSE;

  return TRUE;
}

static int
compare_used (gconstpointer a,
              gconstpointer b)
{
  const RmMapping *first = *(const RmMapping *const *) a;
  const RmMapping *second = *(const RmMapping *const *) b;

  return (first->used < second->used) - (first->used > second->used);
}

/* The next file with these columns is read as this one; the oldest of many is forgotten. */
static gboolean
remember (RmStore *store,
          const RmImportResult *result,
          GError **error)
{
  g_autoptr (GPtrArray) known = rm_store_load_records (store, rm_mapping_entity (), NULL, 0, error);
  g_autoptr (RmMapping) mapping = NULL;

  if (known == NULL)
    return FALSE;

  g_ptr_array_sort (known, compare_used);
  for (guint i = 0; i < known->len && mapping == NULL; i++)
    if (g_strcmp0 (((RmMapping *) g_ptr_array_index (known, i))->headers, result->headers) == 0)
      mapping = rm_record_copy (g_ptr_array_index (known, i));
  for (guint i = RM_MAPPING_MAX - 1; mapping == NULL && i < known->len; i++)
    if (!rm_store_delete (store, rm_mapping_entity (),
                          ((RmRecord *) g_ptr_array_index (known, i))->id, error))
      return FALSE;

  if (mapping == NULL)
    mapping = rm_record_new (rm_mapping_entity ());
  g_free (mapping->headers);
  g_free (mapping->answers);
  mapping->headers = g_strdup (result->headers);
  mapping->answers = g_strdup (result->mapping);
  mapping->used = g_get_real_time () / G_USEC_PER_SEC;

  return mapping->record.id > 0 ? rm_store_update (store, mapping, error)
                                : rm_store_insert (store, mapping, error);
}

gboolean
rm_import_writer_write (RmStore *store,
                        gpointer writer,
                        GError **error)
{
  RmImportWriter *self = writer;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (!insert_all (self, store, part->result->skills, error)
          || !write_people (self, store, part, error)
          || !insert_all (self, store, part->result->ratings, error)
          || (!rm_import_is_empty (part->result) && !remember (store, part->result, error)))
        return FALSE;
    }

  /* Checked once more at the end: the following commit cannot be stopped. */
  return report (self, error);
}
