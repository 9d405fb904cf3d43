/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/files/rm-import-private.h"

/* Tables imported as one edit. Each is read as if those before it were imported already: their
 * records are added to a private programme. */

struct _RmImportBatch
{
  RmSession *session;
  RmProgramme *programme; /* with what was added */
  GPtrArray *ratings;     /* likewise */
  RmImportWriter *writer;
};

RmImportBatch *
rm_import_batch_new (RmSession *session,
                     RmProgressFunc progress,
                     gpointer data,
                     GError **error)
{
  RmStore *store = rm_document_get_store (rm_session_get_document (session));
  g_autoptr (GPtrArray) ratings = rm_store_load_records (store, rm_rating_entity (), NULL, 0, error);
  RmImportBatch *self = NULL;

  if (ratings == NULL)
    return NULL;

  self = g_new0 (RmImportBatch, 1);
  self->session = g_object_ref (session);
  self->programme = rm_programme_ref (rm_session_get_programme (session));
  self->ratings = g_steal_pointer (&ratings);
  self->writer = rm_import_writer_new (progress, data, NULL);
  return self;
}

void
rm_import_batch_free (RmImportBatch *self)
{
  g_object_unref (self->session);
  rm_programme_unref (self->programme);
  g_ptr_array_unref (self->ratings);
  rm_import_writer_free (self->writer);
  g_free (self);
}

RmImport *
rm_import_batch_load (RmImportBatch *self,
                      GFile *file,
                      const char *sheet,
                      RmProgressFunc progress,
                      gpointer data,
                      GError **error)
{
  return rm_import_read (self->programme, self->ratings, file, sheet, progress, data, error);
}

void
rm_import_batch_add (RmImportBatch *self,
                     RmImportKind kind,
                     RmImportResult *result)
{
  GPtrArray *changed[RM_N_TABLES] = { NULL };
  g_autoptr (RmProgramme) before = self->programme;
  g_autoptr (GPtrArray) ratings_before = self->ratings;

  rm_import_writer_add (self->writer, kind, result);
  changed[RM_TABLE_PERSON] = result->people;
  changed[RM_TABLE_SKILL] = result->skills;
  self->programme = rm_programme_new_changed (before, NULL, changed, NULL);

  /* A new array, since an earlier import may still use the old one. */
  self->ratings = g_ptr_array_new_with_free_func (rm_record_unref);
  for (guint i = 0; i < ratings_before->len; i++)
    g_ptr_array_add (self->ratings, rm_record_ref (g_ptr_array_index (ratings_before, i)));
  for (guint i = 0; i < result->ratings->len; i++)
    g_ptr_array_add (self->ratings, rm_record_ref (g_ptr_array_index (result->ratings, i)));
}

gboolean
rm_import_batch_apply (RmImportBatch *self,
                       gboolean last,
                       GError **error)
{
  g_autofree char *label = rm_import_writer_dup_label (self->writer);
  gboolean (*edit) (RmSession *, const char *, RmEditFlags, RmEditFunc, gpointer, GError **)
    = last ? rm_session_edit_last : rm_session_edit_blocking;

  return rm_import_writer_count_rows (self->writer) == 0
         || edit (self->session, label, rm_import_writer_get_flags (self->writer),
                  rm_import_writer_write, self->writer, error);
}
