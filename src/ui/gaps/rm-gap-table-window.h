/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-view.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmGapTableWindow:
 *
 * The heatmap as a list of sentences, a cell each, for whom a list serves better than a grid. Rows
 * are made only where they are seen.
 */
#define RM_TYPE_GAP_TABLE_WINDOW (rm_gap_table_window_get_type ())
G_DECLARE_FINAL_TYPE (RmGapTableWindow, rm_gap_table_window, RM, GAP_TABLE_WINDOW, AdwWindow)

/**
 * rm_gap_table_window_new:
 * @parent: (nullable): the window it belongs to
 * @view: what is shown
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *rm_gap_table_window_new (GtkWindow *parent,
                                    RmGapView *view);

G_END_DECLS
