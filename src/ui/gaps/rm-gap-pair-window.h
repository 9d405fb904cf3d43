/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-view.h"
#include "app/session/rm-session.h"
#include "ui/widgets/rm-ui-types.h"

G_BEGIN_DECLS

/**
 * RmGapPairWindow:
 *
 * From a wanted skill to a pair: who wants it, who could teach it, the best first, and a button
 * that pairs the two.
 */
#define RM_TYPE_GAP_PAIR_WINDOW (rm_gap_pair_window_get_type ())
G_DECLARE_FINAL_TYPE (RmGapPairWindow, rm_gap_pair_window, RM, GAP_PAIR_WINDOW, AdwWindow)

/**
 * rm_gap_pair_window_new:
 * @parent: (nullable): the window it belongs to
 * @session: the programme
 * @view: a table of its skill gaps
 * @block: cells of it: who wants to learn, and what
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *rm_gap_pair_window_new (GtkWindow *parent,
                                   RmSession *session,
                                   RmGapView *view,
                                   const RmGapBlock *block);

G_END_DECLS
