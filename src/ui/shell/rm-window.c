/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/shell/rm-window.h"

#include "ui/shell/rm-window-private.h"
#include "ui/widgets/rm-parts.h"
#include "ui/widgets/rm-unseen.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (RmWindow, rm_window, ADW_TYPE_APPLICATION_WINDOW)

void
rm_window_toast (RmWindow *self,
                 const char *text,
                 gboolean undo)
{
  AdwToast *toast = rm_parts_new_toast (text);

  if (undo)
    {
      /* The button of an older toast would undo this edit, not its own. */
      if (self->undo_toast != NULL)
        adw_toast_dismiss (self->undo_toast);
      g_set_weak_pointer (&self->undo_toast, toast);
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* If there is little room redo only has its shortcut and its place in the menu. */
static gboolean
is_unfolded (RmWindow *self,
             gboolean folded)
{
  return !folded;
}

static void
rm_window_dispose (GObject *object)
{
  RmWindow *self = RM_WINDOW (object);

  rm_window_set_session (self, NULL);
  g_clear_object (&self->file);
  g_clear_object (&self->opening);
  g_clear_object (&self->settings);
  g_clear_weak_pointer (&self->undo_toast);
  G_OBJECT_CLASS (rm_window_parent_class)->dispose (object);
}

static void
remember_size (RmWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width = 0;
  int height = 0;

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (maximized)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
}

static void
rm_window_unmap (GtkWidget *widget)
{
  remember_size (RM_WINDOW (widget));
  GTK_WIDGET_CLASS (rm_window_parent_class)->unmap (widget);
}

static void
rm_window_class_init (RmWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = rm_window_dispose;
  widget_class->unmap = rm_window_unmap;
  GTK_WINDOW_CLASS (class)->close_request = rm_window_close_request;
  g_signal_new ("file-chosen", RM_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_FILE, G_TYPE_BOOLEAN);
  g_signal_new ("sample-chosen", RM_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);

  g_type_ensure (RM_TYPE_BANNER);
  g_type_ensure (RM_TYPE_WELCOME_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/ReverseMentor/ui/rm-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RmWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, states);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, opening_spinner);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, programme_title);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, sidebar_list);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, save_label);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, header_actions);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, RmWindow, pages);

  gtk_widget_class_bind_template_callback (widget_class, is_unfolded);
  rm_window_install_actions (widget_class);
  rm_window_install_file_actions (widget_class);
  rm_window_install_skill_actions (widget_class);
  rm_window_install_paste_actions (widget_class);
}

/* An invisible spinner keeps requesting frames. */
static void
state_shown_cb (RmWindow *self)
{
  const char *state = gtk_stack_get_visible_child_name (self->states);

  gtk_spinner_set_spinning (self->opening_spinner, g_strcmp0 (state, "opening") == 0);
}

static void
rm_window_init (RmWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->states, "notify::visible-child", G_CALLBACK (state_shown_cb),
                            self);
  rm_unseen_watch (GTK_WIDGET (self->states));
  rm_unseen_watch (GTK_WIDGET (self->leaflet));
  rm_window_accept_files (self);
  g_signal_connect_object (self->sidebar_list, "row-activated",
                           G_CALLBACK (rm_window_activate_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (rm_window_fold_pages), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_button, "toggled", G_CALLBACK (rm_window_search_page), self,
                           G_CONNECT_SWAPPED);
}

RmWindow *
rm_window_new (GtkApplication *application,
               GSettings *settings)
{
  RmWindow *self = g_object_new (RM_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  rm_window_update_actions (self);
  return self;
}

GFile *
rm_window_get_file (RmWindow *self)
{
  return self->file;
}

void
rm_window_show_message (RmWindow *self,
                        const char *heading,
                        const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
rm_window_show_error (RmWindow *self,
                      const char *heading,
                      const GError *error)
{
  if (!rm_error_is_cancelled (error))
    rm_window_show_message (self, heading, error->message);
}
