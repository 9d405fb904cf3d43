/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import/rm-import-result.h"

#include "core/model/rm-record.h"

#include <glib/gi18n-lib.h>

/* A value without behaviour: the preview shows it, the command line prints it, the store takes
 * it. */

static void
clear_change (gpointer data)
{
  RmImportChange *self = data;

  rm_record_unref (self->before);
  rm_record_unref (self->after);
}

RmImportResult *
rm_import_result_new (guint n_rows)
{
  RmImportResult *self = g_new0 (RmImportResult, 1);

  self->people = g_ptr_array_new_with_free_func (rm_record_unref);
  self->skills = g_ptr_array_new_with_free_func (rm_record_unref);
  self->ratings = g_ptr_array_new_with_free_func (rm_record_unref);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_file_problem_free);
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) rm_file_problem_free);
  self->n_rows = n_rows;
  self->outcomes = g_new0 (guint8, n_rows);
  self->changes = g_array_new (FALSE, FALSE, sizeof (RmImportChange));
  g_array_set_clear_func (self->changes, clear_change);
  self->gone = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
rm_import_result_add_change (RmImportResult *self,
                             guint row,
                             const RmPerson *before,
                             const RmPerson *after)
{
  RmImportChange change = { row, rm_record_ref ((gpointer) before), rm_record_ref ((gpointer) after) };

  g_array_append_val (self->changes, change);
}

void
rm_import_result_free (RmImportResult *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->skills);
  g_ptr_array_unref (self->ratings);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notices);
  g_free (self->outcomes);
  g_array_unref (self->changes);
  g_array_unref (self->gone);
  g_free (self->headers);
  g_free (self->mapping);
  g_free (self);
}

char *
rm_import_result_describe (const RmImportResult *self)
{
  /* Translators: all four are numbers of rows in a file */
  return g_strdup_printf (_ ("%u new, %u changed, %u unchanged, %u skipped"),
                          self->counts[RM_IMPORT_ADDED], self->counts[RM_IMPORT_CHANGED],
                          self->counts[RM_IMPORT_UNCHANGED], self->counts[RM_IMPORT_SKIPPED]);
}
