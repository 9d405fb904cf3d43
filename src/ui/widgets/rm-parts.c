/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/rm-parts.h"

#include "ui/widgets/rm-accessible.h"

#include <glib/gi18n.h>

GtkWidget *
rm_parts_new_icon (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "icon-name", name,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       NULL);
}

GtkWidget *
rm_parts_new_icon_button (const char *icon,
                          const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  rm_accessible_set_label (button, label);
  return button;
}

GtkWidget *
rm_parts_new_question (GtkWidget *over,
                       const char *heading,
                       const char *body,
                       GtkWidget *answer,
                       const char *response)
{
  GtkWidget *question
    = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (over)), heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (question);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "do", response, NULL);
  adw_message_dialog_set_response_appearance (dialog, "do", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "do");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, answer);
  return question;
}

AdwToast *
rm_parts_new_toast (const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  return adw_toast_new (title);
}

/* libadwaita treats these texts as markup: text by people would be shown as something else, or, if
 * it has an "&" or a "<", not at all. Set in one call, the text could come before the flag. */
static void
set_plain (gpointer row,
           const char *property,
           const char *text)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set (row, property, text, NULL);
}

void
rm_parts_set_title (gpointer row,
                    const char *title)
{
  set_plain (row, "title", title);
}

void
rm_parts_set_subtitle (gpointer row,
                       const char *subtitle)
{
  set_plain (row, "subtitle", subtitle);
}

GtkWidget *
rm_parts_new_row (GType type,
                  const char *title,
                  const char *subtitle)
{
  GtkWidget *row = g_object_new (type, NULL);

  rm_parts_set_title (row, title);
  if (subtitle != NULL)
    rm_parts_set_subtitle (row, subtitle);
  return row;
}

void
rm_parts_set_description (gpointer over,
                          const char *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  g_object_set (over, "description", escaped, NULL);
}

char *
rm_parts_dup_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

void
rm_parts_clear_rows (AdwPreferencesGroup *group,
                     GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

void
rm_parts_present (GtkWidget *window,
                  GtkWidget *over)
{
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (over)));
  gtk_window_present (GTK_WINDOW (window));
}

void
rm_parts_show_people (GtkWidget *from,
                      const char *title,
                      GArray *ids)
{
  gtk_widget_activate_action (from, "win.show-people", "(s@ax)", title,
                              g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len,
                                                         sizeof (gint64)));
}

static void
search_shown_cb (GtkSearchBar *bar)
{
  gtk_widget_activate_action (GTK_WIDGET (bar), "win.search-shown", "b",
                              gtk_search_bar_get_search_mode (bar));
}

void
rm_parts_tell_search (GtkSearchBar *bar)
{
  g_signal_connect (bar, "notify::search-mode-enabled", G_CALLBACK (search_shown_cb), NULL);
}

void
rm_parts_tell_outcome (GtkWidget *from,
                       gboolean done,
                       const char *text,
                       const char *heading,
                       const GError *error)
{
  if (done && text != NULL)
    gtk_widget_activate_action (from, "win.toast-undo", "s", text);
  else if (done)
    return;
  else if (heading != NULL)
    gtk_widget_activate_action (from, "win.show-error", "(ss)", heading, error->message);
  else
    gtk_widget_activate_action (from, "win.toast", "s", error->message);
}

typedef struct
{
  GtkWidget *from;
  char *text;
  char *heading;
} Outcome;

gpointer
rm_parts_outcome_new (GtkWidget *from,
                      const char *text,
                      const char *heading)
{
  Outcome *self = g_new0 (Outcome, 1);

  self->from = g_object_ref (from);
  self->text = g_strdup (text);
  self->heading = g_strdup (heading);
  return self;
}

void
rm_parts_outcome_cb (GObject *session,
                     GAsyncResult *result,
                     gpointer outcome)
{
  Outcome *self = outcome;
  g_autoptr (GError) error = NULL;
  gboolean done = rm_session_edit_finish (RM_SESSION (session), result, &error);

  rm_parts_tell_outcome (self->from, done, self->text, self->heading, error);
  g_object_unref (self->from);
  g_free (self->text);
  g_free (self->heading);
  g_free (self);
}
