/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pairing/rm-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RmComparisonWindow:
 *
 * Two scenarios side by side, or one and the current pairing: their figures, the weights and rules
 * in which they differ, and the mentees whose mentors differ.
 */
#define RM_TYPE_COMPARISON_WINDOW (rm_comparison_window_get_type ())
G_DECLARE_FINAL_TYPE (RmComparisonWindow, rm_comparison_window, RM, COMPARISON_WINDOW, AdwWindow)

/**
 * rm_comparison_window_new:
 * @board: a board whose pairing is known
 * @scenario: id of the scenario to compare with the current pairing at first
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *rm_comparison_window_new (RmBoard *board,
                                     gint64 scenario);

G_END_DECLS
