/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-window-private.h"

#include "core/base/rm-sentence.h"

#include <glib/gi18n.h>

/* Unsaved changes that cannot be opened: nothing is discarded unless the coordinator says so. */

static void
drop_and_open (RmWindow *self,
               GFile *file)
{
  g_autofree char *state_dir = rm_document_get_state_dir ();
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  if (rm_document_drop_unsaved (file, state_dir, &found, &error))
    rm_window_open_with (self, file, FALSE, RM_OPEN_NONE);
  else
    rm_window_show_error (self, _ ("The changes cannot be dropped"), error);
}

static void
response_cb (RmWindow *self,
             const char *response,
             GtkWidget *dialog)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "rm-file");

  /* Another file may have been opened meanwhile. */
  if (self->session != NULL || self->file != NULL)
    return;

  if (g_str_equal (response, "again"))
    rm_window_open_with (self, file, FALSE, RM_OPEN_INSIST);
  else if (g_str_equal (response, "drop"))
    drop_and_open (self, file);
}

void
rm_window_ask_unsaved (RmWindow *self,
                       GFile *file,
                       const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self),
                                              _ ("Unsaved changes cannot be opened"), NULL);
  g_autofree char *body = rm_sentence_new ("%s.\n\n%s", error->message,
                                           _ ("Dropping them opens the programme as it was last "
                                              "saved. That cannot be undone."));

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _ ("_Cancel"),
                                    "drop", _ ("_Drop the changes"),
                                    "again", _ ("_Try again"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "drop",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "again");
  g_object_set_data_full (G_OBJECT (dialog), "rm-file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
