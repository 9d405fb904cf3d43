/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/files/rm-import.h"

G_BEGIN_DECLS

/* rm-import-write.c: writes results into a programme, as one edit. */
typedef struct _RmImportWriter RmImportWriter;

/* @job: (nullable): kept until the writer is freed */
RmImportWriter *rm_import_writer_new (RmProgressFunc progress,
                                      gpointer data,
                                      RmJob *job);
void rm_import_writer_free (gpointer writer);

/* Gives the new records of @result (transfer full) their ids, in place of the temporary ones. */
void rm_import_writer_add (RmImportWriter *self,
                           RmImportKind kind,
                           RmImportResult *result);
guint rm_import_writer_count_rows (const RmImportWriter *self);
RmEditFlags rm_import_writer_get_flags (const RmImportWriter *self);

/* The undo label. */
char *rm_import_writer_dup_label (const RmImportWriter *self);

/* An RmEditFunc; @writer is an RmImportWriter. */
gboolean rm_import_writer_write (RmStore *store,
                                 gpointer writer,
                                 GError **error);

/* rm-import.c: reads a table as if the programme were @programme with @ratings. */
RmImport *rm_import_read (RmProgramme *programme,
                          GPtrArray *ratings,
                          GFile *file,
                          const char *sheet,
                          RmProgressFunc progress,
                          gpointer data,
                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RmImportWriter, rm_import_writer_free)

G_END_DECLS
