/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmApplication:
 *
 * One process, one window per programme. Opens files, sets up shortcuts and style.
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
 * rm_application_new_window:
 * @self: the application
 *
 * Returns: (transfer none): a window with the welcome page, not presented yet
 */
RmWindow *rm_application_new_window (RmApplication *self);

/**
 * rm_application_open_file:
 * @self: the application
 * @window: (nullable): the current window
 * @file: a programme
 * @create: whether to make a new one there
 *
 * Opens it in the window that has @file open already, in @window if it has no programme yet, or
 * else in a new one.
 */
void rm_application_open_file (RmApplication *self,
                               RmWindow *window,
                               GFile *file,
                               gboolean create);

/**
 * rm_application_open_sample:
 * @self: the application
 * @window: (nullable): the current window
 * @error: set if the sample is missing or cannot be copied
 *
 * Opens a copy of the sample programme, in the user's documents folder.
 *
 * Returns: success
 */
gboolean rm_application_open_sample (RmApplication *self,
                                     RmWindow *window,
                                     GError **error);

G_END_DECLS
