/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/rm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RmMergeWindow:
 *
 * Two records of one person side by side, with a choice for each field that differs. Everything
 * that belongs to either will belong to the one who stays.
 */
#define RM_TYPE_MERGE_WINDOW (rm_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (RmMergeWindow, rm_merge_window, RM, MERGE_WINDOW, AdwWindow)

/**
 * rm_merge_window_new:
 * @session: a programme that can be edited
 * @first: id of a person, who stays
 * @second: id of another
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *rm_merge_window_new (RmSession *session,
                                gint64 first,
                                gint64 second);

G_END_DECLS
