/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/settings/rm-settings-window.h"

#include "app/commands/rm-commands.h"
#include "core/base/rm-sentence.h"
#include "ui/settings/rm-settings-people.h"
#include "ui/widgets/rm-field-editor.h"
#include "ui/widgets/rm-parts.h"

#include <glib/gi18n.h>

/* The fields of each page and group; rows are made from their descriptors. */
static const struct
{
  const char *page; /* begins a new page */
  const char *icon;
  const char *group; /* begins a new group */
  const char *description;
  const char *field;
} layout[] = {
  { N_ ("Programme"), "rm-overview-symbolic", N_ ("Programme"), NULL, "name" },
  { .field = "objective" },
  { .field = "starts_on" },
  { .field = "ends_on" },
  { .field = "meeting_minutes" },
  { .group = N_ ("Words"),
    .description = N_ ("What this organisation calls the two sides, if not mentor and mentee"),
    .field = "mentor_word" },
  { .field = "mentee_word" },
  { .group = N_ ("Protected fields"),
    .description = N_ ("Otherwise background and the like are neither brought in nor shown, used or "
                       "exported"),
    .field = "special_category" },
  { N_ ("Weights"), "rm-pairing-symbolic", N_ ("What a proposal is best at"), NULL, "mode" },
  { .group = N_ ("Weights"),
    .description = N_ ("How much each criterion counts, against all others together"),
    .field = "weight_skills" },
  { .field = "weight_back" },
  { .field = "weight_difference" },
  { .field = "weight_sociability" },
  { .field = "weight_style" },
  { .field = "weight_acquaintance" },
  { .field = "weight_availability" },
  { .field = "weight_interests" },
  { .field = "weight_aspiration" },
  { N_ ("Rules"), "changes-prevent-symbolic", N_ ("Rules"),
    N_ ("A pair that breaks a rule is never proposed, whatever it scores"), "line_levels" },
  { .field = "unknown_line_apart" },
  { .field = "level_gap" },
  { .field = "need_language" },
  { .field = "need_free_hour" },
  { .field = "need_other_department" },
  { .field = "only_tag" },
  { .group = N_ ("Difference"), .description = N_ ("In what two people should differ"),
    .field = "differ_department" },
  { .field = "differ_site" },
  { .field = "differ_function" },
  { .field = "differ_employer" },
  { .field = "differ_background" },
  { .group = N_ ("Sociability"), .field = "prefer_complement" },
};

struct _RmSettingsWindow
{
  AdwPreferencesWindow parent_instance;

  /* owned */
  RmSession *session;
  GPtrArray *editors;
};

G_DEFINE_FINAL_TYPE (RmSettingsWindow, rm_settings_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
refresh (RmSettingsWindow *self)
{
  const RmSettings *settings
    = rm_programme_get_settings (rm_session_get_programme (self->session));

  for (guint i = 0; i < self->editors->len; i++)
    {
      RmFieldEditor *editor = g_ptr_array_index (self->editors, i);

      rm_field_editor_show (editor, settings);
      if (g_str_equal (rm_field_editor_get_field (editor)->key, "differ_background"))
        gtk_widget_set_visible (rm_field_editor_get_row (editor), settings->special_category == 1);
    }
}

static void
committed_cb (RmSettingsWindow *self,
              const char *text,
              RmFieldEditor *editor)
{
  const RmField *field = rm_field_editor_get_field (editor);
  RmSettings *settings
    = rm_record_copy (rm_programme_get_settings (rm_session_get_programme (self->session)));
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  /* Translators: an undo label; %s is a setting such as "Objective" */
  label = rm_sentence_new (_ ("Change “%s”"), _ (field->label));
  if (!rm_record_parse (settings, field, text, &error)
      || !rm_command_change_settings (self->session, settings, label, &error))
    {
      rm_field_editor_set_error (editor, error->message);
      adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                        rm_parts_new_toast (error->message));
    }
  rm_record_unref (settings);
}

static void
add_rows (RmSettingsWindow *self)
{
  AdwPreferencesPage *page = NULL;
  AdwPreferencesGroup *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (layout); i++)
    {
      RmFieldEditor *editor = NULL;

      if (layout[i].page != NULL)
        {
          page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
          adw_preferences_page_set_title (page, _ (layout[i].page));
          adw_preferences_page_set_icon_name (page, layout[i].icon);
          adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), page);
        }
      if (layout[i].group != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (layout[i].group));
          if (layout[i].description != NULL)
            rm_parts_set_description (group, _ (layout[i].description));
          adw_preferences_page_add (page, group);
        }
      editor = rm_field_editor_new (rm_entity_find_field (rm_settings_entity (), layout[i].field));
      adw_preferences_group_add (group, rm_field_editor_get_row (editor));
      g_signal_connect_object (editor, "committed", G_CALLBACK (committed_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->editors, editor);
    }
}

static void
rm_settings_window_dispose (GObject *object)
{
  RmSettingsWindow *self = RM_SETTINGS_WINDOW (object);

  rm_session_follow (&self->session, NULL, NULL, self);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  G_OBJECT_CLASS (rm_settings_window_parent_class)->dispose (object);
}

static void
rm_settings_window_class_init (RmSettingsWindowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = rm_settings_window_dispose;
}

static void
rm_settings_window_init (RmSettingsWindow *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Programme settings"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), TRUE);
  add_rows (self);
}

GtkWidget *
rm_settings_window_new (RmSession *session)
{
  RmSettingsWindow *self = g_object_new (RM_TYPE_SETTINGS_WINDOW, NULL);

  rm_session_follow (&self->session, session, G_CALLBACK (refresh), self);
  refresh (self);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (rm_settings_people_new (session)));
  return GTK_WIDGET (self);
}

void
rm_settings_window_show_field (RmSettingsWindow *self,
                               const char *key)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      RmFieldEditor *editor = g_ptr_array_index (self->editors, i);
      GtkWidget *row = rm_field_editor_get_row (editor);
      GtkWidget *page = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_PAGE);

      if (!g_str_equal (rm_field_editor_get_field (editor)->key, key))
        continue;
      adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self),
                                               ADW_PREFERENCES_PAGE (page));
      gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }
}
