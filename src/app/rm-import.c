/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rm-import.h"

#include "app/rm-commands-private.h"
#include "exchange/rm-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* From a file to one step of undo. Exchange knows what a table means, the store how rows are
 * written; here they meet: temporary ids become real ones, and all of it is one edit. */

struct _RmImport
{
  RmCsvTable *table;
  RmProgramme *programme;
  GPtrArray *ratings;
  RmImportKind kind;
};

static RmImportKind
guess_kind (const RmImport *self)
{
  g_autoptr (RmImportPlan) plan = rm_import_plan_new (self->table, RM_IMPORT_RATINGS,
                                                      self->programme, NULL);

  return rm_import_plan_check_mapping (plan, NULL) ? RM_IMPORT_RATINGS : RM_IMPORT_PEOPLE;
}

static RmImport *
load (RmDocument *document,
      RmProgramme *programme,
      GFile *file,
      RmProgressFunc progress,
      gpointer data,
      GError **error)
{
  g_autoptr (RmImport) self = g_new0 (RmImport, 1);
  g_autoptr (RmStore) store = NULL;

  self->programme = rm_programme_ref (programme);
  self->table = rm_csv_reader_load (file, '\0', progress, data, error);
  if (self->table == NULL)
    return NULL;
  store = rm_document_open_worker (document, error);
  if (store == NULL)
    return NULL;
  self->ratings = rm_store_load_records (store, rm_rating_entity (), NULL, 0, error);
  if (self->ratings == NULL)
    return NULL;

  self->kind = guess_kind (self);
  return g_steal_pointer (&self);
}

RmImport *
rm_import_load (RmSession *session,
                GFile *file,
                RmProgressFunc progress,
                gpointer data,
                GError **error)
{
  return load (rm_session_get_document (session), rm_session_get_programme (session), file,
               progress, data, error);
}

typedef struct
{
  RmSession *session; /* owned: keeps the document open */
  RmProgramme *programme;
  GFile *file;
} LoadData;

static void
load_data_free (gpointer data)
{
  LoadData *self = data;

  g_object_unref (self->session);
  rm_programme_unref (self->programme);
  g_object_unref (self->file);
  g_free (self);
}

static gpointer
load_in_worker (RmJob *job,
                gpointer data,
                GError **error)
{
  LoadData *self = data;

  return load (rm_session_get_document (self->session), self->programme, self->file,
               rm_job_report, job, error);
}

void
rm_import_load_async (RmSession *session,
                      RmJob *job,
                      GFile *file,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  LoadData *data = g_new0 (LoadData, 1);

  data->session = g_object_ref (session);
  data->programme = rm_programme_ref (rm_session_get_programme (session));
  data->file = g_object_ref (file);
  rm_job_run (job, load_in_worker, data, load_data_free, (GDestroyNotify) rm_import_free, callback,
              user_data);
}

RmImport *
rm_import_load_finish (RmJob *job,
                       GAsyncResult *result,
                       GError **error)
{
  return rm_job_finish (job, result, error);
}

RmImportKind
rm_import_get_kind (const RmImport *self)
{
  return self->kind;
}

RmCsvTable *
rm_import_get_table (const RmImport *self)
{
  return self->table;
}

RmImportPlan *
rm_import_new_plan (const RmImport *self,
                    RmImportKind kind)
{
  RmImportPlan *plan = rm_import_plan_new (self->table, kind, self->programme, self->ratings);
  g_autofree char *day = rm_commands_today ();

  rm_import_plan_set_rated_on (plan, day);
  return plan;
}

void
rm_import_free (RmImport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->table, rm_csv_table_unref);
  g_clear_pointer (&self->programme, rm_programme_unref);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_free (self);
}

char *
rm_import_dup_label (RmImportKind kind,
                     const RmImportResult *result)
{
  guint n_people = result->people->len;
  guint n_ratings = result->ratings->len;

  if (kind == RM_IMPORT_RATINGS || (n_people == 0 && n_ratings > 0))
    /* Translators: an undo label */
    return g_strdup_printf (ngettext ("Import %'u rating", "Import %'u ratings", n_ratings),
                            n_ratings);

  /* Translators: an undo label */
  return g_strdup_printf (ngettext ("Import %'u person", "Import %'u people", n_people), n_people);
}

gboolean
rm_import_is_empty (const RmImportResult *result)
{
  return result->people->len == 0 && result->skills->len == 0 && result->ratings->len == 0;
}

/* Writing a result. Replaces each temporary id -n by the nth of the new ids. */
typedef struct
{
  RmImportResult *result; /* owned */
  RmProgressFunc progress;
  gpointer data;
  RmJob *job; /* owned, nullable */
  guint n_rows;
  guint n_written;
} Writer;

