/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmSettingsWindow:
 *
 * The programme's own settings: name and objective, weights of the criteria, rules. Each change is
 * an edit that can be undone.
 */
#define RM_TYPE_SETTINGS_WINDOW (rm_settings_window_get_type ())
G_DECLARE_FINAL_TYPE (RmSettingsWindow, rm_settings_window, RM, SETTINGS_WINDOW,
                      AdwPreferencesWindow)

/**
 * rm_settings_window_new:
 * @session: the programme
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *rm_settings_window_new (RmSession *session);

/**
 * rm_settings_window_show_field:
 * @self: the window
 * @key: key of a setting, such as "level_gap"
 *
 * Shows the page with the setting and puts the focus there.
 */
void rm_settings_window_show_field (RmSettingsWindow *self,
                                    const char *key);

G_END_DECLS
