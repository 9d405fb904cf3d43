/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lab/rm-trial.h"
#include "ui/pairing/rm-board.h"

G_BEGIN_DECLS

/**
 * RmScenarioList:
 *
 * The saved scenarios. A click or Enter tries one; the menu applies, compares, renames and deletes.
 */
#define RM_TYPE_SCENARIO_LIST (rm_scenario_list_get_type ())
G_DECLARE_FINAL_TYPE (RmScenarioList, rm_scenario_list, RM, SCENARIO_LIST, GtkWidget)

/**
 * rm_scenario_list_set_board:
 * @self: the list
 * @board: what tries them, and the pairing as it is, to compare with
 */
void rm_scenario_list_set_board (RmScenarioList *self,
                                 RmBoard *board);

/**
 * rm_scenario_list_save:
 * @self: the list
 *
 * Asks for a name and saves the settings being tried.
 */
void rm_scenario_list_save (RmScenarioList *self);

G_END_DECLS
