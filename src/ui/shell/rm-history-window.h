/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RmHistoryWindow:
 *
 * The history of a programme: what was done, when and by whom, newest first.
 */
#define RM_TYPE_HISTORY_WINDOW (rm_history_window_get_type ())
G_DECLARE_FINAL_TYPE (RmHistoryWindow, rm_history_window, RM, HISTORY_WINDOW, AdwWindow)

/**
 * rm_history_window_new:
 * @session: a programme
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *rm_history_window_new (RmSession *session);

G_END_DECLS
