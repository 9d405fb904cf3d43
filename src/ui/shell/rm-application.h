/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmApplication:
 *
 * One process, one window a programme. Opens files, knows the shortcuts and the style.
 */
#define RM_TYPE_APPLICATION (rm_application_get_type ())
G_DECLARE_FINAL_TYPE (RmApplication, rm_application, RM, APPLICATION, AdwApplication)

/**
 * rm_application_new:
 *
 * Returns: (transfer full): the application
 */
RmApplication *rm_application_new (void);

/**
 * rm_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none): what it remembers about windows
 */
GSettings *rm_application_get_settings (RmApplication *self);

/**
 * rm_application_open_file:
 * @self: the application
 * @window: (nullable): the window from which it was asked
 * @file: a programme
 * @create: whether to make a new one there
 *
 * In @window where it has no programme yet, in the window that has @file open already, or else in
 * a new one.
 */
void rm_application_open_file (RmApplication *self,
                               RmWindow *window,
                               GFile *file,
                               gboolean create);

/**
 * rm_application_open_sample:
 * @self: the application
 * @window: (nullable): the window from which it was asked
 * @error: where the sample is missing or cannot be copied
 *
 * Opens a copy of the sample programme, in the user's documents folder.
 *
 * Returns: success
 */
gboolean rm_application_open_sample (RmApplication *self,
                                     RmWindow *window,
                                     GError **error);

G_END_DECLS
