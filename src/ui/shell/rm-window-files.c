/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-window-private.h"

#include "app/commands/rm-commands-many.h"
#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* Opening, creating, saving and closing programmes. */

#define MIME_TYPE "application/x-reverse-mentor"

static void
session_changed_cb (RmWindow *self)
{
  rm_window_update_sidebar (self);
}

/* Closing may have waited for the end of work. */
static void
busy_changed_cb (RmWindow *self)
{
  if (self->closing && !rm_session_is_busy (self->session))
    {
      self->closing = FALSE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
file_changed_cb (RmWindow *self)
{
  g_set_object (&self->file, rm_document_get_file (rm_session_get_document (self->session)));
  rm_window_update_sidebar (self);
}

static void
notice_cb (RmWindow *self,
           const char *text)
{
  /* Shows it before the window closes. */
  self->closing = FALSE;
  rm_window_show_message (self, _ ("The programme is saved"), text);
}

void
rm_window_set_session (RmWindow *self,
                       RmSession *session)
{
  if (!rm_session_follow (&self->session, session, G_CALLBACK (session_changed_cb), self))
    return;

  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::save-state",
                               G_CALLBACK (rm_window_update_save_state), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::editable",
                               G_CALLBACK (rm_window_update_save_state), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::busy", G_CALLBACK (busy_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::file", G_CALLBACK (file_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify", G_CALLBACK (rm_window_update_actions), self,
                               G_CONNECT_SWAPPED);
    }

  if (session != NULL)
    rm_window_make_pages (self);
  rm_window_tell_pages (self);
  rm_window_update_sidebar (self);
  rm_window_update_save_state (self);
  rm_window_update_actions (self);
}

static void
close_programme (RmWindow *self)
{
  rm_window_set_session (self, NULL);
  g_clear_object (&self->file);
  gtk_stack_set_visible_child_name (self->states, "welcome");
  rm_welcome_page_refresh (self->welcome);
  rm_window_update_actions (self);
}

/* For damaged files, says what can still be done. */
static void
name_way_out (GFile *file,
              GError **error)
{
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : NULL;
  g_autofree char *quoted = name != NULL ? g_shell_quote (name) : NULL;
  g_autofree char *message = NULL;

  if (quoted == NULL
      || (!g_error_matches (*error, RM_STORE_ERROR, RM_STORE_ERROR_DAMAGED)
          && !g_error_matches (*error, RM_STORE_ERROR, RM_STORE_ERROR_SCHEMA)))
    return;

  /* Translators: what is wrong, then a file; keep the command as it is typed, but for NEW */
  message = rm_sentence_new (_ ("%s.\n\nThe file was not changed. What can be kept of it is saved "
                                "by “reverse-mentor-cli check %s --repair NEW”."),
                             (*error)->message, quoted);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

/* If only unsaved changes are damaged, the file may still be good: they must not be in the way for
 * ever. */
static void
leave_damaged (RmWindow *self,
               GError **error)
{
  g_autoptr (GFile) file = g_object_ref (self->file);
  gboolean recovered = rm_document_is_recovered (rm_session_get_document (self->session));

  if (!recovered)
    name_way_out (file, error);
  close_programme (self);
  if (recovered)
    rm_window_ask_unsaved (self, file, *error);
  else
    rm_window_show_error (self, _ ("The programme is damaged"), *error);
}

static void
verified_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (RmWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!rm_session_verify_finish (RM_SESSION (source), result, &error)
      && self->session == RM_SESSION (source)
      && !rm_error_is_cancelled (error))
    leave_damaged (self, &error);
}

static char *
could_not_open (GFile *file)
{
  g_autofree char *base = rm_parts_dup_file_name (file);

  /* Translators: %s is a file name */
  return rm_sentence_new (_ ("“%s” cannot be opened"), base);
}

static void
fail_to_open (RmWindow *self,
              const GError *error)
{
  g_autoptr (GFile) file = g_object_ref (self->file);
  g_autofree char *heading = could_not_open (file);
  gboolean unsaved = g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_UNSAVED);

  close_programme (self);
  if (unsaved && !self->creating)
    rm_window_ask_unsaved (self, file, error);
  else
    rm_window_show_error (self, heading, error);
}

