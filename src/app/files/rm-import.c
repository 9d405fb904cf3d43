/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/files/rm-import.h"

#include "app/commands/rm-commands-private.h"
#include "app/files/rm-import-private.h"
#include "core/model/rm-mapping.h"
#include "exchange/source/rm-source.h"

#include <glib/gi18n-lib.h>

/* From a file to a plan, and from its result to one step of undo. */

struct _RmImport
{
  RmSheet *table;
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

/* @table: (transfer full) (nullable) */
static RmImport *
new_import (RmProgramme *programme,
            GPtrArray *ratings,
            RmSheet *table)
{
  RmImport *self = NULL;

  if (table == NULL)
    return NULL;

  self = g_new0 (RmImport, 1);
  self->programme = rm_programme_ref (programme);
  self->ratings = g_ptr_array_ref (ratings);
  self->table = table;
  rm_import_find_header (self->table);
  self->kind = guess_kind (self);
  return self;
}

RmImport *
rm_import_read (RmProgramme *programme,
                GPtrArray *ratings,
                GFile *file,
                const char *sheet,
                RmProgressFunc progress,
                gpointer data,
                GError **error)
{
  const RmSourceOptions options = { .sheet = sheet };

  return new_import (programme, ratings, rm_source_load (file, &options, progress, data, error));
}

typedef struct
{
  RmSession *session; /* owned: keeps the document open */
  RmProgramme *programme;
  GFile *file;    /* nullable: one of both */
  GBytes *pasted;
  char *sheet; /* nullable */
} LoadData;

static void
load_data_free (gpointer data)
{
  LoadData *self = data;

  g_object_unref (self->session);
  rm_programme_unref (self->programme);
  g_clear_object (&self->file);
  g_clear_pointer (&self->pasted, g_bytes_unref);
  g_free (self->sheet);
  g_free (self);
}

static gpointer
load_in_worker (RmJob *job,
                gpointer data,
                GError **error)
{
  LoadData *self = data;
  g_autoptr (RmStore) store
    = rm_document_open_worker (rm_session_get_document (self->session), error);
  g_autoptr (GPtrArray) ratings = NULL;

  if (store != NULL)
    ratings = rm_store_load_records (store, rm_rating_entity (), NULL, 0, error);
  if (ratings == NULL)
    return NULL;
  if (self->pasted != NULL)
    return new_import (self->programme, ratings,
                       rm_source_read_pasted (self->pasted, rm_job_report, job, error));

  return rm_import_read (self->programme, ratings, self->file, self->sheet, rm_job_report, job,
                         error);
}

static LoadData *
new_load (RmSession *session)
{
  LoadData *data = g_new0 (LoadData, 1);

  data->session = g_object_ref (session);
  data->programme = rm_programme_ref (rm_session_get_programme (session));

  return data;
}

void
rm_import_load_async (RmSession *session,
                      RmJob *job,
                      GFile *file,
                      const char *sheet,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  LoadData *data = new_load (session);

  data->file = g_object_ref (file);
  data->sheet = g_strdup (sheet);
  rm_job_run (job, load_in_worker, data, load_data_free, (GDestroyNotify) rm_import_free, callback,
              user_data);
}

void
rm_import_load_pasted_async (RmSession *session,
                             RmJob *job,
                             GBytes *text,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  LoadData *data = new_load (session);

  data->pasted = g_bytes_ref (text);
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

gboolean
rm_import_set_header_line (RmImport *self,
                           guint line,
                           GError **error)
{
  if (!rm_sheet_set_header_line (self->table, line))
    {
      g_set_error (error, RM_EXCHANGE_ERROR, RM_EXCHANGE_ERROR_COLUMN,
                   rm_sheet_is_workbook (self->table)
                     /* Translators: %u is the number of a row of a spreadsheet */
                     ? _ ("Row %u is blank")
                     /* Translators: %u is the number of a line of a file */
                     : _ ("No row begins in line %u"),
                   line);
      return FALSE;
    }

  self->kind = guess_kind (self);
  return TRUE;
}

RmImportKind
rm_import_get_kind (const RmImport *self)
{
  return self->kind;
}

RmSheet *
rm_import_get_table (const RmImport *self)
{
  return self->table;
}

static const RmMapping *
find_mapping (const RmImport *self,
              const RmImportPlan *plan)
{
  g_autofree char *headers = rm_import_plan_dup_headers (plan);

  for (guint i = 0; i < rm_programme_count (self->programme, RM_TABLE_MAPPING); i++)
    {
      const RmMapping *mapping = rm_programme_get (self->programme, RM_TABLE_MAPPING, i);

      if (mapping->answers != NULL && g_strcmp0 (mapping->headers, headers) == 0)
        return mapping;
    }

  return NULL;
}

/* A file with the columns of an earlier one means the same. What cannot be understood any more is
 * guessed, as if nothing were known. */
static void
remember (const RmImport *self,
          RmImportPlan *plan)
{
  const RmMapping *mapping = find_mapping (self, plan);
  g_autoptr (GDateTime) used = NULL;
  g_autofree char *day = NULL;

  if (mapping == NULL || !rm_import_plan_use_mapping (plan, mapping->answers, NULL))
    return;

  used = g_date_time_new_from_unix_local (mapping->used);
  day = used != NULL ? g_date_time_format (used, "%x") : g_strdup ("?");
  rm_import_plan_note_mapping (plan, day);
}

RmImportPlan *
rm_import_new_plan (const RmImport *self,
                    RmImportKind kind)
{
  RmImportPlan *plan = rm_import_plan_new (self->table, kind, self->programme, self->ratings);
  g_autofree char *day = rm_commands_today ();

  rm_import_plan_set_today (plan, day);
  remember (self, plan);
  return plan;
}

void
rm_import_free (RmImport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->table, rm_sheet_unref);
  g_clear_pointer (&self->programme, rm_programme_unref);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_free (self);
}

void
rm_import_apply_async (RmSession *session,
                       RmJob *job,
                       RmImportKind kind,
                       RmImportResult *result,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  RmImportWriter *writer = rm_import_writer_new (rm_job_report, job, job);
  g_autofree char *label = NULL;

  rm_import_writer_add (writer, kind, result);
  label = rm_import_writer_dup_label (writer);
  rm_session_edit_async (session, job, label, rm_import_writer_get_flags (writer),
                         rm_import_writer_count_rows (writer), rm_import_writer_write, writer,
                         rm_import_writer_free, callback, user_data);
}

gboolean
rm_import_apply_finish (RmSession *session,
                        GAsyncResult *result,
                        GError **error)
{
  return rm_session_edit_finish (session, result, error);
}