static void
writer_clear (Writer *self)
{
  rm_import_result_free (self->result);
  g_clear_object (&self->job);
}

static void
writer_free (gpointer data)
{
  writer_clear (data);
  g_free (data);
}

static gint64 *
new_ids (guint n)
{
  gint64 *ids = g_new (gint64, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    ids[i] = rm_store_new_id ();
  qsort (ids, n, sizeof *ids, rm_id_compare);

  return ids;
}

static void
replace_id (gint64 *id,
            const gint64 *ids)
{
  if (*id < 0)
    *id = ids[-*id - 1];
}

static gboolean
report (Writer *self,
        GError **error)
{
  if (self->progress == NULL
      || self->progress ((double) self->n_written / self->n_rows, self->data))
    return TRUE;

  g_set_error_literal (error, RM_CORE_ERROR, RM_CORE_ERROR_CANCELLED, _ ("Stopped"));
  return FALSE;
}

static gboolean
tick (Writer *self,
      GError **error)
{
  self->n_written++;
  return self->n_written % 256 != 0 || report (self, error);
}

static gboolean
write_people (Writer *self,
              RmStore *store,
              const gint64 *ids,
              GError **error)
{
  GPtrArray *people = self->result->people;

  for (guint i = 0; i < people->len; i++)
    {
      RmPerson *person = g_ptr_array_index (people, i);
      gboolean fresh = person->record.id < 0;

      replace_id (&person->record.id, ids);
      replace_id (&person->manager, ids);
      if (!(fresh ? rm_store_insert : rm_store_update) (store, person, error)
          || !tick (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_ratings (Writer *self,
               RmStore *store,
               const gint64 *people,
               const gint64 *skills,
               GError **error)
{
  GPtrArray *ratings = self->result->ratings;
  g_autofree gint64 *ids = new_ids (ratings->len);

  for (guint i = 0; i < ratings->len; i++)
    {
      RmRating *rating = g_ptr_array_index (ratings, i);

      rating->record.id = rating->record.id < 0 ? rm_store_new_id_above (-rating->record.id)
                                                : ids[i];
      replace_id (&rating->person, people);
      replace_id (&rating->skill, skills);
      if (!rm_store_insert (store, rating, error) || !tick (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_result (RmStore *store,
              gpointer data,
              GError **error)
{
  Writer *self = data;
  RmImportResult *result = self->result;
  g_autofree gint64 *people = new_ids (result->people->len);
  g_autofree gint64 *skills = new_ids (result->skills->len);

  for (guint i = 0; i < result->skills->len; i++)
    {
      RmSkill *skill = g_ptr_array_index (result->skills, i);

      replace_id (&skill->record.id, skills);
      if (!rm_store_insert (store, skill, error) || !tick (self, error))
        return FALSE;
    }

  /* Asked once more at the end: the commit that follows cannot be stopped. */
  return write_people (self, store, people, error)
         && write_ratings (self, store, people, skills, error)
         && report (self, error);
}

static RmEditFlags
writer_init (Writer *self,
             RmImportResult *result)
{
  self->result = result;
  self->n_rows = result->people->len + result->skills->len + result->ratings->len;

  return self->n_rows > RM_SESSION_LARGE_EDIT ? RM_EDIT_LARGE : RM_EDIT_NONE;
}

gboolean
rm_import_apply (RmSession *session,
                 RmImportKind kind,
                 RmImportResult *result,
                 RmProgressFunc progress,
                 gpointer data,
                 GError **error)
{
  Writer writer = { .progress = progress, .data = data };
  RmEditFlags flags = writer_init (&writer, result);
  g_autofree char *label = rm_import_dup_label (kind, result);
  gboolean ok = TRUE;

  if (!rm_import_is_empty (result))
    ok = rm_session_edit_blocking (session, label, flags, write_result, &writer, error);

  writer_clear (&writer);
  return ok;
}

void
rm_import_apply_async (RmSession *session,
                       RmJob *job,
                       RmImportKind kind,
                       RmImportResult *result,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Writer *writer = g_new0 (Writer, 1);
  RmEditFlags flags = writer_init (writer, result);
  g_autofree char *label = rm_import_dup_label (kind, result);

  writer->job = g_object_ref (job);
  writer->progress = rm_job_report;
  writer->data = job;
  rm_session_edit_async (session, job, label, flags, writer->n_rows, write_result, writer,
                         writer_free, callback, user_data);
}

gboolean
rm_import_apply_finish (RmSession *session,
                        GAsyncResult *result,
                        GError **error)
{
  return rm_session_edit_finish (session, result, error);
}
