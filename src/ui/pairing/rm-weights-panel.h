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
 * @board: the board on which changes are marked
 */
void rm_weights_panel_set_board (RmWeightsPanel *self,
                                 RmBoard *board);

/**
 * rm_weights_panel_set_session:
 * @self: the panel
 * @session: (nullable): the programme
 */
void rm_weights_panel_set_session (RmWeightsPanel *self,
                                   RmSession *session);

/**
 * rm_weights_panel_set_shown:
 * @self: the panel
 * @shown: whether it is visible
 *
 * Keeps the settings being tried, so that the board can be viewed if there is no room for both.
 */
void rm_weights_panel_set_shown (RmWeightsPanel *self,
                                 gboolean shown);

/** The trial that it changes. */
RmTrial *rm_weights_panel_get_trial (RmWeightsPanel *self);

G_END_DECLS
