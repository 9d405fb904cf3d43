/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/rm-sentence.h"
#include "ui/importing/rm-import-chooser.h"
#include "ui/pairing/rm-pairing-page.h"
#include "ui/people/rm-people-page.h"
#include "ui/settings/rm-settings-window.h"
#include "ui/shell/rm-history-window.h"
#include "ui/shell/rm-window-private.h"
#include "ui/widgets/rm-accessible.h"
#include "ui/widgets/rm-export.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* Actions of a window, for menus, shortcuts and pages. */

static void
page_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  RmWindow *self = RM_WINDOW (widget);

  if (self->session != NULL)
    rm_window_show_page (self, g_variant_get_string (parameter, NULL));
}

static void
back_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  rm_window_go_back (RM_WINDOW (widget));
}

static void
undo_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  rm_session_undo_async (RM_WINDOW (widget)->session, rm_parts_outcome_cb,
                         rm_parts_outcome_new (widget, NULL, _ ("This cannot be undone")));
}

static void
redo_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  rm_session_redo_async (RM_WINDOW (widget)->session, rm_parts_outcome_cb,
                         rm_parts_outcome_new (widget, NULL, _ ("This cannot be done again")));
}

static void
search_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RmWindow *self = RM_WINDOW (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->search_button)))
    gtk_toggle_button_set_active (self->search_button,
                                  !gtk_toggle_button_get_active (self->search_button));
}

static void
search_shown_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  gtk_toggle_button_set_active (RM_WINDOW (widget)->search_button,
                                g_variant_get_boolean (parameter));
}

static void
toast_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  rm_window_toast (RM_WINDOW (widget), g_variant_get_string (parameter, NULL),
                   g_str_equal (name, "win.toast-undo"));
}

static void
show_error_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  const char *heading = NULL;
  const char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(&s&s)", &heading, &text);
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, text);
  rm_window_show_error (RM_WINDOW (widget), heading, error);
}

static void
import_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RmWindow *self = RM_WINDOW (widget);

  rm_import_chooser_show (GTK_WINDOW (self), self->session);
}

static void
export_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RmWindow *self = RM_WINDOW (widget);

  rm_export_choose (GTK_WINDOW (self), self->session, g_variant_get_string (parameter, NULL));
}

static RmPeoplePage *
show_people_page (GtkWidget *widget)
{
  return RM_PEOPLE_PAGE (rm_window_show_page (RM_WINDOW (widget), "people"));
}

static void
add_person_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  rm_people_page_add_person (show_people_page (widget));
}

static void
rate_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  rm_people_page_rate (show_people_page (widget));
}

static void
show_person_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  rm_people_page_show_person (show_people_page (widget), g_variant_get_int64 (parameter));
}

static void
show_people_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  const char *title = NULL;
  g_autoptr (GVariant) list = NULL;
  gsize n = 0;
  const gint64 *ids = NULL;

  g_variant_get (parameter, "(&s@ax)", &title, &list);
  ids = g_variant_get_fixed_array (list, &n, sizeof (gint64));
  rm_people_page_show_people (show_people_page (widget), title, ids, (guint) n);
}

static RmPairingPage *
show_pairing_page (GtkWidget *widget)
{
  return RM_PAIRING_PAGE (rm_window_show_page (RM_WINDOW (widget), "pairing"));
}

static void
propose_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  rm_pairing_page_propose (show_pairing_page (widget));
}

static void
weights_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RmWindow *self = RM_WINDOW (widget);
  GtkWidget *before = gtk_stack_get_visible_child (self->pages);
  RmPairingPage *page = show_pairing_page (widget);

  rm_pairing_page_set_weights_shown (
    page, before != GTK_WIDGET (page) || !rm_pairing_page_get_weights_shown (page));
}

static void
settings_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  rm_parts_present (rm_settings_window_new (RM_WINDOW (widget)->session), widget);
}

static void
history_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  rm_parts_present (rm_history_window_new (RM_WINDOW (widget)->session), widget);
}

static void
show_setting_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  GtkWidget *window = rm_settings_window_new (RM_WINDOW (widget)->session);

  rm_parts_present (window, widget);
  rm_settings_window_show_field (RM_SETTINGS_WINDOW (window),
                                 g_variant_get_string (parameter, NULL));
}

static void
about_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  adw_show_about_window (GTK_WINDOW (widget),
                         "application-name", _ ("Reverse Mentor"),
                         "application-icon", RM_APP_ID,
                         "version", RM_VERSION,
                         "developer-name", _ ("The Reverse Mentor founders"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Run a reverse mentoring programme: juniors mentor seniors"),
                         /* Translators: your name, one a line */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}

void
rm_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_cb);
  gtk_widget_class_install_action (widget_class, "win.toast-undo", "s", toast_cb);
  gtk_widget_class_install_action (widget_class, "win.show-error", "(ss)", show_error_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "win.add-person", NULL, add_person_cb);
  gtk_widget_class_install_action (widget_class, "win.rate", NULL, rate_cb);
  gtk_widget_class_install_action (widget_class, "win.search-shown", "b", search_shown_cb);
  gtk_widget_class_install_action (widget_class, "win.show-person", "x", show_person_cb);
  gtk_widget_class_install_action (widget_class, "win.show-people", "(sax)", show_people_cb);
  gtk_widget_class_install_action (widget_class, "win.propose", NULL, propose_cb);
  gtk_widget_class_install_action (widget_class, "win.weights", NULL, weights_cb);
  gtk_widget_class_install_action (widget_class, "win.settings", NULL, settings_cb);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.show-setting", "s", show_setting_cb);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_cb);
}

static void
label_button (GtkWidget *button,
              const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  rm_accessible_set_label (button, text);
}

void
rm_window_update_actions (RmWindow *self)
{
  static const char *const while_open[] = {
    "win.save", "win.save-over", "win.save-copy", "win.export", "win.settings", "win.page",
    "win.search", "win.show-person", "win.show-people", "win.show-setting", "win.weights",
    "win.show-skill", "win.history",
  };
  static const char *const while_editable[] = {
    "win.import", "win.add-person", "win.rate", "win.propose", "win.add-skill",
    "win.starter-topics", "win.import-skills", "win.paste", "win.paste-skills",
  };
  gboolean open = self->session != NULL;
  gboolean editable = open && rm_session_is_editable (self->session);
  const char *undo = open ? rm_session_get_undo_label (self->session) : NULL;
  const char *redo = open ? rm_session_get_redo_label (self->session) : NULL;
  g_autofree char *undo_text = NULL;
  g_autofree char *redo_text = NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  for (gsize i = 0; i < G_N_ELEMENTS (while_open); i++)
    gtk_widget_action_set_enabled (widget, while_open[i], open);
  for (gsize i = 0; i < G_N_ELEMENTS (while_editable); i++)
    gtk_widget_action_set_enabled (widget, while_editable[i], editable);
  gtk_widget_action_set_enabled (widget, "win.undo", editable && undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", editable && redo != NULL);
  /* Translators: %s is the name of an edit, such as "Move Ana to Bo" */
  undo_text = undo != NULL ? rm_sentence_new (_ ("Undo “%s”"), undo) : g_strdup (_ ("Undo"));
  /* Translators: %s is the name of an edit, such as "Move Ana to Bo" */
  redo_text = redo != NULL ? rm_sentence_new (_ ("Redo “%s”"), redo) : g_strdup (_ ("Redo"));
  label_button (self->undo_button, undo_text);
  label_button (self->redo_button, redo_text);
}