static void
show_recovered (RmWindow *self)
{
  rm_banner_show (self->banner,
                  _ ("Changes that were not saved the last time are back."),
                  NULL, NULL, NULL, NULL);
}

/* Days pass while a file is closed. */
static void
mark_leavers (RmWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  if (!rm_command_mark_leavers (self->session, &n, &error))
    rm_window_toast (self, error->message, FALSE);
  else if (n > 0)
    {
      text = g_strdup_printf (ngettext ("%u person has left: the day has come",
                                        "%u people have left: their day has come", n), n);
      rm_window_toast (self, text, TRUE);
    }
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (RmWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RmSession) session = rm_session_open_finish (result, &error);
  g_autofree char *page = NULL;

  g_clear_object (&self->opening);
  if (self->closing)
    {
      self->closing = FALSE;
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (session == NULL)
    {
      name_way_out (self->file, &error);
      fail_to_open (self, error);
      return;
    }

  g_clear_object (&self->file);
  self->file = g_object_ref (rm_document_get_file (rm_session_get_document (session)));
  {
    g_autofree char *uri = g_file_get_uri (self->file);

    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri,
                                 &(GtkRecentData) { .mime_type = (char *) MIME_TYPE,
                                                    .app_name = (char *) "Reverse Mentor",
                                                    .app_exec = (char *) "reverse-mentor %u" });
  }
  rm_window_set_session (self, session);
  page = g_settings_get_string (self->settings, "page");
  if (rm_programme_count (rm_session_get_programme (session), RM_TABLE_PERSON) == 0
      || rm_window_show_page (self, page) == NULL)
    rm_window_show_first_page (self);
  gtk_stack_set_visible_child_name (self->states, "main");
  if (rm_document_is_recovered (rm_session_get_document (session)))
    show_recovered (self);
  mark_leavers (self);
  rm_session_tell_notices (session);
  rm_session_verify_async (session, verified_cb, g_object_ref (self));
}

void
rm_window_open_with (RmWindow *self,
                     GFile *file,
                     gboolean create,
                     RmOpenFlags flags)
{
  g_return_if_fail (self->session == NULL);

  g_set_object (&self->file, file);
  self->creating = create;
  gtk_stack_set_visible_child_name (self->states, "opening");
  rm_window_make_pages_later (self);
  self->opening = g_cancellable_new ();
  rm_session_open_async (file, create, flags, self->opening, opened_cb, g_object_ref (self));
}

void
rm_window_open_file (RmWindow *self,
                     GFile *file,
                     gboolean create)
{
  rm_window_open_with (self, file, create, RM_OPEN_NONE);
}

static void
choose_file (RmWindow *self,
             GFile *file,
             gboolean create)
{
  g_signal_emit_by_name (self, "file-chosen", file, create);
}

static GtkFileFilter *
programme_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Mentoring programmes"));
  gtk_file_filter_add_suffix (filter, "mentoring");
  return filter;
}

static GtkFileChooserNative *
new_chooser (RmWindow *self,
             const char *title,
             GtkFileChooserAction action,
             const char *name)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = programme_filter ();

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  return chooser;
}

static void
open_response_cb (RmWindow *self,
                  int response,
                  GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      choose_file (self, file, FALSE);
    }
  g_object_unref (chooser);
}

