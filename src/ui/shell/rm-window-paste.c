/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/importing/rm-import-dialog.h"
#include "ui/shell/rm-window-private.h"
#include "ui/skills/rm-skill-picker.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>
#include <string.h>

/* Cells that are pasted, and files that are pasted or dropped: each opens the dialog that a file
 * chosen for import opens. */

typedef struct
{
  RmWindow *window; /* owned */
  gboolean skills;
} Paste;

static void
paste_free (Paste *self)
{
  g_object_unref (self->window);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
tell_what_can_be (RmWindow *window,
                  gboolean skills)
{
  rm_window_toast (window,
                   skills ? _ ("What can be pasted here: lines of a list, cells of a spreadsheet, "
                               "or one file")
                          : _ ("What can be pasted here: cells of a spreadsheet with their "
                               "headers, or one file"),
                   FALSE);
}

static gboolean
can_import (RmWindow *window)
{
  return window->session != NULL && rm_session_is_editable (window->session);
}

static void
present (RmWindow *window,
         GtkWidget *dialog)
{
  rm_parts_present (dialog, GTK_WIDGET (window));
}

static gboolean
is_programme (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ".mentoring");
}

static void
open_file (RmWindow *window,
           GFile *file,
           gboolean skills)
{
  if (is_programme (file))
    {
      g_autofree char *uri = g_file_get_uri (file);

      gtk_widget_activate_action (GTK_WIDGET (window), "win.open-uri", "s", uri);
    }
  else if (!can_import (window))
    rm_window_toast (window, _ ("A file can be imported once a programme is open for editing"),
                     FALSE);
  else
    present (window, skills ? rm_skill_picker_new (window->session, file)
                            : rm_import_dialog_new (window->session, file));
}

static void
take_text (const Paste *self,
           GBytes *text)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (text, &length);

  while (length > 0 && g_ascii_isspace (bytes[length - 1]))
    length--;
  if (!can_import (self->window))
    return;
  if (length == 0
      || (memchr (bytes, '\t', length) == NULL && memchr (bytes, '\n', length) == NULL
          && memchr (bytes, '\r', length) == NULL))
    tell_what_can_be (self->window, self->skills);
  else
    present (self->window, self->skills
                             ? rm_skill_picker_new_pasted (self->window->session, text)
                             : rm_import_dialog_new_pasted (self->window->session, text));
}

static void
text_read_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, text != NULL ? strlen (text) : 0);

  take_text (self, bytes);
}

static void
table_spliced_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) < 0)
    {
      tell_what_can_be (self->window, self->skills);
      return;
    }

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  take_text (self, bytes);
}

static void
table_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GInputStream) stream
    = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    tell_what_can_be (self->window, self->skills);
  else
    g_output_stream_splice_async (memory, stream,
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                    | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, table_spliced_cb,
                                  g_steal_pointer (&self));
}

/* The only file, or NULL. */
static GFile *
find_only (const GValue *value)
{
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;

  return files != NULL && files->next == NULL ? files->data : NULL;
}

static void
files_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  GFile *file = find_only (gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL));

  if (file != NULL)
    open_file (self->window, file, self->skills);
  else
    tell_what_can_be (self->window, self->skills);
}

/* File managers offer the names of files as text as well. */
static void
paste (RmWindow *window,
       gboolean skills)
{
  static const char *table_types[] = { "text/csv", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkContentFormats *offered = gdk_clipboard_get_formats (clipboard);
  g_autoptr (GdkContentFormats) formats
    = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (offered));
  Paste *self = g_new0 (Paste, 1);

  self->window = g_object_ref (window);
  self->skills = skills;
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_read_cb, self);
  else if (!gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
           && gdk_content_formats_contain_mime_type (formats, "text/csv"))
    gdk_clipboard_read_async (clipboard, table_types, G_PRIORITY_DEFAULT, NULL, table_read_cb,
                              self);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, self);
}

static void
paste_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  paste (RM_WINDOW (widget), g_str_equal (name, "win.paste-skills"));
}

/* Fields of text come first: this is only reached where the focus is elsewhere, or in text that
 * cannot be changed. */
static gboolean
paste_key_cb (GtkWidget *widget,
              GVariant *parameter,
              gpointer data)
{
  RmWindow *self = RM_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  if (self->session == NULL || GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  if (g_strcmp0 (page, "people") == 0)
    return gtk_widget_activate_action (widget, "win.paste", NULL);
  if (g_strcmp0 (page, "skills") == 0)
    return gtk_widget_activate_action (widget, "win.paste-skills", NULL);

  return FALSE;
}

static gboolean
drop_cb (RmWindow *self,
         const GValue *value)
{
  GFile *file = find_only (value);

  if (file == NULL)
    rm_window_toast (self, _ ("One file at a time can be dropped here"), FALSE);
  else
    open_file (self, file, FALSE);

  return file != NULL;
}

void
rm_window_accept_files (RmWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
rm_window_install_paste_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "win.paste-skills", NULL, paste_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_key_cb, NULL);
}
