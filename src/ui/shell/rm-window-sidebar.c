/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-window-private.h"

#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* The sidebar: pages with a quiet count, and below them the state of the file. */

static GtkWidget *
new_row (RmPage *page,
         const char *name)
{
  const char *title = rm_page_get_title (page);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = rm_parts_new_icon (rm_page_get_icon_name (page));
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_visible (count, FALSE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "rm-page", page);
  g_object_set_data (G_OBJECT (row), "rm-name", (gpointer) name);
  g_object_set_data (G_OBJECT (row), "rm-count", count);
  rm_accessible_set_label (row, title);
  return row;
}

void
rm_window_add_row (RmWindow *self,
                   RmPage *page,
                   const char *name)
{
  gtk_list_box_append (self->sidebar_list, new_row (page, name));
}

void
rm_window_activate_row (RmWindow *self,
                        GtkListBoxRow *row)
{
  rm_window_show_page (self, g_object_get_data (G_OBJECT (row), "rm-name"));
}

void
rm_window_select_row (RmWindow *self,
                      RmPage *page)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar_list, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), "rm-page") == page)
      gtk_list_box_select_row (self->sidebar_list, row);
}

static void
update_row (GtkListBoxRow *row)
{
  RmPage *page = g_object_get_data (G_OBJECT (row), "rm-page");
  GtkLabel *label = g_object_get_data (G_OBJECT (row), "rm-count");
  guint count = rm_page_get_count (page);
  /* Translators: a count in the sidebar, with the separators of the language */
  g_autofree char *text = count > 0 ? g_strdup_printf (_ ("%'u"), count) : g_strdup ("");

  gtk_label_set_label (label, text);
  /* Screen readers would find an empty label. */
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
  gtk_widget_set_visible (GTK_WIDGET (row), rm_page_is_shown (page));
}

void
rm_window_update_sidebar (RmWindow *self)
{
  RmProgramme *programme = NULL;
  const RmSettings *settings = NULL;
  g_autofree char *name = NULL;
  GtkListBoxRow *row = NULL;

  if (self->session == NULL)
    return;

  programme = rm_session_get_programme (self->session);
  settings = rm_programme_get_settings (programme);
  name = settings->name != NULL
           ? g_strdup (settings->name)
           : rm_document_dup_name (rm_session_get_document (self->session));
  adw_window_title_set_title (self->programme_title, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar_list, i)) != NULL; i++)
    update_row (row);
  rm_window_leave_hidden_page (self);
}

static char *
describe_saved (RmWindow *self)
{
  g_autoptr (GDateTime) time
    = g_date_time_new_from_unix_local (rm_session_get_save_time (self->session) / G_USEC_PER_SEC);
  /* Translators: the time at which the file was saved */
  g_autofree char *clock = g_date_time_format (time, _ ("%H:%M"));

  /* Translators: %s is a time such as 10:42 */
  return rm_sentence_new (_ ("Saved %s"), clock);
}

static char *
describe_state (RmWindow *self)
{
  const GError *error = rm_session_get_save_error (self->session);

  if (rm_session_is_working (self->session))
    return g_strdup (_ ("Working…"));

  switch (rm_session_get_save_state (self->session))
    {
    case RM_SAVE_STATE_SAVED:
      return describe_saved (self);
    case RM_SAVE_STATE_PENDING:
    case RM_SAVE_STATE_SAVING:
      return g_strdup (_ ("Saving…"));
    case RM_SAVE_STATE_CONFLICT:
      return g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_MOVED)
               ? g_strdup (_ ("Not saved: the file is gone"))
               : g_strdup (_ ("Not saved: the file was changed by somebody else"));
    case RM_SAVE_STATE_FAILED:
    default:
      if (g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_NO_SPACE))
        return g_strdup (_ ("Not saved: the disk is full"));
      if (g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_PERMISSION)
          || g_error_matches (error, RM_STORE_ERROR, RM_STORE_ERROR_READ_ONLY))
        return g_strdup (_ ("Not saved: the folder cannot be written to"));
      return g_strdup (_ ("Not saved"));
    }
}

void
rm_window_update_save_state (RmWindow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *banner = NULL;
  RmSaveState state = RM_SAVE_STATE_SAVED;

  if (self->session == NULL)
    return;

  state = rm_session_get_save_state (self->session);
  text = describe_state (self);
  gtk_label_set_label (self->save_label, text);

  if (state == RM_SAVE_STATE_CONFLICT
      && g_error_matches (rm_session_get_save_error (self->session), RM_STORE_ERROR,
                          RM_STORE_ERROR_MOVED))
    rm_banner_show (self->banner,
                    _ ("The file was moved, renamed or deleted since it was opened. Your changes are "
                       "kept on this computer."),
                    _ ("Save a copy…"), "win.save-copy",
                    _ ("Make the file again"), "win.save-over");
  else if (state == RM_SAVE_STATE_CONFLICT)
    rm_banner_show (self->banner,
                    _ ("Somebody else changed the file since it was opened. Your changes are kept "
                       "on this computer."),
                    _ ("Save a copy…"), "win.save-copy",
                    _ ("Replace the file"), "win.save-over");
  else if (state == RM_SAVE_STATE_FAILED)
    {
      const GError *error = rm_session_get_save_error (self->session);

      banner = rm_sentence_new ("%s. %s", error->message,
                                _ ("Your changes are kept on this computer and saving is tried "
                                   "again."));
      rm_banner_show (self->banner, banner, _ ("Try again"), "win.save",
                      _ ("Save a copy…"), "win.save-copy");
    }
  else if (state == RM_SAVE_STATE_SAVED)
    rm_banner_hide (self->banner);
}
