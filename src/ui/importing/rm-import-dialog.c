/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-dialog.h"

struct _RmImportDialog
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (RmImportDialog, rm_import_dialog, ADW_TYPE_WINDOW)

static void
rm_import_dialog_class_init (RmImportDialogClass *class)
{
}

static void
rm_import_dialog_init (RmImportDialog *self)
{
}

void
rm_import_dialog_choose (GtkWindow *window,
                         RmSession *session)
{
}

GtkWidget *
rm_import_dialog_new (RmSession *session,
                      GFile *file)
{
  return g_object_new (RM_TYPE_IMPORT_DIALOG, NULL);
}
