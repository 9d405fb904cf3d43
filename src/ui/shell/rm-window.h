/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"
#include "ui/shell/rm-application.h"

G_BEGIN_DECLS

/**
 * RmWindow:
 *
 * The window of one programme: welcome first, then the pages. Pages reach it by actions alone:
 *
 * - "win.page" (s): show another page
 * - "win.toast" (s): say that something is done
 * - "win.toast-undo" (s): the same, with a button that takes it back
 * - "win.show-error" (ss): say what could not be done, and why
 * - "win.open-uri" (s): open a programme; "win.sample": open the sample
 * - "win.show-person" (x): show a person on the People page
 * - "win.show-people" (sax): show just these people there
 */
#define RM_TYPE_WINDOW (rm_window_get_type ())
G_DECLARE_FINAL_TYPE (RmWindow, rm_window, RM, WINDOW, AdwApplicationWindow)

/**
 * rm_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window that welcomes
 */
RmWindow *rm_window_new (RmApplication *application);

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
 * @text: what should be known of it
 */
void rm_window_show_message (RmWindow *self,
                             const char *heading,
                             const char *text);

/**
 * rm_window_show_error:
 * @self: a window
 * @heading: what could not be done
 * @error: why
 */
void rm_window_show_error (RmWindow *self,
                           const char *heading,
                           const GError *error);

G_END_DECLS
