/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/gaps/rm-gap-view.h"

G_BEGIN_DECLS

/**
 * RmGapSelection:
 *
 * The selected cells of a table of skill gaps, and what they come to. One cell is known; a block
 * has to be counted, which takes a worker and begins when the selection rests.
 *
 * Signal: "counted" (the figures are those of the cells).
 */
#define RM_TYPE_GAP_SELECTION (rm_gap_selection_get_type ())
G_DECLARE_FINAL_TYPE (RmGapSelection, rm_gap_selection, RM, GAP_SELECTION, GObject)

RmGapSelection *rm_gap_selection_new (void);

/**
 * rm_gap_selection_set:
 * @self: a selection
 * @view: (nullable): the table
 * @block: (nullable): cells of it; %NULL where it has none
 */
void rm_gap_selection_set (RmGapSelection *self,
                           RmGapView *view,
                           const RmGapBlock *block);

/** (nullable): The table whose cells are selected. */
RmGapView *rm_gap_selection_get_view (RmGapSelection *self);

/** (nullable): The cells, or %NULL where none are selected. */
const RmGapBlock *rm_gap_selection_get_block (RmGapSelection *self);

/**
 * rm_gap_selection_get_sentence:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): what was last counted, as rm_gap_view_dup_block_sentence()
 */
const char *rm_gap_selection_get_sentence (RmGapSelection *self);

/** What was last counted, as figures. */
RmGapCell rm_gap_selection_get_figures (RmGapSelection *self);

/** Whether the figures are not yet those of the cells. */
gboolean rm_gap_selection_is_busy (RmGapSelection *self);

G_END_DECLS
