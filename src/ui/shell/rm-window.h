/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmWindow:
 *
 * The window of one programme: welcome first, then the pages. Pages only reach it through actions:
 *
 * - "win.page" (s): show another page
 * - "win.toast" (s): show a toast
 * - "win.toast-undo" (s): the same, with an undo button
 * - "win.show-error" (ss): show the failed action and the error
 * - "win.open-uri" (s): open a programme; "win.sample": open the sample
 * - "win.show-person" (x): show a person on the People page
 * - "win.show-people" (sax): show only these people there
 *
 * Signals: "file-chosen" (GFile *file, gboolean create) and "sample-chosen": somebody wants to open
 * it; the application decides in which window.
 */
#define RM_TYPE_WINDOW (rm_window_get_type ())
G_DECLARE_FINAL_TYPE (RmWindow, rm_window, RM, WINDOW, AdwApplicationWindow)

/**
 * rm_window_new:
 * @application: the application
 * @settings: the settings about windows
 *
 * Returns: (transfer none): a window with the welcome page
 */
RmWindow *rm_window_new (GtkApplication *application,
                         GSettings *settings);

/**
 * rm_window_open_file:
 * @self: a window without a programme
 * @file: a programme
 * @create: whether to make a new one there
 */
void rm_window_open_file (RmWindow *self,
                          GFile *file,
                          gboolean create);

/**
 * rm_window_get_file:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): the file that is open, or being opened
 */
GFile *rm_window_get_file (RmWindow *self);

/**
 * rm_window_show_message:
 * @self: a window
 * @heading: what happened
 * @text: details
 */
void rm_window_show_message (RmWindow *self,
                             const char *heading,
                             const char *text);

/**
 * rm_window_show_error:
 * @self: a window
 * @heading: the action that failed
 * @error: the error
 */
void rm_window_show_error (RmWindow *self,
                           const char *heading,
                           const GError *error);

G_END_DECLS