static void
open_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  RmWindow *self = RM_WINDOW (widget);
  GtkFileChooserNative *chooser
    = new_chooser (self, _ ("Open a programme"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL);

  g_signal_connect_object (chooser, "response", G_CALLBACK (open_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static GFile *
with_ending (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *name = NULL;

  if (g_str_has_suffix (base, ".mentoring") || parent == NULL)
    return g_object_ref (file);
  name = g_strconcat (base, ".mentoring", NULL);
  return g_file_get_child (parent, name);
}

static void
new_response_cb (RmWindow *self,
                 int response,
                 GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autoptr (GFile) file = with_ending (chosen);

      choose_file (self, file, TRUE);
    }
  g_object_unref (chooser);
}

static void
new_cb (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  RmWindow *self = RM_WINDOW (widget);
  /* Translators: the suggested file name of a new programme, without its ending */
  g_autofree char *suggestion = rm_sentence_new ("%s.mentoring", _ ("Mentoring programme"));
  GtkFileChooserNative *chooser
    = new_chooser (self, _ ("New programme"), GTK_FILE_CHOOSER_ACTION_SAVE, suggestion);

  g_signal_connect_object (chooser, "response", G_CALLBACK (new_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  RmWindow *self = RM_WINDOW (widget);

  rm_session_save_async (self->session, g_str_equal (name, "win.save-over"), NULL, NULL);
}

static void
copy_saved_cb (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (RmWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (rm_session_save_copy_finish (RM_SESSION (source), result, &error))
    rm_window_toast (self, _ ("Copy saved"), FALSE);
  else
    rm_window_show_error (self, _ ("The copy could not be saved"), error);
}

static void
copy_response_cb (RmWindow *self,
                  int response,
                  GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT && self->session != NULL)
    {
      g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autoptr (GFile) file = with_ending (chosen);

      rm_session_save_copy_async (self->session, file, copy_saved_cb, g_object_ref (self));
    }
  g_object_unref (chooser);
}

static void
save_copy_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RmWindow *self = RM_WINDOW (widget);
  g_autofree char *document = rm_document_dup_name (rm_session_get_document (self->session));
  /* Translators: the suggested file name of a copy; %s is the programme's file name */
  g_autofree char *copy = rm_sentence_new (_ ("Copy of %s"), document);
  g_autofree char *suggestion = g_strconcat (copy, ".mentoring", NULL);
  GtkFileChooserNative *chooser
    = new_chooser (self, _ ("Save a copy"), GTK_FILE_CHOOSER_ACTION_SAVE, suggestion);

  g_signal_connect_object (chooser, "response", G_CALLBACK (copy_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_uri_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  choose_file (RM_WINDOW (widget), file, FALSE);
}

static void
sample_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  g_signal_emit_by_name (widget, "sample-chosen");
}

void
rm_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "win.save-over", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri_cb);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, sample_cb);
}

static void
close_response_cb (RmWindow *self,
                   const char *response)
{
  if (g_str_equal (response, "close"))
    {
      self->close_anyway = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_str_equal (response, "copy"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
}

static void
ask_close (RmWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Close without saving?"), NULL);
  const GError *error = rm_session_get_save_error (self->session);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s\n\n%s",
                                  error != NULL ? error->message : "",
                                  _ ("Your changes stay on this computer and come back when you "
                                     "open the programme here again."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _ ("_Cancel"),
                                    "copy", _ ("_Save a copy…"),
                                    "close", _ ("C_lose"),
                                    NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "copy");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* No question if it can be saved: save, then close. */
gboolean
rm_window_close_request (GtkWindow *window)
{
  RmWindow *self = RM_WINDOW (window);
  GtkWindowClass *parent = GTK_WINDOW_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (self)));

  if (self->opening != NULL)
    {
      self->closing = TRUE;
      g_cancellable_cancel (self->opening);
      return GDK_EVENT_STOP;
    }
  if (self->session != NULL && rm_session_is_busy (self->session))
    {
      self->closing = TRUE;
      rm_session_stop_verifying (self->session);
      return GDK_EVENT_STOP;
    }
  if (self->session == NULL || self->close_anyway
      || rm_document_is_saved (rm_session_get_document (self->session)))
    {
      rm_window_set_session (self, NULL);
      return parent->close_request (window);
    }

  switch (rm_session_get_save_state (self->session))
    {
    case RM_SAVE_STATE_FAILED:
    case RM_SAVE_STATE_CONFLICT:
      ask_close (self);
      break;
    case RM_SAVE_STATE_SAVED:
    case RM_SAVE_STATE_PENDING:
    case RM_SAVE_STATE_SAVING:
    default:
      self->closing = TRUE;
      rm_session_save_async (self->session, FALSE, NULL, NULL);
      break;
    }

  return GDK_EVENT_STOP;
}
