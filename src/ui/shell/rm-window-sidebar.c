/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-window-private.h"

#include "core/base/rm-sentence.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* The sidebar: pages with a quiet count, and below them the state of the file. */

static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  gboolean search;
  gboolean actions;
} pages[] = {
  { "overview", N_ ("Overview"), "rm-overview-symbolic", FALSE, FALSE },
  { "people", N_ ("People"), "system-users-symbolic", TRUE, TRUE },
  { "skills", N_ ("Skills"), "rm-skills-symbolic", TRUE, TRUE },
  { "gaps", N_ ("Skill gaps"), "rm-heatmap-symbolic", FALSE, FALSE },
  { "pairing", N_ ("Pairing"), "rm-pairing-symbolic", TRUE, TRUE },
};

static GtkWidget *
new_row (const char *name,
         const char *title,
         const char *icon)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = rm_parts_new_icon (icon);
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
  g_object_set_data (G_OBJECT (row), "rm-page", (gpointer) name);
  g_object_set_data (G_OBJECT (row), "rm-count", count);
  rm_accessible_set_label (row, title);
  return row;
}

static void
row_activated_cb (RmWindow *self,
                  GtkListBoxRow *row)
{
  rm_window_show_page (self, g_object_get_data (G_OBJECT (row), "rm-page"));
}

void
rm_window_fill_sidebar (RmWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_list_box_append (self->sidebar_list,
                         new_row (pages[i].name, _ (pages[i].title), pages[i].icon));
  g_signal_connect_object (self->sidebar_list, "row-activated", G_CALLBACK (row_activated_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
set_count (RmWindow *self,
           int index,
           guint count)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar_list, index);
  GtkLabel *label = g_object_get_data (G_OBJECT (row), "rm-count");
  /* Translators: a count in the sidebar, with the separators of the language */
  g_autofree char *text = count > 0 ? g_strdup_printf (_ ("%'u"), count) : g_strdup ("");

  gtk_label_set_label (label, text);
  /* A screen reader would find a label that says nothing. */
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
}

void
rm_window_update_sidebar (RmWindow *self)
{
  RmProgramme *programme = NULL;
  const RmSettings *settings = NULL;
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;

  programme = rm_session_get_programme (self->session);
  settings = rm_programme_get_settings (programme);
  name = settings->name != NULL
           ? g_strdup (settings->name)
           : rm_document_dup_name (rm_session_get_document (self->session));
  adw_window_title_set_title (self->programme_title, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
  set_count (self, 1, rm_programme_count (programme, RM_TABLE_PERSON));
  set_count (self, 2, rm_programme_count (programme, RM_TABLE_SKILL));
  set_count (self, 4, rm_programme_count (programme, RM_TABLE_PAIR));
}

void
rm_window_show_page (RmWindow *self,
                     const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (!g_str_equal (pages[i].name, name))
        continue;
      gtk_list_box_select_row (self->sidebar_list,
                               gtk_list_box_get_row_at_index (self->sidebar_list, (int) i));
      adw_window_title_set_title (self->page_title, _ (pages[i].title));
      gtk_toggle_button_set_active (self->search_button, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->search_button), pages[i].search);
      gtk_widget_set_visible (GTK_WIDGET (self->header_actions), pages[i].actions);
      if (pages[i].actions)
        gtk_stack_set_visible_child_name (self->header_actions, name);
      gtk_stack_set_visible_child_name (self->pages, name);
      adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
      if (self->settings != NULL)
        g_settings_set_string (self->settings, "page", name);
    }
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
