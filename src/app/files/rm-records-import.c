/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/files/rm-records-import.h"

#include "app/commands/rm-commands-private.h"
#include "app/commands/rm-record-rules.h"
#include "core/base/rm-fold.h"
#include "exchange/source/rm-source.h"

#include <glib/gi18n-lib.h>

/* The folded content of a record: two with the same are one. If names are unique, only the name
 * counts. */
static char *
make_key (gconstpointer record,
          gboolean by_name)
{
  const RmEntity *entity = ((const RmRecord *) record)->entity;
  GString *key = g_string_new (NULL);

  for (guint f = 0; f < entity->n_fields; f++)
    {
      g_autofree char *text = rm_record_format (record, &entity->fields[f]);
      g_autofree char *folded = rm_fold (text);

      if (!by_name || g_str_equal (entity->fields[f].key, "name"))
        g_string_append_printf (key, "%s\n", folded);
    }

  return g_string_free (key, FALSE);
}

static GPtrArray *
list_new (RmProgramme *programme,
          RmTable table,
          GPtrArray *records)
{
  gboolean by_name = rm_record_rules_get (table)->taken != NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *added = g_ptr_array_new_with_free_func (rm_record_unref);

  for (guint i = 0; i < rm_programme_count (programme, table); i++)
    g_hash_table_add (known, make_key (rm_programme_get (programme, table, i), by_name));
  for (guint i = 0; i < records->len; i++)
    if (g_hash_table_add (known, make_key (g_ptr_array_index (records, i), by_name)))
      g_ptr_array_add (added, rm_record_ref (g_ptr_array_index (records, i)));

  return added;
}

static gboolean
insert_all (RmStore *store,
            gpointer data,
            GError **error)
{
  const GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!rm_store_insert (store, g_ptr_array_index (records, i), error))
      return FALSE;

  return TRUE;
}

/* @sheet: (transfer full) (nullable): what was read of @file */
static RmRecordsTable *
read_table (RmTable table,
            GFile *file,
            RmSheet *sheet,
            RmDateOrder order,
            GError **error)
{
  g_autoptr (RmSheet) owned = sheet;
  RmRecordsTable *records = NULL;

  if (sheet == NULL)
    return NULL;

  records = rm_records_table_new (sheet, rm_table_get_entity (table), order, error);
  if (records == NULL)
    {
      g_autofree char *name = g_file_get_basename (file);

      g_prefix_error (error, "%s: ", name);
    }
  return records;
}

/* What of @records is new; fills @imported. */
static GPtrArray *
choose (RmSession *session,
        RmTable table,
        const RmRecordsTable *records,
        RmRecordsImported *imported,
        GError **error)
{
  RmProgramme *programme = rm_session_get_programme (session);
  GPtrArray *added = NULL;

  if (rm_programme_count (programme, table) + records->records->len > RM_RECORDS_MOST)
    {
      g_set_error (error, RM_APP_ERROR, RM_APP_ERROR_CAPACITY,
                   /* Translators: numbers of rows */
                   _ ("The file has %u rows; a programme holds %u of them at most"),
                   records->records->len, RM_RECORDS_MOST);
      return NULL;
    }

  added = list_new (programme, table, records->records);
  imported->n_added = added->len;
  imported->n_known = records->records->len - added->len;
  imported->n_left_out = records->n_left_out;
  imported->problems = g_ptr_array_ref (records->problems);
  imported->ignored = g_ptr_array_ref (records->ignored);
  return added;
}

gboolean
rm_records_import (RmSession *session,
                   RmTable table,
                   GFile *file,
                   const char *sheet,
                   RmDateOrder order,
                   RmRecordsImported *imported,
                   RmProgressFunc progress,
                   gpointer data,
                   GError **error)
{
  const RmRecordRules *rules = rm_record_rules_get (table);
  const RmSourceOptions options = { .sheet = sheet };
  g_autoptr (RmSheet) read = NULL;
  g_autoptr (RmRecordsTable) records = NULL;
  g_autoptr (GPtrArray) added = NULL;

  g_return_val_if_fail (rules->import != NULL, FALSE);

  *imported = (RmRecordsImported) { 0 };
  read = rm_source_load (file, &options, progress, data, error);
  records = read_table (table, file, read != NULL ? rm_sheet_ref (read) : NULL, order, error);
  if (records != NULL)
    added = choose (session, table, records, imported, error);
  if (added == NULL)
    return FALSE;
  imported->sheet = g_steal_pointer (&read);
  if (added->len == 0
      || rm_session_edit_blocking (session, _ (rules->import), RM_EDIT_NONE, insert_all, added,
                                   error))
    return TRUE;

  rm_records_imported_clear (imported);
  return FALSE;
}

/** An import under way. */
typedef struct
{
  /* owned */
  RmSession *session;
  RmRecordsTable *records;
  RmRecordsImported imported;

  RmTable table;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_object_unref (self->session);
  g_clear_pointer (&self->records, rm_records_table_free);
  rm_records_imported_clear (&self->imported);
  g_free (self);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (rm_session_edit_finish (RM_SESSION (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *added = NULL;

  work->records = rm_job_finish (RM_JOB (source), result, &error);
  if (work->records != NULL)
    added = choose (work->session, work->table, work->records, &work->imported, &error);
  if (added == NULL)
    g_task_return_error (task, error);
  else if (added->len == 0)
    {
      g_ptr_array_unref (added);
      g_task_return_boolean (task, TRUE);
    }
  else
    rm_session_edit_async (work->session, NULL, _ (rm_record_rules_get (work->table)->import),
                           RM_EDIT_NONE, added->len, insert_all, added,
                           (GDestroyNotify) g_ptr_array_unref, written_cb, g_object_ref (task));
}

typedef struct
{
  RmTable table;
  GFile *file; /* owned */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_object_unref (self->file);
  g_free (self);
}

static gpointer
read_in_worker (RmJob *job,
                gpointer data,
                GError **error)
{
  const Reading *reading = data;

  return read_table (reading->table, reading->file,
                     rm_source_load (reading->file, NULL, rm_job_report, job, error),
                     RM_DATE_ORDER_UNKNOWN, error);
}

void
rm_records_import_async (RmSession *session,
                         RmTable table,
                         GFile *file,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (RmJob) job = rm_job_new ();
  GTask *task = g_task_new (session, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);
  Reading *reading = g_new0 (Reading, 1);

  g_return_if_fail (rm_record_rules_get (table)->import != NULL);

  work->session = g_object_ref (session);
  work->table = table;
  g_task_set_task_data (task, work, work_free);
  reading->table = table;
  reading->file = g_object_ref (file);
  rm_job_run (job, read_in_worker, reading, reading_free, (GDestroyNotify) rm_records_table_free,
              read_cb, task);
}

gboolean
rm_records_import_finish (RmSession *session,
                          GAsyncResult *result,
                          RmRecordsImported *imported,
                          GError **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  *imported = work->imported;
  work->imported = (RmRecordsImported) { 0 };
  return TRUE;
}

void
rm_records_imported_clear (RmRecordsImported *self)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->ignored, g_ptr_array_unref);
  g_clear_pointer (&self->sheet, rm_sheet_unref);
}
