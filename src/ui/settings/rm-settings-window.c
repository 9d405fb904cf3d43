/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/settings/rm-settings-window.h"

struct _RmSettingsWindow
{
  AdwPreferencesWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (RmSettingsWindow, rm_settings_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
rm_settings_window_class_init (RmSettingsWindowClass *class)
{
}

static void
rm_settings_window_init (RmSettingsWindow *self)
{
}

GtkWidget *
rm_settings_window_new (RmSession *session)
{
  return g_object_new (RM_TYPE_SETTINGS_WINDOW, NULL);
}
