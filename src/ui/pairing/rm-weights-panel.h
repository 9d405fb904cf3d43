/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-trial.h"
#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmWeightsPanel:
 *
 * Next to the board: the objective of proposals, a slider for each criterion, scenarios, and their
 * effect. Nothing changes before *Apply*.
 */
#define RM_TYPE_WEIGHTS_PANEL (rm_weights_panel_get_type ())
G_DECLARE_FINAL_TYPE (RmWeightsPanel, rm_weights_panel, RM, WEIGHTS_PANEL, GtkWidget)

/**
 * rm_weights_panel_set_board:
 * @self: the panel
 * @board: the board whose rm_board_get_trial() it shows and moves
 */
void rm_weights_panel_set_board (RmWeightsPanel *self,
                                 RmBoard *board);
RmBoard *rm_weights_panel_get_board (RmWeightsPanel *self);

G_END_DECLS
