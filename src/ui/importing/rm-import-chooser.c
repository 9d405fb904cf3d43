/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-chooser.h"

#include "ui/importing/rm-import-dialog.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkFileChooserNative *chooser;
  RmSession *session;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_object_unref (choice->chooser);
  g_object_unref (choice->session);
  g_free (choice);
}

static void
response_cb (GtkNativeDialog *chooser,
             int response,
             Choice *choice)
{
  GtkWindow *window = gtk_native_dialog_get_transient_for (chooser);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    rm_parts_present (rm_import_dialog_new (choice->session, file), GTK_WIDGET (window));
  choice_free (choice);
}

void
rm_import_chooser_add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Workbooks, CSV, LDIF and vCard"));
  gtk_file_filter_add_suffix (tables, "xlsx");
  gtk_file_filter_add_suffix (tables, "ods");
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_add_suffix (tables, "ldif");
  gtk_file_filter_add_suffix (tables, "ldf");
  gtk_file_filter_add_suffix (tables, "vcf");
  gtk_file_filter_add_mime_type (tables, "text/csv");
  gtk_file_filter_add_mime_type (
    tables, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  gtk_file_filter_add_mime_type (tables, "application/vnd.oasis.opendocument.spreadsheet");
  gtk_file_chooser_add_filter (chooser, tables);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

void
rm_import_chooser_show (GtkWindow *window,
                        RmSession *session)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->session = g_object_ref (session);
  choice->chooser = gtk_file_chooser_native_new (_ ("Import People or Ratings"), window,
                                                 GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                                 NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->chooser), TRUE);
  rm_import_chooser_add_filters (GTK_FILE_CHOOSER (choice->chooser));
  g_signal_connect (choice->chooser, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choice->chooser));
}
